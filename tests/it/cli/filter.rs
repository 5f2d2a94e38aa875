//! No text from outside reaches the store or a terminal with anything in it that could do harm there.

use serde_json::{Value, json};

use super::{Desk, Said, two_cases};

/// Recolours, clears, retitles, turns a line around, hides.
const BAD: &str = "坏\u{1b}[31m\u{1b}]0;t\u{7}\u{9b}2J\u{202e}\u{200b}字";

fn harmless(text: &str) -> bool {
    let harms = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    !text.chars().any(harms)
}

fn assert_harmless(said: &Said) {
    assert!(
        harmless(&said.out) && harmless(&said.err),
        "{:?}{:?}",
        said.out,
        said.err
    );
}

/// Every text in a document.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|v| texts(v, found)),
        Value::Object(map) => map.values().for_each(|v| texts(v, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn assert_stored_harmless(desk: &Desk) {
    let log = desk.run("2026-12-01T00:00", "log export").ends(0).out;
    let mut found = Vec::new();
    for line in log.lines() {
        texts(&serde_json::from_str(line).unwrap(), &mut found);
    }
    let harmful: Vec<&String> = found.iter().filter(|t| !harmless(t)).collect();
    assert!(harmful.is_empty(), "{harmful:?}");
}

#[test]
fn every_text_of_every_act_is_cleaned() {
    let desk = two_cases().with("ZHIBAN_PERSON", BAD);
    desk.write("map.toml", "");
    let acts = [
        "add --number B1 --kind urgent --title BAD --body BAD --address BAD --reporter BAD --phone BAD --channel BAD",
        "sign N1 --note BAD",
        "dispatch N1 --note BAD",
        "transfer N1 --from 柳河 --to 城管办 --grounds BAD",
        "co-assign N1 --unit 城管办 --add 民政办 --grounds BAD",
        "extend N1 request --reason BAD",
        "reply N1 --text BAD --approved-by BAD",
        "review N1 nonstandard --note BAD",
        "escalate N1 --to BAD",
        "report N1 --to BAD",
        "dismiss N1 repeat --reason BAD",
        "excuse N1 unit-sign --reason BAD --id BAD",
        "note N1 BAD",
        "amend N1 title=BAD body=BAD address=BAD reporter=BAD phone=BAD channel=BAD --reason BAD",
        "close N1 --unreviewed --reason BAD",
        "rate N1 dissatisfied --reason BAD",
        "appeal N1 file --approved-by BAD",
        "void U1 --reason BAD",
        "swap 2026-11-01 B --reason BAD",
        "stand-in 2026-11-02 --for A --by-post B --reason BAD",
        "handover 2026-11-03 --reason BAD --note BAD",
    ];
    for (minute, act) in (10..).zip(acts) {
        let said = desk
            .run(&format!("09:{minute}"), &act.replace("BAD", BAD))
            .ends(0);
        assert_harmless(&said);
    }
    assert_stored_harmless(&desk);
    for line in ["list --all", "show N1", "show B1", "log export"] {
        assert_harmless(&desk.run("10:00", line).ends(0));
    }
    let shown = desk.json("10:00", "show B1 --unmasked");
    for field in ["title", "body", "address", "reporter", "phone", "channel"] {
        assert_eq!(shown[field], "坏字", "{field}");
    }
    assert_eq!(
        desk.json("10:00", "show N1")["timeline"][1]["person"],
        "坏字"
    );
}

#[test]
fn a_number_with_such_signs_is_none() {
    let desk = two_cases();
    for line in [
        "show BAD",
        "sign N1 BAD",
        "link N1 BAD",
        "note BAD x",
        "undo BAD",
        "add --number BAD --kind urgent --title x",
    ] {
        let said = desk.run("09:10", &line.replace("BAD", BAD)).ends(2);
        assert_harmless(&said);
        said.complains(&["64"]);
    }
    // What was meant to be done beside it is not done by halves.
    assert_eq!(desk.json("09:11", "show N1")["stage"], "awaiting_sign");
}

#[test]
fn complaints_quote_nothing_that_could_do_harm() {
    let desk = two_cases();
    desk.write(
        "bad.jsonl",
        json!({ "at": BAD, "case": "A", "event": "signed" }).to_string(),
    );
    desk.write("bad.csv", format!("编号,{BAD}\n1,2\n"));
    for line in [
        "sign N1 --at BAD",
        "sign N1 --by BAD",
        "dispatch N1 --to BAD",
        "amend N1 BAD=1",
        "list --community BAD",
        "tag N1 BAD",
        "BAD",
        "list --BAD",
        "undo N1 --id BAD",
        "explain --facts bad.jsonl",
        "log import bad.jsonl",
        "import bad.csv",
        "import BAD",
        "--store BAD/x/y backup BAD",
    ] {
        let said = desk.run("09:10", &line.replace("BAD", BAD));
        assert_ne!(said.code, 0, "{line}");
        assert_harmless(&said);
    }
}

#[test]
fn names_of_files_are_shown_without_such_signs() {
    let desk = two_cases();
    for line in [
        "log export BAD.jsonl",
        "backup BAD.db",
        "--store BAD.db doctor",
    ] {
        assert_harmless(&desk.run("09:10", &line.replace("BAD", BAD)).ends(0));
    }
}

#[test]
fn a_log_brings_nothing_in_that_a_list_could_not() {
    let desk = two_cases();
    let log = desk.run("09:06", "log export").ends(0).out;
    let hostile = log.replace("消防通道被堵", &json!(BAD).to_string().replace('"', ""));
    assert_ne!(hostile, log);
    desk.write("hostile.jsonl", &hostile);
    let said = desk
        .run("09:07", "--store new.db log import hostile.jsonl")
        .ends(0);
    assert_harmless(&said);
    said.shows(&["新 2", "1 条里有控制字符"]);
    assert_eq!(
        desk.json("09:07", "--store new.db show U1")["title"],
        "坏字"
    );
    assert_harmless(&desk.run("09:07", "--store new.db list").ends(0));
    let again = desk.json("09:08", "--store new.db log import hostile.jsonl");
    assert_eq!(
        again,
        json!({ "new": 0, "known": 2, "revisions": 0, "cleaned": 1, "clashes": [] })
    );
    desk.run("09:09", "--store new.db log export clean.jsonl")
        .ends(0);
    let back = desk.json("09:09", "--store new.db log import clean.jsonl");
    assert_eq!(
        back,
        json!({ "new": 0, "known": 2, "revisions": 0, "cleaned": 0, "clashes": [] })
    );
}

#[test]
fn a_made_up_history_is_explained_without_what_could_do_harm() {
    let desk = Desk::new();
    let facts = [
        json!({ "at": "2026-11-23T09:00", "case": "H1", "event": "received", "kind": "ordinary", "title": BAD,
                "body": format!("{BAD}\n{BAD}"), "address": format!("柳{BAD}河") }),
        json!({ "at": "2026-11-23T09:01", "case": "H1", "event": "dispatched", "person": BAD, "note": BAD,
                "by": "post:A", "units": [{ "unit": BAD, "role": "lead" }] }),
    ];
    desk.write("facts.jsonl", facts.map(|f| f.to_string()).join("\n"));
    for line in [
        "explain --facts facts.jsonl",
        "explain --facts facts.jsonl --json",
    ] {
        let said = desk.run("", line).ends(0);
        assert_harmless(&said);
        said.shows(&["坏字"]);
    }
    let case = desk.json("", "explain --facts facts.jsonl");
    assert_eq!(case["body"], "坏字\n坏字");
}

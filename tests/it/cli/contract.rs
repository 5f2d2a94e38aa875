//! The JSON of `show`, `explain`, `list` and the log, to the letter: names of keys, forms of values, closed vocabularies.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use zhiban::domain::time::Stamp;

use super::{Desk, two_cases};

fn keys(value: &Value) -> BTreeSet<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

fn set(words: &str) -> BTreeSet<&str> {
    words.split(' ').collect()
}

/// A moment as the contract writes it: RFC 3339 at +08:00.
fn assert_moment(value: &Value) {
    let text = value.as_str().unwrap();
    assert!(text.ends_with("+08:00"), "{text}");
    assert_eq!(text.parse::<Stamp>().unwrap().to_string(), text);
}

fn assert_moment_or_null(value: &Value) {
    if !value.is_null() {
        assert_moment(value);
    }
}

fn assert_one_of(value: &Value, words: &str) {
    assert!(set(words).contains(value.as_str().unwrap()), "{value}");
}

fn assert_clock(clock: &Value) {
    assert_eq!(
        keys(clock),
        set("clock rule unit base due met state answers reading")
    );
    assert_one_of(
        &clock["clock"],
        "street_sign dispatch unit_sign transfer consult close reply rereply extension_unit extension_office \
         follow_up appeal look_back",
    );
    assert_one_of(
        &clock["rule"],
        "C1 C2 C2i C3 C4 C5 C6 C7 C8 C9 C10 C11 C12 C13",
    );
    assert_one_of(
        &clock["state"],
        "waiting running met late overdue expired void",
    );
    for field in ["base", "due", "met"] {
        assert_moment_or_null(&clock[field]);
    }
    assert_eq!(
        clock["state"] == "waiting",
        clock["base"].is_null(),
        "{clock}"
    );
    assert!(clock["unit"].is_null() || clock["unit"].is_string());
    assert!(!clock["reading"].as_str().unwrap().is_empty());
    for actor in clock["answers"].as_array().unwrap() {
        let actor = actor.as_str().unwrap();
        assert!(
            matches!(actor, "post:A" | "post:B") || actor.starts_with("unit:"),
            "{actor}"
        );
    }
}

fn assert_case(case: &Value) {
    let listed = "number kind community stage tags received close_due policy_revision calendar_gaps clocks breaches \
                  reminders timeline";
    assert!(keys(case).is_superset(&set(listed)), "{:?}", keys(case));
    assert_one_of(
        &case["kind"],
        "ordinary urgent waste_sorting inspection call_up",
    );
    assert_one_of(
        &case["stage"],
        "awaiting_sign awaiting_dispatch with_unit awaiting_review closed aftercare void",
    );
    for tag in case["tags"].as_array().unwrap() {
        assert_one_of(
            tag,
            "discipline repeat difficult sensitive rebound unclear_duty at_risk undecided",
        );
    }
    assert_moment(&case["received"]);
    assert_moment(&case["close_due"]);
    assert!(!case["policy_revision"].as_str().unwrap().is_empty());
    assert!(
        case["calendar_gaps"]
            .as_array()
            .unwrap()
            .iter()
            .all(Value::is_i64)
    );
    case["clocks"]
        .as_array()
        .unwrap()
        .iter()
        .for_each(assert_clock);
    for breach in case["breaches"].as_array().unwrap() {
        assert_eq!(
            keys(breach),
            set("clock rule unit due met late_seconds answers because")
        );
        assert_moment(&breach["due"]);
        assert_moment_or_null(&breach["met"]);
        assert!(breach["late_seconds"].as_i64().unwrap() > 0);
        for fact in breach["because"].as_array().unwrap() {
            assert_eq!(keys(fact), set("event at"));
            assert_moment(&fact["at"]);
        }
    }
    for reminder in case["reminders"].as_array().unwrap() {
        assert!(keys(reminder).is_superset(&set("clock unit at point")));
        assert_moment(&reminder["at"]);
    }
    for fact in case["timeline"].as_array().unwrap() {
        assert!(keys(fact).is_superset(&set("id at case by event")));
        assert_moment(&fact["at"]);
    }
}

/// A case late at every turn, another that is done, and a third that nobody can place.
fn busy_desk() -> Desk {
    let desk = two_cases();
    desk.play(
        "
        09:06 add --number X1 --kind ordinary --title 无属地 --tag undecided => 0 X1
        09:30 dispatch N1 --by post:B => 0 N1
        09:45 unit-sign N1 => 0 N1
        10:00 dispatch U1 --to 城管办 => 0 U1
        10:20 reply U1 --unit 城管办 --text 已清走 => 0 U1
        10:21 review U1 accepted => 0 U1
        10:22 close U1 => 0 U1
        10:30 rate U1 dissatisfied => 0 U1
        ",
    );
    desk
}

#[test]
fn a_case_is_shown_as_the_contract_has_it() {
    let desk = busy_desk();
    for number in ["U1", "N1", "X1"] {
        assert_case(&desk.json("11:00", &format!("show {number}")));
    }
    let case = desk.json("11:00", "show N1");
    assert_eq!(
        case["breaches"][0],
        json!({
            "clock": "street_sign", "rule": "C1", "unit": null,
            "due": "2026-11-23T09:15:00+08:00", "met": "2026-11-23T09:30:00+08:00", "late_seconds": 900,
            "answers": ["post:A"],
            "because": [{ "event": "received", "at": "2026-11-23T09:05:00+08:00" },
                        { "event": "dispatched", "at": "2026-11-23T09:30:00+08:00" }],
        })
    );
    let late = &case["breaches"][1];
    assert_eq!(
        (&late["rule"], &late["unit"]),
        (&"C3".into(), &"柳河社区".into())
    );
    assert_eq!(late["answers"], json!(["post:B", "unit:柳河社区"]));
    assert_eq!(desk.json("11:00", "show X1")["community"], Value::Null);
    assert_eq!(desk.json("11:00", "show U1")["stage"], "aftercare");
}

#[test]
fn explain_says_of_the_same_facts_what_show_says() {
    let desk = busy_desk();
    let log = desk.run("11:00", "log export").ends(0).out;
    for number in ["U1", "N1", "X1"] {
        let of_case = format!("\"case\":\"{number}\"");
        let lines = log
            .lines()
            .filter(|l| l.contains(&of_case) || l.contains("\"policy\""));
        let facts = lines.collect::<Vec<_>>().join("\n");
        desk.write("facts.jsonl", &facts);
        let shown = desk.json("11:00", &format!("show {number}"));
        // Touches no store, not even one that cannot be opened.
        let explained = desk.json(
            "11:00",
            "--store /nowhere/at/all.db explain --facts facts.jsonl",
        );
        assert_eq!(explained, shown);
        let fed = desk
            .fed("11:00", "explain --facts - --json", &facts)
            .ends(0)
            .out;
        assert_eq!(serde_json::from_str::<Value>(&fed).unwrap(), shown);
    }
}

#[test]
fn a_history_is_explained_as_of_its_last_fact_unless_told_otherwise() {
    let desk = Desk::new();
    desk.write(
        "facts.jsonl",
        r#"{"at":"2026-09-22T16:12:00+08:00","case":"FZ1","by":"post:A","event":"signed"}
           {"at":"2026-09-22T16:00:00+08:00","case":"FZ1","by":"system","event":"received","kind":"ordinary","community":"柳河"}
           {"at":"2026-09-22T08:00:00+08:00","by":"post:A","event":"swapped","date":"2026-09-22","post":"A"}"#,
    );
    let clock = |case: &Value| case["clocks"][0].clone();
    let at_the_last = desk.json("", "explain --facts facts.jsonl");
    assert_eq!(clock(&at_the_last)["state"], "late");
    assert_eq!(clock(&at_the_last)["answers"], json!(["post:A"]));
    let earlier = desk.json("", "explain --facts facts.jsonl --now 2026-09-22T16:05");
    assert_eq!(clock(&earlier)["state"], "running");
    desk.run("", "explain --facts facts.jsonl")
        .ends(0)
        .shows(&["FZ1", "C1", "逾期 2 分", "A 岗"]);
    desk.run("2026-09-22T15:00", "explain --facts facts.jsonl")
        .ends(2)
        .complains(&["FZ1", "15:00"]);
    assert!(!desk.path(".local").exists());
}

#[test]
fn a_wrong_line_of_a_history_is_named() {
    let received =
        r#"{"at":"2026-09-25T16:00:00+08:00","case":"A","event":"received","kind":"ordinary"}"#;
    for (line, said) in [
        ("{", &["2", "JSON"][..]),
        (r#"{"event":"signed","case":"A"}"#, &["`at`"]),
        (
            r#"{"at":"soon","case":"A","event":"signed"}"#,
            &["`at`", "soon"],
        ),
        (
            r#"{"at":"2026-09-25T16:01:00+08:00","event":"signed"}"#,
            &["`case`"],
        ),
        (
            r#"{"at":"2026-09-25T16:01:00+08:00","case":"A","event":"singed"}"#,
            &["`event`", "singed", "signed"],
        ),
        (
            r#"{"at":"2026-09-25T16:01:00+08:00","case":"A","by":"post:C","event":"signed"}"#,
            &["`by`", "post:C"],
        ),
        (
            r#"{"at":"2026-09-25T16:01:00+08:00","case":"A","event":"tagged","tag":"red"}"#,
            &["tagged", "red", "repeat"],
        ),
        (
            r#"{"at":"2026-09-25T16:01:00+08:00","case":"A","event":"unit_signed"}"#,
            &["unit_signed", "unit"],
        ),
    ] {
        let desk = Desk::new();
        desk.write("facts.jsonl", format!("{received}\n{line}\n"));
        let said: Vec<&str> = ["facts.jsonl", "2"].iter().chain(said).copied().collect();
        desk.run("", "explain --facts facts.jsonl")
            .ends(2)
            .complains(&said);
    }
    let desk = Desk::new();
    desk.write(
        "two.jsonl",
        format!("{received}\n{}\n", received.replace("\"A\"", "\"B\"")),
    );
    desk.run("", "explain --facts two.jsonl")
        .ends(2)
        .complains(&["A", "B"]);
    desk.write("none.jsonl", "\n");
    desk.run("", "explain --facts none.jsonl")
        .ends(2)
        .complains(&["接件"]);
    desk.write("bytes.jsonl", b"\n\xff\n");
    desk.run("", "explain --facts bytes.jsonl")
        .ends(2)
        .complains(&["bytes.jsonl", "2", "UTF-8"]);
}

#[test]
fn the_list_is_an_array_as_the_contract_has_it() {
    let desk = busy_desk();
    let list = desk.json("11:00", "list --all");
    let list = list.as_array().unwrap();
    assert_eq!(list.len(), 3);
    for case in list {
        assert_eq!(
            keys(case),
            set("number kind community stage title next clocks")
        );
        case["clocks"]
            .as_array()
            .unwrap()
            .iter()
            .for_each(assert_clock);
        let next = &case["next"];
        assert_eq!(keys(next), set("clock due state"));
        assert_moment(&next["due"]);
        // What the list says of a case is what its own page says.
        let shown = desk.json(
            "11:00",
            &format!("show {}", case["number"].as_str().unwrap()),
        );
        for field in ["number", "kind", "community", "stage", "title", "clocks"] {
            assert_eq!(case[field], shown[field], "{field}");
        }
        let clocks = shown["clocks"].as_array().unwrap();
        let is_next = |c: &&Value| ["clock", "due", "state"].iter().all(|f| c[*f] == next[*f]);
        assert!(clocks.iter().any(|c| is_next(&c)), "{next}");
    }
}

#[test]
fn the_log_holds_every_fact_with_its_place() {
    let desk = busy_desk();
    desk.run("11:00", "swap 2026-11-25 B --person 王某 --note 换班")
        .ends(0);
    let log = desk.run("11:01", "log export").ends(0).out;
    let lines: Vec<Value> = log
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    let (revisions, facts): (Vec<&Value>, Vec<&Value>) =
        lines.iter().partition(|l| l.get("event").is_none());
    assert_eq!(revisions.len(), 1);
    assert_eq!(keys(revisions[0]), set("revision policy calendar"));
    assert!(std::ptr::eq(revisions[0], &raw const lines[0]));
    for (n, fact) in (1..).zip(&facts) {
        assert_eq!(fact["n"], n);
        assert_eq!(fact["desk"], facts[0]["desk"]);
        assert_eq!(fact["id"].as_str().unwrap().as_bytes()[14], b'7');
        assert_moment(&fact["at"]);
        assert_moment(&fact["recorded_at"]);
        assert_eq!(fact.get("case").is_none(), fact["event"] == "swapped");
    }
    let swap = facts.last().unwrap();
    assert_eq!(
        (&swap["date"], &swap["post"], &swap["person"], &swap["note"]),
        (
            &"2026-11-25".into(),
            &"B".into(),
            &"王某".into(),
            &"换班".into()
        )
    );
}

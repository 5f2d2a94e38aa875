//! Who acts and when: `--by`, `--person`, the environment, the settings, the post on duty; and `--at`.

use serde_json::{Value, json};

use super::{Desk, two_cases};

/// The latest fact of a case.
fn latest(desk: &Desk, number: &str) -> Value {
    let case = desk.json("2026-11-24T12:00", &format!("show {number}"));
    case["timeline"].as_array().unwrap().last().unwrap().clone()
}

#[test]
fn whoever_is_named_closest_acts() {
    let mut desk = two_cases();
    // On a Monday A carries the duty (D1).
    desk.run("09:10", "tag N1 repeat").ends(0);
    assert_eq!(latest(&desk, "N1")["by"], "post:A");
    desk.write(
        ".config/zhiban/config.toml",
        "me = \"post:B\"\nperson = \"陈某\"\n",
    );
    desk.run("09:11", "tag N1 difficult").ends(0);
    assert_eq!(latest(&desk, "N1")["by"], "post:B");
    assert_eq!(latest(&desk, "N1")["person"], "陈某");
    desk = desk
        .with("ZHIBAN_BY", "unit:城管办")
        .with("ZHIBAN_PERSON", "赵某");
    desk.run("09:12", "tag N1 sensitive").ends(0);
    assert_eq!(latest(&desk, "N1")["by"], "unit:城管办");
    assert_eq!(latest(&desk, "N1")["person"], "赵某");
    desk.run("09:13", "tag N1 rebound --by unit:柳河 --person 孙某")
        .ends(0);
    assert_eq!(latest(&desk, "N1")["by"], "unit:柳河社区");
    assert_eq!(latest(&desk, "N1")["person"], "孙某");
}

#[test]
fn a_variable_set_to_nothing_is_not_set() {
    let mut desk = two_cases();
    for name in ["STORE", "POLICY", "BY", "PERSON", "SPEED", "CONFIG"] {
        desk = desk.with(&format!("ZHIBAN_{name}"), "");
    }
    desk.run("09:10", "sign N1").ends(0);
    assert_eq!(latest(&desk, "N1")["by"], "post:A");
    assert_eq!(latest(&desk, "N1").get("person"), None);
    desk.with("ZHIBAN_NOW", "").run("", "show N1").ends(0);
}

#[test]
fn a_word_that_names_nobody_is_told_by_where_it_stands() {
    let desk = two_cases();
    desk.play(
        "
        09:10 sign N1 --by post:C => 2 --by | post:C | post:A | unit:
        09:10 sign N1 --by system => 2 --by | system
        09:10 sign N1 --by 王某 => 2 --by | 王某
        09:10 sign N1 --by unit:火星 => 2 --by | 火星 | 城管办
        ",
    );
    let desk = desk.with("ZHIBAN_BY", "nobody");
    desk.run("09:10", "sign N1")
        .ends(2)
        .complains(&["ZHIBAN_BY", "nobody"]);
    let desk = desk.without("ZHIBAN_BY").with("ZHIBAN_SPEED", "fast");
    desk.run("09:10", "list")
        .ends(2)
        .complains(&["ZHIBAN_SPEED", "fast", "3600"]);
}

#[test]
fn the_post_on_duty_when_it_happened_acts() {
    let desk = two_cases();
    // Keyed on Tuesday, which B carries, about Monday, which A does.
    desk.run("2026-11-24T08:00", "sign N1 --at 2026-11-23T09:06")
        .ends(0);
    assert_eq!(latest(&desk, "N1")["by"], "post:A");
    desk.run("2026-11-24T08:01", "sign U1").ends(0);
    assert_eq!(latest(&desk, "U1")["by"], "post:B");
}

#[test]
fn the_past_can_be_logged_and_the_future_cannot() {
    let desk = two_cases();
    desk.play(
        "
        09:30 sign N1 --at 2026-11-23T09:31 => 1 11-23 09:31
        09:30 sign N1 --at 2026-11-23T09:04 => 1 接件 | 11-23 09:05
        09:30 sign N1 --at 2026-11-23T01:07:30Z => 0 N1
        09:31 add --number N2 --kind urgent --title 未来 --received 2026-11-24T09:00 => 1 11-24 09:00
        ",
    );
    let case = desk.json("09:32", "show N1");
    assert_eq!(case["timeline"][1]["at"], "2026-11-23T09:07:30+08:00");
    assert_eq!(case["clocks"][0]["state"], "met");
    let log = desk.run("09:33", "log export").ends(0).out;
    let signed: Value = serde_json::from_str(log.lines().last().unwrap()).unwrap();
    assert_eq!(signed["recorded_at"], "2026-11-23T09:30:00+08:00");
}

#[test]
fn the_world_is_shown_as_of_a_moment() {
    let desk = two_cases();
    desk.run("09:08", "sign N1").ends(0);
    let stage = |now: &str| desk.json(now, "show N1")["stage"].clone();
    assert_eq!(
        (stage("09:07"), stage("09:08")),
        (json!("awaiting_sign"), json!("awaiting_dispatch"))
    );
    desk.run("09:04", "show N1").ends(1).complains(&["N1"]);
    let numbers = |now: &str| desk.json(now, "list").as_array().unwrap().len();
    assert_eq!(
        (numbers("08:59"), numbers("09:04"), numbers("09:05")),
        (0, 1, 2)
    );
    // The option wins over the environment.
    let case = desk.json("12:00", "show N1 --now 2026-11-23T09:07");
    assert_eq!(case["stage"], "awaiting_sign");
}

#[test]
fn the_party_of_an_extension_is_named_by_the_same_option() {
    let desk = two_cases();
    desk.run("09:10", "dispatch N1").ends(0);
    for (line, party, by) in [
        ("--by unit", "unit", "post:A"),
        ("--by office", "office", "post:A"),
        ("--by unit --by unit:柳河", "unit", "unit:柳河社区"),
        ("--by unit:柳河", "unit", "unit:柳河社区"),
        ("", "office", "post:A"),
    ] {
        desk.run("09:20", &format!("extend N1 request --reason x {line}"))
            .ends(0);
        let fact = latest(&desk, "N1");
        assert_eq!(
            (&fact["party"], &fact["by"]),
            (&party.into(), &by.into()),
            "{line}"
        );
    }
}

#[test]
fn words_are_taken_with_a_hyphen_or_an_underscore() {
    let desk = two_cases();
    desk.play(
        "
        09:10 tag N1 at-risk => 0 N1
        09:10 untag N1 at_risk => 0 N1
        09:10 remind N1 --unit 柳河 --about unit_sign => 1 柳河社区
        09:10 dispatch N1 => 0 N1
        09:11 remind N1 --about unit_sign => 0 N1
        09:12 close N1 --unreviewed --reason x => 0 N1
        09:13 rate N1 basically_satisfied => 0 N1
        09:14 rate N1 basically-satisfied --reason x => 0 N1
        09:15 list --stage awaiting_sign => 0 U1
        09:15 add --number C1 --kind call_up --title x => 0 C1
        ",
    );
    assert_eq!(
        desk.json("09:16", "show N1")["timeline"][6]["rating"],
        "basically_satisfied"
    );
}

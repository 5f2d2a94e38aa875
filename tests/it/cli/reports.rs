//! `summary`, `bulletin`, `oversight`, `step` and `list --out`: on the terminal, as JSON and as files.

use super::{Desk, two_cases};

/// Two cases of Monday, one of them signed late by post A.
fn monday() -> Desk {
    let desk = two_cases();
    desk.play(
        "
        09:12 sign U1 => 0 U1
        09:13 dispatch U1 => 0 U1
        09:14 sign N1 => 0 N1
        21:40 handover --note '=1+1 先催柳河' => 0
        ",
    );
    desk
}

#[test]
fn a_days_summary_shows_what_was_missed_and_what_is_left() {
    let desk = monday();
    desk.run("21:50", "summary").ends(0).shows(&[
        "当日小结 2026-11-23",
        "C1 街道签收",
        "0:02:00",
        "已于 11-23 21:40 交给B 岗",
        "先催柳河",
        "明日到期",
        "巷内下水管外溢",
    ]);
    let summary = desk.json("21:50", "summary 2026-11-23");
    assert_eq!(summary["total"]["received"], 2);
    assert_eq!(summary["sign"]["met"], 2);
    assert_eq!(summary["sign"]["in_time"], 1);
    assert_eq!(summary["handover"]["to"], "B");
    let first = &summary["breaches"][0];
    assert_eq!(
        (&first["rule"], &first["late_seconds"]),
        (&"C1".into(), &120.into())
    );
    assert_eq!(first["answers"][0], "post:A");
    // Another day has nothing of it.
    let empty = desk.json("21:50", "summary 2026-11-22");
    assert_eq!(empty["total"]["received"], 0);
    assert_eq!(empty["running"], false);
}

#[test]
fn every_report_goes_into_every_format() {
    let desk = monday();
    for report in [
        "summary",
        "bulletin",
        "bulletin 2026-11",
        "oversight",
        "list",
    ] {
        for ending in ["xlsx", "csv", "html", "md", "json"] {
            let file = format!("out.{ending}");
            desk.run("21:50", &format!("{report} --out {file}"))
                .ends(0)
                .shows(&[&file]);
            let bytes = desk.read_bytes(&file);
            let begins: &[u8] = match ending {
                "xlsx" => b"PK",
                "csv" => "\u{feff}".as_bytes(),
                "html" => b"<!DOCTYPE html>",
                "md" => b"# ",
                _ => b"",
            };
            assert!(bytes.starts_with(begins), "{report} {ending}");
            if ending == "json" {
                serde_json::from_slice::<serde_json::Value>(&bytes).unwrap();
            }
        }
    }
}

#[test]
fn an_unknown_ending_or_period_is_said_before_anything_is_done() {
    let desk = monday();
    let files = desk.files();
    desk.play(
        "
        21:50 summary --out day.docx => 2 day.docx | .xlsx
        21:50 list --out cases => 2 cases | .csv
        21:50 bulletin 2026-W60 => 2 2026-W60 | 2026-W47
        21:50 bulletin 11 => 2 2026-11
        21:50 oversight 2026-W47 => 2 2026-W47 | 2026-11
        21:50 summary yesterday => 2 yesterday | 2026-11-23
        21:50 step office-statement nobody => 2 nobody | post:A
        21:50 step lunch post:A => 2 lunch | accountability
        21:50 step accountability unit:火星办 => 2 火星办 | 城管办
        ",
    );
    assert_eq!(desk.files(), files);
}

#[test]
fn a_step_is_logged_and_taken_back() {
    let desk = monday();
    desk.play("21:50 step office-statement post:A --note 已在例会说明 => 0 问责 | 已在例会说明");
    let log = desk.run("21:51", "log export").ends(0).out;
    let done = log.lines().filter(|l| l.contains("\"step_done\""));
    let done: Vec<serde_json::Value> = done.map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(done.len(), 1);
    assert_eq!(done[0]["step"], "office_statement");
    assert_eq!(done[0]["who"], "post:A");
    desk.play("21:52 undo --roster => 0");
}

#[test]
fn the_ladder_names_who_and_which_case() {
    let desk = monday();
    let ladder = desk.json("21:50", "oversight 2026-11");
    let first = &ladder["subjects"][0];
    assert_eq!(first["who"], "post:A");
    assert_eq!(first["lapses"][0]["number"], "U1");
    // Its own late sign, and that of the unit it did not phone (W1).
    let steps = first["steps"].as_array().unwrap();
    assert_eq!(steps.len(), 3);
    assert_eq!(
        (&steps[0]["count"], &steps[0]["left"]),
        (&2.into(), &1.into())
    );
    desk.run("21:50", "oversight")
        .ends(0)
        .shows(&["问责台账 2026-11", "A 岗", "还差 1", "U1"]);
}

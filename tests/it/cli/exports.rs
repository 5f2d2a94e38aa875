//! Texts that try to be formulas or markup, through every file that any command writes, and read back.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _, Xlsx};
use serde_json::{Value, json};
use zhiban::domain::rules::Rules;
use zhiban::domain::telling::Situation;
use zhiban::domain::time::Stamp;
use zhiban::store::Store;

use super::{Desk, STORE_FILES};

/// What a citizen, a unit or a platform could write. Breaks and tabs do not come in; they stand for those who try.
const HOSTILE: [&str; 10] = [
    "=HYPERLINK(\"http://x\",\"点\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "\t=1+1",
    "\r=1+1",
];
const MARKUP: &str = "=<script>alert(1)</script>|[a](http://x)*b*";

/// Every command that writes a report or a list, and what of the hostile texts stands in it.
const LISTS: [(&str, bool); 10] = [
    ("list --all", true),
    ("summary 2026-11-23", true),
    ("bulletin 2026-W48", true),
    ("bulletin 2026-11", true),
    ("oversight 2026-11", true),
    ("aftercare", true),
    ("reconcile", true),
    ("roster 2026-11", true),
    ("reminders --date 2026-11-23", true),
    ("list --unit 城管办", false),
];

fn at(time: &str) -> String {
    format!("2026-11-23T{time}:00+08:00")
}

/// The facts of a case every free text of which is hostile: signed late, sent back, excused, closed, rated badly.
fn case(n: usize, text: &str) -> Vec<Value> {
    let number = format!("{}{n}", text.trim());
    let unit = "柳河社区";
    let by_unit = json!({ "by": "unit:柳河社区", "person": text, "note": text });
    let by_post = json!({ "by": "post:B", "person": text, "note": text });
    let reply = json!({ "unit": unit, "text": text, "photos": 1, "approved_by": text });
    let facts = [
        (
            "08:00",
            &by_post,
            "received",
            json!({
                "kind": "ordinary", "community": "柳河", "title": text, "body": text, "address": text, "channel": text,
                "reporter": text, "phone": "", "close_due": null, "tags": [], "already": [],
            }),
        ),
        ("08:40", &by_post, "signed", json!({})),
        (
            "08:50",
            &by_post,
            "dispatched",
            json!({ "units": [{ "unit": unit, "role": "lead" }] }),
        ),
        ("09:40", &by_unit, "unit_signed", json!({ "unit": unit })),
        ("09:50", &by_unit, "replied", reply.clone()),
        (
            "09:55",
            &by_post,
            "reviewed",
            json!({ "verdict": "nonstandard", "faults": ["photos_missing"] }),
        ),
        ("09:58", &by_unit, "replied", reply),
        (
            "09:59",
            &by_post,
            "reviewed",
            json!({ "verdict": "accepted", "faults": [] }),
        ),
        ("10:00", &by_post, "closed", json!({})),
        (
            "10:10",
            &by_post,
            "rated",
            json!({ "rating": "dissatisfied" }),
        ),
        (
            "10:20",
            &by_post,
            "excused",
            json!({ "of": "rating", "unit": null, "target": null, "reason": text }),
        ),
        (
            "10:30",
            &by_post,
            "differed",
            json!({ "field": "unit", "here": text, "there": text, "taken": false }),
        ),
    ];
    facts
        .into_iter()
        .map(|(time, by, event, own)| {
            let mut fact = json!({ "at": at(time), "recorded_at": at("10:40"), "case": number, "event": event });
            for part in [by, &own] {
                for (key, value) in part.as_object().unwrap() {
                    fact[key] = value.clone();
                }
            }
            fact
        })
        .collect()
}

/// A desk with all of it in the store, a handover, and a journal of reminders that failed.
fn hostile_desk() -> Desk {
    let desk = Desk::new();
    // Open cases, one of them with nothing but its number and subject: reminders, and what no list holds.
    for (n, text) in HOSTILE.iter().chain([&MARKUP]).enumerate() {
        let text = text.trim().replace('\'', "");
        desk.run(
            "10:35",
            &format!("add '--number={text}O{n}' --kind urgent --community 三坊七巷 '--title={text}' '--address={text}'"),
        )
        .ends(0);
    }
    desk.run("10:36", "handover '--note==1+1 交接' --person '=王'")
        .ends(0);
    let log = desk.run("10:36", "log export").ends(0).out;
    let revision = log.lines().next().unwrap().to_owned();
    let name: Value = serde_json::from_str(&revision).unwrap();
    let mut lines = vec![revision];
    let cases = HOSTILE.iter().chain([&MARKUP]).enumerate();
    for (n, fact) in (1..).zip(cases.flat_map(|(n, text)| case(n, text))) {
        let mut fact = fact;
        fact["n"] = n.into();
        fact["desk"] = "feedfacefeedface".into();
        fact["id"] = format!("01a22ae5-0000-7000-8000-{n:012x}").into();
        if fact["event"] == "received" {
            fact["revision"] = name["revision"].clone();
        }
        lines.push(fact.to_string());
    }
    desk.write("log.jsonl", lines.join("\n"));
    desk.run("10:41", "log import log.jsonl").ends(0);
    // A list of the day that holds none of them.
    desk.write(
        "list.csv",
        "件号,登记时间,标题\nZ1,2026-11-23 07:40,路灯\nZ2,2026-11-23 10:50,路灯\n",
    );
    desk.run("11:00", "import list.csv").ends(0);
    let now: Stamp = "2026-11-23T11:00:00+08:00".parse().unwrap();
    let rules = Rules::builtin().unwrap();
    let mut store = Store::open(&desk.path(STORE_FILES[0]), rules, now).unwrap();
    store.take_over(now).unwrap();
    let run = store.begin_run().unwrap();
    let cases = store.to_be_told(now).unwrap();
    let whose: Vec<_> = cases.into_iter().map(Some).collect();
    let situation = Situation {
        now,
        absent: None,
        here: None,
        pops: true,
        on_time_seconds: 2,
    };
    let told = store.tell(&whose, &situation, &run).unwrap().telling;
    let ids: Vec<i64> = told.popup.iter().map(|line| line.id).collect();
    assert!(!ids.is_empty());
    store.settle(&ids, Err("=cmd|' /C calc'!A0")).unwrap();
    desk
}

/// Does a spreadsheet that opens this as csv take it for a formula?
fn acts(cell: &str) -> bool {
    let is_number = cell.parse::<f64>().is_ok() || cell.strip_suffix('%').is_some();
    let first = cell.trim_start().chars().next();
    let sign = first.is_some_and(|c| "=+-@＝＋－＠".contains(c));
    cell.starts_with(['\t', '\r']) || (sign && !is_number)
}

fn cells_of_csv(bytes: &[u8]) -> Vec<String> {
    let mut csv = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes.strip_prefix("\u{feff}".as_bytes()).unwrap());
    let records = csv.records().map(Result::unwrap);
    records
        .flat_map(|r| r.iter().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// The texts of a workbook, none of whose cells is a formula and none of whose parts leads out of the file.
fn texts_of_workbook(bytes: &[u8], what: &str) -> Vec<String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut texts = Vec::new();
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(
            formulas.cells().all(|(_, _, f)| f.is_empty()),
            "{what} {name}"
        );
        let range = book.worksheet_range(&name).unwrap();
        texts.extend(range.used_cells().filter_map(|(_, _, cell)| match cell {
            Data::String(text) => Some(text.clone()),
            _ => None,
        }));
    }
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for n in 0..zip.len() {
        let mut part = String::new();
        if zip.by_index(n).unwrap().read_to_string(&mut part).is_ok() {
            assert!(!part.contains("TargetMode=\"External\""), "{what}");
            assert!(!part.contains("<f>"), "{what}");
        }
    }
    texts
}

/// Which of the hostile texts stand in the cells, as they were or kept from acting.
fn found(cells: &[String]) -> BTreeSet<&'static str> {
    let is_there = |text: &&&str| cells.iter().any(|cell| cell.contains(text.trim()));
    HOSTILE.iter().filter(is_there).copied().collect()
}

#[test]
fn nothing_acts_in_any_file_of_any_list_or_report() {
    let desk = hostile_desk();
    for (command, is_hostile) in LISTS {
        let out = |ending: &str| {
            let file = format!("out.{ending}");
            desk.run("11:05", &format!("{command} --out {file}"))
                .ends(0);
            desk.read_bytes(&file)
        };
        let csv = cells_of_csv(&out("csv"));
        for cell in &csv {
            assert!(!acts(cell), "{command}: {cell:?}");
        }
        let texts = texts_of_workbook(&out("xlsx"), command);
        let both = [found(&csv), found(&texts)];
        let least = usize::from(is_hostile);
        assert!(both.iter().all(|b| b.len() >= least), "{command}: {both:?}");
        assert_eq!(both[0], both[1], "{command}");
        let page = String::from_utf8(out("html")).unwrap();
        for part in [
            "<script", "<img", "<a ", " href", " src=", "@import", "url(",
        ] {
            assert!(!page.contains(part), "{command}: {part}");
        }
        let text = String::from_utf8(out("md")).unwrap();
        assert!(!text.contains("<script"), "{command}");
        assert!(!text.contains("[a](http"), "{command}");
        serde_json::from_slice::<Value>(&out("json")).unwrap();
    }
}

#[test]
fn every_text_is_in_the_lists_as_it_was() {
    let desk = hostile_desk();
    let cells = |command: &str, ending: &str| {
        desk.run("11:05", &format!("{command} --out all.{ending}"))
            .ends(0);
        let bytes = desk.read_bytes(&format!("all.{ending}"));
        if ending == "csv" {
            cells_of_csv(&bytes)
        } else {
            texts_of_workbook(&bytes, command)
        }
    };
    let all: BTreeSet<&str> = HOSTILE.into_iter().collect();
    for command in ["list --all", "bulletin 2026-W48", "aftercare", "reconcile"] {
        for ending in ["csv", "xlsx"] {
            assert_eq!(found(&cells(command, ending)), all, "{command} {ending}");
        }
    }
    let roster = cells("roster 2026-11", "xlsx");
    assert!(roster.contains(&"=1+1 交接".to_owned()));
    let journal = cells("reminders", "xlsx");
    assert!(journal.iter().any(|cell| cell.contains("=cmd|")));
}

#[test]
fn a_dossier_holds_no_markup_of_others() {
    let desk = hostile_desk();
    for ending in ["html", "md"] {
        let number = format!("{MARKUP}{}", HOSTILE.len());
        desk.run("11:05", &format!("show '{number}' --out case.{ending}"))
            .ends(0);
        let text = desk.read(&format!("case.{ending}"));
        assert!(!text.contains("<script"), "{ending}");
        assert!(text.contains("alert(1)"), "{ending}");
    }
}

/// What could not go in does not act in the file that says so, and goes in as it would have once it is mended.
#[test]
fn rows_to_be_mended_do_not_act_and_go_in_as_they_were() {
    let desk = Desk::new();
    let mut list = "件号,登记时间,标题,地址\n".to_owned();
    for (n, text) in HOSTILE.iter().enumerate() {
        let text = text.replace('"', "\"\"");
        list.push_str(&format!("M{n},昨天,\"{text}\",\"{text}\"\n"));
    }
    desk.write("list.csv", &list);
    desk.run("11:00", "import list.csv --problems mend.csv")
        .ends(2);
    let mend = desk.read_bytes("mend.csv");
    let cells = cells_of_csv(&mend);
    for cell in &cells {
        assert!(!acts(cell), "{cell:?}");
    }
    let mended = String::from_utf8(mend)
        .unwrap()
        .replace("昨天", "2026-11-23 08:00");
    desk.write("mended.csv", mended);
    desk.run("11:01", "import mended.csv").ends(0);
    let list = desk.json("11:02", "list");
    let titles: BTreeSet<String> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|case| case["title"].as_str().unwrap().to_owned())
        .collect();
    let wanted: BTreeSet<String> = HOSTILE.iter().map(|t| t.trim().to_owned()).collect();
    assert_eq!(titles, wanted);
}

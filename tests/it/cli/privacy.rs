//! Citizens' names and numbers on the command line: masked unless they are asked for, found all the same; and the dossier.

use serde_json::json;

use super::Desk;

const OPEN: [&str; 3] = ["林女士", "13912345678", "87654321"];

/// Everything that could be private of one case, in every field of free text; signed and dispatched late.
fn told() -> Desk {
    let desk = Desk::new();
    desk.play(
        "
        09:20 add --number P1 --kind ordinary --community 柳河 --title '林女士反映噪声13912345678' --received 2026-11-23T09:00 \
         --body '林女士说，请打 139-1234-5678 或 0591-87654321。' --address '柳河路8号 13912345678' --reporter 林女士 \
         --phone 13912345678 => 0 P1
        09:21 sign P1 --person 陈工 => 0 P1
        09:22 dispatch P1 => 0 P1
        09:30 note P1 '已回电林女士13912345678' => 0 P1
        09:31 unit-sign P1 => 0 P1
        09:32 reply P1 --text '已联系林女士，座机87654321' --photos 2 --approved-by 书记 => 0 P1
        09:33 amend P1 phone=13800001111 --reason '林女士换号' => 0 P1
        ",
    );
    desk
}

fn hides(text: &str) {
    for open in OPEN.into_iter().chain(["13800001111", "1234-5678"]) {
        assert!(!text.contains(open), "{open} in\n{text}");
    }
}

#[test]
fn what_is_shown_is_masked_unless_asked_for() {
    let desk = told();
    for line in ["show P1", "show P1 --json", "list", "list --json --all"] {
        let said = desk.run("09:40", line).ends(0);
        hides(&said.out);
        let open = desk.run("09:40", &format!("{line} --unmasked")).ends(0);
        assert!(open.out.contains("林女士"), "{line}");
    }
    let case = desk.json("09:40", "show P1");
    assert_eq!(case["reporter"], "林**");
    assert_eq!(case["phone"], "138****1111");
    assert_eq!(case["title"], "林**反映噪声139****5678");
    let case = desk.json("09:40", "show P1 --unmasked");
    assert_eq!(case["phone"], "13800001111");
    // An act answers with the case as well.
    hides(&desk.run("09:41", "review P1 accepted --json").ends(0).out);
}

#[test]
fn the_log_is_the_full_record_and_explains_the_same_case() {
    let desk = told();
    let log = desk.run("09:40", "log export log.jsonl").ends(0);
    hides(&log.out);
    let record = desk.read("log.jsonl");
    assert!(OPEN.iter().all(|o| record.contains(o)));
    let explained = desk
        .run("09:40", "explain --facts log.jsonl --json")
        .ends(0);
    let shown = desk.run("09:40", "show P1 --json").ends(0);
    assert_eq!(explained.out, shown.out);
    desk.run("09:40", "explain --facts log.jsonl --unmasked")
        .ends(0)
        .shows(&["林女士"]);
}

#[test]
fn what_is_masked_is_found_by_what_it_is() {
    let desk = told();
    for query in ["13912345678", "13800001111", "0591-87654321", "噪声13912"] {
        let found = desk.json("09:40", &format!("list --search {query}"));
        assert_eq!(found[0]["number"], "P1", "{query}");
        hides(&found.to_string());
    }
    assert_eq!(desk.json("09:40", "list --search 13912345679"), json!([]));
}

#[test]
fn a_problem_of_an_import_names_no_number() {
    let desk = Desk::new();
    desk.write(
        "list.csv",
        "件号,事由,类别,属地,接件时间\nP2,噪声,普通件,柳河,13912345678\n",
    );
    for line in ["import list.csv", "import list.csv --json"] {
        let said = desk.run("09:40", line);
        hides(&said.out);
        hides(&said.err);
        assert!(said.out.contains("139****5678"), "{}", said.out);
    }
}

#[test]
fn a_dossier_proves_who_answers() {
    let desk = told();
    desk.run("09:40", "show P1 --out p1.html")
        .ends(0)
        .shows(&["p1.html"]);
    let html = desk.read("p1.html");
    hides(&html);
    for word in [
        "<!doctype html>",
        "诉求件卷宗 P1",
        "C1 街道签收 迟 11 分 · A 岗 负责",
        "一 签收 · 11-23 09:00 起、到 11-23 09:10、11-23 09:21 办",
        "C1 从接件起算",
        "依据：11-23 09:00 A 岗 接件  ·  11-23 09:21 A 岗 陈工 街道签收",
        "林**",
        "138****1111",
        "姓名和电话已遮住",
    ] {
        assert!(html.contains(word), "no {word} in\n{html}");
    }
    desk.run("09:40", "show P1 --out p1.md --unmasked").ends(0);
    let markdown = desk.read("p1.md");
    assert!(OPEN.iter().all(|o| markdown.contains(o)), "{markdown}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = desk
            .path("p1.html")
            .metadata()
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    // As of a moment at which less was known, nothing later stands in it.
    desk.run("09:25", "show P1 --out then.md").ends(0);
    assert!(!desk.read("then.md").contains("09:30"));
    desk.run("09:40", "--lang en show P1 --out en.md").ends(0);
    assert!(desk.read("en.md").contains("# Dossier of case P1"));
}

#[test]
fn a_dossier_overwrites_nothing_and_knows_two_formats() {
    let desk = told();
    desk.write("mine.md", "mine");
    desk.play(
        "
        09:40 show P1 --out mine.md => 2 mine.md | 已经存在
        09:40 show P1 --out p1.pdf => 2 p1.pdf | .html
        09:40 show P9 --out p9.md => 1 P9
        ",
    );
    assert_eq!(desk.read("mine.md"), "mine");
    assert!(!desk.path("p9.md").exists());
}

/// Four ways to write a mobile number and two of a landline.
const WRITTEN: [(&str, &str); 6] = [
    ("G1", "139-1234-5678"),
    ("G2", "13912345678"),
    ("G3", "+86 139 1234 5678"),
    ("G4", "１３９１２３４５６７８"),
    ("L1", "0591-87654321"),
    ("L2", "059187654321"),
];

#[test]
fn one_number_is_one_however_it_is_written() {
    let desk = Desk::new();
    let places = ["三坊七巷", "驿里", "灵响", "柳河", "小柳", "杨桥河南"];
    let matters = ["噪声", "井盖", "路灯", "积水", "占道", "停车"];
    for (((number, phone), place), matter) in WRITTEN.iter().zip(places).zip(matters) {
        let add = format!(
            "add --number {number} --kind ordinary --community {place} --title {matter} --phone"
        );
        desk.run("09:00", &format!("{add} '{phone}'")).ends(0);
    }
    for (typed, found) in [
        ("13912345678", "G1 G2 G3 G4"),
        ("139-1234-5678", "G1 G2 G3 G4"),
        ("+8613912345678", "G1 G2 G3 G4"),
        ("１３９ １２３４", "G1 G2 G3 G4"),
        ("0591 87654321", "L1 L2"),
        ("(0591)8765-4321", "L1 L2"),
    ] {
        let list = desk.json("09:10", &format!("list --search '{typed}'"));
        let list = list.as_array().unwrap();
        let mut numbers: Vec<&str> = list.iter().map(|c| c["number"].as_str().unwrap()).collect();
        numbers.sort_unstable();
        assert_eq!(numbers.join(" "), found, "{typed}");
    }
    // R7 compares what is dialled, and what is suggested does not hang on what is shown.
    for (number, earlier) in [("G4", "G3"), ("L2", "L1")] {
        for how in ["", " --unmasked"] {
            let case = desk.json("09:10", &format!("show {number}{how}"));
            let suggested = &case["suggestions"][0];
            assert_eq!(suggested["suggestion"], "repeat", "{number}{how}");
            assert!(
                suggested["reasons"].to_string().contains(earlier),
                "{suggested}"
            );
        }
    }
}

/// Hers and those of the linked case, as they are given and as they are quoted.
const MARKS: [&str; 6] = [
    "甄密",
    "甄　密",
    "甄阿姨",
    "13955557777",
    "139.5555.7777",
    "贾露露",
];

#[test]
fn no_command_names_anybody() {
    let desk = Desk::new();
    let words = "甄密、甄　密（甄阿姨）13955557777、139.5555.7777，贾露露";
    desk.play(&format!(
        "
        2026-11-20T09:00 add --number M2 --kind ordinary --community 柳河 --title 漏水 --reporter 贾露露 => 0
        2026-11-20T09:00 add --number M1 --kind ordinary --community 柳河 --title '甄密13955557777漏水' \
         --body '{words}' --reporter 甄密 --phone '139 5555 7777' => 0
        2026-11-20T09:40 dispatch M1 => 0
        2026-11-20T09:41 link M1 M2 => 0
        2026-11-20T09:42 note M1 '{words}' => 0
        2026-11-20T10:00 reply M1 --text '{words}' => 0
        2026-11-20T10:05 review M1 accepted => 0
        2026-11-20T10:06 close M1 => 0
        2026-11-20T10:07 rate M1 dissatisfied => 0
        2026-11-20T10:08 appeal M1 file --approved-by '李书记（{words}）' --stamped => 0
        2026-11-20T21:50 handover 2026-11-20 --note '{words}' => 0
        2026-11-20T21:51 swap 2026-11-24 A --reason '甄密13955557777' => 0
        "
    ));
    for line in [
        "show M1",
        "show M2",
        "list --all",
        "list --all --search 13955557777",
        "summary 2026-11-20",
        "bulletin 2026-11",
        "oversight 2026-11",
        "reminders --date 2026-11-20",
        "aftercare",
        "reconcile",
        "anonymise --older-than 1d",
        "note M1 再联系",
    ] {
        for how in ["", " --json"] {
            let said = desk
                .run("2026-11-23T09:00", &format!("{line}{how}"))
                .ends(0);
            for mark in MARKS {
                let out = &said.out;
                assert!(!out.contains(mark), "{mark} in {line}{how}\n{out}");
            }
        }
    }
    // Of the roster nobody knows whom it speaks of; a number is one, and so is a surname with a title.
    let said = desk.run("2026-11-23T09:00", "roster 2026-11").ends(0);
    assert!(!said.out.contains("13955557777"), "{}", said.out);
    let case = desk.json("2026-11-23T09:00", "show M1");
    assert_eq!(
        case["linked"],
        json!([{ "number": "M2", "stage": "awaiting_sign", "title": "漏水" }])
    );
    let last = &case["timeline"][8];
    assert_eq!(
        (&last["event"], &last["stamped"]),
        (&json!("appealed"), &json!(true))
    );
    assert_eq!(last["recorded_at"], "2026-11-20T10:08:00+08:00");
    assert!(last["desk"].is_string() && last["n"].is_u64());
}

#[test]
fn what_was_keyed_before_it_happened_or_under_a_clock_set_back_says_so() {
    let desk = Desk::new();
    desk.play(
        "
        2026-11-23T09:00 add --number T1 --kind ordinary --community 柳河 --title 路灯 => 0
        2026-11-23T09:05 sign T1 => 0
        2026-11-23T09:30 note T1 甲 => 0
        2026-11-23T09:10 note T1 乙 => 0
        2026-11-23T21:00 dispatch T1 --at 2026-11-23T09:40 => 0
        2027-01-04T09:00 contact T1 --note 跨年 => 0
        ",
    );
    let said = desk.run("2027-01-04T09:10", "show T1").ends(0);
    let line = |word: &str| {
        let found = said.out.lines().find(|l| l.contains(word));
        found.unwrap_or_default().to_owned()
    };
    assert!(
        line("乙").contains("2026-11-23 09:10，此前往回拨过"),
        "{}",
        said.out
    );
    assert!(!line("甲").contains("拨"), "{}", said.out);
    assert!(
        line("A 岗 派发").contains("2026-11-23 21:00 补录"),
        "{}",
        said.out
    );
    desk.run("2027-01-04T09:10", "show T1 --out t1.md").ends(0);
    let dossier = desk.read("t1.md");
    for dated in ["| 2026-11-23 09:05 | ", "| 01-04 09:00 | "] {
        assert!(dossier.contains(dated), "no {dated} in\n{dossier}");
    }
    // Another desk's clock was ahead when it keyed this.
    let log = "{\"id\":\"01890000-0000-7000-8000-000000000001\",\"at\":\"2026-11-23T10:00:00+08:00\",\"case\":\"T1\",\
               \"by\":\"post:A\",\"event\":\"noted\",\"text\":\"丙\",\"recorded_at\":\"2026-11-23T08:00:00+08:00\",\
               \"desk\":\"feedfeed\",\"n\":1}\n";
    desk.write("other.jsonl", log);
    desk.run("2027-01-04T09:10", "log import other.jsonl")
        .ends(0);
    let said = desk.run("2027-01-04T09:11", "show T1").ends(0);
    for words in ["丙 · 录入时的时钟是 2026-11-23 08:00", "席位 feed 录入"] {
        assert!(said.out.contains(words), "no {words} in\n{}", said.out);
    }
}

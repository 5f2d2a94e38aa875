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
        "一 签收 · 2026-11-23 09:00 起、到 2026-11-23 09:10、2026-11-23 09:21 办",
        "C1 从接件起算",
        "依据：2026-11-23 09:00 A 岗 接件",
        "依据：2026-11-23 09:21 A 岗 陈工 街道签收",
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

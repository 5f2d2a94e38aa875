//! The store out and in again: log, backup, restore; and what `doctor` and `completions` say.

use serde_json::Value;

use super::{Desk, two_cases};

const STORE: &str = ".local/share/zhiban/zhiban.db";

fn busy_desk() -> Desk {
    let desk = two_cases();
    desk.play(
        "
        09:06 sign N1 => 0 N1
        09:07 dispatch N1 => 0 N1
        09:08 swap 2026-11-24 A => 0 A 岗
        09:09 undo N1 => 0 N1
        ",
    );
    desk
}

#[test]
fn a_log_goes_out_and_in_and_twice_changes_nothing() {
    let desk = busy_desk();
    desk.run("09:10", "log export log.jsonl")
        .ends(0)
        .shows(&["6", "log.jsonl"]);
    assert_eq!(
        desk.run("09:10", "log export").ends(0).out,
        desk.read("log.jsonl")
    );
    desk.run("09:11", "--store other.db log import log.jsonl")
        .ends(0)
        .shows(&["新 6", "已有 0"]);
    let again = desk.json("09:12", "--store other.db log import log.jsonl");
    assert_eq!(
        again,
        serde_json::json!({ "new": 0, "known": 6, "revisions": 0, "cleaned": 0, "clashes": [] })
    );
    for line in ["list --all", "show N1", "show U1"] {
        let there = desk.json("09:13", &format!("--store other.db {line}"));
        assert_eq!(there, desk.json("09:13", line), "{line}");
    }
    assert_eq!(
        desk.run("09:13", "--store other.db log export").ends(0).out,
        desk.read("log.jsonl")
    );
    // And back into the store it came from.
    let back = desk.json("09:14", "log import log.jsonl");
    assert_eq!(
        back,
        serde_json::json!({ "new": 0, "known": 6, "revisions": 0, "cleaned": 0, "clashes": [] })
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = desk
            .path("log.jsonl")
            .metadata()
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_wrong_line_of_a_log_is_named_and_nothing_goes_in() {
    let desk = busy_desk();
    let log = desk.run("09:10", "log export").ends(0).out;
    for (from, to, said) in [
        ("\"post:A\"", "\"post:C\"", &["`by`", "post:C"][..]),
        ("\"signed\"", "\"singed\"", &["`event`", "singed"]),
        ("\"n\":3", "\"n\":\"three\"", &["`n`"]),
        ("\"recorded_at\"", "\"recorded\"", &["`recorded_at`"]),
        ("\"id\":\"0", "\"id\":\"x", &["`id`"]),
        ("\"policy\":{", "\"policy\":{\"x\":1,", &["x"]),
    ] {
        desk.write("log.jsonl", log.replacen(from, to, 1));
        let said: Vec<&str> = ["log.jsonl", "行"].iter().chain(said).copied().collect();
        desk.run("09:11", "--store new.db log import log.jsonl")
            .ends(2)
            .complains(&said);
        assert_eq!(
            desk.run("09:11", "--store new.db log export").ends(0).out,
            ""
        );
    }
    desk.write("log.jsonl", "这不是日志\n");
    desk.run("09:11", "log import log.jsonl")
        .ends(2)
        .complains(&["log.jsonl", "1", "JSON"]);
    assert_eq!(desk.run("09:11", "log export").ends(0).out, log);
}

#[test]
fn a_backup_is_restored_and_what_it_replaces_is_kept() {
    let desk = busy_desk();
    let list = desk.json("09:10", "list");
    desk.run("09:10", "backup copy.db")
        .ends(0)
        .shows(&["copy.db"]);
    assert_eq!(desk.json("09:10", "--store copy.db list"), list);
    desk.run("09:11", "void U1 --reason 误登").ends(0);
    desk.run("09:12", "restore copy.db").ends(2).complains(&[
        "copy.db",
        "zhiban.db",
        "--yes",
        "件",
        "最后一条 2026-11-23 09:11）",
    ]);
    assert_eq!(
        desk.json("09:12", "list --all --stage void")
            .as_array()
            .unwrap()
            .len(),
        1
    );
    desk.run("09:12", "restore copy.db --yes")
        .ends(0)
        .shows(&["copy.db", "before-2026-11-23T091200"]);
    assert_eq!(desk.json("09:10", "list"), list);
    let kept = format!("{STORE}.before-2026-11-23T091200");
    let before = desk.json("09:13", &format!("--store {kept} list --stage void"));
    assert_eq!(before[0]["number"], "U1");
    // Into an empty place it needs no leave.
    desk.run("09:14", "--store fresh.db restore copy.db")
        .ends(0)
        .shows(&["fresh.db"]);
    assert_eq!(desk.json("09:10", "--store fresh.db list"), list);
}

#[test]
fn a_copy_is_not_made_over_anything_and_nothing_unsound_is_restored() {
    let desk = busy_desk();
    desk.write(
        "letter.txt",
        "not a store, and long enough to hold the header of one\n".repeat(4),
    );
    let before = desk.files();
    desk.play(&format!(
        "
        09:10 backup letter.txt => 2 letter.txt
        09:10 backup nowhere/copy.db => 3 nowhere/copy.db
        09:10 restore letter.txt --yes => 3 letter.txt
        09:10 restore none.db --yes => 2 none.db
        09:10 restore {STORE} --yes => 2 zhiban.db
        09:10 log export nowhere/log.jsonl => 3 nowhere/log.jsonl
        "
    ));
    assert_eq!(desk.files(), before);
}

#[test]
fn the_doctor_looks_at_store_and_calendar() {
    let desk = Desk::new();
    desk.run("09:10", "doctor")
        .ends(0)
        .shows(&["zhiban.db", "2024 2025 2026", "2027"]);
    assert!(desk.files().is_empty(), "looking made a store");
    let desk = busy_desk();
    desk.run("09:10", "doctor")
        .ends(0)
        .shows(&["6 条记录", "2 件", "可以写入"]);
    let report = desk.json("09:10", "doctor");
    let store = &report["store"];
    assert_eq!(
        (&store["facts"], &store["cases"], &store["problems"]),
        (&6.into(), &2.into(), &Value::Array(vec![]))
    );
    assert_eq!(store["writable"], true);
    assert_eq!(report["calendar"]["missing"], serde_json::json!([2027]));
    desk.write(
        ".config/zhiban/calendar/2027.csv",
        "date,name,kind\n2027-01-01,元旦,off\n2027-05-01,劳动节,off\n",
    );
    assert_eq!(
        desk.json("09:10", "doctor")["calendar"]["missing"],
        serde_json::json!([])
    );
    desk.run("2031-01-01T00:00", "doctor")
        .ends(0)
        .shows(&["坏", "2031"]);
}

#[test]
fn the_doctor_mends_a_projection_and_reports_what_it_cannot_mend() {
    let desk = busy_desk();
    let conn = rusqlite::Connection::open(desk.path(STORE)).unwrap();
    conn.execute("UPDATE cases SET title = 'x'", []).unwrap();
    desk.run("09:10", "doctor").ends(0).shows(&["重建"]);
    assert_eq!(desk.json("09:10", "show U1")["title"], "消防通道被堵");
    desk.run("09:10", "list").ends(0).shows(&["消防通道被堵"]);
    conn.execute_batch(
        "DROP TRIGGER events_stay; DELETE FROM events WHERE n = 3; DELETE FROM events WHERE n = 4;",
    )
    .unwrap();
    let said = desk.run("09:11", "doctor");
    assert_eq!((said.code, said.err.as_str()), (3, ""), "{}", said.out);
    said.shows(&["坏", "第 2 条之后是第 5 条"]);
}

#[test]
fn completions_are_printed_for_every_shell() {
    let desk = Desk::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = desk.run("", &format!("completions {shell}")).ends(0).out;
        for word in ["zhiban", "look-back", "due-within", "photos-missing"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    assert!(desk.files().is_empty());
}

#[test]
fn the_doctor_tries_a_pasted_text_without_touching_a_store() {
    let desk = Desk::new();
    let text = "件号：FZ26112300031，南后街井盖松动";
    let said = desk.fed("09:10", "doctor --text -", text).ends(0);
    said.shows(&[
        "number：FZ26112300031（规则 12345）",
        "猜 三坊七巷（词 南后街）",
        "猜 紧急件（词 井盖）",
    ]);
    desk.write("message.txt", text);
    let read = desk.json("09:10", "doctor --text message.txt");
    assert_eq!(read["community"]["guess"], true);
    assert_eq!(read["found"][0]["text"], "FZ26112300031");
    desk.fed("09:10", "doctor --text -", "开会")
        .ends(0)
        .shows(&["什么也没认出"]);
    assert_eq!(desk.files().len(), 1);
}

//! The inbox folder on the real binary: what is dropped in goes into the store once, whatever happens meanwhile.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::{Desk, PATIENCE};

const HEADER: &str = "诉求编号,事件类型,诉求标题,登记时间,事件状态,事发区域";

fn row(number: usize) -> String {
    format!("YB{number:05},自处件,路灯不亮 {number},2026-11-23 09:00:00,待签收,柳河")
}

fn list(numbers: impl Iterator<Item = usize>) -> String {
    let rows: Vec<String> = numbers.map(row).collect();
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort();
    names
}

fn count_of(desk: &Desk) -> usize {
    let cases = desk.json("09:20", "list --all");
    cases.as_array().unwrap().len()
}

#[test]
fn lists_go_in_and_are_put_away_and_rows_to_be_mended_are_written_out() {
    let desk = Desk::new();
    desk.write("in/good.csv", list(1..4));
    desk.write(
        "in/some.csv",
        list(4..6) + "YB9,自处件,没有时间,昨天下午,待签收,柳河\n",
    );
    desk.write("in/page.xlsx", "<html>signed out</html>\n");
    desk.write("in/half.xlsx.crdownload", "PK");
    let said = desk.run("09:10", "inbox in").ends(2);
    for words in [
        "good.csv：新增 3 件",
        "some.csv：新增 2 件",
        "1 行没有收入",
        "page.xlsx 用不了",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    assert_eq!(
        names(&desk.path("in")),
        ["done", "half.xlsx.crdownload", "problems"]
    );
    assert_eq!(names(&desk.path("in/done")), ["good.csv", "some.csv"]);
    let problems = names(&desk.path("in/problems"));
    assert_eq!(problems.len(), 3, "{problems:?}");
    assert_eq!(problems[..2], ["page.xlsx", "page.xlsx.txt"]);
    assert!(desk.read("in/problems/page.xlsx.txt").contains("网页"));
    // The mended row comes in the same way; the column that said what was wrong is passed over.
    let mended = desk
        .read(&format!("in/problems/{}", problems[2]))
        .replace("昨天下午", "2026-11-23 09:01");
    desk.write("in/mended.csv", mended);
    desk.write("in/good.csv", list(1..4));
    let said = desk.run("09:12", "inbox in").ends(0);
    assert!(said.out.contains("mended.csv：新增 1 件"), "{}", said.out);
    assert!(said.out.contains("good.csv：新增 0 件"), "{}", said.out);
    assert_eq!(
        names(&desk.path("in/done")),
        ["good (2).csv", "good.csv", "mended.csv", "some.csv"]
    );
    assert_eq!(count_of(&desk), 6);
    desk.run("09:13", "inbox in")
        .ends(0)
        .shows(&["没有可收的文件"]);
}

#[test]
fn the_other_desks_log_is_merged_by_fact_in_any_order() {
    let (one, other) = (Desk::new(), Desk::new());
    let add = "add --kind ordinary --community 柳河 --title 路灯不亮 --number";
    one.run("09:00", &format!("{add} YB1")).ends(0);
    one.run("09:05", "log export early.jsonl").ends(0);
    one.run("09:06", "sign YB1").ends(0);
    one.run("09:07", &format!("{add} YB2")).ends(0);
    one.run("09:08", "log export late.jsonl --since 2026-11-23T09:06")
        .ends(0);
    let late = one.read("late.jsonl");
    let facts = late.lines().filter(|l| l.contains("\"event\""));
    assert_eq!(facts.count(), 2);
    // The later one first: by then the case it signs is not known here.
    other.write("in/late.jsonl", &late);
    other.run("09:10", "inbox in").ends(0).shows(&["新 2 条"]);
    // Of the other desk a part is here: what came before it is no hole in its numbers.
    let looked = other.json("09:10", "doctor");
    assert_eq!(looked["store"]["problems"], serde_json::json!([]));
    other.write("in/early.jsonl", one.read("early.jsonl"));
    other.write("in/late.jsonl", late);
    let said = other.run("09:11", "inbox in").ends(0);
    assert!(
        said.out.contains("early.jsonl（另一台的记录）：新 1 条"),
        "{}",
        said.out
    );
    assert!(
        said.out
            .contains("late.jsonl（另一台的记录）：新 0 条，已有 2 条"),
        "{}",
        said.out
    );
    assert_eq!(other.json("09:20", "list"), one.json("09:20", "list"));
}

/// Both signed and dispatched before either knew of the other: both names are said, at either desk, once.
#[test]
fn what_both_desks_did_is_said_with_both_names() {
    let (one, other) = (Desk::new(), Desk::new());
    let add = "add --kind ordinary --community 柳河 --title 路灯不亮 --number YB1";
    one.run("09:00", add).ends(0);
    one.run("09:01", "log export base.jsonl").ends(0);
    other.write("base.jsonl", one.read("base.jsonl"));
    other.run("09:02", "log import base.jsonl").ends(0);
    one.run("09:03", "sign YB1 --by post:A --person 陈工")
        .ends(0);
    other
        .run("09:04", "sign YB1 --by post:B --person 林工")
        .ends(0);
    one.run(
        "09:05",
        "dispatch YB1 --to 柳河社区 --by post:A --person 陈工",
    )
    .ends(0);
    other
        .run(
            "09:06",
            "dispatch YB1 --to 城管办 --by post:B --person 林工",
        )
        .ends(0);
    one.run("09:07", "log export one.jsonl").ends(0);
    other.run("09:07", "log export other.jsonl").ends(0);
    let signed = "YB1 两台都签收了：A 岗 陈工 11-23 09:03；B 岗 林工 11-23 09:04";
    let dispatched = "YB1 两台派得不一样：A 岗 陈工 11-23 09:05 柳河社区(牵头)；B 岗 林工 11-23 09:06 城管办(牵头)";
    one.write("theirs.jsonl", other.read("other.jsonl"));
    one.run("09:08", "log import theirs.jsonl")
        .ends(0)
        .shows(&[signed, dispatched]);
    let again = one.run("09:09", "log import theirs.jsonl").ends(0);
    assert!(!again.out.contains("两台"), "{}", again.out);
    // By the folder at the other desk, in the other order.
    other.write("in/theirs.jsonl", one.read("one.jsonl"));
    let said = other.run("09:08", "inbox in").ends(0);
    for words in [signed, dispatched, "另一台的记录"] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    // For programs.
    let third = Desk::new();
    third.write("one.jsonl", one.read("one.jsonl"));
    third.write("other.jsonl", other.read("other.jsonl"));
    third.run("09:10", "log import one.jsonl").ends(0);
    let merged = third.json("09:10", "log import other.jsonl");
    let clashes = merged["clashes"].as_array().unwrap();
    assert_eq!(clashes.len(), 2);
    assert_eq!(clashes[1]["event"], "dispatched");
    assert_eq!(clashes[1]["sides"][1]["person"], "林工");
    assert_eq!(clashes[1]["sides"][1]["units"][0]["unit"], "城管办");
    one.run("09:20", "show YB1").ends(0).shows(&[
        "两台都签收了：A 岗 陈工 11-23 09:03；B 岗 林工 11-23 09:04",
        "两台派得不一样：",
    ]);
    let show = |desk: &Desk| desk.json("09:20", "show YB1");
    assert_eq!(show(&one), show(&other));
    assert_eq!(show(&one), show(&third));
}

#[test]
fn an_inbox_that_is_not_set_or_not_there_is_said() {
    let desk = Desk::new();
    desk.play(
        "09:00 inbox => 2 没有设收件箱 | inbox = \"/文件夹\"
         09:00 inbox nowhere => 2 nowhere",
    );
    assert!(desk.files().is_empty());
}

/// `zhiban inbox --watch`, that somebody kills.
struct Watcher(Child);

impl Watcher {
    fn start(desk: &Desk) -> Self {
        let words = ["inbox", "in", "--watch"].map(str::to_owned);
        let mut command = desk.command("09:10", &words);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        Self(command.spawn().unwrap())
    }
}

impl Drop for Watcher {
    /// SIGKILL, on unix.
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

/// Looks until it is true.
fn until(what: &str, mut is_true: impl FnMut() -> bool) {
    #[allow(clippy::disallowed_methods, reason = "bounds the test")]
    let start = Instant::now();
    while !is_true() {
        assert!(
            start.elapsed() < PATIENCE,
            "not within {PATIENCE:?}: {what}"
        );
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn of_two_hundred_files_none_is_lost_and_none_doubled_through_kills() {
    const FILES: usize = 200;
    const ROWS: usize = 5;
    let desk = Desk::new();
    fs::create_dir_all(desk.path("in")).unwrap();
    let content = |file: usize| list(file * ROWS..(file + 1) * ROWS);
    let path = |file: usize| desk.path(&format!("in/list{file:03}.csv"));
    let done = || names(&desk.path("in/done")).len();
    let mut watcher = Watcher::start(&desk);
    let mut halves: Vec<(usize, File)> = Vec::new();
    for file in 0..FILES {
        let content = content(file);
        if file % 4 == 0 {
            // Written where it lies, and slowly: the other half, from the middle of a sign on, comes when others are in.
            let mut open = File::create(path(file)).unwrap();
            open.write_all(&content.as_bytes()[..content.len() / 2])
                .unwrap();
            halves.push((file, open));
        } else {
            let beside = desk.path(&format!("in/list{file:03}.csv.part"));
            fs::write(&beside, content).unwrap();
            fs::rename(&beside, path(file)).unwrap();
        }
        if file % 50 == 49 {
            let before = done();
            until("some went in", || done() > before);
            // In the midst of its work.
            drop(watcher);
            watcher = Watcher::start(&desk);
            for (file, mut open) in halves.drain(..) {
                let content = self::list(file * ROWS..(file + 1) * ROWS);
                open.write_all(&content.as_bytes()[content.len() / 2..])
                    .unwrap();
            }
        }
    }
    for most in [120, 150, 180] {
        until("more went in", || done() >= most);
        drop(watcher);
        watcher = Watcher::start(&desk);
    }
    until("all went in", || done() == FILES);
    drop(watcher);
    assert_eq!(names(&desk.path("in")), ["done"]);
    for file in 0..FILES {
        let name = format!("in/done/list{file:03}.csv");
        assert_eq!(desk.read(&name), content(file), "{name}");
    }
    assert_eq!(count_of(&desk), FILES * ROWS);
    // One fact a case, and nothing was amended or found to differ on the way.
    let log = desk.run("09:20", "log export").ends(0).out;
    let facts = log.lines().filter(|l| l.contains("\"event\""));
    assert_eq!(facts.count(), FILES * ROWS);
}

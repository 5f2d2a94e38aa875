//! `aftercare`, `reconcile` and `roster`: what the boards of the screen show and do, for scripts.

use serde_json::{Value, json};

use super::Desk;

const HEADER: &str = "诉求编号,事件类型,诉求标题,登记时间,事件状态,事发区域\n";

fn list(desk: &Desk, now: &str, rows: &[&str]) {
    desk.write("list.csv", format!("{HEADER}{}\n", rows.join("\n")));
    desk.run(now, "import list.csv").ends(0);
}

const FIRST: [&str; 3] = [
    "L1,自处件,一号,2026-11-23 09:00:00,待签收,柳河",
    "L2,自处件,二号,2026-11-23 09:05:00,待签收,柳河",
    "L3,自处件,三号,2026-11-23 09:10:00,待签收,柳河",
];

fn open(desk: &Desk, now: &str) -> Vec<String> {
    let ledger = desk.json(now, "reconcile");
    let differences = ledger["differences"].as_array().unwrap().iter().map(|d| {
        let text = |field: &str| d[field].as_str().unwrap();
        format!(
            "{} {} {} / {}",
            text("number"),
            text("field"),
            text("here"),
            text("there")
        )
    });
    let only_here = ledger["only_here"].as_array().unwrap().iter();
    let only_here = only_here.map(|o| format!("{} only here", o["number"].as_str().unwrap()));
    differences.chain(only_here).collect()
}

/// R9: what the platform says otherwise is shown until somebody settles it, and never taken over unasked.
#[test]
fn a_difference_is_taken_or_kept_once() {
    let desk = Desk::new();
    list(&desk, "09:15", &FIRST);
    desk.run("09:16", "sign L1 L2 L3").ends(0);
    assert_eq!(open(&desk, "09:17"), [""; 0]);
    let steps = desk.json("09:17", "reconcile")["unconfirmed"].clone();
    assert_eq!(steps[0]["steps"][0]["what"], "signed");
    assert_eq!(steps.as_array().unwrap().len(), 3);

    let newer = [
        "L1,紧急件,一号,2026-11-23 09:00:00,已签收,柳河",
        "L2,自处件,二号,2026-11-23 09:05:00,已签收,驿里",
        "L3,自处件,三号,2026-11-23 09:10:00,待签收,柳河",
    ];
    list(&desk, "09:20", &newer);
    let all = [
        "L1 kind ordinary / urgent",
        "L2 community 柳河 / 驿里",
        "L3 status awaiting_dispatch / awaiting_sign",
    ];
    assert_eq!(open(&desk, "09:21"), all);
    // What the list confirmed is off the board.
    let steps = desk.json("09:21", "reconcile")["unconfirmed"].clone();
    assert_eq!(steps.as_array().unwrap().len(), 1);

    desk.play(
        "
        09:21 reconcile => 0 两边不一致 | L1 | 本台 普通自处件 | 平台 紧急件 | 名单 11-23 09:20 导入，3 件
        09:22 reconcile L1 kind take => 0 更正 | 与平台不一致
        09:23 reconcile L2 community keep => 0 与平台不一致
        09:24 reconcile L3 status take => 1 不能直接采用
        09:24 reconcile L2 community keep => 1 已经处理过
        09:24 reconcile L1 => 2 缺少
        09:24 reconcile L1 mood keep => 2 mood
        ",
    );
    assert_eq!(desk.json("09:25", "show L1")["kind"], "urgent");
    assert_eq!(desk.json("09:25", "show L2")["community"], "柳河");
    assert_eq!(open(&desk, "09:25"), all[2..]);
    // The same list says nothing new, and does not bring back what was kept.
    list(&desk, "09:26", &newer);
    assert_eq!(open(&desk, "09:26"), all[2..]);
    // A list that agrees by now settles the rest; one that says again what was kept after agreeing once is news.
    let agreed = [
        newer[0],
        "L2,自处件,二号,2026-11-23 09:05:00,已签收,柳河",
        "L3,自处件,三号,2026-11-23 09:10:00,已签收,柳河",
    ];
    list(&desk, "09:30", &agreed);
    assert_eq!(open(&desk, "09:30"), [""; 0]);
    list(&desk, "09:35", &newer[1..2]);
    assert_eq!(open(&desk, "09:35"), all[1..2]);
    // The log tells who took and who kept.
    let log = desk.run("09:36", "log export").ends(0).out;
    let facts: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let settled: Vec<_> = facts
        .iter()
        .filter(|f| f["event"] == "differed" && f["by"] == "post:A")
        .map(|f| json!([f["field"], f["here"], f["there"], f["taken"]]))
        .collect();
    assert_eq!(
        settled,
        [
            json!(["kind", "ordinary", "urgent", true]),
            json!(["community", "柳河", "驿里", false])
        ]
    );
}

/// An undo of what was taken brings the difference back.
#[test]
fn what_was_taken_can_be_taken_back() {
    let desk = Desk::new();
    list(&desk, "09:15", &FIRST[..1]);
    desk.run("09:16", "sign L1").ends(0);
    list(
        &desk,
        "09:20",
        &["L1,紧急件,一号,2026-11-23 09:00:00,已签收,柳河"],
    );
    desk.run("09:21", "reconcile L1 kind take").ends(0);
    desk.run("09:22", "undo L1").ends(0);
    desk.run("09:23", "undo L1").ends(0);
    assert_eq!(open(&desk, "09:24"), ["L1 kind ordinary / urgent"]);
}

/// Logging here what the platform is ahead with settles the difference too.
#[test]
fn a_step_that_is_logged_settles_what_the_platform_was_ahead_with() {
    let desk = Desk::new();
    list(&desk, "09:15", &FIRST[..1]);
    list(
        &desk,
        "09:20",
        &["L1,自处件,一号,2026-11-23 09:00:00,已派发,柳河"],
    );
    assert_eq!(
        open(&desk, "09:21"),
        ["L1 status awaiting_sign / dispatched"]
    );
    desk.run("09:22", "dispatch L1 --at 2026-11-23T09:18")
        .ends(0);
    assert_eq!(open(&desk, "09:23"), [""; 0]);
}

/// Cases on one side only: here, but not in a list that covers their receipt.
#[test]
fn a_case_that_no_list_holds_is_shown_until_somebody_knows_of_it() {
    let desk = Desk::new();
    desk.run(
        "09:08",
        "add --number H1 --kind ordinary --community 柳河 --title 手录 --received 2026-11-23T09:07",
    )
    .ends(0);
    desk.run(
        "09:30",
        "add --number H2 --kind ordinary --community 柳河 --title 后来 --received 2026-11-23T09:29",
    )
    .ends(0);
    assert_eq!(open(&desk, "09:31"), [""; 0]);
    list(&desk, "09:31", &FIRST);
    // H2 came after the last row of the list.
    assert_eq!(open(&desk, "09:32"), ["H1 only here"]);
    // A list of another span says nothing about it; one that holds it settles it.
    list(&desk, "09:33", &FIRST[2..]);
    assert_eq!(open(&desk, "09:34"), ["H1 only here"]);
    desk.run("09:35", "reconcile H1 listed take").ends(1);
    desk.run("09:35", "reconcile H1 listed keep").ends(0);
    assert_eq!(open(&desk, "09:36"), [""; 0]);
    list(&desk, "09:37", &FIRST);
    assert_eq!(open(&desk, "09:38"), [""; 0]);
    let with_it = [
        FIRST[0],
        "H1,自处件,手录,2026-11-23 09:07:00,待签收,柳河",
        FIRST[2],
    ];
    list(&desk, "09:40", &with_it);
    assert_eq!(open(&desk, "09:41"), ["L2 only here"]);
    // Known once, listed, and gone again: that is news.
    list(&desk, "09:42", &FIRST);
    assert_eq!(open(&desk, "09:43"), ["H1 only here"]);
}

const RATED: &str = "
    09:01 add --number N1 --kind ordinary --community 柳河 --title 下水管外溢 --received 2026-11-23T09:00 => 0 N1
    09:02 dispatch N1 => 0 N1
    09:03 unit-sign N1 => 0 N1
    09:04 reply N1 --text 已疏通 --photos 2 --approved-by 吴书记 => 0 N1
    09:05 review N1 accepted => 0 N1
    09:06 close N1 => 0 N1
    09:07 rate N1 dissatisfied => 0 N1
    ";

fn owed(desk: &Desk, now: &str) -> Vec<String> {
    let owed = desk.json(now, "aftercare");
    let owed = owed.as_array().unwrap().iter();
    owed.map(|o| {
        let text = |field: &str| o[field].as_str().unwrap_or("-").to_owned();
        format!("{} {} {}", text("owed"), text("when"), text("due"))
    })
    .collect()
}

/// R9: a bad rating that came with the list starts no clock, for nobody knows when it came; it is shown until a person logs it.
#[test]
fn a_bad_rating_in_the_first_list_is_shown_until_it_is_logged() {
    let desk = Desk::new();
    let lists = |now: &str| {
        desk.write(
            "list.csv",
            "诉求编号,诉求标题,登记时间,事件状态,事发区域,批转单位,答复内容,满意度\n\
             R1,一号,2026-11-20 09:00,已办结,柳河,柳河社区,已到现场处理,不满意\n\
             R2,二号,2026-11-20 09:05,已办结,柳河,柳河社区,已办,满意\n",
        );
        desk.run(now, "import list.csv").ends(0);
    };
    lists("09:15");
    assert_eq!(open(&desk, "09:16"), ["R1 rating  / dissatisfied"]);
    // The same list again says nothing new.
    lists("09:20");
    assert_eq!(open(&desk, "09:21"), ["R1 rating  / dissatisfied"]);
    desk.play(
        "
        09:22 reconcile R1 rating take => 1 按 @ 定时间补记
        09:23 rate R1 dissatisfied --at 2026-11-23T08:50 => 0 R1
        ",
    );
    assert_eq!(open(&desk, "09:24"), [""; 0]);
    let case = desk.json("09:24", "show R1");
    let owed = case["clocks"].as_array().unwrap().iter();
    let owed: Vec<&str> = owed
        .filter(|c| c["state"] == "running")
        .map(|c| c["rule"].as_str().unwrap())
        .collect();
    assert_eq!(owed, ["C11", "C12", "C13"]);
    lists("09:30");
    assert_eq!(open(&desk, "09:31"), [""; 0]);
}

/// C11, C12, C13, R10: what a bad rating brings, and how it goes.
#[test]
fn what_a_bad_rating_brings_is_owed_until_it_is_logged() {
    let desk = Desk::new();
    desk.play(RATED);
    assert_eq!(
        owed(&desk, "09:08"),
        [
            "rework at_once -",
            "follow_up today 2026-11-23T22:00:00+08:00",
            "appeal this_week 2026-11-25T09:07:00+08:00",
            "look_back later 2027-02-23T22:00:00+08:00",
        ]
    );
    assert_eq!(
        owed(&desk, "2026-11-23T22:00:01")[0],
        "follow_up overdue 2026-11-23T22:00:00+08:00"
    );
    // The window is gone once it has passed; the look-back comes nearer.
    let later = owed(&desk, "2027-02-15T09:00");
    assert_eq!(later[2], "look_back this_month 2027-02-23T22:00:00+08:00");
    assert_eq!(later.len(), 3);
    desk.play(
        "
        09:08 aftercare => 0 今天 | C11 差评回访 | 柳河社区 | 立即办 | R10 返工 | 自 11-23 09:07
        09:09 follow-up N1 --note 管道老化 => 0 N1
        09:10 appeal N1 file --approved-by 吴书记 --stamped => 0 N1
        ",
    );
    assert_eq!(
        owed(&desk, "09:11"),
        [
            "rework at_once -",
            "appeal_decision at_once -",
            "look_back later 2027-02-23T22:00:00+08:00"
        ]
    );
    desk.run("09:12", "appeal N1 uphold").ends(0);
    assert_eq!(owed(&desk, "09:13"), [""; 0]);
}

/// A stable visit ends the look-back and takes the case out of the queue; the rework is owed all the same.
#[test]
fn what_is_owed_on_a_case_that_left_the_queue_is_not_forgotten() {
    let desk = Desk::new();
    desk.play(RATED);
    desk.run("09:08", "follow-up N1").ends(0);
    desk.run("2026-11-26T09:00", "look-back N1 stable").ends(0);
    assert_eq!(desk.json("2026-11-26T09:01", "list"), json!([]));
    assert_eq!(owed(&desk, "2026-11-26T09:01"), ["rework at_once -"]);
    desk.run("2026-11-26T09:02", "rework N1").ends(0);
    assert_eq!(owed(&desk, "2026-11-26T09:03"), [""; 0]);
    desk.play("2026-11-26T09:03 aftercare => 0 没有欠着的");
}

#[test]
fn the_roster_of_a_month() {
    let desk = Desk::new();
    desk.play(
        "
        09:00 swap 2026-11-24 A => 0 调班
        09:01 stand-in 2026-11-25 --for A --by-post B => 0 代班
        09:02 handover --note 12号件先看 => 0 交接
        09:03 roster => 0 2026-11-24 周二 工作日 A 岗值班（按周为 B 岗） | 2026-11-25 周三 工作日 B 岗值班
        09:03 roster 2026-10 => 0 2026-10-01 周四 休息日 B 岗值班 国庆节
        09:03 roster November => 2 November
        ",
    );
    let month = desk.json("09:04", "roster");
    let days = month.as_array().unwrap();
    assert_eq!(days.len(), 30);
    assert_eq!(days[23]["swapped"], "A");
    assert_eq!(days[24]["stand_ins"], json!([{ "for": "A", "post": "B" }]));
    assert_eq!(days[22]["handover"]["note"], "12号件先看");
    assert_eq!(days[22]["handover"]["to"], "A");
}

//! The whole life of a case by keys alone, and that the log it leaves is the one the command line would have left.

use serde_json::Value;

use super::office::{Office, done};
use super::window::Window;

const CASE: &str = "PTY26112300001";
const F2: &str = "\x1bOQ";
const LEFT: &str = "\x1b[D";
const RIGHT: &str = "\x1b[C";
const ENTER: &str = "\r";
const TAB: &str = "\t";

/// Somebody who takes no more presses than he must.
struct Hand {
    desk: Window,
    presses: usize,
}

impl Hand {
    /// One act: each part is one press, and it is done once the desk says so. Acts follow each other by a second at least,
    /// as a person's do.
    fn act(&mut self, keys: &[&str], said: &str) {
        let before = self.clock();
        self.desk
            .wait_for("the next second", |w| clock(w) != before);
        for key in keys {
            self.presses += 1;
            self.desk.press(key);
        }
        self.desk.see(said);
    }

    fn clock(&self) -> String {
        clock(&self.desk)
    }
}

/// The time of day as the first line says it.
fn clock(window: &Window) -> String {
    let first = window.text().lines().next().unwrap_or_default().to_owned();
    let is_time = |word: &&str| word.len() == "09:08:00".len() && word.contains(':');
    let time = first.split_whitespace().find(is_time);
    time.unwrap_or_default().to_owned()
}

/// What a terminal sends for a paste, which is one press.
fn pasted(text: &str) -> String {
    format!("\x1b[200~{text}\x1b[201~")
}

#[test]
fn the_whole_life_of_a_case_by_keys_is_the_one_by_commands() {
    let office = Office::with_cases();
    let mut command = office.desk(&[]);
    command.env("ZHIBAN_SPEED", "2");
    let mut hand = Hand {
        desk: Window::open(command),
        presses: 0,
    };
    hand.desk.see("按社区");
    let (first, second) = (
        pasted("已更换井盖，\r\n明日复查。"),
        pasted("一、井盖已换。\r\n二、照片见附件。"),
    );
    let (head, leader, cause) = (pasted("张主任"), pasted("李书记"), pasted("盖又响了"));
    let number = pasted(CASE);

    hand.act(&["s"], &done(1, "街道签收"));
    hand.act(&["d", ENTER], &done(1, "派发 三坊七巷社区"));
    hand.act(&["c", ENTER], &done(1, "电话提醒"));
    hand.act(&["v"], &done(1, "单位签收"));
    hand.act(&["p", &first, F2], &done(1, "答复"));
    // Neither photos nor approval: those two points stay open.
    hand.act(&["w", " ", " ", " ", F2], &done(1, "审核"));
    hand.act(
        &["p", &second, TAB, "2", TAB, &head, ENTER],
        &done(1, "答复"),
    );
    // The two that the reply itself shows are ticked already.
    hand.act(&["w", " ", " ", " ", F2], &done(1, "审核"));
    hand.act(&[".", "b", "y"], &done(1, "办结"));
    // It has left the queue; the rating brings it back.
    hand.act(
        &["/", &number, ENTER, ".", "r", LEFT, ENTER],
        &done(1, "评价"),
    );
    hand.act(&[".", "f", &cause, ENTER], &done(1, "差评回访"));
    hand.act(&[".", "g"], &done(1, "返工"));
    hand.act(&[".", "u", &leader, TAB, " ", ENTER], &done(1, "申诉"));
    hand.act(&[".", "h", RIGHT, ENTER], &done(1, "回头看"));
    assert!(hand.presses < 60, "{} presses", hand.presses);
    hand.desk.kill();

    let at = moments(&office);
    let other = Office::with_cases();
    let acts: &[&[&str]] = &[
        &["sign", CASE],
        &["dispatch", CASE],
        &["remind", CASE],
        &["unit-sign", CASE],
        &["reply", CASE, "--text", "已更换井盖，\n明日复查。"],
        &[
            "review",
            CASE,
            "nonstandard",
            "--fault",
            "photos-missing",
            "--fault",
            "approval-missing",
        ],
        &[
            "reply",
            CASE,
            "--text",
            "一、井盖已换。\n二、照片见附件。",
            "--photos",
            "2",
            "--approved-by",
            "张主任",
        ],
        &["review", CASE, "accepted"],
        &["close", CASE],
        &["rate", CASE, "dissatisfied"],
        &["follow-up", CASE, "--note", "盖又响了"],
        &["rework", CASE],
        &[
            "appeal",
            CASE,
            "file",
            "--approved-by",
            "李书记",
            "--stamped",
        ],
        &["look-back", CASE, "stable"],
    ];
    assert_eq!(at.len(), acts.len());
    for (act, at) in acts.iter().zip(&at) {
        other.run_at(at, act);
    }
    let by_keys = shown(&office);
    assert_eq!(by_keys, shown(&other));
    let timeline = by_keys["timeline"].as_array().unwrap();
    let events: Vec<&str> = timeline
        .iter()
        .map(|f| f["event"].as_str().unwrap())
        .collect();
    assert_eq!(
        events.join(" "),
        "received signed dispatched phone_reminded unit_signed replied reviewed replied reviewed closed rated \
         followed_up reworked appealed looked_back"
    );
    assert_eq!(by_keys["stage"], "closed");
    assert_eq!(by_keys["breaches"], serde_json::json!([]));
}

/// When the acts of the life happened, in order.
fn moments(office: &Office) -> Vec<String> {
    let log = office.run(&["log", "export"]);
    let facts = log
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let of_case = facts.filter(|f| f["case"] == CASE && f["event"] != "received");
    of_case
        .map(|f| f["at"].as_str().unwrap().to_owned())
        .collect()
}

/// The case as the command line shows it an hour later, without the ids of its facts and where and when they were keyed.
fn shown(office: &Office) -> Value {
    let text = office.run_at("2026-11-23T10:08", &["show", CASE, "--json"]);
    let mut case: Value = serde_json::from_str(&text).unwrap();
    for fact in case["timeline"].as_array_mut().unwrap() {
        for field in ["id", "recorded_at", "desk", "n"] {
            fact.as_object_mut().unwrap().remove(field).unwrap();
        }
    }
    case
}

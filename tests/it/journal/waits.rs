//! Rows that wait: for their turn to pop up, for a window that died, for somebody who is away from the desk.

use tempfile::TempDir;
use zhiban::domain::command::Act;
use zhiban::domain::ids::{Kind, Number, Verdict};
use zhiban::domain::telling::JournalRow;

use super::{Window, at, morning, popped, said, to, window_on};

fn folder() -> TempDir {
    TempDir::new().unwrap()
}

fn row(desk: &Window, number: &str) -> JournalRow {
    let rows = desk.journal(at("09:00"), at("2026-11-24T00:00"));
    let of_case = |row: &&JournalRow| row.occasion.number == Some(Number::from(number));
    rows.iter().rfind(of_case).unwrap().clone()
}

#[test]
fn what_waited_for_one_turn_is_told_within_one_notification() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    let first = desk.tell(at("09:33"), None).popup;
    desk.add("FZ2", Kind::Ordinary, "驿里", at("09:33:02"));
    let second = desk.tell(at("09:33:02"), None).popup;
    let ids = [first[0].id, second[0].id];
    assert_eq!(desk.store.still_to_show(&ids).unwrap(), ids);
    desk.store.settle(&ids, Ok(())).unwrap();
    assert_eq!(desk.rows("FZ1"), ["C1 arrival told"]);
    assert_eq!(desk.rows("FZ2"), ["C1 arrival coalesced"]);
}

#[test]
fn what_was_signed_while_it_waited_does_not_pop_up_any_more() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    for number in ["FZ1", "FZ2"] {
        desk.add(number, Kind::Ordinary, "三坊七巷", at("09:33"));
    }
    let told = desk.tell(at("09:33"), None).popup;
    let ids: Vec<i64> = told.iter().map(|line| line.id).collect();
    desk.act("FZ1", &Act::Sign, at("09:33:03"));
    let left = desk.store.still_to_show(&ids).unwrap();
    assert_eq!(left, [ids[1]]);
    desk.store.settle(&left, Ok(())).unwrap();
    assert_eq!(row(&desk, "FZ1").means, "banner");
    assert_eq!(row(&desk, "FZ2").means, "banner desktop");
    assert_eq!(desk.rows("FZ1"), ["C1 arrival told"]);
}

#[test]
fn a_window_that_lives_on_tells_what_another_told_by_halves() {
    let folder = folder();
    let mut alive = morning(&folder, at("09:30"));
    let mut other = window_on(&folder, at("09:30"));
    alive.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    assert_eq!(popped(&other.tell(at("09:33"), None)), ["FZ1 C1 arrival"]);
    assert!(alive.store.take_over(at("09:33")).unwrap().is_empty());
    other.die();
    let whose = alive.store.take_over(at("09:34")).unwrap();
    assert_eq!(whose, [Some(Number::from("FZ1"))]);
    let told = alive.tell_and_show(at("09:34"));
    assert_eq!(popped(&told), ["FZ1 C1 arrival"]);
    assert!(told.popup[0].repeated);
}

#[test]
fn a_reminder_of_what_is_not_on_the_agenda_any_more_is_needless() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:00"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:01"));
    desk.act("FZ1", &to("三坊七巷社区"), at("09:02"));
    let reply = Act::Reply {
        unit: None,
        text: "已疏通".to_owned(),
        photos: 1,
        approved_by: None,
    };
    desk.act("FZ1", &reply, at("09:10"));
    let told = desk.tell_and_show(at("09:10"));
    let review = told
        .popup
        .iter()
        .find(|l| l.occasion.topic.as_str() == "review");
    let review = review.unwrap().id;
    desk.store.remind_again(review, at("09:12")).unwrap();
    let judged = Act::Review {
        verdict: Verdict::Accepted,
        faults: Vec::new(),
    };
    desk.act("FZ1", &judged, at("09:11"));
    assert_eq!(said(&desk.tell(at("09:12"), None)), [""; 0]);
    let rows = desk.rows("FZ1");
    assert!(
        rows.contains(&"review again suppressed".to_owned()),
        "{rows:?}"
    );
}

#[test]
fn a_reminder_asked_for_is_accounted_for_when_its_case_has_long_left_the_queue() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    let told = desk.tell_and_show(at("09:33"));
    desk.store
        .remind_again(told.popup[0].id, at("09:35"))
        .unwrap();
    let void = Act::Void {
        reason: "重复登记".to_owned(),
    };
    desk.act("FZ1", &void, at("09:34"));
    let much_later = at("2026-12-08T09:00");
    assert!(
        desk.tell(much_later, None)
            .popup
            .iter()
            .all(|l| l.occasion.number.is_none())
    );
    assert!(desk.rows("FZ1").contains(&"C1 again suppressed".to_owned()));
}

#[test]
fn somebody_away_is_called_once_for_what_popped_up_and_nobody_acknowledged() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    for (number, kind) in [
        ("FZ1", Kind::Ordinary),
        ("FZ2", Kind::Urgent),
        ("FZ3", Kind::Ordinary),
    ] {
        desk.add(number, kind, "三坊七巷", at("09:33"));
    }
    let told = desk.tell(at("09:33"), None);
    // What has not popped up yet calls nobody.
    assert_eq!(desk.store.first_unanswered().unwrap(), None);
    desk.show(&told);
    assert_eq!(desk.store.first_unanswered().unwrap(), Some(at("09:33")));
    assert_eq!(desk.store.claim_call(at("09:32:59")).unwrap(), None);
    let seen = told
        .popup
        .iter()
        .find(|l| l.occasion.number == Some(Number::from("FZ3")));
    desk.store
        .acknowledge(&[seen.unwrap().id], at("09:34"))
        .unwrap();
    let mut called = Vec::new();
    while let Some(call) = desk.store.claim_call(at("09:33")).unwrap() {
        assert_eq!(call.due, Some(at("09:43")));
        called.push(call);
    }
    let numbers: Vec<&str> = called
        .iter()
        .map(|c| c.occasion.number.as_ref().unwrap().as_str())
        .collect();
    assert_eq!(numbers, ["FZ1", "FZ2"]);
    assert_eq!(desk.store.first_unanswered().unwrap(), None);
    assert_eq!(row(&desk, "FZ1").means, "banner desktop command");
    desk.store
        .call_failed(called[0].id, "命令：exit status: 1")
        .unwrap();
    let failed = row(&desk, "FZ1");
    assert_eq!(failed.means, "banner desktop command_failed");
    assert_eq!(failed.reason, "命令：exit status: 1");
    // The failure is no reason to call again.
    assert_eq!(desk.store.claim_call(at("09:33")).unwrap(), None);
}

#[test]
fn somebody_away_is_called_for_what_could_not_pop_up_and_not_for_what_was_not_meant_to() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:00"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    let told = desk.tell(at("09:33"), None);
    desk.store
        .settle(&[told.popup[0].id], Err("no bus"))
        .unwrap();
    let call = desk.store.claim_call(at("09:33")).unwrap().unwrap();
    assert_eq!(call.occasion.topic.name(), "street_sign");
    desk.store
        .call_failed(call.id, "命令：no such file")
        .unwrap();
    assert_eq!(row(&desk, "FZ1").reason, "no bus; 命令：no such file");
    // C9 stays on the screen.
    desk.act("FZ1", &to("三坊七巷社区"), at("09:34"));
    desk.act("FZ1", &Act::UnitSign { unit: None }, at("09:35"));
    let told = desk.tell_and_show(at("13:05"));
    assert_eq!(
        (said(&told), popped(&told)),
        (vec!["FZ1 C9 -30m".to_owned()], vec![])
    );
    assert_eq!(desk.store.claim_call(at("14:00")).unwrap(), None);
}

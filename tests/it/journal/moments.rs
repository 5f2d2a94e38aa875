//! One scene a rule of telling.

use tempfile::TempDir;
use zhiban::domain::command::Act;
use zhiban::domain::ids::{Fault, Kind, Number, Post, Tag, Unit, Verdict};
use zhiban::domain::occasion::Absence;

use super::{at, morning, popped, said, to, window_on};

fn folder() -> TempDir {
    TempDir::new().unwrap()
}

#[test]
fn a_signed_case_is_never_nagged_about() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    assert_eq!(said(&desk.tell_and_show(at("09:33"))), ["FZ1 C1 arrival"]);
    desk.act("FZ1", &Act::Sign, at("09:36"));
    assert!(desk.tell(at("09:38"), None).is_empty());
    assert!(desk.tell(at("09:43"), None).is_empty());
    assert_eq!(
        desk.rows("FZ1"),
        [
            "C1 arrival told",
            "C1 -5m suppressed",
            "C1 -2m suppressed",
            "C1 due suppressed"
        ]
    );
}

#[test]
fn an_unsigned_one_is_told_at_each_point_and_once_more_after_its_due_time() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    for moment in ["09:33", "09:38", "09:41", "09:43", "09:58"] {
        let told = desk.tell_and_show(at(moment));
        assert_eq!(told.banners.len(), 1, "{moment}");
        assert_eq!(told.popup.len(), 1, "{moment}");
        assert!(desk.tell(at(moment), None).is_empty(), "{moment} twice");
    }
    let view = desk.store.in_view(at("09:58")).unwrap();
    // A later point takes the earlier one's place.
    assert_eq!(view.count, 1);
    assert_eq!(view.lines[0].occasion.point, "+15m");
    desk.act("FZ1", &Act::Sign, at("10:00"));
    assert_eq!(desk.store.in_view(at("10:00")).unwrap().count, 0);
}

#[test]
fn of_two_windows_one_tells() {
    let folder = folder();
    let mut one = morning(&folder, at("09:30"));
    let mut other = window_on(&folder, at("09:30"));
    one.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    let first = other.tell(at("09:33"), None);
    let second = one.tell(at("09:33"), None);
    assert_eq!(popped(&first), ["FZ1 C1 arrival"]);
    assert!(second.is_empty());
    // Both show it until somebody acknowledges it in one of them.
    assert_eq!(one.store.in_view(at("09:33")).unwrap().count, 1);
    one.store
        .acknowledge(&[first.banners[0].id], at("09:34"))
        .unwrap();
    assert_eq!(other.store.in_view(at("09:34")).unwrap().count, 0);
}

/// Two replies sent back are two clocks with the same moments; one journal row is kept for each, and the rest of what has come
/// is told as ever.
#[test]
fn a_reply_that_was_sent_back_twice_is_told_of_once() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    desk.act("FZ1", &to("三坊七巷社区"), at("09:36"));
    for (replied, judged) in [("09:40", "09:45"), ("09:50", "09:55")] {
        let reply = Act::Reply {
            unit: None,
            text: "办了".to_owned(),
            photos: 0,
            approved_by: None,
        };
        desk.act("FZ1", &reply, at(replied));
        let sent_back = Act::Review {
            verdict: Verdict::Nonstandard,
            faults: vec![Fault::Wording],
        };
        desk.act("FZ1", &sent_back, at(judged));
    }
    // Half an hour before the close is due, less a quarter.
    let told = desk.tell_and_show(at("2026-11-24T08:48"));
    let of_it = said(&told).into_iter().filter(|line| line == "FZ1 C8 -15m");
    assert_eq!(of_it.count(), 1, "{:?}", said(&told));
}

#[test]
fn what_died_in_the_act_is_told_again_and_says_so() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    assert_eq!(desk.tell(at("09:33"), None).popup.len(), 1);
    desk.die();
    let mut again = window_on(&folder, at("09:34"));
    let absent = Some((at("00:00"), Absence::NotRunning));
    let told = again.tell(at("09:34"), absent);
    assert_eq!(popped(&told), ["FZ1 C1 arrival"]);
    assert!(told.popup[0].repeated);
    again.show(&told);
    assert_eq!(
        again.rows("FZ1"),
        ["C1 arrival unknown", "C1 arrival told_late again"]
    );
    assert!(again.tell(at("09:34"), None).is_empty());
}

#[test]
fn a_living_window_keeps_what_it_is_telling() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    assert_eq!(desk.tell(at("09:33"), None).popup.len(), 1);
    let mut other = window_on(&folder, at("09:34"));
    assert!(other.tell(at("09:34"), None).is_empty());
    assert_eq!(other.rows("FZ1"), ["C1 arrival telling"]);
}

#[test]
fn a_failed_notification_is_written_down_with_its_reason() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    let told = desk.tell(at("09:33"), None);
    desk.store
        .settle(&[told.popup[0].id], Err("no bus"))
        .unwrap();
    let rows = desk.journal(at("09:33"), at("09:34"));
    assert_eq!(rows[0].outcome.as_str(), "failed");
    assert_eq!(rows[0].reason, "no bus");
    assert_eq!(rows[0].means, "banner");
}

#[test]
fn what_was_missed_stays_missed_when_its_digest_fails_too() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:00"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:05"));
    let told = desk.tell(at("09:06"), Some((at("09:01"), Absence::NotRunning)));
    assert_eq!(popped(&told), ["FZ1 C1 arrival"]);
    desk.store
        .settle(&[told.popup[0].id], Err("no bus"))
        .unwrap();
    let rows = desk.journal(at("09:05"), at("09:06"));
    assert_eq!(rows[0].outcome.as_str(), "missed");
    assert_eq!(rows[0].reason, "not_running; no bus");
    assert!(rows[0].means.ends_with("desktop_failed"), "{rows:?}");
}

#[test]
fn what_nobody_was_there_to_tell_is_in_one_digest_as_far_as_it_still_matters() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:00"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:05"));
    desk.add("FZ2", Kind::Ordinary, "驿里", at("09:05"));
    desk.act("FZ2", &Act::Sign, at("09:14"));
    let told = desk.tell(at("09:40"), Some((at("09:01"), Absence::Asleep)));
    desk.show(&told);
    assert_eq!(told.absence, Some(Absence::Asleep));
    // The latest of each clock, overdue first; a signed case's sign is not spoken of.
    assert_eq!(popped(&told), ["FZ1 C1 +15m"]);
    assert_eq!(
        desk.rows("FZ1"),
        [
            "C1 arrival missed",
            "C1 -5m missed",
            "C1 -2m missed",
            "C1 due missed",
            "C1 +15m missed"
        ]
    );
    assert_eq!(
        desk.rows("FZ2"),
        [
            "C1 arrival missed",
            "C1 -5m missed",
            "C1 -2m missed",
            "C1 due suppressed",
            "C1 +15m suppressed"
        ]
    );
}

#[test]
fn several_at_once_are_one_notification_and_a_case_is_one_line() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    desk.add("FZ2", Kind::Ordinary, "柳河", at("09:33"));
    let told = desk.tell_and_show(at("09:33"));
    assert_eq!(popped(&told), ["FZ1 C1 arrival", "FZ2 C1 arrival"]);
    assert_eq!(desk.rows("FZ1"), ["C1 arrival told"]);
    assert_eq!(desk.rows("FZ2"), ["C1 arrival coalesced"]);
    desk.act("FZ1", &to("三坊七巷社区"), at("09:35"));
    desk.tell_and_show(at("09:38"));
    // Half of C3 and five minutes before its end are one moment.
    let told = desk.tell_and_show(at("09:40"));
    assert_eq!(said(&told), ["FZ1 C3 -5m"]);
    let rows = desk.rows("FZ1");
    assert!(rows.contains(&"C3 half coalesced".to_owned()), "{rows:?}");
}

#[test]
fn the_unit_is_not_to_be_phoned_twice() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:31"));
    desk.tell_and_show(at("09:31"));
    desk.act("FZ1", &to("三坊七巷社区"), at("09:35"));
    let remind = Act::Remind {
        unit: Some(Unit::from("三坊七巷社区")),
        about: zhiban::domain::ids::About::UnitSign,
        answered: false,
    };
    desk.act("FZ1", &remind, at("09:36"));
    desk.tell_and_show(at("09:40"));
    let rows = desk.rows("FZ1");
    assert!(rows.contains(&"C3 half suppressed".to_owned()), "{rows:?}");
    assert!(rows.contains(&"C3 -5m told".to_owned()), "{rows:?}");
}

#[test]
fn the_other_posts_points_stay_on_the_screen_until_they_are_overdue() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    desk.here = Some(Post::B);
    // Monday is post A's day.
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    let told = desk.tell(at("09:33"), None);
    assert_eq!((told.banners.len(), told.popup.len()), (1, 0));
    assert_eq!(desk.rows("FZ1"), ["C1 arrival told"]);
    let told = desk.tell(at("09:43"), None);
    assert_eq!(popped(&told), ["FZ1 C1 due"]);
}

#[test]
fn clocks_in_days_wait_for_the_morning_and_clocks_in_hours_do_not() {
    let folder = folder();
    let mut desk = morning(&folder, at("20:00"));
    let mut close_tonight = super::received(Kind::Ordinary, "三坊七巷");
    close_tonight.close_due = Some(at("23:30"));
    let number = zhiban::domain::ids::Number::from("FZ1");
    let by = super::context(zhiban::domain::ids::Actor::System, at("20:05"));
    desk.store.add(&number, close_tonight, &by).unwrap();
    desk.act("FZ1", &to("三坊七巷社区"), at("20:06"));
    let sign = Act::UnitSign { unit: None };
    desk.act("FZ1", &sign, at("20:07"));
    desk.add("FZ2", Kind::WasteSorting, "驿里", at("20:30"));
    desk.act("FZ2", &to("驿里社区"), at("20:31"));
    desk.act("FZ2", &sign, at("20:32"));
    desk.tell_and_show(at("22:00"));
    // In hours: rings, whatever the hour. The close of the first, in days, is due at 23:30 and waits.
    let told = desk.tell_and_show(at("23:37"));
    assert_eq!(said(&told), ["FZ1 C9 -30m"]);
    let told = desk.tell_and_show(at("2026-11-24T00:30"));
    assert_eq!(said(&told), ["FZ2 C6 due"]);
    let told = desk.tell_and_show(at("2026-11-24T07:30"));
    let said = said(&told);
    assert!(said.contains(&"FZ1 C6 +15m".to_owned()), "{said:?}");
    assert!(said.contains(&"- day ".to_owned()), "{said:?}");
    let rows = desk.journal(at("23:30"), at("23:31"));
    let told_at = rows[0].told_at.unwrap();
    assert_eq!(told_at, at("2026-11-24T07:30"));
}

#[test]
fn a_window_of_extension_stays_on_the_screen_unless_the_case_is_at_risk() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:00"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:01"));
    desk.act("FZ1", &to("三坊七巷社区"), at("09:02"));
    desk.act("FZ1", &Act::UnitSign { unit: None }, at("09:03"));
    desk.tell_and_show(at("12:00"));
    // C9 ends at 13:03.
    let told = desk.tell(at("12:33"), None);
    assert_eq!(
        (said(&told), popped(&told)),
        (vec!["FZ1 C9 -30m".to_owned()], vec![])
    );
    let at_risk = Act::Tag { tag: Tag::AtRisk };
    desk.act("FZ1", &at_risk, at("12:34"));
    // C10 ends at 15:02.
    let told = desk.tell(at("14:32"), None);
    assert_eq!(popped(&told), ["FZ1 C10 -30m"]);
}

#[test]
fn what_is_owed_stands_above_a_window_that_has_expired() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:00"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:01"));
    desk.act("FZ1", &to("三坊七巷社区"), at("09:02"));
    desk.act("FZ1", &Act::UnitSign { unit: None }, at("09:03"));
    desk.tell_and_show(at("12:00"));
    desk.tell_and_show(at("12:33"));
    desk.add("FZ2", Kind::Ordinary, "三坊七巷", at("12:50"));
    desk.tell_and_show(at("12:50"));
    // C9 ends at 13:03, FZ2 is to be signed by 13:20.
    for (moment, first) in [("12:51", "FZ1"), ("13:10", "FZ2"), ("13:30", "FZ2")] {
        let view = desk.store.in_view(at(moment)).unwrap();
        let number = view.lines[0].occasion.number.as_ref().map(Number::as_str);
        assert_eq!((number, view.count), (Some(first), 2), "{moment}");
    }
}

#[test]
fn a_window_that_has_passed_is_not_spoken_of() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:00"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:01"));
    desk.act("FZ1", &to("三坊七巷社区"), at("09:02"));
    desk.act("FZ1", &Act::UnitSign { unit: None }, at("09:03"));
    desk.tell_and_show(at("12:00"));
    let told = desk.tell(at("13:30"), Some((at("12:00"), Absence::Asleep)));
    assert!(told.is_empty(), "{told:?}");
    let rows = desk.rows("FZ1");
    assert!(rows.contains(&"C9 -30m missed".to_owned()), "{rows:?}");
}

#[test]
fn a_reminder_asked_for_again_comes_again_unless_it_is_needless_by_then() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:30"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:33"));
    let told = desk.tell_and_show(at("09:33"));
    desk.store
        .remind_again(told.popup[0].id, at("09:35"))
        .unwrap();
    assert_eq!(desk.next(at("09:33")), Some(at("09:35")));
    assert_eq!(popped(&desk.tell_and_show(at("09:35"))), ["FZ1 C1 again"]);
    let told = desk.tell_and_show(at("09:38"));
    desk.store
        .remind_again(told.popup[0].id, at("09:40"))
        .unwrap();
    desk.act("FZ1", &Act::Sign, at("09:39"));
    assert!(desk.tell(at("09:40"), None).is_empty());
}

#[test]
fn a_reply_waits_for_its_review_every_half_hour_until_it_is_judged() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:00"));
    desk.add("FZ1", Kind::Ordinary, "三坊七巷", at("09:01"));
    desk.act("FZ1", &to("三坊七巷社区"), at("09:02"));
    let reply = Act::Reply {
        unit: Some(Unit::from("三坊七巷社区")),
        text: "已疏通".to_owned(),
        photos: 1,
        approved_by: None,
    };
    desk.act("FZ1", &reply, at("09:10"));
    let reviews = |told: &zhiban::domain::telling::Telling| {
        said(told).iter().filter(|s| s.contains("review")).count()
    };
    assert_eq!(reviews(&desk.tell_and_show(at("09:10"))), 1);
    assert_eq!(reviews(&desk.tell_and_show(at("09:40"))), 1);
    let review = Act::Review {
        verdict: zhiban::domain::ids::Verdict::Accepted,
        faults: Vec::new(),
    };
    desk.act("FZ1", &review, at("09:50"));
    assert_eq!(reviews(&desk.tell_and_show(at("10:10"))), 0);
}

#[test]
fn what_happened_before_the_desk_knew_is_not_told_but_that_it_has_come() {
    let folder = folder();
    let mut desk = morning(&folder, at("09:00"));
    let number = zhiban::domain::ids::Number::from("FZ1");
    let mut by = super::context(zhiban::domain::ids::Actor::System, at("09:40"));
    by.at = at("2026-11-20T09:00");
    desk.store
        .add(&number, super::received(Kind::Ordinary, "三坊七巷"), &by)
        .unwrap();
    let told = desk.tell_and_show(at("09:40"));
    assert_eq!(said(&told), ["FZ1 C1 arrival"]);
    let rows = desk.journal(at("2026-11-20T00:00"), at("2026-11-23T09:41"));
    assert_eq!(
        rows.iter().filter(|r| r.occasion.number.is_some()).count(),
        1
    );
}

#[test]
fn the_shift_tells_whose_day_it_is_the_handover_the_summary_and_on_fridays_the_bulletin() {
    let folder = folder();
    let mut desk = morning(&folder, at("2026-11-27T07:00"));
    for (moment, what) in [
        ("2026-11-27T07:30", "- day "),
        ("2026-11-27T15:00", "- bulletin "),
        ("2026-11-27T21:30", "- handover "),
        ("2026-11-27T22:00", "- summary "),
    ] {
        assert_eq!(desk.next(at("2026-11-27T07:00")), Some(at(moment)));
        assert_eq!(said(&desk.tell_and_show(at(moment))), [what]);
    }
}

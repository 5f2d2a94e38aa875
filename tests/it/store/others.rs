//! What another process wrote is seen.

use std::sync::mpsc;
use std::time::Duration;

use zhiban::domain::command::{Act, RosterAct};
use zhiban::domain::event::{Event, Fact};
use zhiban::domain::ids::{Actor, Post};
use zhiban::domain::time::parse_date;
use zhiban::store::{Changes, watch};

use super::{Desk, act, add, at, by, number, received, work_through};

#[test]
fn another_windows_facts_are_handed_out_once() {
    let desk = Desk::new();
    let (mut here, mut there) = (desk.open(), desk.open());
    assert_eq!(here.changes().unwrap(), None);
    add(&mut there, 1, "09:00");
    let row = act(&mut there, 1, &Act::Sign, "09:03").row;
    work_through(&mut there, 3);
    let swap = RosterAct::Swap {
        date: parse_date("2026-11-24").unwrap(),
        post: Post::A,
        reason: None,
    };
    there.act_on_roster(&swap, &by(Post::A, "11:30")).unwrap();
    let seen = Changes {
        cases: vec![(number(1), row.map(|r| (r, 2))), (number(3), None)],
        roster: true,
        replaced: false,
    };
    assert_eq!(here.changes().unwrap(), Some(seen));
    assert_eq!(here.changes().unwrap(), None);
    assert_eq!(here.roster_facts().unwrap(), there.roster_facts().unwrap());
}

#[test]
fn ones_own_facts_are_not_news_and_hide_nobody_elses() {
    let desk = Desk::new();
    let (mut here, mut there) = (desk.open(), desk.open());
    add(&mut here, 1, "09:00");
    assert_eq!(here.changes().unwrap(), None);
    add(&mut there, 2, "09:00");
    add(&mut here, 3, "09:00");
    let changes = here.changes().unwrap().unwrap();
    assert!(changes.cases.iter().any(|(n, _)| *n == number(2)));
    assert_eq!(here.changes().unwrap(), None);
}

#[test]
fn another_windows_commit_knocks_and_again_for_a_disk_that_takes_its_time() {
    let desk = Desk::new();
    let mut store = desk.open();
    let (knock, knocked) = mpsc::channel();
    let watch = watch(&desk.path(), move || knock.send(()).unwrap_or_default()).unwrap();
    let several = || {
        for _ in 0..4 {
            knocked.recv_timeout(Duration::from_secs(10)).unwrap();
        }
    };
    // At the beginning, for what was written just before; the next of these are too far apart to be taken for news.
    several();
    add(&mut store, 1, "09:00");
    several();
    drop(watch);
    // The thread ends and with it the sender; what was on its way may still come.
    while knocked.recv_timeout(Duration::from_secs(5)) == Ok(()) {}
}

#[test]
fn many_rows_come_in_together_and_again_change_nothing() {
    let desk = Desk::new();
    let mut store = desk.open();
    add(&mut store, 1, "09:00");
    let rows = |titles: [&str; 3]| (1..).map(number).zip(titles.map(str::to_owned)).collect();
    let mut facts_of = |title: String, known: &[Fact], _: &zhiban::domain::rules::Rules| {
        let fact = |event| Fact {
            id: None,
            at: at("09:00"),
            case: None,
            by: Actor::System,
            person: None,
            note: None,
            event,
        };
        if known.is_empty() {
            vec![fact(Event::Received(Box::new(received("驿里", &title))))]
        } else {
            Vec::new()
        }
    };
    let mut told = Vec::new();
    let noon = at("12:00");
    let done = store
        .receive(rows(["甲", "乙", "丙"]), &mut facts_of, noon, &mut |n| {
            told.push(n);
        })
        .unwrap();
    assert_eq!(done.new, [number(2), number(3)]);
    assert_eq!((done.changed.len(), done.unchanged), (0, 1));
    assert_eq!(told, [1, 2, 3]);
    let again = store
        .receive(rows(["甲", "乙", "丙"]), &mut facts_of, noon, &mut |_| ())
        .unwrap();
    assert_eq!((again.new.len(), again.unchanged), (0, 3));
    let Event::Received(entered) = &store.case_facts(&number(3)).unwrap()[0].fact.event else {
        panic!("expected a receipt");
    };
    assert_eq!(entered.revision.as_ref(), Some(super::rules().revision()));
    assert_eq!(store.check().unwrap().problems, []);
}

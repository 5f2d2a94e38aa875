//! Acts from two windows on one store, and what is refused.

use zhiban::app::msg::Msg;
use zhiban::domain::command::{Act, RosterAct};
use zhiban::domain::decide::Refusal;
use zhiban::domain::ids::{Actor, Post, Stage, Tag};
use zhiban::domain::time::parse_date;
use zhiban::runtime::clock::Clock;
use zhiban::runtime::effects;
use zhiban::store::ActError;

use super::{Desk, act, add, at, by, number, projection, received, table, to, work_through};

fn refusal(error: ActError) -> Refusal {
    match error {
        ActError::Refused(refusal) => refusal,
        ActError::Store(error) => panic!("the store failed: {error}"),
    }
}

#[test]
fn of_two_windows_that_press_sign_one_is_told_who_did() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(), desk.open());
    add(&mut one, 1, "09:00");
    let signed = one.act(&number(1), &Act::Sign, &by(Post::A, "09:03"), Some(1));
    assert_eq!(signed.unwrap().version, 2);

    let late = other.act(&number(1), &Act::Sign, &by(Post::B, "09:04"), Some(1));
    let Refusal::AlreadyDone(did) = refusal(late.unwrap_err()) else {
        panic!("expected to be told who did it");
    };
    assert_eq!((did.by, did.at), (Actor::Post(Post::A), at("09:03")));
    assert_eq!(other.case_facts(&number(1)).unwrap().len(), 2);
}

/// The platform's clock is a little ahead of ours.
#[test]
fn a_case_handed_over_before_its_time_has_a_page() {
    let desk = Desk::new();
    let mut store = desk.open();
    add(&mut store, 1, "12:00");
    let clock = Clock::Fixed(at("11:59:58"));
    let page = effects::page(&mut store, &clock, number(1)).unwrap();
    let Msg::CaseLoaded(file) = page else {
        panic!("expected the case's facts, found {page:?}");
    };
    assert_eq!((file.number, file.facts.len()), (number(1), 1));
}

#[test]
fn threads_that_race_for_one_sign_get_it_once() {
    let desk = Desk::new();
    add(&mut desk.open(), 1, "09:00");
    let wins = std::thread::scope(|scope| {
        let runs: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    let context = by(Post::A, "09:03");
                    desk.open()
                        .act(&number(1), &Act::Sign, &context, Some(1))
                        .is_ok()
                })
            })
            .collect();
        runs.into_iter()
            .map(|r| r.join().unwrap())
            .filter(|won| *won)
            .count()
    });
    assert_eq!(wins, 1);
    assert_eq!(desk.open().case_facts(&number(1)).unwrap().len(), 2);
}

#[test]
fn an_act_on_a_case_that_moved_on_unseen_is_refused() {
    let desk = Desk::new();
    let (mut one, mut other) = (desk.open(), desk.open());
    add(&mut one, 1, "09:00");
    let tag = Act::Tag {
        tag: Tag::Sensitive,
    };
    act(&mut one, 1, &tag, "09:02");
    let late = other.act(&number(1), &Act::Sign, &by(Post::B, "09:04"), Some(1));
    let Refusal::Changed(Some(did)) = refusal(late.unwrap_err()) else {
        panic!("expected to be told of the change");
    };
    assert_eq!(did.event, "tagged");
    let seen = other.act(&number(1), &Act::Sign, &by(Post::B, "09:04"), Some(2));
    assert_eq!(seen.unwrap().version, 3);
}

#[test]
fn a_number_enters_once() {
    let desk = Desk::new();
    let mut store = desk.open();
    add(&mut store, 1, "09:00");
    let again = store.add(&number(1), received("驿里", "又来"), &by(Post::A, "09:01"));
    assert_eq!(
        refusal(again.unwrap_err()),
        Refusal::AlreadyThere(number(1))
    );
    let later = store.add(&number(2), received("驿里", "明天"), &by(Post::A, "12:01"));
    assert!(matches!(
        refusal(later.unwrap_err()),
        Refusal::Future { .. }
    ));
    let nobody = store.act(&number(9), &Act::Sign, &by(Post::A, "09:01"), None);
    assert_eq!(
        refusal(nobody.unwrap_err()),
        Refusal::UnknownCase(number(9))
    );
}

#[test]
fn undo_gives_the_row_back_as_it_was_and_keeps_both_facts() {
    let desk = Desk::new();
    let mut store = desk.open();
    let before = add(&mut store, 1, "09:00").row.unwrap();
    act(&mut store, 1, &Act::Sign, "09:03");
    let undone = act(&mut store, 1, &Act::Undo { id: None }, "09:05");
    assert_eq!(undone.row.unwrap(), before);
    let kinds: Vec<_> = store.case_facts(&number(1)).unwrap();
    let kinds: Vec<_> = kinds.iter().map(|l| l.fact.event.kind()).collect();
    assert_eq!(kinds, ["received", "signed", "undone"]);
    let again = store.act(
        &number(1),
        &Act::Undo { id: None },
        &by(Post::A, "09:06"),
        None,
    );
    assert_eq!(refusal(again.unwrap_err()), Refusal::NothingToUndo);
}

#[test]
fn a_late_keyed_fact_takes_its_place_in_time() {
    let desk = Desk::new();
    let mut store = desk.open();
    add(&mut store, 1, "09:00");
    act(&mut store, 1, &to("柳河社区"), "09:40");
    let signed = act(&mut store, 1, &Act::Sign, "09:03").row.unwrap();
    let cell = signed.cells[0].unwrap();
    assert_eq!(cell.met, Some(at("09:03")));
}

#[test]
fn a_closed_case_leaves_the_queue_and_stays_in_the_store() {
    let desk = Desk::new();
    let mut store = desk.open();
    work_through(&mut store, 1);
    work_through(&mut store, 2);
    let noon = at("12:00");
    let open = store.open_rows(noon).unwrap();
    let open: Vec<_> = open
        .iter()
        .map(|(row, version)| (row.number.clone(), *version))
        .collect();
    assert_eq!(open, [(number(2), 6)]);
    assert_eq!(store.all_rows(noon).unwrap().len(), 2);
}

#[test]
fn rows_read_from_disk_are_those_the_acts_returned() {
    let desk = Desk::new();
    let mut store = desk.open();
    add(&mut store, 1, "09:00");
    let tag = Act::Tag { tag: Tag::Repeat };
    act(&mut store, 1, &tag, "09:02");
    let row = act(&mut store, 1, &to("柳河社区"), "09:03").row.unwrap();
    assert_eq!(row.base_stage, Stage::WithUnit);
    assert_eq!(store.open_rows(at("12:00")).unwrap(), [(row, 3)]);
}

#[test]
fn the_queue_can_be_seen_as_it_was() {
    let desk = Desk::new();
    let mut store = desk.open();
    work_through(&mut store, 1);
    add(&mut store, 2, "09:30");
    let stages = |store: &mut zhiban::store::Store, time: &str| {
        let rows = store.open_rows(at(time)).unwrap();
        rows.into_iter()
            .map(|(row, _)| (row.number.clone(), row.stage()))
            .collect::<Vec<_>>()
    };
    assert_eq!(stages(&mut store, "08:30"), []);
    assert_eq!(
        stages(&mut store, "08:47"),
        [(number(1), Stage::AwaitingDispatch)]
    );
    assert_eq!(
        stages(&mut store, "10:45"),
        [
            (number(1), Stage::AwaitingReview),
            (number(2), Stage::AwaitingSign)
        ]
    );
    assert_eq!(
        stages(&mut store, "11:00"),
        [(number(2), Stage::AwaitingSign)]
    );
}

#[test]
fn a_swap_moves_the_blame_of_its_day_and_an_undo_moves_it_back() {
    let desk = Desk::new();
    let mut store = desk.open();
    // A Monday: post A's day. The sign comes three hours late.
    add(&mut store, 1, "08:40");
    act(&mut store, 1, &Act::Sign, "11:40");
    let before = projection(&desk.path());
    let swap = RosterAct::Swap {
        date: parse_date("2026-11-23").unwrap(),
        post: Post::B,
        reason: Some("换班".to_owned()),
    };
    let swapped = store.act_on_roster(&swap, &by(Post::A, "11:50")).unwrap();
    assert_eq!((swapped.number, swapped.version), (None, 1));
    let street_sign = |path: &std::path::Path| {
        let rows = table(path, "verdicts");
        let answers = rows.iter().find(|r| r[2] == "C1".to_owned().into());
        answers.unwrap()[8].clone()
    };
    assert_eq!(street_sign(&desk.path()), "[\"post:B\"]".to_owned().into());
    assert_eq!(store.check().unwrap().problems, []);

    let undo = RosterAct::Undo { id: None };
    store.act_on_roster(&undo, &by(Post::A, "11:55")).unwrap();
    assert_eq!(projection(&desk.path()), before);
}

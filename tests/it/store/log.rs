//! The log out as JSON lines and in again.

use proptest::prelude::*;
use zhiban::domain::command::{Act, RosterAct};
use zhiban::domain::event::{Event, Received};
use zhiban::domain::ids::{Post, Rating, Tag, Verdict};
use zhiban::domain::time::parse_date;
use zhiban::store::{LogError, Store};

use super::{Desk, act, add, by, exported, number, open, projection, to, work_through};

fn import(store: &mut Store, log: &str) -> Result<(usize, usize), LogError> {
    let done = store.import_log(&mut log.as_bytes())?;
    Ok((done.new, done.known))
}

fn line_at_fault(result: Result<(usize, usize), LogError>) -> (usize, String) {
    match result {
        Err(LogError::Line { line, problem }) => (line, problem),
        other => panic!("expected a line at fault, found {other:?}"),
    }
}

fn busy_desk() -> (Desk, Store) {
    let desk = Desk::new();
    let mut store = desk.open();
    for n in 1..=3 {
        work_through(&mut store, n);
    }
    let swap = RosterAct::Swap {
        date: parse_date("2026-11-23").unwrap(),
        post: Post::B,
        reason: Some("换班".to_owned()),
    };
    store.act_on_roster(&swap, &by(Post::A, "11:30")).unwrap();
    add(&mut store, 4, "11:40");
    (desk, store)
}

#[test]
fn an_empty_store_takes_a_log_and_is_the_same() {
    let (desk, store) = busy_desk();
    let log = exported(&store);
    assert!(log.starts_with("{\"calendar\"") || log.starts_with("{\"revision\""));

    let twin = Desk::new();
    let mut copy = twin.open();
    let facts = log.lines().count() - 1;
    assert_eq!(import(&mut copy, &log).unwrap(), (facts, 0));
    assert_eq!(projection(&twin.path()), projection(&desk.path()));
    assert_eq!(exported(&copy), log);
    assert_eq!(copy.check().unwrap().problems, []);

    assert_eq!(import(&mut copy, &log).unwrap(), (0, facts));
    assert_eq!(exported(&copy), log);
}

#[test]
fn a_log_may_come_in_any_order_of_lines() {
    let (desk, store) = busy_desk();
    let log = exported(&store);
    let mut backwards: Vec<&str> = log.lines().collect();
    backwards.reverse();
    let twin = Desk::new();
    import(&mut twin.open(), &backwards.join("\n")).unwrap();
    assert_eq!(projection(&twin.path()), projection(&desk.path()));
    for n in 1..=4 {
        let facts = |store: &Store| store.case_facts(&number(n)).unwrap();
        assert_eq!(facts(&twin.open()), facts(&store));
    }
}

#[test]
fn a_log_that_comes_in_pieces_is_the_same_in_the_end() {
    let (desk, store) = busy_desk();
    let log = exported(&store);
    let lines: Vec<&str> = log.lines().collect();
    let (revisions, facts) = lines.split_at(1);
    let twin = Desk::new();
    let mut copy = twin.open();
    for piece in facts.rchunks(3) {
        let piece = [revisions, piece].concat().join("\n");
        import(&mut copy, &piece).unwrap();
    }
    assert_eq!(projection(&twin.path()), projection(&desk.path()));
    assert_eq!(copy.check().unwrap().problems, []);
}

#[test]
fn two_desks_facts_of_one_case_stand_in_one_order_everywhere() {
    let (desk, mut store) = busy_desk();
    let log = exported(&store);
    let twin = Desk::new();
    let mut copy = twin.open();
    import(&mut copy, &log).unwrap();
    // Both go on by themselves, then each takes the other's log.
    act(&mut store, 4, &Act::Sign, "11:45");
    act(&mut copy, 4, &Act::Tag { tag: Tag::Repeat }, "11:45");
    act(&mut copy, 2, &to("城管办"), "11:50");
    let (here, there) = (exported(&store), exported(&copy));
    import(&mut store, &there).unwrap();
    import(&mut copy, &here).unwrap();
    assert_eq!(projection(&twin.path()), projection(&desk.path()));
    assert_eq!(
        store.case_facts(&number(4)).unwrap(),
        copy.case_facts(&number(4)).unwrap()
    );
    assert_eq!(store.check().unwrap().problems, []);
}

#[test]
fn a_wrong_line_is_named_and_nothing_of_the_log_goes_in() {
    let (_desk, store) = busy_desk();
    let log = exported(&store);
    let mut lines: Vec<String> = log.lines().map(str::to_owned).collect();
    let twin = Desk::new();
    let mut copy = twin.open();
    lines[4] = lines[4].replace("post:A", "post:C");
    let (line, problem) = line_at_fault(import(&mut copy, &lines.join("\n")));
    assert_eq!(line, 5);
    assert!(
        problem.contains("`by`") && problem.contains("post:C"),
        "{problem}"
    );
    lines[4] = "{".to_owned();
    assert_eq!(line_at_fault(import(&mut copy, &lines.join("\n"))).0, 5);

    // Without its revision the due times of a case would be others.
    let revision = super::rules().revision().to_string();
    let facts: Vec<&str> = log.lines().skip(1).collect();
    let facts = facts.join("\n").replace(&revision, "0123456789abcdef");
    let (line, problem) = line_at_fault(import(&mut copy, &facts));
    assert_eq!(line, 1);
    assert!(problem.contains("`revision`"), "{problem}");
    assert_eq!(exported(&copy), "");

    import(&mut copy, &log).unwrap();
    let changed = log.replace("08:45:00", "08:46:00");
    let (line, problem) = line_at_fault(import(&mut copy, &changed));
    assert_eq!(line, 3);
    assert!(problem.contains("`id`"), "{problem}");
    assert_eq!(exported(&copy), log);

    let not_utf8: &[u8] = b"\n\xff\n";
    let Err(LogError::Line { line, .. }) = copy.import_log(&mut &not_utf8[..]) else {
        panic!("bytes that are no text went in");
    };
    assert_eq!(line, 2);
}

#[test]
fn a_log_without_its_revisions_goes_by_the_one_in_force_if_it_is_the_one_meant() {
    let (_desk, store) = busy_desk();
    let log = exported(&store);
    let facts: Vec<&str> = log.lines().skip(1).collect();
    let twin = Desk::new();
    let mut copy = twin.open();
    import(&mut copy, &facts.join("\n")).unwrap();
    assert_eq!(exported(&copy), log);
}

/// A desk whose facts are from before texts were cleaned.
fn old_desk() -> (Desk, Store) {
    let desk = Desk::new();
    let mut store = desk.open();
    let case = Received {
        body: "一\r\n二\u{9b}31m".to_owned(),
        phone: "139\u{200f}0000".to_owned(),
        ..super::received("柳河", "坏\u{1b}[2J\u{202e}题")
    };
    store.add(&number(1), case, &by(Post::A, "08:40")).unwrap();
    let mut context = by(Post::A, "08:45");
    context.person = Some("王\u{1b}]0;x\u{7}某".to_owned());
    store.act(&number(1), &Act::Sign, &context, None).unwrap();
    add(&mut store, 2, "08:50");
    (desk, store)
}

#[test]
fn what_could_do_harm_is_taken_out_and_the_log_may_come_again() {
    let (_desk, store) = old_desk();
    let log = exported(&store);
    let twin = Desk::new();
    let mut copy = twin.open();
    let done = copy.import_log(&mut log.as_bytes()).unwrap();
    assert_eq!((done.new, done.known, done.cleaned), (3, 0, 2));
    let facts = copy.case_facts(&number(1)).unwrap();
    let Event::Received(e) = &facts[0].fact.event else {
        panic!("the first fact is no receipt");
    };
    assert_eq!((e.title.as_str(), e.body.as_str()), ("坏题", "一\n二"));
    assert_eq!(e.phone, "1390000");
    assert_eq!(facts[1].fact.person.as_deref(), Some("王某"));
    let clean = exported(&copy);
    assert!(!clean.chars().any(|c| c.is_control() && c != '\n') && !clean.contains("u001b"));
    // The same log once more, and what the copy has now, change nothing.
    assert_eq!(import(&mut copy, &log).unwrap(), (0, 3));
    assert_eq!(import(&mut copy, &clean).unwrap(), (0, 3));
    assert_eq!(exported(&copy), clean);
}

#[test]
fn a_cleaned_log_comes_back_to_the_desk_it_is_from() {
    let (desk, mut store) = old_desk();
    let log = exported(&store);
    let before = projection(&desk.path());
    let twin = Desk::new();
    let mut copy = twin.open();
    import(&mut copy, &log).unwrap();
    act(&mut copy, 2, &Act::Sign, "09:00");
    assert_eq!(import(&mut store, &exported(&copy)).unwrap(), (1, 3));
    assert_eq!(exported(&store).lines().count(), log.lines().count() + 1);
    assert!(exported(&store).starts_with(&log));
    assert_ne!(projection(&desk.path()), before);
    // A different fact of the same id is still told apart.
    let other = exported(&copy).replacen("坏题", "好题", 1);
    let (_, problem) = line_at_fault(import(&mut store, &other));
    assert!(problem.contains("`id`"), "{problem}");
}

#[test]
fn a_revision_that_could_do_harm_is_refused() {
    let (_desk, store) = busy_desk();
    let log = exported(&store);
    let twin = Desk::new();
    for (from, to, place) in [
        ("城管办", "城管\\u001b[2J办", "departments[0].name"),
        ("元旦", "元\\u202e旦", "2024-01-01"),
    ] {
        let changed = log.replacen(from, to, 1);
        let (line, problem) = line_at_fault(import(&mut twin.open(), &changed));
        assert_eq!(line, 1);
        assert!(problem.contains(place), "{problem}");
    }
}

fn any_act() -> impl Strategy<Value = Act> {
    let reply = Act::Reply {
        unit: None,
        text: "办了".to_owned(),
        photos: 1,
        approved_by: None,
    };
    let review = |verdict| Act::Review {
        verdict,
        faults: vec![zhiban::domain::ids::Fault::Wording],
    };
    let accepted = Act::Review {
        verdict: Verdict::Accepted,
        faults: Vec::new(),
    };
    let close = Act::Close {
        unreviewed: true,
        reason: Some("已在平台办结".to_owned()),
    };
    let bad = Act::Rate {
        rating: Rating::Dissatisfied,
        reason: None,
    };
    prop::sample::select(vec![
        Act::Sign,
        to("柳河社区"),
        to("城管办"),
        Act::UnitSign { unit: None },
        reply,
        review(Verdict::Nonstandard),
        accepted,
        close,
        bad,
        Act::FollowUp,
        Act::Tag { tag: Tag::Rebound },
        Act::Undo { id: None },
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_accepted_is_the_same_after_a_shuffled_log(
        acts in prop::collection::vec((1..4u32, any_act(), 0..90i64), 1..40),
        order in any::<prop::sample::Index>(),
    ) {
        let desk = Desk::new();
        let mut store = desk.open();
        for n in 1..4 {
            add(&mut store, n, "08:00");
        }
        for (n, act, minutes) in acts {
            let mut context = by(Post::A, "10:00");
            context.at = context.at.plus_minutes(minutes);
            // Some are refused; those leave nothing behind.
            let _ = store.act(&number(n), &act, &context, None);
        }
        let before = projection(&desk.path());
        prop_assert_eq!(store.check().unwrap().problems, vec![]);

        let log = exported(&store);
        let mut lines: Vec<&str> = log.lines().collect();
        let turn = order.index(lines.len());
        lines.rotate_left(turn);
        let twin = Desk::new();
        import(&mut open(&twin.path()), &lines.join("\n")).unwrap();
        prop_assert_eq!(projection(&twin.path()), before);
    }
}

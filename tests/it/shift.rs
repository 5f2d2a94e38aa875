//! The made-up shift of `zhiban demo`: a believable morning, others who go on by themselves, and a desk that may be faster.

use std::collections::BTreeSet;

use tempfile::TempDir;
use zhiban::domain::case::Case;
use zhiban::domain::command::{Act, Context};
use zhiban::domain::event::{Event, Fact, Received};
use zhiban::domain::ids::{About, Actor, Kind, Number, Post, Stage, State, Tag};
use zhiban::domain::queue::Row;
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;
use zhiban::runtime::shift::{Shift, opening};
use zhiban::store::{Store, Which};

mod screen;

/// A throwaway store, the others' window on it and one for whoever sits at the desk.
struct Demo {
    _folder: TempDir,
    shift: Shift,
    theirs: Store,
    mine: Store,
    now: Stamp,
}

impl Demo {
    fn at(now: Stamp) -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("zhiban.db");
        let rules = Rules::builtin().unwrap();
        let mut theirs = Store::open(&path, rules.clone(), now).unwrap();
        let mut shift = Shift::new(now.date(), rules.clone()).unwrap();
        shift.catch_up(&mut theirs, now).unwrap();
        Self {
            mine: Store::open(&path, rules, now).unwrap(),
            _folder: folder,
            shift,
            theirs,
            now,
        }
    }

    fn opened() -> Self {
        Self::at(opening().unwrap())
    }

    fn wait(&mut self, minutes: i64) {
        self.now = self.now.plus_minutes(minutes);
        self.shift.catch_up(&mut self.theirs, self.now).unwrap();
    }

    fn rows(&mut self) -> Vec<Row> {
        let rows = self.mine.open_rows(self.now).unwrap();
        rows.into_iter().map(|(row, _)| row).collect()
    }

    fn facts(&self, number: &Number) -> Vec<Fact> {
        let logged = self.mine.case_facts(number).unwrap();
        logged.into_iter().map(|l| l.fact).collect()
    }

    fn all_facts(&self) -> Vec<Fact> {
        let numbers = self.mine.numbers(Which::All).unwrap();
        numbers.iter().flat_map(|n| self.facts(n)).collect()
    }

    fn case(&self, number: &Number) -> Case {
        Case::fold(&self.facts(number), self.now).unwrap()
    }

    fn mine(&self) -> Context {
        Context {
            at: self.now,
            now: self.now,
            by: Actor::Post(Post::A),
            person: None,
            note: None,
        }
    }

    fn act(&mut self, number: &Number, act: &Act) {
        let context = self.mine();
        self.mine.act(number, act, &context, None).unwrap();
    }

    /// The first case that waits for the street's sign and has a community.
    fn unsigned(&mut self) -> Number {
        let rows = self.rows().into_iter();
        let mut unsigned =
            rows.filter(|r| r.stage() == Stage::AwaitingSign && r.community.is_some());
        unsigned.next().unwrap().number
    }
}

const TO_ITS_OWN: Act = Act::Dispatch { units: Vec::new() };

fn late(row: &Row, now: Stamp) -> bool {
    let cells = row.cells.iter().flatten();
    cells.into_iter().any(|c| c.state(now) == State::Overdue)
}

#[test]
fn the_desk_opens_on_a_morning_at_work() {
    let mut demo = Demo::opened();
    let rows = demo.rows();
    let policy = Rules::builtin().unwrap().policy;
    let communities: BTreeSet<_> = rows.iter().filter_map(|r| r.community.clone()).collect();
    assert_eq!(communities.len(), policy.communities.len());
    let kinds: BTreeSet<Kind> = rows.iter().map(|r| r.kind).collect();
    assert_eq!(kinds, Kind::ALL.iter().copied().collect());
    for stage in [
        Stage::AwaitingSign,
        Stage::AwaitingDispatch,
        Stage::WithUnit,
        Stage::AwaitingReview,
        Stage::Aftercare,
    ] {
        assert!(rows.iter().any(|r| r.stage() == stage), "{stage}");
    }
    assert!(rows.iter().any(|r| late(r, demo.now)));
    assert!(rows.iter().any(|r| r.tags.contains(&Tag::Undecided)));
    assert!(rows.iter().any(|r| r.community.is_none()));
    let titles: BTreeSet<&String> = rows.iter().map(|r| &r.title).collect();
    assert_eq!(titles.len(), rows.len());
}

#[test]
fn nobody_in_it_can_be_named() {
    let demo = Demo::opened();
    for fact in demo.all_facts() {
        assert_eq!(fact.person, None);
        if let Event::Received(e) = fact.event {
            assert_eq!((e.reporter.as_str(), e.phone.as_str()), ("", ""));
            let text = format!("{}{}{}", e.title, e.address, e.body);
            let digits = text.split(|c: char| !c.is_ascii_digit()).map(str::len);
            assert!(digits.max().unwrap() < 5, "{text}");
        }
    }
}

#[test]
fn the_shift_goes_on_while_nobody_touches_the_desk() {
    let mut demo = Demo::opened();
    let opened = demo.now;
    let waiting = demo.rows().len();
    for _ in 0..25 {
        let before = demo.mine.numbers(Which::All).unwrap().len();
        demo.wait(10);
        assert!(demo.mine.numbers(Which::All).unwrap().len() > before);
    }
    let facts = demo.all_facts();
    assert!(facts.iter().all(|f| f.at <= demo.now));
    let since: Vec<&Fact> = facts.iter().filter(|f| f.at > opened).collect();
    for event in [
        "received",
        "signed",
        "dispatched",
        "unit_signed",
        "replied",
        "reviewed",
        "closed",
        "rated",
    ] {
        assert!(since.iter().any(|f| f.event.kind() == event), "{event}");
    }
    // What comes is done, some of it late.
    assert!(demo.rows().len() < waiting + 40, "{}", demo.rows().len());
    let rows = demo.mine.all_rows(demo.now).unwrap();
    let signs = rows.iter().filter_map(|(row, _)| row.cells[2]);
    let states: Vec<State> = signs.map(|cell| cell.state(demo.now)).collect();
    assert!(states.contains(&State::Met) && states.contains(&State::Late));
    assert_eq!(demo.mine.check().unwrap().problems, []);
}

#[test]
fn it_is_the_same_shift_however_often_the_others_look() {
    let told = |demo: &Demo| {
        let facts = demo.all_facts().into_iter();
        let told = facts.map(|f| format!("{} {:?} {} {}", f.at, f.case, f.by, f.event.kind()));
        told.collect::<Vec<_>>()
    };
    let (mut at_once, mut by_and_by) = (Demo::opened(), Demo::opened());
    at_once.wait(90);
    for _ in 0..45 {
        by_and_by.wait(2);
    }
    assert_eq!(told(&at_once), told(&by_and_by));
}

#[test]
fn the_desk_may_be_faster_and_the_units_answer_it() {
    let mut demo = Demo::opened();
    let number = demo.unsigned();
    demo.act(&number, &TO_ITS_OWN);
    demo.wait(2);
    let unit = demo.case(&number).lead_unit().unwrap().clone();
    assert!(demo.case(&number).lead_stay().unwrap().signed.is_none());
    let call = Act::Remind {
        unit: Some(unit),
        about: About::UnitSign,
        answered: true,
    };
    demo.act(&number, &call);
    let called = demo.now;
    demo.wait(3);
    let signed = demo.case(&number).lead_stay().unwrap().signed.unwrap();
    assert_eq!(signed.at(), Some(called.plus_minutes(2)));
    demo.wait(180);
    let events: Vec<&str> = demo.facts(&number).iter().map(|f| f.event.kind()).collect();
    assert_eq!(events.iter().filter(|e| **e == "dispatched").count(), 1);
    assert!(events.contains(&"replied"), "{events:?}");
}

#[test]
fn what_the_desk_takes_back_is_left_to_it() {
    let mut demo = Demo::opened();
    let number = demo.unsigned();
    demo.act(&number, &Act::Sign);
    demo.act(&number, &Act::Undo { id: None });
    demo.wait(120);
    assert_eq!(demo.case(&number).stage(), Stage::AwaitingSign);
    demo.act(&number, &TO_ITS_OWN);
    demo.wait(30);
    assert!(demo.case(&number).lead_stay().unwrap().signed.is_some());
}

#[test]
fn a_case_keyed_in_at_the_desk_finds_units_that_work() {
    let mut demo = Demo::opened();
    let number = Number::from("MINE1");
    let received = Received {
        community: Some("柳河".into()),
        ..Received::new(Kind::Ordinary, "自己录的一件")
    };
    let context = demo.mine();
    demo.mine.add(&number, received, &context).unwrap();
    demo.wait(60);
    assert_eq!(demo.case(&number).stage(), Stage::AwaitingSign);
    demo.act(&number, &TO_ITS_OWN);
    demo.wait(120);
    assert_eq!(demo.case(&number).stage(), Stage::AwaitingReview);
}

#[test]
fn it_can_be_joined_at_any_moment() {
    for now in ["2026-12-05T14:00", "2027-03-01T07:00", "2026-11-23T23:30"] {
        let mut demo = Demo::at(now.parse().unwrap());
        assert!(!demo.rows().is_empty(), "{now}");
        // What comes again and again comes while somebody is there.
        let facts = demo.all_facts();
        let new = facts.iter().filter(|f| f.event.kind() == "received");
        assert!(new.clone().all(|f| f.at <= demo.now));
        let night = |f: &&Fact| f.at.time() >= "22:31".parse().unwrap();
        assert_eq!(new.filter(night).count(), 0, "{now}");
    }
}

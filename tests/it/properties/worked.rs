//! A desk at work: acts drawn at random, of which `decide` accepts some.

use proptest::prelude::*;
use zhiban::domain::command::{Act, Context};
use zhiban::domain::decide::decide;
use zhiban::domain::event::{Event, Fact, Received};
use zhiban::domain::ids::{
    About, Actor, FactId, Kind, Number, Party, Post, Rating, Suggestion, Verdict,
};
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;

use super::made_up::{CASE, MONDAY, assignments, close_due, fields, tag, unit};

/// An act with how long after the last one it is keyed, and how long before that it is said to have happened.
#[derive(Debug, Clone)]
pub struct Keyed {
    act: Act,
    by: Actor,
    minutes: i64,
    ago: i64,
}

impl Keyed {
    pub const fn is_undo(&self) -> bool {
        matches!(self.act, Act::Undo { .. })
    }
}

/// What became of a step: how many facts it made, none when it was refused.
pub struct Step {
    pub taken: usize,
    pub act: Act,
}

/// The log of one case and the present moment.
#[derive(Debug, Clone)]
pub struct Desk<'a> {
    rules: &'a Rules,
    pub facts: Vec<Fact>,
    pub now: Stamp,
}

impl<'a> Desk<'a> {
    /// A desk with one case that came in on a Monday at nine.
    pub fn open(rules: &'a Rules) -> Self {
        let now = MONDAY.plus_minutes(9 * 60);
        let received = Received {
            community: Some("柳河".into()),
            ..Received::new(Kind::Ordinary, "路灯不亮")
        };
        let mut desk = Self {
            rules,
            facts: Vec::new(),
            now,
        };
        desk.log(now, Actor::System, Event::Received(Box::new(received)));
        desk
    }

    fn log(&mut self, at: Stamp, by: Actor, event: Event) {
        let id = FactId::from(format!("f{}", self.facts.len()));
        let case = Some(Number::from(CASE));
        self.facts.push(Fact {
            id: Some(id),
            at,
            case,
            by,
            person: None,
            note: None,
            event,
        });
    }

    fn carry_out(&mut self, act: &Act, by: &Actor, at: Stamp) -> usize {
        let context = Context {
            at,
            now: self.now,
            by: by.clone(),
            person: None,
            note: None,
        };
        let events = decide(&self.facts, act, &context, self.rules).unwrap_or_default();
        let taken = events.len();
        for event in events {
            self.log(at, by.clone(), event);
        }
        taken
    }

    /// Lets time pass and keys the act.
    pub fn take(&mut self, step: &Keyed) -> Step {
        self.now = self.now.plus_minutes(step.minutes);
        let taken = self.carry_out(&step.act, &step.by, self.now.plus_minutes(-step.ago));
        Step {
            taken,
            act: step.act.clone(),
        }
    }

    /// Takes the last act back; was that allowed?
    pub fn undo(&mut self) -> bool {
        self.carry_out(&Act::Undo { id: None }, &Actor::Post(Post::A), self.now) == 1
    }
}

/// Acts as a desk keys them, more of the common ones; now and then one that happened a while ago.
pub fn acts() -> impl Strategy<Value = Keyed> {
    let minutes = prop_oneof![4 => 0i64..20, 2 => 0i64..300, 1 => 0i64..3 * 1440];
    let ago = prop_oneof![3 => Just(0i64), 1 => 0i64..60];
    let by = prop::sample::select(&[Actor::Post(Post::A), Actor::Post(Post::B)][..]);
    (act(), by, minutes, ago).prop_map(|(act, by, minutes, ago)| Keyed {
        act,
        by,
        minutes,
        ago,
    })
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![6 => common(), 2 => at_the_end(), 2 => aside()]
}

fn common() -> impl Strategy<Value = Act> {
    prop_oneof![
        Just(Act::Sign),
        Just(Act::Dispatch { units: Vec::new() }),
        assignments().prop_map(|units| Act::Dispatch { units }),
        prop::option::of(unit()).prop_map(|unit| Act::UnitSign { unit }),
        (prop::option::of(unit()), prop::sample::select(About::ALL)).prop_map(|(unit, about)| {
            Act::Remind {
                unit,
                about,
                answered: true,
            }
        }),
        (unit(), prop::option::of(unit())).prop_map(|(from, to)| Act::Transfer {
            from,
            to,
            grounds: "不属本单位".into()
        }),
        (unit(), unit()).prop_map(|(unit, other)| Act::CoAssign {
            unit,
            units: vec![other],
            grounds: String::new()
        }),
        prop::option::of(unit()).prop_map(|unit| Act::Reply {
            unit,
            text: "已处理".into(),
            photos: 2,
            approved_by: None
        }),
        prop::sample::select(Verdict::ALL).prop_map(|verdict| Act::Review {
            verdict,
            faults: Vec::new()
        }),
    ]
}

fn at_the_end() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => Just(Act::Close {
            unreviewed: false,
            reason: None
        }),
        1 => Just(Act::Close {
            unreviewed: true,
            reason: Some("平台已办结".into())
        }),
        4 => prop::sample::select(Rating::ALL).prop_map(|rating| Act::Rate {
            rating,
            reason: Some("市民来电".into())
        }),
        4 => Just(Act::Rate {
            rating: Rating::Dissatisfied,
            reason: None
        }),
        4 => Just(Act::FollowUp),
        4 => Just(Act::Rework),
        4 => Just(Act::FileAppeal {
            approved_by: None,
            stamped: true
        }),
        4 => any::<bool>().prop_map(|upheld| Act::DecideAppeal { upheld }),
        4 => any::<bool>().prop_map(|stable| Act::LookBack { stable }),
    ]
}

fn aside() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => Just(Act::Consult),
        4 => Just(Act::Contact),
        4 => Just(Act::Escalate { to: None }),
        4 => Just(Act::Report { to: None }),
        4 => Just(Act::Link {
            other: "FZ26112300001".into()
        }),
        4 => Just(Act::Dismiss {
            suggestion: Suggestion::Repeat,
            reason: String::new()
        }),
        4 => tag().prop_map(|tag| Act::Tag { tag }),
        4 => tag().prop_map(|tag| Act::Untag { tag }),
        4 => Just(Act::Note {
            text: "已电话".into()
        }),
        4 => fields().prop_map(|fields| Act::Amend {
            fields,
            reason: Some("登记有误".into())
        }),
        4 => prop::sample::select(Party::ALL).prop_map(|party| Act::RequestExtension {
            party,
            reason: String::new()
        }),
        4 => prop::option::of(close_due()).prop_map(|close_due| Act::DecideExtension {
            granted: close_due.is_some(),
            close_due
        }),
        1 => Just(Act::Void {
            reason: "重复登记".into()
        }),
        4 => Just(Act::Undo { id: None }),
        4 => (0..20).prop_map(|n| Act::Undo {
            id: Some(FactId::from(format!("f{n}")))
        }),
    ]
}

//! An imported row to facts: a case the desk did not know arrives, a case it knows is amended, confirmed, or differs.
//!
//! A row never adds acts to a known case and never overwrites in silence what a person keyed in (R9). The same list
//! twice adds nothing. Pure; called by `cli` and `runtime` between `intake` and `store`.

use super::case::Case;
use super::draft::Draft;
use super::event::{
    Amended, Closed, Confirmed, Differed, Event, Fact, Fields, Imported, Received, Untagged,
};
use super::history;
use super::ids::{Actor, Already, FactId, Kind, Rating, Stage, Tag};
use super::policy::Status;
use super::rules::{Reckoning, Rules};
use super::time::Stamp;

/// The facts a row adds to a case with this history (none for a case the desk does not know), at `now`. Their ids, and
/// the revision of a case that arrives, are left to the store.
#[must_use]
pub fn facts(draft: &Draft, history: &[Fact], rules: &Rules, now: Stamp) -> Vec<Fact> {
    // What lies later than now is not known (S3); the intake has said so.
    if draft.received > now {
        return Vec::new();
    }
    let standing = history::standing(history, now);
    match Case::of_standing(&standing) {
        None => arrive(draft, rules, now),
        Some(case) => Comparison {
            draft,
            case,
            standing,
            now,
            facts: Vec::new(),
        }
        .facts(),
    }
}

fn fact(draft: &Draft, at: Stamp, event: Event) -> Fact {
    Fact {
        id: None,
        at,
        case: Some(draft.number.clone()),
        by: Actor::System,
        person: None,
        note: None,
        event,
    }
}

/// A case the desk did not know ("What an imported row says").
fn arrive(draft: &Draft, rules: &Rules, now: Stamp) -> Vec<Fact> {
    let status = said(draft).unwrap_or_else(|| by_age(draft, rules, now));
    let closed = draft.closed.filter(|t| status == Status::Closed && *t <= now);
    let mut already = steps(status).to_vec();
    if closed.is_some() {
        already.retain(|s| *s != Already::Closed);
    }
    let mut tags = draft.tags.clone();
    if draft.kind.is_none() && !tags.contains(&Tag::Undecided) {
        tags.push(Tag::Undecided);
    }
    let unknown = |known: bool, word: &str| (!known && !word.is_empty()).then(|| word.to_owned());
    let imported = Imported {
        known_from: now,
        unit: draft.unit.clone(),
        reply: draft.reply.clone(),
        rating: draft.rating,
        community: unknown(draft.community.is_some(), &draft.community_text),
        kind: unknown(draft.kind.is_some(), &draft.kind_text),
    };
    let says_more = status != Status::AwaitingSign
        || imported.unit.is_some()
        || imported.reply.is_some()
        || imported.rating.is_some()
        || imported.community.is_some()
        || imported.kind.is_some();
    let received = Received {
        kind: draft.kind.unwrap_or(Kind::Ordinary),
        community: draft.community.clone(),
        title: draft.title.clone(),
        close_due: draft.close_due,
        tags,
        body: draft.body.clone(),
        address: draft.address.clone(),
        reporter: draft.reporter.clone(),
        phone: draft.phone.clone(),
        channel: draft.channel.clone(),
        already,
        imported: says_more.then_some(imported),
        revision: None,
    };
    let mut facts = vec![fact(
        draft,
        draft.received,
        Event::Received(Box::new(received)),
    )];
    facts.extend(closed.map(|at| fact(draft, at, Event::Closed(Closed { reason: None }))));
    facts
}

/// What the row says had happened: its status word, else what its other cells imply; none when they say nothing.
fn said(draft: &Draft) -> Option<Status> {
    draft
        .status
        .or_else(|| draft.closed.map(|_| Status::Closed))
        .or_else(|| draft.reply.as_ref().map(|_| Status::AwaitingReview))
        .or_else(|| draft.unit.as_ref().map(|_| Status::Dispatched))
}

/// A list without a status: what came in long ago was dealt with before the desk knew.
fn by_age(draft: &Draft, rules: &Rules, now: Stamp) -> Status {
    let mut reckoning = Reckoning::new(rules);
    let unsigned_until = reckoning.plus(draft.received, rules.policy.desk.unsigned_for);
    if unsigned_until < now {
        Status::Dispatched
    } else {
        Status::AwaitingSign
    }
}

const fn steps(status: Status) -> &'static [Already] {
    const ALL: &[Already] = Already::ALL;
    let count = match status {
        Status::AwaitingSign => 0,
        Status::AwaitingDispatch => 1,
        Status::Dispatched => 2,
        Status::InProgress => 3,
        Status::AwaitingReview => 4,
        Status::Closed => 6,
    };
    ALL.split_at(count).0
}

/// The identifier of a status, as `differed` records it.
const fn name(status: Status) -> &'static str {
    match status {
        Status::AwaitingSign => "awaiting_sign",
        Status::AwaitingDispatch => "awaiting_dispatch",
        Status::Dispatched => "dispatched",
        Status::InProgress => "in_progress",
        Status::AwaitingReview => "awaiting_review",
        Status::Closed => "closed",
    }
}

/// How far the work has come by a status, on one scale with [`progress_of_stage`].
const fn progress_of_status(status: Status) -> u8 {
    match status {
        Status::AwaitingSign => 0,
        Status::AwaitingDispatch => 1,
        Status::Dispatched | Status::InProgress => 2,
        Status::AwaitingReview => 3,
        Status::Closed => 4,
    }
}

const fn progress_of_stage(stage: Stage) -> u8 {
    match stage {
        Stage::AwaitingSign => 0,
        Stage::AwaitingDispatch => 1,
        Stage::WithUnit => 2,
        Stage::AwaitingReview => 3,
        Stage::Closed | Stage::Aftercare | Stage::Void => 4,
    }
}

/// A row held against the case it is about.
struct Comparison<'a> {
    draft: &'a Draft,
    case: Case,
    /// What stands of its history, in order.
    standing: Vec<&'a Fact>,
    now: Stamp,
    facts: Vec<Fact>,
}

/// A text of a case that the platform may change, in each of the three places it stands in.
struct Text {
    in_row: fn(&Draft) -> &str,
    in_case: fn(&Received) -> &str,
    in_change: fn(&mut Fields) -> &mut Option<String>,
}

const TEXTS: [Text; 6] = [
    Text {
        in_row: |d| &d.title,
        in_case: |r| &r.title,
        in_change: |f| &mut f.title,
    },
    Text {
        in_row: |d| &d.body,
        in_case: |r| &r.body,
        in_change: |f| &mut f.body,
    },
    Text {
        in_row: |d| &d.address,
        in_case: |r| &r.address,
        in_change: |f| &mut f.address,
    },
    Text {
        in_row: |d| &d.reporter,
        in_case: |r| &r.reporter,
        in_change: |f| &mut f.reporter,
    },
    Text {
        in_row: |d| &d.phone,
        in_case: |r| &r.phone,
        in_change: |f| &mut f.phone,
    },
    Text {
        in_row: |d| &d.channel,
        in_case: |r| &r.channel,
        in_change: |f| &mut f.channel,
    },
];

impl<'a> Comparison<'a> {
    fn facts(mut self) -> Vec<Fact> {
        let mut fields = Fields::default();
        self.compare_texts(&mut fields);
        self.compare_close_due(&mut fields);
        let decided = self.compare_kind(&mut fields);
        self.compare_community(&mut fields);
        if fields != Fields::default() {
            let reason = None;
            self.add(Event::Amended(Amended { fields, reason }));
        }
        if decided {
            let tag = Tag::Undecided;
            self.add(Event::Untagged(Untagged { tag }));
        }
        self.compare_receipt();
        self.compare_steps();
        self.compare_unit();
        self.compare_rating();
        self.facts
    }

    fn add(&mut self, event: Event) {
        self.facts.push(fact(self.draft, self.now, event));
    }

    /// Records a disagreement, unless it is the one recorded last for that field.
    fn differ(&mut self, field: &str, here: &str, there: &str) {
        let last = self.standing.iter().rev().find_map(|f| match &f.event {
            Event::Differed(e) if e.field == field => Some(e.there.as_str()),
            _ => None,
        });
        if last != Some(there) {
            self.add(Event::Differed(Differed {
                field: field.to_owned(),
                here: here.to_owned(),
                there: there.to_owned(),
                taken: false,
            }));
        }
    }

    /// The changes of the case's facts, with who made them.
    fn changes(&self) -> impl DoubleEndedIterator<Item = (&'a Actor, &'a Fields)> {
        self.standing.iter().filter_map(|f| match &f.event {
            Event::Amended(e) => Some((&f.by, &e.fields)),
            _ => None,
        })
    }

    /// What the platform said last of something: through a change by an import, else at the arrival, when it came from
    /// an import. A value it has said before is no news, so it does not take back what a person put right here.
    fn said_last<T>(
        &self,
        in_change: impl Fn(&'a Fields) -> Option<T>,
        in_case: impl Fn(&'a Received) -> T,
    ) -> Option<T> {
        let changed = self
            .changes()
            .rev()
            .filter(|(by, _)| **by == Actor::System)
            .find_map(|(_, fields)| in_change(fields));
        changed.or_else(|| {
            self.standing.iter().find_map(|f| match &f.event {
                Event::Received(e) if f.by == Actor::System => Some(in_case(e)),
                _ => None,
            })
        })
    }
}

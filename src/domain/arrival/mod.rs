//! An imported row to facts: a case the desk did not know arrives, a case it knows is amended, confirmed, or differs.
//!
//! A row never adds acts to a known case and never overwrites in silence what a person keyed in (R9). The same list
//! twice adds nothing. Pure; called by `cli` and `runtime` between `intake` and `store`.

mod compare;
mod tally;

use compare::Comparison;
pub use tally::Tally;

use super::case::Case;
use super::draft::Draft;
use super::event::{Closed, Event, Fact, Imported, Received};
use super::history;
use super::ids::{Actor, Already, Kind, Tag};
use super::policy::Status;
use super::rules::{Reckoning, Rules};
use super::time::Stamp;

/// The facts a row adds to a case with this history (none for a case the desk does not know), at `now`. Their ids, and
/// the revision of a case that arrives, are left to the store.
#[must_use]
pub fn facts(draft: &Draft, history: &[Fact], rules: &Rules, now: Stamp) -> Vec<Fact> {
    // A case whose receipt still lies ahead is known to the platform all the same: it must not arrive twice.
    let received = history
        .iter()
        .filter(|f| matches!(f.event, Event::Received(_)));
    let now = received.map(|f| f.at).fold(now, Stamp::max);
    let standing = history::standing(history, now);
    match Case::of_standing(&standing) {
        None => arrive(draft, rules, now),
        Some(case) => Comparison::new(draft, case, standing, now).facts(),
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
    let closed = draft
        .closed
        .filter(|t| status == Status::Closed && *t <= now);
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

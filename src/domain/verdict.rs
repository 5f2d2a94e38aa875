//! Breaches: which clocks were missed, by how much, who answers and on which facts that rests (W1-W3).
//!
//! Called by `show`, `explain`, the store's projection and the case page.

use super::case::Case;
use super::clock::{Answers, Clock};
use super::event::{Event, Fact};
use super::ids::{About, ClockId, State, Tag, Unit};
use super::roster::Roster;
use super::time::Stamp;

/// A fact a verdict rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Because {
    /// The event's name.
    pub event: &'static str,
    /// When it happened.
    pub at: Stamp,
}

/// A missed obligation (T11, W3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// Which rule.
    pub id: ClockId,
    /// The unit it bound.
    pub unit: Option<Unit>,
    /// When it was due.
    pub due: Stamp,
    /// When it was met after all.
    pub met: Option<Stamp>,
    /// By how many seconds: until met, until the close, or until now.
    pub late_seconds: i64,
    /// Who answers.
    pub answers: Answers,
    /// The facts it rests on, in order.
    pub because: Vec<Because>,
}

/// What a verdict may rest on.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// The case's facts as `history` puts them in order.
    pub standing: &'a [&'a Fact],
    /// The case they make.
    pub case: &'a Case,
    /// Who was on duty when.
    pub roster: &'a Roster,
}

/// The breaches of a case at a moment, in the order of the clocks.
#[must_use]
pub fn breaches(evidence: Evidence<'_>, clocks: &[Clock], now: Stamp) -> Vec<Breach> {
    clocks
        .iter()
        .filter_map(|clock| breach(evidence, clock, now))
        .collect()
}

fn breach(evidence: Evidence<'_>, clock: &Clock, now: Stamp) -> Option<Breach> {
    let due = clock.due?;
    let until = match clock.state(now) {
        State::Late => clock.met?,
        State::Overdue => clock.ended.unwrap_or(now),
        State::Waiting | State::Running | State::Met | State::Expired | State::Void => return None,
    };
    // A window used too late is marked, never a breach.
    if clock.id.is_window() {
        return None;
    }
    Some(Breach {
        id: clock.id,
        unit: clock.unit.clone(),
        due,
        met: clock.met,
        late_seconds: until.seconds_since(due),
        answers: clock.answers.clone(),
        because: because(evidence, clock),
    })
}

fn because(evidence: Evidence<'_>, clock: &Clock) -> Vec<Because> {
    let facts = evidence.standing.iter().filter(|f| bears_on(f, clock));
    let mut because: Vec<Because> = facts
        .map(|f| Because {
            event: f.event.kind(),
            at: f.at,
        })
        .collect();
    because.extend(of_roster(evidence, clock));
    because.sort_by_key(|b| b.at);
    because
}

/// The swap or stand-in that made this post the one that answers (D1, D4).
fn of_roster(evidence: Evidence<'_>, clock: &Clock) -> Vec<Because> {
    let (Answers::Post(post) | Answers::Both(post, _)) = clock.answers else {
        return Vec::new();
    };
    let (day, by_duty) = match clock.id {
        ClockId::C1 | ClockId::C2i => (clock.base, true),
        // A community's own post dispatches, whoever has the day (D2); without a community the post on duty does (S14).
        ClockId::C2 => (clock.base, evidence.case.facts.community.is_none()),
        ClockId::C6 | ClockId::C8 => (clock.due, true),
        ClockId::C3
        | ClockId::C4
        | ClockId::C5
        | ClockId::C7
        | ClockId::C9
        | ClockId::C10
        | ClockId::C11
        | ClockId::C12
        | ClockId::C13 => return Vec::new(),
    };
    let Some(date) = day.map(Stamp::date) else {
        return Vec::new();
    };
    let swapped = evidence.roster.swapped_at(date).filter(|_| by_duty);
    let stood_in = evidence.roster.stood_in_at(date, post);
    let found = [("swapped", swapped), ("stood_in", stood_in)];
    found
        .into_iter()
        .filter_map(|(event, at)| Some(Because { event, at: at? }))
        .collect()
}

/// Does the verdict on a clock rest on this fact (W3)? What gave the base, what decides who answers, what met or ended it.
#[allow(
    clippy::match_same_arms,
    reason = "one line a fact and the clocks it bears on reads as a table"
)]
fn bears_on(fact: &Fact, clock: &Clock) -> bool {
    let at = Some(fact.at);
    let is_of_unit = |unit: &Unit| clock.unit.as_ref() == Some(unit);
    let gives = |to: Option<&Unit>| at == clock.start && to.is_some_and(is_of_unit);
    match (&fact.event, clock.id) {
        (
            Event::Received(_),
            ClockId::C1 | ClockId::C2 | ClockId::C2i | ClockId::C6 | ClockId::C7,
        ) => true,
        (Event::Signed(_), ClockId::C1 | ClockId::C2i) => at == clock.met || at == clock.base,
        (Event::Dispatched(_), ClockId::C1) => at == clock.met,
        (Event::Dispatched(_), ClockId::C2 | ClockId::C2i) => at == clock.met || at == clock.base,
        (Event::Dispatched(e), ClockId::C3) => e.units.iter().any(|a| gives(Some(&a.unit))),
        (Event::Transferred(e), ClockId::C3) => {
            gives(e.to.as_ref()) || (is_of_unit(&e.from) && at == clock.met)
        }
        (Event::PhoneReminded(e), ClockId::C3) => {
            e.about == About::UnitSign
                && is_of_unit(&e.unit)
                && clock.start <= at
                && at <= clock.due
        }
        (Event::UnitSigned(e), ClockId::C3) => is_of_unit(&e.unit) && at == clock.met,
        (Event::Replied(e), ClockId::C3) => is_of_unit(&e.unit) && at == clock.met,
        (Event::UnitSigned(e), ClockId::C5) => is_of_unit(&e.unit) && at == clock.base,
        (Event::Tagged(e), ClockId::C5) => matches!(e.tag, Tag::Repeat | Tag::Difficult),
        (Event::Consulted(_), ClockId::C5) => at == clock.met,
        // W2 weighs the dispatch, every reply and every verdict; the decision on an extension set the time.
        (Event::Dispatched(_) | Event::Transferred(_), ClockId::C6 | ClockId::C7) => true,
        (Event::Replied(e), ClockId::C6 | ClockId::C7 | ClockId::C8) => {
            clock.unit.is_none() || is_of_unit(&e.unit)
        }
        (Event::Reviewed(_), ClockId::C6) => true,
        (Event::Reviewed(_), ClockId::C8) => at == clock.start,
        (Event::ExtensionDecided(e), ClockId::C6 | ClockId::C7 | ClockId::C8) => e.granted,
        // What was put right holds as if it had always been so (S16).
        (Event::Amended(e), ClockId::C6 | ClockId::C7 | ClockId::C8) => {
            e.fields.kind.is_some() || e.fields.close_due.is_some()
        }
        (Event::Amended(e), ClockId::C2 | ClockId::C2i) => {
            e.fields.kind.is_some() || e.fields.community.is_some()
        }
        (Event::Rated(_), ClockId::C11 | ClockId::C13) => at == clock.base,
        (Event::Tagged(e), ClockId::C13) => e.tag == Tag::Rebound,
        (Event::FollowedUp(_), ClockId::C11) => at == clock.met,
        (Event::LookedBack(_), ClockId::C13) => at == clock.base || at == clock.met,
        (Event::Closed(_), ClockId::C13) => at == clock.base,
        (Event::Closed(_), ClockId::C6) => true,
        // A clock that the close cut off shows the close as what froze its lateness.
        (Event::Closed(_), _) => at == clock.ended,
        _ => false,
    }
}

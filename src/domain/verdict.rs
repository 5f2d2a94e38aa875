//! Breaches: which clocks were missed, by how much, who answers and on which facts that rests (W1-W3).
//!
//! Called by `show`, `explain`, the store's projection and the case page.

use super::clock::{Answers, Clock};
use super::event::{Event, Fact};
use super::ids::{About, ClockId, State, Tag, Unit};
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

/// The breaches of a case at a moment, in the order of the clocks. `standing` are the case's facts as `history` puts them in
/// order.
#[must_use]
pub fn breaches(standing: &[&Fact], clocks: &[Clock], now: Stamp) -> Vec<Breach> {
    clocks
        .iter()
        .filter_map(|clock| breach(standing, clock, now))
        .collect()
}

fn breach(standing: &[&Fact], clock: &Clock, now: Stamp) -> Option<Breach> {
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
        because: standing
            .iter()
            .filter(|f| bears_on(f, clock))
            .map(|f| Because {
                event: f.event.kind(),
                at: f.at,
            })
            .collect(),
    })
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
        (Event::Rated(_), ClockId::C11 | ClockId::C13) => at == clock.base,
        (Event::FollowedUp(_), ClockId::C11) => at == clock.met,
        (Event::LookedBack(_), ClockId::C13) => at == clock.base || at == clock.met,
        (Event::Closed(_), ClockId::C13) => at == clock.base,
        (Event::Closed(_), ClockId::C6) => true,
        // A clock that the close cut off shows the close as what froze its lateness.
        (Event::Closed(_), _) => at == clock.ended,
        _ => false,
    }
}

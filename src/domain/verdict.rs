//! Breaches: which clocks were missed, by how much, who answers and on which facts that rests (W1-W3).
//!
//! Called by `show`, `explain`, the store's projection and the case page.

use super::clock::Answers;
use super::ids::{ClockId, Unit};
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

/// The breaches of a case at a moment, in the order of the clocks. `facts` are the case's facts, in any order.
#[must_use]
pub fn breaches<'a>(
    facts: impl IntoIterator<Item = &'a super::event::Fact>,
    clocks: &[super::clock::Clock],
    now: Stamp,
) -> Vec<Breach> {
    let _ = (facts.into_iter().next(), clocks, now);
    todo!()
}

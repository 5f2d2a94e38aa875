//! Reminder points as data (S15): at which moments somebody is to be told about which clock.
//!
//! Called by `show` and `explain`; the scheduler sleeps by them. Tells nobody itself.

use super::ids::{ClockId, Unit};
use super::policy::Point;
use super::time::Stamp;

/// One moment at which somebody is to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Which rule's clock.
    pub id: ClockId,
    /// The unit it binds.
    pub unit: Option<Unit>,
    /// When.
    pub at: Stamp,
    /// Which point of the clock.
    pub point: Point,
}

/// The reminder points of a case, by time.
#[must_use]
pub fn reminders(
    case: &super::case::Case,
    clocks: &[super::clock::Clock],
    rules: &super::rules::Rules,
    now: Stamp,
) -> Vec<Reminder> {
    let _ = (case, clocks, rules, now);
    todo!()
}

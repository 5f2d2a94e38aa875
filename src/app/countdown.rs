//! What a countdown cell says at a moment, before anything is drawn, and when it will say something else.
//!
//! Used by `model` for the next change and by `view` for the cells.

use crate::domain::clock::End;
use crate::domain::ids::State;
use crate::domain::policy::Near;
use crate::domain::queue::Cell;
use crate::domain::time::{Span, Stamp};

/// What a cell says. All lengths are in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Nothing has started it.
    Waiting,
    /// It does not count.
    Void,
    /// It runs.
    Running {
        /// How long is left.
        left: i64,
        /// Close to due.
        near: bool,
    },
    /// It should have been met.
    Overdue {
        /// How long ago, or until the close.
        by: i64,
    },
    /// A window that has passed.
    Expired,
    /// Met in time.
    Met {
        /// How long was left.
        left: i64,
    },
    /// Met after it was due.
    Late {
        /// By how much.
        by: i64,
    },
}

/// From when on a countdown is close to due, in seconds before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nearness {
    minutes: i64,
    hours: i64,
    days: i64,
}

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// Working days count as whole days here: this colours a cell and decides nothing.
const fn seconds(span: Span) -> i64 {
    match span {
        Span::Minutes(m) | Span::WorkingMinutes(m) => m * 60,
        Span::WorkingDays(n) => n as i64 * DAY,
        Span::Months(n) => n as i64 * 30 * DAY,
    }
}

impl Nearness {
    /// As the policy says.
    #[must_use]
    pub const fn of(near: &Near) -> Self {
        Self {
            minutes: seconds(near.minutes),
            hours: seconds(near.hours),
            days: seconds(near.days),
        }
    }

    /// The moment from which on a clock is close to due.
    #[must_use]
    pub const fn begins(self, start: Stamp, due: Stamp) -> Stamp {
        let limit = due.seconds_since(start);
        let lead = if limit < 2 * HOUR {
            self.minutes
        } else if limit < DAY {
            self.hours
        } else {
            self.days
        };
        due.plus_seconds(-lead)
    }
}

/// What a cell says at `now`.
#[must_use]
pub fn face(cell: &Cell, now: Stamp, nearness: Nearness) -> Face {
    let (Some(start), Some(due)) = (cell.start, cell.due) else {
        return match cell.state(now) {
            State::Void => Face::Void,
            State::Waiting
            | State::Running
            | State::Met
            | State::Late
            | State::Overdue
            | State::Expired => Face::Waiting,
        };
    };
    match cell.state(now) {
        State::Waiting => Face::Waiting,
        State::Void => Face::Void,
        State::Expired => Face::Expired,
        State::Running => Face::Running {
            left: due.seconds_since(now),
            near: now >= nearness.begins(start, due),
        },
        State::Overdue => {
            let until = match cell.end {
                End::Close(at) => at,
                End::Open | End::Void => now,
            };
            Face::Overdue {
                by: until.seconds_since(due),
            }
        }
        State::Met => Face::Met {
            left: cell.met.map_or(0, |met| due.seconds_since(met)),
        },
        State::Late => Face::Late {
            by: cell.met.map_or(0, |met| met.seconds_since(due)),
        },
    }
}

//! What somebody is told, by its identity: a clock's point, a notice or a moment of the shift, with what came of telling it.
//!
//! The journal keeps one row for each; nothing here decides whether or when to tell.

use std::fmt;
use std::str::FromStr;

use super::ids::{ClockId, Number, Unit, UnknownToken, vocabulary};
use super::time::Stamp;

vocabulary! {
    /// A notice: told like a point, but of no clock.
    Notice, "notice" {
        /// A reply waits for its review.
        Review = "review",
        /// A matter the principal must be told of (R8).
        Report = "report",
        /// A discipline case to escalate (R6).
        Escalate = "escalate",
        /// Kind or community is undecided.
        Undecided = "undecided",
    }
}

vocabulary! {
    /// A moment of the shift.
    Shift, "shift" {
        /// Whose day it is and what was left open.
        Day = "day",
        /// What is open passes to tomorrow's post.
        Handover = "handover",
        /// The end-of-day summary.
        Summary = "summary",
        /// The weekly bulletin (O1).
        Bulletin = "bulletin",
    }
}

/// What is told about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// A point of a clock.
    Clock(ClockId),
    /// A notice.
    Notice(Notice),
    /// A moment of the shift.
    Shift(Shift),
}

impl Topic {
    /// Is it a window, which expires and is never overdue?
    #[must_use]
    pub const fn is_window(self) -> bool {
        match self {
            Self::Clock(id) => id.is_window(),
            Self::Notice(_) | Self::Shift(_) => false,
        }
    }

    /// The word used in JSON and SQL: `C1`, `review`, `handover`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Clock(id) => id.as_str(),
            Self::Notice(notice) => notice.as_str(),
            Self::Shift(shift) => shift.as_str(),
        }
    }

    /// The name of the clock, or the word of the notice or the moment: `street_sign`, `review`, `handover`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clock(id) => id.name(),
            Self::Notice(notice) => notice.as_str(),
            Self::Shift(shift) => shift.as_str(),
        }
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Topic {
    type Err = UnknownToken;
    fn from_str(s: &str) -> Result<Self, UnknownToken> {
        s.parse()
            .map(Self::Clock)
            .or_else(|_| s.parse().map(Self::Notice))
            .or_else(|_| s.parse().map(Self::Shift))
            .map_err(|_: UnknownToken| UnknownToken {
                what: "topic",
                found: s.to_owned(),
                expected: "a rule id, a notice or a moment of the shift".to_owned(),
            })
    }
}

/// The identity of something told once: the same facts make the same occasion in every window.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Occasion {
    /// The moment it belongs to. Telling may come later; the moment does not move.
    pub at: Stamp,
    /// Which case; none for the shift.
    pub number: Option<Number>,
    /// What about.
    pub topic: Topic,
    /// The unit it binds.
    pub unit: Option<Unit>,
    /// Which point: a label as in `reminders`, `again` when somebody asked to be reminded once more, else empty.
    pub point: String,
}

vocabulary! {
    /// What came of an occasion.
    Outcome, "outcome" {
        /// Claimed by a window that has not said yet what came of it.
        Telling = "telling",
        /// Told at its moment.
        Told = "told",
        /// Told, but later: the facts were keyed late, or the popup waited for its turn.
        ToldLate = "told_late",
        /// Told within another message.
        Coalesced = "coalesced",
        /// Nothing to tell any more by then.
        Suppressed = "suppressed",
        /// Nobody was there to tell it; listed in a digest.
        Missed = "missed",
        /// The notification failed; told by bell and banner.
        Failed = "failed",
        /// The program died in the act; told again.
        Unknown = "unknown",
        /// Asked for, not yet due.
        Planned = "planned",
    }
}

vocabulary! {
    /// Why nobody was there.
    Absence, "absence" {
        /// No desk was open.
        NotRunning = "not_running",
        /// The machine slept, the program was stopped, or the clock jumped ahead.
        Asleep = "asleep",
    }
}

//! Section `[telling]`: how reminder points, notices and the moments of the shift are told.

use serde::{Deserialize, Serialize};

use super::super::time::{Span, TimeOfDay};
use super::forms::Weekday;

/// Section `[telling]`. The rules in force decide it, whatever revision a case goes by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Telling {
    /// Told within so many seconds of its moment, a point counts as told on time.
    pub on_time_seconds: u32,
    /// Seconds between two desktop notifications at the least; what comes between is listed in the next one.
    pub popup_seconds: u32,
    /// How long a notification server may take to answer, in seconds.
    pub patience_seconds: u32,
    /// How much later "again" is.
    pub again: Span,
    /// A point that nobody acknowledged for so long is passed to the user's own command.
    pub away: Span,
    /// A reply waits for its review.
    pub review: ReviewNotice,
    /// How often an undecided case is told.
    pub undecided_every: Span,
    /// When matters to report or escalate are told, daily (R6, R8).
    pub daily: TimeOfDay,
    /// Handover to tomorrow's post.
    pub handover: TimeOfDay,
    /// The end-of-day summary.
    pub summary: TimeOfDay,
    /// The weekly bulletin (O1).
    pub bulletin: Weekly,
}

/// When a reply that waits for its review is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewNotice {
    /// How often.
    pub every: Span,
    /// And once more so long before the moment of C8.
    pub before_rereply: Span,
}

/// A moment of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weekly {
    /// The day.
    pub day: Weekday,
    /// The time.
    pub at: TimeOfDay,
}

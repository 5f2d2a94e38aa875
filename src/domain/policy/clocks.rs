//! Sections `[clocks]` and `[reminders]`: limits, leads, readings and points by rule id.

use serde::{Deserialize, Serialize};

use super::super::ids::{ClockId, Kind};
use super::super::time::{Span, TimeOfDay};
use super::Bilingual;
use super::forms::Point;

/// A clock with one limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The limit.
    pub limit: Span,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// C1, C3: the limit depends on whether the base is working time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignLimit {
    /// The limit when the base is working time.
    pub limit: Span,
    /// The limit when it is not.
    pub outside_working_time: Span,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// C6.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are the kinds")]
pub struct CloseLimit {
    pub urgent: Span,
    pub waste_sorting: Span,
    pub inspection: Span,
    pub ordinary: Span,
    pub call_up: Span,
    /// How the rule is read.
    pub reading: Bilingual,
    /// Said when the platform's own time counts.
    pub by_platform: Bilingual,
    /// Said when an extension counts (R4).
    pub by_extension: Bilingual,
}

impl CloseLimit {
    /// The limit of a kind.
    #[must_use]
    pub const fn of(&self, kind: Kind) -> Span {
        match kind {
            Kind::Ordinary => self.ordinary,
            Kind::Urgent => self.urgent,
            Kind::WasteSorting => self.waste_sorting,
            Kind::Inspection => self.inspection,
            Kind::CallUp => self.call_up,
        }
    }
}

/// C7: how long before the close time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplyLead {
    /// Ordinary cases.
    pub ordinary: Span,
    /// Call-up cases.
    pub call_up: Span,
    /// Call-up cases: never later than this after receipt unless extended.
    pub call_up_latest: Span,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// C8: how long before the close time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RereplyLead {
    /// Ordinary cases.
    pub ordinary: Span,
    /// Call-up cases.
    pub call_up: Span,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// C10.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeExtension {
    /// Self-handled kinds.
    pub self_handled: Span,
    /// Call-up cases.
    pub call_up: Span,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// C11.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpLimit {
    /// The time of day by which it is due.
    pub until: TimeOfDay,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// C13.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookBackLimit {
    /// How long after the ground.
    pub after: Span,
    /// The time of day by which it is due.
    pub until: TimeOfDay,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// Section `[clocks]`, one entry a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, non_snake_case, reason = "the fields are the rule ids")]
pub struct Clocks {
    pub C1: SignLimit,
    pub C2: Limit,
    pub C2i: Limit,
    pub C3: SignLimit,
    pub C4: Limit,
    pub C5: Limit,
    pub C6: CloseLimit,
    pub C7: ReplyLead,
    pub C8: RereplyLead,
    pub C9: Limit,
    pub C10: OfficeExtension,
    pub C11: FollowUpLimit,
    pub C12: Limit,
    pub C13: LookBackLimit,
}

impl Clocks {
    /// How the rule of a clock is read.
    #[must_use]
    pub const fn reading(&self, id: ClockId) -> &Bilingual {
        match id {
            ClockId::C1 => &self.C1.reading,
            ClockId::C2 => &self.C2.reading,
            ClockId::C2i => &self.C2i.reading,
            ClockId::C3 => &self.C3.reading,
            ClockId::C4 => &self.C4.reading,
            ClockId::C5 => &self.C5.reading,
            ClockId::C6 => &self.C6.reading,
            ClockId::C7 => &self.C7.reading,
            ClockId::C8 => &self.C8.reading,
            ClockId::C9 => &self.C9.reading,
            ClockId::C10 => &self.C10.reading,
            ClockId::C11 => &self.C11.reading,
            ClockId::C12 => &self.C12.reading,
            ClockId::C13 => &self.C13.reading,
        }
    }
}

/// Points of a sign clock: with the short limit, with the long one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignPoints {
    /// When the limit of working time runs.
    pub short: Vec<Point>,
    /// When the other runs.
    pub long: Vec<Point>,
}

/// Points that depend on the kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindPoints {
    /// Kinds with limits in hours.
    pub hours: Vec<Point>,
    /// Ordinary cases.
    pub ordinary: Vec<Point>,
    /// Call-up cases.
    pub call_up: Vec<Point>,
}

impl KindPoints {
    /// The points of a kind.
    #[must_use]
    pub fn of(&self, kind: Kind) -> &[Point] {
        match kind {
            Kind::Ordinary => &self.ordinary,
            Kind::CallUp => &self.call_up,
            Kind::Urgent | Kind::WasteSorting | Kind::Inspection => &self.hours,
        }
    }
}

/// The times `day_start` means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, non_snake_case, reason = "the fields are the rule ids")]
pub struct DayStarts {
    pub C6: TimeOfDay,
    pub C13: TimeOfDay,
}

/// Section `[reminders]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, non_snake_case, reason = "the fields are the rule ids")]
pub struct Reminders {
    /// Points of every obligation.
    pub obligation: Vec<Point>,
    pub C1: SignPoints,
    pub C2: Vec<Point>,
    pub C2i: Vec<Point>,
    pub C3: SignPoints,
    pub C6: KindPoints,
    pub C7: KindPoints,
    pub C8: Vec<Point>,
    pub C9: Vec<Point>,
    pub C10: Vec<Point>,
    pub C11: Vec<Point>,
    pub C12: Vec<Point>,
    pub C13: Vec<Point>,
    /// The times `day_start` means.
    pub day_start: DayStarts,
}

//! The ways to group the queue, and to which group a case belongs. A group does not change as time passes.

use crate::domain::ids::{Community, Stage, Unit};
use crate::domain::policy::Policy;
use crate::domain::queue::Row;
use crate::domain::time::Date;
use crate::domain::time::date_from_number;

use super::needs_decision;

/// By what the queue is grouped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Grouping {
    /// By community, in the posts' order.
    #[default]
    Community,
    /// By the day on which the next clock is due.
    Due,
    /// By the unit that has the case.
    Unit,
    /// By stage.
    Stage,
}

/// A group, in the order of the screen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Kind or community wait for a decision: on top in every grouping.
    Decide,
    /// A community by its place in the policy.
    Community(usize),
    /// A community the policy does not know.
    OtherCommunity(Community),
    /// The day of the next due time.
    Day(Date),
    /// Nothing is owed.
    NothingDue,
    /// A unit by its place in the policy.
    Unit(usize),
    /// A unit the policy does not know.
    OtherUnit(Unit),
    /// With no unit.
    NoUnit,
    /// A stage.
    Stage(Stage),
}

impl Grouping {
    /// The grouping after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Community => Self::Due,
            Self::Due => Self::Unit,
            Self::Unit => Self::Stage,
            Self::Stage => Self::Community,
        }
    }

    /// The group of a case.
    #[must_use]
    pub fn of(self, row: &Row, policy: &Policy) -> Group {
        if needs_decision(row) {
            return Group::Decide;
        }
        match self {
            Self::Community => row.community.as_ref().map_or(Group::Decide, |community| {
                policy
                    .communities
                    .iter()
                    .position(|c| c.name == *community)
                    .map_or_else(
                        || Group::OtherCommunity(community.clone()),
                        Group::Community,
                    )
            }),
            Self::Due => row
                .next
                .and_then(|c| c.due)
                .map_or(Group::NothingDue, |due| {
                    Group::Day(date_from_number(due.day_number()))
                }),
            Self::Unit => row.units.first().map_or(Group::NoUnit, |unit| {
                policy
                    .units()
                    .position(|u| u == unit)
                    .map_or_else(|| Group::OtherUnit(unit.clone()), Group::Unit)
            }),
            Self::Stage => Group::Stage(row.stage()),
        }
    }
}

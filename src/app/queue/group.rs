//! The ways to group the queue, and to which group a case belongs. A group changes with the case; the two that go by the
//! next step change besides at the moments its plan names, and when another post takes the day.

use crate::domain::ids::{Community, Post, Stage, Unit};
use crate::domain::policy::Policy;
use crate::domain::queue::Row;
use crate::domain::step::{Doer, Step, Task};
use crate::domain::time::{Date, Stamp, date_from_number};

use super::needs_decision;

/// By what the queue is grouped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Grouping {
    /// By community, in the posts' order.
    #[default]
    Community,
    /// By who is to do the next step: what is this post's first.
    Mine,
    /// By the unit that owes something.
    Waiting,
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
    /// The next step is this post's.
    Mine,
    /// It is the other post's.
    Theirs(Post),
    /// A unit owes it.
    AtUnits,
    /// These units owe something, in the order of the policy; those it does not know come last.
    Owing(Vec<(usize, Unit)>),
    /// The next step is one of the posts'.
    WithUs,
    /// Nothing is left to do.
    NoStep,
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

/// Who looks at the queue, and when: what the groups of next steps depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// The post that sits here.
    pub post: Post,
    /// The post on duty today.
    pub on_duty: Post,
    /// The present moment.
    pub now: Stamp,
}

impl Default for Seat {
    fn default() -> Self {
        Self {
            post: Post::A,
            on_duty: Post::A,
            now: Stamp::from_micros(i64::MIN),
        }
    }
}

impl Grouping {
    /// Does the next step decide groups and order?
    #[must_use]
    pub const fn by_step(self) -> bool {
        match self {
            Self::Mine | Self::Waiting => true,
            Self::Community | Self::Due | Self::Unit | Self::Stage => false,
        }
    }

    /// The grouping after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Community => Self::Mine,
            Self::Mine => Self::Waiting,
            Self::Waiting => Self::Due,
            Self::Due => Self::Unit,
            Self::Unit => Self::Stage,
            Self::Stage => Self::Community,
        }
    }

    /// The group of a case.
    #[must_use]
    pub fn of(self, row: &Row, policy: &Policy, seat: Seat) -> Group {
        if needs_decision(row) && !self.by_step() {
            return Group::Decide;
        }
        match self {
            Self::Mine => row.plan.at(seat.now).map_or(Group::NoStep, |step| {
                match step.by.post(seat.on_duty) {
                    None => Group::AtUnits,
                    Some(post) if post == seat.post => Group::Mine,
                    Some(post) => Group::Theirs(post),
                }
            }),
            Self::Waiting => row
                .plan
                .at(seat.now)
                .map_or(Group::NoStep, |step| owing(row, step, policy)),
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
                place(unit, policy).map_or_else(|| Group::OtherUnit(unit.clone()), Group::Unit)
            }),
            Self::Stage => Group::Stage(row.stage()),
        }
    }
}

fn place(unit: &Unit, policy: &Policy) -> Option<usize> {
    policy.units().position(|u| u == unit)
}

/// The units that owe something; where none must, the one whose step it is, or that is phoned about it.
fn owing(row: &Row, step: &Step, policy: &Policy) -> Group {
    let by_step = match (&step.by, step.task) {
        (Doer::Unit(unit), _) => Some(unit),
        (Doer::Post(_) | Doer::OnDuty, Task::PhoneSign | Task::PhoneReply) => step.unit.as_ref(),
        (Doer::Post(_) | Doer::OnDuty, _) => None,
    };
    let owing = row.plan.owing();
    let units = owing.iter().chain(by_step.filter(|_| owing.is_empty()));
    let known = |unit: &Unit| place(unit, policy).unwrap_or(usize::MAX);
    let mut units: Vec<(usize, Unit)> = units.map(|u| (known(u), u.clone())).collect();
    if units.is_empty() {
        return Group::WithUs;
    }
    units.sort();
    Group::Owing(units)
}

//! The next step of a case: the one thing to do now, by whom, by when, under which rule.
//!
//! A function of facts, rules and roster. Time changes the step only at moments that are known beforehand (half of a
//! unit's sign limit, the end of an appeal window), so a case has a [`Plan`]: its steps, each from when on. Rows keep it and
//! do not change as time passes. Made by `queue` and `show`; shown and opened by `app`. Does nothing itself.

mod life;

use super::case::Case;
use super::clock::Clock;
use super::ids::{ClockId, Post, Unit, vocabulary};
use super::rules::Rules;
use super::time::Stamp;

vocabulary! {
    /// What there is to do.
    Task, "step" {
        /// Kind or community wait for a decision.
        Decide = "decide",
        Sign = "sign",
        Dispatch = "dispatch",
        /// Several units and none leads (R3).
        Lead = "lead",
        /// Phone the unit about its sign (W1).
        PhoneSign = "phone_sign",
        /// R6.
        Escalate = "escalate",
        /// R8.
        Report = "report",
        Review = "review",
        Close = "close",
        /// A unit asked for further units: send it to them, or to nobody else (C4).
        CoAssign = "co_assign",
        /// Log what the district decided on an extension (R4).
        DecideExtension = "decide_extension",
        /// Phone the unit about its answer.
        PhoneReply = "phone_reply",
        /// Tell the citizen that it takes longer (R10).
        Contact = "contact",
        /// The unit is to acknowledge the case.
        UnitSign = "unit_sign",
        Consult = "consult",
        Reply = "reply",
        Rereply = "rereply",
        FollowUp = "follow_up",
        /// R10.
        Rework = "rework",
        /// Log what became of an appeal (R5).
        DecideAppeal = "decide_appeal",
        /// The unit may contest a bad rating.
        Appeal = "appeal",
        LookBack = "look_back",
        /// Log the citizen's verdict when it comes.
        Rate = "rate",
    }
}

impl Task {
    /// To be done at once, without a clock that says until when (R6, R8, R10).
    #[must_use]
    pub const fn is_at_once(self) -> bool {
        matches!(self, Self::Escalate | Self::Report | Self::Rework)
    }
}

/// Who is to do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doer {
    /// A post of its own: the one a clock names.
    Post(Post),
    /// Whichever post is on duty at the time.
    OnDuty,
    /// A unit; what it does is logged here.
    Unit(Unit),
}

impl Doer {
    /// The post that does it while `on_duty` carries the day; none when a unit does.
    #[must_use]
    pub const fn post(&self, on_duty: Post) -> Option<Post> {
        match self {
            Self::Post(post) => Some(*post),
            Self::OnDuty => Some(on_duty),
            Self::Unit(_) => None,
        }
    }
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub task: Task,
    /// By whom.
    pub by: Doer,
    /// The unit it is about: the one that does it, or that is phoned.
    pub unit: Option<Unit>,
    /// By when; none for what no clock binds.
    pub due: Option<Stamp>,
    /// The clock it is due under.
    pub clock: Option<ClockId>,
}

impl Step {
    /// The rule that asks for it: its clock, or the rule that has no clock.
    #[must_use]
    pub const fn rule(&self) -> Option<&'static str> {
        match (self.task, self.clock) {
            // The clock says until when, the rule why.
            (Task::PhoneSign, _) => Some("W1"),
            (Task::Lead, _) => Some("R3"),
            (Task::Escalate, _) => Some("R6"),
            (Task::Report, _) => Some("R8"),
            (Task::Contact | Task::Rework, _) => Some("R10"),
            (Task::DecideExtension, _) => Some("R4"),
            (Task::DecideAppeal, _) => Some("R5"),
            (_, Some(clock)) => Some(clock.as_str()),
            (_, None) => None,
        }
    }
}

/// The steps of a case as far as time alone decides between them: each holds from its moment until that of the next. With
/// them the units that owe something, whoever has the next step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    steps: Vec<(Stamp, Option<Step>)>,
    owing: Vec<Unit>,
}

impl Plan {
    /// A plan of these steps, in the order of their moments.
    #[must_use]
    pub const fn new(steps: Vec<(Stamp, Option<Step>)>, owing: Vec<Unit>) -> Self {
        Self { steps, owing }
    }

    /// The steps with the moments from which on they hold.
    #[must_use]
    pub fn steps(&self) -> &[(Stamp, Option<Step>)] {
        &self.steps
    }

    /// Every unit that owes something: its sign, a consult, the answer, or what follows a bad rating. Not what it may do
    /// and need not.
    #[must_use]
    pub fn owing(&self) -> &[Unit] {
        &self.owing
    }

    /// The step at a moment; none when nothing is left to do.
    #[must_use]
    pub fn at(&self, now: Stamp) -> Option<&Step> {
        let after = self.steps.partition_point(|(from, _)| *from <= now);
        self.steps.get(after.checked_sub(1)?)?.1.as_ref()
    }

    /// The next moment at which time alone brings another step.
    #[must_use]
    pub fn next_change(&self, now: Stamp) -> Option<Stamp> {
        let after = self.steps.partition_point(|(from, _)| *from <= now);
        self.steps.get(after).map(|(from, _)| *from)
    }
}

/// Earlier than every moment.
const EVER: Stamp = Stamp::from_micros(i64::MIN);

/// The plan of a case with its clocks.
#[must_use]
pub fn plan(case: &Case, clocks: &[Clock], rules: &Rules) -> Plan {
    let open = life::candidates(case, clocks, rules);
    let mut moments: Vec<Stamp> = open
        .iter()
        .flat_map(|c| [Some(c.from), c.until])
        .flatten()
        .collect();
    moments.push(EVER);
    moments.sort_unstable();
    moments.dedup();
    let mut steps: Vec<(Stamp, Option<Step>)> = Vec::new();
    for moment in moments {
        let best = open.iter().filter(|c| c.holds(moment)).min_by_key(|c| {
            let due = c.step.due.unwrap_or(Stamp::from_micros(i64::MAX));
            (c.rank, due)
        });
        let step = best.map(|c| &c.step);
        if steps.last().is_none_or(|(_, last)| last.as_ref() != step) {
            steps.push((moment, step.cloned()));
        }
    }
    let mut owing: Vec<Unit> = Vec::new();
    for candidate in open.iter().filter(|c| c.rank != life::Rank::May) {
        if let Doer::Unit(unit) = &candidate.step.by
            && !owing.contains(unit)
        {
            owing.push(unit.clone());
        }
    }
    Plan { steps, owing }
}

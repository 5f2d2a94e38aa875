//! Everything that waits to be done to a case, and in which order it is asked for.
//!
//! What a post can do now comes before what a unit owes; among what units owe, the earliest due comes first.

use super::{Doer, EVER, Step, Task};
use crate::domain::agenda::{must_be_reported, unreviewed};
use crate::domain::case::{Case, Stay};
use crate::domain::clock::{Answers, Clock};
use crate::domain::ids::{Already, ClockId, Post, Stage, Tag, Unit, Verdict};
use crate::domain::policy::Point;
use crate::domain::reckon;
use crate::domain::rules::{Reckoning, Rules};
use crate::domain::time::Stamp;

/// The order in which things are asked for. Deciding comes before the sign: it moves every limit, and needs a reason
/// afterwards. Signing and dispatching run in minutes, so does the call that decides who answers (W1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Decide,
    Sign,
    Dispatch,
    PhoneSign,
    AtOnce,
    Judge,
    Help,
    Extension,
    PhoneReply,
    Contact,
    /// What a unit owes.
    Owed,
    Aftercare,
    /// What may be done, and need not.
    May,
    LookBack,
    Rate,
}

/// Something to do, and while it is asked for.
pub(super) struct Candidate {
    pub rank: Rank,
    pub from: Stamp,
    pub until: Option<Stamp>,
    pub step: Step,
}

impl Candidate {
    pub fn holds(&self, at: Stamp) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

/// All that waits to be done.
pub(super) fn candidates(case: &Case, clocks: &[Clock], rules: &Rules) -> Vec<Candidate> {
    let mut list = List {
        case,
        clocks,
        rules,
        found: Vec::new(),
    };
    if case.voided.is_some() {
        return list.found;
    }
    list.matters();
    if case.is_closed() {
        list.aftercare();
    } else {
        list.first_hour();
        list.units();
        list.judgement();
    }
    list.found
}

struct List<'a> {
    case: &'a Case,
    clocks: &'a [Clock],
    rules: &'a Rules,
    found: Vec<Candidate>,
}

impl<'a> List<'a> {
    fn add(&mut self, rank: Rank, task: Task, by: Doer, unit: Option<&Unit>, clock: Bound) {
        self.found.push(Candidate {
            rank,
            from: EVER,
            until: None,
            step: Step {
                task,
                by,
                unit: unit.cloned(),
                due: clock.due,
                clock: clock.id,
            },
        });
    }

    /// Something a unit owes; without a unit the post on duty finds out whose it is.
    fn owes(&mut self, rank: Rank, task: Task, unit: Option<&Unit>, clock: Bound) {
        let by = unit.map_or(Doer::OnDuty, |u| Doer::Unit(u.clone()));
        self.add(rank, task, by, unit, clock);
    }

    fn clock(&self, is_it: impl Fn(ClockId) -> bool) -> Option<&'a Clock> {
        self.clocks.iter().find(|c| is_it(c.id))
    }

    /// Of the clocks of a rule that run, the one that is due first.
    fn pending(&self, id: ClockId) -> Option<&'a Clock> {
        let of_rule = |c: &&Clock| c.id == id && c.is_pending() && c.due.is_some();
        self.clocks.iter().filter(of_rule).min_by_key(|c| c.due)
    }

    fn close_due(&self) -> Bound {
        self.clock(|id| id == ClockId::C6)
            .map_or(Bound::NONE, Bound::of)
    }

    /// The post of C2 or C2i.
    fn dispatcher(&self) -> Doer {
        self.clock(|id| matches!(id, ClockId::C2 | ClockId::C2i))
            .and_then(|c| post_of(&c.answers))
            .map_or(Doer::OnDuty, Doer::Post)
    }

    /// What is owed whatever the stage: R6 and R8, shown until logged.
    fn matters(&mut self) {
        if self.case.tags.contains(&Tag::Discipline) && !self.case.escalated {
            let lead = self.case.lead_unit();
            self.add(
                Rank::AtOnce,
                Task::Escalate,
                Doer::OnDuty,
                lead,
                Bound::NONE,
            );
        }
        if must_be_reported(self.case) {
            self.add(Rank::AtOnce, Task::Report, Doer::OnDuty, None, Bound::NONE);
        }
    }

    fn first_hour(&mut self) {
        let sign = self.pending(ClockId::C1);
        let dispatch = self
            .pending(ClockId::C2)
            .or_else(|| self.pending(ClockId::C2i));
        if self.case.facts.community.is_none() || self.case.tags.contains(&Tag::Undecided) {
            let first = sign.or(dispatch).map_or(Bound::NONE, Bound::of);
            self.add(Rank::Decide, Task::Decide, Doer::OnDuty, None, first);
        }
        match self.case.stage() {
            Stage::AwaitingSign => {
                self.of_a_day(Rank::Sign, Task::Sign, sign);
            }
            Stage::AwaitingDispatch if dispatch.is_some_and(|c| c.id == ClockId::C2i) => {
                self.of_a_day(Rank::Dispatch, Task::Dispatch, dispatch);
            }
            Stage::AwaitingDispatch => {
                let due = dispatch.map_or_else(|| self.close_due(), Bound::of);
                let by = self.dispatcher();
                self.add(Rank::Dispatch, Task::Dispatch, by, None, due);
            }
            Stage::WithUnit | Stage::AwaitingReview => {
                let (someone, due) = (self.case.present().next(), self.close_due());
                if someone.is_none() && self.case.latest_verdict().is_none() {
                    // Dispatched before the desk knew, and nobody here knows to whom.
                    self.add(Rank::Dispatch, Task::Dispatch, Doer::OnDuty, None, due);
                } else if someone.is_some() && self.case.lead.is_none() {
                    let by = self.dispatcher();
                    self.add(Rank::Dispatch, Task::Lead, by, None, due);
                }
            }
            Stage::Closed | Stage::Aftercare | Stage::Void => {}
        }
    }

    /// What falls to the post on duty on the day a limit counts from (C1, C2i). That post answers for it; but once it is
    /// late, whoever is on duty by then has to do it.
    fn of_a_day(&mut self, rank: Rank, task: Task, clock: Option<&Clock>) {
        let bound = clock.map_or(Bound::NONE, Bound::of);
        let post = clock.and_then(|c| post_of(&c.answers));
        if let (Some(post), Some(due)) = (post, bound.due) {
            self.add(rank, task, Doer::Post(post), None, bound);
            let late = due.just_after();
            self.last_until(late);
            self.add(rank, task, Doer::OnDuty, None, bound);
            self.last_from(late);
        } else {
            self.add(rank, task, Doer::OnDuty, None, bound);
        }
    }

    /// What the units on the case owe, and the calls that remind them.
    fn units(&mut self) {
        let case = self.case;
        for stay in case.present().filter(|s| s.signed.is_none()) {
            self.unit_sign(stay);
        }
        let lead = case.lead_unit();
        if let Some(clock) = self.pending(ClockId::C5) {
            self.owes(Rank::Owed, Task::Consult, lead, Bound::of(clock));
        }
        let asked = case.extension_requested.is_some();
        if (case.tags.contains(&Tag::AtRisk) || asked) && !case.contacted {
            let due = self.close_due();
            self.owes(Rank::Contact, Task::Contact, lead, due);
        }
        let Some(turn) = case.turns.last().filter(|t| t.reply.is_none()) else {
            return;
        };
        let task = if turn.asked.is_some() {
            Task::Rereply
        } else {
            Task::Reply
        };
        // A second verdict on one reply asks again without a clock (S17): the close is what is left.
        let clock = self
            .pending(ClockId::C8)
            .or_else(|| self.pending(ClockId::C7));
        let due = clock.map_or_else(|| self.close_due(), Bound::of);
        self.owes(Rank::Owed, task, lead, due);
        if let (Some(clock), Some(lead)) = (clock, lead) {
            self.phone_reply(lead, clock);
        }
    }

    fn unit_sign(&mut self, stay: &Stay) {
        let of_stay = |c: &&Clock| {
            c.id == ClockId::C3 && c.is_pending() && c.unit.as_ref() == Some(&stay.unit)
        };
        let Some(clock) = self.clocks.iter().rfind(of_stay) else {
            return;
        };
        let due = Bound::of(clock);
        self.owes(Rank::Owed, Task::UnitSign, Some(&stay.unit), due);
        let (Some(start), Some(base), Some(end)) = (clock.start, clock.base, clock.due) else {
            return;
        };
        let phoned = self
            .case
            .was_reminded(&stay.unit, start, Stamp::from_micros(i64::MAX));
        if !phoned {
            let by = stay.given_by.map_or_else(|| self.dispatcher(), Doer::Post);
            self.add(Rank::PhoneSign, Task::PhoneSign, by, Some(&stay.unit), due);
            self.last_from(base.midway(end));
        }
    }

    /// From the first reminder point of the clock on, unless the unit was phoned since.
    fn phone_reply(&mut self, lead: &Unit, clock: &Clock) {
        let Some(due) = clock.due else { return };
        let points = &self.rules.policy.reminders;
        let points = if clock.id == ClockId::C8 {
            points.C8.as_slice()
        } else {
            points.C7.of(self.case.facts.kind)
        };
        let mut time = Reckoning::new(self.rules);
        let before = points.iter().filter_map(|p| match p {
            Point::Before(span) => Some(time.minus(due, *span)),
            Point::Arrival
            | Point::Start
            | Point::Half
            | Point::DayStart
            | Point::Due
            | Point::After(_) => None,
        });
        let Some(from) = before.min().map(|at| clock.start.map_or(at, |s| at.max(s))) else {
            return;
        };
        let chased = self.case.chased.iter();
        if chased.clone().any(|(unit, at)| unit == lead && *at >= from) {
            return;
        }
        let by = self.dispatcher();
        self.add(
            Rank::PhoneReply,
            Task::PhoneReply,
            by,
            Some(lead),
            Bound::of(clock),
        );
        self.last_from(from);
    }

    fn last_from(&mut self, from: Stamp) {
        if let Some(last) = self.found.last_mut() {
            last.from = from;
        }
    }

    fn last_until(&mut self, until: Stamp) {
        if let Some(last) = self.found.last_mut() {
            last.until = Some(until);
        }
    }

    /// Review, the district's decisions, the close.
    fn judgement(&mut self) {
        let case = self.case;
        let close = self.close_due();
        if unreviewed(case).is_some() {
            let moment = close
                .due
                .map(|due| reckon::rereply_moment(case, self.rules, due));
            let due = Bound {
                due: moment,
                id: moment.map(|_| ClockId::C8),
            };
            let unit = case.lead_unit();
            self.add(Rank::Judge, Task::Review, Doer::OnDuty, unit, due);
        }
        if case.latest_verdict() == Some(Some(Verdict::Accepted)) {
            self.add(Rank::Judge, Task::Close, Doer::OnDuty, None, close);
        }
        if let Some(asked) = &case.help_asked {
            let by = self.dispatcher();
            self.add(Rank::Help, Task::CoAssign, by, Some(&asked.by), close);
        }
        if case.extension_requested > case.extension_decided {
            self.add(
                Rank::Extension,
                Task::DecideExtension,
                Doer::OnDuty,
                None,
                close,
            );
        }
    }

    /// What follows the close (R5, R10, R11).
    fn aftercare(&mut self) {
        let case = self.case;
        let lead = case.lead_unit();
        let worst = case.standing_bad_ratings().last();
        if let Some(clock) = self.pending(ClockId::C11) {
            self.owes(Rank::Aftercare, Task::FollowUp, lead, Bound::of(clock));
        }
        if let Some(rating) = worst {
            if !case.reworks.iter().any(|at| *at >= rating.at) {
                // At once, after the visit that says what to mend: no clock of its own.
                self.owes(Rank::Aftercare, Task::Rework, lead, Bound::NONE);
            }
            if case.has_open_appeal() {
                self.add(
                    Rank::Aftercare,
                    Task::DecideAppeal,
                    Doer::OnDuty,
                    lead,
                    Bound::NONE,
                );
            } else if let Some(clock) = self.pending(ClockId::C12) {
                self.owes(Rank::May, Task::Appeal, lead, Bound::of(clock));
                if let Some(due) = clock.due {
                    self.last_until(due.just_after());
                }
            }
        }
        if let Some(clock) = self.pending(ClockId::C13) {
            self.owes(Rank::LookBack, Task::LookBack, lead, Bound::of(clock));
        }
        if !case.rated && !case.has(Already::Closed) {
            self.add(Rank::Rate, Task::Rate, Doer::OnDuty, None, Bound::NONE);
        }
    }
}

/// By when, under which clock.
#[derive(Debug, Clone, Copy)]
struct Bound {
    due: Option<Stamp>,
    id: Option<ClockId>,
}

impl Bound {
    const NONE: Self = Self {
        due: None,
        id: None,
    };

    fn of(clock: &Clock) -> Self {
        Self {
            due: clock.due,
            id: Some(clock.id),
        }
    }
}

const fn post_of(answers: &Answers) -> Option<Post> {
    match answers {
        Answers::Post(post) | Answers::Both(post, _) => Some(*post),
        Answers::Unit(_) => None,
    }
}

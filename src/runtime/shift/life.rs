//! What happens next to a case by itself: how its plan goes on from where the facts have brought it. Pure.

use crate::domain::case::{Case, Done, Stay};
use crate::domain::command::Act;
use crate::domain::event::{Assignment, Event, Fact};
use crate::domain::ids::{Actor, Fault, Rating, Role, Unit, Verdict};
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::time::Stamp;

/// A unit that is phoned about its sign signs so many minutes later.
const AFTER_CALL: i64 = 2;

/// Minutes from one step to the next; a step without any is left to the desk. The sample explains them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Plan {
    pub sign: Option<i64>,
    pub dispatch: Option<i64>,
    pub to: Option<Unit>,
    pub unit_sign: Option<i64>,
    pub reply: Option<i64>,
    pub review: Option<i64>,
    pub fault: Option<Fault>,
    pub close: Option<i64>,
    pub rate: Option<i64>,
    pub rating: Option<Rating>,
}

/// What becomes of a case that somebody at the desk keyed in: its units do their part.
pub(super) const KEYED_IN: Plan = Plan {
    sign: None,
    dispatch: None,
    to: None,
    unit_sign: Some(6),
    reply: Some(45),
    review: None,
    fault: None,
    close: None,
    rate: None,
    rating: None,
};

/// Something that somebody does to a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub at: Stamp,
    pub by: Actor,
    pub act: Act,
}

/// The next step of a case with these facts, in the order they were keyed; none when it waits for the desk, or is over.
pub(super) fn next(plan: &Plan, facts: &[Fact], rules: &Rules) -> Option<Step> {
    let latest = facts.iter().map(|f| f.at).max()?;
    // Who takes something back means to do it otherwise.
    if matches!(facts.last()?.event, Event::Undone(_)) {
        return None;
    }
    let case = Case::fold(facts, latest)?;
    let life = Life {
        plan,
        case: &case,
        facts,
        rules,
    };
    let mut steps = vec![life.rating()];
    if case.is_open() {
        steps.extend([life.sign(), life.dispatch(), life.reply()]);
        steps.extend([life.review(), life.close()]);
        steps.extend(case.present().map(|stay| life.unit_sign(stay)));
    }
    let mut first = steps.into_iter().flatten().min_by_key(|step| step.at)?;
    // What the desk did later than planned holds the rest up.
    first.at = first.at.max(latest);
    Some(first)
}

struct Life<'a> {
    plan: &'a Plan,
    case: &'a Case,
    facts: &'a [Fact],
    rules: &'a Rules,
}

impl Life<'_> {
    fn on_duty(&self, at: Stamp, act: Act) -> Step {
        let post = Roster::default().on_duty(self.rules, at.date());
        Step {
            at,
            by: Actor::Post(post),
            act,
        }
    }

    fn sign(&self) -> Option<Step> {
        let unsigned = self.case.signed.is_none();
        let at = self.case.received_at.plus_minutes(self.plan.sign?);
        unsigned.then(|| self.on_duty(at, Act::Sign))
    }

    /// By the post of the community; a case without one waits, unless a unit is named.
    fn dispatch(&self) -> Option<Step> {
        let signed = self.case.signed.as_ref()?;
        let community = self.case.facts.community.as_ref();
        if self.case.dispatched.is_some() || (community.is_none() && self.plan.to.is_none()) {
            return None;
        }
        let at = signed.at.plus_minutes(self.plan.dispatch?);
        let post = Roster::default().dispatcher(self.rules, community, at.date());
        let units = self.plan.to.iter().map(|unit| Assignment {
            unit: unit.clone(),
            role: Role::Lead,
        });
        Some(Step {
            at,
            by: Actor::Post(post),
            act: Act::Dispatch {
                units: units.collect(),
            },
        })
    }

    fn unit_sign(&self, stay: &Stay) -> Option<Step> {
        if stay.signed.is_some() {
            return None;
        }
        let since = stay.since.at()?;
        let planned = since.plus_minutes(self.plan.unit_sign?);
        let calls = self.case.reminded.iter();
        let called = calls
            .filter(|(unit, at)| *unit == stay.unit && *at >= since)
            .map(|(_, at)| at.plus_minutes(AFTER_CALL));
        Some(Step {
            at: called.fold(planned, Stamp::min),
            by: Actor::Unit(stay.unit.clone()),
            act: Act::UnitSign {
                unit: Some(stay.unit.clone()),
            },
        })
    }

    fn reply(&self) -> Option<Step> {
        let lead = self.case.lead_stay()?;
        let signed = lead.signed.and_then(Done::at)?;
        let turn = self.case.turns.last()?;
        if turn.reply.is_some() {
            return None;
        }
        let at = turn.asked.unwrap_or(signed);
        Some(Step {
            at: at.plus_minutes(self.plan.reply?),
            by: Actor::Unit(lead.unit.clone()),
            act: Act::Reply {
                unit: Some(lead.unit.clone()),
                text: String::new(),
                photos: 2,
                approved_by: None,
            },
        })
    }

    fn review(&self) -> Option<Step> {
        let turn = self.case.turns.last()?;
        let replied = turn.reply.and_then(Done::at)?;
        if turn.verdict.is_some() {
            return None;
        }
        let at = replied.plus_minutes(self.plan.review?);
        let fault = self.plan.fault.filter(|_| turn.asked.is_none());
        let verdict = match fault {
            Some(_) => Verdict::Nonstandard,
            None => Verdict::Accepted,
        };
        let faults = fault.into_iter().collect();
        Some(self.on_duty(at, Act::Review { verdict, faults }))
    }

    fn close(&self) -> Option<Step> {
        if self.case.latest_verdict() != Some(Some(Verdict::Accepted)) {
            return None;
        }
        let is_review = |f: &&Fact| matches!(f.event, Event::Reviewed(_));
        let reviewed = self.facts.iter().rfind(is_review)?;
        let at = reviewed.at.plus_minutes(self.plan.close?);
        let close = Act::Close {
            unreviewed: false,
            reason: None,
        };
        Some(self.on_duty(at, close))
    }

    fn rating(&self) -> Option<Step> {
        let closed = self.case.closed.as_ref()?;
        if self.case.rated {
            return None;
        }
        Some(Step {
            at: closed.at.plus_minutes(self.plan.rate?),
            by: Actor::System,
            act: Act::Rate {
                rating: self.plan.rating?,
                reason: None,
            },
        })
    }
}

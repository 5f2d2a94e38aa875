//! Commands to facts, or a refusal that says why and who did it when. Pure; the table "Acts: when they are allowed".
//!
//! Called by the store's writer inside its transaction, and by the screens to grey what is not allowed.

use super::case::Case;
use super::command::{Act, Context, RosterAct};
use super::event::{Event, Fact, HandedOver, StepDone, StoodIn, Swapped, Undone};
use super::history;
use super::ids::{Actor, FactId, Number, Stage, Unit};
use super::permit::permit;
use super::propose::propose;
use super::roster::Roster;
use super::rules::Rules;
use super::time::Stamp;

/// A fact that stands in the way, for the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Did {
    /// The event's name.
    pub event: &'static str,
    /// Who.
    pub by: Actor,
    /// The person, where the fact names one.
    pub person: Option<String>,
    /// When it happened.
    pub at: Stamp,
}

/// Why an act is not carried out. The texts are in the locales.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No case of that number.
    UnknownCase(Number),
    /// A case of that number is already there.
    AlreadyThere(Number),
    /// It is said to have happened later than now.
    Future {
        /// The moment given.
        at: Stamp,
    },
    /// It is said to have happened before the case was received.
    BeforeReceipt {
        /// When the case was received.
        received: Stamp,
    },
    /// It was done already.
    AlreadyDone(Did),
    /// It was done before the desk knew the case.
    AlreadyBefore,
    /// The case is closed.
    Closed(Option<Did>),
    /// The case is void.
    Void(Did),
    /// The case is not closed yet.
    NotClosed(Stage),
    /// The unit is not on the case.
    NotOnCase(Unit),
    /// The case has no unit to mean, or several.
    WhichUnit,
    /// Only the lead may.
    NotLead {
        /// Who asked.
        unit: Unit,
        /// Who leads, if anybody.
        lead: Option<Unit>,
    },
    /// There is no reply to judge or to close on.
    NoReply,
    /// The latest reply has its verdict.
    AlreadyReviewed(Option<Did>),
    /// The latest reply is not accepted.
    NotAccepted,
    /// A reason is needed.
    NeedsReason,
    /// A dispatch without a unit.
    NoUnits,
    /// A dispatch with several leads, or the same unit twice.
    OneLead,
    /// The case has no community to be dispatched to.
    NoCommunity,
    /// A grant without a new close time.
    NoCloseDue,
    /// A close time that lies before the receipt.
    CloseDueBeforeReceipt {
        /// When the case was received.
        received: Stamp,
    },
    /// No bad rating stands.
    NoBadRating,
    /// No appeal is open.
    NoOpenAppeal,
    /// No look-back is owed.
    NoLookBack,
    /// The tag is there, or is not.
    TagUnchanged,
    /// The amendment changes nothing.
    NothingChanged,
    /// There is nothing to undo.
    NothingToUndo,
    /// No fact of that id stands.
    NoSuchFact(FactId),
    /// A receipt cannot be undone; void the case instead.
    ReceiptStands,
    /// A fact logged for a later moment would no longer have been allowed.
    LaterFact(Did),
    /// The case changed since the screen showed it.
    Changed(Option<Did>),
    /// Somebody else has dealt with the message that this came from.
    DealtWith,
    /// The two sides do not differ there, or it has been settled.
    NothingDiffers,
    /// The platform's word cannot be taken over as it is: it has no time, or every limit counts from it.
    CannotTake,
    /// A case linked to itself.
    SameCase,
    /// A post standing in for itself.
    SamePost,
}

/// The facts an act makes, or why it makes none.
pub type Decision = Result<Vec<Event>, Refusal>;

impl Did {
    /// The fact as the message needs it.
    #[must_use]
    pub fn of(fact: &Fact) -> Self {
        Self {
            event: fact.event.kind(),
            by: fact.by.clone(),
            person: fact.person.clone(),
            at: fact.at,
        }
    }
}

/// Every moment there is: with it, all logged facts are known.
const ALWAYS: Stamp = Stamp::from_micros(i64::MAX);

/// Decides an act on a case over all its logged facts, in the order they were keyed, as of the moment it is said to have
/// happened.
///
/// # Errors
/// The refusal.
pub fn decide(keyed: &[Fact], act: &Act, context: &Context, rules: &Rules) -> Decision {
    if context.at > context.now {
        return Err(Refusal::Future { at: context.at });
    }
    if let Act::Undo { id } = act {
        return undo(keyed, id.as_ref(), context.at);
    }
    let standing = history::standing(keyed, ALWAYS);
    let split = standing.partition_point(|f| f.at <= context.at);
    let (before, after) = standing.split_at(split);
    let Some(mut case) = Case::of_standing(before) else {
        let received = standing
            .iter()
            .find(|f| matches!(f.event, Event::Received(_)));
        return Err(
            received.map_or(Refusal::NothingToUndo, |f| Refusal::BeforeReceipt {
                received: f.at,
            }),
        );
    };
    let mut facts = Vec::new();
    for event in propose(&case, act, rules)? {
        permit(&case, before, &event)?;
        let fact = fact_of(&case.number, event, context);
        case.evolve(&fact);
        facts.push(fact);
    }
    if !after.is_empty() {
        let mut with: Vec<&Fact> = keyed.iter().chain(&facts).collect();
        with.retain(|f| {
            !matches!(f.event, Event::Undone(_)) && (standing.contains(f) || facts.contains(f))
        });
        with.sort_by_key(|f| (f.at, f.event.rank()));
        refuse_if_it_spoils(&standing, &with)?;
    }
    Ok(facts.into_iter().map(|f| f.event).collect())
}

fn fact_of(number: &Number, event: Event, context: &Context) -> Fact {
    Fact {
        id: None,
        at: context.at,
        case: Some(number.clone()),
        by: context.by.clone(),
        person: context.person.clone(),
        note: context.note.clone(),
        event,
    }
}

/// Takes back the last-keyed fact that stands, or the one named, unless a later fact would no longer have been allowed.
fn undo(keyed: &[Fact], id: Option<&FactId>, at: Stamp) -> Decision {
    let known = history::known(keyed, ALWAYS);
    let undone = history::undone(&known);
    let stands = |f: &&Fact| f.at <= at && f.id.as_ref().is_some_and(|id| !undone.contains(id));
    let target = match id {
        Some(id) => {
            let named = keyed
                .iter()
                .filter(stands)
                .find(|f| f.id.as_ref() == Some(id));
            named.ok_or_else(|| Refusal::NoSuchFact(id.clone()))?
        }
        // What the desk logged by itself nobody keyed.
        None => keyed
            .iter()
            .filter(stands)
            .rfind(|f| {
                !matches!(f.event, Event::Undone(_) | Event::Received(_)) && f.by != Actor::System
            })
            .ok_or(Refusal::NothingToUndo)?,
    };
    if matches!(target.event, Event::Received(_)) {
        return Err(Refusal::ReceiptStands);
    }
    let Some(target_id) = target.id.clone() else {
        return Err(Refusal::NothingToUndo);
    };
    let event = Event::Undone(Undone { target: target_id });
    let taking_back = Fact {
        id: None,
        at,
        event: event.clone(),
        ..target.clone()
    };
    let before = history::standing(keyed, ALWAYS);
    let after = history::standing(keyed.iter().chain([&taking_back]), ALWAYS);
    refuse_if_it_spoils(&before, &after)?;
    Ok(vec![event])
}

/// Refuses a change of history under which a fact that was allowed no longer is.
fn refuse_if_it_spoils(before: &[&Fact], after: &[&Fact]) -> Result<(), Refusal> {
    let allowed = allowed(before);
    let refused = refused(after);
    let spoilt = refused
        .into_iter()
        .find(|f| allowed.iter().any(|a| std::ptr::eq(*a, *f)));
    spoilt.map_or(Ok(()), |f| Err(Refusal::LaterFact(Did::of(f))))
}

fn allowed<'a>(standing: &[&'a Fact]) -> Vec<&'a Fact> {
    judged(standing)
        .into_iter()
        .filter_map(|(fact, allowed)| allowed.then_some(fact))
        .collect()
}

fn refused<'a>(standing: &[&'a Fact]) -> Vec<&'a Fact> {
    judged(standing)
        .into_iter()
        .filter_map(|(fact, allowed)| (!allowed).then_some(fact))
        .collect()
}

/// Every fact of a history with whether the table of acts allows it in its place.
fn judged<'a>(standing: &[&'a Fact]) -> Vec<(&'a Fact, bool)> {
    let mut judged = Vec::with_capacity(standing.len());
    let mut case: Option<Case> = None;
    for (n, fact) in standing.iter().enumerate() {
        let before = standing.get(..n).unwrap_or_default();
        match &mut case {
            None => {
                judged.push((*fact, true));
                case = Case::of_standing(&[fact]);
            }
            Some(case) => {
                judged.push((*fact, permit(case, before, &fact.event).is_ok()));
                case.evolve(fact);
            }
        }
    }
    judged
}

/// Decides an act on the roster over all its logged facts, in the order they were keyed.
///
/// # Errors
/// The refusal.
pub fn decide_roster(
    keyed: &[Fact],
    act: &RosterAct,
    context: &Context,
    rules: &Rules,
) -> Decision {
    if context.at > context.now {
        return Err(Refusal::Future { at: context.at });
    }
    let today = context.now.date();
    let reasoned = |date, reason: Option<&String>| {
        if date < today && reason.is_none_or(|r| r.trim().is_empty()) {
            Err(Refusal::NeedsReason)
        } else {
            Ok(())
        }
    };
    match act {
        RosterAct::Swap { date, post, reason } => {
            reasoned(*date, reason.as_ref())?;
            Ok(vec![Event::Swapped(Swapped {
                date: *date,
                post: *post,
                reason: reason.clone(),
            })])
        }
        RosterAct::StandIn {
            date,
            absent,
            post,
            reason,
        } => {
            reasoned(*date, reason.as_ref())?;
            if absent == post {
                return Err(Refusal::SamePost);
            }
            Ok(vec![Event::StoodIn(StoodIn {
                date: *date,
                absent: *absent,
                post: *post,
                reason: reason.clone(),
            })])
        }
        RosterAct::HandOver { date, reason } => {
            reasoned(*date, reason.as_ref().or(context.note.as_ref()))?;
            let tomorrow = date.succ_opt().unwrap_or(*date);
            let to = Roster::fold(keyed, context.now).on_duty(rules, tomorrow);
            Ok(vec![Event::HandedOver(HandedOver { date: *date, to })])
        }
        RosterAct::StepDone { step, who } => Ok(vec![Event::StepDone(StepDone {
            step: step.to_string(),
            who: who.to_string(),
        })]),
        RosterAct::Undo { id } => undo(keyed, id.as_ref(), context.at),
    }
}

//! Arguments to acts: names looked up, texts cleaned. Touches no store.

use super::fields;
use crate::cli::args::acts::{ActCommand, AppealStep, ExtendStep, One, Said, Visit};
use crate::cli::desk::Desk;
use crate::cli::{clean, names};
use crate::domain::command::{Act, RosterAct};
use crate::domain::event::Assignment;
use crate::domain::ids::{Actor, Number, Party, Role, Unit};
use crate::domain::oversight::Subject;
use crate::domain::time::Stamp;
use crate::error::Failure;

/// What is to be done to whom.
#[derive(Debug)]
pub(super) enum Job {
    /// One act on one case.
    Case(Number, Act),
    /// The same act on several cases, each for itself.
    Cases(Vec<Number>, Act),
    /// A dispatch whose units follow from the case.
    Dispatch(Number, Vec<Unit>),
    /// An act on the roster.
    Roster(RosterAct),
}

/// A lead and assisting units as a dispatch names them.
pub(super) fn assignments(lead: Option<Unit>, assist: Vec<Unit>) -> Vec<Assignment> {
    let lead = lead.map(|unit| Assignment {
        unit,
        role: Role::Lead,
    });
    let assist = assist.into_iter().map(|unit| Assignment {
        unit,
        role: Role::Assist,
    });
    lead.into_iter().chain(assist).collect()
}

/// The party that asks for an extension: the one named, else the actor's side.
fn party(desk: &Desk) -> Result<Party, Failure> {
    if let Some(party) = desk.party {
        return Ok(party);
    }
    Ok(match desk.named_actor()? {
        Some(Actor::Unit(_)) => Party::Unit,
        Some(Actor::Post(_) | Actor::System) | None => Party::Office,
    })
}

/// Reads an act and what is said about it.
///
/// # Errors
/// A name the policy does not know, or a field that cannot be amended.
pub(super) fn read(desk: &Desk, command: ActCommand, now: Stamp) -> Result<(Job, Said), Failure> {
    let one = |one: One, act: Act| Ok((Job::Case(one.case, act), one.said));
    let text = |s: String| clean::line(&s);
    let unit = |option, name: Option<String>| names::unit_if(desk, option, name.as_deref());
    match command {
        ActCommand::Sign { cases, said } => Ok((Job::Cases(cases, Act::Sign), said)),
        ActCommand::Dispatch { one, to, assist } => {
            let assist = names::units(desk, "--assist", &assist)?;
            let job = match unit("--to", to)? {
                Some(lead) => Job::Case(
                    one.case,
                    Act::Dispatch {
                        units: assignments(Some(lead), assist),
                    },
                ),
                None => Job::Dispatch(one.case, assist),
            };
            Ok((job, one.said))
        }
        ActCommand::UnitSign { one: o, unit: u } => one(
            o,
            Act::UnitSign {
                unit: unit("--unit", u)?,
            },
        ),
        ActCommand::Remind {
            one: o,
            unit: u,
            about,
            unanswered,
        } => one(
            o,
            Act::Remind {
                unit: unit("--unit", u)?,
                about,
                answered: !unanswered,
            },
        ),
        ActCommand::Transfer {
            one: o,
            from,
            grounds,
            to,
        } => one(
            o,
            Act::Transfer {
                from: names::unit(desk, "--from", &from)?,
                to: unit("--to", to)?,
                grounds: text(grounds),
            },
        ),
        ActCommand::CoAssign {
            one: o,
            unit,
            add,
            grounds,
        } => one(
            o,
            Act::CoAssign {
                unit: names::unit(desk, "--unit", &unit)?,
                units: names::units(desk, "--add", &add)?,
                grounds: text(grounds),
            },
        ),
        ActCommand::Excuse {
            one: o,
            of,
            unit: u,
            id,
            reason,
        } => one(
            o,
            Act::Excuse {
                of,
                unit: unit("--unit", u)?,
                target: id,
                reason: text(reason),
            },
        ),
        ActCommand::Reply {
            one: o,
            unit: u,
            text: answer,
            photos,
            approved_by,
        } => one(
            o,
            Act::Reply {
                unit: unit("--unit", u)?,
                text: clean::lines(&answer),
                photos,
                approved_by: approved_by.map(text),
            },
        ),
        ActCommand::Review {
            one: o,
            verdict,
            faults,
        } => one(o, Act::Review { verdict, faults }),
        ActCommand::Extend {
            one: o,
            step,
            reason,
            close_due,
        } => {
            let act = match step {
                ExtendStep::Request => Act::RequestExtension {
                    party: party(desk)?,
                    reason: text(reason.unwrap_or_default()),
                },
                ExtendStep::Grant => Act::DecideExtension {
                    granted: true,
                    close_due,
                },
                ExtendStep::Refuse => Act::DecideExtension {
                    granted: false,
                    close_due: None,
                },
            };
            one(o, act)
        }
        ActCommand::Close {
            one: o,
            unreviewed,
            reason,
        } => one(
            o,
            Act::Close {
                unreviewed,
                reason: reason.map(text),
            },
        ),
        ActCommand::Rate {
            one: o,
            rating,
            reason,
        } => one(
            o,
            Act::Rate {
                rating,
                reason: reason.map(text),
            },
        ),
        ActCommand::FollowUp(o) => one(o, Act::FollowUp),
        ActCommand::Rework(o) => one(o, Act::Rework),
        ActCommand::Consult(o) => one(o, Act::Consult),
        ActCommand::Contact(o) => one(o, Act::Contact),
        ActCommand::Escalate { one: o, to } => one(o, Act::Escalate { to: to.map(text) }),
        ActCommand::Report { one: o, to } => one(o, Act::Report { to: to.map(text) }),
        ActCommand::Link { one: o, other } => one(o, Act::Link { other }),
        ActCommand::Dismiss {
            one: o,
            suggestion,
            reason,
        } => one(
            o,
            Act::Dismiss {
                suggestion,
                reason: text(reason),
            },
        ),
        ActCommand::Appeal {
            one: o,
            step,
            approved_by,
            stamped,
        } => {
            let act = match step {
                AppealStep::File => Act::FileAppeal {
                    approved_by: approved_by.map(text),
                    stamped,
                },
                AppealStep::Uphold => Act::DecideAppeal { upheld: true },
                AppealStep::Reject => Act::DecideAppeal { upheld: false },
            };
            one(o, act)
        }
        ActCommand::LookBack { one: o, found } => one(
            o,
            Act::LookBack {
                stable: found == Visit::Stable,
            },
        ),
        ActCommand::Tag { one: o, tag } => one(o, Act::Tag { tag }),
        ActCommand::Untag { one: o, tag } => one(o, Act::Untag { tag }),
        ActCommand::Note { one: o, text: note } => one(
            o,
            Act::Note {
                text: clean::lines(&note),
            },
        ),
        ActCommand::Amend {
            one: o,
            fields,
            reason,
        } => one(
            o,
            Act::Amend {
                fields: fields::read(desk, &fields)?,
                reason: reason.map(text),
            },
        ),
        ActCommand::Void { one: o, reason } => one(
            o,
            Act::Void {
                reason: text(reason),
            },
        ),
        ActCommand::Undo {
            case,
            id,
            roster: _,
            said,
        } => Ok((
            match case {
                Some(number) => Job::Case(number, Act::Undo { id }),
                None => Job::Roster(RosterAct::Undo { id }),
            },
            said,
        )),
        ActCommand::Swap {
            date,
            post,
            reason,
            said,
        } => Ok((
            Job::Roster(RosterAct::Swap {
                date,
                post,
                reason: reason.map(text),
            }),
            said,
        )),
        ActCommand::StandIn {
            date,
            absent,
            post,
            reason,
            said,
        } => Ok((
            Job::Roster(RosterAct::StandIn {
                date,
                absent,
                post,
                reason: reason.map(text),
            }),
            said,
        )),
        ActCommand::Step { step, who, said } => {
            let who = Subject {
                actor: match who.actor {
                    Actor::Unit(unit) => Actor::Unit(names::unit(desk, "WHO", unit.as_str())?),
                    actor @ (Actor::Post(_) | Actor::System) => actor,
                },
                person: who.person.map(text),
            };
            Ok((Job::Roster(RosterAct::StepDone { step, who }), said))
        }
        ActCommand::Handover { date, reason, said } => {
            let date = date.unwrap_or_else(|| said.at.unwrap_or(now).date());
            Ok((
                Job::Roster(RosterAct::HandOver {
                    date,
                    reason: reason.map(text),
                }),
                said,
            ))
        }
    }
}

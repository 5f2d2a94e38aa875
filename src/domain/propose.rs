//! An act to the facts it would make: defaults filled in, implied facts added. Says nothing about whether they are allowed,
//! which is `permit`'s business. Called by `decide`.

use super::case::{Case, Stay};
use super::command::Act;
use super::decide::{Decision, Refusal};
use super::event::{
    Amended, AppealDecided, Appealed, Assignment, Closed, CoAssignRequested, Consulted, Contacted,
    Dispatched, Escalated, Event, Excused, ExtensionDecided, ExtensionRequested, FollowedUp,
    Linked, LookedBack, Noted, PhoneReminded, Rated, Replied, ReportedToPrincipal, Reviewed,
    Reworked, Signed, SuggestionDismissed, Tagged, Transferred, UnitSigned, Untagged, Voided,
};
use super::ids::{About, Role, Tag, Unit};
use super::reconcile;
use super::rules::Rules;

/// The facts of an act.
///
/// # Errors
/// When a default cannot be filled in: no unit to mean, no community to dispatch to, a reason or a time missing.
#[allow(clippy::too_many_lines, reason = "one arm an act")]
pub fn propose(case: &Case, act: &Act, rules: &Rules) -> Decision {
    let event = match act {
        Act::Sign => Event::Signed(Signed {}),
        Act::Dispatch { units } => Event::Dispatched(Dispatched {
            units: assignments(case, units, rules)?,
        }),
        Act::UnitSign { unit } => Event::UnitSigned(UnitSigned {
            unit: meant(case, unit.as_ref(), true)?,
        }),
        Act::Remind {
            unit,
            about,
            answered,
        } => Event::PhoneReminded(PhoneReminded {
            unit: meant(case, unit.as_ref(), *about == About::UnitSign)?,
            about: *about,
            answered: *answered,
        }),
        Act::Transfer { from, to, grounds } => Event::Transferred(Transferred {
            from: from.clone(),
            to: to.clone(),
            grounds: grounds.clone(),
        }),
        Act::CoAssign {
            unit,
            units,
            grounds,
        } => return Ok(co_assign(case, unit, units, grounds)),
        Act::Reply {
            unit,
            text,
            photos,
            approved_by,
        } => Event::Replied(Replied {
            unit: unit
                .clone()
                .or_else(|| case.lead_unit().cloned())
                .ok_or(Refusal::WhichUnit)?,
            text: text.clone(),
            photos: *photos,
            approved_by: approved_by.clone(),
        }),
        Act::Review { verdict, faults } => Event::Reviewed(Reviewed {
            verdict: *verdict,
            faults: faults.clone(),
        }),
        Act::RequestExtension { party, reason } => Event::ExtensionRequested(ExtensionRequested {
            party: *party,
            reason: reason.clone(),
        }),
        Act::DecideExtension {
            granted: true,
            close_due: None,
        } => return Err(Refusal::NoCloseDue),
        Act::DecideExtension { granted, close_due } => Event::ExtensionDecided(ExtensionDecided {
            granted: *granted,
            close_due: close_due.filter(|_| *granted),
        }),
        Act::Close {
            unreviewed: true,
            reason,
        } => Event::Closed(Closed {
            reason: Some(reasoned(reason.as_ref())?),
        }),
        Act::Close {
            unreviewed: false, ..
        } => Event::Closed(Closed { reason: None }),
        Act::Rate { rating, reason } => Event::Rated(Rated {
            rating: *rating,
            reason: reason.clone(),
        }),
        Act::FollowUp => Event::FollowedUp(FollowedUp {}),
        Act::Rework => Event::Reworked(Reworked {}),
        Act::Consult => Event::Consulted(Consulted {}),
        Act::Contact => Event::Contacted(Contacted {}),
        Act::Escalate { to } => Event::Escalated(Escalated { to: to.clone() }),
        Act::Report { to } => Event::ReportedToPrincipal(ReportedToPrincipal { to: to.clone() }),
        Act::Link { other } => Event::Linked(Linked {
            other: other.clone(),
        }),
        Act::Dismiss { suggestion, reason } => Event::SuggestionDismissed(SuggestionDismissed {
            suggestion: *suggestion,
            reason: reason.clone(),
        }),
        Act::FileAppeal {
            approved_by,
            stamped,
        } => Event::Appealed(Appealed {
            approved_by: approved_by.clone(),
            stamped: *stamped,
        }),
        Act::DecideAppeal { upheld } => Event::AppealDecided(AppealDecided { upheld: *upheld }),
        Act::LookBack { stable } => Event::LookedBack(LookedBack { stable: *stable }),
        Act::Tag { tag } => Event::Tagged(Tagged { tag: *tag }),
        Act::Untag { tag } => Event::Untagged(Untagged { tag: *tag }),
        Act::Reconcile {
            field,
            take,
            reason,
        } => return reconcile::settle(case, field, *take, reason.as_ref(), rules),
        Act::Note { text } => Event::Noted(Noted { text: text.clone() }),
        Act::Amend { fields, reason } => {
            let amended = Event::Amended(Amended {
                fields: fields.clone(),
                reason: reason.clone(),
            });
            // A kind that somebody names is decided.
            let decided = fields.kind.is_some() && case.tags.contains(&Tag::Undecided);
            let untagged = decided.then_some(Event::Untagged(Untagged {
                tag: Tag::Undecided,
            }));
            return Ok([amended].into_iter().chain(untagged).collect());
        }
        Act::Void { reason } => Event::Voided(Voided {
            reason: reasoned(Some(reason))?,
        }),
        Act::Excuse {
            of,
            unit,
            target,
            reason,
        } => Event::Excused(Excused {
            of: of.clone(),
            unit: unit.clone(),
            target: target.clone(),
            reason: reasoned(Some(reason))?,
        }),
        // `decide` takes an undo apart itself: it is about the log, not about the case.
        Act::Undo { .. } => return Err(Refusal::NothingToUndo),
    };
    Ok(vec![event])
}

fn reasoned(reason: Option<&String>) -> Result<String, Refusal> {
    reason
        .filter(|r| !r.trim().is_empty())
        .cloned()
        .ok_or(Refusal::NeedsReason)
}

/// The units of a dispatch. Where none is named, or none leads the case and none of these would, the unit of the case's own
/// community leads.
fn assignments(
    case: &Case,
    units: &[Assignment],
    rules: &Rules,
) -> Result<Vec<Assignment>, Refusal> {
    let leads = units.iter().any(|u| u.role == Role::Lead) || case.lead.is_some();
    if leads && !units.is_empty() {
        return Ok(units.to_vec());
    }
    let own = case
        .facts
        .community
        .as_ref()
        .and_then(|c| rules.policy.community(c.as_str()));
    let own = own.map(|c| c.unit.clone()).ok_or(Refusal::NoCommunity)?;
    let others = units.iter().filter(|u| u.unit != own).cloned();
    Ok([Assignment {
        unit: own.clone(),
        role: Role::Lead,
    }]
    .into_iter()
    .chain(others)
    .collect())
}

/// The unit an act means when it names none: of those it can be about, the only one, else the lead.
fn meant(case: &Case, named: Option<&Unit>, unsigned: bool) -> Result<Unit, Refusal> {
    if let Some(unit) = named {
        return Ok(unit.clone());
    }
    let candidates: Vec<&Stay> = case
        .present()
        .filter(|s| !unsigned || s.signed.is_none())
        .collect();
    match candidates.as_slice() {
        [only] => Ok(only.unit.clone()),
        _ => case.lead_unit().cloned().ok_or(Refusal::WhichUnit),
    }
}

/// A co-assign request by a unit that has not signed implies its sign, which is logged with it (S17).
fn co_assign(case: &Case, unit: &Unit, units: &[Unit], grounds: &str) -> Vec<Event> {
    let unsigned = case.stay_of(unit).is_some_and(|s| s.signed.is_none());
    let sign = unsigned.then(|| Event::UnitSigned(UnitSigned { unit: unit.clone() }));
    let request = CoAssignRequested {
        unit: unit.clone(),
        units: units.to_vec(),
        grounds: grounds.to_owned(),
    };
    sign.into_iter()
        .chain([Event::CoAssignRequested(request)])
        .collect()
}

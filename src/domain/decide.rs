//! Commands to facts, or a refusal that says why and who did it when. Pure; the table "Acts: when they are allowed".
//!
//! Called by the store's writer inside its transaction, and by the screens to grey what is not allowed.

use super::event::Event;
use super::ids::{Actor, FactId, Number, Stage, Unit};
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
    /// A nonstandard review without a fault.
    NoFaults,
    /// A grant without a new close time.
    NoCloseDue,
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
    /// A case linked to itself.
    SameCase,
    /// A post standing in for itself.
    SamePost,
}

/// The facts an act makes, or why it makes none.
pub type Decision = Result<Vec<Event>, Refusal>;

/// Decides an act on a case over all its logged facts, in the order they were keyed.
///
/// # Errors
/// The refusal.
pub fn decide(
    keyed: &[super::event::Fact],
    act: &super::command::Act,
    context: &super::command::Context,
    rules: &super::rules::Rules,
    roster: &super::roster::Roster,
) -> Decision {
    let _ = (keyed, act, context, rules, roster);
    todo!()
}

/// Decides an act on the roster over all its logged facts, in the order they were keyed.
///
/// # Errors
/// The refusal.
pub fn decide_roster(
    keyed: &[super::event::Fact],
    act: &super::command::RosterAct,
    context: &super::command::Context,
    rules: &super::rules::Rules,
) -> Decision {
    let _ = (keyed, act, context, rules);
    todo!()
}

//! What a person asks the desk to do to a case or to the roster. Imperative; `decide` turns it into facts or refuses.
//!
//! Made by the screen and the command line from keys and arguments.

use super::event::{Assignment, Fields};
use super::ids::{
    About, Actor, FactId, Fault, Number, Party, Post, Rating, Suggestion, Tag, Unit, Verdict,
};
use super::oversight::Subject;
use super::policy::Step;
use super::time::{Date, Stamp};

/// An act on one case.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of the facts in `event`")]
pub enum Act {
    Sign,
    Dispatch {
        units: Vec<Assignment>,
    },
    UnitSign {
        unit: Option<Unit>,
    },
    Remind {
        unit: Option<Unit>,
        about: About,
        answered: bool,
    },
    Transfer {
        from: Unit,
        to: Option<Unit>,
        grounds: String,
    },
    CoAssign {
        unit: Unit,
        units: Vec<Unit>,
        grounds: String,
    },
    Reply {
        unit: Option<Unit>,
        text: String,
        photos: u32,
        approved_by: Option<String>,
    },
    Review {
        verdict: Verdict,
        faults: Vec<Fault>,
    },
    RequestExtension {
        party: Party,
        reason: String,
    },
    DecideExtension {
        granted: bool,
        close_due: Option<Stamp>,
    },
    Close {
        unreviewed: bool,
        reason: Option<String>,
    },
    Rate {
        rating: Rating,
        reason: Option<String>,
    },
    FollowUp,
    Rework,
    Consult,
    Contact,
    Escalate {
        to: Option<String>,
    },
    Report {
        to: Option<String>,
    },
    Link {
        other: Number,
    },
    Dismiss {
        suggestion: Suggestion,
        reason: String,
    },
    FileAppeal {
        approved_by: Option<String>,
        stamped: bool,
    },
    DecideAppeal {
        upheld: bool,
    },
    LookBack {
        stable: bool,
    },
    Tag {
        tag: Tag,
    },
    Untag {
        tag: Tag,
    },
    Note {
        text: String,
    },
    Amend {
        fields: Fields,
        reason: Option<String>,
    },
    /// Settles a disagreement with the platform's list: its value taken over, or the one here kept (R9).
    Reconcile {
        field: String,
        take: bool,
        reason: Option<String>,
    },
    Void {
        reason: String,
    },
    Excuse {
        of: String,
        unit: Option<Unit>,
        target: Option<FactId>,
        reason: String,
    },
    Undo {
        id: Option<FactId>,
    },
}

/// An act on the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the fields are those of the facts in `event`")]
pub enum RosterAct {
    Swap {
        date: Date,
        post: Post,
        reason: Option<String>,
    },
    StandIn {
        date: Date,
        absent: Post,
        post: Post,
        reason: Option<String>,
    },
    HandOver {
        date: Date,
        reason: Option<String>,
    },
    StepDone {
        step: Step,
        who: Subject,
    },
    Undo {
        id: Option<FactId>,
    },
}

/// Who acts, when, and what else is said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// When the act is said to have happened.
    pub at: Stamp,
    /// The present moment; `at` may not be later.
    pub now: Stamp,
    /// Who acts.
    pub by: Actor,
    /// The person who acts.
    pub person: Option<String>,
    /// A free remark.
    pub note: Option<String>,
}

/// An act with its context: what the writer is asked to carry out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command<A> {
    /// What to do.
    pub act: A,
    /// Who, when.
    pub context: Context,
}

//! What arrived, in the past tense: keys, time, answers of the writer, changes made elsewhere.
//!
//! Made by `runtime` and taken by `update`. The runtime sends `Woke` before any other message, so that the model's moment is
//! the moment of the key.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::boards::report::{Asked, Figures};
use super::inflow::CameIn;
use super::key::Key;
use crate::domain::aftercare::Owing;
use crate::domain::decide::Refusal;
use crate::domain::event::Logged;
use crate::domain::forwarded::{Forwarded, Messages};
use crate::domain::ids::Number;
use crate::domain::queue::Row;
use crate::domain::reconcile::Ledger;
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::suggest::{Linked, Suggested};
use crate::domain::telling::{InView, JournalRow, Line, Telling};
use crate::domain::time::{Date, Stamp};

/// A row of the queue and the version of its case's stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The row.
    pub row: Row,
    /// How many facts the case's stream holds; an append names it, and is refused when it has moved.
    pub version: u64,
}

/// What the desk shows, as read from the store in one go.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// Every case in the queue: open, or in aftercare.
    pub entries: Vec<Entry>,
    /// The roster.
    pub roster: Roster,
    /// How many forwarded messages wait.
    pub waiting: usize,
}

/// An act that is on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Which case.
    pub number: Number,
    /// Its row as it now stands; none when it is not in the queue any more.
    pub entry: Option<Entry>,
    /// The facts that were appended.
    pub facts: Vec<Logged>,
}

/// An act that was not carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// Which case.
    pub number: Number,
    /// Why.
    pub refusal: Refusal,
    /// Its row as it now stands; none when it is not in the queue.
    pub entry: Option<Entry>,
}

/// All facts of one case, for its page.
#[derive(Debug, Clone)]
pub struct CaseFile {
    /// Which case.
    pub number: Number,
    /// Its facts in the order they were keyed.
    pub facts: Vec<Logged>,
    /// The other cases of its matter (R10).
    pub linked: Vec<Linked>,
    /// The revision it goes by (T10).
    pub rules: Arc<Rules>,
    /// The desk that keys here.
    pub desk: String,
}

/// What is suggested about a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuggestedFor {
    /// Which case.
    pub number: Number,
    /// The version that was asked about.
    pub version: u64,
    /// What is suggested; nothing also where the store could not say.
    pub list: Vec<Suggested>,
}

/// Files that were written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Where they are, as people write it.
    pub folder: String,
    /// Their names.
    pub files: Vec<String>,
}

/// A button on a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Sign the case.
    Sign,
    /// Dispatch it to its own community.
    Dispatch,
    /// Remind again a little later.
    Again,
    /// Show the case.
    Open,
}

/// What a board shows, as read from the store.
#[derive(Debug, Clone)]
pub enum Read {
    /// The cases that owe something after the close.
    Aftercare(Vec<Owing>),
    /// Where the desk and the platform disagree.
    Reconcile(Box<Ledger>),
    /// What a phone forwarded.
    Forwarded(Box<Messages>),
    /// The figures of a report.
    Report(Asked, Figures),
    /// The roster's facts in the order they were keyed.
    Roster(Vec<Logged>),
}

/// What arrived.
#[derive(Debug, Clone)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted, as the terminal gave it.
    Pasted(String),
    /// The left button was pressed at a cell, from 0.
    Clicked {
        /// From the left.
        column: u16,
        /// From the top.
        row: u16,
    },
    /// The wheel was turned by so many notches, down positive.
    Scrolled(i16),
    /// The terminal has another size.
    Resized {
        /// In cells.
        width: u16,
        /// In cells.
        height: u16,
    },
    /// Time has come to this moment.
    Woke(Stamp),
    /// Nothing has come for a while: what takes its time can be made ready.
    Rested,
    /// The store was read: the whole queue.
    Loaded(Snapshot),
    /// The writer answered an `Append` or an `AddCase`: part of it may be done and part refused.
    Decided {
        /// What is on disk.
        done: Vec<Done>,
        /// What was refused.
        refused: Vec<Rejected>,
    },
    /// What a `LookUp` found, in the queue or not.
    LookedUp {
        /// What was looked for.
        typed: String,
        /// The cases, no more than a screenful.
        entries: Vec<Entry>,
        /// How many there are.
        total: usize,
    },
    /// The facts that a `LoadCase` asked for.
    CaseLoaded(Box<CaseFile>),
    /// A `LoadCase` found no such case.
    CaseMissing(Number),
    /// Another window or the command line wrote: these cases as they now stand, none for one that left the queue.
    ChangedElsewhere(Vec<(Number, Option<Entry>)>),
    /// Something was told: on the screen it rings.
    Told(Box<Telling>),
    /// What stays in view until somebody acknowledges it.
    InView(Box<InView>),
    /// The desktop's notifications fail, and why; none: they work again.
    Notifying(Option<String>),
    /// The clock jumped by so many seconds, back negative.
    ClockJumped(i64),
    /// A button on a notification was pressed.
    Chosen {
        /// What it was about.
        line: Box<Line>,
        /// Which button.
        choice: Choice,
    },
    /// The journal of a date that a `LoadJournal` asked for.
    JournalLoaded {
        /// The date.
        date: Date,
        /// Its rows, by moment.
        entries: Vec<JournalRow>,
    },
    /// The cases that a `Find` asked for.
    Found {
        /// What was looked for.
        typed: String,
        /// Where it stands.
        numbers: BTreeSet<Number>,
    },
    /// A dossier or a report was written, or why it was not.
    Exported(Result<Exported, String>),
    /// A swap, stand-in or handover was written elsewhere.
    RosterChanged(Snapshot),
    /// A phone forwarded a message.
    Forwarded(Box<Forwarded>),
    /// How many of them wait.
    Waiting(usize),
    /// Why the store could not be copied at the end of the shift.
    NotBackedUp(String),
    /// Why nobody listens to the phone.
    PhoneTrouble(String),
    /// Files of the inbox were dealt with.
    CameIn(Vec<CameIn>),
    /// Why the inbox cannot be taken in just now.
    InboxTrouble(String),
    /// The writer took an `ActOnRoster`: the new facts, and what hangs on them.
    RosterActed {
        /// What is on disk.
        facts: Vec<Logged>,
        /// The queue anew: rows say who does what, and that hangs on who carries the day.
        read: Box<Snapshot>,
    },
    /// The writer refused an `ActOnRoster`.
    RosterRefused(Refusal),
    /// What a `LoadBoard` asked for.
    BoardLoaded(Box<Read>),
    /// A case that a `Visit` asked for; none when there is no such case.
    Visited(Number, Option<Box<Entry>>),
    /// What is suggested about the cases that a `Suggest` asked for.
    Suggested(Vec<SuggestedFor>),
    /// The file that a `KeepAnswers` wrote, or why it did not.
    AnswersKept(Result<String, String>),
    /// Who showed the notification of a `TryNotification`, or why nobody did.
    NotificationTried(Result<String, String>),
    /// The store could not be read or written; nothing of the act is on disk.
    StoreFailed(String),
}

impl Msg {
    /// Does it say something new: was it neither typed nor the time alone?
    #[must_use]
    pub const fn is_told(&self) -> bool {
        !matches!(
            self,
            Self::Key(_)
                | Self::Pasted(_)
                | Self::Clicked { .. }
                | Self::Scrolled(_)
                | Self::Resized { .. }
                | Self::Woke(_)
                | Self::Rested
        )
    }
}

//! What may be asked of the store's thread.

use tokio::sync::oneshot;

use crate::app::boards::Board;
use crate::app::effect::{Append, Export, NewCase, ReportExport};
use crate::domain::command::{Context, RosterAct};
use crate::domain::ids::{Number, Post};
use crate::domain::time::Date;
use crate::store::StoreError;

/// What the store's thread is asked for.
#[derive(Debug)]
pub enum Wish {
    /// Carry out acts, each for itself.
    Append(Vec<Append>),
    /// Take in a case.
    Add(Box<NewCase>),
    /// Look among all cases for the end of a number, or for what stands in them.
    LookUp(String),
    /// Read all facts of a case.
    Load(Number),
    /// Look for what is to be suggested about these cases.
    Suggest(Vec<(Number, u64)>),
    /// See whether somebody else has written.
    Look,
    /// A notification was shown, or failed and why.
    Settle {
        /// The rows of the journal it told.
        ids: Vec<i64>,
        /// Why it failed; none: it was shown.
        failed: Option<String>,
    },
    /// Which of these rows are still to be shown: they have waited for their notification.
    StillToShow {
        /// The rows of the journal.
        ids: Vec<i64>,
        /// Where the answer goes.
        answer: oneshot::Sender<Vec<i64>>,
    },
    /// The user's command was run for a row of the journal, or failed and why.
    Called {
        /// The row.
        id: i64,
        /// Why it failed; none: it was run.
        failed: Option<String>,
    },
    /// Somebody has seen these rows of the journal.
    Acknowledge(Vec<i64>),
    /// Somebody has seen everything in view.
    AcknowledgeAll,
    /// Tell this row of the journal once more, a little later.
    Again(i64),
    /// Read the journal of a date.
    Journal(Date),
    /// Read the row of a case, in the queue or not.
    Visit(Number),
    /// Find the cases of the queue in whose facts this stands.
    Find(String),
    /// Write a dossier into files.
    Export(Box<Export>),
    /// Write a report into files.
    ExportReport(Box<ReportExport>),
    /// Read what a board shows.
    Board(Board),
    /// Put a forwarded message aside.
    PutAside(i64),
    /// Let a message wait again that was put aside.
    BringBack(i64),
    /// Carry out an act on the roster.
    ActOnRoster(RosterAct, Context),
    /// This post's reminders pop up from now on; none: those of both.
    Sit(Option<Post>),
    /// The copy of the store was not made.
    NotBackedUp(StoreError),
    /// The desk closes.
    End,
}

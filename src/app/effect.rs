//! What is to be done about a message, as data. Performed by `runtime`, each answered with a message where it says so.

use std::path::PathBuf;

use super::boards::Board;
use super::welcome::Answers;
use crate::domain::command::{Act, Context, RosterAct};
use crate::domain::document::Document;
use crate::domain::event::Received;
use crate::domain::ids::Number;
use crate::domain::report::Report;
use crate::domain::show::Language;
use crate::domain::time::Date;

/// An act on one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Append {
    /// Which case.
    pub number: Number,
    /// The version it was shown at; none for a second act on a case in one go.
    pub expected: Option<u64>,
    /// The forwarded message it comes from, which is dealt with by it.
    pub message: Option<i64>,
    /// What to do.
    pub act: Act,
    /// Who, when.
    pub context: Context,
}

/// A case keyed in by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// 件号.
    pub number: Number,
    /// Its facts; the writer adds the revision.
    pub received: Received,
    /// Who keyed it; `at` is the receipt.
    pub context: Context,
    /// The forwarded message it comes from, which is dealt with by it.
    pub message: Option<i64>,
}

/// A dossier to be written into files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Which case.
    pub number: Number,
    /// The dossier.
    pub document: Document,
    /// Where to; none: beside the store.
    pub folder: Option<PathBuf>,
}

/// A report to be written into files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportExport {
    /// How the files are called.
    pub name: String,
    /// The report.
    pub report: Report,
    /// Its language.
    pub language: Language,
    /// Where to; none: beside the store.
    pub folder: Option<PathBuf>,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Decide and write, each for itself; answered with one `Decided` for all, or `StoreFailed`.
    Append(Vec<Append>),
    /// Write a new case; answered as `Append` is.
    AddCase(Box<NewCase>),
    /// Look among all cases, closed ones too, for the end of a number or for what stands in them; answered with `LookedUp`.
    LookUp(String),
    /// Read all facts of a case; answered with `CaseLoaded` or `CaseMissing`.
    LoadCase(Number),
    /// The same for a case that nobody waits for yet.
    ReadAhead(Number),
    /// Take these rows of the journal out of view; answered with `InView`.
    Acknowledge(Vec<i64>),
    /// Take every row of the journal out of view; answered with `InView`.
    AcknowledgeAll,
    /// Tell this row of the journal once more, a little later.
    RemindAgain(i64),
    /// Read the journal of a date; answered with `JournalLoaded`.
    LoadJournal(Date),
    /// Find the cases of the queue in whose facts this stands; answered with `Found`.
    Find(String),
    /// Write a dossier, in every format; answered with `Exported`.
    Export(Box<Export>),
    /// Write a report, in every format that is sent around; answered with `Exported`.
    ExportReport(Box<ReportExport>),
    /// Read what a board shows; answered with `BoardLoaded`.
    LoadBoard(Board),
    /// Put a forwarded message aside; answered with `BoardLoaded`, or `StoreFailed`.
    PutAside(i64),
    /// Let a message wait again that was put aside; answered as `PutAside` is.
    BringBack(i64),
    /// Read the row of a case that may not be in the queue; answered with `Visited`.
    Visit(Number),
    /// Decide and write an act on the roster; answered with `RosterActed`, `RosterRefused` or `StoreFailed`.
    ActOnRoster(RosterAct, Context),
    /// Look for what is to be suggested about these cases at these versions; answered with `Suggested`.
    Suggest(Vec<(Number, u64)>),
    /// Put text on the clipboard.
    CopyText(String),
    /// Ring the terminal's bell.
    Bell,
    /// Write the settings of a first start, over none that are there; answered with `AnswersKept`.
    KeepAnswers(Answers),
    /// Show a test notification; answered with `NotificationTried`.
    TryNotification,
    /// Leave the desk for a made-up shift.
    Demo,
    /// Leave the desk.
    Quit,
}

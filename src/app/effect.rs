//! What is to be done about a message, as data. Performed by `runtime`, each answered with a message where it says so.

use super::msg::Entry;
use crate::domain::command::{Act, Command};
use crate::domain::event::Received;
use crate::domain::ids::{Actor, Number};
use crate::domain::time::Stamp;

/// Acts on one case, in one transaction: all of them or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Append {
    /// Which case.
    pub number: Number,
    /// The version it was shown at; [`Entry::version`].
    pub expected: u64,
    /// What to do, in order.
    pub commands: Vec<Command<Act>>,
}

/// A case keyed in by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    /// 件号.
    pub number: Number,
    /// When the platform gave it to the street.
    pub at: Stamp,
    /// Who keyed it.
    pub by: Actor,
    /// The person who did.
    pub person: Option<String>,
    /// Its facts; the writer adds the revision.
    pub received: Received,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Decide and write; answered with one `Decided` for all, or `StoreFailed`.
    Append(Vec<Append>),
    /// Write a new case; answered as `Append` is.
    AddCase(Box<NewCase>),
    /// Read all facts of a case; answered with `CaseLoaded` or `CaseMissing`.
    LoadCase(Number),
    /// Put text on the clipboard.
    CopyText(String),
    /// Ring the terminal's bell.
    Bell,
    /// Leave the desk.
    Quit,
}

impl Append {
    /// Acts on a case as it was shown.
    #[must_use]
    pub fn on(entry: &Entry, commands: Vec<Command<Act>>) -> Self {
        Self {
            number: entry.row.number.clone(),
            expected: entry.version,
            commands,
        }
    }
}

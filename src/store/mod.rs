//! The store: an append-only log of facts in `SQLite`, and a projection of it that the queue and the reports read.
//!
//! `events` is the truth and is never changed; `cases` and `verdicts` are written in the same transaction and can be
//! rebuilt from it at any time with the same result. A case's state is not stored: folding its few facts takes
//! microseconds, and a stored copy would hold the citizen's data twice. Nothing outside this module knows SQL, and
//! nothing in it reads the clock. One thread owns a [`Store`]; called by `runtime` and `cli`.

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::command::{Act, Context, RosterAct};
use crate::domain::event::{Fact, Logged, Received};
use crate::domain::ids::{Number, Revision};
use crate::domain::queue::Row;
use crate::domain::rules::Rules;
use crate::domain::time::Stamp;

mod error;
mod watch;

pub use error::{ActError, Failure, StoreError};
pub use watch::{Watch, watch};

/// One connection to a store.
#[derive(Debug)]
pub struct Store;

/// What an act did, as it stands on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// The case; none for an act on the roster.
    pub number: Option<Number>,
    /// The new facts.
    pub facts: Vec<Logged>,
    /// The case's row; none when it is not in the queue (any more).
    pub row: Option<Row>,
    /// How many facts the case (or the roster) has now: what the next act on it expects.
    pub version: u64,
    /// Place of the last new fact in this store; see [`Store::changes_since`].
    pub mark: u64,
}

/// What a bulk import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrived {
    /// Cases that were not known before, in the order given.
    pub new: Vec<Number>,
    /// Known cases that got further facts, in the order given.
    pub changed: Vec<Number>,
    /// Known cases that stayed as they were.
    pub unchanged: usize,
}

/// What happened in the store since a mark, by whichever process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The cases with new facts; the row with its version, none when it is not in the queue (any more).
    pub cases: Vec<(Number, Option<(Row, u64)>)>,
    /// Whether the roster has new facts.
    pub roster: bool,
    /// Whether the whole store was replaced (a backup restored): everything must be read anew.
    pub replaced: bool,
    /// The mark to ask from next time.
    pub mark: u64,
}

/// Which cases to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Every case.
    All,
    /// Those in the queue: neither closed without aftercare nor void.
    Open,
    /// Those with a fact that happened after the moment.
    ChangedAfter(Stamp),
}

/// What a log import did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LogImported {
    /// Facts that were not known before.
    pub new: usize,
    /// Facts that were known already.
    pub known: usize,
    /// Revisions that were not known before.
    pub revisions: usize,
}

/// Why a log was not imported. Nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// A line is at fault (exit code 2).
    #[error("line {line}: {problem}")]
    Line {
        /// Line number from 1.
        line: usize,
        /// The field and what was expected.
        problem: String,
    },
    /// The file could not be read.
    #[error("the log cannot be read: {0}")]
    Read(#[from] std::io::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What `doctor` learns of a store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Health {
    /// Facts in the log.
    pub facts: u64,
    /// Cases, open or not.
    pub cases: u64,
    /// Cases in the queue.
    pub open: u64,
    /// What is wrong; empty when all is well.
    pub problems: Vec<Ailment>,
}

/// Something wrong inside a store.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Ailment {
    /// What `SQLite` itself found.
    #[error("database file: {0}")]
    File(String),
    /// The projection of a case is not what its facts say; `zhiban doctor` rebuilds it.
    #[error("case {0}: the projection differs from the log")]
    Projection(Number),
    /// A desk's numbers have a hole.
    #[error("desk {desk}: fact {after} is followed by {found}")]
    Gap {
        /// Which desk.
        desk: String,
        /// The last number before the hole.
        after: u64,
        /// The number after it.
        found: u64,
    },
    /// A fact cannot be read.
    #[error("fact {id}: {problem}")]
    Fact {
        /// Its id.
        id: String,
        /// What is wrong.
        problem: String,
    },
}

impl Store {
    /// Opens the store, or makes it: folder 0700 (only when it has to be made), files 0600.
    ///
    /// `current` is the revision in force: new cases get it. Open cases that rest on a year without calendar data for
    /// which `current` has some adopt it at once (T10), logged as of `now`.
    ///
    /// # Errors
    /// When the file is no store, was written by a newer version, or the system refuses; nothing was changed then.
    pub fn open(path: &Path, current: Rules, now: Stamp) -> Result<Self, StoreError> {
        let _ = (path, current, now);
        todo!()
    }

    /// Carries out an act on a case: decided, logged and projected in one transaction.
    ///
    /// `expected` is the version the person saw. When the case has moved on and the act would still be allowed it is
    /// refused as `Changed`; a rule's own refusal wins, because it says who did what.
    ///
    /// # Errors
    /// The refusal, or the store's failure; nothing was done then.
    pub fn act(
        &mut self,
        number: &Number,
        act: &Act,
        context: &Context,
        expected: Option<u64>,
    ) -> Result<Committed, ActError> {
        let _ = (number, act, context, expected);
        todo!()
    }

    /// Carries out acts one after the other, each for itself.
    pub fn act_on_many(
        &mut self,
        items: &[(Number, Act, Option<u64>)],
        context: &Context,
    ) -> Vec<Result<Committed, ActError>> {
        let _ = (items, context);
        todo!()
    }

    /// Carries out an act on the roster; the cases it bears on get their verdicts anew in the same transaction.
    ///
    /// # Errors
    /// The refusal, or the store's failure; nothing was done then.
    pub fn act_on_roster(
        &mut self,
        act: &RosterAct,
        context: &Context,
    ) -> Result<Committed, ActError> {
        let _ = (act, context);
        todo!()
    }

    /// Takes in a case that was keyed by hand; `context.at` is its receipt.
    ///
    /// # Errors
    /// Refused when the number is known or the receipt lies in the future; or the store's failure.
    pub fn add(
        &mut self,
        number: &Number,
        received: Received,
        context: &Context,
    ) -> Result<Committed, ActError> {
        let _ = (number, received, context);
        todo!()
    }

    /// Takes in many rows in one transaction: all or none. For each, `facts_of` is given what is known of the case
    /// (nothing when it is new), in the order it was keyed, and the rules it goes by, and returns the facts to log; it
    /// leaves `id`, `case` and `received.revision` to the store. `progress` is told how many rows are done.
    ///
    /// # Errors
    /// The store's failure; nothing was done then.
    pub fn receive<D>(
        &mut self,
        rows: Vec<(Number, D)>,
        facts_of: &mut dyn FnMut(D, &[Fact], &Rules) -> Vec<Fact>,
        now: Stamp,
        progress: &mut dyn FnMut(usize),
    ) -> Result<Arrived, StoreError> {
        let _ = (rows, facts_of, now, progress);
        todo!()
    }

    /// The facts of a case in the order they were keyed; empty when there is no such case.
    ///
    /// # Errors
    /// The store's failure.
    pub fn case_facts(&self, number: &Number) -> Result<Vec<Logged>, StoreError> {
        let _ = number;
        todo!()
    }

    /// The facts of the roster in the order they were keyed.
    ///
    /// # Errors
    /// The store's failure.
    pub fn roster_facts(&self) -> Result<Vec<Logged>, StoreError> {
        todo!()
    }

    /// The rules of a revision; for none, those in force.
    ///
    /// # Errors
    /// When the store does not have the revision.
    pub fn rules_for(&mut self, revision: Option<&Revision>) -> Result<Arc<Rules>, StoreError> {
        let _ = revision;
        todo!()
    }

    /// The queue as known at `now`, each row with its version, by number.
    ///
    /// # Errors
    /// The store's failure.
    pub fn open_rows(&mut self, now: Stamp) -> Result<Vec<(Row, u64)>, StoreError> {
        let _ = now;
        todo!()
    }

    /// Every case as a row as known at `now`, closed and void ones too, by number.
    ///
    /// # Errors
    /// The store's failure.
    pub fn all_rows(&mut self, now: Stamp) -> Result<Vec<(Row, u64)>, StoreError> {
        let _ = now;
        todo!()
    }

    /// The numbers of cases, in order.
    ///
    /// # Errors
    /// The store's failure.
    pub fn numbers(&self, which: Which) -> Result<Vec<Number>, StoreError> {
        let _ = which;
        todo!()
    }

    /// The mark of the latest fact.
    ///
    /// # Errors
    /// The store's failure.
    pub fn mark(&self) -> Result<u64, StoreError> {
        todo!()
    }

    /// What happened since `mark`, or `None` when no other connection has written since this was last asked: a cheap
    /// question, to be asked whenever [`watch`] calls.
    ///
    /// # Errors
    /// The store's failure.
    pub fn changes_since(&mut self, mark: u64) -> Result<Option<Changes>, StoreError> {
        let _ = mark;
        todo!()
    }

    /// Writes the revisions, then every fact, one JSON object a line.
    ///
    /// # Errors
    /// The store's failure, or `Io` when `out` cannot be written.
    pub fn export_log(&self, out: &mut dyn Write) -> Result<usize, StoreError> {
        let _ = out;
        todo!()
    }

    /// Reads a log, in any order of lines; what is known already is passed over. All or nothing.
    ///
    /// # Errors
    /// Names the line at fault.
    pub fn import_log(&mut self, input: &mut dyn BufRead) -> Result<LogImported, LogError> {
        let _ = input;
        todo!()
    }

    /// Makes the projection anew from the log.
    ///
    /// # Errors
    /// The store's failure; the old projection stands then.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        todo!()
    }

    /// Looks for damage: the file, each desk's numbers, and whether the projection is what the log says.
    ///
    /// # Errors
    /// When it cannot even be looked at.
    pub fn check(&mut self) -> Result<Health, StoreError> {
        todo!()
    }

    /// Writes a verified copy of the store to a new file.
    ///
    /// # Errors
    /// When `to` is there already, or the store's failure; no file is left behind then.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let _ = to;
        todo!()
    }

    /// Puts a backup in the place of the store at `path`, after it was checked. What stood there is kept beside it;
    /// the returned path says where.
    ///
    /// # Errors
    /// When `from` is not a sound store; nothing was changed then.
    pub fn restore(path: &Path, from: &Path, now: Stamp) -> Result<Option<PathBuf>, StoreError> {
        let _ = (path, from, now);
        todo!()
    }

    /// Where the store is.
    pub fn path(&self) -> &Path {
        todo!()
    }

    /// The network file system the store lies on, if it does: two programs on one store are not safe there.
    pub fn network_file_system(&self) -> Option<String> {
        todo!()
    }
}

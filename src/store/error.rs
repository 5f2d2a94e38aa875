//! What can go wrong with a store, by kind, so that the command line can say it in either language.
//!
//! Made inside `store` alone; shown by `cli` and `runtime`.

use std::path::PathBuf;

use rusqlite::ErrorCode;

use super::schema::PATIENCE;
use crate::domain::decide::Refusal;
use crate::domain::rules::BadRules;

/// The store or the system below it failed (exit code 3). One line: where, what, and the mend where there is one.
#[derive(Debug, thiserror::Error)]
#[error("{}: {kind}", path.display())]
pub struct StoreError {
    /// The file it is about.
    pub path: PathBuf,
    /// What happened.
    pub kind: Failure,
}

/// The kinds of failure.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The file or its folder cannot be opened or made.
    #[error("cannot be opened: {0}; check that the path exists and belongs to you")]
    Unreadable(#[source] std::io::Error),
    /// The file is no store of zhiban.
    #[error("is not a zhiban store; name another file with --store")]
    NotAStore,
    /// A newer zhiban wrote it. Nothing was changed on disk.
    #[error(
        "was written by a newer zhiban (store version {found}, this program knows up to {known}); update zhiban"
    )]
    NewerVersion {
        /// Version of the file.
        found: i64,
        /// The newest this program knows.
        known: i64,
    },
    /// The file at that path is not the one that was opened: it was removed, or another was put in its place. Nothing
    /// was written.
    #[error("is no longer the file that was opened; open zhiban anew")]
    Replaced,
    /// Another program held the store too long.
    #[error(
        "is locked by another program for more than {seconds} s; close that program or try again"
    )]
    Busy {
        /// How long it was waited for.
        seconds: u64,
    },
    /// The file, its folder or its file system cannot be written.
    #[error("cannot be written; check its permissions, its folder's and the disk")]
    ReadOnly,
    /// The disk is full. Nothing was changed.
    #[error("the disk is full; free some space and try again")]
    Full,
    /// The system reported an error while reading or writing.
    #[error("reading or writing failed: {0}; check the disk")]
    Io(String),
    /// What stands in the store does not make sense.
    #[error("is damaged: {0}; run `zhiban doctor`, or `zhiban restore` with a backup")]
    Corrupt(String),
    /// A case goes by a revision that the store does not have.
    #[error("revision {0} is not in the store; import the log it came with")]
    UnknownRevision(String),
    /// A stored revision cannot be used.
    #[error("{0}")]
    BadRevision(#[from] BadRules),
    /// The file to be written is there already.
    #[error("is there already; name another file or remove it first")]
    Exists,
    /// The linked `SQLite` may damage a store with two writers.
    #[error("SQLite {found} may damage a store with two writers; 3.51.3 or newer is needed")]
    OldSqlite {
        /// The version that is linked.
        found: String,
    },
    /// Anything else the database engine reports.
    #[error("the database refused: {0}")]
    Database(String),
}

impl Failure {
    /// The error of a file.
    #[must_use]
    pub fn at(self, path: impl Into<PathBuf>) -> StoreError {
        StoreError {
            path: path.into(),
            kind: self,
        }
    }
}

/// Why an act was not carried out.
#[derive(Debug)]
pub enum ActError {
    /// A rule refuses it (exit code 1).
    Refused(Refusal),
    /// The store failed; nothing was done.
    Store(StoreError),
}

impl From<Refusal> for ActError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for ActError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the engine's errors, of which only some have a meaning for people"
)]
impl From<rusqlite::Error> for Failure {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(cause, text) = &error else {
            return match error {
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::Utf8Error(..) => Self::Corrupt(error.to_string()),
                _ => Self::Database(error.to_string()),
            };
        };
        let text = || text.clone().unwrap_or_else(|| cause.to_string());
        match cause.code {
            // The last is what a lock on the shared memory comes to that is never given.
            ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::FileLockingProtocolFailed => Self::Busy {
                seconds: PATIENCE.as_secs(),
            },
            ErrorCode::ReadOnly => Self::ReadOnly,
            ErrorCode::DiskFull => Self::Full,
            ErrorCode::SystemIoFailure => Self::Io(cause.to_string()),
            ErrorCode::DatabaseCorrupt => Self::Corrupt(text()),
            ErrorCode::NotADatabase => Self::NotAStore,
            ErrorCode::CannotOpen => Self::Unreadable(std::io::Error::other(text())),
            _ => Self::Database(text()),
        }
    }
}

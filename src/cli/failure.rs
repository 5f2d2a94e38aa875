//! Failures of files, stores and rules in the user's language, each with the exit code it comes to.
//!
//! Called by the commands; knows every kind of failure below `cli` and nothing of what was being done.

use std::path::Path;

use crate::app::text::{Texts, say};
use crate::config::{BadFile, Fault, KEYS};
use crate::domain::ids::Number;
use crate::error::Failure;
use crate::store::{self, ActError, StoreError};

/// A file that cannot be read.
pub fn unreadable(texts: &Texts, file: &Path, problem: &std::io::Error) -> Failure {
    Failure::usage(say!(
        texts,
        "error-unreadable",
        file = file.display().to_string(),
        problem = problem.to_string()
    ))
}

/// A file that cannot be written.
pub fn unwritable(texts: &Texts, file: &Path, problem: &std::io::Error) -> Failure {
    Failure::system(say!(
        texts,
        "error-unwritable",
        file = file.display().to_string(),
        problem = problem.to_string()
    ))
}

/// A file of settings, or of the user's calendar, that cannot be used.
pub fn bad_file(texts: &Texts, bad: &BadFile) -> Failure {
    let file = bad.file.display().to_string();
    Failure::usage(match &bad.fault {
        Fault::Unreadable(problem) => {
            say!(texts, "error-unreadable", file = file, problem = problem.as_str())
        }
        Fault::Syntax { line, problem } => say!(
            texts,
            "error-line",
            file = file,
            line = *line,
            problem = problem.as_str()
        ),
        Fault::UnknownKey(key) => say!(
            texts,
            "error-config-key",
            file = file,
            key = key.as_str(),
            known = KEYS.join(" ")
        ),
        Fault::Value {
            key,
            found,
            expected,
        } => say!(
            texts,
            "error-config-value",
            file = file,
            key = *key,
            found = found.as_str(),
            expected = *expected
        ),
        Fault::Calendar(problem) => say!(
            texts,
            "error-calendar",
            file = file,
            problem = problem.to_string()
        ),
    })
}

/// An act that was not carried out. `number` is the case, none for the roster.
pub fn act(texts: &Texts, number: Option<&Number>, error: &ActError) -> Failure {
    match error {
        ActError::Refused(refusal) => {
            let why = texts.refusal(refusal);
            Failure::refused(match number {
                Some(number) => say!(
                    texts,
                    "error-refused",
                    number = number.as_str(),
                    why = why
                ),
                None => why,
            })
        }
        ActError::Store(error) => store(texts, error),
    }
}

/// A store that failed.
pub fn store(texts: &Texts, error: &StoreError) -> Failure {
    let file = error.path.display().to_string();
    let said = |message: String, mend: Option<String>| {
        let failure = Failure::system(say!(
            texts,
            "error-store",
            file = file.as_str(),
            problem = message
        ));
        match mend {
            Some(mend) => failure.mend(mend),
            None => failure,
        }
    };
    match &error.kind {
        store::Failure::Unreadable(e) => said(
            say!(texts, "store-unreadable", problem = e.to_string()),
            Some(say!(texts, "store-unreadable-mend")),
        ),
        store::Failure::NotAStore => said(
            say!(texts, "store-not-a-store"),
            Some(say!(texts, "store-not-a-store-mend")),
        ),
        store::Failure::NewerVersion { found, known } => said(
            say!(texts, "store-newer", found = *found, known = *known),
            Some(say!(texts, "store-newer-mend")),
        ),
        store::Failure::Busy { seconds } => said(
            say!(texts, "store-busy", seconds = *seconds),
            Some(say!(texts, "store-busy-mend")),
        ),
        store::Failure::ReadOnly => said(
            say!(texts, "store-read-only"),
            Some(say!(texts, "store-read-only-mend")),
        ),
        store::Failure::Full => said(
            say!(texts, "store-full"),
            Some(say!(texts, "store-full-mend")),
        ),
        store::Failure::Io(problem) => said(
            say!(texts, "store-io", problem = problem.as_str()),
            Some(say!(texts, "store-io-mend")),
        ),
        store::Failure::Corrupt(problem) => said(
            say!(texts, "store-corrupt", problem = problem.as_str()),
            Some(say!(texts, "store-corrupt-mend")),
        ),
        store::Failure::UnknownRevision(revision) => said(
            say!(texts, "store-revision", revision = revision.as_str()),
            Some(say!(texts, "store-revision-mend")),
        ),
        store::Failure::BadRevision(problem) => said(
            say!(texts, "store-corrupt", problem = problem.to_string()),
            Some(say!(texts, "store-corrupt-mend")),
        ),
        store::Failure::Exists => Failure::usage(say!(texts, "error-exists", file = file))
            .mend(say!(texts, "error-exists-mend")),
        store::Failure::OldSqlite { found } => {
            said(say!(texts, "store-sqlite", found = found.as_str()), None)
        }
        store::Failure::Database(problem) => said(
            say!(texts, "store-database", problem = problem.as_str()),
            None,
        ),
    }
}

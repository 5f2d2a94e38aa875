//! Failures of files and acts in the user's language, each with the exit code it comes to.
//!
//! Called by the commands; knows every kind of failure below `cli` and nothing of what was being done.

use std::path::Path;

use super::desk::Desk;
use crate::app::text::{Texts, say};
use crate::config::{BadFile, Fault, KEYS};
use crate::domain::decide::Refusal;
use crate::domain::ids::Number;
use crate::error::Failure;
pub use crate::error::{
    of_list as list, of_log as log, of_mapping as mapping, of_store as store, unreadable,
};
use crate::store::ActError;

/// A file that cannot be written.
pub fn unwritable(texts: &Texts, file: &Path, problem: &std::io::Error) -> Failure {
    Failure::system(say!(
        texts,
        "error-unwritable",
        file = file.display().to_string(),
        problem = problem.to_string()
    ))
    .mend(say!(texts, "error-unwritable-mend"))
}

/// A file of settings, or of the user's calendar, that cannot be used.
pub fn bad_file(texts: &Texts, bad: &BadFile) -> Failure {
    let file = bad.file.display().to_string();
    let mend = match &bad.fault {
        Fault::Unreadable(_) => say!(texts, "error-unreadable-mend"),
        Fault::Syntax { .. } | Fault::UnknownKey(_) | Fault::Value { .. } => {
            say!(texts, "error-config-mend")
        }
        Fault::Calendar(_) => say!(texts, "error-calendar-mend"),
    };
    Failure::usage(match &bad.fault {
        Fault::Unreadable(problem) => {
            say!(
                texts,
                "error-unreadable",
                file = file,
                problem = problem.as_str()
            )
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
    .mend(mend)
}

/// An act that was not carried out. `number` is the case, none for the roster.
pub fn act(desk: &Desk, number: Option<&Number>, error: &ActError) -> Failure {
    let texts = &desk.texts;
    match error {
        ActError::Refused(refusal) => {
            let why = texts.refusal(refusal, desk.now());
            let failure = Failure::refused(match number {
                Some(number) => say!(texts, "error-refused", number = number.as_str(), why = why),
                None => why,
            });
            match refusal_mend(texts, refusal) {
                Some(mend) => failure.mend(mend),
                None => failure,
            }
        }
        ActError::Store(error) => store(texts, error),
    }
}

/// What to do about a refusal, where its own words do not say it: most name who did what when, and nothing is left to do.
fn refusal_mend(texts: &Texts, refusal: &Refusal) -> Option<String> {
    if *refusal == Refusal::NeedsReason {
        Some(say!(texts, "error-reason-mend"))
    } else if matches!(refusal, Refusal::UnknownCase(_)) {
        Some(say!(texts, "error-unknown-case-mend"))
    } else if matches!(refusal, Refusal::WhichUnit) {
        Some(say!(texts, "error-which-unit-mend"))
    } else if matches!(refusal, Refusal::NotAccepted) {
        Some(say!(texts, "error-not-accepted-mend"))
    } else {
        None
    }
}

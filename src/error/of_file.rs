//! A file from outside that cannot be used, in the user's language: it cannot be read, is no list, or is no log.

use std::path::Path;

use super::{Failure, of_store};
use crate::app::text::{Texts, say};
use crate::intake::{BadMapping, Format, IntakeError, Limit};
use crate::store::LogError;

/// A file that cannot be read.
pub fn unreadable(texts: &Texts, file: &Path, problem: &std::io::Error) -> Failure {
    Failure::usage(say!(
        texts,
        "error-unreadable",
        file = file.display().to_string(),
        problem = problem.to_string()
    ))
    .mend(say!(texts, "error-unreadable-mend"))
}

/// A mapping that names no columns or words.
pub fn of_mapping(texts: &Texts, file: &Path, problem: &BadMapping) -> Failure {
    Failure::usage(say!(
        texts,
        "error-mapping",
        file = file.display().to_string(),
        problem = problem.to_string()
    ))
}

/// A log that was not taken in.
pub fn of_log(texts: &Texts, file: &Path, error: &LogError) -> Failure {
    match error {
        LogError::Line { line, problem } => Failure::usage(say!(
            texts,
            "error-line",
            file = file.display().to_string(),
            line = *line,
            problem = problem.as_str()
        )),
        LogError::Read(e) => unreadable(texts, file, e),
        LogError::Store(e) => of_store(texts, e),
    }
}

/// A file that gives no list at all.
pub fn of_list(texts: &Texts, file: &Path, error: &IntakeError) -> Failure {
    let problem = match error {
        IntakeError::Io(e) => return unreadable(texts, file, e),
        IntakeError::TooLarge { what, most } => {
            let (count, mib) = (most.to_string(), most >> 20);
            match what {
                Limit::Bytes => say!(texts, "intake-bytes", most = mib),
                Limit::Unpacked => say!(texts, "intake-unpacked", most = mib),
                Limit::Parts => say!(texts, "intake-parts", most = count),
                Limit::Rows => say!(texts, "intake-rows", most = count),
                Limit::Text => say!(texts, "intake-text", most = mib),
            }
        }
        IntakeError::NotAList(format) => match format {
            Format::Empty => say!(texts, "intake-empty"),
            Format::OldExcel => say!(texts, "intake-old-excel"),
            Format::Html => say!(texts, "intake-html"),
            Format::Xlsx | Format::Csv | Format::Json | Format::Binary => {
                say!(texts, "intake-binary")
            }
        },
        IntakeError::Broken { format, problem } => say!(
            texts,
            "intake-broken",
            format = format.to_string(),
            problem = problem.as_str()
        ),
        IntakeError::NoHeader { missing, seen } => {
            let missing: Vec<&str> = missing.iter().map(|f| f.as_str()).collect();
            say!(
                texts,
                "intake-no-header",
                missing = missing.join(" "),
                seen = seen.join(" ")
            )
        }
        IntakeError::NoSuchColumn { field, name, seen } => say!(
            texts,
            "intake-no-column",
            field = field.as_str(),
            name = name.as_str(),
            seen = seen.join(" ")
        ),
    };
    Failure::usage(say!(
        texts,
        "error-list",
        file = file.display().to_string(),
        problem = problem
    ))
}

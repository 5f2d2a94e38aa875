//! What clap found wrong, as one line in the user's language; and its help and version.
//!
//! Called by `cli::main` before anything else is known.

#![allow(
    clippy::match_wildcard_for_single_variants,
    clippy::wildcard_enum_match_arm,
    reason = "clap's kinds grow with clap"
)]

use std::error::Error as _;
use std::ffi::OsString;
use std::num::ParseIntError;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::output::{self, Output};
use super::values::{BadActor, BadMonth, BadNumber, BadSpan, BadSubject};
use super::{desk, help};
use crate::app::text::{Texts, say};
use crate::config::Language;
use crate::domain::ids::UnknownToken;
use crate::domain::period::BadPeriod;
use crate::domain::time::{BadDate, BadTime};
use crate::error::Failure;

/// Answers a command line that clap did not take: shows the help or the version, or says what is wrong.
///
/// # Errors
/// What is wrong with the command line.
pub fn answer(error: &clap::Error, words: &[OsString]) -> Result<(), Failure> {
    let texts = Texts::new(language(words));
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            // Parsed once more, so that the help of the very command that was asked about is shown in words.
            let shown = help::command(&texts).try_get_matches_from(words);
            print(
                &shown
                    .err()
                    .unwrap_or_else(|| help::command(&texts).error(error.kind(), "")),
            )
        }
        ErrorKind::DisplayVersion => print(error),
        _ => Err(wrong(&texts, error)),
    }
}

/// Answers `help COMMAND` as `COMMAND --help` is answered.
///
/// # Errors
/// When there is no such command.
pub fn asked(about: &[String], words: &[OsString]) -> Result<(), Failure> {
    let texts = Texts::new(language(words));
    let about = about.iter().map(String::as_str);
    let asked = ["zhiban"].into_iter().chain(about).chain(["--help"]);
    match help::command(&texts).try_get_matches_from(asked) {
        Err(error) if error.kind() == ErrorKind::DisplayHelp => print(&error),
        Err(error) => Err(wrong(&texts, &error)),
        // Nothing follows `--help` that would make it anything else.
        Ok(_) => Ok(()),
    }
}

fn print(shown: &clap::Error) -> Result<(), Failure> {
    use std::io::IsTerminal as _;
    let styled = shown.render();
    let mut text = if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        styled.ansi().to_string()
    } else {
        styled.to_string()
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let mut out = Output::new();
    std::io::Write::write_all(out.writer(), text.as_bytes()).map_err(|e| output::failed(&e))?;
    out.finish()
}

/// The language as far as it can be told from a command line that makes no sense.
fn language(words: &[OsString]) -> Language {
    let words: Vec<_> = words.iter().filter_map(|w| w.to_str()).collect();
    let after = |w: &[&str]| match w {
        ["--lang", value] => Language::of_word(value),
        _ => None,
    };
    words
        .windows(2)
        .find_map(after)
        .or_else(|| {
            words
                .iter()
                .find_map(|w| w.strip_prefix("--lang=").and_then(Language::of_word))
        })
        .unwrap_or_else(desk::language_of_environment)
}

fn wrong(texts: &Texts, error: &clap::Error) -> Failure {
    let option = one(error, ContextKind::InvalidArg);
    let value = one(error, ContextKind::InvalidValue);
    let failure = match error.kind() {
        ErrorKind::UnknownArgument => say!(texts, "usage-unknown-option", option = option),
        ErrorKind::InvalidSubcommand => {
            let name = one(error, ContextKind::InvalidSubcommand);
            say!(texts, "usage-unknown-command", name = name)
        }
        ErrorKind::MissingRequiredArgument => {
            say!(
                texts,
                "usage-missing",
                options = many(error, ContextKind::InvalidArg)
            )
        }
        ErrorKind::MissingSubcommand => say!(
            texts,
            "usage-missing",
            options = many(error, ContextKind::ValidSubcommand)
        ),
        ErrorKind::InvalidValue if value.is_empty() => {
            say!(texts, "usage-no-value", option = option)
        }
        ErrorKind::InvalidValue => say!(
            texts,
            "error-value",
            option = option,
            value = value,
            problem = say!(
                texts,
                "expected-one-of",
                known = many(error, ContextKind::ValidValue)
            )
        ),
        ErrorKind::ValueValidation => say!(
            texts,
            "error-value",
            option = option,
            value = value,
            problem = problem(texts, error)
        ),
        ErrorKind::ArgumentConflict => {
            let prior = many(error, ContextKind::PriorArg);
            if prior.is_empty() || prior == option {
                say!(texts, "usage-once", option = option)
            } else {
                say!(texts, "usage-conflict", option = option, other = prior)
            }
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            say!(texts, "usage-no-value", option = option)
        }
        ErrorKind::InvalidUtf8 => say!(texts, "expected-utf8"),
        // What is left cannot come from these definitions; clap's own words are better than none.
        _ => first_line(&error.to_string()),
    };
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let similar = suggested
        .into_iter()
        .map(|kind| many(error, kind))
        .find(|s| !s.is_empty());
    Failure::usage(failure).mend(match similar {
        Some(similar) => say!(texts, "usage-similar", similar = similar),
        None => say!(texts, "usage-mend"),
    })
}

/// What a value parser said, in the user's language where its kind is known.
fn problem(texts: &Texts, error: &clap::Error) -> String {
    let Some(source) = error.source() else {
        return String::new();
    };
    if source.is::<BadTime>() {
        say!(texts, "expected-time")
    } else if source.is::<BadPeriod>() {
        say!(texts, "expected-period")
    } else if source.is::<BadMonth>() {
        say!(texts, "expected-month")
    } else if source.is::<BadSubject>() {
        say!(texts, "expected-subject")
    } else if source.is::<BadDate>() {
        say!(texts, "expected-date")
    } else if source.is::<BadActor>() {
        say!(texts, "expected-actor")
    } else if source.is::<BadNumber>() {
        say!(texts, "expected-number")
    } else if source.is::<BadSpan>() {
        say!(texts, "expected-span")
    } else if source.is::<ParseIntError>() {
        say!(texts, "expected-count")
    } else if let Some(unknown) = source.downcast_ref::<UnknownToken>() {
        say!(texts, "expected-one-of", known = unknown.expected.as_str())
    } else {
        first_line(&source.to_string())
    }
}

fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    line.trim_start_matches("error: ").to_owned()
}

fn one(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(s)) => s.clone(),
        Some(ContextValue::Strings(all)) => all.first().cloned().unwrap_or_default(),
        _ => String::new(),
    }
}

fn many(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(s)) => s.clone(),
        Some(ContextValue::Strings(all)) => all.join(" "),
        _ => String::new(),
    }
}

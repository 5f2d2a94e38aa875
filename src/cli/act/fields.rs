//! The fields of `amend`: `FIELD=VALUE`, an empty value clearing what may be empty.

use crate::app::text::say;
use crate::cli::desk::Desk;
use crate::cli::{clean, names, values};
use crate::domain::event::Fields;
use crate::error::Failure;

const NAMES: [&str; 9] = [
    "kind",
    "community",
    "title",
    "body",
    "address",
    "reporter",
    "phone",
    "channel",
    "close_due",
];

/// Reads the fields.
///
/// # Errors
/// Names the field, the value and what was expected.
pub(super) fn read(desk: &Desk, words: &[String]) -> Result<Fields, Failure> {
    let mut fields = Fields::default();
    for word in words {
        let Some((name, value)) = word.split_once('=') else {
            return Err(unknown(desk, word));
        };
        set(desk, &mut fields, &values::plain(name.trim()), value.trim())?;
    }
    Ok(fields)
}

fn unknown(desk: &Desk, word: &str) -> Failure {
    Failure::usage(say!(
        desk.texts,
        "error-field",
        value = word,
        known = NAMES.join(" ")
    ))
}

fn set(desk: &Desk, fields: &mut Fields, name: &str, value: &str) -> Result<(), Failure> {
    let wrong = |problem: String| {
        Failure::usage(say!(
            desk.texts,
            "error-value",
            option = name,
            value = value,
            problem = problem
        ))
    };
    let line = || Some(clean::line(value));
    match name {
        "kind" => {
            let kind = desk.rules.policy.words.kind(value);
            let kind = kind.map_or_else(|| values::plain(value).parse(), Ok);
            fields.kind = Some(
                kind.map_err(|e| wrong(say!(desk.texts, "expected-one-of", known = e.expected)))?,
            );
        }
        "community" if value.is_empty() => fields.community = Some(None),
        "community" => {
            fields.community = Some(Some(names::community(desk, "community", value)?));
        }
        "close_due" if value.is_empty() => fields.close_due = Some(None),
        "close_due" => {
            let due = value
                .parse()
                .map_err(|_| wrong(say!(desk.texts, "expected-time")))?;
            fields.close_due = Some(Some(due));
        }
        "title" if clean::line(value).is_empty() => {
            return Err(wrong(say!(desk.texts, "expected-text")));
        }
        "title" => fields.title = line(),
        "body" => fields.body = Some(clean::lines(value)),
        "address" => fields.address = line(),
        "reporter" => fields.reporter = line(),
        "phone" => fields.phone = line(),
        "channel" => fields.channel = line(),
        _ => return Err(unknown(desk, name)),
    }
    Ok(())
}

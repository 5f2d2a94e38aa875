//! How the words of the command line become values of the domain: tokens, times, lengths of time, actors.
//!
//! Used by the argument definitions alone. Must not look a name up in the policy: that is `names`.

use std::str::FromStr;

use clap::builder::{
    NonEmptyStringValueParser, PossibleValue, PossibleValuesParser, TypedValueParser,
};

use super::clean;
use crate::domain::ids::{Actor, ClockId, FactId, Number};
use crate::domain::oversight::Subject;
use crate::domain::period::Period;
use crate::domain::time::Span;

/// A parser for one of the closed vocabularies: `call_up` is taken as `call-up` too, and shown that way.
pub fn token<T>(names: impl Iterator<Item = &'static str>) -> impl TypedValueParser<Value = T>
where
    T: FromStr + Clone + Send + Sync + 'static,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    PossibleValuesParser::new(names.map(possible)).try_map(|word| plain(&word).parse::<T>())
}

fn possible(name: &'static str) -> PossibleValue {
    let shown = name.replace('_', "-");
    if shown == name {
        PossibleValue::new(name)
    } else {
        PossibleValue::new(shown).alias(name)
    }
}

/// The token a word of the command line stands for.
pub fn plain(word: &str) -> String {
    word.replace('-', "_")
}

/// What may be excused: the name of a clock, `rating` or `review`.
pub fn excusable() -> impl TypedValueParser<Value = String> {
    let mut names: Vec<&'static str> = ClockId::ALL.iter().map(|c| c.name()).collect();
    names.dedup();
    names.extend(["rating", "review"]);
    PossibleValuesParser::new(names.into_iter().map(possible)).map(|word| plain(&word))
}

/// A length of wall-clock time such as `30m`, `2h` or `1d`.
///
/// # Errors
/// The word when it is none.
pub fn minutes(word: &str) -> Result<i64, BadSpan> {
    match word.parse() {
        Ok(Span::Minutes(m)) => Ok(m),
        Ok(Span::WorkingDays(_) | Span::WorkingMinutes(_) | Span::Months(_)) | Err(_) => {
            Err(BadSpan(word.to_owned()))
        }
    }
}

/// A word that is no length of wall-clock time.
#[derive(Debug, Clone, thiserror::Error)]
#[error("`{0}` is not a length of time; expected minutes, hours or days, e.g. 30m, 2h, 1d")]
pub struct BadSpan(pub String);

/// Longest number a platform gives, in characters.
const LONGEST_NUMBER: usize = 64;

/// The number of a case: 1 to 64 printable characters (the platform's own form is not ours to judge).
///
/// # Errors
/// The word when it is none.
pub fn number(word: &str) -> Result<Number, BadNumber> {
    let number = word.trim();
    let is_good = !number.is_empty()
        && number.chars().count() <= LONGEST_NUMBER
        && clean::line(number) == number;
    if is_good {
        Ok(Number::from(number))
    } else {
        Err(BadNumber(word.to_owned()))
    }
}

/// A word that is no number of a case.
#[derive(Debug, Clone, thiserror::Error)]
#[error("`{0}` is not a case's number; expected 1 to 64 printable characters")]
pub struct BadNumber(pub String);

/// The id of a fact, as `show --json` gives it; whether there is such a fact is the store's business.
pub fn fact_id() -> impl TypedValueParser<Value = FactId> {
    NonEmptyStringValueParser::new().map(|word| FactId::from(clean::line(&word)))
}

/// Who acts, as `--by` says it; nobody may act as the system itself.
///
/// # Errors
/// The word when it names no actor.
pub fn actor(word: &str) -> Result<Actor, BadActor> {
    match word.parse() {
        Ok(actor @ (Actor::Post(_) | Actor::Unit(_))) => Ok(actor),
        Ok(Actor::System) | Err(_) => Err(BadActor(word.to_owned())),
    }
}

/// A word that names nobody who could act.
#[derive(Debug, Clone, thiserror::Error)]
#[error("`{0}` names nobody; expected post:A, post:B or unit:NAME")]
pub struct BadActor(pub String);

/// A month such as `2026-11`.
///
/// # Errors
/// The word when it is none.
pub fn month(word: &str) -> Result<Period, BadMonth> {
    match word.parse() {
        Ok(month @ Period::Month(_)) => Ok(month),
        Ok(Period::Day(_) | Period::Week(_)) | Err(_) => Err(BadMonth(word.to_owned())),
    }
}

/// A word that is no month.
#[derive(Debug, Clone, thiserror::Error)]
#[error("`{0}` is not a month; expected e.g. 2026-11")]
pub struct BadMonth(pub String);

/// Somebody on the ladder: `post:A`, `unit:NAME`, `unit:NAME/PERSON`.
///
/// # Errors
/// The word when it names nobody.
pub fn subject(word: &str) -> Result<Subject, BadSubject> {
    let bad = || BadSubject(word.to_owned());
    let subject: Subject = word.parse().map_err(|_| bad())?;
    match subject.actor {
        Actor::Post(_) | Actor::Unit(_) => Ok(subject),
        Actor::System => Err(bad()),
    }
}

/// A word that names nobody on the ladder.
#[derive(Debug, Clone, thiserror::Error)]
#[error("`{0}` names nobody; expected post:A, unit:NAME or unit:NAME/PERSON")]
pub struct BadSubject(pub String);

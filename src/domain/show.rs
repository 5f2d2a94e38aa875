//! A case in full as JSON: the answer of `show --json` and `explain --json`, to the letter of the contract.
//!
//! Called by `cli`; the case page reads the same parts.

use super::event::Fact;
use super::ids::Number;
use super::rules::Rules;
use super::time::Stamp;

/// The language of the readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// The case `number` with clocks, breaches, reminders and timeline as known at `now`; `None` when there is no such case
/// by then. `facts` may hold the facts of other cases and of the roster.
#[must_use]
pub fn show(
    facts: &[Fact],
    number: &Number,
    rules: &Rules,
    now: Stamp,
    language: Language,
) -> Option<serde_json::Value> {
    let _ = (facts, number, rules, now, language);
    todo!()
}

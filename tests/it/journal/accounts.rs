//! The journal's books: every point that has come has its row, no row is left half told, none tells before its moment, and none
//! is told twice but after a death in the act.

use std::collections::BTreeMap;

use zhiban::domain::case::Case;
use zhiban::domain::ids::{ClockId, Number};
use zhiban::domain::occasion::{Outcome, Topic};
use zhiban::domain::reckon::clocks;
use zhiban::domain::reminder::reminders;
use zhiban::domain::roster::Roster;
use zhiban::domain::rules::{Reckoning, Rules};
use zhiban::domain::telling::JournalRow;
use zhiban::domain::time::Stamp;
use zhiban::store::Store;

/// What the books say.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Books {
    /// Points of these cases that had come.
    pub points: usize,
    /// Rows of the journal by what became of them.
    pub outcomes: BTreeMap<&'static str, usize>,
}

/// Balances the journal against what the cases say. `now` is the present, `latest` the latest moment the clock ever showed.
///
/// # Errors
/// The first that does not balance.
pub fn balance(
    store: &Store,
    rows: &[JournalRow],
    cases: &[Number],
    now: Stamp,
    latest: Stamp,
) -> Result<Books, String> {
    let rules = Rules::builtin().unwrap();
    let mut books = Books::default();
    let mut attempts: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in rows {
        if matches!(row.outcome, Outcome::Telling | Outcome::Planned) {
            return Err(format!("left half told: {row:?}"));
        }
        if row.told_at.is_some_and(|told| told < row.occasion.at) {
            return Err(format!("told before its moment: {row:?}"));
        }
        *books.outcomes.entry(row.outcome.as_str()).or_default() += 1;
        let tried = attempts.entry(row.occasion.clone()).or_default();
        tried.push(row.outcome);
    }
    for (occasion, outcomes) in &attempts {
        let (last, before) = outcomes.split_last().unwrap();
        if before.iter().any(|o| *o != Outcome::Unknown) {
            return Err(format!("told twice: {occasion:?} {outcomes:?}"));
        }
        if *last == Outcome::Unknown {
            return Err(format!("never told again: {occasion:?}"));
        }
    }
    for number in cases {
        let facts = store.case_facts(number).unwrap();
        let Some(known) = facts.iter().map(|l| l.recorded_at).min() else {
            continue;
        };
        let Some(case) = Case::fold(facts.iter().map(|l| &l.fact), now) else {
            continue;
        };
        let list = clocks(&case, &rules, &Roster::default()).list;
        let of_case: Vec<_> = attempts
            .keys()
            .filter(|o| o.number.as_ref() == Some(number))
            .collect();
        for point in reminders(&case, &list, &rules, now) {
            let is_there = of_case.iter().any(|o| {
                o.topic == Topic::Clock(point.id)
                    && o.unit == point.unit
                    && o.at == point.at
                    && o.point == point.point.to_string()
            });
            let in_days = matches!(point.id, ClockId::C12 | ClockId::C13)
                || !case.facts.kind.is_in_hours()
                    && matches!(
                        point.id,
                        ClockId::C6 | ClockId::C7 | ClockId::C8 | ClockId::C10
                    );
            // What comes at night in days waits for the morning.
            let from = if in_days {
                Reckoning::new(&rules).counted_from(point.at)
            } else {
                point.at
            };
            if from <= now && point.at >= known {
                if !is_there {
                    return Err(format!("{number} {point:?} has no row at {now}"));
                }
                books.points += 1;
            }
            if point.at > latest && is_there {
                return Err(format!("{number} {point:?} was told before its moment"));
            }
        }
    }
    Ok(books)
}

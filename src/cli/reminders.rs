//! `reminders`: the journal of a date, what was to be told, when, and what came of it.

use serde_json::{Value, json};

use super::args::Reminders;
use super::desk::Desk;
use super::output::Output;
use super::{failure, report};
use crate::app::text::{Texts, say};
use crate::domain::occasion::Topic;
use crate::domain::telling::JournalRow;
use crate::domain::time::{Stamp, TimeOfDay};
use crate::error::Failure;

/// Shows the journal.
///
/// # Errors
/// When the store cannot be read.
pub fn run(desk: &Desk, args: &Reminders) -> Result<(), Failure> {
    report::check(desk, args.out.as_deref())?;
    let store = desk.open_store()?;
    let date = args.date.unwrap_or_else(|| desk.now().date());
    let from = Stamp::at(date, TimeOfDay::new(0, 0));
    let rows = store
        .journal(from, from.plus_minutes(24 * 60))
        .map_err(|e| failure::store(&desk.texts, &e))?;
    let all = || -> Value { rows.iter().map(as_json).collect() };
    if let Some(target) = &args.out {
        let sheet = desk.texts.journal_report(&rows, date, desk.now());
        return report::write(desk, target, &sheet, || Ok(all()));
    }
    let mut out = Output::new();
    if desk.json {
        out.json(&all())?;
    } else if rows.is_empty() {
        out.line(say!(desk.texts, "journal-empty"))?;
    } else {
        for row in &rows {
            out.line(line(&desk.texts, row))?;
        }
    }
    out.finish()
}

fn as_json(row: &JournalRow) -> Value {
    let occasion = &row.occasion;
    let rule = match occasion.topic {
        Topic::Clock(id) => Some(id),
        Topic::Notice(_) | Topic::Shift(_) => None,
    };
    json!({
        "id": row.id,
        "case": occasion.number,
        "clock": occasion.topic.name(),
        "rule": rule,
        "unit": occasion.unit,
        "point": occasion.point,
        "at": occasion.at,
        "attempt": row.attempt,
        "due": row.due,
        "outcome": row.outcome,
        "told_at": row.told_at,
        "means": row.means.split_whitespace().collect::<Vec<_>>(),
        "reason": row.reason,
        "acknowledged": row.acknowledged,
    })
}

fn line(texts: &Texts, row: &JournalRow) -> String {
    let told = row.told_at.map(|at| texts.moment(at.to_second()));
    let parts = [
        texts.moment(row.occasion.at.to_second()),
        texts.outcome(row.outcome),
        told.unwrap_or_default(),
        texts.means(&row.means),
        texts.journal_what(row),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    parts.join("  ")
}

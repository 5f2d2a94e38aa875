//! `aftercare`: what is owed after the close, the most urgent first.

use serde_json::{Value, json};

use super::args::Aftercare;
use super::desk::Desk;
use super::output::Output;
use super::{failure, report};
use crate::app::text::{Texts, say};
use crate::domain::aftercare::{Duty, Owing};
use crate::domain::time::Stamp;
use crate::error::Failure;

/// Shows what is owed.
///
/// # Errors
/// When the store cannot be read.
pub fn run(desk: &Desk, args: &Aftercare) -> Result<(), Failure> {
    report::check(desk, args.out.as_deref())?;
    let now = desk.now();
    let mut store = desk.open_store()?;
    let owing = store
        .owing(now)
        .map_err(|e| failure::store(&desk.texts, &e))?;
    let mut lines: Vec<(&Owing, &Duty)> = owing
        .iter()
        .flat_map(|owing| owing.duties.iter().map(move |duty| (owing, duty)))
        .collect();
    lines.sort_by_key(|(owing, duty)| {
        let due = duty.due.unwrap_or(duty.since);
        (duty.when(now), due, owing.number().clone(), duty.what)
    });
    let all = || -> Value { lines.iter().map(|(o, d)| as_json(o, d, now)).collect() };
    if let Some(target) = &args.out {
        let sheet = desk.texts.aftercare_report(&lines, now);
        return report::write(desk, target, &sheet, || Ok(all()));
    }
    let mut out = Output::new();
    if desk.json {
        out.json(&all())?;
    } else if lines.is_empty() {
        out.line(say!(desk.texts, "aftercare-empty"))?;
    } else {
        for (owing, duty) in lines {
            out.line(line(&desk.texts, owing, duty, now))?;
        }
    }
    out.finish()
}

fn as_json(owing: &Owing, duty: &Duty, now: Stamp) -> Value {
    json!({
        "number": owing.number(), "title": owing.row.title,
        "owed": duty.what.as_str(), "rule": duty.what.rule(), "unit": duty.unit,
        "since": duty.since, "due": duty.due, "when": duty.when(now).as_str(),
    })
}

fn line(texts: &Texts, owing: &Owing, duty: &Duty, now: Stamp) -> String {
    let due = match duty.due {
        Some(due) => format!("{} {}", texts.dated(due, now), texts.left(due, now)),
        None => say!(texts, "aftercare-since", at = texts.dated(duty.since, now)),
    };
    let parts = [
        texts.when(duty.when(now)),
        format!("{} {}", duty.what.rule(), texts.owed(duty.what)),
        owing.number().to_string(),
        duty.unit
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        due,
        owing.row.title.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
    parts.join("  ")
}

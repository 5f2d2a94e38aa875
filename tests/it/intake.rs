//! Lists from outside: every format, every rule of a row, and what the rows become on the desk.

mod arrival;
mod formats;
mod mended;
mod rows;
mod xlsx;

use zhiban::domain::draft::{Draft, ProblemKind};
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;
use zhiban::intake::{IntakeError, Mapping, Reading, Sheet, read};

/// The present moment of these tests.
const NOW: &str = "2026-11-23T12:00";

fn stamp(s: &str) -> Stamp {
    s.parse().unwrap()
}

fn rules() -> Rules {
    Rules::builtin().unwrap()
}

fn try_read(bytes: &[u8], map: Option<&str>) -> Result<Sheet, IntakeError> {
    let rules = rules();
    let mapping = map.map(|m| Mapping::from_toml(m, &rules.policy).unwrap());
    let reading = Reading {
        policy: &rules.policy,
        mapping: mapping.as_ref(),
        now: stamp(NOW),
    };
    read(bytes, &reading, &mut |_| {})
}

fn list(text: &str) -> Sheet {
    try_read(text.as_bytes(), None).unwrap()
}

/// Every text that a draft took from its row.
pub fn texts(draft: &Draft) -> impl Iterator<Item = &str> {
    let d = draft;
    let fields = [
        &d.title,
        &d.body,
        &d.address,
        &d.reporter,
        &d.phone,
        &d.channel,
        &d.kind_text,
    ];
    let fields = fields.into_iter().map(String::as_str);
    fields.chain(d.reply.as_deref()).chain([d.number.as_str()])
}

/// Each problem as `row column kind`, with a `!` where the row stayed out.
fn problems(sheet: &Sheet) -> Vec<String> {
    let said = |p: &zhiban::domain::draft::Problem| {
        let out = if p.kept { "" } else { "!" };
        format!("{} {} {:?}{out}", p.row, p.column, p.what)
    };
    sheet.problems.iter().map(said).collect()
}

/// The kinds of the problems of a list of one row.
fn kinds(sheet: &Sheet) -> Vec<ProblemKind> {
    sheet.problems.iter().map(|p| p.what).collect()
}

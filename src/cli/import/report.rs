//! What an import says: a bar while it runs, the counts, and every problem by its row.

use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use super::Outcome;
use crate::app::text::{Texts, say};
use crate::cli::args::Import;
use crate::cli::desk::Desk;
use crate::cli::output::Output;
use crate::domain::draft::Problem;
use crate::domain::privacy;
use crate::error::Failure;
use crate::intake::{Progress, Sheet};

/// A bar on standard error; hidden by itself where that is no terminal.
pub(super) struct Bar {
    bar: ProgressBar,
    writing: String,
}

impl Bar {
    pub(super) fn new(texts: &Texts) -> Self {
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(say!(texts, "import-reading"));
        Self {
            bar,
            writing: say!(texts, "import-writing"),
        }
    }

    pub(super) fn reading(&self, progress: Progress) {
        self.bar.set_length(progress.expected.max(progress.rows));
        self.bar.set_position(progress.rows);
    }

    pub(super) fn writing(&self, rows: usize) {
        self.bar.set_message(self.writing.clone());
        self.bar.set_length(rows as u64);
        self.bar.set_position(0);
    }

    pub(super) fn written(&self, rows: usize) {
        self.bar.set_position(rows as u64);
    }

    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// Prints the counts and the problems.
pub(super) fn write(
    desk: &Desk,
    args: &Import,
    outcome: &Outcome,
    sheets: &[(PathBuf, Sheet)],
) -> Result<(), Failure> {
    let counts = outcome.counts;
    let mut out = Output::new();
    if desk.json {
        let problems: Vec<_> = sheets
            .iter()
            .flat_map(|(file, sheet)| {
                sheet.problems.iter().map(move |p| {
                    json!({
                        "file": file.display().to_string(),
                        "row": p.row, "column": p.column, "value": privacy::text(&p.value),
                        "problem": desk.texts.problem(p.what), "kept": p.kept,
                    })
                })
            })
            .collect();
        let with_unread = sheets.iter().filter(|(_, s)| !s.unread.is_empty());
        let unread: Vec<_> = with_unread
            .map(|(f, s)| json!({ "file": f.display().to_string(), "columns": s.unread }))
            .collect();
        let skipped: usize = sheets.iter().map(|(_, s)| s.skipped.len()).sum();
        out.json(&json!({
            "new": counts.new, "amended": counts.amended, "confirmed": counts.confirmed,
            "differed": counts.differed, "unchanged": counts.unchanged, "skipped": skipped,
            "dry_run": args.dry_run, "problems": problems,
            "unread_columns": unread,
        }))?;
        return out.finish();
    }
    for (file, sheet) in sheets {
        if sheets.len() > 1 && !(sheet.problems.is_empty() && sheet.unread.is_empty()) {
            out.line(file.display().to_string())?;
        }
        for problem in &sheet.problems {
            out.line(line(&desk.texts, problem))?;
        }
        if !sheet.unread.is_empty() {
            let columns = sheet.unread.join(&say!(desk.texts, "list-separator"));
            out.line(say!(desk.texts, "import-unread", columns = columns))?;
        }
    }
    for (number, event) in &outcome.amended {
        let what = desk
            .texts
            .details(event)
            .join(&say!(desk.texts, "list-separator"));
        out.line(say!(
            desk.texts,
            "import-amended-case",
            number = number.as_str(),
            what = privacy::text(&what)
        ))?;
    }
    let mut summary = desk.texts.tally(counts);
    if args.dry_run {
        summary.push_str(&say!(desk.texts, "import-dry"));
    }
    out.line(summary)?;
    out.finish()
}

fn line(texts: &Texts, problem: &Problem) -> String {
    let what = texts.problem(problem.what);
    let value = privacy::text(&problem.value);
    let (row, column, value) = (problem.row, problem.column.as_str(), value.as_str());
    if problem.kept {
        say!(
            texts,
            "import-problem-kept",
            row = row,
            column = column,
            value = value,
            problem = what
        )
    } else {
        say!(
            texts,
            "import-problem-skipped",
            row = row,
            column = column,
            value = value,
            problem = what
        )
    }
}

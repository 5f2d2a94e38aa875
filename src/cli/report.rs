//! `summary`, `bulletin`, `oversight`: reports on the terminal, as JSON, or into a file whose ending says the format.
//!
//! Counts nothing: the store gives the figures, the texts their words, `report` the bytes. `list --out` and the like of it
//! write here too.

use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use super::args::{Bulletin, Oversight, Summary};
use super::desk::Desk;
use super::output::{self, Output};
use super::{failure, file};
use crate::app::text::say;
use crate::domain::period::Period;
use crate::domain::report::Report;
use crate::error::Failure;
use crate::report::sheet::{self, Format};

/// The endings of files a report can be written to.
const ENDINGS: &str = ".xlsx .csv .md .html .json";

/// Where a report goes.
enum Way {
    File(Format),
    JsonFile,
}

/// The summary of a day.
///
/// # Errors
/// An ending that is not known, or the failure of the store or of a file.
pub fn summary(desk: &Desk, args: &Summary) -> Result<(), Failure> {
    let out = args.out.as_deref();
    check(desk, out)?;
    let now = desk.now();
    let date = args.date.unwrap_or_else(|| now.date());
    let mut store = desk.open_store()?;
    let summary = store.day_summary(date, now);
    let summary = summary.map_err(|e| failure::store(&desk.texts, &e))?;
    show(desk, out, &desk.texts.day_report(&summary, now), &summary)
}

/// The bulletin of a week or a month.
///
/// # Errors
/// As [`summary`].
pub fn bulletin(desk: &Desk, args: &Bulletin) -> Result<(), Failure> {
    let out = args.out.as_deref();
    check(desk, out)?;
    let now = desk.now();
    let period = args.period.unwrap_or_else(|| Period::week_of(now.date()));
    let mut store = desk.open_store()?;
    let bulletin = store.bulletin(period, now);
    let bulletin = bulletin.map_err(|e| failure::store(&desk.texts, &e))?;
    show(
        desk,
        out,
        &desk.texts.bulletin_report(&bulletin, now),
        &bulletin,
    )
}

/// The accountability ladder of a month.
///
/// # Errors
/// As [`summary`].
pub fn oversight(desk: &Desk, args: &Oversight) -> Result<(), Failure> {
    let out = args.out.as_deref();
    check(desk, out)?;
    let now = desk.now();
    let month = args.period.unwrap_or_else(|| Period::month_of(now.date()));
    let mut store = desk.open_store()?;
    let ladder = store.ladder(month, now);
    let ladder = ladder.map_err(|e| failure::store(&desk.texts, &e))?;
    show(desk, out, &desk.texts.ladder_report(&ladder, now), &ladder)
}

/// Whether a file's ending is one that is known; to be asked before any work is done.
///
/// # Errors
/// Names the file and the known endings.
pub fn check(desk: &Desk, file: Option<&Path>) -> Result<(), Failure> {
    file.map_or(Ok(()), |file| way(desk, file).map(drop))
}

fn way(desk: &Desk, file: &Path) -> Result<Way, Failure> {
    if let Some(format) = Format::of(file) {
        return Ok(Way::File(format));
    }
    if file
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("json"))
    {
        return Ok(Way::JsonFile);
    }
    let name = file.display().to_string();
    Err(
        Failure::usage(say!(desk.texts, "error-out-format", file = name)).mend(say!(
            desk.texts,
            "error-out-format-mend",
            known = ENDINGS
        )),
    )
}

/// Shows a report where it is asked for: in a file, as JSON, or on the terminal.
fn show(
    desk: &Desk,
    out: Option<&Path>,
    report: &Report,
    figures: &impl Serialize,
) -> Result<(), Failure> {
    let figures = || serde_json::to_value(figures).map_err(|e| Failure::system(e.to_string()));
    if let Some(target) = out {
        return write(desk, target, report, figures);
    }
    let mut to = Output::new();
    if desk.json {
        to.json(&figures()?)?;
    } else {
        for line in sheet::lines(report, output::columns()) {
            to.line(line)?;
        }
    }
    to.finish()
}

/// Writes a report into a file in the format its ending names, and says so.
///
/// # Errors
/// An ending that is not known, or the system's failure; nothing is half written.
pub fn write(
    desk: &Desk,
    target: &Path,
    report: &Report,
    figures: impl FnOnce() -> Result<Value, Failure>,
) -> Result<(), Failure> {
    let way = way(desk, target)?;
    let language = desk.texts.language().tag();
    file::write(&desk.texts, target, |bytes| {
        let written = match way {
            Way::File(format) => format.write(report, language, bytes),
            Way::JsonFile => writeln!(bytes, "{:#}", figures()?),
        };
        written.map_err(|e| failure::unwritable(&desk.texts, target, &e))
    })?;
    let said = say!(
        desk.texts,
        "written-to",
        file = target.display().to_string()
    );
    let mut to = Output::new();
    if desk.json {
        to.json(&serde_json::json!({ "done": said }))?;
    } else {
        to.line(said)?;
    }
    to.finish()
}

//! `log export` and `log import`: every fact as a JSON line, with the revisions the due times rest on.

use std::io::BufReader;
use std::path::Path;

use serde_json::{Value, json};

use super::args::Log;
use super::desk::Desk;
use super::output::{self, Output};
use super::{failure, file};
use crate::app::text::say;
use crate::domain::clash::{Clash, Side};
use crate::domain::ids::Number;
use crate::domain::time::Stamp;
use crate::error::Failure;

/// Carries out `log`.
///
/// # Errors
/// A line that is wrong, a file that cannot be read or written, or the store's failure.
pub fn run(desk: &Desk, args: &Log) -> Result<(), Failure> {
    match args {
        Log::Export { file: None, since } => export(desk, *since),
        Log::Export {
            file: Some(file),
            since,
        } => export_to(desk, file, *since),
        Log::Import { file } => import(desk, file),
    }
}

fn export(desk: &Desk, since: Option<Stamp>) -> Result<(), Failure> {
    let store = desk.open_store()?;
    let mut out = Output::new();
    let mut writer = Remembering::new(out.writer());
    let exported = store.export_log(&mut writer, since);
    match (exported, writer.failed) {
        (_, Some(error)) => Err(output::failed(&error)),
        (Err(error), None) => Err(failure::store(&desk.texts, &error)),
        (Ok(_), None) => out.finish(),
    }
}

fn export_to(desk: &Desk, target: &Path, since: Option<Stamp>) -> Result<(), Failure> {
    let store = desk.open_store()?;
    let count = file::write(&desk.texts, target, |out| {
        let mut writer = Remembering::new(out);
        let exported = store.export_log(&mut writer, since);
        match writer.failed {
            Some(error) => Err(failure::unwritable(&desk.texts, target, &error)),
            None => exported.map_err(|e| failure::store(&desk.texts, &e)),
        }
    })?;
    let mut out = Output::new();
    if desk.json {
        out.json(&json!({ "facts": count }))?;
    } else {
        out.line(say!(
            desk.texts,
            "log-exported",
            count = count,
            file = target.display().to_string()
        ))?;
    }
    out.finish()
}

fn import(desk: &Desk, file: &Path) -> Result<(), Failure> {
    let source =
        std::fs::File::open(file).map_err(|e| failure::unreadable(&desk.texts, file, &e))?;
    let mut store = desk.open_store()?;
    let done = store
        .import_log(&mut BufReader::new(source))
        .map_err(|e| failure::log(&desk.texts, file, &e))?;
    let mut out = Output::new();
    if desk.json {
        out.json(&json!({
            "new": done.new, "known": done.known, "revisions": done.revisions, "cleaned": done.cleaned,
            "clashes": clashes(&done.clashes),
        }))?;
    } else {
        out.line(say!(
            desk.texts,
            "log-imported",
            new = done.new,
            known = done.known,
            revisions = done.revisions
        ))?;
        if done.cleaned > 0 {
            out.line(say!(desk.texts, "log-cleaned", count = done.cleaned))?;
        }
        for (number, clash) in &done.clashes {
            out.line(desk.texts.clash_of(number, clash, desk.now()))?;
        }
    }
    out.finish()
}

/// What two desks did to one case, for programs.
pub(super) fn clashes(clashes: &[(Number, Clash)]) -> Value {
    let side = |side: &Side| {
        json!({
            "at": side.at, "by": side.by, "person": side.person, "desk": side.desk, "units": side.units,
        })
    };
    let clash = |(number, clash): &(Number, Clash)| {
        let sides: Vec<Value> = clash.sides.iter().map(side).collect();
        json!({ "case": number, "event": clash.what.event(), "sides": sides })
    };
    Value::Array(clashes.iter().map(clash).collect())
}

/// Keeps the error of the place written to, so that a closed pipe can be told from a failing store.
struct Remembering<'a> {
    inner: &'a mut dyn std::io::Write,
    failed: Option<std::io::Error>,
}

impl<'a> Remembering<'a> {
    fn new(inner: &'a mut dyn std::io::Write) -> Self {
        Self {
            inner,
            failed: None,
        }
    }

    fn note<T>(&mut self, result: std::io::Result<T>) -> std::io::Result<T> {
        result.map_err(|e| {
            let same = std::io::Error::new(e.kind(), e.to_string());
            self.failed.get_or_insert(e);
            same
        })
    }
}

impl std::io::Write for Remembering<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let result = self.inner.write(bytes);
        self.note(result)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        let result = self.inner.flush();
        self.note(result)
    }
}

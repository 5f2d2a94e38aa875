//! `inbox`: takes in what lies in a folder, once or until it is stopped, without a screen.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};

use super::args;
use super::desk::Desk;
use super::output::Output;
use super::{failure, log};
use crate::app::inflow::{Became, CameIn};
use crate::app::text::say;
use crate::error::{Exit, Failure};
use crate::runtime::inbox::Inbox;

/// Between two looks at a folder that is watched.
const PAUSE: Duration = Duration::from_secs(1);

/// Takes in a folder.
///
/// # Errors
/// No such folder, a file that cannot be read, or the store's failure; files that somebody has to look after (exit code 2,
/// as for `import`). Everything else has been taken in.
pub fn run(desk: &Desk, args: args::Inbox) -> Result<(), Failure> {
    let folder = folder(desk, args.folder)?;
    let mut inbox = Inbox::new(
        folder,
        desk.store_path()?,
        desk.rules.clone(),
        desk.clock,
        Arc::new(desk.texts.clone()),
    );
    let mut all = Vec::new();
    loop {
        let sweep = inbox.sweep();
        say_all(desk, &sweep.came_in)?;
        all.extend(sweep.came_in);
        if let Some(trouble) = sweep.trouble {
            return Err(trouble);
        }
        match inbox.wait() {
            Some(wait) => std::thread::sleep(wait.min(PAUSE)),
            None if args.watch => std::thread::sleep(PAUSE),
            None => break,
        }
    }
    if desk.json {
        let mut out = Output::new();
        out.json(&Value::Array(all.iter().map(value).collect()))?;
        out.finish()?;
    } else if all.is_empty() {
        let mut out = Output::new();
        out.line(say!(desk.texts, "inbox-empty"))?;
        out.finish()?;
    }
    if all.iter().any(CameIn::needs_care) {
        return Err(Failure::said(Exit::Usage));
    }
    Ok(())
}

fn folder(desk: &Desk, named: Option<PathBuf>) -> Result<PathBuf, Failure> {
    let folder = named.or_else(|| desk.config.inbox.clone()).ok_or_else(|| {
        Failure::usage(say!(desk.texts, "error-no-inbox"))
            .mend(say!(desk.texts, "error-no-inbox-mend"))
    })?;
    // A folder that is not there is a typing error here; the desk on the screen waits for it.
    std::fs::read_dir(&folder).map_err(|e| failure::unreadable(&desk.texts, &folder, &e))?;
    Ok(folder)
}

/// Says each file as soon as it is in, because watching may go on for days.
fn say_all(desk: &Desk, files: &[CameIn]) -> Result<(), Failure> {
    if desk.json {
        return Ok(());
    }
    let mut out = Output::new();
    for file in files {
        out.line(desk.texts.came_in(file, desk.now()))?;
        // The first of them stands in the line already.
        for (number, clash) in file.clashes().iter().skip(1) {
            out.line(desk.texts.clash_of(number, clash, desk.now()))?;
        }
    }
    out.finish()
}

fn value(file: &CameIn) -> Value {
    match &file.became {
        Became::List {
            tally,
            skipped,
            mend,
        } => json!({
            "file": file.file, "became": "list", "new": tally.new, "amended": tally.amended,
            "confirmed": tally.confirmed, "differed": tally.differed, "unchanged": tally.unchanged,
            "skipped": skipped, "mend": mend,
        }),
        Became::Log {
            new,
            known,
            clashes,
        } => json!({
            "file": file.file, "became": "log", "new": new, "known": known, "clashes": log::clashes(clashes),
        }),
        Became::Unusable { problem } => {
            json!({ "file": file.file, "became": "unusable", "problem": problem })
        }
    }
}

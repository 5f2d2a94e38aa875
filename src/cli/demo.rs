//! `demo`: the desk over a throwaway store and a made-up shift. The user's own store is not even looked for.

use std::sync::Arc;

use tempfile::TempDir;

use super::args::Demo;
use super::desk::{self, Desk};
use super::{failure, run};
use crate::domain::rules::Rules;
use crate::error::Failure;
use crate::runtime::clock::Clock;
use crate::runtime::shift::{self, Shift};
use crate::runtime::{self, Opening};
use crate::store::Store;

/// An hour of the shift takes a minute.
const SPEED: u32 = 60;

/// Opens the desk on a made-up shift; `--now` joins it at another moment.
///
/// # Errors
/// When there is no terminal, or no place for the store.
pub fn run(desk: Desk, args: &Demo) -> Result<(), Failure> {
    let speed = match &args.speed {
        Some(word) => desk::speed(&desk.texts, "--speed", word)?,
        None => desk.speed.unwrap_or(SPEED),
    };
    run::needs_terminal(&desk)?;
    let settings = run::settings(&desk, Some(speed))?;
    let opening = shift::opening().map_err(|e| Failure::system(e.to_string()))?;
    let now = desk.named_now.unwrap_or(opening);
    // The shift is made for the built-in communities, whatever the user's own policy says.
    let rules = Rules::builtin().map_err(|e| Failure::system(e.to_string()))?;
    let mut shift =
        Shift::new(now.date(), rules.clone()).map_err(|e| Failure::system(e.to_string()))?;
    // Gone again however this returns, also by a signal or a panic, which both end the desk from within.
    let folder =
        throwaway().map_err(|e| failure::unwritable(&desk.texts, &std::env::temp_dir(), &e))?;
    let path = folder.path().join("zhiban.db");
    let open =
        || Store::open(&path, rules.clone(), now).map_err(|e| failure::store(&desk.texts, &e));
    let mut theirs = open()?;
    shift
        .catch_up(&mut theirs, now)
        .and_then(|()| Shift::hand_over_the_desk(&mut theirs, now))
        .map_err(|e| failure::store(&desk.texts, &e))?;
    let store = open()?;
    let clock = Clock::running(now, speed);
    let others = shift
        .go_on(theirs, clock)
        .map_err(|e| Failure::system(e.to_string()))?;
    let done = runtime::run(Opening {
        store,
        rules: Arc::new(rules),
        texts: desk.texts,
        settings,
        clock,
        away: Vec::new(),
        backups: None,
        inbox: None,
        settings_file: None,
        phone: None,
    });
    // Before the folder: some systems remove no file that is open.
    drop(others);
    done.map(|_| ())
}

/// A folder for nobody else, which is removed with all it holds when it is dropped.
fn throwaway() -> std::io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("zhiban-demo-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir()
}

//! `backup` and `restore`: a verified copy of the store, and back.

use std::path::Path;

use super::args::{Backup, Restore};
use super::desk::Desk;
use super::failure;
use super::output::Output;
use crate::app::text::{Texts, say};
use crate::error::Failure;
use crate::runtime::backups;
use crate::store::{Contents, Store};

/// So many daily copies are kept where the settings say nothing: two weeks.
const KEPT: usize = 14;

/// Where a store is copied at the end of every shift; none where the user wants no copies.
#[must_use]
pub(super) fn daily(desk: &Desk, store: &Path) -> Option<backups::Settings> {
    let keep = desk.config.keep_backups.unwrap_or(KEPT);
    let beside = || store.parent().unwrap_or(Path::new(".")).join("backups");
    (keep > 0).then(|| backups::Settings {
        folder: desk.config.backups.clone().unwrap_or_else(beside),
        keep,
    })
}

/// Writes a copy of the store; never over a file that is there.
///
/// # Errors
/// When the file is there already, or the store fails.
pub fn backup(desk: &Desk, args: &Backup) -> Result<(), Failure> {
    if args.file.exists() {
        let file = args.file.display().to_string();
        return Err(
            Failure::usage(say!(desk.texts, "error-exists", file = file))
                .mend(say!(desk.texts, "error-exists-mend")),
        );
    }
    let store = desk.open_store()?;
    store
        .backup(&args.file)
        .map_err(|e| failure::store(&desk.texts, &e))?;
    said(
        desk,
        &say!(
            desk.texts,
            "backup-done",
            file = args.file.display().to_string()
        ),
    )
}

/// Puts a copy in the place of the store; without `--yes` it only says what it would replace.
///
/// # Errors
/// When `--yes` is missing, the copy is no sound store, or the system refuses.
pub fn restore(desk: &Desk, args: &Restore) -> Result<(), Failure> {
    let path = desk.store_path()?;
    let file = args.file.display().to_string();
    let here = path.display().to_string();
    if let Err(e) = std::fs::File::open(&args.file) {
        return Err(failure::unreadable(&desk.texts, &args.file, &e));
    }
    let same = |p: &std::path::Path| p.canonicalize().ok();
    if same(&args.file) == same(&path) {
        return Err(Failure::usage(say!(
            desk.texts,
            "error-restore-self",
            file = file
        )));
    }
    if !args.yes && path.exists() {
        let holds = |path| Store::contents(path).map_err(|e| failure::store(&desk.texts, &e));
        let comes = holds(&args.file)?;
        // What cannot be read is replaced too: that is what a backup is for.
        let goes = holds(&path).map_or_else(
            |_| say!(desk.texts, "restore-unreadable"),
            |held| contents(&desk.texts, &held),
        );
        return Err(Failure::usage(say!(
            desk.texts,
            "restore-asks",
            file = file.as_str(),
            comes = contents(&desk.texts, &comes),
            store = here.as_str(),
            goes = goes
        ))
        .mend(say!(desk.texts, "restore-asks-mend")));
    }
    let kept = Store::restore(&path, &args.file, desk.now())
        .map_err(|e| failure::store(&desk.texts, &e))?;
    let done = match kept {
        Some(kept) => say!(
            desk.texts,
            "restore-done-kept",
            store = here,
            file = file,
            kept = kept.display().to_string()
        ),
        None => say!(desk.texts, "restore-done", store = here, file = file),
    };
    said(desk, &done)
}

/// What a store holds, in a few words.
fn contents(texts: &Texts, held: &Contents) -> String {
    let latest = held
        .latest
        .map_or_else(String::new, |at| texts.full_moment(at));
    say!(
        texts,
        "restore-contents",
        cases = held.cases,
        facts = held.facts,
        latest = latest
    )
}

fn said(desk: &Desk, line: &str) -> Result<(), Failure> {
    let mut out = Output::new();
    if desk.json {
        out.json(&serde_json::json!({ "done": line }))?;
    } else {
        out.line(line)?;
    }
    out.finish()
}

//! The daily copies of the store in a folder of their own: one for each shift, and the oldest go.
//!
//! When one is due is decided by `runtime`; told of by `doctor`. Only files that are named as this names them are ever
//! taken away.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::OpenFlags;

use super::copy::copy_to_new;
use super::error::{Failure, StoreError};
use super::{Store, files, named, schema};
use crate::domain::time::{Date, Stamp, parse_date};

const PREFIX: &str = "zhiban-";
const SUFFIX: &str = ".db";

/// The file of a shift's copy.
#[must_use]
pub fn daily_copy(folder: &Path, shift: Date) -> PathBuf {
    folder.join(format!("{PREFIX}{shift}{SUFFIX}"))
}

/// The shifts of which there is a copy, the earliest first; none where there is no such folder.
///
/// # Errors
/// When the folder is there and cannot be read.
pub fn daily_copies(folder: &Path) -> Result<Vec<Date>, StoreError> {
    named(folder, copies(folder).map_err(Failure::Unreadable))
}

fn copies(folder: &Path) -> io::Result<Vec<Date>> {
    let entries = match fs::read_dir(folder) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut shifts = Vec::new();
    for entry in entries {
        let name = entry?.file_name();
        let day = name
            .to_str()
            .and_then(|n| n.strip_prefix(PREFIX)?.strip_suffix(SUFFIX));
        shifts.extend(day.and_then(|day| parse_date(day).ok()));
    }
    shifts.sort_unstable();
    Ok(shifts)
}

/// Writes the copy of a shift where there is none yet, checked like every backup, and takes away all but the latest `keep`.
/// Says whether it wrote one: another window may have, or be about to.
///
/// # Errors
/// When the store cannot be read or the copy not be written; what was there stays then.
pub fn copy_daily(
    store: &Path,
    folder: &Path,
    shift: Date,
    keep: usize,
) -> Result<bool, StoreError> {
    let to = daily_copy(folder, shift);
    named(&to, write(store, folder, &to, keep))
}

fn write(store: &Path, folder: &Path, to: &Path, keep: usize) -> Result<bool, Failure> {
    files::folder(folder).map_err(Failure::Unreadable)?;
    let lock = File::create(folder.join(".lock")).map_err(Failure::Unreadable)?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(false),
        Err(TryLockError::Error(e)) => return Err(Failure::Unreadable(e)),
    }
    if to.exists() {
        return Ok(false);
    }
    let from = schema::open(store, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    copy_to_new(&from, to)?;
    let shifts = copies(folder).map_err(Failure::Unreadable)?;
    let many = shifts.len().saturating_sub(keep.max(1));
    for shift in shifts.into_iter().take(many) {
        fs::remove_file(daily_copy(folder, shift)).map_err(Failure::Unreadable)?;
    }
    Ok(true)
}

impl Store {
    /// Was anything written to this store before a moment?
    ///
    /// # Errors
    /// The store's failure.
    pub fn was_in_use_by(&self, t: Stamp) -> Result<bool, StoreError> {
        const SQL: &str = "SELECT EXISTS (SELECT 1 FROM events WHERE recorded_at <= ?1)";
        let found = self
            .conn
            .prepare_cached(SQL)
            .and_then(|mut select| select.query_row([t.micros()], |r| r.get(0)));
        named(&self.path, found.map_err(Failure::from))
    }
}

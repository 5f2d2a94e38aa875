//! Backups, and putting one back. Every copy is checked before it counts, and nothing is overwritten unkept.
//!
//! Called by `zhiban backup` and `zhiban restore` through [`Store`].

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::error::{Failure, StoreError};
use super::{Store, check, files, named, schema};
use crate::domain::time::Stamp;

/// What a store holds, for whoever is to decide between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contents {
    /// How many cases.
    pub cases: usize,
    /// How many facts.
    pub facts: usize,
    /// When the last of them was keyed.
    pub latest: Option<Stamp>,
}

impl Store {
    /// What a sound store or backup holds. Nothing is changed.
    ///
    /// # Errors
    /// When it is no sound store.
    pub fn contents(path: &Path) -> Result<Contents, StoreError> {
        named(path, open_sound(path).and_then(|conn| held(&conn)))
    }

    /// Writes a verified copy of the store to a new file.
    ///
    /// # Errors
    /// When `to` is there already, or the store's failure; no file is left behind then.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        named(to, copy_to_new(&self.conn, to))
    }

    /// Puts a backup in the place of the store at `path`, after it was checked. What stood there is kept beside it;
    /// the returned path says where.
    ///
    /// # Errors
    /// When `from` is not a sound store, or is the store itself; nothing was changed then.
    pub fn restore(path: &Path, from: &Path, now: Stamp) -> Result<Option<PathBuf>, StoreError> {
        let same = |p: &Path| p.canonicalize().ok();
        if same(from).is_some() && same(from) == same(path) {
            return Err(Failure::Exists.at(from));
        }
        let source = named(from, open_sound(from))?;
        let ready = files::beside(path, ".restoring");
        let restored = (|| {
            files::claim(path).map_err(Failure::Unreadable)?;
            let _ = fs::remove_file(&ready);
            copy_to_new(&source, &ready)?;
            // The original may go on counting under its own desk id.
            schema::set_desk(&Connection::open(&ready)?)?;
            let kept = keep(path, now)?;
            let mut store = schema::open(
                path,
                OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
            )?;
            copy(&Connection::open(&ready)?, &mut store)?;
            Ok(kept)
        })();
        let _ = fs::remove_file(&ready);
        named(path, restored)
    }
}

fn held(conn: &Connection) -> Result<Contents, Failure> {
    const SQL: &str = "SELECT (SELECT count(*) FROM cases), count(*), max(recorded_at) FROM events";
    Ok(conn.query_row(SQL, [], |row| {
        Ok(Contents {
            cases: row.get(0)?,
            facts: row.get(1)?,
            latest: row.get::<_, Option<i64>>(2)?.map(Stamp::from_micros),
        })
    })?)
}

/// Opens a backup for reading and makes sure that it is a sound store.
fn open_sound(path: &Path) -> Result<Connection, Failure> {
    if schema::look(path)? == schema::Look::Nothing {
        return Err(if path.exists() {
            Failure::NotAStore
        } else {
            Failure::Unreadable(std::io::ErrorKind::NotFound.into())
        });
    }
    let conn = schema::open(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    schema::version(&conn)?;
    sound(&conn)?;
    Ok(conn)
}

fn sound(conn: &Connection) -> Result<(), Failure> {
    match check::file_problems(conn)?.into_iter().next() {
        Some(problem) => Err(Failure::Corrupt(problem)),
        None => Ok(()),
    }
}

/// Copies into a file that is not there yet, under another name until the copy is whole and checked.
pub(super) fn copy_to_new(from: &Connection, to: &Path) -> Result<(), Failure> {
    if to.exists() {
        return Err(Failure::Exists);
    }
    let part = files::beside(to, ".part");
    let _ = fs::remove_file(&part);
    files::fresh(&part).map_err(Failure::Unreadable)?;
    let copied = (|| {
        let mut target = schema::open(&part, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        copy(from, &mut target)?;
        // One file, with no WAL beside it, that can lie on a read-only medium.
        target.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
        sound(&target)?;
        drop(target);
        fs::rename(&part, to).map_err(Failure::Unreadable)?;
        files::sync_folder_of(to).map_err(Failure::Unreadable)
    })();
    if copied.is_err() {
        let _ = fs::remove_file(&part);
    }
    copied
}

/// Copies all pages in one step, which is one transaction of the target.
fn copy(from: &Connection, to: &mut Connection) -> Result<(), Failure> {
    let backup = Backup::new(from, to)?;
    if backup.step(-1)? == StepResult::Done {
        Ok(())
    } else {
        Err(Failure::Busy {
            seconds: schema::PATIENCE.as_secs(),
        })
    }
}

/// Keeps what stands at `path`: a copy of a store that can be read, and anything else as it is under another name.
fn keep(path: &Path, now: Stamp) -> Result<Option<PathBuf>, Failure> {
    if fs::metadata(path).is_ok_and(|m| m.len() == 0) {
        return Ok(None);
    }
    let moment: String = now.to_string().chars().take(19).collect();
    let before = files::beside(&files::before(path), &moment.replace(':', ""));
    let mut aside = before.clone();
    let mut again = 1;
    while aside.exists() {
        again += 1;
        aside = files::beside(&before, &format!("-{again}"));
    }
    if let Ok(there) = open_sound(path) {
        copy_to_new(&there, &aside)?;
        return Ok(Some(aside));
    }
    for suffix in ["", "-wal", "-shm"] {
        let file = files::beside(path, suffix);
        if file.exists() {
            fs::rename(&file, files::beside(&aside, suffix)).map_err(Failure::Unreadable)?;
        }
    }
    files::fresh(path).map_err(Failure::Unreadable)?;
    Ok(Some(aside))
}

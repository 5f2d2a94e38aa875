//! Makes a new store, brings an older one up to date, and refuses what is no store or is newer than this program.
//!
//! Must leave a file it refuses as it was. Called by `Store::open` and before a backup is restored.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior, params};
use uuid::Uuid;

use super::error::Failure;
use super::{citizens, files};
use crate::domain::time::Stamp;

/// `zban`, in the place `SQLite`'s file format keeps for it.
const APPLICATION: i64 = 0x7a62_616e;

/// One entry for each store version from 1 on; what has been released is never edited.
const STEPS: [&str; 10] = [
    include_str!("schema.sql"),
    include_str!("tellings.sql"),
    include_str!("steps.sql"),
    include_str!("boards.sql"),
    include_str!("reports.sql"),
    include_str!("alike.sql"),
    include_str!("forwarded.sql"),
    include_str!("dialled.sql"),
    include_str!("became.sql"),
    include_str!("erased.sql"),
];

/// The version that brought `citizens.dialled`.
const DIALLED: i64 = 8;

/// The newest store version this program knows.
#[allow(clippy::cast_possible_wrap, reason = "there are a handful of them")]
pub(super) const KNOWN: i64 = STEPS.len() as i64;

/// How long a writer waits for another one.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// How long it rests before it tries again what `SQLite` does not wait for.
const PAUSE: Duration = Duration::from_millis(10);

/// Bytes of a page: room for a dozen facts, so that a long list is written in half as many pieces.
const PAGE: i64 = 8192;

/// At most so much of the file is held in memory, in KiB as `SQLite` counts it (negative): the pages of an import of ten
/// thousand cases, so that none of them goes to the disk twice.
const CACHE: i64 = -16_384;

/// From this version on `SQLite` keeps a WAL with two writers whole.
const OLDEST_SQLITE: i32 = 3_051_003;

/// What a look at the first bytes of the file says, before `SQLite` itself touches it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// There is no file, or an empty one.
    Nothing,
    /// A store that this program can read.
    Store,
}

/// Looks at a file without changing anything on disk.
pub(super) fn look(path: &Path) -> Result<Look, Failure> {
    let mut header = Vec::with_capacity(100);
    match File::open(path) {
        Ok(file) => file
            .take(100)
            .read_to_end(&mut header)
            .map_err(Failure::Unreadable)?,
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(Look::Nothing),
        Err(e) => return Err(Failure::Unreadable(e)),
    };
    // While another process makes the store the bytes may be half there; its journal says so, and SQLite waits for it.
    if header.is_empty() || files::beside(path, "-journal").exists() {
        return Ok(Look::Nothing);
    }
    if !header.starts_with(b"SQLite format 3\0") || number_at(&header, 68) != Some(APPLICATION) {
        return Err(Failure::NotAStore);
    }
    match number_at(&header, 60) {
        Some(found) if found > KNOWN => Err(Failure::NewerVersion {
            found,
            known: KNOWN,
        }),
        Some(_) => Ok(Look::Store),
        None => Err(Failure::NotAStore),
    }
}

fn number_at(header: &[u8], at: usize) -> Option<i64> {
    let bytes = header.get(at..at + 4)?.try_into().ok()?;
    Some(i64::from(i32::from_be_bytes(bytes)))
}

/// Opens a connection to a store, makes the store where there is none, and brings an older one up to date.
pub(super) fn connect(path: &Path) -> Result<Connection, Failure> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(Failure::OldSqlite {
            found: rusqlite::version().to_owned(),
        });
    }
    look(path)?;
    let mut conn = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // A store that is refused below must not be touched by the checkpoint that closing would make.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    if version(&conn)? < KNOWN {
        // Takes effect in a new file alone.
        conn.pragma_update(None, "page_size", PAGE)?;
        migrate(&mut conn)?;
    }
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    log_ahead(&conn)?;
    conn.pragma_update(None, "synchronous", "full")?;
    conn.pragma_update(None, "recursive_triggers", true)?;
    conn.pragma_update(None, "cache_size", CACHE)?;
    conn.set_prepared_statement_cache_capacity(64);
    Ok(conn)
}

/// Turns the write-ahead log on, which stays on in the file.
///
/// In a file that has none yet this takes the lock in two steps, and before the second `SQLite` waits for nobody: a
/// window that opens the same new store at the same moment makes it fail at once. So all the waiting is done here.
fn log_ahead(conn: &Connection) -> Result<(), Failure> {
    conn.busy_timeout(Duration::ZERO)?;
    let mut patience = PATIENCE;
    loop {
        let turned_on = conn.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()));
        let busy = |e: &rusqlite::Error| e.sqlite_error_code() == Some(ErrorCode::DatabaseBusy);
        if !turned_on.as_ref().is_err_and(busy) || patience.is_zero() {
            turned_on?;
            return Ok(conn.busy_timeout(PATIENCE)?);
        }
        sleep(PAUSE);
        patience = patience.saturating_sub(PAUSE);
    }
}

/// Opens a file that is there already.
pub(super) fn open(path: &Path, mode: OpenFlags) -> Result<Connection, Failure> {
    let conn = Connection::open_with_flags(path, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(PATIENCE)?;
    Ok(conn)
}

/// The version the database gives, the WAL included; refuses a newer one and what is no store.
pub(super) fn version(conn: &Connection) -> Result<i64, Failure> {
    let pragma = |name| conn.pragma_query_value(None, name, |r| r.get::<_, i64>(0));
    let found = pragma("user_version")?;
    if found > KNOWN {
        return Err(Failure::NewerVersion {
            found,
            known: KNOWN,
        });
    }
    if found > 0 && pragma("application_id")? != APPLICATION {
        return Err(Failure::NotAStore);
    }
    Ok(found)
}

fn migrate(conn: &mut Connection) -> Result<(), Failure> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Asked again under the lock: another process may have been faster.
    let found = version(&tx)?;
    for (to, step) in (1..).zip(STEPS).filter(|(to, _)| *to > found) {
        tx.execute_batch(step)?;
        if to == 1 {
            set_desk(&tx)?;
            tx.pragma_update(None, "application_id", APPLICATION)?;
        }
        if to == DIALLED {
            citizens::dial_all(&tx)?;
        }
    }
    tx.pragma_update(None, "user_version", KNOWN)?;
    tx.commit()?;
    Ok(())
}

/// Gives the store a desk id of its own. A restored copy gets a new one, because the original may go on counting.
pub(super) fn set_desk(conn: &Connection) -> Result<(), Failure> {
    let id = Uuid::now_v7().simple().to_string();
    // The last half of a UUIDv7 is random.
    let desk = id.get(16..).unwrap_or(&id);
    set(conn, "desk", desk)
}

/// A value of `meta`; empty when it was never set.
pub(super) fn get(conn: &Connection, key: &str) -> Result<String, Failure> {
    let mut found = conn.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
    let mut rows = found.query([key])?;
    Ok(match rows.next()? {
        Some(row) => row.get(0)?,
        None => String::new(),
    })
}

/// Sets a value of `meta`.
pub(super) fn set(conn: &Connection, key: &str, value: &str) -> Result<(), Failure> {
    conn.prepare_cached("INSERT OR REPLACE INTO meta VALUES (?1, ?2)")?
        .execute(params![key, value])?;
    Ok(())
}

/// The moment of the latest fact, as far back as can be when there is none.
pub(super) fn latest(conn: &Connection) -> Result<Stamp, Failure> {
    let micros = get(conn, "latest")?.parse().unwrap_or(i64::MIN);
    Ok(Stamp::from_micros(micros))
}

/// Sets what [`latest`] gives.
pub(super) fn set_latest(conn: &Connection, latest: Stamp) -> Result<(), Failure> {
    set(conn, "latest", &latest.micros().to_string())
}

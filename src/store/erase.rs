//! Erasing the citizens of cases that ended long ago: names, numbers, addresses and letters, wherever they stand in the store.
//!
//! The one place that changes facts. It plans first, in full, so that what is said beforehand is what is done; it lifts the
//! log's triggers within its own transaction; it marks every fact it was at; and it leaves no trace in free pages or in the
//! WAL. Called by `zhiban anonymise` through [`Store`], and asked by the imports, which must not bring the words back.

mod plan;

use std::path::PathBuf;

use rusqlite::Connection;

use super::error::{Failure, StoreError};
use super::{Store, files, named, schema};
use crate::domain::event::{Event, Fact, Fields, Logged};
use crate::domain::ids::Number;
use crate::domain::privacy::{Blank, Erasure, citizens, veiled};
use crate::domain::time::Stamp;
use plan::Plan;

/// The key of `meta` that stands while free pages may still hold what was erased.
const UNSWEPT: &str = "unswept";

/// What anonymising comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anonymised {
    /// The cases, by number.
    pub cases: Vec<Number>,
    /// The first and the last moment at which one of them ended.
    pub closed: Option<(Stamp, Stamp)>,
    /// Names that are erased.
    pub names: usize,
    /// Phone numbers that are erased.
    pub phones: usize,
    /// Addresses that are erased.
    pub addresses: usize,
    /// Facts of these cases in whose free words something is erased.
    pub texts: usize,
    /// Facts of other cases and of the roster in whose free words something is erased.
    pub elsewhere: usize,
    /// Forwarded messages that are erased, or in which something is.
    pub messages: usize,
    /// Whether free pages or the WAL may still hold what was erased: another process was at the store.
    pub unswept: bool,
    /// Copies of the store beside it that a restore has kept: they are left as they are.
    pub copies: Vec<PathBuf>,
}

impl Store {
    /// What [`Store::anonymise`] would erase.
    ///
    /// # Errors
    /// The store's failure.
    pub fn to_anonymise(&self, ended_by: Stamp) -> Result<Anonymised, StoreError> {
        let planned = (|| {
            // One snapshot for all that is looked at.
            let tx = self.conn.unchecked_transaction()?;
            let mut found = Plan::of(&tx, &self.known, ended_by)?.found;
            found.unswept = is_unswept(&tx)?;
            Ok(found)
        })();
        self.with_copies(named(&self.path, planned)?)
    }

    /// Erases the citizens of every case that ended by a moment and of which nothing is owed any more. Facts, counts,
    /// clocks and verdicts stay as they are.
    ///
    /// # Errors
    /// The store's failure; nothing was erased then.
    pub fn anonymise(&mut self, ended_by: Stamp, now: Stamp) -> Result<Anonymised, StoreError> {
        let done = self.anonymise_here(ended_by, now);
        let mut done = named(&self.path, done)?;
        done.unswept = named(&self.path, self.sweep())?;
        self.with_copies(done)
    }

    fn anonymise_here(&mut self, ended_by: Stamp, now: Stamp) -> Result<Anonymised, Failure> {
        // What is deleted is overwritten at once; what older writes left behind is for the sweep.
        self.conn.pragma_update(None, "secure_delete", true)?;
        self.transact(|writing| {
            let plan = Plan::of(writing.tx, writing.known, ended_by)?;
            if !plan.is_empty() {
                plan.carry_out(writing, now)?;
                schema::set(writing.tx, UNSWEPT, "yes")?;
            }
            Ok(plan.found)
        })
    }

    /// Leaves no page that holds what no row does; says whether some may be left all the same.
    fn sweep(&self) -> Result<bool, Failure> {
        if !is_unswept(&self.conn)? {
            return Ok(false);
        }
        // The copy that SQLite makes for it must not touch the disk.
        self.conn.pragma_update(None, "temp_store", "memory")?;
        let swept = self
            .conn
            .execute_batch("VACUUM")
            .map_err(Failure::from)
            .and_then(|()| self.truncate_wal());
        match swept {
            Ok(true) => {
                self.conn
                    .execute("DELETE FROM meta WHERE key = ?1", [UNSWEPT])?;
                Ok(false)
            }
            // The words are gone from every row; only the sweep has to be made again.
            Ok(false) | Err(_) => Ok(true),
        }
    }

    fn truncate_wal(&self) -> Result<bool, Failure> {
        const SQL: &str = "PRAGMA wal_checkpoint(TRUNCATE)";
        let is_busy: bool = self.conn.query_row(SQL, [], |row| row.get(0))?;
        Ok(!is_busy)
    }

    fn with_copies(&self, mut found: Anonymised) -> Result<Anonymised, StoreError> {
        let copies = files::kept_beside(&self.path).map_err(Failure::Unreadable);
        found.copies = named(&self.path, copies)?;
        Ok(found)
    }
}

fn is_unswept(conn: &Connection) -> Result<bool, Failure> {
    Ok(!schema::get(conn, UNSWEPT)?.is_empty())
}

/// When the citizen of a case was erased.
pub(super) fn erased_at(conn: &Connection, number: &Number) -> Result<Option<Stamp>, Failure> {
    let mut select = conn.prepare_cached(
        "SELECT max(x.at) FROM events e JOIN erased x ON x.event = e.mark \
         WHERE e.stream = ?1 AND e.kind = 'received'",
    )?;
    let micros: Option<i64> = select.query_row([number.as_str()], |r| r.get(0))?;
    Ok(micros.map(Stamp::from_micros))
}

/// Takes out of a fact what a list says again of a citizen who was erased; says whether anything is left of it.
pub(super) fn says_no_more(fact: &mut Fact) -> bool {
    if let Event::Amended(e) = &mut fact.event {
        let Fields {
            kind,
            community,
            close_due,
            ..
        } = std::mem::take(&mut e.fields);
        e.fields = Fields {
            kind,
            community,
            close_due,
            ..Fields::default()
        };
        return e.fields != Fields::default();
    }
    true
}

/// What a fact from outside may say: where the citizen of its case was erased here, no word that was keyed before then.
pub(super) struct Silence {
    since: Stamp,
    /// None where the facts that come do not say who it was: then no free word can be let in.
    erasure: Option<Erasure>,
}

impl Silence {
    /// About a case of which these facts come in.
    pub(super) fn of(
        conn: &Connection,
        number: &Number,
        come: &[Fact],
    ) -> Result<Option<Self>, Failure> {
        let since = erased_at(conn, number)?;
        let names_anybody = !citizens(come).is_empty();
        let erasure = names_anybody.then(|| Erasure::of(come));
        Ok(since.map(|since| Self { since, erasure }))
    }

    /// Keeps a fact silent.
    pub(super) fn over(&self, logged: &mut Logged) {
        if logged.recorded_at > self.since || logged.erased.is_some() {
            return;
        }
        let fact = &logged.fact;
        logged.fact = match &self.erasure {
            Some(erasure) => erasure.fact(fact),
            None => veiled(&Blank, fact),
        };
        logged.erased = Some(self.since);
    }
}

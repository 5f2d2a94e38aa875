//! Everything that is read: facts, rules, the queue, and what changed since it was last asked.
//!
//! Writes nothing. Called by `runtime` and `cli` through [`Store`].

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Params, params};

use super::error::{Failure, StoreError};
use super::events::{self, ROSTER, text};
use super::projection;
use super::{Store, columns, named, schema};
use crate::domain::event::Logged;
use crate::domain::ids::{Number, Revision};
use crate::domain::queue::Row;
use crate::domain::rules::Rules;
use crate::domain::time::Stamp;

/// What happened in the store, by whichever process, since it was last asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The cases with new facts; the row with its version, none when it is not in the queue (any more).
    pub cases: Vec<(Number, Option<(Row, u64)>)>,
    /// Whether the roster has new facts.
    pub roster: bool,
    /// Whether the whole store was replaced (a backup restored): everything must be read anew.
    pub replaced: bool,
}

/// How far the store has been written, by whomever: two that are equal saw the same store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Commits of other connections.
    others: i64,
    /// Rows this connection has written.
    own: u64,
}

/// Which cases to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Every case.
    All,
    /// Those in the queue: neither void, nor closed with nothing owed after.
    Open,
}

impl Store {
    /// The facts of a case in the order they were keyed; empty when there is no such case.
    ///
    /// # Errors
    /// The store's failure.
    pub fn case_facts(&self, number: &Number) -> Result<Vec<Logged>, StoreError> {
        named(&self.path, events::of_stream(&self.conn, number.as_str()))
    }

    /// The facts of the roster in the order they were keyed.
    ///
    /// # Errors
    /// The store's failure.
    pub fn roster_facts(&self) -> Result<Vec<Logged>, StoreError> {
        named(&self.path, events::of_stream(&self.conn, ROSTER))
    }

    /// The rules of a revision; for none, those in force.
    ///
    /// # Errors
    /// When the store does not have the revision.
    pub fn rules_for(&mut self, revision: Option<&Revision>) -> Result<Arc<Rules>, StoreError> {
        named(&self.path, self.known.rules(&self.conn, revision))
    }

    /// The queue as known at `now`, each row with its version, by number.
    ///
    /// # Errors
    /// The store's failure.
    pub fn open_rows(&mut self, now: Stamp) -> Result<Vec<(Row, u64)>, StoreError> {
        const SQL: &str = "SELECT * FROM cases WHERE in_queue = 1 ORDER BY number";
        let rows = self.rows(SQL, now, Row::is_in_queue);
        named(&self.path, rows)
    }

    /// Every case as a row as known at `now`, closed and void ones too, by number.
    ///
    /// # Errors
    /// The store's failure.
    pub fn all_rows(&mut self, now: Stamp) -> Result<Vec<(Row, u64)>, StoreError> {
        let rows = self.rows("SELECT * FROM cases ORDER BY number", now, |_| true);
        named(&self.path, rows)
    }

    fn rows(
        &mut self,
        sql: &str,
        now: Stamp,
        wanted: fn(&Row) -> bool,
    ) -> Result<Vec<(Row, u64)>, Failure> {
        let tx = self.conn.transaction()?;
        let mut found = {
            let mut select = tx.prepare_cached(sql)?;
            let mut rows = select.query([])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push(columns::read(row)?);
            }
            found
        };
        // What came only later was not there yet, and has not to be folded to know that.
        found.retain(|(row, _): &(Row, u64)| row.received <= now);
        // The projection knows every fact; where some lie after `now`, the case is folded as of then.
        let later = changed_after(&tx, now)?;
        if later.is_empty() {
            return Ok(found);
        }
        self.known.look_again(&tx)?;
        let mut by_number: BTreeMap<Number, (Row, u64)> = found
            .drain(..)
            .map(|(row, version)| (row.number.clone(), (row, version)))
            .collect();
        for number in later {
            let facts = events::of_stream(&tx, number.as_str())?;
            let row = projection::row_as_of(&tx, &mut self.known, &facts, now)?;
            match row.filter(wanted) {
                Some(row) => by_number.insert(number, (row, facts.len() as u64)),
                None => by_number.remove(&number),
            };
        }
        Ok(by_number.into_values().collect())
    }

    /// The numbers of cases, in order.
    ///
    /// # Errors
    /// The store's failure.
    pub fn numbers(&self, which: Which) -> Result<Vec<Number>, StoreError> {
        let numbers = match which {
            Which::All => numbers_of(&self.conn, "SELECT number FROM cases ORDER BY number", []),
            Which::Open => numbers_of(
                &self.conn,
                "SELECT number FROM cases WHERE in_queue = 1 ORDER BY number",
                [],
            ),
        };
        named(&self.path, numbers)
    }

    /// The row of a case with its version; none when it is not in the queue.
    ///
    /// # Errors
    /// The store's failure.
    pub fn row(&self, number: &Number) -> Result<Option<(Row, u64)>, StoreError> {
        named(&self.path, row_of(&self.conn, number))
    }

    /// Has nothing ever been logged?
    ///
    /// # Errors
    /// The store's failure.
    pub fn is_empty(&self) -> Result<bool, StoreError> {
        let sql = "SELECT NOT EXISTS (SELECT 1 FROM events)";
        let empty = self.conn.query_row(sql, [], |row| row.get(0));
        named(&self.path, empty.map_err(Into::into))
    }

    /// How far the store has been written: a cheap question before a dear one.
    ///
    /// # Errors
    /// The store's failure.
    pub fn written(&self) -> Result<Written, StoreError> {
        let others = named(&self.path, data_version(&self.conn))?;
        let own = self.conn.total_changes();
        Ok(Written { others, own })
    }

    /// What other connections changed since the store was opened or this was last asked; `None` when they changed
    /// nothing. A cheap question, to be asked whenever [`super::watch()`] knocks.
    ///
    /// # Errors
    /// The store's failure.
    pub fn changes(&mut self) -> Result<Option<Changes>, StoreError> {
        let changes = self.changes_here();
        named(&self.path, changes)
    }

    fn changes_here(&mut self) -> Result<Option<Changes>, Failure> {
        let data_version = data_version(&self.conn)?;
        if data_version == self.data_version {
            return Ok(None);
        }
        let tx = self.conn.transaction()?;
        let desk = schema::get(&tx, "desk")?;
        let mark = events::mark(&tx)?;
        let mut changes = Changes {
            replaced: desk != self.desk,
            ..Changes::default()
        };
        if changes.replaced {
            self.known.forget();
        } else {
            for number in numbers_of(&tx, TOUCHED_SINCE, params![self.seen])? {
                if number.as_str() == ROSTER {
                    changes.roster = true;
                } else {
                    let row = row_of(&tx, &number)?;
                    changes.cases.push((number, row));
                }
            }
        }
        tx.commit()?;
        self.desk = desk;
        self.seen = mark;
        self.data_version = data_version;
        Ok(Some(changes).filter(|c| c.replaced || c.roster || !c.cases.is_empty()))
    }
}

const TOUCHED_SINCE: &str = "SELECT DISTINCT stream FROM events WHERE mark > ?1 ORDER BY stream";

/// The cases that were there at a moment and have a fact later than it; mostly there is none, and that is known without looking at any case.
fn changed_after(conn: &Connection, t: Stamp) -> Result<Vec<Number>, Failure> {
    if schema::latest(conn)? <= t {
        return Ok(Vec::new());
    }
    numbers_of(conn, CHANGED_LATER, [t.micros()])
}

/// The first column of a query as case numbers.
pub(super) fn numbers_of(
    conn: &Connection,
    sql: &str,
    params: impl Params,
) -> Result<Vec<Number>, Failure> {
    let mut select = conn.prepare_cached(sql)?;
    let mut rows = select.query(params)?;
    let mut numbers = Vec::new();
    while let Some(row) = rows.next()? {
        numbers.push(Number::from(text(row, 0)?));
    }
    Ok(numbers)
}

/// The row of a case that is in the queue.
fn row_of(conn: &Connection, number: &Number) -> Result<Option<(Row, u64)>, Failure> {
    let mut select =
        conn.prepare_cached("SELECT * FROM cases WHERE in_queue = 1 AND number = ?1")?;
    let mut rows = select.query([number.as_str()])?;
    rows.next()?.map(columns::read).transpose()
}

/// `SQLite`'s count of the commits of other connections.
pub(super) fn data_version(conn: &Connection) -> Result<i64, Failure> {
    let mut select = conn.prepare_cached("PRAGMA data_version")?;
    let version = select.query_row([], |r| r.get(0)).optional()?;
    Ok(version.unwrap_or_default())
}

const CHANGED_LATER: &str =
    "SELECT number FROM cases WHERE last_at > ?1 AND received <= ?1 ORDER BY number";

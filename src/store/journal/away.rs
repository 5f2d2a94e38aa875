//! Rows that popped up and that nobody acknowledged: for whoever is away from the desk, the user's own command is run, once
//! a row.

use rusqlite::{Connection, params};

use super::super::error::{Failure, StoreError};
use super::super::events::text;
use super::super::{Store, named};
use super::number_of;
use super::open::occasion;
use crate::domain::telling::Unanswered;
use crate::domain::time::Stamp;

/// A notification that failed reached nobody at all. What the command was run for says so among its means.
const POPPED: &str = "acknowledged IS NULL AND (outcome = 'failed' OR instr(means, 'desktop')) \
     AND NOT instr(means, 'command')";

impl Store {
    /// Claims the most urgent row that popped up by `until` and that nobody has acknowledged: no other window calls for it.
    /// A program that dies before its command has run calls nobody again; the row itself stays in view.
    ///
    /// # Errors
    /// The store's failure.
    pub fn claim_call(&mut self, until: Stamp) -> Result<Option<Unanswered>, StoreError> {
        // Asked at every moment a call may be due: no lock is taken when there is none.
        let there = unanswered(&self.conn, until);
        if named(&self.path, there)?.is_none() {
            return Ok(None);
        }
        let claimed = self.transact(|writing| {
            let found = unanswered(writing.tx, until)?;
            if let Some(row) = &found {
                let sql = "UPDATE tellings SET means = trim(means || ' command') WHERE id = ?1";
                writing.tx.prepare_cached(sql)?.execute([row.id])?;
            }
            Ok(found)
        });
        named(&self.path, claimed)
    }

    /// Writes down that the command failed for a row, and why.
    ///
    /// # Errors
    /// The store's failure.
    pub fn call_failed(&mut self, id: i64, reason: &str) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE tellings SET means = replace(means, 'command', 'command_failed'), \
             reason = ltrim(reason || '; ' || ?2, '; ') WHERE id = ?1 AND NOT instr(means, 'command_failed')";
        let done = self.transact(|writing| {
            let mut update = writing.tx.prepare_cached(SQL)?;
            Ok(update.execute(params![id, reason])?)
        });
        named(&self.path, done).map(|_| ())
    }

    /// When the first of the rows was told for which somebody may have to be called.
    ///
    /// # Errors
    /// The store's failure.
    pub fn first_unanswered(&self) -> Result<Option<Stamp>, StoreError> {
        let sql = format!("SELECT min(told_at) FROM tellings WHERE {POPPED}");
        let first = self.conn.query_row(&sql, [], |row| row.get(0));
        let first: Option<i64> = named(&self.path, first.map_err(Failure::from))?;
        Ok(first.map(Stamp::from_micros))
    }
}

fn unanswered(conn: &Connection, until: Stamp) -> Result<Option<Unanswered>, Failure> {
    let sql = format!(
        "SELECT id, topic, unit, point, at, due, number FROM tellings WHERE {POPPED} AND told_at <= ?1 \
         ORDER BY due IS NULL, due, id LIMIT 1"
    );
    let mut select = conn.prepare_cached(&sql)?;
    let mut rows = select.query([until.micros()])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let number = number_of(text(row, 6)?);
    let due: Option<i64> = row.get(5)?;
    Ok(Some(Unanswered {
        id: row.get(0)?,
        occasion: occasion(row, number.as_ref())?,
        due: due.map(Stamp::from_micros),
    }))
}

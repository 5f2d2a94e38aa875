//! What becomes of rows that were claimed for a desktop notification: shown, failed, needless by the time of their turn, or
//! half told by a program that died.

use std::collections::HashSet;

use rusqlite::params;

use super::super::error::{Failure, StoreError};
use super::super::events::text;
use super::super::{Store, named, run};
use super::number_of;
use crate::domain::ids::Number;
use crate::domain::time::Stamp;

impl Store {
    /// Of rows that waited for their notification, those that are still in view. The others were settled by the facts,
    /// seen, or followed by a later point of their clock: for them the banner was enough.
    ///
    /// # Errors
    /// The store's failure.
    pub fn still_to_show(&mut self, ids: &[i64]) -> Result<Vec<i64>, StoreError> {
        const NEEDLESS: &str = "UPDATE tellings SET outcome = intended, intended = '' \
             WHERE id = ?1 AND outcome = 'telling' AND acknowledged IS NOT NULL";
        const OPEN: &str = "SELECT count(*) FROM tellings WHERE id = ?1 AND acknowledged IS NULL";
        let left = self.transact(|writing| {
            let mut left = Vec::with_capacity(ids.len());
            for id in ids {
                writing.tx.prepare_cached(NEEDLESS)?.execute([id])?;
                let mut open = writing.tx.prepare_cached(OPEN)?;
                if open.query_row([id], |row| row.get::<_, i64>(0))? > 0 {
                    left.push(*id);
                }
            }
            Ok(left)
        });
        named(&self.path, left)
    }

    /// Writes down what came of a desktop notification: the first of the rows was told, the others within it.
    ///
    /// # Errors
    /// The store's failure.
    pub fn settle(&mut self, ids: &[i64], shown: Result<(), &str>) -> Result<(), StoreError> {
        const SHOWN: &str = "UPDATE tellings SET intended = '', means = trim(means || ' desktop'), \
             outcome = CASE WHEN ?2 AND intended IN ('told', 'told_late') THEN 'coalesced' ELSE intended END \
             WHERE id = ?1 AND outcome = 'telling'";
        // What was missed stays missed, whatever became of the digest that lists it.
        const FAILED: &str = "UPDATE tellings SET intended = '', reason = ltrim(reason || '; ' || ?2, '; '), \
             outcome = CASE intended WHEN 'missed' THEN 'missed' ELSE 'failed' END, \
             means = trim(means || CASE intended WHEN 'missed' THEN ' desktop_failed' ELSE '' END) \
             WHERE id = ?1 AND outcome = 'telling'";
        let done = self.transact(|writing| {
            for (n, id) in ids.iter().enumerate() {
                match shown {
                    Ok(()) => {
                        let within = n > 0;
                        writing
                            .tx
                            .prepare_cached(SHOWN)?
                            .execute(params![id, within])?
                    }
                    Err(reason) => writing
                        .tx
                        .prepare_cached(FAILED)?
                        .execute(params![id, reason])?,
                };
            }
            Ok(())
        });
        named(&self.path, done)
    }

    /// Finds tellings that died with their program, marks them `unknown` and lays them out to be told once more.
    /// Returns whose they are.
    ///
    /// # Errors
    /// The store's failure.
    pub fn take_over(&mut self, now: Stamp) -> Result<Vec<Option<Number>>, StoreError> {
        // Asked often by desks that live side by side, and hardly ever is there anything: no lock is taken for that.
        let half_told = "SELECT count(*) FROM tellings WHERE outcome = 'telling'";
        let waiting = self
            .conn
            .query_row(half_told, [], |row| row.get::<_, i64>(0));
        if named(&self.path, waiting.map_err(Failure::from))? == 0 {
            return Ok(Vec::new());
        }
        let path = self.path.clone();
        let done = self.transact(|writing| {
            let mut select = writing
                .tx
                .prepare_cached("SELECT id, run, number FROM tellings WHERE outcome = 'telling'")?;
            let mut rows = select.query([])?;
            let mut dead: Vec<(i64, Option<Number>)> = Vec::new();
            let mut ended: HashSet<String> = HashSet::new();
            while let Some(row) = rows.next()? {
                let name = text(row, 1)?;
                if ended.contains(name) || run::has_ended(&path, name) {
                    ended.insert(name.to_owned());
                    dead.push((row.get(0)?, number_of(text(row, 2)?)));
                }
            }
            drop(rows);
            for (id, _) in &dead {
                writing.tx.execute(AGAIN_AFTER_CRASH, [id])?;
                writing.tx.execute(DIED, params![id, now.micros()])?;
            }
            Ok(dead.into_iter().map(|(_, whose)| whose).collect())
        });
        named(&self.path, done)
    }
}

const DIED: &str = "UPDATE tellings SET outcome = 'unknown', intended = '', \
     acknowledged = coalesce(acknowledged, ?2) WHERE id = ?1";

const AGAIN_AFTER_CRASH: &str = "INSERT OR IGNORE INTO tellings \
     (number, topic, unit, point, at, attempt, due, post, outcome, intended, means, reason, run, acknowledged) \
     SELECT number, topic, unit, point, at, attempt + 1, due, post, 'planned', '', '', '', '', at \
     FROM tellings WHERE id = ?1";

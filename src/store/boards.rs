//! What the boards show: what is owed after the close, and where the desk and the platform's lists disagree.
//!
//! Finds the few cases it is about by what the projection and the indexes say, and folds those. Called by `runtime` and
//! `cli` through [`Store`].

use rusqlite::{Connection, params};

use super::error::{Failure, StoreError};
use super::events;
use super::projection;
use super::reader::numbers_of;
use super::{Store, named};
use crate::domain::aftercare::{self, Owing};
use crate::domain::case::Case;
use crate::domain::ids::Number;
use crate::domain::queue::{self, Row};
use crate::domain::reckon::clocks;
use crate::domain::reconcile::{self, Ledger, Listing};
use crate::domain::time::Stamp;

/// The cases with a follow-up or a look-back in the queue; besides them those whose bad rating has no rework, or whose
/// appeal may be open, which may have left the queue.
const OWING: &str = "SELECT number FROM cases WHERE in_queue = 1 AND aftercare = 1 \
     UNION SELECT b.stream FROM events b WHERE b.kind = 'rated' AND instr(b.body, '\"dissatisfied\"') > 0 \
     AND (NOT EXISTS (SELECT 1 FROM events r WHERE r.stream = b.stream AND r.kind = 'reworked') \
     OR EXISTS (SELECT 1 FROM events a WHERE a.stream = b.stream AND a.kind IN ('appealed', 'undone'))) \
     ORDER BY 1";

/// Open cases that the latest list which covers their receipt did not hold, with that list.
const ONLY_HERE: &str = "SELECT c.number, max(l.id) FROM cases c JOIN lists l \
     ON l.first <= c.received AND c.received <= l.last \
     WHERE c.in_queue = 1 AND c.stage <> 'closed' \
     AND l.id > coalesce((SELECT list FROM listed WHERE number = c.number), 0) \
     GROUP BY c.number ORDER BY c.number";

/// Cases with a step of ours that no list has confirmed yet: those in the queue first, then the latest.
const UNCONFIRMED: &str =
    "SELECT number FROM cases WHERE unconfirmed = 1 ORDER BY in_queue DESC, received DESC LIMIT ?1";
const COUNT_UNCONFIRMED: &str = "SELECT count(*) FROM cases WHERE unconfirmed = 1";
/// More of them nobody goes through one by one.
const MOST_UNCONFIRMED: usize = 200;

/// What an import says of the list it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlatformList {
    /// When it was imported.
    pub at: Stamp,
    /// Rows that could not go in.
    pub skipped: usize,
}

impl Store {
    /// What is owed after the close, as known at `now`: every case that owes something, in the queue or not, by number.
    ///
    /// # Errors
    /// The store's failure.
    pub fn owing(&mut self, now: Stamp) -> Result<Vec<Owing>, StoreError> {
        let owing = self.owing_here(now);
        named(&self.path, owing)
    }

    fn owing_here(&mut self, now: Stamp) -> Result<Vec<Owing>, Failure> {
        let tx = self.conn.transaction()?;
        self.known.look_again(&tx)?;
        let mut owing = Vec::new();
        for number in numbers_of(&tx, OWING, [])? {
            let facts = events::of_stream(&tx, number.as_str())?;
            let Some(case) = Case::fold(facts.iter().map(|l| &l.fact), now) else {
                continue;
            };
            let rules = self.known.rules(&tx, case.revision.as_ref())?;
            let clocks = clocks(&case, &rules, &self.known.roster(&tx)?.folded).list;
            let duties = aftercare::duties(&case, &clocks, now);
            if !duties.is_empty() {
                owing.push(Owing {
                    row: queue::row(&case, &clocks, &rules),
                    version: facts.len() as u64,
                    duties,
                });
            }
        }
        Ok(owing)
    }

    /// Remembers which cases a list of the platform held, by their receipts.
    ///
    /// # Errors
    /// The store's failure.
    pub fn remember_list(
        &mut self,
        list: PlatformList,
        held: &[(Number, Stamp)],
    ) -> Result<(), StoreError> {
        let receipts = || held.iter().map(|(_, received)| *received);
        let (Some(first), Some(last)) = (receipts().min(), receipts().max()) else {
            return Ok(());
        };
        let done = self.transact(|writing| {
            let tx = writing.tx;
            let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
            tx.execute(
                "INSERT INTO lists (at, rows, skipped, first, last) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    list.at.micros(),
                    count(held.len()),
                    count(list.skipped),
                    first.micros(),
                    last.micros()
                ],
            )?;
            let id = tx.last_insert_rowid();
            let mut insert = tx.prepare_cached("INSERT OR REPLACE INTO listed VALUES (?1, ?2)")?;
            for (number, _) in held {
                insert.execute(params![number.as_str(), id])?;
            }
            Ok(())
        });
        named(&self.path, done)
    }

    /// A case as a row with its version, whether or not it is in the queue; none when there is no such case.
    ///
    /// # Errors
    /// The store's failure.
    pub fn any_row(
        &mut self,
        number: &Number,
        now: Stamp,
    ) -> Result<Option<(Row, u64)>, StoreError> {
        let found = events::of_stream(&self.conn, number.as_str()).and_then(|facts| {
            self.known.look_again(&self.conn)?;
            let row = projection::row_as_of(&self.conn, &mut self.known, &facts, now)?;
            Ok(row.map(|row| (row, facts.len() as u64)))
        });
        named(&self.path, found)
    }

    /// Where the desk and the platform's lists disagree, as known at `now`.
    ///
    /// # Errors
    /// The store's failure.
    pub fn ledger(&mut self, now: Stamp) -> Result<Ledger, StoreError> {
        let ledger = self.ledger_here(now);
        named(&self.path, ledger)
    }

    fn ledger_here(&mut self, now: Stamp) -> Result<Ledger, Failure> {
        // A bad rating that came with the case itself differs without a fact that says so.
        const DIFFERING: &str = "SELECT DISTINCT stream FROM events WHERE kind = 'differed' \
             OR kind = 'received' AND json_extract(body, '$.imported.rating') = 'dissatisfied' ORDER BY stream";
        let tx = self.conn.transaction()?;
        let fold = |number: &Number| -> Result<Option<(Case, u64)>, Failure> {
            let facts = events::of_stream(&tx, number.as_str())?;
            let each = facts.iter().map(|l| &l.fact);
            Ok(Case::fold(each, now).map(|case| (case, facts.len() as u64)))
        };
        let mut ledger = Ledger {
            list: latest_list(&tx)?,
            ..Ledger::default()
        };
        for number in numbers_of(&tx, DIFFERING, [])? {
            if let Some((case, version)) = fold(&number)? {
                ledger
                    .differing
                    .extend(reconcile::differing(&case, version));
            }
        }
        for (number, list) in only_here(&tx)? {
            if let Some((case, version)) = fold(&number)? {
                let list = listing(&tx, list)?;
                ledger
                    .only_here
                    .extend(reconcile::only_here(&case, version, list));
            }
        }
        for number in numbers_of(&tx, UNCONFIRMED, [MOST_UNCONFIRMED])? {
            if let Some((case, version)) = fold(&number)? {
                ledger
                    .unconfirmed
                    .extend(reconcile::unconfirmed(&case, version));
            }
        }
        let count: usize = tx.query_row(COUNT_UNCONFIRMED, [], |r| r.get(0))?;
        ledger.more_unconfirmed = count.saturating_sub(MOST_UNCONFIRMED);
        Ok(ledger)
    }
}

/// The latest list.
fn latest_list(conn: &Connection) -> Result<Option<Listing>, Failure> {
    let id: Option<i64> = conn.query_row("SELECT max(id) FROM lists", [], |r| r.get(0))?;
    id.map(|id| listing(conn, id)).transpose()
}

fn listing(conn: &Connection, id: i64) -> Result<Listing, Failure> {
    let mut select =
        conn.prepare_cached("SELECT at, rows, skipped, first, last FROM lists WHERE id = ?1")?;
    Ok(select.query_row([id], |r| {
        let moment = |column| r.get(column).map(Stamp::from_micros);
        Ok(Listing {
            at: moment(0)?,
            rows: r.get(1)?,
            skipped: r.get(2)?,
            first: moment(3)?,
            last: moment(4)?,
        })
    })?)
}

/// The cases on this side only, each with the list that should have held it.
fn only_here(conn: &Connection) -> Result<Vec<(Number, i64)>, Failure> {
    let mut select = conn.prepare_cached(ONLY_HERE)?;
    let mut rows = select.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((Number::from(events::text(row, 0)?), row.get(1)?));
    }
    Ok(found)
}

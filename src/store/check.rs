//! Looks for damage, and makes the projection anew.
//!
//! Called by `zhiban doctor` and after an upgrade.

use rusqlite::Connection;
use rusqlite::types::{Value, ValueRef};

use super::columns::{self, Packed};
use super::error::{Failure, StoreError};
use super::known::Known;
use super::projection::{self, Projected};
use super::{Store, named};
use crate::domain::ids::Number;

/// What `doctor` learns of a store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Health {
    /// Facts in the log.
    pub facts: u64,
    /// Cases, open or not.
    pub cases: u64,
    /// Cases in the queue.
    pub open: u64,
    /// What is wrong; empty when all is well.
    pub problems: Vec<Ailment>,
}

/// Something wrong inside a store.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Ailment {
    /// What `SQLite` itself found.
    #[error("database file: {0}")]
    File(String),
    /// The projection of a case is not what its facts say; [`Store::rebuild`] mends it.
    #[error("case {0}: the projection differs from the log")]
    Projection(Number),
    /// A desk's numbers have a hole.
    #[error("desk {desk}: fact {after} is followed by {found}")]
    Gap {
        /// Which desk.
        desk: String,
        /// The last number before the hole.
        after: u64,
        /// The number after it.
        found: u64,
    },
    /// A fact, or a revision facts rest on, cannot be read.
    #[error("{0}")]
    Fact(String),
}

impl Store {
    /// Commits a write that changes nothing: whether acts can be kept here.
    ///
    /// # Errors
    /// The store's failure, which says why they cannot.
    pub fn try_writing(&mut self) -> Result<(), StoreError> {
        const SAME: &str = "UPDATE meta SET value = value WHERE key = 'desk'";
        let done = self.transact(|writing| Ok(writing.tx.execute(SAME, [])?));
        named(&self.path, done).map(|_| ())
    }

    /// Makes the projection anew from the log.
    ///
    /// # Errors
    /// The store's failure; the old projection stands then.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        let done = self.transact(|writing| projection::rebuild(writing.tx, writing.known));
        named(&self.path, done)
    }

    /// Looks for damage: the file, each desk's numbers, and whether the projection is what the log says.
    ///
    /// # Errors
    /// When it cannot even be looked at.
    pub fn check(&mut self) -> Result<Health, StoreError> {
        let health = self.check_here();
        named(&self.path, health)
    }

    fn check_here(&mut self) -> Result<Health, Failure> {
        let tx = self.conn.transaction()?;
        self.known.look_again(&tx)?;
        let count = |sql: &str| tx.query_row(sql, [], |r| r.get::<_, u64>(0));
        let mut health = Health {
            facts: count("SELECT count(*) FROM events")?,
            cases: count("SELECT count(*) FROM cases")?,
            open: count("SELECT count(*) FROM cases WHERE in_queue = 1")?,
            problems: file_problems(&tx)?.into_iter().map(Ailment::File).collect(),
        };
        health.problems.extend(gaps(&tx)?);
        match differences(&tx, &mut self.known, health.cases) {
            Ok(different) => health.problems.extend(different),
            Err(Failure::Corrupt(problem)) => health.problems.push(Ailment::Fact(problem)),
            Err(failure @ (Failure::UnknownRevision(_) | Failure::BadRevision(_))) => {
                health.problems.push(Ailment::Fact(failure.to_string()));
            }
            Err(failure) => return Err(failure),
        }
        Ok(health)
    }
}

/// What `SQLite`'s own check says, unless it says `ok`.
pub(super) fn file_problems(conn: &Connection) -> Result<Vec<String>, Failure> {
    let mut check = conn.prepare("PRAGMA integrity_check(20)")?;
    let found = check.query_map([], |r| r.get::<_, String>(0))?;
    let found = found.collect::<Result<Vec<String>, _>>()?;
    Ok(found.into_iter().filter(|line| line != "ok").collect())
}

/// The holes in each desk's numbers. Of another desk only a part may have been taken in (`log export --since`): what came
/// before that is no hole.
fn gaps(conn: &Connection) -> Result<Vec<Ailment>, Failure> {
    let mut select = conn.prepare(
        "SELECT desk, before, n FROM \
         (SELECT desk, n, lag(n, 1, 0) OVER (PARTITION BY desk ORDER BY n) AS before FROM events) \
         WHERE n <> before + 1 \
         AND (before > 0 OR desk = (SELECT value FROM meta WHERE key = 'desk'))",
    )?;
    let found = select.query_map([], |r| {
        Ok(Ailment::Gap {
            desk: r.get(0)?,
            after: r.get(1)?,
            found: r.get(2)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The cases whose rows are not what their facts say, and a note when there are rows of no case at all.
fn differences(conn: &Connection, known: &mut Known, rows: u64) -> Result<Vec<Ailment>, Failure> {
    let mut different = Vec::new();
    let mut cases = 0;
    projection::each_case(conn, |facts| {
        if let Some(projected) = projection::project(conn, known, facts)? {
            cases += 1;
            if !stands(conn, &projected)? {
                different.push(Ailment::Projection(projected.row.number));
            }
        }
        Ok(())
    })?;
    if different.is_empty() && cases != rows {
        different.push(Ailment::Fact(format!(
            "the log holds {cases} cases, the projection {rows}"
        )));
    }
    Ok(different)
}

/// Do the rows of the case stand in the store, and no other rows of it?
fn stands(conn: &Connection, projected: &Projected) -> Result<bool, Failure> {
    let number = projected.row.number.as_str();
    let packed = Packed::of(&projected.row);
    let case = all(conn, "SELECT * FROM cases WHERE number = ?1", number)?;
    if !are(&case, [columns::values(projected, &packed)].into_iter()) {
        return Ok(false);
    }
    let verdicts = all(
        conn,
        "SELECT * FROM verdicts WHERE number = ?1 ORDER BY place",
        number,
    )?;
    Ok(are(&verdicts, projected.verdict_values()))
}

/// Are the rows found those that should be there?
fn are<'a, const N: usize>(
    found: &[Vec<Value>],
    mut wanted: impl Iterator<Item = [ValueRef<'a>; N]>,
) -> bool {
    let is_next = |row: &Vec<Value>| {
        let values = row.iter().map(ValueRef::from);
        wanted.next().is_some_and(|wanted| values.eq(wanted))
    };
    found.iter().all(is_next) && wanted.next().is_none()
}

fn all(conn: &Connection, sql: &str, number: &str) -> Result<Vec<Vec<Value>>, Failure> {
    let mut select = conn.prepare_cached(sql)?;
    let width = select.column_count();
    let mut rows = select.query([number])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((0..width).map(|i| row.get(i)).collect::<Result<_, _>>()?);
    }
    Ok(found)
}

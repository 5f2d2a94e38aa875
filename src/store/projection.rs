//! What the queue and the reports read of a case, made from its facts: a row of `cases` and its rows of `verdicts`.
//!
//! A function of facts, rules and roster alone, so that replaying the log gives the same rows. Called inside the
//! transaction that writes the facts, by `rebuild` and by `check`.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, params_from_iter};

use super::columns::{self, Packed, moment};
use super::error::Failure;
use super::events;
use super::known::Known;
use crate::domain::case::Case;
use crate::domain::clock::{Clock, End};
use crate::domain::event::{Fact, Logged};
use crate::domain::ids::{Number, Revision, Unit};
use crate::domain::queue::{Row, row};
use crate::domain::reckon::clocks;
use crate::domain::time::Stamp;

/// Later than every fact: the projection knows them all.
pub(super) const END: Stamp = Stamp::from_micros(i64::MAX);

/// Raised whenever the same facts make another projection; an older one is made anew when the store is opened.
pub(super) const VERSION: &str = "8";

/// The projection of one case.
#[derive(Debug)]
pub(super) struct Projected {
    /// Its row.
    pub row: Row,
    /// How many facts it has.
    pub version: u64,
    /// The moment of its latest fact.
    pub last_at: Stamp,
    /// First and last day that its clocks touch.
    pub days: (i64, i64),
    /// Its revision.
    pub revision: Option<Revision>,
    /// Years without calendar data that its clocks rest on, separated by spaces; none once it is closed or void.
    pub gaps: Option<String>,
    /// When it was closed.
    pub closed_at: Option<Stamp>,
    verdicts: Vec<Verdict>,
}

/// A clock that has its row in `verdicts`.
#[derive(Debug)]
struct Verdict {
    place: i64,
    clock: Clock,
    /// A JSON list.
    answers: String,
}

/// Folds and projects a case; `None` while it has no `received`.
pub(super) fn project(
    conn: &Connection,
    known: &mut Known,
    facts: &[Logged],
) -> Result<Option<Projected>, Failure> {
    let each = || facts.iter().map(|l| &l.fact);
    let Some(case) = Case::fold(each(), END) else {
        return Ok(None);
    };
    let rules = known.rules(conn, case.revision.as_ref())?;
    let roster = &known.roster(conn)?.folded;
    let clocks = clocks(&case, &rules, roster);
    let mut days = (case.received_at.day_number(), case.received_at.day_number());
    for clock in &clocks.list {
        for t in [clock.start, clock.base, clock.due].into_iter().flatten() {
            days = (days.0.min(t.day_number()), days.1.max(t.day_number()));
        }
    }
    let gaps: Vec<String> = clocks.gaps.iter().map(ToString::to_string).collect();
    Ok(Some(Projected {
        row: row(&case, &clocks.list, &rules),
        version: facts.len() as u64,
        last_at: each().map(|f| f.at).max().unwrap_or(case.received_at),
        days,
        gaps: (case.is_open() && !gaps.is_empty()).then(|| gaps.join(" ")),
        closed_at: case.closed.as_ref().map(|c| c.at),
        revision: case.revision,
        verdicts: (0..)
            .zip(clocks.list)
            .filter(|(_, clock)| was_late(clock))
            .map(|(place, clock)| Verdict::new(place, clock))
            .collect::<Result<_, _>>()?,
    }))
}

/// The row of a case as known at a moment that lies before some of its facts.
pub(super) fn row_as_of(
    conn: &Connection,
    known: &mut Known,
    facts: &[Logged],
    now: Stamp,
) -> Result<Option<Row>, Failure> {
    let Some(case) = Case::fold(facts.iter().map(|l| &l.fact), now) else {
        return Ok(None);
    };
    let rules = known.rules(conn, case.revision.as_ref())?;
    let roster = &known.roster(conn)?.folded;
    let list = clocks(&case, &rules, roster).list;
    Ok(Some(row(&case, &list, &rules)))
}

/// An obligation that was late: met after its due time, or not met by then and ended by the close.
fn was_late(clock: &Clock) -> bool {
    let Some(due) = clock.due.filter(|_| !clock.id.is_window()) else {
        return false;
    };
    let settled = match clock.end {
        End::Void => None,
        End::Open => clock.met,
        End::Close(at) => clock.met.or(Some(at)),
    };
    settled.is_some_and(|at| at > due)
}

impl Projected {
    /// The rows of `verdicts`, in the order of its columns.
    pub(super) fn verdict_values(&self) -> impl Iterator<Item = [ValueRef<'_>; 9]> {
        self.verdicts.iter().map(|v| v.values(&self.row.number))
    }

    /// Writes the rows of the case in the place of those that stand, if there can be any.
    pub(super) fn write(&self, conn: &Connection, is_new: bool) -> Result<(), Failure> {
        if !is_new {
            for table in ["cases", "verdicts"] {
                conn.prepare_cached(&format!("DELETE FROM {table} WHERE number = ?1"))?
                    .execute([self.row.number.as_str()])?;
            }
        }
        self.insert(&mut Inserts::prepare(conn)?)
    }

    /// Writes the rows of a case that has none.
    fn insert(&self, into: &mut Inserts<'_>) -> Result<(), Failure> {
        let packed = Packed::of(&self.row);
        let values = columns::values(self, &packed);
        into.cases
            .execute(params_from_iter(values.map(ToSqlOutput::Borrowed)))?;
        for values in self.verdict_values() {
            into.verdicts
                .execute(params_from_iter(values.map(ToSqlOutput::Borrowed)))?;
        }
        Ok(())
    }
}

/// What writes the rows: looked up once for the many cases of a replay.
struct Inserts<'a> {
    cases: CachedStatement<'a>,
    verdicts: CachedStatement<'a>,
}

impl<'a> Inserts<'a> {
    fn prepare(conn: &'a Connection) -> Result<Self, Failure> {
        const VERDICT: &str = "INSERT INTO verdicts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        Ok(Self {
            cases: conn.prepare_cached(columns::INSERT)?,
            verdicts: conn.prepare_cached(VERDICT)?,
        })
    }
}

impl Verdict {
    fn new(place: i64, clock: Clock) -> Result<Self, Failure> {
        let answers = serde_json::to_string(&clock.answers.actors());
        Ok(Self {
            place,
            answers: answers.map_err(|e| events::broken(&e))?,
            clock,
        })
    }

    fn values<'a>(&'a self, number: &'a Number) -> [ValueRef<'a>; 9] {
        let clock = &self.clock;
        let ended = match clock.end {
            End::Close(at) => Some(at),
            End::Open | End::Void => None,
        };
        [
            number.as_str().into(),
            ValueRef::Integer(self.place),
            clock.id.as_str().into(),
            clock.unit.as_ref().map(Unit::as_str).into(),
            moment(clock.start),
            moment(clock.due),
            moment(clock.met),
            moment(ended),
            self.answers.as_str().into(),
        ]
    }
}

/// Projects the cases anew.
pub(super) fn renew<'a>(
    conn: &Connection,
    known: &mut Known,
    numbers: impl IntoIterator<Item = &'a Number>,
) -> Result<(), Failure> {
    for number in numbers {
        let facts = events::of_stream(conn, number.as_str())?;
        if let Some(projected) = project(conn, known, &facts)? {
            projected.write(conn, false)?;
        }
    }
    Ok(())
}

/// Projects anew the cases whose clocks touch a day: what a swap or a stand-in of that day can bear on.
pub(super) fn renew_day(conn: &Connection, known: &mut Known, day: i64) -> Result<(), Failure> {
    let numbers: Vec<Number> = {
        let mut select = conn
            .prepare_cached("SELECT number FROM cases WHERE last_day >= ?1 AND first_day <= ?1")?;
        let mut rows = select.query([day])?;
        let mut numbers = Vec::new();
        while let Some(row) = rows.next()? {
            numbers.push(Number::from(events::text(row, 0)?));
        }
        numbers
    };
    renew(conn, known, &numbers)
}

/// Calls `each` with the facts of every case, in the order of their numbers.
pub(super) fn each_case(
    conn: &Connection,
    mut each: impl FnMut(&[Logged]) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut select = conn.prepare(&format!(
        "{} WHERE e.stream > '' ORDER BY e.stream, e.version",
        events::SELECT
    ))?;
    let mut rows = select.query([])?;
    let mut facts: Vec<Logged> = Vec::new();
    while let Some(row) = rows.next()? {
        let next = events::read(row)?;
        if facts.last().is_some_and(|l| l.fact.case != next.fact.case) {
            facts = events::keyed(facts);
            each(&facts)?;
            facts.clear();
        }
        facts.push(next);
    }
    each(&events::keyed(facts))
}

/// Makes the whole projection anew. Its indexes are made when its rows are there: to keep them in order row by row takes
/// longer.
pub(super) fn rebuild(conn: &Connection, known: &mut Known) -> Result<(), Failure> {
    let indexes = indexes(conn)?;
    for (name, _) in &indexes {
        conn.execute_batch(&format!("DROP INDEX {name}"))?;
    }
    conn.execute_batch("DELETE FROM cases; DELETE FROM verdicts;")?;
    let mut inserts = Inserts::prepare(conn)?;
    each_case(conn, |facts| match project(conn, known, facts)? {
        Some(projected) => projected.insert(&mut inserts),
        None => Ok(()),
    })?;
    for (_, made) in &indexes {
        conn.execute_batch(made)?;
    }
    Ok(())
}

/// The names of the projection's indexes, and how each is made.
fn indexes(conn: &Connection) -> Result<Vec<(String, String)>, Failure> {
    let mut select = conn.prepare(
        "SELECT name, sql FROM sqlite_schema \
         WHERE type = 'index' AND tbl_name IN ('cases', 'verdicts') AND sql IS NOT NULL",
    )?;
    let indexes = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(indexes.collect::<Result<_, _>>()?)
}

/// The facts without what the log adds.
pub(super) fn bare(facts: Vec<Logged>) -> Vec<Fact> {
    facts.into_iter().map(|l| l.fact).collect()
}

/// The years of a `gaps` column.
pub(super) fn years(gaps: &str) -> impl Iterator<Item = i32> {
    gaps.split(' ').filter_map(|y| y.parse().ok())
}

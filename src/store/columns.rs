//! A row of the queue as columns of `cases`, and back.
//!
//! The order is that of `schema.sql`. Called by `projection` and by the readers.

use std::fmt::Write as _;
use std::str::FromStr;
use std::sync::LazyLock;

use rusqlite::Row as SqlRow;
use rusqlite::types::Value;

use super::error::Failure;
use super::events::text;
use super::projection::{Projected, in_queue};
use crate::domain::clock::End;
use crate::domain::ids::{ClockId, Community, Number, Unit};
use crate::domain::queue::{Cell, Row};
use crate::domain::time::Stamp;

/// Between the tags and between the units of a row: no text from outside holds it.
const BETWEEN: char = '\u{1f}';

/// `*_end` of a clock that is void: no moment.
const VOID: i64 = i64::MIN;

const COLUMNS: usize = 49;
const FIRST_CELL: usize = 13;
const CELL: usize = 5;

static INSERT: LazyLock<String> = LazyLock::new(|| {
    let mut sql = "INSERT OR REPLACE INTO cases VALUES (?1".to_owned();
    for n in 2..=COLUMNS {
        // Writing to a String cannot fail.
        let _ = write!(sql, ", ?{n}");
    }
    sql + ")"
});

/// The statement that takes [`values`].
pub(super) fn insert() -> &'static str {
    &INSERT
}

/// All columns of a case.
pub(super) fn values(of: &Projected) -> Vec<Value> {
    let row = &of.row;
    let text = |t: &str| Value::Text(t.to_owned());
    let moment = |t: Option<Stamp>| t.map_or(Value::Null, |t| Value::Integer(t.micros()));
    let mut values = Vec::with_capacity(COLUMNS);
    values.extend([
        Value::from(in_queue(row)),
        text(row.number.as_str()),
        Value::Integer(i64::try_from(of.version).unwrap_or(i64::MAX)),
        text(row.kind.as_str()),
        row.community
            .as_ref()
            .map_or(Value::Null, |c| text(c.as_str())),
        text(row.base_stage.as_str()),
        text(&row.title),
        text(&row.address),
        Value::Integer(row.received.micros()),
        Value::Text(joined(row.tags.iter().map(|t| t.as_str()))),
        Value::Text(joined(row.units.iter().map(Unit::as_str))),
        Value::from(row.aftercare),
        Value::from(row.unconfirmed),
    ]);
    for cell in row.cells.iter().chain([&row.next]) {
        match cell {
            None => values.extend([const { Value::Null }; CELL]),
            Some(cell) => values.extend([
                text(cell.id.as_str()),
                moment(cell.start),
                moment(cell.due),
                moment(cell.met),
                match cell.end {
                    End::Open => Value::Null,
                    End::Void => Value::Integer(VOID),
                    End::Close(at) => Value::Integer(at.micros()),
                },
            ]),
        }
    }
    values.extend([
        Value::Integer(of.last_at.micros()),
        Value::Integer(of.days.0),
        Value::Integer(of.days.1),
        of.revision
            .as_ref()
            .map_or(Value::Null, |r| text(r.as_str())),
        of.gaps.as_deref().map_or(Value::Null, text),
        moment(of.closed_at),
    ]);
    values
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for part in parts {
        if !all.is_empty() {
            all.push(BETWEEN);
        }
        all.push_str(part);
    }
    all
}

/// The row of the queue and its version, from `SELECT * FROM cases`.
pub(super) fn read(row: &SqlRow<'_>) -> Result<(Row, u64), Failure> {
    let number = Number::from(text(row, 1)?);
    let mut cells = [None; 6];
    for (i, cell) in cells.iter_mut().enumerate() {
        *cell = read_cell(row, FIRST_CELL + i * CELL)?;
    }
    let [sign, dispatch, unit_sign, reply, close, next] = cells;
    let tags = text(row, 9)?;
    let units = text(row, 10)?;
    let community: Option<&str> = row.get_ref(4)?.as_str_or_null().map_err(|e| odd(&e))?;
    let found = Row {
        number,
        kind: word(text(row, 3)?)?,
        community: community.map(Community::from),
        base_stage: word(text(row, 5)?)?,
        title: row.get(6)?,
        address: row.get(7)?,
        received: Stamp::from_micros(row.get(8)?),
        tags: parts(tags).map(word).collect::<Result<_, _>>()?,
        units: parts(units).map(Unit::from).collect(),
        cells: [sign, dispatch, unit_sign, reply, close],
        next,
        aftercare: row.get(11)?,
        unconfirmed: row.get(12)?,
    };
    Ok((found, row.get(2)?))
}

fn parts(joined: &str) -> impl Iterator<Item = &str> {
    joined.split(BETWEEN).filter(|p| !p.is_empty())
}

fn read_cell(row: &SqlRow<'_>, at: usize) -> Result<Option<Cell>, Failure> {
    let Some(id) = row.get_ref(at)?.as_str_or_null().map_err(|e| odd(&e))? else {
        return Ok(None);
    };
    let id: ClockId = word(id)?;
    let moment = |i| {
        row.get::<_, Option<i64>>(i)
            .map(|t| t.map(Stamp::from_micros))
    };
    Ok(Some(Cell {
        id,
        start: moment(at + 1)?,
        due: moment(at + 2)?,
        met: moment(at + 3)?,
        end: match row.get::<_, Option<i64>>(at + 4)? {
            None => End::Open,
            Some(VOID) => End::Void,
            Some(closed) => End::Close(Stamp::from_micros(closed)),
        },
    }))
}

fn word<T: FromStr>(word: &str) -> Result<T, Failure>
where
    T::Err: std::fmt::Display,
{
    word.parse()
        .map_err(|e: T::Err| Failure::Corrupt(format!("projection: {e}")))
}

fn odd(error: &rusqlite::types::FromSqlError) -> Failure {
    Failure::Corrupt(format!("projection: {error}"))
}

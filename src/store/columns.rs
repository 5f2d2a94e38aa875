//! A row of the queue as columns of `cases`, and back.
//!
//! The order is that of `schema.sql`. Called by `projection` and by the readers.

use std::str::FromStr;

use rusqlite::Row as SqlRow;
use rusqlite::types::Value;

use super::cells;
use super::error::Failure;
use super::events::text;
use super::projection::{Projected, in_queue};
use crate::domain::ids::{Community, Number, Unit};
use crate::domain::queue::Row;
use crate::domain::time::Stamp;

/// Between the tags and between the units of a row: no text from outside holds it.
const BETWEEN: char = '\u{1f}';

/// The statement that takes [`values`].
pub(super) const INSERT: &str = "INSERT OR REPLACE INTO cases \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)";

/// All columns of a case.
pub(super) fn values(of: &Projected) -> Vec<Value> {
    let row = &of.row;
    let text = |t: &str| Value::Text(t.to_owned());
    let moment = |t: Option<Stamp>| t.map_or(Value::Null, |t| Value::Integer(t.micros()));
    let mut values = Vec::with_capacity(20);
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
    let six = row.cells.iter().chain([&row.next]);
    values.push(Value::Blob(cells::packed(six)));
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
    let packed = row.get_ref(13)?.as_blob().map_err(|e| odd(&e))?;
    let [sign, dispatch, unit_sign, reply, close, next] = cells::unpacked(packed)
        .ok_or_else(|| Failure::Corrupt("projection: countdowns".to_owned()))?;
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

//! A row of the queue as columns of `cases`, and back.
//!
//! The order is that of `schema.sql`. Called by `projection` and by the readers.

use std::str::FromStr;

use rusqlite::Row as SqlRow;
use rusqlite::types::ValueRef;

use super::error::Failure;
use super::events::text;
use super::projection::Projected;
use super::{cells, plans};
use crate::domain::ids::{Community, Number, Revision, Unit};
use crate::domain::queue::{Cell, Row};
use crate::domain::time::Stamp;

/// Between the tags and between the units of a row: no text from outside holds it.
const BETWEEN: char = '\u{1f}';

/// The statement that takes [`values`].
pub(super) const INSERT: &str = "INSERT INTO cases \
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)";

/// What of a row is kept in a form of its own.
pub(super) struct Packed {
    tags: String,
    units: String,
    cells: Vec<u8>,
    plan: Vec<u8>,
}

impl Packed {
    pub(super) fn of(row: &Row) -> Self {
        Self {
            tags: joined(row.tags.iter().map(|t| t.as_str())),
            units: joined(row.units.iter().map(Unit::as_str)),
            cells: cells::packed(row.cells.iter().chain([&row.next])),
            plan: plans::packed(&row.plan, &row.units),
        }
    }
}

/// All columns of a case.
pub(super) fn values<'a>(of: &'a Projected, packed: &'a Packed) -> [ValueRef<'a>; 21] {
    let row = &of.row;
    let flag = |is: bool| ValueRef::Integer(i64::from(is));
    [
        flag(row.is_in_queue()),
        row.number.as_str().into(),
        ValueRef::Integer(i64::try_from(of.version).unwrap_or(i64::MAX)),
        row.kind.as_str().into(),
        row.community.as_ref().map(Community::as_str).into(),
        row.base_stage.as_str().into(),
        row.title.as_str().into(),
        row.address.as_str().into(),
        moment(Some(row.received)),
        packed.tags.as_str().into(),
        packed.units.as_str().into(),
        flag(row.aftercare),
        flag(row.unconfirmed),
        packed.cells.as_slice().into(),
        moment(Some(of.last_at)),
        ValueRef::Integer(of.days.0),
        ValueRef::Integer(of.days.1),
        of.revision.as_ref().map(Revision::as_str).into(),
        of.gaps.as_deref().into(),
        moment(of.closed_at),
        packed.plan.as_slice().into(),
    ]
}

/// A moment as the store keeps it.
pub(super) fn moment(at: Option<Stamp>) -> ValueRef<'static> {
    at.map_or(ValueRef::Null, |t| ValueRef::Integer(t.micros()))
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

/// The owed clock that is due first, from `SELECT * FROM cases`.
pub(super) fn next(row: &SqlRow<'_>) -> Result<Option<Cell>, Failure> {
    let [.., next] = countdowns(row)?;
    Ok(next)
}

fn countdowns(row: &SqlRow<'_>) -> Result<[Option<Cell>; 6], Failure> {
    let packed = row.get_ref(13)?.as_blob().map_err(|e| odd(&e))?;
    cells::unpacked(packed).ok_or_else(|| Failure::Corrupt("projection: countdowns".to_owned()))
}

/// The row of the queue and its version, from `SELECT * FROM cases`.
pub(super) fn read(row: &SqlRow<'_>) -> Result<(Row, u64), Failure> {
    let number = Number::from(text(row, 1)?);
    let [sign, dispatch, unit_sign, reply, close, next] = countdowns(row)?;
    let tags = text(row, 9)?;
    let units = text(row, 10)?;
    let units: Vec<Unit> = parts(units).map(Unit::from).collect();
    let plan = row.get_ref(20)?.as_blob().map_err(|e| odd(&e))?;
    let plan = plans::unpacked(plan, &units)
        .ok_or_else(|| Failure::Corrupt("projection: next steps".to_owned()))?;
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
        units,
        cells: [sign, dispatch, unit_sign, reply, close],
        next,
        aftercare: row.get(11)?,
        unconfirmed: row.get(12)?,
        plan,
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

//! One fact, one row of the log: writing it, reading it back, and the order in which facts were keyed.
//!
//! A citizen's name and phone number leave the event here and stand in a table of their own, so that they can be erased
//! while the log stays as it is. Called by the rest of `store`.

use rusqlite::{Connection, Row, params};

use super::error::Failure;
use crate::domain::event::{Event, Fact, Logged};
use crate::domain::ids::{Actor, FactId, Number};
use crate::domain::privacy::dialled;
use crate::domain::time::Stamp;

/// The stream of the roster; a case's stream is its number.
pub(super) const ROSTER: &str = "";

/// Version of the events' own JSON. An older body is lifted to it in [`body`].
const BODY_VERSION: i64 = 1;

/// The columns [`read`] expects.
pub(super) const SELECT: &str = "SELECT e.id, e.desk, e.n, e.stream, e.at, e.recorded_at, e.\"by\", e.person, e.note, e.kind, e.body, \
     e.body_version, c.reporter, c.phone, x.at FROM events e LEFT JOIN citizens c \
     ON c.event = CASE WHEN e.kind IN ('received', 'amended') THEN e.mark END \
     LEFT JOIN erased x ON x.event = e.mark";

/// What of a fact stands in `citizens`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Citizen {
    reporter: Option<String>,
    phone: Option<String>,
}

/// Takes the citizen's name and phone number out of an event.
fn take_citizen(event: &mut Event) -> Citizen {
    let filled = |text: &mut String| Some(std::mem::take(text)).filter(|t| !t.is_empty());
    if let Event::Received(e) = event {
        Citizen {
            reporter: filled(&mut e.reporter),
            phone: filled(&mut e.phone),
        }
    } else if let Event::Amended(e) = event {
        Citizen {
            reporter: e.fields.reporter.take(),
            phone: e.fields.phone.take(),
        }
    } else {
        Citizen::default()
    }
}

/// Puts the citizen's name and phone number back.
fn give_citizen(event: &mut Event, citizen: Citizen) {
    if let Event::Received(e) = event {
        e.reporter = citizen.reporter.unwrap_or_default();
        e.phone = citizen.phone.unwrap_or_default();
    } else if let Event::Amended(e) = event {
        e.fields.reporter = citizen.reporter;
        e.fields.phone = citizen.phone;
    }
}

/// What of an event's own fields stands in `events`, as JSON text.
pub(super) fn body_of(event: &Event) -> Result<String, Failure> {
    let mut event = event.clone();
    take_citizen(&mut event);
    event.body_text().map_err(|e| broken(&e))
}

/// Writes a fact as version `version` of its stream.
pub(super) fn append(conn: &Connection, logged: &mut Logged, version: u64) -> Result<(), Failure> {
    let citizen = take_citizen(&mut logged.fact.event);
    let written = insert(conn, logged, version).and_then(|()| {
        let mark = conn.last_insert_rowid();
        if citizen != Citizen::default() {
            conn.prepare_cached("INSERT INTO citizens VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![
                    mark,
                    citizen.reporter,
                    citizen.phone,
                    citizen.phone.as_deref().map(dialled)
                ])?;
        }
        if let Some(at) = logged.erased {
            conn.prepare_cached("INSERT INTO erased VALUES (?1, ?2)")?
                .execute(params![mark, at.micros()])?;
        }
        Ok(())
    });
    give_citizen(&mut logged.fact.event, citizen);
    written
}

fn insert(conn: &Connection, logged: &Logged, version: u64) -> Result<(), Failure> {
    let fact = &logged.fact;
    let body = fact.event.body_text().map_err(|e| broken(&e))?;
    conn.prepare_cached(
        "INSERT INTO events (id, desk, n, stream, version, at, recorded_at, \"by\", person, note, kind, body, body_version) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?
    .execute(params![
        fact.id.as_ref().map(FactId::as_str),
        logged.desk,
        logged.n,
        fact.case.as_ref().map_or(ROSTER, Number::as_str),
        version,
        fact.at.micros(),
        logged.recorded_at.micros(),
        fact.by.to_string(),
        fact.person,
        fact.note,
        fact.event.kind(),
        body,
        BODY_VERSION,
    ])?;
    Ok(())
}

/// A value that has no JSON form, which none of the domain's have.
pub(super) fn broken(error: &serde_json::Error) -> Failure {
    Failure::Corrupt(format!("a fact that JSON cannot hold: {error}"))
}

/// Reads a row of [`SELECT`].
pub(super) fn read(row: &Row<'_>) -> Result<Logged, Failure> {
    let id = text(row, 0)?;
    let damaged = |what: &str| Failure::Corrupt(format!("fact {id}: {what}"));
    let mut event = body(text(row, 9)?, row.get(11)?, text(row, 10)?).map_err(|e| damaged(&e))?;
    if matches!(event, Event::Received(_) | Event::Amended(_)) {
        let citizen = Citizen {
            reporter: row.get(12)?,
            phone: row.get(13)?,
        };
        give_citizen(&mut event, citizen);
    }
    let stream = text(row, 3)?;
    let by: Actor = text(row, 6)?
        .parse()
        .map_err(|e: crate::domain::ids::UnknownToken| damaged(&e.to_string()))?;
    Ok(Logged {
        fact: Fact {
            id: Some(FactId::from(id)),
            at: Stamp::from_micros(row.get(4)?),
            case: (stream != ROSTER).then(|| Number::from(stream)),
            by,
            person: row.get(7)?,
            note: row.get(8)?,
            event,
        },
        recorded_at: Stamp::from_micros(row.get(5)?),
        desk: row.get(1)?,
        n: row.get(2)?,
        erased: row.get::<_, Option<i64>>(14)?.map(Stamp::from_micros),
    })
}

/// A text column without a copy.
pub(super) fn text<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str, Failure> {
    row.get_ref(column)?
        .as_str()
        .map_err(|e| Failure::Corrupt(format!("column {column}: {e}")))
}

/// An event from its name and JSON. A body written under an older version is lifted here.
fn body(kind: &str, version: i64, json: &str) -> Result<Event, String> {
    if version != BODY_VERSION {
        return Err(format!(
            "its body has version {version}, {BODY_VERSION} was expected"
        ));
    }
    match Event::read(kind, &mut serde_json::Deserializer::from_str(json)) {
        Some(Ok(event)) => Ok(event),
        Some(Err(e)) => Err(e.to_string()),
        None => Err(format!("`{kind}` is not an event")),
    }
}

/// The facts of a stream in the order they were keyed.
pub(super) fn of_stream(conn: &Connection, stream: &str) -> Result<Vec<Logged>, Failure> {
    let mut select =
        conn.prepare_cached(&format!("{SELECT} WHERE e.stream = ?1 ORDER BY e.version"))?;
    let mut rows = select.query([stream])?;
    let mut facts = Vec::new();
    while let Some(row) = rows.next()? {
        facts.push(read(row)?);
    }
    Ok(keyed(facts))
}

/// The fact of an id.
pub(super) fn of_id(conn: &Connection, id: &str) -> Result<Option<Logged>, Failure> {
    let mut select = conn.prepare_cached(&format!("{SELECT} WHERE e.id = ?1"))?;
    let mut rows = select.query([id])?;
    rows.next()?.map(read).transpose()
}

/// Puts the facts of a stream into the order they were keyed, whatever order they came in: each desk's by its own
/// numbers, and those of several desks beside each other by when they were recorded. A desk whose clock was set back
/// keeps its own order, so every store that holds the same facts agrees on it.
pub(super) fn keyed(mut facts: Vec<Logged>) -> Vec<Logged> {
    let one_desk = facts.iter().zip(facts.iter().skip(1));
    if one_desk.clone().all(|(a, b)| a.desk == b.desk && a.n < b.n) {
        return facts;
    }
    facts.sort_by(|a, b| (&a.desk, a.n).cmp(&(&b.desk, b.n)));
    let mut latest: Option<(String, Stamp)> = None;
    let mut placed: Vec<(Stamp, Logged)> = facts
        .into_iter()
        .map(|fact| {
            let at = match &latest {
                Some((desk, at)) if *desk == fact.desk => fact.recorded_at.max(*at),
                _ => fact.recorded_at,
            };
            latest = Some((fact.desk.clone(), at));
            (at, fact)
        })
        .collect();
    placed.sort_by_key(|(at, _)| *at);
    placed.into_iter().map(|(_, fact)| fact).collect()
}

/// How many facts a stream has.
pub(super) fn version(conn: &Connection, stream: &str) -> Result<u64, Failure> {
    let mut select =
        conn.prepare_cached("SELECT coalesce(max(version), 0) FROM events WHERE stream = ?1")?;
    Ok(select.query_row([stream], |r| r.get(0))?)
}

/// How many facts a desk has keyed.
pub(super) fn count_of_desk(conn: &Connection, desk: &str) -> Result<u64, Failure> {
    let mut select =
        conn.prepare_cached("SELECT coalesce(max(n), 0) FROM events WHERE desk = ?1")?;
    Ok(select.query_row([desk], |r| r.get(0))?)
}

/// The place of the latest fact in this store.
pub(super) fn mark(conn: &Connection) -> Result<u64, Failure> {
    let mut select = conn.prepare_cached("SELECT coalesce(max(mark), 0) FROM events")?;
    Ok(select.query_row([], |r| r.get(0))?)
}

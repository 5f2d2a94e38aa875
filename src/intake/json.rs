//! Lists in JSON: our own, and service requests after Open311 `GeoReport` v2.
//!
//! Turns objects into rows under the header of all their keys; what the keys mean is the same table of aliases as for
//! other lists. Called by `read`.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::cell::Cell;
use super::rows::{Flow, Rows};
use super::{Format, IntakeError, Limit, csv};
use crate::domain::text;

/// The names under which an array of cases may stand in an object.
const WRAPPERS: [&str; 3] = ["cases", "service_requests", "requests"];

/// A parsed list takes up to twenty times its size in memory, so it may be smaller than others.
const MOST_BYTES: u64 = 16 << 20;

/// Reads an array of objects, or an object that holds one, or a single object. Rows are counted from 1; the header
/// itself is no row.
pub(super) fn read(bytes: &[u8], rows: &mut Rows<'_>) -> Result<(), IntakeError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(IntakeError::TooLarge {
            what: Limit::Bytes,
            most: MOST_BYTES,
        });
    }
    let value: Value =
        serde_json::from_str(&csv::decode(bytes)).map_err(|e| broken(&e.to_string()))?;
    let objects = objects(value)?;
    let mut keys: Vec<&str> = Vec::new();
    let mut known = std::collections::HashSet::new();
    for object in &objects {
        keys.extend(
            object
                .keys()
                .map(String::as_str)
                .filter(|k| known.insert(*k)),
        );
        if keys.len() > super::MOST_COLUMNS {
            return Err(broken("more different keys than a list can have columns"));
        }
    }
    rows.expect(objects.len() as u64);
    rows.start_over();
    let header: Vec<Cell<'_>> = keys.iter().map(|k| Cell::Text(Cow::Borrowed(*k))).collect();
    if let Flow::NoHeader = rows.offer(0, &header)? {
        return Ok(());
    }
    if !rows.has_header() {
        return Ok(());
    }
    for (i, object) in objects.iter().enumerate() {
        let cells: Vec<Cell<'_>> = keys.iter().map(|k| cell(object.get(*k))).collect();
        rows.offer(i as u64 + 1, &cells)?;
    }
    Ok(())
}

fn broken(problem: &str) -> IntakeError {
    IntakeError::Broken {
        format: Format::Json,
        problem: text::line(problem).text.into_owned(),
    }
}

fn objects(value: Value) -> Result<Vec<Map<String, Value>>, IntakeError> {
    let list = match value {
        Value::Array(list) => list,
        Value::Object(mut map) => match WRAPPERS.iter().find_map(|k| map.remove(*k)) {
            Some(Value::Array(list)) => list,
            Some(_) => {
                return Err(broken(
                    "`cases` holds no array; expected an array of objects",
                ));
            }
            None => vec![Value::Object(map)],
        },
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            return Err(broken("expected an array of objects"));
        }
    };
    list.into_iter()
        .enumerate()
        .map(|(i, value)| match value {
            Value::Object(map) => Ok(map),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => Err(broken(&format!("element {} is not an object", i + 1))),
        })
        .collect()
}

/// What a value is as a cell; a list of texts is one text, an object is nothing.
fn cell(value: Option<&Value>) -> Cell<'_> {
    match value {
        None | Some(Value::Null | Value::Object(_)) => Cell::Empty,
        Some(Value::Bool(b)) => Cell::Text(Cow::Borrowed(if *b { "true" } else { "false" })),
        // As text, so that a long number keeps its digits.
        Some(Value::Number(n)) => Cell::Text(Cow::Owned(n.to_string())),
        Some(Value::String(s)) => Cell::Text(Cow::Borrowed(s)),
        Some(Value::Array(list)) => {
            let texts: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            Cell::Text(Cow::Owned(texts.join(",")))
        }
    }
}

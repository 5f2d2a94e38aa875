//! Facts as JSON lines: the format of `explain --facts` and of the log (`log export`, `log import`).
//!
//! Every error names the field and what was expected; the caller adds the line number. Called by `cli` and `store`.

use serde_json::{Map, Value};
use serde_path_to_error::Track;

use super::event::{Event, Fact, Logged};
use super::ids::{Actor, FactId, Number};
use super::time::Stamp;

/// Why a line is not a fact.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadFact {
    /// The line is not a JSON object.
    #[error("not a JSON object: {0}")]
    NotAnObject(String),
    /// A field is missing or holds the wrong thing.
    #[error("field `{field}`: {problem}")]
    Field {
        /// The field's name.
        field: &'static str,
        /// What is wrong and what was expected.
        problem: String,
    },
    /// There is no event of that name.
    #[error("field `event`: `{0}` is not an event; expected one of: {list}", list = Event::KINDS.join(" "))]
    UnknownEvent(String),
    /// One of the event's own fields does not fit.
    #[error("event `{event}`, field `{field}`: {problem}")]
    Body {
        /// The event's name.
        event: String,
        /// The field, dotted.
        field: String,
        /// What is wrong and what was expected.
        problem: String,
    },
}

fn field_error(field: &'static str, problem: impl std::fmt::Display) -> BadFact {
    BadFact::Field {
        field,
        problem: format!("{problem}"),
    }
}

fn text<'a>(map: &'a Map<String, Value>, field: &'static str) -> Result<Option<&'a str>, BadFact> {
    match map.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(s)) => Ok(Some(s)),
        Some(other) => Err(field_error(field, format!("{other} found, text expected"))),
    }
}

fn required<'a>(map: &'a Map<String, Value>, field: &'static str) -> Result<&'a str, BadFact> {
    text(map, field)?.ok_or_else(|| field_error(field, "missing"))
}

fn object(line: &str) -> Result<Map<String, Value>, BadFact> {
    match serde_json::from_str::<Value>(line) {
        Ok(Value::Object(map)) => Ok(map),
        Ok(other) => Err(BadFact::NotAnObject(
            other.to_string().chars().take(60).collect(),
        )),
        Err(e) => Err(BadFact::NotAnObject(e.to_string())),
    }
}

/// What does not fit, without the words of the language this program is written in.
fn bad_body(event: String, path: &str, problem: &str) -> BadFact {
    let missing = problem
        .strip_prefix("missing field `")
        .and_then(|rest| rest.split_once('`'));
    if let Some((name, _)) = missing {
        let field = match path {
            "." => name.to_owned(),
            path => format!("{path}.{name}"),
        };
        return BadFact::Body {
            event,
            field,
            problem: "missing".to_owned(),
        };
    }
    let mut problem = problem.to_owned();
    for (theirs, ours) in [
        (
            "expected struct Assignment",
            "expected an object with `unit` and `role`",
        ),
        ("expected struct Fields", "expected an object"),
        ("expected u32", "expected a whole number"),
        ("expected a boolean", "expected true or false"),
        ("expected a borrowed string", "expected text"),
        ("expected a string", "expected text"),
        ("expected a sequence", "expected a list"),
    ] {
        problem = problem.replace(theirs, ours);
    }
    BadFact::Body {
        event,
        field: path.to_owned(),
        problem,
    }
}

/// Reads one fact from a JSON line.
///
/// A missing `by` is read as `system`; fields no event knows are ignored, so that a newer log can be read.
///
/// # Errors
/// Names the field and what was expected.
pub fn fact_from_line(line: &str) -> Result<Fact, BadFact> {
    fact_from_map(object(line)?)
}

fn fact_from_map(map: Map<String, Value>) -> Result<Fact, BadFact> {
    let kind = required(&map, "event")?.to_owned();
    let at: Stamp = required(&map, "at")?
        .parse()
        .map_err(|e| field_error("at", e))?;
    let case = text(&map, "case")?.map(Number::from);
    let by = text(&map, "by")?
        .map_or(Ok(Actor::System), str::parse)
        .map_err(|e| field_error("by", e))?;
    let id = text(&map, "id")?.map(FactId::from);
    let person = text(&map, "person")?.map(str::to_owned);
    let note = text(&map, "note")?.map(str::to_owned);
    let mut track = Track::new();
    let body = serde_path_to_error::Deserializer::new(Value::Object(map), &mut track);
    let event = match Event::read(&kind, body) {
        None => return Err(BadFact::UnknownEvent(kind)),
        Some(Err(e)) => return Err(bad_body(kind, &track.path().to_string(), &e.to_string())),
        Some(Ok(event)) => event,
    };
    if case.is_none() && !event.is_of_roster() && !matches!(event, Event::Undone(_)) {
        return Err(field_error(
            "case",
            format!("missing; `{kind}` is about a case"),
        ));
    }
    Ok(Fact {
        id,
        at,
        case,
        by,
        person,
        note,
        event,
    })
}

/// Reads one logged fact, as `log export` writes them.
///
/// # Errors
/// Names the field and what was expected.
pub fn logged_from_line(line: &str) -> Result<Logged, BadFact> {
    let map = object(line)?;
    let recorded_at = required(&map, "recorded_at")?
        .parse()
        .map_err(|e| field_error("recorded_at", e))?;
    let desk = required(&map, "desk")?.to_owned();
    let n = map
        .get("n")
        .and_then(Value::as_u64)
        .ok_or_else(|| field_error("n", "a whole number from 1 expected"))?;
    let fact = fact_from_map(map)?;
    if fact
        .id
        .as_ref()
        .is_none_or(|id| uuid::Uuid::try_parse(id.as_str()).is_err())
    {
        return Err(field_error("id", "a UUID expected"));
    }
    Ok(Logged {
        fact,
        recorded_at,
        desk,
        n,
    })
}

/// The fact as a JSON object: envelope first, then the event's own fields.
///
/// # Errors
/// Only when serde refuses, which none of these types do.
pub fn fact_to_map(fact: &Fact) -> Result<Map<String, Value>, serde_json::Error> {
    let mut map = Map::new();
    if let Some(id) = &fact.id {
        map.insert("id".to_owned(), id.as_str().into());
    }
    map.insert("at".to_owned(), fact.at.to_string().into());
    if let Some(case) = &fact.case {
        map.insert("case".to_owned(), case.as_str().into());
    }
    map.insert("by".to_owned(), fact.by.to_string().into());
    for (name, value) in [("person", &fact.person), ("note", &fact.note)] {
        if let Some(value) = value {
            map.insert(name.to_owned(), value.as_str().into());
        }
    }
    map.insert("event".to_owned(), fact.event.kind().into());
    if let Value::Object(body) = fact.event.body()? {
        map.extend(body);
    }
    Ok(map)
}

/// The logged fact as a JSON object.
///
/// # Errors
/// Only when serde refuses, which none of these types do.
pub fn logged_to_map(logged: &Logged) -> Result<Map<String, Value>, serde_json::Error> {
    let mut map = fact_to_map(&logged.fact)?;
    map.insert(
        "recorded_at".to_owned(),
        logged.recorded_at.to_string().into(),
    );
    map.insert("desk".to_owned(), logged.desk.as_str().into());
    map.insert("n".to_owned(), logged.n.into());
    Ok(map)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(event: &str) -> Result<Fact, BadFact> {
        let line = format!(r#"{{"at":"2026-11-23T09:00","case":"1",{event}}}"#);
        fact_from_line(&line)
    }

    #[test]
    fn null_says_as_little_as_an_absent_field() {
        let with = read(
            r#""event":"received","kind":"ordinary","title":null,"tags":null,"already":null,"phone":null"#,
        );
        assert_eq!(
            with.unwrap(),
            read(r#""event":"received","kind":"ordinary""#).unwrap()
        );
        let with =
            read(r#""event":"phone_reminded","unit":"柳河社区","about":null,"answered":null"#);
        assert_eq!(
            with.unwrap(),
            read(r#""event":"phone_reminded","unit":"柳河社区""#).unwrap()
        );
    }

    #[test]
    fn what_does_not_fit_is_named_by_its_field() {
        for (event, said) in [
            (
                r#""event":"replied","unit":"柳河社区","photos":"2""#,
                "field `photos`: invalid type: string \"2\", expected a whole number",
            ),
            (r#""event":"replied""#, "field `unit`: missing"),
            (
                r#""event":"dispatched","units":["柳河社区"]"#,
                "field `units[0]`: invalid type: string \"柳河社区\", expected an object with `unit` and `role`",
            ),
            (
                r#""event":"dispatched","units":[{"unit":"柳河社区"}]"#,
                "field `units[0].role`: missing",
            ),
            (
                r#""event":"swapped","date":"2026-13-01","post":"A""#,
                "field `date`: `2026-13-01` is not a date; expected e.g. 2026-11-23",
            ),
            (
                r#""event":"extension_decided","granted":"yes""#,
                "field `granted`: invalid type: string \"yes\", expected true or false",
            ),
        ] {
            let found = read(event).unwrap_err().to_string();
            assert!(found.ends_with(said), "{found}");
        }
    }
}

//! Facts as JSON lines: the format of `explain --facts` and of the log (`log export`, `log import`).
//!
//! Every text passes the filter (`text`) on its way in, names and numbers of cases included, so that a log or a history
//! from elsewhere brings nothing onto a terminal that a list could not. Every error names the field and what was expected;
//! the caller adds the line number. Called by `cli` and `store`.

use std::borrow::Cow;

use serde_json::{Map, Value};
use serde_path_to_error::Track;

use super::event::{Event, Fact, Logged};
use super::ids::{Actor, FactId, Number};
use super::text;
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

fn string<'a>(
    map: &'a Map<String, Value>,
    field: &'static str,
) -> Result<Option<&'a str>, BadFact> {
    match map.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(s)) => Ok(Some(s)),
        Some(other) => Err(field_error(field, format!("{other} found, text expected"))),
    }
}

fn required<'a>(map: &'a Map<String, Value>, field: &'static str) -> Result<&'a str, BadFact> {
    string(map, field)?.ok_or_else(|| field_error(field, "missing"))
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
    let mut map = object(line)?;
    clean(&mut map);
    fact_from_map(map)
}

/// Takes out of every text what the filter takes out; says whether any of it could have done harm.
fn clean(map: &mut Map<String, Value>) -> bool {
    map.iter_mut().fold(false, |altered, (name, value)| {
        clean_value(name, value) | altered
    })
}

/// `name` is that of the field the value stands in; only a citizen's letter, an answer and a remark have several lines.
fn clean_value(name: &str, value: &mut Value) -> bool {
    match value {
        Value::String(written) => {
            let cleaned = match name {
                "body" | "text" | "reply" => text::part_of_lines(written),
                _ => text::part_of_line(written),
            };
            let altered = cleaned.altered;
            if let Cow::Owned(cleaned) = cleaned.text {
                *written = cleaned;
            }
            altered
        }
        Value::Array(values) => values
            .iter_mut()
            .fold(false, |altered, v| clean_value(name, v) | altered),
        Value::Object(map) => clean(map),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn fact_from_map(map: Map<String, Value>) -> Result<Fact, BadFact> {
    let kind = required(&map, "event")?.to_owned();
    let at: Stamp = required(&map, "at")?
        .parse()
        .map_err(|e| field_error("at", e))?;
    let case = string(&map, "case")?.map(Number::from);
    if case.as_ref().is_some_and(|c| c.as_str().trim().is_empty()) {
        return Err(field_error("case", "empty; the case's number expected"));
    }
    let by = string(&map, "by")?
        .map_or(Ok(Actor::System), str::parse)
        .map_err(|e| field_error("by", e))?;
    let id = string(&map, "id")?.map(FactId::from);
    let person = string(&map, "person")?.map(str::to_owned);
    let note = string(&map, "note")?.map(str::to_owned);
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

/// Reads one logged fact, as `log export` writes them, and says whether something that could do harm was taken out of it.
///
/// # Errors
/// Names the field and what was expected.
pub fn logged_from_line(line: &str) -> Result<(Logged, bool), BadFact> {
    let mut map = object(line)?;
    let altered = clean(&mut map);
    Ok((logged_from_map(map)?, altered))
}

/// The logged fact as it is read from a line that says the same.
///
/// # Errors
/// When it could not be read from one.
pub fn cleaned(logged: &Logged) -> Result<Logged, BadFact> {
    let map = logged_to_map(logged).map_err(|e| BadFact::NotAnObject(e.to_string()));
    let mut map = map?;
    clean(&mut map);
    logged_from_map(map)
}

fn logged_from_map(map: Map<String, Value>) -> Result<Logged, BadFact> {
    let recorded_at = required(&map, "recorded_at")?
        .parse()
        .map_err(|e| field_error("recorded_at", e))?;
    let desk = required(&map, "desk")?.to_owned();
    let n = map
        .get("n")
        .and_then(Value::as_u64)
        .ok_or_else(|| field_error("n", "a whole number from 1 expected"))?;
    let erased = string(&map, "erased")?
        .map(str::parse)
        .transpose()
        .map_err(|e| field_error("erased", e))?;
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
        erased,
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
    map.extend(keyed_to_map(logged));
    Ok(map)
}

/// When and where a fact was keyed, and whether something was erased of it, as a JSON object.
#[must_use]
pub fn keyed_to_map(logged: &Logged) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert(
        "recorded_at".to_owned(),
        logged.recorded_at.to_string().into(),
    );
    map.insert("desk".to_owned(), logged.desk.as_str().into());
    map.insert("n".to_owned(), logged.n.into());
    if let Some(erased) = logged.erased {
        map.insert("erased".to_owned(), erased.to_string().into());
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

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

    fn line(title: &str, body: &str, unit: &str) -> String {
        json!({
            "at": "2026-11-23T09:00:00+08:00", "case": "N1", "by": format!("unit:x{unit}"), "event": "amended",
            "person": unit, "note": title, "fields": { "title": title, "body": body }, "reason": title,
        })
        .to_string()
    }

    #[test]
    fn every_text_passes_the_filter_whatever_the_event() {
        let dirty = "坏\u{1b}[31m\u{202e}字\r\n\u{9b}2J行";
        let fact = fact_from_line(&line(dirty, dirty, dirty)).unwrap();
        assert_eq!(fact.by.to_string(), "unit:x坏字 行");
        assert_eq!(fact.person.as_deref(), Some("坏字 行"));
        assert_eq!(fact.note.as_deref(), Some("坏字 行"));
        let Event::Amended(e) = fact.event else {
            panic!("another event");
        };
        assert_eq!(e.reason.as_deref(), Some("坏字 行"));
        assert_eq!(e.fields.title.as_deref(), Some("坏字 行"));
        assert_eq!(e.fields.body.as_deref(), Some("坏字\n行"));
        let nested = json!({
            "at": "2026-11-23T09:00:00+08:00", "case": "N\u{1b}[2J1", "event": "dispatched",
            "units": [{ "unit": "柳\u{202e}河", "role": "lead" }],
        });
        let fact = fact_from_line(&nested.to_string()).unwrap();
        assert_eq!(fact.case.unwrap().as_str(), "N1");
        let Event::Dispatched(e) = fact.event else {
            panic!("another event");
        };
        assert_eq!(e.units[0].unit.as_str(), "柳河");
    }

    #[test]
    fn a_case_without_a_number_is_none() {
        for case in ["", " ", "\u{1b}[2J"] {
            let line =
                json!({ "at": "2026-11-23T09:00:00+08:00", "case": case, "event": "signed" });
            let problem = fact_from_line(&line.to_string()).unwrap_err().to_string();
            assert!(problem.contains("`case`"), "{problem}");
        }
    }

    proptest! {
        #[test]
        fn what_was_read_once_is_read_the_same_again(title in any::<String>(), body in any::<String>(), unit in any::<String>()) {
            let once = fact_from_line(&line(&title, &body, &unit)).unwrap();
            let written = Value::Object(fact_to_map(&once).unwrap()).to_string();
            prop_assert_eq!(fact_from_line(&written).unwrap(), once);
        }
    }
}

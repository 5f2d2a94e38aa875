//! The claims of a scene: what must be so, compared with what the engine says.

use serde_json::Value;
use zhiban::domain::rules::Reckoning;
use zhiban::domain::time::{Span, Stamp, date_number, parse_date};

use super::scene::Scene;

type Outcome<T> = Result<T, String>;

const STATES: [&str; 7] = [
    "waiting", "running", "met", "late", "overdue", "expired", "void",
];

/// Holds the claim? If not, what was found instead.
pub fn check(scene: &Scene<'_>, claim: &str) -> Outcome<()> {
    let words: Vec<&str> = claim.split_whitespace().collect();
    match words.as_slice() {
        ["allowed", events @ ..] => allowed(scene, events),
        ["refused", rest @ ..] => refused(scene, rest),
        [_, _, "+" | "-", _, "is", ..]
        | [
            "on_duty"
            | "dispatcher"
            | "working_day"
            | "day_off"
            | "working_time"
            | "not_working_time"
            | "counted_from"
            | "counted_from_workday",
            ..,
        ] => of_time(scene, &words),
        ["no", "case"] => match scene.shown()? {
            None => Ok(()),
            Some(_) => Err("found a case".to_owned()),
        },
        _ => of_case(&scene.shown()?.ok_or("found no case")?, &words, claim),
    }
}

fn of_case(case: &Value, words: &[&str], claim: &str) -> Outcome<()> {
    match words {
        ["stage", stage] => same(*stage, &case["stage"]),
        ["close_due", date, time] => same_time(moment(date, time)?, &case["close_due"]),
        ["suggests", wanted @ ..] => {
            let found: Vec<String> = list(&case["suggestions"])
                .iter()
                .map(|s| text(&s["suggestion"]))
                .collect();
            same_set(wanted, &found)
        }
        ["next", "-"] => same(Value::Null, &case["next_step"]),
        ["next", step, rest @ ..] => {
            same(*step, &case["next_step"]["step"])?;
            next_step(&case["next_step"], rest)
        }
        ["field", field, "-"] => same(Value::Null, &case[*field]),
        ["field", field, value] => same(*value, &case[*field]),
        ["last", event, field, value] => {
            let is_it = |f: &&Value| f["event"] == *event;
            let found = list(&case["timeline"]).iter().rfind(is_it);
            same(
                *value,
                &Value::from(text(&found.ok_or("found no such fact")?[*field])),
            )
        }
        ["reasons", suggestion, wanted @ ..] => {
            let found = list(&case["suggestions"]).iter();
            let mut found = found.filter(|s| s["suggestion"] == *suggestion);
            let reasons = found.next().map_or(&[][..], |s| list(&s["reasons"]));
            let reasons: Vec<String> = reasons.iter().map(|r| text(&r["reason"])).collect();
            same_set(wanted, &reasons)
        }
        ["tags", tags @ ..] => same_set(tags, &texts(&case["tags"])),
        ["gaps", years @ ..] => same_set(years, &texts(&case["calendar_gaps"])),
        ["no", "gaps"] => same_set(&[], &texts(&case["calendar_gaps"])),
        ["breaches", rules @ ..] => {
            let found: Vec<String> = list(&case["breaches"])
                .iter()
                .map(|b| text(&b["rule"]))
                .collect();
            if found == rules {
                Ok(())
            } else {
                Err(format!("found {found:?}"))
            }
        }
        ["no", "breach"] => none(list(&case["breaches"])),
        ["no", "breach", which @ ..] => none(&select(list(&case["breaches"]), which)?.0),
        ["no", "reminders", which @ ..] => none(&select(list(&case["reminders"]), which)?.0),
        ["no", which @ ..] => none(&select(list(&case["clocks"]), which)?.0),
        ["breach", which @ ..] => {
            let (found, rest) = select(list(&case["breaches"]), which)?;
            parts(only(&found)?, rest)
        }
        ["reminders", ..] => reminders(case, claim),
        [rule, ..] if rule.starts_with('C') => {
            let (found, rest) = select(list(&case["clocks"]), words)?;
            // A clock that waits may be left out.
            if rest == ["waiting"] && found.is_empty() {
                return Ok(());
            }
            parts(only(&found)?, rest)
        }
        _ => Err("no such claim".to_owned()),
    }
}

/// `by ACTOR`, `due DATE TIME`, `rule RULE`, `unit UNIT` of a next step, each where it is named.
fn next_step(step: &Value, words: &[&str]) -> Outcome<()> {
    match words {
        [] => Ok(()),
        ["due", "-", rest @ ..] => {
            same(Value::Null, &step["due"])?;
            next_step(step, rest)
        }
        ["due", date, time, rest @ ..] => {
            same_time(moment(date, time)?, &step["due"])?;
            next_step(step, rest)
        }
        [field @ ("by" | "rule" | "unit"), value, rest @ ..] => {
            same(*value, &step[*field])?;
            next_step(step, rest)
        }
        _ => Err("no such claim".to_owned()),
    }
}

/// The entries that `RULE[#N] [UNIT]` means, and the words after it.
fn select<'v, 'w, 'a>(
    entries: &'v [Value],
    words: &'w [&'a str],
) -> Outcome<(Vec<&'v Value>, &'w [&'a str])> {
    let (rule, mut rest) = words.split_first().ok_or("which rule?")?;
    let (rule, nth) = match rule.split_once('#') {
        Some((rule, n)) => (rule, Some(n.parse::<usize>().map_err(|e| e.to_string())?)),
        None => (*rule, None),
    };
    let known = ["base", "due", "unmet", "late", "answers", "because"];
    let mut found: Vec<&Value> = entries.iter().filter(|e| e["rule"] == rule).collect();
    if let Some((unit, after)) = rest.split_first()
        && !known.contains(unit)
        && !STATES.contains(unit)
    {
        found.retain(|e| {
            if *unit == "-" {
                e["unit"].is_null()
            } else {
                e["unit"] == *unit
            }
        });
        rest = after;
    }
    if let Some(n) = nth {
        found = found.into_iter().skip(n - 1).take(1).collect();
    }
    Ok((found, rest))
}

fn only<'v>(found: &[&'v Value]) -> Outcome<&'v Value> {
    match found {
        [one] => Ok(one),
        [] => Err("found none".to_owned()),
        several => Err(format!("found {}: say which by #N or unit", several.len())),
    }
}

/// `base T`, `due T`, a state with or without a moment, `late N` seconds, `answers …`, `because …`.
fn parts(entry: &Value, mut words: &[&str]) -> Outcome<()> {
    let with_found = |problem: String| format!("{problem}; found {entry}");
    while let Some((word, rest)) = words.split_first() {
        words = rest;
        match *word {
            field @ ("base" | "due") => {
                same_time(take_moment(&mut words)?, &entry[field]).map_err(with_found)?;
            }
            "unmet" => same(Value::Null, &entry["met"]).map_err(with_found)?,
            "late" if entry.get("late_seconds").is_some() => {
                let (seconds, rest) = words.split_first().ok_or("late by how many seconds?")?;
                words = rest;
                same(*seconds, &text(&entry["late_seconds"]).into()).map_err(with_found)?;
            }
            "answers" => {
                let end = words
                    .iter()
                    .position(|w| *w == "because")
                    .unwrap_or(words.len());
                same_set(&words[..end], &texts(&entry["answers"])).map_err(with_found)?;
                words = &words[end..];
            }
            "because" => {
                let found: Vec<String> = list(&entry["because"])
                    .iter()
                    .map(|b| text(&b["event"]))
                    .collect();
                let missing = words.iter().find(|w| !found.iter().any(|f| f == **w));
                if let Some(missing) = missing {
                    return Err(with_found(format!("`{missing}` is not among the reasons")));
                }
                words = &[];
            }
            state if STATES.contains(&state) => {
                if entry.get("state").is_some() {
                    same(state, &entry["state"]).map_err(with_found)?;
                }
                if state == "waiting" {
                    same(Value::Null, &entry["base"]).map_err(with_found)?;
                    same(Value::Null, &entry["due"]).map_err(with_found)?;
                }
                if words.first().is_some_and(|w| w.starts_with("20")) {
                    same_time(take_moment(&mut words)?, &entry["met"]).map_err(with_found)?;
                }
            }
            other => return Err(format!("`{other}` is not understood")),
        }
    }
    Ok(())
}

/// `reminders RULE [UNIT]: LABEL [DATE] TIME, …` in any order; a time without a date is on the date before it.
fn reminders(case: &Value, claim: &str) -> Outcome<()> {
    let (which, points) = claim.split_once(": ").ok_or("a colon is missing")?;
    let which: Vec<&str> = which.split_whitespace().skip(1).collect();
    let (found, _) = select(list(&case["reminders"]), &which)?;
    let mut found: Vec<String> = found
        .iter()
        .map(|r| format!("{} {}", text(&r["at"]), text(&r["point"])))
        .collect();
    let mut expected = Vec::new();
    let mut date = "";
    for point in points.split(',') {
        let words: Vec<&str> = point.split_whitespace().collect();
        let (label, time) = match words.as_slice() {
            [label, day, time] => {
                date = day;
                (label, time)
            }
            [label, time] => (label, time),
            _ => return Err(format!("`{point}` is not understood")),
        };
        expected.push(format!("{} {label}", moment(date, time)?));
    }
    found.sort();
    expected.sort();
    if found == expected {
        Ok(())
    } else {
        Err(format!("found {}", found.join(", ")))
    }
}

fn allowed(scene: &Scene<'_>, events: &[&str]) -> Outcome<()> {
    match scene.answer()? {
        Ok(found) if events.is_empty() || found == events => Ok(()),
        Ok(found) => Err(format!("found {found:?}")),
        Err((refusal, did)) => Err(format!("refused: {refusal} {did:?}")),
    }
}

fn refused(scene: &Scene<'_>, words: &[&str]) -> Outcome<()> {
    let (name, did) = match scene.answer()? {
        Ok(events) => return Err(format!("allowed: {events:?}")),
        Err(refused) => refused,
    };
    let found = format!("refused: {name} {did:?}");
    if words.first().is_some_and(|expected| **expected != name) {
        return Err(found);
    }
    if let [_, by, date, time] = words {
        let at = moment(date, time)?;
        if did.is_none_or(|d| d.by.to_string() != **by || d.at != at) {
            return Err(found);
        }
    }
    Ok(())
}

/// Claims about the calendar, the office hours and the roster.
fn of_time(scene: &Scene<'_>, words: &[&str]) -> Outcome<()> {
    let mut time = Reckoning::new(scene.rules);
    match words {
        ["on_duty", date, post] => {
            let date = parse_date(date).map_err(|e| e.to_string())?;
            same(
                *post,
                &scene.roster()?.on_duty(scene.rules, date).as_str().into(),
            )
        }
        ["dispatcher", community, date, post] => {
            let date = parse_date(date).map_err(|e| e.to_string())?;
            let found = scene
                .roster()?
                .dispatcher(scene.rules, Some(&(*community).into()), date);
            same(*post, &found.as_str().into())
        }
        [what @ ("working_day" | "day_off"), date] => {
            let date = parse_date(date).map_err(|e| e.to_string())?;
            same(
                *what == "working_day",
                &time.is_working_day(date_number(date)).into(),
            )
        }
        [what @ ("working_time" | "not_working_time"), date, at] => same(
            *what == "working_time",
            &time.is_working_time(moment(date, at)?).into(),
        ),
        ["counted_from", date, at, "is", day, expected] => {
            same_stamp(moment(day, expected)?, time.counted_from(moment(date, at)?))
        }
        ["counted_from_workday", date, at, "is", day, expected] => same_stamp(
            moment(day, expected)?,
            time.counted_from_workday(moment(date, at)?),
        ),
        [date, at, sign, span, "is", day, expected] => {
            let span: Span = span.parse()?;
            let from = moment(date, at)?;
            let found = if *sign == "+" {
                time.plus(from, span)
            } else {
                time.minus(from, span)
            };
            same_stamp(moment(day, expected)?, found)
        }
        _ => Err("no such claim".to_owned()),
    }
}

fn moment(date: &str, time: &str) -> Outcome<Stamp> {
    format!("{date} {time}").parse().map_err(|e| format!("{e}"))
}

fn take_moment(words: &mut &[&str]) -> Outcome<Stamp> {
    let [date, time, rest @ ..] = words else {
        return Err("a date and a time are missing".to_owned());
    };
    let at = moment(date, time)?;
    *words = rest;
    Ok(at)
}

fn same(expected: impl Into<Value>, found: &Value) -> Outcome<()> {
    let expected = expected.into();
    if expected == *found {
        Ok(())
    } else {
        Err(format!("expected {expected}, found {found}"))
    }
}

fn same_time(expected: Stamp, found: &Value) -> Outcome<()> {
    same(expected.to_string(), found)
}

fn same_stamp(expected: Stamp, found: Stamp) -> Outcome<()> {
    if expected == found {
        Ok(())
    } else {
        Err(format!("found {found}"))
    }
}

fn same_set(expected: &[&str], found: &[String]) -> Outcome<()> {
    let mut expected: Vec<&str> = expected.to_vec();
    let mut sorted: Vec<&str> = found.iter().map(String::as_str).collect();
    expected.sort_unstable();
    sorted.sort_unstable();
    if expected == sorted {
        Ok(())
    } else {
        Err(format!("expected {expected:?}, found {found:?}"))
    }
}

fn none<T: std::fmt::Display>(found: &[T]) -> Outcome<()> {
    if found.is_empty() {
        return Ok(());
    }
    Err(format!(
        "found {}",
        found
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" ")
    ))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn texts(value: &Value) -> Vec<String> {
    list(value).iter().map(text).collect()
}

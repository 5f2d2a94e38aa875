//! A case as plain lines for `show` and `explain`: the same value that `--json` prints, in words.
//!
//! Reads the contract's JSON, so that the two never disagree.

use serde_json::Value;

use super::desk::Desk;
use super::output::Output;
use crate::app::text::{Texts, say};
use crate::domain::codec::logged_from_line;
use crate::domain::event::{Event, Logged};
use crate::domain::ids::{Actor, ClockId, Kind, Role, Stage, State, Suggestion, Tag};
use crate::domain::step::Task;
use crate::domain::suggest::Reason;
use crate::domain::time::Stamp;
use crate::error::Failure;

/// Writes the page, at the desk of that id.
///
/// # Errors
/// When the output cannot be written.
pub fn write(out: &mut Output, desk: &Desk, value: &Value, here: &str) -> Result<(), Failure> {
    let texts = &desk.texts;
    let head = [
        text(value, "number").to_owned(),
        word(value, "kind", |k: Kind| texts.full_kind(k)),
        or_else(text(value, "community"), || say!(texts, "unassigned")),
        word(value, "stage", |s: Stage| texts.stage(s)),
    ];
    out.line(head.join(" · "))?;
    for (label, field) in [
        (say!(texts, "label-title"), "title"),
        (say!(texts, "label-address"), "address"),
        (say!(texts, "label-reporter"), "reporter"),
        (say!(texts, "label-phone"), "phone"),
        (say!(texts, "label-channel"), "channel"),
        (say!(texts, "label-body"), "body"),
    ] {
        labelled(out, &label, text(value, field))?;
    }
    let received = moment(texts, value, "received");
    labelled(out, &say!(texts, "label-received"), &received)?;
    let due = moment(texts, value, "close_due");
    labelled(out, &say!(texts, "label-close-due"), &due)?;
    let tags: Vec<String> = list(value, "tags")
        .iter()
        .filter_map(Value::as_str)
        .map(|t| {
            t.parse()
                .map_or_else(|_| t.to_owned(), |t: Tag| texts.tag(t))
        })
        .collect();
    labelled(out, &say!(texts, "label-tags"), &tags.join(" "))?;
    let units: Vec<String> = list(value, "units")
        .iter()
        .map(|u| {
            let role = word(u, "role", |r: Role| texts.role(r));
            format!("{}({role})", text(u, "unit"))
        })
        .collect();
    labelled(out, &say!(texts, "label-units"), &units.join(" "))?;
    labelled(
        out,
        &say!(texts, "label-next-step"),
        &next_step(texts, value),
    )?;
    for suggested in list(value, "suggestions") {
        let label = say!(texts, "label-suggestions");
        labelled(out, &label, &suggestion(texts, suggested, desk.now()))?;
    }
    for other in list(value, "linked") {
        let stage = word(other, "stage", |s: Stage| texts.stage(s));
        let parts = [text(other, "number"), &stage, text(other, "title")];
        labelled(out, &say!(texts, "label-linked"), &parts.join(" "))?;
    }
    let gaps: Vec<String> = list(value, "calendar_gaps")
        .iter()
        .map(Value::to_string)
        .collect();
    if !gaps.is_empty() {
        out.line(say!(texts, "calendar-gaps", years = gaps.join(" ")))?;
    }
    section(
        out,
        &say!(texts, "section-clocks"),
        list(value, "clocks"),
        |c| clock(texts, c),
    )?;
    let breaches = list(value, "breaches");
    section(out, &say!(texts, "section-breaches"), breaches, |b| {
        vec![breach(texts, b)]
    })?;
    let timeline = list(value, "timeline");
    let logged = |f: &Value| {
        logged_from_line(&f.to_string())
            .map(|(logged, _)| logged)
            .ok()
    };
    let all: Vec<Logged> = timeline.iter().filter_map(logged).collect();
    let latest = all.iter().map(|l| l.recorded_at).max();
    section(out, &say!(texts, "section-timeline"), timeline, |f| {
        let keyed = logged(f).zip(latest);
        let keyed = keyed.map(|(l, latest)| texts.keyed(&l, &all, here, latest));
        let parts = [fact(texts, f)]
            .into_iter()
            .chain(keyed.unwrap_or_default());
        vec![parts.collect::<Vec<_>>().join(" · ")]
    })
}

/// What is to be done next, by whom, by when, under which rule.
fn next_step(texts: &Texts, value: &Value) -> String {
    let Some(step) = value.get("next_step").filter(|s| !s.is_null()) else {
        return String::new();
    };
    let unit = text(step, "unit");
    let mut words = vec![word(step, "step", |t: Task| texts.task(t, unit))];
    if let Ok(Actor::Post(post)) = text(step, "by").parse() {
        words.push(texts.post(post));
    }
    let due = moment(texts, step, "due");
    if !due.is_empty() {
        words.push(say!(texts, "step-due", due = due));
    }
    let rule = text(step, "rule");
    if !rule.is_empty() {
        words.push(rule.to_owned());
    }
    words.join(" · ")
}

/// What is suggested, under which rule, and why.
fn suggestion(texts: &Texts, suggested: &Value, now: Stamp) -> String {
    let name = word(suggested, "suggestion", |s: Suggestion| texts.suggestion(s));
    let reasons: Vec<Reason> = list(suggested, "reasons")
        .iter()
        .filter_map(Reason::from_json)
        .collect();
    let reasons = texts.reasons(&reasons, now);
    format!("{name} {} {reasons}", text(suggested, "rule"))
}

fn section(
    out: &mut Output,
    title: &str,
    items: &[Value],
    lines: impl Fn(&Value) -> Vec<String>,
) -> Result<(), Failure> {
    if items.is_empty() {
        return Ok(());
    }
    out.line("")?;
    out.line(title)?;
    for line in items.iter().flat_map(lines) {
        out.line(format!("  {line}"))?;
    }
    Ok(())
}

fn clock(texts: &Texts, clock: &Value) -> Vec<String> {
    let mut line = format!(
        "{} {}",
        text(clock, "rule"),
        word(clock, "rule", |id: ClockId| texts.clock(id))
    );
    for part in [
        text(clock, "unit").to_owned(),
        word(clock, "state", |s: State| texts.state(s)),
    ] {
        if !part.is_empty() {
            line.push_str(" · ");
            line.push_str(&part);
        }
    }
    for (field, label) in [
        ("base", say!(texts, "label-base")),
        ("due", say!(texts, "label-due")),
        ("met", say!(texts, "label-met")),
    ] {
        let at = moment(texts, clock, field);
        if !at.is_empty() {
            line.push_str(&format!(" · {label} {at}"));
        }
    }
    line.push_str(&format!(
        " · {} {}",
        say!(texts, "label-answers"),
        actors(texts, clock)
    ));
    vec![line, format!("   {}", text(clock, "reading"))]
}

fn breach(texts: &Texts, breach: &Value) -> String {
    let because: Vec<String> = list(breach, "because")
        .iter()
        .map(|b| {
            format!(
                "{} {}",
                texts.event(text(b, "event")),
                moment(texts, b, "at")
            )
        })
        .collect();
    say!(
        texts,
        "breach-line",
        rule = text(breach, "rule"),
        clock = word(breach, "rule", |id: ClockId| texts.clock(id)),
        late = texts.span(
            breach
                .get("late_seconds")
                .and_then(Value::as_i64)
                .unwrap_or(0)
        ),
        answers = actors(texts, breach),
        because = because.join(&say!(texts, "list-separator"))
    )
}

/// A fact in one line: when, who, what, and what it says besides.
pub fn fact(texts: &Texts, fact: &Value) -> String {
    let by = text(fact, "by").parse::<Actor>().unwrap_or(Actor::System);
    let person = Some(text(fact, "person")).filter(|p| !p.is_empty());
    let mut line = format!(
        "{} {} {}",
        moment(texts, fact, "at"),
        texts.who(&by, person),
        texts.event(text(fact, "event"))
    );
    let detail = detail(texts, fact);
    if !detail.is_empty() {
        line.push_str(&format!(" · {}", detail.join(" · ")));
    }
    if fact.get("undone").and_then(Value::as_bool) == Some(true) {
        line.push_str(&say!(texts, "fact-undone"));
    }
    line
}

/// What the fact says besides its name, that of a receipt aside, which stands above.
fn detail(texts: &Texts, fact: &Value) -> Vec<String> {
    let mut parts = match Event::read(text(fact, "event"), fact.clone()) {
        Some(Ok(event)) => texts.details(&event),
        Some(Err(_)) | None => Vec::new(),
    };
    parts.push(text(fact, "note").to_owned());
    parts.retain(|p| !p.is_empty());
    parts.iter().map(|p| p.replace('\n', " ")).collect()
}

fn actors(texts: &Texts, value: &Value) -> String {
    let names: Vec<String> = list(value, "answers")
        .iter()
        .filter_map(Value::as_str)
        .filter_map(|a| a.parse::<Actor>().ok())
        .map(|a| texts.actor(&a))
        .collect();
    names.join(&say!(texts, "list-separator"))
}

fn labelled(out: &mut Output, label: &str, value: &str) -> Result<(), Failure> {
    if value.is_empty() {
        return Ok(());
    }
    out.line(format!("  {label} {}", value.replace('\n', "\n    ")))
}

fn or_else(text: &str, other: impl FnOnce() -> String) -> String {
    if text.is_empty() {
        other()
    } else {
        text.to_owned()
    }
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value.get(field).and_then(Value::as_str).unwrap_or("")
}

fn list<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value
        .get(field)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn word<T: std::str::FromStr>(value: &Value, field: &str, say: impl Fn(T) -> String) -> String {
    text(value, field)
        .parse()
        .map_or_else(|_| String::new(), say)
}

fn moment(texts: &Texts, value: &Value, field: &str) -> String {
    text(value, field)
        .parse::<Stamp>()
        .map_or_else(|_| String::new(), |at| texts.full_moment(at))
}

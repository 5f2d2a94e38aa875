//! `explain`: the clocks and verdicts of a made-up history. Touches no store.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use serde_json::Value;

use super::args::Explain;
use super::desk::Desk;
use super::output::Output;
use super::{failure, page, show};
use crate::app::text::say;
use crate::domain::case::Case;
use crate::domain::codec::{fact_from_line, logged_from_line};
use crate::domain::event::{Event, Fact};
use crate::domain::ids::{Number, Revision};
use crate::domain::rules::Rules;
use crate::domain::show::{Keyed, keyed};
use crate::domain::suggest::Related;
use crate::domain::time::Stamp;
use crate::error::Failure;

/// What the lines hold.
#[derive(Debug, Default)]
struct History {
    facts: Vec<Fact>,
    /// When and where those were keyed that come out of a log.
    keyed: Keyed,
    /// Revisions of a log export, by name.
    revisions: BTreeMap<Revision, Rules>,
}

/// Explains a history.
///
/// # Errors
/// The line that is wrong, or what the history lacks.
pub fn run(desk: &Desk, args: &Explain) -> Result<(), Failure> {
    let text = read(desk, &args.facts)?;
    let history = parse(desk, &args.facts, &text)?;
    let number = only_case(desk, &history.facts)?;
    let now = desk
        .named_now
        .or_else(|| history.facts.iter().map(|f| f.at).max())
        .unwrap_or_else(|| Stamp::from_unix(0));
    let case = Case::fold(&history.facts, now);
    let mask = case.as_ref().map(Case::mask).unwrap_or_default();
    let revision = case.and_then(|c| c.revision);
    let rules = revision
        .and_then(|r| history.revisions.get(&r))
        .unwrap_or(&desk.rules);
    let facts = show::masked(desk, history.facts, &mask);
    let value = crate::domain::show::show(
        &facts,
        &history.keyed,
        &number,
        rules,
        now,
        desk.texts.language(),
        &Related::default(),
    );
    let value = value.ok_or_else(|| {
        Failure::usage(say!(
            desk.texts,
            "explain-not-yet",
            number = number.as_str(),
            now = desk.texts.full_moment(now)
        ))
    })?;
    let mut out = Output::new();
    if desk.json {
        out.json(&value)?;
    } else {
        page::write(&mut out, desk, &value, "")?;
    }
    out.finish()
}

fn read(desk: &Desk, file: &Path) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = if file.as_os_str() == "-" {
        std::io::stdin().lock().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|mut f| f.read_to_end(&mut bytes))
    };
    read.map_err(|e| failure::unreadable(&desk.texts, file, &e))?;
    String::from_utf8(bytes).map_err(|e| {
        let before = e.as_bytes().get(..e.utf8_error().valid_up_to());
        let line = before.map_or(0, |b| b.split(|c| *c == b'\n').count() - 1) + 1;
        at_line(desk, file, line, &say!(desk.texts, "expected-utf8"))
    })
}

fn parse(desk: &Desk, file: &Path, text: &str) -> Result<History, Failure> {
    let mut history = History::default();
    let lines = (1..).zip(text.trim_start_matches('\u{feff}').lines());
    for (line, row) in lines.filter(|(_, row)| !row.trim().is_empty()) {
        if let Some(rules) = revision(row) {
            let rules = rules.map_err(|e| at_line(desk, file, line, &e))?;
            history.revisions.insert(rules.revision().clone(), rules);
            continue;
        }
        let fact = fact_from_line(row).map_err(|e| at_line(desk, file, line, &e.to_string()))?;
        known_community(&desk.rules, &fact.event).map_err(|e| at_line(desk, file, line, &e))?;
        history.facts.push(fact);
        if let Ok((logged, _)) = logged_from_line(row) {
            history.keyed.extend(keyed(&[logged]));
        }
    }
    Ok(history)
}

/// A community outside the policy is a slip of the pen here; only imported lists may name one.
fn known_community(rules: &Rules, event: &Event) -> Result<(), String> {
    let (field, named) = if let Event::Received(e) = event {
        ("community", e.community.as_ref())
    } else if let Event::Amended(e) = event {
        let named = e.fields.community.as_ref();
        ("fields.community", named.and_then(Option::as_ref))
    } else {
        return Ok(());
    };
    let communities = &rules.policy.communities;
    let Some(named) = named.filter(|n| communities.iter().all(|c| c.name != **n)) else {
        return Ok(());
    };
    let expected: Vec<&str> = communities.iter().map(|c| c.name.as_str()).collect();
    Err(format!(
        "field `{field}`: `{named}` is not a community; expected one of: {}",
        expected.join(" ")
    ))
}

/// The revision a line of a log export holds; `None` when it is no such line.
fn revision(row: &str) -> Option<Result<Rules, String>> {
    let value: Value = serde_json::from_str(row).ok()?;
    let is_revision = value.get("revision").is_some() && value.get("event").is_none();
    is_revision.then(|| Rules::from_stored(&value).map_err(|e| e.to_string()))
}

fn at_line(desk: &Desk, file: &Path, line: usize, problem: &str) -> Failure {
    Failure::usage(say!(
        desk.texts,
        "error-line",
        file = file.display().to_string(),
        line = line,
        problem = problem
    ))
}

/// The one case the facts are about.
fn only_case(desk: &Desk, facts: &[Fact]) -> Result<Number, Failure> {
    let mut numbers = facts.iter().filter_map(|f| f.case.as_ref());
    let first = numbers.next();
    if let Some((first, other)) = first.and_then(|f| numbers.find(|n| *n != f).map(|n| (f, n))) {
        return Err(Failure::usage(say!(
            desk.texts,
            "explain-two-cases",
            first = first.as_str(),
            second = other.as_str()
        )));
    }
    let is_received = |f: &&Fact| matches!(f.event, Event::Received(_));
    match (first, facts.iter().find(is_received)) {
        (Some(number), Some(_)) => Ok(number.clone()),
        _ => Err(Failure::usage(say!(desk.texts, "explain-no-receipt"))),
    }
}

//! `anonymise`: erases the citizens of cases that ended long ago from the store. Says first what it would do and what
//! stays; does it with `--yes` alone.

use serde_json::json;

use super::args::Anonymise;
use super::desk::Desk;
use super::failure;
use super::output::Output;
use crate::app::text::{Texts, say};
use crate::domain::time::Stamp;
use crate::error::Failure;
use crate::store::{Anonymised, daily_copies, daily_copy};

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// Says what would be erased, or erases it.
///
/// # Errors
/// The store's failure; nothing was erased then.
pub fn run(desk: &Desk, args: &Anonymise) -> Result<(), Failure> {
    let texts = &desk.texts;
    let days = desk.rules.policy.privacy().anonymise_after_days;
    let age = args.older_than.unwrap_or(i64::from(days) * DAY);
    let closed_by = desk.now().plus_minutes(-age);
    let mut store = desk.open_store()?;
    let found = if args.yes {
        store.anonymise(closed_by, desk.now())
    } else {
        store.to_anonymise(closed_by)
    };
    let mut found = found.map_err(|e| failure::store(texts, &e))?;
    if let Some(settings) = super::backup::daily(desk, store.path()) {
        let shifts = daily_copies(&settings.folder).map_err(|e| failure::store(texts, &e))?;
        let copies = shifts.into_iter().map(|s| daily_copy(&settings.folder, s));
        found.copies.extend(copies);
    }
    let mut out = Output::new();
    if desk.json {
        out.json(&json!({
            "done": args.yes,
            "closed_by": closed_by,
            "cases": found.cases.len(),
            "closed_from": found.closed.map(|(from, _)| from),
            "closed_to": found.closed.map(|(_, to)| to),
            "names": found.names,
            "phones": found.phones,
            "addresses": found.addresses,
            "texts": found.texts,
            "elsewhere": found.elsewhere,
            "messages": found.messages,
            "unswept": found.unswept,
            "copies": found.copies,
        }))?;
        return out.finish();
    }
    for line in lines(texts, &found, args.yes, closed_by) {
        out.line(line)?;
    }
    out.finish()
}

/// What would be erased or is, what stays, and what is beyond the store's reach.
fn lines(texts: &Texts, found: &Anonymised, done: bool, closed_by: Stamp) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some((from, to)) = found.closed {
        let (from, to) = (texts.full_moment(from), texts.full_moment(to));
        let cases = found.cases.len();
        lines.push(if done {
            say!(texts, "anonymise-done", cases = cases, from = from, to = to)
        } else {
            say!(
                texts,
                "anonymise-would",
                cases = cases,
                from = from,
                to = to
            )
        });
        lines.push(say!(
            texts,
            "anonymise-what",
            names = found.names,
            phones = found.phones,
            addresses = found.addresses,
            texts = found.texts
        ));
    } else {
        let at = texts.full_moment(closed_by);
        lines.push(say!(texts, "anonymise-none", at = at));
    }
    if found.elsewhere > 0 {
        lines.push(say!(texts, "anonymise-elsewhere", count = found.elsewhere));
    }
    if found.messages > 0 {
        lines.push(say!(texts, "anonymise-messages", count = found.messages));
    }
    let is_something = found.closed.is_some() || found.messages > 0;
    if is_something {
        lines.push(say!(texts, "anonymise-keeps"));
        for copy in &found.copies {
            let file = copy.display().to_string();
            lines.push(say!(texts, "anonymise-copy", file = file));
        }
    }
    if found.unswept && (done || !is_something) {
        lines.push(say!(texts, "anonymise-unswept"));
    }
    if !done && is_something {
        lines.push(say!(texts, "anonymise-asks"));
    }
    lines
}

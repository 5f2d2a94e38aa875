//! `anonymise`: erases names and phone numbers of citizens whose case is long closed. Says first what it would do and what
//! stays; does it with `--yes` alone.

use serde_json::json;

use super::args::Anonymise;
use super::desk::Desk;
use super::failure;
use super::output::Output;
use crate::app::text::say;
use crate::error::Failure;

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
        store.anonymise(closed_by)
    } else {
        store.to_anonymise(closed_by)
    };
    let found = found.map_err(|e| failure::store(texts, &e))?;
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
            "mentioned": found.mentioned,
        }))?;
        return out.finish();
    }
    let Some((from, to)) = found.closed else {
        let at = texts.full_moment(closed_by);
        out.line(say!(texts, "anonymise-none", at = at))?;
        return out.finish();
    };
    let (cases, names, phones) = (found.cases.len(), found.names, found.phones);
    let (from, to) = (texts.full_moment(from), texts.full_moment(to));
    out.line(if args.yes {
        say!(
            texts,
            "anonymise-done",
            cases = cases,
            names = names,
            phones = phones,
            from = from,
            to = to
        )
    } else {
        say!(
            texts,
            "anonymise-would",
            cases = cases,
            names = names,
            phones = phones,
            from = from,
            to = to
        )
    })?;
    if found.mentioned > 0 {
        out.line(say!(texts, "anonymise-stays", count = found.mentioned))?;
    }
    out.line(say!(texts, "anonymise-keeps"))?;
    if !args.yes {
        out.line(say!(texts, "anonymise-asks"))?;
    }
    out.finish()
}

//! `reconcile`: where the desk and the platform's lists disagree, and settling it (R9).

use serde_json::{Value, json};

use super::args::{Reconcile, Side};
use super::desk::Desk;
use super::output::Output;
use super::{act, clean, failure, report};
use crate::app::text::{Texts, say};
use crate::domain::command::Act;
use crate::domain::reconcile::{Differing, Ledger, Listing, OnlyHere, Unconfirmed};
use crate::error::Failure;

/// Shows what is open, or settles a field of a case.
///
/// # Errors
/// A refusal, or the store's failure.
pub fn run(desk: &Desk, args: Reconcile) -> Result<(), Failure> {
    report::check(desk, args.out.as_deref())?;
    let mut store = desk.open_store()?;
    if let (Some(number), Some(field), Some(side)) = (args.case, args.field, args.side) {
        let context = act::context(desk, &store, args.said)?;
        let act = Act::Reconcile {
            field,
            take: side == Side::Take,
            reason: args.reason.map(|r| clean::line(&r)),
        };
        return act::on_case(desk, &mut store, &number, &act, &context);
    }
    let ledger = store
        .ledger(desk.now())
        .map_err(|e| failure::store(&desk.texts, &e))?;
    if let Some(target) = &args.out {
        let sheet = desk.texts.reconcile_report(&ledger, desk.now());
        return report::write(desk, target, &sheet, || Ok(as_json(&ledger)));
    }
    let mut out = Output::new();
    if desk.json {
        out.json(&as_json(&ledger))?;
    } else {
        for line in lines(&desk.texts, &ledger) {
            out.line(line)?;
        }
    }
    out.finish()
}

fn as_json(ledger: &Ledger) -> Value {
    let listing = |list: &Listing| {
        json!({
            "at": list.at, "rows": list.rows, "skipped": list.skipped,
            "first": list.first, "last": list.last,
        })
    };
    let differing = |d: &Differing| {
        json!({
            "number": d.about.number, "title": d.about.title, "field": d.field,
            "here": d.here, "there": d.there, "at": d.at, "can_be_taken": d.can_be_taken(),
        })
    };
    let only_here = |o: &OnlyHere| {
        json!({
            "number": o.about.number, "title": o.about.title, "received": o.received,
            "list": listing(&o.list),
        })
    };
    let unconfirmed = |u: &Unconfirmed| {
        let steps = u.steps.iter();
        let steps: Vec<Value> = steps
            .map(|(what, at, by)| json!({ "what": what, "at": at, "by": by }))
            .collect();
        json!({ "number": u.about.number, "title": u.about.title, "steps": steps })
    };
    json!({
        "list": ledger.list.as_ref().map(listing),
        "differences": ledger.differing.iter().map(differing).collect::<Vec<_>>(),
        "only_here": ledger.only_here.iter().map(only_here).collect::<Vec<_>>(),
        "unconfirmed": ledger.unconfirmed.iter().map(unconfirmed).collect::<Vec<_>>(),
        "more_unconfirmed": ledger.more_unconfirmed,
    })
}

fn lines(texts: &Texts, ledger: &Ledger) -> Vec<String> {
    let mut lines = Vec::new();
    match &ledger.list {
        None => lines.push(say!(texts, "reconcile-no-list")),
        Some(list) => {
            let at = texts.moment(list.at);
            let mut line = say!(texts, "reconcile-list", at = at, rows = list.rows);
            if list.skipped > 0 {
                line.push_str(&say!(texts, "reconcile-skipped", count = list.skipped));
            }
            lines.push(line);
        }
    }
    let open = !ledger.differing.is_empty()
        || !ledger.only_here.is_empty()
        || !ledger.unconfirmed.is_empty();
    if ledger.list.is_some() && !open {
        lines.push(say!(texts, "reconcile-empty"));
    }
    if !ledger.differing.is_empty() {
        lines.push(say!(texts, "reconcile-differing"));
    }
    lines.extend(ledger.differing.iter().map(|d| differing(texts, d)));
    if !ledger.only_here.is_empty() {
        lines.push(say!(texts, "reconcile-only-here"));
    }
    for only in &ledger.only_here {
        let missing = say!(
            texts,
            "reconcile-missing",
            received = texts.moment(only.received.to_second()),
            at = texts.moment(only.list.at.to_second())
        );
        lines.push(format!(
            "  {}  {missing}  {}",
            only.about.number, only.about.title
        ));
    }
    if !ledger.unconfirmed.is_empty() {
        let mut line = say!(texts, "reconcile-unconfirmed");
        if ledger.more_unconfirmed > 0 {
            line.push_str(&say!(
                texts,
                "reconcile-more",
                count = ledger.more_unconfirmed
            ));
        }
        lines.push(line);
    }
    for case in &ledger.unconfirmed {
        let steps = case.steps.iter().map(|(step, at, by)| {
            let at = texts.moment(at.to_second());
            format!("{} {at} {}", texts.event(step), texts.actor(by))
        });
        let steps: Vec<String> = steps.collect();
        let steps = steps.join(&say!(texts, "list-separator"));
        lines.push(format!("  {}  {steps}", case.about.number));
    }
    lines
}

fn differing(texts: &Texts, d: &Differing) -> String {
    format!(
        "  {}  {}  {} {}  {} {}  {}",
        d.about.number,
        texts.differing_field(&d.field),
        say!(texts, "reconcile-here"),
        texts.differing_value(&d.field, &d.here),
        say!(texts, "reconcile-there"),
        texts.differing_value(&d.field, &d.there),
        d.about.title
    )
}

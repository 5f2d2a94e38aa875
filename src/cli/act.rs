//! The acts: from arguments to the store, and what is said about each afterwards.
//!
//! Decides nothing itself: the store asks the rules. What is refused is said on standard error, the rest is done.

mod fields;
mod job;

use serde_json::Value;

use job::{Job, assignments};

use super::args::acts::{ActCommand, Said};
use super::desk::Desk;
use super::output::Output;
use super::{clean, failure, page, show};
use crate::app::text::say;
use crate::domain::case::Case;
use crate::domain::codec::logged_to_map;
use crate::domain::command::{Act, Context, RosterAct};
use crate::domain::decide::Refusal;
use crate::domain::ids::{Number, Stage, Unit};
use crate::domain::time::Stamp;
use crate::error::Failure;
use crate::store::{ActError, Committed, Store};

/// Carries out an act.
///
/// # Errors
/// Wrong names (nothing is done then), a refusal, or the store's failure.
pub fn run(desk: &Desk, command: ActCommand) -> Result<(), Failure> {
    let now = desk.now();
    let (job, said) = job::read(desk, command, now)?;
    let mut store = desk.open_store()?;
    let context = context(desk, &store, said)?;
    match job {
        Job::Case(number, act) => on_case(desk, &mut store, &number, &act, &context),
        Job::Dispatch(number, assist) => {
            let act = dispatch(desk, &store, &number, assist, context.at)?;
            on_case(desk, &mut store, &number, &act, &context)
        }
        Job::Cases(numbers, act) => on_cases(desk, &mut store, &numbers, &act, &context),
        Job::Roster(act) => on_roster(desk, &mut store, &act, &context),
    }
}

/// Who acts, when, and what is said about it.
///
/// # Errors
/// When a word names nobody, or the store fails.
pub(super) fn context(desk: &Desk, store: &Store, said: Said) -> Result<Context, Failure> {
    let at = said.at.unwrap_or(desk.now());
    Ok(Context {
        at,
        now: desk.now(),
        by: desk.actor(store, at)?,
        person: desk.person(),
        note: said.note.map(|n| clean::line(&n)),
    })
}

pub(super) fn on_case(
    desk: &Desk,
    store: &mut Store,
    number: &Number,
    act: &Act,
    context: &Context,
) -> Result<(), Failure> {
    let done = store
        .act(number, act, context, None)
        .map_err(|e| failure::act(desk, Some(number), &e))?;
    let mut out = Output::new();
    if desk.json {
        out.json(&show::value(desk, store, number)?)?;
    } else {
        out.line(report(desk, store, number, &done)?)?;
    }
    out.finish()
}

/// Each for itself: what is refused is said, the others are done.
fn on_cases(
    desk: &Desk,
    store: &mut Store,
    numbers: &[Number],
    act: &Act,
    context: &Context,
) -> Result<(), Failure> {
    if let [number] = numbers {
        return on_case(desk, store, number, act, context);
    }
    let mut out = Output::new();
    let mut shown = Vec::new();
    let mut worst = None;
    for number in numbers {
        match store.act(number, act, context, None) {
            Ok(_) if desk.json => shown.push(show::value(desk, store, number)?),
            Ok(done) => out.line(report(desk, store, number, &done)?)?,
            Err(error) => {
                let failure = failure::act(desk, Some(number), &error);
                worst = worst.max(Some(failure.exit));
                super::complain(&failure);
                if matches!(error, ActError::Store(_)) {
                    break;
                }
            }
        }
    }
    if desk.json {
        out.json(&Value::Array(shown))?;
    }
    out.finish()?;
    worst.map_or(Ok(()), |exit| Err(Failure::said(exit)))
}

fn on_roster(
    desk: &Desk,
    store: &mut Store,
    act: &RosterAct,
    context: &Context,
) -> Result<(), Failure> {
    let done = store
        .act_on_roster(act, context)
        .map_err(|e| failure::act(desk, None, &e))?;
    let mut out = Output::new();
    if desk.json {
        let facts: Result<Vec<Value>, _> = done
            .facts
            .iter()
            .map(|f| logged_to_map(f).map(Value::Object))
            .collect();
        let facts = facts.map_err(|e| Failure::system(e.to_string()))?;
        out.json(&Value::Array(facts))?;
    } else {
        for logged in &done.facts {
            let value = logged_to_map(logged)
                .map(Value::Object)
                .map_err(|e| Failure::system(e.to_string()))?;
            out.line(page::fact(&desk.texts, &value))?;
        }
    }
    out.finish()
}

/// One line on a case after an act: what was done, where it stands, what is due next.
pub(super) fn report(
    desk: &Desk,
    store: &Store,
    number: &Number,
    done: &Committed,
) -> Result<String, Failure> {
    let texts = &desk.texts;
    let what: Vec<String> = done
        .facts
        .iter()
        .map(|f| texts.event(f.fact.event.kind()))
        .collect();
    let stage = match &done.row {
        Some(row) => row.stage(),
        None => Case::fold(&show::facts(desk, store, number)?, desk.now())
            .map_or(Stage::Closed, |case| case.stage()),
    };
    let next = done.row.as_ref().and_then(|row| row.next);
    let line = say!(
        texts,
        "act-done",
        number = number.as_str(),
        what = what.join(&say!(texts, "list-separator")),
        stage = texts.stage(stage)
    );
    Ok(
        match next.and_then(|cell| cell.due.map(|due| (cell, due))) {
            Some((cell, due)) => say!(
                texts,
                "act-done-next",
                line = line,
                clock = texts.clock(cell.id),
                due = texts.dated(due, desk.now())
            ),
            None => line,
        },
    )
}

/// The units of a dispatch without `--to`: the case's own community leads; where a unit leads already and only further
/// ones are named, these are added.
fn dispatch(
    desk: &Desk,
    store: &Store,
    number: &Number,
    assist: Vec<Unit>,
    at: Stamp,
) -> Result<Act, Failure> {
    let refused = |refusal| failure::act(desk, Some(number), &ActError::Refused(refusal));
    let facts = show::facts(desk, store, number)?;
    let case = Case::fold(&facts, desk.now().max(at))
        .ok_or_else(|| refused(Refusal::UnknownCase(number.clone())))?;
    let lead = if !assist.is_empty() && case.lead.is_some() {
        None
    } else {
        let community = case.facts.community.as_ref();
        let known = community.and_then(|c| desk.rules.policy.community(c.as_str()));
        Some(
            known
                .ok_or_else(|| refused(Refusal::NoCommunity))?
                .unit
                .clone(),
        )
    };
    Ok(Act::Dispatch {
        units: assignments(lead, assist),
    })
}

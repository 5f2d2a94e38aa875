//! `show`: one case in full, and the readings of the store that other commands share.

use serde_json::Value;

use super::args::Show;
use super::desk::Desk;
use super::output::Output;
use super::{failure, page};
use crate::domain::case::Case;
use crate::domain::decide::Refusal;
use crate::domain::event::Fact;
use crate::domain::ids::Number;
use crate::error::Failure;
use crate::store::{ActError, Store};

/// Shows a case.
///
/// # Errors
/// When there is no such case by now, or the store fails.
pub fn run(desk: &Desk, args: &Show) -> Result<(), Failure> {
    let mut store = desk.open_store()?;
    let value = value(desk, &mut store, &args.case)?;
    let mut out = Output::new();
    if desk.json {
        out.json(&value)?;
    } else {
        page::write(&mut out, &desk.texts, &value)?;
    }
    out.finish()
}

/// The case as the contract shows it.
///
/// # Errors
/// As [`run`].
pub fn value(desk: &Desk, store: &mut Store, number: &Number) -> Result<Value, Failure> {
    let mut facts = facts(desk, store, number)?;
    facts.extend(desk.roster_facts(store)?);
    let case = Case::fold(&facts, desk.now()).ok_or_else(|| unknown(desk, number))?;
    let rules = store
        .rules_for(case.revision.as_ref())
        .map_err(|e| failure::store(&desk.texts, &e))?;
    let related = store
        .related(&case, desk.now())
        .map_err(|e| failure::store(&desk.texts, &e))?;
    let language = desk.texts.language();
    crate::domain::show::show(&facts, number, &rules, desk.now(), language, &related)
        .ok_or_else(|| unknown(desk, number))
}

/// The facts of a case.
///
/// # Errors
/// When there is no such case, or the store fails.
pub fn facts(desk: &Desk, store: &Store, number: &Number) -> Result<Vec<Fact>, Failure> {
    let logged = store
        .case_facts(number)
        .map_err(|e| failure::store(&desk.texts, &e))?;
    if logged.is_empty() {
        return Err(unknown(desk, number));
    }
    Ok(logged.into_iter().map(|l| l.fact).collect())
}

fn unknown(desk: &Desk, number: &Number) -> Failure {
    failure::act(
        &desk.texts,
        None,
        &ActError::Refused(Refusal::UnknownCase(number.clone())),
    )
}

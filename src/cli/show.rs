//! `show`: one case in full, on standard output or as a dossier, and the readings of the store that other commands share.
//!
//! What is shown of a citizen is masked unless `--unmasked` is given.

use std::path::Path;

use serde_json::Value;

use super::args::Show;
use super::desk::Desk;
use super::output::Output;
use super::{failure, file, page};
use crate::app::case_page::CasePage;
use crate::app::msg::CaseFile;
use crate::app::text::{Dossier, say};
use crate::domain::case::Case;
use crate::domain::clash;
use crate::domain::decide::Refusal;
use crate::domain::event::{Fact, Logged};
use crate::domain::ids::Number;
use crate::domain::privacy::Mask;
use crate::domain::show::keyed;
use crate::domain::suggest;
use crate::error::Failure;
use crate::report::Format;
use crate::store::{ActError, Store};

/// Shows a case.
///
/// # Errors
/// When there is no such case by now, or the store fails.
pub fn run(desk: &Desk, args: &Show) -> Result<(), Failure> {
    if let Some(file) = &args.out {
        return dossier(desk, &args.case, file);
    }
    let mut store = desk.open_store()?;
    let value = value(desk, &mut store, &args.case)?;
    let mut out = Output::new();
    if desk.json {
        out.json(&value)?;
    } else {
        page::write(&mut out, desk, &value, store.desk())?;
        let logged = store.case_facts(&args.case);
        let mut logged = logged.map_err(|e| failure::store(&desk.texts, &e))?;
        logged.retain(|l| l.fact.at <= desk.now());
        for clash in clash::clashes(&logged) {
            out.line(desk.texts.clash(&clash, desk.now()))?;
        }
    }
    out.finish()
}

/// The case as the contract shows it.
///
/// # Errors
/// As [`run`].
pub fn value(desk: &Desk, store: &mut Store, number: &Number) -> Result<Value, Failure> {
    // What is suggested rests on the record as it is, whatever of it is shown.
    let logged = logged(desk, store, number)?;
    let keyed = keyed(&logged);
    let facts: Vec<Fact> = logged.into_iter().map(|l| l.fact).collect();
    let case = Case::fold(&facts, desk.now()).ok_or_else(|| unknown(desk, number))?;
    let rules = store
        .rules_for(case.revision.as_ref())
        .map_err(|e| failure::store(&desk.texts, &e))?;
    let mut related = store
        .related(&case, desk.now())
        .map_err(|e| failure::store(&desk.texts, &e))?;
    let mask = suggest::mask(&case, &related.linked);
    let mut facts = masked(desk, facts, &mask);
    if !desk.unmasked {
        related.linked = related.linked.iter().map(|l| l.masked(&mask)).collect();
    }
    facts.extend(desk.roster_facts(store)?);
    let language = desk.texts.language();
    let now = desk.now();
    crate::domain::show::show(&facts, &keyed, number, &rules, now, language, &related)
        .ok_or_else(|| unknown(desk, number))
}

/// The facts as they may be shown.
pub fn masked(desk: &Desk, facts: Vec<Fact>, mask: &Mask) -> Vec<Fact> {
    if desk.unmasked {
        facts
    } else {
        facts.iter().map(|f| mask.fact(f)).collect()
    }
}

/// Writes the dossier of a case, in the format that the file's name asks for; never over a file that is there.
fn dossier(desk: &Desk, number: &Number, file: &Path) -> Result<(), Failure> {
    let name = file.display().to_string();
    let extension = file.extension().and_then(|e| e.to_str());
    let format = extension
        .and_then(Format::of_extension)
        .ok_or_else(|| Failure::usage(say!(desk.texts, "error-format", file = name.as_str())))?;
    if file.exists() {
        return Err(
            Failure::usage(say!(desk.texts, "error-exists", file = name))
                .mend(say!(desk.texts, "error-exists-mend")),
        );
    }
    let said = |e| failure::store(&desk.texts, &e);
    let mut store = desk.open_store()?;
    let now = desk.now();
    let mut facts = store.case_facts(number).map_err(said)?;
    facts.retain(|l| l.fact.at <= now);
    let case = Case::fold(facts.iter().map(|l| &l.fact), now);
    let case = case.ok_or_else(|| unknown(desk, number))?;
    let rules = store.rules_for(case.revision.as_ref()).map_err(said)?;
    let linked = store.linked(&case, now).map_err(said)?;
    let roster = desk.roster(&store)?;
    let version = facts.len() as u64;
    let case = CaseFile {
        number: number.clone(),
        facts,
        linked,
        rules,
        desk: store.desk().to_owned(),
    };
    let page = CasePage::new(case, version, &roster, now).ok_or_else(|| unknown(desk, number))?;
    let document = desk.texts.dossier(Dossier {
        page: &page,
        roster: &roster,
        now,
        openly: desk.unmasked,
    });
    file::write(&desk.texts, file, |out| {
        let written = out.write_all(format.write(&document).as_bytes());
        written.map_err(|e| failure::unwritable(&desk.texts, file, &e))
    })?;
    let mut out = Output::new();
    if desk.json {
        out.json(&serde_json::json!({ "file": name }))?;
    } else {
        out.line(say!(desk.texts, "dossier-written", file = name))?;
    }
    out.finish()
}

/// The facts of a case.
///
/// # Errors
/// When there is no such case, or the store fails.
pub fn facts(desk: &Desk, store: &Store, number: &Number) -> Result<Vec<Fact>, Failure> {
    let logged = logged(desk, store, number)?;
    Ok(logged.into_iter().map(|l| l.fact).collect())
}

fn logged(desk: &Desk, store: &Store, number: &Number) -> Result<Vec<Logged>, Failure> {
    let logged = store
        .case_facts(number)
        .map_err(|e| failure::store(&desk.texts, &e))?;
    if logged.is_empty() {
        return Err(unknown(desk, number));
    }
    Ok(logged)
}

fn unknown(desk: &Desk, number: &Number) -> Failure {
    failure::act(
        desk,
        None,
        &ActError::Refused(Refusal::UnknownCase(number.clone())),
    )
}

//! `import`: lists of cases into the store. What can go in goes in; what cannot is named row by row and can be written out.
//!
//! Every file is read before anything is written, and everything is written in one go: an unreadable file changes nothing.

mod report;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::args::Import;
use super::desk::Desk;
use super::{failure, file};
use crate::app::text::say;
use crate::domain::arrival::{self, Tally};
use crate::domain::draft::Draft;
use crate::domain::event::{Event, Fact};
use crate::domain::ids::Number;
use crate::domain::privacy::{Mask, citizens};
use crate::domain::rules::Rules;
use crate::domain::time::Stamp;
use crate::error::{Exit, Failure};
use crate::intake::{self, Mapping, Reading, Sheet, mend};
use crate::store::PlatformList;

/// Imports lists.
///
/// # Errors
/// An unreadable file or mapping (nothing is changed then), rows that could not go in (the others did), or the store's
/// failure.
pub fn run(desk: &Desk, args: &Import) -> Result<(), Failure> {
    let mapping = mapping(desk, args.map.as_deref())?;
    keeps_the_lists(desk, args)?;
    let reading = Reading {
        policy: &desk.rules.policy,
        mapping: mapping.as_ref(),
        now: desk.now(),
    };
    let bar = report::Bar::new(&desk.texts);
    let mut sheets = Vec::new();
    for file in &args.files {
        let sheet = intake::read_file(file, &reading, &mut |p| bar.reading(p))
            .map_err(|e| failure::list(&desk.texts, file, &e))?;
        sheets.push((file.clone(), sheet));
    }
    let drafts: Vec<Draft> = sheets
        .iter_mut()
        .flat_map(|(_, sheet)| std::mem::take(&mut sheet.drafts))
        .collect();
    bar.writing(drafts.len());
    let outcome = if args.dry_run {
        try_out(desk, drafts)?
    } else {
        let skipped = sheets.iter().map(|(_, s)| s.skipped.len()).sum();
        take_in(desk, drafts, skipped, &bar)?
    };
    bar.finish();
    report::write(desk, args, &outcome, &sheets)?;
    if let Some(file) = &args.problems {
        write_problems(desk, file, &sheets)?;
    }
    let skipped: usize = sheets.iter().map(|(_, s)| s.skipped.len()).sum();
    if skipped == 0 {
        return Ok(());
    }
    let failure = Failure::usage(say!(desk.texts, "import-skipped", count = skipped));
    Err(match &args.problems {
        Some(_) => failure,
        None => failure.mend(say!(desk.texts, "import-skipped-mend")),
    })
}

/// What an import came to.
#[derive(Default)]
struct Outcome {
    counts: Tally,
    /// The cases that were amended, as the platform now has them: limits and duties move with kind and community.
    amended: Vec<(Number, Event)>,
}

impl Outcome {
    fn count(&mut self, known: &[Fact], facts: &[Fact]) {
        self.counts.count(known, facts);
        let mask = Mask::of(&citizens(known.iter().chain(facts)));
        let amended = facts
            .iter()
            .filter(|f| !known.is_empty() && matches!(f.event, Event::Amended(_)))
            .filter_map(|f| Some((f.case.clone()?, mask.fact(f).event)));
        self.amended.extend(amended);
    }
}

fn mapping(desk: &Desk, file: Option<&Path>) -> Result<Option<Mapping>, Failure> {
    let Some(file) = file else {
        return Ok(None);
    };
    let text =
        std::fs::read_to_string(file).map_err(|e| failure::unreadable(&desk.texts, file, &e))?;
    let mapping = Mapping::from_toml(&text, &desk.rules.policy);
    let mapping = mapping.map_err(|e| failure::mapping(&desk.texts, file, &e))?;
    Ok(Some(mapping))
}

fn take_in(
    desk: &Desk,
    drafts: Vec<Draft>,
    skipped: usize,
    bar: &report::Bar,
) -> Result<Outcome, Failure> {
    let now = desk.now();
    let list = PlatformList { at: now, skipped };
    let held: Vec<(Number, Stamp)> = drafts
        .iter()
        .map(|draft| (draft.number.clone(), draft.received))
        .collect();
    let mut store = desk.open_store()?;
    let mut outcome = Outcome::default();
    let rows: Vec<(Number, Draft)> = drafts
        .into_iter()
        .map(|draft| (draft.number.clone(), draft))
        .collect();
    let mut facts_of = |draft: Draft, known: &[Fact], rules: &Rules| {
        let facts = arrival::facts(&draft, known, rules, now);
        outcome.count(known, &facts);
        facts
    };
    store
        .receive(rows, &mut facts_of, now, &mut |done| bar.written(done))
        .and_then(|_| store.remember_list(list, &held))
        .map_err(|e| failure::store(&desk.texts, &e))?;
    Ok(outcome)
}

/// What an import would do; a store that is not there yet is not made.
fn try_out(desk: &Desk, drafts: Vec<Draft>) -> Result<Outcome, Failure> {
    let now = desk.now();
    let mut store = if desk.store_path()?.exists() {
        Some(desk.open_store()?)
    } else {
        None
    };
    let said = |e| failure::store(&desk.texts, &e);
    let mut outcome = Outcome::default();
    let mut tried: HashMap<Number, Vec<Fact>> = HashMap::new();
    for draft in drafts {
        let mut known: Vec<Fact> = Vec::new();
        let mut rules = None;
        if let Some(store) = &mut store {
            let logged = store.case_facts(&draft.number).map_err(said)?;
            known.extend(logged.into_iter().map(|l| l.fact));
            #[allow(
                clippy::wildcard_enum_match_arm,
                reason = "only two facts name a revision"
            )]
            let revision = known.iter().rev().find_map(|f| match &f.event {
                Event::RevisionAdopted(e) => Some(e.revision.clone()),
                Event::Received(e) => e.revision.clone(),
                _ => None,
            });
            rules = Some(store.rules_for(revision.as_ref()).map_err(said)?);
        }
        let before = tried.entry(draft.number.clone()).or_default();
        known.extend(before.iter().cloned());
        let facts = arrival::facts(&draft, &known, rules.as_deref().unwrap_or(&desk.rules), now);
        outcome.count(&known, &facts);
        before.extend(facts);
    }
    Ok(outcome)
}

/// Writes the rows that were left out. Lists with different headers would not fit into one file, so each list of several
/// gets its own, numbered in the order given.
fn write_problems(desk: &Desk, named: &Path, sheets: &[(PathBuf, Sheet)]) -> Result<(), Failure> {
    let texts = &desk.texts;
    let label = say!(texts, "import-column");
    let mut written = 0;
    for (_, sheet) in sheets.iter().filter(|(_, s)| !s.skipped.is_empty()) {
        written += 1;
        let target = numbered(named, written);
        file::write(texts, &target, |out| {
            mend::write(sheet, out, &label, &|p| texts.problem_in_column(p))
                .map_err(|e| failure::unwritable(texts, &target, &e))
        })?;
        super::complain(&Failure {
            exit: Exit::Done,
            message: say!(texts, "import-written", file = target.display().to_string()),
            mend: None,
        });
    }
    Ok(())
}

/// The rows that are left out must not be written over the lists they come from.
fn keeps_the_lists(desk: &Desk, args: &Import) -> Result<(), Failure> {
    let Some(named) = &args.problems else {
        return Ok(());
    };
    let lists: Vec<PathBuf> = args.files.iter().flat_map(|f| f.canonicalize()).collect();
    let targets = (1..=args.files.len()).map(|n| numbered(named, n));
    for target in targets {
        if target.canonicalize().is_ok_and(|t| lists.contains(&t)) {
            let file = target.display().to_string();
            return Err(
                Failure::usage(say!(desk.texts, "import-over-list", file = file))
                    .mend(say!(desk.texts, "error-exists-mend")),
            );
        }
    }
    Ok(())
}

fn numbered(file: &Path, n: usize) -> PathBuf {
    if n == 1 {
        return file.to_owned();
    }
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let name = match file.extension() {
        Some(ext) => format!("{stem}-{n}.{}", ext.to_string_lossy()),
        None => format!("{stem}-{n}"),
    };
    file.with_file_name(name)
}

//! What the writer and other windows say: rows come, go and change, and the status line says what was done or refused.

use std::collections::BTreeSet;

use super::{act, acts, confirm, dispatch, form, refuse, report, suggest, visit};
use crate::app::case_page::CasePage;
use crate::app::effect::Effect;
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::msg::{CaseFile, Done, Entry, Rejected, Snapshot};
use crate::app::notice::{Deed, Notice};
use crate::domain::event::{Event, Logged};
use crate::domain::ids::Number;

/// Pages kept beside the one in hand: those above and below it, and those the hand has come from.
const BESIDE: usize = 16;

pub(super) fn loaded(model: &mut Model, read: Snapshot) -> Vec<Effect> {
    let in_hand = model.queue.selected().map(|e| e.row.number.clone());
    model.roster = read.roster;
    model.waiting = read.waiting;
    model.queue.load(read.entries, &model.rules.policy);
    model.page = None;
    model.loaded = true;
    match in_hand {
        // Done with before, and looked up: it stays with whoever looks at it.
        Some(number) if model.queue.find(&number).is_none() && !is_guest(model, &number) => {
            visit::bring_back(model, number)
        }
        Some(_) | None => Vec::new(),
    }
}

pub(super) fn decided(model: &mut Model, done: Vec<Done>, refused: Vec<Rejected>) -> Vec<Effect> {
    for number in done
        .iter()
        .map(|d| &d.number)
        .chain(refused.iter().map(|r| &r.number))
    {
        model.writing.remove(number);
    }
    let cases: BTreeSet<&Number> = done.iter().map(|d| &d.number).collect();
    // The first act is the one that was asked for; of its facts the last, because others are implied by it (S4).
    let asked = done.first().and_then(|d| Some((d, &d.facts.last()?.fact)));
    let notice = match (refused.first(), asked) {
        (Some(first), _) => Some(Notice::Refused {
            done: cases.len(),
            refused: refused.len(),
            number: first.number.clone(),
            refusal: first.refusal.clone(),
        }),
        (None, Some((_, fact))) if cases.len() > 1 => Some(Notice::DidMany {
            deed: deed_of_all(&done, &fact.event),
            count: cases.len(),
        }),
        (None, Some((d, fact))) => Some(Notice::Did {
            number: d.number.clone(),
            deed: undone(model, &fact.event).unwrap_or_else(|| deed(&fact.event)),
            at: fact.at,
        }),
        (None, None) => None,
    };
    let has_done = !done.is_empty();
    if has_done {
        // The past time was meant for the acts that are now on disk.
        model.happened_at = None;
    }
    for number in cases {
        model.queue.unmark(number);
    }
    form::draft_answered(model, &done, &refused);
    act::answered(model, &done, &refused);
    suggest::answered(model, &done, &refused);
    if done
        .iter()
        .flat_map(|d| &d.facts)
        .any(|l| bears_on_others(&l.fact.event))
    {
        model.advice.outdate();
    }
    let new_case = form::answered(model, &done, &refused);
    let rows: Vec<(Number, Option<Entry>)> = done
        .into_iter()
        .map(|d| (d.number, d.entry))
        .chain(
            refused
                .into_iter()
                .filter_map(|r| Some((r.number, Some(r.entry?)))),
        )
        .collect();
    let looked_up = looked_up(model, &rows);
    release_guest(model, &rows);
    let left = rows.iter().rfind(|(_, entry)| entry.is_none());
    let left = left.map(|(number, _)| number.clone());
    model.queue.apply(rows, &model.rules.policy);
    let is_done_with = left.is_some() && looked_up.is_none();
    if is_done_with && model.queue.lines().is_empty() && !model.queue.looked_for().is_empty() {
        // What was looked for is done with: the rest of the queue comes back.
        model.queue.look_for("", &model.rules.policy);
    }
    if has_done {
        let after = model.queue.selected().map(|e| e.row.number.clone());
        model.gone = left.map(|number| (number, after));
    }
    if let Some(number) = new_case {
        model.queue.select(&number);
    }
    let mut effects = match notice {
        Some(bad) if bad.is_bad() => refuse(model, bad),
        // What could not be done for one of several cases is not covered by what was done for the others.
        Some(_) if model.notice.as_ref().is_some_and(Notice::is_bad) => Vec::new(),
        good => {
            model.notice = good.or_else(|| model.notice.take());
            Vec::new()
        }
    };
    if let Some(number) = looked_up {
        effects.extend(visit::bring_back(model, number));
    } else if model.on_page.is_some() && model.queue.selected().is_none() && model.guest.is_none() {
        // Its page would be empty: back to where it was opened from.
        model.on_page = None;
        effects.extend(visit::back(model));
    }
    effects
}

/// A case that was done with before and had been looked up: an act on it does not take it away from whoever looked for it.
fn looked_up(model: &Model, rows: &[(Number, Option<Entry>)]) -> Option<Number> {
    let guest = model.guest.as_ref().map(|(guest, _)| guest);
    let gone = rows.iter().filter(|(_, entry)| entry.is_none());
    let was_closed = |number: &&Number| {
        let entry = model.queue.find(number);
        entry.is_some_and(|e| !e.row.is_in_queue()) && guest != Some(*number)
    };
    gone.map(|(number, _)| number).rfind(was_closed).cloned()
}

fn is_dialog_of(model: &Model, number: &Number) -> bool {
    matches!(&model.mode, Mode::Act(form) if form.number == *number)
}

fn is_guest(model: &Model, number: &Number) -> bool {
    model
        .guest
        .as_ref()
        .is_some_and(|(guest, _)| guest == number)
}

/// A guest that belongs to the queue again, because its close was taken back, is none any more.
fn release_guest(model: &mut Model, rows: &[(Number, Option<Entry>)]) {
    let guest = model.guest.as_ref().map(|(guest, _)| guest);
    if rows
        .iter()
        .any(|(number, entry)| Some(number) == guest && entry.is_some())
    {
        model.guest = None;
    }
}

/// What is suggested about a case may rest on others: those it is linked to, those of the same citizen or place (R7, R8).
const fn bears_on_others(event: &Event) -> bool {
    matches!(
        event,
        Event::Received(_)
            | Event::Linked(_)
            | Event::Rated(_)
            | Event::AppealDecided(_)
            | Event::Amended(_)
            | Event::Voided(_)
            | Event::Undone(_)
    )
}

fn deed(event: &Event) -> Deed {
    // Where a case has several units, it is said which of them is meant.
    if let Event::Dispatched(dispatched) = event {
        Deed::Dispatched(dispatched.units.clone())
    } else if let Event::UnitSigned(e) = event {
        Deed::UnitSigned(e.unit.clone())
    } else if let Event::PhoneReminded(e) = event {
        Deed::Reminded(e.clone())
    } else if let Event::Differed(e) = event {
        Deed::Settled { taken: e.taken }
    } else if is_outcome(event) {
        Deed::Outcome(Box::new(event.clone()))
    } else {
        Deed::Event(event.kind())
    }
}

/// One of several things that an act of that name may say: which of them is worth a look before it is left.
const fn is_outcome(event: &Event) -> bool {
    matches!(
        event,
        Event::Reviewed(_)
            | Event::ExtensionDecided(_)
            | Event::Rated(_)
            | Event::AppealDecided(_)
            | Event::LookedBack(_)
            | Event::Tagged(_)
            | Event::Untagged(_)
    )
}

/// What an undo took back; the page it was asked on knows.
fn undone(model: &Model, event: &Event) -> Option<Deed> {
    let Event::Undone(undone) = event else {
        return None;
    };
    let facts = &model.page.as_deref()?.facts;
    let target = |l: &&Logged| l.fact.id.as_ref() == Some(&undone.target);
    facts
        .iter()
        .find(target)
        .map(|l| Deed::Undone(l.fact.event.kind()))
}

/// What was done to each of them, in full where it was the same for all.
fn deed_of_all(done: &[Done], asked: &Event) -> Deed {
    let is_same = |d: &Done| d.facts.last().is_some_and(|l| l.fact.event == *asked);
    if done.iter().all(is_same) {
        deed(asked)
    } else {
        Deed::Event(asked.kind())
    }
}

pub(super) fn changed_elsewhere(
    model: &mut Model,
    changes: Vec<(Number, Option<Entry>)>,
) -> Vec<Effect> {
    let in_hand = model.queue.selected().map(|e| e.row.number.clone());
    let numbers: Vec<Number> = changes.iter().map(|(n, _)| n.clone()).collect();
    release_guest(model, &changes);
    model.advice.outdate();
    model.queue.apply(changes, &model.rules.policy);
    match in_hand {
        // Whoever fills a dialog about it goes on: a note or an excuse is allowed on a case that is closed.
        Some(number) if model.queue.find(&number).is_none() && is_dialog_of(model, &number) => {
            let mut effects = refuse(model, Notice::ChangedMeanwhile(number.clone()));
            effects.extend(visit::bring_back(model, number));
            effects
        }
        // The hand rests on nothing rather than on a neighbour: a key pressed now must not hit another case.
        Some(number) if model.queue.find(&number).is_none() => {
            model.on_page = None;
            refuse(model, Notice::Left(number))
        }
        Some(_) | None => {
            let mut effects = act::changed_elsewhere(model, &numbers);
            effects.extend(dispatch::changed_elsewhere(model, &numbers));
            effects
        }
    }
}

pub(super) fn case_loaded(model: &mut Model, file: CaseFile) -> Vec<Effect> {
    let is_asked = |asked: &mut (Number, u64)| asked.0 == file.number;
    if let Some((number, version)) = model.reading.take_if(is_asked) {
        return match CasePage::new(file, version, &model.roster, model.now) {
            Some(page) => {
                let before = model.page.replace(Box::new(page));
                keep_beside(model, before);
                page_is_there(model)
            }
            // Without a receipt there is nothing to show.
            None => case_missing(model, number),
        };
    }
    if let Some((_, version)) = model.reading_ahead.take_if(is_asked) {
        let page = CasePage::new(file, version, &model.roster, model.now);
        keep_beside(model, page.map(Box::new));
    }
    Vec::new()
}

/// Keeps a page near at hand, and lets go of what was kept longest.
pub(super) fn keep_beside(model: &mut Model, page: Option<Box<CasePage>>) {
    model.beside.extend(page);
    while model.beside.len() > BESIDE {
        model.beside.pop_front();
    }
}

/// The page of the case in hand, or of the one that was waited for, is there: what waited for it goes on.
pub(super) fn page_is_there(model: &mut Model) -> Vec<Effect> {
    acts::read_anew(model);
    act::page_is_there(model);
    confirm::ask_undo(model)
}

pub(super) fn case_missing(model: &mut Model, number: Number) -> Vec<Effect> {
    let is_asked = |asked: &mut (Number, u64)| asked.0 == number;
    if model.reading_ahead.take_if(is_asked).is_some() {
        // Whoever puts the hand on it is told.
        return Vec::new();
    }
    model.reading = None;
    model.undo_of = None;
    model.act_of = None;
    let gone = vec![(number.clone(), None)];
    model.queue.apply(gone, &model.rules.policy);
    refuse(model, Notice::Missing(number))
}

pub(super) fn store_failed(model: &mut Model, problem: String) -> Vec<Effect> {
    // A guest is not asked for again and again of a store that does not answer.
    model.guest = None;
    model.errand = None;
    // Nothing of what was asked is on disk; it may be asked again.
    model.writing.clear();
    model.reading = None;
    model.reading_ahead = None;
    model.undo_of = None;
    model.act_of = None;
    model.looking_up = false;
    if let Mode::NewCase(form) | Mode::Decide(form) = &mut model.mode {
        form.sent = false;
    }
    if let Mode::Act(form) = &mut model.mode {
        form.sent = false;
    }
    if let Mode::Roster(board) = &mut model.mode
        && let Some(ask) = &mut board.asking
    {
        ask.sent = false;
    }
    if let Some(draft) = &mut model.draft {
        draft.sent = false;
    }
    suggest::failed(model);
    report::failed(model);
    refuse(model, Notice::Failed(problem))
}

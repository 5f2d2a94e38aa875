//! Going from a board to a case's page and back, also to a case that is not in the queue any more.

use super::{boards, refuse};
use crate::app::effect::Effect;
use crate::app::mode::{Mode, Wanted};
use crate::app::model::{Errand, Model};
use crate::app::msg::Entry;
use crate::app::notice::Notice;
use crate::domain::ids::Number;

/// Opens the page of a case over the board that is up.
pub(super) fn open(model: &mut Model, number: &Number) -> Vec<Effect> {
    go(model, number, None)
}

/// The same, and goes on to what is wanted there.
pub(super) fn open_for(model: &mut Model, number: &Number, wanted: Wanted) -> Vec<Effect> {
    go(model, number, Some(wanted))
}

fn go(model: &mut Model, number: &Number, wanted: Option<Wanted>) -> Vec<Effect> {
    if model.queue.find(number).is_none() {
        return vec![send(model, number.clone(), Errand::Page(wanted))];
    }
    show(model, number);
    model.act_of = wanted.map(|wanted| (number.clone(), wanted));
    Vec::new()
}

fn send(model: &mut Model, number: Number, errand: Errand) -> Effect {
    model.errand = Some((number.clone(), errand));
    Effect::Visit(number)
}

fn show(model: &mut Model, number: &Number) {
    // A search that leaves the case out would leave the hand on nothing.
    model.queue.select(number);
    if model.queue.selected_line().is_none() {
        model.queue.look_for("", &model.rules.policy);
        model.queue.select(number);
    }
    let board = std::mem::replace(&mut model.mode, Mode::Browse);
    if !matches!(board, Mode::Browse) {
        model.beneath = Some(Box::new(board));
    }
    model.on_page = Some(0);
}

/// Puts a case that is not in the queue any more among its cases, with the hand on it, until the queue is read anew.
pub(super) fn bring_back(model: &mut Model, number: Number) -> Vec<Effect> {
    vec![send(model, number, Errand::Stay)]
}

/// The case is there. On an errand that was dropped nothing is done.
pub(super) fn visited(model: &mut Model, number: Number, entry: Option<Box<Entry>>) -> Vec<Effect> {
    let Some((_, errand)) = model.errand.take_if(|(n, _)| *n == number) else {
        return Vec::new();
    };
    let Some(entry) = entry else {
        model.guest = None;
        return refuse(model, Notice::Missing(number));
    };
    match errand {
        Errand::Stay => stay(model, &number, *entry),
        Errand::PageAgain => {
            be_guest(model, &number, *entry);
            model.queue.select(&number);
        }
        Errand::Page(wanted) => {
            // Somebody who has gone on to something else is not taken away from it.
            if matches!(
                model.mode,
                Mode::Aftercare(_) | Mode::Reconcile(_) | Mode::Forwarded(_) | Mode::Report(_)
            ) {
                be_guest(model, &number, *entry);
                show(model, &number);
                model.act_of = wanted.map(|wanted| (number, wanted));
            }
        }
    }
    Vec::new()
}

fn stay(model: &mut Model, number: &Number, entry: Entry) {
    let here = vec![(number.clone(), Some(entry))];
    model.queue.apply(here, &model.rules.policy);
    // Whoever has taken up another case since is left with it.
    if model.queue.selected().is_none() || model.undo_of.as_ref() == Some(number) {
        model.queue.select(number);
    }
}

/// A case that is not in the queue stands in it as long as its page is open, or until the queue is read anew.
fn be_guest(model: &mut Model, number: &Number, entry: Entry) {
    if model.queue.find(number).is_some() {
        return;
    }
    let before = model.queue.selected().map(|e| e.row.number.clone());
    let before = model.guest.take().map_or(before, |(_, before)| before);
    let guest = vec![(number.clone(), Some(entry))];
    model.queue.apply(guest, &model.rules.policy);
    model.guest = Some((number.clone(), before));
}

/// The page is left: back to the board it was opened from, if it was.
pub(super) fn back(model: &mut Model) -> Vec<Effect> {
    let Some(board) = model.beneath.take() else {
        return Vec::new();
    };
    model.mode = *board;
    boards::read_again(model).into_iter().collect()
}

/// A guest goes when its page is left. One that an act has just changed comes back as it now stands.
pub(super) fn settle(model: &mut Model) -> Option<Effect> {
    if model.on_page.is_none() {
        model.beneath = None;
        let (guest, before) = model.guest.take()?;
        let gone = vec![(guest, None)];
        model.queue.apply(gone, &model.rules.policy);
        if let Some(before) = before {
            model.queue.select(&before);
        }
        return None;
    }
    let (guest, _) = model.guest.as_ref()?;
    let is_there = model.queue.find(guest).is_some();
    let is_awaited = model.reading.is_some() || model.errand.is_some();
    let guest = guest.clone();
    (!is_there && !is_awaited).then(|| send(model, guest, Errand::PageAgain))
}

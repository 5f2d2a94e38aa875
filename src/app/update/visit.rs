//! Going from a board to a case's page and back, also to a case that is not in the queue any more.

use super::{boards, refuse};
use crate::app::effect::Effect;
use crate::app::mode::{Mode, Wanted};
use crate::app::model::Model;
use crate::app::msg::Entry;
use crate::app::notice::Notice;
use crate::domain::ids::Number;

/// Opens the page of a case over the board that is up.
pub(super) fn open(model: &mut Model, number: &Number) -> Vec<Effect> {
    if model.queue.find(number).is_none() {
        return vec![Effect::Visit(number.clone())];
    }
    show(model, number);
    Vec::new()
}

/// The same, and goes on to what is wanted there.
pub(super) fn open_for(model: &mut Model, number: &Number, wanted: Wanted) -> Vec<Effect> {
    let effects = open(model, number);
    if effects.is_empty() {
        model.act_of = Some((number.clone(), wanted));
    } else {
        model.visit_for = Some((number.clone(), wanted));
    }
    effects
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
    model.coming_back = Some(number.clone());
    vec![Effect::Visit(number)]
}

/// A case that is not in the queue stands in it as long as its page is open, or until the queue is read anew.
pub(super) fn visited(model: &mut Model, number: Number, entry: Option<Box<Entry>>) -> Vec<Effect> {
    let comes_back = model.coming_back.take_if(|n| *n == number).is_some();
    let waits = model.guest.as_ref().is_some_and(|(g, _)| *g == number);
    let on_board = matches!(
        model.mode,
        Mode::Aftercare(_) | Mode::Reconcile(_) | Mode::Forwarded(_) | Mode::Report(_)
    );
    let wanted = model.visit_for.take_if(|(n, _)| *n == number);
    let Some(entry) = entry else {
        model.guest = None;
        return refuse(model, Notice::Missing(number));
    };
    if comes_back {
        let here = vec![(number.clone(), Some(*entry))];
        model.queue.apply(here, &model.rules.policy);
        // Whoever has taken up another case since is left with it.
        if model.queue.selected().is_none() || model.undo_of.as_ref() == Some(&number) {
            model.queue.select(&number);
        }
        return Vec::new();
    }
    // Somebody who has gone on to something else is not taken away from it.
    if !waits && !on_board {
        return Vec::new();
    }
    if model.queue.find(&number).is_none() {
        let before = model.queue.selected().map(|e| e.row.number.clone());
        let before = model.guest.take().map_or(before, |(_, before)| before);
        let guest = vec![(number.clone(), Some(*entry))];
        model.queue.apply(guest, &model.rules.policy);
        model.guest = Some((number.clone(), before));
    }
    if on_board {
        show(model, &number);
        model.act_of = wanted;
    } else {
        model.queue.select(&number);
    }
    Vec::new()
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
    let is_there = model.queue.find(guest).is_some() || model.reading.is_some();
    (!is_there).then(|| Effect::Visit(guest.clone()))
}

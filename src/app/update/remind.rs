//! Logging a phone reminder (W1): to which unit, about what it still owes, and whether it answered.

use super::{browse, refuse};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::mode::{Mode, Remind};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::domain::command::Act;
use crate::domain::ids::{About, ClockId, Unit};
use crate::domain::queue::{Column, Row};

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    open_about(model, None)
}

/// With the hand on a unit, where one is meant.
pub(super) fn open_about(model: &mut Model, meant: Option<&Unit>) -> Vec<Effect> {
    let Some(entry) = model.queue.selected() else {
        return refuse(model, Notice::NothingInHand);
    };
    let number = entry.row.number.clone();
    let page = model.page_in_hand();
    let units: Vec<_> = entry
        .row
        .units
        .iter()
        .map(|unit| {
            // The page knows each unit's own sign; the row only the most urgent one.
            let stay = page.and_then(|p| p.case.stay_of(unit));
            let owes_sign = stay.map_or_else(
                || owes(&entry.row, Column::UnitSign),
                |s| s.signed.is_none(),
            );
            let about = if owes_sign {
                About::UnitSign
            } else if owes(&entry.row, Column::Reply) {
                About::Reply
            } else {
                About::Close
            };
            (unit.clone(), about)
        })
        .collect();
    if units.is_empty() {
        return refuse(model, Notice::NoUnit(number));
    }
    let in_hand = units
        .iter()
        .position(|(unit, _)| Some(unit) == meant)
        .unwrap_or(0);
    model.mode = Mode::Remind(Remind {
        number,
        units,
        in_hand,
    });
    Vec::new()
}

fn owes(row: &Row, column: Column) -> bool {
    let place = Column::ALL.iter().position(|c| *c == column);
    let cell = place.and_then(|p| row.cells.get(p)).copied().flatten();
    cell.is_some_and(|c| {
        c.met.is_none()
            && c.due.is_some()
            && c.id != ClockId::C6
            && c.end == crate::domain::clock::End::Open
    })
}

pub(super) fn press(model: &mut Model, action: Option<Action>) -> Vec<Effect> {
    let Mode::Remind(remind) = &mut model.mode else {
        return Vec::new();
    };
    match action {
        Some(Action::Up) => remind.step(-1),
        Some(Action::Down) => remind.step(1),
        Some(Action::Accept) => return send(model, true),
        Some(Action::Unanswered) => return send(model, false),
        Some(Action::Back) => model.mode = Mode::Browse,
        Some(_) | None => {}
    }
    Vec::new()
}

fn send(model: &mut Model, answered: bool) -> Vec<Effect> {
    let Mode::Remind(remind) = &model.mode else {
        return Vec::new();
    };
    let numbers = [remind.number.clone()];
    let Some((unit, about)) = remind.units.get(remind.in_hand).cloned() else {
        return Vec::new();
    };
    model.mode = Mode::Browse;
    browse::on_these(model, &numbers, |_, _| {
        Ok(Act::Remind {
            unit: Some(unit.clone()),
            about,
            answered,
        })
    })
}

//! Logging a phone reminder (W1): to which unit, about what it still owes, and whether it answered.

use super::{browse, refuse};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::mode::{Mode, Remind};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::domain::case::Case;
use crate::domain::command::Act;
use crate::domain::ids::{About, Number, Unit};
use crate::domain::step::Task;

/// The facts of the case are there. The hand is on the unit the next step is about, else on the first that has not signed.
pub(super) fn open(model: &mut Model, number: &Number) -> Vec<Effect> {
    let Some(page) = model.page_of(number) else {
        return Vec::new();
    };
    let case = &page.case;
    let step = model.queue.find(number).and_then(|e| model.step_of(&e.row));
    let step = step.filter(|s| matches!(s.task, Task::PhoneSign | Task::PhoneReply));
    // A unit that was phoned about its sign is phoned about the answer next, signed or not.
    let answer = step.filter(|s| s.task == Task::PhoneReply);
    let answer = answer.and_then(|s| s.unit.as_ref());
    let step = step.and_then(|s| s.unit.as_ref());
    let about = |unit: &Unit| {
        if answer == Some(unit) {
            About::Reply
        } else {
            owes(case, unit)
        }
    };
    let units: Vec<(Unit, About)> = case
        .units()
        .map(|unit| (unit.clone(), about(unit)))
        .collect();
    if units.is_empty() {
        return refuse(model, Notice::NoUnit(number.clone()));
    }
    let place = |wanted: &Unit| units.iter().position(|(unit, _)| unit == wanted);
    let unsigned = || {
        units
            .iter()
            .position(|(_, about)| *about == About::UnitSign)
    };
    let in_hand = step.and_then(place).or_else(unsigned).unwrap_or(0);
    model.mode = Mode::Remind(Remind {
        number: number.clone(),
        units,
        in_hand,
    });
    Vec::new()
}

/// What a unit still owes: its own sign, the answer that is the lead's (C7, C8), or what is left.
fn owes(case: &Case, unit: &Unit) -> About {
    let unsigned = case.stay_of(unit).is_some_and(|s| s.signed.is_none());
    let unanswered = case.turns.last().is_none_or(|t| t.reply.is_none());
    if unsigned {
        About::UnitSign
    } else if unanswered && case.lead_unit() == Some(unit) {
        About::Reply
    } else {
        About::Close
    }
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

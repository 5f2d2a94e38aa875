//! The dispatch picker: letters narrow the units, Space adds an assisting one, Enter sends with the one in hand as lead.

use std::collections::BTreeSet;

use super::{browse, refuse};
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::Action;
use crate::app::mode::{Batch, Dispatch, Mode, Narrowed};
use crate::app::model::Model;
use crate::app::msg::Entry;
use crate::app::notice::Notice;
use crate::domain::event::Assignment;
use crate::domain::ids::{Number, Role, Unit};

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let numbers = model.meant().iter().map(|e| e.row.number.clone()).collect();
    open_for(model, numbers)
}

/// The picker for these cases.
pub(super) fn open_for(model: &mut Model, numbers: Vec<Number>) -> Vec<Effect> {
    let meant: Vec<&Entry> = numbers
        .iter()
        .filter_map(|number| model.queue.find(number))
        .collect();
    if meant.is_empty() {
        return refuse(model, Notice::NothingInHand);
    }
    let policy = &model.rules.policy;
    let is_own = |unit: &Unit| {
        meant.iter().any(|e| {
            let own = e.row.community.as_ref();
            own.and_then(|c| policy.community(c.as_str()))
                .is_some_and(|c| c.unit == *unit)
        })
    };
    let (own, others): (Vec<Unit>, Vec<Unit>) = policy.units().cloned().partition(is_own);
    let own_count = own.len();
    let units: Vec<Unit> = own.into_iter().chain(others).collect();
    let present = present(&meant, &units);
    let list = Narrowed::new(units.iter().map(Unit::as_str));
    model.mode = Mode::Dispatch(Box::new(Dispatch {
        numbers,
        units,
        own: own_count,
        present,
        list,
        assisting: BTreeSet::new(),
        changed: None,
    }));
    Vec::new()
}

/// The picker with the lead in hand and the units it was asked for taken: Enter sends the case to them too.
pub(super) fn open_with_help(model: &mut Model, number: Number) -> Vec<Effect> {
    let page = model.page_of(&number);
    let asked = page.and_then(|p| Some((p.case.lead_unit().cloned(), p.case.help_asked.clone()?)));
    let effects = open_for(model, vec![number]);
    if let (Some((lead, asked)), Mode::Dispatch(picker)) = (asked, &mut model.mode) {
        let place = |unit: &Unit| picker.units.iter().position(|u| u == unit);
        picker.assisting = asked.units.iter().filter_map(place).collect();
        picker.list.in_hand = lead.as_ref().and_then(place).unwrap_or(0);
    }
    effects
}

/// Which of the units are on the case already, by place; none for several cases.
fn present(meant: &[&Entry], units: &[Unit]) -> BTreeSet<usize> {
    let on_case: &[Unit] = match meant {
        [one] => &one.row.units,
        _ => &[],
    };
    (0..)
        .zip(units)
        .filter_map(|(place, unit)| on_case.contains(unit).then_some(place))
        .collect()
}

/// Another window changed a case of the picker: it says so, and shows who is on the case now. The next Enter only takes
/// note of it.
pub(super) fn changed_elsewhere(model: &mut Model, numbers: &[Number]) -> Vec<Effect> {
    let Mode::Dispatch(picker) = &mut model.mode else {
        return Vec::new();
    };
    let Some(number) = picker.numbers.iter().find(|n| numbers.contains(n)).cloned() else {
        return Vec::new();
    };
    let meant = picker.numbers.iter().filter_map(|n| model.queue.find(n));
    let meant: Vec<&Entry> = meant.collect();
    picker.present = present(&meant, &picker.units);
    picker.changed = Some(number.clone());
    refuse(model, Notice::ChangedMeanwhile(number))
}

pub(super) fn press(model: &mut Model, action: Option<Action>, key: Key) -> Vec<Effect> {
    let Mode::Dispatch(picker) = &mut model.mode else {
        return Vec::new();
    };
    match action {
        Some(Action::Back) => model.mode = Mode::Browse,
        Some(Action::Up) => picker.list.step(-1),
        Some(Action::Down) => picker.list.step(1),
        Some(Action::ToggleAssist) => {
            if let Some(unit) = picker.list.chosen()
                && !picker.assisting.remove(&unit)
            {
                picker.assisting.insert(unit);
                // Now another can be looked for.
                picker.list.field.clear();
                picker.list.narrow();
            }
        }
        Some(Action::Accept) => return send(model),
        Some(_) | None => {
            let before = picker.list.field.text().to_owned();
            if picker.list.field.take(key) && picker.list.field.text() != before {
                picker.list.narrow();
            }
        }
    }
    Vec::new()
}

/// A click puts the hand on a unit; one on the unit in hand dispatches.
pub(super) fn click(model: &mut Model, place: usize) -> Vec<Effect> {
    let Mode::Dispatch(picker) = &mut model.mode else {
        return Vec::new();
    };
    if picker.list.in_hand == place {
        return send(model);
    }
    picker.list.in_hand = place;
    Vec::new()
}

fn send(model: &mut Model) -> Vec<Effect> {
    let Mode::Dispatch(picker) = &mut model.mode else {
        return Vec::new();
    };
    // Whoever pressed Enter just then had not read it.
    if let Some(number) = picker.changed.take() {
        return refuse(model, Notice::ChangedMeanwhile(number));
    }
    let Some(lead) = picker.list.chosen() else {
        return Vec::new();
    };
    let with_role = |place: usize, role: Role| {
        picker.units.get(place).map(|unit| Assignment {
            unit: unit.clone(),
            role,
        })
    };
    let assisting = picker.assisting.iter().filter(|place| **place != lead);
    let units: Vec<Assignment> = with_role(lead, Role::Lead)
        .into_iter()
        .chain(assisting.filter_map(|place| with_role(*place, Role::Assist)))
        .collect();
    // The picker was opened for these cases; what was marked or came into hand since does not matter.
    let numbers = picker.numbers.clone();
    model.mode = Mode::Browse;
    browse::do_to_all(model, numbers, Batch::Dispatch(units))
}

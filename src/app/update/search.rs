//! Typing what to look for: the queue narrows with every letter; Enter keeps it, Esc shows all again. A phone number is
//! looked for on disk, because it stands in no row.
//!
//! Cases that are done with are not in the queue, but a rating or an appeal may still come: where nothing is found, Enter
//! looks for what is typed at the end of the numbers of all cases.

use super::refuse;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::Action;
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::msg::Entry;
use crate::app::notice::Notice;
use crate::app::text_field::TextField;
use crate::domain::ids::Number;
use crate::domain::privacy::typed_number;
use crate::domain::text;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.mode = Mode::Search(TextField::with(model.queue.looked_for()));
    Vec::new()
}

pub(super) fn press(model: &mut Model, action: Option<Action>, key: Key) -> Vec<Effect> {
    match action {
        Some(Action::Accept) => {
            model.mode = Mode::Browse;
            return look_up(model);
        }
        Some(Action::Back) => {
            model.queue.look_for("", &model.rules.policy);
            model.mode = Mode::Browse;
        }
        Some(Action::Up) => model.queue.step(-1),
        Some(Action::Down) => model.queue.step(1),
        Some(_) | None => {
            if let Mode::Search(field) = &mut model.mode
                && field.take(key)
                && field.text() != model.queue.looked_for()
            {
                model.queue.look_for(field.text(), &model.rules.policy);
                return find(model).into_iter().collect();
            }
        }
    }
    Vec::new()
}

/// Looks for a number on disk.
pub(super) fn find(model: &Model) -> Option<Effect> {
    typed_number(model.queue.looked_for()).map(Effect::Find)
}

/// The cases in which the number stands are shown too, unless something else has been typed since.
pub(super) fn found_besides(model: &mut Model, wanted: &str, numbers: Vec<Number>) -> Vec<Effect> {
    if typed_number(model.queue.looked_for()).as_deref() == Some(wanted) {
        model.queue.show_besides(numbers);
    }
    Vec::new()
}

/// Less of a number than this says nothing, in signs.
const TELLING: usize = 4;

fn look_up(model: &mut Model) -> Vec<Effect> {
    let typed = text::fold(model.queue.looked_for().trim()).into_owned();
    if !model.queue.lines().is_empty() || typed.chars().count() < TELLING {
        return Vec::new();
    }
    model.looking_up = true;
    vec![Effect::LookUp(typed)]
}

/// What was found is put among the cases of the queue until it is read anew, with the hand on it.
pub(super) fn found(model: &mut Model, typed: String, entries: Vec<Entry>) -> Vec<Effect> {
    // Whoever has left meanwhile does not mean it any more.
    if !std::mem::take(&mut model.looking_up) {
        return Vec::new();
    }
    let Some(first) = entries.first().map(|e| e.row.number.clone()) else {
        return refuse(model, Notice::NotFound(typed));
    };
    model.queue.look_for("", &model.rules.policy);
    let entries = entries.into_iter().map(|e| (e.row.number.clone(), Some(e)));
    model.queue.apply(entries.collect(), &model.rules.policy);
    model.queue.select(&first);
    Vec::new()
}

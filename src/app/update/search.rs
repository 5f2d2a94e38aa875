//! Typing what to look for: the queue narrows with every letter; Enter keeps it, Esc shows all again. What stands in no row,
//! such as a phone number or an answer, is looked for on disk.
//!
//! Cases that are done with are not in the queue, but a rating or an appeal may still come, and a citizen may call: a key
//! looks among them too, and Enter does where nothing is found.

use std::collections::BTreeSet;

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
use crate::domain::text;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.queue.look_for("", &model.rules.policy);
    model.mode = Mode::Search(TextField::default());
    Vec::new()
}

pub(super) fn press(model: &mut Model, action: Option<Action>, key: Key) -> Vec<Effect> {
    match action {
        Some(Action::Accept) if model.queue.lines().is_empty() => return look_up(model),
        Some(Action::Accept) => model.mode = Mode::Browse,
        Some(Action::SearchAll) => return look_up(model),
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

/// Looks on disk for what no row shows, as soon as what is typed says enough.
pub(super) fn find(model: &Model) -> Option<Effect> {
    let typed = model.queue.looked_for();
    text::says_enough(typed.trim()).then(|| Effect::Find(typed.to_owned()))
}

/// The cases in which it stands are shown too, unless something else has been typed since.
pub(super) fn found_besides(
    model: &mut Model,
    typed: &str,
    numbers: BTreeSet<Number>,
) -> Vec<Effect> {
    if model.queue.looked_for() == typed {
        model.queue.show_besides(numbers);
    }
    Vec::new()
}

fn look_up(model: &mut Model) -> Vec<Effect> {
    model.mode = Mode::Browse;
    let typed = model.queue.looked_for().trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let effect = Effect::LookUp(text::fold(typed).into_owned());
    model.looking_up = true;
    vec![effect]
}

/// What was found is put among the cases of the queue while it is looked for, with the hand on the first.
pub(super) fn found(
    model: &mut Model,
    typed: String,
    entries: Vec<Entry>,
    total: usize,
) -> Vec<Effect> {
    // Whoever has left meanwhile does not mean it any more.
    if !std::mem::take(&mut model.looking_up) {
        return Vec::new();
    }
    let Some(first) = entries.first().map(|e| e.row.number.clone()) else {
        return refuse(model, Notice::NotFound(typed));
    };
    model.notice = (total > entries.len()).then_some(Notice::FoundMore {
        shown: entries.len(),
        total,
    });
    let numbers = entries.iter().map(|e| e.row.number.clone()).collect();
    let entries = entries.into_iter().map(|e| (e.row.number.clone(), Some(e)));
    model.queue.apply(entries.collect(), &model.rules.policy);
    model.queue.show_besides(numbers);
    model.queue.select(&first);
    Vec::new()
}

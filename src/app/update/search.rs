//! Typing what to look for: the queue narrows with every letter; Enter keeps it, Esc shows all again.

use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::Action;
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::text_field::TextField;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.mode = Mode::Search(TextField::with(model.queue.looked_for()));
    Vec::new()
}

pub(super) fn press(model: &mut Model, action: Option<Action>, key: Key) -> Vec<Effect> {
    match action {
        Some(Action::Accept) => model.mode = Mode::Browse,
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
            }
        }
    }
    Vec::new()
}

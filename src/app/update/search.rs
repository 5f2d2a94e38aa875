//! Typing what to look for: the queue narrows with every letter; Enter keeps it, Esc shows all again. A phone number is
//! looked for on disk, because it stands in no row.

use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::Action;
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::text_field::TextField;
use crate::domain::ids::Number;
use crate::domain::text::fold;

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
                return find(model).into_iter().collect();
            }
        }
    }
    Vec::new()
}

/// So many digits may be a part of a phone number.
const LEAST: usize = 4;

/// The digits to be looked for on disk: what is typed is nothing but a number, however it is written.
fn digits(typed: &str) -> Option<String> {
    let folded = fold(typed);
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-');
    let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
    (folded.chars().all(is_of_number) && digits.len() >= LEAST).then_some(digits)
}

/// Looks for a number on disk.
pub(super) fn find(model: &Model) -> Option<Effect> {
    digits(model.queue.looked_for()).map(Effect::Find)
}

/// The cases in which the number stands are shown too, unless something else has been typed since.
pub(super) fn found(model: &mut Model, wanted: &str, numbers: Vec<Number>) -> Vec<Effect> {
    if digits(model.queue.looked_for()).as_deref() == Some(wanted) {
        model.queue.show_besides(numbers);
    }
    Vec::new()
}

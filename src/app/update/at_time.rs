//! The prompt for a past time: the next acts are logged as of then, until one is on disk or Esc clears it.

use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::Action;
use crate::app::mode::{AtProblem, AtTime, Mode};
use crate::app::model::Model;
use crate::app::typed_time::read_time;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.mode = Mode::AtTime(AtTime::default());
    Vec::new()
}

pub(super) fn press(model: &mut Model, action: Option<Action>, key: Key) -> Vec<Effect> {
    let Mode::AtTime(prompt) = &mut model.mode else {
        return Vec::new();
    };
    match action {
        Some(Action::Back) => model.mode = Mode::Browse,
        Some(Action::Accept) => {
            let typed = prompt.field.text();
            if typed.trim().is_empty() {
                model.happened_at = None;
                model.mode = Mode::Browse;
                return Vec::new();
            }
            match read_time(typed, model.now) {
                None => prompt.problem = Some(AtProblem::NotATime),
                Some(past) if past.at > model.now => {
                    prompt.problem = Some(AtProblem::Future(past.at));
                }
                Some(past) => {
                    model.happened_at = Some(past);
                    model.mode = Mode::Browse;
                }
            }
        }
        Some(_) | None => {
            if prompt.field.take(key) {
                prompt.problem = None;
            }
        }
    }
    Vec::new()
}

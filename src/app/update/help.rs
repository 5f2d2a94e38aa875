//! Turning the help page.

use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::mode::Mode;
use crate::app::model::Model;

pub(super) fn press(model: &mut Model, action: Option<Action>) -> Vec<Effect> {
    let page = usize::from(model.size.1.saturating_sub(4));
    let Mode::Help(scroll) = &mut model.mode else {
        return Vec::new();
    };
    if super::turn(scroll, action, page) {
        return Vec::new();
    }
    if let Some(Action::Back | Action::Help) = action {
        model.mode = Mode::Browse;
    }
    Vec::new()
}

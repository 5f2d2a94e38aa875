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
    match action {
        Some(Action::Up) => *scroll = scroll.saturating_sub(1),
        Some(Action::Down) => *scroll += 1,
        Some(Action::PageUp) => *scroll = scroll.saturating_sub(page),
        Some(Action::PageDown) => *scroll += page,
        Some(Action::First) => *scroll = 0,
        Some(Action::Last) => *scroll = usize::MAX,
        Some(Action::Back | Action::Help) => model.mode = Mode::Browse,
        Some(_) | None => {}
    }
    Vec::new()
}

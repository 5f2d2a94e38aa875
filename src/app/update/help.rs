//! The help page: opened over the queue, a page or a board, and shut to go on there.

use super::boards;
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::mode::{Help, Mode};
use crate::app::model::Model;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let about = model.scope();
    let behind = Box::new(std::mem::replace(&mut model.mode, Mode::Browse));
    model.mode = Mode::Help(Help {
        about,
        scroll: 0,
        behind,
    });
    Vec::new()
}

pub(super) fn press(model: &mut Model, action: Option<Action>) -> Vec<Effect> {
    let page = usize::from(model.size.1.saturating_sub(4));
    let Mode::Help(help) = &mut model.mode else {
        return Vec::new();
    };
    if super::turn(&mut help.scroll, action, page) {
        return Vec::new();
    }
    if let Some(Action::Back | Action::Help) = action {
        let behind = std::mem::replace(&mut *help.behind, Mode::Browse);
        model.mode = behind;
        // What came meanwhile did not reach it.
        if let Mode::Journal(journal) = &model.mode
            && journal.rows.is_none()
        {
            return vec![Effect::LoadJournal(journal.date)];
        }
        return boards::read_again(model).into_iter().collect();
    }
    Vec::new()
}

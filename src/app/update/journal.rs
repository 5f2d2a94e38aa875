//! Turning the journal of what was told.

use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::mode::{Journal, Mode};
use crate::app::model::Model;
use crate::domain::telling::JournalRow;
use crate::domain::time::Date;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let today = model.now.date();
    turn_to(model, today)
}

fn turn_to(model: &mut Model, date: Date) -> Vec<Effect> {
    model.mode = Mode::Journal(Box::new(Journal {
        date,
        rows: None,
        scroll: 0,
    }));
    vec![Effect::LoadJournal(date)]
}

/// The rows of a date. The last ones are what one looks for.
pub(super) fn loaded(model: &mut Model, date: Date, rows: Vec<JournalRow>) -> Vec<Effect> {
    if let Mode::Journal(journal) = &mut model.mode
        && journal.date == date
    {
        journal.rows = Some(rows);
        journal.scroll = usize::MAX;
    }
    Vec::new()
}

pub(super) fn press(model: &mut Model, action: Option<Action>) -> Vec<Effect> {
    let page = usize::from(model.size.1.saturating_sub(6));
    let Mode::Journal(journal) = &mut model.mode else {
        return Vec::new();
    };
    if super::turn(&mut journal.scroll, action, page) {
        return Vec::new();
    }
    match action {
        Some(Action::PreviousDay) => {
            let date = journal.date.pred_opt().unwrap_or(journal.date);
            return turn_to(model, date);
        }
        Some(Action::NextDay) => {
            let date = journal.date.succ_opt().unwrap_or(journal.date);
            return turn_to(model, date);
        }
        Some(Action::Back | Action::Journal) => model.mode = Mode::Browse,
        Some(_) | None => {}
    }
    Vec::new()
}

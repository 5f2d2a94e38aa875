//! What is owed after the close: moving through the list and the month, and opening a case.

use super::{boards, visit};
use crate::app::boards::aftercare::{AftercareBoard, Face};
use crate::app::boards::{entry_at, headed};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::month;
use crate::app::view;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let board = AftercareBoard::new(model.now.date());
    model.mode = Mode::Aftercare(Box::new(board));
    boards::read_again(model).into_iter().collect()
}

pub(super) fn press(model: &mut Model, action: Option<Action>) -> Vec<Effect> {
    let page = view::aftercare::room(model).max(1);
    let now = model.now;
    let Mode::Aftercare(board) = &mut model.mode else {
        return Vec::new();
    };
    if board.face == Face::Month {
        return in_month(model, action);
    }
    let mut place = board.in_hand(&board.lines(now));
    if super::turn(&mut place, action, page) {
        board.put_hand(place, now);
        return Vec::new();
    }
    match action {
        Some(Action::OtherSide) => board.face = Face::Month,
        Some(Action::Back) if board.face == Face::Day => board.face = Face::Month,
        Some(Action::Back) => model.mode = Mode::Browse,
        Some(Action::Open) => {
            let lines = board.lines(now);
            let number = lines.get(place).map(|line| line.owing.number().clone());
            if let Some(number) = number {
                board.put_hand(place, now);
                return visit::open(model, &number);
            }
        }
        Some(_) | None => {}
    }
    Vec::new()
}

fn in_month(model: &mut Model, action: Option<Action>) -> Vec<Effect> {
    let now = model.now;
    let Mode::Aftercare(board) = &mut model.mode else {
        return Vec::new();
    };
    if let Some(date) = month::moved(board.date, action, now.date()) {
        board.date = date;
        return Vec::new();
    }
    match action {
        Some(Action::Open) => {
            board.face = Face::Day;
            board.put_hand(0, now);
        }
        Some(Action::OtherSide) => board.face = Face::All,
        Some(Action::Back) => model.mode = Mode::Browse,
        Some(_) | None => {}
    }
    Vec::new()
}

/// A click puts the hand on a line or a day; a second one opens it.
pub(super) fn click(model: &mut Model, column: u16, row: u16) -> Vec<Effect> {
    let now = model.now;
    let list = view::aftercare::list(model);
    let Mode::Aftercare(board) = &model.mode else {
        return Vec::new();
    };
    if board.face == Face::Month {
        let grid = view::aftercare::grid(model, board.date);
        let Some(day) = grid.day_at(&month::weeks(board.date), column, row) else {
            return Vec::new();
        };
        if board.date == day {
            return press(model, Some(Action::Open));
        }
        if let Mode::Aftercare(board) = &mut model.mode {
            board.date = day;
        }
        return Vec::new();
    }
    if !list.holds(column, row) {
        return Vec::new();
    }
    let lines = board.lines(now);
    let in_hand = board.in_hand(&lines);
    let shown = headed(lines.iter().map(|line| line.when));
    let room = usize::from(list.height);
    match entry_at(&shown, in_hand, room, usize::from(row - list.y)) {
        Some(place) if place == in_hand => press(model, Some(Action::Open)),
        Some(place) => {
            if let Mode::Aftercare(board) = &mut model.mode {
                board.put_hand(place, now);
            }
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// The wheel moves the hand, or turns the months.
pub(super) fn scroll(model: &mut Model, by: isize) -> Vec<Effect> {
    let in_month = matches!(&model.mode, Mode::Aftercare(board) if board.face == Face::Month);
    let action = match (in_month, by < 0) {
        (true, true) => Action::PageUp,
        (true, false) => Action::PageDown,
        (false, true) => Action::Up,
        (false, false) => Action::Down,
    };
    press(model, Some(action))
}

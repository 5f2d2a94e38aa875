//! Settling where the desk and the platform disagree: the platform's value taken, or what stands here kept (R9).

use super::{boards, browse, refuse, visit};
use crate::app::boards::reconcile::{Line, ReconcileBoard};
use crate::app::boards::{entry_at, headed};
use crate::app::effect::{Append, Effect};
use crate::app::keymap::Action;
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::view;
use crate::domain::command::Act;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.mode = Mode::Reconcile(Box::<ReconcileBoard>::default());
    boards::read_again(model).into_iter().collect()
}

pub(super) fn press(model: &mut Model, action: Option<Action>) -> Vec<Effect> {
    let page = view::reconcile::room(model).max(1);
    let Mode::Reconcile(board) = &mut model.mode else {
        return Vec::new();
    };
    let mut place = board.in_hand(&board.lines());
    if super::turn(&mut place, action, page) {
        board.put_hand(place);
        return Vec::new();
    }
    match action {
        Some(Action::Back) => model.mode = Mode::Browse,
        Some(Action::Open) => {
            let number = board.held().map(|line| line.about().number.clone());
            if let Some(number) = number {
                board.put_hand(place);
                return visit::open(model, &number);
            }
        }
        Some(Action::Take) => return settle(model, true),
        Some(Action::Keep) => return settle(model, false),
        Some(_) | None => {}
    }
    Vec::new()
}

fn settle(model: &mut Model, take: bool) -> Vec<Effect> {
    let context = model.context();
    let Mode::Reconcile(board) = &mut model.mode else {
        return Vec::new();
    };
    let place = board.in_hand(&board.lines());
    board.put_hand(place);
    let Some(line) = board.held() else {
        return refuse(model, Notice::NothingInHand);
    };
    let (about, field) = (line.about().clone(), line.field().map(str::to_owned));
    let Some(field) = field else {
        return refuse(model, Notice::ConfirmedByList);
    };
    if model.writing.contains(&about.number) {
        return refuse(model, Notice::StillWriting(about.number));
    }
    let append = Append {
        number: about.number,
        expected: Some(about.version),
        act: Act::Reconcile {
            field,
            take,
            reason: None,
        },
        context,
        message: None,
    };
    browse::send(model, vec![append])
}

/// A click puts the hand on a line; a second one opens its case.
pub(super) fn click(model: &mut Model, column: u16, row: u16) -> Vec<Effect> {
    let list = view::reconcile::list(model);
    let Mode::Reconcile(board) = &model.mode else {
        return Vec::new();
    };
    if !list.holds(column, row) {
        return Vec::new();
    }
    let lines = board.lines();
    let in_hand = board.in_hand(&lines);
    let shown = headed(lines.iter().map(Line::part));
    let room = usize::from(list.height);
    match entry_at(&shown, in_hand, room, usize::from(row - list.y)) {
        Some(place) if place == in_hand => press(model, Some(Action::Open)),
        Some(place) => {
            if let Mode::Reconcile(board) = &mut model.mode {
                board.put_hand(place);
            }
            Vec::new()
        }
        None => Vec::new(),
    }
}

pub(super) fn scroll(model: &mut Model, by: isize) -> Vec<Effect> {
    let action = if by < 0 { Action::Up } else { Action::Down };
    press(model, Some(action))
}

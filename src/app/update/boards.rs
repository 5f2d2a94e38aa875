//! The menu of boards, and what all boards share: they are read anew whenever something was written.

use super::{browse, report};
use crate::app::boards::{Board, MENU};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::msg::{Msg, Read};
use crate::app::text::Texts;
use crate::app::view;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.mode = Mode::Boards(0);
    Vec::new()
}

pub(super) fn press(model: &mut Model, texts: &Texts, action: Option<Action>) -> Vec<Effect> {
    let Mode::Boards(in_hand) = &mut model.mode else {
        return Vec::new();
    };
    match action {
        Some(Action::Up) => step(in_hand, -1),
        Some(Action::Down) => step(in_hand, 1),
        Some(Action::Back) => model.mode = Mode::Browse,
        Some(Action::Accept) => {
            let chosen = MENU.get(*in_hand).copied();
            return chosen.map_or_else(Vec::new, |board| show(model, texts, board));
        }
        Some(board) => return show(model, texts, board),
        None => {}
    }
    Vec::new()
}

fn step(in_hand: &mut usize, by: isize) {
    let last = MENU.len().saturating_sub(1);
    *in_hand = in_hand.saturating_add_signed(by).min(last);
}

/// Opens a board of the menu; any other act does nothing here.
fn show(model: &mut Model, texts: &Texts, board: Action) -> Vec<Effect> {
    if MENU.contains(&board) {
        browse::act(model, texts, board)
    } else {
        Vec::new()
    }
}

/// Does the message say that the store holds something new?
pub(super) const fn is_news(msg: &Msg) -> bool {
    matches!(
        msg,
        Msg::Loaded { .. }
            | Msg::Decided { .. }
            | Msg::ChangedElsewhere(_)
            | Msg::RosterChanged(_)
            | Msg::RosterActed { .. }
            | Msg::CameIn(_)
            | Msg::Waiting(_)
    )
}

/// Reads the open board once more. What it shows stays until the answer is there.
pub(super) fn read_again(model: &Model) -> Option<Effect> {
    let board = match &model.mode {
        Mode::Aftercare(_) => Board::Aftercare,
        Mode::Reconcile(_) => Board::Reconcile,
        Mode::Forwarded(_) => Board::Forwarded,
        Mode::Report(board) => Board::Report(board.asked),
        Mode::Roster(_) => Board::Roster,
        Mode::Browse
        | Mode::Search(_)
        | Mode::Acts(_)
        | Mode::Act(_)
        | Mode::Dispatch(_)
        | Mode::Remind(_)
        | Mode::Suggestions(_)
        | Mode::NewCase(_)
        | Mode::Decide(_)
        | Mode::AtTime(_)
        | Mode::Confirm(_)
        | Mode::Help(_)
        | Mode::Palette(_)
        | Mode::Journal(_)
        | Mode::Boards(_)
        | Mode::Welcome(_) => return None,
    };
    Some(Effect::LoadBoard(board))
}

/// What the store says of a board; of one that has been left meanwhile it is passed over.
pub(super) fn loaded(model: &mut Model, read: Read) {
    let read = match read {
        Read::Report(asked, figures) => return report::loaded(model, asked, figures),
        read @ (Read::Roster(_) | Read::Aftercare(_) | Read::Reconcile(_) | Read::Forwarded(_)) => {
            read
        }
    };
    if let Read::Forwarded(messages) = &read {
        model.waiting = messages.count;
    }
    match (read, &mut model.mode) {
        (Read::Roster(facts), Mode::Roster(board)) => board.facts = Some(facts),
        (Read::Aftercare(cases), Mode::Aftercare(board)) => board.cases = Some(cases),
        (Read::Reconcile(ledger), Mode::Reconcile(board)) => {
            board.ledger = Some(*ledger);
            // Where a line was settled, the hand goes on from there.
            let place = board.in_hand(&board.lines());
            board.put_hand(place);
        }
        (Read::Forwarded(messages), Mode::Forwarded(board)) => {
            board.read(*messages, &model.rules.policy);
        }
        (
            Read::Aftercare(_)
            | Read::Reconcile(_)
            | Read::Roster(_)
            | Read::Forwarded(_)
            | Read::Report(..),
            _,
        ) => {}
    }
}

/// A click opens the board it falls on.
pub(super) fn click(model: &mut Model, texts: &Texts, column: u16, row: u16) -> Vec<Effect> {
    let Mode::Boards(in_hand) = model.mode else {
        return Vec::new();
    };
    let place = view::boards::hit(model.size, in_hand, (column, row));
    let chosen = place.and_then(|place| MENU.get(place)).copied();
    chosen.map_or_else(Vec::new, |board| show(model, texts, board))
}

pub(super) fn scroll(model: &mut Model, by: isize) -> Vec<Effect> {
    if let Mode::Boards(in_hand) = &mut model.mode {
        step(in_hand, by.signum());
    }
    Vec::new()
}

//! Dealing with what a phone forwarded: a case keyed in from it, a note, a phone reminder confirmed, or put aside. Nothing of
//! it is done before somebody asks for it.

use super::{boards, browse, form, refuse, visit};
use crate::app::boards::forwarded::{ForwardedBoard, Part};
use crate::app::boards::{entry_at, headed};
use crate::app::effect::{Append, Effect};
use crate::app::keymap::Action;
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::notice::{Notice, OnPhone};
use crate::app::view;
use crate::domain::command::{Act, Context};
use crate::domain::forwarded::{Became, Kept};
use crate::domain::ids::{Actor, Number};

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.mode = Mode::Forwarded(Box::<ForwardedBoard>::default());
    boards::read_again(model).into_iter().collect()
}

pub(super) fn press(model: &mut Model, action: Option<Action>) -> Vec<Effect> {
    let page = view::forwarded::room(model).max(1);
    let Mode::Forwarded(board) = &mut model.mode else {
        return Vec::new();
    };
    let mut place = board.in_hand(&board.lines());
    if super::turn(&mut place, action, page) {
        board.put_hand(place);
        return Vec::new();
    }
    match action {
        Some(Action::Back) if board.settled => other_side(board),
        Some(Action::Back) => model.mode = Mode::Browse,
        Some(Action::OtherSide) => other_side(board),
        Some(Action::Open) => return show(model),
        Some(Action::TakeAsCase) => return take(model),
        Some(Action::Attach) => return attach(model),
        Some(Action::ConfirmCall) => return confirm(model),
        Some(Action::PutAside) => return put_aside(model),
        Some(Action::BringBack) => return bring_back(model),
        Some(_) | None => {}
    }
    Vec::new()
}

fn other_side(board: &mut ForwardedBoard) {
    board.settled = !board.settled;
    board.put_hand(0);
}

/// What is in hand, and the case it is about.
fn held(model: &mut Model) -> Option<(Kept, Part, Option<Number>)> {
    let Mode::Forwarded(board) = &mut model.mode else {
        return None;
    };
    // Where it is dealt with, the hand goes on from there.
    board.put_hand(board.in_hand(&board.lines()));
    let line = board.held()?;
    let case = line.case.map(|(number, _)| number.clone());
    Some((line.kept.clone(), line.part, case))
}

fn say(model: &mut Model, said: OnPhone) -> Vec<Effect> {
    refuse(model, Notice::Phone(said))
}

/// The page of its case; of a text without one, the form of a new one.
fn show(model: &mut Model) -> Vec<Effect> {
    match held(model) {
        None => refuse(model, Notice::NothingInHand),
        Some((_, _, Some(number))) => visit::open(model, &number),
        Some((_, Part::Drafts, None)) => take(model),
        Some((_, Part::Calls, None)) => confirm(model),
        Some((_, Part::Hints | Part::Settled, None)) => say(model, OnPhone::NoCase),
    }
}

fn take(model: &mut Model) -> Vec<Effect> {
    match held(model) {
        None => refuse(model, Notice::NothingInHand),
        Some((kept, _, _)) if kept.settled.is_some() => say(model, OnPhone::IsFact),
        Some((kept, _, _)) => form::open_forwarded(model, &kept),
    }
}

fn attach(model: &mut Model) -> Vec<Effect> {
    let Some((kept, _, case)) = held(model) else {
        return refuse(model, Notice::NothingInHand);
    };
    if kept.settled.is_some() {
        return say(model, OnPhone::IsFact);
    }
    let Some(number) = case else {
        return say(model, OnPhone::NoCase);
    };
    let context = Context {
        at: model.now,
        ..model.context()
    };
    send(model, &kept, number, kept.note(), context)
}

/// Logs the call in hand as a reminder (W1): at the call's moment, for the post that sits here, else the one on duty then.
fn confirm(model: &mut Model) -> Vec<Effect> {
    let Some((kept, part, case)) = held(model) else {
        return refuse(model, Notice::NothingInHand);
    };
    let Some(call) = kept.message.call.clone().filter(|_| part == Part::Calls) else {
        return say(model, OnPhone::NoCall);
    };
    let about = {
        let Mode::Forwarded(board) = &model.mode else {
            return Vec::new();
        };
        board.held().and_then(|line| Some(line.owed?.about))
    };
    let (Some(number), Some(about)) = (case, about) else {
        return say(model, OnPhone::OwedNothing(call.unit));
    };
    let at = kept.called();
    let on_duty = Actor::Post(model.roster.on_duty(&model.rules, at.date()));
    let context = Context {
        at,
        by: model.settings.me.clone().unwrap_or(on_duty),
        // The phone's own words are the evidence.
        note: Some(kept.evidence()),
        ..model.context()
    };
    let Some(act) = kept.reminder(about) else {
        return say(model, OnPhone::NoCall);
    };
    send(model, &kept, number, act, context)
}

fn send(model: &mut Model, kept: &Kept, number: Number, act: Act, context: Context) -> Vec<Effect> {
    if model.writing.contains(&number) {
        return refuse(model, Notice::StillWriting(number));
    }
    let append = Append {
        number,
        // Neither a note nor a call rests on how the case stands.
        expected: None,
        act,
        context,
        message: Some(kept.id),
    };
    browse::send(model, vec![append])
}

fn put_aside(model: &mut Model) -> Vec<Effect> {
    match held(model) {
        None => refuse(model, Notice::NothingInHand),
        Some((kept, _, _)) if kept.settled.is_some() => Vec::new(),
        Some((kept, _, _)) => {
            model.notice = Some(Notice::Phone(OnPhone::PutAside));
            vec![Effect::PutAside(kept.id)]
        }
    }
}

/// What was put aside waits again: the one in hand among what was dealt with, else the one that was put aside last.
fn bring_back(model: &mut Model) -> Vec<Effect> {
    let Mode::Forwarded(board) = &model.mode else {
        return Vec::new();
    };
    let is_aside = |kept: &&Kept| {
        let settled = kept.settled.as_ref();
        settled.is_some_and(|s| s.became == Became::Aside)
    };
    let kept = if board.settled {
        board.held().map(|line| line.kept)
    } else {
        let messages = board.messages.iter();
        messages.flat_map(|m| &m.settled).find(is_aside)
    };
    match kept {
        None => refuse(model, Notice::NothingInHand),
        Some(kept) if !is_aside(&kept) => say(model, OnPhone::IsFact),
        Some(kept) => {
            let id = kept.id;
            model.notice = Some(Notice::Phone(OnPhone::WaitsAgain));
            vec![Effect::BringBack(id)]
        }
    }
}

/// A click puts the hand on a line; a second one opens it.
pub(super) fn click(model: &mut Model, column: u16, row: u16) -> Vec<Effect> {
    let list = view::forwarded::list(model);
    let Mode::Forwarded(board) = &mut model.mode else {
        return Vec::new();
    };
    if !list.holds(column, row) {
        return Vec::new();
    }
    let lines = board.lines();
    let in_hand = board.in_hand(&lines);
    let shown = headed(lines.iter().map(|line| line.part));
    let room = usize::from(list.height);
    match entry_at(&shown, in_hand, room, usize::from(row - list.y)) {
        Some(place) if place == in_hand => press(model, Some(Action::Open)),
        Some(place) => {
            board.put_hand(place);
            Vec::new()
        }
        None => Vec::new(),
    }
}

pub(super) fn scroll(model: &mut Model, by: isize) -> Vec<Effect> {
    let action = if by < 0 { Action::Up } else { Action::Down };
    press(model, Some(action))
}

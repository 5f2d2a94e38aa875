//! The month of duty: moving through it, swaps, stand-ins, handovers, and taking them back.
//!
//! Every act asks once, saying what it does, with a line for the reason; the line stays until the writer has taken it.

use super::{answers, boards, refuse, report};
use crate::app::boards::roster::{Ask, RosterBoard, Side, Step};
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::Action;
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::month;
use crate::app::msg::Snapshot;
use crate::app::notice::Notice;
use crate::app::text_field::TextField;
use crate::app::view;
use crate::domain::command::{Context, RosterAct};
use crate::domain::decide::Refusal;
use crate::domain::event::Logged;
use crate::domain::ids::Post;
use crate::domain::roster::Roster;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.mode = Mode::Roster(Box::new(RosterBoard::new(model.now.date())));
    boards::read_again(model).into_iter().collect()
}

pub(super) fn press(model: &mut Model, action: Option<Action>, key: Key) -> Vec<Effect> {
    let today = model.now.date();
    let Mode::Roster(board) = &mut model.mode else {
        return Vec::new();
    };
    if board.asking.is_some() {
        return answer(model, action, key);
    }
    if let Side::Phones(scroll) = &mut board.side
        && super::turn(scroll, action, 10)
    {
        return Vec::new();
    }
    if let Some(date) = month::moved(board.date, action, today) {
        board.date = date;
        return Vec::new();
    }
    match action {
        Some(Action::Back) => {
            if board.side == Side::Month {
                model.mode = Mode::Browse;
            } else {
                board.side = Side::Month;
            }
        }
        Some(Action::OtherSide) => {
            board.side = match board.side {
                Side::Month => Side::Phones(0),
                Side::Phones(_) => Side::Month,
            };
        }
        Some(Action::Swap) => {
            let to = board.swap_to(&model.roster, &model.rules);
            ask(model, Step::Swap(to));
        }
        Some(Action::StandIn) => {
            let absent = model.roster.carries(&model.rules, board.date);
            ask(model, Step::StandIn { absent });
        }
        Some(Action::HandOver) => ask(model, Step::HandOver),
        Some(Action::TakeBack) => return ask_back(model),
        Some(_) | None => {}
    }
    Vec::new()
}

fn ask(model: &mut Model, step: Step) {
    if let Mode::Roster(board) = &mut model.mode {
        board.side = Side::Month;
        board.asking = Some(Ask {
            step,
            date: board.date,
            field: TextField::default(),
            refused: None,
            sent: false,
        });
    }
}

fn ask_back(model: &mut Model) -> Vec<Effect> {
    let Mode::Roster(board) = &model.mode else {
        return Vec::new();
    };
    let last = board.last_of_day(model.now).cloned();
    let step = last.map(|fact| Step::TakeBack(Box::new(fact)));
    match step {
        Some(step) => {
            ask(model, step);
            Vec::new()
        }
        None => {
            let notice = Notice::NothingOfDay(board.date);
            refuse(model, notice)
        }
    }
}

/// Keys while something is asked for: a text is typed.
fn answer(model: &mut Model, action: Option<Action>, key: Key) -> Vec<Effect> {
    let context = model.context();
    let Mode::Roster(board) = &mut model.mode else {
        return Vec::new();
    };
    let Some(ask) = &mut board.asking else {
        return Vec::new();
    };
    match action {
        Some(Action::Back) => board.asking = None,
        Some(Action::Accept) if !ask.sent => {
            ask.sent = true;
            ask.refused = None;
            let (act, context) = command(ask, context);
            return vec![Effect::ActOnRoster(act, context)];
        }
        Some(Action::NextValue) => {
            if let Step::StandIn { absent } = &mut ask.step {
                *absent = absent.other();
            }
        }
        Some(_) | None => {
            if ask.field.take(key) {
                ask.refused = None;
            }
        }
    }
    Vec::new()
}

fn command(ask: &Ask, context: Context) -> (RosterAct, Context) {
    let typed = Some(ask.field.text().trim().to_owned()).filter(|t| !t.is_empty());
    let date = ask.date;
    match &ask.step {
        Step::Swap(post) => {
            let (post, reason) = (*post, typed);
            (RosterAct::Swap { date, post, reason }, context)
        }
        Step::StandIn { absent } => {
            let act = RosterAct::StandIn {
                date,
                absent: *absent,
                post: absent.other(),
                reason: typed,
            };
            (act, context)
        }
        // What is said to the next post is the note; it serves as the reason of a past day's too.
        Step::HandOver => {
            let context = Context {
                note: typed,
                ..context
            };
            (RosterAct::HandOver { date, reason: None }, context)
        }
        Step::TakeBack(fact) => {
            let context = Context {
                note: typed,
                ..context
            };
            let id = fact.id.clone();
            (RosterAct::Undo { id }, context)
        }
    }
}

pub(super) fn acted(model: &mut Model, facts: &[Logged], read: Snapshot) -> Vec<Effect> {
    let effects = answers::loaded(model, read);
    // The past time was meant for this.
    model.happened_at = None;
    if let Mode::Roster(board) = &mut model.mode
        && let Some(ask) = board.asking.take_if(|ask| ask.sent)
    {
        model.notice = facts
            .last()
            .map(|logged| Notice::RosterDid(logged.fact.event.kind(), ask.date));
    }
    report::acted(model, facts);
    effects
}

pub(super) fn refused(model: &mut Model, refusal: Refusal) -> Vec<Effect> {
    report::refused(model, &refusal);
    if let Mode::Roster(board) = &mut model.mode
        && let Some(ask) = &mut board.asking
    {
        ask.sent = false;
        ask.refused = Some(refusal);
    }
    vec![Effect::Bell]
}

/// Another window wrote to the roster. Who is on duty today or tomorrow is said once where it is not what it was.
pub(super) fn changed(model: &mut Model, read: Snapshot) -> Vec<Effect> {
    let today = model.now.date();
    let before = model.roster.clone();
    let mut effects = answers::loaded(model, read);
    let duty = |roster: &Roster, date| -> Post { roster.on_duty(&model.rules, date) };
    let changed = [today, month::step(today, 1)]
        .into_iter()
        .find(|date| duty(&before, *date) != duty(&model.roster, *date));
    if let Some(date) = changed {
        let post = duty(&model.roster, date);
        effects.extend(refuse(model, Notice::DutyChanged(date, post)));
    }
    effects
}

/// A click puts the hand on a day.
pub(super) fn click(model: &mut Model, column: u16, row: u16) -> Vec<Effect> {
    let Mode::Roster(board) = &model.mode else {
        return Vec::new();
    };
    if board.side != Side::Month || board.asking.is_some() {
        return Vec::new();
    }
    let grid = view::roster::grid(model, board.date);
    let day = grid.day_at(&month::weeks(board.date), column, row);
    if let (Some(day), Mode::Roster(board)) = (day, &mut model.mode) {
        board.date = day;
    }
    Vec::new()
}

/// The wheel turns the months, or the phones.
pub(super) fn scroll(model: &mut Model, by: isize) {
    if let Mode::Roster(board) = &mut model.mode
        && board.asking.is_none()
    {
        match &mut board.side {
            Side::Month => board.date = month::turn(board.date, by > 0),
            Side::Phones(scroll) => *scroll = scroll.saturating_add_signed(by),
        }
    }
}

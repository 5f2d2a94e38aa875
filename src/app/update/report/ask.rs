//! What is logged from a report: the handover with its note, and a step of the ladder that was carried out.
//!
//! Each asks once, saying what it does, with a line for what is said about it; the line stays until the writer has taken it,
//! and one that is left is gone on with the next time.

use crate::app::boards::report::{Act, Ask, Entry, Face, ReportBoard};
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::Action;
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::notice::{Notice, OnReport};
use crate::app::text_field::{Fit, TextField};
use crate::app::update::refuse;
use crate::domain::command::{Context, RosterAct};
use crate::domain::decide::Refusal;
use crate::domain::event::{Event, Logged};
use crate::domain::oversight::{OfRung, OnLadder, Subject};
use crate::domain::policy::Step;

/// Asks for the note of the day's handover; what was handed over already is gone on with.
pub(super) fn hand_over(model: &mut Model) {
    let Mode::Report(board) = &model.mode else {
        return;
    };
    let Some(day) = board.day() else {
        return;
    };
    let field = TextField::with(day.handover.written.as_deref().unwrap_or_default());
    let act = Act::HandOver(day.date);
    open(model, act, field);
}

/// Asks about the step that is to be logged as carried out, where one was reached.
pub(super) fn step_done(model: &mut Model) -> Vec<Effect> {
    let Mode::Report(board) = &model.mode else {
        return Vec::new();
    };
    let Some(subject) = subject(board) else {
        return refuse(model, Notice::NothingInHand);
    };
    let who = subject.who.clone();
    match reached(subject) {
        Ok(steps) => {
            let chosen = 0;
            let act = Act::StepDone { who, steps, chosen };
            open(model, act, TextField::default());
            Vec::new()
        }
        Err(notice) => refuse(model, notice),
    }
}

/// Who is in hand, or whose page is up.
fn subject(board: &ReportBoard) -> Option<&OnLadder> {
    match &board.face {
        Face::Who(who) => board.on_ladder(who),
        Face::Standings => match board.held()? {
            Entry::Who(subject) => Some(subject),
            Entry::Missed(_)
            | Entry::Overdue(_)
            | Entry::Tomorrow(_)
            | Entry::Ranked(_)
            | Entry::Lapse(_) => None,
        },
        Face::Overview
        | Face::Late
        | Face::Due
        | Face::Groups
        | Face::Ranking
        | Face::Unit(_)
        | Face::Parts => None,
    }
}

/// The steps that were reached and not carried out, the furthest first; else why there is none.
fn reached(subject: &OnLadder) -> Result<Vec<Step>, Notice> {
    let open = |rung: &&OfRung| rung.reached.is_some() && rung.done.is_none();
    let steps: Vec<Step> = subject
        .steps
        .iter()
        .rev()
        .filter(open)
        .map(|r| r.step)
        .collect();
    if !steps.is_empty() {
        return Ok(steps);
    }
    let who = subject.who.clone();
    let done = subject.steps.iter().rev().find(|rung| rung.done.is_some());
    if let Some((step, at)) = done.and_then(|rung| Some((rung.step, rung.done?))) {
        return Err(Notice::Report(OnReport::StepDoneBefore(who, step, at)));
    }
    let nearest = subject.steps.iter().min_by_key(|rung| rung.left);
    Err(nearest.map_or(Notice::NothingInHand, |rung| {
        Notice::Report(OnReport::StepNotReached(who, rung.step, rung.left))
    }))
}

fn open(model: &mut Model, act: Act, field: TextField) {
    let draft = model.ask_drafts.iter().position(|a| a.act.is_same(&act));
    let field = match draft {
        Some(draft) => model.ask_drafts.remove(draft).field,
        None => field,
    };
    if let Mode::Report(board) = &mut model.mode {
        board.asking = Some(Ask {
            act,
            field,
            refused: None,
            sent: false,
        });
    }
}

/// Keys while something is asked for: a text is typed.
pub(super) fn press(model: &mut Model, action: Option<Action>, key: Key) -> Vec<Effect> {
    let context = model.context();
    let Mode::Report(board) = &mut model.mode else {
        return Vec::new();
    };
    let Some(ask) = &mut board.asking else {
        return Vec::new();
    };
    match action {
        // What is on its way to the disk cannot be called back.
        Some(_) | None if ask.sent => {}
        Some(Action::Back) => leave(model),
        Some(Action::Accept) => {
            ask.sent = true;
            ask.refused = None;
            let typed = Some(ask.field.text().trim().to_owned()).filter(|t| !t.is_empty());
            let context = Context {
                note: typed,
                ..context
            };
            return command(&ask.act)
                .map(|act| Effect::ActOnRoster(act, context))
                .into_iter()
                .collect();
        }
        Some(Action::NextValue) => {
            if let Act::StepDone { steps, chosen, .. } = &mut ask.act {
                *chosen = (*chosen + 1) % steps.len().max(1);
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

fn command(act: &Act) -> Option<RosterAct> {
    match act {
        Act::HandOver(date) => Some(RosterAct::HandOver {
            date: *date,
            reason: None,
        }),
        Act::StepDone { who, steps, chosen } => steps.get(*chosen).map(|step| {
            let (step, who) = (*step, who.clone());
            RosterAct::StepDone { step, who }
        }),
    }
}

/// Shuts what is asked; what was typed is kept until it is logged after all.
fn leave(model: &mut Model) {
    if let Mode::Report(board) = &mut model.mode
        && let Some(ask) = board.asking.take()
        && !ask.field.is_empty()
    {
        model.notice = Some(Notice::Report(OnReport::NoteKept));
        model.ask_drafts.push(ask);
    }
}

/// Text that was pasted goes into the line.
pub(in crate::app::update) fn paste(board: &mut ReportBoard, text: &str) -> Fit {
    let ask = board.asking.as_mut().filter(|ask| !ask.sent);
    ask.map_or_else(Fit::default, |ask| {
        ask.refused = None;
        ask.field.insert(text)
    })
}

/// The writer took what was asked for.
pub(in crate::app::update) fn acted(model: &mut Model, facts: &[Logged]) {
    if let Mode::Report(board) = &mut model.mode
        && board.asking.as_ref().is_some_and(|ask| ask.sent)
    {
        board.asking = None;
        model.notice = facts.last().and_then(|logged| did(&logged.fact.event));
    }
}

fn did(event: &Event) -> Option<Notice> {
    if let Event::HandedOver(e) = event {
        Some(Notice::RosterDid(event.kind(), e.date))
    } else if let Event::StepDone(e) = event {
        let who: Subject = e.who.parse().ok()?;
        Some(Notice::Report(OnReport::StepLogged(
            who,
            e.step.parse().ok()?,
        )))
    } else {
        None
    }
}

/// The writer refused it: what was typed stays.
pub(in crate::app::update) fn refused(model: &mut Model, refusal: &Refusal) {
    if let Mode::Report(board) = &mut model.mode
        && let Some(ask) = &mut board.asking
    {
        ask.sent = false;
        ask.refused = Some(refusal.clone());
    }
}

/// The store failed: it may be sent again.
pub(in crate::app::update) fn failed(model: &mut Model) {
    if let Mode::Report(board) = &mut model.mode
        && let Some(ask) = &mut board.asking
    {
        ask.sent = false;
    }
}

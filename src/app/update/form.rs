//! The form of a new case, and the small one that decides kind and community of a case that came without.
//!
//! A form stays open, with all that was typed, until the writer says the case is on disk.

mod pasted;

pub(super) use pasted::{open_forwarded, open_pasted};

use super::{browse, refuse};
use crate::app::effect::{Effect, NewCase};
use crate::app::key::Key;
use crate::app::keymap::Action;
use crate::app::mode::{Field, FieldProblem, Form, Mode};
use crate::app::model::Model;
use crate::app::msg::{Done, Rejected};
use crate::app::notice::Notice;
use crate::app::text_field::{Fit, TextField};
use crate::app::typed_time::read_time;
use crate::domain::command::{Act, Context};
use crate::domain::event::{Fields, Received};
use crate::domain::ids::{Community, Kind, Number};
use crate::domain::text::ascii_twin;
use crate::domain::time::Stamp;

const NEW: &[Field] = &[
    Field::Number,
    Field::Kind,
    Field::Community,
    Field::Title,
    Field::Received,
    Field::CloseDue,
    Field::Address,
    Field::Body,
    Field::Reporter,
    Field::Phone,
];
const DECISION: &[Field] = &[Field::Kind, Field::Community, Field::Reason];

/// The longest number in signs.
const NUMBER_LIMIT: usize = 64;

fn blank(model: &Model, order: &'static [Field]) -> Form {
    let is_text = |f: &Field| !matches!(f, Field::Kind | Field::Community);
    Form {
        number: None,
        kind: Kind::Ordinary,
        communities: communities(model),
        community: None,
        texts: order
            .iter()
            .copied()
            .filter(is_text)
            .map(|f| (f, TextField::default()))
            .collect(),
        order,
        in_hand: 0,
        guessed: Vec::new(),
        chosen: Vec::new(),
        unseen: false,
        problems: Vec::new(),
        message: None,
        touched: false,
        sent: false,
    }
}

fn communities(model: &Model) -> Vec<Community> {
    let policy = &model.rules.policy;
    policy.communities.iter().map(|c| c.name.clone()).collect()
}

/// Goes on with what was left before it was saved, if there is such.
pub(super) fn open_new(model: &mut Model) -> Vec<Effect> {
    if let Some(draft) = model.draft.take() {
        model.mode = Mode::NewCase(draft);
        model.notice = Some(Notice::DraftBack);
        return Vec::new();
    }
    model.mode = Mode::NewCase(Box::new(blank(model, NEW)));
    Vec::new()
}

/// Text that was pasted goes into the field in hand; what is on its way to the disk is not changed any more.
pub(super) fn paste(form: &mut Form, text: &str) -> Fit {
    let field = form.field();
    if form.sent {
        return Fit::default();
    }
    form.touched = true;
    form.text_mut(field)
        .map_or_else(Fit::default, |typed| typed.insert(text))
}

pub(super) fn open_decision(model: &mut Model) -> Vec<Effect> {
    let Some(entry) = model.queue.selected() else {
        return refuse(model, Notice::NothingInHand);
    };
    let mut form = blank(model, DECISION);
    form.number = Some(entry.row.number.clone());
    form.kind = entry.row.kind;
    let community = entry.row.community.as_ref();
    form.community = community.and_then(|c| form.communities.iter().position(|k| k == c));
    model.mode = Mode::Decide(Box::new(form));
    Vec::new()
}

pub(super) fn press(model: &mut Model, action: Option<Action>, key: Key) -> Vec<Effect> {
    let (Mode::NewCase(form) | Mode::Decide(form)) = &mut model.mode else {
        return Vec::new();
    };
    // What is on its way to the disk is not changed any more; leaving is allowed.
    if form.sent && action != Some(Action::Back) {
        return Vec::new();
    }
    let field = form.field();
    if matches!(
        action,
        Some(Action::NextField | Action::PreviousField | Action::Save)
    ) {
        pasted::guess(form, &model.rules.policy);
    }
    match action {
        Some(Action::Back) => leave(model),
        Some(Action::Save) => return save(model),
        Some(Action::NextField) => step(form, 1),
        Some(Action::PreviousField) => step(form, -1),
        Some(_) | None => {
            let typed = form.text_mut(field).map(|text| text.take(key));
            match (typed, action) {
                (Some(true), _) => {
                    form.touched = true;
                    form.problems.retain(|(f, _)| *f != field);
                }
                (None, Some(Action::NextValue)) => change(form, field, true),
                (None, Some(Action::PreviousValue)) => change(form, field, false),
                (Some(false) | None, _) => {}
            }
        }
    }
    Vec::new()
}

fn step(form: &mut Form, by: isize) {
    form.step(by);
    // Whoever comes to a guess sees that it is one.
    form.unseen &= !form.guessed.contains(&form.field());
}

/// A click puts the hand on a field, and turns a choice.
pub(super) fn click(model: &mut Model, place: usize) {
    let (Mode::NewCase(form) | Mode::Decide(form)) = &mut model.mode else {
        return;
    };
    if form.sent {
        return;
    }
    form.in_hand = place;
    let field = form.field();
    if form.text(field).is_none() {
        change(form, field, true);
    }
}

/// Shuts the form; a new case that is not saved is kept.
fn leave(model: &mut Model) {
    let mode = std::mem::replace(&mut model.mode, Mode::Browse);
    if let Mode::NewCase(form) = mode
        && form.is_worth_keeping()
    {
        model.draft = Some(form);
        model.notice = Some(Notice::DraftKept);
    }
}

/// Turns a choice to its next value or back.
fn change(form: &mut Form, field: Field, forward: bool) {
    form.guessed.retain(|f| *f != field);
    form.chosen.push(field);
    form.touched = true;
    if field == Field::Kind {
        let kinds = Kind::ALL;
        let here = kinds.iter().position(|k| *k == form.kind).unwrap_or(0);
        let there = if forward {
            here + 1
        } else {
            here + kinds.len() - 1
        } % kinds.len();
        form.kind = kinds.get(there).copied().unwrap_or(form.kind);
    }
    if field == Field::Community {
        let last = form.communities.len().checked_sub(1);
        form.community = match (form.community, forward) {
            (None, true) => last.map(|_| 0),
            (None, false) => last,
            (Some(i), true) => Some(i + 1).filter(|i| Some(*i) <= last),
            (Some(i), false) => i.checked_sub(1),
        };
    }
}

fn save(model: &mut Model) -> Vec<Effect> {
    let context = Context {
        at: model.now,
        ..model.context()
    };
    let (Mode::NewCase(form) | Mode::Decide(form)) = &mut model.mode else {
        return Vec::new();
    };
    form.problems.clear();
    if std::mem::take(&mut form.unseen) {
        let guess = form.order.iter().position(|f| form.guessed.contains(f));
        form.in_hand = guess.unwrap_or(form.in_hand);
        return refuse(model, Notice::GuessedFirst);
    }
    if let Some(number) = form.number.clone() {
        let reason = Some(form.typed(Field::Reason).to_owned()).filter(|r| !r.is_empty());
        let fields = Fields {
            kind: Some(form.kind),
            community: Some(form.chosen_community().cloned()),
            ..Fields::default()
        };
        form.sent = true;
        let effects = browse::on_these(model, &[number], |_, _| {
            Ok(Act::Amend {
                fields: fields.clone(),
                reason: reason.clone(),
            })
        });
        if let (Mode::Decide(form), false) = (
            &mut model.mode,
            effects.iter().any(|e| matches!(e, Effect::Append(_))),
        ) {
            form.sent = false;
        }
        return effects;
    }
    match new_case(form, context) {
        Ok(case) if model.queue.find(&case.number).is_some() => {
            reject(model, vec![(Field::Number, FieldProblem::Taken)])
        }
        Ok(case) => {
            form.sent = true;
            vec![Effect::AddCase(Box::new(case))]
        }
        Err(problems) => reject(model, problems),
    }
}

/// Says what is wrong and puts the hand on the first such field.
fn reject(model: &mut Model, problems: Vec<(Field, FieldProblem)>) -> Vec<Effect> {
    let (Mode::NewCase(form) | Mode::Decide(form)) = &mut model.mode else {
        return Vec::new();
    };
    let first = problems.first().map(|(f, _)| *f);
    form.in_hand = form
        .order
        .iter()
        .position(|f| Some(*f) == first)
        .unwrap_or(form.in_hand);
    form.problems = problems;
    vec![Effect::Bell]
}

fn new_case(form: &Form, context: Context) -> Result<NewCase, Vec<(Field, FieldProblem)>> {
    let mut problems = Vec::new();
    let number: String = form.typed(Field::Number).chars().map(ascii_twin).collect();
    if number.is_empty() {
        problems.push((Field::Number, FieldProblem::Empty));
    } else if number.chars().count() > NUMBER_LIMIT {
        problems.push((Field::Number, FieldProblem::BadNumber));
    }
    if form.typed(Field::Title).is_empty() {
        problems.push((Field::Title, FieldProblem::Empty));
    }
    let mut time = |field: Field| -> Option<Stamp> {
        let typed = form.typed(field);
        let read = read_time(typed, context.now).map(|t| t.at);
        if read.is_none() && !typed.is_empty() {
            problems.push((field, FieldProblem::NotATime));
        }
        read
    };
    let received = time(Field::Received).unwrap_or(context.now);
    let close_due = time(Field::CloseDue);
    if received > context.now {
        problems.push((Field::Received, FieldProblem::Future));
    }
    if close_due.is_some_and(|due| due < received) {
        problems.push((Field::CloseDue, FieldProblem::BeforeReceipt));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let text = |field: Field| form.typed(field).to_owned();
    Ok(NewCase {
        number: Number::from(number),
        received: Received {
            community: form.chosen_community().cloned(),
            close_due,
            body: text(Field::Body),
            address: text(Field::Address),
            reporter: text(Field::Reporter),
            phone: text(Field::Phone),
            ..Received::new(form.kind, text(Field::Title))
        },
        context: Context {
            at: received,
            ..context
        },
        message: form.message,
    })
}

/// The number a form is about.
fn number_of(form: &Form) -> Number {
    form.number.clone().unwrap_or_else(|| {
        let typed: String = form.typed(Field::Number).chars().map(ascii_twin).collect();
        Number::from(typed)
    })
}

/// The writer answered about a form that was left while it was on its way: its case is there, or it may be sent again.
pub(super) fn draft_answered(model: &mut Model, done: &[Done], refused: &[Rejected]) {
    let Some(draft) = model.draft.as_mut().filter(|d| d.sent) else {
        return;
    };
    let number = number_of(draft);
    if done.iter().any(|d| d.number == number) {
        model.draft = None;
    } else if refused.iter().any(|r| r.number == number) {
        draft.sent = false;
    }
}

/// The writer answered: shuts the form when its case is on disk, else gives it back. The number of a case that came new.
pub(super) fn answered(model: &mut Model, done: &[Done], refused: &[Rejected]) -> Option<Number> {
    let (Mode::NewCase(form) | Mode::Decide(form)) = &mut model.mode else {
        return None;
    };
    if !form.sent {
        return None;
    }
    let is_new = form.number.is_none();
    let number = number_of(form);
    if done.iter().any(|d| d.number == number) {
        model.mode = Mode::Browse;
        return is_new.then_some(number);
    }
    if refused.iter().any(|r| r.number == number) {
        form.sent = false;
    }
    None
}

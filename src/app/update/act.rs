//! The dialog of an act: fields are filled, then the writer is asked. It stays open, with all that was typed, until the
//! writer says the act is on disk; left before that, it is kept.

use super::{acts, browse, refuse, say_fit};
use crate::app::act_form::{self, ActForm, Opening, Pick, Planned, Slot, Value};
use crate::app::acts::{ActName, Asking};
use crate::app::effect::{Append, Effect};
use crate::app::key::{Code, Key};
use crate::app::keymap::Action;
use crate::app::mode::{Mode, Question};
use crate::app::model::Model;
use crate::app::msg::{Done, Rejected};
use crate::app::notice::Notice;
use crate::app::text_field::Fit;
use crate::app::view::act::Hit;
use crate::domain::command::{Act, Context};
use crate::domain::ids::Number;
use crate::domain::time::Stamp;

/// Begins an act on a case whose facts are there: with its dialog, or at once when there is nothing to say about it. As
/// the next step it asks first: the key that means "go on" does not say what was done.
pub(super) fn open(
    model: &mut Model,
    number: &Number,
    name: ActName,
    as_step: bool,
) -> Vec<Effect> {
    let Some((page, context)) = acts::at_hand(model, number) else {
        return Vec::new();
    };
    let asking = Asking::new(page, &model.rules, &model.roster, &context);
    if let Some(unable) = asking.unable(name) {
        return refuse(model, Notice::Unable(number.clone(), unable));
    }
    match act_form::open(name, page, &model.rules, &model.roster, context.now) {
        // A second Enter by mistake must not close a case either.
        Opening::AtOnce(act) if as_step || matches!(act, Act::Close { .. }) => {
            let number = number.clone();
            model.mode = Mode::Confirm(Question::Act { number, name, act });
            Vec::new()
        }
        Opening::AtOnce(act) => at_once(model, number, act),
        Opening::Form(mut form) => {
            let draft = model
                .act_drafts
                .iter()
                .position(|d| d.number == *number && d.act == name);
            if let Some(draft) = draft.map(|at| model.act_drafts.remove(at))
                && draft.judged == form.judged
            {
                form.take_over(&draft);
                model.notice = Some(Notice::ActDraftBack(name));
            }
            model.mode = Mode::Act(Box::new(form));
            Vec::new()
        }
    }
}

/// Begins the excuse of the lapse of that moment.
pub(super) fn open_excuse(model: &mut Model, number: &Number, at: Stamp) -> Vec<Effect> {
    let effects = open(model, number, ActName::Excuse, false);
    if let Mode::Act(form) = &mut model.mode {
        form.begin_with(
            Slot::Lapse,
            |pick| matches!(pick, Pick::Lapse(lapse) if lapse.at == at),
        );
    }
    effects
}

/// Does an act about which nothing is to be said.
pub(super) fn at_once(model: &mut Model, number: &Number, act: Act) -> Vec<Effect> {
    let planned = Planned {
        acts: vec![act],
        note: None,
    };
    send(model, number, planned)
}

/// Asks the writer for the acts of a dialog, all logged in the same words and for the same moment.
fn send(model: &mut Model, number: &Number, planned: Planned) -> Vec<Effect> {
    let seen = model.queue.find(number);
    let seen = seen.map(|e| (e.row.received, e.version));
    // One that has left the queue meanwhile was ended by somebody: the writer says by whom.
    let read = || {
        let page = model.page_of(number)?;
        Some((page.case.received_at, page.version))
    };
    let Some((received, version)) = seen.or_else(read) else {
        return refuse(model, Notice::Left(number.clone()));
    };
    if model.writing.contains(number) {
        return refuse(model, Notice::StillWriting(number.clone()));
    }
    let context = model.context();
    let context = Context {
        at: model
            .happened_at
            .map_or(context.at, |t| t.of_case(received)),
        note: planned.note,
        ..context
    };
    let version = Some(version);
    let append = |(act, expected): (Act, Option<u64>)| Append {
        number: number.clone(),
        expected,
        act,
        context: context.clone(),
        message: None,
    };
    // Only the first rests on what was seen; those that follow rest on it.
    let expected = [version].into_iter().chain(std::iter::repeat(None));
    let appends = planned.acts.into_iter().zip(expected).map(append).collect();
    browse::send(model, appends)
}

/// Lines that a page key moves what is to be read: a line stays in view.
const PAGE: usize = 4;

pub(super) fn press(model: &mut Model, action: Option<Action>, key: Key) -> Vec<Effect> {
    let Mode::Act(form) = &mut model.mode else {
        return Vec::new();
    };
    if form.sent {
        return Vec::new();
    }
    match action {
        Some(Action::Back) => leave(model),
        Some(Action::Save) => return save(model),
        Some(Action::Accept) => return enter(model),
        Some(Action::NextField) => form.step(1),
        Some(Action::PreviousField) => form.step(-1),
        Some(Action::Up) => travel(form, -1),
        Some(Action::Down) => travel(form, 1),
        Some(Action::ToggleAssist) => take_unit(form),
        Some(Action::PageUp) => form.scroll = form.scroll.saturating_sub(PAGE),
        Some(Action::PageDown) => form.scroll += PAGE,
        Some(_) | None => type_in(form, action, key),
    }
    Vec::new()
}

/// Up and down go through the units that are found, and otherwise through the fields.
fn travel(form: &mut ActForm, by: isize) {
    if let Some(Value::Units(finding)) = form.field_mut().map(|f| &mut f.value) {
        let before = finding.list.in_hand;
        finding.list.step(by);
        finding.touched |= by > 0 || finding.list.in_hand != before;
        if by > 0 || finding.list.in_hand != before {
            return;
        }
    }
    form.step(by);
}

fn take_unit(form: &mut ActForm) {
    if let Some(Value::Units(finding)) = form.field_mut().map(|f| &mut f.value) {
        finding.take();
    }
}

fn type_in(form: &mut ActForm, action: Option<Action>, key: Key) {
    let is_space = key.folded().code == Code::Char(' ');
    let Some(field) = form.field_mut() else {
        return;
    };
    let slot = field.slot;
    match &mut field.value {
        Value::Text(text) => {
            text.take(key);
        }
        Value::Units(finding) if is_space => finding.take(),
        Value::Units(finding) => {
            let before = finding.list.field.text().to_owned();
            if finding.list.field.take(key) && finding.list.field.text() != before {
                finding.list.narrow();
                finding.touched = !finding.list.field.is_empty();
            }
        }
        Value::Tick(on) => {
            if matches!(action, Some(Action::NextValue | Action::PreviousValue)) {
                *on = !*on;
            }
        }
        Value::Choice { picks, chosen } => match action {
            Some(Action::NextValue) => *chosen = turned(picks.len(), *chosen, true),
            Some(Action::PreviousValue) => *chosen = turned(picks.len(), *chosen, false),
            Some(_) | None => {}
        },
    }
    let is_tick = matches!(field.value, Value::Tick(_));
    form.problems.retain(|(s, _)| *s != slot);
    // A checklist is gone through with the space bar alone.
    if is_tick && is_space && !form.is_at_end() {
        form.step(1);
    }
}

/// The next value of a choice, or the one before, round the ends.
fn turned(count: usize, here: Option<usize>, forward: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (here, forward) {
        (None, true) => 0,
        (None, false) => last,
        (Some(n), true) if n >= last => 0,
        (Some(n), true) => n + 1,
        (Some(n), false) => n.checked_sub(1).unwrap_or(last),
    })
}

/// Enter: a line end where a text has several, else the next field, and behind the last one the act itself.
fn enter(model: &mut Model) -> Vec<Effect> {
    let Mode::Act(form) = &mut model.mode else {
        return Vec::new();
    };
    if let Some(Value::Text(text)) = form.field_mut().map(|f| &mut f.value)
        && text.keeps_lines()
    {
        let fit = text.insert("\n");
        return say_fit(model, fit);
    }
    if form.is_at_end() {
        return save(model);
    }
    form.step(1);
    Vec::new()
}

/// Text that was pasted goes where text goes.
pub(super) fn paste(form: &mut ActForm, pasted: &str) -> Fit {
    if form.sent {
        return Fit::default();
    }
    let Some(field) = form.field_mut() else {
        return Fit::default();
    };
    let slot = field.slot;
    let fit = match &mut field.value {
        Value::Text(text) => text.insert(pasted),
        Value::Units(finding) => {
            let fit = finding.list.field.insert(pasted);
            finding.list.narrow();
            finding.touched = !finding.list.field.is_empty();
            fit
        }
        Value::Tick(_) | Value::Choice { .. } => return Fit::default(),
    };
    form.problems.retain(|(s, _)| *s != slot);
    fit
}

/// Shuts the dialog; what was typed is kept until the act is done after all.
fn leave(model: &mut Model) {
    let mode = std::mem::replace(&mut model.mode, Mode::Browse);
    if let Mode::Act(form) = mode
        && form.has_content()
    {
        model.notice = Some(Notice::ActDraftKept(form.act));
        model.act_drafts.push(*form);
    }
}

fn save(model: &mut Model) -> Vec<Effect> {
    let (now, at) = (model.now, model.context().at);
    let Mode::Act(form) = &mut model.mode else {
        return Vec::new();
    };
    match act_form::read(form, now, at) {
        Err(problems) => {
            let first = problems.first().map(|(slot, _)| *slot);
            let place = form.fields.iter().position(|f| Some(f.slot) == first);
            form.in_hand = place.unwrap_or(form.in_hand);
            form.problems = problems;
            vec![Effect::Bell]
        }
        Ok(planned) => {
            form.problems.clear();
            let number = form.number.clone();
            let effects = send(model, &number, planned);
            let is_sent = effects.iter().any(|e| matches!(e, Effect::Append(_)));
            if let Mode::Act(form) = &mut model.mode {
                form.sent = is_sent;
            }
            effects
        }
    }
}

/// The writer answered: shuts the dialog when its act is on disk, else gives it back.
pub(super) fn answered(model: &mut Model, done: &[Done], refused: &[Rejected]) {
    let Mode::Act(form) = &mut model.mode else {
        return;
    };
    if !form.sent {
        return;
    }
    if refused.iter().any(|r| r.number == form.number) {
        form.sent = false;
    } else if done.iter().any(|d| d.number == form.number) {
        model.mode = Mode::Browse;
    }
}

/// Another window changed the case of the dialog: it stays, and says so.
pub(super) fn changed_elsewhere(model: &mut Model, numbers: &[Number]) -> Vec<Effect> {
    let Mode::Act(form) = &model.mode else {
        return Vec::new();
    };
    if form.sent || !numbers.contains(&form.number) {
        return Vec::new();
    }
    let number = form.number.clone();
    refuse(model, Notice::ChangedMeanwhile(number))
}

/// The page is there: a checklist begins anew where another window has changed the reply it is about.
pub(super) fn page_is_there(model: &mut Model) {
    let now = model.context().now;
    let (Mode::Act(form), Some(page)) = (&model.mode, model.page.as_deref()) else {
        return;
    };
    if form.sent || form.number != page.number || !act_form::is_outdated(form, page) {
        return;
    }
    // Without a reply there is nothing to judge, which the writer says.
    if let Opening::Form(form) = act_form::open(form.act, page, &model.rules, &model.roster, now) {
        model.mode = Mode::Act(Box::new(form));
        model.notice = Some(Notice::AnotherReply);
    }
}

/// A click puts the hand on a field; a choice or a tick under it is turned, a unit taken.
pub(super) fn click(model: &mut Model, hit: Hit) {
    let Mode::Act(form) = &mut model.mode else {
        return;
    };
    if form.sent {
        return;
    }
    let place = match hit {
        Hit::Field(place) | Hit::Unit { field: place, .. } => place,
    };
    form.in_hand = place.min(form.fields.len().saturating_sub(1));
    let Some(field) = form.field_mut() else {
        return;
    };
    let slot = field.slot;
    match (&mut field.value, hit) {
        (Value::Units(finding), Hit::Unit { place, .. }) => {
            finding.list.in_hand = place;
            finding.take();
        }
        (Value::Tick(on), Hit::Field(_)) => *on = !*on,
        (Value::Choice { picks, chosen }, Hit::Field(_)) => {
            *chosen = turned(picks.len(), *chosen, true);
        }
        (
            Value::Text(_) | Value::Units(_) | Value::Tick(_) | Value::Choice { .. },
            Hit::Field(_) | Hit::Unit { .. },
        ) => {}
    }
    form.problems.retain(|(s, _)| *s != slot);
}

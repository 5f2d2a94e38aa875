//! The form of a new case filled from a text: one that was pasted, or one that a phone forwarded.
//!
//! Saves nothing: a person looks at what was found and guessed.

use super::{NEW, blank};
use crate::app::effect::Effect;
use crate::app::mode::{Field, Form, Mode};
use crate::app::model::Model;
use crate::app::notice::{Notice, OnPhone};
use crate::app::text_field::Fit;
use crate::app::update::refuse;
use crate::domain::forwarded::Kept;
use crate::domain::pasted::{self, PastedText};
use crate::domain::policy::{Part, Policy};

/// Opens the form of a new case with what a pasted text says. Nothing is saved before a person has looked at it; a case that
/// was left unsaved is gone on with, and gets the text behind its own.
pub(in crate::app::update) fn open_pasted(model: &mut Model, text: &str) -> Vec<Effect> {
    let read = pasted::read(text, &model.rules.policy);
    if read.whole.is_empty() {
        return Vec::new();
    }
    if let Some(mut draft) = model.draft.take() {
        let mut fit = Fit::default();
        if let Some(body) = draft.text_mut(Field::Body) {
            let gap = if body.is_empty() { "" } else { " " };
            fit = body.insert(&format!("{gap}{}", read.whole));
        }
        model.mode = Mode::NewCase(draft);
        model.notice = Some(Notice::DraftBack);
        return say_left_out(model, fit);
    }
    let (form, found, fit) = filled(model, &read);
    model.notice = Some(Notice::Pasted {
        found,
        guessed: form.guessed.len(),
        joined: fit.joined,
    });
    model.mode = Mode::NewCase(Box::new(form));
    say_left_out(model, fit)
}

/// What found no room is said before anything else.
fn say_left_out(model: &mut Model, fit: Fit) -> Vec<Effect> {
    if fit.left_out > 0 {
        return refuse(model, Notice::LeftOut(fit.left_out));
    }
    Vec::new()
}

/// The same with a forwarded message, which is dealt with when the case is saved. The time of receipt is the text's own or the
/// person's, never the phone's.
pub(in crate::app::update) fn open_forwarded(model: &mut Model, kept: &Kept) -> Vec<Effect> {
    if let Some(draft) = model.draft.take_if(|d| d.message == Some(kept.id)) {
        model.mode = Mode::NewCase(draft);
        model.notice = Some(Notice::DraftBack);
        return Vec::new();
    }
    if model.draft.is_some() {
        return refuse(model, Notice::Phone(OnPhone::DraftFirst));
    }
    let read = pasted::read(&kept.message.text, &model.rules.policy);
    let (mut form, found, fit) = filled(model, &read);
    form.message = Some(kept.id);
    model.notice = Some(Notice::Phone(OnPhone::Filled {
        came: kept.came,
        found,
        guessed: form.guessed.len(),
    }));
    model.mode = Mode::NewCase(Box::new(form));
    say_left_out(model, fit)
}

/// The form of a new case with what was read, how much of it was found, and whether it went in as it was.
fn filled(model: &Model, read: &PastedText) -> (Form, usize, Fit) {
    let mut form = blank(model, NEW);
    let mut fit = Fit::default();
    for (field, typed) in &mut form.texts {
        let found = part(*field).and_then(|part| read.of(part));
        let text = match found {
            Some(found) => found,
            None if *field == Field::Body => &read.whole,
            None => continue,
        };
        fit = fit.and(typed.insert(text));
    }
    if let Some(kind) = &read.kind {
        form.kind = kind.value;
        let list = if kind.is_guess {
            &mut form.guessed
        } else {
            &mut form.chosen
        };
        list.push(Field::Kind);
    }
    if let Some(community) = &read.community {
        form.community = form.communities.iter().position(|c| *c == community.value);
        let list = if community.is_guess {
            &mut form.guessed
        } else {
            &mut form.chosen
        };
        list.push(Field::Community);
    }
    // The first thing that somebody has to key in or to look at.
    let is_owed = |f: &Field| {
        let must = matches!(f, Field::Number | Field::Title);
        form.guessed.contains(f) || must && form.typed(*f).is_empty()
    };
    form.in_hand = form.order.iter().position(is_owed).unwrap_or(0);
    (form, read.found.len(), fit)
}

/// Where a pattern's find goes; none for a field that no pattern fills as text.
const fn part(field: Field) -> Option<Part> {
    match field {
        Field::Number => Some(Part::Number),
        Field::Title => Some(Part::Title),
        Field::Received => Some(Part::Received),
        Field::CloseDue => Some(Part::CloseDue),
        Field::Address => Some(Part::Address),
        Field::Body => Some(Part::Body),
        Field::Reporter => Some(Part::Reporter),
        Field::Phone => Some(Part::Phone),
        Field::Kind | Field::Community | Field::Reason => None,
    }
}

/// What has been typed so far lets one guess the kind and the community, as far as nobody has chosen them: shown as a guess,
/// and not saved before it was seen.
pub(super) fn guess(form: &mut Form, policy: &Policy) {
    let is_left = |form: &Form, field: Field| {
        form.number.is_none() && !form.chosen.contains(&field) && !form.guessed.contains(&field)
    };
    if !is_left(form, Field::Kind) && !is_left(form, Field::Community) {
        return;
    }
    let said = [Field::Title, Field::Address, Field::Body].map(|f| form.typed(f));
    let read = pasted::read(&said.join("\n"), policy);
    if let Some(kind) = read.kind.filter(|_| is_left(form, Field::Kind))
        && kind.value != form.kind
    {
        form.kind = kind.value;
        form.guessed.push(Field::Kind);
        form.unseen = true;
    }
    if let Some(community) = read.community.filter(|_| is_left(form, Field::Community)) {
        form.community = form.communities.iter().position(|c| *c == community.value);
        form.guessed.push(Field::Community);
        form.unseen = true;
    }
}

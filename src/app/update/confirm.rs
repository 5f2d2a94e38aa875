//! Asking before a fact is taken back, saying which one, and before something is done to cases nobody sees.

use super::{act, browse, refuse, visit};
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::mode::{Mode, Question};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::domain::command::Act;
use crate::domain::decide::Refusal;
use crate::domain::time::Stamp;

/// An undo begins with reading the case, so that the question names the fact as it is on disk. What was just done may have taken
/// its case out of the queue: as long as the hand has not moved since, that case is meant.
pub(super) fn open_undo(model: &mut Model) -> Vec<Effect> {
    let in_hand = model.queue.selected().map(|e| e.row.number.clone());
    if let Some((gone, after)) = model.gone.clone()
        && (in_hand.is_none() || in_hand == after)
    {
        model.undo_of = Some(gone.clone());
        return visit::bring_back(model, gone);
    }
    let Some(entry) = model.queue.selected() else {
        return refuse(model, Notice::NothingInHand);
    };
    let number = entry.row.number.clone();
    let is_read = model.page.as_deref().is_some_and(|p| p.is_of(entry));
    model.undo_of = Some(number);
    if is_read { ask_undo(model) } else { Vec::new() }
}

/// The facts are there: asks, when an undo waits for them.
pub(super) fn ask_undo(model: &mut Model) -> Vec<Effect> {
    let Some(number) = model.undo_of.take() else {
        return Vec::new();
    };
    // Somebody who has gone on to something else is not asked.
    let idle = matches!(model.mode, Mode::Browse);
    let Some(page) = model.page_of(&number).filter(|_| idle) else {
        return Vec::new();
    };
    let at = model.context().at;
    // At a past time there may be nothing yet.
    let has_only_receipt = page.last_keyed(Stamp::from_micros(i64::MAX)).is_none();
    let question = page.last_keyed(at).and_then(|fact| {
        Some(Question::Undo {
            number: number.clone(),
            id: fact.id.clone()?,
            event: fact.event.kind(),
            at: fact.at,
            by: fact.by.clone(),
        })
    });
    match question {
        Some(question) => {
            model.mode = Mode::Confirm(question);
            Vec::new()
        }
        None if has_only_receipt => refuse(
            model,
            Notice::Refused {
                done: 0,
                refused: 1,
                number,
                refusal: Refusal::ReceiptStands,
            },
        ),
        None => refuse(model, Notice::NothingToUndo(number)),
    }
}

pub(super) fn press(model: &mut Model, action: Option<Action>) -> Vec<Effect> {
    match action {
        Some(Action::Accept) => {
            let Mode::Confirm(question) = std::mem::replace(&mut model.mode, Mode::Browse) else {
                return Vec::new();
            };
            match question {
                Question::Undo { number, id, .. } => browse::on_these(model, &[number], |_, _| {
                    Ok(Act::Undo {
                        id: Some(id.clone()),
                    })
                }),
                Question::Act { number, act, .. } => act::at_once(model, &number, act),
                Question::AcknowledgeAll { .. } => vec![Effect::AcknowledgeAll],
                Question::Batch { batch, numbers, .. } => {
                    browse::carry_out(model, &numbers, &batch)
                }
            }
        }
        Some(Action::Back) => {
            model.mode = Mode::Browse;
            Vec::new()
        }
        Some(_) | None => Vec::new(),
    }
}

//! The suggestions: asked for the cases on the screen, listed for the case in hand, accepted or dismissed by a key. None is
//! ever acted on alone.

use super::{acts, browse, refuse};
use crate::app::acts::ActName;
use crate::app::effect::{Append, Effect};
use crate::app::key::Key;
use crate::app::keymap::Action;
use crate::app::mode::{Dismissal, Mode, Suggestions, Wanted};
use crate::app::model::{Found, Model};
use crate::app::msg::{Done, Rejected, SuggestedFor};
use crate::app::notice::Notice;
use crate::app::queue::Line;
use crate::app::text_field::{Fit, TextField};
use crate::domain::command::Act;
use crate::domain::ids::{Number, Suggestion, Tag};
use crate::domain::suggest::{Reason, Suggested};

/// So many cases are looked at in one go: between two of them a key may want the store.
const AT_ONCE: usize = 8;

/// Asks about the cases on the screen that were not looked at since they last changed, one handful at a time.
pub(super) fn ask(model: &mut Model) -> Option<Effect> {
    if model.advice.asked {
        return None;
    }
    let shown = model.visible().iter().filter_map(|line| match line {
        Line::Case(slot) => model.queue.entry(*slot),
        Line::Title(_) => None,
    });
    let cases: Vec<(Number, u64)> = model
        .queue
        .selected()
        .into_iter()
        .chain(shown)
        .filter(|e| {
            let seen = model.advice.found.get(&e.row.number);
            seen.is_none_or(|found| found.version != e.version)
        })
        .take(AT_ONCE)
        .map(|e| (e.row.number.clone(), e.version))
        .collect();
    if cases.is_empty() {
        return None;
    }
    model.advice.asked = true;
    Some(Effect::Suggest(cases))
}

/// The answer, for the versions that were asked about; what has changed since is asked about again.
pub(super) fn arrived(model: &mut Model, found: Vec<SuggestedFor>) -> Vec<Effect> {
    model.advice.asked = false;
    for SuggestedFor {
        number,
        version,
        list,
    } in found
    {
        model.advice.found.insert(number, Found { version, list });
    }
    let queue = &model.queue;
    // More than there are cases: some have left.
    if model.advice.found.len() > queue.len() {
        model.advice.found.retain(|n, _| queue.find(n).is_some());
    }
    if let Mode::Suggestions(open) = &mut model.mode {
        let left = model
            .advice
            .found
            .get(&open.number)
            .map_or(0, |f| f.list.len());
        open.in_hand = open.in_hand.min(left.saturating_sub(1));
        if left == 0 && open.dismissal.is_none() {
            model.mode = Mode::Browse;
        }
    }
    Vec::new()
}

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let Some(entry) = model.queue.selected() else {
        return refuse(model, Notice::NothingInHand);
    };
    let number = entry.row.number.clone();
    if model.suggestions(&number).is_empty() {
        return refuse(model, Notice::NothingSuggested(number));
    }
    model.mode = Mode::Suggestions(Suggestions {
        number,
        in_hand: 0,
        dismissal: None,
    });
    Vec::new()
}

pub(super) fn press(model: &mut Model, action: Option<Action>, key: Key) -> Vec<Effect> {
    let Mode::Suggestions(open) = &mut model.mode else {
        return Vec::new();
    };
    if let Some(dismissal) = &mut open.dismissal {
        // What is on its way to the disk is not changed any more; leaving is allowed.
        match action {
            Some(Action::Back) => open.dismissal = None,
            Some(Action::Accept) if !dismissal.sent => return dismiss(model),
            Some(_) | None if !dismissal.sent => {
                dismissal.reason.take(key);
            }
            Some(_) | None => {}
        }
        return Vec::new();
    }
    match action {
        Some(Action::Up) => step(model, -1),
        Some(Action::Down) => step(model, 1),
        Some(Action::Accept) => return accept(model),
        Some(Action::Dismiss) => begin_dismissal(model),
        Some(Action::Back) => model.mode = Mode::Browse,
        Some(_) | None => {}
    }
    Vec::new()
}

/// Moves the hand, down positive; not while the reason of one is typed.
pub(super) fn step(model: &mut Model, by: isize) {
    let Mode::Suggestions(open) = &mut model.mode else {
        return;
    };
    if open.dismissal.is_some() {
        return;
    }
    let found = model.advice.found.get(&open.number);
    let last = found.map_or(0, |f| f.list.len().saturating_sub(1));
    open.in_hand = open.in_hand.saturating_add_signed(by).min(last);
}

/// A click puts the hand on a suggestion; one on the suggestion in hand accepts it.
pub(super) fn click(model: &mut Model, place: usize) -> Vec<Effect> {
    let Mode::Suggestions(open) = &mut model.mode else {
        return Vec::new();
    };
    if open.dismissal.is_some() {
        return Vec::new();
    }
    if open.in_hand == place {
        return accept(model);
    }
    open.in_hand = place;
    Vec::new()
}

fn begin_dismissal(model: &mut Model) {
    let chosen = in_hand(model).map(Dismissal::of);
    if let Mode::Suggestions(open) = &mut model.mode {
        open.dismissal = chosen;
    }
}

fn in_hand(model: &Model) -> Option<Suggested> {
    let Mode::Suggestions(open) = &model.mode else {
        return None;
    };
    model.suggestions(&open.number).get(open.in_hand).cloned()
}

/// Does what is suggested: tags the case, or opens the dialog of the act.
fn accept(model: &mut Model) -> Vec<Effect> {
    let (Some(chosen), Mode::Suggestions(open)) = (in_hand(model), &model.mode) else {
        return Vec::new();
    };
    let number = open.number.clone();
    model.mode = Mode::Browse;
    if !model.has_in_hand(&number) {
        return refuse(model, Notice::Left(number));
    }
    let tag = match chosen.suggestion {
        Suggestion::Repeat => Tag::Repeat,
        Suggestion::Sensitive => Tag::Sensitive,
        Suggestion::UnclearDuty => Tag::UnclearDuty,
        Suggestion::Report => return acts::open(model, Wanted::Act(ActName::Report)),
        Suggestion::Escalate => return acts::open(model, Wanted::Act(ActName::Escalate)),
        Suggestion::Consult => return acts::open(model, Wanted::Act(ActName::Consult)),
        Suggestion::Lead => return acts::open(model, Wanted::Act(ActName::Lead)),
    };
    let mut effects = browse::on_these(model, &[number], |_, _| Ok(Act::Tag { tag }));
    // A repeat is the same matter as what it repeats (R10): linked, so that both are counted together (R8 b).
    let other = chosen.reasons.iter().find_map(|reason| match reason {
        Reason::Alike(alike) => Some(alike.number.clone()),
        Reason::Words(_)
        | Reason::NobodyHolds
        | Reason::Transfers(_)
        | Reason::Tagged(_)
        | Reason::Complaints(_)
        | Reason::BadRatings(_)
        | Reason::NoLead(_) => None,
    });
    if let (Some(other), Some(Effect::Append(appends))) = (other, effects.first_mut()) {
        let link = appends.first().map(|tag| Append {
            expected: None,
            act: Act::Link { other },
            ..tag.clone()
        });
        appends.extend(link);
    }
    effects
}

fn dismiss(model: &mut Model) -> Vec<Effect> {
    let Mode::Suggestions(open) = &mut model.mode else {
        return Vec::new();
    };
    let Some(dismissal) = &mut open.dismissal else {
        return Vec::new();
    };
    let reason = dismissal.reason.text().trim().to_owned();
    if reason.is_empty() {
        dismissal.is_empty = true;
        return vec![Effect::Bell];
    }
    let (number, suggestion) = (open.number.clone(), dismissal.of.suggestion);
    dismissal.sent = true;
    let effects = browse::on_these(model, &[number], |_, _| {
        Ok(Act::Dismiss {
            suggestion,
            reason: reason.clone(),
        })
    });
    let is_sent = effects.iter().any(|e| matches!(e, Effect::Append(_)));
    if let Mode::Suggestions(Suggestions {
        dismissal: Some(dismissal),
        ..
    }) = &mut model.mode
    {
        dismissal.sent = is_sent;
    }
    effects
}

/// The writer answered about a dismissal: it is on disk and the list goes on, or its reason may be sent again.
pub(super) fn answered(model: &mut Model, done: &[Done], refused: &[Rejected]) {
    let Mode::Suggestions(open) = &mut model.mode else {
        return;
    };
    let Some(dismissal) = open.dismissal.as_mut().filter(|d| d.sent) else {
        return;
    };
    if done.iter().any(|d| d.number == open.number) {
        model.mode = Mode::Browse;
    } else if refused.iter().any(|r| r.number == open.number) {
        dismissal.sent = false;
    }
}

/// Nothing was written: what was typed may be sent again.
pub(super) fn failed(model: &mut Model) {
    if let Mode::Suggestions(Suggestions {
        dismissal: Some(dismissal),
        ..
    }) = &mut model.mode
    {
        dismissal.sent = false;
    }
}

/// Pasted text goes into the reason alone.
pub(super) fn paste(open: &mut Suggestions, text: &str) -> Fit {
    let dismissal = open.dismissal.as_mut().filter(|d| !d.sent);
    dismissal.map_or_else(Fit::default, |d| d.reason.insert(text))
}

impl Dismissal {
    fn of(suggested: Suggested) -> Self {
        Self {
            of: suggested,
            reason: TextField::default(),
            is_empty: false,
            sent: false,
        }
    }
}

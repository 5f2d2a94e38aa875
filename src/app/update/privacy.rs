//! Showing a citizen's name and number on purpose. A terminal reports no release of a key, so what was shown is masked
//! again by the same key, by another case in hand, by leaving the page, or by itself after the policy's time.

use super::{browse, refuse};
use crate::app::effect::Effect;
use crate::app::model::{Model, Revealed};
use crate::app::notice::Notice;

pub(super) fn reveal(model: &mut Model) -> Vec<Effect> {
    let Some(entry) = model.queue.selected() else {
        return refuse(model, Notice::NothingInHand);
    };
    let number = entry.row.number.clone();
    if model.shown_openly().is_some() {
        model.revealed = None;
        return Vec::new();
    }
    let seconds = model.rules.policy.privacy().shown_seconds;
    model.revealed = Some(Revealed {
        number,
        until: model.now.plus_seconds(i64::from(seconds)),
    });
    // They stand on the page and nowhere else.
    if model.screen().is_some_and(|s| s.case.is_none()) {
        return browse::open_page(model);
    }
    Vec::new()
}

/// Forgets what was shown as soon as it is not shown any more, so that coming back to the case does not show it again.
pub(super) fn mask_again(model: &mut Model) {
    if model.revealed.is_some() && model.shown_openly().is_none() {
        model.revealed = None;
    }
}

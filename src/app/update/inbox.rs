//! What came in by the inbox folder or from the phone: said in the status line, where nothing worse stands there.

use super::refuse;
use crate::app::effect::Effect;
use crate::app::inflow::CameIn;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::domain::forwarded::Forwarded;

pub(super) fn came_in(model: &mut Model, files: Vec<CameIn>) -> Vec<Effect> {
    let notice = Notice::CameIn(files);
    if notice.is_bad() {
        return refuse(model, notice);
    }
    say(model, notice)
}

pub(super) fn forwarded(model: &mut Model, message: &Forwarded) -> Vec<Effect> {
    // The store's thread counts them anew a moment later.
    model.waiting += 1;
    let told = message.masked(&model.rules.policy);
    say(model, Notice::Forwarded(Box::new(told)))
}

/// Why an act was refused is not covered by what somebody may read elsewhere.
fn say(model: &mut Model, notice: Notice) -> Vec<Effect> {
    if !model.notice.as_ref().is_some_and(Notice::is_bad) {
        model.notice = Some(notice);
    }
    Vec::new()
}

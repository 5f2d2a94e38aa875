//! What came in by the inbox folder: said in the status line, where nothing worse stands there.

use super::refuse;
use crate::app::effect::Effect;
use crate::app::inflow::CameIn;
use crate::app::model::Model;
use crate::app::notice::Notice;

pub(super) fn came_in(model: &mut Model, files: Vec<CameIn>) -> Vec<Effect> {
    let notice = Notice::CameIn(files);
    if notice.is_bad() {
        return refuse(model, notice);
    }
    // Why an act was refused is not covered by what somebody may read in the queue itself.
    if !model.notice.as_ref().is_some_and(Notice::is_bad) {
        model.notice = Some(notice);
    }
    Vec::new()
}

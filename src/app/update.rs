//! What a message changes and what is to be done about it: one synchronous decision. Called by `runtime`.

use super::effect::Effect;
use super::model::Model;
use super::msg::Msg;
use super::text::Texts;

/// Takes in a message. The texts are for what is laid out or looked for by its words; nothing said is kept in them.
pub fn update(model: &mut Model, texts: &Texts, msg: Msg) -> Vec<Effect> {
    let _ = texts;
    match msg {
        Msg::Woke(now) => {
            model.now = now;
            Vec::new()
        }
        Msg::Resized { width, height } => {
            model.size = (width, height);
            Vec::new()
        }
        Msg::Loaded { entries, roster } => {
            model.entries = entries;
            model.roster = roster;
            Vec::new()
        }
        Msg::RosterChanged(roster) => {
            model.roster = roster;
            Vec::new()
        }
        Msg::Key(_) => vec![Effect::Quit],
        Msg::Pasted(_)
        | Msg::Clicked { .. }
        | Msg::Scrolled(_)
        | Msg::Decided { .. }
        | Msg::CaseLoaded(_)
        | Msg::CaseMissing(_)
        | Msg::ChangedElsewhere(_)
        | Msg::StoreFailed(_) => Vec::new(),
    }
}

//! The first start: the answers are kept and hold at once; Esc leaves at every step and goes on to the desk.

use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::Action;
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::welcome::{Answers, Step, Welcome};
use crate::domain::text::line;

pub(super) fn press(model: &mut Model, action: Option<Action>, key: Key) -> Vec<Effect> {
    let Mode::Welcome(welcome) = &mut model.mode else {
        return Vec::new();
    };
    match (welcome.step, action) {
        (Step::Post | Step::Name, Some(Action::Skip)) => {
            model.mode = Mode::Browse;
            model.notice = Some(Notice::AskedAgain);
        }
        (Step::Ready, Some(Action::Skip | Action::Accept)) => model.mode = Mode::Browse,
        (Step::Ready, Some(Action::Demo)) => return vec![Effect::Demo],
        (Step::Post, Some(Action::Up)) => welcome.step(-1),
        (Step::Post, Some(Action::Down)) => welcome.step(1),
        (Step::Post, Some(Action::Accept)) => welcome.step = Step::Name,
        (Step::Name, Some(Action::Accept)) => return answered(model),
        (Step::Name, Some(_) | None) => {
            welcome.name.take(key);
        }
        (Step::Post | Step::Ready, Some(_) | None) => {}
    }
    Vec::new()
}

/// The answers hold for this session whatever becomes of the file.
fn answered(model: &mut Model) -> Vec<Effect> {
    let Mode::Welcome(welcome) = &mut model.mode else {
        return Vec::new();
    };
    welcome.step = Step::Ready;
    let person = line(welcome.name.text()).text.trim().to_owned();
    let answers = Answers {
        sitting: welcome.sitting(),
        person: Some(person).filter(|p| !p.is_empty()),
    };
    model.settings.me = answers.me();
    model.settings.watch = answers.sitting.post();
    model.settings.person.clone_from(&answers.person);
    vec![Effect::KeepAnswers(answers), Effect::TryNotification]
}

/// Puts the hand on who was clicked.
pub(super) fn click(model: &mut Model, place: usize) {
    if let Mode::Welcome(welcome) = &mut model.mode {
        welcome.in_hand = place;
    }
}

/// What became of the file.
pub(super) fn kept(model: &mut Model, kept: Result<String, String>) -> Vec<Effect> {
    tell(model, |welcome| welcome.kept = Some(kept))
}

/// What became of the test notification.
pub(super) fn tried(model: &mut Model, shown: Result<String, String>) -> Vec<Effect> {
    tell(model, |welcome| welcome.shown = Some(shown))
}

/// Whoever has gone on to the desk is not called back.
fn tell(model: &mut Model, change: impl FnOnce(&mut Welcome)) -> Vec<Effect> {
    if let Mode::Welcome(welcome) = &mut model.mode {
        change(welcome);
    }
    Vec::new()
}

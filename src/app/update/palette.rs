//! The list of all acts, found by their words or pinyin; Enter does the one in hand.

use super::browse;
use crate::app::acts::ActName;
use crate::app::boards::MENU;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::{self, Action, Scope};
use crate::app::mode::{Mode, Narrowed, Palette};
use crate::app::model::Model;
use crate::app::text::Texts;

pub(super) fn open(model: &mut Model, texts: &Texts) -> Vec<Effect> {
    let scope = if model.on_page.is_some() {
        Scope::Case
    } else {
        Scope::Queue
    };
    let mut actions: Vec<Action> = keymap::of(scope)
        .map(|b| b.action)
        .filter(|a| !matches!(a, Action::Palette | Action::Back))
        .collect();
    for act in keymap::of(Scope::Acts).map(|b| b.action) {
        // Acts that have a key of the queue's own are there already.
        let is_there = matches!(
            act,
            Action::Act(ActName::Sign | ActName::Dispatch | ActName::Remind)
        ) || actions.contains(&act);
        if matches!(act, Action::Act(_)) && !is_there {
            actions.push(act);
        }
    }
    // Every board is opened from here too; some have a key of their own.
    let boards = MENU.iter().filter(|board| !actions.contains(board));
    actions.extend(boards.copied().collect::<Vec<_>>());
    let words: Vec<String> = actions.iter().map(|a| texts.action(*a)).collect();
    let list = Narrowed::new(words.iter().map(String::as_str));
    model.mode = Mode::Palette(Box::new(Palette { actions, list }));
    Vec::new()
}

pub(super) fn press(
    model: &mut Model,
    texts: &Texts,
    action: Option<Action>,
    key: Key,
) -> Vec<Effect> {
    let Mode::Palette(palette) = &mut model.mode else {
        return Vec::new();
    };
    match action {
        Some(Action::Back) => model.mode = Mode::Browse,
        Some(Action::Up) => palette.list.step(-1),
        Some(Action::Down) => palette.list.step(1),
        Some(Action::Accept) => {
            let here = palette.list.in_hand;
            return choose(model, texts, here);
        }
        Some(_) | None => {
            let before = palette.list.field.text().to_owned();
            if palette.list.field.take(key) && palette.list.field.text() != before {
                palette.list.narrow();
            }
        }
    }
    Vec::new()
}

/// Does the act at a place among those found.
pub(super) fn choose(model: &mut Model, texts: &Texts, place: usize) -> Vec<Effect> {
    let Mode::Palette(palette) = &model.mode else {
        return Vec::new();
    };
    let chosen = palette.list.shown.get(place);
    let chosen = chosen.and_then(|i| palette.actions.get(*i)).copied();
    let Some(chosen) = chosen else {
        return Vec::new();
    };
    model.mode = Mode::Browse;
    if chosen == Action::Quit {
        return vec![Effect::Quit];
    }
    browse::act(model, texts, chosen)
}

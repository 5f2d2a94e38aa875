//! ```text
//! ┌ 帮助 ────────────────────────────────────────────────────┐
//! │ 队列                                                     │
//! │   s  F2             签收                                 │
//! │ 记号                                                     │
//! │   +06:40            已逾期，数字为超过多久               │
//! └──────────────────────────────────────────────────────────┘
//! ```
//! Every line of the keys comes from the keymap.

use super::pen::Pen;
use super::skin::{Ink, Skin};
use crate::app::cells::wrap;
use crate::app::keymap::{self, Scope};
use crate::app::layout::{self, Area};
use crate::app::mode::{Help, Mode};
use crate::app::model::Model;
use crate::app::text::{Texts, say};

/// Cells of the keys.
const KEYS: u16 = 20;

fn area(model: &Model) -> Area {
    layout::popup(model.size, 76, u16::MAX)
}

/// How far the page can be scrolled.
#[must_use]
pub fn most(model: &Model, texts: &Texts) -> usize {
    let Mode::Help(open) = &model.mode else {
        return 0;
    };
    let inside = area(model).inside();
    let lines = lines(texts, Skin::of(&model.settings), inside.width, open.about);
    lines.len().saturating_sub(usize::from(inside.height))
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, open: &Help) {
    let (scroll, area) = (open.scroll, area(model));
    let inside = pen.window(area, &say!(texts, "help-title"));
    let lines = lines(texts, pen.skin, inside.width, open.about);
    let room = usize::from(inside.height);
    for ((keys, text), y) in lines.iter().skip(scroll).take(room).zip(inside.y..) {
        match keys {
            None => {
                pen.put(
                    (inside.x + 1, y),
                    inside.width.saturating_sub(2),
                    text,
                    Ink::Title,
                );
            }
            Some(keys) => {
                pen.put((inside.x + 3, y), KEYS, keys, Ink::Key);
                let x = inside.x + 3 + KEYS;
                let width = (inside.x + inside.width).saturating_sub(x + 1);
                pen.put((x, y), width, text, Ink::Plain);
            }
        }
    }
    if scroll + room < lines.len() {
        let [_, _, left, right] = pen.skin.signs.corners;
        let place = format!("{}/{}", scroll + room, lines.len());
        let line = area.line(area.height.saturating_sub(1));
        pen.edge(line, [left, right], "", &place, Ink::Dim);
    }
}

/// Keys, or none for a heading, and what they do; the keys that hold where help was asked for come first.
fn lines(texts: &Texts, skin: Skin, width: u16, about: Scope) -> Vec<(Option<String>, String)> {
    let mut lines = Vec::new();
    let others = Scope::ALL.into_iter().filter(|scope| *scope != about);
    for scope in [about].into_iter().chain(others) {
        lines.push((None, texts.scope(scope)));
        for binding in keymap::of(scope) {
            let keys: Vec<String> = binding.keys.iter().map(|k| texts.key(*k)).collect();
            lines.push((Some(keys.join("  ")), texts.action(binding.action)));
        }
    }
    let signs = skin.signs;
    lines.push((None, say!(texts, "help-signs")));
    for (sign, text) in [
        (signs.hand.to_owned(), say!(texts, "help-sign-hand")),
        (signs.mark.to_owned(), say!(texts, "help-sign-marked")),
        (signs.decide.to_owned(), say!(texts, "help-sign-decide")),
        (signs.over.to_owned(), say!(texts, "help-sign-over")),
        ("+06:40".to_owned(), say!(texts, "help-sign-overdue")),
        (
            format!("04:12{}", signs.near),
            say!(texts, "help-sign-near"),
        ),
        (format!("02:11 {}", signs.met), say!(texts, "help-sign-met")),
        (
            format!("+02:11 {}", signs.met),
            say!(texts, "help-sign-late"),
        ),
        (
            format!("04:12{}", say!(texts, "unit-phoned")),
            say!(texts, "help-sign-phoned"),
        ),
        (signs.waiting.to_owned(), say!(texts, "help-sign-waiting")),
        (signs.void.to_owned(), say!(texts, "help-sign-void")),
    ] {
        lines.push((Some(sign), text));
    }
    let note = say!(texts, "help-input-methods");
    lines.extend(
        wrap(&note, width.saturating_sub(2))
            .into_iter()
            .map(|l| (None, l)),
    );
    lines
}

//! ```text
//! ┌ 看板 ────────────────────────────────────┐
//! │▸d F4       值班表                        │
//! │ r ^R       提醒记录                      │
//! └──────────────────────────────────────────┘
//! ```

use super::pen::Pen;
use super::skin::Ink;
use crate::app::boards::MENU;
use crate::app::keymap::{self, Scope};
use crate::app::layout::{self, Area};
use crate::app::model::Model;
use crate::app::text::{Texts, say};

/// Where the menu stands, for the mouse too.
#[must_use]
pub fn area(size: (u16, u16)) -> Area {
    let entries = u16::try_from(MENU.len()).unwrap_or(u16::MAX);
    layout::popup(size, 48, entries.saturating_add(2))
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, in_hand: usize) {
    let inside = pen.window(area(model.size), &say!(texts, "boards-title"));
    let from = layout::first_shown(in_hand, usize::from(inside.height));
    let shown = MENU.iter().enumerate().skip(from);
    for ((n, action), line) in shown.zip((0..inside.height).map(|n| inside.line(n))) {
        let held = n == in_hand;
        if held {
            pen.under_hand(line);
            pen.put_on((line.x, line.y), 1, pen.skin.signs.hand, Ink::Strong, true);
        }
        let keys = keymap::of(Scope::Boards).find(|b| b.action == *action);
        let keys: Vec<String> = keys
            .map_or(&[][..], |b| b.keys)
            .iter()
            .map(|k| texts.key(*k))
            .collect();
        pen.put_on((line.x + 1, line.y), 11, &keys.join(" "), Ink::Key, held);
        let width = line.width.saturating_sub(13);
        pen.put_on(
            (line.x + 12, line.y),
            width,
            &texts.action(*action),
            Ink::Plain,
            held,
        );
    }
}

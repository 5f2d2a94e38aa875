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

/// The box, and the boards that are shown in it: the place of each, and its line.
fn laid(size: (u16, u16), in_hand: usize) -> (Area, Vec<(usize, Area)>) {
    let entries = u16::try_from(MENU.len()).unwrap_or(u16::MAX);
    let area = layout::popup(size, 48, entries.saturating_add(2));
    (area, layout::entries(area.inside(), MENU.len(), in_hand))
}

/// The board at a place of the screen.
#[must_use]
pub fn hit(size: (u16, u16), in_hand: usize, at: (u16, u16)) -> Option<usize> {
    layout::entry_at(&laid(size, in_hand).1, at)
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, in_hand: usize) {
    let (area, lines) = laid(model.size, in_hand);
    pen.window(area, &say!(texts, "boards-title"));
    for (n, line) in lines {
        let Some(action) = MENU.get(n) else { continue };
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

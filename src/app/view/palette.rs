//! ```text
//! ┌ 全部操作 ────────────────────────────────┐
//! │ : qs_                                    │
//! │▸s           签收                         │
//! └──────────────────────────────────────────┘
//! ```

use super::pen::Pen;
use super::skin::Ink;
use crate::app::keymap::{self, Action, Scope};
use crate::app::layout::{self, Area};
use crate::app::mode::Palette;
use crate::app::model::Model;
use crate::app::text::{Texts, say};

/// The box, and the acts that are shown in it: the place of each among those found, and its line.
fn laid(size: (u16, u16), palette: &Palette) -> (Area, Vec<(usize, Area)>) {
    let area = layout::popup(size, 64, 20);
    let inside = area.inside();
    let list = Area {
        y: inside.y + 1,
        height: inside.height.saturating_sub(1),
        ..inside
    };
    let shown = layout::entries(list, palette.list.shown.len(), palette.list.in_hand);
    (area, shown)
}

/// The act at a place of the screen, by its place among those found.
#[must_use]
pub fn hit(size: (u16, u16), palette: &Palette, at: (u16, u16)) -> Option<usize> {
    layout::entry_at(&laid(size, palette).1, at)
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, palette: &Palette) {
    let (area, lines) = laid(model.size, palette);
    let inside = pen.window(area, &say!(texts, "palette-title"));
    let x = pen.put((inside.x + 1, inside.y), 2, ":", Ink::Key) + 1;
    let width = (inside.x + inside.width).saturating_sub(x + 1);
    pen.field((x, inside.y), width, &palette.list.field);
    if lines.is_empty() {
        let none = say!(texts, "palette-none");
        pen.put((inside.x + 1, inside.y + 1), inside.width, &none, Ink::Dim);
    }
    let scope = if model.on_page.is_some() {
        Scope::Case
    } else {
        Scope::Queue
    };
    for (n, line) in lines {
        let place = palette.list.shown.get(n);
        let Some(action) = place.and_then(|place| palette.actions.get(*place)) else {
            continue;
        };
        let in_hand = n == palette.list.in_hand;
        if in_hand {
            pen.under_hand(line);
            let hand = pen.skin.signs.hand;
            pen.put_on((line.x, line.y), 1, hand, Ink::Strong, true);
        }
        let keys = keys(texts, scope, *action);
        pen.put_on((line.x + 1, line.y), 14, &keys, Ink::Key, in_hand);
        let width = line.width.saturating_sub(17);
        pen.put_on(
            (line.x + 16, line.y),
            width,
            &texts.action(*action),
            Ink::Plain,
            in_hand,
        );
    }
}

/// The keys of an act; of one that stands in a menu only, those that lead to it through the menu.
fn keys(texts: &Texts, scope: Scope, action: Action) -> String {
    let of = |scope, action| keymap::of(scope).find(|b| b.action == action);
    if let Some(binding) = of(scope, action) {
        let keys: Vec<String> = binding.keys.iter().map(|k| texts.key(*k)).collect();
        return keys.join(" ");
    }
    let (way, menu) = if matches!(action, Action::Act(_)) {
        (Action::Acts, Scope::Acts)
    } else {
        (Action::Boards, Scope::Boards)
    };
    let path = [of(scope, way), of(menu, action)];
    let first = path.iter().flatten().filter_map(|b| b.keys.first());
    first.map(|k| texts.key(*k)).collect::<Vec<_>>().join(" ")
}

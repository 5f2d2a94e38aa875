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

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, palette: &Palette) {
    let area = layout::popup(model.size, 64, 20);
    let inside = pen.window(area, &say!(texts, "palette-title"));
    let x = pen.put((inside.x + 1, inside.y), 2, ":", Ink::Key) + 1;
    let width = (inside.x + inside.width).saturating_sub(x + 1);
    pen.field((x, inside.y), width, &palette.list.field);
    let list = Area {
        y: inside.y + 1,
        height: inside.height.saturating_sub(1),
        ..inside
    };
    if palette.list.shown.is_empty() {
        let none = say!(texts, "palette-none");
        pen.put((list.x + 1, list.y), list.width, &none, Ink::Dim);
    }
    let scope = if model.on_page.is_some() {
        Scope::Case
    } else {
        Scope::Queue
    };
    let from = layout::first_shown(palette.list.in_hand, usize::from(list.height));
    let shown = palette.list.shown.iter().enumerate().skip(from);
    for ((n, place), y) in shown.zip(list.y..list.y + list.height) {
        let Some(action) = palette.actions.get(*place) else {
            continue;
        };
        let in_hand = n == palette.list.in_hand;
        if in_hand {
            pen.under_hand(Area {
                y,
                height: 1,
                ..list
            });
            let hand = pen.skin.signs.hand;
            pen.put_on((list.x, y), 1, hand, Ink::Strong, true);
        }
        let keys = keys(texts, scope, *action);
        pen.put_on((list.x + 1, y), 14, &keys, Ink::Key, in_hand);
        let width = list.width.saturating_sub(17);
        pen.put_on(
            (list.x + 16, y),
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

//! ```text
//! ┌ 电话提醒 FZ26112300012 ──────────────────┐
//! │▸柳河社区   催签收   0591-8375****        │
//! │ 接通按回车，未接通按 n                   │
//! └──────────────────────────────────────────┘
//! ```

use super::pen::Pen;
use super::skin::Ink;
use crate::app::layout::{self, Area};
use crate::app::mode::Remind;
use crate::app::model::Model;
use crate::app::text::{Texts, say};

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, remind: &Remind) {
    let title = say!(texts, "remind-title", number = remind.number.as_str());
    let units = u16::try_from(remind.units.len()).unwrap_or(u16::MAX);
    let area = layout::popup(model.size, 56, units.saturating_add(3));
    let inside = pen.window(area, &title);
    let room = inside.height.saturating_sub(1);
    let from = layout::first_shown(remind.in_hand, usize::from(room));
    let shown = remind.units.iter().enumerate().skip(from);
    for ((n, (unit, about)), y) in shown.zip(inside.y..inside.y + room) {
        let in_hand = n == remind.in_hand;
        if in_hand {
            pen.under_hand(Area {
                y,
                height: 1,
                ..inside
            });
            let hand = pen.skin.signs.hand;
            pen.put_on((inside.x, y), 1, hand, Ink::Strong, true);
        }
        pen.put_on((inside.x + 1, y), 24, unit.as_str(), Ink::Plain, in_hand);
        let about = say!(texts, "remind-about", about = texts.about(*about));
        pen.put_on((inside.x + 26, y), 12, &about, Ink::Plain, in_hand);
        let phone = model.rules.policy.phone(unit);
        if phone.is_empty() {
            let none = say!(texts, "remind-no-phone");
            pen.put_on((inside.x + 39, y), 15, &none, Ink::Dim, in_hand);
        } else {
            pen.put_on((inside.x + 39, y), 15, phone, Ink::Strong, in_hand);
        }
    }
    let hint = say!(texts, "remind-hint");
    let y = inside.y + room;
    pen.put(
        (inside.x + 1, y),
        inside.width.saturating_sub(2),
        &hint,
        Ink::Dim,
    );
}

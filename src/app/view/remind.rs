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

/// Cells of the box.
const WIDTH: u16 = 62;

/// The box, and the units that are shown in it: the place of each, and its line.
fn laid(size: (u16, u16), remind: &Remind) -> (Area, Vec<(usize, Area)>) {
    let units = u16::try_from(remind.units.len()).unwrap_or(u16::MAX);
    let area = layout::popup(size, WIDTH, units.saturating_add(3));
    let inside = area.inside();
    let list = Area {
        height: inside.height.saturating_sub(1),
        ..inside
    };
    (
        area,
        layout::entries(list, remind.units.len(), remind.in_hand),
    )
}

/// The unit at a place of the screen.
#[must_use]
pub fn hit(size: (u16, u16), remind: &Remind, at: (u16, u16)) -> Option<usize> {
    layout::entry_at(&laid(size, remind).1, at)
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, remind: &Remind) {
    let title = say!(texts, "remind-title", number = remind.number.as_str());
    let (area, lines) = laid(model.size, remind);
    let inside = pen.window(area, &title);
    for (n, line) in lines {
        let Some((unit, about)) = remind.units.get(n) else {
            continue;
        };
        let in_hand = n == remind.in_hand;
        let y = line.y;
        if in_hand {
            pen.under_hand(line);
            let hand = pen.skin.signs.hand;
            pen.put_on((inside.x, y), 1, hand, Ink::Strong, true);
        }
        pen.put_on((inside.x + 1, y), 24, unit.as_str(), Ink::Plain, in_hand);
        let about = say!(texts, "remind-about", about = texts.about(*about));
        pen.put_on((inside.x + 26, y), 16, &about, Ink::Plain, in_hand);
        let phone = model.rules.policy.phone(unit);
        if phone.is_empty() {
            let none = say!(texts, "remind-no-phone");
            pen.put_on((inside.x + 43, y), 17, &none, Ink::Dim, in_hand);
        } else {
            pen.put_on((inside.x + 43, y), 17, phone, Ink::Strong, in_hand);
        }
    }
    let hint = say!(texts, "remind-hint");
    let y = inside.y + inside.height.saturating_sub(1);
    pen.put(
        (inside.x + 1, y),
        inside.width.saturating_sub(2),
        &hint,
        Ink::Dim,
    );
}

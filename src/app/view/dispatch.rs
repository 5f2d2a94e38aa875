//! ```text
//! ┌ 派发 FZ26112300012 ──────────────────────┐
//! │ 南后街口电动车堵住消防通道               │
//! │ 单位 lhsq_                               │
//! │▸柳河社区        牵头 属地 在办           │
//! │ 城管办          协办                     │
//! │ 协办 城管办                              │
//! │ 字母筛选，空格加协办，回车派发           │
//! └──────────────────────────────────────────┘
//! ```

use super::pen::{Pen, wrap};
use super::skin::Ink;
use crate::app::layout::{self, Area};
use crate::app::mode::Dispatch;
use crate::app::model::Model;
use crate::app::text::{Texts, say};
use crate::domain::ids::{Role, Unit};

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, picker: &Dispatch) {
    let title = match picker.numbers.as_slice() {
        [one] => say!(texts, "dispatch-title", number = one.as_str()),
        many => say!(texts, "dispatch-title-many", count = many.len()),
    };
    let units = u16::try_from(picker.units.len()).unwrap_or(u16::MAX);
    let entry = match picker.numbers.as_slice() {
        [one] => model.queue.find(one),
        _ => None,
    };
    let height = units.saturating_add(6 + u16::from(entry.is_some()));
    let area = layout::popup(model.size, 56, height);
    let mut inside = pen.window(area, &title);
    if let Some(entry) = entry {
        let width = inside.width.saturating_sub(2);
        let subject = &entry.row.title;
        pen.put((inside.x + 1, inside.y), width, subject, Ink::Strong);
        inside.y += 1;
        inside.height = inside.height.saturating_sub(1);
    }
    let label = say!(texts, "dispatch-filter");
    let x = pen.put((inside.x + 1, inside.y), inside.width, &label, Ink::Key) + 1;
    pen.field(
        (x, inside.y),
        (inside.x + inside.width).saturating_sub(x),
        &picker.list.field,
    );
    let mut below: Vec<(String, Ink)> = Vec::new();
    let width = inside.width.saturating_sub(2);
    // Typing narrows the list; who assists stays in view.
    let assisting: Vec<&str> = picker
        .assisting
        .iter()
        .filter_map(|place| picker.units.get(*place))
        .map(Unit::as_str)
        .collect();
    if !assisting.is_empty() {
        let units = assisting.join(" ");
        let line = say!(texts, "dispatch-assisting", units = units);
        below.extend(wrap(&line, width).into_iter().map(|l| (l, Ink::Flag)));
    }
    let hint = wrap(&say!(texts, "dispatch-hint"), width);
    below.extend(hint.into_iter().map(|l| (l, Ink::Dim)));
    let below_height = u16::try_from(below.len()).unwrap_or(1);
    let list = Area {
        y: inside.y + 1,
        height: inside.height.saturating_sub(1 + below_height),
        ..inside
    };
    for ((text, ink), y) in below.iter().zip(list.y + list.height..) {
        pen.put((inside.x + 1, y), width, text, *ink);
    }
    if picker.list.shown.is_empty() {
        let none = say!(texts, "dispatch-none");
        pen.put((list.x + 1, list.y), list.width, &none, Ink::Dim);
    }
    let in_hand = picker.list.in_hand;
    let from = layout::first_shown(in_hand, usize::from(list.height));
    let shown = picker.list.shown.iter().enumerate().skip(from);
    for ((n, place), y) in shown.zip(list.y..list.y + list.height) {
        let Some(unit) = picker.units.get(*place) else {
            continue;
        };
        let is_lead = n == in_hand;
        let line = Area {
            y,
            height: 1,
            ..list
        };
        if is_lead {
            pen.under_hand(line);
            let hand = pen.skin.signs.hand;
            pen.put_on((line.x, y), 1, hand, Ink::Strong, true);
        }
        let role = if is_lead {
            texts.role(Role::Lead)
        } else if picker.assisting.contains(place) {
            texts.role(Role::Assist)
        } else {
            String::new()
        };
        pen.put_on((line.x + 1, y), 28, unit.as_str(), Ink::Plain, is_lead);
        let x = pen.put_on((line.x + 31, y), 8, &role, Ink::Flag, is_lead);
        let mut x = x.max(line.x + 36) + 1;
        if *place < picker.own {
            let own = say!(texts, "dispatch-own");
            x = pen.put_on((x, y), 8, &own, Ink::Good, is_lead) + 1;
        }
        if picker.present.contains(place) {
            let present = say!(texts, "dispatch-present");
            pen.put_on((x, y), 8, &present, Ink::Dim, is_lead);
        }
    }
}

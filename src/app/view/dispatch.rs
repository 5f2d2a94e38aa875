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

use super::pen::Pen;
use super::skin::Ink;
use crate::app::cells::wrap;
use crate::app::layout::{self, Area};
use crate::app::mode::Dispatch;
use crate::app::model::Model;
use crate::app::text::{Texts, say};
use crate::domain::ids::{Role, Unit};

/// Where the parts of the picker stand.
struct Laid {
    area: Area,
    /// What the case is about, where it is one.
    subject: Option<String>,
    filter: Area,
    /// The units that are shown: the place of each among those found, and its line.
    list: Vec<(usize, Area)>,
    /// Who assists, and the keys.
    below: Vec<(String, Ink)>,
    below_at: Area,
}

fn laid(model: &Model, texts: &Texts, picker: &Dispatch) -> Laid {
    let units = u16::try_from(picker.units.len()).unwrap_or(u16::MAX);
    let entry = match picker.numbers.as_slice() {
        [one] => model.queue.find(one),
        _ => None,
    };
    let above = u16::from(entry.is_some());
    let area = layout::popup(model.size, 56, units.saturating_add(6 + above));
    let inside = area.inside();
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
    let top = above + 1;
    let list = Area {
        y: inside.y + top,
        height: inside.height.saturating_sub(top + below_height),
        ..inside
    };
    Laid {
        area,
        subject: entry.map(|entry| entry.row.title.clone()),
        filter: inside.line(above),
        list: layout::entries(list, picker.list.shown.len(), picker.list.in_hand),
        below,
        below_at: list.line(list.height),
    }
}

/// The unit at a place of the screen, by its place among those found.
#[must_use]
pub fn hit(model: &Model, texts: &Texts, picker: &Dispatch, at: (u16, u16)) -> Option<usize> {
    layout::entry_at(&laid(model, texts, picker).list, at)
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, picker: &Dispatch) {
    let title = match picker.numbers.as_slice() {
        [one] => say!(texts, "dispatch-title", number = one.as_str()),
        many => say!(texts, "dispatch-title-many", count = many.len()),
    };
    let laid = laid(model, texts, picker);
    let inside = pen.window(laid.area, &title);
    let width = inside.width.saturating_sub(2);
    if let Some(subject) = &laid.subject {
        pen.put((inside.x + 1, inside.y), width, subject, Ink::Strong);
    }
    let label = say!(texts, "dispatch-filter");
    let filter = laid.filter;
    let x = pen.put((filter.x + 1, filter.y), filter.width, &label, Ink::Key) + 1;
    let room = (filter.x + filter.width).saturating_sub(x);
    pen.field((x, filter.y), room, &picker.list.field);
    for ((text, ink), y) in laid.below.iter().zip(laid.below_at.y..) {
        pen.put((inside.x + 1, y), width, text, *ink);
    }
    if laid.list.is_empty() {
        let none = say!(texts, "dispatch-none");
        pen.put((filter.x + 1, filter.y + 1), width, &none, Ink::Dim);
    }
    for (n, line) in laid.list {
        draw_unit(texts, pen, picker, n, line);
    }
}

fn draw_unit(texts: &Texts, pen: &mut Pen<'_>, picker: &Dispatch, n: usize, line: Area) {
    let Some(place) = picker.list.shown.get(n) else {
        return;
    };
    let Some(unit) = picker.units.get(*place) else {
        return;
    };
    let y = line.y;
    let is_lead = n == picker.list.in_hand;
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

//! ```text
//! ┌ 办理 FZ26112300012 ──────────────────────────────────────┐
//! │ 接派                        │ 评价后续                    │
//! │▸s 签收                      │ r 评价      还没办结         │
//! │ d 派发                      │ f 差评回访  没有成立的差评   │
//! │ A 岗 已于 11-23 09:03 签收                                │
//! └──────────────────────────────────────────────────────────┘
//! ```
//! Where the acts fit into two columns they stand in two; a smaller screen turns with the hand.

use std::collections::BTreeMap;

use super::pen::Pen;
use super::skin::Ink;
use crate::app::acts::{ActName, Phase};
use crate::app::cells::cells;
use crate::app::keymap::{self, Action, Scope};
use crate::app::layout::{self, Area};
use crate::app::mode::ActMenu;
use crate::app::model::Model;
use crate::app::text::{Texts, say};

/// A line of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Phase(Phase),
    Act(usize),
}

fn lines(menu: &ActMenu) -> Vec<Line> {
    let mut lines = Vec::with_capacity(menu.acts.len() + 5);
    let mut phase = None;
    for (place, (name, _)) in menu.acts.iter().enumerate() {
        if phase != Some(name.phase()) {
            phase = Some(name.phase());
            lines.push(Line::Phase(name.phase()));
        }
        lines.push(Line::Act(place));
    }
    lines
}

fn area(size: (u16, u16), menu: &ActMenu) -> Area {
    let lines = u16::try_from(lines(menu).len()).unwrap_or(u16::MAX);
    // Where there is room, the reasons are seen whole.
    let width = size.0.saturating_sub(4).clamp(78, 116);
    layout::popup(size, width, lines.div_ceil(2).saturating_add(3))
}

/// The lines that are shown, each with its place on the screen.
fn laid(size: (u16, u16), menu: &ActMenu) -> Vec<(Line, Area)> {
    let inside = area(size, menu).inside();
    let rows = inside.height.saturating_sub(1).max(1);
    let half = inside.width / 2;
    let lines = lines(menu);
    let hand = lines.iter().position(|l| *l == Line::Act(menu.in_hand));
    let room = usize::from(rows) * 2;
    let from = layout::first_shown(hand.unwrap_or(0), room);
    let places = (0..2u16).flat_map(|column| (0..rows).map(move |row| (column, row)));
    let place = |(column, row): (u16, u16)| Area {
        x: inside.x + column * half,
        y: inside.y + row,
        width: half,
        height: 1,
    };
    lines
        .into_iter()
        .skip(from)
        .zip(places.map(place))
        .collect()
}

/// The act at a place of the screen.
#[must_use]
pub fn hit(size: (u16, u16), menu: &ActMenu, column: u16, row: u16) -> Option<usize> {
    laid(size, menu).into_iter().find_map(|(line, place)| {
        let Line::Act(act) = line else { return None };
        place.holds(column, row).then_some(act)
    })
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, menu: &ActMenu) {
    let area = area(model.size, menu);
    let title = say!(texts, "acts-title", number = menu.number.as_str());
    let inside = pen.window(area, &title);
    let laid = laid(model.size, menu);
    let rooms = rooms(texts, menu, &laid);
    for (line, place) in &laid {
        match line {
            Line::Phase(phase) => {
                let text = texts.phase(*phase);
                pen.put((place.x + 1, place.y), place.width - 1, &text, Ink::Title);
            }
            Line::Act(act) => {
                let room = rooms.get(&place.x).copied().unwrap_or_default();
                draw_act(model, texts, pen, *act, (menu, *place, room));
            }
        }
    }
    // Why the act in hand cannot be done, in full.
    let foot = inside.line(inside.height.saturating_sub(1));
    let width = foot.width.saturating_sub(2);
    let unable = menu.acts.get(menu.in_hand).and_then(|(_, u)| u.as_ref());
    let (text, ink) = match unable {
        Some(unable) => (format!("! {}", texts.unable(unable, model.now)), Ink::Near),
        None => (say!(texts, "acts-hint"), Ink::Dim),
    };
    let text = pen.skin.say(text);
    pen.put((foot.x + 1, foot.y), width, &text, ink);
}

/// Cells of the names in each column, by where it begins: what they leave is for the reasons.
fn rooms(texts: &Texts, menu: &ActMenu, laid: &[(Line, Area)]) -> BTreeMap<u16, u16> {
    let mut rooms = BTreeMap::new();
    for (line, place) in laid {
        if let Line::Act(act) = line
            && let Some((name, _)) = menu.acts.get(*act)
        {
            let room = rooms.entry(place.x).or_default();
            *room = cells(&texts.act(*name)).max(*room);
        }
    }
    rooms
}

/// Draws an act at its place, its name in so many cells.
fn draw_act(
    model: &Model,
    texts: &Texts,
    pen: &mut Pen<'_>,
    act: usize,
    (menu, place, room): (&ActMenu, Area, u16),
) {
    let Some((name, unable)) = menu.acts.get(act) else {
        return;
    };
    let in_hand = act == menu.in_hand;
    if in_hand {
        pen.under_hand(place);
        let hand = pen.skin.signs.hand;
        pen.put_on((place.x, place.y), 1, hand, Ink::Strong, true);
    }
    let (key_ink, ink) = match unable {
        None => (Ink::Key, Ink::Plain),
        Some(_) => (Ink::Dim, Ink::Dim),
    };
    let y = place.y;
    pen.put_on((place.x + 1, y), 1, &key(texts, *name), key_ink, in_hand);
    pen.put_on((place.x + 3, y), room, &texts.act(*name), ink, in_hand);
    if let Some(unable) = unable {
        let why = pen.skin.say(texts.unable(unable, model.now));
        let width = place.width.saturating_sub(room + 6);
        let why = pen.fitting(&why, width);
        pen.put_on((place.x + room + 5, y), width, &why, Ink::Dim, in_hand);
    }
}

fn key(texts: &Texts, name: ActName) -> String {
    let line = keymap::of(Scope::Acts).find(|b| b.action == Action::Act(name));
    let key = line.and_then(|b| b.keys.first());
    key.map(|k| texts.key(*k)).unwrap_or_default()
}

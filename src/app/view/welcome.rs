//! ```text
//! ┌ 第一次打开 1/3 ──────────────────────────┐
//! │ 谁坐这里？                               │
//! │▸A 岗    三坊七巷、驿里、灵响             │
//! │ B 岗    柳河、小柳、杨桥河南             │
//! │ 负责人  看两岗                           │
//! │ Enter 下一步  Esc 跳过                   │
//! └──────────────────────────────────────────┘
//! ```

use super::footer;
use super::pen::Pen;
use super::skin::{Ink, Skin};
use crate::app::cells::{cells, wrap};
use crate::app::layout::{self, Area};
use crate::app::model::Model;
use crate::app::text::{Texts, say};
use crate::app::welcome::{Sitting, Step, Welcome};

/// Cells of the box.
const WIDTH: u16 = 66;

/// A line of the box.
enum Line {
    Said(String, Ink),
    /// Who may sit here, by place.
    Choice(usize),
    /// The name.
    Field,
}

/// Every line of the step.
fn lines(texts: &Texts, skin: Skin, width: u16, welcome: &Welcome) -> Vec<Line> {
    let mut lines = Vec::new();
    let put = |lines: &mut Vec<Line>, text: String, ink| {
        let wrapped = wrap(&skin.say(text), width);
        lines.extend(wrapped.into_iter().map(|line| Line::Said(line, ink)));
    };
    match welcome.step {
        Step::Post => {
            put(&mut lines, say!(texts, "welcome-post"), Ink::Strong);
            lines.extend((0..Sitting::ALL.len()).map(Line::Choice));
            put(&mut lines, say!(texts, "welcome-post-hint"), Ink::Dim);
        }
        Step::Name => {
            put(&mut lines, say!(texts, "welcome-name"), Ink::Strong);
            lines.push(Line::Field);
            put(&mut lines, say!(texts, "welcome-name-hint"), Ink::Dim);
        }
        Step::Ready => {
            let (text, ink) = texts.welcome_kept(welcome.kept.as_ref());
            put(&mut lines, text, if ink { Ink::Plain } else { Ink::Over });
            let (text, ink) = texts.welcome_shown(welcome.shown.as_ref());
            put(&mut lines, text, if ink { Ink::Plain } else { Ink::Over });
            put(&mut lines, say!(texts, "welcome-demo"), Ink::Plain);
        }
    }
    lines
}

/// The box, and the lines that are shown in it.
fn laid(model: &Model, texts: &Texts, welcome: &Welcome) -> (Area, Vec<(Line, Area)>) {
    let width = layout::popup(model.size, WIDTH, 3).width;
    let skin = Skin::of(&model.settings);
    let lines = lines(texts, skin, width.saturating_sub(4), welcome);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let area = layout::popup(model.size, WIDTH, height.saturating_add(3));
    let inside = area.inside();
    // The last line is that of the keys.
    let rows = (0..inside.height.saturating_sub(1)).map(|n| inside.line(n));
    (area, lines.into_iter().zip(rows).collect())
}

/// Who stands at a place of the screen.
#[must_use]
pub fn hit(model: &Model, texts: &Texts, welcome: &Welcome, at: (u16, u16)) -> Option<usize> {
    let (_, lines) = laid(model, texts, welcome);
    lines.into_iter().find_map(|(line, area)| match line {
        Line::Choice(place) if area.holds(at.0, at.1) => Some(place),
        Line::Choice(_) | Line::Said(..) | Line::Field => None,
    })
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, welcome: &Welcome) {
    let (area, lines) = laid(model, texts, welcome);
    let place = match welcome.step {
        Step::Post => 1,
        Step::Name => 2,
        Step::Ready => 3,
    };
    let inside = pen.window(area, &say!(texts, "welcome-title", place = place));
    let width = inside.width.saturating_sub(2);
    for (line, at) in lines {
        match line {
            Line::Said(text, ink) => {
                pen.put((at.x + 1, at.y), width, &text, ink);
            }
            Line::Field => pen.field((at.x + 1, at.y), width, &welcome.name),
            Line::Choice(place) => choice(model, texts, pen, (place, at), welcome),
        }
    }
    let keys = inside.line(inside.height.saturating_sub(1));
    footer::draw_keys(model, texts, pen, keys);
}

fn choice(
    model: &Model,
    texts: &Texts,
    pen: &mut Pen<'_>,
    (place, line): (usize, Area),
    welcome: &Welcome,
) {
    let Some(sitting) = Sitting::ALL.get(place) else {
        return;
    };
    let held = place == welcome.in_hand;
    if held {
        pen.under_hand(line);
        pen.put_on((line.x, line.y), 1, pen.skin.signs.hand, Ink::Strong, true);
    }
    let (name, what) = texts.sitting(*sitting, &model.rules.policy);
    let widest = Sitting::ALL.map(|s| cells(&texts.sitting(s, &model.rules.policy).0));
    let room = widest.into_iter().max().unwrap_or_default();
    pen.put_on((line.x + 1, line.y), room, &name, Ink::Strong, held);
    let x = line.x + 3 + room;
    let left = (line.x + line.width).saturating_sub(x);
    pen.put_on((x, line.y), left, &what, Ink::Plain, held);
}

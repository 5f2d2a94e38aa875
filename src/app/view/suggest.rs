//! ```text
//! ┌ 建议 FZ26112300012 ─────────────────────────────────────┐
//! │▸疑为重复件 R7                                            │
//! │   与 FZ26111500040（11-15）文字相同 93%                  │
//! │ 疑为敏感件 R8                                            │
//! │   提到 群租                                              │
//! │ 理由 ______                                              │
//! │ 回车采纳，n 不采纳                                       │
//! └─────────────────────────────────────────────────────────┘
//! ```

use super::pen::Pen;
use super::skin::{Ink, Skin};
use crate::app::cells::wrap;
use crate::app::layout::{self, Area};
use crate::app::mode::Suggestions;
use crate::app::model::Model;
use crate::app::text::{Texts, say};

/// Cells of the box.
const WIDTH: u16 = 64;

/// A line that is shown: of which suggestion, where, how far in, and what it says.
struct Line {
    of: usize,
    at: Area,
    indent: u16,
    text: String,
    ink: Ink,
}

/// What stands below the list: the keys, and the reason while one is dismissed.
const fn below(open: &Suggestions) -> u16 {
    if open.dismissal.is_some() { 2 } else { 1 }
}

/// The box, and the lines that are shown in it.
fn laid(model: &Model, texts: &Texts, open: &Suggestions) -> (Area, Vec<Line>) {
    let skin = Skin::of(&model.settings);
    let width = WIDTH.min(model.size.0.saturating_sub(2)).saturating_sub(4);
    // A suggestion is a line, its reasons the lines below it.
    let mut lines: Vec<(usize, u16, String, Ink)> = Vec::new();
    for (n, suggested) in model.suggestions(&open.number).iter().enumerate() {
        let head = format!(
            "{} {}",
            texts.suggestion(suggested.suggestion),
            suggested.rule()
        );
        lines.push((n, 0, head, Ink::Plain));
        let reasons = skin.say(texts.reasons(&suggested.reasons, model.now));
        for line in wrap(&reasons, width.saturating_sub(2)) {
            lines.push((n, 2, line, Ink::Dim));
        }
    }
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let area = layout::popup(model.size, WIDTH, height.saturating_add(2 + below(open)));
    let inside = area.inside();
    let room = inside.height.saturating_sub(below(open));
    let last = lines.iter().rposition(|(n, ..)| *n == open.in_hand);
    let from = layout::first_shown(last.unwrap_or(0), usize::from(room));
    let shown = lines.into_iter().skip(from).zip(0..room);
    let lines = shown
        .map(|((of, indent, text, ink), n)| Line {
            of,
            at: inside.line(n),
            indent,
            text,
            ink,
        })
        .collect();
    (area, lines)
}

/// The suggestion at a place of the screen.
#[must_use]
pub fn hit(model: &Model, texts: &Texts, open: &Suggestions, at: (u16, u16)) -> Option<usize> {
    let (_, lines) = laid(model, texts, open);
    let line = lines.iter().find(|line| line.at.holds(at.0, at.1));
    line.map(|line| line.of)
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, open: &Suggestions) {
    let title = say!(texts, "suggest-title", number = open.number.as_str());
    let (area, lines) = laid(model, texts, open);
    let inside = pen.window(area, &title);
    let width = inside.width.saturating_sub(2);
    for line in &lines {
        let in_hand = line.of == open.in_hand;
        let (x, y) = (line.at.x, line.at.y);
        if in_hand {
            pen.under_hand(line.at);
        }
        if in_hand && line.indent == 0 {
            pen.put_on((x, y), 1, pen.skin.signs.hand, Ink::Strong, true);
        }
        let room = width.saturating_sub(line.indent);
        pen.put_on(
            (x + 1 + line.indent, y),
            room,
            &line.text,
            line.ink,
            in_hand,
        );
    }
    let room = inside.height.saturating_sub(below(open));
    let mut y = inside.y + room;
    let hint = match &open.dismissal {
        None => (say!(texts, "suggest-hint"), Ink::Dim),
        Some(dismissal) => {
            let label = say!(texts, "suggest-reason");
            let x = pen.put((inside.x + 1, y), width, &label, Ink::Key) + 1;
            let rest = (inside.x + inside.width).saturating_sub(x);
            pen.field((x, y), rest, &dismissal.reason);
            y += 1;
            if dismissal.is_empty && dismissal.reason.is_empty() {
                (format!("! {}", say!(texts, "suggest-no-reason")), Ink::Over)
            } else {
                (say!(texts, "suggest-reason-hint"), Ink::Dim)
            }
        }
    };
    pen.put((inside.x + 1, y), width, &hint.0, hint.1);
}

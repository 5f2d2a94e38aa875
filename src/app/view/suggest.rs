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

use super::pen::{Pen, wrap};
use super::skin::Ink;
use crate::app::layout::{self, Area};
use crate::app::mode::Suggestions;
use crate::app::model::Model;
use crate::app::text::{Texts, say};

/// Cells of the box.
const WIDTH: u16 = 64;

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, open: &Suggestions) {
    let title = say!(texts, "suggest-title", number = open.number.as_str());
    let list = model.suggestions(&open.number);
    let width = WIDTH.min(model.size.0.saturating_sub(2)).saturating_sub(4);
    // A suggestion is a line, its reasons the lines below it.
    let mut lines: Vec<(usize, u16, String, Ink)> = Vec::new();
    for (n, suggested) in list.iter().enumerate() {
        let head = format!(
            "{} {}",
            texts.suggestion(suggested.suggestion),
            suggested.rule()
        );
        lines.push((n, 0, head, Ink::Plain));
        let reasons = pen.skin.say(texts.reasons(&suggested.reasons));
        for line in wrap(&reasons, width.saturating_sub(2)) {
            lines.push((n, 2, line, Ink::Dim));
        }
    }
    let below = if open.dismissal.is_some() { 2 } else { 1 };
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let area = layout::popup(model.size, WIDTH, height.saturating_add(2 + below));
    let inside = pen.window(area, &title);
    let room = inside.height.saturating_sub(below);
    let last = lines.iter().rposition(|(n, ..)| *n == open.in_hand);
    let from = layout::first_shown(last.unwrap_or(0), usize::from(room));
    for ((n, indent, text, ink), y) in lines.iter().skip(from).zip(inside.y..inside.y + room) {
        let in_hand = *n == open.in_hand;
        let line = Area {
            y,
            height: 1,
            ..inside
        };
        if in_hand {
            pen.under_hand(line);
        }
        if in_hand && *indent == 0 {
            pen.put_on((line.x, y), 1, pen.skin.signs.hand, Ink::Strong, true);
        }
        pen.put_on((line.x + 1 + indent, y), width, text, *ink, in_hand);
    }
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

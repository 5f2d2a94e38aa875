//! ```text
//! ┌ 补记：下一步何时办的 ────────────────────┐   ┌ 撤销 FZ26112300012 ──────────────────────┐
//! │ 9:03_                                    │   │ 撤销 A 岗 于 11-23 09:03 记的“签收”？    │
//! │ 如 9:03 或 11-22 21:50；空着回车为现在   │   │ y 确定  Esc 返回                         │
//! └──────────────────────────────────────────┘   └──────────────────────────────────────────┘
//! ```

use super::footer;
use super::pen::Pen;
use super::skin::Ink;
use crate::app::acts::ActName;
use crate::app::cells::wrap;
use crate::app::layout;
use crate::app::mode::{AtTime, Question};
use crate::app::model::Model;
use crate::app::text::{Texts, say};
use crate::domain::command::Act;

pub(super) fn draw_at_time(model: &Model, texts: &Texts, pen: &mut Pen<'_>, prompt: &AtTime) {
    let area = layout::popup(model.size, 56, 4);
    let inside = pen.window(area, &say!(texts, "at-time-title"));
    let width = inside.width.saturating_sub(2);
    pen.field((inside.x + 1, inside.y), width, &prompt.field);
    let (hint, ink) = match prompt.problem {
        None => (say!(texts, "at-time-hint"), Ink::Dim),
        Some(problem) => (format!("! {}", texts.at_problem(problem)), Ink::Over),
    };
    pen.put((inside.x + 1, inside.y + 1), width, &hint, ink);
}

pub(super) fn draw_question(model: &Model, texts: &Texts, pen: &mut Pen<'_>, question: &Question) {
    let (title, text) = asked(texts, question);
    let lines = wrap(&pen.skin.say(text), 54);
    let height = u16::try_from(lines.len()).unwrap_or(1);
    let area = layout::popup(model.size, 60, height.saturating_add(3));
    let inside = pen.window(area, &title);
    for (line, y) in lines.iter().zip(inside.y..) {
        pen.put(
            (inside.x + 1, y),
            inside.width.saturating_sub(2),
            line,
            Ink::Plain,
        );
    }
    footer::draw_keys(
        model,
        texts,
        pen,
        inside.line(inside.height.saturating_sub(1)),
    );
}

/// The title and the text of a question.
fn asked(texts: &Texts, question: &Question) -> (String, String) {
    match question {
        Question::AcknowledgeAll { count } => (
            say!(texts, "action-acknowledge-all"),
            say!(texts, "confirm-acknowledge-all", count = *count),
        ),
        Question::Undo {
            number,
            event,
            at,
            by,
            ..
        } => (
            say!(texts, "confirm-undo-title", number = number.as_str()),
            say!(
                texts,
                "confirm-undo",
                who = texts.actor(by),
                at = texts.moment(*at),
                event = texts.event(event)
            ),
        ),
        Question::Act { number, name, act } => (
            say!(
                texts,
                "confirm-act-title",
                act = texts.act(*name),
                number = number.as_str()
            ),
            match (name, act) {
                (ActName::Close, _) => say!(texts, "confirm-close"),
                (_, Act::UnitSign { unit: Some(unit) }) => {
                    say!(texts, "confirm-unit-sign", unit = unit.as_str())
                }
                (name, _) => say!(texts, "confirm-act", act = texts.act(*name)),
            },
        ),
        Question::Batch {
            batch,
            numbers,
            hidden,
        } => (
            say!(texts, "status-marked", count = numbers.len()),
            say!(
                texts,
                "confirm-batch",
                act = texts.batch(batch),
                count = numbers.len(),
                hidden = *hidden
            ),
        ),
    }
}

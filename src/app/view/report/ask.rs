//! ```text
//! ┌ 交接 ────────────────────────────────────────────────────┐
//! │ 11-23 周一在办的 7 件交 B 岗。                            │
//! │ 留言 12 号件明早先看_                                     │
//! │ 回车确定，Esc 先放着                                      │
//! └──────────────────────────────────────────────────────────┘
//! ```
//! What is about to be logged from a report, and the line for what is said about it; a long one is shown in several.

use crate::app::boards::report::{Act, Ask, ReportBoard};
use crate::app::cells::{cells, wrap};
use crate::app::layout;
use crate::app::model::Model;
use crate::app::month;
use crate::app::text::{Texts, say};
use crate::app::view::pen::Pen;
use crate::app::view::skin::Ink;

/// Cells of the window.
const WIDTH: u16 = 70;
/// Lines of what is typed that are shown.
const TALL: usize = 5;

pub(super) fn draw(
    model: &Model,
    texts: &Texts,
    pen: &mut Pen<'_>,
    board: &ReportBoard,
    ask: &Ask,
) {
    let (title, text, label) = words(model, texts, board, &ask.act);
    let hint = match (&ask.refused, ask.sent) {
        (Some(refusal), _) => (
            format!("! {}", texts.refusal(refusal, model.now)),
            Ink::Over,
        ),
        (None, true) => (say!(texts, "form-sent"), Ink::Dim),
        (None, false) => (hint(texts, &ask.act), Ink::Dim),
    };
    let width = WIDTH.min(model.size.0.saturating_sub(2)).saturating_sub(4);
    let label_width = cells(&label) + 1;
    let (typed, cursor) = ask.field.folded(width.saturating_sub(label_width));
    // The line of the cursor is always among those shown.
    let from = layout::first_shown(cursor.0, TALL);
    let shown = typed
        .get(from..(from + TALL).min(typed.len()))
        .unwrap_or_default();
    let lines = wrap(&pen.skin.say(text), width);
    let hints = wrap(&pen.skin.say(hint.0), width);
    let height = lines.len() + shown.len() + hints.len() + 2;
    let area = layout::popup(
        model.size,
        width + 4,
        u16::try_from(height).unwrap_or(u16::MAX),
    );
    let inside = pen.window(area, &title);
    let mut y = inside.y;
    let x = inside.x + 1;
    for line in &lines {
        pen.put((x, y), width, line, Ink::Strong);
        y += 1;
    }
    pen.put((x, y), label_width, &label, Ink::Plain);
    let column = x + label_width;
    for (n, line) in shown.iter().enumerate() {
        pen.put(
            (column, y),
            width.saturating_sub(label_width),
            line,
            Ink::Strong,
        );
        if from + n == cursor.0 {
            pen.cursor_at((column + cursor.1, y));
        }
        y += 1;
    }
    for line in &hints {
        pen.put((x, y), width, line, hint.1);
        y += 1;
    }
}

/// The title, what is done, and what the typed line is called.
fn words(model: &Model, texts: &Texts, board: &ReportBoard, act: &Act) -> (String, String, String) {
    match act {
        Act::HandOver(date) => {
            let to = model.roster.on_duty(&model.rules, month::step(*date, 1));
            let day = format!("{} {}", date.format("%m-%d"), texts.weekday(*date));
            let text = say!(
                texts,
                "roster-ask-handover",
                date = day,
                post = texts.post(to),
                open = board.day().map_or(0, |day| day.open),
                over = board.day().map_or(0, |day| day.overdue.len())
            );
            (texts.event("handed_over"), text, say!(texts, "roster-note"))
        }
        Act::StepDone { who, steps, chosen } => {
            let step = steps.get(*chosen).map(|step| texts.ladder_step(*step));
            let text = say!(
                texts,
                "board-ask-step",
                who = texts.subject(who),
                step = step.unwrap_or_default()
            );
            (texts.event("step_done"), text, say!(texts, "roster-note"))
        }
    }
}

fn hint(texts: &Texts, act: &Act) -> String {
    match act {
        Act::StepDone { steps, .. } if steps.len() > 1 => say!(texts, "board-ask-which"),
        Act::HandOver(_) | Act::StepDone { .. } => say!(texts, "board-ask-hint"),
    }
}

//! ```text
//! ┌ 录入新件 ────────────────────────────────────────────────┐
//! │▸件号     FZ26112300031_                                  │
//! │ 类别     < 普通自处件 >                                  │
//! │ 事由                                    ! 不能空         │
//! │ F2 保存，Tab 下一项，左右换值，Esc 放弃                  │
//! └──────────────────────────────────────────────────────────┘
//! ```

use super::pen::Pen;
use super::skin::Ink;
use crate::app::cells::{cells, tail};
use crate::app::layout::{self, Area};
use crate::app::mode::{Field, Form};
use crate::app::model::Model;
use crate::app::text::{Texts, say};
use crate::domain::ids::Number;

/// Cells of the names of the fields.
const LABEL: u16 = 10;
/// Cells of what is wrong with a field.
const PROBLEM: u16 = 34;

/// The box, what stands above the fields, and the line of each field.
fn laid(model: &Model, texts: &Texts, form: &Form) -> (Area, Vec<(String, Ink)>, Vec<Area>) {
    let about = form
        .number
        .as_ref()
        .map_or_else(Vec::new, |number| about(model, texts, number));
    let above = u16::try_from(about.len()).unwrap_or(u16::MAX);
    let fields = u16::try_from(form.order.len()).unwrap_or(u16::MAX);
    let height = fields.saturating_add(above).saturating_add(4);
    let area = layout::popup(model.size, 96, height);
    let inside = area.inside();
    let lines = (0..fields).map(|n| inside.line(above + n)).collect();
    (area, about, lines)
}

/// The field at a place of the screen.
#[must_use]
pub fn hit(model: &Model, texts: &Texts, form: &Form, at: (u16, u16)) -> Option<usize> {
    let (_, _, lines) = laid(model, texts, form);
    lines.iter().position(|line| line.holds(at.0, at.1))
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, form: &Form) {
    let title = match &form.number {
        None => say!(texts, "new-case-title"),
        Some(number) => say!(texts, "decide-title", number = number.as_str()),
    };
    let (area, about, lines) = laid(model, texts, form);
    let inside = pen.window(area, &title);
    for ((text, ink), y) in about.into_iter().zip(inside.y..) {
        let width = inside.width.saturating_sub(2);
        let text = pen.skin.say(text);
        pen.put((inside.x + 1, y), width, &text, ink);
    }
    for ((n, field), line) in form.order.iter().enumerate().zip(lines) {
        draw_field(texts, pen, form, *field, line, n == form.in_hand);
    }
    let (text, ink) = match (form.sent, &form.number) {
        (true, _) => (say!(texts, "form-sent"), Ink::Near),
        (false, None) => (say!(texts, "form-hint"), Ink::Dim),
        (false, Some(_)) => (
            format!(
                "{}{}{}",
                say!(texts, "form-hint"),
                pen.skin.signs.dot,
                say!(texts, "decide-hint")
            ),
            Ink::Dim,
        ),
    };
    let text = pen.skin.say(text);
    let y = inside.y + inside.height.saturating_sub(1);
    pen.put(
        (inside.x + 1, y),
        inside.width.saturating_sub(2),
        &text,
        ink,
    );
}

/// What a case to be decided is about, and the words of its list that nobody knew.
fn about(model: &Model, texts: &Texts, number: &Number) -> Vec<(String, Ink)> {
    let entry = model.queue.find(number);
    let subject = entry.map(|e| (e.row.title.clone(), Ink::Strong));
    let page = model.page_of(number);
    let imported = page.and_then(|p| p.case.facts.imported.as_ref());
    let kind = imported.and_then(|i| i.kind.as_deref());
    let community = imported.and_then(|i| i.community.as_deref());
    let kind = kind.map(|word| say!(texts, "page-row-kind", word = word));
    let community = community.map(|word| say!(texts, "page-row-community", word = word));
    let words = kind.into_iter().chain(community).map(|w| (w, Ink::Flag));
    subject.into_iter().chain(words).collect()
}

fn draw_field(
    texts: &Texts,
    pen: &mut Pen<'_>,
    form: &Form,
    field: Field,
    line: Area,
    in_hand: bool,
) {
    let label_ink = if in_hand { Ink::Key } else { Ink::Plain };
    if in_hand {
        let hand = pen.skin.signs.hand;
        pen.put((line.x, line.y), 1, hand, Ink::Key);
    }
    pen.put((line.x + 1, line.y), LABEL, &texts.field(field), label_ink);
    let x = line.x + LABEL + 2;
    let problem = form
        .problem(field)
        .map(|p| format!("! {}", texts.field_problem(p)));
    let kept = problem.as_ref().map_or(0, |p| cells(p).min(PROBLEM) + 1);
    let width = (line.x + line.width).saturating_sub(x + kept);
    match form.text(field) {
        None => {
            let choice = if field == Field::Kind {
                texts.full_kind(form.kind)
            } else {
                form.chosen_community().map_or_else(
                    || say!(texts, "field-unassigned"),
                    |c| c.as_str().to_owned(),
                )
            };
            let end = pen.put((x, line.y), width, &format!("< {choice} >"), Ink::Strong);
            if form.guessed.contains(&field) {
                let room = (x + width).saturating_sub(end + 1);
                pen.put(
                    (end + 1, line.y),
                    room,
                    &say!(texts, "field-guessed"),
                    Ink::Near,
                );
            }
        }
        Some(typed) if in_hand => pen.field((x, line.y), width, typed),
        Some(typed) => {
            pen.put((x, line.y), width, tail(typed.text(), width), Ink::Plain);
        }
    }
    if form
        .text(field)
        .is_some_and(crate::app::text_field::TextField::is_empty)
    {
        let hint = match field {
            Field::Received => say!(texts, "field-now"),
            Field::CloseDue => say!(texts, "field-by-rule"),
            Field::Number
            | Field::Kind
            | Field::Community
            | Field::Title
            | Field::Address
            | Field::Body
            | Field::Reporter
            | Field::Phone
            | Field::Reason => String::new(),
        };
        pen.put((x + 1, line.y), width.saturating_sub(1), &hint, Ink::Dim);
    }
    if let Some(problem) = problem {
        pen.put((x + width + 1, line.y), PROBLEM, &problem, Ink::Over);
    }
}

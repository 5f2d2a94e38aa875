//! ```text
//!  已选 3 件  按 11-23 09:03 记  查找 lhsq                          FZ26112300012 已签收（11-23 09:41）
//!  s 签收  d 派发  D 签收并派属地  c 电话提醒  Enter 详情  / 查找  ? 帮助
//! ```

use super::pen::Pen;
use super::skin::Ink;
use crate::app::cells::cells;
use crate::app::key::Key;
use crate::app::keymap::{self, Action, Binding};
use crate::app::layout::Area;
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::text::{Texts, say};

/// What is set for the next act, and what was last said.
pub(super) fn draw_status(model: &Model, texts: &Texts, pen: &mut Pen<'_>, line: Area) {
    let mut x = line.x + 1;
    if let Mode::Search(field) = &model.mode {
        let prompt = say!(texts, "search-prompt");
        x = pen.put((x, line.y), line.width, &prompt, Ink::Key) + 1;
        let width = (line.width / 3).max(20);
        pen.field((x, line.y), width, field);
        x += width + 1;
    } else if !model.queue.looked_for().is_empty() {
        let found = say!(texts, "status-found", typed = model.queue.looked_for());
        x = pen.put((x, line.y), line.width / 3, &found, Ink::Key) + 2;
    }
    if model.queue.marks() > 0 {
        let marked = say!(texts, "status-marked", count = model.queue.marks());
        x = pen.put(
            (x, line.y),
            line.width.saturating_sub(x),
            &marked,
            Ink::Flag,
        ) + 2;
    }
    if let Some(past) = model.happened_at {
        let at = say!(texts, "status-at", at = texts.moment(past.at));
        x = pen.put((x, line.y), line.width.saturating_sub(x), &at, Ink::Near) + 2;
    }
    let rest = Area {
        x,
        width: (line.x + line.width).saturating_sub(x + 1),
        ..line
    };
    let (text, ink) = match &model.notice {
        Some(notice) if notice.is_bad() => {
            (format!("! {}", texts.notice(notice, model.now)), Ink::Over)
        }
        Some(notice) => (texts.notice(notice, model.now), Ink::Good),
        None if !model.writing.is_empty() => (
            say!(texts, "status-writing", count = model.writing.len()),
            Ink::Dim,
        ),
        None => match next_step(model, texts) {
            Some(step) => (step, Ink::Dim),
            None => return,
        },
    };
    // The beginning says the most; that there is more is not hidden.
    let text = pen.fitting(&pen.skin.say(text), rest.width);
    pen.put_right(rest, &text, ink);
}

/// The next step of the case in hand, where nothing else is to be said: the rows of a narrow screen have no room for it.
fn next_step(model: &Model, texts: &Texts) -> Option<String> {
    // A board is about other cases: the step of the one below it would be taken for theirs.
    if is_board(&model.mode) {
        return None;
    }
    let row = &model.queue.selected()?.row;
    let words = match model.step_of(row) {
        Some(step) => texts.full_step(step, model.seat().on_duty, model.now),
        None => say!(texts, "step-none"),
    };
    Some(format!("{} {words}", say!(texts, "step-now")))
}

/// Does it cover the case in hand?
const fn is_board(mode: &Mode) -> bool {
    matches!(
        mode,
        Mode::Help(_)
            | Mode::Journal(_)
            | Mode::Aftercare(_)
            | Mode::Reconcile(_)
            | Mode::Forwarded(_)
            | Mode::Report(_)
            | Mode::Roster(_)
    )
}

/// A key of the footer with its place.
struct Shown {
    binding: &'static Binding,
    x: u16,
    key: String,
    text: String,
}

impl Shown {
    fn width(&self) -> u16 {
        cells(&self.key) + 1 + cells(&self.text)
    }
}

/// The keys of the moment, the most used first, as many as fit; the way to the help is always among them.
fn laid(model: &Model, texts: &Texts, line: Area) -> Vec<Shown> {
    let mut shown: Vec<Shown> = keymap::footer(model.scope())
        .into_iter()
        .filter(|binding| is_of_use(model, binding.action))
        .filter_map(|binding| {
            Some(Shown {
                binding,
                x: 0,
                key: texts.key(*binding.keys.first()?),
                text: texts.short_action(binding.action)?,
            })
        })
        .collect();
    let width = |shown: &[Shown]| shown.iter().map(|s| s.width() + 2).sum::<u16>();
    while width(&shown) > line.width + 1 {
        let last = shown.iter().rposition(|s| s.binding.action != Action::Help);
        let Some(last) = last else { break };
        shown.remove(last);
    }
    let mut x = line.x + 1;
    for key in &mut shown {
        key.x = x;
        x += key.width() + 2;
    }
    shown
}

/// Could it do anything as things stand?
fn is_of_use(model: &Model, action: Action) -> bool {
    match (&model.mode, action) {
        (Mode::Reconcile(board), Action::Take) => super::reconcile::can_take(board),
        _ => true,
    }
}

/// Draws the keys of the moment.
pub(super) fn draw_keys(model: &Model, texts: &Texts, pen: &mut Pen<'_>, line: Area) {
    for shown in laid(model, texts, line) {
        let x = pen.put((shown.x, line.y), line.width, &shown.key, Ink::Key) + 1;
        pen.put((x, line.y), line.width, &shown.text, Ink::Plain);
    }
}

/// The key that a click on the footer stands for.
#[must_use]
pub fn hit(model: &Model, texts: &Texts, line: Area, column: u16) -> Option<Key> {
    let shown = laid(model, texts, line).into_iter();
    let mut at = shown.filter(|s| {
        let end = s.x + s.width();
        (s.x..end).contains(&column)
    });
    at.next()?.binding.keys.first().copied()
}

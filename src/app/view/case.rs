//! ```text
//! ┌ FZ26112300012 · 紧急件 · 待派发 ─────────────────────────┐
//! │ 南后街口电动车堵住消防通道                                │
//! │ 接件 11-23 09:32  属地 三坊七巷  电话 138****1234          │
//! │ ── 时限                                                   │
//! │ C1 街道签收 按时 07:49                                    │
//! │    11-23 09:32 起 · 到 11-23 09:42 · 11-23 09:34 办 · A 岗负责 │
//! │    how the rule is read                                   │
//! │ ── 逾期与责任   ── 经过   ── 全文                         │
//! └───────────────────────────────────────────────────────────┘
//! ```
//! Beside the queue on a wide screen, over it on a narrow one. What is not read from the store yet is shown from the row.

mod body;

use self::body::Body;
use super::pen::Pen;
use super::skin::{Ink, Skin};
use crate::app::cells::wrap;
use crate::app::layout::Area;
use crate::app::model::Model;
use crate::app::text::{Texts, say};

/// One line of the page: how far it is set in, its text, its ink.
type PageLine = (u16, String, Ink);

/// How many lines the page of the case in hand has in that place.
#[must_use]
pub fn height(model: &Model, texts: &Texts, area: Area) -> usize {
    lines(
        model,
        texts,
        Skin::of(&model.settings),
        area.inside().width.saturating_sub(2),
    )
    .len()
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, area: Area) {
    let title = model.queue.selected().map_or_else(String::new, |entry| {
        let row = &entry.row;
        let dot = pen.skin.signs.dot;
        format!(
            "{}{dot}{}{dot}{}",
            row.number,
            texts.full_kind(row.kind),
            texts.stage(row.stage())
        )
    });
    pen.frame(area, &title, "");
    // Beside the queue, keys go to one of the two; over it there is no doubt.
    if model.on_page.is_some() && model.screen().is_some_and(|s| s.queue.is_some()) {
        let [left, right, _, _] = pen.skin.signs.corners;
        let title = format!("{}{title}", pen.skin.signs.hand);
        pen.edge(area.line(0), [left, right], &title, "", Ink::Key);
    }
    let inside = area.inside();
    let width = inside.width.saturating_sub(2);
    let lines = lines(model, texts, pen.skin, width);
    let room = usize::from(inside.height);
    let scroll = model
        .on_page
        .unwrap_or(0)
        .min(lines.len().saturating_sub(room));
    for ((indent, text, ink), y) in lines.iter().skip(scroll).take(room).zip(inside.y..) {
        let x = inside.x + 1 + indent;
        pen.put((x, y), width.saturating_sub(*indent), text, *ink);
    }
    if scroll + room < lines.len() {
        let [_, _, left, right] = pen.skin.signs.corners;
        let place = format!("{}/{}", scroll + room, lines.len());
        let line = area.line(area.height.saturating_sub(1));
        pen.edge(line, [left, right], "", &place, Ink::Dim);
    }
}

fn lines(model: &Model, texts: &Texts, skin: Skin, width: u16) -> Vec<PageLine> {
    let mut page = PageLines {
        lines: Vec::new(),
        skin,
        width,
    };
    let Some(entry) = model.queue.selected() else {
        page.add(0, say!(texts, "page-nothing"), Ink::Dim);
        return page.lines;
    };
    match model.page_in_hand() {
        Some(case) => Body {
            model,
            texts,
            page: case,
            told: &case.told(model.shown_openly().is_some()),
        }
        .write(&mut page),
        None => {
            page.add(0, entry.row.title.clone(), Ink::Strong);
            next_step(model, texts, &mut page);
            page.add(0, entry.row.address.clone(), Ink::Plain);
            page.add(0, say!(texts, "page-loading"), Ink::Dim);
        }
    }
    page.lines
}

/// What is to be done next, by whom, by when; Enter does it.
fn next_step(model: &Model, texts: &Texts, page: &mut PageLines) {
    let row = model.queue.selected().map(|e| &e.row);
    if let Some(step) = row.and_then(|row| model.step_of(row)) {
        let words = texts.full_step(step, model.seat().on_duty, model.now);
        page.add(0, format!("{} {words}", say!(texts, "step-now")), Ink::Key);
    }
}

/// The page as it grows.
struct PageLines {
    lines: Vec<PageLine>,
    skin: Skin,
    width: u16,
}

impl PageLines {
    /// Adds a text, wrapped; an empty one adds nothing.
    fn add(&mut self, indent: u16, text: String, ink: Ink) {
        if text.is_empty() {
            return;
        }
        let text = self.skin.say(text);
        for line in wrap(&text, self.width.saturating_sub(indent)) {
            self.lines.push((indent, line, ink));
        }
    }

    /// Adds a text whose second line and those after it are set in, so that the eye finds where the next one begins.
    fn hang(&mut self, indent: u16, text: &str, ink: Ink) {
        let text = self.skin.say(text.to_owned());
        let width = self.width.saturating_sub(indent);
        for (n, line) in wrap(&text, width).into_iter().enumerate() {
            self.lines
                .push((if n == 0 { 0 } else { indent }, line, ink));
        }
    }

    /// Adds lines that are wrapped already.
    fn keep(&mut self, lines: impl IntoIterator<Item = String>) {
        let lines = lines.into_iter().map(|line| (0, line, Ink::Plain));
        self.lines.extend(lines);
    }

    /// The lines a text would take.
    fn wrapped(&self, text: &str) -> Vec<String> {
        wrap(&self.skin.say(text.to_owned()), self.width)
    }

    /// Begins a part of the page.
    fn part(&mut self, title: &str) {
        self.lines.push((0, String::new(), Ink::Plain));
        let across = self.skin.signs.across;
        self.lines
            .push((0, format!("{across}{across} {title}"), Ink::Title));
    }
}

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
use std::sync::Arc;

use super::canvas::PageFacts;
use super::dial::Dial;
use super::figure::{Counting, Figure, What};
use super::pen::Pen;
use super::skin::{Ink, Skin};
use crate::app::cells::wrap;
use crate::app::layout::Area;
use crate::app::model::Model;
use crate::app::text::{Texts, say};

/// One line of the page.
struct PageLine {
    /// How far it is set in.
    indent: u16,
    text: String,
    ink: Ink,
    /// What counts in it.
    counting: Option<Counts>,
}

/// A text of the page with clocks that run.
struct Counts {
    text: Arc<Counting>,
    /// None: that of the clock.
    ink: Option<Ink>,
    /// Which of how many lines.
    line: (usize, usize),
}

impl PageLine {
    const fn new(indent: u16, text: String, ink: Ink) -> Self {
        Self {
            indent,
            text,
            ink,
            counting: None,
        }
    }

    const fn empty() -> Self {
        Self::new(0, String::new(), Ink::Plain)
    }

    fn facts(&self) -> PageFacts {
        PageFacts {
            indent: self.indent,
            text: self.text.clone(),
            ink: self.ink,
            counts: self.counting.is_some(),
        }
    }

    fn draw(self, pen: &mut Pen<'_>, whole: Area, model: &Model) {
        let at = self.place(whole);
        pen.put((at.x, at.y), at.width, &self.text, self.ink);
        self.keep(pen, whole, model);
    }

    /// Lets what counts in it go on.
    fn keep(self, pen: &mut Pen<'_>, whole: Area, model: &Model) {
        let at = self.place(whole);
        if let Some(Counts { text, ink, line }) = self.counting {
            let what = What::Text { text, ink, line };
            pen.keep(Figure::new(at, what, (&self.text, self.ink), model));
        }
    }

    /// Its place on a line inside the border.
    const fn place(&self, whole: Area) -> Area {
        Area {
            x: whole.x + 1 + self.indent,
            width: whole.width.saturating_sub(2 + self.indent),
            ..whole
        }
    }
}

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

/// Draws the page, or what of it does not stand there yet.
pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, area: Area, stays: bool) {
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
    // Beside the queue, keys go to one of the two; over it there is no doubt.
    let has_keys = model.on_page.is_some() && model.screen().is_some_and(|s| s.queue.is_some());
    let (title, ink) = if has_keys {
        (format!("{}{title}", pen.skin.signs.hand), Ink::Key)
    } else {
        (title, Ink::Title)
    };
    if !stays {
        pen.frame(area, "", "");
    }
    let [top_left, top_right, bottom_left, bottom_right] = pen.skin.signs.corners;
    pen.edge(area.line(0), [top_left, top_right], &title, "", ink);
    let inside = area.inside();
    let width = inside.width.saturating_sub(2);
    let mut lines = lines(model, texts, pen.skin, width);
    let room = usize::from(inside.height);
    let scroll = model
        .on_page
        .unwrap_or(0)
        .min(lines.len().saturating_sub(room));
    let bottom = area.line(area.height.saturating_sub(1));
    pen.canvas.wipe(bottom);
    let count = lines.len();
    let nowhere = Area {
        height: 0,
        ..bottom
    };
    let mut shown = lines.split_off(scroll);
    let below = shown.split_off(room.min(shown.len()));
    // How many lines these take is told all the same.
    for line in lines.into_iter().chain(below) {
        line.keep(pen, nowhere, model);
    }
    let mut shown = shown.into_iter();
    for whole in (0..inside.height).map(|n| inside.line(n)) {
        let line = shown.next().unwrap_or_else(PageLine::empty);
        if !pen.canvas.has_page_line(whole, line.facts()) {
            line.draw(pen, whole, model);
        }
    }
    let place = if scroll + room < count {
        format!("{}/{count}", scroll + room)
    } else {
        String::new()
    };
    pen.edge(bottom, [bottom_left, bottom_right], "", &place, Ink::Dim);
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
            dial: Dial::of(model, texts, skin),
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
            self.lines.push(PageLine::new(indent, line, ink));
        }
    }

    /// Adds a text with clocks in it; without an ink of its own it has that of its clock.
    fn count(&mut self, indent: u16, text: Counting, ink: Option<Ink>, dial: &Dial<'_>) {
        let (said, own) = dial.text(&text);
        let lines = wrap(&said, self.width.saturating_sub(indent));
        let (text, of) = (Arc::new(text), lines.len());
        for (n, line) in lines.into_iter().enumerate() {
            let counting = dial.goes_on(&text).then(|| Counts {
                text: Arc::clone(&text),
                ink,
                line: (n, of),
            });
            self.lines.push(PageLine {
                counting,
                ..PageLine::new(indent, line, ink.unwrap_or(own))
            });
        }
    }

    /// Adds a text whose second line and those after it are set in, so that the eye finds where the next one begins.
    fn hang(&mut self, indent: u16, text: &str, ink: Ink) {
        let text = self.skin.say(text.to_owned());
        let width = self.width.saturating_sub(indent);
        for (n, line) in wrap(&text, width).into_iter().enumerate() {
            let indent = if n == 0 { 0 } else { indent };
            self.lines.push(PageLine::new(indent, line, ink));
        }
    }

    /// Adds lines that are wrapped already.
    fn keep(&mut self, lines: impl IntoIterator<Item = String>) {
        let lines = lines.into_iter();
        let lines = lines.map(|line| PageLine::new(0, line, Ink::Plain));
        self.lines.extend(lines);
    }

    /// The lines a text would take.
    fn wrapped(&self, text: &str) -> Vec<String> {
        wrap(&self.skin.say(text.to_owned()), self.width)
    }

    /// Begins a part of the page.
    fn part(&mut self, title: &str) {
        let across = self.skin.signs.across;
        let title = format!("{across}{across} {title}");
        let gap = PageLine::new(0, String::new(), Ink::Plain);
        self.lines
            .extend([gap, PageLine::new(0, title, Ink::Title)]);
    }
}

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
mod pages;

use std::sync::Arc;

use self::body::Body;
use self::pages::Laid;
pub(super) use self::pages::Pages;
use super::canvas::{Canvas, Ground, PageFacts, PageState};
use super::dial::Dial;
use super::figure::{Counting, Counts, Figure, What};
use super::pen::Pen;
use super::skin::{Ink, Skin};
use crate::app::case_page::CasePage;
use crate::app::cells::{plain_cells, wrap};
use crate::app::layout::Area;
use crate::app::model::Model;
use crate::app::text::{Texts, say};
use crate::domain::queue::Row;
use crate::domain::time::Stamp;

/// One line of the page.
#[derive(Debug, Clone)]
struct PageLine {
    facts: Arc<PageFacts>,
    /// What counts in it.
    counting: Option<Counts>,
}

impl PageLine {
    fn new(indent: u16, text: String, ink: Ink) -> Self {
        Self::counting(indent, text, ink, None)
    }

    fn counting(indent: u16, text: String, ink: Ink, counting: Option<Counts>) -> Self {
        let takes = plain_cells(&text).and_then(|cells| u16::try_from(cells).ok());
        let facts = PageFacts {
            indent,
            text,
            ink,
            takes: takes.filter(|_| counting.is_none()),
            counts: counting.is_some(),
        };
        Self {
            facts: Arc::new(facts),
            counting,
        }
    }

    fn empty() -> Self {
        Self::new(0, String::new(), Ink::Plain)
    }

    /// The line as it is now, on a page so wide; none where what counts in it needs other lines.
    fn now(&self, width: u16, dial: &Dial<'_>) -> Option<Self> {
        let Some(counts) = &self.counting else {
            return Some(self.clone());
        };
        let indent = self.facts.indent;
        let (said, ink) = counts.now(width.saturating_sub(indent), dial)?;
        Some(Self::counting(indent, said, ink, Some(counts.clone())))
    }

    fn draw(self, pen: &mut Pen<'_>, whole: Area, model: &Model) {
        let at = self.facts.place(whole);
        pen.put((at.x, at.y), at.width, &self.facts.text, self.facts.ink);
        self.keep(pen, whole, model);
    }

    /// Lets what counts in it go on.
    fn keep(self, pen: &mut Pen<'_>, whole: Area, model: &Model) {
        let at = self.facts.place(whole);
        if let Some(counts) = self.counting {
            let what = What::Text(counts);
            let said = (self.facts.text.as_str(), self.facts.ink);
            pen.keep(Figure::new(at, what, said, model));
        }
    }
}

/// How many lines the page of the case in hand has in that place.
#[must_use]
pub fn height(model: &Model, texts: &Texts, area: Area) -> usize {
    let skin = Skin::of(&model.settings);
    Subject::in_hand(model)
        .lines(model, texts, skin, width_of(area))
        .len()
}

/// The width of the texts of a page in that place.
const fn width_of(area: Area) -> u16 {
    area.inside().width.saturating_sub(2)
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
    let mut lines = lines_in_hand(model, texts, pen, width_of(area));
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
        if !pen.canvas.has_page_line(whole, &line.facts) {
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

/// The lines of the page of the case in hand as they are now.
fn lines_in_hand(model: &Model, texts: &Texts, pen: &mut Pen<'_>, width: u16) -> Vec<PageLine> {
    let (state, subject) = (PageState::in_hand(model), Subject::in_hand(model));
    let Some(ground) = pen.canvas.ground().filter(|_| state.is_read) else {
        return subject.lines(model, texts, pen.skin, width);
    };
    let laid = pen.canvas.pages.find(state, ground, model.now);
    let dial = Dial::of(model, texts, pen.skin);
    let now = |lines: &[PageLine]| lines.iter().map(|line| line.now(width, &dial)).collect();
    laid.and_then(now).unwrap_or_else(|| {
        let laid = subject.lay_out(model, texts, (state, ground), width);
        let lines = laid.lines.clone();
        pen.canvas.pages.keep(laid);
        lines
    })
}

/// Lays out the pages next to the hand that have been read, before it comes to one of them.
pub(super) fn lay_out_ahead(model: &Model, texts: &Texts, canvas: &mut Canvas) {
    let area = model.screen().and_then(|screen| screen.case);
    let (Some(area), Some(ground)) = (area, canvas.ground()) else {
        return;
    };
    for entry in model.queue.neighbours() {
        let state = PageState {
            case: model.queue.state_of(&entry.row.number),
            is_read: true,
            openly: None,
            news: model.news,
        };
        let page = model.beside.iter().find(|page| page.is_of(entry));
        if page.is_none() || canvas.pages.find(state, ground, model.now).is_some() {
            continue;
        }
        let subject = Subject {
            row: Some(&entry.row),
            page: page.map(Box::as_ref),
            openly: None,
        };
        let laid = subject.lay_out(model, texts, (state, ground), width_of(area));
        canvas.pages.keep(laid);
    }
}

/// What a page is about.
struct Subject<'a> {
    row: Option<&'a Row>,
    page: Option<&'a CasePage>,
    /// Until when the citizen is shown openly.
    openly: Option<Stamp>,
}

impl<'a> Subject<'a> {
    fn in_hand(model: &'a Model) -> Self {
        Self {
            row: model.queue.selected().map(|e| &e.row),
            page: model.page_in_hand(),
            openly: model.shown_openly(),
        }
    }

    /// Its lines, until the next moment at which more of them changes than what counts in them.
    fn lay_out(
        &self,
        model: &Model,
        texts: &Texts,
        (state, ground): (PageState, Ground),
        width: u16,
    ) -> Laid {
        let turn = model.next_turn_of_page(self.page);
        let until = model.queue.next_step().map_or(turn, |step| step.min(turn));
        Laid {
            state,
            ground,
            stands: model.now..until,
            lines: self.lines(model, texts, ground.skin, width),
        }
    }

    fn lines(&self, model: &Model, texts: &Texts, skin: Skin, width: u16) -> Vec<PageLine> {
        let mut out = PageLines {
            lines: Vec::new(),
            skin,
            width,
        };
        let Some(row) = self.row else {
            out.add(0, say!(texts, "page-nothing"), Ink::Dim);
            return out.lines;
        };
        match self.page {
            Some(page) => Body {
                model,
                texts,
                row,
                page,
                dial: Dial::of(model, texts, skin),
                told: &page.told(self.openly.is_some()),
                openly: self.openly,
            }
            .write(&mut out),
            None => {
                out.add(0, row.title.clone(), Ink::Strong);
                next_step(row, model, texts, &mut out);
                out.add(0, row.address.clone(), Ink::Plain);
                out.add(0, say!(texts, "page-loading"), Ink::Dim);
            }
        }
        out.lines
    }
}

/// What is to be done next, by whom, by when; Enter does it.
fn next_step(row: &Row, model: &Model, texts: &Texts, page: &mut PageLines) {
    if let Some(step) = model.step_of(row) {
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
            let ink = ink.unwrap_or(own);
            self.lines
                .push(PageLine::counting(indent, line, ink, counting));
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

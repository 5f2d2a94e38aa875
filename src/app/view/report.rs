//! ```text
//! ┌ 当日小结 2026-11-23 周一 ─────────────────── A 岗值班 · 截至 21:50 ┐
//! │▸概览   逾期 1   待办 7   分布                                     │ top
//! │ …                                                                  │ a text that is scrolled, or a list
//! │ 交接 还没有交接；明日 B 岗值班                                      │ below
//! └────────────────────────────────────────────────────────────────────┘
//! ```
//! The summary of a day, the bulletin and the ladder: one frame, its faces as lists or texts. What stands where is asked by
//! the mouse too.

mod ask;
mod blocks;
mod bulletin;
mod day;
mod ladder;
mod lines;

use super::pen::Pen;
use super::skin::{Ink, Skin};
use crate::app::boards::report::{Entry, Face, Head, ReportBoard, shown};
use crate::app::boards::{Shown, first_shown};
use crate::app::cells::{cells, wrap};
use crate::app::layout::{self, Area};
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::text::{Texts, say};

/// A line of the board in pieces: from which column, what, in which ink.
type Row = Vec<(u16, String, Ink)>;

/// Cells across at the most: longer lines are not read.
const WIDEST: u16 = 124;
/// Lines that the list or the text keeps before what stands around it.
const KEPT: u16 = 5;

/// What the rows of a board are written with.
struct Sheet<'a> {
    texts: &'a Texts,
    skin: Skin,
    width: u16,
}

impl Sheet<'_> {
    fn wrapped(&self, text: &str, width: u16, ink: Ink) -> Vec<Row> {
        let lines = wrap(&self.skin.say(text.to_owned()), width);
        lines.into_iter().map(|line| vec![(0, line, ink)]).collect()
    }
}

/// A board in its parts.
struct Parts {
    top: Vec<Row>,
    /// Where a text is up: all of it.
    text: Option<Vec<Row>>,
    below: Vec<Row>,
    /// Where the list or the text stands.
    body: Area,
}

fn area(model: &Model) -> Area {
    model
        .screen()
        .map_or_else(Area::default, |screen| layout::board(&screen, WIDEST))
}

fn parts(model: &Model, texts: &Texts, board: &ReportBoard) -> Parts {
    let inside = area(model).inside();
    let sheet = Sheet {
        texts,
        skin: Skin::of(&model.settings),
        width: inside.width.saturating_sub(2),
    };
    let mut top = tabs_row(&sheet, board);
    let mut below = Vec::new();
    if let Some(day) = board.day()
        && board.face == Face::Overview
    {
        below = day::handover(&sheet, day);
    }
    if !board.face.is_text() {
        let entries = board.entries();
        let held = entries.get(board.in_hand(&entries));
        top.extend(lines::top(&sheet, board));
        below = lines::below(&sheet, board, held);
    }
    // Where there is little room what stands around goes first, from the bottom.
    let room = usize::from(inside.height.saturating_sub(KEPT));
    top.truncate(room);
    below.truncate(room - top.len());
    let height = |rows: &[Row]| u16::try_from(rows.len()).unwrap_or(0);
    let body = Area {
        y: inside.y + height(&top),
        height: inside.height.saturating_sub(height(&top) + height(&below)),
        ..inside
    };
    let text = text(&sheet, board, usize::from(body.height));
    Parts {
        top,
        text,
        below,
        body,
    }
}

/// The text that is up; none while a list is, or while the figures are being read.
fn text(sheet: &Sheet<'_>, board: &ReportBoard, room: usize) -> Option<Vec<Row>> {
    match &board.face {
        Face::Overview => board.day().map(|day| day::overview(sheet, day, room)),
        Face::Groups => board.day().map(|day| day::groups(sheet, day)),
        Face::Parts => board.bulletin().map(|b| bulletin::parts(sheet, b)),
        Face::Late | Face::Due | Face::Ranking | Face::Unit(_) | Face::Standings | Face::Who(_) => {
            None
        }
    }
}

/// Where the lines of the list stand.
#[must_use]
pub fn list(model: &Model, texts: &Texts) -> Area {
    if let Mode::Report(board) = &model.mode {
        parts(model, texts, board).body
    } else {
        Area::default()
    }
}

/// How many lines there is room for.
#[must_use]
pub fn room(model: &Model, texts: &Texts) -> usize {
    usize::from(list(model, texts).height)
}

/// How far the text can be scrolled.
#[must_use]
pub fn most(model: &Model, texts: &Texts) -> usize {
    let Mode::Report(board) = &model.mode else {
        return 0;
    };
    let parts = parts(model, texts, board);
    let lines = parts.text.map_or(0, |rows| rows.len());
    lines.saturating_sub(usize::from(parts.body.height))
}

/// The face whose name stands at a cell of the screen.
#[must_use]
pub fn face_at(model: &Model, texts: &Texts, column: u16, row: u16) -> Option<Face> {
    let Mode::Report(board) = &model.mode else {
        return None;
    };
    let inside = area(model).inside();
    let tabs = tabs(texts, board);
    let place = column.checked_sub(inside.x + 1)?;
    let is_there = |(x, label, _): &(u16, String, Face)| {
        row == inside.y && (*x..x + 1 + cells(label)).contains(&place)
    };
    tabs.into_iter().find(is_there).map(|(_, _, face)| face)
}

/// The faces that stand beside each other, each with its column; none while one is up that was opened from a line.
fn tabs(texts: &Texts, board: &ReportBoard) -> Vec<(u16, String, Face)> {
    let faces = board.asked.faces();
    if faces.len() < 2 || board.face.above().is_some() {
        return Vec::new();
    }
    let mut x = 0;
    faces
        .iter()
        .map(|face| {
            let label = texts.face(face, board.day());
            let at = x;
            x += cells(&label) + 4;
            (at, label, face.clone())
        })
        .collect()
}

fn tabs_row(sheet: &Sheet<'_>, board: &ReportBoard) -> Vec<Row> {
    let tabs = tabs(sheet.texts, board);
    if tabs.is_empty() {
        return Vec::new();
    }
    let mut row = Row::new();
    for (x, label, face) in tabs {
        if face == board.face {
            row.push((x, format!("{}{label}", sheet.skin.signs.hand), Ink::Strong));
        } else {
            row.push((x + 1, label, Ink::Dim));
        }
    }
    vec![row]
}

/// Two texts side by side, the second from a column on.
fn beside(left: Vec<Row>, right: Vec<Row>, from: u16) -> Vec<Row> {
    let count = left.len().max(right.len());
    let mut rows = left;
    rows.resize(count, Row::new());
    for (row, more) in rows.iter_mut().zip(right) {
        row.extend(more.into_iter().map(|(x, text, ink)| (x + from, text, ink)));
    }
    rows
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, board: &ReportBoard) {
    let area = area(model);
    pen.clear(area);
    let title = texts.board_title(board.asked);
    let remark = pen.skin.say(remark(texts, board));
    pen.frame(area, &title, &remark);
    let inside = area.inside();
    let parts = parts(model, texts, board);
    let width = inside.width.saturating_sub(2);
    put_rows(pen, inside.x + 1, inside.y, width, &parts.top);
    let below = parts.body.y + parts.body.height;
    put_rows(pen, inside.x + 1, below, width, &parts.below);
    let body = parts.body;
    match (&board.figures, parts.text) {
        (None, _) => {
            let text = say!(texts, "page-loading");
            pen.put((body.x + 1, body.y), width, &text, Ink::Dim);
        }
        (Some(_), Some(rows)) => {
            let room = usize::from(body.height);
            let from = board.scroll.min(rows.len().saturating_sub(room));
            let last = (from + room).min(rows.len());
            let shown = rows.get(from..last).unwrap_or_default();
            put_rows(pen, body.x + 1, body.y, width, shown);
            if rows.len() > room {
                let [_, _, left, right] = pen.skin.signs.corners;
                let place = format!("{last}/{}", rows.len());
                let line = area.line(area.height.saturating_sub(1));
                pen.edge(line, [left, right], "", &place, Ink::Dim);
            }
        }
        (Some(_), None) => draw_list(texts, pen, board, area, body),
    }
    if let Some(ask) = &board.asking {
        ask::draw(model, texts, pen, board, ask);
    }
}

/// Who carries the day, and until when the figures go.
fn remark(texts: &Texts, board: &ReportBoard) -> String {
    let mut words = Vec::new();
    if let Some(day) = board.day() {
        let post = texts.post(day.on_duty);
        words.push(say!(texts, "duty-short", post = post));
    }
    let running = board.day().is_some_and(|d| d.running)
        || board.bulletin().is_some_and(|b| b.running)
        || board.ladder().is_some_and(|l| l.running);
    if let Some((at, _)) = board.figures.as_ref().filter(|_| running) {
        words.push(texts.as_of(*at));
    }
    words.join(" · ")
}

fn put_rows(pen: &mut Pen<'_>, x: u16, y: u16, width: u16, rows: &[Row]) {
    for (row, y) in rows.iter().zip(y..) {
        for (at, text, ink) in row {
            let text = pen.skin.say(text.clone());
            pen.put((x + at, y), width.saturating_sub(*at), &text, *ink);
        }
    }
}

fn draw_list(texts: &Texts, pen: &mut Pen<'_>, board: &ReportBoard, area: Area, body: Area) {
    let entries = board.entries();
    if entries.is_empty() {
        let text = nothing(texts, &board.face);
        let width = body.width.saturating_sub(2);
        pen.put((body.x + 1, body.y), width, &text, Ink::Dim);
        return;
    }
    let in_hand = board.in_hand(&entries);
    let shown = shown(&entries);
    let room = usize::from(body.height);
    let from = first_shown(&shown, in_hand, room);
    let screen = (0..body.height).map(|n| body.line(n));
    for (line, at) in shown.iter().skip(from).zip(screen) {
        match line {
            Shown::Head(n) => {
                let head = entries.get(*n).map_or(Head::None, Entry::head);
                let text = texts.list_head(head, board.day());
                pen.put(
                    (at.x + 1, at.y),
                    at.width.saturating_sub(2),
                    &text,
                    Ink::Title,
                );
            }
            Shown::Entry(n) => {
                if let Some(entry) = entries.get(*n) {
                    lines::entry(texts, pen, board, at, entry, *n == in_hand);
                }
            }
        }
    }
    if shown.len() > room {
        let [_, _, left, right] = pen.skin.signs.corners;
        let place = format!("{}/{}", in_hand + 1, entries.len());
        let line = area.line(area.height.saturating_sub(1));
        pen.edge(line, [left, right], "", &place, Ink::Dim);
    }
}

fn nothing(texts: &Texts, face: &Face) -> String {
    match face {
        Face::Late => say!(texts, "summary-no-breaches"),
        Face::Standings => say!(texts, "ladder-nobody"),
        Face::Unit(_) | Face::Who(_) => say!(texts, "board-no-lapse"),
        Face::Due | Face::Ranking | Face::Overview | Face::Groups | Face::Parts => {
            say!(texts, "report-none")
        }
    }
}

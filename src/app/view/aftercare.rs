//! ```text
//! ┌ 办结后续 ──────────────────────────────────────────── 5 项 · 逾期 1 ┐
//! │ 已逾期                                                              │
//! │▸C11 差评回访 FZ26112300003 柳河社区     11-22 22:00 +11:41  事由    │
//! │ 本周                                                                │
//! └─────────────────────────────────────────────────────────────────────┘
//! ```
//! What is owed after the close by urgency, or as a month with a count for each day.

use super::month_grid;
use super::pen::Pen;
use super::skin::Ink;
use crate::app::boards::aftercare::{AftercareBoard, Face, Line};
use crate::app::boards::{Shown, first_shown, headed};
use crate::app::cells::{cells, tail};
use crate::app::layout::{self, Area};
use crate::app::model::Model;
use crate::app::month::{self, Grid};
use crate::app::text::{Texts, say};
use crate::domain::aftercare::When;
use crate::domain::time::Date;

/// Cells of what is owed, of the tail of a number, of the unit and of when.
const WHAT: u16 = 14;
const NUMBER: u16 = 13;
const UNIT: u16 = 12;
const WHEN: u16 = 23;
/// On a line shorter than this the number is shorter too, and when comes before the unit, whose end may go.
const ROOMY: u16 = 70;
const TAIL: u16 = 9;
/// Lines kept below the month.
const BELOW: u16 = 3;

/// Where the board stands.
fn area(model: &Model) -> Area {
    model
        .screen()
        .map_or_else(Area::default, |screen| layout::board(&screen, 110))
}

/// Where the lines stand, for the mouse too.
#[must_use]
pub fn list(model: &Model) -> Area {
    area(model).inside()
}

/// How many lines there is room for.
#[must_use]
pub fn room(model: &Model) -> usize {
    usize::from(list(model).height)
}

/// Where the month stands, for the mouse too.
#[must_use]
pub fn grid(model: &Model, date: Date) -> Grid {
    Grid::of(list(model), month::weeks(date).len(), BELOW)
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, board: &AftercareBoard) {
    let area = area(model);
    let now = model.now;
    pen.clear(area);
    let lines = board.lines(now);
    let over = lines.iter().filter(|l| l.when == When::Overdue).count();
    let title = match board.face {
        Face::All => say!(texts, "action-aftercare"),
        Face::Month => format!(
            "{} {}",
            say!(texts, "action-aftercare"),
            board.date.format("%Y-%m")
        ),
        Face::Day => format!(
            "{} {}",
            say!(texts, "action-aftercare"),
            texts.day(board.date, now.date())
        ),
    };
    let count = say!(texts, "aftercare-count", count = lines.len(), over = over);
    pen.frame(area, &title, &count);
    let inside = area.inside();
    match (&board.cases, board.face) {
        (None, _) => {
            let text = say!(texts, "page-loading");
            pen.put((inside.x + 1, inside.y), inside.width, &text, Ink::Dim);
        }
        (Some(_), Face::Month) => draw_month(model, texts, pen, board),
        (Some(_), Face::All | Face::Day) if lines.is_empty() => {
            let text = say!(texts, "aftercare-empty");
            pen.put((inside.x + 1, inside.y), inside.width, &text, Ink::Dim);
        }
        (Some(_), Face::All | Face::Day) => draw_list(model, texts, pen, board, &lines),
    }
}

fn draw_list(
    model: &Model,
    texts: &Texts,
    pen: &mut Pen<'_>,
    board: &AftercareBoard,
    lines: &[Line<'_>],
) {
    let place = list(model);
    let in_hand = board.in_hand(lines);
    let shown = headed(lines.iter().map(|line| line.when));
    let from = first_shown(&shown, in_hand, usize::from(place.height));
    let screen = (0..place.height).map(|n| place.line(n));
    for (what, at) in shown.iter().skip(from).zip(screen) {
        match what {
            Shown::Head(n) => {
                let when = lines.get(*n).map_or(When::Later, |line| line.when);
                let width = at.width.saturating_sub(2);
                pen.put((at.x + 1, at.y), width, &texts.when(when), Ink::Title);
            }
            Shown::Entry(n) => {
                if let Some(line) = lines.get(*n) {
                    entry(model, texts, pen, at, line, *n == in_hand);
                }
            }
        }
    }
}

fn entry(model: &Model, texts: &Texts, pen: &mut Pen<'_>, at: Area, line: &Line<'_>, held: bool) {
    if held {
        pen.under_hand(at);
        pen.put_on((at.x, at.y), 1, pen.skin.signs.hand, Ink::Strong, true);
    }
    let duty = line.duty;
    let ink = match line.when {
        When::Overdue => Ink::Over,
        When::AtOnce | When::Today => Ink::Near,
        When::ThisWeek | When::ThisMonth => Ink::Plain,
        When::Later => Ink::Dim,
    };
    let mut x = at.x + 1;
    let end = at.x + at.width;
    let mut put = |pen: &mut Pen<'_>, width: u16, text: &str, ink: Ink| {
        let room = width.min(end.saturating_sub(x));
        pen.put_on((x, at.y), room, text, ink, held);
        x += width + 1;
        x
    };
    let what = format!("{:<3} {}", duty.what.rule(), texts.owed(duty.what));
    put(pen, WHAT, &what, ink);
    let number = line.owing.number().as_str();
    let unit = duty.unit.as_ref().map_or("", |unit| unit.as_str());
    let when = match duty.due {
        Some(due) => format!(
            "{} {}",
            texts.dated(due, model.now),
            left(model, texts, due)
        ),
        None => say!(
            texts,
            "aftercare-since",
            at = texts.dated(duty.since, model.now)
        ),
    };
    if at.width < ROOMY {
        put(pen, TAIL, tail(number, TAIL), Ink::Strong);
        put(pen, WHEN, &when, ink);
        put(pen, UNIT, unit, Ink::Plain);
        return;
    }
    put(pen, NUMBER, tail(number, NUMBER), Ink::Strong);
    put(pen, UNIT, unit, Ink::Plain);
    let x = put(pen, WHEN, &when, ink);
    let width = end.saturating_sub(x);
    pen.put_on((x, at.y), width, &line.owing.row.title, Ink::Plain, held);
}

/// How long is left, or by how much it is late, in one unit.
fn left(model: &Model, texts: &Texts, due: crate::domain::time::Stamp) -> String {
    let seconds = due.seconds_since(model.now);
    if seconds < 0 {
        format!("+{}", texts.coarse(-seconds))
    } else {
        texts.coarse(seconds)
    }
}

fn draw_month(model: &Model, texts: &Texts, pen: &mut Pen<'_>, board: &AftercareBoard) {
    let grid = grid(model, board.date);
    let now = model.now;
    month_grid::draw(model, texts, pen, grid, board.date, &|date| {
        let (all, over) = board.on_day(date, now);
        let count = if all == 0 {
            String::new()
        } else {
            all.to_string()
        };
        let late = if over == 0 {
            (String::new(), Ink::Dim)
        } else {
            (say!(texts, "aftercare-over", count = over), Ink::Over)
        };
        [(count, Ink::Strong), late]
    });
    let inside = list(model);
    let y = inside.y + grid.area.height;
    let (all, over) = board.on_day(board.date, now);
    let text = format!(
        "{}  {}",
        texts.day(board.date, now.date()),
        say!(texts, "aftercare-count", count = all, over = over)
    );
    let width = inside.width.saturating_sub(2);
    if y < inside.y + inside.height {
        pen.put((inside.x + 1, y), width, &text, Ink::Strong);
    }
    let hint = say!(texts, "aftercare-hint");
    if y + 1 < inside.y + inside.height && cells(&hint) <= width {
        pen.put((inside.x + 1, y + 1), width, &hint, Ink::Dim);
    }
}

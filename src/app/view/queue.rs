//! ```text
//!    件号          类    事由                      签收     派发     单位签收  答复     办结
//! ┌ 三坊七巷 · A 岗 ─────────────────────────────────────────── 4 件 · 最近 04:12 ┐
//! │▸  FZ26112300012 紧急 南后街口电动车堵住消防通道  02:11 ✓  04:12*   …        …        43:10    │
//! │ *!FZ26112300009 普通 巷内下水管外溢             +06:40   51:20    …        …        1天 0时  │
//! ├ 驿里 · A 岗 ──────────────────────────────────────────────── 2 件 · 最近 12:30 ┤
//! └ 按社区 · 以 A 岗 陈工 记 ─────────────────────────────────────────────── 1/220 ┘
//! ```
//! A unit that was phoned about its sign has the phone behind its countdown. Before each case: the hand, the mark or how much is suggested, and `!` when it is overdue or `?` when it waits for a decision.

use super::pen::Pen;
use super::skin::{Ink, Skin};
use crate::app::cells::{cells, tail, wrap};
use crate::app::countdown::{self, Face, Nearness};
use crate::app::layout::{self, Area, Columns};
use crate::app::model::Model;
use crate::app::msg::Entry;
use crate::app::queue::{Line, Seat, Shown, needs_decision};
use crate::app::text::{Texts, say, word};
use crate::domain::clock::End;
use crate::domain::ids::ClockId;
use crate::domain::queue::{Cell, Column, Row};
use crate::domain::time::Stamp;

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, area: Area) {
    let lines = layout::lines(area);
    let columns = layout::columns(
        lines.width,
        model.queue.widest_number(),
        model.queue.grouping().by_step(),
    );
    heads(texts, pen, area, lines.x, &columns);
    let boxed = Area {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let group = model
        .queue
        .group_at(model.top)
        .and_then(|g| model.queue.groups().get(g));
    let (left, right) = group.map_or_else(Default::default, |g| title(model, texts, pen.skin, g));
    pen.frame(boxed, &left, &right);
    bottom(model, texts, pen, boxed);
    if model.queue.lines().is_empty() {
        nothing(model, texts, pen, lines);
        return;
    }
    let (nearness, seat) = (model.nearness(), model.seat());
    let hand = model.queue.selected_line();
    for ((n, line), y) in (model.top..).zip(model.visible()).zip(lines.y..) {
        let line_area = Area {
            y,
            height: 1,
            ..lines
        };
        match line {
            Line::Title(g) => {
                if let Some(group) = model.queue.groups().get(*g) {
                    let (left, right) = title(model, texts, pen.skin, group);
                    let edge = Area {
                        y,
                        height: 1,
                        ..boxed
                    };
                    pen.edge(edge, pen.skin.signs.tees, &left, &right, Ink::Title);
                }
            }
            Line::Case(slot) => {
                if let Some(entry) = model.queue.entry(*slot) {
                    let row = RowView {
                        model,
                        texts,
                        nearness,
                        seat,
                        columns: &columns,
                        in_hand: hand == Some(n),
                    };
                    row.draw(pen, line_area, entry);
                }
            }
        }
    }
}

fn heads(texts: &Texts, pen: &mut Pen<'_>, area: Area, x: u16, columns: &Columns) {
    let [sign, dispatch, unit_sign, reply, close] = columns.cells;
    for ((at, width), text) in [
        (columns.number, word!(texts, "head-number")),
        (columns.kind, word!(texts, "head-kind")),
        (columns.title, word!(texts, "head-title")),
        (sign, word!(texts, "head-sign")),
        (dispatch, word!(texts, "head-dispatch")),
        (unit_sign, word!(texts, "head-unit-sign")),
        (reply, word!(texts, "head-reply")),
        (close, word!(texts, "head-close")),
    ] {
        pen.put((x + at, area.y), width, text, Ink::Dim);
    }
    if let Some((at, width)) = columns.step {
        pen.put((x + at, area.y), width, word!(texts, "head-step"), Ink::Dim);
    }
    if let Some((at, width)) = columns.step_due {
        let head = word!(texts, "head-step-due");
        pen.put((x + at, area.y), width, head, Ink::Dim);
    }
}

/// The title of a group, and how many cases it has and when the next is due.
fn title(model: &Model, texts: &Texts, skin: Skin, group: &Shown) -> (String, String) {
    let left = skin.say(texts.group(&group.group, &model.rules.policy, model.now.date()));
    let cases = say!(texts, "group-cases", count = group.cases);
    let right = match group.due {
        None => cases,
        Some(due) => {
            let over = model.now > due;
            let seconds = if over {
                model.now.seconds_since(due)
            } else {
                remaining(due, model.now, model.settings.seconds)
            };
            let left = texts.countdown(seconds, model.settings.seconds);
            let left = if over { format!("+{left}") } else { left };
            let next = say!(texts, "group-next", left = left);
            format!("{cases}{}{next}", skin.signs.dot)
        }
    };
    (left, right)
}

/// Without seconds, whole minutes of the wall clock are counted, so that all countdowns change together.
const fn remaining(due: Stamp, now: Stamp, seconds: bool) -> i64 {
    if seconds {
        due.seconds_since(now)
    } else {
        (due.unix().div_euclid(60) - now.unix().div_euclid(60)) * 60
    }
}

fn bottom(model: &Model, texts: &Texts, pen: &mut Pen<'_>, boxed: Area) {
    let queue = &model.queue;
    let (place, shown, all) = (queue.ordinal(), queue.shown(), queue.len());
    let right = if shown == all {
        say!(texts, "queue-place", place = place, shown = shown)
    } else {
        say!(
            texts,
            "queue-place-of",
            place = place,
            shown = shown,
            all = all
        )
    };
    let [_, _, left_corner, right_corner] = pen.skin.signs.corners;
    let context = model.context();
    let who = texts.who(&context.by, context.person.as_deref());
    let left = format!(
        "{}{}{}",
        texts.grouping(queue.grouping()),
        pen.skin.signs.dot,
        say!(texts, "queue-logged-as", who = who)
    );
    let line = boxed.line(boxed.height.saturating_sub(1));
    pen.edge(line, [left_corner, right_corner], &left, &right, Ink::Dim);
}

fn nothing(model: &Model, texts: &Texts, pen: &mut Pen<'_>, lines: Area) {
    let typed = model.queue.looked_for();
    let text = if !model.loaded {
        say!(texts, "queue-loading")
    } else if typed.is_empty() {
        say!(texts, "queue-empty")
    } else {
        say!(texts, "queue-nothing-found", typed = typed)
    };
    let text = pen.skin.say(text);
    let width = lines.width.saturating_sub(4);
    for (y, line) in (lines.y + 1..lines.y + lines.height).zip(wrap(&text, width)) {
        pen.put((lines.x + 2, y), width, &line, Ink::Dim);
    }
}

/// The first form that fits, made one by one; the last in any case.
fn fullest(width: u16, forms: &[&dyn Fn() -> String]) -> String {
    let mut text = String::new();
    for form in forms {
        text = form();
        if cells(&text) <= width {
            break;
        }
    }
    text
}

/// Seconds of a day.
const DAY: i64 = 86_400;

struct RowView<'a> {
    model: &'a Model,
    texts: &'a Texts,
    nearness: Nearness,
    seat: Seat,
    columns: &'a Columns,
    in_hand: bool,
}

impl RowView<'_> {
    fn draw(&self, pen: &mut Pen<'_>, line: Area, entry: &Entry) {
        let row = &entry.row;
        let signs = pen.skin.signs;
        if self.in_hand {
            pen.under_hand(line);
            self.put(pen, line, (0, 1), signs.hand, Ink::Strong);
        }
        if self.model.queue.is_marked(&row.number) {
            self.put(pen, line, (1, 1), signs.mark, Ink::Flag);
        } else {
            let count = self.model.suggestions(&row.number).len();
            if count > 0 {
                self.put(pen, line, (1, 1), &count.to_string(), Ink::Flag);
            }
        }
        let is_over = row
            .next
            .and_then(|c| c.due)
            .is_some_and(|due| self.model.now > due);
        if needs_decision(row) {
            self.put(pen, line, (2, 1), signs.decide, Ink::Flag);
        } else if is_over {
            self.put(pen, line, (2, 1), signs.over, Ink::Over);
        }
        let number = tail(row.number.as_str(), self.columns.number.1);
        self.put(pen, line, self.columns.number, number, Ink::Plain);
        let kind = if row.kind.is_immediate() {
            Ink::Strong
        } else {
            Ink::Plain
        };
        self.put(
            pen,
            line,
            self.columns.kind,
            &self.texts.kind(row.kind),
            kind,
        );
        let is_writing = self.model.writing.contains(&row.number);
        let title = if is_writing { Ink::Dim } else { Ink::Plain };
        self.put(pen, line, self.columns.title, &row.title, title);
        if let Some(span) = self.columns.step {
            self.step(pen, line, span, row);
        }
        for ((column, cell), span) in Column::ALL
            .into_iter()
            .zip(&row.cells)
            .zip(self.columns.cells)
        {
            if span.1 == 0 {
                continue;
            }
            let owed = row
                .next
                .filter(|_| row.aftercare && column == Column::Close);
            let (text, ink) = match cell {
                _ if let Some(owed) = owed => self.aftercare(pen.skin, &owed, span.1),
                Some(cell) => self.countdown(pen.skin, cell, span.1),
                // No unit has the case yet.
                None if row.units.is_empty() => (signs.waiting.to_owned(), Ink::Dim),
                None => continue,
            };
            self.put(pen, line, span, &text, ink);
        }
    }

    /// After the close its place is taken by what is still owed, with a sign of which it is.
    fn aftercare(&self, skin: Skin, owed: &Cell, width: u16) -> (String, Ink) {
        let sign = if owed.id == ClockId::C13 {
            say!(self.texts, "cell-look-back")
        } else {
            say!(self.texts, "cell-follow-up")
        };
        let (text, ink) = self.countdown(skin, owed, width.saturating_sub(cells(&sign)));
        (format!("{sign}{text}"), ink)
    }

    /// What is to be done next; strong where it is this post's turn, and who else's turn it is in words.
    fn step(&self, pen: &mut Pen<'_>, line: Area, span: layout::Span, row: &Row) {
        let Some(step) = self.model.step_of(row) else {
            return;
        };
        let ink = if step.by.post(self.seat.on_duty) == Some(self.seat.post) {
            Ink::Strong
        } else {
            Ink::Dim
        };
        let text = pen.skin.say(self.texts.step(step, self.seat.on_duty));
        self.put(pen, line, span, &text, ink);
        let (Some(span), Some(due)) = (self.columns.step_due, step.due) else {
            return;
        };
        let clock = row
            .cells
            .iter()
            .flatten()
            .find(|c| Some(c.id) == step.clock);
        let cell = Cell {
            id: step.clock.unwrap_or(ClockId::C6),
            start: clock.and_then(|c| c.start).or(Some(row.received)),
            due: Some(due),
            met: None,
            end: End::Open,
            reminded: false,
        };
        let (text, ink) = self.countdown(pen.skin, &cell, span.1);
        self.put(pen, line, span, &text, ink);
    }

    fn put(&self, pen: &mut Pen<'_>, line: Area, (at, width): layout::Span, text: &str, ink: Ink) {
        let room = width.min(line.width.saturating_sub(at));
        pen.put_on((line.x + at, line.y), room, text, ink, self.in_hand);
    }

    /// What a cell shows, in the fullest form that fits.
    fn countdown(&self, skin: Skin, cell: &Cell, width: u16) -> (String, Ink) {
        let (signs, texts) = (skin.signs, self.texts);
        let with_seconds = self.model.settings.seconds;
        // Whole days take no gap beside a sign, so that late ones line up.
        let plain = |seconds: i64| {
            if seconds < DAY {
                texts.countdown(seconds, with_seconds)
            } else {
                texts.compact(seconds)
            }
        };
        let left = |seconds: i64, mark: &str| {
            let exact = || texts.countdown(seconds, with_seconds);
            fullest(
                width,
                &[
                    &|| exact() + mark,
                    &|| texts.compact(seconds) + mark,
                    &|| texts.coarse(seconds) + mark,
                    &|| texts.coarse(seconds),
                ],
            )
        };
        let over = |by: i64| {
            fullest(
                width,
                &[
                    &|| format!("+{}", plain(by)),
                    &|| format!("+{}", texts.compact(by)),
                    &|| format!("+{}", texts.coarse(by)),
                ],
            )
        };
        // What is met keeps its sign, whatever else must go: it tells late from overdue.
        let met = |before: &str, seconds: i64| {
            let behind = signs.met;
            let exact = || texts.countdown(seconds, with_seconds);
            fullest(
                width,
                &[
                    &|| format!("{before}{} {behind}", exact()),
                    &|| format!("{before}{}{behind}", plain(seconds)),
                    &|| format!("{before}{}{behind}", texts.compact(seconds)),
                    &|| format!("{before}{}{behind}", texts.coarse(seconds)),
                ],
            )
        };
        // The unit was phoned: it alone answers when it is late (W1).
        let call = word!(texts, "unit-phoned");
        let phoned = |text: String| {
            let marked = format!("{text}{call}");
            if cells(&marked) <= width {
                marked
            } else {
                text
            }
        };
        match countdown::face(cell, self.model.now, self.nearness) {
            Face::Waiting => (signs.waiting.to_owned(), Ink::Dim),
            Face::Void => (signs.void.to_owned(), Ink::Dim),
            Face::Expired => (say!(texts, "unit-expired"), Ink::Dim),
            Face::Running { left: exact, near } => {
                let seconds = match (with_seconds, cell.due) {
                    (false, Some(due)) => remaining(due, self.model.now, false),
                    (true, _) | (false, None) => exact,
                };
                match (near, cell.reminded) {
                    (true, false) => (left(seconds, signs.near), Ink::Near),
                    // That it is near must not be told by its colour alone.
                    (true, true) => {
                        let both = format!("{}{call}", signs.near);
                        (left(seconds, &both), Ink::Near)
                    }
                    (false, true) => (left(seconds, call), Ink::Plain),
                    (false, false) => (left(seconds, ""), Ink::Plain),
                }
            }
            Face::Overdue { by } if cell.reminded => (phoned(over(by)), Ink::Over),
            Face::Overdue { by } => (over(by), Ink::Over),
            Face::Met { left } => (met("", left), Ink::Dim),
            Face::Late { by } => (met("+", by), Ink::Dim),
        }
    }
}

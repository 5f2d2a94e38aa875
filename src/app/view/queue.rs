//! ```text
//!    件号          类    事由                      签收     派发     单位签收  答复     办结
//! ┌ 三坊七巷 · A 岗 ─────────────────────────────────────────── 4 件 · 最近 04:12 ┐
//! │▸  FZ26112300012 紧急 南后街口电动车堵住消防通道  02:11 ✓  04:12*   …        …        43:10    │
//! │ *!FZ26112300009 普通 巷内下水管外溢             +06:40   51:20    …        …        1天 0时  │
//! ├ 驿里 · A 岗 ──────────────────────────────────────────────── 2 件 · 最近 12:30 ┤
//! └ 按社区 · 以 A 岗 陈工 记 ─────────────────────────────────────────────── 1/220 ┘
//! ```
//! A unit that was phoned about its sign has the phone behind its countdown. Before each case: the hand, the mark or how much is suggested, and `!` when it is overdue or `?` when it waits for a decision.

use super::canvas::{RowFacts, Stands};
use super::dial::{Dial, counts};
use super::figure::{Figure, What};
use super::pen::Pen;
use super::skin::Ink;
use crate::app::cells::{tail, wrap};
use crate::app::layout::{self, Area, Columns};
use crate::app::model::Model;
use crate::app::msg::Entry;
use crate::app::queue::{Line, Seat, Shown, needs_decision};
use crate::app::text::{Texts, say, word};
use crate::domain::clock::End;
use crate::domain::ids::ClockId;
use crate::domain::queue::{Cell, Column, Row};

/// Draws the queue, or what of it does not stand there yet.
pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, area: Area, stays: bool) {
    let lines = layout::lines(area);
    let columns = layout::columns(
        lines.width,
        model.queue.widest_number(),
        model.queue.grouping().by_step(),
    );
    let boxed = Area {
        y: area.y + 1,
        height: area.height.saturating_sub(1),
        ..area
    };
    let view = View {
        model,
        texts,
        dial: Dial::of(model, texts, pen.skin),
        seat: model.seat(),
        columns: &columns,
    };
    if !stays {
        heads(texts, pen, area, lines.x, &columns);
        pen.frame(boxed, "", "");
    }
    // The border above the lines belongs to the group that begins there.
    if let Some(first) = model.queue.group_at(model.top) {
        let [left, right, _, _] = pen.skin.signs.corners;
        let title = Some(Line::Title(first));
        view.line(pen, boxed.line(0), title, [left, right], false);
    }
    bottom(model, texts, pen, boxed);
    if model.queue.lines().is_empty() {
        nothing(model, texts, pen, lines);
        return;
    }
    let hand = model.queue.selected_line();
    let tees = pen.skin.signs.tees;
    let visible = model.visible();
    for (n, at) in (0..lines.height).map(|n| (usize::from(n), boxed.line(n + 1))) {
        let line = visible.get(n).copied();
        view.line(pen, at, line, tees, hand == Some(model.top + n));
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

/// By what the lines are drawn.
struct View<'a> {
    model: &'a Model,
    texts: &'a Texts,
    dial: Dial<'a>,
    seat: Seat,
    columns: &'a Columns,
}

impl View<'_> {
    /// Draws a line of the queue with its borders, unless it stands there already. `ends` are those of a title.
    fn line(
        &self,
        pen: &mut Pen<'_>,
        whole: Area,
        line: Option<Line>,
        ends: [&'static str; 2],
        in_hand: bool,
    ) {
        let queue = &self.model.queue;
        let (entry, stands) = match line {
            Some(Line::Case(slot)) => (queue.entry(slot), Some(Stands::Case(queue.state(slot)))),
            Some(Line::Title(group)) => {
                let group = queue.groups().get(group);
                let title = |g: &Shown| Stands::Title(g.group.clone(), g.cases, g.due);
                (None, group.map(title))
            }
            None => (None, None),
        };
        let number = entry.map(|e| &e.row.number);
        let facts = RowFacts {
            line: stands,
            in_hand,
            marked: number.is_some_and(|n| queue.is_marked(n)),
            suggested: number.map_or(0, |n| self.model.suggestions(n).len()),
            writing: number.is_some_and(|n| self.model.writing.contains(n)),
        };
        if pen.canvas.has_row(whole, &facts) {
            return;
        }
        match line {
            Some(Line::Title(group)) => self.title(pen, whole, group, ends),
            Some(Line::Case(_)) | None => {
                pen.sides(whole);
                if let Some(entry) = entry {
                    let inside = Area {
                        x: whole.x + 1,
                        width: whole.width.saturating_sub(2),
                        ..whole
                    };
                    let row = RowView { view: self, facts };
                    row.draw(pen, inside, entry);
                }
            }
        }
    }

    /// The title of a group, how many cases it has and when the next is due.
    fn title(&self, pen: &mut Pen<'_>, whole: Area, group: usize, ends: [&'static str; 2]) {
        let Some(group) = self.model.queue.groups().get(group) else {
            return;
        };
        let (policy, today) = (&self.model.rules.policy, self.model.now.date());
        let name = pen.skin.say(self.texts.group(&group.group, policy, today));
        let cases = say!(self.texts, "group-cases", count = group.cases);
        let Some(due) = group.due else {
            pen.edge(whole, ends, &name, &cases, Ink::Title);
            return;
        };
        let said = self.dial.title(&cases, due);
        if let Some(at) = pen.edge(whole, ends, &name, &said, Ink::Title) {
            let what = What::Title { cases, due };
            pen.keep(Figure::new(at, what, (&said, Ink::Title), self.model));
        }
    }
}

struct RowView<'a> {
    view: &'a View<'a>,
    facts: RowFacts,
}

impl RowView<'_> {
    fn draw(&self, pen: &mut Pen<'_>, line: Area, entry: &Entry) {
        let row = &entry.row;
        let signs = pen.skin.signs;
        let View {
            model,
            texts,
            columns,
            ..
        } = self.view;
        if self.facts.in_hand {
            pen.under_hand(line);
            self.put(pen, line, (0, 1), signs.hand, Ink::Strong);
        }
        if self.facts.marked {
            self.put(pen, line, (1, 1), signs.mark, Ink::Flag);
        } else if self.facts.suggested > 0 {
            let count = self.facts.suggested.to_string();
            self.put(pen, line, (1, 1), &count, Ink::Flag);
        }
        let is_over = row
            .next
            .and_then(|c| c.due)
            .is_some_and(|due| model.now > due);
        if needs_decision(row) {
            self.put(pen, line, (2, 1), signs.decide, Ink::Flag);
        } else if is_over {
            self.put(pen, line, (2, 1), signs.over, Ink::Over);
        }
        let number = tail(row.number.as_str(), columns.number.1);
        self.put(pen, line, columns.number, number, Ink::Plain);
        let kind = if row.kind.is_immediate() {
            Ink::Strong
        } else {
            Ink::Plain
        };
        self.put(pen, line, columns.kind, &texts.kind(row.kind), kind);
        let title = if self.facts.writing {
            Ink::Dim
        } else {
            Ink::Plain
        };
        self.put(pen, line, columns.title, &row.title, title);
        if let Some(span) = columns.step {
            self.step(pen, line, span, row);
        }
        for ((column, cell), span) in Column::ALL.into_iter().zip(&row.cells).zip(columns.cells) {
            if span.1 == 0 {
                continue;
            }
            let owed = row
                .next
                .filter(|_| row.aftercare && column == Column::Close);
            match cell {
                // After the close its place is taken by what is still owed, with a sign of which it is.
                _ if let Some(owed) = owed => {
                    let before = if owed.id == ClockId::C13 {
                        word!(texts, "cell-look-back")
                    } else {
                        word!(texts, "cell-follow-up")
                    };
                    self.countdown(pen, line, span, before, owed);
                }
                Some(cell) => self.countdown(pen, line, span, "", *cell),
                // No unit has the case yet.
                None if row.units.is_empty() => {
                    self.put(pen, line, span, signs.waiting, Ink::Dim);
                }
                None => {}
            }
        }
    }

    /// What is to be done next; strong where it is this post's turn, and who else's turn it is in words.
    fn step(&self, pen: &mut Pen<'_>, line: Area, span: layout::Span, row: &Row) {
        let View {
            model,
            texts,
            seat,
            columns,
            ..
        } = self.view;
        let Some(step) = model.step_of(row) else {
            return;
        };
        let ink = if step.by.post(seat.on_duty) == Some(seat.post) {
            Ink::Strong
        } else {
            Ink::Dim
        };
        let text = pen.skin.say(texts.step(step, seat.on_duty));
        self.put(pen, line, span, &text, ink);
        let (Some(span), Some(due)) = (columns.step_due, step.due) else {
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
        self.countdown(pen, line, span, "", cell);
    }

    /// A countdown behind a word; it goes on by itself.
    fn countdown(
        &self,
        pen: &mut Pen<'_>,
        line: Area,
        (at, width): layout::Span,
        before: &'static str,
        cell: Cell,
    ) {
        let (dial, in_hand) = (self.view.dial, self.facts.in_hand);
        let (said, ink) = dial.in_queue(before, &cell, width);
        self.put(pen, line, (at, width), &said, ink);
        let model = self.view.model;
        if counts(&cell, model.now) {
            let place = Area {
                x: line.x + at,
                width: width.min(line.width.saturating_sub(at)),
                ..line
            };
            let what = What::Cell {
                before,
                cell,
                in_hand,
            };
            pen.keep(Figure::new(place, what, (&said, ink), model));
        }
    }

    fn put(&self, pen: &mut Pen<'_>, line: Area, (at, width): layout::Span, text: &str, ink: Ink) {
        let room = width.min(line.width.saturating_sub(at));
        pen.put_on((line.x + at, line.y), room, text, ink, self.facts.in_hand);
    }
}

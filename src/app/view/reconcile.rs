//! ```text
//! ┌ 与平台核对 ───────────────────────── 名单 11-23 09:40 · 12 件 ┐
//! │ 不一致                      本台           平台                │
//! │▸FZ26112300003 类别          普通自处件     紧急件      11-23   │
//! │ 只在本台                                                       │
//! │ FZ26112300099 接件 11-23 08:00 不在 11-23 09:40 的名单里       │
//! │ 平台尚未核对                                                   │
//! │ FZ26112300012 街道签收 11-23 09:41 A 岗                        │
//! │ what the line in hand is about, and what can be done           │
//! └────────────────────────────────────────────────────────────────┘
//! ```

use super::pen::Pen;
use super::skin::Ink;
use crate::app::boards::reconcile::{Line, Part, ReconcileBoard};
use crate::app::boards::{Shown, first_shown, headed};
use crate::app::cells::{tail, wrap};
use crate::app::layout::{self, Area};
use crate::app::model::Model;
use crate::app::text::{Texts, say};
use crate::domain::reconcile::Ledger;
use crate::domain::time::Stamp;

/// Cells of the tail of a number, of a field, and of a value.
const NUMBER: u16 = 13;
const FIELD: u16 = 10;
const VALUE: u16 = 16;
/// Cells of a moment to the second.
const WHEN: u16 = 14;
/// Lines below the list: the subject of the line in hand, and what can be done about it.
const BELOW: u16 = 3;

fn area(model: &Model) -> Area {
    model
        .screen()
        .map_or_else(Area::default, |screen| layout::board(&screen, 100))
}

/// Where the lines stand, for the mouse too.
#[must_use]
pub fn list(model: &Model) -> Area {
    let inside = area(model).inside();
    Area {
        height: inside.height.saturating_sub(BELOW),
        ..inside
    }
}

/// How many lines there is room for.
#[must_use]
pub fn room(model: &Model) -> usize {
    usize::from(list(model).height)
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, board: &ReconcileBoard) {
    let area = area(model);
    pen.clear(area);
    let source = board
        .ledger
        .as_ref()
        .map_or_else(String::new, |ledger| source(texts, ledger, model.now));
    pen.frame(area, &say!(texts, "action-reconcile"), &source);
    let inside = area.inside();
    let lines = board.lines();
    if lines.is_empty() {
        let text = match &board.ledger {
            None => say!(texts, "page-loading"),
            Some(ledger) if ledger.list.is_none() => say!(texts, "reconcile-no-list"),
            Some(_) => say!(texts, "reconcile-empty"),
        };
        for (line, y) in wrap(&text, inside.width.saturating_sub(2))
            .iter()
            .zip(inside.y..)
        {
            pen.put((inside.x + 1, y), inside.width, line, Ink::Dim);
        }
        return;
    }
    let place = list(model);
    let in_hand = board.in_hand(&lines);
    let shown = headed(lines.iter().map(Line::part));
    let from = first_shown(&shown, in_hand, usize::from(place.height));
    let screen = (0..place.height).map(|n| place.line(n));
    for (what, at) in shown.iter().skip(from).zip(screen) {
        match what {
            Shown::Head(n) => {
                if let Some(line) = lines.get(*n) {
                    head(texts, pen, at, line.part(), board.ledger.as_ref());
                }
            }
            Shown::Entry(n) => {
                if let Some(line) = lines.get(*n) {
                    entry(model, texts, pen, at, (line, *n == in_hand));
                }
            }
        }
    }
    if let Some(line) = lines.get(in_hand) {
        below(texts, pen, place, inside, line);
    }
}

/// May the platform's value be taken over on the line in hand?
pub(super) fn can_take(board: &ReconcileBoard) -> bool {
    matches!(board.held(), Some(Line::Differing(line)) if line.can_be_taken())
}

/// Which list the board speaks of.
fn source(texts: &Texts, ledger: &Ledger, now: Stamp) -> String {
    let Some(list) = &ledger.list else {
        return String::new();
    };
    let mut text = say!(
        texts,
        "reconcile-list",
        at = texts.dated(list.at, now),
        rows = list.rows
    );
    if list.skipped > 0 {
        text.push_str(&say!(texts, "reconcile-skipped", count = list.skipped));
    }
    text
}

fn head(texts: &Texts, pen: &mut Pen<'_>, at: Area, part: Part, ledger: Option<&Ledger>) {
    let text = match part {
        Part::Differing => say!(texts, "reconcile-differing"),
        Part::OnlyHere => say!(texts, "reconcile-only-here"),
        Part::Unconfirmed => {
            let more = ledger.map_or(0, |l| l.more_unconfirmed);
            let mut text = say!(texts, "reconcile-unconfirmed");
            if more > 0 {
                text.push_str(&say!(texts, "reconcile-more", count = more));
            }
            text
        }
    };
    let width = at.width.saturating_sub(2);
    pen.put((at.x + 1, at.y), width, &text, Ink::Title);
    if part == Part::Differing {
        let x = at.x + 1 + NUMBER + 1 + FIELD + 1;
        pen.put((x, at.y), VALUE, &say!(texts, "reconcile-here"), Ink::Dim);
        let x = x + VALUE + 1;
        let end = at.x + at.width;
        let room = end.saturating_sub(x);
        pen.put(
            (x, at.y),
            VALUE.min(room),
            &say!(texts, "reconcile-there"),
            Ink::Dim,
        );
    }
}

fn entry(
    model: &Model,
    texts: &Texts,
    pen: &mut Pen<'_>,
    at: Area,
    (line, held): (&Line<'_>, bool),
) {
    let now = model.now;
    if held {
        pen.under_hand(at);
        pen.put_on((at.x, at.y), 1, pen.skin.signs.hand, Ink::Strong, true);
    }
    let number = line.about().number.as_str();
    pen.put_on(
        (at.x + 1, at.y),
        NUMBER,
        tail(number, NUMBER),
        Ink::Strong,
        held,
    );
    let mut x = at.x + 1 + NUMBER + 1;
    let end = at.x + at.width;
    match line {
        Line::Differing(line) => {
            let there = if line.can_be_taken() {
                Ink::Flag
            } else {
                Ink::Dim
            };
            let parts = [
                (FIELD, texts.differing_field(&line.field), Ink::Plain),
                (
                    VALUE,
                    texts.differing_value(&line.field, &line.here),
                    Ink::Plain,
                ),
                (
                    VALUE,
                    texts.differing_value(&line.field, &line.there),
                    there,
                ),
                (WHEN, texts.dated(line.at.to_second(), now), Ink::Dim),
            ];
            for (width, text, ink) in parts {
                pen.put_on(
                    (x, at.y),
                    width.min(end.saturating_sub(x)),
                    &text,
                    ink,
                    held,
                );
                x += width + 1;
            }
        }
        Line::OnlyHere(line) => {
            let text = say!(
                texts,
                "reconcile-missing",
                received = texts.dated(line.received.to_second(), now),
                at = texts.dated(line.list.at.to_second(), now)
            );
            pen.put_on((x, at.y), end.saturating_sub(x), &text, Ink::Flag, held);
        }
        Line::Unconfirmed(line) => {
            let steps: Vec<String> = line
                .steps
                .iter()
                .map(|(step, when, by)| {
                    let when = texts.dated(when.to_second(), now);
                    format!("{} {when} {}", texts.event(step), texts.actor(by))
                })
                .collect();
            let text = steps.join(&say!(texts, "list-separator"));
            pen.put_on((x, at.y), end.saturating_sub(x), &text, Ink::Plain, held);
        }
    }
}

/// The subject of the line in hand, and what can be done about it.
fn below(texts: &Texts, pen: &mut Pen<'_>, list: Area, inside: Area, line: &Line<'_>) {
    let width = inside.width.saturating_sub(2);
    let y = list.y + list.height;
    pen.put((inside.x + 1, y), width, &line.about().title, Ink::Strong);
    let text = match line {
        Line::Differing(line) if line.can_be_taken() => say!(texts, "reconcile-can-take"),
        Line::Differing(line) if line.field == "received" => say!(texts, "reconcile-receipt"),
        Line::Differing(_) => say!(texts, "reconcile-cannot-take"),
        Line::OnlyHere(_) => say!(texts, "reconcile-only-here-hint"),
        Line::Unconfirmed(_) => say!(texts, "notice-confirmed-by-list"),
    };
    for (line, y) in wrap(&pen.skin.say(text), width).iter().take(2).zip(y + 1..) {
        pen.put((inside.x + 1, y), width, line, Ink::Dim);
    }
}

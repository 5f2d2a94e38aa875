//! ```text
//! ┌ 值班表 2026-11 ───────────────────────────── 今日 A 岗签收审核 ┐
//! │ 周一     周二     周三     周四     周五     周六     周日      │
//! │ 23*A     24 B 调  25 A …                                        │
//! │             春节                                                │
//! │ 11-24 周二 工作日 B 岗值班（按周为 A 岗）                       │
//! │ 11-23 09:00 A 岗 调班 2026-11-24 B 岗 理由                      │
//! │ A 岗 陈工 0591-…  B 岗 林工 0591-…                              │
//! └─────────────────────────────────────────────────────────────────┘
//! ```
//! The month, and below it all that is known of the day in hand; the other side lists whom to phone.

use chrono::Datelike as _;

use super::month_grid;
use super::pen::Pen;
use super::skin::Ink;
use crate::app::boards::roster::{Ask, RosterBoard, Side, Step};
use crate::app::cells::wrap;
use crate::app::layout::{self, Area};
use crate::app::model::Model;
use crate::app::month::{self, Grid};
use crate::app::text::{Texts, say};
use crate::domain::event::Fact;
use crate::domain::ids::Post;
use crate::domain::privacy::Mask;
use crate::domain::roster::Roster;
use crate::domain::time::Date;

/// Lines kept below the month.
const BELOW: u16 = 5;

/// Where the board stands.
#[must_use]
pub fn area(model: &Model) -> Area {
    model
        .screen()
        .map_or_else(Area::default, |screen| layout::board(&screen, 100))
}

/// Where the month stands in it, for the mouse too.
#[must_use]
pub fn grid(model: &Model, date: Date) -> Grid {
    Grid::of(area(model).inside(), month::weeks(date).len(), BELOW)
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, board: &RosterBoard) {
    let area = area(model);
    pen.clear(area);
    let title = say!(
        texts,
        "roster-title",
        month = board.date.format("%Y-%m").to_string()
    );
    let today = model.roster.on_duty(&model.rules, model.now.date());
    let audits = say!(texts, "duty-post", post = texts.post(today));
    pen.frame(area, &title, &audits);
    match board.side {
        Side::Month => {
            let grid = grid(model, board.date);
            month_grid::draw(model, texts, pen, grid, board.date, &|date| {
                day(model, texts, board, date)
            });
            let inside = area.inside();
            let below = Area {
                y: inside.y + grid.area.height,
                height: inside.height.saturating_sub(grid.area.height),
                ..inside
            };
            details(model, texts, pen, board, below);
        }
        Side::Phones(scroll) => phones(model, texts, pen, area.inside(), scroll),
    }
    if let Some(ask) = &board.asking {
        question(model, texts, pen, ask);
    }
}

/// What stands in a day: who is on duty with the marks of what was changed, and what sort of day it is.
fn day(model: &Model, texts: &Texts, board: &RosterBoard, date: Date) -> [(String, Ink); 2] {
    let roster = &model.roster;
    let mut marks = String::new();
    if roster.swap(date).is_some() {
        marks.push_str(&say!(texts, "roster-mark-swap"));
    }
    if Post::ALL
        .iter()
        .any(|post| roster.stand_in(date, *post).is_some())
    {
        marks.push_str(&say!(texts, "roster-mark-stand-in"));
    }
    if roster.handovers.contains_key(&date) {
        marks.push_str(&say!(texts, "roster-mark-handover"));
    }
    let ink = match (marks.is_empty(), month::is_same_month(date, board.date)) {
        (_, false) => Ink::Dim,
        (true, true) => Ink::Plain,
        (false, true) => Ink::Flag,
    };
    let post = roster.on_duty(&model.rules, date).as_str();
    let holiday = match model.rules.calendar.entry(date) {
        Some(day) if day.off => (day.name.clone(), Ink::Good),
        Some(_) => (say!(texts, "day-make-up"), Ink::Near),
        None => (String::new(), Ink::Dim),
    };
    [(format!("{post} {marks}"), ink), holiday]
}

/// All that is known of the day in hand.
fn details(model: &Model, texts: &Texts, pen: &mut Pen<'_>, board: &RosterBoard, place: Area) {
    let date = board.date;
    let width = place.width.saturating_sub(2);
    let mut lines = vec![(duty(model, texts, date), Ink::Strong)];
    match &board.facts {
        None => lines.push((say!(texts, "page-loading"), Ink::Dim)),
        Some(_) => {
            let facts = board.of_day(date, model.now);
            lines.extend(
                facts
                    .iter()
                    .map(|fact| (said(model, texts, fact), Ink::Plain)),
            );
        }
    }
    let known = handlers(model, texts);
    if !known.is_empty() {
        lines.push((known.join("  "), Ink::Plain));
    }
    lines.push((say!(texts, "roster-legend"), Ink::Dim));
    let room = usize::from(place.height);
    let wrapped: Vec<(String, Ink)> = lines
        .into_iter()
        .flat_map(|(text, ink)| {
            let lines = wrap(&pen.skin.say(text), width);
            lines.into_iter().map(move |line| (line, ink))
        })
        .collect();
    for ((line, ink), y) in wrapped.iter().take(room).zip(place.y..) {
        pen.put((place.x + 1, y), width, line, *ink);
    }
}

/// Whose day it is, and how that came about.
fn duty(model: &Model, texts: &Texts, date: Date) -> String {
    let post = model.roster.on_duty(&model.rules, date);
    let week = Roster::by_week(&model.rules, date);
    let mut text = format!(
        "{:02}-{:02} {} {} {}",
        date.month(),
        date.day(),
        texts.weekday(date),
        texts.day_kind(&model.rules.calendar, date),
        say!(texts, "duty-short", post = texts.post(post))
    );
    if post != week {
        text.push_str(&say!(texts, "roster-by-week", post = texts.post(week)));
    }
    // A stand-in for the post that is not on duty gives away its dispatching alone (D4).
    for absent in Post::ALL {
        if let Some(instead) = model.roster.stand_in(date, *absent) {
            let line = say!(
                texts,
                "roster-stands-in",
                absent = texts.post(*absent),
                post = texts.post(instead)
            );
            text.push_str(&format!(" {line}"));
        }
    }
    text
}

/// A fact of the roster in one line.
fn said(model: &Model, texts: &Texts, fact: &Fact) -> String {
    let fact = &Mask::default().fact(fact);
    let mut parts = vec![
        texts.dated(fact.at, model.now),
        texts.who(&fact.by, fact.person.as_deref()),
        texts.event(fact.event.kind()),
    ];
    // The day is that in hand.
    parts.extend(texts.details(&fact.event).into_iter().skip(1));
    parts.extend(fact.note.clone());
    parts.join(" ")
}

/// Who sits at the posts, a text for each post that has somebody.
fn handlers(model: &Model, texts: &Texts) -> Vec<String> {
    Post::ALL
        .iter()
        .filter_map(|post| {
            let of_post = model.settings.handlers.iter().filter(|h| h.post == *post);
            let names: Vec<String> = of_post
                .map(|h| format!("{} {}", h.name, h.phone).trim_end().to_owned())
                .collect();
            let names = names.join(&say!(texts, "list-separator"));
            (!names.is_empty()).then(|| format!("{} {names}", texts.post(*post)))
        })
        .collect()
}

/// Whom to phone: the posts, the communities with the post that dispatches to them, the departments.
fn phones(model: &Model, texts: &Texts, pen: &mut Pen<'_>, inside: Area, scroll: usize) {
    let lines = phone_lines(model, texts);
    let room = usize::from(inside.height);
    let from = scroll.min(lines.len().saturating_sub(room));
    for ((name, post, phone, ink), y) in lines.iter().skip(from).take(room).zip(inside.y..) {
        let end = inside.x + inside.width;
        // A remark that is nobody's name may take the whole line.
        let width = if phone.is_empty() {
            end.saturating_sub(inside.x + 2)
        } else {
            26
        };
        pen.put((inside.x + 1, y), width, name, *ink);
        if phone.is_empty() {
            continue;
        }
        pen.put((inside.x + 28, y), 8, post, Ink::Dim);
        let x = inside.x + 37;
        pen.put((x, y), end.saturating_sub(x + 1), phone, *ink);
    }
}

fn phone_lines(model: &Model, texts: &Texts) -> Vec<(String, String, String, Ink)> {
    let none = || say!(texts, "remind-no-phone");
    let line = |name: &str, post: String, phone: &str| {
        let (phone, ink) = if phone.is_empty() {
            (none(), Ink::Dim)
        } else {
            (phone.to_owned(), Ink::Plain)
        };
        (name.to_owned(), post, phone, ink)
    };
    let policy = &model.rules.policy;
    let handlers = &model.settings.handlers;
    let mut lines: Vec<_> = handlers
        .iter()
        .map(|h| line(&h.name, texts.post(h.post), &h.phone))
        .collect();
    if handlers.is_empty() {
        let hint = say!(texts, "roster-no-handlers");
        lines.push((hint, String::new(), String::new(), Ink::Dim));
    }
    let communities = policy.communities.iter();
    lines.extend(communities.map(|c| line(c.unit.as_str(), texts.post(c.post), &c.phone)));
    let departments = policy.departments.iter();
    lines.extend(departments.map(|d| line(d.name.as_str(), String::new(), &d.phone)));
    lines
}

/// How far the phones can be scrolled.
#[must_use]
pub fn most(model: &Model, texts: &Texts) -> usize {
    let room = usize::from(area(model).inside().height);
    phone_lines(model, texts).len().saturating_sub(room)
}

/// What is about to be done, and the line for its reason.
fn question(model: &Model, texts: &Texts, pen: &mut Pen<'_>, ask: &Ask) {
    let date = format!(
        "{:02}-{:02} {}",
        ask.date.month(),
        ask.date.day(),
        texts.weekday(ask.date)
    );
    let (title, text, label) = match &ask.step {
        Step::Swap(post) => (
            texts.event("swapped"),
            say!(
                texts,
                "roster-ask-swap",
                date = date,
                post = texts.post(*post)
            ),
            say!(texts, "field-reason"),
        ),
        Step::StandIn { absent } => (
            texts.event("stood_in"),
            say!(
                texts,
                "roster-ask-stand-in",
                date = date,
                absent = texts.post(*absent),
                post = texts.post(absent.other())
            ),
            say!(texts, "field-reason"),
        ),
        Step::HandOver => {
            let to = model.roster.on_duty(&model.rules, month::step(ask.date, 1));
            let post = texts.post(to);
            // How many were open on another day is not known here.
            let text = if ask.date == model.now.date() {
                say!(
                    texts,
                    "roster-ask-handover",
                    date = date,
                    post = post,
                    open = model.queue.len(),
                    over = model.queue.overdue(model.now)
                )
            } else {
                say!(texts, "roster-ask-handover-of", date = date, post = post)
            };
            (texts.event("handed_over"), text, say!(texts, "roster-note"))
        }
        Step::TakeBack(fact) => {
            let mut what = vec![texts.event(fact.event.kind())];
            what.extend(texts.details(&fact.event));
            let text = say!(
                texts,
                "roster-ask-back",
                what = what.join(" "),
                at = texts.dated(fact.at, model.now)
            );
            (texts.event("undone"), text, say!(texts, "field-reason"))
        }
    };
    let hint = match (&ask.refused, ask.sent) {
        (Some(refusal), _) => (
            format!("! {}", texts.refusal(refusal, model.now)),
            Ink::Over,
        ),
        (None, true) => (say!(texts, "form-sent"), Ink::Dim),
        (None, false) => (say!(texts, "roster-ask-hint"), Ink::Dim),
    };
    let lines = wrap(&pen.skin.say(text), 54);
    let hints = wrap(&pen.skin.say(hint.0), 54);
    let height = u16::try_from(lines.len() + hints.len()).unwrap_or(2);
    let area = layout::popup(model.size, 58, height.saturating_add(3));
    let inside = pen.window(area, &title);
    let width = inside.width.saturating_sub(2);
    let mut y = inside.y;
    for line in &lines {
        pen.put((inside.x + 1, y), width, line, Ink::Plain);
        y += 1;
    }
    let x = pen.put((inside.x + 1, y), width, &label, Ink::Key) + 1;
    let end = inside.x + inside.width;
    pen.field((x, y), end.saturating_sub(x + 1).max(2), &ask.field);
    for line in &hints {
        y += 1;
        pen.put((inside.x + 1, y), width, line, hint.1);
    }
}

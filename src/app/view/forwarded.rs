//! ```text
//! ┌ 手机转发 ─────────────────────────────────── 3 条待处理 ┐
//! │ 可能是新件                                              │
//! │▸11-23 09:12 12345         【12345】您有新的诉求件：FZ…   │
//! │ 去电，可作电话提醒（W1）                                │
//! │ 11-23 09:07 柳河社区 65 秒 FZ26112300009 催签收 下水管…  │
//! │ 提到已有的件                                            │
//! │ 11-23 09:02 12345         FZ26112300012 请尽快签收       │
//! │ the message in hand in full, and what can be done       │
//! └─────────────────────────────────────────────────────────┘
//! ```
//! Citizens are masked here; the form of a new case has the whole text.

use super::pen::Pen;
use super::skin::Ink;
use crate::app::boards::forwarded::{ForwardedBoard, Line, Part};
use crate::app::boards::{Shown, first_shown, headed};
use crate::app::cells::{cells, tail, wrap};
use crate::app::layout::{self, Area};
use crate::app::model::Model;
use crate::app::text::{Texts, say};
use crate::domain::forwarded::Forwarded;
use crate::domain::ids::About;
use crate::domain::time::Stamp;

/// Cells of a moment, of who sent it or was called, of the tail of a number, and of what is said of it.
const WHEN: u16 = 11;
const WHO: u16 = 18;
const NUMBER: u16 = 13;
const WHAT: u16 = 8;
/// From so many seconds on it is said that a message came late.
const LATE: i64 = 5 * 60;
/// Lines below the list: the message in hand, and what can be done; fewer where there is little room.
const BELOW: u16 = 6;
const LITTLE: u16 = 14;

fn area(model: &Model) -> Area {
    model
        .screen()
        .map_or_else(Area::default, |screen| layout::board(&screen, 110))
}

/// Where the lines stand, for the mouse too.
#[must_use]
pub fn list(model: &Model) -> Area {
    let inside = area(model).inside();
    let below = if inside.height < LITTLE {
        BELOW / 2
    } else {
        BELOW
    };
    Area {
        height: inside.height.saturating_sub(below),
        ..inside
    }
}

/// How many lines there is room for.
#[must_use]
pub fn room(model: &Model) -> usize {
    usize::from(list(model).height)
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, board: &ForwardedBoard) {
    let area = area(model);
    pen.clear(area);
    let lines = board.lines();
    let count = board.messages.as_ref().map_or(0, |m| m.count);
    let shown = board.messages.as_ref().map_or(0, |m| m.waiting.len());
    let right = match (board.settled, count > shown) {
        (true, _) => say!(texts, "forwarded-settled"),
        (false, true) => say!(texts, "forwarded-count-more", count = count, shown = shown),
        (false, false) => say!(texts, "forwarded-count", count = count),
    };
    pen.frame(area, &say!(texts, "action-forwarded"), &right);
    let inside = area.inside();
    if lines.is_empty() {
        let text = match &board.messages {
            None => say!(texts, "page-loading"),
            Some(_) if board.settled => say!(texts, "forwarded-none-settled"),
            Some(_) => say!(texts, "forwarded-empty"),
        };
        let width = inside.width.saturating_sub(2);
        for (line, y) in wrap(&text, width).iter().zip(inside.y..) {
            pen.put((inside.x + 1, y), width, line, Ink::Dim);
        }
        return;
    }
    let place = list(model);
    let in_hand = board.in_hand(&lines);
    let heads = headed(lines.iter().map(|line| line.part));
    let from = first_shown(&heads, in_hand, usize::from(place.height));
    let screen = (0..place.height).map(|n| place.line(n));
    for (what, at) in heads.iter().skip(from).zip(screen) {
        match what {
            Shown::Head(n) => {
                if let Some(line) = lines.get(*n) {
                    let width = at.width.saturating_sub(2);
                    pen.put((at.x + 1, at.y), width, &head(texts, line.part), Ink::Title);
                }
            }
            Shown::Entry(n) => {
                if let Some(line) = lines.get(*n)
                    && let Some(told) = board.told.get(&line.kept.id)
                {
                    entry(texts, pen, at, (line, told), *n == in_hand);
                }
            }
        }
    }
    if let Some(line) = lines.get(in_hand)
        && let Some(told) = board.told.get(&line.kept.id)
    {
        below(texts, pen, [place, inside], line, told);
    }
}

fn head(texts: &Texts, part: Part) -> String {
    match part {
        Part::Drafts => say!(texts, "forwarded-drafts"),
        Part::Calls => say!(texts, "forwarded-calls"),
        Part::Hints => say!(texts, "forwarded-hints"),
        Part::Settled => say!(texts, "forwarded-settled"),
    }
}

/// To the minute: whether a phone's second is right nobody knows.
fn minute(texts: &Texts, at: Stamp) -> String {
    texts.moment(Stamp::from_unix(at.unix().div_euclid(60) * 60))
}

fn entry(
    texts: &Texts,
    pen: &mut Pen<'_>,
    at: Area,
    (line, message): (&Line<'_>, &Forwarded),
    held: bool,
) {
    if held {
        pen.under_hand(at);
        pen.put_on((at.x, at.y), 1, pen.skin.signs.hand, Ink::Strong, true);
    }
    let said = message.text.replace('\n', " ");
    let sender = message.sender.clone();
    let number = line.case.map_or("", |(number, _)| number.as_str());
    let number = (NUMBER, tail(number, NUMBER).to_owned(), Ink::Strong);
    let title = line.case.map_or("", |(_, title)| title).to_owned();
    let when = |at| (WHEN, minute(texts, at), Ink::Dim);
    let mut columns = match line.part {
        Part::Drafts => vec![
            when(line.kept.came),
            (WHO, sender, Ink::Plain),
            (u16::MAX, said, Ink::Strong),
        ],
        Part::Hints => vec![
            when(line.kept.came),
            (WHO, sender, Ink::Plain),
            number,
            (u16::MAX, said, Ink::Plain),
        ],
        Part::Settled => {
            let settled = line.kept.settled.as_ref();
            let became = settled.map_or_else(String::new, |s| texts.became(s.became));
            vec![
                when(settled.map_or(line.kept.came, |s| s.at)),
                (WHAT, became, Ink::Plain),
                number,
                (u16::MAX, said, Ink::Dim),
            ]
        }
        Part::Calls => {
            let about = line.owed.map_or_else(
                || say!(texts, "forwarded-owed-nothing"),
                |owed| remind(texts, owed.about),
            );
            let ink = if line.owed.is_some_and(|o| o.logged.is_none()) {
                Ink::Near
            } else {
                Ink::Dim
            };
            // All the words it can be, so that the subjects stand below each other.
            let words = About::ALL.iter().map(|a| remind(texts, *a));
            let widest = words.map(|w| cells(&w)).max().unwrap_or(WHAT);
            let room = if line.owed.is_some() {
                widest
            } else {
                u16::MAX
            };
            vec![
                when(line.kept.called()),
                (WHO, called(texts, line), Ink::Plain),
                number,
                (room, about, ink),
                (u16::MAX, title, Ink::Plain),
            ]
        }
    };
    if line.follows {
        // When and who stand above.
        for (_, text, _) in columns.iter_mut().take(2) {
            text.clear();
        }
    }
    let (mut x, end) = (at.x + 1, at.x + at.width);
    for (width, text, ink) in columns {
        let width = width.min(end.saturating_sub(x));
        pen.put_on((x, at.y), width, &text, ink, held);
        x = (x + width + 1).min(end);
    }
}

fn remind(texts: &Texts, about: About) -> String {
    say!(texts, "remind-about", about = texts.about(about))
}

/// Who was called, and for how long.
fn called(texts: &Texts, line: &Line<'_>) -> String {
    let Some(call) = &line.kept.message.call else {
        return String::new();
    };
    let unit = call.unit.as_str();
    if call.seconds == 0 {
        say!(texts, "forwarded-unanswered", unit = unit)
    } else {
        say!(texts, "forwarded-call", unit = unit, seconds = call.seconds)
    }
}

/// The message in hand as far as there is room, and what can be done with it.
fn below(
    texts: &Texts,
    pen: &mut Pen<'_>,
    [list, inside]: [Area; 2],
    line: &Line<'_>,
    told: &Forwarded,
) {
    let width = inside.width.saturating_sub(2);
    let room = inside.height.saturating_sub(list.height);
    let mut y = list.y + list.height;
    let bottom = y + room;
    let hint = match line.part {
        Part::Drafts => say!(texts, "forwarded-hint-draft"),
        Part::Calls if line.owed.is_none() => say!(texts, "forwarded-hint-no-case"),
        Part::Calls => say!(texts, "forwarded-hint-call"),
        Part::Hints => say!(texts, "forwarded-hint-hint"),
        Part::Settled => say!(texts, "forwarded-hint-settled"),
    };
    if let Some(first) = known(texts, line) {
        pen.put((inside.x + 1, y), width, &pen.skin.say(first), Ink::Strong);
        y += 1;
    }
    let last = bottom.saturating_sub(1);
    for (part, y) in wrap(&told.text, width).iter().zip(y..last) {
        pen.put((inside.x + 1, y), width, part, Ink::Plain);
    }
    pen.put((inside.x + 1, last), width, &pen.skin.say(hint), Ink::Dim);
}

/// What the desk knows besides the message's own words.
fn known(texts: &Texts, line: &Line<'_>) -> Option<String> {
    let came = minute(texts, line.kept.came);
    match line.part {
        Part::Hints => {
            let (number, title) = line.case?;
            Some(format!("{} {title}", number.as_str()))
        }
        Part::Calls => {
            let owed = line.owed?;
            let due = owed.due.map_or_else(String::new, |due| minute(texts, due));
            Some(match owed.logged {
                Some(at) => say!(texts, "forwarded-logged", at = minute(texts, at)),
                None => say!(
                    texts,
                    "forwarded-owed",
                    about = texts.about(owed.about),
                    due = due,
                    came = came
                ),
            })
        }
        Part::Drafts => {
            let sent = line.kept.message.sent;
            let apart = line.kept.came.seconds_since(sent).abs();
            (apart >= LATE).then(|| {
                let sent = minute(texts, sent);
                say!(texts, "forwarded-late", sent = sent, came = came)
            })
        }
        Part::Settled => None,
    }
}

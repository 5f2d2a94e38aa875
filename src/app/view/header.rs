//! ```text
//!  值班台  11-23 周一 工作日 工作时间 09:41:27  A 岗 今日签收审核   待签 3  待派 2  待答复 7  逾期 1
//! ```
//! On a narrow screen the words grow short first; then the name goes, then the kind of time, the kind of day, the day of the
//! week, the date and who is on duty, in this order. A made-up shift says so in the place of the name, and that stays. The
//! counts are never cut.

use chrono::Datelike as _;

use super::dial::clock;
use super::figure::{Figure, What};
use super::pen::Pen;
use super::skin::Ink;
use crate::app::cells::cells;
use crate::app::layout::Area;
use crate::app::model::Model;
use crate::app::text::{Texts, say};
use crate::domain::ids::Stage;
use crate::domain::rules::Reckoning;

type Words = Vec<(String, Ink)>;

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, line: Area) {
    let time = clock(model.now.time(), model.settings.seconds);
    let (left, right) = fitting(model, texts, line.width.saturating_sub(2));
    let from = (line.x + line.width).saturating_sub(width(&right) + 1);
    let mut x = line.x + 1;
    for (text, ink) in &left {
        let (begin, room) = (x, from.saturating_sub(x + 1));
        x = pen.put((x, line.y), room, text, *ink) + 1;
        if *text == time {
            let place = Area {
                x: begin,
                width: room.min(cells(text)),
                ..line
            };
            let said = (time.as_str(), *ink);
            pen.keep(Figure::new(place, What::Clock, said, model));
        }
    }
    let mut x = from;
    for (text, ink) in &right {
        x = pen.put((x, line.y), line.width.saturating_sub(x), text, *ink) + 1;
    }
}

/// How many forwarded messages wait, where any do.
fn waiting(model: &Model, texts: &Texts) -> Option<String> {
    (model.waiting > 0).then(|| say!(texts, "header-forwarded", count = model.waiting))
}

/// Is this the place where the forwarded messages are counted?
#[must_use]
pub fn counts_messages(model: &Model, texts: &Texts, column: u16, row: u16) -> bool {
    let (Some(screen), Some(count)) = (model.screen(), waiting(model, texts)) else {
        return false;
    };
    if !screen.header.holds(column, row) {
        return false;
    }
    let (left, _) = fitting(model, texts, screen.header.width.saturating_sub(2));
    let before = left.iter().take_while(|(text, _)| *text != count);
    let from: u16 = before.map(|(text, _)| cells(text) + 1).sum();
    let from = screen.header.x + 1 + from;
    (from..from + cells(&count)).contains(&column)
}

/// Cells that words take, with a gap between any two.
fn width(words: &[(String, Ink)]) -> u16 {
    let cells: u16 = words.iter().map(|(text, _)| cells(text) + 1).sum();
    cells.saturating_sub(1)
}

/// The day on the left and the counts on the right, in the fullest form that fits.
fn fitting(model: &Model, texts: &Texts, room: u16) -> (Words, Words) {
    let forms = [
        (Less::Nothing, false),
        (Less::Name, false),
        (Less::Name, true),
        (Less::Time, false),
        (Less::Time, true),
        (Less::Kind, true),
        (Less::Weekday, true),
        (Less::Date, true),
        (Less::Duty, true),
    ];
    let form = |(less, short)| (day(model, texts, less), counts(model, texts, short));
    let fits = |(left, right): &(Words, Words)| width(left) + 2 + width(right) <= room;
    let fullest = forms.into_iter().map(form).find(fits);
    fullest.unwrap_or_else(|| form((Less::Duty, true)))
}

/// What is waiting, and for whom.
fn counts(model: &Model, texts: &Texts, short: bool) -> Words {
    let count = |stage: Stage| model.queue.in_stage(stage);
    let ink = |n: usize, busy: Ink| if n == 0 { Ink::Dim } else { busy };
    let (sign, dispatch, reply) = (
        count(Stage::AwaitingSign),
        count(Stage::AwaitingDispatch),
        count(Stage::WithUnit),
    );
    let overdue = model.queue.overdue(model.now);
    let gap = if short { "" } else { " " };
    let text = |name: String, n: usize| format!("{name}{gap}{n}");
    [
        (text(say!(texts, "count-to-sign"), sign), Ink::Strong, sign),
        (
            text(say!(texts, "count-to-dispatch"), dispatch),
            Ink::Strong,
            dispatch,
        ),
        (
            text(say!(texts, "count-to-reply"), reply),
            Ink::Plain,
            reply,
        ),
        (
            text(say!(texts, "count-overdue"), overdue),
            Ink::Over,
            overdue,
        ),
    ]
    .map(|(text, busy, n)| (text, ink(n, busy)))
    .into()
}

/// What is left out where there is no room.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Less {
    Nothing,
    /// The desk's name, and what the post on duty does.
    Name,
    /// Also whether this is working time.
    Time,
    /// Also the kind of day.
    Kind,
    /// Also the day of the week.
    Weekday,
    /// Also the date.
    Date,
    /// Also who is on duty.
    Duty,
}

/// The day, the time and who is on duty.
fn day(model: &Model, texts: &Texts, less: Less) -> Words {
    let now = model.now;
    let date = now.date();
    let works = Reckoning::new(&model.rules).is_working_time(now);
    let post = model.roster.on_duty(&model.rules, date);
    let named = texts.post(post);
    let changed =
        model.roster.swap(date).is_some() || model.roster.stand_in(date, post.other()).is_some();
    let duty = match (less, changed) {
        (Less::Nothing, true) => say!(texts, "duty-swapped", post = named.as_str()),
        (Less::Nothing, false) => say!(texts, "duty-post", post = named.as_str()),
        (Less::Name | Less::Time | Less::Kind | Less::Weekday | Less::Date | Less::Duty, _) => {
            say!(texts, "duty-short", post = named.as_str())
        }
    };
    let mut words = Vec::with_capacity(7);
    if model.settings.demo.is_some() {
        words.push((say!(texts, "desk-demo"), Ink::Flag));
    } else if less < Less::Name {
        words.push((say!(texts, "desk"), Ink::Title));
    }
    if less < Less::Date {
        words.push((format!("{:02}-{:02}", date.month(), date.day()), Ink::Plain));
    }
    if less < Less::Weekday {
        words.push((texts.weekday(date), Ink::Plain));
    }
    if less < Less::Kind {
        let kind = texts.day_kind(&model.rules.calendar, date);
        words.push((kind, Ink::Plain));
    }
    if less < Less::Time {
        words.push(if works {
            (say!(texts, "time-working"), Ink::Plain)
        } else {
            (say!(texts, "time-not-working"), Ink::Dim)
        });
    }
    words.push((clock(now.time(), model.settings.seconds), Ink::Strong));
    if less < Less::Duty {
        words.push((duty, Ink::Plain));
    }
    words.extend(waiting(model, texts).map(|text| (text, Ink::Flag)));
    if model.notify_trouble.is_some() {
        words.push((say!(texts, "header-notify"), Ink::Over));
    }
    if model.muted {
        words.push((say!(texts, "header-muted"), Ink::Flag));
    }
    words
}

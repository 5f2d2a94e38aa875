//! ```text
//!  值班台  11-23 周一 工作日 工作时间 09:41:27  A 岗 今日签收审核   待签 3  待派 2  待答复 7  逾期 1
//! ```
//! On a narrow screen the name goes first, then the kind of time, then the duties. A made-up shift says so in the place of
//! the name, and that stays.

use chrono::Datelike as _;

use super::pen::{Pen, cells};
use super::skin::Ink;
use crate::app::layout::Area;
use crate::app::model::Model;
use crate::app::text::{Texts, say};
use crate::domain::ids::Stage;
use crate::domain::rules::Reckoning;

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, line: Area) {
    let counts = counts(model, texts);
    let counts_width: u16 = counts.iter().map(|(t, _)| cells(t) + 2).sum();
    let room = line.width.saturating_sub(counts_width);
    let left = left(model, texts, room);
    let mut x = line.x + 1;
    for (text, ink) in &left {
        x = pen.put((x, line.y), line.width.saturating_sub(x), text, *ink) + 1;
    }
    let mut x = x.max(room);
    for (text, ink) in &counts {
        x = pen.put((x, line.y), line.width.saturating_sub(x), text, *ink) + 2;
    }
}

/// What is waiting, and for whom.
fn counts(model: &Model, texts: &Texts) -> [(String, Ink); 4] {
    let count = |stage: Stage| model.queue.in_stage(stage);
    let ink = |n: usize, busy: Ink| if n == 0 { Ink::Dim } else { busy };
    let (sign, dispatch, reply) = (
        count(Stage::AwaitingSign),
        count(Stage::AwaitingDispatch),
        count(Stage::WithUnit),
    );
    let overdue = model.queue.overdue(model.now);
    [
        (
            say!(texts, "count-to-sign", count = sign),
            ink(sign, Ink::Strong),
        ),
        (
            say!(texts, "count-to-dispatch", count = dispatch),
            ink(dispatch, Ink::Strong),
        ),
        (
            say!(texts, "count-to-reply", count = reply),
            ink(reply, Ink::Plain),
        ),
        (
            say!(texts, "count-overdue", count = overdue),
            ink(overdue, Ink::Over),
        ),
    ]
}

/// The day, the time and who is on duty, as much as fits.
fn left(model: &Model, texts: &Texts, room: u16) -> Vec<(String, Ink)> {
    let now = model.now;
    let (date, seconds) = (now.date(), now.time().seconds());
    let clock = if model.settings.seconds {
        format!(
            "{:02}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )
    } else {
        format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60)
    };
    let works = Reckoning::new(&model.rules).is_working_time(now);
    let time = if works {
        say!(texts, "time-working")
    } else {
        say!(texts, "time-not-working")
    };
    let post = model.roster.on_duty(&model.rules, date);
    let named = texts.post(post);
    let changed =
        model.roster.swap(date).is_some() || model.roster.stand_in(date, post.other()).is_some();
    let duty = if changed {
        say!(texts, "duty-swapped", post = named.as_str())
    } else {
        say!(texts, "duty-post", post = named.as_str())
    };
    let name = if model.settings.demo.is_some() {
        (0, say!(texts, "desk-demo"), Ink::Flag)
    } else {
        (3, say!(texts, "desk"), Ink::Title)
    };
    // What goes first when there is no room has the highest number.
    let mut parts = vec![
        name,
        (
            0,
            format!("{:02}-{:02}", date.month(), date.day()),
            Ink::Plain,
        ),
        (0, texts.weekday(date), Ink::Plain),
        (1, day_kind(model, texts), Ink::Plain),
        (2, time, if works { Ink::Plain } else { Ink::Dim }),
        (0, clock, Ink::Strong),
        (0, duty, Ink::Plain),
    ];
    let width = |parts: &[(u8, String, Ink)]| -> u16 {
        parts.iter().map(|(_, t, _)| cells(t) + 1).sum::<u16>() + 1
    };
    if width(&parts) > room {
        parts.retain(|(drop, _, _)| *drop < 3);
    }
    if width(&parts) > room
        && let Some((_, duty, _)) = parts.last_mut()
    {
        *duty = say!(texts, "duty-short", post = named.as_str());
    }
    for level in [2, 1] {
        if width(&parts) > room {
            parts.retain(|(drop, _, _)| *drop < level);
        }
    }
    if width(&parts) > room {
        parts.pop();
    }
    parts
        .into_iter()
        .map(|(_, text, ink)| (text, ink))
        .collect()
}

/// Working day, day off or make-up day, and whether a list says so (T2).
fn day_kind(model: &Model, texts: &Texts) -> String {
    let calendar = &model.rules.calendar;
    let (working, listed) = calendar.is_working(model.now.day_number());
    let kind = match calendar.entry(model.now.date()) {
        Some(day) if !day.off => say!(texts, "day-make-up"),
        Some(_) => say!(texts, "day-off"),
        None if working => say!(texts, "day-working"),
        None => say!(texts, "day-off"),
    };
    if listed {
        kind
    } else {
        say!(texts, "day-unlisted", kind = kind)
    }
}

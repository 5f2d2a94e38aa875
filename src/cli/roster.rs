//! `roster`: who is on duty on each day of a month, and what was changed about it.

use serde_json::{Value, json};

use super::args::Roster as Asked;
use super::desk::Desk;
use super::output::Output;
use super::report;
use crate::app::month;
use crate::app::text::say;
use crate::domain::ids::Post;
use crate::domain::period::Period;
use crate::domain::privacy;
use crate::domain::roster::Roster;
use crate::domain::time::{Date, date_number};
use crate::error::Failure;

/// Shows a month.
///
/// # Errors
/// When the store cannot be read.
pub fn run(desk: &Desk, args: &Asked) -> Result<(), Failure> {
    report::check(desk, args.out.as_deref())?;
    let store = desk.open_store()?;
    let roster = desk.roster(&store)?;
    let month = args
        .month
        .map_or_else(|| desk.now().date(), Period::first_day);
    let days: Vec<Date> = month::weeks(month)
        .into_iter()
        .flatten()
        .filter(|day| month::is_same_month(*day, month))
        .collect();
    let all = || -> Value { days.iter().map(|d| as_json(desk, &roster, *d)).collect() };
    if let Some(target) = &args.out {
        let sheet = desk
            .texts
            .roster_report(&roster, &desk.rules, &days, desk.now());
        return report::write(desk, target, &sheet, || Ok(all()));
    }
    let mut out = Output::new();
    if desk.json {
        out.json(&all())?;
    } else {
        for day in days {
            out.line(line(desk, &roster, day))?;
        }
    }
    out.finish()
}

/// Who stands in for whom on a day.
fn stand_ins(roster: &Roster, day: Date) -> impl Iterator<Item = (Post, Post)> {
    Post::ALL
        .iter()
        .filter_map(move |absent| Some((*absent, roster.stand_in(day, *absent)?)))
}

fn as_json(desk: &Desk, roster: &Roster, day: Date) -> Value {
    let calendar = &desk.rules.calendar;
    let (working, listed) = calendar.is_working(date_number(day));
    let stand_ins: Vec<Value> = stand_ins(roster, day)
        .map(|(absent, post)| json!({ "for": absent, "post": post }))
        .collect();
    let handover = roster.handovers.get(&day);
    json!({
        "date": day, "post": roster.on_duty(&desk.rules, day),
        "by_week": Roster::by_week(&desk.rules, day), "swapped": roster.swap(day),
        "stand_ins": stand_ins, "working_day": working, "in_calendar": listed,
        "holiday": calendar.entry(day).map(|d| d.name.as_str()),
        "handover": handover.map(|h| json!({ "to": h.to, "at": h.at, "note": h.note.as_deref().map(privacy::text) })),
    })
}

fn line(desk: &Desk, roster: &Roster, day: Date) -> String {
    let texts = &desk.texts;
    let post = roster.on_duty(&desk.rules, day);
    let week = Roster::by_week(&desk.rules, day);
    let mut line = format!(
        "{day} {} {} {}",
        texts.weekday(day),
        texts.day_kind(&desk.rules.calendar, day),
        say!(texts, "duty-short", post = texts.post(post))
    );
    if post != week {
        line.push_str(&say!(texts, "roster-by-week", post = texts.post(week)));
    }
    for (absent, post) in stand_ins(roster, day) {
        let said = say!(
            texts,
            "roster-stands-in",
            absent = texts.post(absent),
            post = texts.post(post)
        );
        line.push_str(&format!(" {said}"));
    }
    if let Some(entry) = desk.rules.calendar.entry(day).filter(|d| d.off) {
        line.push_str(&format!(" {}", entry.name));
    }
    if let Some(handover) = roster.handovers.get(&day) {
        let to = texts.post(handover.to);
        let note = privacy::text(handover.note.as_deref().unwrap_or_default());
        line.push_str(&format!(" {} {to} {note}", texts.event("handed_over")));
    }
    line.trim_end().to_owned()
}

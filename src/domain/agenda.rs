//! Everything somebody is to be told about a case or of the shift, with its moment, as a function of facts and rules.
//!
//! Reminder points of the clocks (S15), the notices that belong to no clock, and the moments of the shift. `telling` decides
//! what comes of each; `schedule` knows when the next one is. Tells nobody itself.

use super::case::{Case, Done};
use super::clock::{Answers, Clock};
use super::ids::{ClockId, Kind, Post, Suggestion, Tag, Verdict};
use super::occasion::{Notice, Occasion, Shift, Topic};
use super::policy::{Point, Weekday};
use super::reckon;
use super::reminder;
use super::roster::Roster;
use super::rules::{Reckoning, Rules};
use super::time::{Span, Stamp};

/// How far ahead repeated notices are laid out; each telling lays out the next day anew.
const AHEAD: i64 = 24 * 60;
/// How far back they are: what was repeated days ago says nothing today.
const BACK: i64 = 24 * 60;

/// Something to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What.
    pub occasion: Occasion,
    /// When what it is about is due.
    pub due: Option<Stamp>,
    /// From when on it may be told: its moment, or the next morning for what does not ring at night.
    pub tell_at: Stamp,
    /// Whether there is something to tell at its moment.
    pub stands: bool,
    /// When what it is about was met or ended.
    pub over: Option<Stamp>,
    /// Whose it is; none: everybody's.
    pub post: Option<Post>,
    /// Told on the screen alone, whoever sits here.
    pub quiet: bool,
    /// Whether the obligation is past due by then: that concerns both posts.
    pub overdue: bool,
    /// The row of the journal that waits for it, and which attempt it is.
    pub row: Option<(i64, u32)>,
}

/// What an agenda is made from.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its clocks.
    pub clocks: &'a [Clock],
    /// The rules it goes by.
    pub rules: &'a Rules,
    /// The rules in force, which decide how things are told.
    pub current: &'a Rules,
    /// The roster.
    pub roster: &'a Roster,
    /// When this desk came to know the case: nothing was to be told before, but that it has come.
    pub known: Stamp,
    /// The present moment; repeated notices are laid out around it.
    pub now: Stamp,
}

/// All that is to be told about a case, past and future, by its moment.
#[must_use]
pub fn of_case(look: &Look<'_>) -> Vec<Item> {
    let mut items: Vec<Item> = reminder::planned(look.case, look.clocks, look.rules)
        .iter()
        .filter(|p| p.reminder.at >= look.known || p.reminder.point == Point::Arrival)
        .map(|p| point(look, p))
        .collect();
    notices(look, &mut items);
    // Clocks of one kind may have a moment in common, as those of two replies sent back have: it is told of once, and by the
    // one that is still owed.
    let rank = |item: &Item| (!item.stands, item.over.is_some());
    items.sort_by(|a, b| (&a.occasion, rank(a)).cmp(&(&b.occasion, rank(b))));
    items.dedup_by(|later, first| later.occasion == first.occasion);
    items
}

fn point(look: &Look<'_>, planned: &reminder::Planned<'_>) -> Item {
    let (reminder, clock) = (&planned.reminder, planned.clock);
    let rings = rings(clock.id, look.case.facts.kind);
    Item {
        occasion: Occasion {
            at: reminder.at,
            number: Some(look.case.number.clone()),
            topic: Topic::Clock(clock.id),
            unit: reminder.unit.clone(),
            point: reminder.point.to_string(),
        },
        due: clock.due,
        tell_at: if rings {
            reminder.at
        } else {
            in_duty_window(look.current, reminder.at)
        },
        stands: planned.stands,
        over: clock.over(),
        post: post_of(clock, look.clocks),
        quiet: matches!(clock.id, ClockId::C9 | ClockId::C10)
            && !look.case.tags.contains(&Tag::AtRisk),
        overdue: matches!(reminder.point, Point::Due | Point::After(_)),
        row: None,
    }
}

/// Clocks in minutes or hours ring at night too; those in days wait for the morning.
const fn rings(id: ClockId, kind: Kind) -> bool {
    match id {
        ClockId::C1
        | ClockId::C2
        | ClockId::C2i
        | ClockId::C3
        | ClockId::C4
        | ClockId::C5
        | ClockId::C9
        | ClockId::C11 => true,
        ClockId::C6 | ClockId::C7 | ClockId::C8 => kind.is_in_hours(),
        ClockId::C10 => kind.is_self_handled(),
        ClockId::C12 | ClockId::C13 => false,
    }
}

fn in_duty_window(rules: &Rules, at: Stamp) -> Stamp {
    Reckoning::new(rules).counted_from(at)
}

/// The post that sees to it: the one that answers, or for what a unit owes the one that dispatched to it.
fn post_of(clock: &Clock, clocks: &[Clock]) -> Option<Post> {
    let of = |clock: &Clock| match clock.answers {
        Answers::Post(post) | Answers::Both(post, _) => Some(post),
        Answers::Unit(_) => None,
    };
    of(clock).or_else(|| {
        clocks
            .iter()
            .find(|c| matches!(c.id, ClockId::C2 | ClockId::C2i))
            .and_then(of)
    })
}

fn notices(look: &Look<'_>, items: &mut Vec<Item>) {
    let case = look.case;
    if !case.is_open() {
        return;
    }
    let telling = &look.current.policy.telling;
    if let Some(replied) = unreviewed(case) {
        let since = replied.at().unwrap_or(look.known);
        repeat(look, Notice::Review, since, telling.review.every, items);
        let close_due = look.clocks.iter().find(|c| c.id == ClockId::C6);
        if let Some(due) = close_due.and_then(|c| c.due) {
            let moment = reckon::rereply_moment(case, look.rules, due);
            let before = telling.review.before_rereply;
            let at = Reckoning::new(look.rules).minus(moment, before);
            if at > since && at >= look.known {
                items.push(notice(look, Notice::Review, at, format!("-{before}")));
            }
        }
    }
    if case.facts.community.is_none() || case.tags.contains(&Tag::Undecided) {
        let since = case.received_at.max(look.known);
        repeat(
            look,
            Notice::Undecided,
            since,
            telling.undecided_every,
            items,
        );
    }
    let since = case.received_at.max(look.known);
    if case.tags.contains(&Tag::Discipline) && !case.escalated {
        items.push(notice(look, Notice::Escalate, since, String::new()));
        daily(look, Notice::Escalate, since, items);
    }
    if must_be_reported(case) {
        daily(look, Notice::Report, since, items);
    }
}

/// The lead's latest reply, when nobody has judged it.
pub(super) fn unreviewed(case: &Case) -> Option<Done> {
    let turn = case.turns.iter().rev().find(|t| t.reply.is_some())?;
    match turn.verdict {
        None => turn.reply,
        Some(Verdict::Accepted | Verdict::Nonstandard) => None,
    }
}

/// R8, as far as the facts of one case say so.
#[must_use]
pub fn must_be_reported(case: &Case) -> bool {
    const MANY: usize = 3;
    let unclear = case.transfers >= 2 || case.tags.contains(&Tag::UnclearDuty);
    let again = case.links.len() + 1 >= MANY || case.standing_bad_ratings().count() >= MANY;
    let due = unclear || again || case.tags.contains(&Tag::Sensitive);
    due && !case.reported && !case.dismissed.contains(&Suggestion::Report)
}

/// At once, then at intervals inside the duty window.
fn repeat(look: &Look<'_>, about: Notice, since: Stamp, every: Span, items: &mut Vec<Item>) {
    items.push(notice(look, about, since, String::new()));
    let Span::Minutes(minutes) = every else {
        return;
    };
    let from = look.now.plus_minutes(-BACK).max(look.known);
    let until = look.now.plus_minutes(AHEAD);
    // The first one inside: notices long past are not walked through.
    let skipped = (from.micros_since(since) / (minutes * 60_000_000)).max(0);
    let mut at = since.plus_minutes(skipped * minutes);
    while at <= until {
        if at > since && at >= from && in_duty_window(look.current, at) == at {
            items.push(notice(look, about, at, String::new()));
        }
        at = at.plus_minutes(minutes);
    }
}

fn daily(look: &Look<'_>, about: Notice, since: Stamp, items: &mut Vec<Item>) {
    let time = look.current.policy.telling.daily;
    let from = look.now.plus_minutes(-BACK).max(since);
    for day in from.day_number()..=look.now.plus_minutes(AHEAD).day_number() {
        let at = Stamp::on(day, time);
        if at > from {
            items.push(notice(look, about, at, String::new()));
        }
    }
}

fn notice(look: &Look<'_>, about: Notice, at: Stamp, point: String) -> Item {
    Item {
        occasion: Occasion {
            at,
            number: Some(look.case.number.clone()),
            topic: Topic::Notice(about),
            unit: None,
            point,
        },
        due: None,
        tell_at: in_duty_window(look.current, at),
        stands: true,
        over: None,
        post: Some(look.roster.on_duty(look.current, at.date())),
        quiet: false,
        overdue: false,
        row: None,
    }
}

/// The moments of the shift after one moment and up to another.
#[must_use]
pub fn of_shift(rules: &Rules, after: Stamp, until: Stamp) -> Vec<Item> {
    let telling = &rules.policy.telling;
    let mut items = Vec::new();
    for day in after.day_number()..=until.day_number() {
        let weekday = Weekday(u8::try_from((day + 3).rem_euclid(7)).unwrap_or(0));
        let weekly = (weekday == telling.bulletin.day).then_some(telling.bulletin.at);
        for (shift, time) in [
            (Shift::Day, Some(rules.policy.time.duty_window.from)),
            (Shift::Bulletin, weekly),
            (Shift::Handover, Some(telling.handover)),
            (Shift::Summary, Some(telling.summary)),
        ] {
            let at = time.map(|time| Stamp::on(day, time));
            if let Some(at) = at.filter(|at| *at > after && *at <= until) {
                items.push(of_day(shift, at));
            }
        }
    }
    items
}

const fn of_day(shift: Shift, at: Stamp) -> Item {
    Item {
        occasion: Occasion {
            at,
            number: None,
            topic: Topic::Shift(shift),
            unit: None,
            point: String::new(),
        },
        due: None,
        tell_at: at,
        stands: true,
        over: None,
        post: None,
        quiet: false,
        overdue: false,
        row: None,
    }
}

//! Reminder points as data (S15): at which moments somebody is to be told about which clock.
//!
//! Called by `show` and `explain`; `agenda` puts them among all that is to be told. Tells nobody itself.

use super::case::Case;
use super::clock::{Clock, End};
use super::ids::{ClockId, Tag, Unit};
use super::policy::{Point, SignPoints};
use super::rules::{Reckoning, Rules};
use super::time::{Span, Stamp};

/// One moment at which somebody is to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Which rule's clock.
    pub id: ClockId,
    /// The unit it binds.
    pub unit: Option<Unit>,
    /// When.
    pub at: Stamp,
    /// Which point of the clock.
    pub point: Point,
}

/// A point with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned<'a> {
    /// The point.
    pub reminder: Reminder,
    /// Its clock.
    pub clock: &'a Clock,
    /// Whether there is something to tell: the clock is neither met nor ended by then, and the point's condition holds.
    pub stands: bool,
}

/// The reminder points of a case, past and future, by time: of every clock that has started, until it was met, voided or
/// ended (S15). Telling may wait for the duty window; the points themselves do not move.
#[must_use]
pub fn reminders(case: &Case, clocks: &[Clock], rules: &Rules, now: Stamp) -> Vec<Reminder> {
    planned(case, clocks, rules)
        .into_iter()
        .filter(|p| p.stands && p.clock.start.is_some_and(|start| start <= now))
        .map(|p| p.reminder)
        .collect()
}

/// Every point of every clock that counts, by time, also those that a clock met early has made needless.
#[must_use]
pub fn planned<'a>(case: &Case, clocks: &'a [Clock], rules: &Rules) -> Vec<Planned<'a>> {
    let mut time = Reckoning::new(rules);
    let mut points = Vec::new();
    for clock in clocks {
        let (Some(start), Some(base), Some(due)) = (clock.start, clock.base, clock.due) else {
            continue;
        };
        // A clock that never counted has no end in time.
        if clock.end == End::Void && clock.over().is_none() {
            continue;
        }
        let of_every = if clock.id.is_window() {
            &[]
        } else {
            rules.policy.reminders.obligation.as_slice()
        };
        for point in own_points(case, clock, base, due, &mut time)
            .iter()
            .chain(of_every)
        {
            let Some(at) = moment(*point, clock.id, start, base, due, &mut time) else {
                continue;
            };
            if at < start {
                continue;
            }
            let over = clock.over().is_some_and(|over| at >= over);
            points.push(Planned {
                reminder: Reminder {
                    id: clock.id,
                    unit: clock.unit.clone(),
                    at,
                    point: *point,
                },
                clock,
                stands: !over && holds(*point, case, clock),
            });
        }
    }
    points.sort_by_key(|p| p.reminder.at);
    points
}

/// The points the policy gives a clock besides those of every obligation.
fn own_points<'a>(
    case: &Case,
    clock: &Clock,
    base: Stamp,
    due: Stamp,
    time: &mut Reckoning<'a>,
) -> &'a [Point] {
    let policy = &time.rules().policy;
    let (points, kind) = (&policy.reminders, case.facts.kind);
    match clock.id {
        ClockId::C1 => by_limit(policy.clocks.C1.limit, &points.C1, base, due, time),
        ClockId::C3 => by_limit(policy.clocks.C3.limit, &points.C3, base, due, time),
        ClockId::C2 => &points.C2,
        ClockId::C2i => &points.C2i,
        ClockId::C4 | ClockId::C5 => &[],
        ClockId::C6 => points.C6.of(kind),
        ClockId::C7 => points.C7.of(kind),
        ClockId::C8 => &points.C8,
        ClockId::C9 => &points.C9,
        ClockId::C10 => &points.C10,
        ClockId::C11 => &points.C11,
        ClockId::C12 => &points.C12,
        ClockId::C13 => &points.C13,
    }
}

/// The points of a sign clock, by which of its two limits runs.
fn by_limit<'a>(
    short: Span,
    points: &'a SignPoints,
    base: Stamp,
    due: Stamp,
    time: &mut Reckoning<'_>,
) -> &'a [Point] {
    if time.plus(base, short) == due {
        &points.short
    } else {
        &points.long
    }
}

/// When a point falls; none when one that lies before the due time by its nature does not.
fn moment(
    point: Point,
    id: ClockId,
    start: Stamp,
    base: Stamp,
    due: Stamp,
    time: &mut Reckoning<'_>,
) -> Option<Stamp> {
    let before = |at: Stamp| (at < due).then_some(at);
    match point {
        Point::Arrival => Some(start),
        Point::Start => Some(base),
        Point::Half => before(base.midway(due)),
        Point::Before(span) => before(time.minus(due, span)),
        Point::DayStart => {
            let starts = &time.rules().policy.reminders.day_start;
            let of_day = if id == ClockId::C13 {
                starts.C13
            } else {
                starts.C6
            };
            before(Stamp::on(due.day_number(), of_day))
        }
        Point::Due => Some(due),
        Point::After(minutes) => Some(due.plus_minutes(minutes)),
    }
}

/// Does the condition of a point hold as things stand?
fn holds(point: Point, case: &Case, clock: &Clock) -> bool {
    match clock.id {
        // "Phone the unit", unless it was phoned (W1).
        ClockId::C3 if point == Point::Half => {
            let stay = case
                .stays
                .iter()
                .find(|s| clock.unit.as_ref() == Some(&s.unit) && s.since.at() == clock.start);
            stay.zip(clock.start).is_none_or(|(stay, start)| {
                let until = stay.left.unwrap_or(Stamp::from_micros(i64::MAX));
                !case.was_reminded(&stay.unit, start, until)
            })
        }
        ClockId::C9 | ClockId::C10 => {
            case.tags.contains(&Tag::AtRisk) || case.turns.first().is_none_or(|t| t.reply.is_none())
        }
        ClockId::C1
        | ClockId::C2
        | ClockId::C2i
        | ClockId::C3
        | ClockId::C4
        | ClockId::C5
        | ClockId::C6
        | ClockId::C7
        | ClockId::C8
        | ClockId::C11
        | ClockId::C12
        | ClockId::C13 => true,
    }
}

//! A month as weeks of days, and where each day stands: the same arithmetic for the view and for the mouse.
//!
//! Used by the boards that show a calendar. Knows no case and no duty.

use chrono::{Datelike as _, Days, Months};

use super::keymap::Action;
use super::layout::Area;
use crate::domain::time::{Date, date_number};

/// Days of a week.
pub const WEEK: usize = 7;
/// A fact may name no day outside these years, so the hand does not go there.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=9000;

/// The weeks that hold the month of a date, Monday first; the days of its neighbours fill the first and the last.
#[must_use]
pub fn weeks(date: Date) -> Vec<[Date; WEEK]> {
    let first = date.with_day(1).unwrap_or(date);
    let monday = days_on(first, -i64::from(first.weekday().num_days_from_monday()));
    (0..6)
        .map(|week| [0, 1, 2, 3, 4, 5, 6].map(|day| days_on(monday, week * 7 + day)))
        .filter(|days| days.iter().any(|day| is_same_month(*day, date)))
        .collect()
}

/// Are the two days of one month?
#[must_use]
pub fn is_same_month(a: Date, b: Date) -> bool {
    (a.year(), a.month()) == (b.year(), b.month())
}

/// The day so many days on, back negative.
fn days_on(date: Date, days: i64) -> Date {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        date.checked_sub_days(by)
    } else {
        date.checked_add_days(by)
    };
    moved.unwrap_or(date)
}

/// The hand moved by a key in the calendar; none when the key does not move it.
#[must_use]
pub fn moved(date: Date, action: Option<Action>, today: Date) -> Option<Date> {
    Some(match action {
        Some(Action::PreviousDay) => step(date, -1),
        Some(Action::NextDay) => step(date, 1),
        Some(Action::Up) => step(date, -7),
        Some(Action::Down) => step(date, 7),
        Some(Action::PageUp) => turn(date, false),
        Some(Action::PageDown) => turn(date, true),
        Some(Action::First) => today,
        Some(_) | None => return None,
    })
}

/// The hand moved by days; it stays where a fact could name no day.
#[must_use]
pub fn step(date: Date, days: i64) -> Date {
    Some(days_on(date, days))
        .filter(|day| YEARS.contains(&day.year()))
        .unwrap_or(date)
}

/// The hand moved by a month, clipped to the month's end.
#[must_use]
pub fn turn(date: Date, on: bool) -> Date {
    let moved = if on {
        date.checked_add_months(Months::new(1))
    } else {
        date.checked_sub_months(Months::new(1))
    };
    moved
        .filter(|day| YEARS.contains(&day.year()))
        .unwrap_or(date)
}

/// The last day of the week (Sunday) and of the month in which a date lies.
#[must_use]
pub fn ends(date: Date) -> (Date, Date) {
    let sunday = 6 - (date_number(date) + 3).rem_euclid(7);
    let next = turn(date.with_day(1).unwrap_or(date), true);
    (days_on(date, sunday), days_on(next, -1))
}

/// Where a calendar stands: the line of the weekdays' names, and below it so many cells down for each week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    /// The whole of it.
    pub area: Area,
    /// Lines of a day: two where there is room.
    pub lines: u16,
}

impl Grid {
    /// The grid of so many weeks in the upper part of a place that keeps `below` lines for something else.
    #[must_use]
    pub fn of(place: Area, weeks: usize, below: u16) -> Self {
        let weeks = u16::try_from(weeks).unwrap_or(6);
        let lines = if place.height > 2 * weeks + below {
            2
        } else {
            1
        };
        let height = (1 + lines * weeks).min(place.height);
        Self {
            area: Area { height, ..place },
            lines,
        }
    }

    const fn width(&self) -> u16 {
        #[allow(clippy::cast_possible_truncation, reason = "seven")]
        let days = WEEK as u16;
        self.area.width / days
    }

    /// The place of a column's name, or of a day's lines.
    #[must_use]
    pub fn cell(&self, week: Option<usize>, day: usize) -> Area {
        let column = u16::try_from(day).unwrap_or(0);
        let (down, height) = week.map_or((0, 1), |week| {
            let week = u16::try_from(week).unwrap_or(0);
            (1 + week * self.lines, self.lines)
        });
        Area {
            x: self.area.x + column * self.width(),
            y: self.area.y + down,
            width: self.width(),
            height: height.min(self.area.height.saturating_sub(down)),
        }
    }

    /// The day at a cell of the screen.
    #[must_use]
    pub fn day_at(&self, weeks: &[[Date; WEEK]], x: u16, y: u16) -> Option<Date> {
        weeks.iter().enumerate().find_map(|(week, days)| {
            days.iter()
                .enumerate()
                .find_map(|(n, day)| self.cell(Some(week), n).holds(x, y).then_some(*day))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_is_the_weeks_that_hold_a_day_of_it() {
        let november = weeks(date("2026-11-23"));
        assert_eq!(november.len(), 6);
        assert_eq!(november[0][0], date("2026-10-26"));
        assert_eq!(november[5][6], date("2026-12-06"));
        // A February that begins on a Monday fills four weeks.
        assert_eq!(weeks(date("2027-02-10")).len(), 4);
    }

    #[test]
    fn the_hand_keeps_to_days_that_there_are() {
        assert_eq!(turn(date("2026-10-31"), true), date("2026-11-30"));
        assert_eq!(turn(date("2026-03-31"), false), date("2026-02-28"));
        assert_eq!(step(date("1970-01-01"), -1), date("1970-01-01"));
        assert_eq!(
            ends(date("2026-11-23")),
            (date("2026-11-29"), date("2026-11-30"))
        );
        assert_eq!(ends(date("2026-11-29")).0, date("2026-11-29"));
    }

    #[test]
    fn a_day_is_found_where_it_is_drawn() {
        let weeks = weeks(date("2026-11-23"));
        let place = Area {
            x: 2,
            y: 2,
            width: 76,
            height: 20,
        };
        let grid = Grid::of(place, weeks.len(), 6);
        assert_eq!(grid.lines, 2);
        for (week, days) in weeks.iter().enumerate() {
            for (n, day) in days.iter().enumerate() {
                let cell = grid.cell(Some(week), n);
                assert_eq!(grid.day_at(&weeks, cell.x, cell.y), Some(*day));
            }
        }
        assert_eq!(grid.day_at(&weeks, 3, 2), None);
    }
}

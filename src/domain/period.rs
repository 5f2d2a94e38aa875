//! The periods of the reports: a day, a week from Monday to Sunday, a calendar month (O1, O3).
//!
//! Read from the command line and named in every report. Called by `oversight`, `day_summary` and those who ask for them.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, IsoWeek, Months, NaiveDate};
use serde::{Serialize, Serializer};

use super::time::{Date, Stamp, TimeOfDay};

/// A stretch of whole days, half-open: from the first midnight to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// One day.
    Day(Date),
    /// The week that begins on this Monday.
    Week(Date),
    /// The month that begins on this first.
    Month(Date),
}

impl Period {
    /// The week that holds a date.
    #[must_use]
    pub fn week_of(date: Date) -> Self {
        let back = u64::from(date.weekday().num_days_from_monday());
        Self::Week(date.checked_sub_days(Days::new(back)).unwrap_or(date))
    }

    /// The month that holds a date.
    #[must_use]
    pub fn month_of(date: Date) -> Self {
        Self::Month(date.with_day(1).unwrap_or(date))
    }

    /// The first day.
    #[must_use]
    pub const fn first_day(self) -> Date {
        match self {
            Self::Day(date) | Self::Week(date) | Self::Month(date) => date,
        }
    }

    /// The day after the last.
    #[must_use]
    pub fn day_after(self) -> Date {
        let end = match self {
            Self::Day(date) => date.succ_opt(),
            Self::Week(monday) => monday.checked_add_days(Days::new(7)),
            Self::Month(first) => first.checked_add_months(Months::new(1)),
        };
        end.unwrap_or(self.first_day())
    }

    /// The last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        self.day_after().pred_opt().unwrap_or(self.first_day())
    }

    /// The first moment inside.
    #[must_use]
    pub fn from(self) -> Stamp {
        Stamp::at(self.first_day(), TimeOfDay::new(0, 0))
    }

    /// The first moment after.
    #[must_use]
    pub fn to(self) -> Stamp {
        Stamp::at(self.day_after(), TimeOfDay::new(0, 0))
    }

    /// Does it hold the moment?
    #[must_use]
    pub fn holds(self, at: Stamp) -> bool {
        self.from() <= at && at < self.to()
    }

    /// The period of the same length after this one.
    #[must_use]
    pub fn after(self) -> Self {
        let next = self.day_after();
        match self {
            Self::Day(_) => Self::Day(next),
            Self::Week(_) => Self::Week(next),
            Self::Month(_) => Self::Month(next),
        }
    }

    /// The period of the same length so many before this one.
    #[must_use]
    pub fn before(self, many: u32) -> Self {
        let days = |days: u64| self.first_day().checked_sub_days(Days::new(days));
        match self {
            Self::Day(date) => Self::Day(days(u64::from(many)).unwrap_or(date)),
            Self::Week(monday) => Self::Week(days(7 * u64::from(many)).unwrap_or(monday)),
            Self::Month(first) => {
                let before = first.checked_sub_months(Months::new(many));
                Self::Month(before.unwrap_or(first))
            }
        }
    }
}

impl fmt::Display for Period {
    /// As the command line takes it: `2026-11-23`, `2026-W48`, `2026-11`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{}", date.format("%Y-%m-%d")),
            Self::Week(monday) => {
                let week: IsoWeek = monday.iso_week();
                write!(f, "{}-W{:02}", week.year(), week.week())
            }
            Self::Month(first) => write!(f, "{}", first.format("%Y-%m")),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

/// A period that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is neither a week nor a month; expected e.g. 2026-W47 or 2026-11")]
pub struct BadPeriod(pub String);

/// The years a period may lie in, as for moments.
const YEARS: std::ops::RangeInclusive<i32> = 1971..=8999;

impl FromStr for Period {
    type Err = BadPeriod;
    /// A week or a month.
    fn from_str(s: &str) -> Result<Self, BadPeriod> {
        let bad = || BadPeriod(s.to_owned());
        let (year, rest) = s.trim().split_once('-').ok_or_else(bad)?;
        let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        let week = rest.strip_prefix(['W', 'w']);
        let part = week.unwrap_or(rest);
        if year.len() != 4 || !(1..=2).contains(&part.len()) || !digits(year) || !digits(part) {
            return Err(bad());
        }
        let year: i32 = year.parse().map_err(|_| bad())?;
        let part: u32 = part.parse().map_err(|_| bad())?;
        let first = match week {
            Some(_) => NaiveDate::from_isoywd_opt(year, part, chrono::Weekday::Mon),
            None => NaiveDate::from_ymd_opt(year, part, 1),
        };
        let first = first
            .filter(|d| YEARS.contains(&d.year()))
            .ok_or_else(bad)?;
        Ok(match week {
            Some(_) => Self::Week(first),
            None => Self::Month(first),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::parse_date;

    fn day(s: &str) -> Date {
        parse_date(s).unwrap()
    }

    #[test]
    fn a_week_runs_from_monday_to_sunday_across_the_new_year() {
        let week = Period::week_of(day("2027-01-01"));
        assert_eq!(week.to_string(), "2026-W53");
        assert_eq!(week.first_day(), day("2026-12-28"));
        assert_eq!(week.last_day(), day("2027-01-03"));
        assert_eq!("2026-W53".parse(), Ok(week));
        assert_eq!(week.before(1).after(), week);
        assert_eq!(week.before(1).to_string(), "2026-W52");
        assert!(week.holds("2027-01-03T23:59:59".parse().unwrap()));
        assert!(!week.holds("2027-01-04T00:00:00".parse().unwrap()));
    }

    #[test]
    fn a_month_ends_where_the_next_begins() {
        let month: Period = "2026-02".parse().unwrap();
        assert_eq!(month.last_day(), day("2026-02-28"));
        assert_eq!(month.before(2), "2025-12".parse().unwrap());
        assert_eq!(month.before(2).after().after(), month);
        assert_eq!(Period::month_of(day("2026-02-17")), month);
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "2026",
            "2026-13",
            "2026-W54",
            "2026-W",
            "26-11",
            "2026-11-23",
            "2026-+1",
        ] {
            assert_eq!(text.parse::<Period>(), Err(BadPeriod(text.to_owned())));
        }
    }
}

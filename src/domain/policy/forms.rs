//! The written forms of the policy's values: intervals, days, reminder points, and lengths of time.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::super::time::{Span, TimeOfDay};

/// Two moments of a day, half-open, written `07:30-22:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// First moment inside.
    pub from: TimeOfDay,
    /// First moment after.
    pub to: TimeOfDay,
}

impl FromStr for Interval {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        let (from, to) = s
            .split_once('-')
            .ok_or_else(|| format!("`{s}` is not an interval; expected HH:MM-HH:MM"))?;
        let (from, to) = (from.trim().parse()?, to.trim().parse()?);
        if from < to {
            Ok(Self { from, to })
        } else {
            Err(format!("`{s}` ends before it begins"))
        }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

/// A day of the year without a year, written `06-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl FromStr for MonthDay {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        let wrong = || format!("`{s}` is not a day of the year; expected MM-DD");
        // A leap year, so that 02-29 is a day.
        let date = chrono::NaiveDate::parse_from_str(&format!("2024-{s}"), "%Y-%m-%d")
            .map_err(|_| wrong())?;
        Ok(Self {
            month: chrono::Datelike::month(&date),
            day: chrono::Datelike::day(&date),
        })
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

/// A day of the week, 0 Monday to 6 Sunday, written `mon` to `sun`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weekday(pub u8);

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl FromStr for Weekday {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        (0u8..)
            .zip(WEEKDAYS)
            .find_map(|(n, name)| (name == s).then_some(Self(n)))
            .ok_or_else(|| {
                format!(
                    "`{s}` is not a day of the week; expected one of: {}",
                    WEEKDAYS.join(" ")
                )
            })
    }
}

impl fmt::Display for Weekday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(WEEKDAYS.get(usize::from(self.0)).unwrap_or(&"?"))
    }
}

/// A moment at which somebody is told, relative to a clock (section "Reminder points").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// The moment of receipt.
    Arrival,
    /// The clock's base.
    Start,
    /// Half way from base to due (W1).
    Half,
    /// So long before due.
    Before(Span),
    /// A given time of day on the due date.
    DayStart,
    /// The due time itself.
    Due,
    /// So many minutes after due.
    After(i64),
}

impl FromStr for Point {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        match s {
            "arrival" => Ok(Self::Arrival),
            "start" => Ok(Self::Start),
            "half" => Ok(Self::Half),
            "day_start" => Ok(Self::DayStart),
            "due" => Ok(Self::Due),
            _ => match (
                s.strip_prefix('-').map(str::parse),
                s.strip_prefix('+').map(str::parse),
            ) {
                (Some(Ok(span @ (Span::Minutes(_) | Span::WorkingDays(_)))), _) => {
                    Ok(Self::Before(span))
                }
                (_, Some(Ok(Span::Minutes(m)))) => Ok(Self::After(m)),
                _ => Err(format!(
                    "`{s}` is not a reminder point; expected arrival, start, half, day_start, due, -5m, -2h, -1d, -1wd or +15m"
                )),
            },
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Arrival => f.write_str("arrival"),
            Self::Start => f.write_str("start"),
            Self::Half => f.write_str("half"),
            Self::Before(span) => write!(f, "-{span}"),
            Self::DayStart => f.write_str("day_start"),
            Self::Due => f.write_str("due"),
            Self::After(m) => write!(f, "+{}", Span::Minutes(*m)),
        }
    }
}

macro_rules! as_text {
    ($($ty:ty),+) => { $(
        impl Serialize for $ty {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.collect_str(self) }
        }
        impl<'de> Deserialize<'de> for $ty {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )+ };
}
as_text!(Span, TimeOfDay, Interval, MonthDay, Weekday, Point);

//! Moments, dates and spans on the one wall clock the office lives by (T1).
//!
//! `Stamp` is a moment with microsecond precision; all of its calendar views are in Asia/Shanghai, a fixed +08:00,
//! whatever zone the machine is in. Nothing here reads the clock. Called by everything.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A calendar date in the office's zone.
pub type Date = NaiveDate;

const MICROS: i64 = 1_000_000;
const ZONE_SECONDS: i64 = 8 * 3600;
const DAY_SECONDS: i64 = 86_400;

/// A moment: microseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp(i64);

impl Stamp {
    /// From whole seconds since the Unix epoch.
    #[must_use]
    pub const fn from_unix(seconds: i64) -> Self {
        Self(seconds.saturating_mul(MICROS))
    }

    /// From microseconds since the Unix epoch (the form the store keeps).
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since the Unix epoch.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Whole seconds since the Unix epoch, rounded down.
    #[must_use]
    pub const fn unix(self) -> i64 {
        self.0.div_euclid(MICROS)
    }

    /// The same moment without its fraction of a second.
    #[must_use]
    pub const fn to_second(self) -> Self {
        Self(self.unix() * MICROS)
    }

    /// The moment at which the office's clocks show `time` on `date`.
    #[must_use]
    pub fn at(date: Date, time: TimeOfDay) -> Self {
        Self::on(date_number(date), time)
    }

    /// The moment at which the office's clocks show `time` on the day of that number.
    #[must_use]
    pub fn on(day_number: i64, time: TimeOfDay) -> Self {
        Self::from_unix(day_number * DAY_SECONDS + i64::from(time.0) - ZONE_SECONDS)
    }

    /// Seconds on the office's wall clock since 1970-01-01 there.
    const fn local_seconds(self) -> i64 {
        self.unix() + ZONE_SECONDS
    }

    /// Days since 1970-01-01 in the office's zone.
    #[must_use]
    pub const fn day_number(self) -> i64 {
        self.local_seconds().div_euclid(DAY_SECONDS)
    }

    /// The date in the office's zone.
    #[must_use]
    pub fn date(self) -> Date {
        date_from_number(self.day_number())
    }

    /// The time of day in the office's zone, rounded down to the second.
    #[must_use]
    pub fn time(self) -> TimeOfDay {
        TimeOfDay(u32::try_from(self.local_seconds().rem_euclid(DAY_SECONDS)).unwrap_or(0))
    }

    /// The same time of day (to the microsecond) on another date.
    #[must_use]
    pub const fn on_day_number(self, day: i64) -> Self {
        Self(self.0 + (day - self.day_number()) * DAY_SECONDS * MICROS)
    }

    /// `self` moved by a number of seconds (negative: earlier).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(MICROS)))
    }

    /// `self` moved by a number of minutes (negative: earlier).
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_seconds(minutes.saturating_mul(60))
    }

    /// Microseconds from `earlier` to `self` (negative when `self` is first).
    #[must_use]
    pub const fn micros_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Seconds from `earlier` to `self`, rounded up: a breach of a fraction of a second is one of a second (T11).
    #[must_use]
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        let d = self.micros_since(earlier);
        d.div_euclid(MICROS) + if d.rem_euclid(MICROS) == 0 { 0 } else { 1 }
    }

    /// The first moment after it: from then on what was due by it is late (T11).
    #[must_use]
    pub const fn just_after(self) -> Self {
        Self(self.0 + 1)
    }

    /// The moment half way to `later`.
    #[must_use]
    pub const fn midway(self, later: Self) -> Self {
        Self(self.0 + (later.0 - self.0) / 2)
    }

    fn local(self) -> Option<NaiveDateTime> {
        DateTime::from_timestamp_micros(self.0.saturating_add(ZONE_SECONDS * MICROS))
            .map(|d| d.naive_utc())
    }
}

impl fmt::Display for Stamp {
    /// RFC 3339 at +08:00; the fraction only where there is one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.local() {
            Some(t) => write!(f, "{}+08:00", t.format("%Y-%m-%dT%H:%M:%S%.f")),
            None => write!(f, "@{}", self.0),
        }
    }
}

/// A time that could not be read. Names the text and the forms that can be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a time; expected e.g. 2026-11-23T09:00, 2026-11-23T09:00:00 or 2026-11-23T09:00:00+08:00"
)]
pub struct BadTime(pub String);

/// The years a moment may lie in; anything else is a slip of the pen and would overflow date arithmetic.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=9000;

impl FromStr for Stamp {
    type Err = BadTime;

    /// RFC 3339, or local date and time (`T` or a space between), read as +08:00.
    fn from_str(s: &str) -> Result<Self, BadTime> {
        let text = s.trim();
        let bad = || BadTime(s.to_owned());
        if let Ok(t) = DateTime::parse_from_rfc3339(text) {
            let t = Self(t.timestamp_micros());
            return if YEARS.contains(&t.date().year()) {
                Ok(t)
            } else {
                Err(bad())
            };
        }
        [
            "%Y-%m-%dT%H:%M:%S%.f",
            "%Y-%m-%dT%H:%M",
            "%Y-%m-%d %H:%M:%S%.f",
            "%Y-%m-%d %H:%M",
        ]
        .iter()
        .find_map(|f| NaiveDateTime::parse_from_str(text, f).ok())
        .filter(|t| YEARS.contains(&t.year()))
        .map(Self::from)
        .ok_or_else(bad)
    }
}

impl From<NaiveDateTime> for Stamp {
    /// Reads a wall-clock reading of the office's zone.
    fn from(t: NaiveDateTime) -> Self {
        Self(t.and_utc().timestamp_micros() - ZONE_SECONDS * MICROS)
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<'de, str>::deserialize(d)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// Days since 1970-01-01.
#[must_use]
pub fn date_number(date: Date) -> i64 {
    i64::from(date.num_days_from_ce()) - 719_163
}

/// The date of a day number; dates outside chrono's range (±262,000 years) are clipped to 1970-01-01.
#[must_use]
pub fn date_from_number(day: i64) -> Date {
    i32::try_from(day + 719_163)
        .ok()
        .and_then(Date::from_num_days_from_ce_opt)
        .unwrap_or_default()
}

/// The same day of the month `months` later, clipped to the month's end (C13).
#[must_use]
pub fn months_after(date: Date, months: u32) -> Date {
    date.checked_add_months(Months::new(months)).unwrap_or(date)
}

/// A date written `2026-11-23`.
///
/// # Errors
/// Names the text when it is no date.
pub fn parse_date(s: &str) -> Result<Date, BadDate> {
    Date::parse_from_str(s.trim(), "%Y-%m-%d")
        .ok()
        .filter(|d| YEARS.contains(&d.year()))
        .ok_or_else(|| BadDate(s.to_owned()))
}

/// A date that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date; expected e.g. 2026-11-23")]
pub struct BadDate(pub String);

/// A time of day: seconds since midnight, 0 to 86,400 (24:00 as the end of an interval).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u32);

impl TimeOfDay {
    /// From hours and minutes; the caller gives a real time of day.
    #[must_use]
    pub const fn new(hours: u32, minutes: u32) -> Self {
        Self(hours * 3600 + minutes * 60)
    }

    /// Seconds since midnight.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        self.0
    }
}

impl FromStr for TimeOfDay {
    type Err = String;
    /// `HH:MM`, up to 24:00.
    fn from_str(s: &str) -> Result<Self, String> {
        if s == "24:00" {
            return Ok(Self(86_400));
        }
        NaiveTime::parse_from_str(s, "%H:%M")
            .map(|t| Self(chrono::Timelike::num_seconds_from_midnight(&t)))
            .map_err(|_| format!("`{s}` is not a time of day; expected HH:MM"))
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 3600, self.0 / 60 % 60)
    }
}

/// A length of time as a rule states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Span {
    /// Minutes on the wall clock (T6), written `10m`, `4h`, or `2d` for days of 24 h (T8).
    Minutes(i64),
    /// Working days at the same time of day (T7), written `1wd`.
    WorkingDays(u32),
    /// Minutes counted inside working time only (T9), written `3wh`.
    WorkingMinutes(i64),
    /// Months to the same day of the month (C13), written `3mo`.
    Months(u32),
}

impl FromStr for Span {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        let bad =
            || format!("`{s}` is not a length of time; expected e.g. 10m, 4h, 2d, 1wd, 3wh, 3mo");
        let digits = s.len() - s.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, unit) = s.split_at(digits);
        let n: u32 = number.parse().map_err(|_| bad())?;
        if n == 0 || n > 10_000 {
            return Err(format!(
                "`{s}` is out of range; expected a number from 1 to 10000 before the unit"
            ));
        }
        match unit {
            "m" => Ok(Self::Minutes(i64::from(n))),
            "h" => Ok(Self::Minutes(i64::from(n) * 60)),
            "d" => Ok(Self::Minutes(i64::from(n) * 1440)),
            "wd" => Ok(Self::WorkingDays(n)),
            "wh" => Ok(Self::WorkingMinutes(i64::from(n) * 60)),
            "mo" => Ok(Self::Months(n)),
            _ => Err(bad()),
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Minutes(m) if m % 1440 == 0 => write!(f, "{}d", m / 1440),
            Self::Minutes(m) if m % 60 == 0 => write!(f, "{}h", m / 60),
            Self::Minutes(m) => write!(f, "{m}m"),
            Self::WorkingDays(d) => write!(f, "{d}wd"),
            Self::WorkingMinutes(m) => write!(f, "{}wh", m / 60),
            Self::Months(m) => write!(f, "{m}mo"),
        }
    }
}

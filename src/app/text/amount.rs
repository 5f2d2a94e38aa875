//! Moments and lengths of time as a person reads them.

use std::fmt::{self, Write as _};

use super::{Texts, say, word};
use crate::domain::calendar::Calendar;
use crate::domain::time::{Date, Stamp, date_number};

const MINUTE: i64 = 60;
const HOUR: i64 = 3600;
const DAY: i64 = 86_400;

impl Texts {
    /// A moment without its year: `11-23 09:03`, with seconds where there are any.
    #[must_use]
    pub fn moment(&self, at: Stamp) -> String {
        use chrono::Datelike as _;
        let (date, seconds) = (at.date(), at.time().seconds());
        let mut text = format!(
            "{:02}-{:02} {:02}:{:02}",
            date.month(),
            date.day(),
            seconds / 3600,
            seconds / 60 % 60
        );
        if seconds % 60 != 0 {
            // Writing to a String cannot fail.
            let _ = write!(text, ":{:02}", seconds % 60);
        }
        text
    }

    /// A moment beside the present one: with its year where that is another.
    #[must_use]
    pub fn dated(&self, at: Stamp, now: Stamp) -> String {
        use chrono::Datelike as _;
        if at.date().year() == now.date().year() {
            self.moment(at)
        } else {
            self.full_moment(at)
        }
    }

    /// A date with its day of the week beside the present one: with its year where that is another.
    #[must_use]
    pub fn day(&self, date: Date, today: Date) -> String {
        use chrono::Datelike as _;
        let form = if date.year() == today.year() {
            "%m-%d"
        } else {
            "%Y-%m-%d"
        };
        format!("{} {}", date.format(form), self.weekday(date))
    }

    /// A moment with its year.
    #[must_use]
    pub fn full_moment(&self, at: Stamp) -> String {
        use chrono::Datelike as _;
        format!("{}-{}", at.date().year(), self.moment(at))
    }

    /// The day of the week of a date.
    #[must_use]
    pub fn weekday(&self, date: Date) -> String {
        match (date_number(date) + 3).rem_euclid(7) {
            0 => say!(self, "weekday-mon"),
            1 => say!(self, "weekday-tue"),
            2 => say!(self, "weekday-wed"),
            3 => say!(self, "weekday-thu"),
            4 => say!(self, "weekday-fri"),
            5 => say!(self, "weekday-sat"),
            _ => say!(self, "weekday-sun"),
        }
    }

    /// Working day, day off or make-up day, and whether a list says so (T2).
    #[must_use]
    pub fn day_kind(&self, calendar: &Calendar, date: Date) -> String {
        let (working, listed) = calendar.is_working(date_number(date));
        let kind = match calendar.entry(date) {
            Some(day) if !day.off => say!(self, "day-make-up"),
            Some(_) => say!(self, "day-off"),
            None if working => say!(self, "day-working"),
            None => say!(self, "day-off"),
        };
        if listed {
            kind
        } else {
            say!(self, "day-unlisted", kind = kind)
        }
    }

    /// A length of time in words, in its two largest units; a negative one as if it were positive.
    #[must_use]
    pub fn span(&self, seconds: i64) -> String {
        let s = seconds.saturating_abs();
        if s >= DAY {
            say!(self, "span-days", days = s / DAY, hours = s % DAY / HOUR)
        } else if s >= HOUR {
            say!(
                self,
                "span-hours",
                hours = s / HOUR,
                minutes = s % HOUR / MINUTE
            )
        } else if s >= MINUTE && s % MINUTE != 0 {
            say!(
                self,
                "span-minutes",
                minutes = s / MINUTE,
                seconds = s % MINUTE
            )
        } else if s >= MINUTE {
            say!(self, "span-whole-minutes", minutes = s / MINUTE)
        } else {
            say!(self, "span-seconds", seconds = s)
        }
    }

    /// A countdown of so many seconds: `06:40`, `1:06:40`, `1天 0时`; without seconds `6分`, `1时06分`.
    #[must_use]
    pub fn countdown(&self, seconds: i64, with_seconds: bool) -> String {
        let s = seconds.max(0);
        if s >= DAY {
            let (days, hours) = (s / DAY, s % DAY / HOUR);
            return figure(format_args!(
                "{days}{} {hours}{}",
                word!(self, "unit-day"),
                word!(self, "unit-hour")
            ));
        }
        let (hours, minutes) = (s / HOUR, s % HOUR / MINUTE);
        match (hours, with_seconds) {
            (0, true) => figure(format_args!("{minutes:02}:{:02}", s % MINUTE)),
            (0, false) => figure(format_args!("{minutes}{}", word!(self, "unit-minute"))),
            (_, true) => figure(format_args!("{hours}:{minutes:02}:{:02}", s % MINUTE)),
            (_, false) => figure(format_args!(
                "{hours}{}{minutes:02}{}",
                word!(self, "unit-hour"),
                word!(self, "unit-minute")
            )),
        }
    }

    /// A countdown in two units without a gap, for where less room is left: `6天23时`, `18时41`.
    #[must_use]
    pub fn compact(&self, seconds: i64) -> String {
        let s = seconds.max(0);
        if s >= DAY {
            figure(format_args!(
                "{}{}{}{}",
                s / DAY,
                word!(self, "unit-day"),
                s % DAY / HOUR,
                word!(self, "unit-hour")
            ))
        } else if s >= HOUR {
            figure(format_args!(
                "{}{}{:02}",
                s / HOUR,
                word!(self, "unit-hour"),
                s % HOUR / MINUTE
            ))
        } else {
            figure(format_args!("{}{}", s / MINUTE, word!(self, "unit-minute")))
        }
    }

    /// A countdown in its largest unit alone, for where little room is left.
    #[must_use]
    pub fn coarse(&self, seconds: i64) -> String {
        let s = seconds.max(0);
        if s >= DAY {
            figure(format_args!("{}{}", s / DAY, word!(self, "unit-day")))
        } else if s >= HOUR {
            figure(format_args!("{}{}", s / HOUR, word!(self, "unit-hour")))
        } else {
            figure(format_args!("{}{}", s / MINUTE, word!(self, "unit-minute")))
        }
    }
}

/// A countdown's text. Those of a frame are many, and all short.
fn figure(figures: fmt::Arguments<'_>) -> String {
    const LONGEST: usize = 24;
    let mut text = String::with_capacity(LONGEST);
    // Writing to a String cannot fail.
    let _ = text.write_fmt(figures);
    text
}

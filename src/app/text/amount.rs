//! Moments and lengths of time as a person reads them.

use super::{Texts, say};
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
            text.push_str(&format!(":{:02}", seconds % 60));
        }
        text
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
}

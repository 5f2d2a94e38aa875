//! Moments and lengths of time as a person reads them.

use self::Part::{Number, TwoDigits, Word};
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
        let mut text = String::with_capacity(FIGURE);
        add(
            &mut text,
            &[
                TwoDigits(date.month().into()),
                Word("-"),
                TwoDigits(date.day().into()),
                Word(" "),
                TwoDigits((seconds / 3600).into()),
                Word(":"),
                TwoDigits((seconds / 60 % 60).into()),
            ],
        );
        if seconds % 60 != 0 {
            add(&mut text, &[Word(":"), TwoDigits((seconds % 60).into())]);
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
        self.length(seconds, Length::Exact { with_seconds })
    }

    /// A countdown in two units without a gap, for where less room is left: `6天23时`, `18时41`.
    #[must_use]
    pub fn compact(&self, seconds: i64) -> String {
        self.length(seconds, Length::Compact)
    }

    /// A countdown in its largest unit alone, for where little room is left.
    #[must_use]
    pub fn coarse(&self, seconds: i64) -> String {
        self.length(seconds, Length::Coarse)
    }

    fn length(&self, seconds: i64, length: Length) -> String {
        let mut text = String::with_capacity(FIGURE);
        self.add_length(&mut text, seconds, length);
        text
    }

    /// Writes a length of time behind a text; a negative one as if it were nothing.
    pub fn add_length(&self, text: &mut String, seconds: i64, length: Length) {
        let s = seconds.max(0);
        let (day, hour, minute) = (
            word!(self, "unit-day"),
            word!(self, "unit-hour"),
            word!(self, "unit-minute"),
        );
        let (days, hours, minutes) = (s / DAY, s / HOUR, s / MINUTE);
        match length {
            Length::Exact { .. } if days > 0 => {
                add(
                    text,
                    &[
                        Number(days),
                        Word(day),
                        Word(" "),
                        Number(hours % 24),
                        Word(hour),
                    ],
                );
            }
            Length::Exact { with_seconds: true } => {
                if hours > 0 {
                    add(text, &[Number(hours), Word(":")]);
                }
                add(
                    text,
                    &[TwoDigits(minutes % 60), Word(":"), TwoDigits(s % 60)],
                );
            }
            Length::Exact { .. } if hours > 0 => {
                add(
                    text,
                    &[
                        Number(hours),
                        Word(hour),
                        TwoDigits(minutes % 60),
                        Word(minute),
                    ],
                );
            }
            Length::Compact if days > 0 => {
                add(
                    text,
                    &[Number(days), Word(day), Number(hours % 24), Word(hour)],
                );
            }
            Length::Compact if hours > 0 => {
                add(text, &[Number(hours), Word(hour), TwoDigits(minutes % 60)]);
            }
            Length::Coarse if days > 0 => add(text, &[Number(days), Word(day)]),
            Length::Coarse if hours > 0 => add(text, &[Number(hours), Word(hour)]),
            Length::Exact { .. } | Length::Compact | Length::Coarse => {
                add(text, &[Number(minutes), Word(minute)]);
            }
        }
    }
}

/// How fully a length of time is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// To the second, to the minute where no seconds are shown, to the hour from a day on.
    Exact {
        /// Are seconds shown?
        with_seconds: bool,
    },
    /// In two units without a gap.
    Compact,
    /// In its largest unit alone.
    Coarse,
}

/// Room for a countdown with what stands around it, or a moment, in bytes.
pub const FIGURE: usize = 32;

/// Writes pieces behind a text.
fn add(text: &mut String, parts: &[Part<'_>]) {
    for part in parts {
        part.add_to(text);
    }
}

/// A piece of a countdown or a moment. Those of a frame are many: formatting them would cost more than all else about them.
enum Part<'a> {
    Word(&'a str),
    Number(i64),
    /// With a zero before it where it has one digit.
    TwoDigits(i64),
}

impl Part<'_> {
    fn add_to(&self, text: &mut String) {
        match *self {
            Word(word) => text.push_str(word),
            Number(n) => text.push_str(itoa::Buffer::new().format(n)),
            TwoDigits(n) => {
                if n < 10 {
                    text.push('0');
                }
                Number(n).add_to(text);
            }
        }
    }
}

//! Working days (T2): which dates are working days, by published lists of days off and make-up working days.
//!
//! A date of a year without a list counts by weekday; `is_working` says so, so that every due time that rests on such a
//! year can name it. Reads its lists from text; where the text comes from is the caller's business.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::text;
use super::time::{Date, date_from_number, date_number, parse_date};

/// One day of a published list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// The date.
    pub date: Date,
    /// The holiday it belongs to.
    pub name: String,
    /// Off, or a make-up working day.
    pub off: bool,
}

/// A list that cannot be read. One line: line number, value, what was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct BadCalendar {
    /// Line of the file, from 1.
    pub line: usize,
    /// The value found and what was expected.
    pub problem: String,
}

/// The days of one file, and the years it speaks for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// The years that have data.
    pub years: BTreeSet<i32>,
    /// Days that differ from the weekday rule, by date.
    pub days: BTreeMap<Date, Day>,
}

impl Listed {
    /// Reads `date,name,kind` with `kind` `off` or `work`. The years spoken for are those with a day outside December and
    /// January: a year's list may hold days of its neighbours there.
    ///
    /// # Errors
    /// Line number, value and what was expected.
    pub fn from_csv(text: &str) -> Result<Self, BadCalendar> {
        let mut listed = Self::default();
        let mut lines = (1..).zip(text.trim_start_matches('\u{feff}').lines());
        match lines.next() {
            Some((_, header)) if header.trim() == "date,name,kind" => {}
            other => {
                let found = other.map_or("", |(_, l)| l.trim());
                return Err(BadCalendar {
                    line: 1,
                    problem: format!("`{found}` found; expected date,name,kind"),
                });
            }
        }
        for (line, row) in lines.filter(|(_, l)| !l.trim().is_empty()) {
            let wrong = |problem: String| BadCalendar { line, problem };
            let fields: Vec<&str> = row.split(',').map(str::trim).collect();
            let [date, name, kind] = fields.as_slice() else {
                return Err(wrong(format!(
                    "`{row}` has {} fields; expected 3: date,name,kind",
                    fields.len()
                )));
            };
            let off = match *kind {
                "off" => true,
                "work" => false,
                other => {
                    return Err(wrong(format!(
                        "kind: `{other}` found; expected off or work"
                    )));
                }
            };
            let date = parse_date(date).map_err(|e| wrong(format!("date: {e}")))?;
            listed
                .add(Day {
                    date,
                    name: (*name).to_owned(),
                    off,
                })
                .map_err(wrong)?;
        }
        listed.years = listed
            .days
            .keys()
            .filter(|d| !matches!(d.month(), 1 | 12))
            .map(Datelike::year)
            .collect();
        if listed.years.is_empty() {
            listed.years = listed.days.keys().map(Datelike::year).collect();
        }
        Ok(listed)
    }

    /// Reads holiday-cn JSON: `{"year":2027,"days":[{"name":"…","date":"2027-01-01","isOffDay":true}]}`.
    ///
    /// # Errors
    /// Line number, value and what was expected.
    pub fn from_holiday_cn(text: &str) -> Result<Self, BadCalendar> {
        #[derive(Deserialize)]
        struct File {
            year: i32,
            days: Vec<Entry>,
        }
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Entry {
            name: String,
            date: String,
            is_off_day: bool,
        }
        let file: File =
            serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|e| BadCalendar {
                line: e.line().max(1),
                problem: e.to_string(),
            })?;
        let mut listed = Self {
            years: BTreeSet::from([file.year]),
            days: BTreeMap::new(),
        };
        for entry in file.days {
            let line = text
                .lines()
                .position(|l| l.contains(&entry.date))
                .map_or(1, |n| n + 1);
            let wrong = |problem: String| BadCalendar { line, problem };
            let date = parse_date(&entry.date).map_err(|e| wrong(format!("date: {e}")))?;
            if (date.year() - file.year).abs() > 1 {
                return Err(wrong(format!(
                    "date: `{date}` found in the list of {}; expected a day of that year",
                    file.year
                )));
            }
            listed
                .add(Day {
                    date,
                    name: entry.name,
                    off: entry.is_off_day,
                })
                .map_err(wrong)?;
        }
        Ok(listed)
    }

    /// Refuses what could do harm where it is shown.
    ///
    /// # Errors
    /// Names the day.
    pub fn check(&self) -> Result<(), String> {
        self.days.values().try_for_each(plain)
    }

    fn add(&mut self, day: Day) -> Result<(), String> {
        plain(&day)?;
        match self.days.get(&day.date) {
            Some(known) if known.off != day.off => Err(format!(
                "date: `{}` stands twice with different kinds",
                day.date
            )),
            _ => {
                self.days.insert(day.date, day);
                Ok(())
            }
        }
    }

    /// Takes in another list. Where both speak of a date, the list that speaks for its year wins, else the newer one.
    pub fn merge(&mut self, newer: Self) {
        for (date, day) in newer.days {
            if newer.years.contains(&date.year()) || !self.years.contains(&date.year()) {
                self.days.insert(date, day);
            }
        }
        self.years.extend(newer.years);
    }
}

fn plain(day: &Day) -> Result<(), String> {
    if text::line(&day.name).altered {
        Err(format!(
            "name: that of {} holds control characters; expected plain text",
            day.date
        ))
    } else {
        Ok(())
    }
}

const OFF: u8 = 0;
const WORKING: u8 = 1;
const UNLISTED: u8 = 2;

/// The calendar in the form questions are asked of.
#[derive(Debug, Clone)]
pub struct Calendar {
    listed: Listed,
    first: i64,
    days: Vec<u8>,
}

impl Calendar {
    /// From the lists taken together.
    #[must_use]
    pub fn new(listed: Listed) -> Self {
        let from = listed
            .days
            .keys()
            .next()
            .map(Datelike::year)
            .into_iter()
            .chain(listed.years.first().copied())
            .min();
        let to = listed
            .days
            .keys()
            .last()
            .map(Datelike::year)
            .into_iter()
            .chain(listed.years.last().copied())
            .max();
        let mut first = 0;
        let mut days = Vec::new();
        if let (Some(from), Some(to)) = (from, to) {
            first = Date::from_ymd_opt(from, 1, 1).map_or(0, date_number);
            let last = Date::from_ymd_opt(to, 12, 31).map_or(-1, date_number);
            for n in first..=last {
                let date = date_from_number(n);
                let working = listed
                    .days
                    .get(&date)
                    .map_or_else(|| is_weekday(n), |d| !d.off);
                let known = listed.years.contains(&date.year()) || listed.days.contains_key(&date);
                days.push(if working { WORKING } else { OFF } | if known { 0 } else { UNLISTED });
            }
        }
        Self {
            listed,
            first,
            days,
        }
    }

    /// The lists it was made from.
    #[must_use]
    pub const fn listed(&self) -> &Listed {
        &self.listed
    }

    /// Is the day a working day, and does a list say so? `(working, listed)`.
    #[must_use]
    pub fn is_working(&self, day_number: i64) -> (bool, bool) {
        let entry = usize::try_from(day_number - self.first)
            .ok()
            .and_then(|i| self.days.get(i))
            .copied();
        entry.map_or_else(
            || (is_weekday(day_number), false),
            |e| (e & WORKING != 0, e & UNLISTED == 0),
        )
    }

    /// The published entry of a date, if it has one.
    #[must_use]
    pub fn entry(&self, date: Date) -> Option<&Day> {
        self.listed.days.get(&date)
    }
}

/// Monday to Friday.
const fn is_weekday(day_number: i64) -> bool {
    // 1970-01-01 was a Thursday.
    (day_number + 3).rem_euclid(7) < 5
}

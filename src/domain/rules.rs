//! A revision: the policy and the calendar together, and the reckoning of time under them (T2-T9).
//!
//! A case keeps the revision it was received under (T10); its name is a hash of the whole. Called by everything that
//! computes a due time. Pure: the texts come from outside.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::Datelike;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::calendar::{BadCalendar, Calendar, Listed};
use super::ids::Revision;
use super::policy::{self, BadPolicy, MonthDay, Oversight, Policy};
use super::time::{Span, Stamp, date_from_number, date_number, months_after};

/// Why a revision cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadRules {
    /// The policy is at fault.
    #[error("policy: {0}")]
    Policy(#[from] BadPolicy),
    /// The calendar is at fault.
    #[error("calendar: {0}")]
    Calendar(#[from] BadCalendar),
    /// A stored revision does not have the shape of one.
    #[error("revision: {0}")]
    Stored(String),
}

/// Policy and calendar in force together.
#[derive(Debug, Clone)]
pub struct Rules {
    /// All numbers and readings.
    pub policy: Policy,
    /// All days off and make-up days.
    pub calendar: Calendar,
    revision: Revision,
    /// Working intervals in seconds of the day for each month and day, so that a question costs no search.
    hours: Vec<u8>,
}

const BUILTIN_YEARS: [&str; 3] = [
    include_str!("../../assets/calendar/2024.csv"),
    include_str!("../../assets/calendar/2025.csv"),
    include_str!("../../assets/calendar/2026.csv"),
];

impl Rules {
    /// A revision of the two.
    #[must_use]
    pub fn new(policy: Policy, listed: Listed) -> Self {
        let calendar = Calendar::new(listed);
        let hours = season_of_each_day(&policy);
        let revision = Revision::from(hash(&content(&policy, calendar.listed())));
        Self {
            policy,
            calendar,
            revision,
            hours,
        }
    }

    /// The built-in calendar: the years published so far.
    ///
    /// # Errors
    /// When the compiled-in files are broken, which a test rules out.
    pub fn builtin_calendar() -> Result<Listed, BadRules> {
        let mut listed = Listed::default();
        for text in BUILTIN_YEARS {
            listed.merge(Listed::from_csv(text)?);
        }
        Ok(listed)
    }

    /// The text of the built-in policy.
    #[must_use]
    pub const fn builtin_policy() -> &'static str {
        policy::BUILTIN
    }

    /// The built-in policy and calendar.
    ///
    /// # Errors
    /// When the compiled-in files are broken, which a test rules out.
    pub fn builtin() -> Result<Self, BadRules> {
        Ok(Self::new(Policy::builtin()?, Self::builtin_calendar()?))
    }

    /// From the form a revision is stored and exported in.
    ///
    /// # Errors
    /// Names what does not fit.
    pub fn from_stored(value: &Value) -> Result<Self, BadRules> {
        let policy = value
            .get("policy")
            .ok_or_else(|| BadRules::Stored("`policy` is missing".to_owned()))?;
        let calendar = value
            .get("calendar")
            .ok_or_else(|| BadRules::Stored("`calendar` is missing".to_owned()))?;
        let listed = Listed::deserialize_from(calendar)
            .map_err(|e| BadRules::Stored(format!("`calendar`: {e}")))?;
        listed
            .check()
            .map_err(|problem| BadRules::Stored(format!("`calendar`: {problem}")))?;
        let rules = Self::new(Policy::from_json(policy)?, listed);
        match value.get("revision").and_then(Value::as_str) {
            Some(named) if named != rules.revision.as_str() => Err(BadRules::Stored(format!(
                "`{named}` is the name, but the content is `{}`; expected a revision as `log export` wrote it",
                rules.revision
            ))),
            _ => Ok(rules),
        }
    }

    /// The form it is stored and exported in: `{"revision":HASH,"policy":…,"calendar":…}`.
    #[must_use]
    pub fn to_stored(&self) -> Value {
        let mut value = content(&self.policy, self.calendar.listed());
        if let Value::Object(map) = &mut value {
            map.insert("revision".to_owned(), self.revision.as_str().into());
        }
        value
    }

    /// The weights and the ladder; those built in where the policy is older than they are (O1-O3).
    ///
    /// # Errors
    /// When the compiled-in policy is broken, which a test rules out.
    pub fn oversight(&self) -> Result<Oversight, BadRules> {
        if let Some(own) = &self.policy.oversight {
            return Ok(own.clone());
        }
        let built_in = Policy::builtin()?.oversight;
        built_in.ok_or_else(|| BadRules::Stored("`policy.oversight` is missing".to_owned()))
    }

    /// Its name.
    #[must_use]
    pub const fn revision(&self) -> &Revision {
        &self.revision
    }

    /// The same policy with the years this calendar lacks and `newer` has; `None` when there are none (T10).
    #[must_use]
    pub fn with_years_of(&self, newer: &Self, wanted: &BTreeSet<i32>) -> Option<Self> {
        let mine = &self.calendar.listed().years;
        let theirs = newer.calendar.listed();
        let years: BTreeSet<i32> = wanted
            .iter()
            .copied()
            .filter(|y| !mine.contains(y) && theirs.years.contains(y))
            .collect();
        if years.is_empty() {
            return None;
        }
        let mut listed = self.calendar.listed().clone();
        let days = theirs
            .days
            .iter()
            .filter(|(d, _)| years.contains(&d.year()))
            .map(|(d, day)| (*d, day.clone()));
        listed.merge(Listed {
            days: days.collect(),
            years,
        });
        Some(Self::new(self.policy.clone(), listed))
    }
}

impl Listed {
    fn deserialize_from(value: &Value) -> Result<Self, serde_json::Error> {
        serde::Deserialize::deserialize(value)
    }
}

fn content(policy: &Policy, listed: &Listed) -> Value {
    json!({ "policy": policy, "calendar": listed })
}

/// Sixteen bytes of SHA-256 over the canonical JSON (keys sorted, as `serde_json`'s map keeps them), in hex.
fn hash(content: &Value) -> String {
    let digest = Sha256::digest(content.to_string().as_bytes());
    digest
        .iter()
        .take(16)
        .fold(String::with_capacity(32), |mut hex, byte| {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}

fn season_of_each_day(policy: &Policy) -> Vec<u8> {
    (0..13 * 32u32)
        .map(|i| MonthDay {
            month: i / 32,
            day: i % 32,
        })
        .map(|day| {
            policy
                .time
                .office_hours
                .iter()
                .position(|s| s.holds(day))
                .unwrap_or(0)
        })
        .map(|season| u8::try_from(season).unwrap_or(0))
        .collect()
}

/// Reckons under a revision and remembers which years without calendar data the answers rest on.
#[derive(Debug)]
pub struct Reckoning<'a> {
    rules: &'a Rules,
    gaps: BTreeSet<i32>,
}

impl<'a> Reckoning<'a> {
    /// A reckoning that has asked nothing yet.
    #[must_use]
    pub const fn new(rules: &'a Rules) -> Self {
        Self {
            rules,
            gaps: BTreeSet::new(),
        }
    }

    /// The revision it reckons under.
    #[must_use]
    pub const fn rules(&self) -> &'a Rules {
        self.rules
    }

    /// The years without calendar data that were asked about, taken out.
    pub fn take_gaps(&mut self) -> BTreeSet<i32> {
        std::mem::take(&mut self.gaps)
    }

    /// Notes that a result rests on these years.
    pub fn add_gaps(&mut self, gaps: BTreeSet<i32>) {
        self.gaps.extend(gaps);
    }

    /// Is the day a working day (T2)?
    pub fn is_working_day(&mut self, day_number: i64) -> bool {
        let (working, listed) = self.rules.calendar.is_working(day_number);
        if !listed {
            self.gaps.insert(date_from_number(day_number).year());
        }
        working
    }

    fn intervals(&self, day_number: i64) -> &'a [super::policy::Interval] {
        let date = date_from_number(day_number);
        let key = usize::try_from(date.month() * 32 + date.day()).unwrap_or(0);
        let season = self.rules.hours.get(key).copied().unwrap_or(0);
        self.rules
            .policy
            .time
            .office_hours
            .get(usize::from(season))
            .map_or(&[], |s| &s.intervals)
    }

    /// Is the moment working time (T3)?
    pub fn is_working_time(&mut self, t: Stamp) -> bool {
        let time = t.time();
        self.is_working_day(t.day_number())
            && self
                .intervals(t.day_number())
                .iter()
                .any(|i| i.from <= time && time < i.to)
    }

    /// The moment a limit counts from, every day (T5).
    #[must_use]
    pub fn counted_from(&self, t: Stamp) -> Stamp {
        let window = self.rules.policy.time.duty_window;
        let (day, time) = (t.day_number(), t.time());
        if time < window.from {
            Stamp::on(day, window.from)
        } else if time < window.to {
            t
        } else {
            Stamp::on(day + 1, window.from)
        }
    }

    /// The moment a limit counts from, on working days (T5).
    pub fn counted_from_workday(&mut self, t: Stamp) -> Stamp {
        let base = self.counted_from(t);
        let mut day = base.day_number();
        if self.is_working_day(day) {
            return base;
        }
        // A calendar without a working day in a year is refused nowhere, so this gives up after one.
        for _ in 0..366 {
            day += 1;
            if self.is_working_day(day) {
                break;
            }
        }
        Stamp::at(
            date_from_number(day),
            self.rules.policy.time.duty_window.from,
        )
    }

    fn step_working_days(&mut self, t: Stamp, n: u32, step: i64) -> Stamp {
        let mut day = t.day_number();
        let mut left = n;
        // Ten years of nothing but days off end the walk.
        let mut patience = 3660;
        while left > 0 && patience > 0 {
            day += step;
            if self.is_working_day(day) {
                left -= 1;
                patience = 3660;
            } else {
                patience -= 1;
            }
        }
        t.on_day_number(day)
    }

    /// `t` plus a limit (T6-T9).
    pub fn plus(&mut self, t: Stamp, span: Span) -> Stamp {
        match span {
            Span::Minutes(m) => t.plus_minutes(m),
            Span::WorkingDays(n) => self.step_working_days(t, n, 1),
            Span::WorkingMinutes(m) => self.plus_working_minutes(t, m),
            Span::Months(n) => t.on_day_number(date_number(months_after(t.date(), n))),
        }
    }

    /// `t` less a lead (T6, T7); the policy allows only minutes and working days there.
    pub fn minus(&mut self, t: Stamp, span: Span) -> Stamp {
        match span {
            Span::Minutes(m) | Span::WorkingMinutes(m) => t.plus_minutes(-m),
            Span::WorkingDays(n) => self.step_working_days(t, n, -1),
            Span::Months(n) => {
                let earlier = t
                    .date()
                    .checked_sub_months(chrono::Months::new(n))
                    .unwrap_or(t.date());
                t.on_day_number(date_number(earlier))
            }
        }
    }

    /// Counts minutes only inside working time (T9); an interval's own end is reached, not passed (S12).
    fn plus_working_minutes(&mut self, t: Stamp, minutes: i64) -> Stamp {
        let mut left = minutes.saturating_mul(60_000_000);
        let mut day = t.day_number();
        let mut at = t;
        for _ in 0..3660 {
            if self.is_working_day(day) {
                for interval in self.intervals(day) {
                    let begin = Stamp::on(day, interval.from).max(at);
                    let room = Stamp::on(day, interval.to).micros_since(begin);
                    if room <= 0 {
                        continue;
                    }
                    if left <= room {
                        return Stamp::from_micros(begin.micros() + left);
                    }
                    left -= room;
                }
            }
            day += 1;
            at = Stamp::on(day, super::time::TimeOfDay::new(0, 0));
        }
        at
    }
}

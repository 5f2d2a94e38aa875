//! The policy: every number and every reading of the rules, as data.
//!
//! Read from TOML (the built-in `assets/policy.toml` or the user's own) or from the JSON a revision is stored as. What is
//! wrong in it is said with the key, the value and what was expected. Called by `rules`; holds no rule itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ids::{ClockId, Community, Kind, Post, Rating, Unit};
use super::time::{Span, TimeOfDay};

/// A policy that cannot be used. One line: key, value, what was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {problem}")]
pub struct BadPolicy {
    /// The key, dotted.
    pub key: String,
    /// The value found and what was expected.
    pub problem: String,
}

fn bad(key: impl Into<String>, problem: impl Into<String>) -> BadPolicy {
    BadPolicy {
        key: key.into(),
        problem: problem.into(),
    }
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

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

/// Office hours of a part of the year (T3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Season {
    /// First day.
    pub from: MonthDay,
    /// Last day; before `from` when the season spans the new year.
    pub to: MonthDay,
    /// The working intervals of a day, in order.
    pub intervals: Vec<Interval>,
}

impl Season {
    /// Does the season hold this day of the year?
    #[must_use]
    pub fn holds(&self, day: MonthDay) -> bool {
        if self.from <= self.to {
            self.from <= day && day <= self.to
        } else {
            day >= self.from || day <= self.to
        }
    }
}

/// Section `[time]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimePolicy {
    /// T4.
    pub duty_window: Interval,
    /// T3; the first season that holds a date counts.
    pub office_hours: Vec<Season>,
}

/// Section `[posts.X]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostPolicy {
    /// D1: the days of the week the post carries.
    pub duty: Vec<Weekday>,
}

/// One of `[[communities]]` (D2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommunityPolicy {
    /// Short name, e.g. `柳河`.
    pub name: Community,
    /// Who is given its cases, e.g. `柳河社区`.
    pub unit: Unit,
    /// The post that dispatches its cases.
    pub post: Post,
    /// The number to phone.
    #[serde(default)]
    pub phone: String,
}

/// One of `[[departments]]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DepartmentPolicy {
    /// Its name.
    pub name: Unit,
    /// The number to phone.
    #[serde(default)]
    pub phone: String,
}

/// A clock with one limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The limit.
    pub limit: Span,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// C1, C3: the limit depends on whether the base is working time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignLimit {
    /// The limit when the base is working time.
    pub limit: Span,
    /// The limit when it is not.
    pub outside_working_time: Span,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// C6.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are the kinds")]
pub struct CloseLimit {
    pub urgent: Span,
    pub waste_sorting: Span,
    pub inspection: Span,
    pub ordinary: Span,
    pub call_up: Span,
    /// How the rule is read.
    pub reading: Bilingual,
    /// Said when the platform's own time counts.
    pub by_platform: Bilingual,
    /// Said when an extension counts (R4).
    pub by_extension: Bilingual,
}

impl CloseLimit {
    /// The limit of a kind.
    #[must_use]
    pub const fn of(&self, kind: Kind) -> Span {
        match kind {
            Kind::Ordinary => self.ordinary,
            Kind::Urgent => self.urgent,
            Kind::WasteSorting => self.waste_sorting,
            Kind::Inspection => self.inspection,
            Kind::CallUp => self.call_up,
        }
    }
}

/// C7: how long before the close time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReplyLead {
    /// Ordinary cases.
    pub ordinary: Span,
    /// Call-up cases.
    pub call_up: Span,
    /// Call-up cases: never later than this after receipt unless extended.
    pub call_up_latest: Span,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// C8: how long before the close time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RereplyLead {
    /// Ordinary cases.
    pub ordinary: Span,
    /// Call-up cases.
    pub call_up: Span,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// C10.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeExtension {
    /// Self-handled kinds.
    pub self_handled: Span,
    /// Call-up cases.
    pub call_up: Span,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// C11.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUpLimit {
    /// The time of day by which it is due.
    pub until: TimeOfDay,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// C13.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookBackLimit {
    /// How long after the ground.
    pub after: Span,
    /// The time of day by which it is due.
    pub until: TimeOfDay,
    /// How the rule is read.
    pub reading: Bilingual,
}

/// Section `[clocks]`, one entry a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, non_snake_case, reason = "the fields are the rule ids")]
pub struct Clocks {
    pub C1: SignLimit,
    pub C2: Limit,
    pub C2i: Limit,
    pub C3: SignLimit,
    pub C4: Limit,
    pub C5: Limit,
    pub C6: CloseLimit,
    pub C7: ReplyLead,
    pub C8: RereplyLead,
    pub C9: Limit,
    pub C10: OfficeExtension,
    pub C11: FollowUpLimit,
    pub C12: Limit,
    pub C13: LookBackLimit,
}

impl Clocks {
    /// How the rule of a clock is read.
    #[must_use]
    pub const fn reading(&self, id: ClockId) -> &Bilingual {
        match id {
            ClockId::C1 => &self.C1.reading,
            ClockId::C2 => &self.C2.reading,
            ClockId::C2i => &self.C2i.reading,
            ClockId::C3 => &self.C3.reading,
            ClockId::C4 => &self.C4.reading,
            ClockId::C5 => &self.C5.reading,
            ClockId::C6 => &self.C6.reading,
            ClockId::C7 => &self.C7.reading,
            ClockId::C8 => &self.C8.reading,
            ClockId::C9 => &self.C9.reading,
            ClockId::C10 => &self.C10.reading,
            ClockId::C11 => &self.C11.reading,
            ClockId::C12 => &self.C12.reading,
            ClockId::C13 => &self.C13.reading,
        }
    }
}

/// Points of a sign clock: with the short limit, with the long one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignPoints {
    /// When the limit of working time runs.
    pub short: Vec<Point>,
    /// When the other runs.
    pub long: Vec<Point>,
}

/// Points that depend on the kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindPoints {
    /// Kinds with limits in hours.
    pub hours: Vec<Point>,
    /// Ordinary cases.
    pub ordinary: Vec<Point>,
    /// Call-up cases.
    pub call_up: Vec<Point>,
}

impl KindPoints {
    /// The points of a kind.
    #[must_use]
    pub fn of(&self, kind: Kind) -> &[Point] {
        match kind {
            Kind::Ordinary => &self.ordinary,
            Kind::CallUp => &self.call_up,
            Kind::Urgent | Kind::WasteSorting | Kind::Inspection => &self.hours,
        }
    }
}

/// The times `day_start` means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, non_snake_case, reason = "the fields are the rule ids")]
pub struct DayStarts {
    pub C6: TimeOfDay,
    pub C13: TimeOfDay,
}

/// Section `[reminders]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, non_snake_case, reason = "the fields are the rule ids")]
pub struct Reminders {
    /// Points of every obligation.
    pub obligation: Vec<Point>,
    pub C1: SignPoints,
    pub C2: Vec<Point>,
    pub C2i: Vec<Point>,
    pub C3: SignPoints,
    pub C6: KindPoints,
    pub C7: KindPoints,
    pub C8: Vec<Point>,
    pub C9: Vec<Point>,
    pub C10: Vec<Point>,
    pub C11: Vec<Point>,
    pub C12: Vec<Point>,
    pub C13: Vec<Point>,
    /// The times `day_start` means.
    pub day_start: DayStarts,
}

/// What a status word of an imported list says had happened, from nothing to everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(
    missing_docs,
    reason = "the variants are the stages of the platform's list"
)]
pub enum Status {
    AwaitingSign,
    AwaitingDispatch,
    Dispatched,
    InProgress,
    AwaitingReview,
    Closed,
}

/// Section `[words]`: what the words of imported lists mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Kinds.
    pub kind: BTreeMap<Kind, Vec<String>>,
    /// Ratings.
    pub rating: BTreeMap<Rating, Vec<String>>,
    /// Status words.
    pub status: BTreeMap<Status, Vec<String>>,
}

impl Words {
    fn find<T: Copy>(map: &BTreeMap<T, Vec<String>>, word: &str) -> Option<T> {
        map.iter()
            .find_map(|(value, words)| words.iter().any(|w| w == word).then_some(*value))
    }

    /// The kind a word means; the identifier itself is understood too.
    #[must_use]
    pub fn kind(&self, word: &str) -> Option<Kind> {
        Self::find(&self.kind, word).or_else(|| word.parse().ok())
    }

    /// The rating a word means.
    #[must_use]
    pub fn rating(&self, word: &str) -> Option<Rating> {
        Self::find(&self.rating, word).or_else(|| word.parse().ok())
    }

    /// The status a word means.
    #[must_use]
    pub fn status(&self, word: &str) -> Option<Status> {
        Self::find(&self.status, word)
    }
}

/// When a countdown counts as close to due, by the size of its limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// Limits under two hours.
    pub minutes: Span,
    /// Limits under a day.
    pub hours: Span,
    /// Longer limits.
    pub days: Span,
}

/// Section `[desk]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    /// A row without a status received longer before the import counts as signed and dispatched already.
    pub unsigned_for: Span,
    /// When a countdown turns amber.
    pub near: Near,
}

/// The whole policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Version of this file's shape.
    pub schema: u32,
    /// T3, T4.
    pub time: TimePolicy,
    /// D1.
    pub posts: BTreeMap<Post, PostPolicy>,
    /// D2, in the order of the screen.
    pub communities: Vec<CommunityPolicy>,
    /// Departments.
    #[serde(default)]
    pub departments: Vec<DepartmentPolicy>,
    /// C1-C13.
    pub clocks: Clocks,
    /// Reminder points.
    pub reminders: Reminders,
    /// Words of imported lists.
    pub words: Words,
    /// The desk itself.
    pub desk: Desk,
}

/// The only shape there is so far.
const SCHEMA: u32 = 1;

impl Policy {
    /// Reads a policy from TOML.
    ///
    /// # Errors
    /// Key, value and what was expected.
    pub fn from_toml(text: &str) -> Result<Self, BadPolicy> {
        let table: toml::Table = toml::from_str(text).map_err(|e: toml::de::Error| {
            let line = e.span().map_or(1, |s| {
                text.get(..s.start)
                    .unwrap_or_default()
                    .matches('\n')
                    .count()
                    + 1
            });
            bad(
                format!("line {line}"),
                e.message().lines().collect::<Vec<_>>().join("; "),
            )
        })?;
        let policy: Self = serde_path_to_error::deserialize(table).map_err(|e| {
            let key = e.path().to_string();
            bad(
                key,
                e.into_inner()
                    .message()
                    .lines()
                    .collect::<Vec<_>>()
                    .join("; "),
            )
        })?;
        policy.check()?;
        Ok(policy)
    }

    /// Reads a policy from the JSON a revision is stored as.
    ///
    /// # Errors
    /// Key, value and what was expected.
    pub fn from_json(value: &serde_json::Value) -> Result<Self, BadPolicy> {
        let policy: Self = serde_path_to_error::deserialize(value)
            .map_err(|e| bad(e.path().to_string(), e.inner().to_string()))?;
        policy.check()?;
        Ok(policy)
    }

    /// The community of that short name, or of that unit's name.
    #[must_use]
    pub fn community(&self, name: &str) -> Option<&CommunityPolicy> {
        self.communities
            .iter()
            .find(|c| c.name.as_str() == name || c.unit.as_str() == name)
    }

    /// The unit of that name; a community's short name names its unit too.
    #[must_use]
    pub fn unit(&self, name: &str) -> Option<&Unit> {
        self.community(name).map(|c| &c.unit).or_else(|| {
            self.departments
                .iter()
                .map(|d| &d.name)
                .find(|d| d.as_str() == name)
        })
    }

    /// Every unit: communities in screen order, then departments.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.communities
            .iter()
            .map(|c| &c.unit)
            .chain(self.departments.iter().map(|d| &d.name))
    }

    /// The number to phone for a unit, empty when none is known.
    #[must_use]
    pub fn phone(&self, unit: &Unit) -> &str {
        let communities = self.communities.iter().map(|c| (&c.unit, c.phone.as_str()));
        let departments = self.departments.iter().map(|d| (&d.name, d.phone.as_str()));
        communities
            .chain(departments)
            .find_map(|(u, phone)| (u == unit).then_some(phone))
            .unwrap_or("")
    }

    fn check(&self) -> Result<(), BadPolicy> {
        if self.schema != SCHEMA {
            return Err(bad(
                "schema",
                format!("{} found; expected {SCHEMA}", self.schema),
            ));
        }
        self.check_hours()?;
        self.check_duty()?;
        self.check_units()?;
        self.check_spans()?;
        self.check_words()
    }

    fn check_hours(&self) -> Result<(), BadPolicy> {
        for (i, season) in self.time.office_hours.iter().enumerate() {
            for pair in season.intervals.windows(2) {
                if let [a, b] = pair
                    && a.to > b.from
                {
                    return Err(bad(
                        format!("time.office_hours[{i}].intervals"),
                        format!(
                            "`{b}` begins before `{a}` ends; expected intervals in order, without overlap"
                        ),
                    ));
                }
            }
            if season.intervals.is_empty() {
                return Err(bad(
                    format!("time.office_hours[{i}].intervals"),
                    "empty; expected at least one interval",
                ));
            }
        }
        let mut date = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
        for _ in 0..366 {
            let day = MonthDay {
                month: chrono::Datelike::month(&date),
                day: chrono::Datelike::day(&date),
            };
            if !self.time.office_hours.iter().any(|s| s.holds(day)) {
                return Err(bad(
                    "time.office_hours",
                    format!("{day} lies in no season; expected every day of the year in one"),
                ));
            }
            date = date.succ_opt().unwrap_or(date);
        }
        Ok(())
    }

    fn check_duty(&self) -> Result<(), BadPolicy> {
        for day in (0..7).map(Weekday) {
            let carriers = self
                .posts
                .values()
                .filter(|p| p.duty.contains(&day))
                .count();
            if carriers != 1 {
                return Err(bad(
                    "posts",
                    format!("`{day}` is carried by {carriers} posts; expected exactly one (D1)"),
                ));
            }
        }
        Ok(())
    }

    fn check_units(&self) -> Result<(), BadPolicy> {
        if self.communities.is_empty() {
            return Err(bad("communities", "empty; expected at least one (D2)"));
        }
        let communities = self
            .communities
            .iter()
            .map(|c| ("communities", c.name.as_str(), &c.unit));
        let departments = self
            .departments
            .iter()
            .map(|d| ("departments", d.name.as_str(), &d.name));
        let mut seen = BTreeSet::new();
        for (key, name, unit) in communities.chain(departments) {
            if name.trim().is_empty() || unit.as_str().trim().is_empty() {
                return Err(bad(
                    key,
                    "an empty name; expected the name of a community or department",
                ));
            }
            let fresh = seen.insert(name) & (name == unit.as_str() || seen.insert(unit.as_str()));
            if !fresh {
                return Err(bad(
                    key,
                    format!("`{name}` stands twice; expected every name once"),
                ));
            }
        }
        Ok(())
    }

    fn check_spans(&self) -> Result<(), BadPolicy> {
        let c = &self.clocks;
        for (key, span) in [
            ("clocks.C7.ordinary", c.C7.ordinary),
            ("clocks.C7.call_up", c.C7.call_up),
            ("clocks.C8.ordinary", c.C8.ordinary),
            ("clocks.C8.call_up", c.C8.call_up),
            ("desk.unsigned_for", self.desk.unsigned_for),
            ("desk.near.minutes", self.desk.near.minutes),
            ("desk.near.hours", self.desk.near.hours),
            ("desk.near.days", self.desk.near.days),
        ] {
            if !matches!(span, Span::Minutes(_) | Span::WorkingDays(_)) {
                return Err(bad(
                    key,
                    format!(
                        "`{span}` found; expected minutes, hours, days or working days, e.g. 30m or 1wd"
                    ),
                ));
            }
        }
        Ok(())
    }

    fn check_words(&self) -> Result<(), BadPolicy> {
        let lists = [
            (
                "words.kind",
                self.words.kind.values().flatten().collect::<Vec<_>>(),
            ),
            (
                "words.rating",
                self.words.rating.values().flatten().collect(),
            ),
            (
                "words.status",
                self.words.status.values().flatten().collect(),
            ),
        ];
        for (key, words) in lists {
            let mut seen = BTreeSet::new();
            if let Some(word) = words.into_iter().find(|w| !seen.insert(w.as_str())) {
                return Err(bad(
                    key,
                    format!("`{word}` stands twice; expected every word once"),
                ));
            }
        }
        Ok(())
    }
}

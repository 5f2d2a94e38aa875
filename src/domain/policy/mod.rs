//! The policy: every number and every reading of the rules, as data.
//!
//! Read from TOML (the built-in `assets/policy.toml` or the user's own) or from the JSON a revision is stored as. What is
//! wrong in it is said with the key, the value and what was expected. Called by `rules`; holds no rule itself.

mod check;
mod clocks;
mod forms;
mod oversight;
mod pasted;
mod suggest;
mod telling;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::{Community, Kind, Post, Rating, Unit};
use super::time::Span;

pub use clocks::{
    Clocks, CloseLimit, DayStarts, FollowUpLimit, KindPoints, Limit, LookBackLimit,
    OfficeExtension, Reminders, ReplyLead, RereplyLead, SignLimit, SignPoints,
};
pub use forms::{Interval, MonthDay, Point, Weekday};
pub use oversight::{Oversight, Rung, Step, Weights};
pub use pasted::{Part, Pasted, Pattern};
pub use suggest::{RepeatPolicy, ReportPolicy, SuggestPolicy};
pub use telling::{ReviewNotice, Telling, Weekly};

/// The text of the policy compiled in.
pub const BUILTIN: &str = include_str!("../../../assets/policy.toml");

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

/// Section `[privacy]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Privacy {
    /// A citizen's name and number are shown on purpose for so many seconds.
    pub shown_seconds: u32,
    /// A case that was closed so many days ago may be anonymised.
    pub anonymise_after_days: u32,
}

impl Privacy {
    /// What holds under a policy that says nothing of it. A revision is named by its content, so none is added to it.
    const UNSAID: Self = Self {
        shown_seconds: 30,
        anonymise_after_days: 365,
    };
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
    /// How they are told.
    pub telling: Telling,
    /// What is suggested; left out of what a revision is named by where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggest: Option<SuggestPolicy>,
    /// Words of imported lists.
    pub words: Words,
    /// The desk itself.
    pub desk: Desk,
    /// How pasted texts are read; none in a policy from before there was such a section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pasted: Option<Pasted>,
    /// Citizens' names and numbers; none in a policy from before there was such a section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub privacy: Option<Privacy>,
    /// Ranking and ladder; none in a policy that was stored before they were there, and left out of its name then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oversight: Option<Oversight>,
}

/// The only shape there is so far.
const SCHEMA: u32 = 1;

impl Policy {
    /// The policy compiled in. What is checked of anybody else's is checked of it by a test, and not at every start.
    ///
    /// # Errors
    /// When the compiled-in file is broken, which that test rules out.
    pub fn builtin() -> Result<Self, BadPolicy> {
        Self::shaped(BUILTIN)
    }

    /// Reads a policy from TOML.
    ///
    /// # Errors
    /// Key, value and what was expected.
    pub fn from_toml(text: &str) -> Result<Self, BadPolicy> {
        let policy = Self::shaped(text)?;
        policy.check()?;
        Ok(policy)
    }

    fn shaped(text: &str) -> Result<Self, BadPolicy> {
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
        // First, so that the file of another version is not told to be wrong.
        if let Some(schema) = table.get("schema")
            && schema.as_integer() != Some(i64::from(SCHEMA))
        {
            return Err(bad("schema", format!("{schema} found; expected {SCHEMA}")));
        }
        serde_path_to_error::deserialize(table).map_err(|e| {
            let key = match e.path().to_string() {
                root if root == "." => "policy".to_owned(),
                key => key,
            };
            bad(
                key,
                e.into_inner()
                    .message()
                    .lines()
                    .collect::<Vec<_>>()
                    .join("; "),
            )
        })
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

    /// How citizens' names and numbers are kept from view.
    #[must_use]
    pub fn privacy(&self) -> Privacy {
        self.privacy.unwrap_or(Privacy::UNSAID)
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_compiled_in_stands_what_is_checked_of_any_other() {
        let checked = Policy::from_toml(BUILTIN).unwrap();
        assert_eq!(checked, Policy::builtin().unwrap());
    }
}

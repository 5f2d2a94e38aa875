//! Section `[pasted]`: how a text message or a page of the platform is read, and the words by which a kind and a community
//! are guessed.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use super::super::ids::{Community, Kind};
use super::{BadPolicy, bad};

/// The largest pattern, compiled, in bytes: a policy from elsewhere must not take the memory.
const MOST_COMPILED: usize = 1 << 20;

/// What a pattern can find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are those of the facts")]
pub enum Part {
    Number,
    Kind,
    Community,
    Title,
    Received,
    CloseDue,
    Address,
    Body,
    Reporter,
    Phone,
}

impl Part {
    /// Every part, in the order of the form.
    pub const ALL: &'static [Self] = &[
        Self::Number,
        Self::Kind,
        Self::Community,
        Self::Title,
        Self::Received,
        Self::CloseDue,
        Self::Address,
        Self::Body,
        Self::Reporter,
        Self::Phone,
    ];

    /// The name of the group in a pattern.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Kind => "kind",
            Self::Community => "community",
            Self::Title => "title",
            Self::Received => "received",
            Self::CloseDue => "close_due",
            Self::Address => "address",
            Self::Body => "body",
            Self::Reporter => "reporter",
            Self::Phone => "phone",
        }
    }
}

/// Section `[pasted]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pasted {
    /// The patterns, in order: what an earlier one finds, a later one does not change.
    #[serde(default)]
    pub patterns: Vec<Pattern>,
    /// Words from which a kind is guessed, where no pattern found one.
    #[serde(default)]
    pub kind_words: BTreeMap<Kind, Vec<String>>,
    /// Streets and places from which a community is guessed, beside the communities' own names.
    #[serde(default)]
    pub places: BTreeMap<Community, Vec<String>>,
}

/// A pattern with named groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// What it is called where it is tried out.
    pub name: String,
    /// The regular expression; its named groups are the parts.
    pub find: String,
    #[serde(skip)]
    compiled: Compiled,
}

/// The expression ready to search, once somebody has searched with it: compiling takes longer than many a search.
#[derive(Debug, Clone, Default)]
struct Compiled(OnceLock<Regex>);

impl PartialEq for Compiled {
    /// It follows from the expression.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Compiled {}

impl Pattern {
    /// Ready to search. The engine takes time in proportion to the text, whatever the pattern.
    ///
    /// # Errors
    /// What is wrong with the expression.
    pub fn compile(&self) -> Result<&Regex, String> {
        if let Some(compiled) = self.compiled.0.get() {
            return Ok(compiled);
        }
        let built = RegexBuilder::new(&self.find)
            .multi_line(true)
            .size_limit(MOST_COMPILED)
            .build()
            .map_err(|e| {
                // The engine draws a picture of several lines; its last line says what is wrong.
                let said = e.to_string();
                said.lines().last().unwrap_or_default().trim().to_owned()
            })?;
        Ok(self.compiled.0.get_or_init(|| built))
    }
}

impl Pasted {
    /// # Errors
    /// The pattern that is wrong, or a place of a community that is none.
    pub(super) fn check(&self, communities: &[Community]) -> Result<(), BadPolicy> {
        for (i, pattern) in self.patterns.iter().enumerate() {
            let key = format!("pasted.patterns[{i}].find");
            let compiled = pattern.compile().map_err(|e| bad(key.as_str(), e))?;
            let mut groups = compiled.capture_names().flatten().peekable();
            let known: Vec<&str> = Part::ALL.iter().map(|p| p.as_str()).collect();
            if groups.peek().is_none() {
                let problem = format!("no named group; expected one of {}", known.join(" "));
                return Err(bad(key, problem));
            }
            if let Some(group) = groups.find(|g| !known.contains(g)) {
                let problem = format!("group `{group}` found; expected {}", known.join(" "));
                return Err(bad(key, problem));
            }
        }
        match self.places.keys().find(|c| !communities.contains(c)) {
            Some(stranger) => Err(bad(
                format!("pasted.places.{}", stranger.as_str()),
                "no such community; expected one of `communities`",
            )),
            None => Ok(()),
        }
    }
}

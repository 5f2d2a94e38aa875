//! Section `[suggest]`: words and thresholds of what the desk suggests (R7, R8).

use serde::{Deserialize, Serialize};

/// Section `[suggest]`. A revision from before there was one suggests nothing that rests on a number or a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuggestPolicy {
    /// R7.
    pub repeat: RepeatPolicy,
    /// R8 (c): words in subject or text.
    pub sensitive: Vec<String>,
    /// R8 (a), (b).
    pub report: ReportPolicy,
}

/// When a case looks like a repeat (R7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepeatPolicy {
    /// How many days back earlier cases are looked at.
    pub days: u32,
    /// From how many percent of likeness on texts are near-identical.
    pub text: u8,
    /// From how many percent on addresses are.
    pub place: u8,
    /// How alike the texts must be besides, in percent, for a near-identical address to count; 0: it counts alone.
    pub text_at_place: u8,
}

/// How many it takes to tell the principal (R8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportPolicy {
    /// (a) Transfers.
    pub transfers: u32,
    /// (b) Complaints in the same matter.
    pub complaints: usize,
    /// (b) Bad ratings in the same matter.
    pub bad_ratings: usize,
}

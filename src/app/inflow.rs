//! What came in by the inbox folder, as data: one entry a file.
//!
//! Made by `runtime::inbox`; put into words by `text`, shown by the status line and by `zhiban inbox`.

use crate::domain::arrival::Tally;
use crate::domain::clash::Clash;
use crate::domain::ids::Number;

/// A file of the inbox that was dealt with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameIn {
    /// Its name.
    pub file: String,
    /// What became of it.
    pub became: Became,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    /// A list of cases.
    List {
        /// What its rows came to.
        tally: Tally,
        /// Rows that could not go in.
        skipped: usize,
        /// Where those stand, to be mended.
        mend: Option<String>,
    },
    /// Another desk's log.
    Log {
        /// Facts that were not known.
        new: usize,
        /// Facts that were known.
        known: usize,
        /// What both desks did to a case.
        clashes: Vec<(Number, Clash)>,
    },
    /// Nothing: it is no list and no log, or a damaged one. It was put aside.
    Unusable {
        /// Why, in one line.
        problem: String,
    },
}

impl CameIn {
    /// What both desks did to a case.
    #[must_use]
    pub fn clashes(&self) -> &[(Number, Clash)] {
        match &self.became {
            Became::Log { clashes, .. } => clashes,
            Became::List { .. } | Became::Unusable { .. } => &[],
        }
    }

    /// Has somebody to look after it?
    #[must_use]
    pub const fn needs_care(&self) -> bool {
        match &self.became {
            Became::List { skipped, .. } => *skipped > 0,
            Became::Log { .. } => false,
            Became::Unusable { .. } => true,
        }
    }
}

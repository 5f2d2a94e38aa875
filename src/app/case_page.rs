//! All that is known of the case in hand, folded once when its facts arrive.
//!
//! Used by `update` (what an undo would take back, whom to phone) and drawn by `view`.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::msg::{CaseFile, Entry};
use crate::domain::case::Case;
use crate::domain::clash::{self, Clash};
use crate::domain::clock::Clock;
use crate::domain::event::{Event, Fact, Logged, Received};
use crate::domain::history;
use crate::domain::ids::{Actor, FactId, Number};
use crate::domain::reckon;
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::suggest::{self, Linked};
use crate::domain::time::Stamp;
use crate::domain::verdict::{self, Breach, Evidence};

/// A case in full.
#[derive(Debug, Clone)]
pub struct CasePage {
    /// Which case.
    pub number: Number,
    /// The version of its stream at which it was read.
    pub version: u64,
    /// What its facts add up to.
    pub case: Case,
    /// Its clocks.
    pub clocks: Vec<Clock>,
    /// Years without calendar data that a due time rests on (T2).
    pub gaps: BTreeSet<i32>,
    /// Its facts in the order they were keyed.
    pub facts: Vec<Logged>,
    /// What another desk did to it besides, before either knew of the other.
    pub clashes: Vec<Clash>,
    /// The facts that were taken back.
    pub undone: BTreeSet<FactId>,
    /// The revision it goes by.
    pub rules: Arc<Rules>,
    /// The desk that keys here.
    pub desk: String,
    masked: Told,
}

/// What a page tells in the words of others: as they are, or with the citizen masked.
#[derive(Debug, Clone)]
pub struct Told {
    /// What was received, as amended.
    pub about: Received,
    /// The facts in the order they were keyed.
    pub facts: Vec<Logged>,
    /// The other cases of its matter (R10), their citizens masked.
    pub linked: Vec<Linked>,
}

impl Told {
    fn masked(case: &Case, facts: &[Logged], linked: &[Linked]) -> Self {
        let mask = suggest::mask(case, linked);
        let facts = facts.iter().map(|l| Logged {
            fact: mask.fact(&l.fact),
            ..l.clone()
        });
        Self {
            about: mask.received(&case.facts),
            facts: facts.collect(),
            linked: linked.iter().map(|l| l.masked(&mask)).collect(),
        }
    }
}

impl CasePage {
    /// From its facts, as known at `now` (at their latest, when the clock stands before them); none without a receipt.
    #[must_use]
    pub fn new(file: CaseFile, version: u64, roster: &Roster, now: Stamp) -> Option<Self> {
        let facts = || file.facts.iter().map(|f| &f.fact);
        let latest = facts().map(|f| f.at).max()?;
        let case = Case::fold(facts(), now).or_else(|| Case::fold(facts(), latest))?;
        let reckon::Clocks { list, gaps } = reckon::clocks(&case, &file.rules, roster);
        let known = history::known(facts(), now);
        let undone = history::undone(&known);
        Some(Self {
            number: file.number,
            version,
            masked: Told::masked(&case, &file.facts, &file.linked),
            case,
            clocks: list,
            gaps,
            undone,
            clashes: clash::clashes(&file.facts),
            facts: file.facts,
            rules: file.rules,
            desk: file.desk,
        })
    }

    /// Is it the page of this case as it stands in the queue?
    #[must_use]
    pub fn is_of(&self, entry: &Entry) -> bool {
        self.number == entry.row.number && self.version == entry.version
    }

    /// What may be shown, exported or told of the case: the citizen is masked unless that is done openly, on purpose.
    #[must_use]
    pub fn told(&self, openly: bool) -> Cow<'_, Told> {
        if openly {
            Cow::Owned(Told {
                about: self.case.facts.clone(),
                facts: self.facts.clone(),
                // Shown on purpose is the case in hand and no other.
                linked: self.masked.linked.clone(),
            })
        } else {
            Cow::Borrowed(&self.masked)
        }
    }

    /// Is the fact taken back?
    #[must_use]
    pub fn is_undone(&self, fact: &Fact) -> bool {
        fact.id.as_ref().is_some_and(|id| self.undone.contains(id))
    }

    /// The fact that an undo takes back: the last one a person keyed that still stands, never the receipt.
    #[must_use]
    pub fn last_keyed(&self, at: Stamp) -> Option<&Fact> {
        self.facts.iter().map(|l| &l.fact).rfind(|f| {
            f.at <= at
                && !matches!(f.event, Event::Undone(_) | Event::Received(_))
                && f.by != Actor::System
                && f.id.is_some()
                && !self.is_undone(f)
        })
    }

    /// The breaches at a moment.
    #[must_use]
    pub fn breaches(&self, roster: &Roster, now: Stamp) -> Vec<Breach> {
        let standing = history::standing(self.facts.iter().map(|f| &f.fact), now);
        let evidence = Evidence {
            standing: &standing,
            case: &self.case,
            roster,
        };
        verdict::breaches(evidence, &self.clocks, now)
    }
}

//! What a [`super::Store`] remembers between two questions: revisions it has read, and the roster while it stands.
//!
//! Everything in here can be read from the store again; nothing in here is newer than the store.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, params};

use super::error::Failure;
use super::events::{self, ROSTER};
use super::projection::{END, bare};
use crate::domain::event::Fact;
use crate::domain::ids::Revision;
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;

/// The roster's facts as keyed, and what they add up to.
#[derive(Debug, Default)]
pub(super) struct KnownRoster {
    /// How many facts there were when it was read.
    version: u64,
    /// The facts in the order they were keyed.
    pub facts: Vec<Fact>,
    /// The roster they make.
    pub folded: Roster,
}

impl KnownRoster {
    fn read(conn: &Connection) -> Result<Self, Failure> {
        let facts = bare(events::of_stream(conn, ROSTER)?);
        Ok(Self {
            version: facts.len() as u64,
            folded: Roster::fold(&facts, END),
            facts,
        })
    }
}

/// The memory of a store.
#[derive(Debug)]
pub(super) struct Known {
    /// The rules in force.
    pub current: Arc<Rules>,
    revisions: HashMap<Revision, Arc<Rules>>,
    /// None while nobody asked for it since it changed.
    roster: Option<KnownRoster>,
    current_is_kept: bool,
}

impl Known {
    pub(super) fn new(current: Rules) -> Self {
        Self {
            current: Arc::new(current),
            revisions: HashMap::new(),
            roster: None,
            current_is_kept: false,
        }
    }

    /// The rules of a revision; for none, those in force.
    pub(super) fn rules(
        &mut self,
        conn: &Connection,
        revision: Option<&Revision>,
    ) -> Result<Arc<Rules>, Failure> {
        let Some(revision) = revision.filter(|r| *r != self.current.revision()) else {
            return Ok(Arc::clone(&self.current));
        };
        if let Some(rules) = self.revisions.get(revision) {
            return Ok(Arc::clone(rules));
        }
        let stored: Option<String> = conn
            .prepare_cached("SELECT content FROM revisions WHERE revision = ?1")?
            .query_row([revision.as_str()], |r| r.get(0))
            .optional()?;
        let stored = stored.ok_or_else(|| Failure::UnknownRevision(revision.to_string()))?;
        let stored = serde_json::from_str(&stored)
            .map_err(|e| Failure::Corrupt(format!("revision {revision}: {e}")))?;
        let rules = Arc::new(Rules::from_stored(&stored)?);
        self.revisions.insert(revision.clone(), Arc::clone(&rules));
        Ok(rules)
    }

    /// To be called at the start of a transaction: another process may have written to the roster.
    pub(super) fn look_again(&mut self, conn: &Connection) -> Result<(), Failure> {
        if let Some(known) = &self.roster
            && known.version != events::version(conn, ROSTER)?
        {
            self.roster = None;
        }
        Ok(())
    }

    /// To be called when the roster gets a fact.
    pub(super) fn forget_roster(&mut self) {
        self.roster = None;
    }

    /// The roster as it stands in the store.
    pub(super) fn roster(&mut self, conn: &Connection) -> Result<&KnownRoster, Failure> {
        let roster = match self.roster.take() {
            Some(known) => known,
            None => KnownRoster::read(conn)?,
        };
        Ok(self.roster.insert(roster))
    }

    /// Stores the revision in force if it is not there yet.
    pub(super) fn keep_current(&mut self, conn: &Connection) -> Result<(), Failure> {
        if !self.current_is_kept {
            keep_revision(conn, &self.current)?;
            self.current_is_kept = true;
        }
        Ok(())
    }

    /// Forgets everything that was read: a transaction was taken back, or the store replaced.
    pub(super) fn forget(&mut self) {
        self.revisions.clear();
        self.roster = None;
        self.current_is_kept = false;
    }
}

/// Stores a revision that is not there yet; says whether it was new.
pub(super) fn keep_revision(conn: &Connection, rules: &Rules) -> Result<bool, Failure> {
    let there = conn
        .prepare_cached("SELECT 1 FROM revisions WHERE revision = ?1")?
        .exists([rules.revision().as_str()])?;
    if !there {
        conn.prepare_cached("INSERT INTO revisions VALUES (?1, ?2)")?
            .execute(params![
                rules.revision().as_str(),
                rules.to_stored().to_string()
            ])?;
    }
    Ok(!there)
}

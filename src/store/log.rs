//! The log as JSON lines: the revisions, then every fact. What is read back gives the same cases and due times.
//!
//! Called by `zhiban log export` and `zhiban log import` through [`Store`].

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, Read as _, Write};

use rusqlite::Connection;
use serde_json::Value;

use super::erase::Silence;
use super::error::{Failure, StoreError};
use super::events::{self, ROSTER};
use super::known::keep_revision;
use super::writer::{Writing, days_of};
use super::{Store, named, projection};
use crate::domain::clash::{self, Clash};
use crate::domain::codec::{self, logged_from_line, logged_to_map};
use crate::domain::event::{Event, Fact, Logged};
use crate::domain::ids::{Actor, FactId, Number, Revision};
use crate::domain::rules::Rules;
use crate::domain::text;
use crate::domain::time::Stamp;

/// The longest line of a log in bytes: a policy and its calendar take some ten thousand, a fact a few hundred.
const MOST_LINE: u64 = 4 << 20;

/// What a log import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogImported {
    /// Facts that were not known before.
    pub new: usize,
    /// Facts that were known already.
    pub known: usize,
    /// Revisions that were not known before.
    pub revisions: usize,
    /// Facts, known or not, that something was taken out of which could have done harm on a terminal.
    pub cleaned: usize,
    /// What this desk and another did to a case without knowing of each other, as far as the new facts show it.
    pub clashes: Vec<(Number, Clash)>,
}

/// How much of the log can still be read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Readable {
    /// Facts that an export gives before it fails, if it does.
    pub facts: usize,
    /// Whether those are all.
    pub whole: bool,
}

/// Why a log was not imported. Nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// A line is at fault (exit code 2).
    #[error("line {line}: {problem}")]
    Line {
        /// Line number from 1.
        line: usize,
        /// The field and what was expected.
        problem: String,
    },
    /// The file could not be read.
    #[error("the log cannot be read: {0}")]
    Read(#[from] std::io::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A line that is at fault.
struct BadLine {
    line: usize,
    problem: String,
}

impl From<BadLine> for LogError {
    /// What is wrong is said in the log's own words: they pass the filter before anybody sees them.
    fn from(BadLine { line, problem }: BadLine) -> Self {
        let problem = text::line(&problem).text.into_owned();
        Self::Line { line, problem }
    }
}

/// The lines of a log, understood but not yet looked at beside the store.
#[derive(Default)]
struct Lines {
    revisions: Vec<Rules>,
    facts: Vec<(usize, Logged)>,
    cleaned: usize,
}

impl Store {
    /// Writes the revisions, then every fact in the order they came into this store, one JSON object a line; returns how
    /// many facts there are. With `since`, only the facts recorded then or later: what another desk has not seen yet.
    ///
    /// # Errors
    /// The store's failure, or `Io` when `out` cannot be written.
    pub fn export_log(
        &self,
        out: &mut dyn Write,
        since: Option<Stamp>,
    ) -> Result<usize, StoreError> {
        let mut count = 0;
        named(&self.path, self.export_here(out, since, &mut count))?;
        Ok(count)
    }

    /// What an export would save of a store that is damaged.
    #[must_use]
    pub fn readable(&self) -> Readable {
        let mut facts = 0;
        let whole = self
            .export_here(&mut std::io::sink(), None, &mut facts)
            .is_ok();
        Readable { facts, whole }
    }

    fn export_here(
        &self,
        out: &mut dyn Write,
        since: Option<Stamp>,
        count: &mut usize,
    ) -> Result<(), Failure> {
        let unwritten = |e: std::io::Error| Failure::Io(e.to_string());
        // One snapshot for both tables, whatever other processes write meanwhile.
        let tx = self.conn.unchecked_transaction()?;
        let mut select = tx.prepare("SELECT content FROM revisions ORDER BY revision")?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            writeln!(out, "{}", events::text(row, 0)?).map_err(unwritten)?;
        }
        let since = since.map_or(i64::MIN, Stamp::micros);
        let mut select = tx.prepare(&format!(
            "{} WHERE e.recorded_at >= ?1 ORDER BY e.mark",
            events::SELECT
        ))?;
        let mut rows = select.query([since])?;
        while let Some(row) = rows.next()? {
            let map = logged_to_map(&events::read(row)?).map_err(|e| events::broken(&e))?;
            writeln!(out, "{}", Value::Object(map)).map_err(unwritten)?;
            *count += 1;
        }
        out.flush().map_err(unwritten)
    }

    /// Reads a log, in any order of lines; what is known already is passed over. All or nothing.
    ///
    /// Control characters, escape sequences and marks that reorder text are taken out of every fact before it is looked at.
    /// A fact is known when the store's fact of that id says the same once they are taken out of that one too: the log may
    /// come in twice, and what went out of here again may come back to a store that still has the fact as it was, and
    /// changes nothing there. A revision is named by its content, so one with such signs is refused instead.
    ///
    /// # Errors
    /// Names the line at fault.
    pub fn import_log(&mut self, input: &mut dyn BufRead) -> Result<LogImported, LogError> {
        let mut lines = Lines::read(input)?;
        // Each desk's facts in its own order, so that they count up as they did there.
        lines.facts.sort_by(|(_, a), (_, b)| {
            (a.recorded_at, &a.desk, a.n).cmp(&(b.recorded_at, &b.desk, b.n))
        });
        let done = self.decide_in(|writing| writing.take_log(lines));
        Ok(named(&self.path, done)??)
    }
}

impl Lines {
    fn read(input: &mut dyn BufRead) -> Result<Self, LogError> {
        let mut lines = Self::default();
        for line in 1.. {
            let mut bytes = Vec::new();
            // A line that never ends must not be read to its end.
            let read = input.take(MOST_LINE + 1).read_until(b'\n', &mut bytes)?;
            if read == 0 {
                break;
            }
            let at_fault = |problem| LogError::from(BadLine { line, problem });
            if read as u64 > MOST_LINE {
                return Err(at_fault(format!("longer than {MOST_LINE} bytes")));
            }
            let text = String::from_utf8(bytes).map_err(|_| at_fault("not UTF-8".to_owned()))?;
            let text = text.trim_start_matches('\u{feff}').trim();
            if !text.is_empty() {
                lines.take(line, text).map_err(at_fault)?;
            }
        }
        Ok(lines)
    }

    fn take(&mut self, line: usize, text: &str) -> Result<(), String> {
        // A revision has no `event`; looking for the word first spares most lines a second reading.
        if !text.contains("\"event\"") || text.contains("\"policy\"") {
            let value: Value =
                serde_json::from_str(text).map_err(|e| format!("not a JSON object: {e}"))?;
            if value.get("event").is_none() && value.get("policy").is_some() {
                let rules = Rules::from_stored(&value).map_err(|e| e.to_string())?;
                self.revisions.push(rules);
                return Ok(());
            }
        }
        let (logged, altered) = logged_from_line(text).map_err(|e| e.to_string())?;
        self.facts.push((line, logged));
        self.cleaned += usize::from(altered);
        Ok(())
    }
}

impl Writing<'_> {
    fn take_log(&mut self, lines: Lines) -> Result<Result<LogImported, BadLine>, Failure> {
        let mut imported = LogImported {
            cleaned: lines.cleaned,
            ..LogImported::default()
        };
        for rules in &lines.revisions {
            imported.revisions += usize::from(keep_revision(self.tx, rules)?);
        }
        let before = events::mark(self.tx)?;
        let silences = self.silences(&lines.facts)?;
        let mut touched: BTreeSet<Number> = BTreeSet::new();
        let mut of_roster: BTreeSet<FactId> = BTreeSet::new();
        for (line, mut logged) in lines.facts {
            match self.place_of(&logged)? {
                Ok(None) => {
                    imported.known += 1;
                    continue;
                }
                Ok(Some(version)) => {
                    let silence = logged.fact.case.as_ref().and_then(|n| silences.get(n));
                    if let Some(silence) = silence {
                        silence.over(&mut logged);
                    }
                    self.take(&mut logged, version)?;
                }
                Err(problem) => return Ok(Err(BadLine { line, problem })),
            }
            imported.new += 1;
            match logged.fact.case {
                Some(number) => touched.extend([number]),
                None => of_roster.extend(logged.fact.id),
            }
        }
        projection::renew(self.tx, self.known, &touched)?;
        imported.clashes = clashes(self.tx, &touched, before)?;
        let roster = self.known.roster(self.tx)?.facts.clone();
        let new = roster
            .iter()
            .filter(|f| f.id.as_ref().is_some_and(|id| of_roster.contains(id)));
        for day in days_of(new, &roster) {
            projection::renew_day(self.tx, self.known, day)?;
        }
        Ok(Ok(imported))
    }

    /// Of the cases in the log, those whose citizens were erased here.
    fn silences(&self, facts: &[(usize, Logged)]) -> Result<BTreeMap<Number, Silence>, Failure> {
        let mut come: BTreeMap<&Number, Vec<Fact>> = BTreeMap::new();
        for (_, logged) in facts {
            if let Some(number) = &logged.fact.case {
                come.entry(number).or_default().push(logged.fact.clone());
            }
        }
        let mut silences = BTreeMap::new();
        for (number, come) in come {
            if let Some(silence) = Silence::of(self.tx, number, &come)? {
                silences.insert(number.clone(), silence);
            }
        }
        Ok(silences)
    }

    /// The version a fact from outside gets in its stream; none when it is known; or why it cannot come in.
    fn place_of(&mut self, logged: &Logged) -> Result<Result<Option<u64>, String>, Failure> {
        let id = logged.fact.id.as_ref().map_or("", FactId::as_str);
        if let Some(there) = events::of_id(self.tx, id)? {
            return Ok(if same(&there, logged) {
                Ok(None)
            } else {
                Err(format!(
                    "field `id`: the store has a different fact {id}; expected the same or another id"
                ))
            });
        }
        let taken = self
            .tx
            .prepare_cached("SELECT 1 FROM events WHERE desk = ?1 AND n = ?2")?
            .exists(rusqlite::params![logged.desk, logged.n])?;
        if taken {
            return Ok(Err(format!(
                "field `n`: {} of desk {} is another fact in the store; expected a log of the same desk's past",
                logged.n, logged.desk
            )));
        }
        if let Some(revision) = revision_of(&logged.fact.event) {
            match self.known.rules(self.tx, Some(revision)) {
                // It may be the one in force, which the store keeps only once a case rests on it.
                Ok(rules) => {
                    keep_revision(self.tx, &rules)?;
                }
                Err(Failure::UnknownRevision(_)) => {
                    return Ok(Err(format!(
                        "field `revision`: {revision} is neither in the log nor in the store; \
                         expected a line with its policy and calendar"
                    )));
                }
                Err(failure) => return Err(failure),
            }
        }
        let stream = logged.fact.case.as_ref().map_or(ROSTER, Number::as_str);
        Ok(Ok(Some(events::version(self.tx, stream)? + 1)))
    }
}

/// What several desks did to these cases, where a fact that came in after that mark has a part in it.
fn clashes(
    conn: &Connection,
    touched: &BTreeSet<Number>,
    before: u64,
) -> Result<Vec<(Number, Clash)>, Failure> {
    // Few cases have signs or dispatches of several desks; the others need not be read.
    const SEVERAL: &str = "SELECT 1 FROM events WHERE stream = ?1 AND kind IN ('signed', 'dispatched') \
         GROUP BY kind HAVING count(DISTINCT desk) > 1 AND max(mark) > ?2";
    let mut found = Vec::new();
    for number in touched {
        let params = rusqlite::params![number.as_str(), before];
        if conn.prepare_cached(SEVERAL)?.exists(params)? {
            let facts = events::of_stream(conn, number.as_str())?;
            let clashes = clash::clashes(&facts);
            found.extend(clashes.into_iter().map(|clash| (number.clone(), clash)));
        }
    }
    Ok(found)
}

/// Do both say the same? One may be from before logs were cleaned. Where a citizen was erased in one of them, words are no
/// proof, and what was done, when and by whom, is.
fn same(there: &Logged, here: &Logged) -> bool {
    if there.erased.is_some() || here.erased.is_some() {
        return deed(there) == deed(here);
    }
    there == here || codec::cleaned(there).is_ok_and(|there| there == *here)
}

fn deed(
    logged: &Logged,
) -> (
    &str,
    u64,
    Stamp,
    Stamp,
    &Actor,
    Option<&Number>,
    &'static str,
) {
    let fact = &logged.fact;
    let case = fact.case.as_ref();
    let kind = fact.event.kind();
    (
        &logged.desk,
        logged.n,
        logged.recorded_at,
        fact.at,
        &fact.by,
        case,
        kind,
    )
}

fn revision_of(event: &Event) -> Option<&Revision> {
    if let Event::Received(e) = event {
        e.revision.as_ref()
    } else if let Event::RevisionAdopted(e) = event {
        Some(&e.revision)
    } else {
        None
    }
}

//! Finding cases by what stands in their facts: what was received, answered and noted, and the citizen's name and number,
//! which stand in no row of the queue.
//!
//! Used by the screen's search and `zhiban list --search` through [`Store`]. It looks for what is typed as it is written;
//! pinyin is the screen's.

use std::collections::BTreeSet;

use rusqlite::params;

use super::error::{Failure, StoreError};
use super::{Store, named, reader};
use crate::domain::ids::Number;
use crate::domain::privacy::typed_number;
use crate::domain::queue::Row;
use crate::domain::text::says_enough;
use crate::domain::time::Stamp;

/// Among which cases is looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// All that the store knows.
    All,
    /// Those in the queue.
    Queue,
}

/// Cases that were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The newest of them, with their versions.
    pub rows: Vec<(Row, u64)>,
    /// How many there are.
    pub total: usize,
}

/// What a fact says in words. A revision's name and the id of what was undone are no words.
const SAYS: &str = "(instr(e.note, ?1) > 0 OR instr(c.reporter, ?1) > 0 \
     OR instr(e.body, ?2) > 0 AND EXISTS (SELECT 1 FROM json_tree(e.body) t WHERE t.type = 'text' \
     AND t.key NOT IN ('revision', 'target') AND instr(t.value, ?1) > 0))";

impl Store {
    /// The cases in whose facts every word stands that is typed, in order of their numbers; a phone number however it is
    /// written. Nothing for a typed text that says too little.
    ///
    /// # Errors
    /// The store's failure.
    pub fn cases_with(&self, typed: &str, among: Among) -> Result<BTreeSet<Number>, StoreError> {
        let typed = typed.trim();
        let mut found = BTreeSet::new();
        if let Some(digits) = typed_number(typed) {
            found.extend(self.cases_with_digits(&digits)?);
        }
        found.extend(named(&self.path, self.with_words(typed, among))?);
        Ok(found)
    }

    fn with_words(&self, typed: &str, among: Among) -> Result<BTreeSet<Number>, Failure> {
        let words: Vec<&str> = typed.split_whitespace().collect();
        let mut all: Option<BTreeSet<Number>> = None;
        if !words.iter().copied().all(says_enough) {
            return Ok(BTreeSet::new());
        }
        let from = match among {
            Among::All => "events e",
            Among::Queue => "cases q CROSS JOIN events e ON e.stream = q.number",
        };
        let which = match among {
            Among::All => "e.stream > ''",
            Among::Queue => "q.in_queue = 1",
        };
        let sql = format!(
            "SELECT DISTINCT e.stream FROM {from} LEFT JOIN citizens c ON c.event = e.mark WHERE {which} AND {SAYS}"
        );
        for word in words {
            // As it stands inside a JSON text.
            let quoted = serde_json::Value::from(word).to_string();
            let within = quoted.trim_matches('"');
            let with_word = reader::numbers_of(&self.conn, &sql, params![word, within])?;
            let with_word = with_word.into_iter().filter(|number| {
                let before = all.as_ref();
                before.is_none_or(|before| before.contains(number))
            });
            all = Some(with_word.collect());
        }
        Ok(all.unwrap_or_default())
    }

    /// Looks among all cases, closed ones too: for the end of a number, and as [`Store::cases_with`]. At most `most` rows
    /// are read, those with the highest numbers.
    ///
    /// # Errors
    /// The store's failure.
    pub fn find(&mut self, typed: &str, most: usize, now: Stamp) -> Result<Found, StoreError> {
        let mut numbers = self.cases_with(typed, Among::All)?;
        if says_enough(typed.trim()) {
            let ends = reader::numbers_of(&self.conn, ENDING_IN, [typed.trim()]);
            numbers.extend(named(&self.path, ends)?);
        }
        let mut rows = Vec::new();
        for number in numbers.iter().rev().take(most) {
            rows.extend(self.any_row(number, now)?);
        }
        Ok(Found {
            rows,
            total: numbers.len(),
        })
    }
}

const ENDING_IN: &str = "SELECT number FROM cases \
     WHERE substr(number, -length(?1)) = ?1 COLLATE NOCASE ORDER BY number";

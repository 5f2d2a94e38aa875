//! `--search`: finds a case by what the screen's search finds it by, through the same code, and by what the citizen wrote and
//! their phone number, or in answers and notes, which stand in no row of the queue. What is shown masked is found all the same.

use std::collections::BTreeSet;

use crate::app::finder::{Finder, Needle};
use crate::app::queue::found_by;
use crate::domain::ids::Number;
use crate::domain::policy::Policy;
use crate::domain::queue::Row;
use crate::store::{Among, Store, StoreError};

/// A query, ready to be asked of rows.
pub struct Search {
    /// The cases in whose facts it stands.
    with_it: BTreeSet<Number>,
    needle: Needle,
    finder: Finder,
}

impl Search {
    /// Prepares a query; case and full-width forms make no difference in what a row shows. What stands in no row is looked
    /// for in the store, a number however it is written here and there.
    ///
    /// # Errors
    /// The store's failure.
    pub fn new(query: &str, store: &Store) -> Result<Self, StoreError> {
        Ok(Self {
            with_it: store.cases_with(query, Among::All)?,
            needle: Needle::new(query),
            finder: Finder::default(),
        })
    }

    /// Does the row, or a fact of its case, hold what is looked for?
    #[must_use]
    pub fn finds(&mut self, row: &Row, policy: &Policy) -> bool {
        let text = self.finder.index(found_by(row, policy));
        self.finder.finds(&text, &self.needle) || self.with_it.contains(&row.number)
    }
}

//! `--search`: finds a case by what the screen's search finds it by, through the same code, and by what the citizen wrote and
//! their phone number, which stand in no row of the queue. What is shown masked is found all the same.

use std::collections::BTreeSet;

use crate::app::finder::{Finder, Needle};
use crate::app::queue::found_by;
use crate::domain::event::Received;
use crate::domain::ids::Number;
use crate::domain::policy::Policy;
use crate::domain::privacy::typed_number;
use crate::domain::queue::Row;
use crate::store::{Store, StoreError};

/// A query, ready to be asked of rows.
pub struct Search {
    typed: String,
    /// The cases in which the number stands that is typed.
    with_number: BTreeSet<Number>,
    needle: Needle,
    finder: Finder,
}

impl Search {
    /// Prepares a query; case and full-width forms make no difference. A number is looked for in the store, however it is
    /// written here and there.
    ///
    /// # Errors
    /// The store's failure.
    pub fn new(query: &str, store: &Store) -> Result<Self, StoreError> {
        let with_number = match typed_number(query.trim()) {
            Some(digits) => store.cases_with_digits(&digits)?,
            None => Vec::new(),
        };
        Ok(Self {
            with_number: with_number.into_iter().collect(),
            typed: query.trim().to_owned(),
            needle: Needle::new(query),
            finder: Finder::default(),
        })
    }

    /// Does the row, or what was received, hold what is looked for?
    #[must_use]
    pub fn finds(&mut self, row: &Row, received: &Received, policy: &Policy) -> bool {
        let text = self.finder.index(found_by(row, policy));
        // As it is written: in a long text the initials of something else are always to be found.
        let is_in = |text: &String| text.contains(&self.typed);
        self.finder.finds(&text, &self.needle)
            || self.with_number.contains(&row.number)
            || [&received.title, &received.address, &received.body]
                .into_iter()
                .any(is_in)
    }
}

//! `--search`: finds a case by what the screen's search finds it by, through the same code.

use crate::app::finder::{Finder, Needle};
use crate::app::queue::found_by;
use crate::domain::policy::Policy;
use crate::domain::queue::Row;

/// A query, ready to be asked of rows.
pub struct Search {
    needle: Needle,
    finder: Finder,
}

impl Search {
    /// Prepares a query; case and full-width forms make no difference.
    #[must_use]
    pub fn new(query: &str) -> Self {
        Self {
            needle: Needle::new(query),
            finder: Finder::default(),
        }
    }

    /// Does the row hold what is looked for?
    #[must_use]
    pub fn finds(&mut self, row: &Row, policy: &Policy) -> bool {
        let text = self.finder.index(found_by(row, policy));
        self.finder.finds(&text, &self.needle)
    }
}

//! `--search`: finds a case by what the screen's search finds it by, through the same code, and by what the citizen wrote and
//! their phone number, which stand in no row of the queue.

use crate::app::finder::{Finder, Needle};
use crate::app::queue::found_by;
use crate::domain::event::Received;
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

    /// Does the row, or what was received, hold what is looked for?
    #[must_use]
    pub fn finds(&mut self, row: &Row, received: &Received, policy: &Policy) -> bool {
        let kept = [received.body.as_str(), received.phone.as_str()];
        self.is_in(found_by(row, policy)) || self.is_in(kept)
    }

    fn is_in<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) -> bool {
        let text = self.finder.index(texts);
        self.finder.finds(&text, &self.needle)
    }
}

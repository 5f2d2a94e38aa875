//! `--search`: finds a case by what the screen's search finds it by, through the same code, and by what the citizen wrote and
//! their phone number, which stand in no row of the queue. What is shown masked is found all the same.

use crate::app::finder::{Finder, Needle};
use crate::app::queue::found_by;
use crate::domain::event::Received;
use crate::domain::policy::Policy;
use crate::domain::queue::Row;

/// A query, ready to be asked of rows.
pub struct Search {
    typed: String,
    needle: Needle,
    finder: Finder,
}

impl Search {
    /// Prepares a query; case and full-width forms make no difference.
    #[must_use]
    pub fn new(query: &str) -> Self {
        Self {
            typed: query.trim().to_owned(),
            needle: Needle::new(query),
            finder: Finder::default(),
        }
    }

    /// Does the row, or what was received, hold what is looked for?
    #[must_use]
    pub fn finds(&mut self, row: &Row, received: &Received, policy: &Policy) -> bool {
        let text = self.finder.index(found_by(row, policy));
        // As it is written: in a long text the initials of something else are always to be found.
        let is_in = |text: &String| text.contains(&self.typed);
        self.finder.finds(&text, &self.needle)
            || [
                &received.title,
                &received.address,
                &received.body,
                &received.phone,
            ]
            .into_iter()
            .any(is_in)
    }
}

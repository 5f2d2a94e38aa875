//! What became of the rows of a list, counted.

use crate::domain::event::{Event, Fact};

/// How many rows came to what. A row may amend a case and confirm it as well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Cases that were not known.
    pub new: usize,
    /// Cases that were amended.
    pub amended: usize,
    /// Cases of which something was confirmed.
    pub confirmed: usize,
    /// Cases that differ from what the desk holds (R9).
    pub differed: usize,
    /// Rows that added nothing.
    pub unchanged: usize,
}

impl Tally {
    /// Counts a row by the facts it added to what was known.
    pub fn count(&mut self, known: &[Fact], facts: &[Fact]) {
        let has = |is: fn(&Event) -> bool| facts.iter().any(|f| is(&f.event));
        if facts.is_empty() {
            self.unchanged += 1;
        } else if known.is_empty() {
            self.new += 1;
        } else {
            self.amended += usize::from(has(|e| matches!(e, Event::Amended(_))));
            self.confirmed += usize::from(has(|e| matches!(e, Event::Confirmed(_))));
            self.differed += usize::from(has(|e| matches!(e, Event::Differed(_))));
        }
    }

    /// The rows of another list as well.
    pub const fn add(&mut self, other: Self) {
        self.new += other.new;
        self.amended += other.amended;
        self.confirmed += other.confirmed;
        self.differed += other.differed;
        self.unchanged += other.unchanged;
    }
}

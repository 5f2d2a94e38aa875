//! What a day leaves: the cases of its queue that owe something, each with the first of it.

use serde::Serialize;

use super::super::clock::End;
use super::super::ids::{ClockId, Community, Kind, Number, Stage};
use super::super::queue::{Cell, Row};
use super::super::time::Stamp;

/// A case that is open at the end of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Open {
    /// The case.
    pub number: Number,
    /// What it is about.
    pub title: String,
    /// Its kind.
    pub kind: Kind,
    /// Its community.
    pub community: Option<Community>,
    /// Where it stands.
    pub stage: Stage,
    /// What is owed next.
    pub clock: ClockId,
    /// When.
    pub due: Stamp,
}

/// A case of the queue with the clocks that something may be owed by.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Its row.
    pub row: Row,
    /// All its clocks where it may owe more than it shows.
    pub all: Option<Vec<Cell>>,
}

const fn is_owed(cell: &Cell) -> bool {
    cell.met.is_none() && matches!(cell.end, End::Open) && !cell.id.is_window()
}

impl Waiting {
    fn open(&self, asked: impl Fn(Stamp) -> bool) -> Option<Open> {
        let row = &self.row;
        let owed = |cell: &&Cell| is_owed(cell) && cell.due.is_some_and(&asked);
        let first = match &self.all {
            Some(cells) => cells.iter().filter(owed).min_by_key(|cell| cell.due),
            None => row.shown().filter(owed).min_by_key(|cell| cell.due),
        }?;
        Some(Open {
            number: row.number.clone(),
            title: row.title.clone(),
            kind: row.kind,
            community: row.community.clone(),
            stage: row.stage(),
            clock: first.id,
            due: first.due?,
        })
    }
}

/// The cases of the queue that owe something at a moment asked for, each with the first of it.
pub(super) fn open(queue: &[Waiting], asked: impl Fn(Stamp) -> bool) -> Vec<Open> {
    let mut found: Vec<Open> = queue.iter().filter_map(|w| w.open(&asked)).collect();
    found.sort_by(|a, b| (a.due, &a.number).cmp(&(b.due, &b.number)));
    found
}

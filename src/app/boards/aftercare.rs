//! What is owed after the close: as one list by urgency, as a month, and as the list of one day.

use crate::domain::aftercare::{Duty, Owing, What, When};
use crate::domain::ids::Number;
use crate::domain::time::{Date, Stamp};

/// What the board shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Everything, by urgency.
    All,
    /// The month of the day in hand.
    Month,
    /// The day in hand.
    Day,
}

/// The board.
#[derive(Debug, Clone)]
pub struct AftercareBoard {
    /// The cases that owe something; none while they are being read.
    pub cases: Option<Vec<Owing>>,
    /// Which face is up.
    pub face: Face,
    /// The day in hand.
    pub date: Date,
    /// What is in hand: it is held by case and duty, so that a new order puts the hand on no other case.
    pub hand: Option<(Number, What)>,
}

/// One line: a duty with its case.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// When it is owed.
    pub when: When,
    /// What is owed.
    pub duty: &'a Duty,
    /// On which case.
    pub owing: &'a Owing,
}

impl Line<'_> {
    fn key(&self) -> (Number, What) {
        (self.owing.number().clone(), self.duty.what)
    }
}

impl AftercareBoard {
    /// The board before its cases are read.
    #[must_use]
    pub const fn new(today: Date) -> Self {
        Self {
            cases: None,
            face: Face::All,
            date: today,
            hand: None,
        }
    }

    fn duties(&self, now: Stamp) -> impl Iterator<Item = Line<'_>> {
        self.cases.iter().flatten().flat_map(move |owing| {
            owing.duties.iter().map(move |duty| Line {
                when: duty.when(now),
                duty,
                owing,
            })
        })
    }

    /// The lines of the list that is up, the most urgent first.
    #[must_use]
    pub fn lines(&self, now: Stamp) -> Vec<Line<'_>> {
        let mut lines: Vec<Line<'_>> = self
            .duties(now)
            .filter(|line| match self.face {
                Face::All | Face::Month => true,
                Face::Day => line.duty.day(now) == self.date,
            })
            .collect();
        let place = |line: &Line<'_>| {
            let due = line.duty.due.unwrap_or(line.duty.since);
            (line.when, due, line.owing.number().clone(), line.duty.what)
        };
        lines.sort_by_key(place);
        lines
    }

    /// How many things stand on a day, and how many of them are overdue.
    #[must_use]
    pub fn on_day(&self, date: Date, now: Stamp) -> (usize, usize) {
        let here = self.duties(now).filter(|line| line.duty.day(now) == date);
        here.fold((0, 0), |(all, over), line| {
            (all + 1, over + usize::from(line.when == When::Overdue))
        })
    }

    /// The place of the hand among the lines.
    #[must_use]
    pub fn in_hand(&self, lines: &[Line<'_>]) -> usize {
        self.hand
            .as_ref()
            .and_then(|hand| lines.iter().position(|line| line.key() == *hand))
            .unwrap_or(0)
    }

    /// Moves the hand to a place, to the last one at the most.
    pub fn put_hand(&mut self, place: usize, now: Stamp) {
        let lines = self.lines(now);
        let last = lines.len().saturating_sub(1);
        self.hand = lines.get(place.min(last)).map(Line::key);
    }
}

//! Countdowns that stand on the screen, and are written anew while time alone passes.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use super::banners;
use super::dial::{DAY, Dial, HOUR};
use super::pen::Pen;
use super::skin::Ink;
use crate::app::cells::{cells, wrap};
use crate::app::layout::Area;
use crate::app::model::Model;
use crate::domain::queue::Cell;
use crate::domain::time::Stamp;
use crate::domain::verdict::Breach;

/// Something on the screen that counts by itself, with where it stands and what it says there.
#[derive(Debug)]
pub(super) struct Figure {
    /// No line high where it is not shown.
    at: Area,
    what: What,
    /// The seconds it was made of, and what it said: kept as a mark, since a hundred texts would lie all over the memory.
    seconds: i64,
    said: u64,
}

/// What counts.
#[derive(Debug)]
pub(super) enum What {
    /// The time of day.
    Clock,
    /// A cell of the queue, behind a word; on the line the hand is on or not.
    Cell {
        before: &'static str,
        cell: Cell,
        in_hand: bool,
    },
    /// How many cases a group has, and when the next is due.
    Title {
        cases: String,
        due: Stamp,
    },
    /// A reminder, by its place among those on the screen, and when it is due.
    Banner {
        nth: u16,
        due: Stamp,
    },
    Text(Counts),
}

/// One line of a text in which something counts, wrapped.
#[derive(Debug, Clone)]
pub(super) struct Counts {
    pub text: Arc<Counting>,
    /// None: that of the clock.
    pub ink: Option<Ink>,
    /// Which of how many lines.
    pub line: (usize, usize),
}

impl Counts {
    /// What the line says now in lines so wide; none where the text needs more or fewer of them.
    pub(super) fn now(&self, width: u16, dial: &Dial<'_>) -> Option<(String, Ink)> {
        let (said, own) = dial.text(&self.text);
        let mut lines = wrap(&said, width);
        let (nth, of) = self.line;
        (lines.len() == of).then(|| (lines.swap_remove(nth), self.ink.unwrap_or(own)))
    }
}

impl What {
    /// The seconds it is made of: while they are the same, so is what it says.
    fn seconds(&self, model: &Model) -> i64 {
        let now = model.now;
        let read = |due| read(until(due, now), model.settings.seconds);
        match self {
            Self::Clock => now.unix(),
            Self::Cell { cell, .. } => cell.due.map_or(0, read),
            Self::Title { due, .. } => read(*due),
            Self::Banner { due, .. } => due.to_second().seconds_since(now.to_second()),
            // Each of them only falls as time passes.
            Self::Text(Counts { text, .. }) => text.0.iter().filter_map(Piece::due).map(read).sum(),
        }
    }
}

/// The seconds until a moment, rounded up as they are shown; below 0 those since.
const fn until(due: Stamp, now: Stamp) -> i64 {
    if now.micros_since(due) > 0 {
        -now.seconds_since(due)
    } else {
        due.seconds_since(now)
    }
}

/// So many seconds as far as they are read: from a day on, days and hours are. Where no seconds are shown the minutes of the
/// wall clock are counted, and an hour may end at another moment.
const fn read(seconds: i64, with_seconds: bool) -> i64 {
    if with_seconds && seconds.abs() >= DAY {
        seconds / HOUR * HOUR
    } else {
        seconds
    }
}

/// What tells one text in its ink from another.
fn mark(said: &str, ink: Ink) -> u64 {
    let mut hasher = DefaultHasher::new();
    (said, ink).hash(&mut hasher);
    hasher.finish()
}

/// A text in which something counts.
#[derive(Debug)]
pub(super) struct Counting(pub Vec<Piece>);

/// A part of such a text.
#[derive(Debug)]
pub(super) enum Piece {
    Said(String),
    /// The state of a clock, and how long it has.
    Clock(Cell),
    /// What is late, and grows.
    Breach(Breach),
}

impl Piece {
    const fn due(&self) -> Option<Stamp> {
        match self {
            Self::Said(_) => None,
            Self::Clock(cell) => cell.due,
            Self::Breach(breach) => Some(breach.due),
        }
    }
}

impl Figure {
    /// One that says this now.
    pub(super) fn new(at: Area, what: What, (said, ink): (&str, Ink), model: &Model) -> Self {
        Self {
            at,
            seconds: what.seconds(model),
            what,
            said: mark(said, ink),
        }
    }

    /// The line of the screen it is kept with.
    pub(super) const fn line(&self) -> u16 {
        self.at.y
    }

    /// Does it stand within a part of the screen?
    pub(super) const fn is_in(&self, area: Area) -> bool {
        area.holds(self.at.x, self.at.y)
    }

    /// Writes what it now says where that is something else; false where that needs other room than it has.
    pub(super) fn go_on(&mut self, dial: &Dial<'_>, pen: &mut Pen<'_>) -> bool {
        let seconds = self.what.seconds(dial.model);
        if seconds == self.seconds {
            return true;
        }
        self.seconds = seconds;
        let at = self.at;
        let (said, ink) = match &self.what {
            What::Clock => (dial.clock(), Ink::Strong),
            What::Cell { before, cell, .. } => dial.in_queue(before, cell, at.width),
            What::Title { cases, due } => {
                let said = dial.title(cases, *due);
                if cells(&said) != at.width {
                    return false;
                }
                (said, Ink::Title)
            }
            What::Banner { due, .. } => (dial.far(*due), Ink::Plain),
            What::Text(counts) => match counts.now(at.width, dial) {
                Some(now) => now,
                None => return false,
            },
        };
        let before = std::mem::replace(&mut self.said, mark(&said, ink));
        if self.said == before || at.height == 0 {
            return true;
        }
        let in_hand = matches!(self.what, What::Cell { in_hand: true, .. });
        pen.blank(at, in_hand);
        match &self.what {
            What::Banner { nth, .. } => banners::write(dial.model, dial.texts, pen, at, *nth),
            What::Title { .. } | What::Cell { .. } | What::Clock | What::Text(_) => {
                pen.put_on((at.x, at.y), at.width, &said, ink, in_hand);
            }
        }
        true
    }
}

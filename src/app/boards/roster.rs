//! The month of duty: the day in hand, what was logged about the roster, and what is being asked for.

use crate::app::text_field::TextField;
use crate::domain::decide::Refusal;
use crate::domain::event::{Event, Fact, Logged};
use crate::domain::history;
use crate::domain::ids::Post;
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::time::{Date, Stamp};

/// What the board shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The month.
    Month,
    /// Whom to phone, scrolled by so many lines.
    Phones(usize),
}

/// The board.
#[derive(Debug, Clone)]
pub struct RosterBoard {
    /// The day in hand.
    pub date: Date,
    /// Which side is up.
    pub side: Side,
    /// The roster's facts in the order they were keyed; none while they are being read.
    pub facts: Option<Vec<Logged>>,
    /// What is being asked for.
    pub asking: Option<Ask>,
}

/// An act on the roster before it is sent: what is typed stays until the writer has taken it.
#[derive(Debug, Clone)]
pub struct Ask {
    /// What is to be done.
    pub step: Step,
    /// On which day.
    pub date: Date,
    /// The reason, or the note of a handover.
    pub field: TextField,
    /// Why the writer refused it last.
    pub refused: Option<Refusal>,
    /// Waiting for the writer.
    pub sent: bool,
}

/// An act on the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The day goes to this post.
    Swap(Post),
    /// The other post stands in for this one.
    StandIn {
        /// The absent post.
        absent: Post,
    },
    /// What is open goes to the next day's post.
    HandOver,
    /// This fact is taken back.
    TakeBack(Box<Fact>),
}

impl RosterBoard {
    /// The month of a date, before its facts are read.
    #[must_use]
    pub const fn new(date: Date) -> Self {
        Self {
            date,
            side: Side::Month,
            facts: None,
            asking: None,
        }
    }

    /// The facts that stand about a day, in the order they happened.
    #[must_use]
    pub fn of_day(&self, date: Date, now: Stamp) -> Vec<&Fact> {
        let facts = self.facts.iter().flatten().map(|l| &l.fact);
        let mut standing = history::standing(facts, now);
        standing.retain(|fact| day(&fact.event) == Some(date));
        standing
    }

    /// The fact about the day in hand that was keyed last and still stands.
    #[must_use]
    pub fn last_of_day(&self, now: Stamp) -> Option<&Fact> {
        let standing = self.of_day(self.date, now);
        let keyed = self.facts.iter().flatten().map(|l| &l.fact);
        keyed.rev().find(|fact| standing.contains(fact))
    }

    /// To whom a swap would give the day in hand: to the other post than the one the roster gives it to, whoever stands in.
    #[must_use]
    pub fn swap_to(&self, roster: &Roster, rules: &Rules) -> Post {
        roster.carries(rules, self.date).other()
    }
}

/// The day a fact of the roster is about.
fn day(event: &Event) -> Option<Date> {
    if let Event::Swapped(e) = event {
        Some(e.date)
    } else if let Event::StoodIn(e) = event {
        Some(e.date)
    } else if let Event::HandedOver(e) = event {
        Some(e.date)
    } else {
        None
    }
}

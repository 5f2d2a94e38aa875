//! What comes of the things whose moment has come: told, told late, told within another, or not at all.
//!
//! A pure decision; the store writes it down before anybody is told, so that no two windows tell the same. Called by the
//! store's journal.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::agenda::Item;
use super::ids::{Community, Kind, Number, Post};
use super::occasion::{Absence, Occasion, Outcome};
use super::time::Stamp;

/// What telling depends on besides the facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation {
    /// The present moment.
    pub now: Stamp,
    /// Nobody was there from this moment to the present, and why.
    pub absent: Option<(Stamp, Absence)>,
    /// The post that sits here; none: both.
    pub here: Option<Post>,
    /// Whether there are desktop notifications at all.
    pub pops: bool,
    /// Up to so many seconds behind its moment something is told on time.
    pub on_time_seconds: i64,
}

/// Something with what comes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// What.
    pub item: Item,
    /// What comes of it.
    pub outcome: Outcome,
    /// Whether it goes into a desktop notification.
    pub pops: bool,
    /// Whether it is shown as a banner until somebody acknowledges it.
    pub shows: bool,
}

/// Decides on everything whose moment has come, in the order of urgency.
#[must_use]
pub fn decide(items: Vec<Item>, situation: &Situation) -> Vec<Decided> {
    let mut decided: Vec<Decided> = items
        .into_iter()
        .map(|item| first_look(item, situation))
        .collect();
    decided.sort_by(|a, b| urgency(&a.item).cmp(&urgency(&b.item)));
    coalesce_by_case(&mut decided);
    let mut shown = BTreeSet::new();
    for it in &mut decided {
        let (told, missed) = (is_told(it.outcome), it.outcome == Outcome::Missed);
        let pending = !is_over(&it.item, situation.now);
        let occasion = &it.item.occasion;
        let clock = (
            occasion.number.clone(),
            occasion.topic,
            occasion.unit.clone(),
        );
        // Of several missed points of one clock the latest says it all.
        it.shows = (told || missed) && pending && shown.insert(clock);
        it.pops = it.shows && situation.pops && concerns(&it.item, situation.here);
    }
    decided
}

/// Overdue obligations first, then what is due first; of one clock the latest point.
fn urgency(item: &Item) -> (bool, Stamp, Reverse<Stamp>, &Occasion) {
    let at = item.occasion.at;
    let due = item.due.unwrap_or(Stamp::from_micros(i64::MAX));
    (!item.overdue, due, Reverse(at), &item.occasion)
}

fn first_look(item: Item, situation: &Situation) -> Decided {
    let now = situation.now;
    let behind = now.micros_since(item.tell_at);
    let on_time = behind <= situation.on_time_seconds.saturating_mul(1_000_000);
    // What was half told when the program died is told again, not only listed.
    let half_told = item.row.is_some_and(|(_, attempt)| attempt > 1);
    let outcome = match situation.absent {
        _ if !item.stands => Outcome::Suppressed,
        Some((since, _)) if !half_told && !on_time && item.tell_at > since => Outcome::Missed,
        _ if is_over(&item, now) => Outcome::Suppressed,
        _ if on_time => Outcome::Told,
        _ => Outcome::ToldLate,
    };
    Decided {
        item,
        outcome,
        pops: false,
        shows: false,
    }
}

/// Met, ended or, for a window, expired by now, whatever was the case at its own moment.
fn is_over(item: &Item, now: Stamp) -> bool {
    let expired = item.occasion.topic.is_window() && item.due.is_some_and(|due| due < now);
    expired || item.over.is_some_and(|over| over <= now)
}

const fn is_told(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Told | Outcome::ToldLate)
}

/// Points of one case at one instant are one message: the most urgent tells, the others are told within it.
fn coalesce_by_case(decided: &mut [Decided]) {
    let mut heads: BTreeSet<Number> = BTreeSet::new();
    for it in decided.iter_mut().filter(|d| is_told(d.outcome)) {
        if let Some(number) = &it.item.occasion.number
            && !heads.insert(number.clone())
        {
            it.outcome = Outcome::Coalesced;
        }
    }
}

/// Does it pop up for the post that sits here? What is overdue concerns both.
fn concerns(item: &Item, here: Option<Post>) -> bool {
    let mine = match (item.post, here) {
        (Some(post), Some(here)) => post == here,
        (None, _) | (_, None) => true,
    };
    !item.quiet && (mine || item.overdue)
}

/// What is said of an occasion: enough to put it into words without asking the store again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its row in the journal.
    pub id: i64,
    /// What.
    pub occasion: Occasion,
    /// When what it is about is due.
    pub due: Option<Stamp>,
    /// What came of it.
    pub outcome: Outcome,
    /// The program died when it was told before: it may be known already.
    pub repeated: bool,
    /// Whose it is.
    pub post: Option<Post>,
    /// The case's kind.
    pub kind: Option<Kind>,
    /// The case's community.
    pub community: Option<Community>,
    /// The case's subject.
    pub title: String,
    /// For the shift: how many cases are open, and how many of them are overdue.
    pub counts: (usize, usize),
}

impl Line {
    /// Past due at a moment?
    #[must_use]
    pub fn is_overdue(&self, now: Stamp) -> bool {
        !self.occasion.topic.is_window() && self.is_past(now)
    }

    /// A window that has expired by a moment?
    #[must_use]
    pub fn is_expired(&self, now: Stamp) -> bool {
        self.occasion.topic.is_window() && self.is_past(now)
    }

    fn is_past(&self, now: Stamp) -> bool {
        self.due.is_some_and(|due| now > due)
    }
}

/// What a window is to tell, after it has claimed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Telling {
    /// For the screen, most urgent first.
    pub banners: Vec<Line>,
    /// For one desktop notification, most urgent first.
    pub popup: Vec<Line>,
    /// Why nobody was there before, when some were missed.
    pub absence: Option<Absence>,
}

impl Telling {
    /// Is there nothing to tell?
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.banners.is_empty() && self.popup.is_empty()
    }
}

/// What is in view until somebody acknowledges it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InView {
    /// The most urgent lines.
    pub lines: Vec<Line>,
    /// How many there are in all.
    pub count: usize,
}

/// Something that popped up and that nobody acknowledged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unanswered {
    /// Its row in the journal.
    pub id: i64,
    /// What.
    pub occasion: Occasion,
    /// When what it is about is due.
    pub due: Option<Stamp>,
}

/// A row of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRow {
    /// Its id.
    pub id: i64,
    /// What was to be told.
    pub occasion: Occasion,
    /// Which attempt, from 1: a second one only after the program died in the first.
    pub attempt: u32,
    /// When what it is about was due.
    pub due: Option<Stamp>,
    /// What came of it.
    pub outcome: Outcome,
    /// By which means, separated by spaces.
    pub means: String,
    /// Why it failed or was missed.
    pub reason: String,
    /// When it was told.
    pub told_at: Option<Stamp>,
    /// When somebody acknowledged it; none while it stays in view.
    pub acknowledged: Option<Stamp>,
}

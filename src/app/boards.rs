//! The boards: what stands beside the queue, each a mode with its own state.
//!
//! Changed by `update`, drawn by `view`, read from the store by `runtime`. What is read may be old by the time it is shown;
//! the writer decides.

pub mod aftercare;
pub mod forwarded;
pub mod reconcile;
pub mod report;
pub mod roster;

use super::keymap::Action;
use super::layout;

/// A board that is read from the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Board {
    /// What is owed after the close.
    Aftercare,
    /// Where the desk and the platform disagree.
    Reconcile,
    /// What a phone forwarded.
    Forwarded,
    /// Who is on duty when.
    Roster,
    /// The summary of a day, a bulletin or the ladder.
    Report(report::Asked),
}

/// The menu of boards: an act each, in the order shown.
pub const MENU: &[Action] = &[
    Action::DaySummary,
    Action::Bulletin,
    Action::Ladder,
    Action::Aftercare,
    Action::Reconcile,
    Action::Roster,
    Action::Forwarded,
    Action::Journal,
];

/// The hand on a list that changes under it: it stays on what it held, and where that is gone, where that stood.
#[derive(Debug, Clone)]
pub struct Hand<K> {
    held: Option<K>,
    place: usize,
}

impl<K> Default for Hand<K> {
    fn default() -> Self {
        Self {
            held: None,
            place: 0,
        }
    }
}

impl<K: PartialEq> Hand<K> {
    /// The hand on a place, on the last one at the most.
    pub fn on<L>(place: usize, lines: &[L], key: impl Fn(&L) -> K) -> Self {
        let place = place.min(lines.len().saturating_sub(1));
        Self {
            held: lines.get(place).map(key),
            place,
        }
    }

    /// Its place among the lines.
    pub fn place<L>(&self, lines: &[L], key: impl Fn(&L) -> K) -> usize {
        let held = self.held.as_ref();
        held.and_then(|held| lines.iter().position(|line| key(line) == *held))
            .unwrap_or_else(|| self.place.min(lines.len().saturating_sub(1)))
    }
}

/// A line of a list with headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// The heading above the entry at this place.
    Head(usize),
    /// The entry at this place.
    Entry(usize),
}

/// The lines of a list whose entries belong to these groups, in order: a heading wherever another group begins.
pub fn headed<G: PartialEq>(groups: impl IntoIterator<Item = G>) -> Vec<Shown> {
    let mut shown = Vec::new();
    let mut last = None;
    for (place, group) in groups.into_iter().enumerate() {
        if last.as_ref() != Some(&group) {
            shown.push(Shown::Head(place));
            last = Some(group);
        }
        shown.push(Shown::Entry(place));
    }
    shown
}

/// The first of the lines to show, so that the entry in hand is among `room`, and its heading where it is the first.
#[must_use]
pub fn first_shown(shown: &[Shown], in_hand: usize, room: usize) -> usize {
    let line = shown.iter().position(|s| *s == Shown::Entry(in_hand));
    let first = layout::first_shown(line.unwrap_or(0), room);
    let above = first.checked_sub(1).and_then(|n| shown.get(n));
    match above {
        Some(Shown::Head(place)) if *place == in_hand && room > 1 => first - 1,
        Some(_) | None => first,
    }
}

/// The entry at a line of the screen below the top of the list.
#[must_use]
pub fn entry_at(shown: &[Shown], in_hand: usize, room: usize, line: usize) -> Option<usize> {
    match shown.get(first_shown(shown, in_hand, room) + line)? {
        Shown::Entry(place) => Some(*place),
        Shown::Head(_) => None,
    }
}

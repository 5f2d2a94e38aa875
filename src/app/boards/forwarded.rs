//! What a phone forwarded and nobody has dealt with: drafts of cases, calls to units, hints on cases; and what was dealt with.

use std::collections::BTreeMap;

use super::Hand;
use crate::domain::forwarded::{Forwarded, Kept, Matter, Messages, Owed, Waiting};
use crate::domain::ids::Number;
use crate::domain::policy::Policy;

/// The board.
#[derive(Debug, Clone, Default)]
pub struct ForwardedBoard {
    /// The messages; none while they are being read.
    pub messages: Option<Messages>,
    /// Each as it may be shown, by its id.
    pub told: BTreeMap<i64, Forwarded>,
    /// What was dealt with is up, not what waits.
    pub settled: bool,
    /// What is in hand, by message and, of the cases a call may have been about, by case.
    pub hand: Hand<Key>,
}

/// A line by what it is about.
pub type Key = (i64, Option<Number>);

/// The parts of the board, in their order: a new case has a limit of minutes, a call decides who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Texts that may be of a new case.
    Drafts,
    /// Calls to units.
    Calls,
    /// Texts about a case that is here.
    Hints,
    /// What was dealt with.
    Settled,
}

/// One line of the board.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// The message.
    pub kept: &'a Kept,
    /// In which part it stands.
    pub part: Part,
    /// The case it is about, with its subject.
    pub case: Option<(&'a Number, &'a str)>,
    /// What the unit that was called owed there.
    pub owed: Option<&'a Owed>,
    /// It goes on with the message of the line above.
    pub follows: bool,
}

impl Line<'_> {
    fn key(&self) -> Key {
        (self.kept.id, self.case.map(|(number, _)| number.clone()))
    }
}

impl ForwardedBoard {
    /// The messages have been read; the hand stays where it was.
    pub fn read(&mut self, messages: Messages, policy: &Policy) {
        let waiting = messages.waiting.iter().map(|w| &w.kept);
        let all = waiting.chain(&messages.settled);
        self.told = all.map(|k| (k.id, k.message.masked(policy))).collect();
        self.messages = Some(messages);
        self.put_hand(self.in_hand(&self.lines()));
    }

    /// The lines in their order.
    #[must_use]
    pub fn lines(&self) -> Vec<Line<'_>> {
        let Some(messages) = &self.messages else {
            return Vec::new();
        };
        if self.settled {
            return messages.settled.iter().map(dealt_with).collect();
        }
        let mut lines: Vec<Line<'_>> = messages.waiting.iter().flat_map(waiting).collect();
        // Stable: within a part they stay as they came, but a call that nobody waited for comes last.
        lines.sort_by_key(|line| (line.part, line.part == Part::Calls && line.case.is_none()));
        lines
    }

    /// The place of the hand among the lines: on what it held, else where that stood.
    #[must_use]
    pub fn in_hand(&self, lines: &[Line<'_>]) -> usize {
        self.hand.place(lines, Line::key)
    }

    /// Moves the hand to a place, to the last one at the most.
    pub fn put_hand(&mut self, place: usize) {
        let hand = Hand::on(place, &self.lines(), Line::key);
        self.hand = hand;
    }

    /// The line in hand.
    #[must_use]
    pub fn held(&self) -> Option<Line<'_>> {
        let lines = self.lines();
        lines.get(self.in_hand(&lines)).copied()
    }
}

fn dealt_with(kept: &Kept) -> Line<'_> {
    let about = kept.settled.as_ref().and_then(|s| s.about.as_ref());
    Line {
        kept,
        part: Part::Settled,
        case: about.map(|number| (number, "")),
        owed: None,
        follows: false,
    }
}

/// A call has a line for each case it may have been about.
fn waiting(waiting: &Waiting) -> Vec<Line<'_>> {
    let kept = &waiting.kept;
    let line = |part, case| Line {
        kept,
        part,
        case,
        owed: None,
        follows: false,
    };
    match &waiting.matter {
        Matter::Draft => vec![line(Part::Drafts, None)],
        Matter::Case(number, title) => vec![line(Part::Hints, Some((number, title.as_str())))],
        Matter::Call(owed) if owed.is_empty() => vec![line(Part::Calls, None)],
        Matter::Call(owed) => (0..)
            .zip(owed)
            .map(|(n, owed)| Line {
                owed: Some(owed),
                follows: n > 0,
                ..line(Part::Calls, Some((&owed.number, owed.title.as_str())))
            })
            .collect(),
    }
}

//! Where the desk and the platform's lists disagree: the fields side by side, the cases and the steps of one side only.

use super::Hand;
use crate::domain::ids::Number;
use crate::domain::reconcile::{About, Differing, LISTED, Ledger, OnlyHere, Unconfirmed};

/// The board.
#[derive(Debug, Clone, Default)]
pub struct ReconcileBoard {
    /// What differs; none while it is being read.
    pub ledger: Option<Ledger>,
    /// What is in hand, by case and field; steps without a field.
    pub hand: Hand<(Number, Option<String>)>,
}

/// The parts of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Fields that differ.
    Differing,
    /// Cases that stand here alone.
    OnlyHere,
    /// Steps that no list has confirmed.
    Unconfirmed,
}

/// One line of the board.
#[derive(Debug, Clone, Copy)]
pub enum Line<'a> {
    /// A field that differs.
    Differing(&'a Differing),
    /// A case that stands here alone.
    OnlyHere(&'a OnlyHere),
    /// A case with steps that no list has confirmed.
    Unconfirmed(&'a Unconfirmed),
}

impl Line<'_> {
    /// In which part it stands.
    #[must_use]
    pub const fn part(&self) -> Part {
        match self {
            Self::Differing(_) => Part::Differing,
            Self::OnlyHere(_) => Part::OnlyHere,
            Self::Unconfirmed(_) => Part::Unconfirmed,
        }
    }

    /// Its case.
    #[must_use]
    pub const fn about(&self) -> &About {
        match self {
            Self::Differing(line) => &line.about,
            Self::OnlyHere(line) => &line.about,
            Self::Unconfirmed(line) => &line.about,
        }
    }

    /// The field that can be settled; none for steps, which a later list confirms.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::Differing(line) => Some(&line.field),
            Self::OnlyHere(_) => Some(LISTED),
            Self::Unconfirmed(_) => None,
        }
    }

    fn key(&self) -> (Number, Option<String>) {
        let field = self.field().map(str::to_owned);
        (self.about().number.clone(), field)
    }
}

impl ReconcileBoard {
    /// The lines in their order.
    #[must_use]
    pub fn lines(&self) -> Vec<Line<'_>> {
        let Some(ledger) = &self.ledger else {
            return Vec::new();
        };
        let differing = ledger.differing.iter().map(Line::Differing);
        let only_here = ledger.only_here.iter().map(Line::OnlyHere);
        let unconfirmed = ledger.unconfirmed.iter().map(Line::Unconfirmed);
        differing.chain(only_here).chain(unconfirmed).collect()
    }

    /// The place of the hand among the lines: on the case it held, else where that stood.
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

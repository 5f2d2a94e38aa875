//! The first start on a computer: who sits here, asked once, and whether the desktop shows reminders. Plain data.
//!
//! Changed by `update`, drawn by `view`. Nothing is written before the last answer, and whoever leaves early is asked again.

use super::text_field::TextField;
use crate::domain::ids::{Actor, Post};

/// Who may sit at a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sitting {
    /// The handler of a post.
    At(Post),
    /// Whoever leads both: acts are logged for the post on duty.
    Leader,
}

impl Sitting {
    /// All of them, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::At(Post::A), Self::At(Post::B), Self::Leader];

    /// The post, if it is one: in whose name acts are logged, and whose reminders pop up.
    #[must_use]
    pub const fn post(self) -> Option<Post> {
        match self {
            Self::At(post) => Some(post),
            Self::Leader => None,
        }
    }
}

/// What was answered, to be kept in the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// Who sits here.
    pub sitting: Sitting,
    /// The name, if one was given.
    pub person: Option<String>,
}

impl Answers {
    /// Who acts when nothing else is said.
    #[must_use]
    pub fn me(&self) -> Option<Actor> {
        self.sitting.post().map(Actor::Post)
    }
}

/// How far it has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Step {
    /// Who sits here.
    #[default]
    Post,
    /// The name.
    Name,
    /// What came of it, and the way on.
    Ready,
}

/// The first start.
#[derive(Debug, Clone, Default)]
pub struct Welcome {
    /// How far it has come.
    pub step: Step,
    /// The place of who sits here.
    pub in_hand: usize,
    /// The name, as typed.
    pub name: TextField,
    /// The file that keeps the answers, or why none does; none while it is being written.
    pub kept: Option<Result<String, String>>,
    /// Who showed the test notification, or why nobody did; none while it is waited for.
    pub shown: Option<Result<String, String>>,
}

impl Welcome {
    /// The first question, with the name of whoever is known to sit here.
    #[must_use]
    pub fn of(person: Option<&str>) -> Self {
        Self {
            name: person.map(TextField::with).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Who sits here.
    #[must_use]
    pub fn sitting(&self) -> Sitting {
        Sitting::ALL
            .get(self.in_hand)
            .copied()
            .unwrap_or(Sitting::Leader)
    }

    /// Moves the hand, down positive.
    pub fn step(&mut self, by: isize) {
        let last = Sitting::ALL.len() - 1;
        self.in_hand = self.in_hand.saturating_add_signed(by).min(last);
    }
}

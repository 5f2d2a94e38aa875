//! Ways to reach somebody who does not look at the screen: the desktop's notification service, and the user's own command.
//!
//! Everything in here is bounded in time and says what went wrong; it decides neither what is told nor in which words, and
//! knows no case. Called by `runtime`, and by `cli` for the test notification.

pub mod away;
pub mod desktop;

use std::time::Duration;

/// How urgently something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// A notice, a moment of the shift.
    Low,
    /// A clock that runs in days.
    Normal,
    /// A clock that runs in minutes or hours, or is past due.
    Critical,
}

/// A notification in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// One line.
    pub summary: String,
    /// What to do, in a few lines.
    pub body: String,
    /// How urgently.
    pub urgency: Urgency,
    /// One notification of a key replaces the one before.
    pub key: String,
    /// Buttons: what each is called inside, and on the screen.
    pub actions: Vec<(String, String)>,
}

/// Why somebody was not reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// The service, or the command, was not done in this time.
    Silent(Duration),
    /// The service, the way to it, or the command failed: what it says.
    Failed(String),
}

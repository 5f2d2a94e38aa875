//! What can end a command early: how it exits, one line saying what is wrong, and the mend where there is one.
//!
//! The texts are already in the user's language. Made by `cli` and `runtime`; printed by `cli` alone.

mod of_file;
mod of_store;

use std::fmt;

use crate::domain::text;

pub use of_file::{of_list, of_log, of_mapping, unreadable};
pub use of_store::of_store;

/// The exit codes of the contract, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Nothing is wrong: whoever read the output has gone.
    Done = 0,
    /// Refused by a rule.
    Refused = 1,
    /// Wrong usage or bad input.
    Usage = 2,
    /// The store or the system failed.
    System = 3,
}

/// Why a command ends early.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Failure {
    /// How it exits.
    pub exit: Exit,
    /// What is wrong, in one line; empty when everything has been said already.
    pub message: String,
    /// What mends it, in one line.
    pub mend: Option<String>,
}

impl Failure {
    /// Refused by a rule.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(Exit::Refused, message)
    }

    /// Wrong usage or bad input.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Exit::Usage, message)
    }

    /// The store or the system failed.
    pub fn system(message: impl Into<String>) -> Self {
        Self::new(Exit::System, message)
    }

    /// Everything has been said; only the exit code is left.
    #[must_use]
    pub const fn said(exit: Exit) -> Self {
        Self {
            exit,
            message: String::new(),
            mend: None,
        }
    }

    fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self {
            exit,
            message: message.into(),
            mend: None,
        }
    }

    /// With a mend.
    #[must_use]
    pub fn mend(mut self, mend: impl Into<String>) -> Self {
        self.mend = Some(mend.into());
        self
    }
}

impl fmt::Display for Failure {
    /// One line that is safe to show, whatever the parts hold: they quote files and arguments.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text::line(&self.message).text)?;
        match &self.mend {
            Some(mend) => write!(f, " · {}", text::line(mend).text),
            None => Ok(()),
        }
    }
}

//! The boards: what stands beside the queue, each a mode with its own state.
//!
//! Changed by `update`, drawn by `view`, read from the store by `runtime`. What is read may be old by the time it is shown;
//! the writer decides.

pub mod roster;

use super::keymap::Action;

/// A board that is read from the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Board {
    /// Who is on duty when.
    Roster,
}

/// The menu of boards: an act each, in the order shown.
pub const MENU: &[Action] = &[Action::Roster, Action::Journal];

//! The whole state of the dashboard as owned plain data.
//!
//! Changed by `update` alone, read by `view`.

use std::sync::Arc;

use super::msg::Entry;
use super::text::Texts;
use crate::domain::ids::Actor;
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::time::Stamp;

/// How the screen is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Light signs on dark ground.
    Dark,
    /// Dark signs on light ground.
    Light,
    /// No colour at all (`NO_COLOR`).
    None,
}

/// What the user set before the desk opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The colours.
    pub theme: Theme,
    /// Draw with ASCII signs only, for terminals that show box signs two cells wide.
    pub ascii: bool,
    /// Show seconds; without them the screen changes once a minute.
    pub seconds: bool,
    /// Who sits here; none: the post on duty at the moment of the act.
    pub me: Option<Actor>,
    /// The person who sits here.
    pub person: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::Dark,
            ascii: false,
            seconds: true,
            me: None,
            person: None,
        }
    }
}

/// The state of the dashboard.
#[derive(Debug, Clone)]
pub struct Model {
    /// What the user set.
    pub settings: Settings,
    /// The revision in force.
    pub rules: Arc<Rules>,
    /// Who is on duty when.
    pub roster: Roster,
    /// The present moment.
    pub now: Stamp,
    /// Width and height of the terminal in cells.
    pub size: (u16, u16),
    /// The queue.
    pub entries: Vec<Entry>,
}

impl Model {
    /// An empty desk; the runtime sends `Loaded` next.
    #[must_use]
    pub fn new(
        settings: Settings,
        rules: Arc<Rules>,
        texts: &Texts,
        size: (u16, u16),
        now: Stamp,
    ) -> Self {
        let _ = texts;
        Self {
            settings,
            rules,
            roster: Roster::default(),
            now,
            size,
            entries: Vec::new(),
        }
    }

    /// The next moment at which something on the screen changes by itself.
    #[must_use]
    pub fn next_change(&self) -> Stamp {
        self.now.to_second().plus_seconds(1)
    }
}

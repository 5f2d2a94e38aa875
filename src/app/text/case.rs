//! The words that the case's page and its dossier share: where a clock comes from, and until when something is shown.

use super::{Texts, say};
use crate::domain::clock::Section;
use crate::domain::ids::ClockId;
use crate::domain::time::Stamp;

impl Texts {
    /// The sections of the regulation that set a clock.
    #[must_use]
    pub fn sections(&self, id: ClockId) -> String {
        let sections = Section::of(id).iter().map(|section| match section {
            Section::Sign => say!(self, "section-sign"),
            Section::Dispatch => say!(self, "section-dispatch"),
            Section::Handle => say!(self, "section-handle"),
            Section::Reply => say!(self, "section-reply"),
            Section::Appeal => say!(self, "section-appeal"),
        });
        sections
            .collect::<Vec<_>>()
            .join(&say!(self, "list-separator"))
    }

    /// The time of a moment, to the second.
    #[must_use]
    pub fn time_of_day(&self, at: Stamp) -> String {
        let seconds = at.time().seconds();
        format!(
            "{:02}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )
    }
}

//! The words of the boards that depend on a value: what is owed and when, and the fields two sides disagree about.

use super::{Texts, say};
use crate::domain::aftercare::{What, When};
use crate::domain::event::Differed;
use crate::domain::ids::{Kind, Rating, Stage};
use crate::domain::time::Stamp;

impl Texts {
    /// What is owed after the close.
    #[must_use]
    pub fn owed(&self, what: What) -> String {
        match what {
            What::FollowUp => say!(self, "owed-follow-up"),
            What::Rework => say!(self, "owed-rework"),
            What::AppealWindow => say!(self, "owed-appeal"),
            What::AppealOpen => say!(self, "owed-appeal-open"),
            What::LookBack => say!(self, "owed-look-back"),
        }
    }

    /// When it is owed.
    #[must_use]
    pub fn when(&self, when: When) -> String {
        match when {
            When::Overdue => say!(self, "when-overdue"),
            When::AtOnce => say!(self, "when-at-once"),
            When::Today => say!(self, "when-today"),
            When::ThisWeek => say!(self, "when-this-week"),
            When::ThisMonth => say!(self, "when-this-month"),
            When::Later => say!(self, "when-later"),
        }
    }

    /// A field on which the desk and the platform disagree.
    #[must_use]
    pub fn differing_field(&self, field: &str) -> String {
        match field {
            "kind" => say!(self, "field-kind"),
            "community" => say!(self, "field-community"),
            "received" => say!(self, "field-received"),
            "status" => say!(self, "differing-status"),
            "unit" => say!(self, "differing-unit"),
            "rating" => say!(self, "event-rated"),
            "listed" => say!(self, "differing-listed"),
            other => other.to_owned(),
        }
    }

    /// A value of such a field; a word nobody knows stands as it is.
    #[must_use]
    pub fn differing_value(&self, field: &str, value: &str) -> String {
        let said = match field {
            "kind" => value.parse::<Kind>().ok().map(|k| self.full_kind(k)),
            "rating" => value.parse::<Rating>().ok().map(|r| self.rating(r)),
            "received" | "listed" => value.parse::<Stamp>().ok().map(|at| self.moment(at)),
            "status" => match value {
                "dispatched" => Some(say!(self, "status-dispatched")),
                "in_progress" => Some(say!(self, "stage-with-unit")),
                word => word.parse::<Stage>().ok().map(|s| self.stage(s)),
            },
            _ => None,
        };
        match said {
            Some(said) => said,
            None if value.is_empty() => say!(self, "differing-none"),
            None => value.to_owned(),
        }
    }

    /// What differed, side by side, and whether the platform's value was taken over.
    pub(super) fn difference(&self, e: &Differed) -> Vec<String> {
        let here = self.differing_value(&e.field, &e.here);
        let there = self.differing_value(&e.field, &e.there);
        let taken = e.taken.then(|| say!(self, "differing-taken"));
        [self.differing_field(&e.field), format!("{here} / {there}")]
            .into_iter()
            .chain(taken)
            .collect()
    }
}

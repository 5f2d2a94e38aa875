//! Why something is suggested, in words.

use super::{Texts, say};
use crate::domain::alike::Likeness;
use crate::domain::suggest::Reason;
use crate::domain::time::Stamp;

impl Texts {
    /// All reasons of a suggestion.
    #[must_use]
    pub fn reasons<'a>(&self, reasons: impl IntoIterator<Item = &'a Reason>, now: Stamp) -> String {
        let reasons: Vec<String> = reasons.into_iter().map(|r| self.reason(r, now)).collect();
        reasons.join(" · ")
    }

    fn reason(&self, reason: &Reason, now: Stamp) -> String {
        match reason {
            Reason::Alike(alike) => {
                let (number, at) = (alike.number.as_str(), self.dated(alike.received, now));
                match alike.by {
                    Likeness::Phone => say!(self, "reason-phone", number = number, at = at),
                    Likeness::Text(percent) => say!(
                        self,
                        "reason-text",
                        number = number,
                        at = at,
                        percent = i64::from(percent)
                    ),
                    Likeness::Place(percent) => say!(
                        self,
                        "reason-place",
                        number = number,
                        at = at,
                        percent = i64::from(percent)
                    ),
                }
            }
            Reason::Words(words) => {
                let words = words.join(&say!(self, "list-separator"));
                say!(self, "reason-words", words = words)
            }
            Reason::NobodyHolds => say!(self, "reason-nobody-holds"),
            Reason::Transfers(count) => {
                say!(self, "reason-transfers", count = i64::from(*count))
            }
            Reason::Tagged(tag) => say!(self, "reason-tagged", tag = self.tag(*tag)),
            Reason::Complaints(count) => say!(self, "reason-complaints", count = *count),
            Reason::BadRatings(count) => say!(self, "reason-bad-ratings", count = *count),
            Reason::NoLead(units) => say!(self, "reason-no-lead", units = *units),
        }
    }
}

//! Why an act was refused, in one line: what stands in the way, who did it and when.

use super::{Texts, say};
use crate::domain::decide::{Did, Refusal};
use crate::domain::time::Stamp;

impl Texts {
    fn doer(&self, did: &Did) -> String {
        self.who(&did.by, did.person.as_deref())
    }

    /// The line for a refusal; a moment of another year says so.
    #[must_use]
    pub fn refusal(&self, refusal: &Refusal, now: Stamp) -> String {
        match refusal {
            Refusal::UnknownCase(number) => {
                say!(self, "refusal-unknown-case", number = number.as_str())
            }
            Refusal::AlreadyThere(number) => {
                say!(self, "refusal-already-there", number = number.as_str())
            }
            Refusal::Future { at } => say!(self, "refusal-future", at = self.dated(*at, now)),
            Refusal::BeforeReceipt { received } => {
                say!(
                    self,
                    "refusal-before-receipt",
                    at = self.dated(*received, now)
                )
            }
            Refusal::AlreadyDone(did) => say!(
                self,
                "refusal-already-done",
                who = self.doer(did),
                what = self.event(did.event),
                at = self.dated(did.at, now)
            ),
            Refusal::AlreadyBefore => say!(self, "refusal-already-before"),
            Refusal::Closed(None) => say!(self, "refusal-closed"),
            Refusal::Closed(Some(did)) => say!(
                self,
                "refusal-closed-by",
                who = self.doer(did),
                at = self.dated(did.at, now)
            ),
            Refusal::Void(did) => say!(
                self,
                "refusal-void",
                who = self.doer(did),
                at = self.dated(did.at, now)
            ),
            Refusal::NotClosed(stage) => {
                say!(self, "refusal-not-closed", stage = self.stage(*stage))
            }
            Refusal::NotOnCase(unit) => say!(self, "refusal-not-on-case", unit = unit.as_str()),
            Refusal::WhichUnit => say!(self, "refusal-which-unit"),
            Refusal::NotLead {
                unit,
                lead: Some(lead),
            } => say!(
                self,
                "refusal-not-lead",
                unit = unit.as_str(),
                lead = lead.as_str()
            ),
            Refusal::NotLead { unit, lead: None } => {
                say!(self, "refusal-nobody-leads", unit = unit.as_str())
            }
            Refusal::NoReply => say!(self, "refusal-no-reply"),
            Refusal::AlreadyReviewed(None) => say!(self, "refusal-already-reviewed"),
            Refusal::AlreadyReviewed(Some(did)) => say!(
                self,
                "refusal-already-reviewed-by",
                who = self.doer(did),
                at = self.dated(did.at, now)
            ),
            Refusal::NotAccepted => say!(self, "refusal-not-accepted"),
            Refusal::NeedsReason => say!(self, "refusal-needs-reason"),
            Refusal::NoUnits => say!(self, "refusal-no-units"),
            Refusal::OneLead => say!(self, "refusal-one-lead"),
            Refusal::NoCommunity => say!(self, "refusal-no-community"),
            Refusal::NoCloseDue => say!(self, "refusal-no-close-due"),
            Refusal::CloseDueBeforeReceipt { received } => say!(
                self,
                "refusal-close-due-before-receipt",
                at = self.dated(*received, now)
            ),
            Refusal::NoBadRating => say!(self, "refusal-no-bad-rating"),
            Refusal::NoOpenAppeal => say!(self, "refusal-no-open-appeal"),
            Refusal::NoLookBack => say!(self, "refusal-no-look-back"),
            Refusal::TagUnchanged => say!(self, "refusal-tag-unchanged"),
            Refusal::DealtWith => say!(self, "refusal-dealt-with"),
            Refusal::NothingDiffers => say!(self, "refusal-nothing-differs"),
            Refusal::CannotTake => say!(self, "refusal-cannot-take"),
            Refusal::NothingChanged => say!(self, "refusal-nothing-changed"),
            Refusal::NothingToUndo => say!(self, "refusal-nothing-to-undo"),
            Refusal::NoSuchFact(id) => say!(self, "refusal-no-such-fact", id = id.as_str()),
            Refusal::ReceiptStands => say!(self, "refusal-receipt-stands"),
            Refusal::LaterFact(did) => say!(
                self,
                "refusal-later-fact",
                who = self.doer(did),
                what = self.event(did.event),
                at = self.dated(did.at, now)
            ),
            Refusal::Changed(None) => say!(self, "refusal-changed"),
            Refusal::Changed(Some(did)) => say!(
                self,
                "refusal-changed-by",
                who = self.doer(did),
                what = self.event(did.event),
                at = self.dated(did.at, now)
            ),
            Refusal::SameCase => say!(self, "refusal-same-case"),
            Refusal::SamePost => say!(self, "refusal-same-post"),
        }
    }
}

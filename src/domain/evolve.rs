//! Facts to a case. Total: history is never refused (S3); what a rule says changes nothing, changes nothing.
//!
//! Called by `store` and `explain`, and by `decide` to look at the state as of a moment.

use super::case::Case;
use super::event::Fact;
use super::time::Stamp;

impl Case {
    /// The case its facts make, as known at `now`; `None` without a `received` fact. Facts of the roster are passed over.
    #[must_use]
    pub fn fold<'a>(facts: impl IntoIterator<Item = &'a Fact>, now: Stamp) -> Option<Self> {
        let _ = (facts.into_iter().next(), now);
        todo!()
    }
}

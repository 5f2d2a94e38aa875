//! Pages that were laid out, kept with their lines: a hand that comes back to one, or to one that was laid out ahead of it,
//! waits for no text.

use std::collections::VecDeque;
use std::ops::Range;

use super::{Ground, PageLine, PageState};
use crate::domain::time::Stamp;

/// So many are kept: those the hand has come from last, and those beside it.
const KEPT: usize = 16;

/// The pages that were laid out, the last one last.
#[derive(Debug, Default)]
pub struct Pages(VecDeque<Laid>);

/// A page with its lines.
#[derive(Debug)]
pub(super) struct Laid {
    pub state: PageState,
    pub ground: Ground,
    /// When they stand, but for what counts in them.
    pub stands: Range<Stamp>,
    pub lines: Vec<PageLine>,
}

impl Pages {
    /// The lines of a page, as far as they stand.
    pub(super) fn find(&self, state: PageState, ground: Ground, now: Stamp) -> Option<&[PageLine]> {
        let is_it = |laid: &&Laid| {
            (laid.state, laid.ground) == (state, ground) && laid.stands.contains(&now)
        };
        self.0.iter().rfind(is_it).map(|laid| laid.lines.as_slice())
    }

    /// Keeps a page instead of what was kept of the same case, and lets go of what was kept longest.
    pub(super) fn keep(&mut self, page: Laid) {
        self.0.retain(|laid| laid.state.case != page.state.case);
        if self.0.len() == KEPT {
            self.0.pop_front();
        }
        self.0.push_back(page);
    }
}

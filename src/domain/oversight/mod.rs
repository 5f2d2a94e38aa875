//! Section 六 as pure functions: the weekly and monthly ranking (O1), the last of it (O2) and the ladder (O3).
//!
//! Every figure is counted case by case from [`Seen`], so that nothing here holds a year in memory. Knows no store and no
//! screen; called by `cli` and the boards.

mod bulletin;
mod ladder;
mod ranking;
mod seen;

pub use bulletin::{Bulletin, Counting, OfGroup, Repeated, Satisfaction, Tally, Totals};
pub use ladder::{Ladder, Ladders, LastPlace, OfRung, OnLadder, Subject};
pub use ranking::{Figures, Part, Ranked, Ranking};
pub use seen::{Answerer, Excuse, Lapse, LapseKind, Seen, SentBack};

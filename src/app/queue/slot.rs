//! A case in its place in the queue: its group, and what decides its place there.

use super::{Group, Grouping, Seat};
use crate::app::msg::Entry;
use crate::domain::ids::Number;
use crate::domain::policy::Policy;
use crate::domain::time::Stamp;

/// A case with its place.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    pub entry: Entry,
    pub group: Group,
    /// When what decides its place is due.
    pub due: Option<Stamp>,
    /// Its place in its group.
    urgency: Stamp,
}

impl Slot {
    /// The most urgent clock decides the place, or the next step where it decides the groups: what must be done at once and
    /// has no clock comes first, what nothing binds comes last.
    pub fn new(entry: Entry, grouping: Grouping, policy: &Policy, seat: Seat) -> Self {
        let group = grouping.of(&entry.row, policy, seat);
        let mut due = entry.row.next.and_then(|c| c.due);
        let mut urgency = due.unwrap_or(Stamp::from_micros(i64::MAX));
        if let Some(step) = entry.row.plan.at(seat.now).filter(|_| grouping.by_step()) {
            due = step.due;
            urgency = due.unwrap_or(Stamp::from_micros(if step.task.is_at_once() {
                i64::MIN
            } else {
                i64::MAX
            }));
        }
        Self {
            entry,
            group,
            due,
            urgency,
        }
    }

    pub fn place(&self) -> (&Group, Stamp, &Number) {
        (&self.group, self.urgency, &self.entry.row.number)
    }
}

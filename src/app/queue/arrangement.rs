//! The cases in the order of one grouping.
//!
//! Made when a grouping is first looked at and kept in step with every change from then on, so that going through the
//! groupings sorts nothing again. Knows places, not lines; used by the queue alone.

use std::collections::BTreeMap;

use super::{Group, Grouping, Seat};
use crate::app::msg::Entry;
use crate::domain::ids::Number;
use crate::domain::policy::Policy;
use crate::domain::time::Stamp;

/// Where a case stands: its group, and what decides its place there.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub group: Group,
    /// When what decides the place is due.
    pub due: Option<Stamp>,
    urgency: Stamp,
}

impl Place {
    /// The most urgent clock decides the place, or the next step where it decides the groups: what must be done at once and
    /// has no clock comes first, what nothing binds comes last.
    fn new(entry: &Entry, grouping: Grouping, policy: &Policy, seat: Seat) -> Self {
        let group = grouping.of(&entry.row, policy, seat);
        let mut due = entry.row.next.and_then(|c| c.due);
        let mut urgency = due.unwrap_or(Stamp::from_micros(i64::MAX));
        if grouping.by_step()
            && let Some(step) = entry.row.plan.at(seat.now)
        {
            due = step.due;
            urgency = due.unwrap_or(Stamp::from_micros(if step.task.is_at_once() {
                i64::MIN
            } else {
                i64::MAX
            }));
        }
        Self {
            group,
            due,
            urgency,
        }
    }
}

/// The cases in the order of one grouping.
#[derive(Debug, Clone, Default)]
pub(super) struct Arrangement {
    grouping: Grouping,
    /// By slot.
    places: Vec<Option<Place>>,
    /// The slots in order.
    order: Vec<usize>,
    /// The groups in order, each with how many of the slots are its cases.
    runs: Vec<(Group, usize)>,
}

impl Arrangement {
    pub fn new(grouping: Grouping, slots: &[Option<Entry>], policy: &Policy, seat: Seat) -> Self {
        let places: Vec<Option<Place>> = slots
            .iter()
            .map(|slot| slot.as_ref().map(|e| Place::new(e, grouping, policy, seat)))
            .collect();
        let mut arrangement = Self {
            grouping,
            places,
            order: Vec::new(),
            runs: Vec::new(),
        };
        arrangement.order = arrangement.sorted(slots);
        let group = |i: usize| arrangement.place(i).map(|p| &p.group);
        let runs = arrangement.order.chunk_by(|a, b| group(*a) == group(*b));
        let runs = runs.filter_map(|run| Some((group(*run.first()?)?.clone(), run.len())));
        arrangement.runs = runs.collect();
        arrangement
    }

    /// The slots in order. Groups are few and dear to compare, so that each is compared with the others once, and the cases
    /// by the rank of theirs.
    fn sorted(&self, slots: &[Option<Entry>]) -> Vec<usize> {
        let mut ranks: BTreeMap<&Group, usize> = BTreeMap::new();
        for place in self.places.iter().flatten() {
            ranks.entry(&place.group).or_default();
        }
        for (rank, of_group) in ranks.values_mut().enumerate() {
            *of_group = rank;
        }
        let mut keys: Vec<(usize, Stamp, usize)> = self
            .places
            .iter()
            .enumerate()
            .filter_map(|(i, place)| {
                let place = place.as_ref()?;
                Some((*ranks.get(&place.group)?, place.urgency, i))
            })
            .collect();
        keys.sort_unstable_by(|a, b| {
            let by_number = || number(slots, a.2).cmp(&number(slots, b.2));
            (a.0, a.1).cmp(&(b.0, b.1)).then_with(by_number)
        });
        keys.into_iter().map(|(_, _, i)| i).collect()
    }

    /// Where a case stands that is in the queue: its group, its urgency, its number.
    fn key<'a>(
        &'a self,
        slots: &'a [Option<Entry>],
        i: usize,
    ) -> Option<(&'a Group, Stamp, &'a Number)> {
        let place = self.place(i)?;
        Some((&place.group, place.urgency, number(slots, i)?))
    }

    /// Where the case of a slot is, or would be, in the order.
    fn position(&self, slots: &[Option<Entry>], i: usize) -> usize {
        let here = self.key(slots, i);
        self.order.partition_point(|j| self.key(slots, *j) < here)
    }

    /// The case of a slot came: it is put in its place, and nothing else moves.
    pub fn put(&mut self, slots: &[Option<Entry>], i: usize, policy: &Policy, seat: Seat) {
        let entry = slots.get(i).and_then(Option::as_ref);
        let place = entry.map(|e| Place::new(e, self.grouping, policy, seat));
        if self.places.len() <= i {
            self.places.resize(i + 1, None);
        }
        if let Some(here) = self.places.get_mut(i) {
            *here = place;
        }
        let at = self.position(slots, i);
        self.order.insert(at, i);
        let Some(group) = self.place(i).map(|p| p.group.clone()) else {
            return;
        };
        match self.run_of(&group) {
            Ok(run) => self.runs[run].1 += 1,
            Err(run) => self.runs.insert(run, (group, 1)),
        }
    }

    /// The case of a slot, which it still has, is about to leave.
    pub fn take(&mut self, slots: &[Option<Entry>], i: usize) {
        let at = self.position(slots, i);
        if self.order.get(at) == Some(&i) {
            self.order.remove(at);
        }
        let place = self.places.get_mut(i).and_then(Option::take);
        if let Some(Ok(run)) = place.map(|p| self.run_of(&p.group)) {
            self.runs[run].1 -= 1;
            if self.runs[run].1 == 0 {
                self.runs.remove(run);
            }
        }
    }

    /// The place of a group among the runs, or where it would be.
    fn run_of(&self, group: &Group) -> Result<usize, usize> {
        self.runs.binary_search_by(|(other, _)| other.cmp(group))
    }

    pub const fn grouping(&self) -> Grouping {
        self.grouping
    }

    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// The groups in order, each with the slots of its cases in order.
    pub fn groups(&self) -> impl Iterator<Item = (&Group, &[usize])> {
        let mut rest = self.order.as_slice();
        self.runs.iter().map(move |(group, cases)| {
            let (of_group, others) = rest.split_at_checked(*cases).unwrap_or((rest, &[]));
            rest = others;
            (group, of_group)
        })
    }

    pub fn place(&self, slot: usize) -> Option<&Place> {
        self.places.get(slot).and_then(Option::as_ref)
    }
}

fn number(slots: &[Option<Entry>], i: usize) -> Option<&Number> {
    slots.get(i)?.as_ref().map(|e| &e.row.number)
}

//! Which facts count and in what order (S3): known by now, not undone, in the order of the work.
//!
//! Called by every fold: `evolve` for a case, `roster` for the roster.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Event, Fact};
use super::ids::FactId;
use super::time::Stamp;

/// The facts known at `now` that still stand, in the order of S3. `undone` facts themselves are left out: what they
/// took back is gone, and undoing an undo brings it back (S16). A `received` cannot be undone.
#[must_use]
pub fn standing<'a>(facts: impl IntoIterator<Item = &'a Fact>, now: Stamp) -> Vec<&'a Fact> {
    let mut known = known(facts, now);
    let undone = undone(&known);
    known.retain(|f| !matches!(f.event, Event::Undone(_)) && !is_in(&undone, f));
    known
}

/// The facts known at `now`, undone or not, in the order of S3.
#[must_use]
pub fn known<'a>(facts: impl IntoIterator<Item = &'a Fact>, now: Stamp) -> Vec<&'a Fact> {
    let mut known: Vec<&Fact> = facts.into_iter().filter(|f| f.at <= now).collect();
    // A stable sort: facts of one instant and kind stay in the order given.
    known.sort_by_key(|f| (f.at, f.event.rank()));
    known
}

/// The ids of the facts among `known` that an `undone` fact takes back, where that one itself stands.
#[must_use]
pub fn undone(known: &[&Fact]) -> BTreeSet<FactId> {
    let mut by_target: BTreeMap<&FactId, Vec<&Fact>> = BTreeMap::new();
    for fact in known {
        if let Event::Undone(e) = &fact.event {
            by_target.entry(&e.target).or_default().push(fact);
        }
    }
    if by_target.is_empty() {
        return BTreeSet::new();
    }
    let received: BTreeSet<&FactId> = known
        .iter()
        .filter(|f| matches!(f.event, Event::Received(_)))
        .filter_map(|f| f.id.as_ref())
        .collect();
    by_target
        .keys()
        .filter(|id| {
            !received.contains(**id) && is_taken_back(id, &by_target, &mut BTreeSet::new())
        })
        .map(|id| (*id).clone())
        .collect()
}

/// Does some standing `undone` target the fact? A ring of undos, which only a made-up history can hold, takes back nothing.
fn is_taken_back<'a>(
    id: &'a FactId,
    by_target: &BTreeMap<&'a FactId, Vec<&'a Fact>>,
    path: &mut BTreeSet<&'a FactId>,
) -> bool {
    if !path.insert(id) {
        return false;
    }
    let taken = by_target.get(id).is_some_and(|undos| {
        undos.iter().any(|u| {
            u.id.as_ref()
                .is_none_or(|undo| !is_taken_back(undo, by_target, path))
        })
    });
    path.remove(id);
    taken
}

fn is_in(ids: &BTreeSet<FactId>, fact: &Fact) -> bool {
    fact.id.as_ref().is_some_and(|id| ids.contains(id))
}

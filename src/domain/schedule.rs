//! When the next thing is to be told: of each case its next moment, all of them in order.
//!
//! A plain value, renewed case by case as facts change; whether there is anything to tell is asked of the facts anew when the
//! moment comes. Kept by the store's thread in `runtime`.

use std::collections::{BTreeSet, HashMap};

use super::ids::Number;
use super::time::Stamp;

/// The next moments; the shift stands beside the cases as `None`.
#[derive(Debug, Clone, Default)]
pub struct Schedule {
    order: BTreeSet<(Stamp, Option<Number>)>,
    at: HashMap<Option<Number>, Stamp>,
}

impl Schedule {
    /// Puts the next moment of a case in the place of the one that stood; none when nothing more is to be told.
    pub fn put(&mut self, whose: Option<Number>, next: Option<Stamp>) {
        if let Some(before) = self.at.remove(&whose) {
            self.order.remove(&(before, whose.clone()));
        }
        if let Some(next) = next {
            self.at.insert(whose.clone(), next);
            self.order.insert((next, whose));
        }
    }

    /// The next moment of all.
    #[must_use]
    pub fn next(&self) -> Option<Stamp> {
        self.order.first().map(|(at, _)| *at)
    }

    /// Whose moment has come by `now`.
    pub fn due(&self, now: Stamp) -> Vec<Option<Number>> {
        self.order
            .iter()
            .take_while(|(at, _)| *at <= now)
            .map(|(_, whose)| whose.clone())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Stamp {
        Stamp::from_unix(seconds)
    }

    #[test]
    fn a_new_moment_takes_the_place_of_the_old_one() {
        let case = Some(Number::from("1"));
        let mut schedule = Schedule::default();
        schedule.put(case.clone(), Some(at(10)));
        schedule.put(None, Some(at(20)));
        assert_eq!(schedule.next(), Some(at(10)));
        schedule.put(case.clone(), Some(at(30)));
        assert_eq!(schedule.next(), Some(at(20)));
        assert_eq!(schedule.due(at(30)), [None, case.clone()]);
        schedule.put(case, None);
        assert_eq!(schedule.due(at(30)), [None]);
    }
}

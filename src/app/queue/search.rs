//! The search over the queue: which rows hold what is typed.
//!
//! The texts are made ready at the first search, and from then on row by row as they change; a longer query looks only at
//! what the shorter one found.

use std::collections::BTreeSet;

use crate::app::finder::{Finder, Indexed, Needle};
use crate::domain::ids::{Community, Number, Unit};
use crate::domain::policy::Policy;
use crate::domain::queue::Row;

/// What is looked for, and the rows made ready for it.
#[derive(Debug, Clone, Default)]
pub(super) struct Search {
    typed: String,
    needle: Needle,
    /// Made at the first search.
    finder: Option<Finder>,
    /// By slot.
    texts: Vec<Indexed>,
    /// By slot; empty while nothing is looked for.
    hits: Vec<bool>,
    /// Cases in which it stands where no row shows it.
    pub(super) besides: BTreeSet<Number>,
}

/// The texts a row is found by, here and by `zhiban list --search`. The unit of its community is among them before it has
/// the case: who looks for it means its cases. What a citizen wrote and who they are does not stand in a row.
pub fn texts<'a>(row: &'a Row, policy: &'a Policy) -> impl Iterator<Item = &'a str> {
    let community = row.community.as_ref();
    let own = community
        .and_then(|c| policy.community(c.as_str()))
        .map(|c| &c.unit)
        .filter(|unit| !row.units.contains(unit));
    [row.number.as_str(), &row.title, &row.address]
        .into_iter()
        .chain(row.units.iter().chain(own).map(Unit::as_str))
        .chain(community.map(Community::as_str))
}

impl Search {
    pub(super) fn typed(&self) -> &str {
        &self.typed
    }

    pub(super) const fn is_on(&self) -> bool {
        !self.needle.is_empty()
    }

    /// Is the row of a slot among what was found?
    pub(super) fn shows(&self, slot: usize) -> bool {
        self.needle.is_empty() || self.hits.get(slot).copied().unwrap_or(false)
    }

    /// All rows are others now.
    pub(super) fn forget_texts(&mut self) {
        self.finder = None;
        self.texts.clear();
        self.hits.clear();
    }

    pub(super) fn look_for<'a>(
        &mut self,
        typed: &str,
        rows: impl Iterator<Item = Option<&'a Row>>,
        policy: &Policy,
    ) {
        let needle = Needle::new(typed);
        if typed != self.typed {
            self.besides.clear();
        }
        typed.clone_into(&mut self.typed);
        if needle.is_empty() {
            self.needle = needle;
            self.hits.clear();
            return;
        }
        let finder = match &mut self.finder {
            Some(finder) => finder,
            none => {
                let mut finder = Finder::default();
                self.texts = rows
                    .map(|row| {
                        row.map_or_else(Indexed::default, |r| finder.index(texts(r, policy)))
                    })
                    .collect();
                self.hits.clear();
                none.insert(finder)
            }
        };
        let narrows = !self.needle.is_empty() && needle.narrows(&self.needle);
        if !narrows || self.hits.len() != self.texts.len() {
            self.hits.clear();
            self.hits.resize(self.texts.len(), true);
        }
        for (hit, text) in self.hits.iter_mut().zip(&self.texts) {
            *hit = *hit && finder.finds(text, &needle);
        }
        self.needle = needle;
    }

    /// What is looked for stands in the cases of these slots.
    pub(super) fn hit(&mut self, slots: &[usize]) {
        for slot in slots {
            if let Some(hit) = self.hits.get_mut(*slot) {
                *hit = true;
            }
        }
    }

    /// The row of a slot came or changed.
    pub(super) fn put(&mut self, slot: usize, row: &Row, policy: &Policy) {
        let Some(finder) = &mut self.finder else {
            return;
        };
        let text = finder.index(texts(row, policy));
        let hit = !self.needle.is_empty()
            && (finder.finds(&text, &self.needle) || self.besides.contains(&row.number));
        if self.texts.len() <= slot {
            self.texts.resize(slot + 1, Indexed::default());
        }
        if let Some(place) = self.texts.get_mut(slot) {
            *place = text;
        }
        if !self.needle.is_empty() {
            if self.hits.len() <= slot {
                self.hits.resize(slot + 1, false);
            }
            if let Some(place) = self.hits.get_mut(slot) {
                *place = hit;
            }
        }
    }

    /// The row of a slot left.
    pub(super) fn remove(&mut self, slot: usize) {
        if let Some(text) = self.texts.get_mut(slot) {
            *text = Indexed::default();
        }
        if let Some(hit) = self.hits.get_mut(slot) {
            *hit = false;
        }
    }
}

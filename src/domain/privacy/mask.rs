//! The citizen of a case as it is shown: by the first sign of the name and the ends of the number, in every text of the case.

use std::collections::BTreeSet;

use super::super::event::{Fact, Received};
use super::digits::{self, Cover, Numbers};
use super::veil::{self, Own, Veil, veiled};
use super::words::Words;
use super::{Citizen, NOBODY, REST, name, phone, replaced_after, untitled_all};

/// A name of fewer signs stands in too many words.
pub(super) const SHORTEST: usize = 2;

/// How somebody is called by a surname that is known; a surname that is not known may be a part of any word.
const CALLED: [&str; 14] = [
    "某", "姓", "阿姨", "大爷", "大妈", "大叔", "大姐", "大哥", "叔叔", "奶奶", "爷爷", "师傅",
    "老师", "老板",
];

/// Whom to mask wherever they stand in the texts of a case; see `Case::mask`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mask {
    names: Words,
    surnames: BTreeSet<char>,
    numbers: Numbers,
}

impl Mask {
    /// From whoever was named as the citizen at any time.
    #[must_use]
    pub fn of(citizens: &[Citizen]) -> Self {
        let mut mask = Self::default();
        for citizen in citizens {
            mask.know(citizen, SHORTEST);
        }
        mask
    }

    /// Knows a citizen, by name only where that has so many signs.
    pub(super) fn know(&mut self, citizen: &Citizen, least: usize) {
        let name = citizen.name.trim();
        if !NOBODY.contains(&name) {
            self.names.learn(name, least);
            let first = name.chars().next();
            self.surnames.extend(first.filter(|c| !c.is_ascii()));
        }
        self.know_number(&citizen.phone);
    }

    pub(super) fn know_number(&mut self, phone: &str) {
        self.numbers.learn(phone);
    }

    /// Knows no name and no number any more that others have as well.
    pub(super) fn forget(&mut self, others: &Self) {
        self.names.forget(&others.names);
        self.numbers.forget(&others.numbers);
    }

    /// A text without the names and numbers.
    #[must_use]
    pub fn text(&self, said: &str) -> String {
        self.covered(said, Cover::Middle)
    }

    pub(super) fn covered(&self, said: &str, cover: Cover) -> String {
        let unnamed = self.uncalled(self.unnamed(said));
        untitled_all(digits::numbers_in(&unnamed, &self.numbers, cover))
    }

    /// A text without what is known, and with all else as it was.
    pub(super) fn known(&self, said: &str, cover: Cover) -> String {
        digits::known_in(&self.unnamed(said), &self.numbers, cover)
    }

    fn unnamed(&self, said: &str) -> String {
        self.names.replace(said, |first| format!("{first}{REST}"))
    }

    /// A text without how a citizen is called by the surname.
    fn uncalled(&self, mut said: String) -> String {
        if !said.chars().any(|c| self.surnames.contains(&c)) {
            return said;
        }
        for called in CALLED {
            if said.contains(called) {
                said = replaced_after(&said, called, |c| self.surnames.contains(&c));
            }
        }
        said
    }

    /// What was received, with the citizen masked.
    #[must_use]
    pub fn received(&self, e: &Received) -> Received {
        veil::received(self, e)
    }

    /// The value of a field by its name, with the citizen masked.
    #[must_use]
    pub fn field(&self, name: &str, said: &str) -> String {
        veil::field(self, name, said)
    }

    /// A fact with the citizen masked. What it bears on (times, units, verdicts) is as it was.
    #[must_use]
    pub fn fact(&self, fact: &Fact) -> Fact {
        veiled(self, fact)
    }
}

impl Veil for Mask {
    fn own(&self, what: Own, said: &str) -> String {
        match what {
            Own::Name => name(said),
            Own::Phone => phone(said),
            Own::Address | Own::Letter => self.text(said),
        }
    }

    fn text(&self, said: &str) -> String {
        Self::text(self, said)
    }

    fn official(&self, said: &str) -> String {
        let unnamed = self.uncalled(self.unnamed(said));
        digits::known_in(&unnamed, &self.numbers, Cover::Middle)
    }
}

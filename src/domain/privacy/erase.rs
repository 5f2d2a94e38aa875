//! What is left of a case's words once its citizen is erased: what was done and why, and nothing that leads to a person.
//!
//! The citizen's own fields and letter go whole. What the office and the units wrote stays without the citizen's names,
//! numbers and address, in whatever form they stand there. Called by `store`.

use super::super::event::Fact;
use super::digits::{Cover, digit};
use super::mask::SHORTEST;
use super::veil::{Own, Veil, veiled};
use super::words::Words;
use super::{Citizen, Mask, REST, citizens, is_titled, own_words};

/// A shorter address is one many live at.
const SHORTEST_PLACE: usize = 3;

/// What follows the number of a house or a flat.
const HOUSED: &str = "号栋幢座室楼层弄单元户梯";

/// A name of fewer signs is taken for a word where nothing says that it is spoken of the case.
const SHORTEST_FAR: usize = 3;

/// Where words are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// In the roster and in cases of the same matter.
    Near,
    /// Anywhere.
    Far,
}

/// What is to go.
#[derive(Debug, Clone, Default)]
pub struct Erasure {
    mask: Mask,
    places: Words,
}

impl Erasure {
    /// Of the citizens of a case, from all its facts.
    #[must_use]
    pub fn of(facts: &[Fact]) -> Self {
        let mut erasure = Self {
            mask: Mask::of(&citizens(facts)),
            places: Words::default(),
        };
        for fact in facts {
            let [_, _, address] = own_words(&fact.event);
            erasure.lives_at(address);
        }
        erasure
    }

    /// Further knows the citizens of a case that were erased there, for the words of other cases and of the roster.
    pub fn reach(&mut self, facts: &[Fact], how: Reach) {
        for citizen in citizens(facts) {
            self.know(&citizen, how);
        }
        for fact in facts {
            let [_, _, address] = own_words(&fact.event);
            // Without the number of a house it is a street, and many speak of it.
            if address.chars().any(|c| digit(c).is_some()) {
                self.lives_at(address);
            }
        }
    }

    /// Further knows a citizen.
    pub fn know(&mut self, citizen: &Citizen, how: Reach) {
        match how {
            Reach::Near => self.mask.know(citizen, SHORTEST),
            // What names somebody here is a word, or somebody else, elsewhere.
            Reach::Far if is_titled(&citizen.name) => self.mask.know_number(&citizen.phone),
            Reach::Far => self.mask.know(citizen, SHORTEST_FAR),
        }
    }

    /// Further knows an address.
    pub fn lives_at(&mut self, address: &str) {
        self.places.learn(address, SHORTEST_PLACE);
    }

    /// Spares what others, who are not to be erased, have in common with these.
    pub fn spare(&mut self, others: &Self) {
        self.mask.forget(&others.mask);
        self.places.forget(&others.places);
    }

    /// A fact of the case without its citizen.
    #[must_use]
    pub fn fact(&self, fact: &Fact) -> Fact {
        veiled(self, fact)
    }

    /// What was written elsewhere, without what is known and with all else as it was.
    #[must_use]
    pub fn elsewhere(&self, said: &str) -> String {
        let unplaced = self.unplaced(said);
        self.mask.known(&unplaced, Cover::Whole)
    }

    /// A fact of another case, or of the roster, without what is known. What its own citizen said stays.
    #[must_use]
    pub fn fact_elsewhere(&self, fact: &Fact) -> Fact {
        veiled(&Elsewhere(self), fact)
    }

    fn unplaced(&self, said: &str) -> String {
        self.places.replace(said, |_| REST.to_owned())
    }
}

impl Veil for Erasure {
    fn own(&self, _: Own, _: &str) -> String {
        String::new()
    }

    fn text(&self, said: &str) -> String {
        unhoused(&self.mask.covered(&self.unplaced(said), Cover::Whole))
    }

    fn official(&self, said: &str) -> String {
        self.elsewhere(said)
    }
}

struct Elsewhere<'a>(&'a Erasure);

impl Veil for Elsewhere<'_> {
    fn own(&self, _: Own, said: &str) -> String {
        said.to_owned()
    }

    fn text(&self, said: &str) -> String {
        self.0.elsewhere(said)
    }

    fn official(&self, said: &str) -> String {
        self.0.elsewhere(said)
    }
}

/// Leaves no free word at all: for a fact that comes in late for a case whose citizen nobody knows any more.
#[derive(Debug, Clone, Copy)]
pub struct Blank;

impl Blank {
    fn all(said: &str) -> String {
        if said.is_empty() {
            String::new()
        } else {
            REST.to_owned()
        }
    }
}

impl Veil for Blank {
    fn own(&self, _: Own, _: &str) -> String {
        String::new()
    }

    fn text(&self, said: &str) -> String {
        Self::all(said)
    }

    fn official(&self, said: &str) -> String {
        Self::all(said)
    }
}

/// Puts stars in the place of the numbers of houses and flats.
fn unhoused(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let mut out = signs.clone();
    let is_part = |c: char| digit(c).is_some() || matches!(c, '-' | '－' | '#' | ' ');
    let mut from: usize = 0;
    for (at, sign) in signs.iter().enumerate() {
        if is_part(*sign) {
            continue;
        }
        let before = from.checked_sub(1).and_then(|b| signs.get(b));
        // 11月23号 is a day.
        if HOUSED.contains(*sign) && before != Some(&'月') {
            let number = out.iter_mut().take(at).skip(from);
            number
                .filter(|c| digit(**c).is_some())
                .for_each(|c| *c = '*');
        }
        from = at + 1;
    }
    out.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::event::{Event, Noted, Received};
    use super::super::super::ids::{Actor, Kind};
    use super::super::super::time::Stamp;
    use super::*;

    fn fact(event: Event) -> Fact {
        Fact {
            id: None,
            at: Stamp::from_unix(0),
            case: None,
            by: Actor::System,
            person: Some("陈工".to_owned()),
            note: Some("李 明来电 139-1234-5678，李阿姨也在".to_owned()),
            event,
        }
    }

    fn story() -> [Fact; 2] {
        let received = Received {
            body: "我是李明".to_owned(),
            address: "柳河路8号3-502室".to_owned(),
            reporter: "李明".to_owned(),
            phone: "13912345678".to_owned(),
            ..Received::new(Kind::Ordinary, "李明反映柳河路8号3-502室噪声")
        };
        let noted = Noted {
            text: "柳河路 8 号 3-502 室 8号楼无人，11月23号再去".to_owned(),
        };
        [
            fact(Event::Received(Box::new(received))),
            fact(Event::Noted(noted)),
        ]
    }

    #[test]
    fn nothing_of_the_citizen_is_left() {
        let story = story();
        let erasure = Erasure::of(&story);
        let left = story.each_ref().map(|f| erasure.fact(f));
        let said = format!("{left:?}");
        for gone in ["李明", "李 明", "李阿姨", "1234", "柳河路", "502", "8号"] {
            assert!(!said.contains(gone), "{gone} in {said}");
        }
        for kept in ["李**反映**噪声", "李**来电", "*号楼无人，11月23号", "陈工"] {
            assert!(said.contains(kept), "no {kept} in {said}");
        }
    }

    #[test]
    fn elsewhere_only_what_is_known_goes_and_what_others_have_stays() {
        let [received, _] = story();
        let mut erasure = Erasure::default();
        for name in ["李明", "欧阳小明", "林女士"] {
            let citizen = Citizen {
                name: name.to_owned(),
                phone: "13912345678".to_owned(),
            };
            erasure.know(&citizen, Reach::Far);
        }
        erasure.lives_at("柳河路8号3-502室");
        let said = "李明、林女士和欧阳小明 139 1234 5678，138 0000 1111，柳河路8号3-502室，6号楼";
        assert_eq!(
            erasure.elsewhere(said),
            "李明、林女士和欧** *** **** ****，138 0000 1111，**，6号楼"
        );
        erasure.spare(&Erasure::of(&[received]));
        assert_eq!(
            erasure.elsewhere("欧阳小明 13912345678 柳河路8号3-502室"),
            "欧** 13912345678 柳河路8号3-502室"
        );
    }

    #[test]
    fn of_a_case_nobody_knows_no_word_stays() {
        let [_, noted] = story();
        let left = veiled(&Blank, &noted);
        assert_eq!(left.note.as_deref(), Some(REST));
        let text = Noted {
            text: REST.to_owned(),
        };
        assert_eq!(left.event, Event::Noted(text));
    }
}

//! What of a citizen is shown to whoever looks: names and phone numbers without what would name or reach somebody.
//!
//! The record itself stays as it was said; this makes what is shown, told, exported or printed of it. Whoever shows a
//! citizen's words passes them through here: `queue` for every row of the desk, the case's page, the dossier, the command
//! line. Holds no switch: whether something is shown on purpose is decided by who calls.

mod covered;
mod digits;
mod erase;
mod mask;
mod veil;
mod words;

use super::event::{Event, Fact};
use digits::{Cover, Numbers};

pub use covered::Covered;
pub use erase::{Blank, Erasure, Reach};
pub use mask::Mask;
pub use veil::{Veil, veiled};

/// What stands for the rest of a name, however long it is.
const REST: &str = "**";

/// What the platform's lists write for a citizen who gave no name: it names nobody and stands in many texts.
const NOBODY: [&str; 8] = [
    "市民",
    "群众",
    "居民",
    "村民",
    "网友",
    "业主",
    "匿名",
    "来电人",
];

/// A name by its first sign.
#[must_use]
pub fn name(name: &str) -> String {
    let name = name.trim();
    if NOBODY.contains(&name) {
        return name.to_owned();
    }
    name.chars()
        .next()
        .map_or_else(String::new, |first| format!("{first}{REST}"))
}

/// A phone number, or what was keyed as one, by its beginning and its end.
#[must_use]
pub fn phone(phone: &str) -> String {
    digits::every_number(phone)
}

/// What is dialled to reach a number, however it was written; equal for two ways to write one number.
#[must_use]
pub fn dialled(number: &str) -> String {
    digits::dialled(number)
}

/// What is dialled for a text that is nothing but a number, or a part of one of at least four digits.
#[must_use]
pub fn typed_number(text: &str) -> Option<String> {
    digits::typed(text)
}

/// A text in which what looks like a phone number is masked, and somebody named by surname and title. What reads like a
/// date, an amount or a case's number stays.
#[must_use]
pub fn text(text: &str) -> String {
    untitled_all(digits::numbers_in(text, &Numbers::default(), Cover::Middle))
}

/// A text without the titles of those who are named with one.
fn untitled_all(mut masked: String) -> String {
    for title in TITLES {
        if masked.contains(title) {
            masked = replaced_after(&masked, title, |c| {
                c.is_alphabetic() && !c.is_ascii() && !NO_SURNAME.contains(c)
            });
        }
    }
    masked
}

/// What the platform's lists write behind a surname.
const TITLES: [&str; 3] = ["女士", "先生", "小姐"];

/// Is it a surname with a title, which many go by?
fn is_titled(name: &str) -> bool {
    TITLES.iter().any(|title| name.trim().ends_with(title))
}

/// Signs that no surname ends in, but what goes before a title when it names nobody.
const NO_SURNAME: &str = "位个名的该这那各诸某和与向对给让请叫由有";

/// Puts [`REST`] in the place of a word wherever it stands behind a sign that makes it a part of somebody's name.
fn replaced_after(text: &str, word: &str, is_named: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for (n, piece) in text.split(word).enumerate() {
        if n > 0 {
            let named = out.chars().next_back().is_some_and(&is_named);
            out.push_str(if named { REST } else { word });
        }
        out.push_str(piece);
    }
    out
}

/// A name and a number under which a case has known its citizen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Citizen {
    /// The name, if one was given.
    pub name: String,
    /// The number, if one was given.
    pub phone: String,
}

/// Name, number and address as an event gives them; empty where it gives none.
#[must_use]
pub fn own_words(event: &Event) -> [&str; 3] {
    if let Event::Received(e) = event {
        [&e.reporter, &e.phone, &e.address]
    } else if let Event::Amended(e) = event {
        let fields = &e.fields;
        [&fields.reporter, &fields.phone, &fields.address].map(|f| f.as_deref().unwrap_or(""))
    } else {
        [""; 3]
    }
}

/// Whoever was named as the citizen of a case at any time.
#[must_use]
pub fn citizens<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Vec<Citizen> {
    let of = |fact: &Fact| {
        let [name, phone, _] = own_words(&fact.event).map(str::to_owned);
        Citizen { name, phone }
    };
    let mut all: Vec<Citizen> = facts.into_iter().map(of).collect();
    all.retain(|c| !c.name.is_empty() || !c.phone.is_empty());
    all
}

#[cfg(test)]
mod tests {
    use super::super::event::{Differed, Noted, Received};
    use super::super::ids::{Actor, Kind};
    use super::super::time::Stamp;
    use super::*;

    fn fact(event: Event) -> Fact {
        Fact {
            id: None,
            at: Stamp::from_unix(0),
            case: None,
            by: Actor::System,
            person: None,
            note: Some("林女士来电 13912345678".to_owned()),
            event,
        }
    }

    #[test]
    fn a_name_is_its_first_sign() {
        for (name, masked) in [
            ("林女士", "林**"),
            ("欧阳小明", "欧**"),
            ("林", "林**"),
            ("市民", "市民"),
            (" John Smith ", "J**"),
            ("", ""),
        ] {
            assert_eq!(super::name(name), masked);
        }
    }

    #[test]
    fn the_citizen_is_masked_in_every_text_of_the_case() {
        let received = Received {
            body: "我是林女士，电话 139 1234 5678，11月23日 20:30 起噪声不停。".to_owned(),
            address: "南后街 12 号".to_owned(),
            reporter: "林女士".to_owned(),
            phone: "13912345678".to_owned(),
            ..Received::new(Kind::Ordinary, "林女士反映夜间噪声")
        };
        let differed = Differed {
            field: "phone".to_owned(),
            here: "13912345678".to_owned(),
            there: "87654321".to_owned(),
            taken: false,
        };
        let noted = Noted {
            text: "已与林女士约定 11-24 上门".to_owned(),
        };
        let story = [
            fact(Event::Received(Box::new(received))),
            fact(Event::Differed(differed)),
            fact(Event::Noted(noted)),
        ];
        let mask = Mask::of(&citizens(&story));
        let masked: Vec<Fact> = story.iter().map(|f| mask.fact(f)).collect();
        let shown = format!("{masked:?}");
        for leak in ["林女士", "12345678", "1234 5678", "87654321"] {
            assert!(!shown.contains(leak), "{leak} in {shown}");
        }
        for kept in [
            "我是林**，电话 139 **** 5678，11月23日 20:30 起噪声不停。",
            "林**反映夜间噪声",
            "南后街 12 号",
            "已与林**约定 11-24 上门",
            "******21",
        ] {
            assert!(shown.contains(kept), "no {kept} in {shown}");
        }
    }

    #[test]
    fn somebody_named_by_surname_and_title_is_masked_without_being_known() {
        for (said, shown) in [
            ("市民林女士、欧阳先生反映", "市民林**、欧阳**反映"),
            ("林女士", "林**"),
            ("一位女士和那位先生", "一位女士和那位先生"),
            ("女士健身房", "女士健身房"),
        ] {
            assert_eq!(text(said), shown);
        }
    }

    #[test]
    fn what_is_masked_stays_so() {
        let once = text("电话13912345678或0591-87654321");
        assert_eq!(text(&once), once);
        assert_eq!(phone(&phone("13912345678")), phone("13912345678"));
    }
}

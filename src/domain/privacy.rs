//! What of a citizen is shown to whoever looks: names and phone numbers without what would name or reach somebody.
//!
//! The record itself stays as it was said; this makes what is shown, told, exported or printed of it. Whoever shows a
//! citizen's words passes them through here: `queue` for every row of the desk, the case's page, the dossier, the command
//! line. Holds no switch: whether something is shown on purpose is decided by who calls.

mod digits;

use std::collections::BTreeSet;

use super::event::{Amended, Event, Fact, Fields, Imported, Received};

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
    let mut masked = digits::numbers_in(text);
    for title in TITLES {
        if masked.contains(title) {
            masked = untitled(&masked, title);
        }
    }
    masked
}

/// What the platform's lists write behind a surname.
const TITLES: [&str; 3] = ["女士", "先生", "小姐"];

/// Signs that no surname ends in, but what goes before a title when it names nobody.
const NO_SURNAME: &str = "位个名的该这那各诸某和与向对给让请叫由有";

/// Puts [`REST`] in the place of the title of everybody who is named with it.
fn untitled(text: &str, title: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (n, piece) in text.split(title).enumerate() {
        if n > 0 {
            let is_named = |c: char| c.is_alphabetic() && !c.is_ascii() && !NO_SURNAME.contains(c);
            out.push_str(if out.chars().next_back().is_some_and(is_named) {
                REST
            } else {
                title
            });
        }
        out.push_str(piece);
    }
    out
}

/// The names to be masked wherever they stand in the texts of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mask {
    names: BTreeSet<String>,
}

impl Mask {
    /// From a single name.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        let mut mask = Self::default();
        mask.know(name);
        mask
    }

    /// From all facts of a case: whoever was named as its citizen at any time.
    #[must_use]
    pub fn of<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut mask = Self::default();
        for fact in facts {
            if let Event::Received(e) = &fact.event {
                mask.know(&e.reporter);
            } else if let Event::Amended(e) = &fact.event {
                mask.know(e.fields.reporter.as_deref().unwrap_or_default());
            }
        }
        mask
    }

    /// A single sign names nobody and stands in too many words.
    fn know(&mut self, name: &str) {
        let name = name.trim();
        if name.chars().nth(1).is_some() && !NOBODY.contains(&name) {
            self.names.insert(name.to_owned());
        }
    }

    /// A text without the names and numbers.
    #[must_use]
    pub fn text(&self, said: &str) -> String {
        let mut masked = said.to_owned();
        // The longest first, so that a name within another does not spoil it.
        let mut names: Vec<&String> = self.names.iter().collect();
        names.sort_by_key(|n| std::cmp::Reverse(n.len()));
        for known in names {
            if masked.contains(known.as_str()) {
                masked = masked.replace(known.as_str(), &name(known));
            }
        }
        text(&masked)
    }

    fn if_any(&self, said: Option<&String>) -> Option<String> {
        said.map(|t| self.text(t))
    }

    /// What was received, with the citizen masked.
    #[must_use]
    pub fn received(&self, e: &Received) -> Received {
        let imported = e.imported.as_ref().map(|i| Imported {
            reply: self.if_any(i.reply.as_ref()),
            community: self.if_any(i.community.as_ref()),
            kind: self.if_any(i.kind.as_ref()),
            ..i.clone()
        });
        Received {
            title: self.text(&e.title),
            body: self.text(&e.body),
            address: self.text(&e.address),
            reporter: name(&e.reporter),
            phone: phone(&e.phone),
            channel: self.text(&e.channel),
            imported,
            ..e.clone()
        }
    }

    /// A fact with the citizen masked. What it bears on (times, units, verdicts) is as it was.
    #[must_use]
    pub fn fact(&self, fact: &Fact) -> Fact {
        Fact {
            note: self.if_any(fact.note.as_ref()),
            event: self.event(&fact.event),
            ..fact.clone()
        }
    }

    fn event(&self, event: &Event) -> Event {
        let mut event = event.clone();
        match &mut event {
            Event::Received(e) => **e = self.received(e),
            Event::Amended(e) => *e = self.amended(e),
            Event::Differed(e) => {
                let mask = |value: &str| match e.field.as_str() {
                    "reporter" => name(value),
                    "phone" => phone(value),
                    _ => self.text(value),
                };
                (e.here, e.there) = (mask(&e.here), mask(&e.there));
            }
            Event::Transferred(e) => e.grounds = self.text(&e.grounds),
            Event::CoAssignRequested(e) => e.grounds = self.text(&e.grounds),
            Event::Replied(e) => e.text = self.text(&e.text),
            Event::ExtensionRequested(e) => e.reason = self.text(&e.reason),
            Event::Closed(e) => e.reason = self.if_any(e.reason.as_ref()),
            Event::Rated(e) => e.reason = self.if_any(e.reason.as_ref()),
            Event::SuggestionDismissed(e) => e.reason = self.text(&e.reason),
            Event::Noted(e) => e.text = self.text(&e.text),
            Event::Voided(e) => e.reason = self.text(&e.reason),
            Event::Excused(e) => e.reason = self.text(&e.reason),
            // These say nothing in free words, or name people of the office alone.
            Event::Signed(_)
            | Event::Dispatched(_)
            | Event::UnitSigned(_)
            | Event::PhoneReminded(_)
            | Event::Reviewed(_)
            | Event::ExtensionDecided(_)
            | Event::FollowedUp(_)
            | Event::Reworked(_)
            | Event::Consulted(_)
            | Event::Contacted(_)
            | Event::Escalated(_)
            | Event::ReportedToPrincipal(_)
            | Event::Linked(_)
            | Event::Appealed(_)
            | Event::AppealDecided(_)
            | Event::LookedBack(_)
            | Event::Tagged(_)
            | Event::Untagged(_)
            | Event::Undone(_)
            | Event::Confirmed(_)
            | Event::RevisionAdopted(_)
            | Event::Swapped(_)
            | Event::StoodIn(_)
            | Event::HandedOver(_)
            | Event::StepDone(_) => {}
        }
        event
    }

    fn amended(&self, e: &Amended) -> Amended {
        let fields = &e.fields;
        Amended {
            fields: Fields {
                title: self.if_any(fields.title.as_ref()),
                body: self.if_any(fields.body.as_ref()),
                address: self.if_any(fields.address.as_ref()),
                reporter: fields.reporter.as_deref().map(name),
                phone: fields.phone.as_deref().map(phone),
                channel: self.if_any(fields.channel.as_ref()),
                ..fields.clone()
            },
            reason: self.if_any(e.reason.as_ref()),
        }
    }
}

/// The facts of a case with its citizens masked.
#[must_use]
pub fn facts(facts: &[Fact]) -> Vec<Fact> {
    let mask = Mask::of(facts);
    facts.iter().map(|f| mask.fact(f)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::event::{Differed, Noted};
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
        let masked = facts(&story);
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

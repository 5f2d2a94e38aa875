//! How alike two complaints are (R7): the Dice coefficient of the sets of two neighbouring signs of each text.
//!
//! Neighbouring pairs need no word list, which Chinese would ask for, and a sentence added in front or behind hardly changes
//! them. Punctuation, spaces and the width of letters do not count. Called by `suggest` and, for many candidates, by `store`.

use super::ids::Number;
use super::policy::RepeatPolicy;
use super::text;
use super::time::Stamp;

/// The pairs of neighbouring signs of a text, each once, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pairs(Vec<(char, char)>);

impl Pairs {
    /// Of the texts taken together; no pair reaches from one into the next.
    #[must_use]
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut pairs = Vec::new();
        for text in texts {
            let folded = text::fold(text);
            let mut signs = folded.chars().filter(|c| c.is_alphanumeric());
            let Some(mut before) = signs.next() else {
                continue;
            };
            for sign in signs {
                pairs.push((before, sign));
                before = sign;
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        Self(pairs)
    }

    /// Twice what both hold by what each holds, in percent; texts too short to have a pair are like nothing.
    #[must_use]
    pub fn percent_like(&self, other: &Self) -> u8 {
        let (mine, theirs) = (&self.0, &other.0);
        let (mut i, mut j, mut both) = (0, 0, 0_usize);
        while let (Some(a), Some(b)) = (mine.get(i), theirs.get(j)) {
            both += usize::from(a == b);
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        let all = (mine.len() + theirs.len()).max(1);
        u8::try_from(200 * both / all).unwrap_or(100)
    }
}

/// What of a case is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// 件号.
    pub number: Number,
    /// When it was received.
    pub received: Stamp,
    /// The subject.
    pub title: String,
    /// The text.
    pub body: String,
    /// The address.
    pub address: String,
    /// Whether the other one came from the same phone.
    pub same_phone: bool,
}

/// By what a case looks like a repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// The same place, and texts that are alike to so many percent.
    Place(u8),
    /// Texts that are alike to so many percent.
    Text(u8),
    /// The same phone.
    Phone,
}

/// The earlier case that a case looks like a repeat of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// Which case.
    pub number: Number,
    /// When that one was received.
    pub received: Stamp,
    /// By what.
    pub by: Likeness,
}

/// The earlier complaint that this one repeats, if any: the surest sign decides, of equals the latest complaint.
#[must_use]
pub fn repeat_of(this: &Complaint, earlier: &[Complaint], policy: &RepeatPolicy) -> Option<Alike> {
    let pairs = Pairs::of([this.title.as_str(), this.body.as_str()]);
    let place = Pairs::of([this.address.as_str()]);
    let like = |other: &Complaint| -> Option<Likeness> {
        if other.same_phone {
            return Some(Likeness::Phone);
        }
        let text = pairs.percent_like(&Pairs::of([other.title.as_str(), other.body.as_str()]));
        if text >= policy.text {
            return Some(Likeness::Text(text));
        }
        if text < policy.text_at_place {
            return None;
        }
        let near = place.percent_like(&Pairs::of([other.address.as_str()]));
        (near >= policy.place).then_some(Likeness::Place(text))
    };
    earlier
        .iter()
        .filter_map(|other| Some((like(other)?, other)))
        .max_by_key(|(by, other)| (*by, other.received))
        .map(|(by, other)| Alike {
            number: other.number.clone(),
            received: other.received,
            by,
        })
}

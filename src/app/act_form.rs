//! The dialog of an act as data: its fields, what is typed and chosen, and what was wrong with it at the last attempt.
//!
//! One form serves every act; which fields an act has stands in `blank`, what they add up to in `read`. Driven by `update`,
//! drawn by `view`. Nothing typed here is lost by a refusal, another size, or a change from elsewhere.

mod blank;
mod read;

use super::acts::{ActName, Lapse};
use super::layout::round;
use super::mode::Narrowed;
use super::text_field::TextField;
use crate::domain::event::Replied;
use crate::domain::ids::{Community, Fault, Kind, Number, Party, Rating, Tag, Unit};
use crate::domain::privacy::Covered;

pub use blank::{Opening, is_outdated, latest_reply, open};
pub use read::{Planned, faults, read};

/// What a field is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the facts")]
pub enum Slot {
    /// The unit that acts.
    Unit,
    /// The unit a case goes to.
    To,
    /// The units asked for.
    Units,
    Grounds,
    /// An answer or a remark, of several lines.
    Text,
    Photos,
    ApprovedBy,
    Stamped,
    /// A point of the review's checklist that is in order when ticked.
    Point(Fault),
    /// A fault that stands when ticked.
    Besides(Fault),
    Party,
    Reason,
    /// Granted or refused, upheld or rejected.
    Decision,
    CloseDue,
    Rating,
    Cause,
    Whom,
    /// What was said or done besides.
    Said,
    /// What a look-back found.
    Found,
    Tag(Tag),
    /// The other case.
    Other,
    /// The lapse to be excused.
    Lapse,
    Kind,
    Community,
    Title,
    Address,
    Body,
    Reporter,
    Phone,
    Channel,
}

/// A value to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// A unit on the case.
    Unit(Unit),
    /// Who asks for an extension.
    Party(Party),
    /// An extension is granted, or not.
    Granted(bool),
    /// An appeal is upheld, or not.
    Upheld(bool),
    /// It holds, or not.
    Stable(bool),
    /// A rating.
    Rating(Rating),
    /// A kind.
    Kind(Kind),
    /// A community, or none.
    Community(Option<Community>),
    /// A lapse.
    Lapse(Lapse),
}

/// What a field holds.
#[derive(Debug, Clone)]
pub enum Value {
    /// Text.
    Text(TextField),
    /// One of several values, or none yet.
    Choice {
        /// The values.
        picks: Vec<Pick>,
        /// The one chosen.
        chosen: Option<usize>,
    },
    /// Yes or no.
    Tick(bool),
    /// Units found by typing.
    Units(Box<Finding>),
}

/// Units found by typing.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Every unit that may be meant.
    pub units: Vec<Unit>,
    /// The units as narrowed.
    pub list: Narrowed,
    /// Those that were taken, by place.
    pub picked: Vec<usize>,
    /// Several may be taken.
    pub several: bool,
    /// Something was typed, or the hand was moved: the one in hand is meant too.
    pub touched: bool,
}

impl Finding {
    /// All of these, none taken.
    #[must_use]
    pub fn new(units: Vec<Unit>, several: bool) -> Self {
        let list = Narrowed::new(units.iter().map(Unit::as_str));
        Self {
            units,
            list,
            picked: Vec::new(),
            several,
            touched: false,
        }
    }

    /// Takes the one in hand, or gives it back; then another can be looked for.
    pub fn take(&mut self) {
        let Some(place) = self.list.chosen() else {
            return;
        };
        if self.picked.contains(&place) {
            self.picked.retain(|p| *p != place);
        } else {
            if !self.several {
                self.picked.clear();
            }
            self.picked.push(place);
        }
        self.list.field.clear();
        self.list.narrow();
        self.touched = false;
    }

    /// The units that are meant as things stand.
    #[must_use]
    pub fn meant(&self) -> Vec<&Unit> {
        let in_hand = self.list.chosen().filter(|_| self.touched);
        let places: Vec<usize> = match in_hand {
            Some(place) if !self.several => vec![place],
            Some(place) if !self.picked.contains(&place) => {
                self.picked.iter().copied().chain([place]).collect()
            }
            Some(_) | None => self.picked.clone(),
        };
        let unit = |place: usize| self.units.get(place);
        places.into_iter().filter_map(unit).collect()
    }
}

/// A field.
#[derive(Debug, Clone)]
pub struct Field {
    /// What it is about.
    pub slot: Slot,
    /// What it holds.
    pub value: Value,
    /// What it held when the dialog opened.
    was: String,
    /// What stands under the stars of a text that is masked.
    covered: Option<Covered>,
}

impl Field {
    fn new(slot: Slot, value: Value) -> Self {
        let was = gist(&value);
        Self {
            slot,
            value,
            was,
            covered: None,
        }
    }

    /// The text that is meant; none where a part that is masked was changed.
    fn meant(&self) -> Option<String> {
        let Value::Text(text) = &self.value else {
            return None;
        };
        let typed = text.text().trim();
        match &self.covered {
            Some(covered) => covered.meant(typed),
            None => Some(typed.to_owned()),
        }
    }

    /// Has it been changed since the dialog opened?
    #[must_use]
    pub fn is_changed(&self) -> bool {
        gist(&self.value) != self.was
    }
}

/// What a value holds, to be compared.
fn gist(value: &Value) -> String {
    match value {
        Value::Text(text) => text.text().trim().to_owned(),
        Value::Choice { chosen, .. } => chosen.map_or_else(String::new, |n| n.to_string()),
        Value::Tick(on) => on.to_string(),
        Value::Units(finding) => {
            let meant = finding.meant();
            let meant: Vec<&str> = meant.into_iter().map(Unit::as_str).collect();
            meant.join(" ")
        }
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// It must not be empty.
    Empty,
    /// One of the values must be chosen.
    NotChosen,
    /// Not a count.
    NotACount,
    /// Not a time.
    NotATime,
    /// A new close time that is over when it is granted.
    OverAlready,
    /// A new close time beside a refusal: one of the two is a slip.
    Refused,
    /// No unit is found by what is typed.
    NoSuchUnit,
    /// A number is 1 to 64 printable signs.
    BadNumber,
    /// The checklist has not been gone through.
    NotGoneThrough,
    /// Some of what is masked was taken out, and some was left.
    Masked,
}

/// The dialog of an act.
#[derive(Debug, Clone)]
pub struct ActForm {
    /// The case.
    pub number: Number,
    /// The act.
    pub act: ActName,
    /// The fields in the order of the screen.
    pub fields: Vec<Field>,
    /// The one in hand.
    pub in_hand: usize,
    /// What was wrong at the last attempt.
    pub problems: Vec<(Slot, Problem)>,
    /// How many lines of what is to be read are scrolled away above.
    pub scroll: usize,
    /// The reply that a checklist is about: what was ticked of one says nothing of another.
    pub judged: Option<Replied>,
    /// Waiting for the writer.
    pub sent: bool,
}

impl ActForm {
    fn new(number: Number, act: ActName, fields: Vec<Field>) -> Self {
        Self {
            number,
            act,
            fields,
            in_hand: 0,
            problems: Vec::new(),
            scroll: 0,
            judged: None,
            sent: false,
        }
    }

    /// The field in hand.
    #[must_use]
    pub fn field(&self) -> Option<&Field> {
        self.fields.get(self.in_hand)
    }

    /// The field in hand, to be changed.
    pub fn field_mut(&mut self) -> Option<&mut Field> {
        self.fields.get_mut(self.in_hand)
    }

    /// Moves the hand by so many fields, round the ends.
    pub fn step(&mut self, by: isize) {
        self.in_hand = round(self.in_hand, by, self.fields.len());
    }

    /// Is the last field in hand?
    #[must_use]
    pub fn is_at_end(&self) -> bool {
        self.in_hand + 1 >= self.fields.len()
    }

    /// Has anything been typed or chosen?
    #[must_use]
    pub fn has_content(&self) -> bool {
        self.fields.iter().any(Field::is_changed)
    }

    /// What was wrong with a field.
    #[must_use]
    pub fn problem(&self, slot: Slot) -> Option<Problem> {
        self.problems
            .iter()
            .find(|(s, _)| *s == slot)
            .map(|(_, p)| *p)
    }

    /// Chooses a value as if it had stood there when the dialog opened, and puts the hand behind it.
    pub fn begin_with(&mut self, slot: Slot, is_it: impl Fn(&Pick) -> bool) {
        let Some(place) = self.fields.iter().position(|f| f.slot == slot) else {
            return;
        };
        if let Some(field) = self.fields.get_mut(place)
            && let Value::Choice { picks, chosen } = &mut field.value
            && let Some(pick) = picks.iter().position(is_it)
        {
            *chosen = Some(pick);
            field.was = gist(&field.value);
            self.in_hand = (place + 1).min(self.fields.len().saturating_sub(1));
        }
    }

    /// Takes what was typed and chosen in an earlier dialog of this act, as far as it still can be.
    pub fn take_over(&mut self, draft: &Self) {
        for field in &mut self.fields {
            let Some(typed) = draft.fields.iter().find(|f| f.slot == field.slot) else {
                continue;
            };
            if !typed.is_changed() {
                continue;
            }
            match (&mut field.value, &typed.value) {
                (Value::Text(here), Value::Text(there)) => here.clone_from(there),
                (Value::Tick(here), Value::Tick(there)) => *here = *there,
                (
                    Value::Choice { picks, chosen },
                    Value::Choice {
                        picks: others,
                        chosen: other,
                    },
                ) => {
                    let meant = other.and_then(|n| others.get(n));
                    let same = meant.and_then(|pick| picks.iter().position(|p| p == pick));
                    *chosen = same.or(*chosen);
                }
                (Value::Units(here), Value::Units(there)) if here.units == there.units => {
                    here.clone_from(there);
                }
                (
                    Value::Text(_) | Value::Tick(_) | Value::Choice { .. } | Value::Units(_),
                    Value::Text(_) | Value::Tick(_) | Value::Choice { .. } | Value::Units(_),
                ) => {}
            }
        }
    }

    fn value(&self, slot: Slot) -> Option<&Value> {
        self.fields
            .iter()
            .find(|f| f.slot == slot)
            .map(|f| &f.value)
    }

    /// What is typed in a field, without the spaces around it.
    fn typed(&self, slot: Slot) -> &str {
        match self.value(slot) {
            Some(Value::Text(text)) => text.text().trim(),
            Some(Value::Choice { .. } | Value::Tick(_) | Value::Units(_)) | None => "",
        }
    }

    /// The value chosen in a field.
    #[must_use]
    pub fn chosen(&self, slot: Slot) -> Option<&Pick> {
        match self.value(slot)? {
            Value::Choice { picks, chosen } => picks.get((*chosen)?),
            Value::Text(_) | Value::Tick(_) | Value::Units(_) => None,
        }
    }

    fn is_ticked(&self, slot: Slot) -> bool {
        matches!(self.value(slot), Some(Value::Tick(true)))
    }
}

//! Facts: what happened to a case or to the roster, when, and by whom.
//!
//! A fact is never changed; what was keyed wrongly is undone by a further fact. Facts carry no verdict. Made by `decide`
//! and by the intake, folded by `evolve` and `roster`, written and read by `codec`.

mod received;

use serde::{Deserialize, Deserializer, Serialize};

use super::ids::{
    About, Actor, FactId, Fault, Number, Party, Post, Rating, Revision, Role, Suggestion, Tag,
    Unit, Verdict,
};
use super::time::{Date, Stamp, parse_date};
pub use received::{Fields, Imported, Received};

/// One fact of a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its id; none in a made-up history that does not need one.
    pub id: Option<FactId>,
    /// When it happened (not when it was keyed).
    pub at: Stamp,
    /// The case it is about; none for facts of the roster.
    pub case: Option<Number>,
    /// Who did it.
    pub by: Actor,
    /// The person who acted, where the fact names one (R10).
    pub person: Option<String>,
    /// A free remark.
    pub note: Option<String>,
    /// What happened.
    pub event: Event,
}

/// A fact as the log keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// The fact; its id is always there.
    pub fact: Fact,
    /// When it was keyed.
    pub recorded_at: Stamp,
    /// The desk that keyed it.
    pub desk: String,
    /// Gapless number of the fact within its desk, from 1.
    pub n: u64,
    /// When its citizen, or what it said of one, was erased.
    pub erased: Option<Stamp>,
}

/// A unit with its role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// Who is given the case.
    pub unit: Unit,
    /// Lead or assist (R3).
    pub role: Role,
}

macro_rules! events {
    ($($(#[$meta:meta])* $variant:ident = $kind:literal { $($(#[$fmeta:meta])* $field:ident : $ty:ty),* $(,)? })+) => {
        $(
            $(#[$meta])*
            #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
            pub struct $variant { $($(#[$fmeta])* pub $field: $ty),* }
        )+

        /// What happened. Each variant's fields are the event's own fields in JSON.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Event {
            /// See [`Received`].
            Received(Box<Received>),
            $(#[doc = concat!("See [`", stringify!($variant), "`].")] $variant($variant)),+
        }

        impl Event {
            /// Every event name, in no particular order.
            pub const KINDS: &'static [&'static str] = &["received", $($kind),+];

            /// The event's name in JSON and SQL.
            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self {
                Self::Received(_) => "received",
                $(Self::$variant(_) => $kind),+
                }
            }

        /// The event's own fields as a JSON object.
        ///
        /// # Errors
        /// Only when serde refuses, which none of these types do.
        pub fn body(&self) -> Result<serde_json::Value, serde_json::Error> {
            match self {
                Self::Received(e) => serde_json::to_value(e),
                $(Self::$variant(e) => serde_json::to_value(e)),+
            }
        }

        /// The event's own fields as JSON text.
        ///
        /// # Errors
        /// Only when serde refuses, which none of these types do.
        pub fn body_text(&self) -> Result<String, serde_json::Error> {
            match self {
                Self::Received(e) => serde_json::to_string(e),
                $(Self::$variant(e) => serde_json::to_string(e)),+
            }
        }

            /// Reads an event's own fields from any JSON source; `None` when there is no event of that name.
            ///
            /// # Errors
            /// Says which field is missing or wrong.
            pub fn read<'de, D: serde::Deserializer<'de>>(kind: &str, d: D) -> Option<Result<Self, D::Error>> {
                Some(match kind {
                    "received" => Received::deserialize(d).map(|e| Self::Received(Box::new(e))),
                    $($kind => $variant::deserialize(d).map(Self::$variant)),+,
                    _ => return None,
                })
            }
        }
    };
}

events! {
    /// The street acknowledged the case (C1).
    Signed = "signed" {}
    /// The case was handed to units (C2, C2i); starts C3 for each unit that was not on it.
    Dispatched = "dispatched" {
        /// Whom it was given to.
        units: Vec<Assignment>,
    }
    /// A unit acknowledged the case (C3).
    UnitSigned = "unit_signed" {
        /// Which unit.
        unit: Unit,
    }
    /// Somebody phoned a unit (W1).
    PhoneReminded = "phone_reminded" {
        /// Which unit.
        unit: Unit,
        /// What about; only `unit_sign` bears on W1.
        #[serde(default = "about_default", deserialize_with = "about")]
        about: About,
        /// Whether the call was answered; an unanswered one counts (S8).
        #[serde(default = "answered_default", deserialize_with = "answered")]
        answered: bool,
    }
    /// A unit passed the case on with grounds (C4).
    Transferred = "transferred" {
        /// The unit that passes it on.
        from: Unit,
        /// The unit it goes to; none when it proposes nobody.
        #[serde(default)]
        to: Option<Unit>,
        /// Its grounds.
        #[serde(default, deserialize_with = "or_default")]
        grounds: String,
    }
    /// A unit asked for further units on the case (C4).
    CoAssignRequested = "co_assign_requested" {
        /// The unit that asks.
        unit: Unit,
        /// The units it asks for.
        #[serde(default, deserialize_with = "or_default")]
        units: Vec<Unit>,
        /// Its grounds.
        #[serde(default, deserialize_with = "or_default")]
        grounds: String,
    }
    /// A unit answered (C7, C8, R2).
    Replied = "replied" {
        /// Which unit.
        unit: Unit,
        /// The answer.
        #[serde(default, deserialize_with = "or_default")]
        text: String,
        /// How many photos it carries.
        #[serde(default, deserialize_with = "or_default")]
        photos: u32,
        /// The head who approved it.
        #[serde(default)]
        approved_by: Option<String>,
    }
    /// The office judged the latest reply (R1).
    Reviewed = "reviewed" {
        /// Accepted or nonstandard.
        verdict: Verdict,
        /// Why, when nonstandard.
        #[serde(default, deserialize_with = "or_default")]
        faults: Vec<Fault>,
    }
    /// Somebody asked for a later close time (C9, C10, R4).
    ExtensionRequested = "extension_requested" {
        /// The unit or the office.
        party: Party,
        /// Why.
        #[serde(default, deserialize_with = "or_default")]
        reason: String,
    }
    /// The district decided on an extension (R4).
    ExtensionDecided = "extension_decided" {
        /// Whether it was granted.
        granted: bool,
        /// The new close time, when granted.
        #[serde(default)]
        close_due: Option<Stamp>,
    }
    /// The case is finished on the platform (C6).
    Closed = "closed" {
        /// Why it was closed without an accepted reply.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    }
    /// The citizen's verdict (C11, C12, C13 when bad).
    Rated = "rated" {
        /// The verdict.
        rating: Rating,
        /// Why an earlier rating is changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    }
    /// The unit spoke with the citizen after a bad rating (C11).
    FollowedUp = "followed_up" {}
    /// The unit worked on the matter again after a bad rating (R10).
    Reworked = "reworked" {}
    /// The unit consulted its head (C5).
    Consulted = "consulted" {}
    /// The citizen was told that it takes longer (R10).
    Contacted = "contacted" {}
    /// A discipline case went to the leader in charge or the secretary (R6).
    Escalated = "escalated" {
        /// To whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    }
    /// The street's principal was told (R8).
    ReportedToPrincipal = "reported_to_principal" {
        /// To whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    }
    /// Two cases are one matter (R10).
    Linked = "linked" {
        /// The other case.
        other: Number,
    }
    /// A person turned a suggestion down.
    SuggestionDismissed = "suggestion_dismissed" {
        /// Which one.
        suggestion: Suggestion,
        /// Why.
        #[serde(default, deserialize_with = "or_default")]
        reason: String,
    }
    /// The unit contested a bad rating (C12).
    Appealed = "appealed" {
        /// The leader who approved the appeal (R10).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        approved_by: Option<String>,
        /// Whether it is stamped (R10).
        #[serde(default, deserialize_with = "or_default")]
        stamped: bool,
    }
    /// The appeal was decided (R5).
    AppealDecided = "appeal_decided" {
        /// Whether it was upheld.
        upheld: bool,
    }
    /// Somebody went back to see whether it holds (C13).
    LookedBack = "looked_back" {
        /// Whether it holds.
        stable: bool,
    }
    /// A tag was put on.
    Tagged = "tagged" {
        /// Which one.
        tag: Tag,
    }
    /// A tag was taken off.
    Untagged = "untagged" {
        /// Which one.
        tag: Tag,
    }
    /// A free remark.
    Noted = "noted" {
        /// The remark.
        text: String,
    }
    /// Facts of the case were put right; holds as if it had always been so (S16).
    Amended = "amended" {
        /// The new values.
        fields: Fields,
        /// Why, once the case was signed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    }
    /// The case was withdrawn; its clocks stop (S10).
    Voided = "voided" {
        /// Why.
        #[serde(default, deserialize_with = "or_default")]
        reason: String,
    }
    /// An earlier fact is taken back, as if never logged, from now on (S3).
    Undone = "undone" {
        /// The id of the fact.
        target: FactId,
    }
    /// A lapse was not neglect (O3).
    Excused = "excused" {
        /// A clock's name, `rating` or `review`.
        of: String,
        /// The unit, where the clock has one.
        #[serde(default)]
        unit: Option<Unit>,
        /// The fact meant, where there are several.
        #[serde(default)]
        target: Option<FactId>,
        /// Why.
        #[serde(default, deserialize_with = "or_default")]
        reason: String,
    }
    /// The platform's own list agrees with what was keyed (R9).
    Confirmed = "confirmed" {
        /// Which step: `signed`, `dispatched`, `closed`.
        what: String,
    }
    /// The platform's own list says otherwise (R9).
    Differed = "differed" {
        /// Which field or step.
        field: String,
        /// The value here.
        #[serde(default, deserialize_with = "or_default")]
        here: String,
        /// The value there.
        #[serde(default, deserialize_with = "or_default")]
        there: String,
        /// Whether the platform's value was taken over.
        #[serde(default, deserialize_with = "or_default")]
        taken: bool,
    }
    /// The case goes by another revision from now on (T10).
    RevisionAdopted = "revision_adopted" {
        /// Which one.
        revision: Revision,
    }
    /// A date's duty was given to a post (D1).
    Swapped = "swapped" {
        /// Which date.
        #[serde(deserialize_with = "date")]
        date: Date,
        /// Who carries it.
        post: Post,
        /// Why, for a date in the past.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    }
    /// One post stood in for the other on a date (D4).
    StoodIn = "stood_in" {
        /// Which date.
        #[serde(deserialize_with = "date")]
        date: Date,
        /// The absent post.
        #[serde(rename = "for")]
        absent: Post,
        /// The post that stands in.
        post: Post,
        /// Why, for a date in the past.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    }
    /// What is open went to the next day's post.
    HandedOver = "handed_over" {
        /// The day that ends.
        #[serde(deserialize_with = "date")]
        date: Date,
        /// The post that takes over.
        to: Post,
    }
    /// An accountability step was carried out (R10).
    StepDone = "step_done" {
        /// Which step.
        step: String,
        /// Whom it concerned.
        who: String,
    }
}

const fn about_default() -> About {
    About::UnitSign
}

const fn answered_default() -> bool {
    true
}

/// `null` says as little as an absent field.
fn or_default<'de, T: Default + Deserialize<'de>, D: Deserializer<'de>>(
    d: D,
) -> Result<T, D::Error> {
    Option::deserialize(d).map(Option::unwrap_or_default)
}

fn about<'de, D: Deserializer<'de>>(d: D) -> Result<About, D::Error> {
    Ok(Option::deserialize(d)?.unwrap_or_else(about_default))
}

fn answered<'de, D: Deserializer<'de>>(d: D) -> Result<bool, D::Error> {
    Ok(Option::deserialize(d)?.unwrap_or_else(answered_default))
}

fn date<'de, D: Deserializer<'de>>(d: D) -> Result<Date, D::Error> {
    let text = std::borrow::Cow::<'de, str>::deserialize(d)?;
    parse_date(&text).map_err(serde::de::Error::custom)
}

impl Event {
    /// Place in the order of the work for facts of one instant (S3).
    #[must_use]
    pub const fn rank(&self) -> u8 {
        match self {
            Self::Received(_) => 0,
            Self::Swapped(_) => 1,
            Self::Tagged(_) => 2,
            Self::Untagged(_) => 3,
            Self::Signed(_) => 4,
            Self::Dispatched(_) => 5,
            Self::PhoneReminded(_) => 6,
            Self::UnitSigned(_) => 7,
            Self::CoAssignRequested(_) => 8,
            Self::Transferred(_) => 9,
            Self::Consulted(_) => 10,
            Self::ExtensionRequested(_) => 11,
            Self::ExtensionDecided(_) => 12,
            Self::Replied(_) => 13,
            Self::Reviewed(_) => 14,
            Self::Closed(_) => 15,
            Self::Rated(_) => 16,
            Self::FollowedUp(_) => 17,
            Self::Appealed(_) => 18,
            Self::AppealDecided(_) => 19,
            Self::LookedBack(_) => 20,
            Self::Reworked(_)
            | Self::Contacted(_)
            | Self::Escalated(_)
            | Self::ReportedToPrincipal(_)
            | Self::Linked(_)
            | Self::SuggestionDismissed(_)
            | Self::Noted(_)
            | Self::Amended(_)
            | Self::Voided(_)
            | Self::Undone(_)
            | Self::Excused(_)
            | Self::Confirmed(_)
            | Self::Differed(_)
            | Self::RevisionAdopted(_)
            | Self::StoodIn(_)
            | Self::HandedOver(_)
            | Self::StepDone(_) => 21,
        }
    }

    /// Does the fact belong to the roster rather than to a case?
    #[must_use]
    pub const fn is_of_roster(&self) -> bool {
        matches!(
            self,
            Self::Swapped(_) | Self::StoodIn(_) | Self::HandedOver(_) | Self::StepDone(_)
        )
    }
}

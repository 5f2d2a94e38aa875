//! The closed vocabularies and names of the domain, with the tokens they carry in JSON, SQL and on the command line.
//!
//! Called by everything. Must not know any rule: a name here says what a thing is called, never when it is due.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A word that is not in one of the closed vocabularies. Names the vocabulary, the word and what was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}: `{found}` is not known; expected one of: {expected}")]
pub struct UnknownToken {
    /// The vocabulary, e.g. `kind`.
    pub what: &'static str,
    /// What was found.
    pub found: String,
    /// The accepted words, separated by spaces.
    pub expected: String,
}

macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident, $what:literal { $($(#[$vmeta:meta])* $variant:ident = $token:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "the token beside each variant is the glossary's word")]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in JSON, SQL and on the command line.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $token),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::ids::UnknownToken;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|v| v.as_str() == s).ok_or_else(|| $crate::domain::ids::UnknownToken {
                    what: $what,
                    found: s.to_owned(),
                    expected: Self::ALL.iter().map(|v| v.as_str()).collect::<Vec<_>>().join(" "),
                })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let s = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(d)?;
                s.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(super) use vocabulary;

vocabulary! {
    /// The two duty posts of the office (D1, D2).
    Post, "post" { A = "A", B = "B" }
}

impl Post {
    /// The post across the desk.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

vocabulary! {
    /// What sort of case it is; decides the limits of C2, C6, C7, C8 and C10.
    Kind, "kind" {
        Ordinary = "ordinary",
        Urgent = "urgent",
        WasteSorting = "waste_sorting",
        Inspection = "inspection",
        CallUp = "call_up",
    }
}

impl Kind {
    /// Self-handled kinds are all but call-up.
    #[must_use]
    pub const fn is_self_handled(self) -> bool {
        !matches!(self, Self::CallUp)
    }

    /// Dispatched "at once" by the post on duty (C2i) instead of within the hour (C2).
    #[must_use]
    pub const fn is_immediate(self) -> bool {
        matches!(self, Self::Urgent | Self::WasteSorting)
    }

    /// Closed within hours of receipt, every day of the week (C6).
    #[must_use]
    pub const fn is_in_hours(self) -> bool {
        matches!(self, Self::Urgent | Self::WasteSorting | Self::Inspection)
    }
}

vocabulary! {
    /// Marks on a case that bring rules of their own.
    Tag, "tag" {
        Discipline = "discipline",
        Repeat = "repeat",
        Difficult = "difficult",
        Sensitive = "sensitive",
        Rebound = "rebound",
        UnclearDuty = "unclear_duty",
        AtRisk = "at_risk",
        Undecided = "undecided",
    }
}

vocabulary! {
    /// Role of a unit on a case with several (R3).
    Role, "role" { Lead = "lead", Assist = "assist" }
}

vocabulary! {
    /// The office's verdict on a reply (R1).
    Verdict, "verdict" { Accepted = "accepted", Nonstandard = "nonstandard" }
}

vocabulary! {
    /// Why a reply is nonstandard (R1).
    Fault, "fault" {
        NotPointByPoint = "not_point_by_point",
        LoopNotClosed = "loop_not_closed",
        OffTheQuestion = "off_the_question",
        Wording = "wording",
        PhotosMissing = "photos_missing",
        ApprovalMissing = "approval_missing",
        Other = "other",
    }
}

vocabulary! {
    /// The citizen's verdict on a closed case.
    Rating, "rating" {
        Satisfied = "satisfied",
        BasicallySatisfied = "basically_satisfied",
        Dissatisfied = "dissatisfied",
    }
}

vocabulary! {
    /// What a phone reminder was about (only `unit_sign` bears on W1).
    About, "about" { UnitSign = "unit_sign", Reply = "reply", Close = "close" }
}

vocabulary! {
    /// Who asks for an extension (C9, C10).
    Party, "party" { Unit = "unit", Office = "office" }
}

vocabulary! {
    /// A step that had happened before the desk knew the case.
    Already, "already" {
        Signed = "signed",
        Dispatched = "dispatched",
        UnitSigned = "unit_signed",
        Replied = "replied",
        Reviewed = "reviewed",
        Closed = "closed",
    }
}

vocabulary! {
    /// Where a case stands (S13).
    Stage, "stage" {
        AwaitingSign = "awaiting_sign",
        AwaitingDispatch = "awaiting_dispatch",
        WithUnit = "with_unit",
        AwaitingReview = "awaiting_review",
        Closed = "closed",
        Aftercare = "aftercare",
        Void = "void",
    }
}

impl Stage {
    /// Out of the queue: void, or closed with nothing owed after (S13).
    #[must_use]
    pub const fn is_ended(self) -> bool {
        matches!(self, Self::Closed | Self::Void)
    }
}

vocabulary! {
    /// What the desk proposes and a person decides (R3, R6, R7, R8).
    Suggestion, "suggestion" {
        Repeat = "repeat",
        Sensitive = "sensitive",
        UnclearDuty = "unclear_duty",
        Report = "report",
        Escalate = "escalate",
        Consult = "consult",
        Lead = "lead",
    }
}

vocabulary! {
    /// How a clock stands at a moment.
    State, "state" {
        Waiting = "waiting",
        Running = "running",
        Met = "met",
        Late = "late",
        Overdue = "overdue",
        Expired = "expired",
        Void = "void",
    }
}

vocabulary! {
    /// The clocks by rule id. `C2i` is the dispatch clock of the kinds that are dispatched at once.
    ClockId, "rule" {
        C1 = "C1", C2 = "C2", C2i = "C2i", C3 = "C3", C4 = "C4", C5 = "C5", C6 = "C6", C7 = "C7",
        C8 = "C8", C9 = "C9", C10 = "C10", C11 = "C11", C12 = "C12", C13 = "C13",
    }
}

impl ClockId {
    /// The clock's name in JSON and in `excused`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::C1 => "street_sign",
            Self::C2 | Self::C2i => "dispatch",
            Self::C3 => "unit_sign",
            Self::C4 => "transfer",
            Self::C5 => "consult",
            Self::C6 => "close",
            Self::C7 => "reply",
            Self::C8 => "rereply",
            Self::C9 => "extension_unit",
            Self::C10 => "extension_office",
            Self::C11 => "follow_up",
            Self::C12 => "appeal",
            Self::C13 => "look_back",
        }
    }

    /// Windows say until when something may be done; they expire and are never a breach.
    #[must_use]
    pub const fn is_window(self) -> bool {
        matches!(self, Self::C4 | Self::C9 | Self::C10 | Self::C12)
    }

    /// Is `name` a clock's name?
    #[must_use]
    pub fn is_name(name: &str) -> bool {
        Self::ALL.iter().any(|c| c.name() == name)
    }
}

macro_rules! text_name {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The text itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(s: &str) -> Self {
                Self(Arc::from(s))
            }
        }

        impl From<String> for $name {
            fn from(s: String) -> Self {
                Self(Arc::from(s))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                Ok(Self(Arc::from(String::deserialize(d)?)))
            }
        }
    };
}

text_name! {
    /// 件号: the platform's number of a case, the user's handle for it. Printable, 1 to 64 characters (checked at intake).
    Number
}
text_name! {
    /// A department or a community as somebody who is given a case, e.g. `城管办`, `柳河社区`.
    Unit
}
text_name! {
    /// 属地社区 by its short name, e.g. `柳河`.
    Community
}
text_name! {
    /// The id of a fact: a `UUIDv7` in the store, any text in a made-up history.
    FactId
}
text_name! {
    /// The hash that names a policy and calendar together (T10).
    Revision
}

impl Revision {
    /// As much of it as tells revisions apart where there is little room.
    #[must_use]
    pub fn short(&self) -> &str {
        self.as_str().get(..8).unwrap_or(self.as_str())
    }
}

/// Who did something: a post, a unit, or the system itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// One of the duty posts.
    Post(Post),
    /// A department or community.
    Unit(Unit),
    /// The platform, an import, or the desk on its own.
    System,
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Post(p) => write!(f, "post:{p}"),
            Self::Unit(u) => write!(f, "unit:{u}"),
            Self::System => f.write_str("system"),
        }
    }
}

impl FromStr for Actor {
    type Err = UnknownToken;
    fn from_str(s: &str) -> Result<Self, UnknownToken> {
        let unknown = || UnknownToken {
            what: "by",
            found: s.to_owned(),
            expected: "post:A post:B unit:NAME system".to_owned(),
        };
        match s.split_once(':') {
            Some(("post", p)) => p.parse().map(Self::Post).map_err(|_| unknown()),
            Some(("unit", u)) if !u.trim().is_empty() => Ok(Self::Unit(Unit::from(u.trim()))),
            None if s == "system" => Ok(Self::System),
            Some(_) | None => Err(unknown()),
        }
    }
}

impl Serialize for Actor {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Actor {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        String::deserialize(d)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

//! What the platform says of a case when it hands it over, and what of that may be put right later.

use serde::{Deserialize, Serialize};

use super::super::ids::{Already, Community, Kind, Rating, Revision, Tag, Unit};
use super::super::time::Stamp;
use super::or_default;

/// The platform handed the case to the street. The texts are the citizen's, cleaned of control characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// What sort of case it is.
    pub kind: Kind,
    /// Where the matter lies; none while unassigned.
    #[serde(default)]
    pub community: Option<Community>,
    /// The subject in one line.
    #[serde(default, deserialize_with = "or_default")]
    pub title: String,
    /// The platform's own close time, where it gave one (C6).
    #[serde(default)]
    pub close_due: Option<Stamp>,
    /// Tags the case came with.
    #[serde(default, deserialize_with = "or_default")]
    pub tags: Vec<Tag>,
    /// The full text.
    #[serde(default, deserialize_with = "or_default")]
    pub body: String,
    /// The address in the citizen's words.
    #[serde(default, deserialize_with = "or_default")]
    pub address: String,
    /// The citizen's name.
    #[serde(default, deserialize_with = "or_default")]
    pub reporter: String,
    /// The citizen's phone number.
    #[serde(default, deserialize_with = "or_default")]
    pub phone: String,
    /// How it came in: phone, web, app.
    #[serde(default, deserialize_with = "or_default")]
    pub channel: String,
    /// Steps that had happened before the desk knew, at unknown times: their stage counts, their clocks are void.
    #[serde(default, deserialize_with = "or_default")]
    pub already: Vec<Already>,
    /// What an imported row said besides, at no known time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<Imported>,
    /// The revision in force when the case entered the store (T10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<Revision>,
}

impl Received {
    /// A case of that kind and subject of which nothing else is known.
    #[must_use]
    pub fn new(kind: Kind, title: impl Into<String>) -> Self {
        Self {
            kind,
            community: None,
            title: title.into(),
            close_due: None,
            tags: Vec::new(),
            body: String::new(),
            address: String::new(),
            reporter: String::new(),
            phone: String::new(),
            channel: String::new(),
            already: Vec::new(),
            imported: None,
            revision: None,
        }
    }
}

/// What an imported row said about the past without saying when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// When the desk first knew the case: what was late before then is no breach.
    pub known_from: Stamp,
    /// The unit that had the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The unit's answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<String>,
    /// The citizen's verdict.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// The community as the row wrote it, where the policy knows none of that name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub community: Option<String>,
    /// The kind as the row wrote it, where the policy knows none of that name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

/// The amendable fields of a case; `Some(None)` clears one that may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fields {
    /// New kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// New community; `null` makes the case unassigned.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "present")]
    pub community: Option<Option<Community>>,
    /// New title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// New text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// New address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// New name of the citizen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporter: Option<String>,
    /// New phone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// New channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// New close time of the platform; `null` goes back to the rule's.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "present")]
    pub close_due: Option<Option<Stamp>>,
}

/// Keeps `null` apart from an absent field.
mod present {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[allow(
        clippy::ref_option,
        clippy::option_option,
        reason = "serde's `with` contract: the whole field by reference"
    )]
    pub fn serialize<T: Serialize, S: Serializer>(
        v: &Option<Option<T>>,
        s: S,
    ) -> Result<S::Ok, S::Error> {
        v.as_ref().and_then(Option::as_ref).serialize(s)
    }

    #[allow(
        clippy::option_option,
        reason = "absent, null and a value are three things"
    )]
    pub fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        d: D,
    ) -> Result<Option<Option<T>>, D::Error> {
        Option::<T>::deserialize(d).map(Some)
    }
}

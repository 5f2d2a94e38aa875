//! Where the desk and the platform's lists disagree (R9): what a person may take over from the platform, keep as it stands
//! here, or has still to log.
//!
//! An import records a disagreement and changes nothing that a person keyed; here a person settles it, and the fact that
//! says so keeps it from being listed again. Called by `propose`, `store` and the board.

use super::case::Case;
use super::command::Act;
use super::decide::{Decision, Refusal};
use super::event::{Differed, Event, Fields};
use super::ids::{Actor, Community, Number, Unit};
use super::propose::propose;
use super::rules::Rules;
use super::time::Stamp;

/// The field of a case that stands here and in no list that should hold it.
pub const LISTED: &str = "listed";
/// Every field two sides can disagree about.
pub const FIELDS: [&str; 7] = [
    "kind",
    "community",
    "received",
    "status",
    "unit",
    "rating",
    LISTED,
];

/// A disagreement that an import recorded and nobody has settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The value here when it was recorded.
    pub here: String,
    /// The value there.
    pub there: String,
    /// When it was recorded.
    pub at: Stamp,
}

/// An import that may have held a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listing {
    /// When it was imported.
    pub at: Stamp,
    /// How many rows went in.
    pub rows: usize,
    /// How many could not.
    pub skipped: usize,
    /// The first receipt in it.
    pub first: Stamp,
    /// The last one.
    pub last: Stamp,
}

/// Which case a line of the board is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// 件号.
    pub number: Number,
    /// Its subject.
    pub title: String,
    /// How many facts it has.
    pub version: u64,
}

impl About {
    fn of(case: &Case, version: u64) -> Self {
        Self {
            number: case.number.clone(),
            title: case.mask().text(&case.facts.title),
            version,
        }
    }
}

/// A field on which the two sides disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// Which case.
    pub about: About,
    /// Which field.
    pub field: String,
    /// The value here, now, the citizen masked.
    pub here: String,
    /// The value there, the citizen masked.
    pub there: String,
    /// When the list that says so was imported.
    pub at: Stamp,
}

impl Differing {
    /// May the platform's value be taken over as it is?
    #[must_use]
    pub fn can_be_taken(&self) -> bool {
        can_be_taken(&self.field)
    }
}

/// An open case that a list which covers its receipt did not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnlyHere {
    /// Which case.
    pub about: About,
    /// Its receipt.
    pub received: Stamp,
    /// The latest such list.
    pub list: Listing,
}

/// A case with steps that no list has confirmed yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unconfirmed {
    /// Which case.
    pub about: About,
    /// The events' names with when and by whom, in the order of the work.
    pub steps: Vec<(&'static str, Stamp, Actor)>,
}

/// Everything the two sides do not agree about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    /// The latest list.
    pub list: Option<Listing>,
    /// Fields, by case.
    pub differing: Vec<Differing>,
    /// Cases on this side only, by number.
    pub only_here: Vec<OnlyHere>,
    /// Steps on this side only: of cases in the queue first, then the latest.
    pub unconfirmed: Vec<Unconfirmed>,
    /// How many cases more have such steps.
    pub more_unconfirmed: usize,
}

/// When a step happened no list says, and every limit counts from the receipt: only what has no time can be taken as it is.
fn can_be_taken(field: &str) -> bool {
    matches!(field, "kind" | "community")
}

/// How far the work has come by a word for a stage or for a status, on one scale.
fn progress(word: &str) -> Option<u8> {
    Some(match word {
        "awaiting_sign" => 0,
        "awaiting_dispatch" => 1,
        "with_unit" | "dispatched" | "in_progress" => 2,
        "awaiting_review" => 3,
        "closed" | "aftercare" | "void" => 4,
        _ => return None,
    })
}

/// The value of a field here, now.
fn here(case: &Case, field: &str, recorded: &Difference) -> String {
    match field {
        "kind" => case.facts.kind.as_str().to_owned(),
        "community" => case
            .facts
            .community
            .as_ref()
            .map_or_else(String::new, ToString::to_string),
        "status" => case.stage().as_str().to_owned(),
        "unit" => case
            .lead_unit()
            .map_or_else(String::new, ToString::to_string),
        "rating" => case
            .rating
            .map_or_else(|| recorded.here.clone(), |r| r.as_str().to_owned()),
        _ => recorded.here.clone(),
    }
}

/// Does it still stand? What was logged here since may have settled it.
fn stands(case: &Case, field: &str, recorded: &Difference) -> bool {
    let there = recorded.there.as_str();
    match field {
        "kind" | "community" | "rating" => here(case, field, recorded) != there,
        "unit" => case.is_open() && case.stay_of(&Unit::from(there)).is_none(),
        "status" => {
            let (then, there) = (progress(&recorded.here), progress(there));
            // Where this side is ahead, only a list says that the other has caught up.
            there <= then || there > progress(case.stage().as_str())
        }
        _ => true,
    }
}

/// The open disagreements of a case.
pub fn differing(case: &Case, version: u64) -> impl Iterator<Item = Differing> {
    let mask = case.mask();
    case.differences
        .iter()
        .filter(|(field, recorded)| stands(case, field, recorded))
        .map(move |(field, recorded)| Differing {
            about: About::of(case, version),
            field: field.clone(),
            here: mask.field(field, &here(case, field, recorded)),
            there: mask.field(field, &recorded.there),
            at: recorded.at,
        })
}

/// The case as one of this side only, unless somebody has said that it is to stay.
#[must_use]
pub fn only_here(case: &Case, version: u64, list: Listing) -> Option<OnlyHere> {
    let stays = !case.is_open() || case.kept.contains(LISTED);
    (!stays).then(|| OnlyHere {
        about: About::of(case, version),
        received: case.received_at,
        list,
    })
}

/// The steps a person keyed that no list has confirmed.
#[must_use]
pub fn unconfirmed(case: &Case, version: u64) -> Option<Unconfirmed> {
    let steps: Vec<_> = unconfirmed_steps(case).collect();
    (!steps.is_empty()).then(|| Unconfirmed {
        about: About::of(case, version),
        steps,
    })
}

/// The same of a case that was withdrawn: none. What an import said itself needs no confirmation.
pub(super) fn unconfirmed_steps(case: &Case) -> impl Iterator<Item = (&'static str, Stamp, Actor)> {
    [
        ("signed", &case.signed),
        ("dispatched", &case.dispatched),
        ("closed", &case.closed),
    ]
    .into_iter()
    .filter(|(step, _)| case.voided.is_none() && !case.confirmed.contains(*step))
    .filter_map(|(step, mark)| {
        let mark = mark.as_ref().filter(|m| m.by != Actor::System)?;
        Some((step, mark.at, mark.by.clone()))
    })
}

/// The facts that settle a disagreement: the platform's value taken over, or the one here kept.
pub(super) fn settle(
    case: &Case,
    field: &str,
    take: bool,
    reason: Option<&String>,
    rules: &Rules,
) -> Decision {
    let differed = |here: String, there: String| {
        Event::Differed(Differed {
            field: field.to_owned(),
            here,
            there,
            taken: take,
        })
    };
    if field == LISTED {
        return match (take, case.kept.contains(LISTED)) {
            (true, _) => Err(Refusal::CannotTake),
            (false, true) => Err(Refusal::NothingDiffers),
            (false, false) => Ok(vec![differed(case.received_at.to_string(), String::new())]),
        };
    }
    let recorded = case
        .differences
        .get(field)
        .filter(|recorded| stands(case, field, recorded))
        .ok_or(Refusal::NothingDiffers)?;
    let settled = differed(here(case, field, recorded), recorded.there.clone());
    if !take {
        return Ok(vec![settled]);
    }
    if !can_be_taken(field) {
        return Err(Refusal::CannotTake);
    }
    let mut fields = Fields::default();
    if field == "kind" {
        fields.kind = recorded.there.parse().ok();
    } else {
        fields.community = Some(Some(Community::from(recorded.there.as_str())));
    }
    // The rule itself is the reason, where nobody gives a better one.
    let reason = Some(reason.cloned().unwrap_or_else(|| "R9".to_owned()));
    let mut facts = propose(case, &Act::Amend { fields, reason }, rules)?;
    facts.push(settled);
    Ok(facts)
}

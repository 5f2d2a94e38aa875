//! The state of one case: what its facts add up to, without any verdict and without the present moment.
//!
//! Built by `evolve` alone; read by `clock`, `decide`, `queue` and the screens.

use std::collections::{BTreeMap, BTreeSet};

use super::event::Received;
use super::ids::{
    Actor, Already, FactId, Number, Post, Rating, Revision, Role, Stage, Suggestion, Tag, Unit,
    Verdict,
};
use super::privacy::{Citizen, Mask};
use super::reconcile::Difference;
use super::time::Stamp;

/// When a step happened, as far as the desk knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// Before the desk knew the case, at no known time.
    Before,
    /// At this moment.
    At(Stamp),
}

impl Done {
    /// The moment, where it is known.
    #[must_use]
    pub const fn at(self) -> Option<Stamp> {
        match self {
            Self::Before => None,
            Self::At(t) => Some(t),
        }
    }
}

/// A step with who took it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// When.
    pub at: Stamp,
    /// By whom.
    pub by: Actor,
}

/// One stay of a unit on the case, from being given it to passing it on (S9).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// Who.
    pub unit: Unit,
    /// Present (or last) role.
    pub role: Role,
    /// When it was given the case.
    pub since: Done,
    /// The post that answers with the unit under W1; none means the post of C2 (S8).
    pub given_by: Option<Post>,
    /// Its sign, explicit or implied (S4).
    pub signed: Option<Done>,
    /// First transfer or co-assign request (C4).
    pub window_used: Option<Stamp>,
    /// When it passed the case on.
    pub left: Option<Stamp>,
}

/// One turn of asking the lead for an answer: the first (C7), or after a nonstandard review (C8).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// The review that asked for it; none for the first.
    pub asked: Option<Stamp>,
    /// Whether it has a clock: a second verdict on one reply asks again without one (S7).
    pub timed: bool,
    /// The reply.
    pub reply: Option<Done>,
    /// The standing verdict on that reply.
    pub verdict: Option<Verdict>,
}

impl Turn {
    /// A turn that has been asked for.
    #[must_use]
    pub const fn new(asked: Option<Stamp>, timed: bool) -> Self {
        Self {
            asked,
            timed,
            reply: None,
            verdict: None,
        }
    }
}

/// The present lead and what it did since it was given the lead (S6, S17).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// Index of its stay.
    pub stay: usize,
    /// When it was given the lead.
    pub since: Done,
}

/// A bad rating with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRating {
    /// When it was given.
    pub at: Stamp,
    /// Its fact.
    pub id: Option<FactId>,
    /// When an appeal against it was upheld.
    pub upheld: Option<Stamp>,
}

/// A look-back visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// When.
    pub at: Stamp,
    /// Whether it holds.
    pub stable: bool,
}

/// A unit asked for further units on the case (C4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpAsked {
    /// The unit that asks.
    pub by: Unit,
    /// The units it asks for.
    pub units: Vec<Unit>,
}

/// What the facts of one case add up to.
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, not a state machine"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// 件号.
    pub number: Number,
    /// When the platform gave it to the street.
    pub received_at: Stamp,
    /// Its facts as amended.
    pub facts: Received,
    /// Whoever was named as its citizen at any time.
    pub citizens: Vec<Citizen>,
    /// The revision it goes by (T10); none means the one in force.
    pub revision: Option<Revision>,
    /// Tags that stand.
    pub tags: BTreeSet<Tag>,
    /// Steps that had happened before the desk knew, with those they imply.
    pub already: BTreeSet<Already>,
    /// The street's sign, explicit or by a dispatch (S4).
    pub signed: Option<Mark>,
    /// First dispatch.
    pub dispatched: Option<Mark>,
    /// Who made the latest dispatch (W1's "dispatch before" a transfer).
    pub last_dispatch_by: Option<Actor>,
    /// Phone reminders about signing (W1): to whom, when.
    pub reminded: Vec<(Unit, Stamp)>,
    /// Phone reminders about the answer or the close: to whom, when.
    pub chased: Vec<(Unit, Stamp)>,
    /// Every stay of every unit, in order.
    pub stays: Vec<Stay>,
    /// The lead, while there is one.
    pub lead: Option<Lead>,
    /// The turns of the present lead.
    pub turns: Vec<Turn>,
    /// The latest request for further units, until the next dispatch or the answer.
    pub help_asked: Option<HelpAsked>,
    /// Requests for an extension by the unit.
    pub unit_requests: Vec<Stamp>,
    /// First request for an extension by the office.
    pub office_request: Option<Stamp>,
    /// Latest request for an extension, by either.
    pub extension_requested: Option<Stamp>,
    /// Latest decision on one.
    pub extension_decided: Option<Stamp>,
    /// Close time of the latest granted extension.
    pub extended_to: Option<Stamp>,
    /// Talks with the unit's head.
    pub consults: Vec<Stamp>,
    /// The close.
    pub closed: Option<Mark>,
    /// The withdrawal.
    pub voided: Option<Mark>,
    /// Bad ratings in order.
    pub bad_ratings: Vec<BadRating>,
    /// Whether the citizen has rated it at all.
    pub rated: bool,
    /// The citizen's latest verdict.
    pub rating: Option<Rating>,
    /// Follow-ups in order.
    pub follow_ups: Vec<Stamp>,
    /// Reworks in order.
    pub reworks: Vec<Stamp>,
    /// Appeals in order.
    pub appeals: Vec<Stamp>,
    /// Decisions on appeals in order.
    pub appeal_decisions: Vec<Stamp>,
    /// Look-back visits in order.
    pub visits: Vec<Visit>,
    /// Transfers so far (R8).
    pub transfers: u32,
    /// Whether the citizen was told that it takes longer (R10).
    pub contacted: bool,
    /// Whether it was escalated (R6).
    pub escalated: bool,
    /// Whether the principal was told (R8).
    pub reported: bool,
    /// Cases of the same matter (R10).
    pub links: BTreeSet<Number>,
    /// Suggestions turned down.
    pub dismissed: BTreeSet<Suggestion>,
    /// Steps the platform's list agrees with (R9).
    pub confirmed: BTreeSet<String>,
    /// Fields on which the platform's list says otherwise, until a person or a later list settles it (R9).
    pub differences: BTreeMap<String, Difference>,
    /// Fields on which a person kept what stands here against the list.
    pub kept: BTreeSet<String>,
}

impl Case {
    /// What masks its citizens wherever the case is shown, told, exported or printed.
    #[must_use]
    pub fn mask(&self) -> Mask {
        Mask::of(&self.citizens)
    }

    /// The stays that have not ended, in order.
    pub fn present(&self) -> impl Iterator<Item = &Stay> {
        self.stays.iter().filter(|s| s.left.is_none())
    }

    /// Was the unit phoned about signing between two moments, both included (W1, S8)?
    #[must_use]
    pub fn was_reminded(&self, unit: &Unit, from: Stamp, to: Stamp) -> bool {
        self.reminded
            .iter()
            .any(|(whom, at)| whom == unit && from <= *at && *at <= to)
    }

    /// The units on the case, the lead first.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        let lead = self.lead_unit();
        let rest = self.present().map(|s| &s.unit);
        lead.into_iter()
            .chain(rest.filter(move |u| Some(*u) != lead))
    }

    /// The stay of a unit that is on the case now.
    #[must_use]
    pub fn stay_of(&self, unit: &Unit) -> Option<&Stay> {
        self.present().find(|s| s.unit == *unit)
    }

    /// The lead's stay.
    #[must_use]
    pub fn lead_stay(&self) -> Option<&Stay> {
        self.lead.as_ref().and_then(|l| self.stays.get(l.stay))
    }

    /// The lead unit.
    #[must_use]
    pub fn lead_unit(&self) -> Option<&Unit> {
        self.lead_stay().map(|s| &s.unit)
    }

    /// Has the step happened, before or since?
    #[must_use]
    pub fn has(&self, step: Already) -> bool {
        self.already.contains(&step)
    }

    /// The verdict on the lead's latest reply that counts; outer none: no reply yet.
    #[must_use]
    #[allow(
        clippy::option_option,
        reason = "no reply, no verdict and a verdict are three things"
    )]
    pub fn latest_verdict(&self) -> Option<Option<Verdict>> {
        self.turns
            .iter()
            .rev()
            .find(|t| t.reply.is_some())
            .map(|t| t.verdict)
    }

    /// The close that ended the case, explicit or before the desk knew.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.closed.is_some() || self.has(Already::Closed)
    }

    /// Neither closed nor void: the work is going on.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.is_closed() && self.voided.is_none()
    }

    /// Bad ratings that no appeal took away (R5).
    pub fn standing_bad_ratings(&self) -> impl Iterator<Item = &BadRating> {
        self.bad_ratings.iter().filter(|r| r.upheld.is_none())
    }

    /// Is an appeal waiting for its decision?
    #[must_use]
    pub fn has_open_appeal(&self) -> bool {
        self.appeals.len() > self.appeal_decisions.len()
    }

    /// The stage (S13), where an ended case is `Closed` whether or not aftercare is owed; `queue` tells those apart.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if self.voided.is_some() {
            return Stage::Void;
        }
        if self.is_closed() {
            return Stage::Closed;
        }
        if self.signed.is_none() && !self.has(Already::Signed) {
            return Stage::AwaitingSign;
        }
        match self.latest_verdict() {
            Some(None | Some(Verdict::Accepted)) => return Stage::AwaitingReview,
            Some(Some(Verdict::Nonstandard)) | None => {}
        }
        if self.present().next().is_some()
            || (self.stays.is_empty() && self.has(Already::Dispatched))
        {
            Stage::WithUnit
        } else {
            Stage::AwaitingDispatch
        }
    }
}

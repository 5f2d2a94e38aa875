//! The acts on a case as a person picks them: their names, the part of a case's life they belong to, the clocks that bear on
//! them, and why one cannot be done just now.
//!
//! Whether an act is allowed is asked of `decide` with a made-up act of that sort; no rule is written down here twice. Used by
//! `keymap`, `update` and `view`; the dialogs themselves are in `act_form`.

use super::case_page::CasePage;
use crate::domain::case::Case;
use crate::domain::command::{Act, Context};
use crate::domain::decide::{Refusal, decide};
use crate::domain::event::{Assignment, Event, Fact, Fields};
use crate::domain::ids::{About, ClockId, FactId, Number, Party, Rating, Role, Tag, Unit, Verdict};
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::time::Stamp;

macro_rules! acts {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        /// An act on a case, before anything is said about it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ActName { $($(#[$meta])* $name),+ }

        impl ActName {
            /// All of them, in the order of the menu: that of a case's life.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

acts! {
    /// The street's sign.
    Sign,
    /// Handing the case to units.
    Dispatch,
    /// A unit's sign.
    UnitSign,
    /// A phone reminder.
    Remind,
    /// A unit passes the case on.
    Transfer,
    /// A unit asks for further units.
    CoAssign,
    /// Another unit leads.
    Lead,
    /// The lead consults its head.
    Consult,
    /// The citizen is told that it takes longer.
    Contact,
    /// The lead answers.
    Reply,
    /// The office judges the answer.
    Review,
    /// Somebody asks for a later close time.
    Extend,
    /// The district grants or refuses it.
    DecideExtension,
    /// The close.
    Close,
    /// The citizen's rating.
    Rate,
    /// The talk with the citizen after a bad rating.
    FollowUp,
    /// The work done again after a bad rating.
    Rework,
    /// The unit contests a bad rating.
    Appeal,
    /// The appeal is upheld or rejected.
    DecideAppeal,
    /// The visit that sees whether it holds.
    LookBack,
    /// Tags put on or taken off.
    Tag,
    /// A free remark.
    Note,
    /// Facts put right.
    Amend,
    /// Two cases are one matter.
    Link,
    /// A discipline case goes up.
    Escalate,
    /// The street's principal is told.
    Report,
    /// A lapse was not neglect.
    Excuse,
    /// The case is withdrawn.
    Void,
}

/// A part of a case's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Sign and dispatch.
    FirstHour,
    /// The unit at work.
    Work,
    /// Answer, review, close.
    Answer,
    /// What follows a rating.
    Aftercare,
    /// Beside the way.
    Beside,
}

impl ActName {
    /// The part of a case's life it belongs to.
    #[must_use]
    pub const fn phase(self) -> Phase {
        match self {
            Self::Sign | Self::Dispatch | Self::UnitSign | Self::Remind => Phase::FirstHour,
            Self::Transfer | Self::CoAssign | Self::Lead | Self::Consult | Self::Contact => {
                Phase::Work
            }
            Self::Reply | Self::Review | Self::Extend | Self::DecideExtension | Self::Close => {
                Phase::Answer
            }
            Self::Rate
            | Self::FollowUp
            | Self::Rework
            | Self::Appeal
            | Self::DecideAppeal
            | Self::LookBack => Phase::Aftercare,
            Self::Tag
            | Self::Note
            | Self::Amend
            | Self::Link
            | Self::Escalate
            | Self::Report
            | Self::Excuse
            | Self::Void => Phase::Beside,
        }
    }

    /// The clocks and windows its dialog shows.
    #[must_use]
    pub const fn clocks(self) -> &'static [ClockId] {
        match self {
            Self::UnitSign => &[ClockId::C3],
            Self::Transfer | Self::CoAssign => &[ClockId::C4],
            Self::Reply => &[ClockId::C7, ClockId::C8],
            Self::Review => &[ClockId::C8, ClockId::C6],
            Self::Extend => &[ClockId::C9, ClockId::C10],
            Self::DecideExtension | Self::Close => &[ClockId::C6],
            Self::FollowUp => &[ClockId::C11],
            Self::Appeal | Self::DecideAppeal => &[ClockId::C12],
            Self::LookBack => &[ClockId::C13],
            Self::Sign
            | Self::Dispatch
            | Self::Remind
            | Self::Lead
            | Self::Consult
            | Self::Contact
            | Self::Rate
            | Self::Rework
            | Self::Tag
            | Self::Note
            | Self::Amend
            | Self::Link
            | Self::Escalate
            | Self::Report
            | Self::Excuse
            | Self::Void => &[],
        }
    }
}

/// Why an act cannot be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unable {
    /// The table of acts refuses it.
    Refused(Refusal),
    /// No unit is on the case.
    NoUnit,
    /// No other unit could lead, or be given the case.
    NoOtherUnit,
    /// Nothing was late and nobody complained: there is nothing to excuse.
    NothingToExcuse,
}

/// A lapse that may be excused (O3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lapse {
    /// A clock's name, `rating` or `review`, as `excused` names it.
    pub of: &'static str,
    /// The unit the clock bound.
    pub unit: Option<Unit>,
    /// The rating or the review.
    pub target: Option<FactId>,
    /// When the clock was due, or the rating or the review was given.
    pub at: Stamp,
}

/// What of a case may be excused: breaches, bad ratings that stand, nonstandard reviews.
#[must_use]
pub fn lapses(page: &CasePage, roster: &Roster, now: Stamp) -> Vec<Lapse> {
    let breaches = page.breaches(roster, now).into_iter().map(|b| Lapse {
        of: b.id.name(),
        unit: b.unit,
        target: None,
        at: b.due,
    });
    let ratings = page.case.standing_bad_ratings().map(|r| Lapse {
        of: "rating",
        unit: None,
        target: r.id.clone(),
        at: r.at,
    });
    let reviews = page.facts.iter().map(|l| &l.fact).filter(|fact| {
        matches!(&fact.event, Event::Reviewed(e) if e.verdict == Verdict::Nonstandard)
            && fact.at <= now
            && !page.is_undone(fact)
    });
    let reviews = reviews.map(|fact| Lapse {
        of: "review",
        unit: None,
        target: fact.id.clone(),
        at: fact.at,
    });
    breaches.chain(ratings).chain(reviews).collect()
}

/// What is asked about acts on one case.
#[derive(Debug)]
pub struct Asking<'a> {
    page: &'a CasePage,
    facts: Vec<Fact>,
    roster: &'a Roster,
    rules: &'a Rules,
    context: &'a Context,
}

impl<'a> Asking<'a> {
    /// About the case of a page, for acts said to happen as `context` says. `rules` give the units there are.
    #[must_use]
    pub fn new(
        page: &'a CasePage,
        rules: &'a Rules,
        roster: &'a Roster,
        context: &'a Context,
    ) -> Self {
        let facts = page.facts.iter().map(|l| l.fact.clone()).collect();
        Self {
            page,
            facts,
            roster,
            rules,
            context,
        }
    }

    /// Why the act cannot be done; none: it can.
    #[must_use]
    pub fn unable(&self, name: ActName) -> Option<Unable> {
        let case = &self.page.case;
        let acts = match probes(name, case) {
            Ok(acts) => acts,
            // Without a unit the case may be closed or void besides, which says more.
            Err(unable) => return Some(self.refused(&[open()]).map_or(unable, Unable::Refused)),
        };
        if let Some(refusal) = self.refused(&acts) {
            return Some(Unable::Refused(refusal));
        }
        let none_late = || lapses(self.page, self.roster, self.context.now).is_empty();
        if name == ActName::Excuse && none_late() {
            return Some(Unable::NothingToExcuse);
        }
        if name == ActName::Lead && others(case, self.rules).next().is_none() {
            return Some(Unable::NoOtherUnit);
        }
        None
    }

    /// Why none of these is allowed; none: one of them is.
    fn refused(&self, acts: &[Act]) -> Option<Refusal> {
        let mut why = None;
        for act in acts {
            match decide(&self.facts, act, self.context, &self.page.rules) {
                Ok(_) => return None,
                Err(refusal) => why = why.or(Some(refusal)),
            }
        }
        why
    }
}

/// The units there are, without the lead: those on the case first.
pub fn others<'a>(case: &'a Case, rules: &'a Rules) -> impl Iterator<Item = &'a Unit> {
    let lead = case.lead_unit();
    let known = rules.policy.units().filter(|u| case.stay_of(u).is_none());
    case.present()
        .map(|s| &s.unit)
        .filter(move |u| Some(*u) != lead)
        .chain(known)
}

/// An act that is allowed on every open case.
fn open() -> Act {
    Act::Void { reason: said() }
}

/// A text, where one is needed.
fn said() -> String {
    "?".to_owned()
}

/// Acts of that sort with everything said that can be needed. It can be done when one of them is allowed.
fn probes(name: ActName, case: &Case) -> Result<Vec<Act>, Unable> {
    let any = || {
        let present = case.present().map(|s| &s.unit).next();
        present.cloned().ok_or(Unable::NoUnit)
    };
    let act = match name {
        ActName::Sign => Act::Sign,
        ActName::Dispatch => to_lead(Unit::from("?")),
        ActName::UnitSign => {
            let unsigned = case.present().find(|s| s.signed.is_none());
            let unit = unsigned.map_or_else(any, |s| Ok(s.unit.clone()))?;
            Act::UnitSign { unit: Some(unit) }
        }
        ActName::Remind => Act::Remind {
            unit: Some(any()?),
            about: About::UnitSign,
            answered: true,
        },
        ActName::Transfer => Act::Transfer {
            from: any()?,
            to: None,
            grounds: said(),
        },
        ActName::CoAssign => Act::CoAssign {
            unit: any()?,
            units: Vec::new(),
            grounds: said(),
        },
        ActName::Lead => to_lead(any()?),
        ActName::Consult => Act::Consult,
        ActName::Contact => Act::Contact,
        ActName::Reply => Act::Reply {
            unit: Some(case.lead_unit().cloned().ok_or(Unable::NoUnit)?),
            text: said(),
            photos: 0,
            approved_by: None,
        },
        ActName::Review => Act::Review {
            verdict: Verdict::Accepted,
            faults: Vec::new(),
        },
        ActName::Extend => Act::RequestExtension {
            party: Party::Office,
            reason: said(),
        },
        ActName::DecideExtension => Act::DecideExtension {
            granted: false,
            close_due: None,
        },
        ActName::Close => Act::Close {
            unreviewed: true,
            reason: Some(said()),
        },
        ActName::Rate => Act::Rate {
            rating: Rating::Dissatisfied,
            reason: Some(said()),
        },
        ActName::FollowUp => Act::FollowUp,
        ActName::Rework => Act::Rework,
        ActName::Appeal => Act::FileAppeal {
            approved_by: None,
            stamped: false,
        },
        ActName::DecideAppeal => Act::DecideAppeal { upheld: true },
        ActName::LookBack => Act::LookBack { stable: true },
        ActName::Tag => {
            return Ok(vec![
                Act::Tag { tag: Tag::Repeat },
                Act::Untag { tag: Tag::Repeat },
            ]);
        }
        ActName::Note => Act::Note { text: said() },
        ActName::Amend => Act::Amend {
            fields: Fields {
                title: Some(format!("{}?", case.facts.title)),
                ..Fields::default()
            },
            reason: Some(said()),
        },
        ActName::Link => Act::Link {
            other: Number::from(format!("{}?", case.number)),
        },
        ActName::Escalate => Act::Escalate { to: None },
        ActName::Report => Act::Report { to: None },
        ActName::Excuse => Act::Excuse {
            of: "rating".to_owned(),
            unit: None,
            target: None,
            reason: said(),
        },
        ActName::Void => open(),
    };
    Ok(vec![act])
}

/// A dispatch that gives one unit the lead; who led before assists from then on (S9).
#[must_use]
pub fn to_lead(unit: Unit) -> Act {
    Act::Dispatch {
        units: vec![Assignment {
            unit,
            role: Role::Lead,
        }],
    }
}

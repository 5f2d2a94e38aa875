//! What the desk suggests about a case, each with its reason, until a person accepts or dismisses it. It never acts on one.
//!
//! A function of the case's facts, of what is known of other cases ([`Related`]) and of the rules in force: thresholds and
//! words may be put right for open cases too, because a suggestion binds nobody. Called by `store`, `show` and the screen.

use serde_json::{Value, json};

use super::alike::{Alike, Likeness};
use super::case::Case;
use super::ids::{Number, Stage, Suggestion, Tag};
use super::privacy::{Citizen, Mask};
use super::rules::Rules;

/// What other cases bear on a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Related {
    /// The earlier case it looks like a repeat of (R7).
    pub repeats: Option<Alike>,
    /// Complaints in the same matter, itself included: those linked to it, by whichever of the two (R8 b).
    pub complaints: usize,
    /// Bad ratings that stand in all of them (R8 b).
    pub bad_ratings: usize,
    /// The other cases of the matter, by number (R10).
    pub linked: Vec<Linked>,
}

/// Another case of the same matter (R10).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// Its number.
    pub number: Number,
    /// Its stage.
    pub stage: Stage,
    /// What it is about.
    pub title: String,
    /// Whoever was named as its citizen: one case speaks of another.
    pub citizens: Vec<Citizen>,
}

/// What masks everybody who is known of a matter: one case speaks of another.
#[must_use]
pub fn mask(case: &Case, linked: &[Linked]) -> Mask {
    let others = linked.iter().flat_map(|l| &l.citizens);
    let all: Vec<Citizen> = case.citizens.iter().chain(others).cloned().collect();
    Mask::of(&all)
}

impl Linked {
    /// With the citizens masked that are known of the matter.
    #[must_use]
    pub fn masked(&self, mask: &Mask) -> Self {
        Self {
            title: mask.text(&self.title),
            ..self.clone()
        }
    }
}

/// Why something is suggested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It looks like that earlier case (R7).
    Alike(Alike),
    /// Its text holds words the policy lists (R8 c).
    Words(Vec<String>),
    /// A unit passed it on and nobody holds it.
    NobodyHolds,
    /// It was passed on so often (R8 a).
    Transfers(u32),
    /// It carries this tag.
    Tagged(Tag),
    /// So many complaints in the same matter (R8 b).
    Complaints(usize),
    /// So many bad ratings in the same matter (R8 b).
    BadRatings(usize),
    /// So many units are on it and none leads (R3).
    NoLead(usize),
}

/// A suggestion with its reasons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggested {
    /// What.
    pub suggestion: Suggestion,
    /// Why; at least one.
    pub reasons: Vec<Reason>,
}

impl Suggested {
    /// The rule it comes from.
    #[must_use]
    pub const fn rule(&self) -> &'static str {
        match self.suggestion {
            Suggestion::Repeat => "R7",
            Suggestion::Sensitive | Suggestion::UnclearDuty | Suggestion::Report => "R8",
            Suggestion::Escalate => "R6",
            Suggestion::Consult => "C5",
            Suggestion::Lead => "R3",
        }
    }

    /// As `show --json` has it.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({
            "suggestion": self.suggestion,
            "rule": self.rule(),
            "reasons": self.reasons.iter().map(Reason::to_json).collect::<Vec<_>>(),
        })
    }
}

impl Reason {
    /// Reads back what [`Suggested::to_json`] wrote; none for what it never writes.
    #[must_use]
    pub fn from_json(value: &Value) -> Option<Self> {
        let text = |key: &str| value.get(key).and_then(Value::as_str);
        let count = |key: &str| {
            let n = value.get(key).and_then(Value::as_u64);
            n.and_then(|n| usize::try_from(n).ok())
        };
        Some(match text("reason")? {
            "alike" => {
                let percent = count("percent").and_then(|n| u8::try_from(n).ok());
                Self::Alike(Alike {
                    number: Number::from(text("case")?),
                    received: text("received")?.parse().ok()?,
                    by: match (text("by")?, percent) {
                        ("phone", _) => Likeness::Phone,
                        ("text", Some(percent)) => Likeness::Text(percent),
                        ("place", Some(percent)) => Likeness::Place(percent),
                        (_, _) => return None,
                    },
                })
            }
            "words" => {
                let words = value.get("words").and_then(Value::as_array)?.iter();
                Self::Words(words.filter_map(Value::as_str).map(str::to_owned).collect())
            }
            "nobody_holds" => Self::NobodyHolds,
            "transfers" => Self::Transfers(u32::try_from(count("count")?).ok()?),
            "tagged" => Self::Tagged(text("tag")?.parse().ok()?),
            "complaints" => Self::Complaints(count("count")?),
            "bad_ratings" => Self::BadRatings(count("count")?),
            "no_lead" => Self::NoLead(count("units")?),
            _ => return None,
        })
    }

    fn to_json(&self) -> Value {
        match self {
            Self::Alike(a) => {
                let (by, percent) = match a.by {
                    Likeness::Phone => ("phone", None),
                    Likeness::Text(percent) => ("text", Some(percent)),
                    Likeness::Place(percent) => ("place", Some(percent)),
                };
                json!({ "reason": "alike", "case": a.number, "received": a.received, "by": by, "percent": percent })
            }
            Self::Words(words) => json!({ "reason": "words", "words": words }),
            Self::NobodyHolds => json!({ "reason": "nobody_holds" }),
            Self::Transfers(n) => json!({ "reason": "transfers", "count": n }),
            Self::Tagged(tag) => json!({ "reason": "tagged", "tag": tag }),
            Self::Complaints(n) => json!({ "reason": "complaints", "count": n }),
            Self::BadRatings(n) => json!({ "reason": "bad_ratings", "count": n }),
            Self::NoLead(n) => json!({ "reason": "no_lead", "units": n }),
        }
    }
}

/// What is suggested about a case.
#[must_use]
pub fn suggestions(case: &Case, related: &Related, rules: &Rules) -> Vec<Suggested> {
    if case.voided.is_some() {
        return Vec::new();
    }
    let look = Look {
        case,
        related,
        rules,
    };
    Suggestion::ALL
        .iter()
        .filter(|s| !case.dismissed.contains(s))
        .map(|suggestion| Suggested {
            suggestion: *suggestion,
            reasons: look.reasons(*suggestion),
        })
        .filter(|s| !s.reasons.is_empty())
        .collect()
}

struct Look<'a> {
    case: &'a Case,
    related: &'a Related,
    rules: &'a Rules,
}

impl Look<'_> {
    fn has(&self, tag: Tag) -> bool {
        self.case.tags.contains(&tag)
    }

    fn reasons(&self, suggestion: Suggestion) -> Vec<Reason> {
        let case = self.case;
        // What concerns the work is over with it; what somebody must be told of is not.
        let working = case.is_open();
        match suggestion {
            Suggestion::Repeat if working && !self.has(Tag::Repeat) => self
                .related
                .repeats
                .clone()
                .map(Reason::Alike)
                .into_iter()
                .collect(),
            Suggestion::Sensitive if working && !self.has(Tag::Sensitive) => self.sensitive(),
            Suggestion::UnclearDuty if working && !self.has(Tag::UnclearDuty) => self.unclear(),
            Suggestion::Report if !case.reported => self.report(),
            Suggestion::Escalate if self.has(Tag::Discipline) && !case.escalated => {
                vec![Reason::Tagged(Tag::Discipline)]
            }
            Suggestion::Consult if working && case.consults.is_empty() => {
                [Tag::Repeat, Tag::Difficult]
                    .into_iter()
                    .filter(|tag| self.has(*tag) && case.lead.is_some())
                    .map(Reason::Tagged)
                    .collect()
            }
            Suggestion::Lead if working && case.lead.is_none() => {
                let units = case.present().count();
                (units > 1)
                    .then_some(Reason::NoLead(units))
                    .into_iter()
                    .collect()
            }
            Suggestion::Repeat
            | Suggestion::Sensitive
            | Suggestion::UnclearDuty
            | Suggestion::Report
            | Suggestion::Escalate
            | Suggestion::Consult
            | Suggestion::Lead => Vec::new(),
        }
    }

    fn sensitive(&self) -> Vec<Reason> {
        let facts = &self.case.facts;
        let words: Vec<String> = self
            .rules
            .policy
            .suggest
            .iter()
            .flat_map(|s| &s.sensitive)
            .filter(|word| facts.title.contains(*word) || facts.body.contains(*word))
            .cloned()
            .collect();
        if words.is_empty() {
            Vec::new()
        } else {
            vec![Reason::Words(words)]
        }
    }

    fn unclear(&self) -> Vec<Reason> {
        let case = self.case;
        let mut reasons = Vec::new();
        if case.transfers > 0 && case.present().next().is_none() {
            reasons.push(Reason::NobodyHolds);
        }
        reasons.extend(self.often_passed_on());
        reasons
    }

    fn often_passed_on(&self) -> Option<Reason> {
        let transfers = self.case.transfers;
        let many = self.rules.policy.suggest.as_ref()?.report.transfers;
        (transfers >= many).then_some(Reason::Transfers(transfers))
    }

    fn report(&self) -> Vec<Reason> {
        let mut reasons: Vec<Reason> = self.often_passed_on().into_iter().collect();
        for tag in [Tag::UnclearDuty, Tag::Sensitive] {
            if self.has(tag) {
                reasons.push(Reason::Tagged(tag));
            }
        }
        if let Some(policy) = &self.rules.policy.suggest {
            let own = self.case.standing_bad_ratings().count();
            let complaints = self.related.complaints.max(self.case.links.len() + 1);
            let bad_ratings = self.related.bad_ratings.max(own);
            if complaints >= policy.report.complaints {
                reasons.push(Reason::Complaints(complaints));
            }
            if bad_ratings >= policy.report.bad_ratings {
                reasons.push(Reason::BadRatings(bad_ratings));
            }
        }
        reasons
    }
}

//! O1: what each unit did in a period, the score it comes to and how, and the place that gives it.
//!
//! Called by the bulletin, and by the ladder for O2.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::super::case::Stay;
use super::super::ids::{Actor, Revision, Unit};
use super::super::period::Period;
use super::super::policy::Oversight;
use super::super::rules::Rules;
use super::{Lapse, LapseKind, Seen};

/// What is counted of a unit in a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Cases it was given, as lead or assisting.
    pub given: u32,
    /// Cases it led that were closed.
    pub handled: u32,
    /// C3 missed, alone or with a post.
    pub late_sign: u32,
    /// C7 or C8 missed.
    pub late_reply: u32,
    /// C6 missed where the unit answers (W2).
    pub late_close: u32,
    /// Replies sent back.
    pub nonstandard: u32,
    /// Bad ratings that stand.
    pub bad_rating: u32,
}

/// One figure's share in a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Which figure.
    pub figure: &'static str,
    /// How many.
    pub count: u32,
    /// Points for each.
    pub weight: i64,
    /// Points in all.
    pub points: i64,
}

/// A unit with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ranked {
    /// Which unit.
    pub unit: Unit,
    /// Its place; equal scores share one. None for a unit that had nothing to do in the period.
    pub rank: Option<u32>,
    /// Its score.
    pub score: i64,
    /// What it did.
    pub figures: Figures,
    /// How the score came about, beside the points everybody begins with.
    pub parts: Vec<Part>,
}

/// The figures of all units in one period.
#[derive(Debug, Clone)]
pub struct Ranking {
    /// Which period.
    pub period: Period,
    /// The revision whose weights it goes by (T10).
    pub revision: Revision,
    oversight: Oversight,
    units: BTreeMap<Unit, Figures>,
    /// Every unit of the policy, in its order.
    order: Vec<Unit>,
}

impl Figures {
    fn count(&mut self, kind: LapseKind) {
        *match kind {
            LapseKind::LateSign => &mut self.late_sign,
            LapseKind::LateReply => &mut self.late_reply,
            LapseKind::LateClose => &mut self.late_close,
            LapseKind::Nonstandard => &mut self.nonstandard,
            LapseKind::BadRating => &mut self.bad_rating,
        } += 1;
    }

    /// How the score comes about.
    #[must_use]
    pub fn parts(&self, oversight: &Oversight) -> Vec<Part> {
        let w = &oversight.weights;
        [
            ("handled", self.handled, w.handled),
            ("late_sign", self.late_sign, w.late_sign),
            ("late_reply", self.late_reply, w.late_reply),
            ("late_close", self.late_close, w.late_close),
            ("nonstandard", self.nonstandard, w.nonstandard),
            ("bad_rating", self.bad_rating, w.bad_rating),
        ]
        .into_iter()
        .map(|(figure, count, weight)| Part {
            figure,
            count,
            weight,
            points: weight * i64::from(count),
        })
        .collect()
    }
}

impl Ranking {
    /// An empty ranking by the rules in force at the period's end, and their weights (T10).
    #[must_use]
    pub fn new(period: Period, rules: &Rules, oversight: Oversight) -> Self {
        Self {
            period,
            revision: rules.revision().clone(),
            oversight,
            units: BTreeMap::new(),
            order: rules.policy.units().cloned().collect(),
        }
    }

    /// Takes in a case with its lapses.
    pub fn take(&mut self, seen: &Seen<'_>, lapses: &[Lapse]) {
        if !seen.is_ranked {
            return;
        }
        let period = self.period;
        let given = |stay: &&Stay| stay.since.at().is_some_and(|at| period.holds(at));
        for stay in seen.case.stays.iter().filter(given) {
            self.of(&stay.unit).given += 1;
        }
        let closed = seen.case.closed.as_ref().map(|mark| mark.at);
        if closed.is_some_and(|at| period.holds(at))
            && seen.case.voided.is_none()
            && let Some(lead) = seen.lead()
        {
            self.of(lead).handled += 1;
        }
        for lapse in lapses.iter().filter(|l| period.holds(l.at)) {
            for answerer in &lapse.answers {
                match &answerer.actor {
                    Actor::Unit(unit) => self.of(unit).count(lapse.kind),
                    Actor::Post(_) | Actor::System => {}
                }
            }
        }
    }

    fn of(&mut self, unit: &Unit) -> &mut Figures {
        self.units.entry(unit.clone()).or_default()
    }

    /// The units by place; those that had nothing to do behind, in the policy's order.
    #[must_use]
    pub fn ranked(&self) -> Vec<Ranked> {
        let mut ranked: Vec<Ranked> = self
            .units
            .iter()
            .map(|(unit, figures)| self.scored(unit, *figures))
            .collect();
        let place = |unit: &Unit| {
            self.order
                .iter()
                .position(|u| u == unit)
                .unwrap_or(usize::MAX)
        };
        ranked.sort_by_key(|r| (Reverse(r.score), place(&r.unit), r.unit.clone()));
        let mut before: Option<(i64, u32)> = None;
        for (n, r) in (1..).zip(&mut ranked) {
            let rank = match before {
                Some((score, rank)) if score == r.score => rank,
                Some(_) | None => n,
            };
            before = Some((r.score, rank));
            r.rank = Some(rank);
        }
        let idle = self.order.iter().filter(|u| !self.units.contains_key(*u));
        ranked.extend(idle.map(|unit| self.scored(unit, Figures::default())));
        ranked
    }

    fn scored(&self, unit: &Unit, figures: Figures) -> Ranked {
        let parts = figures.parts(&self.oversight);
        Ranked {
            unit: unit.clone(),
            rank: None,
            score: self.oversight.base + parts.iter().map(|p| p.points).sum::<i64>(),
            figures,
            parts,
        }
    }

    /// The units in the last place (O2). Where all share one place nobody is last.
    #[must_use]
    pub fn last(&self) -> Vec<Unit> {
        let mut ranked = self.ranked();
        ranked.retain(|r| r.rank.is_some());
        let worst = ranked.iter().filter_map(|r| r.rank).max();
        if worst.is_none_or(|rank| rank == 1) {
            return Vec::new();
        }
        ranked.retain(|r| r.rank == worst);
        ranked.into_iter().map(|r| r.unit).collect()
    }

    /// The weights it goes by.
    #[must_use]
    pub const fn oversight(&self) -> &Oversight {
        &self.oversight
    }
}

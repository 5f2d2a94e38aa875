//! O2 and O3: per post, unit and person, how many lapses of diligence stand within the months of each step, how far the next
//! step is, which cases brought it there, and which steps were carried out.
//!
//! [`Ladders`] takes the cases in, [`Ladders::ladder`] gives the ladder. Called by `cli` and the board.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Serialize, Serializer};

use super::super::event::{Event, Fact};
use super::super::history;
use super::super::ids::{Actor, Revision, Unit};
use super::super::period::Period;
use super::super::policy::{Oversight, Rung, Step};
use super::super::time::Stamp;
use super::{Lapse, LapseKind, Ranking, Seen};

/// Who stands on the ladder: a post, a unit, or a person of one. Written `post:A`, `unit:柳河社区`, `unit:柳河社区/林某`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The post or the unit.
    pub actor: Actor,
    /// The person, where it is one.
    pub person: Option<String>,
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.person {
            Some(person) => write!(f, "{}/{person}", self.actor),
            None => write!(f, "{}", self.actor),
        }
    }
}

impl std::str::FromStr for Subject {
    type Err = super::super::ids::UnknownToken;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let (actor, person) = s.split_once('/').map_or((s, None), |(a, p)| (a, Some(p)));
        Ok(Self {
            actor: actor.trim().parse()?,
            person: person
                .map(|p| p.trim().to_owned())
                .filter(|p| !p.is_empty()),
        })
    }
}

impl Serialize for Subject {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

/// How somebody stands towards one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfRung {
    /// What follows.
    pub step: Step,
    /// The first month that counts.
    pub since: Period,
    /// From so many lapses on.
    pub limit: u32,
    /// So many stand.
    pub count: u32,
    /// So many more bring it about; 0 when it is reached.
    pub left: u32,
    /// When the limit was reached.
    pub reached: Option<Stamp>,
    /// When the step was logged as carried out, since then.
    pub done: Option<Stamp>,
}

/// Somebody with lapses in the months of the ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OnLadder {
    /// Who.
    pub who: Subject,
    /// The steps in order; O2's first for a unit that was last.
    pub steps: Vec<OfRung>,
    /// The lapses, by time; those excused stand beside the others and do not count.
    pub lapses: Vec<Lapse>,
}

/// The ladder as it stands at the end of a month, or now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ladder {
    /// The month.
    pub period: Period,
    /// Whether it still runs.
    pub running: bool,
    /// The revision whose steps it goes by (T10).
    pub revision: Revision,
    /// Everybody with a lapse, those nearest to a step first.
    pub subjects: Vec<OnLadder>,
    /// The units in the last place of the months that are over, from the latest on (O2).
    pub last: Vec<LastPlace>,
}

/// Who was last in the ranking of a month that is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LastPlace {
    /// The month.
    pub period: Period,
    /// The revision whose weights it went by (T10).
    pub revision: Revision,
    /// The units that share the place; none where all share one.
    pub units: Vec<Unit>,
}

/// Counts the ladder case by case.
#[derive(Debug)]
pub struct Ladders {
    /// The month that is asked about.
    period: Period,
    /// The rankings of the months that are over, from the latest on.
    over: Vec<Ranking>,
    oversight: Oversight,
    lapses: BTreeMap<Subject, Vec<Lapse>>,
}

impl Ladders {
    /// A count of nothing yet. `over` are the rankings of months that are over, from the month asked about or the latest
    /// before it backwards, as many as O2 asks for, each by the weights in force at its own end: a month that still runs has
    /// no last place yet.
    #[must_use]
    pub fn new(period: Period, over: Vec<Ranking>, oversight: Oversight) -> Self {
        Self {
            period,
            over,
            oversight,
            lapses: BTreeMap::new(),
        }
    }

    /// Takes in a case.
    pub fn take(&mut self, seen: &Seen<'_>) {
        if !seen.is_ranked {
            return;
        }
        let lapses = seen.lapses();
        for month in &mut self.over {
            month.take(seen, &lapses);
        }
        let first = self.period.before(self.oversight.ladder_months() - 1);
        for lapse in lapses {
            let is_within = first.from() <= lapse.at && lapse.at < self.period.to();
            if lapse.kind == LapseKind::LateReply || !is_within {
                continue;
            }
            for answerer in lapse.answers.clone() {
                let side = Subject {
                    actor: answerer.actor,
                    person: None,
                };
                let person = answerer.person.map(|person| Subject {
                    actor: side.actor.clone(),
                    person: Some(person),
                });
                for who in [Some(side), person].into_iter().flatten() {
                    self.lapses.entry(who).or_default().push(lapse.clone());
                }
            }
        }
    }

    /// The ladder, as far as the cases taken in go; `roster` holds the steps that were carried out.
    #[must_use]
    pub fn ladder(self, running: bool, revision: Revision, roster: &[Fact], now: Stamp) -> Ladder {
        let done = steps_done(roster, now);
        let period = self.period;
        let last: Vec<LastPlace> = self
            .over
            .iter()
            .map(|month| LastPlace {
                period: month.period,
                revision: month.revision.clone(),
                units: month.last(),
            })
            .collect();
        let mut by_subject = self.lapses;
        for unit in last.first().iter().flat_map(|month| &month.units) {
            by_subject
                .entry(Subject {
                    actor: Actor::Unit(unit.clone()),
                    person: None,
                })
                .or_default();
        }
        let mut subjects: Vec<OnLadder> = by_subject
            .into_iter()
            .map(|(who, mut lapses)| {
                lapses.sort_by(|a, b| (a.at, &a.number).cmp(&(b.at, &b.number)));
                let weekly = weekly_statement(&self.oversight, &who, &last, &done);
                let rungs = self.oversight.ladder.iter();
                let rungs = rungs.map(|rung| of_rung(rung, period, &who, &lapses, &done));
                OnLadder {
                    steps: weekly.into_iter().chain(rungs).collect(),
                    who,
                    lapses,
                }
            })
            .collect();
        subjects.sort_by_key(|s| {
            // The furthest step that was reached, then the one that is nearest.
            let reached = s.steps.iter().rposition(|step| step.left == 0);
            let nearest = s
                .steps
                .iter()
                .map(|step| step.left)
                .filter(|l| *l > 0)
                .min();
            (std::cmp::Reverse(reached), nearest, s.who.clone())
        });
        Ladder {
            period,
            running,
            revision,
            subjects,
            last,
        }
    }
}

/// The steps that were carried out and stand: which, whom it concerned, when.
fn steps_done(roster: &[Fact], now: Stamp) -> Vec<(String, String, Stamp)> {
    let done = |fact: &&Fact| {
        if let Event::StepDone(e) = &fact.event {
            Some((e.step.clone(), e.who.clone(), fact.at))
        } else {
            None
        }
    };
    history::standing(roster, now)
        .iter()
        .filter_map(done)
        .collect()
}

fn done_since(
    done: &[(String, String, Stamp)],
    step: Step,
    who: &Subject,
    since: Stamp,
) -> Option<Stamp> {
    let who = who.to_string();
    let is_it = |(of, whom, at): &&(String, String, Stamp)| {
        of == step.as_str() && *whom == who && *at >= since
    };
    done.iter().find(is_it).map(|(_, _, at)| *at)
}

fn of_rung(
    rung: &Rung,
    month: Period,
    who: &Subject,
    lapses: &[Lapse],
    done: &[(String, String, Stamp)],
) -> OfRung {
    let since = month.before(rung.months.saturating_sub(1));
    let counts = |lapse: &&Lapse| {
        let of_kind = match lapse.kind {
            LapseKind::LateSign | LapseKind::Nonstandard | LapseKind::BadRating => true,
            LapseKind::LateClose => rung.late_closes,
            LapseKind::LateReply => false,
        };
        of_kind && lapse.excused.is_none() && since.from() <= lapse.at && lapse.at < month.to()
    };
    let counted: Vec<&Lapse> = lapses.iter().filter(counts).collect();
    let count = u32::try_from(counted.len()).unwrap_or(u32::MAX);
    let place = usize::try_from(rung.limit.saturating_sub(1)).unwrap_or(usize::MAX);
    let reached = counted.get(place).map(|lapse| lapse.at);
    OfRung {
        step: rung.step,
        since,
        limit: rung.limit,
        count,
        left: rung.limit.saturating_sub(count),
        done: reached.and_then(|at| done_since(done, rung.step, who, at)),
        reached,
    }
}

/// O2: how many months running, up to the latest that is over, the unit was last; none for those that were not last in it.
fn weekly_statement(
    oversight: &Oversight,
    who: &Subject,
    last: &[LastPlace],
    done: &[(String, String, Stamp)],
) -> Option<OfRung> {
    let (Actor::Unit(unit), None) = (&who.actor, &who.person) else {
        return None;
    };
    let running = last.iter().take_while(|month| month.units.contains(unit));
    let count = u32::try_from(running.count()).unwrap_or(u32::MAX);
    let month = last.first()?.period;
    let limit = oversight.last_months;
    let reached = (count >= limit).then(|| month.to());
    (count > 0).then(|| OfRung {
        step: Step::WeeklyStatement,
        since: month.before(count.saturating_sub(1)),
        limit,
        count,
        left: limit.saturating_sub(count),
        // The ranking stands when the month is over; a statement made before was for other months.
        done: reached.and_then(|at| done_since(done, Step::WeeklyStatement, who, at)),
        reached,
    })
}

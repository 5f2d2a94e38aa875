//! One case as the reports see it, and the lapses in it: what was late, sent back or rated badly, and who answers.
//!
//! Pure; judges by the case's own rules. Made by the store case by case, so that a report over years holds no year in
//! memory; read by the ranking, the ladder and the day's summary.

use serde::Serialize;

use super::super::case::{BadRating, Case, Done};
use super::super::clock::Clock;
use super::super::event::{Event, Excused, Fact, Reviewed};
use super::super::ids::{
    Actor, ClockId, FactId, Fault, Number, Rating, Revision, Unit, Verdict, vocabulary,
};
use super::super::roster::Roster;
use super::super::rules::Rules;
use super::super::time::Stamp;
use super::super::verdict::{self, Because, Breach, Evidence};

/// A case with everything a report may ask of it, as known at one moment.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// Its facts as `history` puts them in order.
    pub standing: &'a [&'a Fact],
    /// What they add up to.
    pub case: &'a Case,
    /// Its clocks.
    pub clocks: &'a [Clock],
    /// Who was on duty when.
    pub roster: &'a Roster,
    /// The rules it goes by.
    pub rules: &'a Rules,
    /// The moment.
    pub now: Stamp,
    /// Whether it came in on the store's first day or later: others enter no ranking and no ladder.
    pub is_ranked: bool,
}

vocabulary! {
    /// What a ranking or the ladder counts against somebody (O1, O3).
    LapseKind, "lapse" {
        LateSign = "late_sign",
        LateReply = "late_reply",
        LateClose = "late_close",
        Nonstandard = "nonstandard",
        BadRating = "bad_rating",
    }
}

/// Who answers for a lapse, with the person where the deciding fact names one of that side (R10).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answerer {
    /// The post or the unit.
    pub actor: Actor,
    /// The person.
    pub person: Option<String>,
}

/// That a lapse was no neglect (O3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excuse {
    /// When it was said.
    pub at: Stamp,
    /// By whom.
    pub by: Actor,
    /// Why.
    pub reason: String,
}

/// One lapse with its verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lapse {
    /// What sort.
    pub kind: LapseKind,
    /// The case.
    pub number: Number,
    /// What it is about.
    pub title: String,
    /// The moment it counts in: the due time of what was late, the moment of a review or rating.
    pub at: Stamp,
    /// The rule, where a clock was missed.
    pub rule: Option<ClockId>,
    /// When it was met after all.
    pub met: Option<Stamp>,
    /// By how many seconds it was late.
    pub late_seconds: Option<i64>,
    /// Why a reply was nonstandard (R1).
    pub faults: Vec<Fault>,
    /// Who answers; each of them counts it.
    pub answers: Vec<Answerer>,
    /// The facts it rests on.
    pub because: Vec<(&'static str, Stamp)>,
    /// Why it does not count on the ladder.
    pub excused: Option<Excuse>,
    /// The revision it was judged by (T10).
    pub revision: Revision,
    /// Whether it counts in a ranking: what came in before the store's first day does not.
    pub ranked: bool,
}

impl Lapse {
    /// Does it count against this unit?
    #[must_use]
    pub fn is_of(&self, unit: &Unit) -> bool {
        let of = |answerer: &Answerer| matches!(&answerer.actor, Actor::Unit(u) if u == unit);
        self.ranked && self.answers.iter().any(of)
    }
}

/// A reply that was sent back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentBack<'a> {
    /// The review.
    pub review: &'a Fact,
    /// Why.
    pub faults: &'a [Fault],
    /// Whose reply it was.
    pub unit: Unit,
    /// The reply, where its moment is known.
    pub reply: Option<&'a Fact>,
}

impl<'a> Seen<'a> {
    /// The missed obligations (W3).
    #[must_use]
    pub fn breaches(&self) -> Vec<Breach> {
        let evidence = Evidence {
            standing: self.standing,
            case: self.case,
            roster: self.roster,
        };
        verdict::breaches(evidence, self.clocks, self.now)
    }

    /// A text of the case without its citizen's name and number: reports are read by many.
    #[must_use]
    pub fn masked(&self, text: &str) -> String {
        self.case.mask().text(text)
    }

    /// The unit that leads.
    #[must_use]
    pub fn lead(&self) -> Option<&'a Unit> {
        self.case.lead_unit()
    }

    /// The rating that stands: a later one takes the place of an earlier one. A bad one whose appeal was upheld is none
    /// (R5).
    #[must_use]
    pub fn rating(&self) -> Option<(&'a Fact, Rating)> {
        let rated = |f: &&'a Fact| {
            if let Event::Rated(e) = &f.event {
                Some((*f, e.rating))
            } else {
                None
            }
        };
        self.standing
            .iter()
            .rev()
            .find_map(rated)
            .filter(|(fact, rating)| {
                let upheld = |r: &&BadRating| r.at == fact.at && r.id == fact.id;
                let bad = self.case.bad_ratings.iter().rev().find(upheld);
                *rating != Rating::Dissatisfied || bad.is_none_or(|r| r.upheld.is_none())
            })
    }

    /// The replies that were sent back, each once, with whose they were at that moment (S7, S17).
    #[must_use]
    pub fn sent_back(&self) -> Vec<SentBack<'a>> {
        let mut found = Vec::new();
        if !self.standing.iter().any(|f| sends_back(f).is_some()) {
            return found;
        }
        let is_receipt = |f: &&&Fact| matches!(f.event, Event::Received(_));
        let Some(received) = self.standing.iter().find(is_receipt) else {
            return found;
        };
        let Some(mut case) = Case::of_standing(&[received]) else {
            return found;
        };
        for fact in self.standing {
            if let Some(review) = sends_back(fact)
                && case.is_open()
                && let Some(turn) = case.turns.iter().rev().find(|t| t.reply.is_some())
                && turn.verdict != Some(Verdict::Nonstandard)
                && let Some(unit) = case.lead_unit()
            {
                let at = turn.reply.and_then(Done::at);
                found.push(SentBack {
                    review: fact,
                    faults: &review.faults,
                    unit: unit.clone(),
                    reply: self.reply_at(unit, at),
                });
            }
            case.evolve(fact);
        }
        found
    }

    fn reply_at(&self, unit: &Unit, at: Option<Stamp>) -> Option<&'a Fact> {
        let is_it = |f: &&Fact| Some(f.at) == at && is_reply_of(f, unit);
        self.standing.iter().copied().find(is_it)
    }

    /// The lead's latest reply.
    fn latest_reply(&self, unit: &Unit) -> Option<&'a Fact> {
        let replies = self.standing.iter().rev().copied();
        replies.into_iter().find(|f| is_reply_of(f, unit))
    }

    /// Every lapse of the case.
    #[must_use]
    pub fn lapses(&self) -> Vec<Lapse> {
        let mut lapses: Vec<Lapse> = self
            .breaches()
            .iter()
            .filter_map(|b| self.of_breach(b))
            .collect();
        for sent_back in self.sent_back() {
            let mut lapse = self.of_work(LapseKind::Nonstandard, sent_back.review.at);
            lapse.faults = sent_back.faults.to_vec();
            let id = sent_back.review.id.as_ref();
            lapse.excused =
                self.excused("review", Some(&sent_back.unit), |target| id == Some(target));
            lapse.answers = vec![answerer(Actor::Unit(sent_back.unit), sent_back.reply)];
            lapse.because = [sent_back.reply, Some(sent_back.review)]
                .into_iter()
                .flatten()
                .map(|f| (f.event.kind(), f.at))
                .collect();
            lapses.push(lapse);
        }
        if let Some((rated, Rating::Dissatisfied)) = self.rating() {
            let mut lapse = self.of_work(LapseKind::BadRating, rated.at);
            lapse.answers = self
                .lead()
                .map(|unit| answerer(Actor::Unit(unit.clone()), self.latest_reply(unit)))
                .into_iter()
                .collect();
            lapse.because = vec![(rated.event.kind(), rated.at)];
            let id = rated.id.as_ref();
            lapse.excused = self.excused("rating", self.lead(), |target| id == Some(target));
            lapses.push(lapse);
        }
        lapses
    }

    fn of_work(&self, kind: LapseKind, at: Stamp) -> Lapse {
        Lapse {
            kind,
            number: self.case.number.clone(),
            title: self.masked(&self.case.facts.title),
            at,
            rule: None,
            met: None,
            late_seconds: None,
            faults: Vec::new(),
            answers: Vec::new(),
            because: Vec::new(),
            excused: None,
            revision: self.rules.revision().clone(),
            ranked: self.is_ranked,
        }
    }

    fn of_breach(&self, breach: &Breach) -> Option<Lapse> {
        let kind = match breach.id {
            ClockId::C1 | ClockId::C3 => LapseKind::LateSign,
            ClockId::C7 | ClockId::C8 => LapseKind::LateReply,
            ClockId::C6 => LapseKind::LateClose,
            ClockId::C2
            | ClockId::C2i
            | ClockId::C4
            | ClockId::C5
            | ClockId::C9
            | ClockId::C10
            | ClockId::C11
            | ClockId::C12
            | ClockId::C13 => return None,
        };
        let actors = breach.answers.actors();
        let answers = actors
            .into_iter()
            .map(|actor| {
                let fact = self.deciding(breach, &actor);
                answerer(actor, fact)
            })
            .collect();
        let bears = |id: &FactId| {
            let named = self.standing.iter().find(|f| f.id.as_ref() == Some(id));
            named.is_some_and(|f| rests_on(&breach.because, f))
        };
        let excused = self.excused(breach.id.name(), breach.unit.as_ref(), bears);
        Some(Lapse {
            rule: Some(breach.id),
            met: breach.met,
            late_seconds: Some(breach.late_seconds),
            answers,
            because: breach.because.iter().map(|b| (b.event, b.at)).collect(),
            excused,
            ..self.of_work(kind, breach.due)
        })
    }

    /// The fact that says which person of the answering side it was: what met the clock, for a shared late sign the post's
    /// dispatch, for a unit's late close its latest reply.
    fn deciding(&self, breach: &Breach, actor: &Actor) -> Option<&'a Fact> {
        let by_post = |fact: &&&Fact| {
            matches!(
                (breach.id, &fact.event),
                (ClockId::C3, Event::Dispatched(_) | Event::Transferred(_))
                    | (ClockId::C1, Event::Signed(_) | Event::Dispatched(_))
                    | (ClockId::C6, Event::Closed(_))
                    | (ClockId::C8, Event::Reviewed(_))
            )
        };
        match actor {
            Actor::Post(post) => self
                .standing
                .iter()
                .filter(by_post)
                .find(|f| rests_on(&breach.because, f) && f.by == Actor::Post(*post))
                .copied(),
            Actor::Unit(unit) if breach.id == ClockId::C6 => self.latest_reply(unit),
            Actor::Unit(_) => self
                .standing
                .iter()
                .find(|f| Some(f.at) == breach.met && f.by == *actor)
                .copied(),
            Actor::System => None,
        }
    }

    /// The latest word that a lapse was no neglect. One that names no unit or no fact means all there are.
    fn excused(
        &self,
        of: &str,
        unit: Option<&Unit>,
        is_target: impl Fn(&FactId) -> bool,
    ) -> Option<Excuse> {
        let means = |e: &Excused| {
            e.of == of
                && (e.unit.is_none() || e.unit.as_ref() == unit)
                && e.target.as_ref().is_none_or(&is_target)
        };
        self.standing.iter().rev().find_map(|f| {
            let Event::Excused(e) = &f.event else {
                return None;
            };
            means(e).then(|| Excuse {
                at: f.at,
                by: f.by.clone(),
                reason: self.masked(&e.reason),
            })
        })
    }
}

fn sends_back(fact: &Fact) -> Option<&Reviewed> {
    let Event::Reviewed(review) = &fact.event else {
        return None;
    };
    (review.verdict == Verdict::Nonstandard).then_some(review)
}

fn is_reply_of(fact: &Fact, unit: &Unit) -> bool {
    if let Event::Replied(e) = &fact.event {
        e.unit == *unit
    } else {
        false
    }
}

fn rests_on(because: &[Because], fact: &Fact) -> bool {
    because
        .iter()
        .any(|b| b.at == fact.at && b.event == fact.event.kind())
}

/// The person counts where the fact was logged by the very side that answers: a post that keys a unit's act is not its
/// handler.
fn answerer(actor: Actor, fact: Option<&Fact>) -> Answerer {
    let own = fact.filter(|f| f.by == actor);
    Answerer {
        person: own.and_then(|f| f.person.clone()),
        actor,
    }
}

//! The bulletin of a week or a month: the ranking with its change, and what the period was like (O1).
//!
//! [`Tally`] takes the cases in, [`Tally::bulletin`] gives the figures. Called by `cli` and the board.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::ids::{Community, Fault, Kind, Number, Rating, Revision};
use super::super::period::Period;
use super::super::text;
use super::super::time::Date;
use super::{Lapse, Ranked, Ranking, Seen};

/// What came in and went out of a kind or a community.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counting {
    /// Cases received in the period.
    pub received: u32,
    /// Cases closed in the period.
    pub closed: u32,
    /// Lapses of any sort in the period.
    pub lapses: u32,
}

/// A kind or a community with its figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfGroup<T> {
    /// Which.
    pub of: T,
    /// Its figures.
    #[serde(flatten)]
    pub counting: Counting,
}

/// An address with several cases in the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Repeated {
    /// In which community.
    pub community: Option<Community>,
    /// The address as the first case gives it.
    pub address: String,
    /// The cases.
    pub cases: Vec<Number>,
}

/// The citizens' verdicts given in the period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are the ratings")]
pub struct Satisfaction {
    pub satisfied: u32,
    pub basically_satisfied: u32,
    pub dissatisfied: u32,
}

/// The bulletin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bulletin {
    /// Which week or month.
    pub period: Period,
    /// Whether it still runs: the figures are those so far.
    pub running: bool,
    /// The revision whose weights it goes by (T10).
    pub revision: Revision,
    /// The points everybody begins with.
    pub base: i64,
    /// The store's first day where it lies inside or after the period: earlier cases are not ranked.
    pub first_day: Option<Date>,
    /// Years without calendar data that some due time rests on (T2).
    pub calendar_gaps: Vec<i32>,
    /// The units by place.
    pub ranking: Vec<Ranked>,
    /// The same a period earlier.
    pub before: Vec<Ranked>,
    /// Received, closed, lapses.
    pub total: Counting,
    /// By kind.
    pub kinds: Vec<OfGroup<Kind>>,
    /// By community; null for cases that have none.
    pub communities: Vec<OfGroup<Option<Community>>>,
    /// Addresses with several cases.
    pub repeated: Vec<Repeated>,
    /// Ratings.
    pub satisfaction: Satisfaction,
    /// How often each fault was found.
    pub faults: Vec<(Fault, u32)>,
    /// Every lapse with its verdict, by time.
    pub lapses: Vec<Lapse>,
}

/// Counts a bulletin case by case.
#[derive(Debug)]
pub struct Tally {
    now: Ranking,
    before: Ranking,
    total: Counting,
    kinds: BTreeMap<Kind, Counting>,
    communities: BTreeMap<Option<Community>, Counting>,
    addresses: BTreeMap<(Option<Community>, String), Repeated>,
    satisfaction: Satisfaction,
    lapses: Vec<Lapse>,
}

impl Tally {
    /// A count of nothing yet, for a period and the one before it.
    #[must_use]
    pub fn new(now: Ranking, before: Ranking) -> Self {
        Self {
            now,
            before,
            total: Counting::default(),
            kinds: BTreeMap::new(),
            communities: BTreeMap::new(),
            addresses: BTreeMap::new(),
            satisfaction: Satisfaction::default(),
            lapses: Vec::new(),
        }
    }

    /// Takes in a case.
    pub fn take(&mut self, seen: &Seen<'_>) {
        let lapses = seen.lapses();
        self.before.take(seen, &lapses);
        self.now.take(seen, &lapses);
        if !seen.is_ranked {
            return;
        }
        let period = self.now.period;
        let (case, facts) = (seen.case, &seen.case.facts);
        let stands = case.voided.is_none();
        let received = stands && period.holds(case.received_at);
        let closed = case.closed.as_ref().filter(|_| stands);
        let closed = closed.is_some_and(|mark| period.holds(mark.at));
        let lapses: Vec<Lapse> = lapses.into_iter().filter(|l| period.holds(l.at)).collect();
        let community = facts.community.clone();
        for counting in [
            &mut self.total,
            self.kinds.entry(facts.kind).or_default(),
            self.communities.entry(community.clone()).or_default(),
        ] {
            counting.received += u32::from(received);
            counting.closed += u32::from(closed);
            counting.lapses += u32::try_from(lapses.len()).unwrap_or(u32::MAX);
        }
        let place = address_key(&facts.address);
        if received && !place.is_empty() {
            let repeated = self.addresses.entry((community.clone(), place));
            let repeated = repeated.or_insert_with(|| Repeated {
                community,
                address: seen.masked(facts.address.trim()),
                cases: Vec::new(),
            });
            repeated.cases.push(case.number.clone());
        }
        if let Some((rated, rating)) = seen.rating()
            && period.holds(rated.at)
        {
            *match rating {
                Rating::Satisfied => &mut self.satisfaction.satisfied,
                Rating::BasicallySatisfied => &mut self.satisfaction.basically_satisfied,
                Rating::Dissatisfied => &mut self.satisfaction.dissatisfied,
            } += 1;
        }
        self.lapses.extend(lapses);
    }

    /// The bulletin, as far as the cases taken in go.
    #[must_use]
    pub fn bulletin(
        mut self,
        running: bool,
        revision: Revision,
        first_day: Option<Date>,
        calendar_gaps: Vec<i32>,
        communities: &[Community],
    ) -> Bulletin {
        self.lapses
            .sort_by(|a, b| (a.at, &a.number).cmp(&(b.at, &b.number)));
        let mut faults: Vec<(Fault, u32)> = Vec::new();
        for fault in self.lapses.iter().flat_map(|l| &l.faults) {
            match faults.iter_mut().find(|(of, _)| of == fault) {
                Some((_, count)) => *count += 1,
                None => faults.push((*fault, 1)),
            }
        }
        faults.sort_by_key(|(fault, count)| (std::cmp::Reverse(*count), *fault));
        let mut repeated: Vec<Repeated> = self.addresses.into_values().collect();
        repeated.retain(|r| r.cases.len() > 1);
        repeated.sort_by_key(|r| std::cmp::Reverse(r.cases.len()));
        let place = |c: &Option<Community>| {
            let Some(name) = c else { return usize::MAX };
            let known = communities.iter().position(|known| known == name);
            known.unwrap_or(usize::MAX - 1)
        };
        let mut by_community: Vec<OfGroup<Option<Community>>> = grouped(self.communities);
        by_community.sort_by_key(|g| place(&g.of));
        Bulletin {
            period: self.now.period,
            running,
            revision,
            base: self.now.oversight().base,
            first_day: first_day.filter(|day| *day > self.now.period.first_day()),
            calendar_gaps,
            ranking: self.now.ranked(),
            before: self.before.ranked(),
            total: self.total,
            kinds: grouped(self.kinds),
            communities: by_community,
            repeated,
            satisfaction: self.satisfaction,
            faults,
            lapses: self.lapses,
        }
    }
}

/// What of an address tells places apart: neither width nor gaps nor case do.
fn address_key(address: &str) -> String {
    let narrow = text::fold(address);
    let telling = narrow.chars().filter(|c| c.is_alphanumeric());
    telling.flat_map(char::to_lowercase).collect()
}

/// The groups in which anything happened.
fn grouped<T>(of: BTreeMap<T, Counting>) -> Vec<OfGroup<T>> {
    of.into_iter()
        .filter(|(_, counting)| *counting != Counting::default())
        .map(|(of, counting)| OfGroup { of, counting })
        .collect()
}

impl Satisfaction {
    /// How many were given.
    #[must_use]
    pub const fn rated(&self) -> u32 {
        self.satisfied + self.basically_satisfied + self.dissatisfied
    }

    /// The share of those satisfied or basically satisfied, in thousandths; none without a rating.
    #[must_use]
    pub fn rate(&self) -> Option<u32> {
        let good = self.satisfied + self.basically_satisfied;
        (good * 1000 + self.rated() / 2).checked_div(self.rated())
    }
}

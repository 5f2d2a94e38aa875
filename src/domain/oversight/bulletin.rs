//! The bulletin of a week or a month: the ranking with its change, and what the period was like (O1).
//!
//! [`Tally`] takes the cases in, [`Tally::bulletin`] gives the figures. Called by `cli` and the board. Cases that came in
//! before the store's first day enter no ranking; what the period was like they belong to all the same.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::ids::{Community, Fault, Kind, Number, Rating, Revision};
use super::super::period::Period;
use super::super::text;
use super::super::time::Date;
use super::{Lapse, LapseKind, Ranked, Ranking, Seen};

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

/// What a whole period came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Received, closed, lapses of any sort.
    #[serde(flatten)]
    pub counting: Counting,
    /// C1 or C3 missed.
    pub late_sign: u32,
    /// C7 or C8 missed.
    pub late_reply: u32,
    /// C6 missed.
    pub late_close: u32,
    /// Replies sent back.
    pub nonstandard: u32,
    /// Bad ratings that stand.
    pub bad_rating: u32,
    /// Ratings.
    pub satisfaction: Satisfaction,
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
    /// The revision whose weights the period before went by.
    pub revision_before: Revision,
    /// The points everybody begins with.
    pub base: i64,
    /// The store's first day where it matters: earlier cases are not ranked.
    pub first_day: Option<Date>,
    /// How many such cases the totals count all the same.
    pub unranked: u32,
    /// Years without calendar data that some due time rests on (T2).
    pub calendar_gaps: Vec<i32>,
    /// The units by place.
    pub ranking: Vec<Ranked>,
    /// The same a period earlier.
    pub before: Vec<Ranked>,
    /// Everything together.
    pub total: Totals,
    /// The same a period earlier.
    pub total_before: Totals,
    /// By kind.
    pub kinds: Vec<OfGroup<Kind>>,
    /// By community; null for cases that have none.
    pub communities: Vec<OfGroup<Option<Community>>>,
    /// Addresses with several cases.
    pub repeated: Vec<Repeated>,
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
    total: Totals,
    total_before: Totals,
    unranked: u32,
    kinds: BTreeMap<Kind, Counting>,
    communities: BTreeMap<Option<Community>, Counting>,
    addresses: BTreeMap<(Option<Community>, String), Repeated>,
    lapses: Vec<Lapse>,
}

impl Totals {
    /// What of a case belongs to a period.
    fn of(seen: &Seen<'_>, lapses: &[Lapse], period: Period) -> Self {
        let stands = seen.case.voided.is_none();
        let closed = seen.case.closed.as_ref().filter(|_| stands);
        let mut total = Self {
            counting: Counting {
                received: u32::from(stands && period.holds(seen.case.received_at)),
                closed: u32::from(closed.is_some_and(|mark| period.holds(mark.at))),
                lapses: 0,
            },
            ..Self::default()
        };
        for lapse in lapses.iter().filter(|l| period.holds(l.at)) {
            total.counting.lapses += 1;
            *match lapse.kind {
                LapseKind::LateSign => &mut total.late_sign,
                LapseKind::LateReply => &mut total.late_reply,
                LapseKind::LateClose => &mut total.late_close,
                LapseKind::Nonstandard => &mut total.nonstandard,
                LapseKind::BadRating => &mut total.bad_rating,
            } += 1;
        }
        if let Some((rated, rating)) = seen.rating()
            && period.holds(rated.at)
        {
            *match rating {
                Rating::Satisfied => &mut total.satisfaction.satisfied,
                Rating::BasicallySatisfied => &mut total.satisfaction.basically_satisfied,
                Rating::Dissatisfied => &mut total.satisfaction.dissatisfied,
            } = 1;
        }
        total
    }

    fn add(&mut self, other: &Self) {
        self.counting.add(&other.counting);
        self.late_sign += other.late_sign;
        self.late_reply += other.late_reply;
        self.late_close += other.late_close;
        self.nonstandard += other.nonstandard;
        self.bad_rating += other.bad_rating;
        self.satisfaction.satisfied += other.satisfaction.satisfied;
        self.satisfaction.basically_satisfied += other.satisfaction.basically_satisfied;
        self.satisfaction.dissatisfied += other.satisfaction.dissatisfied;
    }
}

impl Counting {
    fn add(&mut self, other: &Self) {
        self.received += other.received;
        self.closed += other.closed;
        self.lapses += other.lapses;
    }
}

impl Tally {
    /// A count of nothing yet, for a period and the one before it.
    #[must_use]
    pub fn new(now: Ranking, before: Ranking) -> Self {
        Self {
            now,
            before,
            total: Totals::default(),
            total_before: Totals::default(),
            unranked: 0,
            kinds: BTreeMap::new(),
            communities: BTreeMap::new(),
            addresses: BTreeMap::new(),
            lapses: Vec::new(),
        }
    }

    /// Takes in a case.
    pub fn take(&mut self, seen: &Seen<'_>) {
        let mut lapses = seen.lapses();
        self.before.take(seen, &lapses);
        self.now.take(seen, &lapses);
        let before = Totals::of(seen, &lapses, self.before.period);
        self.total_before.add(&before);
        let period = self.now.period;
        let own = Totals::of(seen, &lapses, period);
        if own == Totals::default() {
            return;
        }
        self.total.add(&own);
        self.unranked += u32::from(!seen.is_ranked);
        let facts = &seen.case.facts;
        let community = facts.community.clone();
        let of_kind = self.kinds.entry(facts.kind).or_default();
        of_kind.add(&own.counting);
        let of_community = self.communities.entry(community.clone()).or_default();
        of_community.add(&own.counting);
        let place = address_key(&facts.address);
        if own.counting.received > 0 && !place.is_empty() {
            let repeated = self.addresses.entry((community.clone(), place));
            let repeated = repeated.or_insert_with(|| Repeated {
                community,
                address: seen.masked(facts.address.trim()),
                cases: Vec::new(),
            });
            repeated.cases.push(seen.case.number.clone());
        }
        lapses.retain(|lapse| period.holds(lapse.at));
        self.lapses.extend(lapses);
    }

    /// The bulletin, as far as the cases taken in go.
    #[must_use]
    pub fn bulletin(
        mut self,
        running: bool,
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
        let matters = |day: &Date| *day > self.now.period.first_day() || self.unranked > 0;
        Bulletin {
            period: self.now.period,
            running,
            revision: self.now.revision.clone(),
            revision_before: self.before.revision.clone(),
            base: self.now.oversight().base,
            first_day: first_day.filter(matters),
            unranked: self.unranked,
            calendar_gaps,
            ranking: self.now.ranked(),
            before: self.before.ranked(),
            total: self.total,
            total_before: self.total_before,
            kinds: grouped(self.kinds),
            communities: by_community,
            repeated,
            faults,
            lapses: self.lapses,
        }
    }
}

impl Bulletin {
    /// How many lapses fell on each day of the period.
    #[must_use]
    pub fn lapses_by_day(&self) -> Vec<(Date, u32)> {
        let days = self.period.first_day().iter_days();
        days.take_while(|day| *day < self.period.day_after())
            .map(|day| {
                let on_day = self.lapses.iter().filter(|l| l.at.date() == day);
                (day, u32::try_from(on_day.count()).unwrap_or(u32::MAX))
            })
            .collect()
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

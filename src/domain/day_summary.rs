//! The day's summary: what came in and what was done, how much of it in time, what was missed and who answers, what is left
//! for tomorrow.
//!
//! [`Count`] takes the cases in one by one, [`Count::summary`] gives the figures. Pure; called by `cli` and the board.

mod left;

use std::collections::BTreeMap;

use serde::Serialize;

use super::clock::Clock;
use super::event::Event;
use super::ids::{
    Actor, ClockId, Community, Fault, Kind, Number, Post, Revision, State, Unit, Verdict,
};
use super::occasion::Outcome;
use super::oversight::Seen;
use super::period::Period;
use super::privacy::{Citizen, Mask};
use super::roster::Roster;
use super::rules::Rules;
use super::telling::JournalRow;
use super::time::{Date, Stamp};

use left::open;
pub use left::{Open, Waiting};

/// How the clocks of one sort that were met on the day did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Timing {
    /// How many were met.
    pub met: u32,
    /// How many of them in time (T11).
    pub in_time: u32,
    /// The middle one, in seconds from the base; of an even number the upper of the two in the middle.
    pub median_seconds: Option<i64>,
    /// The longest.
    pub worst_seconds: Option<i64>,
}

/// One sign against its limit, for the strip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignTime {
    /// The case.
    pub number: Number,
    /// What it counted from.
    pub base: Stamp,
    /// Seconds from there.
    pub seconds: i64,
    /// The limit in seconds.
    pub limit: i64,
}

/// What was done for a community or a kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the fields are the steps of the work")]
pub struct Steps {
    pub received: u32,
    pub signed: u32,
    pub dispatched: u32,
    pub unit_signed: u32,
    pub replied: u32,
    pub closed: u32,
}

/// A community or a kind with what was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Done<T> {
    /// Which.
    pub of: T,
    /// How often.
    #[serde(flatten)]
    pub steps: Steps,
    /// C1.
    pub sign: Timing,
    /// C2 and C2i.
    pub dispatch: Timing,
}

/// What is counted of a community, a kind, or everything: seconds taken, and whether in time, for each clock that was met.
#[derive(Debug, Clone, Default)]
struct Group {
    steps: Steps,
    sign: Vec<(i64, bool)>,
    dispatch: Vec<(i64, bool)>,
}

/// An obligation missed on the day (W3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missed {
    /// The case.
    pub number: Number,
    /// What it is about.
    pub title: String,
    /// Which rule.
    pub rule: ClockId,
    /// The unit it bound.
    pub unit: Option<Unit>,
    /// When it was due.
    pub due: Stamp,
    /// When it was met after all.
    pub met: Option<Stamp>,
    /// By how many seconds it was late, so far.
    pub late_seconds: i64,
    /// Who answers.
    pub answers: Vec<Actor>,
    /// The facts it rests on.
    pub because: Vec<(&'static str, Stamp)>,
    /// The revision it was judged by (T10).
    pub revision: Revision,
}

/// How many reminder points came to what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The outcome.
    pub outcome: Outcome,
    /// How many.
    pub count: u32,
}

/// The note for the next day's post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HandedOn {
    /// The post that takes over.
    pub to: Post,
    /// When it was logged; none while it was not.
    pub at: Option<Stamp>,
    /// What was said, the citizens in it masked.
    pub note: Option<String>,
    /// What was said as it was written, for who goes on writing.
    #[serde(skip)]
    pub written: Option<String>,
}

/// The summary of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DaySummary {
    /// The day.
    pub date: Date,
    /// Whether it still runs: the figures are those so far.
    pub running: bool,
    /// The revision in force at its end (T10).
    pub revision: Revision,
    /// The post that carried it.
    pub on_duty: Post,
    /// Everything done.
    pub total: Steps,
    /// C1.
    pub sign: Timing,
    /// C2 and C2i.
    pub dispatch: Timing,
    /// C3.
    pub unit_sign: Timing,
    /// C7 and C8.
    pub reply: Timing,
    /// C6.
    pub close: Timing,
    /// By community; null for cases that have none.
    pub communities: Vec<Done<Option<Community>>>,
    /// By kind.
    pub kinds: Vec<Done<Kind>>,
    /// Replies accepted.
    pub accepted: u32,
    /// Replies sent back.
    pub nonstandard: u32,
    /// How often each fault was found.
    pub faults: Vec<(Fault, u32)>,
    /// Calls to units, and how many of them were answered.
    pub calls: u32,
    /// Answered ones.
    pub calls_answered: u32,
    /// What was missed, by due time.
    pub breaches: Vec<Missed>,
    /// Reminder points by what came of them.
    pub told: Vec<Told>,
    /// Cases received in each hour of the day.
    pub by_hour: Vec<u32>,
    /// Every street sign of the day against its limit, by base.
    pub sign_times: Vec<SignTime>,
    /// Cases in the queue.
    pub open: u32,
    /// Of these, what is overdue already.
    pub overdue: Vec<Open>,
    /// What falls due on the next day.
    pub due_tomorrow: Vec<Open>,
    /// The handover.
    pub handover: HandedOn,
    /// Years without calendar data that some due time rests on (T2).
    pub calendar_gaps: Vec<i32>,
}

/// What the day's summary needs besides the cases.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings<'a> {
    /// The rules in force.
    pub rules: &'a Rules,
    /// Who is on duty when.
    pub roster: &'a Roster,
    /// The queue as it stands.
    pub queue: &'a [Waiting],
    /// The day's journal.
    pub journal: &'a [JournalRow],
    /// The moment.
    pub now: Stamp,
}

/// Counts a day case by case.
#[derive(Debug, Clone)]
pub struct Count {
    day: Period,
    total: Group,
    unit_sign: Vec<(i64, bool)>,
    reply: Vec<(i64, bool)>,
    close: Vec<(i64, bool)>,
    communities: BTreeMap<Option<Community>, Group>,
    kinds: BTreeMap<Kind, Group>,
    accepted: u32,
    nonstandard: u32,
    faults: BTreeMap<Fault, u32>,
    calls: u32,
    calls_answered: u32,
    breaches: Vec<Missed>,
    by_hour: Vec<u32>,
    sign_times: Vec<SignTime>,
    /// Of the cases of the day: a handover speaks of them.
    citizens: Vec<Citizen>,
}

impl Count {
    /// A count of nothing yet.
    #[must_use]
    pub fn new(date: Date) -> Self {
        Self {
            day: Period::Day(date),
            total: Group::default(),
            unit_sign: Vec::new(),
            reply: Vec::new(),
            close: Vec::new(),
            communities: BTreeMap::new(),
            kinds: BTreeMap::new(),
            accepted: 0,
            nonstandard: 0,
            faults: BTreeMap::new(),
            calls: 0,
            calls_answered: 0,
            breaches: Vec::new(),
            by_hour: vec![0; 24],
            sign_times: Vec::new(),
            citizens: Vec::new(),
        }
    }

    /// Takes in a case. A void one keeps what was done on it, but came in for nothing.
    pub fn take(&mut self, seen: &Seen<'_>) {
        let day = self.day;
        self.citizens.extend_from_slice(&seen.case.citizens);
        let mut own = Group::default();
        if seen.case.voided.is_none() && day.holds(seen.case.received_at) {
            own.steps.received = 1;
            let hour = seen.case.received_at.time().seconds() / 3600;
            if let Some(hour) = self.by_hour.get_mut(usize::try_from(hour).unwrap_or(0)) {
                *hour += 1;
            }
        }
        for clock in seen.clocks {
            if let Some(met) = clock.met.filter(|at| day.holds(*at)) {
                self.met(seen, clock, met, &mut own);
            }
        }
        for fact in seen.standing.iter().filter(|f| day.holds(f.at)) {
            if let Event::PhoneReminded(e) = &fact.event {
                self.calls += 1;
                self.calls_answered += u32::from(e.answered);
            } else if let Event::Reviewed(e) = &fact.event
                && e.verdict == Verdict::Accepted
            {
                self.accepted += 1;
            } else if let Event::Replied(_) = &fact.event {
                own.steps.replied += 1;
            }
        }
        for sent_back in seen.sent_back() {
            if day.holds(sent_back.review.at) {
                self.nonstandard += 1;
                for fault in sent_back.faults {
                    *self.faults.entry(*fault).or_default() += 1;
                }
            }
        }
        for breach in seen.breaches() {
            if day.holds(breach.due) {
                self.breaches.push(Missed {
                    number: seen.case.number.clone(),
                    title: seen.masked(&seen.case.facts.title),
                    rule: breach.id,
                    unit: breach.unit,
                    due: breach.due,
                    met: breach.met,
                    late_seconds: breach.late_seconds,
                    answers: breach.answers.actors(),
                    because: breach.because.iter().map(|b| (b.event, b.at)).collect(),
                    revision: seen.rules.revision().clone(),
                });
            }
        }
        let community = seen.case.facts.community.clone();
        self.total.add(&own);
        self.communities.entry(community).or_default().add(&own);
        self.kinds
            .entry(seen.case.facts.kind)
            .or_default()
            .add(&own);
    }

    /// A clock met on the day. One that was met before the desk knew the case has no verdict and is not timed.
    fn met(&mut self, seen: &Seen<'_>, clock: &Clock, met: Stamp, own: &mut Group) {
        let in_time = match clock.state(seen.now) {
            State::Met => true,
            State::Late => false,
            State::Waiting | State::Running | State::Overdue | State::Expired | State::Void => {
                return;
            }
        };
        // C7 and C8 count back from the close time; what the unit took runs from when it was asked.
        let asked = match clock.id {
            ClockId::C7 | ClockId::C8 => clock.start,
            ClockId::C1
            | ClockId::C2
            | ClockId::C2i
            | ClockId::C3
            | ClockId::C4
            | ClockId::C5
            | ClockId::C6
            | ClockId::C9
            | ClockId::C10
            | ClockId::C11
            | ClockId::C12
            | ClockId::C13 => clock.base,
        };
        let (Some(base), Some(due)) = (asked, clock.due) else {
            return;
        };
        // Signed before the duty window opens: nothing of the limit is used up.
        let seconds = met.seconds_since(base).max(0);
        let list = match clock.id {
            ClockId::C1 => {
                own.steps.signed += 1;
                self.sign_times.push(SignTime {
                    number: seen.case.number.clone(),
                    base,
                    seconds,
                    limit: due.seconds_since(base),
                });
                &mut own.sign
            }
            ClockId::C2 | ClockId::C2i => {
                own.steps.dispatched += 1;
                &mut own.dispatch
            }
            ClockId::C3 => {
                own.steps.unit_signed += 1;
                &mut self.unit_sign
            }
            ClockId::C6 => {
                own.steps.closed += 1;
                &mut self.close
            }
            ClockId::C7 | ClockId::C8 => &mut self.reply,
            ClockId::C4
            | ClockId::C5
            | ClockId::C9
            | ClockId::C10
            | ClockId::C11
            | ClockId::C12
            | ClockId::C13 => return,
        };
        list.push((seconds, in_time));
    }

    /// The summary, as far as the cases taken in go.
    #[must_use]
    pub fn summary(mut self, around: &Surroundings<'_>, calendar_gaps: Vec<i32>) -> DaySummary {
        let date = self.day.first_day();
        let tomorrow = self.day.day_after();
        self.breaches
            .sort_by(|a, b| (a.due, &a.number).cmp(&(b.due, &b.number)));
        self.sign_times
            .sort_by(|a, b| (a.base, &a.number).cmp(&(b.base, &b.number)));
        let mut faults: Vec<(Fault, u32)> = self.faults.into_iter().collect();
        faults.sort_by_key(|(fault, count)| (std::cmp::Reverse(*count), *fault));
        let order = &around.rules.policy.communities;
        let place = |c: &Option<Community>| {
            let Some(name) = c else { return usize::MAX };
            let known = order.iter().position(|known| known.name == *name);
            known.unwrap_or(usize::MAX - 1)
        };
        let mut communities = done(self.communities);
        communities.sort_by_key(|d| place(&d.of));
        let mut told: BTreeMap<Outcome, u32> = BTreeMap::new();
        for row in around.journal {
            *told.entry(row.outcome).or_default() += 1;
        }
        let end = self.day.to().min(around.now);
        let logged = around.roster.handovers.get(&date);
        let written = logged.and_then(|h| h.note.clone());
        let mask = Mask::of(&self.citizens);
        let next_post = around.roster.on_duty(around.rules, tomorrow);
        DaySummary {
            date,
            running: self.day.holds(around.now),
            revision: around.rules.revision().clone(),
            on_duty: around.roster.on_duty(around.rules, date),
            total: self.total.steps,
            sign: timing(self.total.sign),
            dispatch: timing(self.total.dispatch),
            unit_sign: timing(self.unit_sign),
            reply: timing(self.reply),
            close: timing(self.close),
            communities,
            kinds: done(self.kinds),
            accepted: self.accepted,
            nonstandard: self.nonstandard,
            faults,
            calls: self.calls,
            calls_answered: self.calls_answered,
            breaches: self.breaches,
            told: told
                .into_iter()
                .map(|(outcome, count)| Told { outcome, count })
                .collect(),
            by_hour: self.by_hour,
            sign_times: self.sign_times,
            open: u32::try_from(around.queue.len()).unwrap_or(u32::MAX),
            overdue: open(around.queue, |due| due < end),
            due_tomorrow: open(around.queue, |due| Period::Day(tomorrow).holds(due)),
            handover: HandedOn {
                to: logged.map_or(next_post, |h| h.to),
                at: logged.map(|h| h.at),
                note: written.as_deref().map(|note| mask.text(note)),
                written,
            },
            calendar_gaps,
        }
    }
}

impl Steps {
    fn add(&mut self, other: Self) {
        self.received += other.received;
        self.signed += other.signed;
        self.dispatched += other.dispatched;
        self.unit_signed += other.unit_signed;
        self.replied += other.replied;
        self.closed += other.closed;
    }
}

impl Group {
    fn add(&mut self, other: &Self) {
        self.steps.add(other.steps);
        self.sign.extend(&other.sign);
        self.dispatch.extend(&other.dispatch);
    }
}

fn done<T>(of: BTreeMap<T, Group>) -> Vec<Done<T>> {
    of.into_iter()
        .filter(|(_, group)| group.steps != Steps::default())
        .map(|(of, group)| Done {
            of,
            steps: group.steps,
            sign: timing(group.sign),
            dispatch: timing(group.dispatch),
        })
        .collect()
}

fn timing(mut times: Vec<(i64, bool)>) -> Timing {
    times.sort_unstable();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    // Of an even number the two in the middle decide, each for half.
    let middle = |n: usize| times.get(n).map(|t| t.0);
    let half = times.len() / 2;
    let lower = if times.len().is_multiple_of(2) {
        half.checked_sub(1).and_then(middle)
    } else {
        middle(half)
    };
    Timing {
        met: count(times.len()),
        in_time: count(times.iter().filter(|(_, in_time)| *in_time).count()),
        median_seconds: lower.zip(middle(half)).map(|(a, b)| a.midpoint(b)),
        worst_seconds: times.last().map(|t| t.0),
    }
}

//! Everything that adds facts: acts, new cases, imports. Decided, logged and projected in one transaction.
//!
//! What a rule refuses leaves nothing behind. Called by `runtime` and `cli` through [`Store`].

use std::collections::BTreeMap;

use rusqlite::Connection;
use uuid::Uuid;

use super::error::{ActError, Failure, StoreError};
use super::events::{self, ROSTER};
use super::known::{self, Known};
use super::projection::{self, END, Projected, bare};
use super::{Store, erase, named, schema};
use crate::domain::case::Case;
use crate::domain::command::{Act, Context, RosterAct};
use crate::domain::decide::{Did, Refusal, decide, decide_roster};
use crate::domain::event::{Event, Fact, Logged, Received, RevisionAdopted};
use crate::domain::ids::{Actor, FactId, Number};
use crate::domain::queue::Row;
use crate::domain::reckon::clocks;
use crate::domain::rules::Rules;
use crate::domain::time::{Stamp, date_number};

/// What an act did, as it stands on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// The case; none for an act on the roster.
    pub number: Option<Number>,
    /// The new facts.
    pub facts: Vec<Logged>,
    /// The case's row; none when it is not in the queue (any more), and for the roster.
    pub row: Option<Row>,
    /// How many facts the case (or the roster) has now: what the next act on it expects.
    pub version: u64,
}

/// What a bulk import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrived {
    /// Cases that were not known before, in the order given.
    pub new: Vec<Number>,
    /// Known cases that got further facts, in the order given.
    pub changed: Vec<Number>,
    /// Known cases that stayed as they were.
    pub unchanged: usize,
}

impl Store {
    /// Carries out an act on a case: decided, logged and projected in one transaction.
    ///
    /// `expected` is the version the person saw. When the case has moved on and the act would still be allowed it is
    /// refused as `Changed`; a rule's own refusal wins, because it says who did what.
    ///
    /// # Errors
    /// The refusal, or the store's failure; nothing was done then.
    pub fn act(
        &mut self,
        number: &Number,
        act: &Act,
        context: &Context,
        expected: Option<u64>,
    ) -> Result<Committed, ActError> {
        let done = self.decide_in(|writing| writing.act(number, act, context, expected));
        Ok(named(&self.path, done)??)
    }

    /// Carries out acts one after the other, each for itself.
    pub fn act_on_many(
        &mut self,
        items: &[(Number, Act, Option<u64>)],
        context: &Context,
    ) -> Vec<Result<Committed, ActError>> {
        items
            .iter()
            .map(|(number, act, expected)| self.act(number, act, context, *expected))
            .collect()
    }

    /// Carries out an act on the roster; the cases it bears on get their verdicts anew in the same transaction.
    ///
    /// # Errors
    /// The refusal, or the store's failure; nothing was done then.
    pub fn act_on_roster(
        &mut self,
        act: &RosterAct,
        context: &Context,
    ) -> Result<Committed, ActError> {
        let done = self.decide_in(|writing| writing.act_on_roster(act, context));
        Ok(named(&self.path, done)??)
    }

    /// Takes in a case that was keyed by hand; `context.at` is its receipt.
    ///
    /// # Errors
    /// Refused when the number is known or the receipt lies in the future; or the store's failure.
    pub fn add(
        &mut self,
        number: &Number,
        received: Received,
        context: &Context,
    ) -> Result<Committed, ActError> {
        let done = self.decide_in(|writing| writing.add(number, received, context));
        Ok(named(&self.path, done)??)
    }

    /// Takes in many rows in one transaction: all or none. For each, `facts_of` is given what is known of the case
    /// (nothing when it is new), in the order it was keyed, and the rules it goes by, and returns the facts to log; it
    /// leaves `id`, `case` and `received.revision` to the store. `progress` is told how many rows are done.
    ///
    /// # Errors
    /// The store's failure; nothing was done then.
    pub fn receive<D>(
        &mut self,
        rows: Vec<(Number, D)>,
        mut facts_of: impl FnMut(D, &[Fact], &Rules) -> Vec<Fact>,
        now: Stamp,
        mut progress: impl FnMut(usize),
    ) -> Result<Arrived, StoreError> {
        let done = self.transact(|writing| {
            let mut arrived = Arrived::default();
            for (done, (number, row)) in (1..).zip(rows) {
                let there = events::of_stream(writing.tx, number.as_str())?;
                let is_new = there.is_empty();
                let known = bare(there.clone());
                let revision = Case::fold(&known, END).and_then(|case| case.revision);
                let rules = writing.known.rules(writing.tx, revision.as_ref())?;
                let mut facts = facts_of(row, &known, &rules);
                if erase::erased_at(writing.tx, &number)?.is_some() {
                    facts.retain_mut(erase::says_no_more);
                }
                if facts.is_empty() {
                    arrived.unchanged += 1;
                } else {
                    writing.log(&number, there, facts, now)?;
                    let list = if is_new {
                        &mut arrived.new
                    } else {
                        &mut arrived.changed
                    };
                    list.push(number);
                }
                progress(done);
            }
            Ok(arrived)
        });
        named(&self.path, done)
    }
}

/// A transaction that may add facts.
pub(super) struct Writing<'a> {
    /// The transaction.
    pub tx: &'a Connection,
    /// What the store remembers.
    pub known: &'a mut Known,
    desk: String,
    keyed: u64,
    latest: Stamp,
}

impl<'a> Writing<'a> {
    /// Reads the desk anew: another process may have put a backup, with a new desk id, in the store's place.
    pub(super) fn new(tx: &'a Connection, known: &'a mut Known) -> Result<Self, Failure> {
        known.look_again(tx)?;
        let desk = schema::get(tx, "desk")?;
        let keyed = events::count_of_desk(tx, &desk)?;
        let latest = schema::latest(tx)?;
        Ok(Self {
            tx,
            known,
            desk,
            keyed,
            latest,
        })
    }

    /// To be called before the commit.
    pub(super) fn finish(self) -> Result<(), Failure> {
        if self.latest > schema::latest(self.tx)? {
            schema::set_latest(self.tx, self.latest)?;
        }
        Ok(())
    }

    pub(super) fn act(
        &mut self,
        number: &Number,
        act: &Act,
        context: &Context,
        expected: Option<u64>,
    ) -> Result<Result<Committed, Refusal>, Failure> {
        let there = events::of_stream(self.tx, number.as_str())?;
        let facts = bare(there.clone());
        let Some(case) = Case::fold(&facts, END) else {
            return Ok(Err(Refusal::UnknownCase(number.clone())));
        };
        if let Act::Link { other } = act
            && events::version(self.tx, other.as_str())? == 0
        {
            return Ok(Err(Refusal::UnknownCase(other.clone())));
        }
        let rules = self.known.rules(self.tx, case.revision.as_ref())?;
        let events = match decide(&facts, act, context, &rules) {
            Ok(events) => events,
            Err(refusal) => return Ok(Err(refusal)),
        };
        if expected.is_some_and(|version| version != there.len() as u64) {
            return Ok(Err(Refusal::Changed(facts.last().map(did))));
        }
        let new = events.into_iter().map(|e| fact_of(e, context)).collect();
        self.commit(number, there, new, context.now).map(Ok)
    }

    pub(super) fn add(
        &mut self,
        number: &Number,
        received: Received,
        context: &Context,
    ) -> Result<Result<Committed, Refusal>, Failure> {
        if context.at > context.now {
            return Ok(Err(Refusal::Future { at: context.at }));
        }
        if events::version(self.tx, number.as_str())? > 0 {
            return Ok(Err(Refusal::AlreadyThere(number.clone())));
        }
        let event = Event::Received(Box::new(received));
        let facts = vec![fact_of(event, context)];
        self.commit(number, Vec::new(), facts, context.now).map(Ok)
    }

    fn act_on_roster(
        &mut self,
        act: &RosterAct,
        context: &Context,
    ) -> Result<Result<Committed, Refusal>, Failure> {
        let rules = self.known.rules(self.tx, None)?;
        let roster = self.known.roster(self.tx)?;
        let events = match decide_roster(&roster.facts, act, context, &rules) {
            Ok(events) => events,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let mut version = events::version(self.tx, ROSTER)?;
        let mut logged = Vec::with_capacity(events.len());
        for event in events {
            version += 1;
            logged.push(self.append(fact_of(event, context), version, context.now)?);
        }
        let days = days_of(
            logged.iter().map(|l| &l.fact),
            &self.known.roster(self.tx)?.facts,
        );
        for day in days {
            projection::renew_day(self.tx, self.known, day)?;
        }
        Ok(Ok(Committed {
            number: None,
            facts: logged,
            row: None,
            version,
        }))
    }

    /// Logs new facts of a case that has the facts `there`, and projects it; gives back what an act shows of that.
    fn commit(
        &mut self,
        number: &Number,
        there: Vec<Logged>,
        facts: Vec<Fact>,
        now: Stamp,
    ) -> Result<Committed, Failure> {
        let before = self.keyed;
        let (mut facts, projected) = self.log(number, there, facts, now)?;
        let version = facts.len() as u64;
        facts.retain(|l| l.desk == self.desk && l.n > before);
        Ok(Committed {
            number: Some(number.clone()),
            facts,
            row: projected.map(|p| p.row).filter(Row::is_in_queue),
            version,
        })
    }

    /// Logs new facts of a case that has the facts `there`, and projects it; gives back all facts as keyed.
    fn log(
        &mut self,
        number: &Number,
        mut there: Vec<Logged>,
        facts: Vec<Fact>,
        now: Stamp,
    ) -> Result<(Vec<Logged>, Option<Projected>), Failure> {
        let is_new = there.is_empty();
        there.reserve_exact(facts.len());
        for mut fact in facts {
            if let Event::Received(received) = &mut fact.event
                && received.revision.is_none()
            {
                received.revision = Some(self.known.current.revision().clone());
                self.known.keep_current(self.tx)?;
            }
            fact.case = Some(number.clone());
            let version = there.len() as u64 + 1;
            there.push(self.append(fact, version, now)?);
        }
        let all = events::keyed(there);
        let projected = projection::project(self.tx, self.known, &all)?;
        if let Some(projected) = &projected {
            projected.write(self.tx, is_new)?;
        }
        if !is_new {
            self.settle_view(number, now)?;
        }
        Ok((all, projected))
    }

    fn append(&mut self, mut fact: Fact, version: u64, now: Stamp) -> Result<Logged, Failure> {
        fact.id = Some(FactId::from(Uuid::now_v7().to_string()));
        self.keyed += 1;
        let mut logged = Logged {
            fact,
            recorded_at: now,
            desk: self.desk.clone(),
            n: self.keyed,
            erased: None,
        };
        self.take(&mut logged, version)?;
        Ok(logged)
    }

    /// Writes a fact that has its place in a desk's log.
    pub(super) fn take(&mut self, logged: &mut Logged, version: u64) -> Result<(), Failure> {
        self.latest = self.latest.max(logged.fact.at);
        if logged.fact.case.is_none() {
            self.known.forget_roster();
        }
        events::append(self.tx, logged, version)
    }

    /// Lets a case that rests on years without calendar data adopt what the rules in force know of them (T10).
    pub(super) fn adopt_years(&mut self, number: &Number, now: Stamp) -> Result<(), Failure> {
        let there = events::of_stream(self.tx, number.as_str())?;
        let Some(case) = Case::fold(there.iter().map(|l| &l.fact), END) else {
            return Ok(());
        };
        let rules = self.known.rules(self.tx, case.revision.as_ref())?;
        let roster = &self.known.roster(self.tx)?.folded;
        let gaps = clocks(&case, &rules, roster).gaps;
        let Some(wider) = rules.with_years_of(&self.known.current, &gaps) else {
            return Ok(());
        };
        known::keep_revision(self.tx, &wider)?;
        let event = Event::RevisionAdopted(RevisionAdopted {
            revision: wider.revision().clone(),
        });
        let fact = Fact {
            id: None,
            at: now,
            case: None,
            by: Actor::System,
            person: None,
            note: None,
            event,
        };
        self.log(number, there, vec![fact], now).map(drop)
    }
}

fn fact_of(event: Event, context: &Context) -> Fact {
    Fact {
        id: None,
        at: context.at,
        case: None,
        by: context.by.clone(),
        person: context.person.clone(),
        note: context.note.clone(),
        event,
    }
}

fn did(fact: &Fact) -> Did {
    Did {
        event: fact.event.kind(),
        by: fact.by.clone(),
        person: fact.person.clone(),
        at: fact.at,
    }
}

/// The days whose duty the facts bear on; an `undone` bears on the day of what it takes back or brings back.
pub(super) fn days_of<'a>(new: impl Iterator<Item = &'a Fact>, all: &[Fact]) -> Vec<i64> {
    let by_id: BTreeMap<&FactId, &Event> = all
        .iter()
        .filter_map(|f| Some((f.id.as_ref()?, &f.event)))
        .collect();
    let mut days: Vec<i64> = new.filter_map(|f| day_of(&f.event, &by_id)).collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn day_of(event: &Event, by_id: &BTreeMap<&FactId, &Event>) -> Option<i64> {
    let mut event = event;
    // A chain of undos ends at the fact they are about; a ring of them, which only a made-up log holds, at none.
    for _ in 0..=by_id.len() {
        if let Event::Swapped(e) = event {
            return Some(date_number(e.date));
        }
        if let Event::StoodIn(e) = event {
            return Some(date_number(e.date));
        }
        let Event::Undone(e) = event else { return None };
        event = by_id.get(&e.target)?;
    }
    None
}

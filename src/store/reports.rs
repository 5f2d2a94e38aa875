//! The readings that the reports need: the cases a stretch of time bears on, one after the other, and what was in force when.
//!
//! Holds one case at a time. Judges nothing: a case is handed out folded by its own rules, and the domain counts. Called by
//! `cli` and `runtime` through [`Store`].

use std::collections::BTreeSet;
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, params};

use super::error::{Failure, StoreError};
use super::projection::bare;
use super::reader::numbers_of;
use super::{Store, columns, events, named};
use crate::domain::case::Case;
use crate::domain::day_summary::{Count, DaySummary, Surroundings, Waiting};
use crate::domain::event::Fact;
use crate::domain::history;
use crate::domain::ids::{Community, Number, Revision};
use crate::domain::oversight::{Bulletin, Ladder, Ladders, Ranking, Seen, Tally};
use crate::domain::period::Period;
use crate::domain::queue::Cell;
use crate::domain::reckon::{Clocks, clocks};
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::time::{Date, Stamp};

impl Store {
    /// Hands out every case that something happened to, or was due of, from `from` on and before `to`, as known at `now`;
    /// perhaps some more. Gives back the years without calendar data that their due times rest on.
    ///
    /// # Errors
    /// The store's failure.
    pub fn look_over(
        &mut self,
        from: Stamp,
        to: Stamp,
        now: Stamp,
        each: impl FnMut(&Seen<'_>),
    ) -> Result<Vec<i32>, StoreError> {
        let done = self.look_over_here(from, to, now, each);
        named(&self.path, done)
    }

    fn look_over_here(
        &mut self,
        from: Stamp,
        to: Stamp,
        now: Stamp,
        mut each: impl FnMut(&Seen<'_>),
    ) -> Result<Vec<i32>, Failure> {
        let tx = self.conn.transaction()?;
        self.known.look_again(&tx)?;
        let roster = Roster::fold(&self.known.roster(&tx)?.facts, now);
        let first_day = first_day(&tx)?;
        let mut all_gaps = BTreeSet::new();
        for number in touched(&tx, from, to)? {
            let facts = bare(events::of_stream(&tx, number.as_str())?);
            let standing = history::standing(&facts, now);
            let Some(case) = Case::of_standing(&standing) else {
                continue;
            };
            let rules = self.known.rules(&tx, case.revision.as_ref())?;
            let Clocks { list, gaps } = clocks(&case, &rules, &roster);
            all_gaps.extend(gaps);
            each(&Seen {
                standing: &standing,
                case: &case,
                clocks: &list,
                roster: &roster,
                rules: &rules,
                now,
                is_ranked: first_day.is_some_and(|day| case.received_at.date() >= day),
            });
        }
        Ok(all_gaps.into_iter().collect())
    }

    /// The day on which the first case came into the store; none while it is empty.
    ///
    /// # Errors
    /// The store's failure.
    pub fn first_day(&self) -> Result<Option<Date>, StoreError> {
        named(&self.path, first_day(&self.conn))
    }

    /// The rules in force at a moment: those under which the last case came in until then (T10). Where none had come by
    /// then, those of the first that did; in an empty store, and for a moment that has not come yet, the present ones.
    ///
    /// # Errors
    /// The store's failure.
    pub fn rules_at(&mut self, at: Stamp, now: Stamp) -> Result<Arc<Rules>, StoreError> {
        let rules = self.rules_at_here(at, now);
        named(&self.path, rules)
    }

    fn rules_at_here(&mut self, at: Stamp, now: Stamp) -> Result<Arc<Rules>, Failure> {
        const BY_THEN: &str = "SELECT json_extract(body, '$.revision') AS revision FROM events \
             WHERE kind = 'received' AND recorded_at < ?1 AND revision IS NOT NULL \
             ORDER BY recorded_at DESC, mark DESC LIMIT 1";
        const AFTER: &str = "SELECT json_extract(body, '$.revision') AS revision FROM events \
             WHERE kind = 'received' AND recorded_at >= ?1 AND revision IS NOT NULL \
             ORDER BY recorded_at, mark LIMIT 1";
        if at > now {
            return self.known.rules(&self.conn, None);
        }
        for sql in [BY_THEN, AFTER] {
            let found: Option<String> = self
                .conn
                .prepare_cached(sql)?
                .query_row([at.micros()], |r| r.get(0))
                .optional()?;
            if let Some(revision) = found {
                let revision = Revision::from(revision);
                return self.known.rules(&self.conn, Some(&revision));
            }
        }
        self.known.rules(&self.conn, None)
    }

    /// The summary of a day as known at `now`; the queue of a day gone by is that of its end.
    ///
    /// # Errors
    /// The store's failure.
    pub fn day_summary(&mut self, date: Date, now: Stamp) -> Result<DaySummary, StoreError> {
        let day = Period::Day(date);
        let mut count = Count::new(date);
        let gaps = self.look_over(day.from(), day.to(), now, |seen| count.take(seen))?;
        let end = Stamp::from_micros(day.to().micros() - 1).min(now);
        let rules = self.rules_at(day.to(), now)?;
        let facts = self.bare_roster()?;
        let queue = self.waiting(end, day.to(), &Roster::fold(&facts, end))?;
        let journal = self.journal(day.from(), day.to())?;
        let roster = Roster::fold(&facts, now);
        let around = Surroundings {
            rules: &rules,
            roster: &roster,
            queue: &queue,
            journal: &journal,
            now,
        };
        Ok(count.summary(&around, gaps))
    }

    /// The queue as known at `now`, with all clocks of what owes something before `end` and may owe more than its row shows.
    fn waiting(
        &mut self,
        now: Stamp,
        end: Stamp,
        roster: &Roster,
    ) -> Result<Vec<Waiting>, StoreError> {
        let mut queue = Vec::new();
        for (row, _) in self.open_rows(now)? {
            let first = row.next.and_then(|cell| cell.due);
            let hides = row.may_owe_more() && first.is_some_and(|due| due < end);
            let all = if hides {
                self.clocks_at(&row.number, roster, now)?
            } else {
                None
            };
            queue.push(Waiting { row, all });
        }
        Ok(queue)
    }

    fn clocks_at(
        &mut self,
        number: &Number,
        roster: &Roster,
        now: Stamp,
    ) -> Result<Option<Vec<Cell>>, StoreError> {
        let facts = bare(self.case_facts(number)?);
        let Some(case) = Case::fold(&facts, now) else {
            return Ok(None);
        };
        let rules = self.rules_for(case.revision.as_ref())?;
        let clocks = clocks(&case, &rules, roster).list;
        Ok(Some(clocks.iter().map(Cell::of).collect()))
    }

    /// The bulletin of a week or a month as known at `now`.
    ///
    /// # Errors
    /// The store's failure.
    pub fn bulletin(&mut self, period: Period, now: Stamp) -> Result<Bulletin, StoreError> {
        let before = period.before(1);
        let rules = self.rules_at(period.to(), now)?;
        let mut tally = Tally::new(self.ranking(period, now)?, self.ranking(before, now)?);
        let gaps = self.look_over(before.from(), period.to(), now, |seen| tally.take(seen))?;
        let communities = rules.policy.communities.iter().map(|c| c.name.clone());
        let communities: Vec<Community> = communities.collect();
        let first_day = self.first_day()?;
        Ok(tally.bulletin(period.to() > now, first_day, gaps, &communities))
    }

    /// The ladder of a month as known at `now`.
    ///
    /// # Errors
    /// The store's failure.
    pub fn ladder(&mut self, month: Period, now: Stamp) -> Result<Ladder, StoreError> {
        let rules = self.rules_at(month.to(), now)?;
        let oversight = named(&self.path, rules.oversight().map_err(Failure::from))?;
        let over = Period::month_of(now.date()).before(1).min(month);
        let back = 0..oversight.last_months;
        let months = back.map(|back| self.ranking(over.before(back), now));
        let months = months.collect::<Result<Vec<Ranking>, _>>()?;
        let first = month.before(oversight.ladder_months() - 1);
        let first = first.min(over.before(oversight.last_months - 1));
        let mut ladders = Ladders::new(month, months, oversight);
        self.look_over(first.from(), month.to(), now, |seen| ladders.take(seen))?;
        let roster = self.bare_roster()?;
        let revision = rules.revision().clone();
        Ok(ladders.ladder(month.to() > now, revision, &roster, now))
    }

    /// An empty ranking by the weights in force at the period's end.
    fn ranking(&mut self, period: Period, now: Stamp) -> Result<Ranking, StoreError> {
        let rules = self.rules_at(period.to(), now)?;
        let oversight = named(&self.path, rules.oversight().map_err(Failure::from))?;
        Ok(Ranking::new(period, &rules, oversight))
    }

    fn bare_roster(&self) -> Result<Vec<Fact>, StoreError> {
        Ok(bare(self.roster_facts()?))
    }
}

fn first_day(conn: &Connection) -> Result<Option<Date>, Failure> {
    const SQL: &str = "SELECT min(recorded_at) FROM events WHERE kind = 'received'";
    let first: Option<i64> = conn.prepare_cached(SQL)?.query_row([], |r| r.get(0))?;
    Ok(first.map(|at| Stamp::from_micros(at).date()))
}

/// The cases that may have been touched: those with a fact since, and those in the queue of which something was owed
/// before the end. What is out of the queue owes nothing, so what was due of it was settled by some later fact.
fn touched(conn: &Connection, from: Stamp, to: Stamp) -> Result<Vec<Number>, Failure> {
    const SINCE: &str = "SELECT number FROM cases INDEXED BY cases_by_last \
         WHERE last_at >= ?1 AND received < ?2";
    let mut numbers = numbers_of(conn, SINCE, params![from.micros(), to.micros()])?;
    let mut select = conn.prepare_cached(
        "SELECT * FROM cases WHERE in_queue = 1 AND last_at < ?1 AND received < ?2",
    )?;
    let mut rows = select.query(params![from.micros(), to.micros()])?;
    while let Some(row) = rows.next()? {
        let next = columns::next(row)?.and_then(|cell| cell.due);
        if next.is_some_and(|due| due < to) {
            numbers.push(Number::from(events::text(row, 1)?));
        }
    }
    numbers.sort_unstable();
    Ok(numbers)
}

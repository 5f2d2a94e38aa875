//! Claiming what has come: decided, written down, and only then told.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::params;

use super::super::error::Failure;
use super::super::run::Run;
use super::super::writer::Writing;
use super::Told;
use super::open::{occasion, of_case, open_items};
use crate::domain::agenda::Item;
use crate::domain::case::Case;
use crate::domain::ids::{Number, Post, Unit};
use crate::domain::occasion::{Absence, Occasion, Outcome, Topic};
use crate::domain::telling::{Decided, Line, Situation, decide};
use crate::domain::time::Stamp;

impl Writing<'_> {
    pub(super) fn tell(
        &mut self,
        whose: &[Option<Number>],
        situation: &Situation,
        run: &Run,
    ) -> Result<Told, Failure> {
        let mut told = Told::default();
        let mut come = Vec::new();
        let mut cases = HashMap::new();
        for whose in whose {
            let open = open_items(self.tx, self.known, whose.as_ref(), situation.now)?;
            let (now, later): (Vec<Item>, Vec<Item>) = open
                .items
                .into_iter()
                .partition(|item| item.tell_at <= situation.now);
            let next = later.iter().map(|item| item.tell_at).min();
            told.next.push((whose.clone(), next));
            come.extend(now);
            if let (Some(number), Some(case)) = (whose, open.case) {
                cases.insert(number.clone(), case);
            }
        }
        let absence = situation.absent.map(|(_, why)| why);
        let mut heads = 0;
        for decided in decide(come, situation) {
            if decided.pops && decided.outcome != Outcome::Missed {
                heads += 1;
            }
            let id = self.claim(&decided, heads, absence, situation.now, run)?;
            if !decided.shows {
                continue;
            }
            let case = decided
                .item
                .occasion
                .number
                .as_ref()
                .and_then(|n| cases.get(n));
            let counts = match decided.item.occasion.topic {
                Topic::Shift(_) => super::counts(self.tx, situation.now)?,
                Topic::Clock(_) | Topic::Notice(_) => (0, 0),
            };
            let line = line_of(id, &decided, case, counts);
            if decided.outcome == Outcome::Missed {
                told.telling.absence = absence;
            }
            if decided.pops {
                told.telling.popup.push(line.clone());
            }
            told.telling.banners.push(line);
        }
        Ok(told)
    }

    /// Writes the row of something decided; what pops up is claimed until it is shown. Of several that go into one
    /// notification the first tells, the others are told within it.
    fn claim(
        &self,
        decided: &Decided,
        heads: usize,
        absence: Option<Absence>,
        now: Stamp,
        run: &Run,
    ) -> Result<i64, Failure> {
        const INSERT: &str = "INSERT INTO tellings \
             (number, topic, unit, point, at, attempt, due, post, outcome, intended, means, reason, told_at, run, acknowledged) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
        const UPDATE: &str = "UPDATE tellings SET outcome = ?2, intended = ?3, means = ?4, reason = ?5, \
             told_at = ?6, run = ?7, acknowledged = ?8 WHERE id = ?1";
        let item = &decided.item;
        if decided.shows {
            self.supersede(&item.occasion, now)?;
        }
        let missed = decided.outcome == Outcome::Missed;
        let is_listed = decided.pops && !missed && heads > 1;
        let last = if is_listed {
            Outcome::Coalesced
        } else {
            decided.outcome
        };
        let (outcome, intended) = if decided.pops {
            (Outcome::Telling, last.as_str())
        } else {
            (last, "")
        };
        let means = match (decided.shows, missed) {
            (true, true) => "digest banner",
            (true, false) => "banner",
            (false, _) => "",
        };
        let reason = absence.filter(|_| missed).map_or("", Absence::as_str);
        let told_at = (last != Outcome::Suppressed).then(|| now.micros());
        let acknowledged = (!decided.shows).then(|| now.micros());
        let run = if decided.pops { run.id() } else { "" };
        if let Some((id, _)) = item.row {
            self.tx.prepare_cached(UPDATE)?.execute(params![
                id,
                outcome.as_str(),
                intended,
                means,
                reason,
                told_at,
                run,
                acknowledged
            ])?;
            return Ok(id);
        }
        let occasion = &item.occasion;
        self.tx.prepare_cached(INSERT)?.execute(params![
            occasion.number.as_ref().map_or("", Number::as_str),
            occasion.topic.as_str(),
            occasion.unit.as_ref().map_or("", Unit::as_str),
            occasion.point,
            occasion.at.micros(),
            1,
            item.due.map(Stamp::micros),
            item.post.map(Post::as_str),
            outcome.as_str(),
            intended,
            means,
            reason,
            told_at,
            run,
            acknowledged
        ])?;
        Ok(self.tx.last_insert_rowid())
    }

    /// A later point of the same clock takes the earlier one's place in view.
    fn supersede(&self, by: &Occasion, now: Stamp) -> Result<(), Failure> {
        const SQL: &str = "UPDATE tellings SET acknowledged = ?4 \
             WHERE acknowledged IS NULL AND number = ?1 AND topic = ?2 AND unit = ?3";
        self.tx.prepare_cached(SQL)?.execute(params![
            by.number.as_ref().map_or("", Number::as_str),
            by.topic.as_str(),
            by.unit.as_ref().map_or("", Unit::as_str),
            now.micros()
        ])?;
        Ok(())
    }

    /// Takes out of view what the facts of a case have settled.
    pub(in super::super) fn settle_view(
        &mut self,
        number: &Number,
        now: Stamp,
    ) -> Result<(), Failure> {
        let mut select = self.tx.prepare_cached(
            "SELECT id, topic, unit, point, at FROM tellings WHERE acknowledged IS NULL AND number = ?1",
        )?;
        let mut rows = select.query([number.as_str()])?;
        let mut shown = Vec::new();
        while let Some(row) = rows.next()? {
            shown.push((row.get::<_, i64>(0)?, occasion(row, Some(number))?));
        }
        drop(rows);
        if shown.is_empty() {
            return Ok(());
        }
        let current = Arc::clone(&self.known.current);
        let items = match of_case(self.tx, self.known, &current, number, now)? {
            Some((items, _)) => items,
            None => Vec::new(),
        };
        let pending = |shown: &Occasion| {
            items.iter().any(|item| {
                let same = item.occasion.topic == shown.topic && item.occasion.unit == shown.unit;
                same && item.over.is_none_or(|over| over > now)
            })
        };
        let mut update = self
            .tx
            .prepare_cached("UPDATE tellings SET acknowledged = ?2 WHERE id = ?1")?;
        for (id, occasion) in shown {
            if !pending(&occasion) {
                update.execute(params![id, now.micros()])?;
            }
        }
        Ok(())
    }
}

fn line_of(id: i64, decided: &Decided, case: Option<&Case>, counts: (usize, usize)) -> Line {
    let item = &decided.item;
    Line {
        id,
        occasion: item.occasion.clone(),
        due: item.due,
        outcome: decided.outcome,
        repeated: item.row.is_some_and(|(_, attempt)| attempt > 1),
        post: item.post,
        kind: case.map(|c| c.facts.kind),
        community: case.and_then(|c| c.facts.community.clone()),
        title: case.map_or_else(String::new, |c| c.mask().text(&c.facts.title)),
        counts,
    }
}

//! What a case or the shift has to tell that has no row in the journal yet.

use std::collections::HashSet;
use std::sync::Arc;

use rusqlite::{Connection, Row};

use super::super::error::Failure;
use super::super::events::{self, text};
use super::super::known::Known;
use super::super::projection::END;
use crate::domain::agenda::{self, Item, Look};
use crate::domain::case::Case;
use crate::domain::ids::{Number, Unit};
use crate::domain::occasion::{Occasion, Outcome, Topic};
use crate::domain::reckon::clocks;
use crate::domain::rules::Rules;
use crate::domain::time::{Stamp, TimeOfDay};

/// What has no final row yet.
pub(super) struct Open {
    pub items: Vec<Item>,
    pub case: Option<Case>,
}

pub(super) fn open_items(
    conn: &Connection,
    known: &mut Known,
    whose: Option<&Number>,
    now: Stamp,
) -> Result<Open, Failure> {
    let current = Arc::clone(&known.current);
    let (mut items, case) = match whose {
        Some(number) => match of_case(conn, known, &current, number, now)? {
            Some((items, case)) => (items, Some(case)),
            None => (Vec::new(), None),
        },
        None => (of_shift(&current, now), None),
    };
    let number = whose.map_or("", Number::as_str);
    let mut select = conn.prepare_cached(
        "SELECT id, topic, unit, point, at, attempt, due, post, outcome FROM tellings WHERE number = ?1",
    )?;
    let mut rows = select.query([number])?;
    let mut there: HashSet<Occasion> = HashSet::new();
    let mut asked = Vec::new();
    while let Some(row) = rows.next()? {
        let occasion = occasion(row, whose)?;
        let outcome: Outcome = word(text(row, 8)?)?;
        if outcome == Outcome::Planned {
            asked.push(asked_for(row, &occasion, &items)?);
        }
        there.insert(occasion);
    }
    items.retain(|item| !there.contains(&item.occasion));
    items.extend(asked);
    Ok(Open { items, case })
}

/// A row that waits: somebody asked to be reminded again, or the program died when it was told before.
fn asked_for(row: &Row<'_>, occasion: &Occasion, items: &[Item]) -> Result<Item, Failure> {
    // It stands and falls with the clock it is about.
    let like = items.iter().find(|item| {
        let other = &item.occasion;
        other.topic == occasion.topic && other.unit == occasion.unit
    });
    let post: Option<String> = row.get(7)?;
    let due: Option<i64> = row.get(6)?;
    Ok(Item {
        occasion: occasion.clone(),
        due: due.map(Stamp::from_micros),
        tell_at: occasion.at,
        // What is not on the agenda any more, such as the review of a reply that was judged, needs no reminder.
        stands: like.is_some() || matches!(occasion.topic, Topic::Shift(_)),
        over: like.and_then(|item| item.over),
        post: post.as_deref().map(word).transpose()?,
        quiet: false,
        // Whoever sits here asked for it, or saw it half told.
        overdue: true,
        row: Some((row.get(0)?, row.get(5)?)),
    })
}

pub(super) fn occasion(row: &Row<'_>, whose: Option<&Number>) -> Result<Occasion, Failure> {
    let unit = text(row, 2)?;
    Ok(Occasion {
        at: Stamp::from_micros(row.get(4)?),
        number: whose.cloned(),
        topic: word::<Topic>(text(row, 1)?)?,
        unit: (!unit.is_empty()).then(|| Unit::from(unit)),
        point: text(row, 3)?.to_owned(),
    })
}

pub(super) fn word<T: std::str::FromStr>(word: &str) -> Result<T, Failure>
where
    T::Err: std::fmt::Display,
{
    word.parse()
        .map_err(|e: T::Err| Failure::Corrupt(format!("journal: {e}")))
}

pub(super) fn of_case(
    conn: &Connection,
    known: &mut Known,
    current: &Rules,
    number: &Number,
    now: Stamp,
) -> Result<Option<(Vec<Item>, Case)>, Failure> {
    let facts = events::of_stream(conn, number.as_str())?;
    let Some(case) = Case::fold(facts.iter().map(|l| &l.fact), END) else {
        return Ok(None);
    };
    let first = facts.iter().map(|l| l.recorded_at).min();
    let rules = known.rules(conn, case.revision.as_ref())?;
    let roster = &known.roster(conn)?.folded;
    let clocks = clocks(&case, &rules, roster);
    let items = agenda::of_case(&Look {
        case: &case,
        clocks: &clocks.list,
        rules: &rules,
        current,
        roster,
        known: first.unwrap_or(case.received_at),
        now,
    });
    Ok(Some((items, case)))
}

/// The shift of today and tomorrow: what nobody was there to tell yesterday says nothing today.
fn of_shift(current: &Rules, now: Stamp) -> Vec<Item> {
    let midnight = Stamp::on(now.day_number(), TimeOfDay::new(0, 0));
    agenda::of_shift(
        current,
        Stamp::from_micros(midnight.micros() - 1),
        midnight.plus_minutes(2 * 24 * 60),
    )
}

//! Citizens' names and phone numbers: erasing those of cases that are long closed, and finding a case by what is masked.
//!
//! They stand in a table of their own, so that they can be erased while the log stays append-only. What a citizen or a
//! unit wrote in free words stands in the log and stays there; it is counted, so that nobody is told otherwise. Called by
//! `zhiban anonymise` and by the screen's search through [`Store`].

use rusqlite::{Connection, params};

use super::error::{Failure, StoreError};
use super::writer::Writing;
use super::{Store, events, named, projection, reader};
use crate::domain::event::{Event, Logged};
use crate::domain::ids::Number;
use crate::domain::privacy::{self, Mask};
use crate::domain::time::Stamp;

/// From so many digits on a number reaches somebody. Fewer stand in too many moments and names of revisions.
const WHOLE: usize = 7;

/// What anonymising comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Anonymised {
    /// The cases, by number.
    pub cases: Vec<Number>,
    /// The first and the last moment at which one of them was closed.
    pub closed: Option<(Stamp, Stamp)>,
    /// Names that are erased.
    pub names: usize,
    /// Phone numbers that are erased.
    pub phones: usize,
    /// Cases in whose free texts a name or a number stands; those stay.
    pub mentioned: usize,
}

impl Store {
    /// What [`Store::anonymise`] would erase.
    ///
    /// # Errors
    /// The store's failure.
    pub fn to_anonymise(&self, closed_by: Stamp) -> Result<Anonymised, StoreError> {
        named(&self.path, survey(&self.conn, closed_by))
    }

    /// Erases names and phone numbers of the citizens of every case that was closed by a moment and of which nothing is
    /// owed any more. Facts, counts, clocks and verdicts stay as they are.
    ///
    /// # Errors
    /// The store's failure; nothing was erased then.
    pub fn anonymise(&mut self, closed_by: Stamp) -> Result<Anonymised, StoreError> {
        let done = self.anonymise_here(closed_by);
        named(&self.path, done)
    }

    fn anonymise_here(&mut self, closed_by: Stamp) -> Result<Anonymised, Failure> {
        // What is deleted is overwritten, and does not linger in a free page or in the WAL.
        self.conn.pragma_update(None, "secure_delete", true)?;
        let done = self.transact(|writing| {
            let Writing { tx, known, .. } = writing;
            let found = survey(tx, closed_by)?;
            for number in &found.cases {
                tx.prepare_cached(
                    "DELETE FROM citizens WHERE event IN (SELECT mark FROM events WHERE stream = ?1)",
                )?
                .execute([number.as_str()])?;
            }
            // A name that is not known any more is not looked for in the subject either.
            projection::renew(tx, known, &found.cases)?;
            Ok(found)
        })?;
        self.conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(done)
    }

    /// The cases whose citizen has a phone number with these digits in it; where they are as many as a number has, also
    /// those in whose texts they stand. `digits` are as [`privacy::typed_number`] gives them.
    ///
    /// # Errors
    /// The store's failure.
    pub fn cases_with_digits(&self, digits: &str) -> Result<Vec<Number>, StoreError> {
        const SQL: &str = "SELECT e.stream FROM citizens c JOIN events e ON e.mark = c.event \
             WHERE instr(c.dialled, ?1) > 0 \
             UNION SELECT stream FROM events WHERE ?2 AND stream > '' \
             AND instr(replace(replace(body, '-', ''), ' ', ''), ?1) > 0";
        let is_whole = digits.len() >= WHOLE;
        let numbers = reader::numbers_of(&self.conn, SQL, params![digits, is_whole]);
        named(&self.path, numbers)
    }
}

/// Fills in what is dialled for every number.
pub(super) fn dial_all(conn: &Connection) -> Result<(), Failure> {
    let mut select = conn.prepare("SELECT event, phone FROM citizens WHERE phone <> ''")?;
    let mut update = conn.prepare("UPDATE citizens SET dialled = ?2 WHERE event = ?1")?;
    let numbers = select.query_map([], |r| Ok((r.get::<_, i64>(0)?, r.get::<_, String>(1)?)))?;
    for number in numbers {
        let (event, phone) = number?;
        update.execute(params![event, privacy::dialled(&phone)])?;
    }
    Ok(())
}

fn survey(conn: &Connection, closed_by: Stamp) -> Result<Anonymised, Failure> {
    const SQL: &str = "SELECT c.number, coalesce(c.closed_at, c.last_at) FROM cases c \
         WHERE c.in_queue = 0 AND c.stage = 'closed' AND coalesce(c.closed_at, c.last_at) <= ?1 \
         AND EXISTS (SELECT 1 FROM events e JOIN citizens z ON z.event = e.mark WHERE e.stream = c.number) \
         ORDER BY c.number";
    let mut select = conn.prepare(SQL)?;
    let mut rows = select.query([closed_by.micros()])?;
    let mut found = Anonymised::default();
    while let Some(row) = rows.next()? {
        let number = Number::from(events::text(row, 0)?);
        let at = Stamp::from_micros(row.get(1)?);
        let (first, last) = found.closed.unwrap_or((at, at));
        found.closed = Some((first.min(at), last.max(at)));
        found.count(&events::of_stream(conn, number.as_str())?);
        found.cases.push(number);
    }
    Ok(found)
}

impl Anonymised {
    fn count(&mut self, facts: &[Logged]) {
        let mask = Mask::of(facts.iter().map(|l| &l.fact));
        let mut is_mentioned = false;
        for logged in facts {
            let said = |text: Option<&String>| usize::from(text.is_some_and(|t| !t.is_empty()));
            if let Event::Received(e) = &logged.fact.event {
                self.names += said(Some(&e.reporter));
                self.phones += said(Some(&e.phone));
            } else if let Event::Amended(e) = &logged.fact.event {
                self.names += said(e.fields.reporter.as_ref());
                self.phones += said(e.fields.phone.as_ref());
            }
            let rest = events::without_citizen(logged.clone()).fact;
            is_mentioned |= mask.fact(&rest) != rest;
        }
        self.mentioned += usize::from(is_mentioned);
    }
}

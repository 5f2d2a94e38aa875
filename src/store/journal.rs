//! The journal: one row for everything that was to be told, written before anybody is told.
//!
//! What the agenda of a case says by now and has no row yet is decided on and claimed in one transaction, so that of two
//! windows one tells; a desktop notification is claimed first and settled after, so that a crash in between is known.
//! Called by `runtime`, and by `cli` to show it.

mod away;
mod claim;
mod open;
mod settle;

use rusqlite::{Connection, params};

use self::open::{occasion, open_items, word};
use super::columns;
use super::error::{Failure, StoreError};
use super::events::text;
use super::reader::numbers_of;
use super::run::Run;
use super::{Store, named};
use crate::domain::ids::Number;
use crate::domain::occasion::Topic;
use crate::domain::telling::{InView, JournalRow, Line, Situation, Telling};
use crate::domain::time::Stamp;

/// Lines shown at once; the journal holds the others.
const IN_VIEW: usize = 50;

/// What a case or the shift still has to tell, and when next.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// What is to be told now.
    pub telling: Telling,
    /// When each of those asked about has something to tell again.
    pub next: Vec<(Option<Number>, Option<Stamp>)>,
}

impl Store {
    /// Marks this run of the desk as living, until what is returned is dropped.
    ///
    /// # Errors
    /// When the system makes no file beside the store.
    pub fn begin_run(&self) -> Result<Run, StoreError> {
        let run = Run::begin(&self.path).map_err(Failure::Unreadable);
        named(&self.path, run)
    }

    /// The cases that may have something to tell: those in the queue, those whose clocks touched yesterday or later, and
    /// those of which a reminder was asked for.
    ///
    /// # Errors
    /// The store's failure.
    pub fn to_be_told(&self, now: Stamp) -> Result<Vec<Number>, StoreError> {
        const SQL: &str = "SELECT number FROM cases WHERE in_queue = 1 \
             UNION ALL SELECT number FROM cases WHERE in_queue = 0 AND last_day >= ?1 \
             UNION ALL SELECT DISTINCT number FROM tellings t WHERE outcome = 'planned' AND number <> '' \
             AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.number = t.number \
             AND (c.in_queue = 1 OR c.last_day >= ?1))";
        let numbers = numbers_of(&self.conn, SQL, [now.day_number() - 1]);
        named(&self.path, numbers)
    }

    /// When a case, or for none the shift, has something to tell next; what has come already counts as well.
    ///
    /// # Errors
    /// The store's failure.
    pub fn next_telling(
        &mut self,
        whose: Option<&Number>,
        now: Stamp,
    ) -> Result<Option<Stamp>, StoreError> {
        let path = self.path.clone();
        let next = self.next_telling_here(whose, now);
        named(&path, next)
    }

    fn next_telling_here(
        &mut self,
        whose: Option<&Number>,
        now: Stamp,
    ) -> Result<Option<Stamp>, Failure> {
        let tx = self.conn.transaction()?;
        let open = open_items(&tx, &mut self.known, whose, now)?;
        Ok(open.items.iter().map(|item| item.tell_at).min())
    }

    /// Claims all that these have to tell by now, and says what is to be told.
    ///
    /// # Errors
    /// The store's failure; nothing is claimed then.
    pub fn tell(
        &mut self,
        whose: &[Option<Number>],
        situation: &Situation,
        run: &Run,
    ) -> Result<Told, StoreError> {
        let told = self.transact(|writing| writing.tell(whose, situation, run));
        named(&self.path, told)
    }

    /// Lays out one more reminder of a row at a later moment. Returns whose it is; none when there is no such row.
    ///
    /// # Errors
    /// The store's failure.
    #[allow(
        clippy::option_option,
        reason = "no row, a row of the shift and a row of a case are three things"
    )]
    pub fn remind_again(
        &mut self,
        id: i64,
        at: Stamp,
    ) -> Result<Option<Option<Number>>, StoreError> {
        const SQL: &str = "INSERT OR IGNORE INTO tellings \
             (number, topic, unit, point, at, attempt, due, post, outcome, intended, means, reason, run, acknowledged) \
             SELECT number, topic, unit, 'again', ?2, 1, due, post, 'planned', '', '', '', '', ?2 \
             FROM tellings WHERE id = ?1";
        let done = self.transact(|writing| {
            writing.tx.execute(SQL, params![id, at.micros()])?;
            let mut select = writing
                .tx
                .prepare_cached("SELECT number FROM tellings WHERE id = ?1")?;
            let mut rows = select.query([id])?;
            let found = rows.next()?;
            found.map(|row| Ok(number_of(text(row, 0)?))).transpose()
        });
        named(&self.path, done)
    }

    /// Takes rows out of view, because somebody has seen them.
    ///
    /// # Errors
    /// The store's failure.
    pub fn acknowledge(&mut self, ids: &[i64], now: Stamp) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE tellings SET acknowledged = ?2 WHERE id = ?1 AND acknowledged IS NULL";
        let done = self.transact(|writing| {
            for id in ids {
                writing
                    .tx
                    .prepare_cached(SQL)?
                    .execute(params![id, now.micros()])?;
            }
            Ok(())
        });
        named(&self.path, done)
    }

    /// Takes everything out of view.
    ///
    /// # Errors
    /// The store's failure.
    pub fn acknowledge_all(&mut self, now: Stamp) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE tellings SET acknowledged = ?1 WHERE acknowledged IS NULL";
        let done = self.transact(|writing| {
            writing.tx.execute(SQL, [now.micros()])?;
            Ok(())
        });
        named(&self.path, done)
    }

    /// What is in view, most urgent first.
    ///
    /// # Errors
    /// The store's failure.
    pub fn in_view(&self, now: Stamp) -> Result<InView, StoreError> {
        named(&self.path, in_view(&self.conn, now))
    }

    /// The rows of the journal whose moments lie from one moment until before another, by moment.
    ///
    /// # Errors
    /// The store's failure.
    pub fn journal(&self, from: Stamp, to: Stamp) -> Result<Vec<JournalRow>, StoreError> {
        named(&self.path, journal(&self.conn, from, to))
    }
}

fn number_of(column: &str) -> Option<Number> {
    (!column.is_empty()).then(|| Number::from(column))
}

fn in_view(conn: &Connection, now: Stamp) -> Result<InView, Failure> {
    // The few that are shown are found before their cases are looked up.
    const SQL: &str = "SELECT t.id, t.topic, t.unit, t.point, t.at, t.attempt, t.due, t.post, t.outcome, t.number, \
         c.kind, c.community, c.title FROM (SELECT * FROM tellings WHERE acknowledged IS NULL \
         ORDER BY due IS NULL, due, at DESC LIMIT ?1) t LEFT JOIN cases c ON c.number = t.number \
         ORDER BY t.due IS NULL, t.due, t.at DESC";
    let count = conn
        .prepare_cached("SELECT count(*) FROM tellings WHERE acknowledged IS NULL")?
        .query_row([], |r| r.get(0))?;
    let mut select = conn.prepare_cached(SQL)?;
    let mut rows = select.query([IN_VIEW])?;
    let mut view = InView {
        count,
        lines: Vec::new(),
    };
    let mut counted = None;
    while let Some(row) = rows.next()? {
        let number = number_of(text(row, 9)?);
        let post: Option<String> = row.get(7)?;
        let kind: Option<String> = row.get(10)?;
        let community: Option<String> = row.get(11)?;
        let title: Option<String> = row.get(12)?;
        let due: Option<i64> = row.get(6)?;
        let occasion = occasion(row, number.as_ref())?;
        let counts = match occasion.topic {
            Topic::Shift(_) => match counted {
                Some(counts) => counts,
                None => *counted.insert(counts(conn, now)?),
            },
            Topic::Clock(_) | Topic::Notice(_) => (0, 0),
        };
        view.lines.push(Line {
            id: row.get(0)?,
            occasion,
            due: due.map(Stamp::from_micros),
            outcome: word(text(row, 8)?)?,
            repeated: row.get::<_, u32>(5)? > 1,
            post: post.as_deref().map(word).transpose()?,
            kind: kind.as_deref().map(word).transpose()?,
            community: community.map(Into::into),
            title: title.unwrap_or_default(),
            counts,
        });
    }
    // A window that has expired asks for nothing any more: what is owed stands before it.
    view.lines.sort_by_key(|line| line.is_expired(now));
    Ok(view)
}

fn journal(conn: &Connection, from: Stamp, to: Stamp) -> Result<Vec<JournalRow>, Failure> {
    const SQL: &str = "SELECT id, topic, unit, point, at, attempt, due, outcome, means, reason, told_at, acknowledged, number \
         FROM tellings WHERE at >= ?1 AND at < ?2 ORDER BY at, id";
    let mut select = conn.prepare_cached(SQL)?;
    let mut rows = select.query(params![from.micros(), to.micros()])?;
    let mut entries = Vec::new();
    let moment = |micros: Option<i64>| micros.map(Stamp::from_micros);
    while let Some(row) = rows.next()? {
        let number = number_of(text(row, 12)?);
        entries.push(JournalRow {
            id: row.get(0)?,
            occasion: occasion(row, number.as_ref())?,
            attempt: row.get(5)?,
            due: moment(row.get(6)?),
            outcome: word(text(row, 7)?)?,
            means: row.get(8)?,
            reason: row.get(9)?,
            told_at: moment(row.get(10)?),
            acknowledged: moment(row.get(11)?),
        });
    }
    Ok(entries)
}

/// Cases in the queue, and those of them that owe something past due.
fn counts(conn: &Connection, now: Stamp) -> Result<(usize, usize), Failure> {
    let mut select = conn.prepare_cached("SELECT * FROM cases WHERE in_queue = 1")?;
    let mut rows = select.query([])?;
    let (mut open, mut overdue) = (0, 0);
    while let Some(row) = rows.next()? {
        open += 1;
        let next = columns::next(row)?.and_then(|cell| cell.due);
        overdue += usize::from(next.is_some_and(|due| due < now));
    }
    Ok((open, overdue))
}

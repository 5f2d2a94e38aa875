//! What a phone forwarded: kept until somebody has dealt with it, and only once however often it comes.

use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};

use super::error::{ActError, Failure, StoreError};
use super::projection::bare;
use super::reader::numbers_of;
use super::writer::Committed;
use super::{Store, events, named};
use crate::domain::case::Case;
use crate::domain::command::{Act, Context};
use crate::domain::decide::Refusal;
use crate::domain::event::Received;
use crate::domain::forwarded::{
    self, Became, Call, Forwarded, Kept, Matter, Messages, Owed, Settled, Waiting,
};
use crate::domain::ids::{About, Number, Unit};
use crate::domain::reckon::clocks;
use crate::domain::time::Stamp;

/// So many open messages are kept; a sender that floods loses its own later ones, and says so in its answer.
const MOST_OPEN: i64 = 5000;

/// More of what waits, or was dealt with, is not shown at once; the rest comes up as the newer ones are dealt with.
const MOST_SHOWN: usize = 200;
/// More cases than this nobody chooses among.
const MOST_OWED: usize = 12;

const SELECT: &str = "SELECT id, came, sent, sender, text, number, unit, seconds, settled, became, about FROM forwarded";

/// The cases that a unit has and that are still worked on. What stands between the units, and around them, is no sign of a name.
const WITH_UNIT: &str = "SELECT number FROM cases WHERE in_queue = 1 AND stage <> 'closed' \
     AND instr(char(31) || units || char(31), char(31) || ?1 || char(31)) > 0 ORDER BY number";

/// What became of a message that came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is kept.
    New,
    /// It was there already.
    Known,
    /// There are too many that nobody has dealt with.
    Full,
}

impl Store {
    /// Keeps a message. `digest` names it: one that came before is not kept again.
    ///
    /// # Errors
    /// The store's failure.
    pub fn keep_forwarded(
        &mut self,
        message: &Forwarded,
        digest: &str,
        now: Stamp,
    ) -> Result<Taken, StoreError> {
        const SQL: &str = "INSERT OR IGNORE INTO forwarded \
             (digest, came, sent, sender, text, number, unit, seconds) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let done = self.transact(|writing| {
            let mut count = writing
                .tx
                .prepare_cached("SELECT count(*) FROM forwarded WHERE settled IS NULL")?;
            if count.query_row([], |r| r.get::<_, i64>(0))? >= MOST_OPEN {
                return Ok(Taken::Full);
            }
            let call = message.call.as_ref();
            let added = writing.tx.prepare_cached(SQL)?.execute(params![
                digest,
                now.micros(),
                message.sent.micros(),
                message.sender,
                message.text,
                message.number.as_ref().map(Number::as_str),
                call.map(|c| c.unit.as_str()),
                call.map(|c| c.seconds),
            ])?;
            Ok(if added > 0 { Taken::New } else { Taken::Known })
        });
        named(&self.path, done)
    }

    /// The messages nobody has dealt with, as they came.
    ///
    /// # Errors
    /// The store's failure.
    pub fn forwarded(&self) -> Result<Vec<Kept>, StoreError> {
        let kept = select(
            &self.conn,
            "WHERE settled IS NULL ORDER BY came, id",
            i64::MAX,
        );
        named(&self.path, kept)
    }

    /// How many messages wait, and the newest of them: whether anything has changed since somebody looked.
    ///
    /// # Errors
    /// The store's failure.
    pub fn messages_waiting(&self) -> Result<(usize, i64), StoreError> {
        const SQL: &str =
            "SELECT count(*), coalesce(max(id), 0) FROM forwarded WHERE settled IS NULL";
        let counted = self
            .conn
            .prepare_cached(SQL)
            .and_then(|mut count| count.query_row([], |r| Ok((r.get(0)?, r.get(1)?))));
        named(&self.path, counted.map_err(Failure::from))
    }

    /// The messages as the board shows them.
    ///
    /// # Errors
    /// The store's failure.
    pub fn messages(&mut self) -> Result<Messages, StoreError> {
        let (count, _) = self.messages_waiting()?;
        let messages = self.messages_here(count);
        named(&self.path, messages)
    }

    fn messages_here(&mut self, count: usize) -> Result<Messages, Failure> {
        const WAITING: &str = "WHERE settled IS NULL ORDER BY came DESC, id DESC";
        const SETTLED: &str = "WHERE settled IS NOT NULL ORDER BY settled DESC, id DESC";
        let mut waiting = Vec::new();
        for kept in select(&self.conn, WAITING, most())? {
            let matter = self.matter(&kept)?;
            waiting.push(Waiting { kept, matter });
        }
        Ok(Messages {
            waiting,
            count,
            settled: select(&self.conn, SETTLED, most())?,
        })
    }

    /// What a message is about, as far as the desk knows.
    ///
    /// # Errors
    /// The store's failure.
    pub fn matter_of(&mut self, kept: &Kept) -> Result<Matter, StoreError> {
        let matter = self.matter(kept);
        named(&self.path, matter)
    }

    fn matter(&mut self, kept: &Kept) -> Result<Matter, Failure> {
        if let Some(call) = &kept.message.call {
            return Ok(Matter::Call(self.owed_by(&call.unit, kept.called())?));
        }
        let Some(number) = &kept.message.number else {
            return Ok(Matter::Draft);
        };
        let mut title = self
            .conn
            .prepare_cached("SELECT title FROM cases WHERE number = ?1")?;
        let mut rows = title.query([number.as_str()])?;
        Ok(match rows.next()? {
            Some(row) => Matter::Case(number.clone(), row.get(0)?),
            None => Matter::Draft,
        })
    }

    /// What a unit owed at a moment, the most urgent first: a sign before a reply.
    fn owed_by(&mut self, unit: &Unit, called: Stamp) -> Result<Vec<Owed>, Failure> {
        self.known.look_again(&self.conn)?;
        let mut owed = Vec::new();
        for number in numbers_of(&self.conn, WITH_UNIT, [unit.as_str()])? {
            let facts = bare(events::of_stream(&self.conn, number.as_str())?);
            let Some(case) = Case::fold(&facts, called) else {
                continue;
            };
            let rules = self.known.rules(&self.conn, case.revision.as_ref())?;
            let clocks = clocks(&case, &rules, &self.known.roster(&self.conn)?.folded).list;
            if let Some(found) = forwarded::owed(&case, &clocks, &facts, unit, called) {
                owed.push(Owed {
                    title: case.mask().text(&case.facts.title),
                    ..found
                });
            }
        }
        owed.sort_by_key(|o| (o.about != About::UnitSign, o.due, o.number.clone()));
        owed.truncate(MOST_OWED);
        Ok(owed)
    }

    /// Somebody has put a message aside; says whether there was such an open one.
    ///
    /// # Errors
    /// The store's failure.
    pub fn put_aside(&mut self, id: i64, now: Stamp) -> Result<bool, StoreError> {
        let done = self.transact(|writing| settle(writing.tx, id, Became::Aside, None, now));
        named(&self.path, done)
    }

    /// A message that was put aside waits again; says whether there was such a one. What became a fact is taken back there.
    ///
    /// # Errors
    /// The store's failure.
    pub fn bring_back(&mut self, id: i64) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE forwarded SET settled = NULL, became = NULL, about = NULL \
             WHERE id = ?1 AND became = 'aside'";
        let done = self.transact(|writing| Ok(writing.tx.execute(SQL, [id])? > 0));
        named(&self.path, done)
    }

    /// Carries out an act that a message led to, and notes what became of that, in one transaction.
    ///
    /// # Errors
    /// The refusal, also when somebody else has dealt with the message; or the store's failure. Nothing was done then.
    pub fn act_for(
        &mut self,
        message: i64,
        number: &Number,
        act: &Act,
        context: &Context,
        expected: Option<u64>,
    ) -> Result<Committed, ActError> {
        let became = if matches!(act, Act::Remind { .. }) {
            Became::Reminder
        } else {
            Became::Note
        };
        let done = self.decide_in(|writing| {
            if !settle(writing.tx, message, became, Some(number), context.now)? {
                return Ok(Err(Refusal::DealtWith));
            }
            writing.act(number, act, context, expected)
        });
        Ok(named(&self.path, done)??)
    }

    /// Takes in a case that was keyed in from a message, and notes that, in one transaction. A case that is keyed in is
    /// wanted, whatever somebody else has done with the message.
    ///
    /// # Errors
    /// As [`Store::add`].
    pub fn add_from(
        &mut self,
        message: i64,
        number: &Number,
        received: Received,
        context: &Context,
    ) -> Result<Committed, ActError> {
        let done = self.decide_in(|writing| {
            settle(writing.tx, message, Became::Case, Some(number), context.now)?;
            writing.add(number, received, context)
        });
        Ok(named(&self.path, done)??)
    }
}

fn most() -> i64 {
    i64::try_from(MOST_SHOWN).unwrap_or(i64::MAX)
}

/// Notes what became of a message that waits; says whether there was such a one.
fn settle(
    conn: &Connection,
    id: i64,
    became: Became,
    about: Option<&Number>,
    now: Stamp,
) -> Result<bool, Failure> {
    const SQL: &str = "UPDATE forwarded SET settled = ?2, became = ?3, about = ?4 \
         WHERE id = ?1 AND settled IS NULL";
    let about = about.map(Number::as_str);
    let mut update = conn.prepare_cached(SQL)?;
    Ok(update.execute(params![id, now.micros(), became.as_str(), about])? > 0)
}

fn select(conn: &Connection, which: &str, most: i64) -> Result<Vec<Kept>, Failure> {
    let mut select = conn.prepare_cached(&format!("{SELECT} {which} LIMIT ?1"))?;
    let rows = select.query_map([most], kept)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn kept(row: &Row<'_>) -> rusqlite::Result<Kept> {
    let unit: Option<String> = row.get(6)?;
    let seconds: Option<u32> = row.get(7)?;
    let settled: Option<i64> = row.get(8)?;
    let settled = match settled {
        None => None,
        Some(at) => {
            let became: String = row.get(9)?;
            let became = became.parse();
            Some(Settled {
                became: became.map_err(|e| {
                    rusqlite::Error::FromSqlConversionFailure(9, Type::Text, Box::new(e))
                })?,
                about: row.get::<_, Option<String>>(10)?.map(Number::from),
                at: Stamp::from_micros(at),
            })
        }
    };
    Ok(Kept {
        id: row.get(0)?,
        came: Stamp::from_micros(row.get(1)?),
        message: Forwarded {
            sent: Stamp::from_micros(row.get(2)?),
            sender: row.get(3)?,
            text: row.get(4)?,
            number: row.get::<_, Option<String>>(5)?.map(Number::from),
            call: unit.map(|unit| Call {
                unit: Unit::from(unit),
                seconds: seconds.unwrap_or(0),
            }),
        },
        settled,
    })
}

//! What a phone forwarded: kept until somebody has dealt with it, and only once however often it comes.

use rusqlite::params;

use super::error::{Failure, StoreError};
use super::{Store, named};
use crate::domain::forwarded::{Call, Forwarded, Kept};
use crate::domain::ids::{Number, Unit};
use crate::domain::time::Stamp;

/// So many open messages are kept; a sender that floods loses its own later ones, and says so in its answer.
const MOST_OPEN: i64 = 5000;

/// What became of a message.
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
        named(&self.path, self.forwarded_here())
    }

    fn forwarded_here(&self) -> Result<Vec<Kept>, Failure> {
        let mut select = self.conn.prepare_cached(
            "SELECT id, came, sent, sender, text, number, unit, seconds FROM forwarded \
             WHERE settled IS NULL ORDER BY came, id",
        )?;
        let rows = select.query_map([], |r| {
            let unit: Option<String> = r.get(6)?;
            let seconds: Option<u32> = r.get(7)?;
            Ok(Kept {
                id: r.get(0)?,
                came: Stamp::from_micros(r.get(1)?),
                message: Forwarded {
                    sent: Stamp::from_micros(r.get(2)?),
                    sender: r.get(3)?,
                    text: r.get(4)?,
                    number: r.get::<_, Option<String>>(5)?.map(Number::from),
                    call: unit.map(|unit| Call {
                        unit: Unit::from(unit),
                        seconds: seconds.unwrap_or(0),
                    }),
                },
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Somebody has dealt with a message; says whether there was such an open one.
    ///
    /// # Errors
    /// The store's failure.
    pub fn settle_forwarded(&mut self, id: i64, now: Stamp) -> Result<bool, StoreError> {
        const SQL: &str = "UPDATE forwarded SET settled = ?2 WHERE id = ?1 AND settled IS NULL";
        let done = self.transact(|writing| {
            let mut update = writing.tx.prepare_cached(SQL)?;
            Ok(update.execute(params![id, now.micros()])? > 0)
        });
        named(&self.path, done)
    }
}

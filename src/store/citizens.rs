//! Citizens' phone numbers: finding a case by what is masked.
//!
//! They stand with the names in a table of their own. Called by `zhiban list` and by the screen's search through [`Store`].

use rusqlite::{Connection, params};

use super::error::{Failure, StoreError};
use super::{Store, named, reader};
use crate::domain::ids::Number;
use crate::domain::privacy;

/// From so many digits on a number reaches somebody. Fewer stand in too many moments and names of revisions.
const WHOLE: usize = 7;

impl Store {
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

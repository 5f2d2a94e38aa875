//! The store: an append-only log of facts in `SQLite`, and a projection of it that the queue and the reports read.
//!
//! `events` is the truth and is never changed, but for the words that `erase` takes out of it; `cases` and `verdicts` are written in the same transaction and can be
//! rebuilt from it at any time with the same result. A case's state is not stored: folding its few facts takes
//! microseconds, and a stored copy would hold the citizen's data twice. Nothing outside this module knows SQL, and
//! nothing in it reads the clock. One thread owns a [`Store`]; called by `runtime` and `cli`.

use std::convert::Infallible;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use crate::domain::rules::Rules;
use crate::domain::time::Stamp;

mod alike;
mod boards;
mod cells;
mod check;
mod citizens;
mod columns;
mod copy;
mod daily;
mod erase;
mod error;
mod events;
mod files;
mod forwarded;
mod journal;
mod known;
mod log;
mod plans;
mod projection;
mod reader;
mod reports;
mod run;
mod schema;
mod search;
mod watch;
mod writer;

pub use boards::PlatformList;
pub use check::{Ailment, Health};
pub use copy::Contents;
pub use daily::{copy_daily, daily_copies, daily_copy};
pub use erase::Anonymised;
pub use error::{ActError, Failure, StoreError};
pub use forwarded::Taken;
pub use journal::Told;
pub use log::{LogError, LogImported, Readable};
pub use reader::{Changes, Which, Written};
pub use run::Run;
pub use search::{Among, Found};
pub use watch::{Watch, watch};
pub use writer::{Arrived, Committed};

use files::Identity;
use known::Known;
use writer::Writing;

/// One connection to a store.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    path: PathBuf,
    /// The file that was opened. A connection goes on writing into a file that was removed, and nobody finds it there.
    file: Identity,
    known: Known,
    /// The desk id when the store was last looked at: a restored backup brings another.
    desk: String,
    /// The latest mark whose facts were handed out, by a commit of this connection or by `changes`.
    seen: u64,
    /// `SQLite`'s count of other connections' commits when it was last asked.
    data_version: i64,
}

/// Names the file in an error.
fn named<T>(path: &Path, result: Result<T, Failure>) -> Result<T, StoreError> {
    result.map_err(|kind| kind.at(path))
}

impl Store {
    /// Opens the store, or makes it: folder 0700 (only when it has to be made), files 0600.
    ///
    /// `current` is the revision in force: new cases get it. Open cases that rest on a year without calendar data for
    /// which `current` has some adopt it at once (T10), logged as of `now`.
    ///
    /// # Errors
    /// When the file is no store, was written by a newer version, or the system refuses; nothing was changed then.
    pub fn open(path: &Path, current: Rules, now: Stamp) -> Result<Self, StoreError> {
        named(path, Self::open_at(path, current, now))
    }

    fn open_at(path: &Path, current: Rules, now: Stamp) -> Result<Self, Failure> {
        if schema::look(path)? == schema::Look::Nothing && path.is_dir() {
            return Err(Failure::NotAStore);
        }
        files::claim(path).map_err(Failure::Unreadable)?;
        // Before it is opened: a file that is replaced in between is then refused rather than lost.
        let file = Identity::of(path);
        let conn = schema::connect(path)?;
        let desk = schema::get(&conn, "desk")?;
        let mut store = Self {
            conn,
            path: path.to_owned(),
            file,
            known: Known::new(current),
            desk,
            seen: 0,
            data_version: 0,
        };
        store.renew_projection()?;
        store.adopt_years(now)?;
        store.data_version = reader::data_version(&store.conn)?;
        store.seen = events::mark(&store.conn)?;
        Ok(store)
    }

    /// Makes the projection anew where it was made by an older version of the program, or where cases that carry no
    /// revision were projected under other rules than those in force.
    fn renew_projection(&mut self) -> Result<(), Failure> {
        let current = self.known.current.revision().to_string();
        let whole = schema::get(&self.conn, "projection")? != projection::VERSION;
        let unpinned = schema::get(&self.conn, "unpinned")? != current
            && self
                .conn
                .prepare("SELECT 1 FROM cases WHERE revision IS NULL")?
                .exists([])?;
        if !whole && !unpinned {
            return Ok(());
        }
        self.transact(|writing| {
            let Writing { tx, known, .. } = writing;
            if whole {
                projection::rebuild(tx, known)?;
            } else {
                let numbers =
                    reader::numbers_of(tx, "SELECT number FROM cases WHERE revision IS NULL", [])?;
                projection::renew(tx, known, &numbers)?;
            }
            schema::set(tx, "projection", projection::VERSION)?;
            schema::set(tx, "unpinned", &current)
        })
    }

    /// Data for a year that had none applies at once to the open cases that rest on it (T10).
    fn adopt_years(&mut self, now: Stamp) -> Result<(), Failure> {
        const RESTING: &str = "SELECT number FROM cases WHERE gaps IS NOT NULL";
        let listed = &self.known.current.calendar.listed().years;
        let gaps: Vec<String> = {
            let mut select = self
                .conn
                .prepare("SELECT DISTINCT gaps FROM cases WHERE gaps IS NOT NULL")?;
            let rows = select.query_map([], |r| r.get(0))?;
            rows.collect::<Result<_, _>>()?
        };
        let covered = |gaps: &String| projection::years(gaps).any(|y| listed.contains(&y));
        if !gaps.iter().any(covered) {
            return Ok(());
        }
        self.transact(|writing| {
            for number in reader::numbers_of(writing.tx, RESTING, [])? {
                writing.adopt_years(&number, now)?;
            }
            Ok(())
        })
    }

    /// Runs `work` in a transaction that no other writer can be inside of.
    fn transact<T>(
        &mut self,
        work: impl FnOnce(&mut Writing<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        match self.decide_in(|writing| work(writing).map(Ok::<T, Infallible>))? {
            Ok(done) => Ok(done),
            Err(never) => match never {},
        }
    }

    /// The same for work that a rule may refuse; then nothing is written.
    fn decide_in<T, R>(
        &mut self,
        work: impl FnOnce(&mut Writing<'_>) -> Result<Result<T, R>, Failure>,
    ) -> Result<Result<T, R>, Failure> {
        if Identity::of(&self.path) != self.file {
            return Err(Failure::Replaced);
        }
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let before = events::mark(&tx)?;
        let mut writing = Writing::new(&tx, &mut self.known)?;
        let result = work(&mut writing);
        let done = match result {
            Ok(Ok(done)) => writing.finish().and_then(|()| {
                let after = events::mark(&tx)?;
                tx.commit()?;
                Ok((done, after))
            }),
            Ok(Err(refusal)) => return Ok(Err(refusal)),
            Err(failure) => Err(failure),
        };
        match done {
            Ok((done, after)) => {
                // Facts of others that were not asked for yet must still be handed out by `changes`.
                if self.seen == before {
                    self.seen = after;
                }
                Ok(Ok(done))
            }
            Err(failure) => {
                self.known.forget();
                Err(failure)
            }
        }
    }

    /// Where the store is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The desk that keys into this store.
    pub fn desk(&self) -> &str {
        &self.desk
    }

    /// The network file system the store lies on, if it does: two programs on one store are not safe there.
    pub fn network_file_system(&self) -> Option<String> {
        files::network_file_system(&self.path)
    }
}

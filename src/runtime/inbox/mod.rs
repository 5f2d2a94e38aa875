//! The inbox folder: lists and logs that are dropped into it are taken in as `zhiban import` and `log import` would.
//!
//! A sweep looks at the folder, takes in every file that is whole, and puts it away: into `done/`, or into `problems/`
//! when nothing of it could be used; rows that could not go in are written there to be mended. Moving comes last, and
//! taking in twice changes nothing, so that a program killed at any moment loses nothing and doubles nothing. Nothing is
//! deleted and nothing of what stood there before is written over.
//!
//! Works through a connection of its own, like another program on the same store, so that a long list never keeps the
//! desk's acts waiting. Called by `cli` (`zhiban inbox`) and, on a thread of its own, by the desk.

mod folder;
mod take;
mod watch;

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use watch::watch;

use self::folder::{Folder, Room, Whole};
use self::take::Held;
use super::clock::Clock;
use crate::app::inflow::{Became, CameIn};
use crate::app::text::Texts;
use crate::domain::rules::Rules;
use crate::error::{Failure, of_mapping, of_store, unreadable};
use crate::intake::Mapping;
use crate::store::Store;

/// How columns are called in lists with headers of their own, beside the lists.
const MAPPING: &str = "mapping.toml";
/// Held by the program that sweeps, so that two of them do not move one file.
const LOCK: &str = ".zhiban.lock";

/// A folder that is taken in.
#[derive(Debug)]
pub struct Inbox {
    folder: Folder,
    store: PathBuf,
    rules: Rules,
    clock: Clock,
    texts: Arc<Texts>,
}

/// The right to move files.
enum Lock {
    /// Held until it is dropped.
    Held(#[allow(dead_code, reason = "it holds by being there")] File),
    /// There is none here.
    None,
    /// Another program sweeps.
    Elsewhere,
}

/// What a sweep did.
#[derive(Debug, Default)]
pub struct Sweep {
    /// The files that were taken in or put aside, in the order of their making.
    pub came_in: Vec<CameIn>,
    /// What kept a file from being taken in; it is tried again at the next sweep.
    pub trouble: Option<Failure>,
}

impl Inbox {
    /// A folder whose files go into a store.
    #[must_use]
    pub fn new(
        folder: PathBuf,
        store: PathBuf,
        rules: Rules,
        clock: Clock,
        texts: Arc<Texts>,
    ) -> Self {
        Self {
            folder: Folder::new(folder),
            store,
            rules,
            clock,
            texts,
        }
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The texts it speaks with.
    #[must_use]
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// How long until a file that is there can be told to be whole; none when none waits for that.
    #[must_use]
    pub fn wait(&self) -> Option<Duration> {
        self.folder.wait(Clock::instant())
    }

    /// Takes in what is whole.
    pub fn sweep(&mut self) -> Sweep {
        let mut sweep = Sweep::default();
        let whole = match self.folder.look(Clock::instant()) {
            Ok(whole) => whole,
            Err(e) => {
                sweep.trouble = Some(unreadable(&self.texts, self.folder.path(), &e));
                return sweep;
            }
        };
        if whole.is_empty() && !self.folder.has_leftovers() {
            return sweep;
        }
        let lock = self.lock();
        if matches!(lock, Lock::Elsewhere) {
            return sweep;
        }
        self.folder.put_leftovers_away();
        if !whole.is_empty()
            && let Err(failure) = self.take_all(whole, &mut sweep)
        {
            sweep.trouble = Some(failure);
        }
        drop(lock);
        sweep
    }

    /// Where a folder knows no locks, or cannot be written to, the sweep goes on without one: the store itself lets nothing
    /// in twice.
    fn lock(&self) -> Lock {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.folder.path().join(LOCK));
        let Ok(file) = file else { return Lock::None };
        match file.try_lock() {
            Ok(()) => Lock::Held(file),
            Err(TryLockError::WouldBlock) => Lock::Elsewhere,
            Err(TryLockError::Error(_)) => Lock::None,
        }
    }

    fn take_all(&mut self, whole: Vec<Whole>, sweep: &mut Sweep) -> Result<(), Failure> {
        let mapping = self.mapping()?;
        let now = self.clock.now();
        let mut store = Store::open(&self.store, self.rules.clone(), now)
            .map_err(|e| of_store(&self.texts, &e))?;
        for file in whole {
            let path = self.folder.path().join(&file.name);
            let taken = take::take(
                &mut store,
                &take::Desk {
                    texts: &self.texts,
                    rules: &self.rules,
                    mapping: mapping.as_ref(),
                    now,
                    problems: &self.folder.room(Room::Problems),
                    is_settled: file.is_settled,
                },
                &path,
            );
            match taken {
                Ok(became) => {
                    let room = match became {
                        Became::Unusable { .. } => Room::Problems,
                        Became::List { .. } | Became::Log { .. } => Room::Done,
                    };
                    self.folder.taken(&file, room);
                    sweep.came_in.push(CameIn {
                        file: file.name.to_string_lossy().into_owned(),
                        became,
                    });
                }
                Err(Held::Doubtful) => self.folder.doubt(&file),
                Err(Held::Io(e)) => sweep.trouble = Some(unreadable(&self.texts, &path, &e)),
                // The others would fail as well.
                Err(Held::Store(e)) => return Err(of_store(&self.texts, &e)),
            }
        }
        Ok(())
    }

    fn mapping(&self) -> Result<Option<Mapping>, Failure> {
        let file = self.folder.path().join(MAPPING);
        let text = match std::fs::read_to_string(&file) {
            Ok(text) => text,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(unreadable(&self.texts, &file, &e)),
        };
        Mapping::from_toml(&text, &self.rules.policy)
            .map(Some)
            .map_err(|e| of_mapping(&self.texts, &file, &e))
    }
}

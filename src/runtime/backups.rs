//! A copy of the store at the end of each shift, made on a thread of its own so that no key waits for it. The store's thread
//! asks at every wake whether one is due; a shift that ended while nobody was there is made up for.

use std::path::PathBuf;
use std::sync::mpsc::Sender;

use super::effects::Wish;
use crate::domain::time::{Date, Stamp, TimeOfDay};
use crate::store::{Failure, Store, StoreError, copy_daily, daily_copy};

/// After a copy that failed it is tried again this much later.
const LATER_MINUTES: i64 = 60;

/// Where the copies go, and how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Their folder.
    pub folder: PathBuf,
    /// How many are kept.
    pub keep: usize,
}

/// When the next copy is due.
#[derive(Debug)]
pub struct Backups {
    settings: Settings,
    /// The end of the duty window (T4).
    ends: TimeOfDay,
    /// Nothing is to be done before.
    next: Stamp,
    knocker: Sender<Wish>,
}

impl Backups {
    /// Copies at the end of every duty window; one that is missing is due at once.
    #[must_use]
    pub const fn new(settings: Settings, ends: TimeOfDay, knocker: Sender<Wish>) -> Self {
        Self {
            settings,
            ends,
            next: Stamp::from_micros(i64::MIN),
            knocker,
        }
    }

    /// Begins a copy where one is due.
    ///
    /// # Errors
    /// The store's failure, or the system's when no thread can be started.
    pub fn look(&mut self, store: &Store, now: Stamp) -> Result<(), StoreError> {
        if now < self.next {
            return Ok(());
        }
        let (shift, ended) = last_shift(now, self.ends);
        self.next = next_end(ended);
        let is_there = daily_copy(&self.settings.folder, shift).exists();
        if is_there || !store.was_in_use_by(ended)? {
            return Ok(());
        }
        let Settings { folder, keep } = self.settings.clone();
        let path = store.path().to_owned();
        let knocker = self.knocker.clone();
        let begun = std::thread::Builder::new()
            .name("backup".to_owned())
            .spawn(move || {
                if let Err(error) = copy_daily(&path, &folder, shift, keep) {
                    // The store's thread is gone only when the desk is.
                    let _ = knocker.send(Wish::NotBackedUp(error));
                }
            });
        begun
            .map(drop)
            .map_err(|e| Failure::Unreadable(e).at(store.path()))
    }

    /// The copy was not made.
    pub fn failed(&mut self, now: Stamp) {
        self.next = now.plus_minutes(LATER_MINUTES);
    }
}

/// The last shift that has ended by `now`, and when it ended.
fn last_shift(now: Stamp, ends: TimeOfDay) -> (Date, Stamp) {
    let today = now.date();
    let ended = Stamp::at(today, ends);
    if ended <= now {
        return (today, ended);
    }
    let yesterday = today.pred_opt().unwrap_or(today);
    (yesterday, Stamp::at(yesterday, ends))
}

fn next_end(ended: Stamp) -> Stamp {
    ended.plus_minutes(24 * 60)
}

//! A window on a store that tells when it is asked to, as the teller does at its moments.

use std::path::Path;

use zhiban::domain::ids::{Number, Post};
use zhiban::domain::occasion::Absence;
use zhiban::domain::rules::Rules;
use zhiban::domain::telling::{JournalRow, Situation, Telling};
use zhiban::domain::time::Stamp;
use zhiban::store::{Run, Store, Told};

/// A window on a store: it tells when it is asked to, as the teller does at its moments.
pub struct Window {
    pub store: Store,
    run: Option<Run>,
    pub here: Option<Post>,
}

impl Window {
    pub fn open(path: &Path, now: Stamp) -> Self {
        let mut store = Store::open(path, Rules::builtin().unwrap(), now).unwrap();
        store.take_over(now).unwrap();
        let run = Some(store.begin_run().unwrap());
        Self {
            store,
            run,
            here: None,
        }
    }

    pub fn whose(&self, now: Stamp) -> Vec<Option<Number>> {
        let cases = self.store.to_be_told(now).unwrap();
        cases.into_iter().map(Some).chain([None]).collect()
    }

    /// Tells what has come by now, after an absence if there was one.
    pub fn tell(&mut self, now: Stamp, absent: Option<(Stamp, Absence)>) -> Telling {
        let whose = self.whose(now);
        self.tell_of(&whose, now, absent).telling
    }

    /// The same for some cases, or the shift (none), and when each of them is next to be told of.
    pub fn tell_of(
        &mut self,
        whose: &[Option<Number>],
        now: Stamp,
        absent: Option<(Stamp, Absence)>,
    ) -> Told {
        let situation = Situation {
            now,
            absent,
            here: self.here,
            pops: true,
            on_time_seconds: 2,
        };
        let run = self.run.as_ref().unwrap();
        self.store.tell(whose, &situation, run).unwrap()
    }

    /// The same, with the notification shown.
    pub fn tell_and_show(&mut self, now: Stamp) -> Telling {
        let told = self.tell(now, None);
        self.show(&told);
        told
    }

    pub fn show(&mut self, told: &Telling) {
        let ids: Vec<i64> = told.popup.iter().map(|line| line.id).collect();
        self.store.settle(&ids, Ok(())).unwrap();
    }

    /// The next moment at which something is to be told.
    pub fn next(&mut self, now: Stamp) -> Option<Stamp> {
        let whose = self.whose(now);
        whose
            .iter()
            .filter_map(|w| self.store.next_telling(w.as_ref(), now).unwrap())
            .min()
    }

    /// As after kill -9: the lock is gone, nothing was settled.
    pub fn die(mut self) {
        self.run = None;
    }

    pub fn journal(&self, from: Stamp, to: Stamp) -> Vec<JournalRow> {
        self.store.journal(from, to).unwrap()
    }
}

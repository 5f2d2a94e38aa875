//! What the desk wants done: acts and readings on the store's own thread, everything else at once.
//!
//! One thread owns the store, so that the screen never waits on the disk; it takes wishes one by one and answers each
//! with messages. Called by the loop of `runtime`.

mod acts;
mod boards;
mod wish;

use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::JoinHandle;

use super::backups::{self, Backups};
use super::clock::Clock;
use super::exports;
use super::teller::{Seat, Teller, roster};
use crate::app::msg::{CaseFile, Entry, Msg, Snapshot, SuggestedFor};
use crate::app::text::Texts;
use crate::domain::case::Case;
use crate::domain::ids::Number;
use crate::domain::queue::Row;
use crate::domain::time::{Stamp, TimeOfDay};
use crate::error::of_store;
use crate::store::{Among, Store, StoreError};

pub use wish::Wish;

/// More cases than this are not brought in at once: whoever types so little of a number types more of it.
const MOST_FOUND: usize = 20;

/// The way to the store's thread; the thread ends when this is dropped.
#[derive(Debug)]
pub struct Keeper {
    wishes: mpsc::Sender<Wish>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Gives the store to a thread of its own. With a seat it also tells what has come; a clock that stands still has no
    /// moments to come.
    ///
    /// # Errors
    /// When the system starts no thread.
    pub fn start(
        store: Store,
        clock: Clock,
        texts: Arc<Texts>,
        answers: impl Fn(Msg) + Send + 'static,
        seat: Option<Seat>,
        backups: Option<(backups::Settings, TimeOfDay)>,
    ) -> std::io::Result<Self> {
        let (wishes, waiting) = mpsc::channel();
        let knocker = mpsc::Sender::clone(&wishes);
        let backups = backups.map(|(settings, ends)| Backups::new(settings, ends, knocker));
        let desk = Desk {
            // What cannot be counted is counted anew with the next change.
            waiting: store.messages_waiting().unwrap_or_default(),
            store,
            clock,
            texts,
            answers: Box::new(answers),
            teller: None,
            backups,
        };
        let thread = std::thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || desk.keep(&waiting, seat))?;
        Ok(Self {
            wishes,
            thread: Some(thread),
        })
    }

    /// Asks for something; the answer comes as a message.
    pub fn ask(&self, wish: Wish) {
        // The thread ends before this only by a panic, which has been reported.
        let _ = self.wishes.send(wish);
    }

    /// A way to ask from another thread.
    #[must_use]
    pub fn knocker(&self) -> mpsc::Sender<Wish> {
        self.wishes.clone()
    }
}

impl Drop for Keeper {
    /// Waits until everything asked for is on disk.
    fn drop(&mut self) {
        self.ask(Wish::End);
        if let Some(thread) = self.thread.take() {
            // A panic over there has been reported by then.
            let _ = thread.join();
        }
    }
}

/// Reads the whole queue and the roster.
///
/// # Errors
/// The store's failure.
pub fn load(store: &mut Store, clock: &Clock) -> Result<Msg, StoreError> {
    snapshot(store, clock).map(Msg::Loaded)
}

fn snapshot(store: &mut Store, clock: &Clock) -> Result<Snapshot, StoreError> {
    let now = clock.now();
    let rows = store.open_rows(now)?;
    Ok(Snapshot {
        entries: rows.into_iter().map(entry).collect(),
        roster: roster(store, now)?,
        waiting: store.messages_waiting()?.0,
    })
}

/// Reads all facts of a case.
///
/// # Errors
/// The store's failure.
pub fn page(store: &mut Store, clock: &Clock, number: Number) -> Result<Msg, StoreError> {
    let facts = store.case_facts(&number)?;
    // A platform whose clock is ahead hands a case over before its time: it is there all the same.
    let received = facts.iter().map(|l| l.fact.at).min();
    let now = received.map_or(clock.now(), |at| at.max(clock.now()));
    let folded = Case::fold(facts.iter().map(|l| &l.fact), now);
    let Some(case) = folded else {
        return Ok(Msg::CaseMissing(number));
    };
    let rules = store.rules_for(case.revision.as_ref())?;
    let linked = store.linked(&case, now)?;
    Ok(Msg::CaseLoaded(Box::new(CaseFile {
        number,
        facts,
        linked,
        rules,
        desk: store.desk().to_owned(),
    })))
}

fn entry((row, version): (Row, u64)) -> Entry {
    Entry { row, version }
}

/// The store with what its thread needs to answer.
struct Desk {
    store: Store,
    clock: Clock,
    texts: Arc<Texts>,
    answers: Box<dyn Fn(Msg) + Send>,
    teller: Option<Teller>,
    backups: Option<Backups>,
    /// How many forwarded messages waited when the screen was last told, and the newest of them.
    waiting: (usize, i64),
}

impl Desk {
    /// Fulfils wishes until the desk closes, and tells what has come between them.
    fn keep(mut self, waiting: &mpsc::Receiver<Wish>, seat: Option<Seat>) {
        if let Some(seat) = seat {
            match Teller::new(&mut self.store, self.clock, seat) {
                Ok(teller) => self.teller = Some(teller),
                Err(error) => self.send(self.failed(&error)),
            }
        }
        loop {
            let patience = self.teller.as_ref().map(Teller::patience);
            let wish = match patience {
                None => waiting.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(patience) => waiting.recv_timeout(patience),
            };
            let wish = match wish {
                Ok(Wish::End) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(wish) => Some(wish),
                Err(RecvTimeoutError::Timeout) => None,
            };
            if let Some(asked) = patience {
                self.with_teller(|teller, store| {
                    Ok(teller.woke(store, asked)?.into_iter().collect())
                });
            }
            if let Some(wish) = wish {
                self.fulfil(wish);
            }
            self.with_teller(Teller::work);
            self.with_teller(Teller::call);
            self.with_teller(|teller, store| Ok(teller.in_view(store)?.into_iter().collect()));
            self.back_up();
        }
    }

    fn with_teller(
        &mut self,
        work: impl FnOnce(&mut Teller, &mut Store) -> Result<Vec<Msg>, StoreError>,
    ) {
        let Some(teller) = &mut self.teller else {
            return;
        };
        match work(teller, &mut self.store) {
            Ok(msgs) => msgs.into_iter().for_each(|msg| self.send(msg)),
            Err(error) => {
                teller.rest();
                self.send(self.failed(&error));
            }
        }
    }

    fn back_up(&mut self) {
        let Some(backups) = &mut self.backups else {
            return;
        };
        let now = self.clock.now();
        if let Err(error) = backups.look(&self.store, now) {
            backups.failed(now);
            self.not_backed_up(&error);
        }
    }

    fn not_backed_up(&self, error: &StoreError) {
        self.send(Msg::NotBackedUp(self.in_words(error)));
    }

    fn touched(&mut self, number: &Number) {
        if let Some(teller) = &mut self.teller {
            teller.touched(Some(number.clone()));
        }
    }

    /// The shift's own moments say whose day it is.
    fn touched_roster(&mut self) {
        if let Some(teller) = &mut self.teller {
            teller.touched(None);
        }
    }

    fn snapshot(&mut self) -> Result<Snapshot, StoreError> {
        snapshot(&mut self.store, &self.clock)
    }

    fn fulfil(&mut self, wish: Wish) {
        match wish {
            Wish::Append(acts) => self.append(acts),
            Wish::Add(case) => self.add(*case),
            Wish::LookUp(typed) => {
                let now = self.clock.now();
                let found = self.store.find(&typed, MOST_FOUND, now);
                let answer = found.map(|found| Msg::LookedUp {
                    typed,
                    entries: found.rows.into_iter().map(entry).collect(),
                    total: found.total,
                });
                self.answer(answer);
            }
            Wish::Load(number) => {
                let page = page(&mut self.store, &self.clock, number);
                self.answer(page);
            }
            Wish::Suggest(cases) => self.suggest(cases),
            Wish::Look => self.look(),
            Wish::Settle { ids, failed } => {
                let shown = failed.as_deref().map_or(Ok(()), Err);
                let settled = self.store.settle(&ids, shown);
                self.report(settled);
            }
            Wish::StillToShow { ids, answer } => match self.store.still_to_show(&ids) {
                // Whoever asked has given up when the desk closes.
                Ok(left) => drop(answer.send(left)),
                // Without an answer all of them are shown.
                Err(error) => self.send(self.failed(&error)),
            },
            Wish::Called { id, failed } => self.called(id, failed.as_deref()),
            Wish::Acknowledge(ids) => {
                let done = self.store.acknowledge(&ids, self.clock.exact());
                self.report(done);
            }
            Wish::AcknowledgeAll => {
                let done = self.store.acknowledge_all(self.clock.exact());
                self.report(done);
            }
            Wish::Again(id) => self.again(id),
            Wish::Journal(date) => {
                let from = Stamp::at(date, TimeOfDay::new(0, 0));
                let entries = self.store.journal(from, from.plus_minutes(24 * 60));
                self.answer(entries.map(|entries| Msg::JournalLoaded { date, entries }));
            }
            Wish::Visit(number) => self.visit(number),
            Wish::Find(typed) => {
                let numbers = self.store.cases_with(&typed, Among::Queue);
                self.answer(numbers.map(|numbers| Msg::Found { typed, numbers }));
            }
            Wish::Export(export) => {
                let written = exports::dossier(&export, self.store.path(), self.clock.now());
                self.send(Msg::Exported(written.map_err(|e| e.to_string())));
            }
            Wish::ExportReport(export) => {
                let written = exports::report(&export, self.store.path());
                self.send(Msg::Exported(written.map_err(|e| e.to_string())));
            }
            Wish::Board(board) => self.board(board),
            Wish::PutAside(id) => self.settle_message(id, true),
            Wish::BringBack(id) => self.settle_message(id, false),
            Wish::ActOnRoster(act, context) => self.act_on_roster(&act, &context),
            Wish::Sit(here) => {
                if let Some(teller) = &mut self.teller {
                    teller.sit(here);
                }
            }
            Wish::NotBackedUp(error) => {
                let now = self.clock.now();
                if let Some(backups) = &mut self.backups {
                    backups.failed(now);
                }
                self.not_backed_up(&error);
            }
            // Dealt with before.
            Wish::End => {}
        }
    }

    fn report(&self, done: Result<(), StoreError>) {
        if let Err(error) = done {
            self.send(self.failed(&error));
        }
    }

    /// What cannot be looked for is left: nothing rests on a suggestion, and whatever is wrong shows with the next act.
    fn suggest(&mut self, cases: Vec<(Number, u64)>) {
        let now = self.clock.now();
        let found = cases
            .into_iter()
            .map(|(number, version)| SuggestedFor {
                list: self.store.suggested(&number, now).unwrap_or_default(),
                number,
                version,
            })
            .collect();
        self.send(Msg::Suggested(found));
    }

    fn called(&mut self, id: i64, failed: Option<&str>) {
        if let Some(teller) = &mut self.teller {
            teller.called();
        }
        if let Some(reason) = failed {
            let noted = self.store.call_failed(id, reason);
            self.report(noted);
        }
    }

    fn again(&mut self, id: i64) {
        let Some(teller) = &mut self.teller else {
            return;
        };
        match self.store.remind_again(id, teller.again()) {
            Ok(Some(whose)) => teller.touched(whose),
            Ok(None) => {}
            Err(error) => self.send(self.failed(&error)),
        }
    }

    fn send(&self, msg: Msg) {
        (self.answers)(msg);
    }

    fn answer(&self, answer: Result<Msg, StoreError>) {
        self.send(answer.unwrap_or_else(|e| self.failed(&e)));
    }

    fn failed(&self, error: &StoreError) -> Msg {
        Msg::StoreFailed(self.in_words(error))
    }

    fn in_words(&self, error: &StoreError) -> String {
        of_store(&self.texts, error).to_string()
    }

    fn look(&mut self) {
        self.look_at_cases();
        self.count_waiting();
    }

    fn look_at_cases(&mut self) {
        match self.store.changes() {
            Ok(None) => {}
            Ok(Some(changes)) if changes.replaced => {
                let loaded = load(&mut self.store, &self.clock);
                self.answer(loaded);
                self.with_teller(|teller, store| teller.lay_out_all(store).map(|()| Vec::new()));
            }
            Ok(Some(changes)) => {
                if changes.roster {
                    self.touched_roster();
                    let read = self.snapshot();
                    self.answer(read.map(Msg::RosterChanged));
                }
                if !changes.cases.is_empty() {
                    for (number, _) in &changes.cases {
                        self.touched(number);
                    }
                    let cases = changes.cases.into_iter();
                    let cases = cases.map(|(number, row)| (number, row.map(entry)));
                    self.send(Msg::ChangedElsewhere(cases.collect()));
                }
            }
            Err(error) => self.send(self.failed(&error)),
        }
    }
}

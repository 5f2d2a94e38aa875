//! A made-up shift for `zhiban demo`: the platform, the units and a colleague at the other desk, who write to a store of
//! their own as a second window would.
//!
//! What they do is data (`assets/sample/shift.csv`) and goes through the store's own acts, so that rules, refusals and
//! verdicts are the real ones; the desk sees it as it sees any other program's writing. Whoever sits at the desk may be
//! faster: each step is reckoned from what stands in the store. Called by `cli` alone.

mod life;
mod script;

use std::collections::{BTreeMap, HashMap};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use self::life::{KEYED_IN, Plan, Step};
use self::script::{Arrival, Script};
pub use self::script::{BadSample, opening};
use super::clock::Clock;
use crate::domain::command::Context;
use crate::domain::event::Fact;
use crate::domain::ids::{Actor, Number};
use crate::domain::rules::{Reckoning, Rules};
use crate::domain::telling::Situation;
use crate::domain::time::{Date, Stamp};
use crate::store::{ActError, Committed, Store, StoreError};

/// How long the others rest before they look again, on the real clock: short beside what a person notices.
const BEAT: Duration = Duration::from_millis(100);

/// The others at work, and how far they have come.
#[derive(Debug)]
pub struct Shift {
    script: Script,
    rules: Rules,
    /// How many cases the platform has handed over.
    handed_over: usize,
    plans: HashMap<Number, Plan>,
    /// What is done next to each case that does not wait for the desk.
    next: BTreeMap<Number, Step>,
}

impl Shift {
    /// The shift of a day, at its very beginning.
    ///
    /// # Errors
    /// When the compiled-in sample is broken, which a test rules out.
    pub fn new(day: Date, rules: Rules) -> Result<Self, BadSample> {
        Ok(Self {
            script: Script::read(day)?,
            rules,
            handed_over: 0,
            plans: HashMap::new(),
            next: BTreeMap::new(),
        })
    }

    /// Does everything that is due by `now`, each step logged at its own moment.
    ///
    /// # Errors
    /// The store's failure; what was done until then stands.
    pub fn catch_up(&mut self, store: &mut Store, now: Stamp) -> Result<(), StoreError> {
        // What the desk has done meanwhile changes what is to be done next.
        for (number, _) in store.changes()?.unwrap_or_default().cases {
            self.look(store, &number)?;
        }
        loop {
            let arrival = self.script.arrival(self.handed_over);
            let arrives = arrival.as_ref().map(|(arrival, _)| arrival.at);
            let step = self.next.iter().min_by_key(|(_, step)| step.at);
            let step = step.map(|(number, step)| (step.at, number.clone()));
            match (step, arrival) {
                (Some((at, number)), _) if at <= now && arrives.is_none_or(|a| at <= a) => {
                    self.take_step(store, &number)?;
                }
                (_, Some((arrival, again))) if arrival.at <= now => {
                    self.hand_over(store, arrival, again)?;
                }
                (_, _) => return Ok(()),
            }
        }
    }

    /// Whoever had the desk before has told and seen everything that came until `now`.
    ///
    /// # Errors
    /// The store's failure.
    pub fn hand_over_the_desk(store: &mut Store, now: Stamp) -> Result<(), StoreError> {
        let run = store.begin_run()?;
        let cases = store.to_be_told(now)?.into_iter().map(Some);
        let whose: Vec<Option<Number>> = cases.chain([None]).collect();
        let situation = Situation {
            now,
            absent: None,
            here: None,
            pops: false,
            on_time_seconds: 0,
        };
        store.tell(&whose, &situation, &run)?;
        store.acknowledge_all(now)
    }

    /// The platform's next case. What has come before comes again only while somebody is there to take it.
    fn hand_over(
        &mut self,
        store: &mut Store,
        arrival: Arrival,
        again: bool,
    ) -> Result<(), StoreError> {
        let Arrival { at, received, plan } = arrival;
        let number = script::number(self.handed_over, at);
        self.handed_over += 1;
        if again && Reckoning::new(&self.rules).counted_from(at) != at {
            return Ok(());
        }
        self.plans.insert(number.clone(), plan);
        let done = store.add(&number, received, &context(at, Actor::System));
        self.go_on_from(store, &number, done)
    }

    fn take_step(&mut self, store: &mut Store, number: &Number) -> Result<(), StoreError> {
        let Some(step) = self.next.remove(number) else {
            return Ok(());
        };
        let done = store.act(number, &step.act, &context(step.at, step.by), None);
        self.go_on_from(store, number, done)
    }

    /// A step that the desk has made impossible is let be, and the case with it until somebody touches it.
    fn go_on_from(
        &mut self,
        store: &Store,
        number: &Number,
        done: Result<Committed, ActError>,
    ) -> Result<(), StoreError> {
        match done {
            Ok(_) => self.look(store, number),
            Err(ActError::Refused(_)) => Ok(()),
            Err(ActError::Store(error)) => Err(error),
        }
    }

    /// What is done next to a case as it now stands.
    fn look(&mut self, store: &Store, number: &Number) -> Result<(), StoreError> {
        let logged = store.case_facts(number)?;
        let facts: Vec<Fact> = logged.into_iter().map(|l| l.fact).collect();
        let plan = self.plans.get(number).unwrap_or(&KEYED_IN);
        match life::next(plan, &facts, &self.rules) {
            Some(step) => self.next.insert(number.clone(), step),
            None => self.next.remove(number),
        };
        Ok(())
    }

    /// Lets the others go on by the clock, on a thread of their own.
    ///
    /// # Errors
    /// When the system starts no thread.
    pub fn go_on(mut self, mut store: Store, clock: Clock) -> std::io::Result<Others> {
        let (stop, stopped) = mpsc::channel();
        let work = move || {
            while stopped.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                // A store that fails is reported by the desk, which uses the same one; it may do better next time.
                let _ = self.catch_up(&mut store, clock.now());
            }
        };
        let thread = std::thread::Builder::new()
            .name("shift".to_owned())
            .spawn(work)?;
        Ok(Others {
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

/// The others at work; they go home, and let go of the store, when this is dropped.
#[derive(Debug)]
pub struct Others {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Others {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // A panic over there has been reported by then.
            let _ = thread.join();
        }
    }
}

fn context(at: Stamp, by: Actor) -> Context {
    Context {
        at,
        now: at,
        by,
        person: None,
        note: None,
    }
}

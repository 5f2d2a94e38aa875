//! Tells what has come, at its moment: the schedule of the store's thread.
//!
//! Lays out the next moment of every case a few at a time, between other wishes; when one comes, the store decides on it from
//! the facts as they then are, and claims it before anybody is told. Called by `effects`.

use std::collections::VecDeque;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::UnboundedSender;

use super::asleep::{Seen, Wakefulness};
use super::clock::Clock;
use super::popups::{Popup, span_seconds};
use crate::app::msg::Msg;
use crate::domain::event::Fact;
use crate::domain::ids::{Number, Post};
use crate::domain::occasion::Absence;
use crate::domain::policy::Telling as Policy;
use crate::domain::roster::Roster;
use crate::domain::schedule::Schedule;
use crate::domain::telling::{InView, Situation, Unanswered};
use crate::domain::time::Stamp;
use crate::store::{Run, Store, StoreError, Written};

/// Cases laid out before other wishes are heard again.
const SLICE: usize = 50;
/// The clock is looked at this often at the least.
const LONGEST: Duration = Duration::from_secs(15);

/// Who sits at the desk, and how things are told there.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The post that sits here; none: both.
    pub here: Option<Post>,
    /// How things are told.
    pub policy: Policy,
    /// The way to the desktop; none: the screen alone tells.
    pub popups: Option<UnboundedSender<Popup>>,
    /// The way to somebody away from the desk, if the user has set one.
    pub caller: Option<mpsc::Sender<Unanswered>>,
    /// What the screen shows already.
    pub shown: InView,
}

/// The schedule, and how far its laying out has come.
#[derive(Debug)]
pub struct Teller {
    clock: Clock,
    seat: Seat,
    run: Run,
    schedule: Schedule,
    to_lay_out: VecDeque<Option<Number>>,
    wakefulness: Wakefulness,
    absent: Option<(Stamp, Absence)>,
    shown: InView,
    /// What the store was like, and which minute it was, when `shown` was read.
    seen: Option<(Written, i64)>,
    /// The store failed when it was last asked.
    resting: bool,
    /// When other windows were last looked after.
    looked_around: Instant,
    call: Call,
}

/// Whether somebody has to be called. One call at a time: what is acknowledged meanwhile needs none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Call {
    /// Nobody, until the journal changes.
    None,
    /// Perhaps, at this moment.
    At(Stamp),
    /// The command runs.
    Running,
}

impl Teller {
    /// Begins with everything to be laid out, and nobody there before.
    ///
    /// # Errors
    /// The store's failure, or the system's when the run cannot be marked as living.
    pub fn new(store: &mut Store, clock: Clock, seat: Seat) -> Result<Self, StoreError> {
        let run = store.begin_run()?;
        let shown = seat.shown.clone();
        let mut teller = Self {
            clock,
            seat,
            run,
            schedule: Schedule::default(),
            to_lay_out: VecDeque::new(),
            wakefulness: Wakefulness::new(&clock),
            absent: Some((Stamp::from_micros(i64::MIN), Absence::NotRunning)),
            shown,
            seen: None,
            resting: false,
            looked_around: Clock::instant(),
            call: Call::None,
        };
        teller.lay_out_all(store)?;
        Ok(teller)
    }

    /// Lays everything out anew.
    ///
    /// # Errors
    /// The store's failure.
    pub fn lay_out_all(&mut self, store: &mut Store) -> Result<(), StoreError> {
        let now = self.clock.exact();
        self.schedule = Schedule::default();
        let cases = store.to_be_told(now)?.into_iter().map(Some);
        self.to_lay_out = std::iter::once(None).chain(cases).collect();
        // Half told when another program, or this one before, died.
        self.to_lay_out.extend(store.take_over(now)?);
        Ok(())
    }

    /// The facts of a case have changed.
    pub fn touched(&mut self, whose: Option<Number>) {
        self.to_lay_out.push_front(whose);
    }

    /// How long nothing has to be done.
    #[must_use]
    pub fn patience(&self) -> Duration {
        if self.resting {
            return LONGEST;
        }
        if !self.to_lay_out.is_empty() {
            return Duration::ZERO;
        }
        let call = match self.call {
            Call::At(at) => Some(at),
            Call::None | Call::Running => None,
        };
        let next = self.schedule.next().into_iter().chain(call).min();
        let next = next.and_then(|at| self.clock.until(at));
        next.unwrap_or(LONGEST).min(LONGEST)
    }

    /// To be called at every wake, after a sleep of `asked` at the most. A jump of the clock is told.
    ///
    /// # Errors
    /// The store's failure.
    pub fn woke(&mut self, store: &mut Store, asked: Duration) -> Result<Option<Msg>, StoreError> {
        let (since, jump) = match self.wakefulness.look(&self.clock, asked) {
            Seen::Awake => {
                self.look_around(store)?;
                return Ok(None);
            }
            Seen::Slept { since } => (since, None),
            Seen::Jumped { since, by } => (since, Some(Msg::ClockJumped(by))),
        };
        if self.clock.exact() > since {
            self.absent.get_or_insert((since, Absence::Asleep));
        }
        // Repeated notices and the shift are laid out around the present moment, which is another one now.
        self.lay_out_all(store)?;
        Ok(jump)
    }

    /// Now and then: what another window told by halves when it died is told by this one.
    fn look_around(&mut self, store: &mut Store) -> Result<(), StoreError> {
        let now = Clock::instant();
        if now.saturating_duration_since(self.looked_around) >= LONGEST {
            self.looked_around = now;
            self.to_lay_out.extend(store.take_over(self.clock.exact())?);
        }
        Ok(())
    }

    /// Lays out a few, and when all is laid out tells what has come. Returns what the screen is to show.
    ///
    /// # Errors
    /// The store's failure; what was to be told is told at the next attempt.
    pub fn work(&mut self, store: &mut Store) -> Result<Vec<Msg>, StoreError> {
        self.resting = false;
        let now = self.clock.exact();
        for _ in 0..SLICE {
            let Some(whose) = self.to_lay_out.pop_front() else {
                break;
            };
            let next = store.next_telling(whose.as_ref(), now)?;
            self.schedule.put(whose, next);
        }
        // What came while nobody was there is told together.
        if !self.to_lay_out.is_empty() {
            return Ok(Vec::new());
        }
        let mut msgs = Vec::new();
        let due = self.schedule.due(now);
        if !due.is_empty() {
            let told = store.tell(&due, &self.situation(now), &self.run)?;
            for (whose, next) in told.next {
                self.schedule.put(whose, next);
            }
            if let Some(popups) = &self.seat.popups
                && !told.telling.popup.is_empty()
            {
                let popup = Popup {
                    ids: told.telling.popup.iter().map(|line| line.id).collect(),
                    lines: told.telling.popup.clone(),
                    absence: told.telling.absence,
                    roster: roster(store, now)?,
                };
                // The popups' thread is gone only when the desk is.
                let _ = popups.send(popup);
            }
            if !told.telling.is_empty() {
                msgs.push(Msg::Told(Box::new(told.telling)));
            }
        }
        self.absent = None;
        Ok(msgs)
    }

    /// What is in view, when it is not what was shown last.
    ///
    /// # Errors
    /// The store's failure.
    pub fn in_view(&mut self, store: &Store) -> Result<Option<Msg>, StoreError> {
        let now = self.clock.exact();
        // What is overdue by now is counted anew once a minute.
        let seen = Some((store.written()?, now.unix().div_euclid(60)));
        if seen == self.seen {
            return Ok(None);
        }
        self.seen = seen;
        let view = store.in_view(now)?;
        if view == self.shown {
            return Ok(None);
        }
        self.shown = view.clone();
        Ok(Some(Msg::InView(Box::new(view))))
    }

    /// Has somebody called for what nobody has acknowledged for long.
    ///
    /// # Errors
    /// The store's failure.
    pub fn call(&mut self, store: &mut Store) -> Result<Vec<Msg>, StoreError> {
        let Some(caller) = &self.seat.caller else {
            return Ok(Vec::new());
        };
        if self.call == Call::Running {
            return Ok(Vec::new());
        }
        let away = span_seconds(self.seat.policy.away);
        let until = self.clock.exact().plus_seconds(-away);
        self.call = if let Some(unanswered) = store.claim_call(until)? {
            // The caller's thread is gone only when the desk is.
            let _ = caller.send(unanswered);
            Call::Running
        } else {
            let first = store.first_unanswered()?;
            first.map_or(Call::None, |told| Call::At(told.plus_seconds(away)))
        };
        Ok(Vec::new())
    }

    /// Another post sits here from now on; none: both.
    pub const fn sit(&mut self, here: Option<Post>) {
        self.seat.here = here;
    }

    /// The command has ended.
    pub const fn called(&mut self) {
        self.call = Call::None;
    }

    /// When "again" is.
    #[must_use]
    pub fn again(&self) -> Stamp {
        let later = span_seconds(self.seat.policy.again);
        self.clock.exact().plus_seconds(later)
    }

    /// The store failed: nothing is tried again before the next look at the clock.
    pub fn rest(&mut self) {
        self.resting = true;
    }

    fn situation(&self, now: Stamp) -> Situation {
        let on_time = self.seat.policy.on_time_seconds * self.clock.speed();
        Situation {
            now,
            absent: self.absent,
            here: self.seat.here,
            pops: self.seat.popups.is_some(),
            on_time_seconds: i64::from(on_time),
        }
    }
}

/// The roster as known at a moment.
///
/// # Errors
/// The store's failure.
pub fn roster(store: &Store, now: Stamp) -> Result<Roster, StoreError> {
    let facts: Vec<Fact> = store.roster_facts()?.into_iter().map(|l| l.fact).collect();
    Ok(Roster::fold(&facts, now))
}

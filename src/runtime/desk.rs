//! The desk at work: what comes is decided on by the model, what comes of it is carried out, and a frame is drawn.
//!
//! Two threads take turns at it. Whoever reads the terminal takes in a key and draws the frame itself, because to wake
//! another thread first takes as long as the rest; the loop takes in everything else, and sleeps until something comes
//! or changes by itself. Decides nothing itself. Made and run by `runtime`.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::clock::Clock;
use super::effects::{Keeper, Wish};
use super::screen::{Screen, Stale};
use super::signals::Signal;
use super::stream::{self, Woken};
use super::{Left, first, signals, terminal};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::Msg;
use crate::app::text::Texts;
use crate::app::update::update;
use crate::app::welcome;
use crate::domain::ids::Number;

/// The wall clock is compared at least this often, so that a sleep of the machine and a jump of its clock are seen.
const LONGEST_SLEEP: Duration = Duration::from_secs(15);
/// A clock that runs fast is drawn at most this often.
const FASTEST: Duration = Duration::from_millis(100);
/// What the store answers so soon is drawn in one frame with the key that asked for it, so that nothing flickers; keys that
/// come all at once are drawn so often.
const AT_ONCE: Duration = Duration::from_millis(5);
/// What is read ahead is asked for when the terminal has had so long to show the frame: the store would work beside it.
const SHOWN: Duration = Duration::from_millis(5);
/// Messages taken in before a frame is drawn, so that a flood cannot hold the screen back.
const BURST: usize = 1000;
/// What is suggested is looked for when the hands have rested so long: it takes the store a while, and a key may need it.
const AT_REST: Duration = Duration::from_millis(200);

/// The desk as its threads share it.
pub(super) struct Desk(Mutex<Work>);

/// The model with its way to the world.
pub(super) struct Work {
    pub(super) model: Model,
    pub(super) screen: Screen,
    pub(super) texts: Arc<Texts>,
    pub(super) clock: Clock,
    pub(super) keeper: Option<Keeper>,
    /// What is to be read ahead.
    pub(super) ahead: Option<Number>,
    /// For which cases suggestions are to be looked for when nothing else is to be done.
    pub(super) to_advise: Vec<(Number, u64)>,
    /// More was typed than has been taken in.
    pub(super) more: bool,
    /// Since when the next frame waits for that, or for the store.
    pub(super) waits_since: Option<Instant>,
    pub(super) open: bool,
    pub(super) left: Left,
    /// Where a first start keeps its answers, and the way back for what takes its time.
    pub(super) first: Option<(PathBuf, stream::Stream)>,
    /// A thread has panicked, and said so.
    pub(super) lost: bool,
}

impl Desk {
    pub(super) const fn new(work: Work) -> Self {
        Self(Mutex::new(work))
    }

    /// The desk for as long as something is done at it. A panic at it gives the terminal back and ends the loop.
    pub(super) fn sit(&self) -> MutexGuard<'_, Work> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn run(&self, stream: &mpsc::Receiver<Woken>) -> io::Result<()> {
        loop {
            let work = self.sit();
            if !work.open {
                return Ok(());
            }
            let sleep = work.sleep();
            drop(work);
            let woken = stream.recv_timeout(sleep);
            let mut work = self.sit();
            match woken {
                Ok(woken) => work.wake(woken)?,
                Err(RecvTimeoutError::Timeout) => work.rest(),
                // The threads that wake the desk end with it.
                Err(RecvTimeoutError::Disconnected) => work.open = false,
            }
            for _ in 0..BURST {
                let Some(more) = stream.try_recv().ok().filter(|_| work.open) else {
                    break;
                };
                work.wake(more)?;
            }
            work.draw()?;
        }
    }

    /// Takes in what was typed, and shows what comes of it; `more` is there already. The loop is to be told afterwards.
    pub(super) fn type_in(&self, msg: Msg, more: bool) -> io::Result<()> {
        let mut work = self.sit();
        work.more = more;
        if work.open {
            work.arrive(msg);
        }
        work.draw()
    }
}

impl Work {
    /// Draws what the screen does not show yet, if it is time to.
    fn draw(&mut self) -> io::Result<()> {
        // A hand that moves on waits for what was to be read ahead of it.
        if self.model.awaits_store() {
            self.read_ahead();
        }
        if self.screen.is_stale() && self.waits() && self.waits_since.is_none() {
            self.waits_since = Some(Clock::instant());
        }
        if self.until_frame().is_some_and(|left| left.is_zero()) {
            self.screen.draw(&self.model, &self.texts)?;
            self.more = false;
            self.waits_since = None;
        }
        Ok(())
    }

    /// Is there something that the next frame had better show too?
    fn waits(&self) -> bool {
        self.more || self.model.awaits_store()
    }

    /// How long until the next frame is to be drawn: at once, but not without what comes in a moment.
    fn until_frame(&self) -> Option<Duration> {
        // None on a terminal that was given back: the program has just been suspended, or a thread is panicking.
        if !self.open || !self.screen.is_stale() || !terminal::is_taken() {
            return None;
        }
        let left = |since: Instant| (since + AT_ONCE).saturating_duration_since(Clock::instant());
        let waits_since = self.waits_since.filter(|_| self.waits());
        Some(waits_since.map_or(Duration::ZERO, left))
    }

    /// How long until something changes by itself.
    fn sleep(&self) -> Duration {
        let next = self.clock.until(self.model.next_change());
        let mut sleep = next.unwrap_or(LONGEST_SLEEP).min(LONGEST_SLEEP);
        if let Clock::Fast { .. } = self.clock {
            sleep = sleep.max(FASTEST);
        }
        if self.ahead.is_some() {
            sleep = sleep.min(SHOWN);
        } else if !self.to_advise.is_empty() {
            sleep = sleep.min(AT_REST);
        }
        sleep.min(self.until_frame().unwrap_or(LONGEST_SLEEP))
    }

    /// Nothing has come for as long as it was to sleep.
    fn rest(&mut self) {
        if self.until_frame().is_some() {
            return;
        }
        if self.ahead.is_some() {
            self.read_ahead();
        } else {
            self.advise();
            self.tick();
            self.take_in(Msg::Rested);
        }
    }

    fn wake(&mut self, woken: Woken) -> io::Result<()> {
        match woken {
            Woken::Typed => {}
            Woken::Answer(msg) => self.arrive(msg),
            Woken::Unreadable => self.open = false,
            Woken::Undrawable(error) => return Err(error),
            Woken::Lost => {
                self.lost = true;
                self.open = false;
            }
            Woken::Signal(Signal::End) => self.open = false,
            Woken::Signal(Signal::Stop) => {
                terminal::restore();
                signals::suspend();
            }
            Woken::Signal(Signal::Continue) => {
                terminal::enter()?;
                let (width, height) = self.screen.size()?;
                self.arrive(Msg::Resized { width, height });
            }
        }
        Ok(())
    }

    /// A message, with the moment first.
    fn arrive(&mut self, msg: Msg) {
        self.take_in(Msg::Woke(self.clock.now()));
        self.take_in(msg);
    }

    fn tick(&mut self) {
        let now = self.clock.now();
        // Woken early or by a look at the clock alone: nothing on the screen has changed.
        if now < self.model.next_change() && now >= self.model.now {
            return;
        }
        self.take_in(Msg::Woke(now));
    }

    fn take_in(&mut self, msg: Msg) {
        let is_advice = matches!(msg, Msg::Suggested(_));
        let is_time = matches!(msg, Msg::Woke(_));
        let mut is_unseen = self.model.is_unseen(&msg);
        let change = if is_time {
            Stale::Time
        } else if matches!(msg, Msg::Resized { .. }) {
            // Terminals differ in what they leave where, also where one is as large again as it was.
            Stale::Everything
        } else {
            Stale::Anything
        };
        for effect in update(&mut self.model, &self.texts, msg) {
            self.perform(effect);
        }
        if is_unseen && !is_time {
            self.screen.make_ready(&self.model, &self.texts);
        }
        // The next handful follows the one before.
        if is_advice {
            self.advise();
        }
        // What is suggested comes by the handful, and is drawn when the last has come.
        is_unseen |= is_advice && self.model.advice.asked;
        if !is_unseen {
            self.screen.stale = self.screen.stale.max(change);
        }
    }

    /// Keeps the answers of a first start, and tells from now on whom they say.
    fn keep(&self, answers: welcome::Answers) {
        self.ask(Wish::Sit(answers.sitting.post()));
        if let Some((file, stream)) = self.first.clone() {
            first::keep(file, answers, Arc::clone(&self.texts), stream);
        }
    }

    fn try_notification(&self) {
        let seconds = self.model.rules.policy.telling.patience_seconds;
        let patience = Duration::from_secs(u64::from(seconds));
        if let Some((_, stream)) = self.first.clone() {
            first::try_notification(patience, Arc::clone(&self.texts), stream);
        }
    }

    pub(super) fn perform(&mut self, effect: Effect) {
        let wish = match effect {
            Effect::Append(acts) => Wish::Append(acts),
            Effect::AddCase(case) => Wish::Add(case),
            Effect::LookUp(typed) => Wish::LookUp(typed),
            Effect::LoadCase(number) => Wish::Load(number),
            Effect::Acknowledge(ids) => Wish::Acknowledge(ids),
            Effect::AcknowledgeAll => Wish::AcknowledgeAll,
            Effect::RemindAgain(id) => Wish::Again(id),
            Effect::LoadJournal(date) => Wish::Journal(date),
            Effect::Visit(number) => Wish::Visit(number),
            Effect::Find(digits) => Wish::Find(digits),
            Effect::Export(export) => Wish::Export(export),
            Effect::ExportReport(export) => Wish::ExportReport(export),
            Effect::LoadBoard(board) => Wish::Board(board),
            Effect::PutAside(id) => Wish::PutAside(id),
            Effect::BringBack(id) => Wish::BringBack(id),
            Effect::ActOnRoster(act, context) => Wish::ActOnRoster(act, context),
            Effect::ReadAhead(number) => {
                self.ahead = Some(number);
                return;
            }
            Effect::Suggest(cases) => {
                self.to_advise = cases;
                return;
            }
            Effect::CopyText(text) => return self.screen.copy(&text),
            Effect::Bell => return self.screen.ring(),
            Effect::KeepAnswers(answers) => return self.keep(answers),
            Effect::TryNotification => return self.try_notification(),
            Effect::Demo => {
                self.left = Left::ForDemo;
                self.open = false;
                return;
            }
            Effect::Quit => {
                self.open = false;
                return;
            }
        };
        self.ask(wish);
    }

    fn ask(&self, wish: Wish) {
        if let Some(keeper) = &self.keeper {
            keeper.ask(wish);
        }
    }

    fn read_ahead(&mut self) {
        if let Some(number) = self.ahead.take() {
            self.ask(Wish::Load(number));
        }
    }

    fn advise(&mut self) {
        if !self.to_advise.is_empty() {
            let cases = std::mem::take(&mut self.to_advise);
            self.ask(Wish::Suggest(cases));
        }
    }
}

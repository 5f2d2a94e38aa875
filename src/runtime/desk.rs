//! The loop of the desk: it sleeps until something comes, lets the model decide on it, carries out what comes of it, and
//! draws a frame.
//!
//! Decides nothing itself. Made and run by `runtime`.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

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
/// What the store answers so soon is drawn in one frame with the key that asked for it, so that nothing flickers.
const AT_ONCE: Duration = Duration::from_millis(5);
/// What is read ahead is asked for when the terminal has had so long to show the frame: the store would work beside it.
const SHOWN: Duration = Duration::from_millis(5);
/// What is suggested is looked for when the hands have rested so long: it takes the store a while, and a key may need it.
const AT_REST: Duration = Duration::from_millis(200);
/// Messages taken in before a frame is drawn, so that a flood cannot hold the screen back.
const BURST: usize = 1000;

/// The model with its way to the world.
pub(super) struct Loop {
    pub(super) model: Model,
    pub(super) texts: Arc<Texts>,
    pub(super) clock: Clock,
    pub(super) keeper: Option<Keeper>,
    /// What is to be read ahead.
    pub(super) ahead: Option<Number>,
    /// For which cases suggestions are to be looked for when nothing else is to be done.
    pub(super) to_advise: Vec<(Number, u64)>,
    pub(super) open: bool,
    pub(super) left: Left,
    /// Where a first start keeps its answers, and the way back for what takes its time.
    pub(super) first: Option<(PathBuf, stream::Stream)>,
    /// The store's thread has panicked, and said so.
    pub(super) lost: bool,
}

impl Loop {
    pub(super) fn run(
        &mut self,
        screen: &mut Screen,
        stream: &mpsc::Receiver<Woken>,
    ) -> io::Result<()> {
        while self.open {
            match stream.recv_timeout(self.sleep()) {
                Ok(woken) => self.wake(screen, woken)?,
                Err(RecvTimeoutError::Timeout) if self.ahead.is_some() => self.read_ahead(),
                Err(RecvTimeoutError::Timeout) => {
                    self.advise();
                    self.tick(screen);
                }
                // The threads that wake the desk end with it.
                Err(RecvTimeoutError::Disconnected) => self.open = false,
            }
            for _ in 0..BURST {
                let Some(more) = stream.try_recv().ok().filter(|_| self.open) else {
                    break;
                };
                self.wake(screen, more)?;
            }
            self.hear_answer(screen, stream)?;
            // Not on a terminal that was given back: the program has just been suspended, or a thread is panicking.
            if self.open && screen.is_stale() && terminal::is_taken() {
                screen.draw(&self.model, &self.texts)?;
            }
        }
        Ok(())
    }

    /// Waits a moment for the store where the screen is not whole without its answer.
    fn hear_answer(
        &mut self,
        screen: &mut Screen,
        stream: &mpsc::Receiver<Woken>,
    ) -> io::Result<()> {
        let until = Clock::instant() + AT_ONCE;
        // A hand that moves on waits for what was to be read ahead of it.
        if self.model.awaits_store() {
            self.read_ahead();
        }
        while self.open && screen.is_stale() && self.model.awaits_store() {
            let left = until.saturating_duration_since(Clock::instant());
            let Ok(woken) = stream.recv_timeout(left) else {
                break;
            };
            self.wake(screen, woken)?;
        }
        Ok(())
    }

    /// How long until something changes by itself.
    fn sleep(&self) -> Duration {
        let next = self.clock.until(self.model.next_change());
        let mut sleep = next.unwrap_or(LONGEST_SLEEP).min(LONGEST_SLEEP);
        if self.ahead.is_some() {
            sleep = sleep.min(SHOWN);
        } else if !self.to_advise.is_empty() {
            sleep = sleep.min(AT_REST);
        }
        match self.clock {
            Clock::Fast { .. } => sleep.max(FASTEST),
            Clock::Real | Clock::Fixed(_) => sleep,
        }
    }

    fn wake(&mut self, screen: &mut Screen, woken: Woken) -> io::Result<()> {
        match woken {
            Woken::Typed(msg) | Woken::Answer(msg) => self.arrive(screen, msg),
            Woken::Unreadable => self.open = false,
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
                screen.forget()?;
                let (width, height) = screen.size()?;
                self.arrive(screen, Msg::Resized { width, height });
            }
        }
        Ok(())
    }

    /// A message, with the moment first.
    fn arrive(&mut self, screen: &mut Screen, msg: Msg) {
        self.take_in(screen, Msg::Woke(self.clock.now()));
        self.take_in(screen, msg);
    }

    fn tick(&mut self, screen: &mut Screen) {
        let now = self.clock.now();
        // Woken early or by a look at the clock alone: nothing on the screen has changed.
        if now < self.model.next_change() && now >= self.model.now {
            return;
        }
        self.take_in(screen, Msg::Woke(now));
    }

    fn take_in(&mut self, screen: &mut Screen, msg: Msg) {
        let is_advice = matches!(msg, Msg::Suggested(_));
        let mut is_unseen = self.model.is_unseen(&msg);
        let change = if matches!(msg, Msg::Woke(_)) {
            Stale::Time
        } else {
            Stale::Anything
        };
        for effect in update(&mut self.model, &self.texts, msg) {
            self.perform(screen, effect);
        }
        // The next handful follows the one before.
        if is_advice {
            self.advise();
        }
        // What is suggested comes by the handful, and is drawn when the last has come.
        is_unseen |= is_advice && self.model.advice.asked;
        if !is_unseen {
            screen.stale = screen.stale.max(change);
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

    pub(super) fn perform(&mut self, screen: &mut Screen, effect: Effect) {
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
            Effect::CopyText(text) => return screen.copy(&text),
            Effect::Bell => return screen.ring(),
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

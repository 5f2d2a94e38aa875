//! The shell around the pure desk: the clock, the terminal, the store's thread, and the one stream of messages.
//!
//! The only place with a clock, threads, channels and the terminal. It sleeps until the model's next visible change, a
//! key, an answer of the store or a signal; every message is decided on synchronously, and a burst of them is drawn once.
//! Decides no rule and knows no screen. Called by `cli`.

pub mod asleep;
pub mod backups;
pub mod caller;
pub mod clock;
mod desk;
pub mod effects;
pub mod exports;
pub mod first;
pub mod inbox;
pub mod input;
pub mod phone;
pub mod popups;
mod screen;
pub mod shift;
pub mod signals;
pub mod stream;
pub mod surface;
pub mod teller;
pub mod terminal;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc;

use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use self::clock::Clock;
use self::desk::{Desk, Work};
use self::effects::{Keeper, Wish};
use self::inbox::Inbox;
use self::popups::{Popup, Popups, Speaker};
use self::screen::Screen;
use self::stream::{Answers, Woken};
use self::teller::Seat;
use crate::app::effect::Effect;
use crate::app::model::{Model, Settings};
use crate::app::msg::Msg;
use crate::app::text::Texts;
use crate::app::update::update;
use crate::domain::forwarded::Forwarded;
use crate::domain::rules::Rules;
use crate::domain::telling::InView;
use crate::error::{Exit, Failure, of_store};
use crate::store::{Store, watch};

/// Everything the desk is opened with.
#[derive(Debug)]
pub struct Opening {
    /// The store.
    pub store: Store,
    /// The revision in force.
    pub rules: Arc<Rules>,
    /// The texts of the screen.
    pub texts: Texts,
    /// What the user set.
    pub settings: Settings,
    /// The clock.
    pub clock: Clock,
    /// The command for somebody away from the desk; empty when there is none.
    pub away: Vec<String>,
    /// The folder whose files are taken in; none: no folder is.
    pub inbox: Option<PathBuf>,
    /// Where the store is copied at the end of a shift; none: nowhere.
    pub backups: Option<backups::Settings>,
    /// The settings file that a first start writes; none where somebody has set something before.
    pub settings_file: Option<PathBuf>,
    /// The listener for what a phone forwards, with a store of its own; none: nobody listens.
    pub phone: Option<(phone::Settings, Store)>,
}

/// How a desk was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// For good.
    Closed,
    /// For a made-up shift.
    ForDemo,
}

/// Opens the desk on the terminal and returns when it is left.
///
/// # Errors
/// When the terminal cannot be taken over or the store cannot be read; the terminal is as it was then.
pub fn run(opening: Opening) -> Result<Left, Failure> {
    let Opening {
        mut store,
        rules,
        texts,
        settings,
        clock,
        away,
        inbox,
        backups,
        settings_file,
        phone,
    } = opening;
    let system = |e: io::Error| Failure::system(e.to_string());
    let texts = Arc::new(texts);
    let loaded = effects::load(&mut store, &clock).map_err(|e| of_store(&texts, &e))?;
    // Listening begins before the terminal is taken, so that no signal finds it taken and nobody there to give it back.
    let (stream, woken) = mpsc::channel();
    signals::listen(stream.clone()).map_err(system)?;
    let guard = terminal::Guard::take().map_err(system)?;
    // Before the size is read, so that no change of it is missed.
    input::make_ready().map_err(system)?;
    let screen = Screen::new();
    let size = screen.size().map_err(system)?;
    let (popups, to_be_shown) = unbounded_channel();
    let model = Model::new(settings, rules, size, clock.now());
    let path = store.path().to_owned();
    let mut work = Work {
        model,
        screen,
        texts: Arc::clone(&texts),
        clock,
        keeper: None,
        ahead: None,
        to_advise: Vec::new(),
        more: false,
        waits_since: None,
        open: true,
        left: Left::Closed,
        lost: false,
        first: settings_file.map(|file| (file, stream.clone())),
    };
    let mut wanted = update(&mut work.model, &work.texts, loaded);
    // The first frame is whole: what is in view and the case in hand are read while the store is still at hand here. What
    // cannot be read is left to the store's thread, which says so.
    let mut seat = seat(&work.model, clock, popups);
    if let Some(seat) = &mut seat
        && let Ok(view) = store.in_view(clock.exact())
    {
        seat.shown.clone_from(&view);
        wanted.extend(update(&mut work.model, &texts, Msg::InView(Box::new(view))));
    }
    let in_hand = wanted.iter().enumerate().find_map(|(n, effect)| {
        if let Effect::LoadCase(number) = effect {
            Some((n, number.clone()))
        } else {
            None
        }
    });
    if let Some((n, number)) = in_hand
        && let Ok(page) = effects::page(&mut store, &clock, number)
    {
        wanted.remove(n);
        wanted.extend(update(&mut work.model, &work.texts, page));
    }
    work.screen.draw(&work.model, &work.texts).map_err(system)?;
    // The desk is on the screen: what may take its time begins now.
    let (calls, to_be_made) = mpsc::channel();
    if let Some(seat) = &mut seat
        && !away.is_empty()
    {
        seat.caller = Some(calls);
    }
    let answers = Answers::new(stream.clone());
    let answer = move |msg| answers.say(msg);
    let ends = work.model.rules.policy.time.duty_window.to;
    let backups = backups.map(|settings| (settings, ends));
    let keeper =
        Keeper::start(store, clock, Arc::clone(&texts), answer, seat, backups).map_err(system)?;
    if !away.is_empty() {
        caller::start(away, Arc::clone(&texts), to_be_made, keeper.knocker()).map_err(system)?;
    }
    let speaker = Speaker {
        texts: Arc::clone(&texts),
        rules: Arc::clone(&work.model.rules),
        clock,
    };
    if let Some((settings, store)) = phone {
        let rules = Arc::clone(&work.model.rules);
        let tell = stream.clone();
        let told = move |message: &Forwarded| {
            // Nobody listens any more when the desk is closing.
            let _ = tell.send(Woken::Answer(Msg::Forwarded(Box::new(message.clone()))));
        };
        if let Err(e) = phone::listen(settings, store, rules, clock, told) {
            // The desk itself works without it.
            let _ = stream.send(Woken::Answer(Msg::PhoneTrouble(e.to_string())));
        }
    }
    if let Some(folder) = inbox {
        let rules = Rules::clone(&work.model.rules);
        let inbox = Inbox::new(folder, path.clone(), rules, clock, Arc::clone(&texts));
        inbox::watch(inbox, stream.clone()).map_err(system)?;
    }
    let tell = stream.clone();
    let shown = Popups::start(speaker, to_be_shown, keeper.knocker(), tell).map_err(system)?;
    let knocker = keeper.knocker();
    work.keeper = Some(keeper);
    for effect in wanted {
        work.perform(effect);
    }
    let watch = watch(&path, move || {
        // The store's thread is gone only when the desk is.
        let _ = knocker.send(Wish::Look);
    })
    .map_err(|e| of_store(&texts, &e))?;
    let desk = Arc::new(Desk::new(work));
    let typed = Arc::clone(&desk);
    input::listen(move |msg, more| typed.type_in(msg, more), stream).map_err(system)?;
    let result = desk.run(&woken);
    // The terminal first: the last notification may take its time.
    drop(guard);
    drop(watch);
    drop(shown);
    let mut work = desk.sit();
    // Whoever reads the terminal keeps the desk for good; what was asked of the store is done before the program ends.
    drop(work.keeper.take());
    result.map_err(system)?;
    if work.lost {
        return Err(Failure::said(Exit::System));
    }
    Ok(work.left)
}

/// Who sits here and how they are told. A clock that stands still has no moments to tell at.
fn seat(model: &Model, clock: Clock, popups: UnboundedSender<Popup>) -> Option<Seat> {
    if matches!(clock, Clock::Fixed(_)) {
        return None;
    }
    Some(Seat {
        here: model.settings.watch,
        policy: model.rules.policy.telling.clone(),
        // A made-up shift runs too fast to be told anywhere but on the screen.
        popups: model.settings.demo.is_none().then_some(popups),
        caller: None,
        shown: InView::default(),
    })
}

//! The loop of the popups' thread: one notification at a time, and what came of it.

use std::collections::{HashMap, HashSet};
use std::future::pending;
use std::sync::mpsc;
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use tokio::sync::oneshot;
use tokio::time::{Instant, sleep, sleep_until};

use super::super::clock::Clock;
use super::super::effects::Wish;
use super::super::stream::{Stream, Woken};
use super::{Popup, Speaker, merge, words};
use crate::app::msg::{Choice, Msg};
use crate::domain::telling::Line;
use crate::notify::desktop::{self, Desktop, Pressed, Server};
use crate::notify::{Trouble, Words};

/// A service that failed is asked again so often whether it is back.
const PROBE: Duration = Duration::from_secs(30);

/// When the service answers who it is.
type Answer = oneshot::Receiver<Result<Server, Trouble>>;

pub(super) struct Voice {
    desktop: Desktop,
    every: Duration,
    pub(super) speaker: Speaker,
    store: mpsc::Sender<Wish>,
    desk: Stream,
    /// What the notification of each key is about.
    lines: HashMap<String, Line>,
    /// Why the last notification was not shown.
    trouble: Option<Trouble>,
    /// The service was asked whether it is back.
    asked: Option<Answer>,
}

impl Voice {
    pub(super) fn new(
        speaker: Speaker,
        pressed: UnboundedSender<Pressed>,
        store: mpsc::Sender<Wish>,
        desk: Stream,
    ) -> Self {
        let telling = &speaker.rules.policy.telling;
        let patience = Duration::from_secs(u64::from(telling.patience_seconds));
        let every = Duration::from_secs(u64::from(telling.popup_seconds));
        Self {
            desktop: Desktop::new(patience, pressed),
            every,
            speaker,
            store,
            desk,
            lines: HashMap::new(),
            trouble: None,
            asked: None,
        }
    }

    pub(super) async fn speak(
        &mut self,
        mut waiting: UnboundedReceiver<Popup>,
        mut presses: UnboundedReceiver<Pressed>,
        mut closing: UnboundedReceiver<()>,
    ) {
        let mut free = Instant::from_std(Clock::instant());
        let mut closed = false;
        while !closed {
            let popup = tokio::select! {
                biased;
                popup = waiting.recv() => popup,
                _ = closing.recv() => return,
                Some(pressed) = presses.recv() => {
                    self.pressed(&pressed);
                    continue;
                }
                answer = answered(&mut self.asked) => {
                    self.answered(answer);
                    continue;
                }
                () = sleep(PROBE), if self.trouble.is_some() && self.asked.is_none() => {
                    self.asked = Some(desktop::ask_server());
                    continue;
                }
            };
            let Some(mut popup) = popup else { return };
            // What comes before its turn goes into the same notification; at the end nothing waits any more.
            loop {
                tokio::select! {
                    biased;
                    () = sleep_until(free) => break,
                    _ = closing.recv() => {
                        closed = true;
                        break;
                    }
                    Some(pressed) = presses.recv() => self.pressed(&pressed),
                    more = waiting.recv() => match more {
                        Some(more) => merge(&mut popup, more),
                        None => break,
                    },
                }
            }
            while let Ok(more) = waiting.try_recv() {
                merge(&mut popup, more);
            }
            if self.show(popup).await {
                free = Instant::from_std(Clock::instant()) + self.every;
            }
        }
    }

    /// Shows a notification, unless nothing in it is to be shown any more. Returns whether it was tried.
    async fn show(&mut self, mut popup: Popup) -> bool {
        let mut left = self.still_to_show(&popup.ids).await;
        popup.lines.retain(|line| left.remove(&line.id));
        if popup.lines.is_empty() {
            return false;
        }
        let words = self.words(&popup);
        let shown = self.deliver(&words).await;
        if let [line] = popup.lines.as_slice() {
            self.lines.insert(words.key, line.clone());
        }
        let trouble = shown.err();
        let told = popup.lines.iter().map(|line| line.id);
        let settled = Wish::Settle {
            // The first tells, the others are told within it; so are those whose place a later point has taken.
            ids: told.chain(left).collect(),
            failed: trouble
                .as_ref()
                .map(|t| words::trouble(&self.speaker.texts, t)),
        };
        self.report(trouble);
        // The store's thread is gone only when the desk is.
        let _ = self.store.send(settled);
        true
    }

    /// The facts may have changed while the rows waited for their turn.
    async fn still_to_show(&self, ids: &[i64]) -> HashSet<i64> {
        let (answer, answered) = oneshot::channel();
        let ids = ids.to_vec();
        let all = ids.clone();
        // The store's thread is gone only when the desk is; what waits then is shown as it is.
        let _ = self.store.send(Wish::StillToShow { ids, answer });
        answered.await.unwrap_or(all).into_iter().collect()
    }

    async fn deliver(&mut self, words: &Words) -> Result<(), Trouble> {
        if let Some(asked) = &mut self.asked
            && let Some(silent @ Trouble::Silent(_)) = &self.trouble
        {
            // Whatever is sent to a service that hangs piles up before it, and appears when nobody needs it any more.
            if matches!(asked.try_recv(), Err(oneshot::error::TryRecvError::Empty)) {
                return Err(silent.clone());
            }
            self.asked = None;
        }
        self.desktop.show(words).await
    }

    fn report(&mut self, trouble: Option<Trouble>) {
        if trouble.is_some() != self.trouble.is_some() {
            let problem = trouble
                .as_ref()
                .map(|t| words::trouble(&self.speaker.texts, t));
            self.tell(Msg::Notifying(problem));
        }
        if matches!(trouble, Some(Trouble::Silent(_))) && self.asked.is_none() {
            self.asked = Some(desktop::ask_server());
        }
        self.trouble = trouble;
    }

    /// The service has said whether it is back; none: it could not be asked.
    fn answered(&mut self, answer: Option<Result<Server, Trouble>>) {
        self.asked = None;
        match answer {
            Some(Ok(_)) => self.report(None),
            Some(Err(trouble)) => self.report(Some(trouble)),
            None => {}
        }
    }

    fn pressed(&self, pressed: &Pressed) {
        let Some(line) = self.lines.get(&pressed.key) else {
            return;
        };
        let choice = match pressed.action.as_str() {
            "sign" => Choice::Sign,
            "dispatch" => Choice::Dispatch,
            "again" => Choice::Again,
            _ => Choice::Open,
        };
        self.tell(Msg::Chosen {
            line: Box::new(line.clone()),
            choice,
        });
    }

    fn tell(&self, msg: Msg) {
        // Nobody listens any more when the desk is closing.
        let _ = self.desk.send(Woken::Answer(msg));
    }
}

/// What the service says when it was asked; never comes when it was not.
async fn answered(asked: &mut Option<Answer>) -> Option<Result<Server, Trouble>> {
    match asked {
        Some(answer) => answer.await.ok(),
        None => pending().await,
    }
}

//! Desktop notifications on a thread of their own: never more than one in a few seconds, several told in one.
//!
//! What becomes of each goes back to the store's thread, which claimed it; whether the service works, and which button was
//! pressed, goes to the desk. A service that hangs holds up this thread and nothing else.

use std::collections::HashMap;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use tokio::sync::mpsc::{
    UnboundedReceiver, UnboundedSender, WeakUnboundedSender, unbounded_channel,
};
use tokio::time::{Instant, sleep, sleep_until};

use super::clock::Clock;
use super::effects::Wish;
use crate::app::msg::{Choice, Msg};
use crate::app::text::{Language, Texts, say};
use crate::domain::ids::{ClockId, Kind};
use crate::domain::occasion::{Absence, Outcome, Topic};
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::telling::Line;
use crate::domain::time::Span;
use crate::notify::desktop::{self, Desktop, Pressed};
use crate::notify::{Trouble, Urgency, Words};

/// Lines of a notification that lists several.
const LISTED: usize = 6;
/// A service that failed is asked again so often whether it is back.
const PROBE: Duration = Duration::from_secs(30);
/// How long the end of the desk waits for the last notification.
const FAREWELL: Duration = Duration::from_millis(500);

/// What one notification is to tell.
#[derive(Debug, Clone)]
pub struct Popup {
    /// The lines, most urgent first.
    pub lines: Vec<Line>,
    /// The rows of the journal that are claimed for it.
    pub ids: Vec<i64>,
    /// Why nobody was there, when some were missed.
    pub absence: Option<Absence>,
    /// Who is on duty.
    pub roster: Roster,
}

/// What the thread needs.
#[derive(Debug, Clone)]
pub struct Speaker {
    /// In which language.
    pub language: Language,
    /// The rules in force.
    pub rules: Arc<Rules>,
    /// The clock.
    pub clock: Clock,
}

/// The thread; it is told to end when this is dropped.
#[derive(Debug)]
pub struct Popups {
    close: UnboundedSender<()>,
    ended: mpsc::Receiver<()>,
}

impl Popups {
    /// Starts the thread. What it tells the desk goes the way of the store's thread, which alone keeps that way open.
    ///
    /// # Errors
    /// When the system starts none.
    pub fn start(
        speaker: Speaker,
        waiting: UnboundedReceiver<Popup>,
        store: mpsc::Sender<Wish>,
        desk: WeakUnboundedSender<Msg>,
    ) -> std::io::Result<Self> {
        let (end, ended) = mpsc::channel();
        let (close, closing) = unbounded_channel();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        std::thread::Builder::new()
            .name("popups".to_owned())
            .spawn(move || {
                let Ok(texts) = Texts::load(speaker.language) else {
                    // They were loaded once already; a desk without them would not be open.
                    return;
                };
                let (pressed, presses) = unbounded_channel();
                let telling = &speaker.rules.policy.telling;
                let patience = Duration::from_secs(u64::from(telling.patience_seconds));
                let every = Duration::from_secs(u64::from(telling.popup_seconds));
                let mut voice = Voice {
                    desktop: Desktop::new(patience, pressed),
                    patience,
                    every,
                    speaker,
                    texts,
                    store,
                    desk,
                    lines: HashMap::new(),
                    trouble: false,
                };
                runtime.block_on(voice.speak(waiting, presses, closing));
                // Nobody waits any more when the desk was in a hurry.
                let _ = end.send(());
            })?;
        Ok(Self { close, ended })
    }
}

impl Drop for Popups {
    /// Lets the last notification go out, but waits for no service that hangs: what was not shown is told next time.
    fn drop(&mut self) {
        let _ = self.close.send(());
        let _ = self.ended.recv_timeout(FAREWELL);
    }
}

struct Voice {
    desktop: Desktop,
    patience: Duration,
    every: Duration,
    speaker: Speaker,
    texts: Texts,
    store: mpsc::Sender<Wish>,
    desk: WeakUnboundedSender<Msg>,
    /// What the notification of each key is about.
    lines: HashMap<String, Line>,
    trouble: bool,
}

impl Voice {
    async fn speak(
        &mut self,
        mut waiting: UnboundedReceiver<Popup>,
        mut presses: UnboundedReceiver<Pressed>,
        mut closing: UnboundedReceiver<()>,
    ) {
        let mut free = Instant::from_std(Clock::instant());
        loop {
            let popup = tokio::select! {
                biased;
                popup = waiting.recv() => popup,
                _ = closing.recv() => return,
                Some(pressed) = presses.recv() => {
                    self.pressed(&pressed);
                    continue;
                }
                () = sleep(PROBE), if self.trouble => {
                    self.probe().await;
                    continue;
                }
            };
            let Some(mut popup) = popup else { return };
            // What comes before its turn goes into the same notification; at the end nothing waits any more.
            loop {
                tokio::select! {
                    biased;
                    () = sleep_until(free) => break,
                    _ = closing.recv() => break,
                    more = waiting.recv() => match more {
                        Some(more) => merge(&mut popup, more),
                        None => break,
                    },
                }
            }
            while let Ok(more) = waiting.try_recv() {
                merge(&mut popup, more);
            }
            self.show(popup).await;
            free = Instant::from_std(Clock::instant()) + self.every;
        }
    }

    async fn show(&mut self, popup: Popup) {
        let words = self.words(&popup);
        let shown = self.desktop.show(&words).await;
        if let [line] = popup.lines.as_slice() {
            self.lines.insert(words.key.clone(), line.clone());
        }
        self.report(shown.as_ref().err());
        let settled = Wish::Settle {
            ids: popup.ids,
            failed: shown.err().map(|e| e.to_string()),
        };
        // The store's thread is gone only when the desk is.
        let _ = self.store.send(settled);
    }

    fn report(&mut self, trouble: Option<&Trouble>) {
        if trouble.is_some() != self.trouble {
            self.trouble = trouble.is_some();
            self.tell(Msg::Notifying(trouble.map(ToString::to_string)));
        }
    }

    async fn probe(&mut self) {
        let patience = self.patience;
        let asked = tokio::task::spawn_blocking(move || desktop::server(patience)).await;
        if matches!(asked, Ok(Ok(_))) {
            self.report(None);
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
        if let Some(desk) = self.desk.upgrade() {
            // Nobody listens any more when the desk is closing.
            let _ = desk.send(msg);
        }
    }

    fn words(&self, popup: &Popup) -> Words {
        match (popup.lines.as_slice(), popup.absence) {
            ([line], None) => self.one(line, &popup.roster),
            (lines, _) => self.several(lines, popup),
        }
    }

    fn one(&self, line: &Line, roster: &Roster) -> Words {
        let rules = &self.speaker.rules;
        let now = self.speaker.clock.exact();
        let mut body = self.texts.to_do(line, &rules.policy);
        if !line.title.is_empty() {
            body = format!("{}\n{body}", line.title);
        }
        Words {
            summary: self.texts.told(line, rules, roster, now),
            body,
            urgency: urgency(line, now),
            key: key(line),
            actions: self.actions(line),
        }
    }

    fn several(&self, lines: &[Line], popup: &Popup) -> Words {
        let texts = &self.texts;
        let rules = &self.speaker.rules;
        let now = self.speaker.clock.exact();
        let count = lines.len();
        let over = lines.iter().filter(|l| l.is_overdue(now)).count();
        let missed = lines.iter().any(|l| l.outcome == Outcome::Missed);
        let summary = match popup.absence.filter(|_| missed) {
            Some(why) => say!(
                texts,
                "tell-missed",
                count = count,
                why = texts.absence(why)
            ),
            None if over > 0 => say!(texts, "tell-several-over", count = count, over = over),
            None => say!(texts, "tell-several", count = count),
        };
        let mut body: Vec<String> = lines
            .iter()
            .take(LISTED)
            .map(|line| {
                let told = texts.told(line, rules, &popup.roster, now);
                format!("{told} {}", texts.to_do(line, &rules.policy))
            })
            .collect();
        if count > LISTED {
            body.push(say!(texts, "tell-more", count = count - LISTED));
        }
        let most = lines.iter().map(|l| urgency(l, now));
        Words {
            summary,
            body: body.join("\n"),
            urgency: most.max_by_key(|u| *u as u8).unwrap_or(Urgency::Normal),
            key: "several".to_owned(),
            actions: Vec::new(),
        }
    }

    fn actions(&self, line: &Line) -> Vec<(String, String)> {
        let texts = &self.texts;
        let mut actions = Vec::new();
        let mut add = |name: &str, label: String| actions.push((name.to_owned(), label));
        if line.occasion.number.is_some() {
            match line.occasion.topic {
                Topic::Clock(ClockId::C1) => add("sign", say!(texts, "button-sign")),
                Topic::Clock(ClockId::C2 | ClockId::C2i) if line.community.is_some() => {
                    add("dispatch", say!(texts, "button-dispatch"));
                }
                Topic::Clock(_) | Topic::Notice(_) | Topic::Shift(_) => {}
            }
            add("default", say!(texts, "button-open"));
        }
        let again = span_seconds(self.speaker.rules.policy.telling.again);
        let label = say!(texts, "button-again", span = texts.span(again));
        add("again", label);
        actions
    }
}

/// Seconds of a length that the policy allows for telling: minutes.
#[must_use]
pub const fn span_seconds(span: Span) -> i64 {
    match span {
        Span::Minutes(m) | Span::WorkingMinutes(m) => m * 60,
        Span::WorkingDays(_) | Span::Months(_) => 0,
    }
}

fn merge(popup: &mut Popup, more: Popup) {
    let same = |a: &Line, b: &Line| {
        let (a, b) = (&a.occasion, &b.occasion);
        a.number == b.number && a.topic == b.topic && a.unit == b.unit
    };
    // A later point of the same clock takes the earlier one's place.
    popup
        .lines
        .retain(|line| !more.lines.iter().any(|newer| same(line, newer)));
    popup.lines.extend(more.lines);
    popup
        .lines
        .sort_by_key(|line| (line.due.is_none(), line.due));
    popup.ids.extend(more.ids);
    popup.absence = popup.absence.or(more.absence);
}

/// One notification for a case and a clock: the next point takes its place.
fn key(line: &Line) -> String {
    let number = line.occasion.number.as_ref().map_or("", |n| n.as_str());
    format!("{number}/{}", line.occasion.topic)
}

fn urgency(line: &Line, now: crate::domain::time::Stamp) -> Urgency {
    match line.occasion.topic {
        Topic::Clock(_) if line.is_overdue(now) => Urgency::Critical,
        Topic::Clock(ClockId::C1 | ClockId::C2 | ClockId::C2i | ClockId::C3) => Urgency::Critical,
        Topic::Clock(_) if line.kind.is_some_and(Kind::is_in_hours) => Urgency::Critical,
        Topic::Clock(_) => Urgency::Normal,
        Topic::Notice(_) | Topic::Shift(_) => Urgency::Low,
    }
}

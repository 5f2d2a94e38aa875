//! Desktop notifications on a thread of their own: never more than one in a few seconds, several told in one.
//!
//! What becomes of each goes back to the store's thread, which claimed it; whether the service works, and which button was
//! pressed, goes to the desk. A service that hangs holds up this thread and nothing else.

mod voice;
mod words;

use std::sync::{Arc, mpsc};
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use self::voice::Voice;
use super::clock::Clock;
use super::effects::Wish;
use super::stream::Stream;
use crate::app::text::Texts;
use crate::domain::occasion::Absence;
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::telling::Line;
use crate::domain::time::Span;

pub use self::words::trouble;

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
    /// The texts it speaks with.
    pub texts: Arc<Texts>,
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
    /// Starts the thread.
    ///
    /// # Errors
    /// When the system starts none.
    pub fn start(
        speaker: Speaker,
        waiting: UnboundedReceiver<Popup>,
        store: mpsc::Sender<Wish>,
        desk: Stream,
    ) -> std::io::Result<Self> {
        let (end, ended) = mpsc::channel();
        let (close, closing) = unbounded_channel();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        std::thread::Builder::new()
            .name("popups".to_owned())
            .spawn(move || {
                let (pressed, presses) = unbounded_channel();
                let mut voice = Voice::new(speaker, pressed, store, desk);
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

//! The one stream of everything that wakes the loop of the desk: that something was typed, answers of the store, signals.
//!
//! A plain channel: its reader sleeps until the next message or until a moment, and wakes once for each. Written by the
//! threads of `runtime`, read by its loop alone.

use std::io;
use std::sync::mpsc;

use super::signals::Signal;
use crate::app::msg::Msg;

/// What wakes the loop.
#[derive(Debug)]
pub enum Woken {
    /// Something was typed, or the terminal has another size; it has been taken in.
    Typed,
    /// The terminal cannot be read any more.
    Unreadable,
    /// The terminal cannot be drawn on any more.
    Undrawable(io::Error),
    /// The store's thread, or the popups', says something.
    Answer(Msg),
    /// A thread without which there is no desk has ended by a panic.
    Lost,
    /// The system wants something.
    Signal(Signal),
}

/// The way into the stream.
pub type Stream = mpsc::Sender<Woken>;

/// The way of the store's thread into the stream; that it is gone is said when this is dropped.
#[derive(Debug)]
pub struct Answers(Stream);

impl Answers {
    /// Into that stream.
    #[must_use]
    pub const fn new(stream: Stream) -> Self {
        Self(stream)
    }

    /// Says something to the desk; nobody listens any more when it is closing.
    pub fn say(&self, msg: Msg) {
        let _ = self.0.send(Woken::Answer(msg));
    }
}

impl Drop for Answers {
    fn drop(&mut self) {
        // Nobody listens any more when the desk has closed as usual.
        let _ = self.0.send(Woken::Lost);
    }
}

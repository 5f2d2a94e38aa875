//! The screen of the desk: the model drawn as a frame, and what else goes to the terminal. Called by the loop of `runtime`.

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use crossterm::{execute, queue};
use ratatui::backend::Backend as _;

use super::surface::{Frames, Surface};
use crate::app::model::Model;
use crate::app::text::Texts;
use crate::app::view::{Canvas, make_ready, pass_time, view};

/// What has changed since the last frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stale {
    /// Nothing that is seen.
    Nothing,
    /// The present moment alone.
    Time,
    Anything,
    /// All of it: what stands on the terminal is gone, or may be.
    Everything,
}

/// What the desk draws on.
pub(super) struct Screen {
    surface: Surface<Frames>,
    canvas: Canvas,
    pub(super) stale: Stale,
}

impl Screen {
    pub(super) fn new() -> Self {
        Self {
            surface: Surface::new(Frames::default()),
            canvas: Canvas::new(),
            stale: Stale::Everything,
        }
    }

    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.surface.size()?;
        Ok((size.width, size.height))
    }

    pub(super) fn is_stale(&self) -> bool {
        self.stale != Stale::Nothing
    }

    pub(super) fn draw(&mut self, model: &Model, texts: &Texts) -> io::Result<()> {
        queue!(self.surface, BeginSynchronizedUpdate)?;
        if self.stale == Stale::Everything {
            self.canvas.forget();
            self.surface.clear()?;
        }
        match self.stale {
            Stale::Time => pass_time(model, texts, &mut self.canvas),
            Stale::Nothing | Stale::Anything | Stale::Everything => {
                view(model, texts, &mut self.canvas);
            }
        }
        self.canvas.show(&mut self.surface)?;
        execute!(self.surface, EndSynchronizedUpdate)?;
        self.stale = Stale::Nothing;
        Ok(())
    }

    /// Gets ready for the next frame, where none is to be drawn now.
    pub(super) fn make_ready(&mut self, model: &Model, texts: &Texts) {
        if !self.is_stale() {
            make_ready(model, texts, &mut self.canvas);
        }
    }

    pub(super) fn copy(&mut self, text: &str) {
        // A terminal without a clipboard passes it over; one that is gone is noticed when it is drawn on.
        let _ = execute!(self.surface, CopyToClipboard::to_clipboard_from(text));
    }

    pub(super) fn ring(&mut self) {
        // As for the clipboard.
        let rung = self.surface.write_all(b"\x07");
        let _ = rung.and_then(|()| Write::flush(&mut self.surface));
    }
}

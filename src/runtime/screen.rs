//! The screen of the desk: the model drawn as a frame, and what else goes to the terminal. Called by the loop of `runtime`.

use std::io::{self, Write};
use std::mem::ManuallyDrop;

use crossterm::clipboard::CopyToClipboard;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use crossterm::{execute, queue};
use ratatui::Terminal;

use super::surface::Surface;
use crate::app::model::Model;
use crate::app::text::Texts;
use crate::app::view::view;

/// What the desk draws on.
pub(super) struct Screen {
    /// Never dropped: the guard gives the terminal back, and ratatui's own drop would complain on standard error of a
    /// terminal that is gone, which is a panic when that is the same terminal.
    terminal: ManuallyDrop<Terminal<Surface>>,
    /// Whether something has changed since the last frame.
    pub(super) stale: bool,
}

impl Screen {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self {
            terminal: ManuallyDrop::new(Terminal::new(Surface::new())?),
            stale: true,
        })
    }

    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    pub(super) fn draw(&mut self, model: &Model, texts: &Texts) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(|frame| view(model, texts, frame))?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        self.stale = false;
        Ok(())
    }

    /// What stood on the screen is gone; everything is drawn anew.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        self.stale = true;
        // Not `clear`, which asks the terminal where its cursor is and waits for an answer the input's thread would read.
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }

    pub(super) fn copy(&mut self, text: &str) {
        // A terminal without a clipboard passes it over; one that is gone is noticed when it is drawn on.
        let _ = execute!(
            self.terminal.backend_mut(),
            CopyToClipboard::to_clipboard_from(text)
        );
    }

    pub(super) fn ring(&mut self) {
        // As for the clipboard.
        let _ = self
            .terminal
            .backend_mut()
            .write_all(b"\x07")
            .and_then(|()| io::Write::flush(self.terminal.backend_mut()));
    }
}

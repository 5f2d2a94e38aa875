//! Writing to standard output: buffered, and silent when the reader has gone (`zhiban list | head`).
//!
//! Called by every command that shows something; nothing else in the program prints.

use std::io::{self, BufWriter, ErrorKind, IsTerminal as _, Stdout, Write};

use serde_json::Value;

use crate::domain::text;
use crate::error::{Exit, Failure};

/// Standard output.
#[derive(Debug)]
pub struct Output(BufWriter<Stdout>);

impl Output {
    /// Standard output, nothing written yet.
    #[must_use]
    pub fn new() -> Self {
        Self(BufWriter::new(io::stdout()))
    }

    /// Writes a line, less what could do harm on a terminal: it may quote a file's name.
    ///
    /// # Errors
    /// [`Exit::Done`] when the reader has gone, else the system's failure.
    pub fn line(&mut self, line: impl AsRef<str>) -> Result<(), Failure> {
        let line = text::part_of_lines(line.as_ref()).text;
        writeln!(self.0, "{line}").map_err(|e| failed(&e))
    }

    /// Writes a JSON document, indented.
    ///
    /// # Errors
    /// As [`Output::line`].
    pub fn json(&mut self, value: &Value) -> Result<(), Failure> {
        writeln!(self.0, "{value:#}").map_err(|e| failed(&e))
    }

    /// Hands out the writer itself, for those who stream.
    pub fn writer(&mut self) -> &mut dyn Write {
        &mut self.0
    }

    /// Sends everything on its way; a command's last step.
    ///
    /// # Errors
    /// As [`Output::line`].
    pub fn finish(mut self) -> Result<(), Failure> {
        self.0.flush().map_err(|e| failed(&e))
    }
}

impl Default for Output {
    fn default() -> Self {
        Self::new()
    }
}

/// How wide the terminal is that is written to; none where it is none.
#[must_use]
pub fn columns() -> Option<usize> {
    io::stdout()
        .is_terminal()
        .then(crossterm::terminal::size)
        .and_then(Result::ok)
        .map(|(columns, _)| usize::from(columns))
}

/// What a failed write to standard output comes to.
pub fn failed(error: &io::Error) -> Failure {
    if error.kind() == ErrorKind::BrokenPipe {
        Failure::said(Exit::Done)
    } else {
        Failure::system(error.to_string())
    }
}

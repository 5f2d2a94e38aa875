//! The way to the terminal on which a frame goes out in one piece.
//!
//! Drawing flushes several times a frame, and every piece wakes the terminal. Called by the loop of `runtime`.

use std::io::{self, Write};

/// How a synchronized update begins and ends.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// Standard output, with what was written since a frame began.
#[derive(Debug, Default)]
pub struct Frames {
    held: Vec<u8>,
}

impl Write for Frames {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Sends everything, unless a frame has begun and not ended.
    fn flush(&mut self) -> io::Result<()> {
        if self.held.starts_with(BEGIN) && !self.held.ends_with(END) {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        let sent = out.write_all(&self.held).and_then(|()| out.flush());
        self.held.clear();
        sent
    }
}

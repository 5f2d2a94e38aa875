//! The terminal as ratatui draws on it, in few bytes and one piece a frame.
//!
//! ratatui moves the cursor after every wide sign, which is most of what a frame of Chinese text would send, and flushes
//! several times a frame, and every piece wakes the terminal. Made by `screen`.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use crate::app::cells;

/// ratatui's own backend, but for how it gets from one cell to the next.
#[derive(Debug)]
pub(super) struct Surface(CrosstermBackend<Frames>);

impl Surface {
    pub(super) fn new() -> Self {
        Self(CrosstermBackend::new(Frames::default()))
    }
}

/// The cells of a frame as ratatui is to see them: a cell behind a wide sign as the next column, where it moves nothing. Only
/// after signs that every terminal draws alike; after others it moves to where the cell is.
fn closed_up<'a>(
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
) -> impl Iterator<Item = (u16, u16, &'a Cell)> {
    // Where the cursor stands, and the column that moves it nowhere. Never farther right than the cursor itself.
    let mut cursor = None;
    cells.map(move |(x, y, cell)| {
        let column = match cursor {
            Some((here, next)) if here == (x, y) => next,
            Some(_) | None => x,
        };
        let mut signs = cell.symbol().chars();
        let sign = signs.next().filter(|_| signs.as_str().is_empty());
        cursor = sign
            .and_then(cells::of_sign)
            .map(|wide| ((x + wide, y), column + 1));
        (column, y, cell)
    })
}

impl Backend for Surface {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.0.draw(closed_up(content))
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.0.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.0.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.0.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.0.clear_region(clear_type)
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.0.append_lines(lines)
    }

    fn size(&self) -> io::Result<Size> {
        self.0.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.0.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.0)
    }
}

impl Write for Surface {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.0)
    }
}

/// How a synchronized update begins and ends.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// Standard output, with what was written since a frame began.
#[derive(Debug, Default)]
struct Frames {
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

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// Where ratatui is told that the cells of a line stand that are not blank.
    fn columns(line: &str) -> Vec<u16> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        buffer.set_string(0, 0, line, Style::new());
        let blank = Buffer::empty(buffer.area);
        let cells = blank.diff(&buffer).into_iter();
        closed_up(cells).map(|(x, _, _)| x).collect()
    }

    #[test]
    fn nothing_moves_the_cursor_within_chinese_text() {
        assert_eq!(columns("值班A岗12"), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_gap_is_jumped_over_to_where_the_cells_are() {
        assert_eq!(columns("值班 岗1"), [0, 1, 5, 6]);
        assert_eq!(columns("  值班"), [2, 3]);
    }

    #[test]
    fn after_a_sign_that_terminals_draw_differently_the_cursor_is_moved() {
        // In cells: 0 to 1 wide, 2 to 3 a family, 4.
        assert_eq!(columns("值👨\u{200d}👩\u{200d}👧1"), [0, 1, 4]);
    }
}

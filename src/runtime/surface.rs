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
pub struct Surface<W: Write>(CrosstermBackend<W>);

impl<W: Write> Surface<W> {
    /// What is drawn on it goes there.
    pub const fn new(out: W) -> Self {
        Self(CrosstermBackend::new(out))
    }
}

/// The cells of a frame as ratatui is to see them: those beside one another in one style as a single cell with all their
/// signs, and each where the cursor is moved no farther than it has to be. The cursor is taken to stand behind the signs
/// that every terminal draws alike; after others it moves to where the cell is.
fn closed_up<'a>(
    cells: impl Iterator<Item = (u16, u16, &'a Cell)>,
) -> impl Iterator<Item = (u16, u16, Cell)> {
    let mut cells = cells.peekable();
    // Where the cursor stands, and the column that moves it nowhere. Never farther right than the cursor itself.
    let mut cursor = None;
    let mut text = String::new();
    std::iter::from_fn(move || {
        let (x, y, first) = cells.next()?;
        let column = match cursor {
            Some((here, next)) if here == (x, y) => next,
            Some(_) | None => x,
        };
        text.clear();
        text.push_str(first.symbol());
        let mut behind = after(first, (x, y));
        while let Some(here) = behind
            && let Some((_, _, cell)) =
                cells.next_if(|(x, y, cell)| (*x, *y) == here && cell.style() == first.style())
        {
            text.push_str(cell.symbol());
            behind = after(cell, here);
        }
        cursor = behind.map(|behind| (behind, column + 1));
        let mut run = first.clone();
        run.set_symbol(&text);
        Some((column, y, run))
    })
}

/// Where the cursor stands behind a cell; nobody knows behind a sign that terminals draw differently.
fn after(cell: &Cell, (x, y): (u16, u16)) -> Option<(u16, u16)> {
    let mut signs = cell.symbol().chars();
    let sign = signs.next().filter(|_| signs.as_str().is_empty());
    let wide = sign.and_then(cells::of_sign)?;
    Some((x + wide, y))
}

impl<W: Write> Backend for Surface<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let runs: Vec<_> = closed_up(content).collect();
        self.0.draw(runs.iter().map(|(x, y, run)| (*x, *y, run)))
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

impl<W: Write> Write for Surface<W> {
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

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// What ratatui is told to write where, of a line in which all but the blanks has changed.
    fn runs(line: &str) -> Vec<(u16, String)> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        buffer.set_string(0, 0, line, Style::new());
        runs_of(&buffer)
    }

    fn runs_of(buffer: &Buffer) -> Vec<(u16, String)> {
        let blank = Buffer::empty(buffer.area);
        let cells = blank.diff(buffer).into_iter();
        closed_up(cells)
            .map(|(x, _, run)| (x, run.symbol().to_owned()))
            .collect()
    }

    fn run(x: u16, signs: &str) -> (u16, String) {
        (x, signs.to_owned())
    }

    #[test]
    fn chinese_text_is_written_in_one_run() {
        assert_eq!(runs("值班A岗12"), [run(0, "值班A岗12")]);
    }

    #[test]
    fn another_style_begins_another_run_and_moves_nothing() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        buffer.set_string(0, 0, "值班", Style::new());
        buffer.set_string(4, 0, "岗1", Style::new().red());
        assert_eq!(runs_of(&buffer), [run(0, "值班"), run(1, "岗1")]);
    }

    #[test]
    fn a_gap_is_jumped_over_to_where_the_cells_are() {
        assert_eq!(runs("值班 岗1"), [run(0, "值班"), run(5, "岗1")]);
        assert_eq!(runs("  值班"), [run(2, "值班")]);
    }

    #[test]
    fn after_a_sign_that_terminals_draw_differently_the_cursor_is_moved() {
        // In cells: 0 to 1 wide, 2 to 3 a family, 4.
        let family = "👨\u{200d}👩\u{200d}👧";
        let signs = format!("值{family}");
        assert_eq!(runs(&format!("{signs}1")), [run(0, &signs), run(4, "1")]);
    }
}

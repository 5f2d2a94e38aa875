//! The terminal as ratatui draws on it, in few bytes and one piece a frame.
//!
//! ratatui moves the cursor after every wide sign, which is most of what a frame of Chinese text would send, and flushes
//! several times a frame, and every piece wakes the terminal. Made by `screen`.

use std::fmt::Write as _;
use std::io::{self, Write};

use crossterm::Command as _;
use crossterm::style::{Attribute, SetAttribute, SetStyle};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, IntoCrossterm as _, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Style};

use crate::app::cells;
use crate::app::view::looks_alike;

/// ratatui's own backend, but for how cells are drawn.
#[derive(Debug)]
pub struct Surface<W: Write> {
    out: CrosstermBackend<W>,
    /// What turns a style on, whatever was before: a screen has few, and each many times.
    styles: Vec<(Style, String)>,
}

impl<W: Write> Surface<W> {
    /// What is drawn on it goes there.
    pub const fn new(out: W) -> Self {
        Self {
            out: CrosstermBackend::new(out),
            styles: Vec::new(),
        }
    }

    /// Adds what turns a style on.
    fn turn_on(&mut self, style: Style, bytes: &mut Vec<u8>) {
        if let Some((_, on)) = self.styles.iter().find(|(known, _)| *known == style) {
            bytes.extend_from_slice(on.as_bytes());
            return;
        }
        let other =
            |colour: Option<Color>| colour.filter(|c| *c != Color::Reset && code(*c, 0).is_none());
        let rest = Style {
            fg: other(style.fg),
            bg: other(style.bg),
            underline_color: style.underline_color.filter(|c| *c != Color::Reset),
            ..style
        };
        let mut on = String::new();
        // Writing to a String cannot fail.
        let _ = SetAttribute(Attribute::Reset).write_ansi(&mut on);
        for (colour, first) in [(style.fg, 30), (style.bg, 40)] {
            if let Some(code) = colour.and_then(|c| code(c, first)) {
                let _ = write!(on, "\x1b[{code}m");
            }
        }
        let _ = SetStyle(rest.into_crossterm()).write_ansi(&mut on);
        // One sequence for all of it.
        let on = on.replace("m\x1b[", ";");
        bytes.extend_from_slice(on.as_bytes());
        self.styles.push((style, on));
    }
}

/// The code of one of the sixteen colours that every terminal has, where the first has the code `first`: crossterm names them
/// among the 256, in twice as many bytes.
const fn code(colour: Color, first: u8) -> Option<u8> {
    let place = match colour {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => return None,
    };
    Some(first + place)
}

/// Adds what moves the cursor to a cell. There are a hundred moves a frame, and crossterm formats each.
fn move_to((x, y): (u16, u16), bytes: &mut Vec<u8>) {
    let mut digits = itoa::Buffer::new();
    bytes.extend_from_slice(b"\x1b[");
    bytes.extend_from_slice(digits.format(y.saturating_add(1)).as_bytes());
    bytes.push(b';');
    bytes.extend_from_slice(digits.format(x.saturating_add(1)).as_bytes());
    bytes.push(b'H');
}

/// Where the cursor stands behind a cell; nobody knows behind a sign that terminals draw differently.
fn after(cell: &Cell, (x, y): (u16, u16)) -> Option<(u16, u16)> {
    // Most signs are of one byte.
    if let [b' '..=b'~'] = cell.symbol().as_bytes() {
        return Some((x + 1, y));
    }
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
        let mut bytes = Vec::new();
        // Where the cursor stands, and a cell in whose style is written.
        let (mut cursor, mut on): (_, Option<&Cell>) = (None, None);
        for (x, y, cell) in content {
            if cursor != Some((x, y)) {
                move_to((x, y), &mut bytes);
            }
            if on.is_none_or(|on| !looks_alike(cell, on)) {
                self.turn_on(cell.style(), &mut bytes);
                on = Some(cell);
            }
            bytes.extend_from_slice(cell.symbol().as_bytes());
            cursor = after(cell, (x, y));
        }
        if on.is_some() {
            self.turn_on(Cell::EMPTY.style(), &mut bytes);
        }
        self.out.write_all(&bytes)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.out.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.out.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.out.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.out.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.out.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.out.clear_region(clear_type)
    }

    fn append_lines(&mut self, lines: u16) -> io::Result<()> {
        self.out.append_lines(lines)
    }

    fn size(&self) -> io::Result<Size> {
        self.out.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.out.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.out)
    }
}

impl<W: Write> Write for Surface<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.out)
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

    /// What is sent for a line in which all but the blanks has changed.
    fn sent(line: &str) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        buffer.set_string(0, 0, line, Style::new());
        sent_of(&buffer)
    }

    fn sent_of(buffer: &Buffer) -> String {
        drawn(Buffer::empty(buffer.area).diff(buffer).into_iter())
    }

    fn drawn<'a>(cells: impl Iterator<Item = (u16, u16, &'a Cell)>) -> String {
        let mut bytes = Vec::new();
        Surface::new(&mut bytes).draw(cells).unwrap();
        String::from_utf8(bytes).unwrap().replace('\x1b', "^")
    }

    #[test]
    fn chinese_text_is_written_in_one_run() {
        assert_eq!(sent("值班A岗12"), "^[1;1H^[0m值班A岗12^[0m");
    }

    #[test]
    fn where_nothing_has_changed_nothing_is_sent() {
        assert_eq!(sent(""), "");
    }

    #[test]
    fn another_style_moves_nothing_and_keeps_nothing_of_the_one_before() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
        buffer.set_string(0, 0, "值班", Style::new().bold().on_blue());
        buffer.set_string(4, 0, "岗1", Style::new().red());
        assert_eq!(sent_of(&buffer), "^[1;1H^[0;44;1m值班^[0;31m岗1^[0m");
    }

    #[test]
    fn a_blank_is_written_in_the_style_before_it_where_its_ground_is_the_same() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 7, 1));
        buffer.set_string(0, 0, "a", Style::new().dim());
        buffer.set_string(2, 0, "b", Style::new().dim());
        buffer.set_string(4, 0, "c ", Style::new().white().on_red());
        let cells = (0..).zip(&buffer.content).map(|(x, cell)| (x, 0, cell));
        assert_eq!(drawn(cells), "^[1;1H^[0;2ma b ^[0;97;41mc ^[0m ^[0m");
    }

    #[test]
    fn a_gap_is_jumped_over_to_where_the_cells_are() {
        assert_eq!(sent("值班 岗1"), "^[1;1H^[0m值班^[1;6H岗1^[0m");
        assert_eq!(sent("  值班"), "^[1;3H^[0m值班^[0m");
    }

    #[test]
    fn after_a_sign_that_terminals_draw_differently_the_cursor_is_moved() {
        // In cells: 0 to 1 wide, 2 to 3 a family, 4.
        let family = "👨\u{200d}👩\u{200d}👧";
        assert_eq!(
            sent(&format!("值{family}1")),
            format!("^[1;1H^[0m值{family}^[1;5H1^[0m")
        );
    }
}

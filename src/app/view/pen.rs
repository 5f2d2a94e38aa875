//! Writing into the frame: texts that end where their room does, boxes that wide signs never break, and the cursor of text
//! fields.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::skin::{Ink, Skin};
use crate::app::cells::{cells, cut, is_plain, of_sign};
use crate::app::layout::Area;
use crate::app::text_field::TextField;

/// A buffer with the way to draw in it.
pub(super) struct Pen<'a> {
    pub buffer: &'a mut Buffer,
    pub skin: Skin,
    /// Where the terminal's cursor goes: input methods open their window there.
    pub cursor: Option<Position>,
}

impl Pen<'_> {
    /// Writes a text in at most `width` cells; the column behind it.
    pub(super) fn put(&mut self, at: (u16, u16), width: u16, text: &str, ink: Ink) -> u16 {
        self.put_on(at, width, text, ink, false)
    }

    /// The same on the line the hand is on.
    pub(super) fn put_on(
        &mut self,
        (x, y): (u16, u16),
        width: u16,
        text: &str,
        ink: Ink,
        in_hand: bool,
    ) -> u16 {
        if !self.buffer.area.contains(Position { x, y }) {
            return x;
        }
        let style = self.skin.style(ink, in_hand);
        if is_plain(text) {
            self.put_plain((x, y), width, text, style)
        } else {
            let width = usize::from(width);
            self.buffer.set_stringn(x, y, text, width, style).0
        }
    }

    /// What ratatui does with a text, for one whose signs it need not look up.
    fn put_plain(&mut self, (x, y): (u16, u16), width: u16, text: &str, style: Style) -> u16 {
        let room = self.buffer.area.right().saturating_sub(x).min(width);
        let start = self.buffer.index_of(x, y);
        let line = self.buffer.content.iter_mut().skip(start);
        let mut line = line.take(usize::from(room));
        let mut end = x;
        for sign in text.chars() {
            let wide = of_sign(sign).unwrap_or_default();
            if end + wide > x + room {
                break;
            }
            if let Some(cell) = line.next() {
                cell.set_char(sign).set_style(style);
            }
            // What stood under the other half of a wide sign.
            for cell in line.by_ref().take(usize::from(wide.saturating_sub(1))) {
                cell.reset();
            }
            end += wide;
        }
        end
    }

    /// Writes a text so that it ends at the right edge of the line; the first column of it.
    pub(super) fn put_right(&mut self, line: Area, text: &str, ink: Ink) -> u16 {
        let width = cells(text).min(line.width);
        let x = line.x + line.width - width;
        self.put((x, line.y), width, text, ink);
        x
    }

    /// Colours a line as the one the hand is on.
    pub(super) fn under_hand(&mut self, line: Area) {
        let style = self.skin.style(Ink::Plain, true);
        self.buffer.set_style(rect(line), style);
    }

    /// Draws a border with a title left and one right in its upper edge.
    pub(super) fn frame(&mut self, area: Area, left: &str, right: &str) {
        if area.width < 2 || area.height < 2 {
            return;
        }
        let signs = self.skin.signs;
        let [top_left, top_right, bottom_left, bottom_right] = signs.corners;
        self.edge(area.line(0), [top_left, top_right], left, right, Ink::Title);
        let bottom = area.line(area.height - 1);
        self.edge(bottom, [bottom_left, bottom_right], "", "", Ink::Title);
        let last = area.x + area.width - 1;
        for y in area.y + 1..area.y + area.height - 1 {
            self.line_sign((area.x, y), signs.down);
            self.line_sign((last, y), signs.down);
        }
    }

    /// Draws one sign of a border: there are hundreds a frame, and none of them has to be measured.
    fn line_sign(&mut self, (x, y): (u16, u16), sign: &str) {
        let style = self.skin.style(Ink::Line, false);
        if let Some(cell) = self.buffer.cell_mut(Position { x, y }) {
            cell.set_symbol(sign).set_style(style);
        }
    }

    /// Draws one horizontal edge of a box.
    pub(super) fn edge(&mut self, line: Area, ends: [&str; 2], left: &str, right: &str, ink: Ink) {
        let signs = self.skin.signs;
        let last = line.x + line.width.saturating_sub(1);
        for x in line.x..last {
            self.line_sign((x, line.y), signs.across);
        }
        self.line_sign((line.x, line.y), ends[0]);
        self.line_sign((last, line.y), ends[1]);
        let room = line.width.saturating_sub(4);
        let right_width = if right.is_empty() {
            0
        } else {
            cells(right) + 2
        };
        // A gap on either side, and a piece of the edge before what stands on the right.
        let left_room = line
            .width
            .saturating_sub(2 + right_width + u16::from(right_width > 0) * 2);
        if !left.is_empty() {
            let text = format!(" {} ", cut(left, left_room.saturating_sub(2)));
            self.put((line.x + 1, line.y), left_room, &text, ink);
        }
        if !right.is_empty() && right_width < room {
            let text = format!(" {right} ");
            self.put((last - 1 - right_width, line.y), right_width, &text, ink);
        }
    }

    /// Empties a place for a window. A wide sign that reaches into it from the left would eat its border.
    pub(super) fn clear(&mut self, area: Area) {
        for y in area.y..area.y + area.height {
            if let Some(before) = area.x.checked_sub(1)
                && let Some(cell) = self.buffer.cell_mut(Position { x: before, y })
                && cells(cell.symbol()) > 1
            {
                cell.set_symbol(" ");
            }
            for x in area.x..area.x + area.width {
                if let Some(cell) = self.buffer.cell_mut(Position { x, y }) {
                    cell.reset();
                }
            }
        }
    }

    /// A window over all else, with its border; the place inside.
    pub(super) fn window(&mut self, area: Area, title: &str) -> Area {
        self.clear(area);
        self.frame(area, title, "");
        area.inside()
    }

    /// A text as it is, or as much of its beginning as fits with the sign that there is more.
    pub(super) fn fitting(&self, text: &str, width: u16) -> String {
        if cells(text) <= width {
            return text.to_owned();
        }
        let more = self.skin.signs.waiting;
        format!("{}{more}", cut(text, width.saturating_sub(cells(more))))
    }

    /// Puts the terminal's cursor at a cell.
    pub(super) fn cursor_at(&mut self, (x, y): (u16, u16)) {
        self.cursor = Some(Position { x, y });
    }

    /// Writes a text field and puts the cursor in it.
    pub(super) fn field(&mut self, (x, y): (u16, u16), width: u16, field: &TextField) {
        let (part, column) = field.window(width);
        self.put((x, y), width, part, Ink::Strong);
        self.cursor = Some(Position { x: x + column, y });
    }
}

pub(super) const fn rect(area: Area) -> Rect {
    Rect {
        x: area.x,
        y: area.y,
        width: area.width,
        height: area.height,
    }
}

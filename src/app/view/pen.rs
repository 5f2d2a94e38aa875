//! Writing into the frame: texts cut by display width, boxes that wide signs never break, and the cursor of text fields.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use super::skin::{Ink, Skin};
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
        self.buffer
            .set_stringn(x, y, text, usize::from(width), style)
            .0
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
                && cell.symbol().width() > 1
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

/// Cells a text takes.
pub(super) fn cells(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// The beginning of a text that fits.
pub(super) fn cut(text: &str, width: u16) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > usize::from(width) {
            return text.get(..at).unwrap_or("");
        }
    }
    text
}

/// The end of a text that fits.
pub(super) fn tail(text: &str, width: u16) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += grapheme.width();
        if used > usize::from(width) {
            return text.get(at + grapheme.len()..).unwrap_or("");
        }
    }
    text
}

/// A text in lines of at most `width` cells, broken between any two signs as Chinese is, but neither within a Latin word or
/// number that fits on a line nor before a closing sign.
pub(super) fn wrap(text: &str, width: u16) -> Vec<String> {
    let width = usize::from(width.max(2));
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        if paragraph.width() <= width {
            lines.push(paragraph.to_owned());
            continue;
        }
        let mut line = String::new();
        let mut used = 0;
        for piece in pieces(paragraph) {
            let wide = piece.width();
            if used + wide > width && used > 0 {
                lines.push(std::mem::take(&mut line));
                used = 0;
                if piece.trim().is_empty() {
                    continue;
                }
            }
            if wide <= width {
                line.push_str(piece);
                used += wide;
                continue;
            }
            for grapheme in piece.graphemes(true) {
                if used + grapheme.width() > width {
                    lines.push(std::mem::take(&mut line));
                    used = 0;
                }
                line.push_str(grapheme);
                used += grapheme.width();
            }
        }
        lines.push(line);
    }
    lines
}

/// What stays together on a line: a run of ASCII signs without a space, or any other sign, each with the closing signs
/// that follow it.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |g: &str| g.is_ascii() && g != " ";
    let closes = |g: &str| "，。、；：！？）》」』”’".contains(g);
    let mut graphemes = text.grapheme_indices(true).peekable();
    std::iter::from_fn(move || {
        let (start, first) = graphemes.next()?;
        let mut word = is_word(first);
        let mut end = start + first.len();
        while let Some((at, grapheme)) =
            graphemes.next_if(|(_, g)| closes(g) || (word && is_word(g)))
        {
            word = word && is_word(grapheme);
            end = at + grapheme.len();
        }
        text.get(start..end)
    })
}

//! Writing into the frame: texts that end where their room does, boxes that wide signs never break, and the cursor of text
//! fields.

use ratatui::buffer::Cell;
use ratatui::layout::Position;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::figure::Figure;
use super::skin::{Ink, Skin};
use crate::app::cells::{cells, cut, of_sign, plain_cells};
use crate::app::layout::Area;
use crate::app::text_field::TextField;

/// The canvas with the way to draw on it.
pub(super) struct Pen<'a> {
    pub canvas: &'a mut Canvas,
    pub skin: Skin,
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
        let style = self.skin.style(ink, in_hand);
        let (right, _) = self.canvas.size();
        let room = right.saturating_sub(x).min(width);
        if let Some(taken) = plain_cells(text) {
            let line = Area {
                x,
                y,
                width: u16::try_from(taken).map_or(room, |taken| taken.min(room)),
                height: 1,
            };
            return x + put_plain(self.canvas.cells(line), text, style);
        }
        match self.canvas.line((x, y)) {
            Some(line) => line.set_stringn(x, y, text, usize::from(room), style).0,
            None => x,
        }
    }

    /// Writes a text in a place where something else stands: nothing of that shows through.
    fn put_over(&mut self, place: Area, text: &str, ink: Ink) {
        self.blank(place, false);
        self.put((place.x, place.y), place.width, text, ink);
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
        for cell in self.canvas.cells(line) {
            cell.set_style(style);
        }
    }

    /// Empties a line to be written anew; one the hand is on keeps its colour.
    pub(super) fn blank(&mut self, line: Area, in_hand: bool) {
        self.canvas.blank(line);
        if in_hand {
            self.under_hand(line);
        }
    }

    /// Keeps a countdown that was written, to be written anew while it stands.
    pub(super) fn keep(&mut self, figure: Figure) {
        self.canvas.keep(figure);
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
        for n in 1..area.height - 1 {
            self.sides(area.line(n));
        }
    }

    /// Draws the borders left and right of a line.
    pub(super) fn sides(&mut self, line: Area) {
        let down = self.skin.signs.down;
        self.line_sign((line.x, line.y), down);
        self.line_sign((line.x + line.width.saturating_sub(1), line.y), down);
    }

    /// Draws one sign of a border: there are hundreds a frame, and none of them has to be measured.
    fn line_sign(&mut self, (x, y): (u16, u16), sign: &str) {
        let style = self.skin.style(Ink::Line, false);
        if let Some(cell) = self.cell(x, y) {
            cell.set_symbol(sign).set_style(style);
        }
    }

    /// Draws one horizontal edge of a box; says where the text on the right stands, if there is room for it.
    pub(super) fn edge(
        &mut self,
        line: Area,
        ends: [&str; 2],
        left: &str,
        right: &str,
        ink: Ink,
    ) -> Option<Area> {
        self.blank(line, false);
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
            let place = Area {
                x: line.x + 1,
                width: cells(&text).min(left_room),
                ..line
            };
            self.put_over(place, &text, ink);
        }
        if right.is_empty() || right_width >= room {
            return None;
        }
        let place = Area {
            x: last - 1 - right_width,
            width: right_width,
            ..line
        };
        self.put_over(place, &format!(" {right} "), ink);
        Some(Area {
            x: place.x + 1,
            width: right_width - 2,
            ..line
        })
    }

    /// Empties a place for a window. A wide sign that reaches into it from the left would eat its border.
    pub(super) fn clear(&mut self, area: Area) {
        for line in (0..area.height).map(|n| area.line(n)) {
            if let Some(before) = line.x.checked_sub(1)
                && let Some(cell) = self.cell(before, line.y)
                && cells(cell.symbol()) > 1
            {
                cell.set_symbol(" ");
            }
            self.blank(line, false);
        }
    }

    fn cell(&mut self, x: u16, y: u16) -> Option<&mut Cell> {
        let line = Area {
            x,
            y,
            width: 1,
            height: 1,
        };
        self.canvas.cells(line).first_mut()
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
        self.canvas.cursor = Some(Position { x, y });
    }

    /// Writes a text field and puts the cursor in it.
    pub(super) fn field(&mut self, (x, y): (u16, u16), width: u16, field: &TextField) {
        let (part, column) = field.window(width);
        self.put((x, y), width, part, Ink::Strong);
        self.canvas.cursor = Some(Position { x: x + column, y });
    }
}

/// What ratatui does with a text, for one whose signs it need not look up, in the cells there are; how many it takes.
fn put_plain(line: &mut [Cell], text: &str, style: Style) -> u16 {
    let (mut used, mut rest) = (0, line);
    for sign in text.chars() {
        let wide = of_sign(sign).unwrap_or_default();
        let Some((here, behind)) = rest.split_at_mut_checked(usize::from(wide)) else {
            break;
        };
        if let Some((cell, half)) = here.split_first_mut() {
            cell.set_char(sign).set_style(style);
            // What stood under the other half of a wide sign.
            half.iter_mut().for_each(Cell::reset);
        }
        used += wide;
        rest = behind;
    }
    used
}

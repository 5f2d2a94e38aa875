//! A line of the canvas, and what has changed on it since it was sent.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use super::looks_alike;
use crate::app::cells::{cells, is_plain};

/// A line as it is written, and as it was sent.
#[derive(Debug)]
pub(super) struct Written {
    pub line: Buffer,
    sent: Vec<Cell>,
    /// Which cells may be others than were sent, and between which columns they are.
    touched: Vec<bool>,
    within: Range<usize>,
}

impl Written {
    pub(super) fn blank(y: u16, width: u16) -> Self {
        let line = Buffer::empty(Rect::new(0, y, width, 1));
        Self {
            sent: line.content.clone(),
            touched: vec![false; line.content.len()],
            within: 0..0,
            line,
        }
    }

    /// Says that it is written on between two columns, and where that is; what lies beyond its end is nowhere.
    pub(super) fn touch(&mut self, from: u16, to: u16) -> Range<usize> {
        let to = usize::from(to).min(self.line.content.len());
        let part = usize::from(from).min(to)..to;
        if !part.is_empty() {
            self.touched[part.clone()].fill(true);
            self.within = if self.within.is_empty() {
                part.clone()
            } else {
                self.within.start.min(part.start)..self.within.end.max(part.end)
            };
        }
        part
    }

    /// Empties it between two columns.
    pub(super) fn wipe(&mut self, from: u16, to: u16) {
        let part = self.touch(from, to);
        self.line.content[part].fill(Cell::EMPTY);
    }

    /// Nothing of it stands on the terminal any more.
    pub(super) fn forget(&mut self) {
        self.sent.fill(Cell::EMPTY);
        self.touch(0, self.line.area.width);
    }

    /// Adds where the cells are that are to be sent; they count as sent.
    pub(super) fn changed(&mut self, changed: &mut Vec<Position>) {
        let within = std::mem::take(&mut self.within);
        if within.is_empty() {
            return;
        }
        let (line, y) = (&self.line.content, self.line.area.y);
        // From the first half of a wide sign on, and as far as one may have reached that was cut in two.
        let first = within.start;
        let from = first - usize::from(first > 0 && is_wide(&line[first - 1]));
        let to = line.len().min(within.end + 1);
        let at = |x| Position {
            x: u16::try_from(x).unwrap_or(u16::MAX),
            y,
        };
        // Is the cell the second half of a wide sign? Does nobody know what the terminal shows there?
        let (mut is_half, mut is_torn) = (false, false);
        let mut bridge = Bridge::at(changed.len());
        let places = line[from..to].iter().zip(&mut self.sent[from..to]);
        let places = places.zip(&mut self.touched[from..to]);
        for (x, ((cell, sent), touched)) in (from..).zip(places) {
            let stays = !std::mem::take(touched) || is_same(sent, cell);
            let wide = is_wide(cell);
            if is_half {
                // Sent with its first half.
            } else if is_torn || !stays {
                // Some terminals draw such a sign in one cell, and would keep what stood in the other.
                let half = line.get(x + 1).filter(|half| wide && !is_wide(half));
                if let Some(half) = half.filter(|_| !is_plain(cell.symbol())) {
                    bridge.reach(at(x + 1), half, changed);
                }
                bridge.reach(at(x), cell, changed);
            } else {
                bridge.lengthen(at(x), cell, changed);
            }
            // Where the first half of a wide sign is written over, terminals differ in what they make of the other.
            is_torn = !stays && !wide && is_wide(sent);
            is_half = wide && !is_half;
            if !stays {
                sent.clone_from(cell);
            }
        }
        changed.truncate(bridge.end);
    }
}

/// Cells that have not changed are sent all the same where that takes no more bytes than to jump over them.
struct Bridge<'a> {
    /// So many are to be sent in any case; those behind are, if the next that has changed is reached.
    end: usize,
    /// The last of them, and the bytes there are left.
    room: Option<(&'a Cell, usize)>,
}

impl<'a> Bridge<'a> {
    /// To jump takes as many bytes.
    const JUMP: usize = 7;

    const fn at(end: usize) -> Self {
        Self { end, room: None }
    }

    /// Goes on over a cell that has not changed.
    fn lengthen(&mut self, at: Position, cell: &Cell, changed: &mut Vec<Position>) {
        self.room = self.room.and_then(|(last, room)| {
            let room = room.checked_sub(cell.symbol().len())?;
            looks_alike(cell, last).then_some((last, room))
        });
        if self.room.is_some() {
            changed.push(at);
        }
    }

    /// Comes to one that is to be sent.
    fn reach(&mut self, at: Position, cell: &'a Cell, changed: &mut Vec<Position>) {
        if self.room.is_none() {
            changed.truncate(self.end);
        }
        changed.push(at);
        self.end = changed.len();
        self.room = Some((cell, Self::JUMP));
    }
}

/// Does its sign take the next cell too?
fn is_wide(cell: &Cell) -> bool {
    // A sign of one byte is never wide, and most are of one.
    cell.symbol().len() > 1 && cells(cell.symbol()) > 1
}

/// Do two cells look the same?
fn is_same(a: &Cell, b: &Cell) -> bool {
    a.symbol() == b.symbol() && looks_alike(a, b)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::{Color, Modifier, Style};

    use super::*;

    const WIDTH: u16 = 24;

    /// A line of a terminal that forgets what stood in the other half of a sign that is cut in two.
    #[derive(Debug, Clone, PartialEq, Eq)]
    enum Shown {
        Sign(Cell),
        /// The second half of the sign before it.
        Half,
        Nonsense,
    }

    fn write(terminal: &mut [Shown], x: usize, cell: &Cell) {
        let behind = x + 1 + usize::from(is_wide(cell));
        if terminal[x] == Shown::Half {
            terminal[x - 1] = Shown::Nonsense;
        }
        if terminal.get(behind) == Some(&Shown::Half) {
            terminal[behind] = Shown::Nonsense;
        }
        terminal[x] = Shown::Sign(cell.clone());
        for half in terminal.iter_mut().take(behind).skip(x + 1) {
            *half = Shown::Half;
        }
    }

    /// Of a blank its ground alone is seen.
    fn seen(cell: &Cell) -> (&str, Color, Option<(Color, Modifier)>) {
        let has_ink = cell.symbol() != " ";
        let ink = has_ink.then_some((cell.fg, cell.modifier));
        (cell.symbol(), cell.bg, ink)
    }

    /// Sends what has changed; what each cell shows that is no second half is what stands there.
    fn send(written: &mut Written, terminal: &mut [Shown]) -> Result<(), TestCaseError> {
        let mut changed = Vec::new();
        written.changed(&mut changed);
        for at in changed {
            let x = usize::from(at.x);
            write(terminal, x, &written.line.content[x]);
        }
        let mut x = 0;
        while let Some(cell) = written.line.content.get(x) {
            let Shown::Sign(shown) = &terminal[x] else {
                return Err(TestCaseError::fail(format!("{:?} at {x}", terminal[x])));
            };
            prop_assert_eq!(seen(shown), seen(cell), "at {}", x);
            x += 1 + usize::from(is_wide(cell));
        }
        Ok(())
    }

    /// What is done to a line.
    #[derive(Debug, Clone)]
    enum Act {
        Wipe,
        Colour,
        Write(String),
    }

    fn act() -> impl Strategy<Value = Act> {
        prop_oneof![
            Just(Act::Wipe),
            Just(Act::Colour),
            "[a-c 值班岗─👨❤\u{fe0f}é]{0,8}".prop_map(Act::Write),
        ]
    }

    proptest! {
        /// Each frame empties or colours parts, or writes texts, on no half of a sign that stays.
        #[test]
        fn what_is_sent_is_enough(frames in prop::collection::vec(
            prop::collection::vec((0..WIDTH, act(), any::<bool>()), 0..4),
            1..8,
        )) {
            let mut written = Written::blank(0, WIDTH);
            let mut terminal = vec![Shown::Sign(Cell::EMPTY); usize::from(WIDTH)];
            for frame in frames {
                for (x, act, is_bold) in frame {
                    let to = WIDTH.min(x + 6);
                    let style = if is_bold { Style::new().bold() } else { Style::new().on_blue() };
                    match act {
                        Act::Wipe => written.wipe(x, to),
                        Act::Colour => {
                            written.touch(x, to);
                            let cells = &mut written.line.content[usize::from(x)..usize::from(to)];
                            for cell in cells {
                                cell.set_style(style);
                            }
                        }
                        Act::Write(text) => {
                            let before = x.saturating_sub(1);
                            if is_wide(&written.line.content[usize::from(before)]) {
                                written.wipe(before, x);
                            }
                            written.touch(x, WIDTH);
                            written.line.set_stringn(x, 0, text, usize::from(WIDTH - x), style);
                        }
                    }
                }
                send(&mut written, &mut terminal)?;
            }
        }
    }
}

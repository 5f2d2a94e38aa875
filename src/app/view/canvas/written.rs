//! A line of the canvas, and what has changed on it since it was sent.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use crate::app::cells::cells;

/// A line as it is written, with what was sent of it where that was written over.
#[derive(Debug)]
pub(super) struct Written {
    pub line: Buffer,
    /// Parts of the line as they were sent. None lies over another.
    sent: Vec<Sent>,
}

#[derive(Debug)]
struct Sent {
    from: usize,
    cells: Vec<Cell>,
}

impl Sent {
    const fn to(&self) -> usize {
        self.from + self.cells.len()
    }
}

impl Written {
    pub(super) fn blank(y: u16, width: u16) -> Self {
        Self {
            line: Buffer::empty(Rect::new(0, y, width, 1)),
            sent: Vec::new(),
        }
    }

    /// Says that it will be written on between two columns; what lies beyond its end is nowhere.
    pub(super) fn touch(&mut self, from: u16, to: u16) {
        let (mut from, to) = (
            usize::from(from),
            usize::from(to).min(self.line.content.len()),
        );
        while from < to {
            let known = self.sent.iter().find(|s| s.from <= from && from < s.to());
            if let Some(known) = known {
                from = known.to();
                continue;
            }
            let next = self.sent.iter().map(|s| s.from).filter(|s| *s > from).min();
            let end = next.unwrap_or(to).min(to);
            let cells = self.line.content[from..end].to_vec();
            self.sent.push(Sent { from, cells });
            from = end;
        }
    }

    /// Nothing of it stands on the terminal any more.
    pub(super) fn forget(&mut self) {
        let cells = vec![Cell::EMPTY; self.line.content.len()];
        self.sent = vec![Sent { from: 0, cells }];
    }

    /// Adds the pieces that are to be sent, each with what stands in its place; they count as sent.
    pub(super) fn changed(&mut self, changed: &mut Vec<(Buffer, Buffer)>) {
        let sent = std::mem::take(&mut self.sent);
        for part in &sent {
            let now = &self.line.content[part.from..part.to()];
            let pairs = (part.from..).zip(part.cells.iter().zip(now));
            let mut differ = pairs.filter(|(_, (old, new))| old != new);
            if let Some((from, _)) = differ.next() {
                let to = differ.last().map_or(from, |(x, _)| x) + 1;
                changed.push(self.piece(&sent, from, to));
            }
        }
    }

    /// A piece of the line as it was sent, and as it is to be.
    fn piece(&self, sent: &[Sent], from: usize, to: usize) -> (Buffer, Buffer) {
        let was = |x: usize| {
            let part = sent.iter().find(|s| s.from <= x && x < s.to());
            part.map_or(&self.line.content[x], |part| &part.cells[x - part.from])
        };
        // Not from the second half of a wide sign on, and not without the second half of one.
        let is_wide = |cell: &Cell| cells(cell.symbol()) > 1;
        let has_wide = |x: usize| is_wide(&self.line.content[x]) || is_wide(was(x));
        let before = (1..=from).rev().take_while(|x| has_wide(x - 1));
        let from = from - before.count();
        let more = (to..self.line.content.len()).take_while(|x| has_wide(x - 1));
        let to = to + more.count();
        let column = |x| u16::try_from(x).unwrap_or(u16::MAX);
        let piece = |content| Buffer {
            area: Rect {
                x: column(from),
                width: column(to - from),
                ..self.line.area
            },
            content,
        };
        let now = piece(self.line.content[from..to].to_vec());
        let mut old = piece((from..to).map(|x| was(x).clone()).collect());
        // Where the first half of a wide sign is written over, terminals differ in what they make of the other.
        for half in 1..old.content.len() {
            let (cell, new) = (&old.content[half - 1], &now.content[half - 1]);
            if cell != new && is_wide(cell) && !is_wide(new) {
                old.content[half].set_symbol("");
            }
        }
        (old, now)
    }
}

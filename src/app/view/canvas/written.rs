//! A line of the canvas, and what has changed on it since it was sent.

use std::ops::Range;

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
        self.save(from, to, |cells| cells.to_vec());
    }

    /// Empties it between two columns.
    pub(super) fn wipe(&mut self, from: u16, to: u16) {
        let emptied = |cells: &mut [Cell]| cells.iter_mut().map(std::mem::take).collect();
        let parts = self.save(from, to, emptied);
        self.line.content[parts].fill(Cell::EMPTY);
    }

    /// Has the cells between two columns kept that are not yet; the places of all that are in the line.
    fn save(
        &mut self,
        from: u16,
        to: u16,
        kept: impl Fn(&mut [Cell]) -> Vec<Cell>,
    ) -> Range<usize> {
        let to = usize::from(to).min(self.line.content.len());
        let all = usize::from(from).min(to)..to;
        let mut from = all.start;
        while from < to {
            let known = self.sent.iter().find(|s| s.from <= from && from < s.to());
            if let Some(known) = known {
                from = known.to();
                continue;
            }
            let next = self.sent.iter().map(|s| s.from).filter(|s| *s > from).min();
            let end = next.unwrap_or(to).min(to);
            let cells = kept(&mut self.line.content[from..end]);
            self.sent.push(Sent { from, cells });
            from = end;
        }
        all
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
            let mut differ = part.cells.iter().zip(now).map(|(old, new)| old != new);
            if let Some(first) = differ.position(|differs| differs) {
                let last = differ.rposition(|differs| differs);
                let to = first + last.map_or(0, |more| more + 1) + 1;
                changed.push(self.piece(&sent, part, part.from + first..part.from + to));
            }
        }
    }

    /// A piece of the line, changed within a part that was sent: as it was sent, and as it is to be.
    fn piece(&self, sent: &[Sent], part: &Sent, changed: Range<usize>) -> (Buffer, Buffer) {
        let was = |x: usize| {
            let part = sent.iter().find(|s| s.from <= x && x < s.to());
            part.map_or(&self.line.content[x], |part| &part.cells[x - part.from])
        };
        // Not from the second half of a wide sign on, and not without the second half of one.
        let has_wide = |x: usize| is_wide(&self.line.content[x]) || is_wide(was(x));
        let before = (1..=changed.start).rev().take_while(|x| has_wide(x - 1));
        let from = changed.start - before.count();
        let more = (changed.end..self.line.content.len()).take_while(|x| has_wide(x - 1));
        let to = changed.end + more.count();
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
        let mut old = Vec::with_capacity(to - from);
        old.extend((from..part.from).map(|x| was(x).clone()));
        let within = from.max(part.from)..to.min(part.to());
        old.extend_from_slice(&part.cells[within.start - part.from..within.end - part.from]);
        old.extend((part.to()..to).map(|x| was(x).clone()));
        // Where the first half of a wide sign is written over, terminals differ in what they make of the other.
        for half in 1..old.len() {
            let (cell, new) = (&old[half - 1], &now.content[half - 1]);
            if is_wide(cell) && cell != new && !is_wide(new) {
                unknown(&mut old[half]);
            }
        }
        bridge(&mut old, &now.content);
        (piece(old), now)
    }
}

/// To jump over cells that have not changed takes as many bytes.
const JUMP: usize = 7;

/// Has cells sent again that stand between two that have changed, where that takes no more bytes than to jump over them.
fn bridge(old: &mut [Cell], new: &[Cell]) {
    let mut changed = None;
    let (mut bytes, mut in_style) = (0, true);
    let mut at = 0;
    while at < new.len() {
        let cell = &new[at];
        if old[at] != *cell {
            if let Some(before) = changed.filter(|_| in_style && bytes <= JUMP) {
                old[before + 1..at].iter_mut().for_each(unknown);
            }
            changed = Some(at);
            (bytes, in_style) = (0, true);
        } else if let Some(before) = changed {
            bytes += cell.symbol().len();
            in_style &= cell.style() == new[before].style();
        }
        at += if is_wide(cell) { 2 } else { 1 };
    }
}

/// Makes a cell one of which nobody knows what the terminal shows.
fn unknown(cell: &mut Cell) {
    cell.set_symbol("");
}

/// Does its sign take the next cell too?
fn is_wide(cell: &Cell) -> bool {
    // A sign of one byte is never wide, and most are of one.
    cell.symbol().len() > 1 && cells(cell.symbol()) > 1
}

//! The countdowns of a row packed into bytes, and back.
//!
//! A cell is the place of its rule among the rules counted from 1 (0: there is no cell), a byte of flags, and those of
//! start, due, met and the closing moment that there are, as microseconds, little-endian. Called by `columns` alone.

use crate::domain::clock::End;
use crate::domain::ids::ClockId;
use crate::domain::queue::Cell;
use crate::domain::time::Stamp;

/// The flags: which moments follow, whether the clock never counted, and whether the unit was phoned.
const START: u8 = 1;
const DUE: u8 = 2;
const MET: u8 = 4;
const CLOSE: u8 = 8;
const VOID: u8 = 16;
const REMINDED: u8 = 32;

/// The cells one after the other.
pub(super) fn packed<'a>(cells: impl Iterator<Item = &'a Option<Cell>>) -> Vec<u8> {
    // As much as six cells with two moments each take.
    let mut bytes = Vec::with_capacity(108);
    for cell in cells {
        let Some(cell) = cell else {
            bytes.push(0);
            continue;
        };
        let place = ClockId::ALL.iter().position(|id| *id == cell.id);
        bytes.push(place.and_then(|p| u8::try_from(p + 1).ok()).unwrap_or(0));
        let (void, close) = match cell.end {
            End::Open => (0, None),
            End::Void => (VOID, None),
            End::Close(at) => (0, Some(at)),
        };
        let moments = [
            (START, cell.start),
            (DUE, cell.due),
            (MET, cell.met),
            (CLOSE, close),
        ];
        let there = moments.iter().filter(|(_, moment)| moment.is_some());
        let reminded = if cell.reminded { REMINDED } else { 0 };
        bytes.push(there.fold(void | reminded, |flags, (flag, _)| flags | flag));
        for moment in moments.into_iter().filter_map(|(_, moment)| moment) {
            bytes.extend(moment.micros().to_le_bytes());
        }
    }
    bytes
}

/// Six cells; `None` when the bytes are not six cells.
pub(super) fn unpacked(mut bytes: &[u8]) -> Option<[Option<Cell>; 6]> {
    let mut cells = [None; 6];
    for cell in &mut cells {
        let (place, rest) = bytes.split_first()?;
        bytes = rest;
        if *place == 0 {
            continue;
        }
        let (flags, rest) = bytes.split_first()?;
        bytes = rest;
        let mut moment = |flag: u8| {
            if flags & flag == 0 {
                return Some(None);
            }
            let (eight, rest) = bytes.split_first_chunk()?;
            bytes = rest;
            Some(Some(Stamp::from_micros(i64::from_le_bytes(*eight))))
        };
        let (start, due, met, close) = (moment(START)?, moment(DUE)?, moment(MET)?, moment(CLOSE)?);
        *cell = Some(Cell {
            id: *ClockId::ALL.get(usize::from(*place) - 1)?,
            start,
            due,
            met,
            end: match close {
                Some(at) => End::Close(at),
                None if flags & VOID != 0 => End::Void,
                None => End::Open,
            },
            reminded: flags & REMINDED != 0,
        });
    }
    bytes.is_empty().then_some(cells)
}

//! The countdowns of a row packed into bytes, and back.
//!
//! A cell is the place of its rule among the rules counted from 1 (0: there is no cell), what ended it, and start, due,
//! met and the closing moment as microseconds, little-endian. Called by `columns` alone.

use crate::domain::clock::End;
use crate::domain::ids::ClockId;
use crate::domain::queue::Cell;
use crate::domain::time::Stamp;

const CELL: usize = 34;
/// No moment.
const NONE: i64 = i64::MIN;

/// The cells one after the other.
pub(super) fn packed<'a>(cells: impl Iterator<Item = &'a Option<Cell>>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(6 * CELL);
    for cell in cells {
        let Some(cell) = cell else {
            bytes.push(0);
            continue;
        };
        let place = ClockId::ALL.iter().position(|id| *id == cell.id);
        bytes.push(place.and_then(|p| u8::try_from(p + 1).ok()).unwrap_or(0));
        let (end, at) = match cell.end {
            End::Open => (0, None),
            End::Void => (1, None),
            End::Close(at) => (2, Some(at)),
        };
        bytes.push(end);
        for moment in [cell.start, cell.due, cell.met, at] {
            bytes.extend(moment.map_or(NONE, Stamp::micros).to_le_bytes());
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
        let (end, rest) = bytes.split_first()?;
        bytes = rest;
        let mut moment = || {
            let (eight, rest) = bytes.split_first_chunk()?;
            bytes = rest;
            let micros = i64::from_le_bytes(*eight);
            Some((micros != NONE).then_some(Stamp::from_micros(micros)))
        };
        let (start, due, met, at) = (moment()?, moment()?, moment()?, moment()?);
        *cell = Some(Cell {
            id: *ClockId::ALL.get(usize::from(*place) - 1)?,
            start,
            due,
            met,
            end: match (end, at) {
                (0, None) => End::Open,
                (1, None) => End::Void,
                (2, Some(at)) => End::Close(at),
                _ => return None,
            },
        });
    }
    bytes.is_empty().then_some(cells)
}

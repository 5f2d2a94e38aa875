//! Workbooks: the first sheet on which a header is found, read cell by cell so that a huge or hostile sheet never
//! stands in memory as a whole. Called by `read`.

use std::borrow::Cow;
use std::io::{Cursor, Read as _};

use calamine::{DataRef, Reader as _, SheetType, SheetVisible, Xlsx};

use super::cell::Cell;
use super::rows::{Flow, Rows};
use super::{Format, IntakeError, Limit, MOST_COLUMNS};
use crate::domain::text;
use crate::domain::time::Stamp;

/// What a workbook may unpack to. Its sheets are read piece by piece and never stand in memory as a whole.
const MOST_UNPACKED: u64 = 256 << 20;
/// What its shared strings may unpack to, which do.
const MOST_STRINGS: u64 = 64 << 20;
/// Parts it may have: a few for each sheet.
const MOST_PARTS: usize = 4096;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8], rows: &mut Rows<'_>) -> Result<(), IntakeError> {
    check_sizes(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let mut sheets = book.sheets_metadata().to_vec();
    sheets.retain(|s| s.typ == SheetType::WorkSheet);
    // A stable sort: what people see comes first, then in the order of the tabs.
    sheets.sort_by_key(|s| s.visible != SheetVisible::Visible);
    for sheet in &sheets {
        rows.start_over();
        read_sheet(&mut book, &sheet.name, rows)?;
        if rows.has_header() {
            break;
        }
    }
    Ok(())
}

fn read_sheet(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    rows: &mut Rows<'_>,
) -> Result<(), IntakeError> {
    let mut reader = book.worksheet_cells_reader(name).map_err(|e| broken(&e))?;
    rows.expect(u64::from(reader.dimensions().end.0) + 1);
    let mut cells: Vec<Cell<'_>> = Vec::new();
    let mut row = None;
    loop {
        let next = reader.next_cell().map_err(|e| broken(&e))?;
        let at = next.as_ref().map(calamine::Cell::get_position);
        if let Some(done) = row
            && at.map(|(r, _)| r) != Some(done)
        {
            if let Flow::NoHeader = rows.offer(u64::from(done) + 1, &cells)? {
                return Ok(());
            }
            cells.clear();
        }
        let (Some((r, column)), Some(next)) = (at, next) else {
            return Ok(());
        };
        row = Some(r);
        let column = column as usize;
        if column < MOST_COLUMNS {
            if cells.len() <= column {
                cells.resize(column + 1, Cell::Empty);
            }
            if let Some(place) = cells.get_mut(column) {
                *place = cell(next.get_value());
            }
        }
    }
}

fn cell<'a>(value: &DataRef<'a>) -> Cell<'a> {
    match value {
        DataRef::Empty => Cell::Empty,
        // A row that came from a file of ours, mended and saved as a workbook.
        DataRef::SharedString(s) => Cell::Text(Cow::Borrowed(text::armed(s))),
        DataRef::String(s) | DataRef::DateTimeIso(s) | DataRef::DurationIso(s) => {
            Cell::Text(Cow::Owned(s.clone()))
        }
        DataRef::Int(n) => Cell::Text(Cow::Owned(n.to_string())),
        DataRef::Float(n) => Cell::Number(*n),
        DataRef::Bool(b) => Cell::Text(Cow::Borrowed(if *b { "TRUE" } else { "FALSE" })),
        DataRef::Error(e) => Cell::Text(Cow::Owned(e.to_string())),
        // A time of day without a date lies in 1899: that is no moment.
        DataRef::DateTime(t) => match t.as_datetime().map(Stamp::from) {
            Some(at) if at > Stamp::from_unix(0) => {
                Cell::Time(Stamp::from_micros(at.micros() + 500_000).to_second())
            }
            Some(_) | None => Cell::Number(t.as_f64()),
        },
    }
}

fn broken(e: &dyn std::fmt::Display) -> IntakeError {
    // The reader quotes what it stumbled over.
    let said = e.to_string().lines().collect::<Vec<_>>().join("; ");
    IntakeError::Broken {
        format: Format::Xlsx,
        problem: text::line(&said).text.into_owned(),
    }
}

/// Refuses a workbook that declares to unpack to more than is bearable. That binds it: an entry that holds more than it
/// declares is an error as soon as it is read past that.
fn check_sizes(bytes: &[u8]) -> Result<(), IntakeError> {
    // Counted by their marks in the directory, which is read whole as soon as the archive is opened.
    if bytes.windows(4).filter(|w| w == b"PK\x01\x02").count() > MOST_PARTS {
        return Err(too_large(Limit::Parts, MOST_PARTS as u64));
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(&e))?;
    let mut left = MOST_UNPACKED;
    for i in 0..archive.len() {
        let entry = archive.by_index(i).map_err(|e| broken(&e))?;
        let size = entry.size();
        left = left
            .checked_sub(size)
            .ok_or_else(|| too_large(Limit::Unpacked, MOST_UNPACKED))?;
        let is_strings = entry
            .name()
            .is_ok_and(|n| n.to_ascii_lowercase().ends_with("sharedstrings.xml"));
        if is_strings && size > MOST_STRINGS {
            return Err(too_large(Limit::Text, MOST_STRINGS));
        }
        if is_strings {
            let mut head = Vec::new();
            let mut beginning = entry.take(HEAD);
            beginning.read_to_end(&mut head).map_err(|e| broken(&e))?;
            if !has_room(&head, size) {
                return Err(broken(
                    &"the shared strings declare more texts than they hold",
                ));
            }
        }
    }
    Ok(())
}

const fn too_large(what: Limit, most: u64) -> IntakeError {
    IntakeError::TooLarge { what, most }
}

/// As much of the shared strings as their opening tag may take.
const HEAD: u64 = 4096;

/// Could so many bytes hold as many texts as the opening tag declares? Memory is set aside for that many.
fn has_room(head: &[u8], size: u64) -> bool {
    let head = String::from_utf8_lossy(head);
    let Some((_, tag)) = head.split_once("sst") else {
        return false;
    };
    match tag.split_once("uniqueCount=") {
        None => true,
        Some((_, count)) => {
            let count = count.trim_start_matches(['"', '\'']);
            let digits = count.split(|c: char| !c.is_ascii_digit()).next();
            digits
                .and_then(|d| d.parse::<u64>().ok())
                .is_some_and(|n| n <= size)
        }
    }
}

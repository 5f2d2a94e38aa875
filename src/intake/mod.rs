//! Bytes to drafts: reads a list of cases from xlsx, csv or json and says what was wrong with each row.
//!
//! Decides nothing about cases already known and writes nothing to a store: `domain::arrival` turns drafts into facts.
//! Good rows come out as drafts, the others are kept as they stood so that they can be written to a file, mended and
//! imported again (`mend`). Holds no text for the screen. Called by `cli` and `runtime`.

pub mod cell;
pub mod columns;
mod csv;
mod json;
pub mod mapping;
pub mod mend;
mod row;
mod rows;
pub mod time;
mod xlsx;

use std::fmt;
use std::path::Path;

use crate::domain::draft::{Draft, Problem};
use crate::domain::policy::Policy;
use crate::domain::time::Stamp;

pub use columns::Field;
pub use mapping::{BadMapping, Mapping};

// A district's year has some ten thousand cases. What is far above that is no list of cases but a mistake or a trap, and
// is refused before it has cost the memory of an office computer.

/// Files above this size are refused.
pub const MOST_BYTES: u64 = 64 << 20;
/// Lists with more rows that say something are refused.
const MOST_ROWS: u64 = 100_000;
/// Columns further right are not looked at.
const MOST_COLUMNS: usize = 1000;
/// Lists that are read into more bytes than this are refused, whatever the file's own size.
const MOST_TEXT: u64 = 256 << 20;

/// What a list is read under.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// Whose words and names are understood.
    pub policy: &'a Policy,
    /// Columns and words the list's owner named.
    pub mapping: Option<&'a Mapping>,
    /// The present moment: what lies later is a problem.
    pub now: Stamp,
}

/// A list, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The rows that can go in, in the order of the file.
    pub drafts: Vec<Draft>,
    /// What was wrong, in the order of the file.
    pub problems: Vec<Problem>,
    /// The rows that cannot go in.
    pub skipped: Vec<Skipped>,
    /// The header as it stands in the file.
    pub header: Vec<String>,
    /// The fields that were found, with the header of the column that counts.
    pub columns: Vec<(Field, String)>,
    /// The headers of the columns that nothing was taken from.
    pub unread: Vec<String>,
}

/// A row that cannot go in, as it stood but for control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Row number in the file.
    pub row: u64,
    /// Its cells under the header.
    pub cells: Vec<String>,
}

/// How far a list has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rows read.
    pub rows: u64,
    /// Rows there seem to be; an estimate, zero when there is none.
    pub expected: u64,
}

/// A format a file can be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the variants are the names of the formats")]
pub enum Format {
    Xlsx,
    Csv,
    Json,
    /// Nothing at all.
    Empty,
    /// The old `.xls`, or a workbook locked with a password, which looks the same from outside.
    OldExcel,
    /// A web page, often saved under an Excel name.
    Html,
    /// Something else, e.g. a picture.
    Binary,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Empty => "empty",
            Self::OldExcel => "xls",
            Self::Html => "html",
            Self::Binary => "binary",
        })
    }
}

/// A measure that has a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Size of the file in bytes.
    Bytes,
    /// Size of what is packed inside in bytes.
    Unpacked,
    /// Parts of a packed file.
    Parts,
    /// Rows with something in them.
    Rows,
    /// What is read of all cells in bytes.
    Text,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bytes => "bytes",
            Self::Unpacked => "bytes unpacked",
            Self::Parts => "parts",
            Self::Rows => "rows",
            Self::Text => "bytes of text",
        })
    }
}

/// Why a file gives no list at all.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// It cannot be read from disk.
    #[error("cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// It is larger than a list can sensibly be.
    #[error("larger than a list may be: more than {most} {what}")]
    TooLarge {
        /// Which bound.
        what: Limit,
        /// The bound.
        most: u64,
    },
    /// It is in a format that is not read.
    #[error("{0} file; expected xlsx, csv or json")]
    NotAList(Format),
    /// Its format is damaged.
    #[error("damaged {format}: {problem}")]
    Broken {
        /// The format it is in.
        format: Format,
        /// What the reader of the format says.
        problem: String,
    },
    /// No row reads as a header.
    #[error(
        "no header row: no column for {}; found: {}; name them with --map",
        fields(missing),
        seen.join(" ")
    )]
    NoHeader {
        /// The required columns that were not found.
        missing: Vec<Field>,
        /// The cells of the row most like a header.
        seen: Vec<String>,
    },
    /// A column the mapping names is not there.
    #[error("no column `{name}` for {field}, which the mapping names; found: {}", seen.join(" "))]
    NoSuchColumn {
        /// The field.
        field: Field,
        /// The header the mapping gives it.
        name: String,
        /// The headers that are there.
        seen: Vec<String>,
    },
}

fn fields(fields: &[Field]) -> String {
    fields
        .iter()
        .map(|f| f.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Reads a list from a file.
///
/// # Errors
/// Why the file gives no list; nothing is half-read.
pub fn read_file(
    path: &Path,
    reading: &Reading<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Sheet, IntakeError> {
    use std::io::Read as _;
    let file = std::fs::File::open(path)?;
    let mut bytes = Vec::new();
    // One byte more than allowed, so that a pipe without a size is bounded too.
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    read(&bytes, reading, progress)
}

/// Reads a list from a file's bytes; the format is told by what it holds, not by its name.
///
/// # Errors
/// Why the file gives no list; nothing is half-read.
pub fn read(
    bytes: &[u8],
    reading: &Reading<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Sheet, IntakeError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(IntakeError::TooLarge {
            what: Limit::Bytes,
            most: MOST_BYTES,
        });
    }
    let mut rows = rows::Rows::new(*reading, progress);
    match format_of(bytes) {
        Format::Xlsx => xlsx::read(bytes, &mut rows)?,
        Format::Csv => csv::read(bytes, &mut rows)?,
        Format::Json => json::read(bytes, &mut rows)?,
        other @ (Format::Empty | Format::OldExcel | Format::Html | Format::Binary) => {
            return Err(IntakeError::NotAList(other));
        }
    }
    rows.finish()
}

fn format_of(bytes: &[u8]) -> Format {
    match bytes {
        [b'P', b'K', 3 | 5, ..] => return Format::Xlsx,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Format::OldExcel,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return Format::Csv,
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match bytes.trim_ascii_start() {
        [] => Format::Empty,
        [b'{' | b'[', ..] => Format::Json,
        [b'<', ..] => Format::Html,
        // Text in any of the encodings read here holds no zero byte.
        head if head.iter().take(4096).any(|b| *b == 0) => Format::Binary,
        _ => Format::Csv,
    }
}

//! The formats of a [`Report`], one file a format, and which one a file's name asks for.

mod csv;
mod html;
mod markdown;
mod svg;
mod table;
mod xlsx;

use std::io::{self, Write};
use std::path::Path;

use crate::domain::report::Report;

pub use table::{cut, width};

/// A format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// Comma-separated values.
    Csv,
    /// A page that stands alone.
    Html,
    /// Markdown.
    Markdown,
}

impl Format {
    /// The format a file's name asks for; none for a name that asks for no such format.
    #[must_use]
    pub fn of(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            "html" | "htm" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }

    /// Writes a report. `language` is the tag a page carries, e.g. `zh-CN`.
    ///
    /// # Errors
    /// What the writer says; for a workbook also what its limits refuse.
    pub fn write(self, report: &Report, language: &str, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Self::Xlsx => xlsx::write(report, out),
            Self::Csv => csv::write(report, out),
            Self::Html => html::write(report, language, out),
            Self::Markdown => markdown::write(report, out),
        }
    }
}

/// A report as lines for a terminal of so many columns; none: as wide as it takes.
#[must_use]
pub fn lines(report: &Report, columns: Option<usize>) -> Vec<String> {
    table::lines(report, columns)
}

//! The rows that could not go in, as a file to be mended in a spreadsheet and imported again.
//!
//! UTF-8 with a byte order mark, so that Excel reads it; the list's own header, and last a column that says what is
//! wrong. Cells stand as they were but for control characters, and for an apostrophe before what would act as a formula,
//! which an import takes away again. The added column is no field, so an import passes it over. Called by `cli` and
//! `runtime`.

use std::io::{self, Write};

use super::Sheet;
use crate::domain::draft::Problem;
use crate::domain::text;

/// Writes the skipped rows. `label` heads the last column; `say` puts a problem into words.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(
    sheet: &Sheet,
    out: &mut dyn Write,
    label: &str,
    say: &dyn Fn(&Problem) -> String,
) -> io::Result<()> {
    let mut header: Vec<&str> = sheet.header.iter().map(String::as_str).collect();
    // A mended file that is still wrong comes back with the column it was given the last time.
    let width = match header.last() {
        Some(last) if *last == label => header.len() - 1,
        Some(_) | None => header.len(),
    };
    header.truncate(width);
    header.push(label);
    out.write_all("\u{feff}".as_bytes())?;
    record(out, &header)?;
    let mut problems = sheet.problems.iter().peekable();
    for skipped in &sheet.skipped {
        let mut said = Vec::new();
        while let Some(problem) = problems.next_if(|p| p.row <= skipped.row) {
            if problem.row == skipped.row {
                said.push(say(problem));
            }
        }
        let said = said.join("; ");
        let cells = (0..width).map(|i| skipped.cells.get(i).map_or("", String::as_str));
        let row: Vec<&str> = cells.chain([said.as_str()]).collect();
        record(out, &row)?;
    }
    Ok(())
}

fn record(out: &mut dyn Write, cells: &[&str]) -> io::Result<()> {
    for (i, cell) in cells.iter().enumerate() {
        let cell = text::disarmed(cell);
        if i > 0 {
            out.write_all(b",")?;
        }
        // Any digit string a spreadsheet could turn into a float stands in quotes like all else that is not plain.
        if cell.contains(['"', ',', '\n', '\r', ';', '\t', '=']) {
            write!(out, "\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            out.write_all(cell.as_bytes())?;
        }
    }
    out.write_all(b"\r\n")
}

//! A report as csv that opens right in Excel and WPS: UTF-8 with its mark, CRLF, and no text that acts as a formula.
//!
//! Several tables stand below each other, each with its heading before it.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::domain::report::{Block, Cell, Report, Table};

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let tables: Vec<Cow<'_, Table>> = report.blocks.iter().filter_map(Block::table).collect();
    let mut csv = ::csv::WriterBuilder::new()
        .flexible(true)
        .terminator(::csv::Terminator::CRLF)
        .from_writer(out);
    for (n, table) in tables.iter().enumerate() {
        if tables.len() > 1 {
            if n > 0 {
                csv.write_record([""])?;
            }
            csv.write_record([disarmed(&table.heading)])?;
        }
        csv.write_record(table.columns.iter().map(|c| disarmed(&c.heading)))?;
        for row in &table.rows {
            csv.write_record(row.iter().map(cell))?;
        }
    }
    csv.flush()
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => disarmed(text),
        // Numbers are ours: a minus sign before one is no formula. A plus sign is left out.
        Cell::Change(n) => n.to_string(),
        Cell::Empty | Cell::Number(_) | Cell::Share(_) | Cell::Moment(_) | Cell::Span(_) => {
            cell.text()
        }
    }
}

/// A text that a spreadsheet would read as a formula gets an apostrophe before it; full-width signs too, which some
/// spreadsheets in East Asia take for the narrow ones. So does a long number, which would lose its last digits.
fn disarmed(text: &str) -> String {
    let first = text.trim_start().chars().next();
    let acts = first.is_some_and(|c| "=+-@＝＋－＠".contains(c)) || text.starts_with(['\t', '\r']);
    let is_long_number = text.len() > 11 && text.chars().all(|c| c.is_ascii_digit());
    if acts || is_long_number {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_outside_acts_as_a_formula() {
        for text in [
            "=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1+1", "\r=1",
        ] {
            assert!(disarmed(text).starts_with('\''), "{text:?}");
        }
        assert_eq!(disarmed("13900000000123"), "'13900000000123");
        for text in ["柳河", "12号楼=3单元", "", "2026"] {
            assert_eq!(disarmed(text), text);
        }
    }
}

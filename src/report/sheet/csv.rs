//! A report as csv that opens right in Excel and WPS: UTF-8 with its mark, CRLF, and no text that acts as a formula.
//!
//! Several tables stand below each other, each with its heading before it.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::domain::report::{Block, Cell, Report, Table};
use crate::domain::text::disarmed;

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
            csv.write_record([disarmed(&table.heading).as_ref()])?;
        }
        let heads = table
            .columns
            .iter()
            .map(|c| disarmed(&c.heading).into_owned());
        csv.write_record(heads)?;
        for row in &table.rows {
            csv.write_record(row.iter().map(cell))?;
        }
    }
    csv.flush()
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => disarmed(text).into_owned(),
        // Numbers are ours: a minus sign before one is no formula. A plus sign is left out.
        Cell::Change(n) => n.to_string(),
        Cell::Empty | Cell::Number(_) | Cell::Share(_) | Cell::Moment(_) | Cell::Span(_) => {
            cell.text()
        }
    }
}

//! A list row by row: finds the header, has each row under it read, and keeps count of what is bearable.
//!
//! Fed by the readers row by row; knows no format.

use std::collections::HashSet;

use super::cell::Cell;
use super::columns::{Columns, Field};
use super::row::RowReader;
use super::{IntakeError, Limit, MOST_ROWS, MOST_TEXT, Progress, Reading, Sheet, Skipped};
use crate::domain::draft::{Draft, Problem};
use crate::domain::ids::Number;
use crate::domain::text;

/// So many rows with something in them may stand above the header.
const HEADER_WITHIN: usize = 20;
/// The caller is told of the progress each so many rows.
const STEP: u64 = 256;

/// Whether the reader should go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// Further rows are wanted.
    More,
    /// No header has come and none is expected any more.
    NoHeader,
}

/// Collects a list.
pub(super) struct Rows<'a> {
    reading: Reading<'a>,
    progress: &'a mut dyn FnMut(Progress),
    expected: u64,
    count: u64,
    filled: u64,
    text: u64,
    header: Option<Columns>,
    tried: usize,
    nearest: Columns,
    seen: HashSet<Number>,
    sheet: Sheet,
}

impl<'a> Rows<'a> {
    pub(super) fn new(reading: Reading<'a>, progress: &'a mut dyn FnMut(Progress)) -> Self {
        Self {
            reading,
            progress,
            expected: 0,
            count: 0,
            filled: 0,
            text: 0,
            header: None,
            tried: 0,
            nearest: Columns::default(),
            seen: HashSet::new(),
            sheet: Sheet::default(),
        }
    }

    /// So many rows seem to come.
    pub(super) const fn expect(&mut self, rows: u64) {
        self.expected = rows;
    }

    /// Looks for the header anew, on another sheet or under another delimiter.
    pub(super) const fn start_over(&mut self) {
        self.tried = 0;
        self.count = 0;
        self.filled = 0;
    }

    pub(super) const fn has_header(&self) -> bool {
        self.header.is_some()
    }

    /// Takes the next row.
    pub(super) fn offer(&mut self, row: u64, cells: &[Cell<'_>]) -> Result<Flow, IntakeError> {
        self.count += 1;
        if self.count.is_multiple_of(STEP) {
            self.tell();
        }
        // Sheets are often formatted far below their last line: that is bounded by the file's size.
        if cells.iter().all(Cell::is_blank) {
            return Ok(Flow::More);
        }
        self.filled += 1;
        if self.filled > MOST_ROWS {
            return Err(IntakeError::TooLarge {
                what: Limit::Rows,
                most: MOST_ROWS,
            });
        }
        let Some(columns) = self.header.take() else {
            return self.look_for_header(cells);
        };
        let result = self.take_row(&columns, row, cells);
        self.header = Some(columns);
        result.map(|()| Flow::More)
    }

    fn tell(&mut self) {
        (self.progress)(Progress {
            rows: self.count,
            expected: self.expected,
        });
    }

    fn look_for_header(&mut self, cells: &[Cell<'_>]) -> Result<Flow, IntakeError> {
        let columns = Columns::of_row(cells, self.reading.mapping);
        if columns.is_header() && columns.has(Field::Received) {
            self.check_mapping(&columns)?;
            self.header = Some(columns);
            return Ok(Flow::More);
        }
        let better = columns.recognised() > self.nearest.recognised()
            || self.nearest.header.is_empty()
            || (columns.recognised() == self.nearest.recognised()
                && columns.header.len() > self.nearest.header.len());
        if better {
            self.nearest = columns;
        }
        self.tried += 1;
        Ok(if self.tried < HEADER_WITHIN {
            Flow::More
        } else {
            Flow::NoHeader
        })
    }

    fn check_mapping(&self, columns: &Columns) -> Result<(), IntakeError> {
        let named = self
            .reading
            .mapping
            .into_iter()
            .flat_map(super::Mapping::columns);
        for (field, names) in named {
            if !columns.has(field) {
                return Err(IntakeError::NoSuchColumn {
                    field,
                    name: names.join(" "),
                    seen: columns.header.clone(),
                });
            }
        }
        Ok(())
    }

    fn take_row(
        &mut self,
        columns: &Columns,
        row: u64,
        cells: &[Cell<'_>],
    ) -> Result<(), IntakeError> {
        let mut reader = RowReader::new(&self.reading, columns, cells, row);
        if reader.is_header_again() {
            return Ok(());
        }
        let draft = reader.draft(&self.seen);
        let mut problems = reader.into_problems();
        for problem in &mut problems {
            problem.kept = draft.is_some();
        }
        self.text += (problems.len() * size_of::<Problem>()) as u64;
        self.sheet.problems.append(&mut problems);
        if let Some(draft) = draft {
            self.text += text_of(&draft) + size_of::<Draft>() as u64;
            self.seen.insert(draft.number.clone());
            self.sheet.drafts.push(draft);
        } else {
            let cells: Vec<String> = cells
                .iter()
                .map(|c| text::lines(&c.text()).text.into_owned())
                .collect();
            let bytes = cells.iter().map(|c| c.len() + size_of::<String>());
            self.text += bytes.sum::<usize>() as u64;
            self.sheet.skipped.push(Skipped { row, cells });
        }
        if self.text > MOST_TEXT {
            return Err(IntakeError::TooLarge {
                what: Limit::Text,
                most: MOST_TEXT,
            });
        }
        Ok(())
    }

    /// The list, once every row has been offered.
    pub(super) fn finish(mut self) -> Result<Sheet, IntakeError> {
        self.tell();
        if self.header.is_none() {
            // A column that was named and is not there says more than that there is no header.
            self.check_mapping(&self.nearest)?;
        }
        let Some(columns) = self.header else {
            let required = [Field::Number, Field::Received];
            let mut missing: Vec<Field> = required.into_iter().collect();
            missing.retain(|f| !self.nearest.has(*f));
            return Err(IntakeError::NoHeader {
                missing,
                seen: self.nearest.header,
            });
        };
        self.sheet.columns = Field::ALL
            .into_iter()
            .filter(|f| columns.has(*f))
            .map(|f| (f, columns.name(f).to_owned()))
            .collect();
        self.sheet.unread = columns.unread();
        self.sheet.header = columns.header;
        Ok(self.sheet)
    }
}

fn text_of(draft: &Draft) -> u64 {
    let texts = [&draft.title, &draft.body, &draft.address];
    let reply = draft.reply.as_ref().map_or(0, String::len);
    texts.iter().map(|t| t.len() as u64).sum::<u64>() + reply as u64
}

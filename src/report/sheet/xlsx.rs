//! A report as a workbook: one sheet for its remarks, one for each table, with its chart below it where it has one.
//!
//! Cells are typed and texts are written as texts, so that nothing from a case can become a formula or a link. Each sheet
//! keeps its heading in view and prints on A4.

mod charts;
mod looks;

use std::io::{self, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr as _;

use self::looks::Looks;
use crate::domain::report::{Block, Cell, Report, Table};
use crate::domain::time::Stamp;

/// A4, as spreadsheets number papers.
const A4: u8 = 9;
/// Half-width characters across a page on end, as far as the print stays legible; wider tables lie.
const UPRIGHT: u32 = 104;
/// The same of the first sheet: its one column is not made to fit, and a spreadsheet without our letters has wider ones.
const COVER: u16 = 72;
/// Points of a line of text, and of a row at the most.
const LINE: f64 = 16.5;
const TALLEST: f64 = 409.0;
/// The line above a page may not be longer, codes included.
const LONGEST_HEADER: usize = 100;
/// A text may not be longer in a cell.
const LONGEST: usize = 32_767;
/// A sheet's name may not be longer.
const LONGEST_NAME: usize = 31;
/// A name may not hold these.
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut book = Workbook::new();
    let bytes = fill(&mut book, report).and_then(|()| book.save_to_buffer());
    out.write_all(&bytes.map_err(io::Error::other)?)
}

fn fill(book: &mut Workbook, report: &Report) -> Result<(), XlsxError> {
    let looks = Looks::new();
    let mut names: Vec<String> = Vec::new();
    // A single table needs no cover: its title stands above each page, its first remark below.
    if let [Block::Table(table)] = report.blocks.as_slice() {
        let sheet = book.add_worksheet();
        let foot = report.notes.first().map_or("", String::as_str);
        write_table(sheet, &report.title, table, &looks, &mut names)?;
        sheet.set_footer(format!("&L{}&R&P / &N", in_margin(foot)));
        return Ok(());
    }
    cover(book.add_worksheet(), report, &looks, &mut names)?;
    for block in &report.blocks {
        // Remarks stand on the first sheet.
        let Some(table) = block.table() else {
            continue;
        };
        let sheet = book.add_worksheet();
        write_table(sheet, &report.title, &table, &looks, &mut names)?;
        let last = u32::try_from(table.rows.len()).unwrap_or(0);
        let name = names.last().filter(|_| last > 0);
        if let Some(name) = name {
            charts::insert(sheet, name, block, last)?;
        }
    }
    Ok(())
}

fn cover(
    sheet: &mut Worksheet,
    report: &Report,
    looks: &Looks,
    names: &mut Vec<String>,
) -> Result<(), XlsxError> {
    set_up(sheet, "", &report.title, names)?;
    sheet.set_column_width(0, COVER)?;
    let mut row = 0;
    let mut line = |text: &str, look: &Format, high: f64| -> Result<(), XlsxError> {
        sheet.write_string_with_format(row, 0, cut(text), look)?;
        sheet.set_row_height(row, high)?;
        row += 1;
        Ok(())
    };
    line(&report.title, &looks.title, 2.0 * LINE)?;
    for note in &report.notes {
        line(note, &looks.note, height(note, COVER))?;
    }
    let plain = Format::new();
    for block in &report.blocks {
        let Block::Text { heading, lines } = block else {
            continue;
        };
        line("", &plain, LINE)?;
        line(heading, &looks.part, height(heading, COVER))?;
        for text in lines {
            line(text, &looks.text, height(text, COVER))?;
        }
    }
    Ok(())
}

/// How high a row is in which a text stands in a column of that width: not every spreadsheet finds out by itself.
fn height(text: &str, width: u16) -> f64 {
    let room = usize::from(width.saturating_sub(1).max(1));
    let lines: usize = text.lines().map(|l| l.width().div_ceil(room).max(1)).sum();
    let lines = u16::try_from(lines.max(1)).unwrap_or(u16::MAX);
    (LINE * f64::from(lines)).min(TALLEST)
}

/// Name, paper, margins, and what stands above and below on each page.
fn set_up(
    sheet: &mut Worksheet,
    title: &str,
    name: &str,
    names: &mut Vec<String>,
) -> Result<(), XlsxError> {
    let name = name_of(name, names);
    sheet.set_name(&name)?;
    names.push(name);
    sheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_margins(0.5, 0.5, 0.8, 0.7, 0.4, 0.3)
        .set_footer("&C&P / &N");
    let aside = if names.last().is_some_and(|name| name == title) {
        ""
    } else {
        "&R&A"
    };
    if !title.is_empty() {
        sheet.set_header(format!("&L{}{aside}", in_margin(title)));
    }
    Ok(())
}

/// A text above or below a page, where a sign of its own begins a code.
fn in_margin(text: &str) -> String {
    let text: String = text.chars().take(LONGEST_HEADER).collect();
    text.replace('&', "&&")
}

/// A name that spreadsheets take and that is not given yet.
fn name_of(wanted: &str, names: &[String]) -> String {
    let clean = wanted.replace(NOT_IN_NAMES, " ");
    let clean = clean.trim_matches(|c: char| c.is_whitespace() || c == '\'');
    let room = |most: usize| clean.chars().take(most).collect::<String>();
    let taken = |name: &str| {
        names
            .iter()
            .any(|n| n.to_lowercase() == name.to_lowercase())
    };
    let plain = room(LONGEST_NAME);
    if !plain.is_empty() && !taken(&plain) {
        return plain;
    }
    let numbered = (1..).map(|n| format!("{} {n}", room(LONGEST_NAME - 5)));
    let mut free = numbered
        .map(|name| name.trim().to_owned())
        .skip_while(|name| taken(name));
    free.next().unwrap_or(plain)
}

fn write_table(
    sheet: &mut Worksheet,
    title: &str,
    table: &Table,
    looks: &Looks,
    names: &mut Vec<String>,
) -> Result<(), XlsxError> {
    set_up(sheet, title, &table.heading, names)?;
    if table.width() > UPRIGHT {
        sheet.set_landscape();
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    for (place, column) in (0..).zip(&table.columns) {
        sheet.set_column_width(place, column.width)?;
        sheet.write_string_with_format(0, place, cut(&column.heading), &looks.heading)?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        let mut high = LINE;
        for ((place, cell), column) in (0..).zip(cells).zip(&table.columns) {
            write_cell(sheet, (row, place), cell, looks)?;
            if let Cell::Text(text) = cell {
                high = high.max(height(text, column.width));
            }
        }
        sheet.set_row_height(row, high)?;
    }
    let last_row = u32::try_from(table.rows.len()).unwrap_or(0);
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(0);
    if last_row == 0 {
        sheet.write_string_with_format(1, 0, cut(&table.empty), &looks.text)?;
    } else {
        sheet.autofilter(0, 0, last_row, last_column)?;
    }
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => sheet.write_blank(row, column, &looks.text)?,
        Cell::Text(text) => sheet.write_string_with_format(row, column, cut(text), &looks.text)?,
        Cell::Number(n) => sheet.write_number_with_format(row, column, float(*n), &looks.number)?,
        Cell::Change(n) => sheet.write_number_with_format(row, column, float(*n), &looks.change)?,
        Cell::Share(thousandths) => {
            let share = f64::from(*thousandths) / 1000.0;
            sheet.write_number_with_format(row, column, share, &looks.share)?
        }
        Cell::Moment(at) => match date_time(*at) {
            Some(at) => sheet.write_datetime_with_format(row, column, &at, &looks.moment)?,
            None => sheet.write_string_with_format(row, column, cell.text(), &looks.text)?,
        },
        Cell::Span(seconds) => {
            let days = float(*seconds) / 86_400.0;
            sheet.write_number_with_format(row, column, days, &looks.span)?
        }
    };
    Ok(())
}

/// A spreadsheet's numbers are of this kind; ours are counts, far below where that loses digits.
fn float(n: i64) -> f64 {
    #[allow(
        clippy::cast_precision_loss,
        reason = "counts and seconds, far below 2^53"
    )]
    let float = n as f64;
    float
}

/// A moment on the office's clock; none for a year that spreadsheets do not know.
fn date_time(at: Stamp) -> Option<ExcelDateTime> {
    use chrono::Datelike as _;
    let (date, seconds) = (at.date(), at.time().seconds());
    let year = u16::try_from(date.year()).ok()?;
    let (month, day) = (
        u8::try_from(date.month()).ok()?,
        u8::try_from(date.day()).ok()?,
    );
    let hour = u16::try_from(seconds / 3600).ok()?;
    let minute = u8::try_from(seconds / 60 % 60).ok()?;
    let date = ExcelDateTime::from_ymd(year, month, day).ok()?;
    date.and_hms(hour, minute, seconds % 60).ok()
}

/// As much of a text as a cell takes.
fn cut(text: &str) -> &str {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => text.get(..end).unwrap_or(text),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn names_of_sheets_are_taken_and_differ() {
        let first = name_of("按类别/社区 [周]", &[]);
        assert_eq!(first, "按类别 社区  周");
        assert_eq!(
            name_of("按类别/社区 [周]", std::slice::from_ref(&first)),
            "按类别 社区  周 1"
        );
        assert_eq!(name_of(&"长".repeat(40), &[]).chars().count(), 31);
        assert_eq!(name_of("''", &[]), "1");
    }
}

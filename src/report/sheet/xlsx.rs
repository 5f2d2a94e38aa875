//! A report as a workbook: one sheet for its remarks and charts' figures, one for each table.
//!
//! Cells are typed and texts are written as texts, so that nothing from a case can become a formula or a link. Each sheet
//! keeps its heading in view and prints on A4.

use std::io::{self, Write};

use rust_xlsxwriter::{
    Chart, ChartLegendPosition, ChartType, Color, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Workbook, Worksheet, XlsxError,
};

use crate::domain::report::{Bars, Block, Cell, Compared, Report, Strip, Table};
use crate::domain::time::Stamp;

/// A4, as spreadsheets number papers.
const A4: u8 = 9;
/// A text may not be longer in a cell.
const LONGEST: usize = 32_767;
/// A sheet's name may not be longer.
const LONGEST_NAME: usize = 31;
/// A name may not hold these.
const NOT_IN_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// The looks of cells.
struct Looks {
    title: Format,
    heading: Format,
    text: Format,
    number: Format,
    change: Format,
    share: Format,
    moment: Format,
    span: Format,
}

impl Looks {
    fn new() -> Self {
        let line = Color::RGB(0x00C9_D1D9);
        let cell = || {
            Format::new()
                .set_border(FormatBorder::Thin)
                .set_border_color(line)
                .set_align(FormatAlign::Top)
        };
        Self {
            title: Format::new().set_bold().set_font_size(16),
            heading: cell()
                .set_bold()
                .set_background_color(Color::RGB(0x00EE_F2F6))
                .set_text_wrap(),
            text: cell().set_text_wrap(),
            number: cell().set_num_format("0"),
            change: cell().set_num_format("+0;-0;0"),
            share: cell().set_num_format("0.0%"),
            moment: cell().set_num_format("yyyy-mm-dd hh:mm:ss"),
            span: cell().set_num_format("[h]:mm:ss"),
        }
    }
}

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut book = Workbook::new();
    let bytes = fill(&mut book, report).and_then(|()| book.save_to_buffer());
    out.write_all(&bytes.map_err(io::Error::other)?)
}

fn fill(book: &mut Workbook, report: &Report) -> Result<(), XlsxError> {
    let looks = Looks::new();
    let mut names: Vec<String> = Vec::new();
    cover(book.add_worksheet(), report, &looks, &mut names)?;
    for block in &report.blocks {
        match block {
            Block::Table(table) => write_table(book.add_worksheet(), table, &looks, &mut names)?,
            Block::Bars(bars) => write_bars(book.add_worksheet(), bars, &looks, &mut names)?,
            Block::Strip(strip) => write_strip(book.add_worksheet(), strip, &looks, &mut names)?,
            Block::Compared(compared) => {
                write_compared(book.add_worksheet(), compared, &looks, &mut names)?;
            }
            // On the first sheet.
            Block::Text { .. } => {}
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
    set_up(sheet, &report.title, names)?;
    sheet.set_column_width(0, 100)?;
    sheet.write_string_with_format(0, 0, cut(&report.title), &looks.title)?;
    let mut row = 1;
    let wrapped = Format::new().set_text_wrap();
    for note in &report.notes {
        sheet.write_string_with_format(row, 0, cut(note), &wrapped)?;
        row += 1;
    }
    for block in &report.blocks {
        let Block::Text { heading, lines } = block else {
            continue;
        };
        row += 1;
        sheet.write_string_with_format(row, 0, cut(heading), &looks.heading)?;
        for line in lines {
            row += 1;
            sheet.write_string_with_format(row, 0, cut(line), &looks.text)?;
        }
        row += 1;
    }
    Ok(())
}

/// Name, paper and margins of a sheet.
fn set_up(sheet: &mut Worksheet, name: &str, names: &mut Vec<String>) -> Result<(), XlsxError> {
    let name = name_of(name, names);
    sheet.set_name(&name)?;
    names.push(name);
    sheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3)
        .set_footer("&C&P / &N");
    Ok(())
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
    table: &Table,
    looks: &Looks,
    names: &mut Vec<String>,
) -> Result<(), XlsxError> {
    set_up(sheet, &table.heading, names)?;
    if table.columns.len() > 6 {
        sheet.set_landscape();
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    for (place, column) in (0..).zip(&table.columns) {
        sheet.set_column_width(place, column.width)?;
        sheet.write_string_with_format(0, place, cut(&column.heading), &looks.heading)?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        for (place, cell) in (0..).zip(cells) {
            write_cell(sheet, (row, place), cell, looks)?;
        }
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

fn write_bars(
    sheet: &mut Worksheet,
    bars: &Bars,
    looks: &Looks,
    names: &mut Vec<String>,
) -> Result<(), XlsxError> {
    set_up(sheet, &bars.heading, names)?;
    let name = names.last().cloned().unwrap_or_default();
    sheet.write_string_with_format(0, 0, cut(&bars.heading), &looks.title)?;
    for (row, (label, count)) in (2..).zip(&bars.bars) {
        sheet.write_string_with_format(row, 0, cut(label), &looks.text)?;
        sheet.write_number_with_format(row, 1, f64::from(*count), &looks.number)?;
    }
    let last = u32::try_from(bars.bars.len()).unwrap_or(0) + 1;
    if last > 1 {
        let mut chart = Chart::new(ChartType::Column);
        chart
            .add_series()
            .set_categories((name.as_str(), 2, 0, last, 0))
            .set_values((name.as_str(), 2, 1, last, 1));
        chart.legend().set_hidden();
        sheet.insert_chart(2, 3, &chart)?;
    }
    Ok(())
}

fn write_compared(
    sheet: &mut Worksheet,
    compared: &Compared,
    looks: &Looks,
    names: &mut Vec<String>,
) -> Result<(), XlsxError> {
    let table = compared.table();
    write_table(sheet, &table, looks, names)?;
    let name = names.last().cloned().unwrap_or_default();
    let name = name.as_str();
    let last = u32::try_from(table.rows.len()).unwrap_or(0);
    if last == 0 {
        return Ok(());
    }
    // Bars lie, so that names can be read; the first row is to stand at the top.
    let mut chart = Chart::new(ChartType::Bar);
    for column in [1, 2] {
        chart
            .add_series()
            .set_name((name, 0, column))
            .set_categories((name, 1, 0, last, 0))
            .set_values((name, 1, column, last, column));
    }
    chart.title().set_name(cut(&compared.heading));
    chart.x_axis().set_reverse();
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.set_width(460).set_height(120 + 34 * last.min(24));
    sheet.insert_chart(last + 2, 0, &chart)?;
    Ok(())
}

fn write_strip(
    sheet: &mut Worksheet,
    strip: &Strip,
    looks: &Looks,
    names: &mut Vec<String>,
) -> Result<(), XlsxError> {
    set_up(sheet, &strip.heading, names)?;
    sheet.set_column_width(0, 24)?;
    sheet.write_string_with_format(0, 0, cut(&strip.heading), &looks.title)?;
    let [inside, outside] = &strip.legend;
    for (row, point) in (2..).zip(&strip.points) {
        let word = if point.seconds > point.limit {
            outside
        } else {
            inside
        };
        sheet.write_string_with_format(row, 0, cut(&point.label), &looks.text)?;
        write_cell(sheet, (row, 1), &Cell::Span(point.seconds), looks)?;
        write_cell(sheet, (row, 2), &Cell::Span(point.limit), looks)?;
        write_cell(sheet, (row, 3), &Cell::Text(word.clone()), looks)?;
    }
    Ok(())
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

//! A report as lines for a terminal: tables in columns, charts in block characters. Wide glyphs stay whole.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use crate::domain::report::{Bars, Block, Cell, Report, Strip, Table};

/// How many cells a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// Rows of a bar chart.
const TALL: u32 = 6;
/// A cell filled by so many eighths.
const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// Between two columns.
const GAP: usize = 2;

pub(super) fn lines(report: &Report, columns: Option<usize>) -> Vec<String> {
    let mut lines = vec![report.title.clone()];
    lines.extend(report.notes.iter().cloned());
    for block in &report.blocks {
        lines.push(String::new());
        match block {
            Block::Table(table) => of_table(table, &mut lines),
            Block::Bars(bars) => of_bars(bars, &mut lines),
            Block::Strip(strip) => of_strip(strip, columns, &mut lines),
            Block::Compared(compared) => of_table(&compared.table(), &mut lines),
            Block::Text {
                heading,
                lines: texts,
            } => {
                lines.push(heading.clone());
                lines.extend(
                    texts
                        .iter()
                        .map(|text| format!("  {}", text.replace('\n', " "))),
                );
            }
        }
    }
    match columns {
        Some(columns) => lines.into_iter().map(|line| cut(&line, columns)).collect(),
        None => lines,
    }
}

fn of_table(table: &Table, lines: &mut Vec<String>) {
    lines.push(table.heading.clone());
    if table.rows.is_empty() {
        lines.push(format!("  {}", table.empty));
        return;
    }
    let rows: Vec<Vec<(String, bool)>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(shown).collect())
        .collect();
    let widths: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .map(|(n, column)| {
            let cells = rows.iter().filter_map(|row| row.get(n));
            let widest = cells.map(|(text, _)| width(text)).max().unwrap_or(0);
            widest.max(width(&column.heading))
        })
        .collect();
    let is_right: Vec<bool> = (0..widths.len())
        .map(|n| {
            rows.iter()
                .filter_map(|row| row.get(n))
                .any(|(_, right)| *right)
        })
        .collect();
    let headings = table.columns.iter().map(|c| c.heading.as_str());
    lines.push(in_columns(headings, &widths, &is_right));
    for row in &rows {
        lines.push(in_columns(
            row.iter().map(|(text, _)| text.as_str()),
            &widths,
            &is_right,
        ));
    }
}

fn shown(cell: &Cell) -> (String, bool) {
    (cell.text().replace('\n', " "), cell.is_number())
}

fn in_columns<'a>(
    cells: impl Iterator<Item = &'a str>,
    widths: &[usize],
    is_right: &[bool],
) -> String {
    let mut line = String::new();
    for ((cell, wide), right) in cells.zip(widths).zip(is_right) {
        let pad = " ".repeat(wide.saturating_sub(width(cell)));
        line.push_str(&" ".repeat(GAP));
        if *right {
            line.push_str(&pad);
            line.push_str(cell);
        } else {
            line.push_str(cell);
            line.push_str(&pad);
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// Bars from the ground up, their numbers above and their labels below.
fn of_bars(bars: &Bars, lines: &mut Vec<String>) {
    lines.push(bars.heading.clone());
    if bars.is_flat() {
        lines.push(format!("  {}", bars.empty));
        return;
    }
    let highest = bars.bars.iter().map(|(_, n)| *n).max().unwrap_or(0).max(1);
    let wide = |(label, n): &(String, u32)| width(label).max(n.to_string().len());
    let cell = bars.bars.iter().map(wide).max().unwrap_or(1);
    let row = |of: &dyn Fn(&(String, u32)) -> String| {
        let mut line = String::from(" ");
        for bar in &bars.bars {
            let text = of(bar);
            line.push(' ');
            line.push_str(&" ".repeat(cell.saturating_sub(width(&text))));
            line.push_str(&text);
        }
        line.truncate(line.trim_end().len());
        line
    };
    for level in (0..TALL).rev() {
        lines.push(row(&|(_, n)| {
            // In eighths of a cell, rounded up so that a single case is seen.
            let height = (n * TALL * 8).div_ceil(highest);
            let left = height.saturating_sub(level * 8).min(8);
            let block = EIGHTHS.get(usize::try_from(left).unwrap_or(0));
            block.unwrap_or(&' ').to_string().repeat(cell)
        }));
    }
    lines.push(row(&|(_, n)| {
        if *n > 0 { n.to_string() } else { String::new() }
    }));
    lines.push(row(&|(label, _)| label.clone()));
}

/// One sign a point: how much of its limit it took, in eighths; one beyond the limit as `!`.
fn of_strip(strip: &Strip, columns: Option<usize>, lines: &mut Vec<String>) {
    lines.push(strip.heading.clone());
    if strip.points.is_empty() {
        lines.push(format!("  {}", strip.empty));
        return;
    }
    let marks: Vec<char> = strip
        .points
        .iter()
        .map(|point| {
            if !point.is_within() {
                return '!';
            }
            let eighths = (point.seconds * 8).checked_div(point.limit).unwrap_or(0);
            let eighths = usize::try_from(eighths.clamp(1, 8)).unwrap_or(1);
            *EIGHTHS.get(eighths).unwrap_or(&' ')
        })
        .collect();
    let room = columns.unwrap_or(80).saturating_sub(2).max(1);
    for chunk in marks.chunks(room) {
        lines.push(format!("  {}", chunk.iter().collect::<String>()));
    }
    let [within, beyond] = strip.counts();
    let [inside, outside] = &strip.legend;
    lines.push(format!("  ▁-█ {inside} {within}   ! {outside} {beyond}"));
}

/// As much of a line as fits into so many cells; wide signs stay whole.
#[must_use]
pub fn cut(line: &str, columns: usize) -> String {
    if width(line) <= columns {
        return line.to_owned();
    }
    let mut left = columns.saturating_sub(1);
    let mut kept = String::new();
    for c in line.chars() {
        let wide = c.width().unwrap_or(0);
        if wide > left {
            break;
        }
        left -= wide;
        kept.push(c);
    }
    kept.push('…');
    kept
}

//! Tables, bars and the strip of a report as rows of cells, with signs that every terminal can draw where that is asked.
//!
//! No meaning lies in a colour alone: bars carry their numbers, and what is beyond its limit is a sign of its own.

use super::Row;
use crate::app::cells::{cells, cut};
use crate::app::view::skin::Ink;
use crate::domain::report::{Bars, Cell, Strip, Table};

/// A cell filled from below by so many eighths.
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// The same for terminals that draw block signs two cells wide.
const PLAIN: [&str; 9] = [" ", "_", "_", "-", "-", "=", "=", "#", "#"];
/// Cells between two columns.
const GAP: u16 = 2;
/// Rows of the strip.
const STRIP: u32 = 2;

/// A table under its heading; numbers stand at the right of their columns. Where it is too wide the widest texts give way.
pub(super) fn table(table: &Table, width: u16) -> Vec<Row> {
    // The first column is often called what the table is.
    let named = table.columns.first().map(|c| &c.heading) == Some(&table.heading);
    let mut rows = Vec::new();
    if !named || table.rows.is_empty() {
        rows.push(vec![(0, table.heading.clone(), Ink::Title)]);
    }
    if table.rows.is_empty() {
        rows.push(vec![(1, table.empty.clone(), Ink::Dim)]);
        return rows;
    }
    let texts: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(Cell::text).collect())
        .collect();
    let mut widths: Vec<u16> = table
        .columns
        .iter()
        .enumerate()
        .map(|(n, column)| {
            let widest = texts.iter().filter_map(|row| row.get(n)).map(|t| cells(t));
            widest.max().unwrap_or(0).max(cells(&column.heading))
        })
        .collect();
    let gaps = GAP * u16::try_from(widths.len()).unwrap_or(1);
    let mut over = (widths.iter().sum::<u16>() + gaps).saturating_sub(width);
    while over > 0 {
        let Some(widest) = widths.iter_mut().max() else {
            break;
        };
        if *widest <= 4 {
            break;
        }
        *widest -= 1;
        over -= 1;
    }
    let is_right: Vec<bool> = (0..widths.len())
        .map(|n| {
            let mut column = table.rows.iter().filter_map(|row| row.get(n));
            column.any(Cell::is_number)
        })
        .collect();
    let line = |line: &[&str], ink: Ink| {
        let mut x = 1;
        let mut row = Row::new();
        for ((text, wide), right) in line.iter().zip(&widths).zip(&is_right) {
            let text = cut(text, *wide);
            let pad = if *right { wide - cells(text) } else { 0 };
            row.push((x + pad, text.to_owned(), ink));
            x += wide + GAP;
        }
        row
    };
    let heads: Vec<&str> = table.columns.iter().map(|c| c.heading.as_str()).collect();
    let mut heads = line(&heads, Ink::Dim);
    if let Some(first) = heads.first_mut().filter(|_| named) {
        first.2 = Ink::Title;
    }
    rows.push(heads);
    for row in &texts {
        let row: Vec<&str> = row.iter().map(String::as_str).collect();
        rows.push(line(&row, Ink::Plain));
    }
    rows
}

const fn signs(ascii: bool) -> [&'static str; 9] {
    if ascii { PLAIN } else { EIGHTHS }
}

fn filled(signs: [&'static str; 9], eighths: u32) -> &'static str {
    let place = usize::try_from(eighths.min(8)).unwrap_or(8);
    signs.get(place).copied().unwrap_or(" ")
}

/// Bars so many rows high, their numbers and labels below.
pub(super) fn bars(bars: &Bars, tall: u32, width: u16, ascii: bool) -> Vec<Row> {
    let count = u16::try_from(bars.bars.len()).unwrap_or(u16::MAX).max(1);
    let step = (width.saturating_sub(1) / count).clamp(2, 4);
    let wide = usize::from(step.saturating_sub(1).max(1));
    let highest = bars.bars.iter().map(|(_, n)| *n).max().unwrap_or(0).max(1);
    let mut rows = vec![vec![(0, bars.heading.clone(), Ink::Title)]];
    let row = |of: &dyn Fn(&(String, u32)) -> String, ink: Ink| -> Row {
        let places = (0..count).map(|n| 1 + n * step);
        let bars = bars.bars.iter().zip(places);
        bars.map(|(bar, x)| (x, of(bar), ink)).collect()
    };
    for level in (0..tall).rev() {
        let block = |(_, n): &(String, u32)| {
            // Rounded up, so that a single case is seen.
            let height = (n * tall * 8).div_ceil(highest);
            filled(signs(ascii), height.saturating_sub(level * 8)).repeat(wide)
        };
        rows.push(row(&block, Ink::Good));
    }
    let number = |(_, n): &(String, u32)| if *n > 0 { n.to_string() } else { String::new() };
    rows.push(row(&number, Ink::Strong));
    rows.push(row(&|(label, _)| label.clone(), Ink::Dim));
    rows
}

/// One column a point: how much of its limit it took; `!` above one that is beyond it.
pub(super) fn strip(strip: &Strip, width: u16, ascii: bool) -> Vec<Row> {
    let [within, beyond] = strip.counts();
    let [inside, outside] = &strip.legend;
    let signs = signs(ascii);
    let [lowest, full] = [filled(signs, 1), filled(signs, 8)];
    let legend = format!("{lowest}-{full} {inside} {within}  ! {outside} {beyond}");
    let mut rows = vec![vec![
        (0, strip.heading.clone(), Ink::Title),
        (cells(&strip.heading) + 2, legend, Ink::Dim),
    ]];
    let room = width.saturating_sub(1).max(1);
    let count = u16::try_from(strip.points.len()).unwrap_or(u16::MAX).max(1);
    let step = (room / count).clamp(1, 3);
    let wide = usize::from(step.saturating_sub(1).max(1));
    let in_row = usize::from((room / step).max(1));
    for points in strip.points.chunks(in_row) {
        for level in (0..STRIP).rev() {
            let mut row = Row::new();
            for (point, n) in points.iter().zip(0..) {
                let late = !point.is_within();
                let share = u32::try_from(point.seconds.clamp(0, point.limit.max(0))).unwrap_or(0);
                let limit = u32::try_from(point.limit).unwrap_or(u32::MAX).max(1);
                let eighths = (u64::from(share) * u64::from(STRIP * 8)).div_ceil(u64::from(limit));
                let eighths = u32::try_from(eighths).unwrap_or(u32::MAX).max(1);
                let (sign, ink) = match (late, level + 1 == STRIP) {
                    (true, true) => ("!", Ink::Over),
                    (true, false) => (full, Ink::Over),
                    (false, _) => (filled(signs, eighths.saturating_sub(level * 8)), Ink::Good),
                };
                row.push((1 + n * step, sign.repeat(wide), ink));
            }
            rows.push(row);
        }
    }
    rows
}

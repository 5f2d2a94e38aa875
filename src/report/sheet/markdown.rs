//! A report as Markdown. Texts cannot leave their cell, nor act as markup or as a link.

use std::io::{self, Write};

use super::super::markdown::inline;
use crate::domain::report::{Bars, Block, Cell, Report, Strip, Table};

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}\n", inline(&report.title))?;
    for note in &report.notes {
        writeln!(out, "- {}", inline(note))?;
    }
    for block in &report.blocks {
        match block {
            Block::Table(table) => write_table(table, out)?,
            Block::Bars(bars) => write_bars(bars, out)?,
            Block::Strip(strip) => write_strip(strip, out)?,
            Block::Compared(compared) => write_table(&compared.table(), out)?,
            Block::Text { heading, lines } => {
                heading_of(heading, out)?;
                for line in lines {
                    writeln!(out, "- {}", inline(line))?;
                }
            }
        }
    }
    Ok(())
}

fn heading_of(heading: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n## {}\n", inline(heading))
}

fn write_table(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    heading_of(&table.heading, out)?;
    if table.rows.is_empty() {
        return writeln!(out, "{}", inline(&table.empty));
    }
    let headings: Vec<String> = table.columns.iter().map(|c| inline(&c.heading)).collect();
    writeln!(out, "| {} |", headings.join(" | "))?;
    let rules: Vec<&str> = (0..table.columns.len())
        .map(|n| {
            let cells = table.rows.iter().filter_map(|row| row.get(n));
            if cells.clone().any(Cell::is_number) {
                "---:"
            } else {
                "---"
            }
        })
        .collect();
    writeln!(out, "| {} |", rules.join(" | "))?;
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(|cell| inline(&cell.text())).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

fn write_bars(bars: &Bars, out: &mut dyn Write) -> io::Result<()> {
    heading_of(&bars.heading, out)?;
    if bars.is_flat() {
        return writeln!(out, "{}", inline(&bars.empty));
    }
    let shown = bars.bars.iter().filter(|(_, height)| *height > 0);
    let parts: Vec<String> = shown
        .map(|(label, n)| format!("{}: {n}", inline(label)))
        .collect();
    writeln!(out, "{}", parts.join(" · "))
}

fn write_strip(strip: &Strip, out: &mut dyn Write) -> io::Result<()> {
    heading_of(&strip.heading, out)?;
    for point in strip.points.iter().filter(|p| !p.is_within()) {
        let (seconds, limit) = (Cell::Span(point.seconds), Cell::Span(point.limit));
        let label = inline(&point.label);
        writeln!(out, "- {label}: {} > {}", seconds.text(), limit.text())?;
    }
    let [within, beyond] = strip.counts();
    let [inside, outside] = &strip.legend;
    writeln!(
        out,
        "\n{}: {within} · {}: {beyond}",
        inline(inside),
        inline(outside)
    )
}

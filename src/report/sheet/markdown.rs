//! A report as Markdown. Texts cannot leave their cell, nor act as markup or as a link.

use std::io::{self, Write};

use crate::domain::report::{Bars, Block, Cell, Report, Strip, Table};

pub(super) fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "# {}\n", escaped(&report.title))?;
    for note in &report.notes {
        writeln!(out, "- {}", escaped(note))?;
    }
    for block in &report.blocks {
        match block {
            Block::Table(table) => write_table(table, out)?,
            Block::Bars(bars) => write_bars(bars, out)?,
            Block::Strip(strip) => write_strip(strip, out)?,
            Block::Text { heading, lines } => {
                heading_of(heading, out)?;
                for line in lines {
                    writeln!(out, "- {}", escaped(line))?;
                }
            }
        }
    }
    Ok(())
}

fn heading_of(heading: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n## {}\n", escaped(heading))
}

fn write_table(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    heading_of(&table.heading, out)?;
    if table.rows.is_empty() {
        return writeln!(out, "{}", escaped(&table.empty));
    }
    let headings: Vec<String> = table.columns.iter().map(|c| escaped(&c.heading)).collect();
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
        let cells: Vec<String> = row.iter().map(|cell| escaped(&cell.text())).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    Ok(())
}

fn write_bars(bars: &Bars, out: &mut dyn Write) -> io::Result<()> {
    heading_of(&bars.heading, out)?;
    let shown = bars.bars.iter().filter(|(_, height)| *height > 0);
    let parts: Vec<String> = shown
        .map(|(label, n)| format!("{}: {n}", escaped(label)))
        .collect();
    writeln!(out, "{}", parts.join(" · "))
}

fn write_strip(strip: &Strip, out: &mut dyn Write) -> io::Result<()> {
    heading_of(&strip.heading, out)?;
    for point in strip.points.iter().filter(|p| p.seconds > p.limit) {
        let (seconds, limit) = (Cell::Span(point.seconds), Cell::Span(point.limit));
        let label = escaped(&point.label);
        writeln!(out, "- {label}: {} > {}", seconds.text(), limit.text())?;
    }
    let within = strip.points.iter().filter(|p| p.seconds <= p.limit).count();
    let [inside, outside] = &strip.legend;
    let beyond = strip.points.len() - within;
    writeln!(
        out,
        "\n{}: {within} · {}: {beyond}",
        escaped(inside),
        escaped(outside)
    )
}

/// A text in one line, every sign of it plain.
fn escaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => plain.push(' '),
            '<' => plain.push_str("&lt;"),
            '&' => plain.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' => {
                plain.push('\\');
                plain.push(c);
            }
            _ => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn a_text_stays_in_its_cell() {
        assert_eq!(escaped("a|b\nc"), "a\\|b c");
        assert_eq!(escaped("![x](http://y)<b>"), "\\!\\[x\\](http://y)&lt;b>");
    }
}

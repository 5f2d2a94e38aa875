//! A report as a page that stands alone: its style and its charts are inside it, and it prints on A4.
//!
//! No script and nothing from elsewhere; every text is escaped.

use std::io::{self, Write};

use super::super::html::escape;
use super::svg;
use crate::domain::report::{Block, Cell, Compared, Report, Strip, Table};

const STYLE: &str = include_str!("page.css");

pub(super) fn write(report: &Report, language: &str, out: &mut dyn Write) -> io::Result<()> {
    let title = escaped(&report.title);
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body{}>\n<h1>{title}</h1>",
        escaped(language),
        // What begins with a wide table lies from its first page on.
        report
            .blocks
            .first()
            .map_or("", |block| match class_of_block(block) {
                class @ WIDE_CLASS => class,
                _ => "",
            })
    )?;
    if !report.notes.is_empty() {
        list("notes", &report.notes, out)?;
    }
    for block in &report.blocks {
        writeln!(out, "<section{}>", class_of_block(block))?;
        match block {
            Block::Table(table) => write_table(table, &report.title, out)?,
            Block::Bars(bars) => {
                heading_of(&bars.heading, out)?;
                if bars.is_flat() {
                    nothing(&bars.empty, out)?;
                } else {
                    writeln!(out, "{}", svg::bars(bars))?;
                }
            }
            Block::Strip(strip) => write_strip(strip, out)?,
            Block::Compared(compared) => write_compared(compared, out)?,
            Block::Text { heading, lines } => {
                heading_of(heading, out)?;
                list("lines", lines, out)?;
            }
        }
        writeln!(out, "</section>")?;
    }
    writeln!(out, "</body>\n</html>")
}

/// A table so wide that it needs the long side of the paper, and one so narrow that two stand side by side.
const WIDE: u32 = 120;
const NARROW: u32 = 56;
const WIDE_CLASS: &str = " class=\"wide\"";

fn class_of_block(block: &Block) -> &'static str {
    match block {
        Block::Table(table) if table.rows.is_empty() => "",
        Block::Table(table) if table.width() > WIDE => WIDE_CLASS,
        Block::Table(table) if table.width() <= NARROW => " class=\"narrow\"",
        Block::Table(_) | Block::Text { .. } => "",
        Block::Bars(_) | Block::Strip(_) | Block::Compared(_) => " class=\"chart\"",
    }
}

fn nothing(empty: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<p class=\"empty\">{}</p>", escaped(empty))
}

fn heading_of(heading: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<h2>{}</h2>", escaped(heading))
}

fn list(class: &str, lines: &[String], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<ul class=\"{class}\">")?;
    for line in lines {
        writeln!(out, "<li>{}</li>", escaped(line))?;
    }
    writeln!(out, "</ul>")
}

fn write_table(table: &Table, title: &str, out: &mut dyn Write) -> io::Result<()> {
    if table.heading != title {
        heading_of(&table.heading, out)?;
    }
    if table.rows.is_empty() {
        return nothing(&table.empty, out);
    }
    writeln!(out, "<table>\n<colgroup>")?;
    let whole = table.width().max(1);
    for column in &table.columns {
        let share = u32::from(column.width) * 1000 / whole;
        writeln!(out, "<col style=\"width:{}.{}%\">", share / 10, share % 10)?;
    }
    writeln!(out, "</colgroup>\n<thead><tr>")?;
    for (n, column) in table.columns.iter().enumerate() {
        let cells = table.rows.iter().filter_map(|row| row.get(n));
        let class = class_of(cells.clone().any(Cell::is_number));
        writeln!(out, "<th{class}>{}</th>", escaped(&column.heading))?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")?;
    for row in &table.rows {
        write!(out, "<tr>")?;
        for cell in row {
            let class = match cell {
                Cell::Number(0) => " class=\"number zero\"",
                Cell::Moment(_) => " class=\"moment\"",
                // A case's number and a date are read as one; a line must not break inside.
                Cell::Text(text) if is_code(text) => " class=\"moment\"",
                Cell::Empty
                | Cell::Text(_)
                | Cell::Number(_)
                | Cell::Change(_)
                | Cell::Share(_)
                | Cell::Span(_) => class_of(cell.is_number()),
            };
            write!(out, "<td{class}>{}</td>", escaped(&cell.text()))?;
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table>")
}

fn is_code(text: &str) -> bool {
    text.len() <= 20 && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

const fn class_of(is_number: bool) -> &'static str {
    if is_number { " class=\"number\"" } else { "" }
}

fn write_compared(compared: &Compared, out: &mut dyn Write) -> io::Result<()> {
    heading_of(&compared.heading, out)?;
    if compared.rows.is_empty() {
        return nothing(&compared.empty, out);
    }
    writeln!(out, "{}", svg::compared(compared))?;
    let [_, now, before, _] = &compared.columns;
    writeln!(
        out,
        "<p class=\"legend\"><i class=\"now\"></i>{} <i class=\"before\"></i>{}</p>",
        escaped(now),
        escaped(before)
    )
}

fn write_strip(strip: &Strip, out: &mut dyn Write) -> io::Result<()> {
    heading_of(&strip.heading, out)?;
    if strip.points.is_empty() {
        return nothing(&strip.empty, out);
    }
    writeln!(out, "{}", svg::strip(strip))?;
    let [within, beyond] = strip.counts();
    let [inside, outside] = &strip.legend;
    let [_, _, limit, _] = &strip.columns;
    writeln!(
        out,
        "<p class=\"legend\">● {} {within} · ✕ {} {beyond} · <i class=\"line\"></i>{}</p>",
        escaped(inside),
        escaped(outside),
        escaped(limit)
    )
}

/// A text that can be neither markup nor the end of an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    escape(&mut plain, text);
    plain
}

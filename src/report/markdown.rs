//! Markdown with tables, readable as it stands: for a mail, a note or a wiki.
//!
//! Every text is escaped on its way in, here and nowhere else.

use crate::domain::document::{Block, Document, Part, Row, Table, Tone};

pub(super) fn write(document: &Document) -> String {
    let mut out = format!("# {}\n", inline(&document.title));
    for line in &document.lead {
        out.push_str(&format!("\n{}\n", inline(line)));
    }
    for part in &document.parts {
        write_part(&mut out, part);
    }
    if !document.foot.is_empty() {
        out.push_str("\n---\n");
        for line in &document.foot {
            out.push_str(&format!("\n{}\n", inline(line)));
        }
    }
    out
}

fn write_part(out: &mut String, part: &Part) {
    out.push_str(&format!("\n## {}\n\n", inline(&part.title)));
    for block in &part.blocks {
        match block {
            Block::Pairs(pairs) => {
                for (name, value) in pairs {
                    out.push_str(&format!("- **{}** {}\n", inline(name), inline(value)));
                }
            }
            Block::Text(text) => {
                for line in text.lines() {
                    // Two spaces keep the break.
                    out.push_str(&format!("> {}  \n", beginning(line)));
                }
            }
            Block::Line(line) => out.push_str(&format!("{}\n", beginning(line))),
            Block::Findings(findings) => {
                for finding in findings {
                    out.push_str(&format!("- **{}**\n", inline(&finding.head)));
                    for line in &finding.lines {
                        out.push_str(&format!("  - {}\n", beginning(line)));
                    }
                }
            }
            Block::Notes(notes) => {
                for note in notes {
                    out.push_str(&format!("- {}\n", beginning(note)));
                }
            }
            Block::Table(table) => write_table(out, table),
        }
        out.push('\n');
    }
    // One empty line between parts.
    out.truncate(out.trim_end().len());
    out.push('\n');
}

fn write_table(out: &mut String, table: &Table) {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.push_str(&line(table.head.iter().map(|n| inline(n)).collect()));
    out.push_str(&line(table.head.iter().map(|_| "---".to_owned()).collect()));
    for Row { cells, tone } in &table.rows {
        let mark = match tone {
            Tone::Plain => "",
            Tone::Bad => "**",
            Tone::Struck => "~~",
        };
        let marked = |text: &String| match inline(text) {
            text if text.is_empty() => text,
            text => format!("{mark}{text}{mark}"),
        };
        out.push_str(&line(cells.iter().map(marked).collect()));
    }
}

/// A text within a line; its breaks become those of HTML, the only ones a table knows.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\n' => out.push_str("<br>"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => out.extend(['\\', c]),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}

/// A text that begins a line, where some signs would begin a heading, a list or a quotation.
fn beginning(text: &str) -> String {
    let text = text.trim();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    if digits > 0 && rest.starts_with(['.', ')']) {
        return format!("{number}\\{}", inline(rest));
    }
    if text.starts_with(['#', '-', '+', '=']) {
        return format!("\\{}", inline(text));
    }
    inline(text)
}

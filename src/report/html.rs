//! HTML that stands alone: one file, its style within, nothing fetched, made to be printed on A4.
//!
//! Every text is escaped on its way in, here and nowhere else.

use crate::domain::document::{Block, Document, Finding, Part, Row, Table, Tone};

/// An ordinary case fits on one page; a longer one breaks between facts, and tells its columns anew.
const STYLE: &str = "\
@page { size: A4; margin: 11mm 12mm 10mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 8mm 6mm; max-width: 200mm; color: #1a1a1a; background: #fff;
  font: 10pt/1.5 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif; }
h1 { margin: 0 0 .06em; font-size: 1.55em; line-height: 1.3; }
h2 { margin: .75em 0 .3em; border-bottom: .3mm solid #1a1a1a; font-size: 1.15em; line-height: 1.35; break-after: avoid; }
p { margin: 0 0 .2em; }
.lead { color: #444; }
dl { display: grid; grid-template-columns: repeat(3, max-content 1fr); gap: 0 1em; margin: 0; }
dl.single { grid-template-columns: max-content 1fr; }
dt { color: #555; }
dd { margin: 0; overflow-wrap: anywhere; }
blockquote { margin: .3em 0; padding: .2em .8em; border-left: .8mm solid #999; background: #f5f5f5;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.finding { margin: 0 0 .35em; padding: .15em .8em; border: .25mm solid #999; border-left: 1.2mm solid #b00020;
  break-inside: avoid; }
.finding strong { display: block; }
.finding ul { margin: 0; padding: 0; list-style: none; font-size: .95em; }
ul { margin: .3em 0 0; padding-left: 1.6em; }
.notes { margin: .4em 0 0; padding: 0; list-style: none; color: #444; font-size: .86em; line-height: 1.35; }
.notes li { display: inline; margin-right: 1em; }
table { width: 100%; border-collapse: collapse; font-size: .95em; line-height: 1.35; }
thead { display: table-header-group; }
th, td { padding: .08em .5em; border: .2mm solid #999; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eee; font-weight: 600; white-space: nowrap; }
td.short { white-space: nowrap; overflow-wrap: normal; }
tr { break-inside: avoid; }
tr.bad td { color: #b00020; font-weight: 600; }
tr.struck td { color: #777; text-decoration: line-through; }
footer { margin-top: .8em; padding-top: .3em; border-top: .2mm solid #999; color: #555; font-size: .86em; }
footer p { display: inline; margin-right: 1.5em; }
@media print {
  body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.4; }
  body.dense { font-size: 8pt; line-height: 1.3; }
  .dense h2 { margin-top: .4em; margin-bottom: .2em; }
  .dense .notes { margin-top: .2em; font-size: .82em; }
  .dense .finding { margin-bottom: .2em; padding-top: 0; padding-bottom: .05em; }
  .dense footer { margin-top: .4em; padding-top: .1em; }
}
";

/// From so many rows on a document is printed small, so that it still stands on one page.
const DENSE: usize = 30;

/// A cell no wider than so many letters is not broken.
const WHOLE: usize = 22;

/// Names and values stand in three columns while no value is longer than this many signs.
const SHORT: usize = 22;

pub(super) fn write(document: &Document) -> String {
    let mut out = String::new();
    let language = document.language.tag();
    out.push_str(&format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    ));
    element(&mut out, "title", "", &document.title);
    out.push_str(&format!("<style>\n{STYLE}</style>\n</head>\n"));
    let rows: usize = document.parts.iter().map(rows).sum();
    open(&mut out, "body", if rows < DENSE { "" } else { "dense" });
    out.push('\n');
    element(&mut out, "h1", "", &document.title);
    for line in &document.lead {
        element(&mut out, "p", "lead", line);
    }
    for part in &document.parts {
        write_part(&mut out, part);
    }
    if !document.foot.is_empty() {
        out.push_str("<footer>\n");
        for line in &document.foot {
            element(&mut out, "p", "", line);
        }
        out.push_str("</footer>\n");
    }
    out.push_str("</body>\n</html>\n");
    out
}

/// About how many rows a part takes.
fn rows(part: &Part) -> usize {
    let of = |block: &Block| match block {
        Block::Pairs(pairs) => pairs.len() / 3,
        Block::Text(text) => text.chars().count() / 60 + text.lines().count(),
        Block::Line(_) => 1,
        Block::Findings(findings) => findings.len() * 3,
        Block::Notes(notes) => notes.len() / 2,
        Block::Table(table) => table.rows.len(),
    };
    part.blocks.iter().map(of).sum()
}

fn write_part(out: &mut String, part: &Part) {
    out.push_str("<section>\n");
    element(out, "h2", "", &part.title);
    for block in &part.blocks {
        match block {
            Block::Pairs(pairs) => write_pairs(out, pairs),
            Block::Text(text) => element(out, "blockquote", "", text),
            Block::Line(line) => element(out, "p", "", line),
            Block::Findings(findings) => findings.iter().for_each(|f| write_finding(out, f)),
            Block::Notes(notes) => write_list(out, "notes", notes),
            Block::Table(table) => write_table(out, table),
        }
    }
    out.push_str("</section>\n");
}

fn write_pairs(out: &mut String, pairs: &[(String, String)]) {
    let is_short = |(_, value): &(String, String)| value.chars().count() <= SHORT;
    let (short, long): (Vec<_>, Vec<_>) = pairs.iter().partition(|p| is_short(p));
    for (class, pairs) in [("", short), ("single", long)] {
        if pairs.is_empty() {
            continue;
        }
        open(out, "dl", class);
        out.push('\n');
        for (name, value) in pairs {
            element(out, "dt", "", name);
            element(out, "dd", "", value);
        }
        out.push_str("</dl>\n");
    }
}

fn write_finding(out: &mut String, finding: &Finding) {
    out.push_str("<div class=\"finding\">\n");
    element(out, "strong", "", &finding.head);
    write_list(out, "", &finding.lines);
    out.push_str("</div>\n");
}

fn write_list(out: &mut String, class: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    open(out, "ul", class);
    out.push('\n');
    for line in lines {
        element(out, "li", "", line);
    }
    out.push_str("</ul>\n");
}

fn write_table(out: &mut String, table: &Table) {
    out.push_str("<table>\n<thead>\n<tr>");
    for name in &table.head {
        cell(out, "th", "", name);
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for Row { cells, tone } in &table.rows {
        let class = match tone {
            Tone::Plain => "",
            Tone::Bad => "bad",
            Tone::Struck => "struck",
        };
        open(out, "tr", class);
        for text in cells {
            let width: usize = text.chars().map(|c| 2 - usize::from(c.is_ascii())).sum();
            let is_short = width <= WHOLE;
            cell(out, "td", if is_short { "short" } else { "" }, text);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

fn open(out: &mut String, name: &str, class: &str) {
    if class.is_empty() {
        out.push_str(&format!("<{name}>"));
    } else {
        out.push_str(&format!("<{name} class=\"{class}\">"));
    }
}

fn element(out: &mut String, name: &str, class: &str, text: &str) {
    open(out, name, class);
    escape(out, text);
    out.push_str(&format!("</{name}>\n"));
}

fn cell(out: &mut String, name: &str, class: &str, text: &str) {
    open(out, name, class);
    for (n, line) in text.lines().enumerate() {
        if n > 0 {
            out.push_str("<br>");
        }
        escape(out, line);
    }
    out.push_str(&format!("</{name}>"));
}

pub(super) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

//! Documents laid out in a format, one file a format. Knows no case and no rule, writes no file: text in, text out.
//!
//! Called by `runtime` and `cli`, which write what comes out.

mod html;
mod markdown;

use crate::domain::document::Document;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A page that stands alone and prints on A4.
    Html,
    /// Markdown with tables.
    Markdown,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Html, Self::Markdown];

    /// How the name of such a file ends.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
        }
    }

    /// The format that files of such an ending are in.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        let is_it = |f: &Self| f.extension().eq_ignore_ascii_case(extension);
        Self::ALL.into_iter().find(is_it)
    }

    /// The document in this format.
    #[must_use]
    pub fn write(self, document: &Document) -> String {
        match self {
            Self::Html => html::write(document),
            Self::Markdown => markdown::write(document),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::{Block, Finding, Part, Row, Table, Tone};
    use crate::domain::show::Language;

    /// A document every text of which tries to be markup.
    fn hostile() -> Document {
        let bad = || "<script>alert(1)</script> | \"x\" & 'y' *z* [a](b) `c`".to_owned();
        Document {
            language: Language::Zh,
            title: bad(),
            lead: vec![bad()],
            parts: vec![Part {
                title: bad(),
                blocks: vec![
                    Block::Pairs(vec![(bad(), bad())]),
                    Block::Text(format!("# {}\n- 一\n1. 二\n\n> 三", bad())),
                    Block::Line(bad()),
                    Block::Findings(vec![Finding {
                        head: bad(),
                        lines: vec![bad()],
                    }]),
                    Block::Notes(vec![bad()]),
                    Block::Table(Table {
                        head: vec![bad()],
                        rows: [Tone::Plain, Tone::Bad, Tone::Struck]
                            .map(|tone| Row {
                                cells: vec![format!("{}\n第二行", bad())],
                                tone,
                            })
                            .to_vec(),
                    }),
                ],
            }],
            foot: vec![bad()],
        }
    }

    #[test]
    fn no_text_becomes_markup_in_html() {
        let html = Format::Html.write(&hostile());
        assert!(!html.contains("<script"));
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assert!(html.contains("&quot;x&quot; &amp; &#39;y&#39;"));
        // It stands alone: nothing is fetched from anywhere.
        for reference in ["src=", "href=", "@import", "url("] {
            assert!(!html.contains(reference), "{reference}");
        }
    }

    #[test]
    fn no_text_becomes_markup_in_markdown() {
        let markdown = Format::Markdown.write(&hostile());
        assert!(!markdown.contains("<script"));
        for line in markdown.lines() {
            let bare = line.replace("\\|", "");
            if line.starts_with('|') {
                assert_eq!(bare.matches('|').count(), 2, "one column: {line}");
            }
            assert!(!line.contains("*z*") || line.contains("\\*z\\*"), "{line}");
        }
        // What a citizen wrote stays a quotation, line by line.
        for quoted in ["> \\# ", "> \\- 一", "> 1\\. 二", "> &gt; 三"] {
            assert!(markdown.contains(quoted), "{quoted} in\n{markdown}");
        }
    }

    #[test]
    fn formats_are_known_by_the_ends_of_names() {
        assert_eq!(Format::of_extension("HTML"), Some(Format::Html));
        assert_eq!(Format::of_extension("md"), Some(Format::Markdown));
        assert_eq!(Format::of_extension("pdf"), None);
    }
}

//! Comma-separated lists, as Excel, WPS and web systems save them.
//!
//! Reads records itself so that rows are counted as a spreadsheet counts them: blank lines count, breaks inside quotes
//! do not. Called by `read`.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::IntakeError;
use super::cell::Cell;
use super::rows::{Flow, Rows};
use crate::domain::text;

const DELIMITERS: [u8; 3] = [b',', b'\t', b';'];

/// Reads a list. The delimiter is the first under which a header is found.
pub(super) fn read(bytes: &[u8], rows: &mut Rows<'_>) -> Result<(), IntakeError> {
    let text = decode(bytes);
    rows.expect(text.bytes().filter(|b| *b == b'\n').count() as u64);
    for delimiter in DELIMITERS {
        rows.start_over();
        offer_all(&text, delimiter, rows)?;
        if rows.has_header() {
            return Ok(());
        }
    }
    Ok(())
}

fn offer_all(text: &str, delimiter: u8, rows: &mut Rows<'_>) -> Result<(), IntakeError> {
    let mut records = Records::new(text, delimiter);
    let mut cells = Vec::new();
    let mut row = 0;
    while records.next(&mut cells) {
        row += 1;
        match rows.offer(row, &cells)? {
            Flow::More => {}
            Flow::NoHeader => break,
        }
    }
    Ok(())
}

/// Text in UTF-8, in UTF-16 with a byte order mark, else in GB18030, which GBK and GB2312 are part of.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = match bytes {
        [0xff, 0xfe, ..] => UTF_16LE,
        [0xfe, 0xff, ..] => UTF_16BE,
        _ if is_utf8(bytes) => UTF_8,
        _ => GB18030,
    };
    encoding.decode_with_bom_removal(bytes).0
}

/// UTF-8, perhaps with a few broken bytes: nearly all that is not ASCII stands in well-formed sequences, which text in
/// GB18030 does not.
fn is_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| !b.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    broken * 10 <= good
}

/// What stood in a cell before a list of ours kept it from acting as a formula.
fn armed(value: Cow<'_, str>) -> Cow<'_, str> {
    match value {
        Cow::Borrowed(value) => Cow::Borrowed(text::armed(value)),
        Cow::Owned(value) => Cow::Owned(text::armed(&value).to_owned()),
    }
}

/// The records of a text, one after the other.
struct Records<'a> {
    rest: &'a str,
    delimiter: u8,
}

impl<'a> Records<'a> {
    const fn new(text: &'a str, delimiter: u8) -> Self {
        Self {
            rest: text,
            delimiter,
        }
    }

    /// The next record's cells; false at the end.
    fn next(&mut self, cells: &mut Vec<Cell<'a>>) -> bool {
        cells.clear();
        if self.rest.is_empty() {
            return false;
        }
        loop {
            let value = self
                .quoted()
                .unwrap_or_else(|| Cow::Borrowed(self.until_end()));
            cells.push(if value.is_empty() {
                Cell::Empty
            } else {
                Cell::Text(armed(value))
            });
            match self.rest.as_bytes() {
                [b'\r', b'\n', ..] => self.skip(2),
                [b'\r' | b'\n', ..] => self.skip(1),
                [_, ..] => {
                    self.skip(1);
                    continue;
                }
                [] => {}
            }
            return true;
        }
    }

    fn skip(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }

    /// What stands before the next delimiter, break or end.
    fn until_end(&mut self) -> &'a str {
        let end = self
            .rest
            .bytes()
            .position(|b| b == self.delimiter || b == b'\n' || b == b'\r')
            .unwrap_or(self.rest.len());
        let (value, rest) = self.rest.split_at(end);
        self.rest = rest;
        value
    }

    /// A value in quotes, also in the form `="0012"` that keeps a spreadsheet from reading digits as a number. None when
    /// there is no quote or nothing closes it: then the quote is a character like any other, or it would swallow the file.
    fn quoted(&mut self) -> Option<Cow<'a, str>> {
        let body = self.rest.strip_prefix('"').or_else(|| {
            let body = self.rest.strip_prefix("=\"")?;
            let closed = body.split_once('"')?.1;
            let ends =
                closed.is_empty() || closed.starts_with(['\r', '\n', char::from(self.delimiter)]);
            ends.then_some(body)
        })?;
        let mut from = 0;
        let mut doubled = false;
        let end = loop {
            let quote = from + body.get(from..)?.find('"')?;
            if body.as_bytes().get(quote + 1) != Some(&b'"') {
                break quote;
            }
            doubled = true;
            from = quote + 2;
        };
        let value = body.get(..end)?;
        self.rest = body.get(end + 1..).unwrap_or_default();
        let stray = self.until_end();
        if !doubled && stray.is_empty() {
            return Some(Cow::Borrowed(value));
        }
        Some(Cow::Owned(value.replace("\"\"", "\"") + stray))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        let mut reader = Records::new(text, delimiter);
        let (mut all, mut cells) = (Vec::new(), Vec::new());
        while reader.next(&mut cells) {
            all.push(cells.iter().map(|c| c.text().into_owned()).collect());
        }
        all
    }

    #[test]
    fn quotes_breaks_and_blank_lines() {
        assert_eq!(
            records("a,\"b\r\nc\",\"d\"\"e\"\r\n\r\nf,,\r\ng", b','),
            [
                vec!["a", "b\r\nc", "d\"e"],
                vec![""],
                vec!["f", "", ""],
                vec!["g"]
            ]
        );
    }

    #[test]
    fn a_quote_nothing_closes_swallows_nothing() {
        assert_eq!(
            records("a,\"b\nc,d\n", b','),
            [vec!["a", "\"b"], vec!["c", "d"]]
        );
        assert_eq!(records("\"a\"b,c", b','), [vec!["ab", "c"]]);
    }

    #[test]
    fn digits_kept_as_text() {
        assert_eq!(
            records("=\"0012\",\"=A(\"\"x\"\")\",=\"a\"&B1", b','),
            [vec!["0012", "=A(\"x\")", "=\"a\"&B1"]]
        );
    }

    #[test]
    fn encodings() {
        let text = "件号,标题\r\n1,三坊七巷\r\n";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(text.as_bytes()), text);
        assert_eq!(decode(format!("\u{feff}{text}").as_bytes()), text);
        assert_eq!(decode(&GB18030.encode(text).0), text);
        assert_eq!(decode(&[&[0xff, 0xfe], utf16.as_slice()].concat()), text);
        let mut broken = "三坊七巷".repeat(20).into_bytes();
        broken.push(0xe4);
        assert!(decode(&broken).starts_with("三坊七巷"));
    }
}

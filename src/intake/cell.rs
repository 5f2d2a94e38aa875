//! One cell of a list, whatever the format it came from.
//!
//! Called by the readers, which make cells, and by `rows` and `columns`, which understand them.

use std::borrow::Cow;

use super::time;
use crate::domain::text;
use crate::domain::time::Stamp;

/// What stands in a cell. Texts are as they came, not cleaned yet.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Text.
    Text(Cow<'a, str>),
    /// A number without a date format.
    Number(f64),
    /// A moment.
    Time(Stamp),
}

/// A whole number below this is written without a fraction or exponent. From here on a workbook no longer holds what was
/// typed: it keeps fifteen digits and makes the rest zeros.
const WHOLE: f64 = 1e15;

impl Cell<'_> {
    /// Is there nothing to read in it?
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(t) => t.chars().all(|c| c.is_whitespace() || c == '\u{feff}'),
            Self::Number(_) | Self::Time(_) => false,
        }
    }

    /// Its text, as the cell would show it.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(t) => Cow::Borrowed(t),
            // Phone and case numbers come as floats: 13800138000.0 is meant as 13800138000.
            Self::Number(n) if n.abs() < WHOLE => Cow::Owned(n.to_string()),
            Self::Number(n) => Cow::Owned(format!("{n:.0}")),
            Self::Time(t) => {
                let written = t.to_string();
                Cow::Owned(written.get(..19).unwrap_or(&written).replace('T', " "))
            }
        }
    }

    /// Is it a number with more digits than a workbook keeps? What was typed cannot be known any more.
    #[must_use]
    pub fn is_inexact(&self) -> bool {
        match self {
            Self::Number(n) => n.abs() >= WHOLE,
            Self::Empty | Self::Text(_) | Self::Time(_) => false,
        }
    }

    /// The moment it means, if it means one.
    #[must_use]
    pub fn time(&self) -> Option<Stamp> {
        match self {
            Self::Empty => None,
            Self::Text(t) => time::parse(&text::line(t).text),
            Self::Number(n) => time::from_serial(*n),
            Self::Time(t) => Some(*t),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_mean_them() {
        assert_eq!(Cell::Number(13_800_138_000.0).text(), "13800138000");
        assert_eq!(Cell::Number(1.5).text(), "1.5");
        assert_eq!(Cell::Number(20_261_116_000_251.0).text(), "20261116000251");
        assert_eq!(Cell::Number(1e20).text(), "100000000000000000000");
    }

    #[test]
    fn a_moment_reads_back_as_it_was() {
        let t = time::parse("2026-11-16 07:56:16").unwrap();
        assert_eq!(Cell::Time(t).text(), "2026-11-16 07:56:16");
        assert_eq!(
            Cell::Text(Cell::Time(t).text().into_owned().into()).time(),
            Some(t)
        );
    }
}

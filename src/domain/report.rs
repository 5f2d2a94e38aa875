//! A report as words and typed cells, without a format: what the terminal, HTML, Markdown, xlsx and csv all show.
//!
//! Plain data in the language of its reader. Made by `app::text` from the figures; written by `report`, drawn by the screens.

use std::borrow::Cow;

use super::time::Stamp;

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its heading.
    pub title: String,
    /// What it is about, one remark a line: the period, the revision, what it rests on.
    pub notes: Vec<String>,
    /// Its parts in order.
    pub blocks: Vec<Block>,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Rows under headings.
    Table(Table),
    /// Bars side by side, e.g. by hour.
    Bars(Bars),
    /// Points against a limit, e.g. the times of signs.
    Strip(Strip),
    /// Amounts beside those of the period before, e.g. the scores of units.
    Compared(Compared),
    /// Remarks.
    Text {
        /// Its heading.
        heading: String,
        /// The remarks.
        lines: Vec<String>,
    },
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its heading.
    pub heading: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// What is said where there is no row.
    pub empty: String,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// A fitting width in half-width characters.
    pub width: u16,
}

/// A cell. Texts may come from outside: no format may let them act as anything but text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// By how much a number changed.
    Change(i64),
    /// A share in thousandths.
    Share(u32),
    /// A moment.
    Moment(Stamp),
    /// A length of time in seconds.
    Span(i64),
}

/// Bars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// Their heading.
    pub heading: String,
    /// How labels and heights are called.
    pub columns: [String; 2],
    /// A label and a height each.
    pub bars: Vec<(String, u32)>,
    /// What is said where no bar has a height.
    pub empty: String,
}

/// Points against limits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// Its heading.
    pub heading: String,
    /// What an amount is, e.g. minutes.
    pub unit: String,
    /// How the points, their amounts, their limits and what came of them are called.
    pub columns: [String; 4],
    /// The points in order.
    pub points: Vec<Point>,
    /// How points inside and outside the limit are called.
    pub legend: [String; 2],
    /// What is said where there is no point.
    pub empty: String,
}

/// Amounts beside those of the period before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Their heading.
    pub heading: String,
    /// What the rows are, and how the amount now, the one before and the change are called.
    pub columns: [String; 4],
    /// The rows in order.
    pub rows: Vec<Pair>,
    /// What is said where there is no row.
    pub empty: String,
}

/// An amount now and before; none where there was nothing to count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What of.
    pub label: String,
    /// Now.
    pub now: Option<i64>,
    /// A period earlier.
    pub before: Option<i64>,
}

impl Pair {
    /// By how much it changed.
    #[must_use]
    pub fn change(&self) -> Option<i64> {
        Some(self.now? - self.before?)
    }
}

impl Block {
    /// What it holds as a table, for where no chart is drawn; none for remarks.
    #[must_use]
    pub fn table(&self) -> Option<Cow<'_, Table>> {
        match self {
            Self::Table(table) => Some(Cow::Borrowed(table)),
            Self::Bars(bars) => Some(Cow::Owned(bars.table())),
            Self::Strip(strip) => Some(Cow::Owned(strip.table())),
            Self::Compared(compared) => Some(Cow::Owned(compared.table())),
            Self::Text { .. } => None,
        }
    }
}

impl Bars {
    /// Whether there is anything to draw.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        self.bars.iter().all(|(_, height)| *height == 0)
    }

    /// The same as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let row = |(label, height): &(String, u32)| vec![label.as_str().into(), (*height).into()];
        Table {
            heading: self.heading.clone(),
            columns: columns(&self.columns, [14, 10]),
            rows: self.bars.iter().map(row).collect(),
            empty: self.empty.clone(),
        }
    }
}

impl Strip {
    /// How many points are inside and outside their limits.
    #[must_use]
    pub fn counts(&self) -> [usize; 2] {
        let within = self.points.iter().filter(|p| p.is_within()).count();
        [within, self.points.len() - within]
    }

    /// The same as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let [inside, outside] = &self.legend;
        let rows = self.points.iter().map(|point| {
            let came_of_it = if point.is_within() { inside } else { outside };
            vec![
                point.label.as_str().into(),
                Cell::Span(point.seconds),
                Cell::Span(point.limit),
                came_of_it.as_str().into(),
            ]
        });
        Table {
            heading: self.heading.clone(),
            columns: columns(&self.columns, [30, 12, 12, 10]),
            rows: rows.collect(),
            empty: self.empty.clone(),
        }
    }
}

impl Point {
    /// Whether it keeps its limit.
    #[must_use]
    pub const fn is_within(&self) -> bool {
        self.seconds <= self.limit
    }
}

impl Compared {
    /// The same as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let rows = self.rows.iter().map(|pair| {
            vec![
                pair.label.as_str().into(),
                pair.now.into(),
                pair.before.into(),
                pair.change().map_or(Cell::Empty, Cell::Change),
            ]
        });
        Table {
            heading: self.heading.clone(),
            columns: columns(&self.columns, [18, 8, 8, 8]),
            rows: rows.collect(),
            empty: self.empty.clone(),
        }
    }
}

fn columns<const N: usize>(headings: &[String; N], widths: [u16; N]) -> Vec<Column> {
    let columns = headings.iter().cloned().zip(widths);
    columns
        .map(|(heading, width)| Column { heading, width })
        .collect()
}

impl Table {
    /// How wide it is in half-width characters.
    #[must_use]
    pub fn width(&self) -> u32 {
        self.columns.iter().map(|c| u32::from(c.width)).sum()
    }
}

/// A point of a strip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Where it comes from.
    pub label: String,
    /// Its amount in seconds.
    pub seconds: i64,
    /// Its limit in seconds.
    pub limit: i64,
}

impl Cell {
    /// The cell as plain text, e.g. `2026-11-23 09:03`, `0:06:40`, `97.5%`.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(n) => n.to_string(),
            Self::Change(0) => "0".to_owned(),
            Self::Change(n) => format!("{n:+}"),
            Self::Share(thousandths) => format!("{}.{}%", thousandths / 10, thousandths % 10),
            Self::Moment(at) => moment(*at),
            Self::Span(seconds) => span(*seconds),
        }
    }

    /// Whether it stands at the right of its column.
    #[must_use]
    pub const fn is_number(&self) -> bool {
        match self {
            Self::Number(_) | Self::Change(_) | Self::Share(_) | Self::Span(_) => true,
            Self::Empty | Self::Text(_) | Self::Moment(_) => false,
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Cell {
    fn from(n: u32) -> Self {
        Self::Number(i64::from(n))
    }
}

impl From<i64> for Cell {
    fn from(n: i64) -> Self {
        Self::Number(n)
    }
}

impl From<Stamp> for Cell {
    fn from(at: Stamp) -> Self {
        Self::Moment(at)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// A moment on the office's clock to the minute, with seconds where there are any.
fn moment(at: Stamp) -> String {
    let seconds = at.time().seconds();
    let mut text = format!(
        "{} {:02}:{:02}",
        at.date().format("%Y-%m-%d"),
        seconds / 3600,
        seconds / 60 % 60
    );
    if !seconds.is_multiple_of(60) {
        text.push_str(&format!(":{:02}", seconds % 60));
    }
    text
}

/// Hours, minutes and seconds.
fn span(seconds: i64) -> String {
    let s = seconds.unsigned_abs();
    let sign = if seconds < 0 { "-" } else { "" };
    format!("{sign}{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60)
}

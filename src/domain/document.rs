//! A document as plain data, of no format: what a reader finds where, in words that are ready to be printed.
//!
//! Filled by whoever knows the words (`app::text`), laid out by `report`, one file a format. Holds no rule and no markup;
//! every text in it is taken as it is and never as markup.

use super::show::Language;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The language it is in.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// What stands below the title, line by line.
    pub lead: Vec<String>,
    /// Its parts in order.
    pub parts: Vec<Part>,
    /// What stands small at the end.
    pub foot: Vec<String>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its heading.
    pub title: String,
    /// What it holds, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Names with their values.
    Pairs(Vec<(String, String)>),
    /// What somebody wrote, with its line breaks.
    Text(String),
    /// One sentence.
    Line(String),
    /// What was found, each with what it rests on.
    Findings(Vec<Finding>),
    /// Short remarks.
    Notes(Vec<String>),
    /// A table.
    Table(Table),
}

/// Something found, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub head: String,
    /// What it rests on, line by line.
    pub lines: Vec<String>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the columns are called.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As many as the table has columns.
    pub cells: Vec<String>,
    /// How it is set off from the others; its words say the same.
    pub tone: Tone,
}

/// How something is set off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Not at all.
    Plain,
    /// It went wrong.
    Bad,
    /// It does not count any more.
    Struck,
}

//! What an imported row says, cleaned and understood as far as it can be, and what was wrong with it.
//!
//! Made by `intake`; turned into facts by `arrival`; shown by `cli` and `app`.

use super::ids::{Community, Kind, Number, Rating, Tag, Unit};
use super::policy::Status;
use super::time::Stamp;

/// One row, ready to become facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Row number in the file, as the program that made it counts (the header is a row too).
    pub row: u64,
    /// 件号.
    pub number: Number,
    /// When the platform gave it to the street.
    pub received: Stamp,
    /// The kind; none when the row's word is not known.
    pub kind: Option<Kind>,
    /// The row's word for the kind.
    pub kind_text: String,
    /// The community; none when the row's word is not known or empty.
    pub community: Option<Community>,
    /// The row's word for the community.
    pub community_text: String,
    /// The subject.
    pub title: String,
    /// The full text.
    pub body: String,
    /// The address.
    pub address: String,
    /// The citizen's name.
    pub reporter: String,
    /// The citizen's phone number.
    pub phone: String,
    /// How it came in.
    pub channel: String,
    /// The platform's own close time.
    pub close_due: Option<Stamp>,
    /// The unit that has it.
    pub unit: Option<Unit>,
    /// The unit's answer.
    pub reply: Option<String>,
    /// The citizen's verdict.
    pub rating: Option<Rating>,
    /// What the row's status word means; none when the list has no status column or the cell is empty.
    pub status: Option<Status>,
    /// When it was closed.
    pub closed: Option<Stamp>,
    /// Tags it comes with.
    pub tags: Vec<Tag>,
}

/// Something wrong with one cell of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Row number in the file.
    pub row: u64,
    /// The column's header, or the field's name where there is no header.
    pub column: String,
    /// The value found, cleaned and cut to a line.
    pub value: String,
    /// What is wrong and what was expected.
    pub what: ProblemKind,
    /// Whether the row went in all the same.
    pub kept: bool,
}

/// What is wrong with a cell. The texts are in the locales.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// A required cell is empty.
    Missing,
    /// Not a time in any form that is understood.
    NotATime,
    /// The same number stands earlier in the file.
    TwiceInFile,
    /// A number with characters that cannot be printed, or longer than 64.
    BadNumber,
    /// A number kept as a figure with more digits than a workbook keeps: it is not the one that was typed.
    InexactNumber,
    /// No kind of that name: it went in as ordinary, to be decided.
    UnknownKind,
    /// No community of that name: it went in as unassigned.
    UnknownCommunity,
    /// No status of that name: it was read as if the list had no status.
    UnknownStatus,
    /// No rating of that name: it was left out.
    UnknownRating,
    /// No unit of that name: it was kept as text.
    UnknownUnit,
    /// The time lies before the receipt: it was left out.
    BeforeReceipt,
    /// No tag of that name: it was left out.
    UnknownTag,
    /// Bytes that are no text stand in it.
    BrokenText,
    /// Control characters or escape sequences were taken out.
    ControlCharacters,
    /// The row has more cells than the header.
    TooManyCells,
    /// The text was longer than is kept and was cut.
    TooLong,
    /// It lies later than now: a receipt goes in all the same, a close is left out.
    Future,
}

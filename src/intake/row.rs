//! One row to a draft, and what is wrong with it.
//!
//! A row goes in unless its number or its receipt cannot be made out or its number stands earlier in the list; whatever
//! else is wrong with it is said, and it goes in without that. Called by `rows`.

use std::collections::HashSet;

use super::Reading;
use super::cell::Cell;
use super::columns::{Columns, Field};
use super::mapping::word_key;
use crate::domain::draft::{Draft, Problem, ProblemKind};
use crate::domain::ids::{Community, Kind, Number, Rating, Tag, Unit};
use crate::domain::policy::Status;
use crate::domain::text::{self, Cleaned};
use crate::domain::time::Stamp;

/// Longest number in characters; any printable text up to this length is one.
const NUMBER: usize = 64;
/// Longest text of one line in characters.
const LINE: usize = 500;
/// Longest text of several lines in characters.
const LINES: usize = 20_000;
/// A problem shows so many characters of the value.
const VALUE: usize = 60;

/// Reads one row and notes what is wrong with it.
pub(super) struct RowReader<'r, 'c> {
    reading: &'r Reading<'r>,
    columns: &'r Columns,
    cells: &'r [Cell<'c>],
    row: u64,
    problems: Vec<Problem>,
}

impl<'r, 'c> RowReader<'r, 'c> {
    pub(super) const fn new(
        reading: &'r Reading<'r>,
        columns: &'r Columns,
        cells: &'r [Cell<'c>],
        row: u64,
    ) -> Self {
        Self {
            reading,
            columns,
            cells,
            row,
            problems: Vec::new(),
        }
    }

    /// What is wrong with the row; `kept` is for the caller to say.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    /// The first of the field's columns with something in it.
    fn cell(&self, field: Field) -> Option<&'r Cell<'c>> {
        let cells = self.cells;
        let columns = self.columns.of(field).iter();
        columns
            .filter_map(|i| cells.get(*i))
            .find(|c| !c.is_blank())
    }

    /// The header stands again, as on each page of a printed list.
    pub(super) fn is_header_again(&self) -> bool {
        [Field::Number, Field::Received].into_iter().all(|f| {
            self.cell(f)
                .is_some_and(|c| text::line(&c.text()).text == self.columns.name(f))
        })
    }

    fn problem(&mut self, field: Field, value: &str, what: ProblemKind) {
        let cleaned = text::line(value);
        self.problems.push(Problem {
            row: self.row,
            column: self.columns.name(field).to_owned(),
            value: text::cut(&cleaned.text, VALUE).0.to_owned(),
            what,
            kept: true,
        });
    }

    /// The row as a draft; none when it cannot go in. All that is wrong is noted either way, so that it can be mended
    /// in one go.
    pub(super) fn draft(&mut self, seen: &HashSet<Number>) -> Option<Draft> {
        let number = self.number(seen);
        let received = self.received();
        let kind_text = self.line(Field::Kind);
        let community_text = self.line(Field::Community);
        let kind = self.kind(&kind_text);
        let community = self.community(&community_text);
        let (title, body) = self.title_and_body();
        let address = self.line(Field::Address);
        let reporter = self.line(Field::Reporter);
        let phone = text::fold(&self.line(Field::Phone)).into_owned();
        let channel = self.line(Field::Channel);
        let close_due = self.later_time(Field::CloseDue, received, None);
        let unit = self.unit();
        let reply = Some(self.lines(Field::Reply)).filter(|r| !r.is_empty());
        let rating = self.rating();
        let status = self.status();
        let closed = self.closed(status, received);
        let tags = self.tags();
        self.too_many_cells();
        Some(Draft {
            row: self.row,
            number: number?,
            received: received?,
            kind,
            kind_text,
            community,
            community_text,
            title,
            body,
            address,
            reporter,
            phone,
            channel,
            close_due,
            unit,
            reply,
            rating,
            status,
            closed,
            tags,
        })
    }

    fn kind(&mut self, word: &str) -> Option<Kind> {
        let Reading {
            policy, mapping, ..
        } = *self.reading;
        self.word(Field::Kind, word, ProblemKind::UnknownKind, |w| {
            let named = mapping.and_then(|m| m.kind.get(w).copied());
            named.or_else(|| policy.words.kind(w))
        })
    }

    fn community(&mut self, word: &str) -> Option<Community> {
        let Reading {
            policy, mapping, ..
        } = *self.reading;
        let unknown = ProblemKind::UnknownCommunity;
        self.word(Field::Community, word, unknown, |w| {
            let named = mapping.and_then(|m| m.community.get(w).cloned());
            named.or_else(|| policy.community(w).map(|c| c.name.clone()))
        })
    }

    fn rating(&mut self) -> Option<Rating> {
        let Reading {
            policy, mapping, ..
        } = *self.reading;
        let word = self.line(Field::Rating);
        self.word(Field::Rating, &word, ProblemKind::UnknownRating, |w| {
            let named = mapping.and_then(|m| m.rating.get(w).copied());
            named.or_else(|| policy.words.rating(w))
        })
    }

    fn status(&mut self) -> Option<Status> {
        let Reading {
            policy, mapping, ..
        } = *self.reading;
        let word = self.line(Field::Status);
        self.word(Field::Status, &word, ProblemKind::UnknownStatus, |w| {
            let named = mapping.and_then(|m| m.status.get(w).copied());
            named.or_else(|| policy.words.status(w))
        })
    }

    /// When the case was closed. A list may fill the column for open cases too, e.g. with the time of the last change:
    /// the status word knows better.
    fn closed(&mut self, status: Option<Status>, received: Option<Stamp>) -> Option<Stamp> {
        match status {
            None | Some(Status::Closed) => {
                self.later_time(Field::Closed, received, Some(self.reading.now))
            }
            Some(
                Status::AwaitingSign
                | Status::AwaitingDispatch
                | Status::Dispatched
                | Status::InProgress
                | Status::AwaitingReview,
            ) => None,
        }
    }

    /// The case's number: without it, or with one that stands earlier in the list, the row cannot go in.
    fn number(&mut self, seen: &HashSet<Number>) -> Option<Number> {
        let Some(cell) = self.cell(Field::Number) else {
            self.problem(Field::Number, "", ProblemKind::Missing);
            return None;
        };
        let written = cell.text();
        let Cleaned { text, altered } = text::line(&written);
        let text = text::fold(&text).trim().to_owned();
        let what = if text.is_empty() {
            ProblemKind::Missing
        } else if cell.is_inexact() {
            ProblemKind::InexactNumber
        } else if altered || text.contains('\u{fffd}') || text::cut(&text, NUMBER).1 {
            ProblemKind::BadNumber
        } else {
            let number = Number::from(text);
            if !seen.contains(&number) {
                return Some(number);
            }
            ProblemKind::TwiceInFile
        };
        self.problem(Field::Number, &written, what);
        None
    }

    /// When the street got the case: without it the row cannot go in, for every limit counts from it.
    fn received(&mut self) -> Option<Stamp> {
        let Some(cell) = self.cell(Field::Received) else {
            self.problem(Field::Received, "", ProblemKind::Missing);
            return None;
        };
        let Some(t) = cell.time() else {
            self.problem(Field::Received, &cell.text(), ProblemKind::NotATime);
            return None;
        };
        // The platform's clock may be ahead of this one: the case goes in, and is known from then on (S3).
        if t > self.reading.now {
            self.problem(Field::Received, &cell.text(), ProblemKind::Future);
        }
        Some(t)
    }

    /// A moment not before the receipt and not after `latest`; left out where it is.
    fn later_time(
        &mut self,
        field: Field,
        received: Option<Stamp>,
        latest: Option<Stamp>,
    ) -> Option<Stamp> {
        let cell = self.cell(field)?;
        let what = match cell.time() {
            None => ProblemKind::NotATime,
            Some(t) if received.is_some_and(|r| t < r) => ProblemKind::BeforeReceipt,
            Some(t) if latest.is_some_and(|l| t > l) => ProblemKind::Future,
            Some(t) => return Some(t),
        };
        self.problem(field, &cell.text(), what);
        None
    }

    fn line(&mut self, field: Field) -> String {
        self.read_text(field, text::line, LINE)
    }

    /// A title too long to be one is cut, but stands in full at the head of the text, so that nothing is lost.
    fn title_and_body(&mut self) -> (String, String) {
        let title = self.line(Field::Title);
        let body = self.lines(Field::Body);
        let whole = self.cell(Field::Title).map(Cell::text).unwrap_or_default();
        if whole.len() <= LINE {
            return (title, body);
        }
        let whole = text::line(&whole).text;
        if !text::cut(&whole, LINE).1 {
            return (title, body);
        }
        let both = format!("{whole}\n{body}");
        (title, text::cut(both.trim(), LINES).0.to_owned())
    }

    fn lines(&mut self, field: Field) -> String {
        self.read_text(field, text::lines, LINES)
    }

    fn read_text(&mut self, field: Field, clean: fn(&str) -> Cleaned<'_>, most: usize) -> String {
        let Some(cell) = self.cell(field) else {
            return String::new();
        };
        let written = cell.text();
        let Cleaned { text, altered } = clean(&written);
        if altered {
            self.problem(field, &written, ProblemKind::ControlCharacters);
        }
        if text.contains('\u{fffd}') {
            self.problem(field, &written, ProblemKind::BrokenText);
        }
        match text::cut(&text, most) {
            (_, false) => text.into_owned(),
            (beginning, true) => {
                self.problem(field, &written, ProblemKind::TooLong);
                beginning.trim_end().to_owned()
            }
        }
    }

    /// What a word of a closed vocabulary means; an empty cell means nothing and is no problem.
    fn word<T>(
        &mut self,
        field: Field,
        word: &str,
        unknown: ProblemKind,
        meaning: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        if word.is_empty() {
            return None;
        }
        let found = meaning(&word_key(word));
        if found.is_none() {
            self.problem(field, word, unknown);
        }
        found
    }

    /// The unit by the policy's name for it, else as it is written: real departments may be missing from the policy.
    fn unit(&mut self) -> Option<Unit> {
        let name = self.line(Field::Unit);
        if name.is_empty() {
            return None;
        }
        if let Some(known) = self.reading.policy.unit(&word_key(&name)) {
            return Some(known.clone());
        }
        self.problem(Field::Unit, &name, ProblemKind::UnknownUnit);
        Some(Unit::from(name))
    }

    fn tags(&mut self) -> Vec<Tag> {
        let written = self.line(Field::Tags);
        let mut tags = Vec::new();
        for word in written
            .split([',', '，', '、', ';', ' '])
            .filter(|w| !w.is_empty())
        {
            match word.parse() {
                Ok(tag) if !tags.contains(&tag) => tags.push(tag),
                Ok(_) => {}
                Err(_) => self.problem(Field::Tags, word, ProblemKind::UnknownTag),
            }
        }
        tags
    }

    fn too_many_cells(&mut self) {
        let beyond = self.cells.iter().skip(self.columns.header.len());
        if let Some(cell) = beyond.into_iter().find(|c| !c.is_blank()) {
            let value = text::cut(&text::line(&cell.text()).text, VALUE)
                .0
                .to_owned();
            self.problems.push(Problem {
                row: self.row,
                column: (self.columns.header.len() + 1).to_string(),
                value,
                what: ProblemKind::TooManyCells,
                kept: true,
            });
        }
    }
}

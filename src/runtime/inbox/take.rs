//! One file of the inbox into the store: a list as `zhiban import` would, a log as `zhiban log import` would.
//!
//! Leaves the file where it is. Called by [`super::Inbox`].

use std::fs::File;
use std::io::{self, BufReader, Read as _, Write};
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::app::inflow::Became;
use crate::app::text::{Texts, say};
use crate::domain::arrival::{self, Tally};
use crate::domain::draft::Draft;
use crate::domain::event::Fact;
use crate::domain::ids::Number;
use crate::domain::rules::Rules;
use crate::domain::time::Stamp;
use crate::error::{of_list, of_log};
use crate::intake::{self, Format, IntakeError, Mapping, Reading, Sheet, mend};
use crate::store::{LogError, PlatformList, Store, StoreError};

/// Rows that go in at once: between two such heaps the acts of a desk on the same store get their turn.
const HEAP: usize = 500;

/// What a file is taken in with.
pub(super) struct Desk<'a> {
    pub texts: &'a Texts,
    pub rules: &'a Rules,
    pub mapping: Option<&'a Mapping>,
    pub now: Stamp,
    /// Where rows that cannot go in are written.
    pub problems: &'a Path,
    /// Whether the file has stood still so long that no more of it is to be expected.
    pub is_settled: bool,
}

/// Why a file was not dealt with.
pub(super) enum Held {
    /// It is damaged or ends within a line, as it would when only part of it were here yet.
    Doubtful,
    /// It cannot be read, or the rows to be mended cannot be written.
    Io(io::Error),
    /// The store failed.
    Store(StoreError),
}

impl From<io::Error> for Held {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Takes a file in.
///
/// # Errors
/// Why it has to be tried again.
pub(super) fn take(store: &mut Store, desk: &Desk<'_>, path: &Path) -> Result<Became, Held> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(intake::MOST_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > intake::MOST_BYTES && is_log(&bytes) {
        let most = intake::MOST_BYTES >> 20;
        return unusable(desk, path, say!(desk.texts, "inbox-log-large", most = most));
    }
    if !desk.is_settled && ends_within_a_line(&bytes) {
        return Err(Held::Doubtful);
    }
    if is_log(&bytes) {
        return take_log(store, desk, path, &bytes);
    }
    let reading = Reading {
        policy: &desk.rules.policy,
        mapping: desk.mapping,
        now: desk.now,
    };
    match intake::read(&bytes, &reading, &mut |_| {}) {
        Ok(sheet) => take_list(store, desk, path, &bytes, sheet),
        Err(IntakeError::Io(e)) => Err(Held::Io(e)),
        Err(e) if desk.is_settled || !may_be_partial(&e) => {
            unusable(desk, path, of_list(desk.texts, path, &e).message)
        }
        Err(_) => Err(Held::Doubtful),
    }
}

/// Would the beginning of a good list fail like this?
const fn may_be_partial(error: &IntakeError) -> bool {
    match error {
        IntakeError::Broken { .. }
        | IntakeError::NoHeader { .. }
        | IntakeError::NotAList(Format::Empty) => true,
        IntakeError::NotAList(
            Format::Xlsx
            | Format::Csv
            | Format::Json
            | Format::OldExcel
            | Format::Html
            | Format::Binary,
        )
        | IntakeError::Io(_)
        | IntakeError::TooLarge { .. }
        | IntakeError::NoSuchColumn { .. } => false,
    }
}

/// Does a text of lines end before its last line does? A workbook or JSON that is not whole cannot be read at all.
fn ends_within_a_line(bytes: &[u8]) -> bool {
    let end = bytes.iter().rev().find(|b| **b != 0);
    let is_of_lines = !bytes.starts_with(b"PK") && !bytes.trim_ascii_end().ends_with(b"]");
    is_of_lines && end.is_some_and(|end| !matches!(end, b'\n' | b'\r' | b'}'))
}

fn unusable(desk: &Desk<'_>, path: &Path, problem: String) -> Result<Became, Held> {
    explain(desk.problems, path, &problem)?;
    Ok(Became::Unusable { problem })
}

/// Is it the log of a desk, rather than a list in JSON? Its first line is a fact or a revision.
fn is_log(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.trim_ascii_start();
    if !first.starts_with(b"{") {
        return false;
    }
    let line = first.split(|b| *b == b'\n').next().unwrap_or_default();
    let Ok(serde_json::Value::Object(object)) = serde_json::from_slice(line) else {
        return false;
    };
    let has = |keys: [&str; 2]| keys.iter().all(|k| object.contains_key(*k));
    has(["event", "desk"]) || has(["revision", "policy"])
}

fn take_log(store: &mut Store, desk: &Desk<'_>, path: &Path, bytes: &[u8]) -> Result<Became, Held> {
    match store.import_log(&mut BufReader::new(bytes)) {
        Ok(done) => Ok(Became::Log {
            new: done.new,
            known: done.known,
            clashes: done.clashes,
        }),
        Err(LogError::Store(e)) => Err(Held::Store(e)),
        Err(e @ (LogError::Line { .. } | LogError::Read(_))) => {
            unusable(desk, path, of_log(desk.texts, path, &e).message)
        }
    }
}

fn take_list(
    store: &mut Store,
    desk: &Desk<'_>,
    path: &Path,
    bytes: &[u8],
    mut sheet: Sheet,
) -> Result<Became, Held> {
    let drafts = std::mem::take(&mut sheet.drafts);
    let held: Vec<(Number, Stamp)> = drafts
        .iter()
        .map(|draft| (draft.number.clone(), draft.received))
        .collect();
    let mut tally = Tally::default();
    let mut rows = drafts.into_iter().peekable();
    while rows.peek().is_some() {
        let heap = rows.by_ref().take(HEAP);
        let heap = heap.map(|draft| (draft.number.clone(), draft)).collect();
        let facts_of = |draft: Draft, known: &[Fact], rules: &Rules| {
            let facts = arrival::facts(&draft, known, rules, desk.now);
            tally.count(known, &facts);
            facts
        };
        store
            .receive(heap, facts_of, desk.now, |_| {})
            .map_err(Held::Store)?;
    }
    let skipped = sheet.skipped.len();
    let list = PlatformList {
        at: desk.now,
        skipped,
    };
    store.remember_list(list, &held).map_err(Held::Store)?;
    let mend = if skipped > 0 {
        Some(write_mend(desk, path, bytes, &sheet)?)
    } else {
        None
    };
    Ok(Became::List {
        tally,
        skipped,
        mend,
    })
}

/// Writes the rows that could not go in. The name is made of the list's and of its content, so that a list that is taken
/// in again, because the program was killed in between, finds its file there, perhaps half mended already.
fn write_mend(desk: &Desk<'_>, path: &Path, bytes: &[u8], sheet: &Sheet) -> io::Result<String> {
    let digest = Sha256::digest(bytes);
    let mark = digest
        .iter()
        .take(4)
        .fold(0_u32, |mark, b| (mark << 8) | u32::from(*b));
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{stem}-{mark:08x}.csv");
    let label = say!(desk.texts, "import-column");
    write_once(desk.problems, &name, |out| {
        mend::write(sheet, out, &label, &|p| desk.texts.problem_in_column(p))
    })?;
    Ok(name)
}

/// Writes beside a file that is put aside why it was.
///
/// # Errors
/// When it cannot be written.
fn explain(problems: &Path, path: &Path, problem: &str) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    write_once(problems, &format!("{name}.txt"), |out| {
        // Windows' own editor takes text for UTF-8 by this mark.
        writeln!(out, "\u{feff}{problem}")
    })
}

/// Writes a file, whole or not at all; one that is there stays as it is.
fn write_once(
    folder: &Path,
    name: &str,
    content: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut beside = tempfile::Builder::new()
        .prefix(".zhiban")
        .tempfile_in(folder)?;
    content(&mut beside)?;
    beside.as_file().sync_all()?;
    match beside.persist_noclobber(folder.join(name)) {
        Ok(_) => Ok(()),
        Err(e) if e.error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(e) => Err(e.error),
    }
}

//! Which files of the inbox are whole, and where they go once they were dealt with. Opens none of them.
//!
//! A file is whole when its size and time of change have stood still for a while; one whose content says otherwise has
//! to stand still much longer. Called by [`super::Inbox`].

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

/// A file that has stood still so long is whole.
const QUIET: Duration = Duration::from_secs(2);
/// A file whose content ends as if more of it were to come.
const DOUBT: Duration = Duration::from_secs(10);

/// So many files of one name can be put away.
const MOST_ALIKE: u32 = 10_000;

/// Endings of what browsers, sync programs and copiers have not finished.
const PASSING: [&str; 8] = [
    "tmp",
    "temp",
    "part",
    "partial",
    "crdownload",
    "download",
    "swp",
    "filepart",
];
/// What systems and people leave in a folder that is no list.
const NOT_LISTS: [&str; 3] = ["thumbs.db", "desktop.ini", super::MAPPING];

/// Where a file goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// It was taken in.
    Done,
    /// Somebody has to look after it.
    Problems,
}

impl Room {
    const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Problems => "problems",
        }
    }
}

/// A file that can be taken in.
#[derive(Debug, Clone)]
pub(super) struct Whole {
    /// Its name.
    pub name: OsString,
    /// Whether it has stood still so long that nothing more is to be expected.
    pub is_settled: bool,
    state: State,
}

/// What changes when a file is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    size: u64,
    changed: Option<SystemTime>,
}

impl State {
    fn of(metadata: &Metadata) -> Self {
        Self {
            size: metadata.len(),
            changed: metadata.modified().ok(),
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Seen {
    state: State,
    since: Instant,
    is_doubtful: bool,
    /// It was dealt with, but could not be moved there yet.
    taken: Option<Room>,
}

impl Seen {
    const fn patience(&self) -> Duration {
        if self.is_doubtful { DOUBT } else { QUIET }
    }
}

/// The folder and what was seen in it.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    seen: BTreeMap<OsString, Seen>,
}

impl Folder {
    pub(super) fn new(path: PathBuf) -> Self {
        Self {
            path,
            seen: BTreeMap::new(),
        }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn room(&self, room: Room) -> PathBuf {
        self.path.join(room.name())
    }

    /// The files that are whole and were not dealt with, the oldest first: of two lists the later one has the last word.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub(super) fn look(&mut self, at: Instant) -> io::Result<Vec<Whole>> {
        let mut there = BTreeMap::new();
        for entry in std::fs::read_dir(&self.path)? {
            let name = entry?.file_name();
            if is_left_alone(&name) {
                continue;
            }
            // It may have gone since, and what is no plain file (a folder, a pipe, a link) is left alone.
            let Ok(metadata) = self.path.join(&name).symlink_metadata() else {
                continue;
            };
            if !metadata.is_file() {
                continue;
            }
            let state = State::of(&metadata);
            let new = Seen {
                state,
                since: at,
                is_doubtful: false,
                taken: None,
            };
            let seen = self.seen.get(&name).filter(|s| s.state == state);
            there.insert(name, seen.copied().unwrap_or(new));
        }
        self.seen = there;
        let mut whole: Vec<Whole> = self
            .seen
            .iter()
            .filter(|(_, seen)| seen.taken.is_none() && at - seen.since >= seen.patience())
            .map(|(name, seen)| Whole {
                name: name.clone(),
                is_settled: at - seen.since >= DOUBT,
                state: seen.state,
            })
            .collect();
        whole.sort_by(|a, b| (a.state.changed, &a.name).cmp(&(b.state.changed, &b.name)));
        Ok(whole)
    }

    /// How long until the next file is whole, if it stands still.
    pub(super) fn wait(&self, at: Instant) -> Option<Duration> {
        self.seen
            .values()
            .filter(|seen| seen.taken.is_none())
            .map(|seen| seen.patience().saturating_sub(at - seen.since))
            .min()
    }

    /// Its content looks as if more were to come.
    pub(super) fn doubt(&mut self, file: &Whole) {
        if let Some(seen) = self.seen.get_mut(&file.name) {
            seen.is_doubtful = true;
        }
    }

    /// It was dealt with: it is put away, now or when that is possible.
    pub(super) fn taken(&mut self, file: &Whole, room: Room) {
        if let Some(seen) = self.seen.get_mut(&file.name) {
            seen.taken = Some(room);
        }
        self.put_away(&file.name);
    }

    /// Is there anything that was dealt with and still lies here?
    pub(super) fn has_leftovers(&self) -> bool {
        self.seen.values().any(|seen| seen.taken.is_some())
    }

    /// Tries again to put away what could not be moved.
    pub(super) fn put_leftovers_away(&mut self) {
        let left = self.seen.iter().filter(|(_, seen)| seen.taken.is_some());
        let names: Vec<OsString> = left.map(|(name, _)| name.clone()).collect();
        for name in names {
            self.put_away(&name);
        }
    }

    /// Moves a file that was dealt with. One that has changed since stays, and is looked at anew; so does one that is open
    /// in a spreadsheet, whose next save would miss it, and one in a folder that cannot be written to.
    fn put_away(&mut self, name: &OsStr) {
        let Some(&Seen {
            state,
            taken: Some(room),
            ..
        }) = self.seen.get(name)
        else {
            return;
        };
        let from = self.path.join(name);
        let is_same = from
            .symlink_metadata()
            .is_ok_and(|m| State::of(&m) == state);
        if !is_same {
            self.seen.remove(name);
            return;
        }
        if locks_of(name).any(|lock| self.path.join(lock).exists()) {
            return;
        }
        let room = self.room(room);
        // What goes wrong here goes wrong again at the next try, until it does not.
        if std::fs::create_dir_all(&room).is_ok()
            && let Some(to) = free_name(&room, name)
            && std::fs::rename(&from, to).is_ok()
        {
            self.seen.remove(name);
        }
    }
}

/// A name in the folder that nothing has: what stands there is never written over. None where there are too many alike.
fn free_name(folder: &Path, name: &OsStr) -> Option<PathBuf> {
    let name = Path::new(name);
    let stem = name.file_stem().unwrap_or_default();
    let numbered = |n: u32| {
        let mut numbered = stem.to_owned();
        numbered.push(format!(" ({n})"));
        if let Some(ending) = name.extension() {
            numbered.push(".");
            numbered.push(ending);
        }
        folder.join(numbered)
    };
    std::iter::once(folder.join(name))
        .chain((2..MOST_ALIKE).map(numbered))
        .find(|path| path.symlink_metadata().is_err())
}

/// The files by which Excel, WPS and `LibreOffice` mark one that is open.
fn locks_of(name: &OsStr) -> impl Iterator<Item = OsString> {
    [("~$", ""), (".~", ""), (".~lock.", "#")]
        .into_iter()
        .map(move |(before, behind)| {
            let mut lock = OsString::from(before);
            lock.push(name);
            lock.push(behind);
            lock
        })
}

fn is_left_alone(name: &OsStr) -> bool {
    let lower = name.to_string_lossy().to_lowercase();
    let ending = Path::new(&lower).extension().unwrap_or_default();
    lower.starts_with(['.', '~'])
        || lower.ends_with(['~', '#'])
        || NOT_LISTS.contains(&lower.as_str())
        || PASSING.iter().any(|passing| ending == *passing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A folder and a moment to count from; the time of change is left out of the tests, the size is enough.
    fn folder() -> (tempfile::TempDir, Folder, Instant) {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::new(home.path().to_owned());
        (home, folder, super::super::Clock::instant())
    }

    fn names(whole: &[Whole]) -> Vec<String> {
        let name = |w: &Whole| w.name.to_string_lossy().into_owned();
        whole.iter().map(name).collect()
    }

    #[test]
    fn a_file_is_whole_once_it_stands_still() {
        let (home, mut folder, start) = folder();
        fs::write(home.path().join("a.csv"), "half").unwrap();
        assert!(folder.look(start).unwrap().is_empty());
        fs::write(home.path().join("a.csv"), "half and half").unwrap();
        assert!(folder.look(start + QUIET).unwrap().is_empty());
        assert_eq!(folder.wait(start + QUIET), Some(QUIET));
        let whole = folder.look(start + QUIET * 2).unwrap();
        assert_eq!(names(&whole), ["a.csv"]);
    }

    #[test]
    fn a_file_that_seems_cut_has_to_stand_longer() {
        let (home, mut folder, start) = folder();
        fs::write(home.path().join("a.xlsx"), "half").unwrap();
        folder.look(start).unwrap();
        let whole = folder.look(start + QUIET).unwrap();
        assert!(!whole[0].is_settled);
        folder.doubt(&whole[0]);
        assert!(folder.look(start + QUIET * 2).unwrap().is_empty());
        assert!(folder.look(start + DOUBT).unwrap()[0].is_settled);
    }

    #[test]
    fn what_others_have_not_finished_is_left_alone() {
        let (home, mut folder, start) = folder();
        for name in [
            "~$list.xlsx",
            ".~list.xlsx",
            ".~lock.list.ods#",
            "list.xlsx.crdownload",
            "list.csv.part",
            "~WRL0001.tmp",
            "Thumbs.db",
            "mapping.toml",
            "list.csv~",
        ] {
            fs::write(home.path().join(name), "x").unwrap();
        }
        fs::create_dir(home.path().join("folder.csv")).unwrap();
        folder.look(start).unwrap();
        assert_eq!(names(&folder.look(start + DOUBT).unwrap()), [""; 0]);
        assert_eq!(folder.wait(start), None);
    }

    #[test]
    fn nothing_in_the_rooms_is_written_over() {
        let (home, mut folder, start) = folder();
        let mut at = start;
        for content in ["1", "22", "333"] {
            fs::write(home.path().join("a.csv"), content).unwrap();
            folder.look(at).unwrap();
            at += QUIET;
            let whole = folder.look(at).unwrap();
            folder.taken(&whole[0], Room::Done);
        }
        for (name, content) in [("a.csv", "1"), ("a (2).csv", "22"), ("a (3).csv", "333")] {
            let read = fs::read_to_string(home.path().join("done").join(name));
            assert_eq!(read.unwrap(), content);
        }
        assert!(!folder.has_leftovers());
    }

    #[test]
    fn a_file_open_in_a_spreadsheet_is_moved_once_it_is_shut() {
        let (home, mut folder, start) = folder();
        fs::write(home.path().join("a.xlsx"), "1").unwrap();
        fs::write(home.path().join("~$a.xlsx"), "").unwrap();
        folder.look(start).unwrap();
        let whole = folder.look(start + QUIET).unwrap();
        folder.taken(&whole[0], Room::Done);
        assert!(home.path().join("a.xlsx").exists() && folder.has_leftovers());
        assert!(folder.look(start + DOUBT).unwrap().is_empty(), "not again");
        fs::remove_file(home.path().join("~$a.xlsx")).unwrap();
        folder.put_leftovers_away();
        assert!(home.path().join("done/a.xlsx").exists());
    }

    #[test]
    fn a_file_that_was_saved_again_meanwhile_comes_again() {
        let (home, mut folder, start) = folder();
        fs::write(home.path().join("a.csv"), "1").unwrap();
        folder.look(start).unwrap();
        let whole = folder.look(start + QUIET).unwrap();
        fs::write(home.path().join("a.csv"), "22").unwrap();
        folder.taken(&whole[0], Room::Done);
        assert!(home.path().join("a.csv").exists());
        folder.look(start + QUIET).unwrap();
        assert_eq!(names(&folder.look(start + QUIET * 2).unwrap()), ["a.csv"]);
    }
}

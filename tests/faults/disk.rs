//! A disk whose power may fail: what was synced is on it, and of what was written after that any part may be.
//!
//! Stricter than file systems are: a file's sync says nothing about its name, which only its folder's sync keeps; names change
//! in the order they were changed in, and so may stop changing anywhere. Writes to one file may reach the disk in any order, and
//! one of them by some of its sectors only.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::chance::Chance;
use super::trace::Step;

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// A folder in memory, where the system has such a place: thousands of stores are made in it.
pub fn in_memory() -> TempDir {
    let shm = Path::new("/dev/shm");
    let folder = if shm.is_dir() {
        TempDir::new_in(shm)
    } else {
        TempDir::new()
    };
    folder.unwrap()
}

/// The files of a folder: path and content.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

#[derive(Debug, Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Length(usize),
}

impl Change {
    fn on(&self, content: &mut Vec<u8>) {
        match self {
            Self::Write(at, bytes) => write(content, *at, bytes),
            Self::Length(length) => content.resize(*length, 0),
        }
    }
}

fn write(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[at..end].copy_from_slice(bytes);
}

#[derive(Debug, Clone, Default)]
struct File {
    synced: Vec<u8>,
    since: Vec<Change>,
}

impl File {
    fn sync(&mut self) {
        for change in self.since.drain(..) {
            change.on(&mut self.synced);
        }
    }

    fn now(&self) -> Vec<u8> {
        let mut content = self.synced.clone();
        self.since.iter().for_each(|change| change.on(&mut content));
        content
    }
}

type Names = BTreeMap<PathBuf, usize>;

#[derive(Debug, Clone)]
enum Naming {
    Made(PathBuf, usize),
    Moved(PathBuf, PathBuf),
    Removed(PathBuf),
}

impl Naming {
    fn on(&self, names: &mut Names) {
        match self {
            Self::Made(path, file) => drop(names.insert(path.clone(), *file)),
            Self::Moved(from, to) => {
                if let Some(file) = names.remove(from) {
                    names.insert(to.clone(), file);
                }
            }
            Self::Removed(path) => drop(names.remove(path)),
        }
    }

    fn is_in(&self, folder: &Path) -> bool {
        let (Self::Made(path, _) | Self::Moved(path, _) | Self::Removed(path)) = self;
        let to = if let Self::Moved(_, to) = self {
            to
        } else {
            path
        };
        path.parent() == Some(folder) || to.parent() == Some(folder)
    }
}

/// How much of what was not synced is on the disk after a cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    Nothing,
    Everything,
    /// Any of the writes, each whole.
    Some,
    /// The writes up to one, and some sectors of that.
    Torn,
}

/// The disk.
#[derive(Debug, Default)]
pub struct Disk {
    files: Vec<File>,
    names: Names,
    synced: Names,
    since: Vec<Naming>,
}

impl Disk {
    /// A disk on which all this has been for long.
    pub fn with(files: Files) -> Self {
        let mut disk = Self::default();
        for (path, synced) in files {
            disk.names.insert(path, disk.files.len());
            disk.files.push(File {
                synced,
                since: Vec::new(),
            });
        }
        disk.synced = disk.names.clone();
        disk
    }

    pub fn take(&mut self, step: &Step) {
        match step {
            Step::Made { path, emptied } => {
                if let Some(file) = self.file(path) {
                    if *emptied {
                        file.since.push(Change::Length(0));
                    }
                } else {
                    self.files.push(File::default());
                    self.name(Naming::Made(path.clone(), self.files.len() - 1));
                }
            }
            Step::Written { path, at, bytes } => {
                let file = self.file(path).unwrap_or_else(|| panic!("{step:?}"));
                let at = at.unwrap_or_else(|| file.now().len());
                file.since.push(Change::Write(at, bytes.clone()));
            }
            Step::Resized { path, length } => {
                self.file(path).unwrap().since.push(Change::Length(*length));
            }
            Step::Synced { path } => match self.file(path) {
                Some(file) => file.sync(),
                None => {
                    let names = &mut self.synced;
                    self.since.retain(|naming| {
                        let is_here = naming.is_in(path);
                        if is_here {
                            naming.on(names);
                        }
                        !is_here
                    });
                }
            },
            Step::Moved { from, to } => self.name(Naming::Moved(from.clone(), to.clone())),
            Step::Removed { path } => self.name(Naming::Removed(path.clone())),
            Step::Said(_) => {}
        }
    }

    fn name(&mut self, naming: Naming) {
        naming.on(&mut self.names);
        self.since.push(naming);
    }

    fn file(&mut self, path: &Path) -> Option<&mut File> {
        self.names.get(path).map(|file| &mut self.files[*file])
    }

    /// What may be found after a power cut at this moment.
    pub fn cut(&self, chance: &mut Chance) -> Files {
        use Left::{Everything, Nothing, Some, Torn};
        let left = *chance.one_of(&[Nothing, Everything, Some, Some, Torn, Torn]);
        let mut names = self.synced.clone();
        let named = match left {
            Nothing => 0,
            Everything => self.since.len(),
            Some | Torn => chance.below(self.since.len() + 1),
        };
        self.since[..named]
            .iter()
            .for_each(|naming| naming.on(&mut names));
        let content = |file: usize| left_of(&self.files[file], left, chance);
        let contents: Vec<Vec<u8>> = names.values().copied().map(content).collect();
        names.into_keys().zip(contents).collect()
    }
}

fn left_of(file: &File, left: Left, chance: &mut Chance) -> Vec<u8> {
    let mut content = file.synced.clone();
    match left {
        Left::Nothing => {}
        Left::Everything => return file.now(),
        Left::Some => {
            let so_many = *chance.one_of(&[10, 50, 90]);
            for change in &file.since {
                if chance.percent(so_many) {
                    change.on(&mut content);
                }
            }
        }
        Left::Torn => {
            let whole = chance.below(file.since.len() + 1);
            file.since[..whole]
                .iter()
                .for_each(|change| change.on(&mut content));
            if let Some(Change::Write(at, bytes)) = file.since.get(whole) {
                for sector in sectors(*at, bytes) {
                    if chance.percent(50) {
                        write(&mut content, sector.0, sector.1);
                    }
                }
            }
        }
    }
    content
}

/// A write cut where the disk's sectors begin.
fn sectors(at: usize, bytes: &[u8]) -> Vec<(usize, &[u8])> {
    let mut rest = bytes;
    let mut at = at;
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (sector, after) = rest.split_at(rest.len().min(SECTOR - at % SECTOR));
        found.push((at, sector));
        at += sector.len();
        rest = after;
    }
    found
}

#[test]
fn only_what_was_synced_is_sure() {
    let path = PathBuf::from("/d/a");
    let written = |at: usize, bytes: Vec<u8>| Step::Written {
        path: path.clone(),
        at: Some(at),
        bytes,
    };
    let mut disk = Disk::default();
    disk.take(&Step::Made {
        path: path.clone(),
        emptied: false,
    });
    disk.take(&written(0, vec![1; 1024]));
    disk.take(&Step::Synced { path: path.clone() });
    let found = |disk: &Disk| {
        (0..200)
            .map(|seed| disk.cut(&mut Chance::new(seed)))
            .collect::<Vec<_>>()
    };
    // Its content is safe, its name is not.
    assert!(found(&disk).contains(&Files::new()));
    disk.take(&Step::Synced { path: "/d".into() });
    assert!(found(&disk).iter().all(|files| files[&path] == [1; 1024]));
    disk.take(&written(0, vec![2; 1024]));
    let torn = [vec![1; 512], vec![2; 512]].concat();
    for content in [vec![1; 1024], vec![2; 1024], torn] {
        assert!(found(&disk).iter().any(|files| files[&path] == content));
    }
}

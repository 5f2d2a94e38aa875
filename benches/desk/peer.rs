//! Lists of others with as many items, where they are installed: calcurse with appointments of today, tig with commits.
//!
//! calcurse reads all of its appointments, which have times as cases do, before its first frame, as the desk does its cases.
//! tig shows the first page of commits while it still reads the others.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What their first frames hold.
pub const SIGN: &str = "case 0";

/// How a program is called, and what makes its items in a folder.
type Kind = (&'static str, &'static [&'static str], fn(&Path, usize));

const KINDS: [Kind; 2] = [
    ("calcurse", &["-D", "."], appointments),
    ("tig", &[], commits),
];

/// A program with a folder that holds its items.
pub struct Peer {
    pub name: &'static str,
    /// With what it is called from within the folder.
    pub words: &'static [&'static str],
    pub folder: PathBuf,
}

impl Peer {
    /// Those that are installed; it is said which are not.
    pub fn all(folder: &Path, items: usize) -> Vec<Self> {
        let mut peers = Vec::new();
        for (name, words, make) in KINDS {
            let asked = Command::new(name).arg("--version").output();
            if asked.is_ok_and(|answer| answer.status.success()) {
                let folder = folder.join(name);
                fs::create_dir(&folder).unwrap();
                make(&folder, items);
                peers.push(Self {
                    name,
                    words,
                    folder,
                });
            } else {
                println!("{name} is not installed: skipped");
            }
        }
        peers
    }
}

fn appointments(folder: &Path, items: usize) {
    let today = chrono::Local::now().format("%m/%d/%Y");
    let mut appointments = String::new();
    for n in 0..items {
        let at = format!("{today} @ {:02}:{:02}", 8 + n / 60 % 10, n % 60);
        writeln!(appointments, "{at} -> {at} |case {n:05}").unwrap();
    }
    fs::write(folder.join("apts"), appointments).unwrap();
    fs::write(folder.join("todo"), "").unwrap();
    // It leaves with one key.
    fs::write(folder.join("conf"), "general.confirmquit=no\n").unwrap();
}

fn commits(folder: &Path, items: usize) {
    let git = |word: &str| {
        let mut git = Command::new("git");
        git.arg(word).arg("--quiet").current_dir(folder);
        git
    };
    let init = git("init").arg("--initial-branch=main").status();
    assert!(init.unwrap().success());
    let mut import = git("fast-import").stdin(Stdio::piped()).spawn().unwrap();
    let mut log = String::new();
    for n in (0..items).rev() {
        let subject = format!("case {n:05}");
        let seconds = 1_700_000_000 + items - n;
        write!(
            log,
            "commit refs/heads/main\ncommitter zhiban <zhiban@example.org> {seconds} +0000\ndata {}\n{subject}\n",
            subject.len()
        )
        .unwrap();
    }
    let mut stdin = import.stdin.take().unwrap();
    stdin.write_all(log.as_bytes()).unwrap();
    drop(stdin);
    assert!(import.wait().unwrap().success());
}

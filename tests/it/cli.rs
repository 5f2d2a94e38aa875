//! The command line on the real binary, in a home of its own: what it does, says and refuses, and what it leaves alone.
//!
//! Most of it is written as scenes: one command a line, with the moment before it and what comes of it behind.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

mod anonymise;
mod boards;
mod contract;
mod copies;
mod exports;
mod filter;
mod inbox;
mod large;
mod life;
mod lists;
mod mends;
mod phone;
mod pipes;
mod privacy;
mod refused;
mod reports;
mod untouched;
mod usage;
mod watch;
mod who;

/// Far longer than any command takes.
const PATIENCE: Duration = Duration::from_mins(2);

/// Where the store lies in the home.
const STORE_FILES: [&str; 2] = [
    ".local/share/zhiban/zhiban.db",
    ".local/share/zhiban/zhiban.db-wal",
];

/// A user's home with nothing in it yet; commands run in it as in a working folder.
struct Desk {
    home: TempDir,
    variables: BTreeMap<String, String>,
}

/// What a command said, and how it ended.
struct Said {
    line: String,
    code: i32,
    out: String,
    err: String,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            home: TempDir::new().unwrap(),
            variables: BTreeMap::new(),
        };
        // The machine's zone must not matter (T1).
        let desk = desk.with("TZ", "America/New_York");
        desk.with("LANG", "zh_CN.UTF-8")
    }

    fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.to_owned());
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.variables.remove(name);
        self
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn read_bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// The command with this desk's surroundings and nothing else.
    fn command(&self, now: &str, words: &[String]) -> std::process::Command {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_zhiban"));
        command.env_clear().current_dir(self.home.path());
        command.env("HOME", self.home.path()).envs(&self.variables);
        if !now.is_empty() {
            command.env("ZHIBAN_NOW", moment(now));
        }
        command.args(words);
        command
    }

    /// Runs a command at a moment (`09:10` of Monday 2026-11-23, or in full).
    fn run(&self, now: &str, line: &str) -> Said {
        self.fed(now, line, "")
    }

    fn fed(&self, now: &str, line: &str, input: &str) -> Said {
        let mut command = Command::from_std(self.command(now, &words(line)));
        let output = command.write_stdin(input).timeout(PATIENCE).output();
        let output = output.unwrap();
        Said {
            line: format!("{now} {line}"),
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn json(&self, now: &str, line: &str) -> Value {
        let said = self.run(now, &format!("{line} --json")).ends(0);
        serde_json::from_str(&said.out).unwrap()
    }

    /// Plays a scene: `TIME COMMAND => CODE WORDS | WORDS`. A command that is done says the words on standard output and
    /// nothing elsewhere; any other says them in one line on standard error.
    fn play(&self, scene: &str) {
        for step in scene.lines().map(str::trim).filter(|l| !l.is_empty()) {
            let (command, outcome) = step.split_once(" => ").expect(step);
            let (now, line) = command.split_once(' ').expect(step);
            let (code, said) = outcome.split_once(' ').unwrap_or((outcome, ""));
            let said: Vec<&str> = said.split(" | ").filter(|w| !w.is_empty()).collect();
            let result = self.run(now, line).ends(code.parse().expect(step));
            if code == "0" {
                result.shows(&said);
            } else {
                result.complains(&said);
            }
        }
    }

    /// Every file below the home with its bytes.
    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        gather(self.home.path(), &mut found);
        found
    }
}

fn gather(folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, found);
        } else {
            let bytes = fs::read(&path).unwrap();
            found.insert(path, bytes);
        }
    }
}

impl Said {
    fn ends(self, code: i32) -> Self {
        let (line, out, err) = (&self.line, &self.out, &self.err);
        assert_eq!(self.code, code, "{line}\n{out}\n{err}");
        if code == 0 {
            assert_eq!(err, "", "{line}");
        }
        self
    }

    fn shows(self, words: &[&str]) -> Self {
        for word in words {
            let (line, out) = (&self.line, &self.out);
            assert!(out.contains(word), "{line}: no {word:?} in\n{out}");
        }
        self
    }

    /// One line on standard error that holds the words.
    fn complains(self, words: &[&str]) -> Self {
        let (line, err) = (&self.line, &self.err);
        assert_eq!(err.lines().count(), 1, "{line}: {err:?}");
        for word in words {
            assert!(err.contains(word), "{line}: no {word:?} in {err:?}");
        }
        self
    }
}

fn moment(now: &str) -> String {
    if now.contains('T') {
        now.to_owned()
    } else {
        format!("2026-11-23T{now}")
    }
}

/// The words of a command line; single quotes keep spaces together.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    let mut open = false;
    for c in line.chars() {
        match c {
            '\'' => (quoted, open) = (!quoted, true),
            ' ' if !quoted => {
                if open {
                    words.push(String::new());
                }
                open = false;
            }
            _ => {
                words.last_mut().unwrap().push(c);
                open = true;
            }
        }
    }
    if !open {
        words.pop();
    }
    words
}

/// Two cases, one of them urgent, that wait for the street's sign.
fn two_cases() -> Desk {
    let desk = Desk::new();
    desk.play(
        "
        09:05 add --number U1 --kind urgent --community 三坊七巷 --title 消防通道被堵 --received 2026-11-23T09:00 => 0 U1
        09:05 add --number N1 --kind ordinary --community 柳河 --title 巷内下水管外溢 => 0 N1
        ",
    );
    desk
}

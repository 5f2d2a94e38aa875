//! A disk that says no: full, broken, locked, read-only, rotten, without shared memory. Each call the program makes on its
//! store's files fails in turn, once and from then on, by strace.
//!
//! The program says what is wrong in one line and ends with 3, or the fault did no harm and the act is done; the desk stays open
//! and says it in words. Nothing is half done, and the act can be done when the fault has gone.
//!
//! Proven elsewhere: a newer store, files that are no store (`it store::files`, `it cli::untouched`), a store whose folder cannot
//! be made (`pty refusals`), whole pages of rubbish (`it store::damage`). An older store is in `kills`. A network's file system
//! that shares no memory is here as one whose `-shm` cannot be mapped or locked; that such a file system is told of at the
//! start is in `it store::files`.

use std::cell::Cell;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use rusqlite::Connection;
use zhiban::store::Store;

use super::acts::{now, rules};
use super::chance::{Chance, seed};
use super::kills::assert_nothing_runs;
use super::office::{Office, done, program};
use super::trace::{inside, is_possible};
use super::window::{End, Window};

/// The calls, and what the system may answer.
const FAULTS: [(&str, &[&str]); 11] = [
    ("pwrite64", &["ENOSPC", "EIO", "EDQUOT"]),
    ("fsync", &["EIO", "ENOSPC"]),
    ("fdatasync", &["EIO"]),
    ("ftruncate", &["EIO", "ENOSPC"]),
    ("openat", &["ENOSPC", "EIO", "EACCES", "EMFILE"]),
    ("pread64", &["EIO"]),
    ("read", &["EIO"]),
    ("fcntl", &["EAGAIN", "ENOLCK"]),
    ("mmap", &["ENOMEM", "EACCES"]),
    ("newfstatat", &["EIO"]),
    ("unlink", &["EIO"]),
];

/// The arguments that keep strace to the store's files.
fn only(store: &Path) -> Vec<String> {
    let files = ["", "-wal", "-shm", "-journal"].map(|s| format!("{}{s}", store.display()));
    let folder = store.parent().unwrap().display().to_string();
    let files = files.into_iter().chain([folder]);
    files.flat_map(|f| ["-P".to_owned(), f]).collect()
}

fn command(office: &Office, words: &[String]) -> Command {
    let mut command = Command::new(program());
    command.args(words).env_clear().envs(office.environment());
    command.current_dir(office.path(""));
    command
}

fn facts(office: &Office) -> u64 {
    let mut store = Store::open(&office.store(), rules(), now()).unwrap();
    let health = store.check().unwrap();
    assert_eq!(health.problems, []);
    assert_nothing_runs(office);
    health.facts
}

/// How often a command makes a call on the store's files.
fn count(office: &Office, words: &[String], call: &str) -> usize {
    let mut strace = Command::new("strace");
    strace
        .args(["-f", "-qq", "-o", "calls"])
        .args(only(&office.store()));
    strace.args(["-e", &format!("trace={call}")]);
    let output = inside(&mut strace, &command(office, words))
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let calls = fs::read_to_string(office.path("calls")).unwrap();
    calls
        .lines()
        .filter(|l| l.contains(&format!(" {call}(")))
        .count()
}

/// A command with a call failing at one time, or from that time on.
fn failing(office: &Office, words: &[String], call: &str, error: &str, when: &str) -> Output {
    let mut strace = Command::new("strace");
    strace
        .args(["-f", "-qq", "-o", "/dev/null"])
        .args(only(&office.store()));
    strace.args(["-e", &format!("trace={call}"), "-e"]);
    strace.arg(format!("inject={call}:error={error}:when={when}"));
    inside(&mut strace, &command(office, words))
        .output()
        .unwrap()
}

/// One line of words on standard error, and no more.
fn assert_said(output: &Output, what: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said.lines().count(), 1, "{what}: {said}");
    assert!(
        said.contains("zhiban.db：") && output.stdout.is_empty(),
        "{what}: {output:?}"
    );
}

#[derive(Debug, Default)]
struct Tally {
    faults: usize,
    told: usize,
    harmless: usize,
    /// It was said to have failed, and is there whole: the disk took it and could not say so.
    kept: usize,
}

/// So many faults meet one store: the longer it is, the longer takes the check after each.
const ROUND: usize = 100;

/// An act, by the words of a command that was not carried out yet, and how many facts it logs.
type Act<'a> = &'a mut dyn FnMut(&Office) -> (Vec<String>, u64);

/// Lets calls of an act fail in turn: each of them, or so many by chance. `opened` is an office it can be done in a round long.
fn fail(opened: &dyn Fn() -> Office, act: Act<'_>, most: usize, chance: &mut Chance) -> Tally {
    let mut office = opened();
    let mut plan = Vec::new();
    for (call, errors) in FAULTS {
        let (words, _) = act(&office);
        for n in 1..=count(&office, &words, call) {
            for error in errors {
                plan.push((call, *error, n.to_string()));
                // What waits for a lock waits for five seconds.
                if call != "fcntl" || n % 10 == 1 {
                    plan.push((call, *error, format!("{n}+")));
                }
            }
        }
    }
    while plan.len() > most {
        plan.swap_remove(chance.below(plan.len()));
    }
    let mut tally = Tally::default();
    for (n, (call, error, when)) in plan.into_iter().enumerate() {
        if n % ROUND == 0 {
            office = opened();
        }
        let (words, adds) = act(&office);
        let what = format!("{words:?} with {call}:{error}:{when}");
        let before = facts(&office);
        let output = failing(&office, &words, call, error, &when);
        let after = facts(&office);
        assert!(
            after == before || after == before + adds,
            "{what}: {before} {after}"
        );
        tally.faults += 1;
        match output.status.code() {
            Some(0) => {
                assert_eq!(after, before + adds, "{what}: {output:?}");
                tally.harmless += 1;
            }
            Some(3) => {
                assert_said(&output, &what);
                tally.told += 1;
                tally.kept += usize::from(after > before);
            }
            _ => panic!("{what}: {output:?}"),
        }
        let again = office.try_run(&words.iter().map(String::as_str).collect::<Vec<_>>());
        let refused = words[0] == "sign" && after > before;
        assert_eq!(
            again.status.code(),
            Some(i32::from(refused)),
            "{what}: {again:?}"
        );
        assert_eq!(facts(&office), before + adds, "{what}");
    }
    tally
}

fn number(n: usize) -> String {
    format!("ERR{n:07}")
}

/// Writes a list of these cases.
fn list(office: &Office, cases: Range<usize>) -> PathBuf {
    let mut list = "诉求编号,事件类型,诉求标题,登记时间,事件状态,事发区域\n".to_owned();
    for n in cases {
        list += &format!(
            "{},自处件,路灯不亮 {n},2026-11-23 09:00:00,待签收,柳河\n",
            number(n)
        );
    }
    let path = office.path("errors.csv");
    fs::write(&path, list).unwrap();
    path
}

fn fail_all(most: usize) {
    if !is_possible() {
        return;
    }
    let mut chance = Chance::new(seed());
    let mut rows = 0;
    let mut import = |office: &Office| {
        let list = list(office, rows..rows + 3);
        rows += 3;
        (vec!["import".to_owned(), list.display().to_string()], 3)
    };
    let imported = fail(&Office::empty, &mut import, most, &mut chance);
    let next = Cell::new(0);
    let with_unsigned = || {
        let office = Office::empty();
        let list = list(&office, next.get()..next.get() + ROUND);
        office.run(&["import", list.to_str().unwrap()]);
        office
    };
    let mut sign = |_: &Office| {
        let number = number(next.get());
        next.set(next.get() + 1);
        (vec!["sign".to_owned(), number], 1)
    };
    let signed = fail(&with_unsigned, &mut sign, most, &mut chance);
    eprintln!("errors: import {imported:?}, sign {signed:?}");
}

/// Faults that come and go under an open desk.
fn fail_at_the_desk(faults: &[(&str, &str, &str)]) {
    if !is_possible() {
        return;
    }
    for (call, error, says) in faults {
        at_the_desk(says, |desk, office| {
            Broken::break_calls(desk, office, call, error)
        });
    }
    eprintln!(
        "errors: {} faults under an open desk, told in words",
        faults.len()
    );
}

/// A fault under an open desk, until this is dropped.
struct Broken(Child);

impl Broken {
    fn break_calls(desk: &Window, office: &Office, call: &str, error: &str) -> Self {
        let mut strace = Command::new("strace");
        strace
            .args(["-f", "-o", "/dev/null"])
            .args(only(&office.store()));
        strace.args([
            "-e",
            &format!("trace={call}"),
            "-e",
            &format!("inject={call}:error={error}"),
        ]);
        strace.args(["-p", &desk.pid().as_raw_nonzero().to_string()]);
        let mut strace = strace.stderr(Stdio::piped()).spawn().unwrap();
        let mut said = String::new();
        let mut lines = BufReader::new(strace.stderr.as_mut().unwrap());
        while !said.contains("attached") {
            assert_ne!(
                lines.read_line(&mut said).unwrap(),
                0,
                "strace ended: {said}"
            );
        }
        Self(strace)
    }
}

impl Drop for Broken {
    fn drop(&mut self) {
        let strace = rustix::process::Pid::from_child(&self.0);
        let _ = rustix::process::kill_process(strace, rustix::process::Signal::INT);
        let _ = self.0.wait();
    }
}

/// The open desk says what is wrong, goes on answering keys, and does the act once the fault has gone.
fn at_the_desk<T>(says: &str, begin: impl FnOnce(&Window, &Office) -> T) {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    let fault = begin(&desk, &office);
    desk.press("s");
    desk.see(says);
    desk.press("?");
    desk.see("┌ 帮助");
    desk.press("\x1b");
    desk.wait_for("the queue", |w| !w.shows("┌ 帮助"));
    drop(fault);
    desk.press("s");
    desk.see(&done(1, "街道签收"));
    desk.press("q");
    assert_eq!(desk.end_given_back(), End::Exit(0));
    assert_eq!(facts(&office), 4);
}

/// Another program that holds the store: the command waits and says who is to be closed, the desk says it and goes on.
#[test]
#[ignore = "long: it waits as long as the program does"]
fn a_store_that_another_program_holds() {
    at_the_desk("被别的程序占用超过 5 秒", |_, office| {
        let holder = Connection::open(office.store()).unwrap();
        holder.execute_batch("BEGIN IMMEDIATE").unwrap();
        let output = office.try_run(&["sign", "PTY26112300002"]);
        assert_eq!(output.status.code(), Some(3));
        assert_said(&output, "a held store");
        holder
    });
}

/// A file system of our own that can be made small or read-only.
struct Small(PathBuf);

impl Small {
    fn mount(at: &Path) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let mut mount = Command::new("mount");
        let mount = mount
            .args(["-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs"])
            .arg(at)
            .output();
        if mount.is_ok_and(|o| o.status.success()) {
            return Some(Self(at.to_owned()));
        }
        eprintln!("skipped: no file system may be mounted here");
        None
    }

    fn remount(&self, how: &str) {
        let mut mount = Command::new("mount");
        let mount = mount
            .args(["-o", &format!("remount,{how}")])
            .arg(&self.0)
            .output()
            .unwrap();
        assert!(mount.status.success(), "{mount:?}");
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk() {
    let office = Office::empty();
    let Some(disk) = Small::mount(office.store().parent().unwrap()) else {
        return;
    };
    office.import();
    let filler = disk.0.join("filler");
    let mut desk = office.open(&[]);
    // Its rest fills up while the desk is open.
    let _ = fs::write(&filler, vec![0; 4 << 20]);
    let output = office.try_run(&["import", list(&office, 0..400).to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert_said(&output, "a full disk");
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("磁盘满了"),
        "{output:?}"
    );
    desk.press("s");
    desk.wait_for("an answer", |w| {
        w.shows("磁盘满了") || w.shows(&done(1, "街道签收"))
    });
    let fitted = desk.shows(&done(1, "街道签收"));
    fs::remove_file(&filler).unwrap();
    if !fitted {
        desk.press("s");
        desk.see(&done(1, "街道签收"));
    }
    desk.press("q");
    assert_eq!(desk.end_given_back(), End::Exit(0));
    assert_eq!(facts(&office), 4);
    office.run(&["sign", "PTY26112300002"]);
    drop(disk);
}

#[test]
fn a_disk_that_cannot_be_written() {
    let office = Office::empty();
    let Some(disk) = Small::mount(office.store().parent().unwrap()) else {
        return;
    };
    office.import();
    disk.remount("ro");
    for words in [&["sign", "PTY26112300001"][..], &["import", "list.csv"]] {
        let output = office.try_run(words);
        assert_eq!(output.status.code(), Some(3), "{output:?}");
        assert_said(&output, "a read-only disk");
    }
    disk.remount("rw");
    office.run(&["sign", "PTY26112300001"]);
    assert_eq!(facts(&office), 4);
}

/// Bytes that rot: no command ends in a panic, and what `doctor` cannot vouch for it says how to mend.
fn rot(times: usize) {
    let office = Office::with_cases();
    office.run(&["import", list(&office, 0..150).to_str().unwrap()]);
    let sound = fs::read(office.store()).unwrap();
    let mut chance = Chance::new(seed());
    let (mut found, mut refused) = (0, 0);
    for _ in 0..times {
        let mut bytes = sound.clone();
        let at = chance.below(bytes.len());
        let length = 1 + chance.below(*chance.clone().one_of(&[1, 16, 512, 8192]));
        let end = (at + length).min(bytes.len());
        bytes[at..end].fill_with(|| chance.next().to_le_bytes()[3]);
        fs::write(office.store(), bytes).unwrap();
        for words in [&["doctor"][..], &["list"], &["sign", "PTY26112300001"]] {
            let output = office.try_run(words);
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said);
            let code = output.status.code();
            assert!(
                code.is_some_and(|c| c <= 3) && !said.contains("panicked"),
                "{words:?} {code:?} {said}"
            );
            if code == Some(3) {
                refused += 1;
                // With a way out: a backup, what can still be read, or another file.
                let helps = ["restore", "--store", "恢复", "检查", "备份", "更新 zhiban"];
                assert!(helps.iter().any(|h| said.contains(h)), "{words:?}: {said}");
                found += usize::from(words[0] == "doctor");
            }
        }
        for suffix in ["-wal", "-shm", "-journal"] {
            let _ = fs::remove_file(format!("{}{suffix}", office.store().display()));
        }
    }
    eprintln!(
        "errors: {times} rotten stores, {found} found by doctor, {refused} commands refused, no panic"
    );
}

#[test]
fn briefly() {
    fail_all(5);
    fail_at_the_desk(&[("pwrite64", "ENOSPC", "磁盘满了")]);
    rot(4);
}

#[test]
#[ignore = "long: every call of an import and a sign, 500 rotten stores"]
fn at_length() {
    fail_all(usize::MAX);
    fail_at_the_desk(&[
        ("pwrite64", "ENOSPC", "磁盘满了"),
        ("pwrite64", "EIO", "读写出错"),
        ("fsync", "EIO", "读写出错"),
        ("fcntl", "EAGAIN", "被别的程序占用"),
    ]);
    rot(500);
}

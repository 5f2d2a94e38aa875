//! What a program does to the files of a folder, and what it says, in order, as strace saw it.
//!
//! Every byte of every write is in the record. The shared memory of `SQLite` (`-shm`) is no part of it: it is made anew after a
//! power cut.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// One thing done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A file was opened that is to be made if it is not there, or to be emptied if it is.
    Made {
        path: PathBuf,
        emptied: bool,
    },
    /// Bytes were written; without a place, at the end.
    Written {
        path: PathBuf,
        at: Option<usize>,
        bytes: Vec<u8>,
    },
    Resized {
        path: PathBuf,
        length: usize,
    },
    /// A file or a folder was synced.
    Synced {
        path: PathBuf,
    },
    Moved {
        from: PathBuf,
        to: PathBuf,
    },
    Removed {
        path: PathBuf,
    },
    /// Said on standard output: from here on the person knows.
    Said(String),
}

const CALLS: &str =
    "openat,pwrite64,write,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat";

/// Can programs be traced here at all?
pub fn is_possible() -> bool {
    let mut strace = Command::new("strace");
    let tried = strace.args(["-f", "--seccomp-bpf", "-o", "/dev/null", "true"]);
    let possible = tried.output().is_ok_and(|o| o.status.success());
    if !possible {
        eprintln!("skipped: strace is not there or may not trace");
    }
    possible
}

/// Runs a command and gives what it did below `folder`.
pub fn record(command: &Command, folder: &Path) -> (Vec<Step>, Output) {
    let trace = tempfile::NamedTempFile::new().unwrap();
    let mut strace = Command::new("strace");
    strace.args([
        "-f",
        "-y",
        "-xx",
        "-s",
        "100000000",
        "--seccomp-bpf",
        "-e",
        "signal=none",
    ]);
    strace
        .args(["-e", &format!("trace={CALLS}"), "-o"])
        .arg(trace.path());
    let output = inside(&mut strace, command).output().unwrap();
    let text = std::fs::read_to_string(trace.path()).unwrap();
    (read(&text, folder), output)
}

/// A command run by another one that takes a command as its last arguments.
pub fn inside<'a>(outer: &'a mut Command, command: &Command) -> &'a mut Command {
    outer.arg(command.get_program()).args(command.get_args());
    outer.env_clear();
    for (name, value) in command.get_envs() {
        outer.env(name, value.unwrap_or_default());
    }
    if let Some(folder) = command.get_current_dir() {
        outer.current_dir(folder);
    }
    outer.env("PATH", std::env::var_os("PATH").unwrap_or_default())
}

/// Reads a record of strace. A call that was interrupted by another thread's counts where it ended.
fn read(text: &str, folder: &Path) -> Vec<Step> {
    let mut begun: Vec<(&str, &str)> = Vec::new();
    let mut steps = Vec::new();
    for line in text.lines() {
        let Some((thread, call)) = line.split_once(' ') else {
            continue;
        };
        let call = call.trim_start();
        if let Some(first) = call.strip_suffix(" <unfinished ...>") {
            begun.push((thread, first));
        } else if call.starts_with("<... ") {
            let Some(at) = begun.iter().position(|(t, _)| *t == thread) else {
                continue;
            };
            let (_, first) = begun.swap_remove(at);
            let rest = call.split_once(" resumed>").map_or("", |(_, rest)| rest);
            steps.extend(step(&format!("{first}{rest}"), folder));
        } else {
            steps.extend(step(call, folder));
        }
    }
    steps
}

/// The step of a call that did something below the folder.
fn step(call: &str, folder: &Path) -> Option<Step> {
    let (call, result) = call.rsplit_once(" = ")?;
    // What was interrupted is padded up to its result.
    let call = call.trim_end().strip_suffix(')')?;
    if result.starts_with('-') || result.starts_with('?') {
        return None;
    }
    let (name, arguments) = call.split_once('(')?;
    let strings = quoted(arguments);
    let path_of = |bytes: &[u8]| PathBuf::from(OsStr::from_bytes(bytes));
    let ours = |path: PathBuf| {
        let text = path.to_string_lossy();
        let is_ours =
            path.starts_with(folder) && !text.ends_with("-shm") && !text.ends_with(" (deleted)");
        is_ours.then_some(path)
    };
    let described = || ours(path_of(&descriptor(arguments)?));
    let named = |n: usize| ours(path_of(strings.get(n)?));
    let last_number = || arguments.rsplit(", ").next()?.parse::<usize>().ok();
    match name {
        "openat" => {
            let flags = arguments.rsplit_once('"')?.1;
            let emptied = flags.contains("O_TRUNC");
            let path = named(0)?;
            (emptied || flags.contains("O_CREAT")).then_some(Step::Made { path, emptied })
        }
        "pwrite64" | "write" => {
            let count = result.parse::<usize>().ok()?;
            let bytes = strings.first()?.get(..count)?.to_vec();
            if arguments.starts_with("1<") && described().is_none() {
                return Some(Step::Said(String::from_utf8_lossy(&bytes).into_owned()));
            }
            let at = if name == "write" {
                None
            } else {
                Some(last_number()?)
            };
            Some(Step::Written {
                path: described()?,
                at,
                bytes,
            })
        }
        "fsync" | "fdatasync" => Some(Step::Synced { path: described()? }),
        "ftruncate" => Some(Step::Resized {
            path: described()?,
            length: last_number()?,
        }),
        "rename" | "renameat" | "renameat2" => Some(Step::Moved {
            from: named(0)?,
            to: named(1)?,
        }),
        "unlink" | "unlinkat" => Some(Step::Removed { path: named(0)? }),
        other => panic!("{other} was not asked for"),
    }
}

/// The path strace gives for the descriptor that comes first: `4</tmp/…>`, in hexadecimal.
fn descriptor(arguments: &str) -> Option<Vec<u8>> {
    let (number, rest) = arguments.split_once('<')?;
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| bytes(rest.split_once('>').map_or("", |(path, _)| path)))
}

/// The strings among the arguments.
fn quoted(arguments: &str) -> Vec<Vec<u8>> {
    arguments.split('"').skip(1).step_by(2).map(bytes).collect()
}

/// The bytes of `\x41\x42`.
fn bytes(hexadecimal: &str) -> Vec<u8> {
    let digit = |d: u8| {
        char::from(d)
            .to_digit(16)
            .and_then(|d| u8::try_from(d).ok())
            .unwrap()
    };
    let fours = hexadecimal.as_bytes().chunks_exact(4);
    fours
        .map(|four| digit(four[2]) << 4 | digit(four[3]))
        .collect()
}

#[test]
fn a_record_is_read_as_it_was_written() {
    let text = r#"7 openat(AT_FDCWD<\x2f>, "\x2f\x64\x2f\x61", O_RDWR|O_CREAT|O_CLOEXEC, 0600) = 3<\x2f\x64\x2f\x61>
7 pwrite64(3<\x2f\x64\x2f\x61>, "\x00\x41\x42", 3, 4096) = 3
7 openat(AT_FDCWD<\x2f>, "\x2f\x64\x2f\x62", O_RDONLY) = -1 ENOENT (No such file or directory)
7 fsync(3<\x2f\x64\x2f\x61> <unfinished ...>
8 write(1<\x70>, "\x6f\x6b\x0a", 3) = 3
7 <... fsync resumed>)                   = 0
7 ftruncate(3<\x2f\x64\x2f\x61>, 8) = 0
7 rename("\x2f\x64\x2f\x61", "\x2f\x64\x2f\x63") = 0
7 unlink("\x2f\x65\x2f\x63") = 0
7 +++ exited with 0 +++
"#;
    let at = |name: &str| PathBuf::from("/d").join(name);
    let expected = [
        Step::Made {
            path: at("a"),
            emptied: false,
        },
        Step::Written {
            path: at("a"),
            at: Some(4096),
            bytes: b"\0AB".to_vec(),
        },
        Step::Said("ok\n".to_owned()),
        Step::Synced { path: at("a") },
        Step::Resized {
            path: at("a"),
            length: 8,
        },
        Step::Moved {
            from: at("a"),
            to: at("c"),
        },
    ];
    assert_eq!(read(text, Path::new("/d")), expected);
}

//! Output that nobody reads, or that finds no room.

use std::process::Stdio;

use super::{Desk, two_cases, words};

const TALKATIVE: &[&str] = &[
    "list",
    "list --json",
    "show N1",
    "show N1 --json",
    "log export",
    "explain --facts log.jsonl",
    "doctor",
    "completions bash",
    "--help",
    "--version",
    "sign U1 N1",
    "import list.csv",
];

fn with_files() -> Desk {
    let desk = two_cases();
    let log = desk.run("09:06", "log export").ends(0).out;
    let of_case = |l: &&str| l.contains("\"N1\"") || l.contains("\"policy\"");
    let lines: Vec<&str> = log.lines().filter(of_case).collect();
    desk.write("log.jsonl", lines.join("\n"));
    desk.write(
        "list.csv",
        "诉求编号,诉求标题,登记时间\nL1,路灯不亮,2026-11-23 09:00\n",
    );
    desk
}

#[test]
fn a_reader_that_has_gone_is_no_failure() {
    let desk = with_files();
    for line in TALKATIVE {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = desk.command("09:07", &words(line));
        let output = command
            .stdin(Stdio::null())
            .stdout(writer)
            .output()
            .unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            (output.status.code(), err.as_str()),
            (Some(0), ""),
            "{line}"
        );
    }
    // What was to be done was done all the same.
    assert_eq!(desk.json("09:08", "show U1")["stage"], "awaiting_dispatch");
    assert_eq!(desk.json("09:08", "show L1")["title"], "路灯不亮");
}

#[test]
fn complaints_that_nobody_reads_change_no_exit_code() {
    let desk = with_files();
    for (line, code) in [("show NONE", 1), ("show", 2), ("--store log.jsonl list", 3)] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = desk.command("09:07", &words(line));
        let output = command
            .stdin(Stdio::null())
            .stderr(writer)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(code), "{line}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure_of_the_system() {
    let desk = with_files();
    for line in [
        "list",
        "show N1 --json",
        "log export",
        "--help",
        "completions zsh",
    ] {
        let full = std::fs::File::options()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let mut command = desk.command("09:07", &words(line));
        let output = command.stdin(Stdio::null()).stdout(full).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(3), "{line}");
        assert_eq!(err.lines().count(), 1, "{line}: {err}");
    }
    desk.run("09:07", "log export /dev/full")
        .ends(3)
        .complains(&["/dev/full"]);
}

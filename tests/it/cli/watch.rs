//! `list --watch`: what happens elsewhere is told in a line, without anything being drawn.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use serde_json::Value;

use super::{Desk, two_cases, words};

struct Watching {
    child: Child,
    lines: mpsc::Receiver<String>,
}

impl Watching {
    fn begin(desk: &Desk, line: &str) -> Self {
        let mut command = desk.command("09:10", &words(line));
        let command = command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (tell, lines) = mpsc::channel();
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                let _ = tell.send(line);
            }
        });
        Self { child, lines }
    }

    fn next(&self) -> String {
        self.lines.recv_timeout(Duration::from_secs(30)).unwrap()
    }

    /// The next line with these words in it.
    fn says(&self, expected: &[&str]) -> String {
        loop {
            let line = self.next();
            if expected.iter().all(|word| line.contains(word)) {
                return line;
            }
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn what_happens_to_the_list_is_told_in_plain_lines() {
    let desk = two_cases();
    let watching = Watching::begin(&desk, "list --watch");
    watching.says(&["U1"]);
    watching.says(&["N1"]);
    desk.run("09:10", "sign N1").ends(0);
    let line = watching.says(&["N1"]);
    assert!(
        line.contains("09:10") && line.contains("待派发") && line.contains("派发 · "),
        "{line}"
    );
    desk.run("09:10", "void U1 --reason 误登").ends(0);
    assert_eq!(watching.next(), "11-23 09:10 U1 离开队列");
    let add = "add --number N2 --kind ordinary --community 柳河 --title 路灯不亮 --received 2026-11-23T09:09";
    desk.run("09:10", add).ends(0);
    let line = watching.next();
    for word in ["新到 N2 普通自处件 柳河 路灯不亮", "下一步 签收"] {
        assert!(line.contains(word), "{line}");
    }
    assert!(!line.contains(['\u{1b}', '│', '─']), "{line}");
}

#[test]
fn programs_are_told_in_a_line_of_json_each_and_a_filter_holds() {
    let desk = two_cases();
    let watching = Watching::begin(&desk, "list --watch --json --community 柳河");
    let read = |line: String| -> Value { serde_json::from_str(&line).unwrap() };
    let first = read(watching.next());
    assert_eq!(first["change"], "new");
    let number = first["number"].as_str().unwrap().to_owned();
    let other = if number == "U1" { "N1" } else { "U1" };
    desk.run("09:10", &format!("sign {other}")).ends(0);
    desk.run("09:10", &format!("sign {number}")).ends(0);
    let changed = read(watching.next());
    assert_eq!(changed["change"], "changed");
    assert_eq!(changed["number"], number.as_str());
    assert_eq!(changed["stage"], "awaiting_dispatch");
}

#[test]
fn it_tells_or_writes_a_file_but_not_both() {
    let desk = two_cases();
    desk.run("09:10", "list --watch --out list.csv")
        .ends(2)
        .complains(&["--watch", "--out"]);
}

//! `zhiban demo` on a real terminal: what a newcomer sees, and that nothing is left of it afterwards.

use std::fs;
use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;
use zhiban::runtime::clock::Clock;

/// Far longer than anything takes; a test that waits so long has failed.
const PATIENCE: Duration = Duration::from_mins(1);
const ROWS: NonZero<u16> = NonZero::new(24).unwrap();
const COLUMNS: NonZero<u16> = NonZero::new(80).unwrap();

struct Demo {
    home: TempDir,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
}

impl Demo {
    fn open(words: &[&str]) -> Self {
        let home = TempDir::new().unwrap();
        fs::create_dir(home.path().join("tmp")).unwrap();
        let size = PtySize {
            rows: ROWS.get(),
            cols: COLUMNS.get(),
            ..PtySize::default()
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_zhiban"));
        command.args(words);
        command.env_clear();
        for (name, value) in [("LANG", "zh_CN.UTF-8"), ("TERM", "xterm-256color")] {
            command.env(name, value);
        }
        command.env("HOME", home.path());
        command.env("TMPDIR", home.path().join("tmp"));
        command.env("ZHIBAN_STORE", home.path().join("real.db"));
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (tell, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(n @ 1..) = reader.read(&mut bytes) {
                if tell.send(bytes[..n].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            home,
            master: pair.master,
            child,
            output,
            screen: vt100::Parser::new(ROWS, COLUMNS, 0),
        }
    }

    fn contents(&self) -> String {
        self.screen.screen().contents()
    }

    /// Takes in what the program writes until the screen is as wanted.
    fn wait_for(&mut self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        let until = Clock::instant() + PATIENCE;
        while !wanted(&self.contents()) {
            let left = until.saturating_duration_since(Clock::instant());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!(
                        "waited in vain for {what}; the screen:\n{}",
                        self.contents()
                    )
                }
            }
        }
        self.contents()
    }

    fn temporary(&self) -> Vec<PathBuf> {
        let folder = fs::read_dir(self.home.path().join("tmp")).unwrap();
        folder.map(|entry| entry.unwrap().path()).collect()
    }

    /// Waits for the end, and takes in what is written until then, which a full terminal would hold up.
    fn end(mut self) {
        while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
            self.screen.process(&bytes);
        }
        let status = self.child.wait().unwrap();
        assert!(status.success(), "{status:?}\n{}", self.contents());
        assert!(!self.screen.screen().alternate_screen());
        assert_eq!(self.temporary(), Vec::<PathBuf>::new());
        assert!(!self.home.path().join("real.db").exists());
    }
}

fn clock(screen: &str) -> Option<&str> {
    screen
        .lines()
        .next()?
        .split(' ')
        .find(|w| w.matches(':').count() == 2)
}

#[test]
fn a_newcomer_sees_that_it_is_a_demo_and_that_it_lives() {
    let mut demo = Demo::open(&["demo", "--speed", "600"]);
    let first = demo.wait_for("the desk", |s| s.contains("帮助"));
    assert!(first.starts_with(" 演示 "), "{first}");
    assert!(first.contains("三坊七巷 · A 岗"), "{first}");
    assert!(first.contains("虚构") && first.contains("600"), "{first}");
    let [folder] = demo.temporary().try_into().unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(&folder).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
    assert!(folder.join("zhiban.db").exists());
    let opened = clock(&first).unwrap().to_owned();
    let counts = |s: &str| {
        s.lines()
            .next()
            .and_then(|l| l.split("待签").nth(1))
            .map(str::to_owned)
    };
    let before = counts(&first);
    let later = demo.wait_for("a change by the others", |s| counts(s) != before);
    assert!(clock(&later).unwrap() > opened.as_str());
    demo.master.take_writer().unwrap().write_all(b"q").unwrap();
    demo.end();
}

#[cfg(unix)]
#[test]
fn nothing_is_left_of_it_after_a_signal() {
    for signal in ["-TERM", "-HUP"] {
        let mut demo = Demo::open(&["demo"]);
        demo.wait_for("the desk", |s| s.contains("帮助"));
        let id = demo.child.process_id().unwrap().to_string();
        let sent = std::process::Command::new("kill")
            .args([signal, &id])
            .status();
        assert!(sent.unwrap().success());
        demo.end();
    }
}

//! A program under a pseudo-terminal, watched from outside: when its frames are out, and what it costs while nobody types.
//!
//! Every time is that of the last byte before the output pauses, so that nothing a frame still owes is left out. Reads
//! `/proc`, and so works on Linux alone.

use std::fs;
use std::io::{Read as _, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Output that pauses this long is a whole frame; a program that starts may pause longer.
const PAUSE: Duration = Duration::from_millis(40);
const PAUSE_AT_START: Duration = Duration::from_millis(150);
/// Nothing takes longer than this.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running program.
pub struct Program {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    reads: Receiver<(Instant, Vec<u8>)>,
    _master: Box<dyn MasterPty + Send>,
    pid: u32,
}

/// What a program costs while nobody types, each second.
#[derive(Debug, Clone, Copy)]
pub struct Idle {
    /// Milliseconds of CPU.
    pub cpu: f64,
    pub wakeups: f64,
}

impl Program {
    /// Starts a program on a terminal of 120x40 and returns how long it took to its first whole frame, which holds `sign`.
    pub fn start(command: CommandBuilder, sign: &str) -> (Self, Duration) {
        let size = PtySize {
            rows: 40,
            cols: 120,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keys = pair.master.take_writer().unwrap();
        let (read, reads) = channel();
        // Ends with the program, when there is nothing more to read.
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                if read.send((Instant::now(), buffer[..n].to_vec())).is_err() {
                    break;
                }
            }
        });
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        let pid = child.process_id().unwrap();
        let program = Self {
            child,
            keys,
            reads,
            _master: pair.master,
            pid,
        };
        let mut screen = vt100::Parser::new(
            NonZero::new(size.rows).unwrap(),
            NonZero::new(size.cols).unwrap(),
            0,
        );
        let mut last = started;
        while !screen.screen().contents().contains(sign) {
            let (at, bytes) = program.reads.recv_timeout(PATIENCE).unwrap();
            screen.process(&bytes);
            last = at;
        }
        let whole = program.pause(last, PAUSE_AT_START);
        (program, whole - started)
    }

    /// Waits until the output pauses; when it last said something, `last` if it is silent.
    ///
    /// Asleep meanwhile: to be woken by every piece would take the cores from what is measured.
    fn pause(&self, mut last: Instant, pause: Duration) -> Instant {
        loop {
            std::thread::sleep((last + pause).saturating_duration_since(Instant::now()));
            match self.reads.try_iter().last() {
                Some((at, _)) => last = at,
                None if last.elapsed() >= pause => return last,
                None => {}
            }
        }
    }

    /// Presses a key and returns how long it took until all that it changes was shown.
    pub fn press(&mut self, key: &str) -> Duration {
        let pressed = Instant::now();
        self.keys.write_all(key.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        std::thread::sleep(PAUSE);
        let (first, _) = self.reads.recv_timeout(PATIENCE).unwrap();
        self.pause(first, PAUSE) - pressed
    }

    /// Presses a key and returns how long it took until a sign that only this changes was written.
    pub fn press_for(&mut self, key: &str, sign: &str) -> Duration {
        while self.reads.try_recv().is_ok() {}
        let pressed = Instant::now();
        self.keys.write_all(key.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        loop {
            let (at, bytes) = self.reads.recv_timeout(PATIENCE).unwrap();
            if bytes.windows(sign.len()).any(|w| w == sign.as_bytes()) {
                return at - pressed;
            }
        }
    }

    /// Waits for the frame the program draws by itself each second, so that it is not taken for what a key changes.
    pub fn after_tick(&self) {
        while self.reads.try_recv().is_ok() {}
        let (tick, _) = self.reads.recv_timeout(PATIENCE).unwrap();
        self.pause(tick, PAUSE);
    }

    /// Waits until the program has done all it had to do at its start.
    pub fn come_to_rest(&self) {
        let mut before = self.cpu();
        let mut quiet_seconds = 0;
        // What is suggested is looked for a moment after the first frame.
        while quiet_seconds < 3 {
            std::thread::sleep(Duration::from_secs(1));
            let now = self.cpu();
            quiet_seconds = if now - before < 20.0 {
                quiet_seconds + 1
            } else {
                0
            };
            before = now;
        }
        while self.reads.try_recv().is_ok() {}
    }

    /// Looks on for a while.
    pub fn idle(&self, time: Duration) -> Idle {
        let (cpu, wakeups, started) = (self.cpu(), self.wakeups(), Instant::now());
        std::thread::sleep(time);
        let seconds = started.elapsed().as_secs_f64();
        let idle = Idle {
            cpu: (self.cpu() - cpu) / seconds,
            wakeups: (self.wakeups() - wakeups) / seconds,
        };
        while self.reads.try_recv().is_ok() {}
        idle
    }

    /// The most memory it held so far, in megabytes.
    pub fn peak_memory(&self) -> f64 {
        number_in(Path::new(&format!("/proc/{}/status", self.pid)), "VmHWM:") / 1024.0
    }

    /// Leaves it with a key and waits for its end.
    pub fn quit(mut self, key: &str) {
        self.keys.write_all(key.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        assert!(self.child.wait().unwrap().success());
    }

    /// Milliseconds of CPU of all its threads.
    fn cpu(&self) -> f64 {
        let nanoseconds = self.threads(|thread| {
            let schedstat = fs::read_to_string(thread.join("schedstat")).unwrap_or_default();
            let first = schedstat.split(' ').next().and_then(|n| n.parse().ok());
            first.unwrap_or(0.0)
        });
        nanoseconds / 1e6
    }

    fn wakeups(&self) -> f64 {
        self.threads(|thread| number_in(&thread.join("status"), "voluntary_ctxt_switches:"))
    }

    fn threads(&self, of: impl Fn(&Path) -> f64) -> f64 {
        let threads = fs::read_dir(format!("/proc/{}/task", self.pid)).unwrap();
        threads.map(|thread| of(&thread.unwrap().path())).sum()
    }
}

/// The number behind a word of a file of `/proc`.
fn number_in(file: &Path, word: &str) -> f64 {
    let text = fs::read_to_string(file).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(word));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok())
        .unwrap_or(0.0)
}

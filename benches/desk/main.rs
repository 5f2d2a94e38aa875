//! What the desk costs from outside: its first frame, its answer to a key, a sign, an idle second, its memory.
//!
//! `cargo bench --bench desk` runs the release binary on made-up stores and, in turn with it, a bare table with as many
//! items (`floor`): the medians of both and their ratio are printed. The first frame is held against those of others' lists
//! too (`peer`), where they are installed. Linux alone; it takes a few minutes, and wants a machine that does nothing else.
#![allow(clippy::disallowed_methods, reason = "a bench measures by the clock")]
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench that cannot go on says so by failing"
)]

mod burst;
mod floor;
#[path = "../made/mod.rs"]
mod made;
mod peer;
mod terminal;

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use made::Dice;
use peer::Peer;
use portable_pty::CommandBuilder;
use tempfile::TempDir;
use terminal::Program;
use zhiban::domain::time::Stamp;

const STARTS: usize = 15;
const KEYS: usize = 60;
/// So many keys are pressed between two frames that a program draws by itself.
const BETWEEN_SECONDS: usize = 5;
/// An idle desk is looked at so often, so long each time: a reminder that is told in one of them is not what is measured.
const LOOKS: usize = 5;
const IDLE: Duration = Duration::from_secs(5);

fn main() {
    let words: Vec<String> = std::env::args().collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    // The bench starts itself as the floor, and to make the stores, so that it stays small itself.
    match words.as_slice() {
        [_, "floor", items, store] => floor::run(items.parse().unwrap(), Path::new(store)),
        [_, "store", path, open, is_old] => make(Path::new(path), open, is_old),
        _ => measure(),
    }
}

fn make(path: &Path, open: &str, is_old: &str) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let now = Stamp::from_unix(i64::try_from(now.as_secs()).unwrap());
    made::store(path, open.parse().unwrap(), is_old.parse().unwrap(), now);
}

fn measure() {
    for (open, is_old) in [(100, false), (10_000, true)] {
        let bench = Bench::new(open, is_old);
        let beside = if is_old {
            ", ten times as many closed"
        } else {
            ""
        };
        println!(
            "\n{:36}{:>10}{:>10}{:>8}",
            format!("{open} open cases{beside}"),
            "zhiban",
            "floor",
            "ratio"
        );
        bench.first_frame();
        if is_old {
            bench.peers();
        }
        // Before anything is signed: that would bring reminders of its own.
        bench.idle();
        bench.keys();
        bench.burst();
        let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
        println!("load average of the machine: {}", load.trim_end());
    }
}

/// A store, and both programs on it.
struct Bench {
    folder: TempDir,
    open: usize,
}

impl Bench {
    fn new(open: usize, is_old: bool) -> Self {
        let folder = TempDir::new().unwrap();
        let made = std::process::Command::new(std::env::current_exe().unwrap())
            .arg("store")
            .arg(folder.path().join("zhiban.db"))
            .args([open.to_string(), is_old.to_string()])
            .status();
        assert!(made.unwrap().success());
        let bench = Self { folder, open };
        // What came while nobody was there is told, and put down, once.
        let (program, _) = bench.desk("");
        program.come_to_rest();
        program.quit("q");
        bench
    }

    fn desk(&self, settings: &str) -> (Program, Duration) {
        let config = self.folder.path().join("zhiban");
        std::fs::create_dir_all(&config).unwrap();
        std::fs::write(config.join("config.toml"), settings).unwrap();
        let mut command = self.command(Path::new(env!("CARGO_BIN_EXE_zhiban")));
        command.env("ZHIBAN_STORE", self.folder.path().join("zhiban.db"));
        Program::start(command, "按社区")
    }

    fn floor(&self) -> (Program, Duration) {
        let mut command = self.command(&std::env::current_exe().unwrap());
        command.arg("floor");
        command.arg(self.open.to_string());
        command.arg(self.folder.path().join("floor.db"));
        Program::start(command, "floor")
    }

    /// In an environment of its own: no settings of the user's, and no desktop to send notifications to.
    fn command(&self, program: &Path) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "zh_CN.UTF-8");
        for folder in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
            command.env(folder, self.folder.path());
        }
        command
    }

    fn first_frame(&self) {
        self.starts("start to first frame, ms", || self.floor());
    }

    /// Starts the desk and another program in turn.
    fn starts(&self, what: &str, other: impl Fn() -> (Program, Duration)) {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..STARTS {
            as_a_second_begins();
            let (program, time) = self.desk("");
            program.quit("q");
            ours.push(ms(time));
            as_a_second_begins();
            let (program, time) = other();
            program.quit("q");
            theirs.push(ms(time));
        }
        print(what, ours, theirs);
    }

    fn peers(&self) {
        for peer in Peer::all(self.folder.path(), self.open) {
            self.starts(&format!("the same / {}, ms", peer.name), || {
                let mut command = self.command(Path::new(peer.name));
                command.args(peer.words);
                command.cwd(&peer.folder);
                command.env("PATH", std::env::var_os("PATH").unwrap());
                Program::start(command, peer::SIGN)
            });
        }
    }

    fn keys(&self) {
        let (desk, _) = self.desk("");
        let (floor, _) = self.floor();
        desk.come_to_rest();
        let mut both = [desk, floor];
        let down: [&[&str]; 3] = [&["j"], &["j"], &["k"]];
        compare("move to frame, ms", &mut both, &down, &down);
        compare(
            "page to frame, ms",
            &mut both,
            &[&["\x1b[6~"], &["\x1b[5~"]],
            &down,
        );
        compare(
            "group to frame, ms",
            &mut both,
            &[&["2"], &["5"], &["1"]],
            &down,
        );
        compare("regroup to frame, ms", &mut both, &[&["\t"]], &down);
        // By stage, the first group is that of the unsigned: each sign takes the first of them.
        for _ in 0..3 {
            both[0].press("\t");
        }
        compare("sign to frame, ms", &mut both, &[&["1", "s"]], &[&["s"]]);
        both[0].press("/");
        compare(
            "search letter to frame, ms",
            &mut both,
            &[&["l"], &["h"], &["\x7f"], &["\x7f"]],
            &down,
        );
        let [mut desk, floor] = both;
        let (ours, bare) = (desk.peak_memory(), floor.peak_memory());
        print("peak memory, MB", vec![ours], vec![bare]);
        desk.press("\x1b");
        desk.quit("q");
        floor.quit("q");
    }

    fn idle(&self) {
        for (what, settings) in [("", ""), (", no seconds", "seconds = false")] {
            let (desk, _) = self.desk(settings);
            let (floor, _) = self.floor();
            desk.come_to_rest();
            let looks = |program: &Program| -> (Vec<f64>, Vec<f64>) {
                let look = |_| program.idle(IDLE);
                (0..LOOKS).map(look).map(|i| (i.cpu, i.wakeups)).unzip()
            };
            let (ours, bare) = (looks(&desk), looks(&floor));
            print(&format!("idle{what}: CPU, ms a second"), ours.0, bare.0);
            print(&format!("idle{what}: wake-ups a second"), ours.1, bare.1);
            desk.quit("q");
            floor.quit("q");
        }
    }

    /// A move of the hand while nothing comes in, and while a thousand requests do.
    fn burst(&self) {
        let (settings, address) = burst::settings();
        let (mut desk, _) = self.desk(&settings);
        desk.come_to_rest();
        let mut keys = ["j", "k"].into_iter().cycle();
        let mut move_hand = || ms(desk.press_for(keys.next().unwrap(), "▸"));
        let quiet: Vec<f64> = (0..KEYS).map(|_| move_hand()).collect();
        let senders = burst::send(address);
        let mut busy = Vec::new();
        while senders.iter().any(|s| !s.is_finished()) {
            busy.push(move_hand());
        }
        let let_in: usize = senders.into_iter().map(|s| s.join().unwrap()).sum();
        desk.quit("q");
        let worst = busy.iter().copied().fold(0.0, f64::max);
        let count = busy.len();
        print("move in a burst / quiet, ms", busy, quiet);
        println!(
            "{count} moves in the burst, {worst:.2} ms at the worst; {let_in} of 1,000 requests let in"
        );
    }
}

/// Waits for the next second of the wall clock, so that what a countdown draws by itself is not taken for a part of the first
/// frame.
fn as_a_second_begins() {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let passed = Duration::from_nanos(now.subsec_nanos().into());
    std::thread::sleep(Duration::from_millis(1020).saturating_sub(passed));
}

/// Presses keys in both programs in turn, a few between two seconds.
fn compare(what: &str, both: &mut [Program; 2], ours: &[&[&str]], bare: &[&[&str]]) {
    let mut dice = Dice::new(1);
    let mut times = [Vec::new(), Vec::new()];
    let mut keys = [ours, bare].map(|keys| keys.iter().cycle());
    for _ in 0..KEYS / BETWEEN_SECONDS {
        for ((program, keys), times) in both.iter_mut().zip(&mut keys).zip(&mut times) {
            program.after_tick();
            for keys in keys.take(BETWEEN_SECONDS) {
                std::thread::sleep(Duration::from_millis(dice.below(40) as u64));
                // Of several keys the last is the one that counts.
                let (last, before) = keys.split_last().unwrap();
                for key in before {
                    program.press(key);
                }
                times.push(ms(program.press(last)));
            }
        }
    }
    let [ours, bare] = times;
    print(what, ours, bare);
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn print(what: &str, ours: Vec<f64>, bare: Vec<f64>) {
    let [(ours, late), (bare, bare_late)] = [ours, bare].map(quantiles);
    let ratio = ours / bare;
    println!("{what:36}{ours:>10.2}{bare:>10.2}{ratio:>8.2}   p95 {late:.2} {bare_late:.2}");
}

/// Median and 95th percentile.
fn quantiles(mut all: Vec<f64>) -> (f64, f64) {
    all.sort_by(f64::total_cmp);
    (all[all.len() / 2], all[all.len() * 95 / 100])
}

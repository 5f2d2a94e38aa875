//! `kill -9` at any moment: while a list goes in, an act is signed, keys are pressed, an old store is brought up to date, people
//! are reminded, a copy is made, a folder is taken in.
//!
//! Half the kills come at a moment of chance, half at one of the program's writes and syncs, by strace. After each: the store is
//! sound and its projection what the log says, what was acknowledged is there, no act is half done, nothing is left running.
//! What was not done is done again.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use zhiban::domain::ids::Number;
use zhiban::domain::occasion::Absence;
use zhiban::domain::time::Stamp;
use zhiban::runtime::clock::Clock;
use zhiban::store::{Store, Which};

use super::accounts::balance;
use super::acts::{self, rules};
use super::chance::{Chance, seed};
use super::office::{Office, program};
use super::old;
use super::teller::Window as Teller;
use super::trace::{inside, is_possible};
use super::window::{End, Window};

/// What is being done when the program is killed, and how many kills of a thousand.
type Scene = (&'static str, usize, fn(&mut Killer) -> bool);

const SCENES: [Scene; 8] = [
    ("import", 150, import),
    ("sign and dispatch", 200, act),
    ("acts without a pause", 150, sitting),
    ("keys at the desk", 150, keys),
    ("reminders", 100, remind),
    ("upgrade", 100, upgrade),
    ("backup", 75, backup),
    ("inbox", 75, inbox),
];

/// Who kills, and the office it happens in.
struct Killer {
    chance: Chance,
    office: Office,
    /// How many cases have come in.
    cases: usize,
    traces: bool,
    /// How long a command of that name takes, as far as is known.
    takes: BTreeMap<String, Duration>,
}

/// How a command that was to be killed ended.
struct Ended {
    /// It said so, or ended well, before it was killed.
    acknowledged: bool,
}

impl Killer {
    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(program());
        command
            .args(words)
            .env_clear()
            .envs(self.office.environment());
        command.current_dir(self.office.path(""));
        command
    }

    /// Runs a command and kills it somewhere.
    fn kill(&mut self, command: &Command, name: &str) -> Ended {
        let at_a_write = self.traces && self.chance.percent(50);
        let output = if at_a_write {
            let n = self.chance.below(60) + 1;
            let mut strace = Command::new("strace");
            let calls = "pwrite64,write,fsync,fdatasync,ftruncate,unlink,rename";
            let inject = format!("inject={calls}:signal=SIGKILL:when={n}");
            strace.args(["-f", "-qq", "--seccomp-bpf", "-o", "/dev/null"]);
            strace.args(["-e", &format!("trace={calls}"), "-e", &inject]);
            inside(&mut strace, command).output().unwrap()
        } else {
            let takes = self
                .takes
                .get(name)
                .copied()
                .unwrap_or(Duration::from_millis(60));
            let begun = Clock::instant();
            let mut command = copy_of(command);
            let mut child = command
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap();
            let most = usize::try_from(takes.as_micros()).unwrap() * 5 / 4;
            thread::sleep(Duration::from_micros(self.chance.below(most) as u64));
            child.kill().unwrap();
            let output = child.wait_with_output().unwrap();
            if output.status.success() {
                self.takes
                    .insert(name.to_owned(), begun.elapsed().min(takes));
            } else {
                // Killed before its end: it may take longer.
                self.takes.insert(
                    name.to_owned(),
                    takes.max(begun.elapsed()) + Duration::from_micros(200),
                );
            }
            output
        };
        assert_eq!(
            output.stderr,
            b"",
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        Ended {
            acknowledged: output.status.success() || output.stdout.ends_with(b"\n"),
        }
    }

    fn store(&self) -> Store {
        Store::open(&self.office.store(), rules(), acts::now()).unwrap()
    }

    /// The store is sound, and holds so many facts.
    fn sound(&self) -> usize {
        let mut store = self.store();
        let health = store.check().unwrap();
        assert_eq!(health.problems, []);
        assert_nothing_runs(&self.office);
        usize::try_from(health.facts).unwrap()
    }

    /// A new list of so many cases that wait to be signed.
    fn list(&mut self, rows: usize) -> String {
        let mut list = "诉求编号,事件类型,诉求标题,登记时间,事件状态,事发区域\n".to_owned();
        for n in self.cases..self.cases + rows {
            list += &format!("KIL{n:06},自处件,路灯不亮 {n},2026-11-23 09:00:00,待签收,柳河\n");
        }
        self.cases += rows;
        list
    }

    fn bring_in(&mut self, rows: usize) {
        let list = self.list(rows);
        fs::write(self.office.path("list.csv"), list).unwrap();
        self.office.run(&["import", "list.csv"]);
    }
}

fn copy_of(command: &Command) -> Command {
    let mut copy = Command::new(command.get_program());
    copy.args(command.get_args()).env_clear();
    copy.envs(
        command
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    if let Some(folder) = command.get_current_dir() {
        copy.current_dir(folder);
    }
    copy
}

/// No program is left that was started for this office.
pub fn assert_nothing_runs(office: &Office) {
    let store = office.store();
    let mark = format!("ZHIBAN_STORE={}", store.display());
    let running = fs::read_dir("/proc").unwrap().filter_map(|entry| {
        let path = entry.ok()?.path();
        // The dead that nobody has looked after yet have no environment any more.
        let environment = fs::read(path.join("environ")).ok()?;
        let is_ours = environment.split(|b| *b == 0).any(|v| v == mark.as_bytes());
        is_ours.then_some(path)
    });
    let running = running.collect::<Vec<_>>();
    assert!(running.is_empty(), "still running: {running:?}");
}

/// A list goes in whole or not at all, and whole the next time.
fn import(killer: &mut Killer) -> bool {
    let before = killer.sound();
    let rows = 1 + killer.chance.below(30);
    let list = killer.list(rows);
    fs::write(killer.office.path("list.csv"), list).unwrap();
    let ended = killer.kill(&killer.command(&["import", "list.csv"]), "import");
    let after = killer.sound();
    assert!(
        after == before + rows || (after == before && !ended.acknowledged),
        "{before} {after} of {rows}"
    );
    killer.office.run(&["import", "list.csv"]);
    assert_eq!(killer.sound(), before + rows);
    after == before
}

/// An act is done or not, and what was not done can be done.
fn act(killer: &mut Killer) -> bool {
    killer.bring_in(1);
    let number = format!("KIL{:06}", killer.cases - 1);
    let word = *killer.chance.one_of(&["sign", "dispatch"]);
    let before = killer.sound();
    let ended = killer.kill(&killer.command(&[word, &number]), word);
    let after = killer.sound();
    assert!(
        after == before + 1 || (after == before && !ended.acknowledged),
        "{word}: {before} {after}"
    );
    let again = killer.office.try_run(&[word, &number]);
    if word == "sign" {
        // Refused where it was done.
        let expected = i32::try_from(after - before).unwrap();
        assert_eq!(again.status.code(), Some(expected), "{again:?}");
        assert_eq!(killer.sound(), before + 1);
    }
    after == before
}

/// A program that does one act after the other on a store it keeps open.
fn sitting(killer: &mut Killer) -> bool {
    killer.office = Office::empty();
    killer.cases = 0;
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "acts::writer", "--nocapture", "--quiet"])
        .envs(killer.office.environment());
    command
        .env(acts::STORE, killer.office.store())
        .env(acts::HOW, acts::BY_STORE)
        .env(acts::CASES, "1000");
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    thread::sleep(Duration::from_micros(
        20_000 + killer.chance.below(150_000) as u64,
    ));
    child.kill().unwrap();
    let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    let said = said
        .lines()
        .filter_map(|l| l.strip_prefix(acts::SAID)?.parse::<usize>().ok());
    let acknowledged = said.max().unwrap_or(0);
    let facts = killer.sound();
    // Receipt, sign, dispatch, unit's sign, reply, review and close are one fact each here.
    assert!(
        facts == acknowledged || facts == acknowledged + 1,
        "{acknowledged} said, {facts} there"
    );
    true
}

/// What the screen says is done is done, and a key that signs and dispatches does both or neither.
fn keys(killer: &mut Killer) -> bool {
    killer.office = Office::empty();
    killer.cases = 0;
    killer.bring_in(8);
    let mut desk = Window::open(killer.office.desk(&[]));
    let acknowledged = RefCell::new(BTreeSet::new());
    let note = |w: &Window| {
        for line in w.text().lines() {
            let done = line
                .split_once(" 已记：")
                .and_then(|(before, _)| before.split_whitespace().last());
            acknowledged.borrow_mut().extend(done.map(str::to_owned));
        }
    };
    let pid = desk.pid();
    let wait = Duration::from_micros(30_000 + killer.chance.below(220_000) as u64);
    let killing = thread::spawn(move || {
        thread::sleep(wait);
        rustix::process::kill_process(pid, rustix::process::Signal::KILL).unwrap();
    });
    let key = *killer.chance.one_of(&["s", "D"]);
    'pressing: for _ in 0..8 {
        for key in [key, "j"] {
            let drawn = desk.frames();
            if desk.is_taken() {
                desk.press(key);
            }
            desk.wait_for("a frame", |w| {
                note(w);
                w.has_ended() || w.frames() > drawn
            });
            if desk.has_ended() {
                break 'pressing;
            }
        }
    }
    killing.join().unwrap();
    assert_eq!(desk.end(), End::Killed(rustix::process::Signal::KILL));
    note(&desk);
    killer.sound();
    let store = killer.store();
    for number in store.numbers(Which::All).unwrap() {
        let events: Vec<&str> = {
            let facts = store.case_facts(&number).unwrap();
            facts.iter().map(|l| l.fact.event.kind()).collect()
        };
        let done: &[&str] = if key == "s" {
            &["received", "signed"]
        } else {
            &["received", "dispatched"]
        };
        let is_acknowledged = acknowledged.borrow().contains(number.as_str());
        assert!(
            events == done || (events == ["received"] && !is_acknowledged),
            "{number}: {events:?}"
        );
    }
    true
}

/// Reminders: the desk dies in the act, and others come after it; in the end every point has its row.
fn remind(killer: &mut Killer) -> bool {
    const FROM: &str = "2026-11-23T09:00";
    killer.office = Office::empty();
    killer.cases = 0;
    killer.bring_in(6);
    for minutes in [0, 4, 8] {
        let from = FROM.parse::<Stamp>().unwrap().plus_minutes(minutes);
        let mut command = killer.office.desk(&[]);
        // A second is four minutes: points come while it is watched.
        command.env("ZHIBAN_NOW", from.to_string());
        command.env("ZHIBAN_SPEED", "240");
        let desk = Window::open(command);
        thread::sleep(Duration::from_micros(
            20_000 + killer.chance.below(600_000) as u64,
        ));
        desk.kill();
        killer.sound();
    }
    let end = FROM.parse::<Stamp>().unwrap().plus_minutes(45);
    let mut last = Teller::open(&killer.office.store(), end);
    let told = last.tell(
        end,
        Some((Stamp::from_micros(i64::MIN), Absence::NotRunning)),
    );
    last.show(&told);
    let cases: Vec<Number> = last.store.numbers(Which::All).unwrap();
    let rows = last.journal(
        FROM.parse::<Stamp>().unwrap().plus_minutes(-600),
        end.plus_minutes(600),
    );
    let books = balance(&last.store, &rows, &cases, end, end).unwrap();
    assert!(books.points >= cases.len(), "{books:?}");
    true
}

/// A store of an older version holds the same facts afterwards, and the next program finishes what this one began.
fn upgrade(killer: &mut Killer) -> bool {
    killer.office = Office::with_cases();
    killer.cases = 0;
    killer.office.run(&["dispatch", "PTY26112300001"]);
    let before = killer.sound();
    let log = killer.office.run(&["log", "export"]);
    let version = 1 + killer.chance.below(old::NEWEST - 1);
    old::make_old(&killer.office.store(), version);
    let ended = killer.kill(&killer.command(&["list"]), "upgrade");
    assert_eq!(killer.sound(), before, "from version {version}");
    assert_eq!(killer.office.run(&["log", "export"]), log);
    !ended.acknowledged
}

/// A copy is there whole or not at all, and can be made the next time.
fn backup(killer: &mut Killer) -> bool {
    if killer.cases == 0 {
        killer.bring_in(10);
    }
    let before = killer.sound();
    let to = killer
        .office
        .path(&format!("copy{}.db", killer.chance.next()));
    let ended = killer.kill(&killer.command(&["backup", to.to_str().unwrap()]), "backup");
    assert_eq!(killer.sound(), before);
    let is_there = to.exists();
    assert!(is_there || !ended.acknowledged);
    if !is_there {
        killer.office.run(&["backup", to.to_str().unwrap()]);
    }
    assert_eq!(Store::contents(&to).unwrap().facts, before);
    !is_there
}

/// A folder is taken in: each of its cases once, each of its files put away.
fn inbox(killer: &mut Killer) -> bool {
    let folder = killer.office.path("in");
    fs::create_dir_all(&folder).unwrap();
    let before = killer.sound();
    let mut rows = 0;
    for n in 0..3 {
        let list = killer.list(1 + n);
        rows += 1 + n;
        fs::write(folder.join(format!("list{n}.csv")), list).unwrap();
    }
    // Files of a moment ago are still being written.
    age(&folder);
    let ended = killer.kill(&killer.command(&["inbox", "in"]), "inbox");
    let after = killer.sound();
    assert!([0, 1, 2, 3, 4, 5, 6].map(|n| before + n).contains(&after));
    killer.office.try_run(&["inbox", "in"]);
    assert_eq!(killer.sound(), before + rows);
    let lists = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path());
    let left: Vec<_> = lists
        .filter(|p| p.extension().is_some_and(|e| e == "csv"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    !ended.acknowledged
}

/// Makes the files of a folder an hour old.
fn age(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let file = fs::File::options().write(true).open(path).unwrap();
            let then = file.metadata().unwrap().modified().unwrap() - Duration::from_hours(1);
            file.set_modified(then).unwrap();
        }
    }
}

fn kill_all(kills: usize) {
    let mut killer = Killer {
        chance: Chance::new(seed()),
        office: Office::empty(),
        cases: 0,
        traces: is_possible(),
        takes: BTreeMap::new(),
    };
    let mut told = Vec::new();
    let (mut all, mut amidst) = (0, 0);
    for (name, share, scene) in SCENES {
        // Each scene begins with an office of its own, which fills up and is then left for another.
        let times = (share * kills).div_ceil(1000);
        let mut undone = 0;
        for n in 0..times {
            if n % 25 == 0 {
                killer.office = Office::empty();
                killer.cases = 0;
            }
            undone += usize::from(scene(&mut killer));
        }
        all += times * if name == "reminders" { 3 } else { 1 };
        amidst += undone;
        told.push(format!("{name} {times}"));
    }
    let doctor = killer.office.try_run(&["doctor"]);
    assert!(doctor.status.success(), "{doctor:?}");
    eprintln!(
        "kills: {all} ({amidst} rounds before it was acknowledged): {}",
        told.join(", ")
    );
}

#[test]
fn briefly() {
    kill_all(20);
}

#[test]
#[ignore = "long: 1,000 kills"]
fn at_length() {
    kill_all(1_000);
}

//! The clock jumps, the program is stopped for minutes and hours, the window shrinks to nothing, the terminal is taken away, the
//! system tells the program to end, to stop and to go on: in every mode the keys lead to. Afterwards the terminal is as it was
//! (no alternate screen, the cursor shown, no mouse, no bracketed paste, its settings byte by byte), nothing is left running, and
//! the journal's books balance.
//!
//! On a real desktop, with a notification service that hears of it once: `.ci/desktop` `asleep`. A panic, a wrapper's death and
//! hang-ups that are not heard: `pty endings` and `pty vanishing`.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use rustix::process::Signal;
use zhiban::domain::occasion::Absence;
use zhiban::domain::time::Stamp;
use zhiban::runtime::clock::Clock;
use zhiban::store::Which;

use super::accounts::{Books, balance};
use super::chance::{Chance, seed};
use super::kills::assert_nothing_runs;
use super::office::{NOW, Office};
use super::teller::Window as Teller;
use super::window::{End, Window};

/// The modes, the keys that lead there from the queue, and what stands on the screen then.
const MODES: [(&str, &str, &str); 23] = [
    ("queue", "", "按社区"),
    ("case", "\r", "接件 2026-11-23"),
    ("search", "/井", "井"),
    ("acts", ".", "办理 PTY"),
    ("act", "p", "答复 PTY"),
    ("dispatch", "d", "派发 PTY"),
    ("remind", "c", "电话提醒 PTY"),
    ("suggestions", "i", "建议 PTY"),
    ("new case", "n", "录入新件"),
    ("decide", "e", "定类别、属地 PTY"),
    ("at time", "@", "补记"),
    ("confirm", "u", "撤销 PTY"),
    ("help", "?", "┌ 帮助"),
    ("palette", ":", "全部操作"),
    ("journal", "r", "提醒记录"),
    ("boards", "b", "看板"),
    ("aftercare", "ba", "办结后续"),
    ("reconcile", "bp", "与平台核对"),
    ("forwarded", "f", "手机转发"),
    ("summary", "z", "当日小结"),
    ("bulletin", "bt", "督查通报"),
    ("ladder", "bw", "问责台账"),
    ("roster", "bd", "值班表"),
];

const SIGNALS: [Signal; 4] = [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT];

/// An office whose first case is with its unit, so that every mode has something to show.
fn office() -> Office {
    let office = Office::with_cases();
    office.run(&["dispatch", "PTY26112300001"]);
    office.run(&["unit-sign", "PTY26112300001"]);
    // Something is suggested of it: to report it (R8).
    office.run(&["tag", "PTY26112300001", "unclear-duty"]);
    office
}

/// Opens the desk and goes to a mode.
fn open_at(office: &Office, (_, keys, shows): (&str, &str, &str)) -> Window {
    let mut desk = office.open(&[]);
    // What is suggested of the case in hand is known a moment after the first frame.
    desk.see("▸1");
    if !keys.is_empty() {
        desk.press(keys);
    }
    desk.see(shows);
    desk
}

/// One mode: made tiny and large again, stopped and brought back, and ended by each of the signals and by the terminal's end.
fn try_mode(office: &Office, mode: (&str, &str, &str), endings: &[Ending]) -> usize {
    for ending in endings {
        let mut desk = open_at(office, mode);
        for (columns, lines) in [(1, 1), (2, 200), (80, 24)] {
            let drawn = desk.frames();
            desk.resize(columns, lines);
            desk.wait_for("a frame", |w| w.frames() > drawn);
        }
        desk.see(mode.2);
        match ending {
            Ending::Stopped => {
                desk.send(Signal::TSTP);
                desk.wait_until_stopped();
                desk.wait_for("the terminal given back", Window::is_given_back);
                desk.send(Signal::CONT);
                desk.wait_for("the desk again", |w| w.is_taken() && w.shows(mode.2));
                desk.send(Signal::TERM);
                assert_eq!(desk.end_given_back(), End::Exit(0), "{mode:?}");
            }
            Ending::Told(signal) => {
                desk.send(*signal);
                assert_eq!(desk.end_given_back(), End::Exit(0), "{mode:?} {signal:?}");
            }
            Ending::Vanished => {
                desk.vanish();
                let end = desk.end();
                assert!(matches!(end, End::Exit(0 | 3)), "{mode:?} {end:?}");
            }
        }
        assert_nothing_runs(office);
    }
    endings.len()
}

#[derive(Debug, Clone, Copy)]
enum Ending {
    Stopped,
    Told(Signal),
    Vanished,
}

fn all_endings() -> Vec<Ending> {
    let told = SIGNALS.map(Ending::Told);
    [Ending::Stopped, Ending::Vanished]
        .into_iter()
        .chain(told)
        .collect()
}

/// What the first line says the time of day is, in seconds.
fn clock(desk: &Window) -> Option<i64> {
    let first = desk.text().lines().next()?.to_owned();
    let time = first
        .split_whitespace()
        .find(|w| w.len() == 8 && w.matches(':').count() == 2)?;
    let mut parts = time.split(':').map(|p| p.parse::<i64>().ok());
    Some((parts.next()?? * 60 + parts.next()??) * 60 + parts.next()??)
}

/// A desk on a clock that somebody sets, by libfaketime: the new time is on the screen soon, keys are answered, and every point is
/// accounted for.
fn jump(steps: &[i64]) {
    let fake = Path::new("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");
    if !fake.exists() {
        eprintln!("skipped: libfaketime is not there to set a clock with");
        return;
    }
    let office = office();
    let mut offset = NOW.parse::<Stamp>().unwrap().unix() - Clock::Real.now().unix();
    let file = office.path("clock");
    let set = |offset: i64| {
        fs::write(&file, format!("{offset:+}")).unwrap();
    };
    set(offset);
    let mut command = office.desk(&[]);
    command.env_remove("ZHIBAN_NOW");
    command.env("LD_PRELOAD", fake);
    command.env("FAKETIME_TIMESTAMP_FILE", &file);
    command.env("FAKETIME_NO_CACHE", "1");
    command.env("DONT_FAKE_MONOTONIC", "1");
    let mut desk = Window::open(command);
    desk.wait_for("the queue", |w| w.is_taken() && w.shows("按社区"));
    let mut latest = Clock::Real.now().plus_seconds(offset);
    for step in steps {
        offset += step;
        set(offset);
        desk.wait_for("the new time", |w| {
            let now = Clock::Real.now().plus_seconds(offset).time().seconds();
            clock(w).is_some_and(|shown| (shown - i64::from(now)).abs() <= 2)
        });
        desk.press("?");
        desk.see("┌ 帮助");
        desk.press("\x1b");
        desk.wait_for("the queue", |w| !w.shows("┌ 帮助"));
        latest = latest.max(Clock::Real.now().plus_seconds(offset));
    }
    desk.press("q");
    assert_eq!(desk.end_given_back(), End::Exit(0));
    let books = books(&office, latest.plus_minutes(1));
    eprintln!(
        "jumps: the clock jumped {} times, {} points, {:?}",
        steps.len(),
        books.points,
        books.outcomes
    );
}

/// A desk that is stopped while so many minutes pass on its clock.
fn sleep(minutes: i64, speed: u32) {
    let office = office();
    let mut command = office.desk(&[]);
    command.env("ZHIBAN_SPEED", speed.to_string());
    let mut desk = Window::open(command);
    desk.wait_for("the queue", |w| w.is_taken() && w.shows("按社区"));
    desk.send(Signal::STOP);
    desk.wait_until_stopped();
    let before = clock(&desk).unwrap();
    thread::sleep(Duration::from_mins(1) * u32::try_from(minutes).unwrap() / speed);
    desk.send(Signal::CONT);
    desk.wait_for("the time that has passed", |w| {
        clock(w).is_some_and(|now| (now - before).rem_euclid(86_400) >= minutes * 60)
    });
    desk.press("q");
    assert_eq!(desk.end_given_back(), End::Exit(0));
    // By then the clock has run on a little.
    let now = NOW
        .parse::<Stamp>()
        .unwrap()
        .plus_minutes(minutes + i64::from(speed));
    let books = books(&office, now);
    eprintln!(
        "jumps: {minutes} min asleep, {} points, {:?}",
        books.points, books.outcomes
    );
}

/// The journal's books once somebody has opened the desk again.
fn books(office: &Office, now: Stamp) -> Books {
    let mut last = Teller::open(&office.store(), now);
    let told = last.tell(
        now,
        Some((Stamp::from_micros(i64::MIN), Absence::NotRunning)),
    );
    last.show(&told);
    let rows = last.journal(
        now.plus_minutes(-7 * 24 * 60),
        now.plus_minutes(7 * 24 * 60),
    );
    let cases = last.store.numbers(Which::All).unwrap();
    let books = balance(&last.store, &rows, &cases, now, now).unwrap();
    assert!(books.points > 0);
    books
}

#[test]
fn briefly() {
    let office = office();
    let mut chance = Chance::new(seed());
    for _ in 0..2 {
        try_mode(
            &office,
            *chance.one_of(&MODES),
            &[*chance.one_of(&all_endings())],
        );
    }
    sleep(11, 600);
}

#[test]
#[ignore = "long: every mode, every ending, every jump"]
fn at_length() {
    let office = office();
    let endings: usize = MODES
        .iter()
        .map(|mode| try_mode(&office, *mode, &all_endings()))
        .sum();
    eprintln!(
        "jumps: {} modes, {endings} endings, each gave the terminal back",
        MODES.len()
    );
    for (minutes, speed) in [(1, 60), (11, 60), (600, 600)] {
        sleep(minutes, speed);
    }
    let (minute, hour) = (60, 3600);
    jump(&[
        1,
        -1,
        10 * minute,
        -10 * minute,
        3 * hour,
        -3 * hour,
        24 * hour,
        -24 * hour,
    ]);
}

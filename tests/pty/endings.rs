//! However the desk ends or is suspended, the terminal is as it was before.

use std::fs::{self, File};
use std::process::Command;

use rstest::rstest;
use rustix::process::Signal;
use zhiban::runtime::terminal::Guard;

use super::office::{COVER, Office, counts, done};
use super::window::{End, Window};

#[rstest]
#[case::q("q")]
#[case::full_width("ｑ")]
#[case::ctrl_q("\x11")]
#[case::f10("\x1b[21~")]
fn a_desk_that_is_left_gives_the_terminal_back(#[case] key: &str) {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    desk.press(key);
    assert_eq!(desk.end_given_back(), End::Exit(0));
}

#[rstest]
#[case::terminate(Signal::TERM)]
#[case::hang_up(Signal::HUP)]
#[case::interrupt(Signal::INT)]
#[case::quit(Signal::QUIT)]
fn a_desk_that_is_told_to_end_gives_the_terminal_back(#[case] signal: Signal) {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    // Also from the middle of something, with the cursor in a field.
    desk.press("d");
    desk.see("派发 PTY26112300001");
    desk.send(signal);
    assert_eq!(desk.end_given_back(), End::Exit(0));
}

#[test]
fn a_suspended_desk_gives_the_terminal_back_and_draws_anew_when_it_goes_on() {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    for _ in 0..2 {
        desk.send(Signal::TSTP);
        desk.wait_until_stopped();
        desk.wait_for("the terminal given back", Window::is_given_back);
        // What happens meanwhile is on the screen afterwards, whatever became of the window.
        desk.resize(100, 30);
        desk.send(Signal::CONT);
        desk.wait_for("the desk again", |w| w.is_taken() && w.shows(COVER));
        desk.resize(80, 24);
    }
    office.run(&["sign", "PTY26112300001"]);
    desk.see(&counts(2, 1, 0));
    desk.press("jD");
    desk.see(&done(3, "派发"));
    desk.press("q");
    assert_eq!(desk.end_given_back(), End::Exit(0));
}

#[test]
fn a_suspended_desk_can_be_ended() {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    desk.send(Signal::TSTP);
    desk.wait_until_stopped();
    // As a shell's `kill` does with a stopped job.
    desk.send(Signal::TERM);
    desk.send(Signal::CONT);
    assert_eq!(desk.end_given_back(), End::Exit(0));
}

#[test]
fn a_desk_that_was_stopped_unasked_takes_a_changed_terminal_over_again() {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    desk.send(Signal::STOP);
    desk.wait_until_stopped();
    // As a shell does for its own line.
    let terminal = File::open(desk.device()).unwrap();
    let stty = Command::new("stty").arg("sane").stdin(terminal).status();
    assert!(stty.unwrap().success());
    let drawn = desk.frames();
    desk.send(Signal::CONT);
    desk.wait_for("the desk again", |w| {
        w.frames() > drawn && w.is_taken() && w.shows(COVER)
    });
    // Without the raw mode this would wait for a line end.
    desk.press("s");
    desk.see(&done(1, "街道签收"));
    desk.press("q");
    assert_eq!(desk.end_given_back(), End::Exit(0));
}

#[rstest]
#[case::left(|desk: &mut Window| desk.press("q"))]
#[case::told_to_end(|desk: &mut Window| desk.send(Signal::TERM))]
#[case::vanished(Window::vanish)]
fn a_demo_leaves_nothing_behind(#[case] end: fn(&mut Window)) {
    let office = Office::empty();
    let folder = office.path("tmp");
    fs::create_dir(&folder).unwrap();
    let mut command = office.desk(&["demo"]);
    command.env("TMPDIR", &folder);
    let mut desk = Window::open(command);
    desk.wait_for("a shift at work", |w| w.is_taken() && w.shows("演示"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    end(&mut desk);
    assert!(matches!(desk.end(), End::Exit(0 | 3)), "{}", desk.text());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    assert!(!office.store().exists());
}

/// Set for the run of this very test inside a pseudo-terminal.
const PANICS: &str = "ZHIBAN_TEST_PANICS";
const WAILING: &str = "the roof is on fire";

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    let name = "endings::a_panic_gives_the_terminal_back_before_it_speaks";
    if std::env::var_os(PANICS).is_some() {
        let _guard = Guard::take().unwrap();
        panic!("{WAILING}");
    }
    let office = Office::empty();
    let mut command = office.command(std::env::current_exe().unwrap());
    command.args(["--exact", name, "--nocapture"]);
    command.env(PANICS, "1");
    let mut window = Window::open(command);
    window.see(WAILING);
    let end = window.end_given_back();
    assert!(matches!(end, End::Exit(code) if code != 0), "{end:?}");
    assert!(window.was_taken(), "{}", window.text());
    // Each line of it begins at the left edge, as it does only out of raw mode.
    assert!(
        window.text().lines().any(|l| l.starts_with(WAILING)),
        "{}",
        window.text()
    );
}

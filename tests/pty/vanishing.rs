//! A terminal that goes away takes the desk with it: nothing is left behind that holds the store or spins.

use std::fs;

use rstest::rstest;
use rustix::process::{Pid, Signal, kill_process};

use super::office::{COVER, Office, done, program};
use super::window::{End, Window};

/// Whether the system tells the desk by a signal: it does only for the terminal that controls it.
#[rstest]
#[case::controlling(true)]
#[case::other(false)]
fn a_desk_whose_terminal_vanishes_ends(#[case] controlling: bool) {
    let office = Office::with_cases();
    let mut command = office.desk(&[]);
    command.set_controlling_tty(controlling);
    let mut desk = Window::open(command);
    desk.see(COVER);
    desk.vanish();
    assert_ended_in_order(desk.end());
}

/// As under `nohup`.
#[rstest]
#[case::controlling(true)]
#[case::other(false)]
fn a_desk_that_was_started_deaf_to_hang_ups_ends_too(#[case] controlling: bool) {
    let office = Office::with_cases();
    let mut command = office.command("/bin/sh");
    command.args(["-c", "trap '' HUP; exec \"$0\""]);
    command.arg(program());
    command.set_controlling_tty(controlling);
    let mut desk = Window::open(command);
    desk.see(COVER);
    desk.vanish();
    assert_ended_in_order(desk.end());
}

#[test]
fn what_was_typed_just_before_is_on_disk() {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    desk.press("s");
    desk.see(&done(1, "街道签收"));
    desk.vanish();
    assert_ended_in_order(desk.end());
    assert_eq!(office.field(COVER, "stage"), "awaiting_dispatch");
}

/// Left, or unable to draw on what was there a moment ago; never a panic or a signal.
fn assert_ended_in_order(end: End) {
    assert!(matches!(end, End::Exit(0 | 3)), "{end:?}");
}

/// A shell's job is a wrapper that runs the desk, and the wrapper is killed: the shell takes the terminal back, and the desk
/// is left in the background with nobody to bring it to the front again.
#[test]
fn a_desk_that_lost_its_terminal_to_the_shell_ends_at_the_next_key() {
    let office = Office::with_cases();
    let mut command = office.command("/bin/sh");
    let job = "echo $$ > wrapper; \"$0\"; exit 1";
    // The shell is busy with something that reads no key, so that the desk is the one to try.
    let shell = "set -m; mkfifo quiet; sh -c \"$1\" \"$0\"; echo BACK; read -r line <quiet";
    command.args(["-c", shell]);
    command.arg(program());
    command.arg(job);
    let mut shell = Window::open(command);
    shell.wait_for("the desk", |w| w.is_taken() && w.shows(COVER));
    let wrapper = fs::read_to_string(office.path("wrapper")).unwrap();
    let wrapper = Pid::from_raw(wrapper.trim().parse().unwrap()).unwrap();
    kill_process(wrapper, Signal::KILL).unwrap();
    shell.see("BACK");
    shell.press("x");
    shell.wait_for("the desk gone", Window::has_left_the_screen);
}

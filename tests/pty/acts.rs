//! What a person does at the desk, key by key, and that it is on disk once the screen says so.

use rustix::process::Signal;

use super::office::{BRANCH, COVER, Office, STAIRS, counts, done};
use super::window::{End, Window};

#[test]
fn a_list_imported_beside_the_open_desk_is_signed_and_dispatched_from_it() {
    let office = Office::empty();
    let mut desk = office.open(&[]);
    desk.see("没有在办的件");
    office.import();
    desk.see(&counts(3, 0, 0));
    for title in [COVER, BRANCH, STAIRS] {
        desk.see(title);
    }
    // The hand rested on nothing; it is put on the first case.
    desk.press("gs");
    desk.see(&done(1, "街道签收（11-23 09:08）"));
    desk.see(&counts(2, 1, 0));
    // The picker, narrowed to one unit by the initials of its name.
    desk.press("d");
    desk.see("派发 PTY26112300001");
    desk.press("cgb");
    desk.wait_for("one unit", |w| w.shows("城管办") && !w.shows("柳河社区"));
    desk.press("\r");
    desk.see(&done(1, "派发 "));
    // Signed and dispatched to its own community in one go.
    desk.press("jD");
    desk.see(&done(3, "派发 "));
    desk.see(&counts(1, 0, 2));
    assert_eq!(office.field(COVER, "stage"), "with_unit");
    assert_eq!(office.field(STAIRS, "stage"), "with_unit");
    assert_eq!(office.field(BRANCH, "stage"), "awaiting_sign");
    let shown = office.run(&["show", "PTY26112300001", "--json"]);
    assert!(shown.contains("城管办"), "{shown}");
    let shown = office.run(&["show", "PTY26112300003", "--json"]);
    assert!(shown.contains("驿里社区"), "{shown}");
}

#[test]
fn what_the_screen_showed_done_outlives_a_kill() {
    let office = Office::with_cases();
    // The form's fields are number, kind, community and title.
    let new = "nPTY26112300008\t\t\x1b[5~\t路灯不亮\x1bOQ";
    let acts = [
        (new, done(8, "接件"), counts(4, 0, 0)),
        ("s", done(1, "街道签收"), counts(3, 1, 0)),
        ("D", done(1, "派发"), counts(3, 0, 1)),
        ("jD", done(3, "派发"), counts(2, 0, 2)),
    ];
    for (keys, done, counts) in acts {
        let mut desk = office.open(&[]);
        desk.press(keys);
        desk.see(&done);
        desk.kill();
        let mut again = office.open(&[]);
        again.see(&counts);
        again.kill();
    }
    let doctor = office.try_run(&["doctor"]);
    assert!(doctor.status.success(), "{doctor:?}");
    assert_eq!(office.field(COVER, "stage"), "with_unit");
    assert_eq!(office.field(STAIRS, "stage"), "with_unit");
    assert_eq!(office.field(BRANCH, "stage"), "awaiting_sign");
}

#[test]
fn an_act_keyed_just_before_leaving_is_on_disk_all_the_same() {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    desk.press("sq");
    assert_eq!(desk.end_given_back(), End::Exit(0));
    assert_eq!(office.field(COVER, "stage"), "awaiting_dispatch");
}

#[test]
fn full_width_letters_act_as_their_ascii_twins() {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    desk.press("ｓ");
    desk.see(&done(1, "街道签收"));
    desk.press("ｄ");
    desk.see("派发 PTY26112300001");
    desk.press("\x1b");
    desk.wait_for("the picker gone", |w| !w.shows("派发 PTY26112300001"));
    desk.press("ｊＤ");
    desk.see(&done(3, "派发"));
    desk.press("？");
    desk.see("看详情");
}

#[test]
fn an_act_can_be_logged_for_a_past_time() {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    desk.press("@");
    desk.see("补记：下一步何时办的");
    desk.press("９：03\r");
    desk.see("按 11-23 09:03 记");
    desk.press("s");
    desk.see(&done(1, "街道签收（11-23 09:03）"));
    desk.wait_for("the next act is for now again", |w| {
        !w.shows("按 11-23 09:03 记")
    });
    let log = office.run(&["log", "export"]);
    let signed = log
        .lines()
        .find(|line| line.contains("\"signed\""))
        .unwrap();
    assert!(
        signed.contains("\"at\":\"2026-11-23T09:03:00+08:00\""),
        "{signed}"
    );
    assert!(
        signed.contains("\"recorded_at\":\"2026-11-23T09:08:00+08:00\""),
        "{signed}"
    );
}

#[test]
fn an_act_is_taken_back_after_a_question_and_the_log_keeps_both() {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    desk.press("s");
    desk.see(&done(1, "街道签收"));
    desk.press("u");
    desk.see("撤销 A 岗 于 11-23 09:08 记的“街道签收”");
    // A line end, as a paste would bring one, is no answer.
    desk.press("\r");
    desk.press("y");
    desk.see("PTY26112300001 已撤销：街道签收");
    desk.see(&counts(3, 0, 0));
    assert_eq!(office.field(COVER, "stage"), "awaiting_sign");
    let log = office.run(&["log", "export"]);
    for event in ["\"signed\"", "\"undone\""] {
        assert_eq!(log.matches(event).count(), 1, "{event} in {log}");
    }
}

#[test]
fn a_window_may_shrink_to_one_cell_and_grow_again() {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    for (columns, lines) in [(1, 1), (59, 14), (1, 24), (200, 1)] {
        let drawn = desk.frames();
        desk.resize(columns, lines);
        desk.wait_for("a frame", |w| w.frames() > drawn);
    }
    desk.resize(50, 10);
    desk.see("至少 60x15");
    // Nothing is done blindly.
    let drawn = desk.frames();
    desk.press("s");
    desk.wait_for("a frame", |w| w.frames() > drawn);
    desk.resize(120, 40);
    desk.see(&counts(3, 0, 0));
    desk.see(COVER);
    desk.press("s");
    desk.see(&done(1, "街道签收"));
}

#[test]
fn a_window_that_was_narrow_for_a_moment_is_drawn_anew() {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    desk.squeeze();
    desk.see(COVER);
}

/// As from a key that is held down on a slow line, or a text pasted by a terminal that does not say so.
#[test]
fn keys_that_come_all_at_once_are_all_taken_in_and_drawn_in_few_frames() {
    const KEYS: usize = 400;
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    let drawn = desk.frames();
    desk.press(&format!("{}s", "jk".repeat(KEYS / 2)));
    desk.see(&done(1, "街道签收"));
    let drawn = desk.frames() - drawn;
    assert!(drawn < KEYS / 4, "{drawn} frames for {KEYS} keys");
    assert_eq!(office.field(COVER, "stage"), "awaiting_dispatch");
}

#[test]
fn the_clock_runs_on_the_screen() {
    let office = Office::with_cases();
    let mut command = office.desk(&[]);
    command.env("ZHIBAN_SPEED", "600");
    let mut desk = Window::open(command);
    desk.see("09:08");
    // Ten minutes from 09:00 on (C1): overdue, counting up.
    desk.wait_for("the first case overdue", |w| {
        !w.shows("09:08") && !w.shows("逾期 0") && w.line(COVER).contains('+')
    });
}

#[test]
fn half_a_key_holds_nothing_up() {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    // What Alt and [ send, which might be the beginning of an arrow key; and the beginning of a Chinese sign.
    for half in [&b"\x1b["[..], &[0xe4]] {
        desk.press_bytes(half);
    }
    office.run(&["sign", "PTY26112300001"]);
    desk.see(&counts(2, 1, 0));
    desk.send(Signal::TERM);
    assert_eq!(desk.end_given_back(), End::Exit(0));
}

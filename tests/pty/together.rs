//! Several at one store: two windows, or a window and the command line.

use super::office::{BRANCH, COVER, Office, counts, done};

#[test]
fn of_two_windows_that_sign_one_case_one_signs_and_the_other_is_told_who_did() {
    let office = Office::with_cases();
    let mut here = office.open(&["--by", "post:A", "--person", "甲"]);
    let mut there = office.open(&["--by", "post:B", "--person", "乙"]);
    here.press("s");
    there.press("s");
    let signed = done(1, "街道签收（11-23 09:08）");
    let refused = "PTY26112300001 未办：";
    for window in [&mut here, &mut there] {
        window.wait_for("an answer", |w| w.shows(&signed) || w.shows(refused));
        // Both see it signed.
        window.see(&counts(2, 1, 0));
    }
    let (loser, winner) = match (here.shows(&signed), there.shows(&signed)) {
        (true, false) => (&there, "A 岗 甲"),
        (false, true) => (&here, "B 岗 乙"),
        both => panic!("signed here, there: {both:?}"),
    };
    let told = format!("! {refused}街道签收已办（{winner} 11-23 09:08）");
    assert!(loser.shows(&told), "{told}\n{}", loser.text());
    let log = office.run(&["log", "export"]);
    assert_eq!(log.matches("\"signed\"").count(), 1, "{log}");
}

#[test]
fn what_another_process_writes_appears_on_the_open_desk() {
    let office = Office::with_cases();
    let mut desk = office.open(&[]);
    desk.see(&counts(3, 0, 0));
    office.run(&["sign", "PTY26112300002", "--by", "post:B"]);
    desk.see(&counts(2, 1, 0));
    assert!(desk.line(BRANCH).contains('✓'), "{}", desk.text());
    office.run(&["dispatch", "PTY26112300002", "--by", "post:B"]);
    desk.see(&counts(2, 0, 1));
    office.run(&[
        "add",
        "--number",
        "PTY26112300009",
        "--kind",
        "ordinary",
        "--community",
        "灵响",
        "--title",
        "路灯不亮",
    ]);
    desk.see("路灯不亮");
    // A case that leaves the queue under the hand leaves the hand on nothing, and says so.
    office.run(&["void", "PTY26112300001", "--reason", "测试"]);
    desk.see("PTY26112300001 已在别处办理，离开了队列");
    assert!(!desk.shows(COVER), "{}", desk.text());
    desk.press("s");
    desk.see("没有选中的件");
}

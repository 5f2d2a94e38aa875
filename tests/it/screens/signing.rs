//! Signing, dispatching and reminding: one case and several, at a past moment, taken back, refused.

use super::*;

#[test]
fn signing_shows_what_is_on_disk() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300012");
    desk.press("s");
    screen!("signed", desk.screen());
    desk.press("s");
    screen!("signed_twice", desk.in_ink());
}

#[cfg(unix)]
#[test]
fn what_was_not_written_is_not_shown_as_done() {
    let mut desk = Desk::morning((160, 24));
    desk.select("FZ26112300012");
    let before = desk.screen();
    desk.store_is_replaced();
    desk.press("s");
    let screen = desk.screen();
    assert!(screen.contains("! 没有写入："), "{screen}");
    assert!(screen.contains("已不是打开时的那个文件 · 请退出，重新打开 zhiban"));
    let unchanged = before.lines().take(22);
    assert!(screen.lines().take(22).eq(unchanged), "{screen}");
}

#[test]
fn a_case_is_dispatched_by_pinyin_with_an_assisting_unit() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300012");
    desk.press("d");
    screen!("dispatch", desk.in_ink());
    desk.press("cgb");
    screen!("dispatch_filtered", desk.screen());
    desk.press("<tab>");
    desk.press("<backspace><backspace><backspace>sfqx");
    screen!("dispatch_assisted", desk.screen());
    desk.press("<enter>");
    screen!("dispatched", desk.screen());
    desk.press("<enter>");
    screen!("dispatched_page", desk.screen());
}

#[test]
fn a_case_that_a_unit_has_is_not_taken_from_it_unseen() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300009");
    desk.press("D");
    screen!("already_with_units", desk.screen());
    desk.press("d");
    screen!("dispatch_again", desk.screen());
    // Of two marked cases the other one is dispatched all the same.
    desk.press("<esc> ");
    desk.select("FZ26112300012");
    desk.press(" D");
    screen!("marked_one_already_with_units", desk.screen());
}

#[test]
fn several_cases_at_once() {
    let mut desk = Desk::morning(NARROW);
    desk.press("  ");
    screen!("marked", desk.in_ink());
    desk.press("D");
    screen!("marked_dispatched", desk.screen());
    desk.press("<esc>  dzzb<enter>");
    assert!(desk.screen().contains("2 件已记：派发 综治办"));
}

/// Nobody remembers what was marked and scrolled, or searched, away.
#[test]
fn acts_on_marked_cases_out_of_sight_ask_first() {
    let mut desk = Desk::morning((80, 15));
    desk.press("as");
    screen!("batch_sign", desk.screen());
    let signed = |desk: &Desk| desk.listed(&["--stage", "awaiting-dispatch"]).len();
    let before = signed(&desk);
    desk.press("n");
    assert_eq!(signed(&desk), before);
    desk.press("sy");
    screen!("batch_signed", desk.screen());
    assert_eq!(signed(&desk), before + 3);

    // One marked case that is not seen, while the hand is on another.
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300012");
    desk.press(" /yl<enter>dcgb<tab>zzb<enter>");
    screen!("batch_dispatch", desk.screen());
    desk.press("<esc>");
    assert_eq!(desk.listed(&["--unit", "综治办"]), [""; 0]);
    desk.press("D<f2>");
    assert_eq!(desk.listed(&["--unit", "三坊七巷社区"]).len(), 2);

    // On the case's page nothing of the queue is seen.
    let mut desk = Desk::morning(NARROW);
    desk.press(" j <enter>s");
    assert!(desk.screen().contains("其中 2 件不在屏幕上"));
}

#[test]
fn a_past_time_and_its_undoing() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300012");
    desk.press("@12:30<enter>");
    screen!("at_time_future", desk.screen());
    desk.press("<backspace><backspace><backspace><backspace><backspace>9:35<enter>");
    screen!("at_time_set", desk.screen());
    desk.press("s");
    screen!("at_time_signed", desk.screen());
    desk.press("u");
    screen!("undo", desk.screen());
    desk.press("y");
    screen!("undone", desk.screen());
}

/// `9:33` of a case that came at 09:33:40 is no time before its receipt.
#[test]
fn a_minute_means_a_moment_within_it() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300017");
    desk.press(" ");
    desk.select("FZ26112300012");
    desk.press(" @9:33<enter>s");
    screen!("minute_signed", desk.screen());
    desk.select("FZ26112300012");
    desk.press("<enter><end>");
    assert!(desk.screen().contains("11-23 09:33:40 A 岗 街道签收"));
    desk.press("<esc>");
    desk.select("FZ26112300017");
    desk.press("<enter><end>");
    assert!(desk.screen().contains("11-23 09:33 A 岗 街道签收"));
    // To the second it is taken at its word.
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300012");
    desk.press("@9:33:00<enter>s");
    assert!(desk.screen().contains("早于接件时间 11-23 09:33:40"));
}

#[test]
fn a_receipt_is_not_taken_back() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300017");
    desk.press("u");
    screen!("receipt_stands", desk.screen());
    // At 08:43, a minute before it was signed, there was nothing to take back yet.
    desk.select("FZ26112300009");
    desk.press("@8:43<enter>u");
    assert!(desk.screen().contains("FZ26112300009 没有可以撤销的"));
}

#[test]
fn a_phone_reminder_shows_the_number() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300009");
    desk.press("c");
    screen!("remind", desk.screen());
    desk.press("<enter>");
    screen!("reminded", desk.screen());
}

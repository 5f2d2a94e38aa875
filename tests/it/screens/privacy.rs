//! Names and numbers of citizens: masked wherever they could be seen, shown on purpose for a while.

use rstest::rstest;
use zhiban::app::model::Settings;
use zhiban::app::msg::Msg;
use zhiban::app::text::Language;

use super::desk::Desk;
use super::{NARROW, WIDE, morning, settings};

const CASE: &str = "FZ26112300003";
const OPEN: [&str; 2] = ["林女士", "13900000001"];
const MASKED: [&str; 2] = ["林**", "139****0001"];

/// A desk with the case's page open.
fn page(size: (u16, u16), settings: Settings) -> Desk {
    let mut desk = Desk::morning_with(size, settings, Language::Zh);
    desk.select(CASE);
    desk.press("<enter>");
    desk
}

fn is_masked(desk: &Desk) -> bool {
    let screen = desk.screen();
    assert!(
        OPEN.iter().all(|o| screen.contains(o)) != OPEN.iter().all(|o| !screen.contains(o)),
        "either both or none:\n{screen}"
    );
    OPEN.iter().all(|o| !screen.contains(o))
}

#[rstest]
#[case::letter("P")]
#[case::control("<c-u>")]
#[case::full_width("Ｐ")]
#[case::palette(":显示诉求人<enter>")]
fn a_key_shows_them_on_the_page_and_masks_them_again(#[case] keys: &str) {
    let mut desk = page(NARROW, Settings::default());
    assert!(is_masked(&desk));
    assert!(MASKED.iter().all(|m| desk.screen().contains(m)));
    desk.press(keys);
    assert!(!is_masked(&desk));
    assert!(desk.screen().contains("09:41:57 遮住"));
    desk.press(keys);
    assert!(is_masked(&desk));
}

#[test]
fn from_the_queue_the_page_opens_with_them() {
    let mut desk = Desk::morning(NARROW);
    desk.select(CASE);
    desk.press("P");
    assert!(!is_masked(&desk));
    assert!(desk.screen().contains("FZ26112300003 · 普通自处件"));
}

#[test]
fn leaving_the_page_masks_them_for_good() {
    let mut desk = page(NARROW, Settings::default());
    desk.press("P<esc>");
    assert!(is_masked(&desk));
    desk.press("<enter>");
    assert!(is_masked(&desk));
}

#[test]
fn another_case_in_hand_masks_them_for_good() {
    let mut desk = Desk::morning(WIDE);
    desk.select(CASE);
    desk.press("P");
    assert!(!is_masked(&desk));
    desk.press("j");
    assert!(is_masked(&desk));
    desk.press("k");
    assert!(is_masked(&desk));
    // Beside the queue they are what Esc takes back first.
    desk.press("P<esc>");
    assert!(is_masked(&desk));
}

#[rstest]
#[case::with_seconds(true)]
#[case::without_seconds(false)]
fn they_are_masked_by_themselves_after_the_time_of_the_policy(#[case] seconds: bool) {
    let mut desk = page(NARROW, settings(|s| s.seconds = seconds));
    desk.press("P");
    let until = morning::now().plus_seconds(30);
    assert!(desk.next_change() <= until, "the desk wakes to mask them");
    desk.arrives(Msg::Woke(until.plus_seconds(-1)));
    assert!(!is_masked(&desk));
    desk.arrives(Msg::Woke(until));
    assert!(is_masked(&desk));
}

#[test]
fn a_change_from_another_window_leaves_them_as_they_are() {
    let mut desk = Desk::morning(WIDE);
    desk.select("FZ26112300012");
    desk.press("<enter>P");
    assert!(!is_masked(&desk));
    desk.signed_elsewhere("FZ26112300012");
    desk.notices();
    assert!(!is_masked(&desk));
    desk.press("<end>");
    assert!(desk.screen().contains("陈工"));
}

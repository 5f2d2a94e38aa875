//! The boards: what they show, that every key on them is on disk, and that nothing typed is lost.

use zhiban::app::model::Settings;
use zhiban::app::text::Language;
use zhiban::domain::ids::Post;
use zhiban::domain::roster::Handler;

use super::desk::Desk;
use super::{NARROW, WIDE, morning, settings};

fn with_handlers() -> Settings {
    let handler = |post, name: &str, phone: &str| Handler {
        post,
        name: name.to_owned(),
        phone: phone.to_owned(),
    };
    settings(|s| {
        s.handlers = vec![
            handler(Post::A, "陈工", "0591-87550001"),
            handler(Post::B, "林工", ""),
        ];
    })
}

fn roster(size: (u16, u16), language: Language) -> Desk {
    let mut desk = Desk::morning_with(size, with_handlers(), language);
    desk.press("bd");
    desk
}

#[test]
fn a_menu_leads_to_every_board() {
    let mut desk = Desk::morning(NARROW);
    desk.press("b");
    screen!("boards", desk.screen());
    desk.press("<end>jjjjjjjj<enter>");
    assert!(desk.screen().contains("┌ 提醒记录"));
    desk.press("<esc><f11><f4>");
    assert!(desk.screen().contains("┌ 值班表 2026-11"));
    desk.press("<esc>");
    assert_eq!(desk.screen(), Desk::morning(NARROW).screen());
    // From the palette they open without the menu.
    desk.press(":zbb");
    screen!("palette_of_boards", desk.screen());
    desk.press("<enter>");
    assert!(desk.screen().contains("┌ 值班表 2026-11"));
}

#[test]
fn the_roster_shows_a_month() {
    let desk = roster(NARROW, Language::Zh);
    screen!("roster_80x24", desk.in_ink());
    let mut desk = roster(WIDE, Language::En);
    screen!("roster_english", desk.screen());
    desk.resize((60, 15));
    screen!("roster_60x15", desk.screen());
    // A make-up working day and the holiday before it.
    let mut desk = roster(NARROW, Language::Zh);
    desk.press("<pageup>");
    screen!("roster_october", desk.screen());
    desk.press("<home>");
    assert!(desk.screen().contains("值班表 2026-11"));
}

#[test]
fn a_day_is_swapped_and_taken_back() {
    let mut desk = roster(NARROW, Language::Zh);
    desk.press("<right>s");
    screen!("roster_swap", desk.screen());
    desk.press("陈工外出培训<enter>");
    screen!("roster_swapped", desk.screen());
    assert_eq!(desk.roster_log(), ["swapped 2026-11-24 A"]);
    desk.press("u");
    screen!("roster_taking_back", desk.screen());
    desk.press("<enter>");
    assert!(desk.screen().contains("11-24 已记：撤销"));
    assert_eq!(desk.roster_log(), ["swapped 2026-11-24 A", "undone"]);
    desk.press("u");
    assert!(desk.screen().contains("! 11-24 没有可以撤回的"));
}

#[test]
fn a_stand_in_is_for_either_post() {
    let mut desk = roster(NARROW, Language::Zh);
    desk.press("t<tab>");
    assert!(desk.screen().contains("由 A 岗 代 B 岗 值班、派件"));
    desk.press("<enter>");
    assert_eq!(desk.roster_log(), ["stood_in 2026-11-23 B by A"]);
    // Who is on duty is the same; who dispatches for the communities of B is not.
    assert!(desk.screen().contains("A 岗值班 A 岗 代 B 岗"));
    desk.press("<f3><enter>");
    screen!("roster_stands_in", desk.screen());
}

#[test]
fn what_is_open_is_handed_over_with_a_note() {
    let mut desk = roster(NARROW, Language::Zh);
    desk.press("o12 号件明早先看");
    screen!("roster_handover", desk.screen());
    desk.press("<enter>");
    assert!(desk.screen().contains("12 号件明早先看"));
    assert_eq!(desk.roster_log(), ["handed_over 2026-11-23 B"]);
}

/// The past needs a reason; what was typed before the refusal, or before the window was made smaller, is still there.
#[test]
fn a_past_day_needs_a_reason_and_nothing_typed_is_lost() {
    let mut desk = roster(NARROW, Language::Zh);
    desk.press("<left>s  <enter>");
    screen!("roster_refused", desk.screen());
    desk.press("当日换班漏记");
    desk.resize((50, 10));
    desk.resize(NARROW);
    desk.signed_elsewhere("FZ26112300012");
    desk.press("<f12>");
    assert!(desk.screen().contains("当日换班漏记"));
    assert_eq!(desk.roster_log(), [""; 0]);
    desk.press("<enter>");
    assert_eq!(desk.roster_log(), ["swapped 2026-11-22 B"]);
}

#[test]
fn whom_to_phone() {
    let mut desk = roster(NARROW, Language::Zh);
    desk.press("<tab>");
    screen!("roster_phones", desk.screen());
    desk.press("<esc>");
    assert!(desk.screen().contains("周一"));
    let mut desk = Desk::morning(NARROW);
    desk.press("bd<tab>");
    assert!(desk.screen().contains("配置里没写经办（[[handlers]]）"));
}

/// What another window does to today's or tomorrow's duty is said where nobody looks at the roster.
#[test]
fn a_swap_in_another_window_is_said() {
    let mut desk = Desk::morning(NARROW);
    desk.swapped_elsewhere("2026-11-24", Post::A);
    assert!(desk.screen().contains("! 11-24 周二 已改由 A 岗 值班"));
    // One of a later day is not.
    let mut desk = Desk::morning(NARROW);
    desk.swapped_elsewhere("2026-11-28", Post::A);
    assert!(!desk.screen().contains("已改由"));
}

#[test]
fn a_click_puts_the_hand_on_a_day() {
    let mut desk = roster(NARROW, Language::Zh);
    let (x, y) = desk.place_of("19 B");
    desk.click(x, y);
    assert!(desk.screen().contains("11-19 周四 工作日 B 岗值班"));
    let mut desk = Desk::morning(NARROW);
    desk.press("b");
    let (x, y) = desk.place_of("值班表");
    desk.click(x, y);
    assert!(desk.screen().contains("┌ 值班表 2026-11"));
}

fn aftercare() -> Desk {
    let mut desk = Desk::filled(NARROW, morning::after_the_close);
    desk.press("ba");
    desk
}

/// R11: what is owed after the close is on a list and on the calendar, whether or not its case is in the queue.
#[test]
fn what_is_owed_after_the_close() {
    let mut desk = aftercare();
    screen!("aftercare_80x24", desk.in_ink());
    desk.press("<tab>");
    screen!("aftercare_month", desk.screen());
    desk.press("<left><enter>");
    screen!("aftercare_day", desk.screen());
    desk.press("<esc><pagedown><pagedown><pagedown>");
    assert!(desk.screen().contains("办结后续 2027-02"));
    desk.resize((60, 15));
    screen!("aftercare_month_60x15", desk.screen());
    desk.press("<tab><end>");
    screen!("aftercare_60x15", desk.screen());
    let desk = Desk::filled(WIDE, morning::after_the_close);
    let mut desk = desk;
    desk.press("b<f2>");
    screen!("aftercare_120x40", desk.screen());
}

/// The page of a case that has left the queue opens all the same, an act on it is taken, and Esc goes back to the board.
#[test]
fn a_case_out_of_the_queue_opens_from_the_board() {
    let mut desk = aftercare();
    assert!(!desk.shown().contains(&"FZ26111800103".to_owned()));
    let (x, y) = desk.place_of("FZ26111800103");
    desk.click(x, y);
    desk.click(x, y);
    screen!("aftercare_guest", desk.screen());
    assert!(desk.shown().contains(&"FZ26111800103".to_owned()));
    desk.press("<esc>");
    assert!(desk.screen().contains("┌ 办结后续"));
    assert!(!desk.shown().contains(&"FZ26111800103".to_owned()));
    desk.press("<esc>");
    // The page of one that is in the queue comes back to the board too, with the hand where it was.
    desk.press("baj<enter>");
    assert!(!desk.screen().contains("┌ 办结后续"));
    let before = {
        let mut desk = aftercare();
        desk.press("j");
        desk.screen()
    };
    desk.press("<esc>");
    assert_eq!(desk.screen(), before);
}

fn reconcile(size: (u16, u16)) -> Desk {
    let mut desk = Desk::filled(size, morning::held_against_the_platform);
    desk.press("bc");
    desk
}

/// R9: the two sides stand side by side; what is taken or kept is on disk and off the board.
#[test]
fn the_desk_is_held_against_the_platform() {
    let mut desk = reconcile(NARROW);
    screen!("reconcile_80x24", desk.in_ink());
    // The community is taken, the kind kept: the hand goes on to what follows.
    desk.press("<f2>");
    screen!("reconcile_taken", desk.screen());
    desk.press("n");
    assert!(!desk.screen().contains("三坊七巷社区 · 紧急件"));
    // A status has no time: it is refused with what to do instead.
    desk.press("t");
    screen!("reconcile_refused", desk.screen());
    desk.press("<enter>");
    assert!(desk.screen().contains("FZ26112300017 · 普通自处件"));
    desk.press("<esc>nn");
    screen!("reconcile_settled", desk.screen());
    desk.press("n");
    assert!(desk.screen().contains("! 下次导入平台名单时自动核对"));
    let desk = reconcile((60, 15));
    screen!("reconcile_60x15", desk.screen());
    let desk = reconcile(WIDE);
    screen!("reconcile_120x40", desk.screen());
    let mut desk = Desk::empty(NARROW);
    desk.press("bc");
    assert!(desk.screen().contains("还没有导入过平台名单"));
}

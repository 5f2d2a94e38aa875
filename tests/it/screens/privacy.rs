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

/// The names of the files beside the store's dossiers, and what the HTML says.
fn exported(desk: &Desk) -> (Vec<String>, String) {
    let folder = desk.folder().join("dossiers");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|f| f.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let html = std::fs::read_to_string(folder.join(&names[0])).unwrap();
    (names, html)
}

#[rstest]
#[case::letter("E")]
#[case::function("<f6>")]
fn the_dossier_is_exported_masked(#[case] key: &str) {
    let mut desk = page(NARROW, Settings::default());
    desk.press(key);
    let (names, html) = exported(&desk);
    let stem = "FZ26112300003-1123-094127";
    assert_eq!(names, [format!("{stem}.html"), format!("{stem}.md")]);
    assert!(desk.screen().contains("已导出"), "{}", desk.screen());
    assert!(html.contains("C3 单位签收 柳河社区 迟 7 分 20 秒 · 柳河社区 负责"));
    assert!(OPEN.iter().all(|o| !html.contains(o)));
    assert!(MASKED.iter().all(|m| html.contains(m)));
}

#[test]
fn the_dossier_has_what_the_page_shows_at_that_moment() {
    let mut desk = page(NARROW, Settings::default());
    desk.press("PE");
    let (_, html) = exported(&desk);
    assert!(OPEN.iter().all(|o| html.contains(o)));
}

#[rstest]
#[case::letter("Y")]
#[case::function("<f7>")]
fn the_verdicts_are_copied_with_their_evidence(#[case] key: &str) {
    let mut desk = page(NARROW, Settings::default());
    desk.press(key);
    let copied = desk.copied.clone().unwrap();
    let expected = "\
诉求件卷宗 FZ26112300003
夜间施工噪音扰民
截至 2026-11-23 09:41:27

C1 街道签收 迟 5 分 30 秒 · A 岗 负责
  一 签收 · 2026-11-23 07:40 起、到 2026-11-23 08:10、2026-11-23 08:15:30 办
  读法：从接件起算；7:30 前从 7:30 起算，22:00 起从次日 7:30 起算。起算时在工作时间内 10 分钟，否则 30 分钟。
  依据：2026-11-23 07:40 系统 接件
  依据：2026-11-23 08:15:30 A 岗 街道签收

C3 单位签收 柳河社区 迟 7 分 20 秒 · 柳河社区 负责
  一 签收 · 2026-11-23 08:35 起、到 2026-11-23 08:45、2026-11-23 08:52:20 办
  W1：到期前已电话催办，由单位单独负责
  读法：每个单位从派发（转办）起算；7:30 前从 7:30 起算，22:00 起从次日 7:30 起算。起算时在工作时间内 10 分钟，否则 30 分钟。
  依据：2026-11-23 08:35 B 岗 派发 柳河社区(牵头)
  依据：2026-11-23 08:41 B 岗 电话提醒 柳河社区 签收 接通
  依据：2026-11-23 08:52:20 柳河社区 单位签收 柳河社区
";
    assert_eq!(copied, expected);
    assert!(desk.screen().contains("FZ26112300003 的逾期认定已复制"));
}

#[test]
fn where_nothing_was_late_nothing_is_copied() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300009");
    desk.press("<enter>Y");
    assert_eq!(desk.copied, None);
    assert!(desk.screen().contains("FZ26112300009 没有逾期"));
}

#[rstest]
#[case::in_full("13900000001")]
#[case::as_people_write_it("139-0000 0001")]
#[case::full_width("１３９０００００００１")]
#[case::its_end("0001")]
fn a_masked_number_is_found(#[case] typed: &str) {
    let mut desk = Desk::morning(NARROW);
    let all = desk.shown();
    desk.press(&format!("/{typed}"));
    assert!(
        desk.shown().contains(&CASE.to_owned()),
        "{:?}",
        desk.shown()
    );
    assert!(!desk.screen().contains("林女士"));
    desk.press("9");
    assert_eq!(desk.shown(), [""; 0]);
    desk.press("<backspace>");
    assert!(desk.shown().contains(&CASE.to_owned()));
    // What changes elsewhere meanwhile stays found.
    desk.press("<enter>");
    desk.signed_elsewhere("FZ26112300012");
    desk.notices();
    assert!(desk.shown().contains(&"FZ26112300012".to_owned()));
    desk.press("<esc>");
    assert_eq!(desk.shown(), all);
}

#[test]
fn a_pasted_number_is_found() {
    let mut desk = Desk::morning(NARROW);
    desk.press("/");
    desk.arrives(Msg::Pasted("13900000001".to_owned()));
    assert!(desk.shown().contains(&CASE.to_owned()));
    desk.press("<esc>/");
    desk.arrives(Msg::Pasted("13900000002".to_owned()));
    assert_eq!(desk.shown(), [""; 0]);
}

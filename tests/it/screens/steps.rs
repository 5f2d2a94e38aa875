//! The next step by its key, and that what another window does meanwhile is noticed before anything is logged.

use zhiban::app::model::Settings;
use zhiban::app::msg::Msg;
use zhiban::app::text::Language;
use zhiban::domain::event::Event;
use zhiban::domain::ids::{Post, Role};

use super::desk::Desk;
use super::{NARROW, WIDE};

/// Two units, of which none has signed.
const UNSIGNED: &str = "FZ26112300009";
/// Signed by its unit, which owes the answer.
const AT_WORK: &str = "FZ26112300003";
/// Nothing has been done about it.
const NEW: &str = "FZ26112300017";
/// Urgent, and nothing has been done about it.
const URGENT: &str = "FZ26112300012";
/// Answered, and waiting for its review.
const ANSWERED: &str = "FZ26112200014";

#[test]
fn what_a_unit_is_waited_for_is_not_logged_without_asking() {
    let mut desk = Desk::morning(NARROW);
    desk.select(UNSIGNED);
    // Both are phoned: now their signs are waited for.
    desk.press("c<enter>cj<enter>");
    let before = desk.facts();
    desk.press("o");
    assert!(
        desk.screen().contains("已经签收了吗") || desk.screen().contains("单位签收"),
        "{}",
        desk.screen()
    );
    desk.press("<esc>");
    assert_eq!(desk.facts(), before);
    desk.select(AT_WORK);
    desk.press("o<esc>");
    assert_eq!(desk.facts(), before);
}

#[test]
fn the_only_unit_that_is_waited_for_is_named_in_the_question() {
    let mut desk = Desk::morning(NARROW);
    desk.select(UNSIGNED);
    desk.press("v<enter>c<enter>");
    desk.press("o");
    let screen = desk.screen();
    assert!(screen.contains("城管办 已经签收了吗？"), "{screen}");
    let before = desk.facts().concat().len();
    desk.press("n");
    assert_eq!(desk.facts().concat().len(), before);
    desk.press("oy");
    assert_eq!(desk.facts().concat().len(), before + 1);
    assert!(desk.screen().contains("城管办"));
}

#[test]
fn a_call_begins_at_the_unit_that_owes_and_names_what_each_owes() {
    let mut desk = Desk::morning(NARROW);
    desk.select(UNSIGNED);
    // The lead has signed; the other has not.
    desk.press("v<enter>c");
    let screen = desk.screen();
    let line = |unit: &str| {
        let mut lines = screen.lines().filter(|l| l.contains('催'));
        lines.find(|l| l.contains(unit)).unwrap().to_owned()
    };
    assert!(line("三坊七巷社区").contains("催答复"), "{screen}");
    assert!(line("城管办").contains("催签收"), "{screen}");
    assert!(line("城管办").contains('▸'), "{screen}");
}

#[test]
fn whoever_was_phoned_about_the_sign_is_phoned_about_the_answer_next() {
    let mut desk = Desk::morning(WIDE);
    desk.select(URGENT);
    desk.press("d<enter>");
    // The answer is nearly due, and the unit has not even signed.
    desk.arrives(Msg::Woke("2026-11-23T10:20:00".parse().unwrap()));
    desk.press("o");
    assert!(desk.screen().contains("催签收"), "{}", desk.screen());
    desk.press("<enter>o");
    assert!(desk.screen().contains("催答复"), "{}", desk.screen());
    desk.press("<enter>");
    let screen = desk.screen();
    assert!(screen.contains("（催答复，接通）"), "{screen}");
    assert!(screen.contains("下一步 等三坊七巷社区"), "{screen}");
}

#[test]
fn a_request_for_help_is_the_next_step_and_one_key_sends_the_case_to_them() {
    let mut desk = Desk::morning(WIDE);
    desk.select(AT_WORK);
    desk.press("@9:40<enter>.a<tab>cgb <tab>要占道执法<enter>");
    let screen = desk.screen();
    assert!(screen.contains("柳河社区请求协办"), "{screen}");
    desk.press("o<enter>");
    let screen = desk.screen();
    assert!(!screen.contains("柳河社区请求协办"), "{screen}");
    let facts = desk.facts().concat();
    let of_case = facts
        .iter()
        .filter(|f| f.case.as_ref().is_some_and(|n| n.as_str() == AT_WORK));
    let sent = of_case.rev().find_map(|f| match &f.event {
        Event::Dispatched(e) => Some(e.units.iter().map(|u| (u.unit.as_str(), u.role)).collect()),
        _ => None,
    });
    let expected = vec![("柳河社区", Role::Lead), ("城管办", Role::Assist)];
    assert_eq!(sent, Some(expected));
}

#[test]
fn the_picker_notices_that_another_window_was_faster() {
    let mut desk = Desk::morning(NARROW);
    desk.select(NEW);
    desk.press("d");
    desk.signed_elsewhere(NEW);
    desk.notices();
    assert!(
        desk.screen().contains("刚在别处有变动"),
        "{}",
        desk.screen()
    );
    let before = desk.facts().concat().len();
    // An Enter that was on its way is not yet an answer to that.
    desk.press("<enter>");
    assert_eq!(desk.facts().concat().len(), before);
    desk.press("<enter>");
    assert_eq!(desk.facts().concat().len(), before + 1);
}

#[test]
fn a_note_on_a_case_that_another_window_has_closed_is_not_lost() {
    let mut desk = Desk::morning(NARROW);
    desk.select(AT_WORK);
    desk.press(".n明天再来电");
    desk.closed_elsewhere(AT_WORK);
    desk.notices();
    assert!(
        desk.screen().contains("刚在别处有变动"),
        "{}",
        desk.screen()
    );
    assert!(desk.screen().contains("明天再来电"), "{}", desk.screen());
    desk.press("<f2>");
    let screen = desk.screen();
    assert!(screen.contains("FZ26112300003 已记：备注"), "{screen}");
}

#[test]
fn a_swap_elsewhere_changes_whose_turn_it_is_here() {
    let settings = Settings {
        me: Some("post:A".parse().unwrap()),
        ..Settings::default()
    };
    let mut desk = Desk::morning_with(WIDE, settings, Language::Zh);
    desk.press("<tab>");
    let mine = |desk: &Desk| {
        let screen = desk.screen();
        let title = screen.find("本岗现在要办");
        let theirs = screen.find("该 B 岗 办").unwrap_or(screen.len());
        let here = screen.find("112300017").unwrap();
        title.is_some_and(|title| title < here) && here < theirs
    };
    assert!(mine(&desk), "{}", desk.screen());
    desk.swapped_elsewhere("2026-11-23", Post::B);
    assert!(!mine(&desk), "{}", desk.screen());
}

#[test]
fn what_stands_in_no_row_is_found_and_closed_cases_on_demand() {
    let mut desk = Desk::morning(NARROW);
    desk.press("/当日拆除");
    assert_eq!(desk.shown(), ["FZ26112100005"]);
    desk.press("<esc>");
    desk.select(ANSWERED);
    desk.press("w   <f2>.by");
    let open = desk.shown();
    // By the subject, by the answer, by the citizen's number.
    for typed in ["栏杆松动", "已加固", "已加固 河道"] {
        desk.press(&format!("/{typed}<enter>"));
        assert_eq!(desk.shown(), [ANSWERED], "{typed}");
        desk.press("j<esc>");
    }
    desk.press("/13900000001<c-f>");
    assert!(desk.shown().contains(&ANSWERED.to_owned()));
    desk.press("<home><esc>");
    assert_eq!(desk.shown(), open);
}

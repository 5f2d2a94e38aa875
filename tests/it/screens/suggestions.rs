//! What is suggested about a case: shown with its reasons, taken or turned down by a key.

use super::*;

#[test]
fn suggestions_are_shown_with_their_reasons_and_taken_or_turned_down_by_a_key() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112100005");
    // Its subject speaks of a word the policy lists, its phone is that of an earlier case; the mark says how much that is.
    let line = |screen: String| {
        screen
            .lines()
            .find(|l| l.contains("112100005"))
            .map(str::to_owned)
    };
    assert!(line(desk.screen()).unwrap().starts_with("│▸2"));
    desk.press("<enter>");
    let page = desk.screen();
    assert!(
        page.contains("疑为重复件 R7") && page.contains("疑为敏感件 R8：提到群租"),
        "{page}"
    );
    desk.press("<esc>i");
    screen!("suggestions", desk.screen());
    // A dismissal needs its reason, and what is typed survives a smaller terminal.
    desk.press("n<enter>");
    screen!("suggestion_needs_a_reason", desk.screen());
    desk.press("是两件事");
    desk.resize((60, 15));
    desk.resize(NARROW);
    assert!(desk.screen().contains("理由 是两件事"), "{}", desk.screen());
    desk.press("<enter>");
    assert!(
        line(desk.screen()).unwrap().starts_with("│▸1"),
        "{}",
        desk.screen()
    );
    // What is taken up tags the case; the tag brings the next suggestion, and that opens its dialog.
    desk.press("<c-l><enter>");
    assert!(desk.screen().contains("已记：加标签"), "{}", desk.screen());
    desk.press("i");
    let list = desk.screen();
    assert!(
        list.contains("应报主官 R8") && !list.contains("疑为"),
        "{list}"
    );
    desk.press("<enter>");
    assert!(
        desk.screen().contains("报主官 FZ26112100005"),
        "{}",
        desk.screen()
    );
}

#[test]
fn a_repeat_that_is_taken_up_is_tagged_and_linked_with_the_case_it_repeats() {
    let mut desk = Desk::morning(WIDE);
    desk.select("FZ26112300009");
    let other = desk.screen();
    let other = other.split("疑为重复件 R7：与 ").nth(1).unwrap();
    let other: String = other
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    assert!(other.starts_with("FZ2611"), "{other}");
    desk.press("i<enter>");
    assert!(
        desk.screen().contains("FZ26112300009 已记：加标签"),
        "{}",
        desk.screen()
    );
    desk.press("<enter><end>");
    let page = desk.screen();
    assert!(
        page.contains("A 岗 关联") && page.contains(&other),
        "{page}"
    );
    desk.press("<esc>i");
    assert!(!desk.screen().contains("疑为重复件"), "{}", desk.screen());
}

#[test]
fn suggestions_in_english() {
    let mut desk = Desk::morning_with(NARROW, Settings::default(), Language::En);
    desk.select("FZ26112100005");
    desk.press("i");
    screen!("suggestions_english", desk.screen());
}

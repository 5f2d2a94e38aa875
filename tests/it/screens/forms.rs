//! The form of a new case, keyed in or filled from a pasted text, and the one that decides kind and community.

use super::*;

#[test]
fn a_case_without_a_community_asks_for_a_decision() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300031");
    desk.press("D");
    screen!("no_community", desk.screen());
    desk.press("e");
    screen!("decide", desk.screen());
    desk.press("<pagedown><tab><pagedown>");
    desk.press("<f2>");
    screen!("decided", desk.screen());
}

#[test]
fn who_decides_sees_the_words_of_the_list() {
    let mut desk = Desk::filled(NARROW, morning::unknown_words);
    desk.press("e");
    screen!("decide_unknown_words", desk.screen());
    desk.press("<esc>d");
    screen!("dispatch_long_subject", desk.screen());
}

#[test]
fn a_new_case_is_keyed_in() {
    let mut desk = Desk::morning(NARROW);
    desk.press("n");
    screen!("new_case", desk.screen());
    desk.press("<f2>");
    screen!("new_case_empty", desk.screen());
    desk.press("FZ26112300099<tab><pagedown><tab><pagedown><tab>井盖破损<f2>");
    screen!("new_case_added", desk.screen());
}

#[test]
fn a_new_case_that_was_left_is_gone_on_with() {
    let mut desk = Desk::morning(NARROW);
    // An untouched form leaves nothing behind.
    desk.press("n<esc>");
    assert_eq!(desk.screen(), Desk::morning(NARROW).screen());
    desk.press("nFZ26112300099<tab><right><tab><right><tab>井盖破<left>");
    desk.press("<esc>");
    screen!("draft_kept", desk.screen());
    desk.press("jn");
    screen!("draft_back", desk.screen());
    desk.press("已<f2>");
    assert!(desk.screen().contains("FZ26112300099 已记：接件"));
    desk.press("n");
    assert!(!desk.screen().contains("井盖"));
}

#[test]
fn a_pasted_message_fills_the_form_and_shows_what_is_guessed() {
    let mut desk = Desk::morning(NARROW);
    desk.arrives(Msg::Pasted("【12345】新件 FZ26112300097，标题：南后街消防通道被占；来电时间：2026-11-23 08:55。\r\n请尽快处理\u{1b}[2J".to_owned()));
    screen!("pasted", desk.screen());
    // Turned by hand it is no guess any more.
    desk.press("<right><left><tab><right><left>");
    assert!(!desk.screen().contains("猜的"), "{}", desk.screen());
    desk.press("<f2>");
    assert!(desk.screen().contains("FZ26112300097 已记：接件"));
}

#[test]
fn a_pasted_text_that_says_nothing_is_kept_and_goes_behind_an_unsaved_one() {
    let mut desk = Desk::morning(NARROW);
    desk.arrives(Msg::Pasted("井边\n很臭".to_owned()));
    screen!("pasted_unread", desk.screen());
    desk.press("<esc>");
    desk.arrives(Msg::Pasted("FZ26112300096".to_owned()));
    assert!(
        desk.screen().contains("井边 很臭 FZ26112300096"),
        "{}",
        desk.screen()
    );
}

#[test]
fn left_and_right_turn_a_choice_and_move_in_a_text() {
    let mut desk = Desk::morning(NARROW);
    desk.press("nFZ1<left>0<tab><right> <left><tab><left>");
    screen!("new_case_choices", desk.screen());
}

#[test]
fn what_a_form_refuses_is_not_lost() {
    let mut desk = Desk::morning(NARROW);
    desk.press("nFZ26112300012<tab><tab><tab>路灯不亮<tab>昨天<tab>2026-11-22 08:00<f2>");
    screen!("new_case_refused", desk.screen());
}

/// What a field has no room for, or cannot keep as it is, is told of: never cut in silence.
#[test]
fn a_paste_that_does_not_go_in_as_it_is_is_told_of() {
    let long = "巷".repeat(6000);
    let said = "! 粘贴的文字太长，后面 539 个字没放进来";
    let mut desk = Desk::morning(NARROW);
    // Into the field in hand, the subject: what fits is there.
    desk.press("n<tab><tab><tab>");
    desk.arrives(Msg::Pasted(long.clone()));
    assert!(desk.screen().contains(said), "{}", desk.screen());
    assert!(desk.screen().contains("巷巷巷"));
    let mut desk = Desk::morning(NARROW);
    // As a message that fills the form.
    desk.arrives(Msg::Pasted(long.clone()));
    assert!(desk.screen().contains(said), "{}", desk.screen());
    // Into the dialog of an act, and a search.
    for keys in [".n", "/"] {
        let mut desk = Desk::morning(NARROW);
        desk.press(keys);
        desk.arrives(Msg::Pasted(long.clone()));
        assert!(
            desk.screen().contains("个字没放进来"),
            "{keys}: {}",
            desk.screen()
        );
    }
    let mut desk = Desk::morning(NARROW);
    desk.press("n");
    desk.arrives(Msg::Pasted("FZ26112300\r\n099".to_owned()));
    let joined = "粘贴的文字有几行，这里只有一行：换行改成了空格";
    assert!(desk.screen().contains(joined), "{}", desk.screen());
    assert!(desk.screen().contains("FZ26112300 099"));
    // A line end behind a copied number is nothing to speak of.
    let mut desk = Desk::morning(NARROW);
    desk.press("n");
    desk.arrives(Msg::Pasted("FZ26112300099\r\n".to_owned()));
    assert!(!desk.screen().contains("换行"));
}

/// A letter longer than anybody types is kept whole where only something else of the case is amended.
#[test]
fn amending_a_case_does_not_cut_its_long_letter() {
    let body = "井".repeat(7000);
    let mut desk = Desk::filled(NARROW, |store| super::morning::with_body(store, &body));
    desk.press(".e");
    screen!("amend_long", desk.screen());
    desk.press("<f2>");
    let facts = desk.facts().into_iter().flatten();
    assert!(facts.into_iter().all(|f| f.event.kind() != "amended"));
}

/// Kind and community are guessed from what is typed too; a guess is looked at before it is saved, and what somebody chose
/// stays.
#[test]
fn what_is_typed_lets_kind_and_community_be_guessed() {
    let mut desk = Desk::morning(NARROW);
    desk.press("nFZ26112300099<tab><tab><tab>南后街消防通道被占<tab>");
    screen!("typed_guess", desk.screen());
    desk.press("<f2>");
    let screen = desk.screen();
    assert!(
        screen.contains("! 类别、属地有一项是按用词猜的"),
        "{screen}"
    );
    assert!(screen.contains("▸类别       < 紧急件 > ? 猜的"), "{screen}");
    desk.press("<f2>");
    assert!(desk.screen().contains("FZ26112300099 已记：接件"));
    // Chosen by hand before: nothing is guessed over it.
    let mut desk = Desk::morning(NARROW);
    desk.press("nFZ26112300098<tab><right><left><tab><left><tab>南后街消防通道被占<f2>");
    let screen = desk.screen();
    assert!(screen.contains("FZ26112300098 已记：接件"), "{screen}");
}

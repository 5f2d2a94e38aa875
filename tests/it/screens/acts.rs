//! Every act by its keys: the menu, the dialogs as they stand in both languages, and that nothing typed in one is lost.

use rstest::rstest;
use zhiban::app::model::Settings;
use zhiban::app::msg::Msg;
use zhiban::app::text::Language;

use super::NARROW;
use super::desk::Desk;

/// Compares with the kept screen of that name.
macro_rules! screen {
    ($name:expr, $shot:expr) => {
        insta::with_settings!({
            prepend_module_to_snapshot => false,
            snapshot_path => "snapshots/acts",
            omit_expression => true,
        }, {
            insta::assert_snapshot!($name, $shot);
        });
    };
}

fn both(mut scene: impl FnMut(&mut Desk), name: &str) {
    for (language, suffix) in [(Language::Zh, "zh"), (Language::En, "en")] {
        let mut desk = Desk::morning_with(NARROW, Settings::default(), language);
        scene(&mut desk);
        assert!(desk.no_sign_is_split());
        screen!(format!("{name}_{suffix}"), desk.screen());
    }
}

/// Signed by its unit, which has the case.
const AT_WORK: &str = "FZ26112300003";
/// Two units, of which none has signed.
const UNSIGNED: &str = "FZ26112300009";
/// Answered, and waiting for its review.
const ANSWERED: &str = "FZ26112200014";
/// Nothing has been done about it.
const NEW: &str = "FZ26112300012";

#[rstest]
#[case::unit_sign("unit_sign", UNSIGNED, "v")]
#[case::transfer("transfer", AT_WORK, ".z<tab>cgb")]
#[case::co_assign("co_assign", UNSIGNED, ".a<tab>zzb jjb")]
#[case::lead("lead", UNSIGNED, ".l")]
#[case::reply("reply", AT_WORK, "p已约谈施工方<enter>当晚停工<tab>2<tab>张主任")]
#[case::review("review", ANSWERED, "w  ")]
#[case::extend("extend", AT_WORK, ".x<enter>等配件")]
#[case::decide_extension("decide_extension", AT_WORK, ".y<right><enter>11-26 17:00")]
#[case::close("close", AT_WORK, ".b")]
#[case::tag("tag", AT_WORK, ".k")]
#[case::note("note", AT_WORK, ".n")]
#[case::amend("amend", AT_WORK, ".e")]
#[case::link("link", AT_WORK, ".L")]
#[case::escalate("escalate", AT_WORK, ".m")]
#[case::report("report", AT_WORK, ".i")]
#[case::consult("consult", AT_WORK, ".o")]
#[case::contact("contact", AT_WORK, ".t")]
#[case::excuse("excuse", AT_WORK, ".j<left>")]
#[case::void("void", AT_WORK, ".X")]
#[case::menu("menu", AT_WORK, ".")]
#[case::menu_of_a_new_case("menu_new", NEW, ".w")]
fn a_dialog(#[case] name: &str, #[case] number: &str, #[case] keys: &str) {
    let scene = |desk: &mut Desk| {
        desk.select(number);
        desk.press(keys);
    };
    both(scene, name);
}

/// Closed with an accepted reply, then found again by its number.
const CLOSED: &str = "w   <f2>.by/2200014<enter>";

#[rstest]
#[case::rate("rate", ".r")]
#[case::follow_up("follow_up", ".r<left><enter>.f")]
#[case::appeal("appeal", ".r<left><enter>.u李书记<tab> ")]
#[case::decide_appeal("decide_appeal", ".r<left><enter>.u李书记<enter><enter>.U<right>")]
#[case::look_back("look_back", ".r<left><enter>.h")]
#[case::rate_again("rate_again", ".r<left><enter>.r<right><enter>回访后改评")]
fn a_dialog_after_the_close(#[case] name: &str, #[case] keys: &str) {
    let scene = |desk: &mut Desk| {
        desk.select(ANSWERED);
        desk.press(CLOSED);
        desk.press(keys);
    };
    both(scene, name);
}

#[test]
fn closing_asks_and_is_taken_back_while_the_hand_has_not_moved() {
    let mut desk = Desk::morning(NARROW);
    desk.select(ANSWERED);
    desk.press("w   <f2>o");
    assert!(desk.screen().contains("办结 FZ26112200014"));
    // A second Enter by mistake does not close the case.
    desk.press("<enter>");
    assert!(desk.shown().contains(&ANSWERED.to_owned()));
    desk.press("y");
    assert!(!desk.shown().contains(&ANSWERED.to_owned()));
    // The case that was left is meant, not the one the hand rests on now.
    desk.press("u");
    let screen = desk.screen();
    assert!(
        screen.contains("撤销 FZ26112200014") && screen.contains("记的“办结”"),
        "{screen}"
    );
    desk.press("y");
    assert!(desk.screen().contains("FZ26112200014 已撤销：办结"));
    assert!(desk.shown().contains(&ANSWERED.to_owned()));
    // Whoever has gone on to another case means that one.
    desk.press("oy<home>u");
    assert!(
        desk.screen().contains("! FZ26112300031"),
        "{}",
        desk.screen()
    );
}

#[test]
fn the_page_of_a_case_that_is_done_with_gives_way_to_the_queue() {
    let mut desk = Desk::morning(NARROW);
    desk.select(ANSWERED);
    desk.press("<enter>w   <f2>oy");
    let screen = desk.screen();
    assert!(screen.contains("已记：办结"), "{screen}");
    assert!(screen.contains("└ 按社区"), "{screen}");
    // Taken back, the case is in hand again.
    desk.press("uy");
    assert!(desk.shown().contains(&ANSWERED.to_owned()));
    // A search that finds nothing more after it does not hide the rest.
    desk.press("/2200014<enter>oy");
    assert!(desk.shown().len() > 1, "{}", desk.screen());
}

#[test]
fn what_was_decided_is_said_when_it_is_logged() {
    let mut desk = Desk::morning(NARROW);
    desk.select(ANSWERED);
    let mut says = |keys: &str, said: &str| {
        desk.press(keys);
        assert!(desk.screen().contains(said), "{said}: {}", desk.screen());
    };
    says(".k <f2>", "已记：加标签 纪委监督");
    // The last act was a slip on the photos: it is seen before anything rests on it.
    says("w    <f2>", "已记：审核 不规范");
    says(".y<right><enter>11-26 17:00<f2>", "已记：延期批复 同意");
}

#[test]
fn a_refusal_beside_a_new_close_time_is_a_slip() {
    let mut desk = Desk::morning(NARROW);
    desk.select(AT_WORK);
    desk.press(".y<left><enter>11-26 17:00<f2>");
    let screen = desk.screen();
    assert!(screen.contains("! 不同意的不填新时限"), "{screen}");
    desk.press("<backspace><backspace><backspace><backspace><backspace><backspace><backspace><backspace><backspace><backspace><backspace><f2>");
    assert!(
        desk.screen().contains("已记：延期批复 不同意"),
        "{}",
        desk.screen()
    );
}

#[test]
fn a_case_that_was_looked_up_stays_in_view_when_something_is_logged_on_it() {
    let mut desk = Desk::morning(NARROW);
    desk.select(ANSWERED);
    desk.press("w   <f2>.by/2200014<enter>");
    assert!(desk.shown().contains(&ANSWERED.to_owned()));
    desk.press(".n");
    desk.press("市民来电致谢<f2>");
    assert!(desk.screen().contains("已记：备注"), "{}", desk.screen());
    assert!(desk.shown().contains(&ANSWERED.to_owned()));
}

#[test]
fn a_long_answer_is_read_whole_where_it_is_judged() {
    let mut desk = Desk::morning(NARROW);
    desk.select(AT_WORK);
    let points: Vec<String> = (1..=30).map(|n| format!("第{n}点已整改。")).collect();
    desk.press("p");
    desk.arrives(Msg::Pasted(points.join("\n")));
    desk.press("<f2>w");
    let screen = desk.screen();
    assert!(
        screen.contains("第1点") && !screen.contains("第30点"),
        "{screen}"
    );
    desk.press("<pagedown><pagedown><pagedown><pagedown><pagedown><pagedown><pagedown>");
    desk.press("<pagedown><pagedown><pagedown><pagedown><pagedown><pagedown><pagedown>");
    let screen = desk.screen();
    assert!(
        screen.contains("第30点") && screen.contains("下有 0 行"),
        "{screen}"
    );
    // The checklist is still there, and what was scrolled past its end comes back at once.
    assert!(screen.contains("[ ] 逐条答复"), "{screen}");
    desk.press("<pageup>");
    assert!(!desk.screen().contains("下有 0 行"), "{}", desk.screen());
}

#[test]
fn what_stands_there_is_put_right_without_being_typed_anew_or_shown() {
    let mut desk = Desk::morning(NARROW);
    desk.select(AT_WORK);
    // Nothing was changed.
    desk.press(".e<f2>");
    assert!(desk.screen().contains("内容没有变化"), "{}", desk.screen());
    desk.press("<tab><tab>（二次）");
    // The citizen: a word behind the masked name, the last digit of the masked number.
    desk.press("<tab><tab><tab><tab>（房东）<tab><backspace>9<f2>");
    let screen = desk.screen();
    assert!(screen.contains("FZ26112300003 已记：更正"), "{screen}");
    assert!(!screen.contains("林女士"), "{screen}");
    desk.press("P");
    let screen = desk.screen();
    for whole in ["夜间施工噪音扰民（二次）", "林女士（房东）", "13900000009"] {
        assert!(screen.contains(whole), "no {whole} in\n{screen}");
    }
    // A part of what is masked cannot be taken out unseen.
    desk.press(".e<tab><tab><tab><tab><tab><tab><tab>");
    desk.press("<backspace><backspace><backspace><backspace><backspace>9<f2>");
    let screen = desk.screen();
    assert!(screen.contains("** 要么全留、要么整项重打"), "{screen}");
}

#[test]
fn what_was_said_to_the_citizen_stands_in_the_timeline() {
    let mut desk = Desk::morning(NARROW);
    desk.select(AT_WORK);
    desk.press(".t电话告知周三前办好<enter>");
    assert!(
        desk.screen().contains("已记：告知诉求人"),
        "{}",
        desk.screen()
    );
    desk.press(".m陈书记<enter>口头报告<enter>.o<enter><enter><end>");
    let screen = desk.screen();
    assert!(screen.contains("告知诉求人 电话告知周三前办好"), "{screen}");
    assert!(screen.contains("陈书记 口头报告"), "{screen}");
}

#[test]
fn a_closed_case_is_found_by_the_end_of_its_number() {
    let mut desk = Desk::morning(NARROW);
    desk.select(ANSWERED);
    desk.press("w   <f2>.by");
    assert!(!desk.shown().contains(&ANSWERED.to_owned()));
    desk.press("/２２０００１４");
    assert!(desk.screen().contains("在全部件里找"));
    desk.press("<enter>");
    assert!(desk.shown().contains(&ANSWERED.to_owned()));
    desk.press("/99999<enter>");
    assert!(desk.screen().contains("没有哪一件的件号以 99999 结尾"));
    // Two digits end a good many numbers.
    desk.press("/99<enter>");
    assert!(desk.screen().contains("字母或数字至少打三个"));
    desk.press("/014<f3>");
    assert!(desk.shown().contains(&ANSWERED.to_owned()));
}

/// What is typed before a dialog is there is for the dialog.
#[test]
fn keys_typed_ahead_reach_what_they_were_meant_for() {
    let mut ahead = Desk::morning(NARROW);
    let mut by_and_by = Desk::morning(NARROW);
    for desk in [&mut ahead, &mut by_and_by] {
        desk.select(AT_WORK);
    }
    let keys = "p已停工<tab>2<tab>张主任<enter>";
    by_and_by.press(keys);
    ahead.press_ahead(keys);
    assert_eq!(ahead.screen(), by_and_by.screen());
    assert!(ahead.screen().contains("FZ26112300003 已记：答复"));
    // Meant for a dialog that does not come, they are no commands either: `d` would have opened the picker.
    let mut desk = Desk::morning(NARROW);
    desk.select(NEW);
    desk.press_ahead("pd");
    let screen = desk.screen();
    assert!(
        screen.contains("FZ26112300012 未办：还没有承办单位"),
        "{screen}"
    );
    assert!(!screen.contains("派发 FZ26112300012"), "{screen}");
}

const HALF_TYPED: &str = "p已约谈施工方，夜间停工。<tab>2<tab>张主";

fn has_all_that_was_typed(desk: &Desk) -> bool {
    let screen = desk.screen();
    ["已约谈施工方，夜间停工。", " 2 ", "张主"]
        .iter()
        .all(|typed| screen.contains(typed))
}

#[test]
fn a_dialog_keeps_what_was_typed_whatever_the_size() {
    let mut desk = Desk::morning(NARROW);
    desk.select(AT_WORK);
    desk.press(HALF_TYPED);
    for size in [(60, 15), (20, 5), (1, 1), (200, 50), NARROW] {
        desk.resize(size);
    }
    assert!(has_all_that_was_typed(&desk));
    desk.press("任<enter>");
    assert!(desk.screen().contains("已记：答复"));
}

#[test]
fn a_dialog_keeps_what_was_typed_when_the_act_is_refused() {
    let mut desk = Desk::morning((120, 30));
    desk.select(AT_WORK);
    desk.press(HALF_TYPED);
    // Another window voids the case, unseen here.
    desk.voided_elsewhere(AT_WORK);
    desk.press("<f2>");
    let screen = desk.screen();
    assert!(screen.contains("作废"), "{screen}");
    assert!(has_all_that_was_typed(&desk), "{screen}");
    desk.press("任");
    assert!(desk.screen().contains("张主任"));
}

#[cfg(unix)]
#[test]
fn a_dialog_keeps_what_was_typed_when_nothing_can_be_written() {
    let mut desk = Desk::morning((120, 30));
    desk.select(AT_WORK);
    desk.press(HALF_TYPED);
    desk.store_is_replaced();
    desk.press("<f2>");
    assert!(desk.screen().contains("没有写入"));
    assert!(has_all_that_was_typed(&desk));
}

#[test]
fn a_dialog_stays_when_another_window_changes_the_case() {
    let mut desk = Desk::morning((120, 30));
    desk.select(UNSIGNED);
    desk.press("p已疏通<tab>1");
    let entry = desk.signed_by_units_elsewhere(UNSIGNED);
    desk.arrives(Msg::ChangedElsewhere(vec![(UNSIGNED.into(), entry)]));
    let screen = desk.screen();
    assert!(screen.contains("刚在别处有变动"), "{screen}");
    assert!(screen.contains("已疏通"), "{screen}");
    // Seen, it can be saved: the version is the new one.
    desk.press("<f2>");
    assert!(desk.screen().contains("FZ26112300009 已记：答复"));
}

#[test]
fn a_dialog_that_was_left_is_gone_on_with() {
    let mut desk = Desk::morning(NARROW);
    desk.select(AT_WORK);
    // One that was not touched leaves nothing behind.
    desk.press("p<esc>");
    assert!(!desk.screen().contains("留着"));
    desk.press(HALF_TYPED);
    desk.press("<esc>");
    assert!(desk.screen().contains("没记下的“答复”留着"));
    // That of another act, or of another case, is its own.
    desk.press(".n");
    assert!(!desk.screen().contains("约谈"));
    desk.press("<esc>");
    desk.press("p");
    assert!(has_all_that_was_typed(&desk));
    assert!(desk.screen().contains("接着上次没记下的“答复”"));
    desk.press("<f2>p");
    assert!(!desk.screen().contains("约谈"));
}

#[test]
fn what_was_ticked_of_one_reply_is_not_said_of_another() {
    let mut desk = Desk::morning(NARROW);
    desk.select(ANSWERED);
    desk.press("w  <esc>");
    assert!(desk.screen().contains("没记下的“审核答复”留着"));
    desk.press("w");
    assert!(desk.screen().contains("[x] 逐条答复"));
    // Another reply comes while the checklist is open, and one while it is shut.
    let entry = desk.replied_elsewhere(ANSWERED, "重新说明");
    desk.arrives(Msg::ChangedElsewhere(vec![(ANSWERED.into(), entry)]));
    let screen = desk.screen();
    assert!(screen.contains("重新说明"), "{screen}");
    assert!(screen.contains("[ ] 逐条答复"), "{screen}");
    assert!(screen.contains("清单从头核对"), "{screen}");
    desk.press("<home> <esc>p又一次说明<f2>w");
    let screen = desk.screen();
    assert!(screen.contains("又一次说明"), "{screen}");
    assert!(screen.contains("[ ] 逐条答复"), "{screen}");
}

#[test]
fn what_is_missing_is_said_beside_the_field() {
    let mut desk = Desk::morning(NARROW);
    desk.select(AT_WORK);
    desk.press(".z<tab>zzzz<f2>");
    let screen = desk.screen();
    assert!(
        screen.contains("! 没有这样的单位") && screen.contains("! 不能空"),
        "{screen}"
    );
    desk.press("<esc>.y<f2>");
    assert!(desk.screen().contains("! 要选一个"));
    desk.press("<right><enter>昨天<f2>");
    assert!(desk.screen().contains("! 看不懂"));
    desk.press("<esc>p<tab>两张<f2>");
    assert!(desk.screen().contains("! 应为张数"));
    // A checklist nobody went through gives no verdict.
    desk.press("<esc>");
    desk.select(ANSWERED);
    desk.press("w<f2>");
    assert!(desk.screen().contains("! 逐项看过再记"));
}

#[test]
fn a_past_time_holds_for_every_act_and_for_what_is_greyed() {
    let mut desk = Desk::morning((120, 30));
    desk.select(ANSWERED);
    // At nine there was no reply yet.
    desk.press("@9:00<enter>w");
    assert!(desk.screen().contains("FZ26112200014 未办：还没有答复"));
    desk.press("@9:30<enter>w   <f2>");
    assert!(desk.screen().contains("已记：审核 规范（11-23 09:30）"));
}

#[test]
fn a_dialog_does_not_show_the_citizen() {
    let mut desk = Desk::filled(NARROW, super::morning::names_a_citizen);
    desk.press(".e");
    let screen = desk.screen();
    for private in ["林秀英", "13900000001"] {
        assert!(!screen.contains(private), "{screen}");
    }
    // What was not touched is not changed.
    desk.press("<right><f2>");
    assert!(desk.screen().contains("已记：更正"), "{}", desk.screen());
    let facts = desk.facts().concat();
    let amended = facts.last().unwrap().event.body().unwrap();
    assert_eq!(amended, serde_json::json!({"fields": {"kind": "urgent"}}));
}

//! What the handler sees: the real desk over a real store, driven by keys, its screens kept as text.
//!
//! A scene reads (state, keys, screen). The screens are snapshots: signs as they stand, and below them a letter for the ink of each
//! cell where the scene asks for it. Nothing here knows how the screen is made.

mod boards;
mod desk;
mod morning;
mod privacy;
mod reports;
mod shot;

use desk::Desk;
use rstest::rstest;
use zhiban::app::model::{Settings, Theme};
use zhiban::app::msg::Msg;
use zhiban::app::text::Language;
use zhiban::domain::ids::{Actor, Post};

const NARROW: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 40);

/// Compares with the kept screen of that name.
macro_rules! screen {
    ($name:expr, $shot:expr) => {
        insta::with_settings!({
            prepend_module_to_snapshot => false,
            snapshot_path => "screens/snapshots",
            omit_expression => true,
        }, {
            insta::assert_snapshot!($name, $shot);
        });
    };
}

mod acts;
mod monkey;

fn settings(change: impl FnOnce(&mut Settings)) -> Settings {
    let mut settings = Settings::default();
    change(&mut settings);
    settings
}

#[rstest]
#[case::narrow("queue_80x24", NARROW)]
#[case::wide("queue_120x40", WIDE)]
#[case::very_wide("queue_200x30", (200, 30))]
#[case::least("queue_60x15", (60, 15))]
#[case::too_small("too_small", (59, 15))]
fn the_queue_of_a_morning(#[case] name: &str, #[case] size: (u16, u16)) {
    let desk = Desk::morning(size);
    screen!(name, desk.in_ink());
}

#[test]
fn an_empty_store_says_how_cases_come_in() {
    let desk = Desk::empty(NARROW);
    screen!("empty", desk.screen());
}

#[rstest]
#[case::light("light", Theme::Light)]
#[case::no_colour("no_colour", Theme::None)]
fn themes(#[case] name: &str, #[case] theme: Theme) {
    let desk = Desk::morning_with(NARROW, settings(|s| s.theme = theme), Language::Zh);
    screen!(name, desk.in_ink());
}

#[test]
fn ascii_borders() {
    let mut desk = Desk::morning_with(WIDE, settings(|s| s.ascii = true), Language::Zh);
    assert!(
        !desk
            .screen()
            .contains(['─', '│', '┌', '·', '…', '✓', '▸', '—'])
    );
    screen!("ascii", desk.screen());
    desk.press("d");
    screen!("ascii_dispatch", desk.screen());
}

#[test]
fn english() {
    let mut desk = Desk::morning_with(WIDE, Settings::default(), Language::En);
    screen!("english_120x40", desk.screen());
    desk.resize(NARROW);
    screen!("english_80x24", desk.screen());
}

#[test]
fn without_seconds_the_screen_counts_minutes() {
    let desk = Desk::morning_with(NARROW, settings(|s| s.seconds = false), Language::Zh);
    screen!("without_seconds", desk.screen());
}

#[rstest]
#[case::post_on_duty("以 A 岗 记", None, None)]
#[case::with_a_name("以 A 岗 陈工 记", None, Some("陈工"))]
#[case::a_named_post("以 B 岗 陈工 记", Some(Actor::Post(Post::B)), Some("陈工"))]
#[case::a_unit("以 城管办 记", Some(Actor::Unit("城管办".into())), None)]
fn the_lower_edge_says_in_whose_name_acts_are_logged(
    #[case] said: &str,
    #[case] me: Option<Actor>,
    #[case] person: Option<&str>,
) {
    let person = person.map(str::to_owned);
    let settings = settings(|s| (s.me, s.person) = (me, person));
    let mut desk = Desk::morning_with(NARROW, settings, Language::Zh);
    assert!(desk.screen().contains(&format!("└ 按社区 · {said} ─")));
    // A past time is logged for the post that was on duty then.
    desk.press("@11-22 09:00<enter>");
    assert!(desk.screen().contains(said));
    desk.press("<esc>@11-21 09:00<enter>");
    let then = said.replace("A 岗", "B 岗");
    assert!(desk.screen().contains(&then), "{then}");
}

#[test]
fn tab_goes_through_the_groupings() {
    let mut desk = Desk::morning(NARROW);
    for name in ["by_turn", "by_wait", "by_due", "by_unit", "by_stage"] {
        desk.press("<tab>");
        screen!(name, desk.screen());
    }
    desk.press("<tab>");
    assert_eq!(desk.screen(), Desk::morning(NARROW).screen());
}

/// The title of the group under which a case stands.
fn group_of(screen: &str, number: &str) -> String {
    let mut title = "";
    for line in screen.lines() {
        if line.starts_with(['┌', '├']) {
            title = line.trim_start_matches(['┌', '├', ' ']);
        }
        if line.contains(number) {
            return title.split(" ─").next().unwrap_or_default().to_owned();
        }
    }
    format!("{number} is not on the screen")
}

#[test]
fn time_alone_brings_a_case_to_whoever_must_phone_and_the_hand_stays_with_it() {
    let mut desk = Desk::morning(NARROW);
    desk.press("<tab>");
    desk.select("FZ26112300002");
    desk.press("d<enter>");
    let case = "112300002";
    assert_eq!(group_of(&desk.screen(), case), "等单位");
    let half = zhiban::domain::time::Stamp::from_unix(morning::now().unix() + 5 * 60);
    desk.arrives(Msg::Woke(half.plus_seconds(-1)));
    assert_eq!(group_of(&desk.screen(), case), "等单位");
    desk.arrives(Msg::Woke(half));
    assert_eq!(group_of(&desk.screen(), case), "本岗现在要办");
    let line = desk.screen();
    let line = line.lines().find(|l| l.contains(case)).unwrap();
    assert!(line.starts_with("│▸") && line.contains("催"), "{line}");
    // In the groupings that do not go by it, nothing moves.
    desk.press("<tab><tab><tab><tab><tab>");
    let before = desk.shown();
    desk.arrives(Msg::Woke(half.plus_seconds(600)));
    assert_eq!(desk.shown(), before);
}

#[rstest]
#[case::undecided("FZ26112300031", "o", "┌ 定类别、属地 FZ26112300031")]
#[case::unsigned("FZ26112300012", "o", "FZ26112300012 已记：街道签收")]
#[case::signed("FZ26112300002", "<c-g>", "派发 FZ26112300002")]
#[case::half_gone("FZ26112300009", "o", "电话提醒 FZ26112300009")]
#[case::a_reply_waits("FZ26112200014", "o", "审核答复 FZ26112200014")]
#[case::a_unit_owes_it("FZ26112100005", "o", "答复 FZ26112100005")]
#[case::on_the_page("FZ26112300002", "<enter><enter>", "派发 FZ26112300002")]
#[case::on_the_page_by_letter("FZ26112300009", "<enter>ｏ", "电话提醒 FZ26112300009")]
fn the_next_step_opens_what_does_it(
    #[case] number: &str,
    #[case] keys: &str,
    #[case] opened: &str,
) {
    let mut desk = Desk::morning(NARROW);
    desk.select(number);
    desk.press(keys);
    let screen = desk.screen();
    assert!(screen.contains(opened), "{screen}");
}

#[test]
fn the_next_step_is_that_of_the_case_in_hand_whatever_is_marked() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300017");
    desk.press(" ");
    desk.select("FZ26112300012");
    desk.press("o");
    assert!(desk.screen().contains("FZ26112300012 已记：街道签收"));
    // The marked one is as it was: three waited for a sign.
    assert!(desk.screen().contains("待签 2"), "{}", desk.screen());
}

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
        page.contains("疑为重复件 R7") && page.contains("疑为敏感件 R8: 提到群租"),
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
    let other = other.split("疑为重复件 R7: 与 ").nth(1).unwrap();
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

#[test]
fn a_search_by_pinyin_initials() {
    let mut desk = Desk::morning(NARROW);
    desk.press("/lh");
    screen!("search", desk.screen());
    desk.press("<enter>");
    screen!("found", desk.screen());
    desk.press("<esc>/zzzz");
    screen!("nothing_found", desk.screen());
}

/// By the unit of its community a case is found before that unit has it.
#[test]
fn screen_and_command_line_find_the_same_cases() {
    let mut desk = Desk::morning(NARROW);
    for (typed, found) in [
        ("ylsq", &["FZ26112300017", "FZ26112300021"][..]),
        ("驿里社区", &["FZ26112300017", "FZ26112300021"]),
        ("ｙｉｌｉ", &["FZ26112300017", "FZ26112300021"]),
        ("cgb", &["FZ26112000087", "FZ26112300009"]),
        ("柳河 zy", &["FZ26112300003"]),
        ("夜间施工", &["FZ26112300003"]),
        ("yjf12", &[]),
        ("yjf 12", &["FZ26112300009"]),
        ("112300031", &["FZ26112300031"]),
    ] {
        desk.press("/");
        desk.press(typed);
        desk.press("<enter>");
        assert_eq!(desk.shown(), found, "{typed} on the screen");
        assert_eq!(
            desk.listed(&["--search", typed]),
            found,
            "{typed} in a list"
        );
        desk.press("<esc>");
    }
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

#[test]
fn the_page_of_a_late_case_proves_who_answers() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300003");
    desk.press("<enter>");
    screen!("page_80x24", desk.screen());
    desk.press("<end>");
    screen!("page_end_80x24", desk.screen());
    desk.resize(WIDE);
    screen!("page_120x40", desk.in_ink());
}

#[test]
fn a_long_letter_does_not_push_the_clocks_away() {
    let mut desk = Desk::filled(NARROW, morning::letter);
    desk.press("<enter>");
    screen!("long_text", desk.screen());
    desk.press("<end>");
    screen!("long_text_end", desk.screen());
    // In a wide pane fewer lines are needed, and the hand shows where it is.
    desk.resize((200, 40));
    screen!("long_text_wide", desk.screen());
    let on_pane = desk.screen();
    desk.press("<esc>");
    assert!(on_pane.contains("▸FZ26112300041 · 普通自处件"));
    assert!(!desk.screen().contains("▸FZ26112300041 · 普通自处件"));
}

#[test]
fn help_and_palette() {
    let mut desk = Desk::morning(NARROW);
    desk.press("?");
    screen!("help", desk.screen());
    while !desk.screen().contains("录入、定类") {
        desk.press("<pagedown>");
    }
    screen!("help_of_forms", desk.screen());
    desk.press("<end>");
    screen!("help_end", desk.screen());
    desk.press("<esc>:");
    screen!("palette", desk.screen());
    desk.press("cx");
    screen!("palette_filtered", desk.screen());
}

#[test]
fn ctrl_c_says_how_to_leave_and_loses_nothing() {
    let mut desk = Desk::morning(NARROW);
    desk.press("nFZ261123<c-c>");
    screen!("how_to_leave", desk.screen());
    desk.press("<esc><c-c>");
    assert!(desk.screen().contains("退出按 F10，在队列里也可按 q"));
}

#[test]
fn another_windows_acts_appear_and_win() {
    let mut desk = Desk::morning(NARROW);
    desk.select("FZ26112300012");
    desk.signed_elsewhere("FZ26112300012");
    desk.press("s");
    screen!("signed_elsewhere", desk.screen());
}

#[test]
fn full_width_keys_act_as_their_twins() {
    let mut half = Desk::morning(NARROW);
    let mut full = Desk::morning(NARROW);
    for (a, b) in [
        ("s", "ｓ"),
        ("d", "ｄ"),
        ("<esc>", "<esc>"),
        ("？", "?"),
        ("<esc>", "<esc>"),
        ("/", "／"),
        ("<esc>", "<esc>"),
        ("/", "、"),
        ("<esc>", "<esc>"),
        (":", "："),
    ] {
        half.press(a);
        full.press(b);
        assert_eq!(half.screen(), full.screen(), "{a} and {b}");
    }
}

#[rstest]
#[case::narrow("banners_80x24", NARROW)]
#[case::wide("banners_120x40", WIDE)]
#[case::least("banners_60x15", (60, 15))]
fn reminders_stay_in_view_until_they_are_acknowledged(
    #[case] name: &str,
    #[case] size: (u16, u16),
) {
    let mut desk = Desk::morning(size);
    desk.told();
    screen!(name, desk.in_ink());
}

#[test]
fn the_journal_says_what_was_told() {
    let mut desk = Desk::morning(NARROW);
    desk.told();
    desk.press("r");
    screen!("journal_80x24", desk.in_ink());
    desk.press("<left>");
    screen!("journal_of_the_day_before", desk.screen());
    desk.press("<esc>X");
    screen!("acknowledging_all", desk.screen());
    desk.press("<esc>x");
    screen!("acknowledging", desk.screen());
}

#[test]
fn trouble_with_notifications_and_a_silent_bell_stand_in_the_header() {
    let mut desk = Desk::morning(WIDE);
    desk.arrives(Msg::Notifying(Some("no bus".to_owned())));
    desk.press("m");
    screen!("notify_trouble", desk.screen());
    desk.arrives(Msg::Notifying(None));
    desk.arrives(Msg::ClockJumped(10_800));
    screen!("clock_jumped", desk.screen());
}

/// No size splits a sign or panics, in any mode; what does not fit is left out.
#[test]
fn every_mode_at_every_size() {
    for keys in [
        "",
        "<enter>",
        "d",
        "n",
        "e",
        "/lh",
        "@",
        "?",
        ":",
        "  ",
        "c",
        "u",
        ".",
        ".n",
        ".e",
        ".a",
        "w",
        "a/lh<enter>s",
        "b",
        "bd",
        "bds陈工",
        "bd<tab>",
        "ba",
        "ba<tab>",
        "bc",
        "z",
        "z<tab>",
        "z<tab><tab>",
        "z<tab><tab><tab>",
        "zo12 号件明早先看",
        "bt",
        "bt<tab>",
        "btjjj<enter>",
        "bw",
        "bw<enter>",
    ] {
        let mut desk = Desk::morning(WIDE);
        desk.told();
        desk.press(keys);
        for width in (1..=130).step_by(3) {
            for height in [1, 2, 5, 14, 15, 16, 24, 41] {
                desk.resize((width, height));
                let screen = desk.screen();
                assert!(
                    desk.no_sign_is_split(),
                    "{keys:?} at {width}x{height}:\n{screen}"
                );
            }
        }
    }
}

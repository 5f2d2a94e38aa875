//! What the handler sees: the real desk over a real store, driven by keys, its screens kept as text.
//!
//! A scene reads (state, keys, screen). The screens are snapshots: signs as they stand, and below them a letter for the ink of each
//! cell where the scene asks for it. Nothing here knows how the screen is made.

mod desk;
mod morning;
mod plain;
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
            snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/screens/snapshots"),
            omit_expression => true,
        }, {
            insta::assert_snapshot!($name, $shot);
        });
    };
}

mod acts;
mod boards;
mod film;
mod forms;
mod forwarded;
mod leaks;
mod merged;
mod monkey;
mod mouse;
mod signing;
mod steps;
mod suggestions;
mod welcome;

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
fn help_lies_over_a_board_and_gives_it_back() {
    let mut desk = Desk::morning(NARROW);
    desk.press("bw");
    let board = desk.screen();
    desk.press("?");
    let help = desk.screen();
    // The keys of the board come first.
    let places = (help.find("认定这一项非履职不力"), help.find("签收并派属地"));
    assert!(places.0.is_some() && places.0 < places.1, "{help}");
    desk.press("<esc>");
    assert_eq!(desk.screen(), board);
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

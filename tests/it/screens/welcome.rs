//! The first start: three questions, each of which can be left, and nothing asked of the world before the last answer.

use rstest::rstest;
use zhiban::app::effect::Effect;
use zhiban::app::model::{Settings, Theme};
use zhiban::app::msg::Msg;
use zhiban::app::text::Language;
use zhiban::app::welcome::{Answers, Sitting};
use zhiban::domain::ids::Post;

use super::desk::Desk;
use super::{NARROW, settings};

fn first(size: (u16, u16), language: Language) -> Desk {
    Desk::over(size, new_here(), language, |_| {})
}

fn new_here() -> Settings {
    settings(|s| s.first_start = true)
}

const KEPT: &str = "/home/lin/.config/zhiban/config.toml";

#[rstest]
#[case::zh("welcome_80x24", NARROW, Language::Zh)]
#[case::zh_least("welcome_60x15", (60, 15), Language::Zh)]
#[case::en("welcome_english_80x24", NARROW, Language::En)]
#[case::en_least("welcome_english_60x15", (60, 15), Language::En)]
fn the_first_start_asks_who_sits_here_and_says_what_came_of_it(
    #[case] name: &str,
    #[case] size: (u16, u16),
    #[case] language: Language,
) {
    let mut desk = first(size, language);
    screen!(format!("{name}_post"), desk.screen());
    desk.press("j<enter>林工");
    screen!(format!("{name}_name"), desk.screen());
    assert!(desk.asked.is_empty(), "nothing before the last answer");
    desk.press("<enter>");
    desk.arrives(Msg::AnswersKept(Ok(KEPT.to_owned())));
    desk.arrives(Msg::NotificationTried(Ok("dunst 1.9.0".to_owned())));
    screen!(format!("{name}_ready"), desk.screen());
    let answers = Answers {
        sitting: Sitting::At(Post::B),
        person: Some("林工".to_owned()),
    };
    assert_eq!(
        desk.asked,
        [Effect::KeepAnswers(answers), Effect::TryNotification]
    );
    desk.press("<enter>");
    screen!(format!("{name}_over"), desk.screen());
}

/// What fails is said with what happens instead, and the answers hold all the same.
#[rstest]
#[case::zh("welcome_trouble", NARROW, Language::Zh)]
#[case::en_least("welcome_trouble_english_60x15", (60, 15), Language::En)]
fn trouble_is_said_with_what_happens_instead(
    #[case] name: &str,
    #[case] size: (u16, u16),
    #[case] language: Language,
) {
    let mut desk = first(size, language);
    desk.press("<enter><enter>");
    desk.arrives(Msg::AnswersKept(Err("Permission denied".to_owned())));
    desk.arrives(Msg::NotificationTried(Err("no bus".to_owned())));
    screen!(name, desk.screen());
    assert!(desk.no_sign_is_split());
    // Its last lines are on the smallest screen too.
    let key = if language == Language::Zh {
        "F2"
    } else {
        "d or F2"
    };
    assert!(desk.screen().contains(key), "{}", desk.screen());
    desk.press("<enter>");
    let said = if language == Language::Zh {
        "以 A 岗 记"
    } else {
        "logged as Post A"
    };
    assert!(desk.screen().contains(said), "{}", desk.screen());
}

#[test]
fn esc_goes_on_to_the_desk_from_every_step() {
    for keys in ["<esc>", "<enter><esc>", "<enter>陈工<esc>"] {
        let mut desk = first(NARROW, Language::Zh);
        desk.press(keys);
        let screen = desk.screen();
        assert!(desk.asked.is_empty(), "{keys}");
        assert!(screen.contains("没有在办的件"), "{screen}");
        assert!(screen.contains("下次打开还会问"), "{screen}");
    }
    let mut desk = first(NARROW, Language::Zh);
    desk.press("<enter><enter><esc>");
    assert!(!desk.screen().contains("下次打开还会问"));
    // What is answered late calls nobody back.
    let before = desk.screen();
    desk.arrives(Msg::NotificationTried(Err("no bus".to_owned())));
    assert_eq!(desk.screen(), before);
}

#[test]
fn who_leads_both_posts_acts_for_the_one_on_duty() {
    let mut desk = first(NARROW, Language::Zh);
    desk.press("jjj<enter>  <enter>");
    let answers = Answers {
        sitting: Sitting::Leader,
        person: None,
    };
    assert_eq!(desk.asked.first(), Some(&Effect::KeepAnswers(answers)));
    desk.press("<enter>");
    assert!(desk.screen().contains("以 A 岗 记"), "{}", desk.screen());
}

/// Letters choose, as an input method sends them too; in the name they are the name's.
#[test]
fn an_input_method_is_no_hindrance() {
    for down in ["j", "ｊ"] {
        let mut desk = first(NARROW, Language::Zh);
        desk.press(down);
        assert!(desk.screen().contains("▸B 岗"), "{down}: {}", desk.screen());
    }
    let mut desk = first(NARROW, Language::Zh);
    desk.press("<enter>ｄ工j<enter>");
    assert!(matches!(
        desk.asked.first(),
        Some(Effect::KeepAnswers(answers)) if answers.person.as_deref() == Some("ｄ工j")
    ));
    desk.press("ｄ");
    assert_eq!(desk.asked.last(), Some(&Effect::Demo));
}

#[test]
fn a_name_that_is_known_is_there_already() {
    let known = settings(|s| {
        (s.first_start, s.person) = (true, Some("陈工".to_owned()));
    });
    let mut desk = Desk::over(NARROW, known, Language::Zh, |_| {});
    desk.press("<enter><enter>");
    assert!(matches!(
        desk.asked.first(),
        Some(Effect::KeepAnswers(answers)) if answers.person.as_deref() == Some("陈工")
    ));
}

#[test]
fn a_click_puts_the_hand_on_who_sits_here() {
    let mut desk = first(NARROW, Language::Zh);
    desk.click_on("负责人");
    assert!(desk.screen().contains("▸负责人"), "{}", desk.screen());
    desk.press("<enter>");
    desk.click_on("姓名");
    assert!(desk.screen().contains("2/3"));
}

#[test]
fn it_can_be_read_without_colours_and_with_ascii_signs_alone() {
    let plain = settings(|s| {
        (s.first_start, s.theme, s.ascii) = (true, Theme::None, true);
    });
    let mut desk = Desk::over(NARROW, plain, Language::Zh, |_| {});
    assert!(desk.screen().contains(">A 岗"), "{}", desk.screen());
    desk.press("<enter><enter>");
    desk.arrives(Msg::NotificationTried(Err("no bus".to_owned())));
    assert!(
        desk.screen().contains("! 这台电脑弹不出"),
        "{}",
        desk.screen()
    );
    assert!(
        !desk.screen().contains(['─', '│', '…', '▸']),
        "{}",
        desk.screen()
    );
}

#[test]
fn a_desk_with_settings_or_a_history_asks_nothing() {
    assert!(!Settings::default().first_start);
    let desk = Desk::empty(NARROW);
    assert!(!desk.screen().contains("谁坐这里"));
}

#[test]
fn no_size_splits_a_sign() {
    for keys in ["", "<enter>林工", "<enter><enter>"] {
        let mut desk = first(NARROW, Language::Zh);
        desk.press(keys);
        for width in (1..=130).step_by(3) {
            for height in [1, 5, 14, 15, 16, 24, 41] {
                desk.resize((width, height));
                let screen = desk.screen();
                assert!(
                    desk.no_sign_is_split(),
                    "{keys} {width}x{height}:\n{screen}"
                );
            }
        }
    }
}

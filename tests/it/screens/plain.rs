//! The desk without colours: every state is told by a sign or a word as well.
//!
//! Themes differ in nothing but colour, so what stands in the inks that warn is read off a coloured screen, and each piece of
//! it has to say by itself what its colour says.

use rstest::rstest;
use zhiban::app::model::Theme;
use zhiban::app::text::Language;

use super::desk::Desk;
use super::{NARROW, WIDE, settings};

/// Every main screen, by the keys that lead there.
const SCREENS: [&str; 22] = [
    "",
    "<tab>",
    "<tab><tab>",
    "<tab><tab><tab>",
    "<tab><tab><tab><tab>",
    "  ",
    "<enter>",
    "<enter><end>",
    "d",
    "c",
    ".",
    "n",
    "e",
    "i",
    "r",
    "bd",
    "ba",
    "ba<tab>",
    "bc",
    "z",
    "bt",
    "bw",
];

fn at(keys: &str, size: (u16, u16), theme: Theme, language: Language) -> Desk {
    let mut desk = Desk::morning_with(size, settings(|s| s.theme = theme), language);
    desk.told();
    // The late case first: its page shows breaches, its reminder is late.
    desk.select("FZ26112300002");
    desk.press(keys);
    desk
}

#[rstest]
#[case::narrow(NARROW)]
#[case::wide(WIDE)]
fn themes_differ_in_colours_alone(#[case] size: (u16, u16)) {
    for keys in SCREENS {
        let dark = at(keys, size, Theme::Dark, Language::Zh).screen();
        for theme in [Theme::Light, Theme::None] {
            let other = at(keys, size, theme, Language::Zh).screen();
            assert_eq!(other, dark, "{keys} in {theme:?}");
        }
    }
}

/// Signs and words that say what red and amber say.
const SAYS: &[&str] = &[
    "+",
    "*",
    "!",
    "?",
    "✓",
    "电",
    "还剩",
    "逾期",
    "晚",
    "迟",
    "还差",
    "还没有",
    "left",
    "overdue",
    "late",
    "more",
];

/// What says it elsewhere: a bare figure under its heading, a bar under its `!`, the second line of a sentence.
fn is_told_beside(run: &str) -> bool {
    let bare = |c: char| c.is_ascii_digit() || "▁▂▃▄▅▆▇█ ".contains(c);
    run.chars().all(bare) || run.ends_with("answers") || run.starts_with("not handed over")
}

#[rstest]
#[case::narrow(NARROW, Language::Zh)]
#[case::wide(WIDE, Language::Zh)]
#[case::english(WIDE, Language::En)]
fn whatever_warns_says_so(#[case] size: (u16, u16), #[case] language: Language) {
    let mut silent = Vec::new();
    let mut heard = 0;
    for keys in SCREENS {
        let desk = at(keys, size, Theme::Dark, language);
        let runs = desk.runs("RyY");
        heard += runs.len();
        for (run, line) in &runs {
            // A row that warns as a whole says so once; a countdown of the queue says so itself.
            let is_countdown =
                line.starts_with('│') && run.starts_with(|c: char| c.is_ascii_digit());
            let row = runs.iter().filter(|(_, other)| other == line);
            let said: String = if is_countdown && keys.trim().is_empty() {
                run.clone()
            } else {
                row.map(|(run, _)| run.as_str()).collect()
            };
            if !SAYS.iter().any(|sign| said.contains(sign)) && !is_told_beside(run) {
                silent.push(format!("{keys:8} {run:?} in {line}"));
            }
        }
    }
    assert!(heard > 100, "{heard}");
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

/// Where the hand is, is told by its sign, not by the reversed lines alone.
#[test]
fn the_hand_has_a_sign() {
    for keys in SCREENS {
        let desk = at(keys, NARROW, Theme::None, Language::Zh);
        let held = desk.runs("vV");
        let has_sign = held.iter().any(|(_, line)| line.contains('▸'));
        assert!(held.is_empty() || has_sign, "{keys}: {}", desk.screen());
    }
}

#[test]
fn running_near_overdue_met_and_late_look_different_in_the_queue() {
    let screen = at("", NARROW, Theme::None, Language::Zh).screen();
    let cells = |number: &str| {
        let line = screen.lines().find(|l| l.contains(number)).unwrap();
        line.to_owned()
    };
    // Signed in time, dispatched in time, the unit's sign near and to be phoned about, the rest far away.
    let line = cells("112300009");
    assert!(
        line.contains("06:55 ✓") && line.contains("04:33*"),
        "{line}"
    );
    assert!(line.contains("20:59:33 "), "{line}");
    // Overdue counts up, and the case has its mark.
    let line = cells("112300017");
    assert!(
        line.contains("!112300017") && line.contains("+03:25 "),
        "{line}"
    );
    // Late and met.
    assert!(cells("112300003").contains("+05:30 ✓"));
    // To be decided.
    assert!(cells("112300031").contains("?112300031"));
}

/// Near is near after the call too.
#[test]
fn a_near_limit_of_a_phoned_unit_keeps_its_mark() {
    let mut desk = at("", NARROW, Theme::None, Language::Zh);
    desk.select("FZ26112300009");
    desk.press("c<enter>");
    let screen = desk.screen();
    let line = screen.lines().find(|l| l.contains("112300009")).unwrap();
    assert!(line.contains("04:33*电"), "{line}");
}

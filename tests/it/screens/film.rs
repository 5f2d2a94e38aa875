//! Frame after frame over one another: hands that move, seconds that pass, news that come in. What stays on the screen is
//! what a frame drawn on a blank one would show there, to the last cell, and so is what a terminal makes of the bytes. The
//! queue, which is kept in order change by change, stands as it would if it were made anew.

use rstest::rstest;
use zhiban::app::key::{Code, Key};
use zhiban::app::msg::{Msg, SuggestedFor};
use zhiban::domain::ids::Number;
use zhiban::domain::time::Stamp;

use super::desk::Desk;
use super::monkey::Dice;
use super::morning;

/// Frames of one film.
const FRAMES: usize = 1000;
/// The terminal is compared at each of so many frames.
const COMPARED: usize = 20;
const SIZES: [(u16, u16); 5] = [(120, 40), (80, 24), (160, 45), (120, 20), (60, 15)];

/// What happens between two frames: mostly what leaves most of the screen as it is.
fn happens(dice: &mut Dice, desk: &mut Desk, now: &mut Stamp) {
    match dice.below(100) {
        0..=49 => {
            let key = dice.of(&[
                Key::char('j'),
                Key::char('j'),
                Key::char('k'),
                Key::char('h'),
                Key::char('l'),
                Key::char(' '),
                Key::char('x'),
                Key::char('P'),
                Key::char('s'),
                Key::char('1'),
                Key::char('t'),
                Key::char('/'),
                Key::plain(Code::Esc),
                Key::plain(Code::Esc),
                Key::plain(Code::Enter),
                Key::plain(Code::Tab),
                Key::plain(Code::PageDown),
                Key::plain(Code::PageUp),
                Key::plain(Code::Home),
                Key::plain(Code::End),
                Key::char('?'),
                Key::char('.'),
                Key::char('b'),
                Key::char('z'),
            ]);
            desk.arrives(Msg::Key(key));
        }
        50..=79 => pass(desk, now, 1),
        // A key finds the desk in the middle of a second.
        80..=84 => {
            *now = Stamp::from_micros(now.micros() + 1 + dice.below(999_999).cast_signed());
            desk.arrives(Msg::Woke(*now));
        }
        85..=89 => pass(desk, now, 1 + i64::try_from(dice.below(400)).unwrap()),
        // The clock is put back.
        90 => pass(desk, now, -i64::try_from(dice.below(90)).unwrap()),
        91..=92 => desk.told_at(*now),
        93..=95 => {
            let shown = desk.shown();
            if !shown.is_empty() {
                let numbers: Vec<&str> = shown.iter().map(String::as_str).collect();
                desk.signed_elsewhere_and_noticed(dice.of(&numbers));
            }
        }
        _ => desk.resize(dice.of(&SIZES)),
    }
}

fn pass(desk: &mut Desk, now: &mut Stamp, seconds: i64) {
    *now = now.plus_seconds(seconds);
    desk.arrives(Msg::Woke(*now));
    desk.arrives(Msg::Rested);
}

#[rstest]
fn what_stays_on_the_screen_is_what_a_whole_frame_shows(#[values(1, 2, 3, 4)] seed: u64) {
    let mut dice = Dice(seed);
    let mut now = morning::now();
    let mut desk = Desk::morning(SIZES[0]);
    desk.told();
    for n in 0..FRAMES {
        happens(&mut dice, &mut desk, &mut now);
        desk.screen();
        if n % COMPARED == 0 {
            desk.terminal_shows_the_same();
            desk.queue_is_in_order();
        }
    }
}

/// What came into sight by scrolling is marked as overdue when it is, like what stood there before.
#[test]
fn a_case_that_was_scrolled_into_sight_is_marked_when_it_is_late() {
    let mut now = morning::now();
    let mut desk = Desk::morning(SIZES[0]);
    desk.press("G");
    desk.resize((60, 15));
    assert!(!desk.screen().contains("300012"), "{}", desk.screen());
    desk.press("g");
    assert!(desk.screen().contains(" 300012"), "{}", desk.screen());
    for _ in 0..150 {
        pass(&mut desk, &mut now, 1);
        desk.screen();
    }
    assert!(desk.screen().contains("!300012"), "{}", desk.screen());
}

/// The page of a case is laid out while the hand is on the case above it.
#[test]
fn what_was_found_since_a_page_was_laid_out_stands_on_it() {
    let mut desk = Desk::morning(SIZES[0]);
    desk.select("FZ26112100005");
    assert!(desk.screen().contains("提到群租"), "{}", desk.screen());
    desk.press("k");
    assert!(!desk.screen().contains("提到群租"));
    desk.arrives(Msg::Suggested(vec![SuggestedFor {
        number: Number::from("FZ26112100005"),
        version: 6,
        list: Vec::new(),
    }]));
    desk.press("j");
    assert!(!desk.screen().contains("提到群租"), "{}", desk.screen());
}

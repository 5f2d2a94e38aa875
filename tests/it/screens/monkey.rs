//! A seeded monkey at the real desk over a real store: it presses, pastes, clicks and resizes; the desk never panics, never
//! splits a sign, and never writes what a rule refuses.

use std::collections::BTreeMap;

use rstest::rstest;
use zhiban::app::key::{Code, Key};
use zhiban::app::msg::Msg;
use zhiban::domain::case::Case;
use zhiban::domain::event::{Event, Fact};
use zhiban::domain::history;
use zhiban::domain::permit::permit;
use zhiban::domain::time::Stamp;

use super::desk::Desk;
use super::morning;

/// Messages of one monkey; there are twenty of them.
const PRESSES: usize = 10_000;
/// The desk is drawn at each of so many presses, and whenever its size changes.
const DRAWN: usize = 32;

/// `SplitMix64`: small, and the same on every machine.
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.roll() % bound
    }

    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }

    fn cell(&mut self, bound: u64) -> u16 {
        u16::try_from(self.below(bound)).unwrap()
    }
}

const NAMED: [Code; 15] = [
    Code::Enter,
    Code::Esc,
    Code::Tab,
    Code::BackTab,
    Code::Backspace,
    Code::Delete,
    Code::Left,
    Code::Right,
    Code::Up,
    Code::Down,
    Code::Home,
    Code::End,
    Code::PageUp,
    Code::PageDown,
    Code::Enter,
];
const SIGNS: &str = "abcdefghijklmnopqrstuvwxyzDGLPUXYE@/:?.,1234567890 -　ｄｓ。、？柳河社区a\u{301}👩‍👧\u{200b}\u{7}\u{fffd}";
const PASTES: [&str; 8] = [
    "已现场处理，\r\n一、清运；\r\n二、复查。",
    "9:05",
    "2026-11-26 17:00",
    "FZ26112300012",
    "cgb",
    "\u{1b}[31m\u{9b}2J\u{202e}",
    "\n\n\t",
    "张主任",
];

fn message(dice: &mut Dice) -> Msg {
    let signs: Vec<char> = SIGNS.chars().collect();
    match dice.below(100) {
        // What opens a dialog, and what saves one, more often than chance would.
        0..=11 => Msg::Key(Key::char('.')),
        12..=15 => Msg::Key(Key::f(2)),
        16..=19 => Msg::Key(Key::char(
            dice.of(&['s', 'd', 'D', 'v', 'p', 'w', 'c', 'y']),
        )),
        20..=39 => Msg::Key(Key::plain(dice.of(&NAMED))),
        40..=45 => Msg::Key(Key::f(1 + u8::try_from(dice.below(12)).unwrap())),
        46..=51 => Msg::Key(Key::ctrl(char::from(
            b'a' + u8::try_from(dice.below(26)).unwrap(),
        ))),
        52..=55 => Msg::Pasted(dice.of(&PASTES).to_owned()),
        56..=59 => Msg::Clicked {
            column: dice.cell(140),
            row: dice.cell(45),
        },
        60 => Msg::Scrolled(i16::try_from(dice.below(9)).unwrap() - 4),
        61 => Msg::Resized {
            width: 50 + dice.cell(90),
            height: 12 + dice.cell(30),
        },
        62 => Msg::Key(Key {
            alt: true,
            ..Key::char(dice.of(&signs))
        }),
        _ => Msg::Key(Key::char(dice.of(&signs))),
    }
}

#[rstest]
fn a_monkey_at_the_desk_breaks_nothing(
    #[values(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)] seed: u64,
) {
    let mut dice = Dice(seed);
    let mut desk = Desk::morning((80, 24));
    let mut now = morning::now();
    for n in 0..PRESSES {
        // Now and then time passes, so that acts come after each other and limits pass.
        if dice.below(8) == 0 {
            now = now.plus_seconds(1 + i64::try_from(dice.below(120)).unwrap());
            desk.arrives(Msg::Woke(now));
        }
        let msg = message(&mut dice);
        let resized = matches!(msg, Msg::Resized { .. });
        desk.arrives(msg);
        if resized || n % DRAWN == 0 {
            assert!(desk.no_sign_is_split(), "{}", desk.screen());
        }
    }
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for facts in desk.facts() {
        refuses_none(&facts);
        for fact in &facts {
            *kinds.entry(fact.event.kind()).or_default() += 1;
        }
    }
    // A monkey that gets nowhere proves nothing.
    assert!(kinds.len() > 6, "{kinds:?}");
}

/// Every fact, in the order they were keyed, was allowed by the table of acts at its place in the history there was then.
fn refuses_none(keyed: &[Fact]) {
    let always = Stamp::from_micros(i64::MAX);
    for (n, fact) in keyed.iter().enumerate().skip(1) {
        let standing = history::standing(&keyed[..n], always);
        if let Event::Undone(undone) = &fact.event {
            let target = standing
                .iter()
                .find(|f| f.id.as_ref() == Some(&undone.target));
            let receipt = target.map(|f| matches!(f.event, Event::Received(_)));
            assert_eq!(receipt, Some(false), "{fact:?}");
            continue;
        }
        let before: Vec<&Fact> = standing.into_iter().filter(|f| f.at <= fact.at).collect();
        let case = Case::of_standing(&before).unwrap();
        let allowed = permit(&case, &before, &fact.event);
        assert_eq!(allowed, Ok(()), "{fact:?} in {keyed:?}");
    }
}

//! How countdowns are read: in the cells of the queue, in the titles of its groups, within texts.
//!
//! ```text
//!  04:12*   +06:40   1天 0时   07:49 ✓   …   —
//! ```

use super::figure::{Counting, Piece};
use super::skin::{Ink, Skin};
use crate::app::cells::cells;
use crate::app::countdown::{self, Face, Nearness};
use crate::app::model::Model;
use crate::app::text::{FIGURE, Length, Texts, say, word};
use crate::domain::clock::End;
use crate::domain::ids::State;
use crate::domain::queue::Cell;
use crate::domain::time::{Stamp, TimeOfDay};

/// Seconds of an hour and of a day.
pub(super) const HOUR: i64 = 3600;
pub(super) const DAY: i64 = 24 * HOUR;

/// Does it say something else as every second passes?
pub(super) fn counts(cell: &Cell, now: Stamp) -> bool {
    match cell.state(now) {
        State::Running => true,
        State::Overdue => cell.end == End::Open,
        State::Waiting | State::Void | State::Met | State::Late | State::Expired => false,
    }
}

/// By what countdowns are read.
#[derive(Clone, Copy)]
pub(super) struct Dial<'a> {
    pub model: &'a Model,
    pub texts: &'a Texts,
    skin: Skin,
    nearness: Nearness,
}

impl<'a> Dial<'a> {
    pub(super) fn of(model: &'a Model, texts: &'a Texts, skin: Skin) -> Self {
        Self {
            model,
            texts,
            skin,
            nearness: model.nearness(),
        }
    }

    /// The time of day.
    pub(super) fn clock(&self) -> String {
        clock(self.model.now.time(), self.model.settings.seconds)
    }

    /// How many cases a group has and when the next is due.
    pub(super) fn title(&self, cases: &str, due: Stamp) -> String {
        let over = self.model.now > due;
        let seconds = if over {
            self.model.now.seconds_since(due)
        } else {
            self.remaining(due)
        };
        let left = self.texts.countdown(seconds, self.model.settings.seconds);
        let over = if over { "+" } else { "" };
        let (dot, next) = (self.skin.signs.dot, word!(self.texts, "group-next"));
        format!("{cases}{dot}{next} {over}{left}")
    }

    /// How far a moment is, as far as a reminder tells it: to the second within an hour, else to the minute.
    pub(super) fn far(&self, due: Stamp) -> String {
        let now = self.model.now.to_second();
        let seconds = due.to_second().seconds_since(now);
        let step = if seconds.abs() < HOUR { 1 } else { 60 };
        (seconds / step * step).to_string()
    }

    /// A text with what counts in it, and the ink of that.
    pub(super) fn text(&self, counting: &Counting) -> (String, Ink) {
        let (mut text, mut ink) = (String::new(), Ink::Plain);
        for piece in &counting.0 {
            match piece {
                Piece::Said(said) => text.push_str(said),
                Piece::Clock(cell) => {
                    let (figure, of_it) = self.in_text(cell);
                    text.push_str(&self.texts.state(cell.state(self.model.now)));
                    if !figure.is_empty() {
                        text.push(' ');
                        text.push_str(&figure);
                    }
                    ink = of_it;
                }
                Piece::Breach(breach) => {
                    let late = self.model.now.seconds_since(breach.due);
                    text.push_str(&self.texts.late(breach, late));
                    ink = Ink::Over;
                }
            }
        }
        (self.skin.say(text), ink)
    }

    /// Does a text say something else as every second passes?
    pub(super) fn goes_on(&self, counting: &Counting) -> bool {
        counting.0.iter().any(|piece| match piece {
            Piece::Said(_) => false,
            Piece::Clock(cell) => counts(cell, self.model.now),
            Piece::Breach(_) => true,
        })
    }

    /// How far a clock is, within a text.
    fn in_text(&self, cell: &Cell) -> (String, Ink) {
        let countdown = |seconds| self.texts.countdown(seconds, self.model.settings.seconds);
        match countdown::face(cell, self.model.now, self.nearness) {
            Face::Waiting | Face::Void | Face::Expired => (String::new(), Ink::Dim),
            Face::Running { left, near: false } => (countdown(left), Ink::Plain),
            Face::Running { left, near: true } => {
                (countdown(left) + self.skin.signs.near, Ink::Near)
            }
            Face::Overdue { by } => (format!("+{}", countdown(by)), Ink::Over),
            Face::Met { left } => (countdown(left), Ink::Dim),
            Face::Late { by } => (format!("+{}", countdown(by)), Ink::Dim),
        }
    }

    /// Without seconds, whole minutes of the wall clock are counted, so that all countdowns change together.
    const fn remaining(&self, due: Stamp) -> i64 {
        let now = self.model.now;
        if self.model.settings.seconds {
            due.seconds_since(now)
        } else {
            (due.unix().div_euclid(60) - now.unix().div_euclid(60)) * 60
        }
    }

    /// What a cell of the queue shows behind a word, in the fullest form that fits.
    pub(super) fn in_queue(&self, before: &str, cell: &Cell, width: u16) -> (String, Ink) {
        let (text, ink) = self.fitting(cell, width.saturating_sub(cells(before)));
        if before.is_empty() {
            (text, ink)
        } else {
            (format!("{before}{text}"), ink)
        }
    }

    /// What a cell shows, in the fullest form that fits.
    fn fitting(&self, cell: &Cell, width: u16) -> (String, Ink) {
        let (signs, texts) = (self.skin.signs, self.texts);
        let with_seconds = self.model.settings.seconds;
        let exact = Length::Exact { with_seconds };
        let left = |seconds: i64, marks: [&str; 2]| {
            let forms = [
                ("", exact, marks),
                ("", Length::Compact, marks),
                ("", Length::Coarse, marks),
                ("", Length::Coarse, ["", ""]),
            ];
            self.fullest(width, seconds, &forms)
        };
        // Whole days take no gap beside a sign, so that late ones line up.
        let plain = |seconds: i64| {
            if seconds < DAY {
                exact
            } else {
                Length::Compact
            }
        };
        let over = |by: i64| {
            let forms = [plain(by), Length::Compact, Length::Coarse];
            self.fullest(width, by, &forms.map(|length| ("+", length, ["", ""])))
        };
        // What is met keeps its sign, whatever else must go: it tells late from overdue.
        let met = |before: &'static str, seconds: i64| {
            let forms = [
                (before, exact, [" ", signs.met]),
                (before, plain(seconds), ["", signs.met]),
                (before, Length::Compact, ["", signs.met]),
                (before, Length::Coarse, ["", signs.met]),
            ];
            self.fullest(width, seconds, &forms)
        };
        // The unit was phoned: it alone answers when it is late (W1).
        let call = word!(texts, "unit-phoned");
        let phoned = |text: String| {
            let marked = format!("{text}{call}");
            if cells(&marked) <= width {
                marked
            } else {
                text
            }
        };
        match countdown::face(cell, self.model.now, self.nearness) {
            Face::Waiting => (signs.waiting.to_owned(), Ink::Dim),
            Face::Void => (signs.void.to_owned(), Ink::Dim),
            Face::Expired => (say!(texts, "unit-expired"), Ink::Dim),
            Face::Running { left: exact, near } => {
                let seconds = match (with_seconds, cell.due) {
                    (false, Some(due)) => self.remaining(due),
                    (true, _) | (false, None) => exact,
                };
                let call = if cell.reminded { call } else { "" };
                if near {
                    // Also where the unit was phoned: that it is near must not be told by its colour alone.
                    (left(seconds, [signs.near, call]), Ink::Near)
                } else {
                    (left(seconds, ["", call]), Ink::Plain)
                }
            }
            Face::Overdue { by } if cell.reminded => (phoned(over(by)), Ink::Over),
            Face::Overdue { by } => (over(by), Ink::Over),
            Face::Met { left } => (met("", left), Ink::Dim),
            Face::Late { by } => (met("+", by), Ink::Dim),
        }
    }

    /// The first form that fits, made one by one; the last in any case.
    fn fullest(&self, width: u16, seconds: i64, forms: &[Form<'_>]) -> String {
        let mut text = String::with_capacity(FIGURE);
        for (before, length, behind) in forms {
            text.clear();
            text.push_str(before);
            self.texts.add_length(&mut text, seconds, *length);
            text.extend(behind.iter().copied());
            if cells(&text) <= width {
                break;
            }
        }
        text
    }
}

/// A length of time with what stands before and behind it.
type Form<'a> = (&'a str, Length, [&'a str; 2]);

/// The time of day as the header shows it.
pub(super) fn clock(time: TimeOfDay, with_seconds: bool) -> String {
    let seconds = time.seconds();
    let minutes = format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
    if with_seconds {
        format!("{minutes}:{:02}", seconds % 60)
    } else {
        minutes
    }
}

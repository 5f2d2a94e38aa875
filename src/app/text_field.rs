//! Text being typed, one line or several, with a cursor that knows how wide signs are.
//!
//! Used by every mode that takes text; drawn by `view`. Signs are kept as typed: full-width ones are not folded here.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use super::key::{Code, Key};
use crate::domain::text;

/// The longest text a field takes, in bytes; a citizen's letter is shorter.
const LIMIT: usize = 16_384;

/// What became of a text that was put into a field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fit {
    /// So many signs found no room.
    pub left_out: usize,
    /// Line ends between its words became spaces.
    pub joined: bool,
}

impl Fit {
    /// What became of two texts.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            left_out: self.left_out + other.left_out,
            joined: self.joined || other.joined,
        }
    }
}

/// A text being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextField {
    text: String,
    /// Byte offset of the cursor, always between two graphemes.
    cursor: usize,
    /// Line ends stay in it.
    lines: bool,
}

impl TextField {
    /// An empty field of several lines: what is pasted into it keeps its line ends.
    #[must_use]
    pub fn of_lines() -> Self {
        Self {
            lines: true,
            ..Self::default()
        }
    }

    /// Does it keep line ends?
    #[must_use]
    pub const fn keeps_lines(&self) -> bool {
        self.lines
    }

    /// A field that holds a text, the cursor behind it. What stands there already is kept whole, however long it is.
    #[must_use]
    pub fn with(text: &str) -> Self {
        Self::default().holding(text)
    }

    /// The same with its lines.
    #[must_use]
    pub fn with_lines(text: &str) -> Self {
        Self::of_lines().holding(text)
    }

    fn holding(mut self, text: &str) -> Self {
        self.text = self.cleaned(text).into_owned();
        self.cursor = self.text.len();
        self
    }

    fn cleaned<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.lines {
            text::part_of_lines(text).text
        } else {
            text::part_of_line(text).text
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Is nothing typed?
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Puts text in at the cursor, as much as there is room for. Tabs become spaces, and so do line ends where the field is
    /// one line; what may not reach the store is left out.
    pub fn insert(&mut self, text: &str) -> Fit {
        let within = text.trim_matches(['\r', '\n']);
        let joined = !self.lines && within.contains(['\r', '\n']);
        let text = self.cleaned(text);
        let room = LIMIT.saturating_sub(self.text.len()).min(text.len());
        let (text, rest) = text
            .split_at_checked(text.floor_char_boundary(room))
            .unwrap_or((&text, ""));
        self.text.insert_str(self.cursor, text);
        self.cursor += text.len();
        Fit {
            left_out: rest.chars().count(),
            joined,
        }
    }

    /// Takes a key; false when the key means nothing to a text.
    pub fn take(&mut self, key: Key) -> bool {
        if key.alt {
            return false;
        }
        match key.code {
            Code::Char('u') if key.ctrl => self.clear(),
            Code::Char(_) if key.ctrl => return false,
            // Nobody types so much that it finds no room.
            Code::Char(sign) => drop(self.insert(sign.encode_utf8(&mut [0; 4]))),
            Code::Backspace => {
                let from = self.before();
                self.text.replace_range(from..self.cursor, "");
                self.cursor = from;
            }
            Code::Delete => {
                let to = self.after();
                self.text.replace_range(self.cursor..to, "");
            }
            Code::Left => self.cursor = self.before(),
            Code::Right => self.cursor = self.after(),
            Code::Home => self.cursor = 0,
            Code::End => self.cursor = self.text.len(),
            Code::F(_)
            | Code::Enter
            | Code::Esc
            | Code::Tab
            | Code::BackTab
            | Code::Up
            | Code::Down
            | Code::PageUp
            | Code::PageDown => return false,
        }
        true
    }

    /// Empties the field.
    pub fn clear(&mut self) {
        self.text.clear();
        self.cursor = 0;
    }

    fn split(&self) -> (&str, &str) {
        self.text
            .split_at_checked(self.cursor)
            .unwrap_or((&self.text, ""))
    }

    fn before(&self) -> usize {
        let last = self.split().0.graphemes(true).next_back();
        self.cursor - last.map_or(0, str::len)
    }

    fn after(&self) -> usize {
        let next = self.split().1.graphemes(true).next();
        self.cursor + next.map_or(0, str::len)
    }

    /// The part to show in `width` cells and the cell of the cursor in it. The cursor stands behind the last sign, so a
    /// part is never wider than `width - 1`.
    #[must_use]
    pub fn window(&self, width: u16) -> (&str, u16) {
        let room = usize::from(width.saturating_sub(1));
        let (head, tail) = self.split();
        let mut from = head.len();
        let mut used = 0;
        for grapheme in head.graphemes(true).rev() {
            if used + grapheme.width() > room {
                break;
            }
            used += grapheme.width();
            from -= grapheme.len();
        }
        let column = used;
        let mut to = self.cursor;
        for grapheme in tail.graphemes(true) {
            if used + grapheme.width() > room {
                break;
            }
            used += grapheme.width();
            to += grapheme.len();
        }
        let part = self.text.get(from..to).unwrap_or("");
        (part, u16::try_from(column).unwrap_or(u16::MAX))
    }

    /// The text in lines of less than `width` cells, and the line and the cell of the cursor. There is always one line.
    #[must_use]
    pub fn folded(&self, width: u16) -> (Vec<String>, (usize, u16)) {
        let room = usize::from(width.saturating_sub(1)).max(2);
        let mut lines = vec![String::new()];
        let mut used = 0;
        let mut cursor = (0, 0);
        for (at, grapheme) in self.text.grapheme_indices(true) {
            let is_end = grapheme == "\n";
            let wraps = !is_end && used + grapheme.width() > room;
            if wraps {
                lines.push(String::new());
                used = 0;
            }
            if at == self.cursor {
                cursor = (lines.len() - 1, used);
            }
            if is_end {
                lines.push(String::new());
                used = 0;
            } else if let Some(line) = lines.last_mut() {
                line.push_str(grapheme);
                used += grapheme.width();
            }
        }
        if self.cursor == self.text.len() {
            cursor = (lines.len() - 1, used);
        }
        let column = u16::try_from(cursor.1).unwrap_or(u16::MAX);
        (lines, (cursor.0, column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pasted_passes_the_filter_and_keeps_its_ends() {
        let mut field = TextField::with("一 ");
        field.insert(" 二\u{1b}[31m\u{202e}\r\n三\u{9b}2J\u{200b} ");
        assert_eq!(field.text(), "一  二 三 ");
    }

    #[test]
    fn a_text_of_lines_keeps_them_and_folds_with_its_cursor() {
        let mut field = TextField::of_lines();
        field.insert("一二三四\r\nab");
        assert_eq!(field.text(), "一二三四\nab");
        let (lines, cursor) = field.folded(7);
        assert_eq!(lines, ["一二三", "四", "ab"]);
        assert_eq!(cursor, (2, 2));
        field.take(Key::plain(Code::Home));
        field.take(Key::plain(Code::Right));
        assert_eq!(field.folded(7).1, (0, 2));
        // Where a line breaks by itself the cursor stands at the beginning of the next.
        field.take(Key::plain(Code::Right));
        field.take(Key::plain(Code::Right));
        assert_eq!(field.folded(7).1, (1, 0));
        assert_eq!(
            TextField::of_lines().folded(2),
            (vec![String::new()], (0, 0))
        );
    }

    #[test]
    fn no_more_is_taken_than_there_is_room_for() {
        let mut field = TextField::default();
        let fit = field.insert(&"巷".repeat(LIMIT));
        assert_eq!(field.text().len(), LIMIT / 3 * 3);
        assert_eq!(fit.left_out, LIMIT - LIMIT / 3);
        assert_eq!(field.insert("x").left_out, 0);
        assert_eq!(field.text().len(), LIMIT / 3 * 3 + 1);
        // What stood there before is not cut by being looked at.
        let whole = "巷".repeat(LIMIT);
        assert_eq!(TextField::with(&whole).text(), whole);
        assert_eq!(TextField::with_lines(&whole).text(), whole);
    }

    #[test]
    fn line_ends_between_words_are_told_of_and_those_at_the_ends_are_not() {
        let mut field = TextField::default();
        assert!(field.insert("一\r\n二").joined);
        assert!(!field.insert("FZ26112300012\r\n").joined);
        assert!(!TextField::of_lines().insert("一\n二").joined);
    }
}

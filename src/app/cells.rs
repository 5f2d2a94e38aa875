//! How many cells of a terminal signs take, and texts measured, cut and wrapped by it.
//!
//! A frame measures thousands of signs. Those whose width nobody has to look up, and that never join a sign beside them, are
//! nearly all of them, so a text of such signs alone is taken sign by sign; any other as Unicode's graphemes.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// The cells of a sign that stands for itself; none for one whose width depends on what is beside it, or has to be looked up.
#[must_use]
pub const fn of_sign(sign: char) -> Option<u16> {
    match sign {
        ' '..='~' | '·' | '—' | '‘' | '’' | '“' | '”' | '…' | '→' | '─'..='╿' | '▸' | '✓' => {
            Some(1)
        }
        '\u{3000}'..='〩' | '㐀'..='䶿' | '一'..='鿿' | '！'..='｠' => Some(2),
        _ => None,
    }
}

/// Does every sign of a text stand for itself?
#[must_use]
pub fn is_plain(text: &str) -> bool {
    text.chars().all(|sign| of_sign(sign).is_some())
}

/// Cells a text takes.
#[must_use]
pub fn cells(text: &str) -> u16 {
    let cells = plain_cells(text).unwrap_or_else(|| text.width());
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// The same of a text whose signs all stand for themselves; none for any other.
#[must_use]
pub fn plain_cells(text: &str) -> Option<usize> {
    text.chars().map(|c| of_sign(c).map(usize::from)).sum()
}

/// The signs of a plain text, each with its place and its cells.
fn plain_signs(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str, usize)> {
    text.char_indices().filter_map(|(at, sign)| {
        let end = at + sign.len_utf8();
        Some((at, text.get(at..end)?, usize::from(of_sign(sign)?)))
    })
}

/// The signs of any text, each with its place and its cells.
fn any_signs(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str, usize)> {
    let graphemes = text.grapheme_indices(true);
    graphemes.map(|(at, grapheme)| (at, grapheme, grapheme.width()))
}

/// The beginning of a text that fits.
#[must_use]
pub fn cut(text: &str, width: u16) -> &str {
    let end = if is_plain(text) {
        beyond(plain_signs(text), width)
    } else {
        beyond(any_signs(text), width)
    };
    end.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// The end of a text that fits.
#[must_use]
pub fn tail(text: &str, width: u16) -> &str {
    let start = if is_plain(text) {
        beyond(plain_signs(text).rev(), width)
    } else {
        beyond(any_signs(text).rev(), width)
    };
    let rest = start.and_then(|(at, sign)| text.get(at + sign.len()..));
    rest.unwrap_or(text)
}

/// The first of the signs that finds no room, and its place.
fn beyond<'a>(
    mut signs: impl Iterator<Item = (usize, &'a str, usize)>,
    width: u16,
) -> Option<(usize, &'a str)> {
    let mut used = 0;
    signs.find_map(|(at, sign, wide)| {
        used += wide;
        (used > usize::from(width)).then_some((at, sign))
    })
}

/// A text in lines of at most `width` cells, broken between any two signs as Chinese is, but neither within a Latin word or
/// number that fits on a line nor before a closing sign.
#[must_use]
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let width = width.max(2);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let plain = plain_cells(paragraph);
        if plain.unwrap_or_else(|| paragraph.width()) <= usize::from(width) {
            lines.push(paragraph.to_owned());
        } else if plain.is_some() {
            broken(paragraph, plain_signs(paragraph), width, &mut lines);
        } else {
            broken(paragraph, any_signs(paragraph), width, &mut lines);
        }
    }
    lines
}

/// Adds the lines of a paragraph.
fn broken<'a>(
    paragraph: &'a str,
    signs: impl Iterator<Item = (usize, &'a str, usize)>,
    width: u16,
    lines: &mut Vec<String>,
) {
    let width = usize::from(width);
    let mut add = |from: usize, to: usize| {
        let line = paragraph.get(from..to).unwrap_or_default();
        lines.push(line.to_owned());
    };
    // Where the line begins and the cells it has; the last place in it where it may be broken, and the cells before that.
    let (mut start, mut used) = (0, 0);
    let mut may_break = None;
    let mut in_word = false;
    for (at, sign, wide) in signs {
        let goes_on = in_word && is_of_word(sign);
        let stays = goes_on || closes(sign);
        in_word = goes_on || (!stays && is_of_word(sign));
        if !stays && at > start {
            may_break = Some((at, used));
        }
        if used + wide > width {
            // What stays together but is longer than a line is broken all the same.
            let (end, before) = may_break.take().unwrap_or((at, used));
            add(start, end);
            (start, used) = (end, used - before);
            // The gap between two words is not the beginning of a line.
            if end == at && sign == " " {
                start = at + sign.len();
                continue;
            }
            if used + wide > width {
                add(start, at);
                (start, used) = (at, 0);
            }
        }
        used += wide;
    }
    add(start, paragraph.len());
}

/// Is it a sign of a Latin word or a number?
fn is_of_word(sign: &str) -> bool {
    sign.is_ascii() && sign != " "
}

/// Does it belong to what stands before it?
fn closes(sign: &str) -> bool {
    const CLOSING: [char; 13] = [
        '，', '。', '、', '；', '：', '！', '？', '）', '》', '」', '』', '”', '’',
    ];
    let first = sign.chars().next();
    first.is_some_and(|c| CLOSING.contains(&c))
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthChar as _;

    use super::*;

    #[test]
    fn signs_that_stand_for_themselves_are_as_wide_as_unicode_says_and_join_no_other() {
        let plain: String = ('\0'..='\u{10ffff}')
            .filter(|c| of_sign(*c).is_some())
            .collect();
        for sign in plain.chars() {
            assert_eq!(of_sign(sign).map(usize::from), sign.width(), "{sign:?}");
        }
        assert_eq!(plain.graphemes(true).count(), plain.chars().count());
        assert!(plain.chars().count() > 27_000);
    }

    #[test]
    fn a_sign_that_joins_makes_a_text_one_of_graphemes() {
        // A letter with an accent of its own, a family, a sign with a mark of how to draw it.
        for (text, wide) in [
            ("e\u{301}", 1),
            ("👨\u{200d}👩\u{200d}👧", 2),
            ("✓\u{fe0f}", 1),
        ] {
            assert!(!is_plain(text));
            let signs: Vec<_> = any_signs(text).collect();
            assert_eq!(signs, [(0, text, wide)]);
        }
    }

    #[test]
    fn texts_are_cut_and_wrapped_alike_however_they_are_measured() {
        // The same cells; the second holds a sign that has to be looked up.
        for text in ["南后街ab，电动车12345", "南后街áb，电动车12345"] {
            assert_eq!(cells(text), 21);
            assert_eq!(cells(cut(text, 7)), 7);
            assert_eq!(cells(cut(text, 5)), 4);
            assert_eq!(tail(text, 6), "12345");
            let lines = wrap(text, 10);
            assert!(lines.iter().all(|l| cells(l) <= 10), "{lines:?}");
            // Neither a comma first, nor a number in two.
            assert_eq!(lines.get(1).map(String::as_str), Some("电动车"));
            assert_eq!(lines.concat(), text);
        }
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken_and_a_gap_begins_no_line() {
        assert_eq!(wrap("abcd efgh", 4), ["abcd", "efgh"]);
        assert_eq!(wrap("ab cdefghij", 4), ["ab ", "cdef", "ghij"]);
        assert_eq!(wrap("值班，值班。", 4), ["值", "班，", "值", "班。"]);
        assert_eq!(wrap("one\n\ntwo", 8), ["one", "", "two"]);
    }
}

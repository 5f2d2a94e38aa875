//! The one filter every text from outside passes before it reaches the store or a terminal.
//!
//! What could move a cursor, recolour a screen, reorder a line or hide itself is taken out; what a citizen wrote stays.
//! What has passed once passes unchanged. Called by whoever lets text in: the readers of lists (`intake`), the reader of
//! logs and made-up histories (`codec`), the fields of the screen, the arguments of the command line.

use std::borrow::Cow;

use serde_json::Value;

/// A text that is safe to store and to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// Whether control characters, escape sequences or marks that reorder text were taken out.
    pub altered: bool,
}

/// Cleans a text of one line: breaks and tabs become spaces, the ends are trimmed.
#[must_use]
pub fn line(text: &str) -> Cleaned<'_> {
    trimmed(clean(text, ' '))
}

/// Cleans a text of several lines: every kind of break becomes `\n`, tabs become spaces, the ends are trimmed.
#[must_use]
pub fn lines(text: &str) -> Cleaned<'_> {
    trimmed(clean(text, '\n'))
}

/// As [`line()`], for a part of a text: the ends stay.
#[must_use]
pub fn part_of_line(text: &str) -> Cleaned<'_> {
    clean(text, ' ')
}

/// As [`lines`], for a part of a text: the ends stay.
#[must_use]
pub fn part_of_lines(text: &str) -> Cleaned<'_> {
    clean(text, '\n')
}

fn trimmed(cleaned: Cleaned<'_>) -> Cleaned<'_> {
    let text = match cleaned.text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    };
    Cleaned { text, ..cleaned }
}

/// The place of the first text in a document that could do harm, written `a.b[0].c`.
#[must_use]
pub fn harmful(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => line(text).altered.then(String::new),
        Value::Array(values) => (0..).zip(values).find_map(|(n, v): (usize, _)| {
            let below = harmful(v)?;
            Some(format!("[{n}]{}{below}", dot(&below)))
        }),
        Value::Object(map) => map.iter().find_map(|(key, v)| {
            let below = if line(key).altered {
                String::new()
            } else {
                harmful(v)?
            };
            let key = line(key).text;
            Some(format!("{key}{}{below}", dot(&below)))
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

fn dot(below: &str) -> &'static str {
    if below.is_empty() || below.starts_with('[') {
        ""
    } else {
        "."
    }
}

/// Full-width letters, digits and punctuation as their ASCII twins, the ideographic space as a space.
#[must_use]
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| ascii_twin(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(ascii_twin).collect())
    }
}

/// A full-width letter, digit or punctuation sign as its ASCII twin, the ideographic space as a space.
#[must_use]
pub fn ascii_twin(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// The first `most` characters, and whether that cut anything off.
#[must_use]
pub fn cut(text: &str, most: usize) -> (&str, bool) {
    if text.len() <= most {
        return (text, false);
    }
    match text.char_indices().nth(most) {
        Some((end, _)) => (text.get(..end).unwrap_or(text), true),
        None => (text, false),
    }
}

/// A text that a spreadsheet would read as a formula gets an apostrophe before it; full-width signs too, which some
/// spreadsheets in East Asia take for the narrow ones. So does a long number, which would lose its last digits.
#[must_use]
pub fn disarmed(text: &str) -> Cow<'_, str> {
    let first = text.trim_start().chars().next();
    let acts = first.is_some_and(|c| "=+-@＝＋－＠".contains(c)) || text.starts_with(['\t', '\r']);
    let is_long_number = text.len() > 11 && text.chars().all(|c| c.is_ascii_digit());
    if acts || is_long_number {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A text as it was before it was [`disarmed`].
#[must_use]
pub fn armed(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(bare) if disarmed(bare) != bare => bare,
        Some(_) | None => text,
    }
}

/// What becomes of a character.
enum Fate {
    Keep,
    Space,
    Break,
    /// Nobody sees it and nobody misses it.
    Drop,
    /// It could harm a terminal or turn a line around.
    Strip,
    /// It may begin a sequence that has to go as a whole.
    Escape,
}

const fn fate(c: char) -> Fate {
    // Nearly every character there is: spared the list below.
    if matches!(c, ' '..='~' | '\u{3000}'..='\u{fefe}') {
        return Fate::Keep;
    }
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Break,
        '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => Fate::Space,
        '\u{1b}' | '\u{90}' | '\u{98}' | '\u{9b}' | '\u{9d}'..='\u{9f}' => Fate::Escape,
        '\u{0}'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => Fate::Strip,
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{feff}' => {
            Fate::Drop
        }
        _ => Fate::Keep,
    }
}

fn clean(text: &str, newline: char) -> Cleaned<'_> {
    let stays = |c: char| matches!(fate(c), Fate::Keep) || (c == '\n' && newline == '\n');
    if text.chars().all(stays) {
        return Cleaned {
            text: Cow::Borrowed(text),
            altered: false,
        };
    }
    let mut out = String::with_capacity(text.len());
    let mut altered = false;
    let mut unterminated = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        match fate(c) {
            Fate::Keep => out.push(c),
            Fate::Space => out.push(' '),
            Fate::Break => {
                if c == '\r' {
                    rest = rest.strip_prefix('\n').unwrap_or(rest);
                }
                if newline == '\n' || !out.ends_with(' ') {
                    out.push(newline);
                }
            }
            Fate::Drop => {}
            Fate::Strip => altered = true,
            Fate::Escape => {
                altered = true;
                rest = after_escape(c, rest, &mut unterminated);
            }
        }
    }
    Cleaned {
        text: Cow::Owned(out),
        altered,
    }
}

/// What follows the escape sequence that `first` began. A sequence that is not well formed loses its beginning alone, so
/// that no text is swallowed with it. `unterminated` remembers that no control string ends any more.
fn after_escape<'a>(first: char, rest: &'a str, unterminated: &mut bool) -> &'a str {
    let (kind, body) = match first {
        '\u{1b}' => match rest.chars().next() {
            Some(c @ ' '..='~') => (c, rest.get(1..).unwrap_or_default()),
            Some(_) | None => return rest,
        },
        // The one-character forms, U+0080 to U+009F, stand for ESC and the character 0x40 below.
        c => (char::from_u32(u32::from(c) - 0x40).unwrap_or('['), rest),
    };
    match kind {
        '[' => {
            let after = body.trim_start_matches(|c| matches!(c, ' '..='?'));
            after
                .strip_prefix(|c| matches!(c, '@'..='~'))
                .unwrap_or(body)
        }
        ']' | 'P' | 'X' | '^' | '_' => match (!*unterminated).then(|| string_end(body)).flatten() {
            Some(after) => after,
            None => {
                *unterminated = true;
                body
            }
        },
        ' '..='/' => {
            let after = body.trim_start_matches(|c| matches!(c, ' '..='/'));
            after
                .strip_prefix(|c| matches!(c, '0'..='~'))
                .unwrap_or(body)
        }
        _ => body,
    }
}

/// What follows the BEL or ST that ends a control string; none when nothing ends it.
fn string_end(body: &str) -> Option<&str> {
    for (i, c) in body.char_indices() {
        let end = match c {
            '\u{7}' => i + 1,
            '\u{9c}' => i + 2,
            '\u{1b}' if body.get(i + 1..).is_some_and(|r| r.starts_with('\\')) => i + 2,
            _ => continue,
        };
        return body.get(end..);
    }
    None
}

/// Does a word say enough to be looked for in texts and at the end of numbers? Fewer than three ASCII signs stand everywhere.
#[must_use]
pub fn says_enough(word: &str) -> bool {
    !word.is_ascii() || word.len() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_from_outside_acts_as_a_formula() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            " =1",
            "\t=1",
            "＝1+1",
            "\r=1",
            "\u{3000}＋1",
        ] {
            assert!(disarmed(text).starts_with('\''), "{text:?}");
            assert_eq!(armed(&disarmed(text)), text);
        }
        assert_eq!(disarmed("13900000000123"), "'13900000000123");
        for text in ["柳河", "12号楼=3单元", "", "2026", "'甲'", "'"] {
            assert_eq!(disarmed(text), text);
            assert_eq!(armed(text), text);
        }
    }

    #[test]
    fn sequences_go_whole_and_text_stays() {
        for (dirty, clean) in [
            ("标题\u{1b}[2J\u{1b}]0;x\u{7}里有转义", "标题里有转义"),
            ("a\u{1b}]8;;http://x\u{1b}\\b", "ab"),
            ("a\u{9b}31mb", "ab"),
            ("a\u{1b}(Bb\u{1b}7c", "abc"),
            ("标题\u{1b}[中文", "标题中文"),
            ("开头\u{1b}]没有结尾", "开头没有结尾"),
            ("\u{202e}倒过来\u{200b}\u{feff}", "倒过来"),
            ("  两端\u{3000}\t", "两端"),
            ("一\r\n二\r三\t四", "一 二 三 四"),
        ] {
            assert_eq!(line(dirty).text, clean, "{dirty:?}");
        }
    }

    #[test]
    fn only_what_could_harm_counts_as_altered() {
        assert!(line("a\u{1b}[31mb").altered);
        assert!(line("a\u{202e}b").altered);
        assert!(!line("\u{feff}a\tb\nc\u{200b}").altered);
        assert!(!line("普通标题").altered);
    }

    #[test]
    fn bodies_keep_their_breaks() {
        assert_eq!(lines("一\r\n二\u{2028}三\t四\r").text, "一\n二\n三 四");
    }

    #[test]
    fn many_unterminated_strings_cost_no_square() {
        let hostile = "\u{1b}]".repeat(200_000);
        assert_eq!(line(&hostile).text, "");
    }

    #[test]
    fn the_place_of_what_could_do_harm_is_named() {
        let document = serde_json::json!({ "a": [{ "b": "好" }, { "b": "c\u{9b}2J" }], "d": 1 });
        assert_eq!(harmful(&document).as_deref(), Some("a[1].b"));
        assert_eq!(harmful(&serde_json::json!({ "a": ["好\n"] })), None);
    }

    #[test]
    fn cutting_counts_characters() {
        assert_eq!(cut("三坊七巷", 4), ("三坊七巷", false));
        assert_eq!(cut("三坊七巷", 2), ("三坊", true));
    }

    proptest! {
        #[test]
        fn no_control_character_survives(s in any::<String>()) {
            prop_assert!(!line(&s).text.chars().any(char::is_control));
            prop_assert!(!lines(&s).text.chars().any(|c| c.is_control() && c != '\n'));
        }

        #[test]
        fn cleaning_twice_is_cleaning_once(s in "[ -~\u{1b}\u{9b}\u{7}\r\n\t一-三\u{202e}\u{200b}]{0,40}") {
            let once = lines(&s).text.into_owned();
            prop_assert_eq!(lines(&once).text, once.as_str());
            for part in [part_of_line, part_of_lines] {
                let once = part(&s).text.into_owned();
                prop_assert_eq!(part(&once).text, once.as_str());
            }
        }
    }
}

//! Finding Chinese text by what a handler types: the signs themselves, pinyin initials, full pinyin, or a mix.
//!
//! `lhsq` finds 柳河社区, `sanfang` finds 三坊七巷. A sign with several readings is found by each. Every sign is looked up once;
//! a text is kept as the numbers of its signs, so that ten thousand texts are searched within a frame. Used by the queue's
//! search, the dispatch picker and the palette.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use ib_matcher::pinyin::{PinyinData, PinyinNotation};

use crate::domain::text::ascii_twin;

/// What one sign can be typed as.
#[derive(Debug, Clone)]
struct Sign {
    folded: char,
    /// Full readings in ASCII; ü is v.
    readings: Vec<Box<str>>,
}

/// A text ready to be searched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Indexed(Box<[u16]>);

/// What was typed, ready to be looked for: words that must all be found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needle {
    typed: String,
    words: Vec<Vec<char>>,
}

impl Needle {
    /// Prepares a typed text. Case and full-width forms make no difference.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let typed: String = typed.chars().map(fold).collect();
        let words = typed
            .split_whitespace()
            .map(|w| w.chars().collect())
            .collect();
        Self { typed, words }
    }

    /// Is there nothing to look for?
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Can this one find only what `shorter` found?
    #[must_use]
    pub fn narrows(&self, shorter: &Self) -> bool {
        self.typed.starts_with(&shorter.typed)
    }
}

/// The signs met so far with their readings.
#[derive(Clone)]
pub struct Finder {
    signs: Vec<Sign>,
    /// By sign, the classes of what can begin it; see [`class`]. Of their own, because most signs are asked for no more.
    classes: Vec<u32>,
    /// Those of signs that mean the same, such as `Ａ` and `a`, are the same.
    numbers: HashMap<char, u16, RandomState>,
    readings: PinyinData,
}

impl std::fmt::Debug for Finder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Finder")
            .field("signs", &self.signs.len())
            .finish_non_exhaustive()
    }
}

impl Default for Finder {
    fn default() -> Self {
        // Number 0 is the gap between two texts, which nothing finds.
        let gap = Sign {
            folded: '\n',
            readings: Vec::new(),
        };
        Self {
            signs: vec![gap],
            classes: vec![0],
            numbers: HashMap::default(),
            readings: PinyinData::new(PinyinNotation::Ascii),
        }
    }
}

impl Finder {
    /// Makes texts ready to be searched as one; a word is found within one of them, never across two.
    pub fn index<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) -> Indexed {
        // As much as a case has.
        let mut numbers = Vec::with_capacity(128);
        for text in texts {
            if !numbers.is_empty() {
                numbers.push(0);
            }
            for sign in text.chars() {
                numbers.push(self.number(sign));
            }
        }
        Indexed(numbers.into_boxed_slice())
    }

    fn number(&mut self, sign: char) -> u16 {
        if let Some(known) = self.numbers.get(&sign) {
            return *known;
        }
        let folded = fold(sign);
        let number = match self.numbers.get(&folded) {
            Some(known) => *known,
            None => self.learn(folded),
        };
        self.numbers.insert(sign, number);
        number
    }

    fn learn(&mut self, folded: char) -> u16 {
        let mut readings: Vec<Box<str>> = Vec::new();
        self.readings.get_pinyins_and_for_each(folded, |reading| {
            if let Some(ascii) = reading.notation(PinyinNotation::Ascii)
                && !readings.iter().any(|known| **known == *ascii)
            {
                readings.push(ascii.into());
            }
        });
        let classes = readings
            .iter()
            .filter_map(|r| r.chars().next())
            .chain([folded])
            .fold(0, |all, first| all | class(first));
        // More than 65,535 different signs: those beyond are not found, and nothing breaks.
        let Ok(number) = u16::try_from(self.signs.len()) else {
            return 0;
        };
        self.signs.push(Sign { folded, readings });
        self.classes.push(classes);
        self.numbers.insert(folded, number);
        number
    }

    /// Are all words of the needle in the text?
    #[must_use]
    pub fn finds(&self, text: &Indexed, needle: &Needle) -> bool {
        needle.words.iter().all(|word| self.finds_word(text, word))
    }

    fn finds_word(&self, text: &Indexed, word: &[char]) -> bool {
        let Some(first) = word.first() else {
            return true;
        };
        let wanted = class(*first);
        // Nothing else is in the class of a letter.
        let is_all = first.is_ascii_lowercase() && word.len() == 1;
        let can_begin = |number: &u16| {
            let classes = self.classes.get(usize::from(*number));
            classes.is_some_and(|c| c & wanted != 0)
        };
        let mut begins = (0..).zip(&*text.0).filter(|(_, number)| can_begin(number));
        begins.any(|(at, _)| is_all || self.begins(&text.0[at..], word))
    }

    /// Does the text begin with the word, sign by sign? The word's end may lie within a reading.
    fn begins(&self, text: &[u16], word: &[char]) -> bool {
        let Some((typed, word_rest)) = word.split_first() else {
            return true;
        };
        let Some((number, text_rest)) = text.split_first() else {
            return false;
        };
        let Some(sign) = self.signs.get(usize::from(*number)) else {
            return false;
        };
        if sign.folded == *typed && self.begins(text_rest, word_rest) {
            return true;
        }
        sign.readings.iter().any(|reading| {
            let common = reading
                .chars()
                .zip(word)
                .take_while(|(a, b)| a == *b)
                .count();
            if common == word.len() {
                return true;
            }
            let goes_on = |typed: usize| {
                word.get(typed..)
                    .is_some_and(|rest| self.begins(text_rest, rest))
            };
            // The whole reading, its initial of two letters, or its first letter.
            (common == reading.len() && goes_on(common))
                || (common >= 2
                    && matches!(reading.get(..2), Some("zh" | "ch" | "sh"))
                    && goes_on(2))
                || (common >= 1 && goes_on(1))
        })
    }
}

fn fold(sign: char) -> char {
    let sign = ascii_twin(sign);
    sign.to_lowercase().next().unwrap_or(sign)
}

/// One bit for each letter, one for digits, one for all else: a quick no before anything is compared.
const fn class(sign: char) -> u32 {
    match sign {
        'a'..='z' => 1 << (sign as u32 - 'a' as u32),
        '0'..='9' => 1 << 26,
        _ => 1 << 27,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(text: &str, typed: &str) -> bool {
        let mut finder = Finder::default();
        let indexed = finder.index(text.split('|'));
        finder.finds(&indexed, &Needle::new(typed))
    }

    #[test]
    fn initials_full_pinyin_signs_and_their_mix_are_found() {
        for typed in [
            "lhsq",
            "liuhe",
            "liuhsq",
            "liuheshequ",
            "柳河",
            "柳hsq",
            "LHSQ",
            "ｌｈｓｑ",
            "lhshq",
            "liuhesh",
        ] {
            assert!(finds("柳河社区", typed), "{typed}");
        }
        assert!(finds("三合一户门前堆物", "shyh"));
        assert!(!finds("柳河社区", "lhsx"));
        assert!(!finds("柳河社区", "qs"));
    }

    #[test]
    fn a_sign_with_several_readings_is_found_by_each() {
        for typed in ["chongqing", "zhongqing", "cq", "zq"] {
            assert!(finds("重庆路", typed), "{typed}");
        }
        assert!(finds("长乐路", "cll"));
        assert!(finds("长乐路", "zhangle"));
    }

    #[test]
    fn all_words_must_be_found_and_none_across_two_texts() {
        assert!(finds("柳河社区|南后街", "nhj lh"));
        assert!(!finds("柳河社区|南后街", "nhj xl"));
        assert!(!finds("柳河|社区", "lhsq"));
    }

    #[test]
    fn each_further_letter_only_narrows() {
        let whole = "zhuangheshequ";
        for end in 1..=whole.len() {
            assert!(finds("状河社区", &whole[..end]), "{}", &whole[..end]);
        }
        assert!(Needle::new("lhs").narrows(&Needle::new("lh")));
        assert!(!Needle::new("lx").narrows(&Needle::new("lh")));
    }
}

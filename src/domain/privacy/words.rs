//! Names and places that are known, found in a text however they are spaced and in whichever width they are written.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::super::text::ascii_twin;

/// So many blanks may stand between two signs of a name.
const BLANKS: usize = 3;

/// Words to be looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// By their first sign, the longest first, so that a word within another does not spoil it.
    by_first: BTreeMap<char, BTreeSet<Word>>,
}

/// A word behind how long it is.
type Word = (Reverse<usize>, Vec<char>);

impl Words {
    /// Learns a word of at least `least` signs; a shorter one stands in too many others.
    pub(super) fn learn(&mut self, word: &str, least: usize) {
        let signs: Vec<char> = word.chars().filter(|c| !is_blank(*c)).map(folded).collect();
        let Some(first) = signs.first().filter(|_| signs.len() >= least) else {
            return;
        };
        let alike = self.by_first.entry(*first).or_default();
        alike.insert((Reverse(signs.len()), signs));
    }

    /// What all of them have in common with others is not known any more.
    pub(super) fn forget(&mut self, others: &Self) {
        for (first, words) in &mut self.by_first {
            if let Some(others) = others.by_first.get(first) {
                words.retain(|w| !others.contains(w));
            }
        }
    }

    /// The text with each word replaced by what `with` makes of the word's first sign.
    pub(super) fn replace(&self, text: &str, with: impl Fn(char) -> String) -> String {
        if self.by_first.is_empty() {
            return text.to_owned();
        }
        let signs: Vec<char> = text.chars().collect();
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        while let Some(sign) = signs.get(at) {
            if let Some(end) = self.end_at(&signs, at) {
                out.push_str(&with(*sign));
                at = end;
            } else {
                out.push(*sign);
                at += 1;
            }
        }
        out
    }

    /// Where a word that begins at a place ends.
    fn end_at(&self, signs: &[char], at: usize) -> Option<usize> {
        let words = self.by_first.get(&folded(*signs.get(at)?))?;
        let before = at.checked_sub(1).and_then(|b| signs.get(b));
        words.iter().find_map(|(_, word)| {
            let end = end_of(word, signs, at)?;
            let cuts = |outside: Option<&char>, inside: Option<&char>| {
                outside.is_some_and(char::is_ascii_alphanumeric)
                    && inside.is_some_and(char::is_ascii_alphabetic)
            };
            // Letters within another word are none of a name; Chinese has no gaps between words.
            let is_whole = !cuts(before, word.first()) && !cuts(signs.get(end), word.last());
            is_whole.then_some(end)
        })
    }
}

fn end_of(word: &[char], signs: &[char], at: usize) -> Option<usize> {
    let mut place = at;
    for (n, wanted) in word.iter().enumerate() {
        let mut blanks = 0;
        while n > 0 && blanks < BLANKS && signs.get(place).is_some_and(|c| is_blank(*c)) {
            place += 1;
            blanks += 1;
        }
        if folded(*signs.get(place)?) != *wanted {
            return None;
        }
        place += 1;
    }
    Some(place)
}

fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || sign == '·'
}

/// A full-width sign as its ASCII twin, a capital as a small letter.
fn folded(sign: char) -> char {
    ascii_twin(sign).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_however_it_is_spaced() {
        let mut words = Words::default();
        for word in ["李明", "欧阳 小明", "John Smith", "柳河路8号", "林"] {
            words.learn(word, 2);
        }
        for (said, shown) in [
            ("李明、李　明和李 明", "#、#和#"),
            ("找欧阳小明", "找#"),
            ("john  smith, Johnsmithson", "#, Johnsmithson"),
            ("柳河路８号漏水", "#漏水"),
            ("林先生的李子", "林先生的李子"),
            ("李\n\n\n\n明", "李\n\n\n\n明"),
            ("", ""),
        ] {
            assert_eq!(words.replace(said, |_| "#".to_owned()), shown, "{said}");
        }
        let mut few = words.clone();
        few.forget(&words);
        assert_eq!(few.replace("李明", |_| String::new()), "李明");
    }
}

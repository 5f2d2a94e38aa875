//! Numbers that are known to be somebody's, found in every way to write them.

use std::collections::BTreeSet;

use super::{LEAST, Run, TYPED, dialled, digit, joined, runs};

/// No number, whatever stands before and behind it, has more digits.
const MOST: usize = 24;

/// Short ones and parts of codes are found too, which would be taken for something else if they were not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Numbers {
    whole: BTreeSet<String>,
    /// Of fewer than [`LEAST`] digits: these stand in too many numbers to be looked for within one.
    short: BTreeSet<String>,
}

impl Numbers {
    /// Learns what a field for a number holds; it may hold several.
    pub(in super::super) fn learn(&mut self, field: &str) {
        let signs: Vec<char> = field.chars().collect();
        let runs = runs(&signs, digit);
        let mut rest = runs.as_slice();
        while !rest.is_empty() {
            let (number, after) = rest.split_at(joined(&signs, rest));
            let digits: String = number.iter().map(|r| r.digits.as_str()).collect();
            self.know(&dialled(&digits));
            for run in number {
                self.know(&run.digits);
            }
            rest = after;
        }
        self.know(&dialled(field));
        if self.whole.is_empty() && runs.len() == 1 {
            let alone = runs.into_iter().map(|r| r.digits);
            self.short.extend(alone.filter(|d| d.len() >= TYPED));
        }
    }

    fn know(&mut self, digits: &str) {
        if !(LEAST..=MOST).contains(&digits.len()) {
            return;
        }
        self.whole.insert(digits.to_owned());
        if digits.starts_with('0') {
            // Within the area the number is dialled without the area's own.
            let local = [3, 4].map(|area| digits.get(area..).unwrap_or(""));
            let local = local.into_iter().filter(|d| matches!(d.len(), 7 | 8));
            self.whole.extend(local.map(str::to_owned));
        }
    }

    /// What all of them have in common with others is not known any more.
    pub(in super::super) fn forget(&mut self, others: &Self) {
        self.whole.retain(|n| !others.whole.contains(n));
        self.short.retain(|n| !others.short.contains(n));
    }

    pub(super) fn least(&self) -> usize {
        if self.short.is_empty() { LEAST } else { TYPED }
    }

    /// How many of the runs make up a known number that begins in the first of them.
    pub(super) fn begin(&self, signs: &[char], runs: &[Run]) -> Option<usize> {
        let first = runs.first()?;
        if self.short.contains(&first.digits) && !first.after_letter {
            return Some(1);
        }
        if self.whole.is_empty() {
            return None;
        }
        let mut digits = String::new();
        for (count, run) in (1..).zip(runs.iter().take(joined(signs, runs))) {
            digits.push_str(&run.digits);
            let begins = 0..first.digits.len();
            let is_known = |from: usize| {
                let ends = from + LEAST..=digits.len().min(from + MOST);
                ends.filter_map(|to| digits.get(from..to))
                    .any(|d| self.whole.contains(d))
            };
            if begins.into_iter().any(is_known) {
                return Some(count);
            }
            if digits.len() > first.digits.len() + MOST {
                break;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Cover, known_in, numbers_in};
    use super::*;

    #[test]
    fn what_is_known_is_found_however_it_is_written() {
        for (field, said, shown) in [
            ("13912345678", "1-391-234-5678", "1-39*-***-5678"),
            ("139 1234 5678", "编号A13912345678B", "编号A139****5678B"),
            (
                "13912345678",
                "２０２６１３９１２３４５６７８",
                "２０２********５６７８",
            ),
            ("0591-22345678", "x22345678", "x******78"),
            ("13912345678/66880000", "x66880000", "x******00"),
            ("6688", "短号6688，门牌16688", "短号**88，门牌16688"),
            ("未留", "13 号", "13 号"),
        ] {
            let mut known = Numbers::default();
            known.learn(field);
            let masked = numbers_in(said, &known, Cover::Middle);
            assert_eq!(masked, shown, "{field} in {said}");
            assert_eq!(
                known_in(said, &known, Cover::Middle),
                shown,
                "{field} in {said}"
            );
            let erased = numbers_in(said, &known, Cover::Whole);
            assert_eq!(masked == said, erased == said);
        }
    }
}

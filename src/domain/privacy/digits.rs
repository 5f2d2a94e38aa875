//! Phone numbers as people write them: which runs of digits are one, and what stays of it.
//!
//! Full-width digits count as digits; a number may be broken by spaces, hyphens, dots and brackets, full-width ones too
//! (`139-1234-5678`, `（0591）8765 4321`).

mod known;

pub(super) use known::Numbers;

/// Digits of a number that stay in front and behind when it has at least [`LONG`]; of a shorter one [`TAIL`] stay behind.
const HEAD: usize = 3;
const END: usize = 4;
const LONG: usize = 10;
const TAIL: usize = 2;

/// From so many digits on a run may be a number that reaches somebody.
const LEAST: usize = 7;

/// The country's own code.
const COUNTRY: &str = "86";
/// So many digits may be meant as a part of a number.
const TYPED: usize = 4;

/// Signs that may stand between two parts of one number, and how many of them at most.
const GAP: usize = 3;

/// What becomes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cover {
    /// Its ends stay, so that who knows it knows it again.
    Middle,
    /// No digit stays.
    Whole,
}

/// A run of digits.
#[derive(Debug, Clone)]
struct Run {
    /// Where it lies in the text's signs.
    from: usize,
    to: usize,
    /// Its digits in ASCII.
    digits: String,
    /// A letter stands before it: part of a code, such as a case's number.
    after_letter: bool,
}

/// Masks every number of a text that is one: nothing else is expected there, so that other signs are masked as well.
pub(super) fn every_number(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let mut masked = signs.clone();
    // What was masked before stays as it is.
    let runs = runs(&signs, |c| if c == '*' { Some('0') } else { digit(c) });
    let mut rest = runs.as_slice();
    while !rest.is_empty() {
        let joined = joined(&signs, rest);
        let (number, after) = rest.split_at(joined);
        mask(&mut masked, number, Cover::Middle);
        rest = after;
    }
    for sign in &mut masked {
        if sign.is_alphabetic() {
            *sign = '*';
        }
    }
    masked.into_iter().collect()
}

/// Covers the phone numbers of a text: the known ones, and whatever looks like one.
pub(super) fn numbers_in(text: &str, known: &Numbers, cover: Cover) -> String {
    numbers(text, known, cover, |signs, rest| {
        let of_several = (2..=joined(signs, rest)).find(|n| is_broken_number(&rest[..*n]));
        of_several.or_else(|| rest.first().filter(|r| is_number(r)).map(|_| 1))
    })
}

/// Covers the known numbers of a text and no others.
pub(super) fn known_in(text: &str, known: &Numbers, cover: Cover) -> String {
    numbers(text, known, cover, |_, _| None)
}

fn numbers(
    text: &str,
    known: &Numbers,
    cover: Cover,
    looks_like_one: impl Fn(&[char], &[Run]) -> Option<usize>,
) -> String {
    // Most texts have no number at all.
    if text.chars().filter(|c| digit(*c).is_some()).count() < known.least() {
        return text.to_owned();
    }
    let signs: Vec<char> = text.chars().collect();
    let mut masked = signs.clone();
    let runs = runs(&signs, digit);
    let mut rest = runs.as_slice();
    while !rest.is_empty() {
        let found = known
            .begin(&signs, rest)
            .or_else(|| looks_like_one(&signs, rest));
        let (number, after) = rest.split_at(found.unwrap_or(1));
        if found.is_some() {
            mask(&mut masked, number, cover);
        }
        rest = after;
    }
    masked.into_iter().collect()
}

/// What is dialled to reach a number within the country, however it was written: its digits without the country's own code.
/// Equal for two ways to write one number.
pub(super) fn dialled(number: &str) -> String {
    let digits: String = number.chars().filter_map(digit).collect();
    let begins_abroad = number.trim_start().starts_with(['+', '＋']);
    let national = if begins_abroad {
        digits.strip_prefix(COUNTRY)
    } else {
        digits
            .strip_prefix("00")
            .and_then(|d| d.strip_prefix(COUNTRY))
    };
    match national {
        // A mobile number, or a landline whose trunk zero was kept.
        Some(rest) if rest.starts_with(['1', '0']) => rest.to_owned(),
        Some(rest) if !rest.is_empty() => format!("0{rest}"),
        Some(_) | None => digits,
    }
}

/// What is dialled for a text that is nothing but a number of at least [`TYPED`] digits; none for any other text.
pub(super) fn typed(text: &str) -> Option<String> {
    let is_number = text
        .chars()
        .all(|c| digit(c).is_some() || stands_between(c) || matches!(c, '+' | '＋'));
    let dialled = dialled(text);
    (is_number && dialled.len() >= TYPED).then_some(dialled)
}

/// May the sign stand between two parts of one number?
const fn stands_between(sign: char) -> bool {
    matches!(
        sign,
        ' ' | '\u{a0}' | '\u{3000}' | '-' | '－' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '.' | '．' | '·' | '(' | ')' | '（' | '）'
    )
}

/// The digit a sign stands for, in ASCII.
pub(super) fn digit(sign: char) -> Option<char> {
    match sign {
        '0'..='9' => Some(sign),
        '０'..='９' => char::from_u32(u32::from(sign) - 0xfee0),
        _ => None,
    }
}

fn runs(signs: &[char], digit: impl Fn(char) -> Option<char>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, sign) in signs.iter().enumerate() {
        let Some(digit) = digit(*sign) else {
            continue;
        };
        match runs.last_mut() {
            Some(run) if run.to == at => {
                run.to = at + 1;
                run.digits.push(digit);
            }
            Some(_) | None => {
                let before = at.checked_sub(1).and_then(|b| signs.get(b));
                runs.push(Run {
                    from: at,
                    to: at + 1,
                    digits: digit.to_string(),
                    after_letter: before.is_some_and(|c| c.is_ascii_alphanumeric() || *c == '_'),
                });
            }
        }
    }
    runs
}

/// How many of the runs hang together, with nothing but what may stand within a number between them; at least the first.
fn joined(signs: &[char], runs: &[Run]) -> usize {
    let hang = |(a, b): (&Run, &Run)| {
        let between = signs.get(a.to..b.from).unwrap_or(&[]);
        between.len() <= GAP && between.iter().all(|c| stands_between(*c))
    };
    1 + runs
        .iter()
        .zip(runs.iter().skip(1))
        .take_while(|pair| hang(*pair))
        .count()
}

/// A number in one piece. In a code only a mobile number is told from what else may stand there.
fn is_number(run: &Run) -> bool {
    is_mobile(&run.digits)
        || (run.digits.len() >= LEAST && !run.after_letter && !begins_as_date(&run.digits))
}

/// A mobile number in pieces, or a landline whose own number is in pieces behind its area's.
fn is_broken_number(runs: &[Run]) -> bool {
    let digits: String = runs.iter().map(|r| r.digits.as_str()).collect();
    let is_landline = || {
        let area = runs.first().map_or("", |r| r.digits.as_str());
        let own = digits.get(area.len()..).unwrap_or("");
        matches!(area.len(), 3 | 4)
            && area.starts_with('0')
            && matches!(own.len(), 7 | 8)
            && own.starts_with(|c| matches!(c, '2'..='8'))
    };
    is_mobile(&digits) || is_landline()
}

fn is_mobile(digits: &str) -> bool {
    digits.len() == 11
        && digits.starts_with('1')
        && digits.get(1..2).is_some_and(|second| second >= "3")
}

/// `20261123…`: a date, or a number that begins with one.
fn begins_as_date(digits: &str) -> bool {
    let part = |from, to| digits.get(from..to).unwrap_or("");
    let is_within =
        |text: &str, most: u32| text.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n));
    matches!(part(0, 2), "19" | "20") && is_within(part(4, 6), 12) && is_within(part(6, 8), 31)
}

/// Puts stars in the place of all digits, or of the middle ones, or of all but the last.
fn mask(signs: &mut [char], number: &[Run], cover: Cover) {
    let count: usize = number.iter().map(|r| r.digits.len()).sum();
    let (head, end) = match cover {
        Cover::Whole => (0, 0),
        Cover::Middle if count >= LONG => (HEAD, END),
        Cover::Middle => (0, TAIL),
    };
    let places = number.iter().flat_map(|r| r.from..r.to);
    for (n, place) in places.enumerate() {
        if n >= head
            && n + end < count
            && let Some(sign) = signs.get_mut(place)
        {
            *sign = '*';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        numbers_in(text, &Numbers::default(), Cover::Middle)
    }

    #[test]
    fn numbers_as_people_write_them_are_masked_in_texts() {
        for (said, shown) in [
            ("电话13912345678。", "电话139****5678。"),
            ("139-1234-5678", "139-****-5678"),
            ("139 1234 5678", "139 **** 5678"),
            ("+86 13912345678", "+86 139****5678"),
            ("8613912345678", "861******5678"),
            ("１３９１２３４５６７８", "１３９****５６７８"),
            ("tel13912345678x", "tel139****5678x"),
            ("0591-87654321", "059*-****4321"),
            ("059187654321", "059*****4321"),
            ("0591 8765 4321", "059* **** 4321"),
            ("（0591）8765－4321", "（059*）****－4321"),
            ("１３９　１２３４　５６７８", "１３９　****　５６７８"),
            ("139.1234.5678", "139.****.5678"),
            ("139 - 1234 - 5678", "139 - **** - 5678"),
            ("座机 87654321", "座机 ******21"),
            ("身份证 350102199001011234", "身份证 350***********1234"),
            ("13912345678/13800001111", "139****5678/138****1111"),
        ] {
            assert_eq!(plain(said), shown, "{said}");
        }
    }

    #[test]
    fn what_is_no_number_stays() {
        for said in [
            "FZ26112300012",
            "2026-11-23 09:00 起",
            "20261123",
            "20261123090000 截图",
            "2026-11-23 0830-1200",
            "2026.11.23 08.30",
            "（3）2026-11-23",
            "12345 热线",
            "100000 元",
            "38 栋 1204 室",
            "闽A12345",
            "没有数字",
            "",
        ] {
            assert_eq!(plain(said), said);
        }
    }

    #[test]
    fn a_field_for_a_number_shows_no_more_than_its_ends() {
        for (said, shown) in [
            ("13912345678", "139****5678"),
            ("139-1234-5678", "139-****-5678"),
            ("0591-87654321", "059*-****4321"),
            ("87654321", "******21"),
            ("6688", "**88"),
            ("林女士 13912345678", "*** 139****5678"),
            ("", ""),
        ] {
            assert_eq!(every_number(said), shown);
        }
    }

    #[test]
    fn two_ways_to_write_a_number_are_dialled_alike() {
        for (said, is) in [
            ("13912345678", "13912345678"),
            ("139-1234-5678", "13912345678"),
            ("+86 139 1234 5678", "13912345678"),
            ("008613912345678", "13912345678"),
            ("１３９１２３４５６７８", "13912345678"),
            ("0591-87654321", "059187654321"),
            ("(0591) 8765 4321", "059187654321"),
            ("+86 591 8765 4321", "059187654321"),
            ("+86 0591 8765 4321", "059187654321"),
            ("+86", "86"),
            ("未留", ""),
        ] {
            assert_eq!(dialled(said), is, "{said}");
        }
        assert_eq!(typed("139-1234").as_deref(), Some("1391234"));
        assert_eq!(typed("FZ26112300012"), None);
        assert_eq!(typed("123"), None);
    }
}

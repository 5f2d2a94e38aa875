//! The ways lists write a moment, all read on the office's clock.
//!
//! A text that is not plainly a date with a time is refused rather than guessed at. Called by `rows`.

use chrono::{DateTime, Datelike, NaiveDate};

use crate::domain::text;
use crate::domain::time::Stamp;

/// Excel's serial number of 1970-01-01.
const EPOCH_SERIAL: f64 = 25_569.0;
/// 2000-01-01 to 2100-01-01: a number outside is not meant as a date.
const SERIALS: std::ops::Range<f64> = 36_526.0..73_051.0;
/// No case is older.
const FIRST_YEAR: i32 = 1970;
const ZONE_SECONDS: i64 = 8 * 3600;

/// Reads a moment from text: ISO and RFC 3339, `2026/11/17 9:05`, `2026年11月16日 9时5分`, an Excel serial number written as
/// text, milliseconds since 1970; full-width digits are as good as ASCII ones.
#[must_use]
pub fn parse(written: &str) -> Option<Stamp> {
    let folded = text::fold(written);
    let t = folded.trim();
    scan(t)
        .or_else(|| with_offset(t))
        .or_else(|| bare_number(t))
}

/// Reads an Excel serial number, days since 1899-12-30, to the nearest second.
#[must_use]
pub fn from_serial(serial: f64) -> Option<Stamp> {
    if !SERIALS.contains(&serial) {
        return None;
    }
    // The range above keeps this far inside i64.
    #[allow(clippy::cast_possible_truncation)]
    let seconds = ((serial - EPOCH_SERIAL) * 86_400.0).round() as i64;
    Some(Stamp::from_unix(seconds - ZONE_SECONDS))
}

/// RFC 3339 with its offset; what has none is `scan`'s.
fn with_offset(t: &str) -> Option<Stamp> {
    let t = DateTime::parse_from_rfc3339(t).ok()?;
    (t.year() >= FIRST_YEAR).then(|| Stamp::from_micros(t.timestamp_micros()))
}

fn bare_number(t: &str) -> Option<Stamp> {
    if !t.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return None;
    }
    if t.len() == 13
        && let Ok(millis) = t.parse::<i64>()
    {
        return Some(Stamp::from_micros(millis.saturating_mul(1000)));
    }
    t.parse().ok().and_then(from_serial)
}

/// Reads a date and a time of day from left to right.
fn scan(t: &str) -> Option<Stamp> {
    let mut s = Scanner(t);
    let year = s.number(4, 4)?;
    let dash = s.any_of(&['-', '/', '.', '年'])?;
    let month = s.number(1, 2)?;
    s.any_of(&[if dash == '年' { '月' } else { dash }])?;
    let day = s.number(1, 2)?;
    if dash == '年' {
        s.any_of(&['日', '号'])?;
    }
    let mut apart = dash == '年';
    while s.any_of(&[' ', 'T']).is_some() {
        apart = true;
    }
    let mut half = s.half_of_day();
    if !apart {
        return None;
    }
    let hour = s.number(1, 2)?;
    let (minute, second) = if s.any_of(&[':']).is_some() {
        let minute = s.number(1, 2)?;
        (minute, s.any_of(&[':']).and_then(|_| s.number(1, 2)))
    } else {
        s.any_of(&['时', '点'])?;
        let minute = s.number(1, 2).unwrap_or(0);
        let _ = s.any_of(&['分']);
        let second = s.number(1, 2);
        let _ = s.any_of(&['秒']);
        (minute, second)
    };
    if second.is_some() && s.any_of(&['.']).is_some() {
        s.0 = s.0.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    s.0 = s.0.trim_start();
    half = half.or_else(|| s.half_of_day());
    if !s.0.is_empty() {
        return None;
    }
    let hour = match half {
        None => hour,
        Some(Half::Morning) if hour <= 12 => hour % 12,
        Some(Half::Afternoon) if hour < 12 => hour + 12,
        Some(Half::Afternoon) => hour,
        Some(Half::Morning) => return None,
    };
    let year = i32::try_from(year).ok().filter(|y| *y >= FIRST_YEAR)?;
    NaiveDate::from_ymd_opt(year, month, day)?
        .and_hms_opt(hour, minute, second.unwrap_or(0))
        .map(Stamp::from)
}

enum Half {
    Morning,
    Afternoon,
}

struct Scanner<'a>(&'a str);

impl Scanner<'_> {
    /// A run of digits; none, with nothing taken, when it is shorter or longer than allowed.
    fn number(&mut self, least: usize, most: usize) -> Option<u32> {
        let after = self.0.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = self.0.len() - after.len();
        let value = self.0.get(..digits)?;
        if digits < least || digits > most {
            return None;
        }
        self.0 = after;
        value.parse().ok()
    }

    fn any_of(&mut self, wanted: &[char]) -> Option<char> {
        let c = self.0.chars().next().filter(|c| wanted.contains(c))?;
        self.0 = self.0.get(c.len_utf8()..).unwrap_or_default();
        Some(c)
    }

    fn half_of_day(&mut self) -> Option<Half> {
        for (word, half) in [
            ("上午", Half::Morning),
            ("下午", Half::Afternoon),
            ("AM", Half::Morning),
            ("PM", Half::Afternoon),
        ] {
            if let Some(after) = self.0.strip_prefix(word) {
                self.0 = after.trim_start();
                return Some(half);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(s: &str) -> String {
        parse(s).map_or_else(|| "-".to_owned(), |t| t.to_string())
    }

    #[test]
    fn every_way_to_write_a_moment() {
        for (written, meant) in [
            ("2026-11-16 07:56:16", "2026-11-16T07:56:16+08:00"),
            ("2026-11-16T07:56", "2026-11-16T07:56:00+08:00"),
            ("2026-11-16T07:56:16+00:00", "2026-11-16T15:56:16+08:00"),
            ("2026-11-15T23:56:16Z", "2026-11-16T07:56:16+08:00"),
            ("2026/11/17 9:05", "2026-11-17T09:05:00+08:00"),
            ("2026.11.17 9:05:01.0", "2026-11-17T09:05:01+08:00"),
            ("46343.5", "2026-11-17T12:00:00+08:00"),
            ("46343.378472222", "2026-11-17T09:05:00+08:00"),
            ("2026年11月16日 9时5分", "2026-11-16T09:05:00+08:00"),
            ("2026年11月16日9点05分30秒", "2026-11-16T09:05:30+08:00"),
            ("2026年11月16日 09:05:30", "2026-11-16T09:05:30+08:00"),
            ("2026/11/16 下午 3:05", "2026-11-16T15:05:00+08:00"),
            ("2026/11/16 上午12:05", "2026-11-16T00:05:00+08:00"),
            ("2026/11/16 3:05 PM", "2026-11-16T15:05:00+08:00"),
            (
                "２０２６－１１－１６　０７：５６：１６",
                "2026-11-16T07:56:16+08:00",
            ),
            ("1794787000000", "2026-11-16T07:56:40+08:00"),
        ] {
            assert_eq!(read(written), meant, "{written}");
        }
    }

    #[test]
    fn what_is_no_moment() {
        for written in [
            "昨天下午",
            "",
            "2026-11-16",
            "2026-13-16 07:56",
            "2026-02-30 07:56",
            "2026-11-16 25:00",
            "2026-11-16 07:56:16 左右",
            "12",
            "1.5.2",
            "0026-11-16 07:56",
            "2026-11-1607:56",
            "2026-11-16 13:00 AM",
        ] {
            assert_eq!(read(written), "-", "{written}");
        }
    }
}

//! Times as a handler types them. Used by the prompt for a past time and by every form with a time in it.

use super::key::pressed_for;
use super::model::PastTime;
use crate::domain::time::Stamp;

/// Reads a time as a handler types it: `9:03`, `09:03:20` of today, `11-22 21:50` of this year, or in full.
#[must_use]
pub fn read_time(typed: &str, now: Stamp) -> Option<PastTime> {
    use chrono::Datelike as _;
    let typed: String = typed.trim().chars().map(pressed_for).collect();
    let today = now.date();
    let clock = |text: &str| {
        if text.split(':').next().is_some_and(|h| h.len() == 1) {
            format!("0{text}")
        } else {
            text.to_owned()
        }
    };
    let mut parts = typed.split([' ', 'T']).filter(|p| !p.is_empty());
    let full = match (parts.next(), parts.next(), parts.next()) {
        (Some(time), None, None) if time.contains(':') => format!("{today}T{}", clock(time)),
        (Some(date), Some(time), None) => {
            let numbers: Vec<&str> = date.split(['-', '/']).collect();
            match numbers.as_slice() {
                [month, day] => format!("{}-{month:0>2}-{day:0>2}T{}", today.year(), clock(time)),
                [year, month, day] => format!("{year}-{month:0>2}-{day:0>2}T{}", clock(time)),
                _ => return None,
            }
        }
        _ => return None,
    };
    let at = full.parse().ok()?;
    // `2026-11-22T21:50`: anything longer has seconds.
    let to_minute = full.len() == "2026-11-22T21:50".len();
    Some(PastTime { at, to_minute })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_type_them() {
        let now: Stamp = "2026-11-23T09:10:00".parse().unwrap();
        for (typed, meant) in [
            ("9:03", "2026-11-23T09:03:00"),
            ("09:03", "2026-11-23T09:03:00"),
            ("０９：０３", "2026-11-23T09:03:00"),
            ("9:03:20", "2026-11-23T09:03:20"),
            ("11-22 21:50", "2026-11-22T21:50:00"),
            ("11/2 7:50", "2026-11-02T07:50:00"),
            ("１１、２　７：５０", "2026-11-02T07:50:00"),
            ("2026-11-22 21:50", "2026-11-22T21:50:00"),
            ("2026-11-22T21:50:05", "2026-11-22T21:50:05"),
            ("2026-11-22T21:50:05+08:00", "2026-11-22T21:50:05"),
        ] {
            let meant: Stamp = meant.parse().unwrap();
            assert_eq!(read_time(typed, now).map(|t| t.at), Some(meant), "{typed}");
        }
        for (typed, to_minute) in [
            ("9:03", true),
            ("11/2 7:50", true),
            ("9:03:00", false),
            ("2026-11-22T21:50:05+08:00", false),
        ] {
            let read = read_time(typed, now).map(|t| t.to_minute);
            assert_eq!(read, Some(to_minute), "{typed}");
        }
        for typed in ["", "9", "903", "25:00", "13-40 09:00", "noon", "9:03 pm x"] {
            assert_eq!(read_time(typed, now), None, "{typed}");
        }
    }
}

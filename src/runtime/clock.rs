//! The one place that reads a clock.
//!
//! A clock shows the real time, stands still at a given moment (`--now`), or runs faster from a given moment (`demo`,
//! `ZHIBAN_SPEED`). Time is handed on in whole seconds. Called by `cli` and the loop of `runtime`; nothing else may
//! ask for the time.

#![allow(
    clippy::disallowed_methods,
    reason = "this is the place the others are sent to"
)]

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::domain::time::Stamp;

/// Where the present moment comes from.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The machine's clock, compared anew at each question, so that jumps are seen.
    Real,
    /// It stands still.
    Fixed(Stamp),
    /// It runs `speed` times as fast, from `origin` on.
    Fast {
        /// What it showed at the start.
        origin: Stamp,
        /// When the start was.
        started: Instant,
        /// How many times as fast.
        speed: u32,
    },
}

impl Clock {
    /// The clock that `--now` and `ZHIBAN_SPEED` ask for; both together run fast from that moment on.
    #[must_use]
    pub fn new(now: Option<Stamp>, speed: Option<u32>) -> Self {
        match (now, speed) {
            (_, Some(speed)) if speed > 1 => Self::running(now.unwrap_or_else(wall), speed),
            (Some(now), _) => Self::Fixed(now),
            (None, _) => Self::Real,
        }
    }

    /// A clock that shows `origin` now and runs `speed` times as fast.
    #[must_use]
    pub fn running(origin: Stamp, speed: u32) -> Self {
        Self::Fast {
            origin,
            started: Instant::now(),
            speed,
        }
    }

    /// The present moment, in whole seconds.
    #[must_use]
    pub fn now(&self) -> Stamp {
        self.exact().to_second()
    }

    /// The present moment to the microsecond.
    #[must_use]
    pub fn exact(&self) -> Stamp {
        match *self {
            Self::Real => wall(),
            Self::Fixed(at) => at,
            Self::Fast {
                origin,
                started,
                speed,
            } => {
                let passed = started.elapsed().saturating_mul(speed).as_micros();
                let passed = i64::try_from(passed).unwrap_or(i64::MAX);
                Stamp::from_micros(origin.micros().saturating_add(passed))
            }
        }
    }

    /// How many times as fast as the machine's clock it runs.
    #[must_use]
    pub const fn speed(&self) -> u32 {
        match *self {
            Self::Real | Self::Fixed(_) => 1,
            Self::Fast { speed, .. } => speed,
        }
    }

    /// How long to sleep until the clock shows `at`: none when it never will, zero when it already does.
    #[must_use]
    pub fn until(&self, at: Stamp) -> Option<Duration> {
        let ahead = at.micros_since(self.exact());
        let micros = u64::try_from(ahead).unwrap_or(0);
        match *self {
            Self::Fixed(_) if micros > 0 => None,
            Self::Fixed(_) | Self::Real => Some(Duration::from_micros(micros)),
            Self::Fast { speed, .. } => Some(Duration::from_micros(
                micros.div_ceil(u64::from(speed.max(1))),
            )),
        }
    }

    /// The present moment for measuring how long something took.
    #[must_use]
    pub fn instant() -> Instant {
        Instant::now()
    }
}

fn wall() -> Stamp {
    let micros = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |d| i64::try_from(d.as_micros()).unwrap_or(i64::MAX));
    Stamp::from_micros(micros)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_stands_still_and_never_reaches_later() {
        let at = Stamp::from_unix(1_000);
        let clock = Clock::new(Some(at), None);
        assert_eq!(clock.now(), at);
        assert_eq!(clock.until(at), Some(Duration::ZERO));
        assert_eq!(clock.until(at.plus_seconds(1)), None);
    }

    #[test]
    fn a_fast_clock_starts_where_it_is_told_and_sleeps_less() {
        let at = Stamp::from_unix(1_000);
        let clock = Clock::new(Some(at), Some(60));
        assert!(clock.now() >= at && clock.now() < at.plus_minutes(30));
        let sleep = clock.until(at.plus_minutes(60)).unwrap();
        assert!(sleep <= Duration::from_mins(1), "{sleep:?}");
    }
}

//! Whether the desk was there all the time: sleep, a stopped program and a clock that jumped, seen by comparing the wall clock
//! with the time that really passed.
//!
//! Asked at every wake of the store's thread.

use std::time::{Duration, Instant};

use super::clock::Clock;
use crate::domain::time::Stamp;

/// A wake that comes so much later than asked for was no busy moment.
const OVERSLEPT: Duration = Duration::from_secs(5);
/// Clocks that are set a little by the network are no jump.
const JUMP: i64 = 2_000_000;

/// What a look at the clock shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Nothing unusual.
    Awake,
    /// The program did not run from that moment on.
    Slept {
        /// When it was last awake.
        since: Stamp,
    },
    /// The clock jumped, or the machine slept: both look the same from inside.
    Jumped {
        /// When the clock was last looked at.
        since: Stamp,
        /// By how many seconds, back negative.
        by: i64,
    },
}

/// Remembers the last look.
#[derive(Debug, Clone, Copy)]
pub struct Wakefulness {
    wall: Stamp,
    instant: Instant,
}

impl Wakefulness {
    /// Awake from now on.
    #[must_use]
    pub fn new(clock: &Clock) -> Self {
        Self {
            wall: clock.exact(),
            instant: Clock::instant(),
        }
    }

    /// Looks again, after a sleep that was to last `asked` at the most.
    pub fn look(&mut self, clock: &Clock, asked: Duration) -> Seen {
        let before = *self;
        *self = Self::new(clock);
        let passed = self.instant.saturating_duration_since(before.instant);
        judge(before.wall, self.wall, passed, asked, clock.speed())
    }
}

fn judge(before: Stamp, now: Stamp, passed: Duration, asked: Duration, speed: u32) -> Seen {
    let passed_there = passed.saturating_mul(speed).as_micros();
    let passed_there = i64::try_from(passed_there).unwrap_or(i64::MAX);
    let by = now.micros_since(before).saturating_sub(passed_there);
    // Between the two readings a clock that runs fast goes far.
    if by.saturating_abs() > JUMP.saturating_mul(speed.into()) {
        return Seen::Jumped {
            since: before,
            by: by / 1_000_000,
        };
    }
    if passed > asked.saturating_add(OVERSLEPT) {
        return Seen::Slept { since: before };
    }
    Seen::Awake
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn at(seconds: i64) -> Stamp {
        Stamp::from_unix(seconds)
    }

    #[test]
    fn a_wake_in_time_is_nothing_unusual() {
        assert_eq!(judge(at(0), at(1), SECOND, SECOND, 1), Seen::Awake);
        assert_eq!(judge(at(0), at(60), SECOND, SECOND, 60), Seen::Awake);
        assert_eq!(judge(at(0), at(4), SECOND * 4, SECOND, 1), Seen::Awake);
    }

    #[test]
    fn a_stopped_program_and_a_sleeping_machine_are_seen() {
        let since = at(0);
        assert_eq!(
            judge(since, at(600), SECOND * 600, SECOND, 1),
            Seen::Slept { since }
        );
        // The monotonic clock stands still while the machine sleeps.
        let slept = judge(since, at(600), SECOND, SECOND, 1);
        assert_eq!(slept, Seen::Jumped { since, by: 599 });
        let back = judge(since, at(-3600), SECOND, SECOND, 1);
        assert_eq!(back, Seen::Jumped { since, by: -3601 });
    }
}

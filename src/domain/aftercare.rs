//! What is owed after the close: follow-ups, reworks, appeals and look-backs (C11-C13, R5, R10, R11), and when.
//!
//! A function of a case and its clocks. Called by `store` for the board and by the command line; says nothing about how
//! it is shown.

use super::case::Case;
use super::clock::Clock;
use super::ids::{ClockId, Number, Unit};
use super::queue::Row;
use super::time::{Date, Stamp};

/// What is owed, or may still be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// The same-day visit after a bad rating (C11).
    FollowUp,
    /// The work done anew after a bad rating (R10): at once.
    Rework,
    /// An appeal against a bad rating may still be filed (C12).
    AppealWindow,
    /// An appeal waits for its decision (R5).
    AppealOpen,
    /// A visit to see whether it holds (C13).
    LookBack,
}

impl What {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::FollowUp,
        Self::Rework,
        Self::AppealWindow,
        Self::AppealOpen,
        Self::LookBack,
    ];

    /// The word in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FollowUp => "follow_up",
            Self::Rework => "rework",
            Self::AppealWindow => "appeal",
            Self::AppealOpen => "appeal_decision",
            Self::LookBack => "look_back",
        }
    }

    /// The rule it goes back to.
    #[must_use]
    pub const fn rule(self) -> &'static str {
        match self {
            Self::FollowUp => "C11",
            Self::Rework => "R10",
            Self::AppealWindow => "C12",
            Self::AppealOpen => "R5",
            Self::LookBack => "C13",
        }
    }
}

/// One thing that is owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// What.
    pub what: What,
    /// The unit it binds, while one leads.
    pub unit: Option<Unit>,
    /// From when on: the rating, the appeal, the close.
    pub since: Stamp,
    /// By when; none for what is owed at once without a limit.
    pub due: Option<Stamp>,
}

/// A case with what is owed on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owing {
    /// Its row.
    pub row: Row,
    /// How many facts it has.
    pub version: u64,
    /// What is owed, in the order of [`What`].
    pub duties: Vec<Duty>,
}

impl Owing {
    /// 件号.
    #[must_use]
    pub const fn number(&self) -> &Number {
        &self.row.number
    }
}

/// When something is owed, seen from a moment; in the order of urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// Its due time has passed.
    Overdue,
    /// At once, without a limit.
    AtOnce,
    /// Today.
    Today,
    /// By Sunday (O1: a week ends there).
    ThisWeek,
    /// By the end of the month.
    ThisMonth,
    /// Later.
    Later,
}

impl When {
    /// The word in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::AtOnce => "at_once",
            Self::Today => "today",
            Self::ThisWeek => "this_week",
            Self::ThisMonth => "this_month",
            Self::Later => "later",
        }
    }
}

impl Duty {
    /// When it is owed, as `now` sees it.
    #[must_use]
    pub fn when(&self, now: Stamp) -> When {
        let Some(due) = self.due else {
            return When::AtOnce;
        };
        let today = now.date();
        let week_end = now.day_number() + 6 - (now.day_number() + 3).rem_euclid(7);
        let month = |date: Date| date.format("%Y-%m").to_string();
        if due < now {
            When::Overdue
        } else if due.date() == today {
            When::Today
        } else if due.day_number() <= week_end {
            When::ThisWeek
        } else if month(due.date()) == month(today) {
            When::ThisMonth
        } else {
            When::Later
        }
    }

    /// The day of the calendar on which it stands: that of its due time; what is owed at once stands on every today.
    #[must_use]
    pub fn day(&self, now: Stamp) -> Date {
        self.due.unwrap_or(now).date()
    }
}

/// What is owed on a case as of `now`. Nothing on one that was withdrawn.
#[must_use]
pub fn duties(case: &Case, clocks: &[Clock], now: Stamp) -> Vec<Duty> {
    if case.voided.is_some() {
        return Vec::new();
    }
    let pending = |id: ClockId, what: What| {
        clocks
            .iter()
            .filter(move |c| c.id == id && c.is_pending())
            .filter(move |c| !id.is_window() || c.due.is_some_and(|due| due >= now))
            .filter_map(move |c| {
                Some(Duty {
                    what,
                    unit: c.unit.clone(),
                    since: c.base?,
                    due: Some(c.due?),
                })
            })
    };
    let at_once = |what, since| Duty {
        what,
        unit: case.lead_unit().cloned(),
        since,
        due: None,
    };
    // A rework answers for every bad rating before it.
    let reworked = |rated: Stamp| case.reworks.iter().any(|at| *at >= rated);
    let rework = case
        .standing_bad_ratings()
        .find(|rating| !reworked(rating.at))
        .map(|rating| at_once(What::Rework, rating.at));
    let open = case.appeals.get(case.appeal_decisions.len()..);
    let open = open.and_then(<[Stamp]>::first);
    let mut duties: Vec<Duty> = pending(ClockId::C11, What::FollowUp).collect();
    duties.extend(rework);
    duties.extend(pending(ClockId::C12, What::AppealWindow));
    duties.extend(open.map(|at| at_once(What::AppealOpen, *at)));
    duties.extend(pending(ClockId::C13, What::LookBack));
    duties
}

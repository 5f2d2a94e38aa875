//! The clocks C1-C13: what is owed, by whom, counted from when, due when, met when.
//!
//! A clock is a value made of the facts alone (`reckon` makes it); the present moment enters only where it is asked for
//! its state, so that time passing moves no due time. Called by `verdict`, `reminder`, `queue`, `store` and the case page.

use super::ids::{Actor, ClockId, Post, State, Unit};
use super::time::Stamp;

/// A section of the regulation (南办〔2024〕40号) that a clock comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// 一
    Sign,
    /// 二
    Dispatch,
    /// 三
    Handle,
    /// 四
    Reply,
    /// 五
    Appeal,
}

impl Section {
    /// The sections that set a clock.
    #[must_use]
    pub const fn of(id: ClockId) -> &'static [Self] {
        match id {
            ClockId::C1 | ClockId::C3 => &[Self::Sign],
            ClockId::C2 | ClockId::C2i | ClockId::C4 | ClockId::C5 => &[Self::Dispatch],
            ClockId::C6 | ClockId::C7 => &[Self::Handle, Self::Reply],
            ClockId::C8 | ClockId::C11 | ClockId::C13 => &[Self::Handle],
            ClockId::C9 | ClockId::C10 => &[Self::Reply],
            ClockId::C12 => &[Self::Appeal],
        }
    }
}

/// Who answers for a clock, without an allocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answers {
    /// A post.
    Post(Post),
    /// A unit.
    Unit(Unit),
    /// A post and a unit together (W1).
    Both(Post, Unit),
}

impl Answers {
    /// As the list that JSON shows.
    #[must_use]
    pub fn actors(&self) -> Vec<Actor> {
        match self {
            Self::Post(p) => vec![Actor::Post(*p)],
            Self::Unit(u) => vec![Actor::Unit(u.clone())],
            Self::Both(p, u) => vec![Actor::Post(*p), Actor::Unit(u.clone())],
        }
    }
}

/// What sets the close time (C6, S5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueBy {
    /// The rule.
    Rule,
    /// The platform's own figure.
    Platform,
    /// A granted extension.
    Extension,
}

/// What ended a clock before it was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Nothing: it runs on.
    Open,
    /// It never counted, or was taken away (S10, S11, `already`).
    Void,
    /// The close (S10): past due by then it stays late by that much, else it is void.
    Close(Stamp),
}

/// One clock of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Which rule.
    pub id: ClockId,
    /// The unit it binds (S1).
    pub unit: Option<Unit>,
    /// From when on it exists; none while the event that gives its base has not happened.
    pub start: Option<Stamp>,
    /// What it counts from.
    pub base: Option<Stamp>,
    /// When it is due.
    pub due: Option<Stamp>,
    /// When it was met.
    pub met: Option<Stamp>,
    /// What ended it.
    pub end: End,
    /// When that end came, where it has a moment.
    pub ended: Option<Stamp>,
    /// Who answers, or would, as things stand (S2).
    pub answers: Answers,
    /// What sets the due time.
    pub due_by: DueBy,
}

impl Clock {
    /// The state at a moment (T11, S10).
    #[must_use]
    pub fn state(&self, now: Stamp) -> State {
        Self::state_of(self.id, self.start, self.due, self.met, self.end, now)
    }

    /// The state of a clock by its parts, for those who keep no whole clock.
    #[must_use]
    pub fn state_of(
        id: ClockId,
        start: Option<Stamp>,
        due: Option<Stamp>,
        met: Option<Stamp>,
        end: End,
        now: Stamp,
    ) -> State {
        let (Some(start), Some(due)) = (start, due) else {
            return if end == End::Open {
                State::Waiting
            } else {
                State::Void
            };
        };
        if end == End::Void {
            return State::Void;
        }
        if let Some(met) = met {
            return if met <= due { State::Met } else { State::Late };
        }
        let past = if id.is_window() {
            State::Expired
        } else {
            State::Overdue
        };
        match end {
            End::Close(at) if at > due => past,
            End::Close(_) | End::Void => State::Void,
            End::Open if start > now => State::Waiting,
            End::Open if now > due => past,
            End::Open => State::Running,
        }
    }

    /// The moment from which on the clock no longer matters: met, taken away, or closed over (S15).
    #[must_use]
    pub fn over(&self) -> Option<Stamp> {
        self.met.or(self.ended)
    }

    /// Is something still owed: not met, not ended?
    #[must_use]
    pub fn is_pending(&self) -> bool {
        self.met.is_none() && self.end == End::Open
    }

    /// Pending, started by some fact, and an obligation: what decides a case's place in the queue.
    #[must_use]
    pub fn is_owed(&self) -> bool {
        self.is_pending() && !self.id.is_window() && self.due.is_some()
    }
}

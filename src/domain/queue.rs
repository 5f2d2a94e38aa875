//! A case as a row of the queue: what the main screen and `list` show, small enough to hold ten thousand.
//!
//! Rows do not change as time passes: a cell keeps when it starts, is due and was met, and its state follows from the
//! moment it is drawn. Made by `row`; kept by the store's projection; shown by `app`.

use std::collections::BTreeSet;

use super::case::Case;
use super::clock::{Answers, Clock, End};
use super::ids::{ClockId, Community, Kind, Number, Stage, State, Tag, Unit};
use super::reconcile;
use super::rules::Rules;
use super::step::{self, Plan};
use super::time::Stamp;

/// One countdown of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Which rule.
    pub id: ClockId,
    /// From when on it runs; none: not started.
    pub start: Option<Stamp>,
    /// When it is due.
    pub due: Option<Stamp>,
    /// When it was met.
    pub met: Option<Stamp>,
    /// What ended it.
    pub end: End,
    /// The unit was phoned about its sign in time: it alone answers when that is late (W1).
    pub reminded: bool,
}

impl Cell {
    /// The part of a clock that a countdown needs.
    #[must_use]
    pub fn of(clock: &Clock) -> Self {
        Self {
            id: clock.id,
            start: clock.start,
            due: clock.due,
            met: clock.met,
            end: clock.end,
            reminded: clock.id == ClockId::C3 && matches!(clock.answers, Answers::Unit(_)),
        }
    }

    /// The state at a moment; the same as the clock's own.
    #[must_use]
    pub fn state(&self, now: Stamp) -> State {
        Clock::state_of(self.id, self.start, self.due, self.met, self.end, now)
    }
}

/// The five countdown columns of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// C1.
    Sign,
    /// C2, C2i.
    Dispatch,
    /// C3: the most urgent of the units.
    UnitSign,
    /// C7, or the C8 that is open.
    Reply,
    /// C6.
    Close,
}

impl Column {
    /// All five in the order of the screen.
    pub const ALL: [Self; 5] = [
        Self::Sign,
        Self::Dispatch,
        Self::UnitSign,
        Self::Reply,
        Self::Close,
    ];
}

/// A row of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// 件号.
    pub number: Number,
    /// What sort of case.
    pub kind: Kind,
    /// Where the matter lies.
    pub community: Option<Community>,
    /// The stage; `Closed` also when aftercare is owed, see [`Row::stage`].
    pub base_stage: Stage,
    /// The subject, the citizen masked.
    pub title: String,
    /// The address, the citizen masked.
    pub address: String,
    /// When it was received.
    pub received: Stamp,
    /// Tags that stand.
    pub tags: BTreeSet<Tag>,
    /// Units on the case, the lead first.
    pub units: Vec<Unit>,
    /// The five countdowns, in the order of [`Column::ALL`]; none where the case has no such clock.
    pub cells: [Option<Cell>; 5],
    /// The owed clock that is due first.
    pub next: Option<Cell>,
    /// Whether a C11 or C13 is still owed (S13).
    pub aftercare: bool,
    /// Whether the platform's list has still to confirm a sign, a dispatch or a close of ours (R9).
    pub unconfirmed: bool,
    /// What is to be done next, and what time alone will bring.
    pub plan: Plan,
}

impl Row {
    /// The stage as shown (S13).
    #[must_use]
    pub const fn stage(&self) -> Stage {
        shown(self.base_stage, self.aftercare)
    }

    /// The clocks it shows, the one that is due first among them once more.
    pub fn shown(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().chain([&self.next]).flatten()
    }

    /// Whether more may be owed than it shows: what follows a close or a tag, and the signs of several units, have no column.
    #[must_use]
    pub fn may_owe_more(&self) -> bool {
        let consults = [Tag::Repeat, Tag::Difficult];
        self.aftercare || self.units.len() > 1 || consults.iter().any(|t| self.tags.contains(t))
    }

    /// Does it stand in the queue: neither void, nor closed with nothing owed after (S13)?
    #[must_use]
    pub const fn is_in_queue(&self) -> bool {
        !self.stage().is_ended()
    }
}

/// The row of a case with its clocks.
#[must_use]
pub fn row(case: &Case, clocks: &[Clock], rules: &Rules) -> Row {
    let mask = case.mask();
    Row {
        number: case.number.clone(),
        kind: case.facts.kind,
        community: case.facts.community.clone(),
        base_stage: case.stage(),
        title: mask.text(&case.facts.title),
        address: mask.text(&case.facts.address),
        received: case.received_at,
        tags: case.tags.clone(),
        units: case.units().cloned().collect(),
        cells: Column::ALL.map(|column| cell(column, clocks)),
        next: next(clocks).map(Cell::of),
        aftercare: owes_aftercare(clocks),
        unconfirmed: reconcile::unconfirmed_steps(case).next().is_some(),
        plan: step::plan(case, clocks, rules),
    }
}

/// The owed clock that is due first: what decides a case's place.
#[must_use]
pub fn next(clocks: &[Clock]) -> Option<&Clock> {
    clocks.iter().filter(|c| c.is_owed()).min_by_key(|c| c.due)
}

/// The stage as shown (S13): a closed case with a follow-up or look-back still owed is in aftercare.
#[must_use]
pub fn stage(case: &Case, clocks: &[Clock]) -> Stage {
    shown(case.stage(), owes_aftercare(clocks))
}

fn owes_aftercare(clocks: &[Clock]) -> bool {
    let owed = |c: &Clock| matches!(c.id, ClockId::C11 | ClockId::C13) && c.is_owed();
    clocks.iter().any(owed)
}

const fn shown(stage: Stage, aftercare: bool) -> Stage {
    if aftercare && matches!(stage, Stage::Closed) {
        Stage::Aftercare
    } else {
        stage
    }
}

/// The clock that a column shows: of several the one still owed that is due first, else the last.
fn cell(column: Column, clocks: &[Clock]) -> Option<Cell> {
    let of_column = |c: &&Clock| match column {
        Column::Sign => c.id == ClockId::C1,
        Column::Dispatch => matches!(c.id, ClockId::C2 | ClockId::C2i),
        Column::UnitSign => c.id == ClockId::C3,
        Column::Reply => matches!(c.id, ClockId::C7 | ClockId::C8),
        Column::Close => c.id == ClockId::C6,
    };
    let owed = clocks
        .iter()
        .filter(of_column)
        .filter(|c| c.is_owed())
        .min_by_key(|c| c.due);
    owed.or_else(|| clocks.iter().rfind(of_column))
        .map(Cell::of)
}

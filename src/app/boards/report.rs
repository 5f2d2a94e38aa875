//! The reports on the screen: the summary of a day, the bulletin of a week or a month, the ladder of a month.
//!
//! The figures come whole from the store; here is which of them is up, what is in hand and what is being asked for.

use super::{Shown, headed};
use crate::app::text_field::TextField;
use crate::domain::day_summary::{DaySummary, Missed, Open};
use crate::domain::decide::Refusal;
use crate::domain::ids::{Number, Unit};
use crate::domain::oversight::{Bulletin, Ladder, Lapse, OnLadder, Ranked, Subject};
use crate::domain::period::Period;
use crate::domain::policy::Step;
use crate::domain::time::{Date, Stamp};

/// Which report of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The summary of a day.
    Day(Date),
    /// The bulletin of a week or a month.
    Bulletin(Period),
    /// The ladder of a month.
    Ladder(Period),
}

/// What the store says.
#[derive(Debug, Clone)]
pub enum Figures {
    /// The summary of a day.
    Day(Box<DaySummary>),
    /// The bulletin.
    Bulletin(Box<Bulletin>),
    /// The ladder.
    Ladder(Box<Ladder>),
}

/// What of a report is up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Face {
    /// The day at a glance.
    Overview,
    /// What was missed on the day.
    Late,
    /// What is overdue, and what falls due tomorrow.
    Due,
    /// The day by community and kind.
    Groups,
    /// The units by place.
    Ranking,
    /// One unit of the ranking, with the cases that cost it points.
    Unit(Unit),
    /// The period by community and kind, repeats, satisfaction, faults.
    Parts,
    /// Everybody on the ladder.
    Standings,
    /// One of them, with the cases that brought it there.
    Who(Subject),
}

/// What a line stands for: the hand is held by it, so that new figures put the hand on no other line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// A case, the moment of the line, and its place among those of one case and moment: a reply and a close may be due at
    /// once, and so may two units' signs.
    Case(Number, Stamp, usize),
    /// A unit.
    Unit(Unit),
    /// Somebody on the ladder.
    Who(Subject),
}

/// A line that can be opened.
#[derive(Debug, Clone, Copy)]
pub enum Entry<'a> {
    /// An obligation missed on the day.
    Missed(&'a Missed),
    /// Something overdue.
    Overdue(&'a Open),
    /// Something due tomorrow.
    Tomorrow(&'a Open),
    /// A unit of the ranking.
    Ranked(&'a Ranked),
    /// A lapse.
    Lapse(&'a Lapse),
    /// Somebody on the ladder.
    Who(&'a OnLadder),
}

/// The heading above some lines of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// None.
    None,
    /// What is overdue.
    Overdue,
    /// What falls due tomorrow.
    Tomorrow,
}

/// What is about to be logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The day is handed over, with a note.
    HandOver(Date),
    /// A step was carried out against somebody.
    StepDone {
        /// Against whom.
        who: Subject,
        /// The steps that may be meant, the furthest first.
        steps: Vec<Step>,
        /// Which of them.
        chosen: usize,
    },
}

/// An act before it is sent: what is typed stays until the writer has taken it.
#[derive(Debug, Clone)]
pub struct Ask {
    /// What is to be logged.
    pub act: Act,
    /// What is said about it.
    pub field: TextField,
    /// Why the writer refused it last.
    pub refused: Option<Refusal>,
    /// Waiting for the writer.
    pub sent: bool,
}

/// The board.
#[derive(Debug, Clone)]
pub struct ReportBoard {
    /// What is asked for.
    pub asked: Asked,
    /// When the figures were read, and what they are; none while they are being read.
    pub figures: Option<(Stamp, Figures)>,
    /// What of it is up.
    pub face: Face,
    /// What is in hand.
    pub hand: Option<Key>,
    /// How many lines of a text are scrolled away above.
    pub scroll: usize,
    /// What is being asked for.
    pub asking: Option<Ask>,
}

impl Asked {
    /// The same for the period before, or after where `later`.
    #[must_use]
    pub fn moved(self, later: bool) -> Self {
        let step = |period: Period| {
            if later {
                period.after()
            } else {
                period.before(1)
            }
        };
        match self {
            Self::Day(date) => Self::Day(step(Period::Day(date)).first_day()),
            Self::Bulletin(period) => Self::Bulletin(step(period)),
            Self::Ladder(period) => Self::Ladder(step(period)),
        }
    }

    /// The bulletin of the month in which a week ends, or of the week in which a month does; for a period that still runs,
    /// of the one that holds today.
    #[must_use]
    pub fn other_length(self, today: Date) -> Self {
        let Self::Bulletin(period) = self else {
            return self;
        };
        let within = period.last_day().min(today.max(period.first_day()));
        Self::Bulletin(match period {
            Period::Month(_) => Period::week_of(within),
            Period::Week(_) | Period::Day(_) => Period::month_of(within),
        })
    }

    /// The period.
    #[must_use]
    pub const fn period(self) -> Period {
        match self {
            Self::Day(date) => Period::Day(date),
            Self::Bulletin(period) | Self::Ladder(period) => period,
        }
    }

    /// The faces beside each other, the first of which comes up.
    #[must_use]
    pub const fn faces(self) -> &'static [Face] {
        match self {
            Self::Day(_) => &[Face::Overview, Face::Late, Face::Due, Face::Groups],
            Self::Bulletin(_) => &[Face::Ranking, Face::Parts],
            Self::Ladder(_) => &[Face::Standings],
        }
    }
}

impl Face {
    /// Is it a text that is scrolled, without a hand in it?
    #[must_use]
    pub const fn is_text(&self) -> bool {
        match self {
            Self::Overview | Self::Groups | Self::Parts => true,
            Self::Late
            | Self::Due
            | Self::Ranking
            | Self::Unit(_)
            | Self::Standings
            | Self::Who(_) => false,
        }
    }

    /// The line from which it was opened, and the face that holds it; none for one that stands beside others.
    #[must_use]
    pub fn above(&self) -> Option<(Self, Key)> {
        match self {
            Self::Unit(unit) => Some((Self::Ranking, Key::Unit(unit.clone()))),
            Self::Who(who) => Some((Self::Standings, Key::Who(who.clone()))),
            Self::Overview
            | Self::Late
            | Self::Due
            | Self::Groups
            | Self::Ranking
            | Self::Parts
            | Self::Standings => None,
        }
    }
}

impl Entry<'_> {
    fn key(&self) -> Key {
        let case = |number: &Number, at| Key::Case(number.clone(), at, 0);
        match self {
            Self::Missed(missed) => case(&missed.number, missed.due),
            Self::Overdue(open) | Self::Tomorrow(open) => case(&open.number, open.due),
            Self::Ranked(ranked) => Key::Unit(ranked.unit.clone()),
            Self::Lapse(lapse) => case(&lapse.number, lapse.at),
            Self::Who(on_ladder) => Key::Who(on_ladder.who.clone()),
        }
    }

    /// The case it is about.
    #[must_use]
    pub const fn case(&self) -> Option<&Number> {
        match self {
            Self::Missed(missed) => Some(&missed.number),
            Self::Overdue(open) | Self::Tomorrow(open) => Some(&open.number),
            Self::Lapse(lapse) => Some(&lapse.number),
            Self::Ranked(_) | Self::Who(_) => None,
        }
    }

    /// The heading it stands under.
    #[must_use]
    pub const fn head(&self) -> Head {
        match self {
            Self::Overdue(_) => Head::Overdue,
            Self::Tomorrow(_) => Head::Tomorrow,
            Self::Missed(_) | Self::Ranked(_) | Self::Lapse(_) | Self::Who(_) => Head::None,
        }
    }
}

/// What each of the lines stands for; all of them different.
fn keys(entries: &[Entry<'_>]) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::with_capacity(entries.len());
    for entry in entries {
        let mut key = entry.key();
        // Lines of one case and moment stand beside each other.
        if let (Key::Case(number, at, nth), Some(Key::Case(before, then, last))) =
            (&mut key, keys.last())
            && (&*number, &*at) == (before, then)
        {
            *nth = last + 1;
        }
        keys.push(key);
    }
    keys
}

/// The lines of a list with the headings that some of them stand under.
#[must_use]
pub fn shown(entries: &[Entry<'_>]) -> Vec<Shown> {
    let mut shown = headed(entries.iter().map(Entry::head));
    shown.retain(|line| match line {
        Shown::Head(place) => entries.get(*place).is_some_and(|e| e.head() != Head::None),
        Shown::Entry(_) => true,
    });
    shown
}

impl Act {
    /// Is it the same, whatever is chosen in it?
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::HandOver(here), Self::HandOver(there)) => here == there,
            (Self::StepDone { who: here, .. }, Self::StepDone { who: there, .. }) => here == there,
            (Self::HandOver(_), Self::StepDone { .. })
            | (Self::StepDone { .. }, Self::HandOver(_)) => false,
        }
    }
}

impl ReportBoard {
    /// The board before its figures are read.
    #[must_use]
    pub fn new(asked: Asked) -> Self {
        Self {
            face: asked.faces().first().cloned().unwrap_or(Face::Overview),
            asked,
            figures: None,
            hand: None,
            scroll: 0,
            asking: None,
        }
    }

    /// The summary of the day, once it is read.
    #[must_use]
    pub fn day(&self) -> Option<&DaySummary> {
        match &self.figures {
            Some((_, Figures::Day(summary))) => Some(summary),
            Some((_, Figures::Bulletin(_) | Figures::Ladder(_))) | None => None,
        }
    }

    /// The bulletin, once it is read.
    #[must_use]
    pub fn bulletin(&self) -> Option<&Bulletin> {
        match &self.figures {
            Some((_, Figures::Bulletin(bulletin))) => Some(bulletin),
            Some((_, Figures::Day(_) | Figures::Ladder(_))) | None => None,
        }
    }

    /// The ladder, once it is read.
    #[must_use]
    pub fn ladder(&self) -> Option<&Ladder> {
        match &self.figures {
            Some((_, Figures::Ladder(ladder))) => Some(ladder),
            Some((_, Figures::Day(_) | Figures::Bulletin(_))) | None => None,
        }
    }

    /// Somebody on the ladder.
    #[must_use]
    pub fn on_ladder(&self, who: &Subject) -> Option<&OnLadder> {
        self.ladder()?.subjects.iter().find(|s| s.who == *who)
    }

    /// A unit of the ranking.
    #[must_use]
    pub fn ranked(&self, unit: &Unit) -> Option<&Ranked> {
        self.bulletin()?.ranking.iter().find(|r| r.unit == *unit)
    }

    /// The lines of the list that is up; none in a text.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let day = self.day();
        match &self.face {
            Face::Overview | Face::Groups | Face::Parts => Vec::new(),
            Face::Late => {
                let missed = day.into_iter().flat_map(|day| &day.breaches);
                missed.map(Entry::Missed).collect()
            }
            Face::Due => {
                let overdue = day.into_iter().flat_map(|day| &day.overdue);
                let tomorrow = day.into_iter().flat_map(|day| &day.due_tomorrow);
                let tomorrow = tomorrow.map(Entry::Tomorrow);
                overdue.map(Entry::Overdue).chain(tomorrow).collect()
            }
            Face::Ranking => {
                let ranking = self.bulletin().into_iter().flat_map(|b| &b.ranking);
                ranking.map(Entry::Ranked).collect()
            }
            Face::Unit(unit) => {
                let lapses = self.bulletin().into_iter().flat_map(|b| &b.lapses);
                let own = lapses.filter(|lapse| lapse.is_of(unit));
                own.map(Entry::Lapse).collect()
            }
            Face::Standings => {
                let subjects = self.ladder().into_iter().flat_map(|l| &l.subjects);
                subjects.map(Entry::Who).collect()
            }
            Face::Who(who) => {
                let lapses = self.on_ladder(who).into_iter().flat_map(|s| &s.lapses);
                lapses.map(Entry::Lapse).collect()
            }
        }
    }

    /// The place of the hand among the lines.
    #[must_use]
    pub fn in_hand(&self, entries: &[Entry<'_>]) -> usize {
        let held = self.hand.as_ref();
        held.and_then(|hand| keys(entries).iter().position(|key| key == hand))
            .unwrap_or(0)
    }

    /// Moves the hand to a place, to the last one at the most.
    pub fn put_hand(&mut self, place: usize) {
        let mut keys = keys(&self.entries());
        let place = place.min(keys.len().saturating_sub(1));
        self.hand = (place < keys.len()).then(|| keys.swap_remove(place));
    }

    /// The line in hand.
    #[must_use]
    pub fn held(&self) -> Option<Entry<'_>> {
        let entries = self.entries();
        entries.get(self.in_hand(&entries)).copied()
    }

    /// Turns to a face, with the hand on a line of it, or on the first.
    pub fn turn_to(&mut self, face: Face, hand: Option<Key>) {
        self.face = face;
        self.hand = hand;
        self.scroll = 0;
    }
}

//! The words that the case's page and its dossier share: where a clock comes from, who answers, what a fact says, and when
//! and where it was keyed.

use super::{Texts, say};
use crate::domain::case::Done;
use crate::domain::clock::{Answers, Section};
use crate::domain::event::{Event, Logged};
use crate::domain::ids::{Actor, ClockId};
use crate::domain::time::Stamp;
use crate::domain::verdict::Breach;

/// A fact keyed so much later or earlier than it happened says when it was keyed, in seconds.
const KEYED_APART: i64 = 60;

/// So much of a desk's id tells it from the other desks of an office.
const SHORT_DESK: usize = 4;

impl Texts {
    /// Who answers for a clock.
    #[must_use]
    pub fn answers(&self, answers: &Answers) -> String {
        match answers {
            Answers::Post(post) => say!(self, "page-answers", who = self.post(*post)),
            Answers::Unit(unit) => say!(self, "page-answers", who = unit.as_str()),
            Answers::Both(post, unit) => say!(
                self,
                "page-answers-both",
                post = self.post(*post),
                unit = unit.as_str()
            ),
        }
    }

    /// Why it is they who answer, where more than the clock decides it (W1, W2).
    #[must_use]
    pub fn why(&self, breach: &Breach) -> Option<String> {
        let replied = breach.because.iter().any(|b| b.event == "replied");
        match (breach.id, &breach.answers) {
            (ClockId::C3, Answers::Both(..)) => Some(say!(self, "why-not-phoned")),
            (ClockId::C3, Answers::Unit(_)) => Some(say!(self, "why-phoned")),
            (ClockId::C6, Answers::Unit(_)) => Some(say!(self, "why-reply-late")),
            (ClockId::C6, Answers::Post(_)) if replied => Some(say!(self, "why-reply-in-time")),
            (ClockId::C6, Answers::Post(_)) => Some(say!(self, "why-not-dispatched")),
            (_, Answers::Post(_) | Answers::Unit(_) | Answers::Both(..)) => None,
        }
    }

    /// What was late and by how much; of the clocks that every unit has its own of, whose.
    #[must_use]
    pub fn breach(&self, breach: &Breach) -> String {
        self.late(breach, breach.late_seconds)
    }

    /// The same of one that is late by so many seconds by now.
    #[must_use]
    pub fn late(&self, breach: &Breach, seconds: i64) -> String {
        let mut clock = self.clock(breach.id);
        let is_of_each_unit = matches!(breach.id, ClockId::C3 | ClockId::C4);
        if let Some(unit) = breach.unit.as_ref().filter(|_| is_of_each_unit) {
            clock = format!("{clock} {unit}");
        }
        say!(
            self,
            "page-breach",
            rule = breach.id.as_str(),
            clock = clock,
            late = self.span(seconds)
        )
    }

    /// Whether and when a unit signed.
    #[must_use]
    pub fn signed(&self, signed: Option<Done>, now: Stamp) -> String {
        match signed {
            None => say!(self, "page-unit-unsigned"),
            Some(Done::Before) => say!(self, "page-unit-signed-before"),
            Some(Done::At(at)) => say!(self, "page-unit-signed", at = self.dated(at, now)),
        }
    }

    /// What a fact says besides its name; an undo names the fact it took back, which is among `facts`.
    #[must_use]
    pub fn said(&self, event: &Event, facts: &[Logged]) -> Vec<String> {
        let mut said = if let Event::Undone(e) = event {
            let undone = facts
                .iter()
                .filter(|l| l.fact.id.as_ref() == Some(&e.target));
            undone.map(|l| self.event(l.fact.event.kind())).collect()
        } else {
            self.details(event)
        };
        said.retain(|part| !part.is_empty());
        said
    }

    /// When a fact was keyed, where that was not at once, and at which desk, where that was not this one; and whether words
    /// were erased of it. `among` are the facts of the case.
    #[must_use]
    pub fn keyed(&self, logged: &Logged, among: &[Logged], here: &str, now: Stamp) -> Vec<String> {
        let mut keyed = Vec::new();
        let after = logged.recorded_at.seconds_since(logged.fact.at);
        let at = self.dated(logged.recorded_at, now);
        // A list always comes later than its cases.
        let by_itself = logged.fact.by == Actor::System;
        let is_arrival = by_itself && matches!(logged.fact.event, Event::Received(_));
        if after > KEYED_APART && !is_arrival {
            keyed.push(say!(self, "page-keyed-later", at = at));
        } else if after < -KEYED_APART {
            keyed.push(say!(self, "page-keyed-before", at = at));
        } else if was_set_back(logged, among) {
            keyed.push(say!(self, "page-clock-back", at = at));
        }
        if logged.desk != here {
            let desk = Self::short_desk(&logged.desk);
            keyed.push(say!(self, "page-other-desk", desk = desk));
        }
        if let Some(at) = logged.erased {
            keyed.push(say!(self, "page-erased", at = self.dated(at, now)));
        }
        keyed
    }

    /// A desk by as much of its id as tells it from another.
    pub(super) fn short_desk(desk: &str) -> &str {
        desk.get(..SHORT_DESK).unwrap_or(desk)
    }

    /// What a clock counts from; two of them count back from it.
    #[must_use]
    pub fn base(&self, id: ClockId, base: &str) -> String {
        match id {
            ClockId::C7 | ClockId::C8 => say!(self, "page-base-back", base = base),
            ClockId::C1
            | ClockId::C2
            | ClockId::C2i
            | ClockId::C3
            | ClockId::C4
            | ClockId::C5
            | ClockId::C6
            | ClockId::C9
            | ClockId::C10
            | ClockId::C11
            | ClockId::C12
            | ClockId::C13 => say!(self, "page-base", base = base),
        }
    }

    /// The sections of the regulation that set a clock.
    #[must_use]
    pub fn sections(&self, id: ClockId) -> String {
        let sections = Section::of(id).iter().map(|section| match section {
            Section::Sign => say!(self, "section-sign"),
            Section::Dispatch => say!(self, "section-dispatch"),
            Section::Handle => say!(self, "section-handle"),
            Section::Reply => say!(self, "section-reply"),
            Section::Appeal => say!(self, "section-appeal"),
        });
        sections
            .collect::<Vec<_>>()
            .join(&say!(self, "list-separator"))
    }

    /// The time of a moment, to the second.
    #[must_use]
    pub fn time_of_day(&self, at: Stamp) -> String {
        let seconds = at.time().seconds();
        format!(
            "{:02}:{:02}:{:02}",
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60
        )
    }
}

/// Did the desk's clock stand earlier than when the desk keyed something before?
fn was_set_back(logged: &Logged, among: &[Logged]) -> bool {
    let is_before = |other: &Logged| {
        let same = other.desk == logged.desk && other.n < logged.n;
        same && other.recorded_at.seconds_since(logged.recorded_at) > KEYED_APART
    };
    among.iter().any(is_before)
}

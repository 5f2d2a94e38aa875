//! A row about a case the desk knows: what the platform changed, what it agrees with, and where it says otherwise.
//!
//! Adds no act and takes nothing back that a person keyed in (R9). Called by `arrival` alone.

use super::super::case::Case;
use super::super::draft::Draft;
use super::super::event::{Amended, Confirmed, Differed, Event, Fact, Fields, Received, Untagged};
use super::super::ids::{Actor, Rating, Stage, Tag};
use super::super::policy::Status;
use super::super::reconcile::LISTED;
use super::super::time::Stamp;
use super::{fact, said};

/// The identifier of a status, as `differed` records it.
const fn name(status: Status) -> &'static str {
    match status {
        Status::AwaitingSign => "awaiting_sign",
        Status::AwaitingDispatch => "awaiting_dispatch",
        Status::Dispatched => "dispatched",
        Status::InProgress => "in_progress",
        Status::AwaitingReview => "awaiting_review",
        Status::Closed => "closed",
    }
}

/// How far the work has come by a status, on one scale with [`progress_of_stage`].
const fn progress_of_status(status: Status) -> u8 {
    match status {
        Status::AwaitingSign => 0,
        Status::AwaitingDispatch => 1,
        Status::Dispatched | Status::InProgress => 2,
        Status::AwaitingReview => 3,
        Status::Closed => 4,
    }
}

const fn progress_of_stage(stage: Stage) -> u8 {
    match stage {
        Stage::AwaitingSign => 0,
        Stage::AwaitingDispatch => 1,
        Stage::WithUnit => 2,
        Stage::AwaitingReview => 3,
        Stage::Closed | Stage::Aftercare | Stage::Void => 4,
    }
}

/// A row held against the case it is about.
pub(super) struct Comparison<'a> {
    draft: &'a Draft,
    case: Case,
    /// What stands of its history, in order.
    standing: Vec<&'a Fact>,
    now: Stamp,
    facts: Vec<Fact>,
}

/// The texts the platform may change, always in this order: title, body, address, reporter, phone, channel.
const TEXTS: usize = 6;

fn texts_of_row(d: &Draft) -> [&str; TEXTS] {
    [
        &d.title,
        &d.body,
        &d.address,
        &d.reporter,
        &d.phone,
        &d.channel,
    ]
}

fn texts_of_case(r: &Received) -> [&str; TEXTS] {
    [
        &r.title,
        &r.body,
        &r.address,
        &r.reporter,
        &r.phone,
        &r.channel,
    ]
}

const fn texts_of_change(f: &Fields) -> [&Option<String>; TEXTS] {
    [
        &f.title,
        &f.body,
        &f.address,
        &f.reporter,
        &f.phone,
        &f.channel,
    ]
}

const fn texts_to_change(f: &mut Fields) -> [&mut Option<String>; TEXTS] {
    [
        &mut f.title,
        &mut f.body,
        &mut f.address,
        &mut f.reporter,
        &mut f.phone,
        &mut f.channel,
    ]
}

impl<'a> Comparison<'a> {
    pub(super) const fn new(
        draft: &'a Draft,
        case: Case,
        standing: Vec<&'a Fact>,
        now: Stamp,
    ) -> Self {
        Self {
            draft,
            case,
            standing,
            now,
            facts: Vec::new(),
        }
    }

    pub(super) fn facts(mut self) -> Vec<Fact> {
        let mut fields = Fields::default();
        self.compare_texts(&mut fields);
        self.compare_close_due(&mut fields);
        let decided = self.compare_kind(&mut fields);
        self.compare_community(&mut fields);
        if fields != Fields::default() {
            let reason = None;
            self.add(Event::Amended(Amended { fields, reason }));
        }
        if decided {
            let tag = Tag::Undecided;
            self.add(Event::Untagged(Untagged { tag }));
        }
        self.agree(LISTED);
        self.compare_receipt();
        self.compare_steps();
        self.compare_unit();
        self.compare_rating();
        self.facts
    }

    fn add(&mut self, event: Event) {
        self.facts.push(fact(self.draft, self.now, event));
    }

    /// A list agrees where one did not before.
    fn agree(&mut self, field: &str) {
        if self.case.differences.contains_key(field) || self.case.kept.contains(field) {
            let what = field.to_owned();
            self.add(Event::Confirmed(Confirmed { what }));
        }
    }

    /// Records a disagreement, unless it is what the lists said last of that field.
    fn differ(&mut self, field: &str, here: &str, there: &str) {
        let last = self.standing.iter().rev().find_map(|f| {
            if let Event::Differed(e) = &f.event
                && e.field == field
            {
                Some(Some(e.there.as_str()))
            } else if let Event::Confirmed(e) = &f.event
                && e.what == field
            {
                Some(None)
            } else {
                None
            }
        });
        let last = last.flatten();
        if last != Some(there) {
            self.add(Event::Differed(Differed {
                field: field.to_owned(),
                here: here.to_owned(),
                there: there.to_owned(),
                taken: false,
            }));
        }
    }

    /// The changes of the case's facts, with who made them.
    fn changes(&self) -> impl DoubleEndedIterator<Item = (&Actor, &Fields)> {
        self.standing.iter().filter_map(|f| {
            if let Event::Amended(e) = &f.event {
                Some((&f.by, &e.fields))
            } else {
                None
            }
        })
    }

    /// What the platform said last of something: through a change by an import, else at the arrival, when it came from
    /// an import. What it has said before is no news, and so does not take back what a person put right since.
    fn said_last<T>(
        &self,
        in_change: impl Fn(&Fields) -> Option<T>,
        in_case: impl Fn(&Received) -> T,
    ) -> Option<T> {
        let changed = self
            .changes()
            .rev()
            .filter(|(by, _)| **by == Actor::System)
            .find_map(|(_, fields)| in_change(fields));
        changed.or_else(|| self.listed().map(in_case))
    }

    /// The arrival, where it came from an import and not from a person's hand.
    fn listed(&self) -> Option<&Received> {
        self.standing.iter().find_map(|f| {
            if let Event::Received(e) = &f.event
                && f.by == Actor::System
            {
                Some(&**e)
            } else {
                None
            }
        })
    }

    fn compare_texts(&self, fields: &mut Fields) {
        let here = texts_of_case(&self.case.facts);
        let there = texts_of_row(self.draft);
        let changes = texts_to_change(fields);
        for (i, ((here, there), change)) in here.into_iter().zip(there).zip(changes).enumerate() {
            if there.is_empty() || there == here {
                continue;
            }
            let said = self.said_last(
                |f| texts_of_change(f).into_iter().nth(i).cloned().flatten(),
                |r| texts_of_case(r).into_iter().nth(i).unwrap_or("").to_owned(),
            );
            if said.as_deref() != Some(there) {
                *change = Some(there.to_owned());
            }
        }
    }

    /// The platform's own close time wins (C6).
    fn compare_close_due(&self, fields: &mut Fields) {
        let Some(there) = self.draft.close_due else {
            return;
        };
        let said = || self.said_last(|f| f.close_due, |r| r.close_due);
        if self.case.facts.close_due != Some(there) && said() != Some(Some(there)) {
            fields.close_due = Some(Some(there));
        }
    }

    /// May the platform's word for the kind or the community be taken over? Until the street has signed, and as long as
    /// no person has decided it here, at the arrival or since.
    fn may_follow(&self, decided: impl Fn(&Fields) -> bool) -> bool {
        let by_person = |(by, fields): (&Actor, &Fields)| *by != Actor::System && decided(fields);
        self.case.stage() == Stage::AwaitingSign
            && self.listed().is_some()
            && !self.changes().any(by_person)
    }

    /// True when an undecided kind is decided by the row.
    fn compare_kind(&mut self, fields: &mut Fields) -> bool {
        let Some(there) = self.draft.kind else {
            return false;
        };
        let here = self.case.facts.kind;
        let undecided = self.case.tags.contains(&Tag::Undecided);
        if here == there {
            self.agree("kind");
            return undecided;
        }
        let left_as_is = self.standing.iter().any(|f| {
            f.by != Actor::System
                && matches!(&f.event, Event::Untagged(e) if e.tag == Tag::Undecided)
        });
        if undecided || (self.may_follow(|f| f.kind.is_some()) && !left_as_is) {
            fields.kind = Some(there);
            self.agree("kind");
        } else {
            self.differ("kind", here.as_str(), there.as_str());
        }
        undecided
    }

    fn compare_community(&mut self, fields: &mut Fields) {
        let Some(there) = &self.draft.community else {
            return;
        };
        match self.case.facts.community.clone() {
            Some(here) if here == *there => self.agree("community"),
            Some(here) if !self.may_follow(|f| f.community.is_some()) => {
                self.differ("community", here.as_str(), there.as_str());
            }
            Some(_) | None => {
                fields.community = Some(Some(there.clone()));
                self.agree("community");
            }
        }
    }

    /// The receipt is no field that can be changed: every limit counts from it.
    fn compare_receipt(&mut self) {
        let (here, there) = (self.case.received_at, self.draft.received);
        if here.to_second() == there.to_second() {
            self.agree("received");
        } else {
            self.differ("received", &here.to_string(), &there.to_string());
        }
    }

    /// Confirms what was keyed here and the platform agrees with, or records which side is ahead (R9).
    fn compare_steps(&mut self) {
        let Some(there) = said(self.draft) else {
            return;
        };
        let case = &self.case;
        let keyed = [
            ("signed", &case.signed, Status::AwaitingDispatch),
            ("dispatched", &case.dispatched, Status::Dispatched),
            ("closed", &case.closed, Status::Closed),
        ]
        .into_iter()
        .filter(|(step, mark, _)| {
            let by_person = mark.as_ref().is_some_and(|m| m.by != Actor::System);
            by_person && !case.confirmed.contains(*step)
        });
        let (agreed, open): (Vec<_>, Vec<_>) = keyed
            .map(|(step, _, implied_by)| (step, implied_by <= there))
            .partition(|(_, agreed)| *agreed);
        // Only a status word says what has not happened; an empty cell says nothing.
        let behind = self.draft.status.is_some()
            && (!open.is_empty() || (case.voided.is_some() && there != Status::Closed));
        let here = case.stage();
        let ahead = progress_of_status(there) > progress_of_stage(here);
        for (step, _) in agreed {
            let what = step.to_owned();
            self.add(Event::Confirmed(Confirmed { what }));
        }
        if behind || ahead {
            self.differ("status", here.as_str(), name(there));
        } else {
            self.agree("status");
        }
    }

    fn compare_unit(&mut self) {
        let Some(there) = &self.draft.unit else {
            return;
        };
        let here = self.case.lead_unit().filter(|_| self.case.is_open());
        if let Some(here) = here.cloned()
            && self.case.stay_of(there).is_none()
        {
            self.differ("unit", here.as_str(), there.as_str());
        } else if self.case.stay_of(there).is_some() {
            self.agree("unit");
        }
    }

    /// A rating that came in since is an act: a person logs it.
    fn compare_rating(&mut self) {
        let Some(there) = self.draft.rating else {
            return;
        };
        let logged = self.standing.iter().rev().find_map(|f| {
            if let Event::Rated(e) = &f.event {
                Some(e.rating)
            } else {
                None
            }
        });
        let imported = self.case.facts.imported.as_ref().and_then(|i| i.rating);
        if logged == Some(there) {
            self.agree("rating");
        } else if logged.is_some() || imported != Some(there) {
            self.differ("rating", logged.map_or("", Rating::as_str), there.as_str());
        }
    }
}

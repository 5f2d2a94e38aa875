//! The clocks of one case from its facts, a revision and the roster: C1-C13 with W1 and W2.
//!
//! This file holds the first hour (C1-C5) and what all clocks share; `close` the answer and the close, `aftercare` what
//! follows a bad rating, and the windows for extensions. Called by `store`'s projection, `show` and the screens.

mod aftercare;
mod close;

use std::collections::BTreeSet;

use super::case::{Case, Done, Stay};
use super::clock::{Answers, Clock, DueBy, End};
use super::ids::{Already, ClockId, Kind, Post, Tag, Unit};
use super::roster::Roster;
use super::rules::{Reckoning, Rules};
use super::time::{Span, Stamp};

/// All clocks of a case, in the order of their rules, and the years without calendar data they rest on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clocks {
    /// The clocks.
    pub list: Vec<Clock>,
    /// Years with no calendar data that a due time rests on (T2).
    pub gaps: BTreeSet<i32>,
}

impl Clocks {
    /// The close time that holds: C6's due (S5).
    #[must_use]
    pub fn close_due(&self) -> Option<Stamp> {
        self.list
            .iter()
            .find(|c| c.id == ClockId::C6)
            .and_then(|c| c.due)
    }
}

/// The clocks of a case under a revision and a roster.
#[must_use]
pub fn clocks(case: &Case, rules: &Rules, roster: &Roster) -> Clocks {
    let mut bench = Bench {
        case,
        roster,
        time: Reckoning::new(rules),
        list: Vec::with_capacity(12),
    };
    bench.all();
    Clocks {
        list: bench.list,
        gaps: bench.time.take_gaps(),
    }
}

/// The moment by which a nonstandard reply is to be given anew, for a close due then (C8).
#[must_use]
pub fn rereply_moment(case: &Case, rules: &Rules, close_due: Stamp) -> Stamp {
    close::rereply_moment(&mut Reckoning::new(rules), case.facts.kind, close_due)
}

struct Bench<'a> {
    case: &'a Case,
    roster: &'a Roster,
    time: Reckoning<'a>,
    list: Vec<Clock>,
}

impl<'a> Bench<'a> {
    fn all(&mut self) {
        let street = self.street_sign();
        self.list.push(street.clone());
        let (dispatch, dispatcher) = self.dispatch(&street);
        self.list.push(dispatch);
        self.unit_signs(dispatcher);
        self.transfers();
        self.consult(dispatcher);
        self.close_and_replies(dispatcher);
        self.extensions(dispatcher, &street);
        self.after_bad_ratings(dispatcher);
        self.look_backs(dispatcher);
    }

    const fn rules(&self) -> &'a Rules {
        self.time.rules()
    }

    fn on_duty(&self, t: Stamp) -> Post {
        self.roster.on_duty(self.rules(), t.date())
    }

    /// The lead answers; while no unit leads, the post of C2 stands in for it (S6).
    fn lead_answers(&self, dispatcher: Post) -> Answers {
        self.case
            .lead_unit()
            .map_or(Answers::Post(dispatcher), |unit| {
                Answers::Unit(unit.clone())
            })
    }

    fn lead_unit(&self) -> Option<Unit> {
        self.case.lead_unit().cloned()
    }

    /// A clock that counts from `base`, with what ended it worked out (S10, `already`).
    fn clock(
        &self,
        id: ClockId,
        times: Option<(Stamp, Stamp, Stamp)>,
        met: Option<Done>,
        answers: Answers,
    ) -> Clock {
        let mut clock = Clock {
            id,
            unit: None,
            start: times.map(|t| t.0),
            base: times.map(|t| t.1),
            due: times.map(|t| t.2),
            met: met.and_then(Done::at),
            end: End::Open,
            ended: None,
            answers,
            due_by: DueBy::Rule,
        };
        if met == Some(Done::Before) {
            clock.end = End::Void;
        } else if clock.met.is_none() {
            self.end(&mut clock);
        } else if self.is_late_before_known(&clock) {
            clock.end = End::Void;
        }
        // A clock that had not begun by its end never did.
        if clock.end != End::Open
            && clock
                .start
                .zip(clock.ended)
                .is_some_and(|(start, ended)| start > ended)
        {
            (clock.start, clock.base, clock.due) = (None, None, None);
        }
        clock
    }

    /// Ends an unmet clock: the withdrawal every one, the close all but C6 and those of the aftercare.
    fn end(&self, clock: &mut Clock) {
        let of_the_work = !matches!(
            clock.id,
            ClockId::C6 | ClockId::C11 | ClockId::C12 | ClockId::C13
        );
        let closed = self
            .case
            .closed
            .as_ref()
            .filter(|_| of_the_work)
            .map(|m| m.at);
        if let Some(voided) = &self.case.voided {
            // Of two ends the first stopped the telling, the withdrawal decides the verdict.
            clock.end = End::Void;
            clock.ended = Some(closed.map_or(voided.at, |closed| closed.min(voided.at)));
        } else if let Some(closed) = closed {
            (clock.end, clock.ended) = (End::Close(closed), Some(closed));
        } else if self.case.has(Already::Closed) && (of_the_work || clock.id == ClockId::C6) {
            clock.end = End::Void;
        }
    }

    /// What was late before the desk knew the case is no breach. In the very instant of the import the desk knew it.
    fn is_late_before_known(&self, clock: &Clock) -> bool {
        let known = self.case.facts.imported.as_ref().map(|i| i.known_from);
        clock
            .met
            .zip(clock.due)
            .is_some_and(|(met, due)| met > due && known.is_some_and(|known| met < known))
    }

    /// A step that had happened before the desk knew stays void, whatever is logged of it later; one that only must have
    /// gone before such a step counts with its own time where that is known.
    fn done(&self, step: Already, at: Option<Stamp>) -> Option<Done> {
        let listed = self.case.facts.already.contains(&step);
        if listed || (self.case.has(step) && at.is_none()) {
            Some(Done::Before)
        } else {
            at.map(Done::At)
        }
    }

    /// C1.
    fn street_sign(&mut self) -> Clock {
        let received = self.case.received_at;
        let base = self.time.counted_from(received);
        let limit = &self.rules().policy.clocks.C1;
        let span = if self.time.is_working_time(base) {
            limit.limit
        } else {
            limit.outside_working_time
        };
        let due = self.time.plus(base, span);
        let met = self.done(Already::Signed, self.case.signed.as_ref().map(|m| m.at));
        self.clock(
            ClockId::C1,
            Some((received, base, due)),
            met,
            Answers::Post(self.on_duty(base)),
        )
    }

    /// C2 or C2i, and the post that answers for it.
    fn dispatch(&mut self, street: &Clock) -> (Clock, Post) {
        let policy = &self.rules().policy;
        let case = self.case;
        let kind = case.facts.kind;
        let (id, start, base, limit, post) = if kind.is_immediate() {
            let sign_due = street.due.unwrap_or(case.received_at);
            let base = case
                .signed
                .as_ref()
                .map_or(sign_due, |m| m.at.min(sign_due));
            // Unsigned, it begins in the very instant of C1's due; until then the post of C1's base answers (S17).
            let duty = if case.signed.is_some() {
                base
            } else {
                street.base.unwrap_or(base)
            };
            (
                ClockId::C2i,
                base,
                base,
                policy.clocks.C2i.limit,
                self.on_duty(duty),
            )
        } else {
            let received = case.received_at;
            let base = if kind == Kind::Inspection {
                self.time.counted_from(received)
            } else {
                self.time.counted_from_workday(received)
            };
            let post =
                self.roster
                    .dispatcher(self.rules(), case.facts.community.as_ref(), base.date());
            (ClockId::C2, received, base, policy.clocks.C2.limit, post)
        };
        let due = self.time.plus(base, limit);
        let met = self.done(Already::Dispatched, case.dispatched.as_ref().map(|m| m.at));
        (
            self.clock(id, Some((start, base, due)), met, Answers::Post(post)),
            post,
        )
    }

    /// C3, one for each stay (S9), with W1.
    fn unit_signs(&mut self, dispatcher: Post) {
        let limit = &self.rules().policy.clocks.C3;
        let case = self.case;
        for stay in &case.stays {
            let Done::At(given) = stay.since else {
                continue;
            };
            let base = self.time.counted_from(given);
            let span = if self.time.is_working_time(base) {
                limit.limit
            } else {
                limit.outside_working_time
            };
            let due = self.time.plus(base, span);
            let reminded = case.was_reminded(&stay.unit, given, due);
            let answers = if reminded {
                Answers::Unit(stay.unit.clone())
            } else {
                Answers::Both(stay.given_by.unwrap_or(dispatcher), stay.unit.clone())
            };
            let clock = self.clock(ClockId::C3, Some((given, base, due)), stay.signed, answers);
            self.list.push(Clock {
                unit: Some(stay.unit.clone()),
                ..clock
            });
        }
    }

    /// C4, one for each stay.
    fn transfers(&mut self) {
        let limit = self.rules().policy.clocks.C4.limit;
        let case = self.case;
        for stay in &case.stays {
            let Some(times) = self.counted_from_sign(stay, limit) else {
                continue;
            };
            // A request made before the unit's sign meets the window once it signs (S17).
            let met = stay.window_used.filter(|_| times.is_some()).map(Done::At);
            let clock = self.clock(ClockId::C4, times, met, Answers::Unit(stay.unit.clone()));
            self.list.push(Clock {
                unit: Some(stay.unit.clone()),
                ..clock
            });
        }
    }

    /// Start, base and due of a clock that counts from a unit's sign: inner none while it has not signed; outer none when
    /// it signed before the desk knew, at no known time.
    #[allow(
        clippy::option_option,
        reason = "unknown, not yet and known are three things"
    )]
    fn counted_from_sign(
        &mut self,
        stay: &Stay,
        limit: Span,
    ) -> Option<Option<(Stamp, Stamp, Stamp)>> {
        match stay.signed {
            Some(Done::Before) => None,
            Some(Done::At(signed)) => Some(Some((signed, signed, self.time.plus(signed, limit)))),
            None => Some(None),
        }
    }

    /// C5, while the tag stands.
    fn consult(&mut self, dispatcher: Post) {
        let case = self.case;
        if !case.tags.contains(&Tag::Repeat) && !case.tags.contains(&Tag::Difficult) {
            return;
        }
        let clock = self.by_lead_sign(
            ClockId::C5,
            self.rules().policy.clocks.C5.limit,
            &case.consults,
            dispatcher,
        );
        self.list.extend(clock);
    }

    /// C5 and C9: from the sign of the lead's present stay; what came before it does not count (S17).
    fn by_lead_sign(
        &mut self,
        id: ClockId,
        limit: Span,
        done: &[Stamp],
        dispatcher: Post,
    ) -> Option<Clock> {
        let times = match self.case.lead_stay() {
            Some(stay) => self.counted_from_sign(stay, limit)?,
            None => None,
        };
        let met = times
            .and_then(|(_, base, _)| first_since(done, base))
            .map(Done::At);
        let clock = self.clock(id, times, met, self.lead_answers(dispatcher));
        Some(Clock {
            unit: self.lead_unit(),
            ..clock
        })
    }
}

/// The first of the moments at or after `since`.
fn first_since(moments: &[Stamp], since: Stamp) -> Option<Stamp> {
    moments.iter().copied().find(|t| *t >= since)
}

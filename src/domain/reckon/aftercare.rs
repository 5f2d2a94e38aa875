//! The windows for an extension (C9, C10) and what follows a bad rating or a rebound: C11, C12, C13.

use super::super::case::Done;
use super::super::clock::{Answers, Clock, End};
use super::super::ids::{Already, ClockId, Post};
use super::super::lookback::{self, Round};
use super::super::time::Stamp;
use super::{Bench, first_since};

impl Bench<'_> {
    /// C9 (self-handled kinds) and C10.
    pub(super) fn extensions(&mut self, dispatcher: Post, street: &Clock) {
        let case = self.case;
        let clocks = &self.rules().policy.clocks;
        let self_handled = case.facts.kind.is_self_handled();
        if self_handled {
            let clock = self.by_lead_sign(
                ClockId::C9,
                clocks.C9.limit,
                &case.unit_requests,
                dispatcher,
            );
            self.list.extend(clock);
        }
        let limit = if self_handled {
            clocks.C10.self_handled
        } else {
            clocks.C10.call_up
        };
        let times = case
            .signed
            .as_ref()
            .map(|m| (m.at, m.at, self.time.plus(m.at, limit)));
        let post =
            self.on_duty(times.map_or_else(|| street.base.unwrap_or(case.received_at), |t| t.0));
        let met = if case.has(Already::Signed) {
            Some(Done::Before)
        } else {
            case.office_request.map(Done::At)
        };
        let met = met.filter(|m| times.is_some() || *m == Done::Before);
        let clock = self.clock(ClockId::C10, times, met, Answers::Post(post));
        self.list.push(clock);
    }

    /// C11 and C12, one of each for every bad rating (S11).
    pub(super) fn after_bad_ratings(&mut self, dispatcher: Post) {
        let case = self.case;
        let clocks = &self.rules().policy.clocks;
        for rating in &case.bad_ratings {
            let day = self.time.counted_from(rating.at).day_number();
            let due = Stamp::on(day, clocks.C11.until);
            // What comes after the appeal was upheld meets nothing any more (S11).
            let met = first_since(&case.follow_ups, rating.at)
                .filter(|met| rating.upheld.is_none_or(|upheld| *met <= upheld))
                .map(Done::At);
            let mut clock = self.clock(
                ClockId::C11,
                Some((rating.at, rating.at, due)),
                met,
                self.lead_answers(dispatcher),
            );
            take_away(&mut clock, rating.upheld);
            self.list.push(Clock {
                unit: self.lead_unit(),
                ..clock
            });
        }
        for rating in &case.bad_ratings {
            let due = self.time.plus(rating.at, clocks.C12.limit);
            let met = first_since(&case.appeals, rating.at).map(Done::At);
            let clock = self.clock(
                ClockId::C12,
                Some((rating.at, rating.at, due)),
                met,
                self.lead_answers(dispatcher),
            );
            self.list.push(Clock {
                unit: self.lead_unit(),
                ..clock
            });
        }
    }

    /// C13, one for each round.
    pub(super) fn look_backs(&mut self, dispatcher: Post) {
        let limit = &self.rules().policy.clocks.C13;
        for Round { base, met, voided } in lookback::rounds(self.case) {
            let due = Stamp::on(self.time.plus(base, limit.after).day_number(), limit.until);
            let met = met.map(Done::At);
            let mut clock = self.clock(
                ClockId::C13,
                Some((base, base, due)),
                met,
                self.lead_answers(dispatcher),
            );
            take_away(&mut clock, voided);
            self.list.push(Clock {
                unit: self.lead_unit(),
                ..clock
            });
        }
    }
}

/// An upheld appeal takes an unmet clock away (S11); where the case was voided as well, the first end stopped the telling.
fn take_away(clock: &mut Clock, upheld: Option<Stamp>) {
    if let (Some(upheld), None) = (upheld, clock.met) {
        clock.end = End::Void;
        clock.ended = Some(clock.ended.map_or(upheld, |ended| ended.min(upheld)));
    }
}

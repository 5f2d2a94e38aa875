//! The close time and what hangs on it: C6, C7, C8, and who answers for a late close (W2, S5-S8).

use super::super::case::Done;
use super::super::clock::{Answers, Clock, DueBy};
use super::super::ids::{Already, ClockId, Kind, Post};
use super::super::rules::Reckoning;
use super::super::time::Stamp;
use super::Bench;

/// How a turn's clock stands, for W2 and C8.
struct TurnClock {
    due: Stamp,
    asked_after_moment: bool,
}

/// The moment by which a kind's reply is asked for again at the latest (C8).
pub(super) fn rereply_moment(time: &mut Reckoning<'_>, kind: Kind, close_due: Stamp) -> Stamp {
    let lead = &time.rules().policy.clocks.C8;
    match kind {
        Kind::Urgent | Kind::WasteSorting | Kind::Inspection => close_due,
        Kind::Ordinary => time.minus(close_due, lead.ordinary),
        Kind::CallUp => time.minus(close_due, lead.call_up),
    }
}

impl Bench<'_> {
    /// C6 and what hangs on the close time: C7, C8 and W2.
    pub(super) fn close_and_replies(&mut self, dispatcher: Post) {
        let (base, due, due_by) = self.close_time();
        let turns = self.turn_clocks(due);
        let answers = self.closed_late_answers(due, &turns, dispatcher);
        let met = self.done(Already::Closed, self.case.closed.as_ref().map(|m| m.at));
        let close = self.clock(
            ClockId::C6,
            Some((self.case.received_at, base, due)),
            met,
            answers,
        );
        self.list.push(Clock { due_by, ..close });
        for (index, of_turn) in turns.iter().enumerate() {
            let turn = self.case.turns.get(index);
            if turn.is_some_and(|t| !t.timed) {
                continue;
            }
            let (id, start) = match turn.and_then(|t| t.asked) {
                Some(asked) => (ClockId::C8, asked),
                None => (ClockId::C7, self.case.received_at),
            };
            let answers = if id == ClockId::C8
                && of_turn.asked_after_moment
                && self.in_time(&turns, index - 1)
            {
                Answers::Post(self.on_duty(due))
            } else {
                self.lead_answers(dispatcher)
            };
            let met = turn.and_then(|t| t.reply);
            let clock = self.clock(id, Some((start, due, of_turn.due)), met, answers);
            self.list.push(Clock {
                unit: self.lead_unit(),
                ..clock
            });
        }
    }

    /// Base, due and what sets it (S5).
    fn close_time(&mut self) -> (Stamp, Stamp, DueBy) {
        let case = self.case;
        let kind = case.facts.kind;
        let before = self.time.take_gaps();
        let base = if kind.is_in_hours() {
            self.time.counted_from(case.received_at)
        } else {
            self.time.counted_from_workday(case.received_at)
        };
        let by_rule = self.time.plus(base, self.rules().policy.clocks.C6.of(kind));
        let by_others = case
            .extended_to
            .map(|due| (due, DueBy::Extension))
            .or(case.facts.close_due.map(|due| (due, DueBy::Platform)));
        if by_others.is_some() {
            // The due time rests on what others said, not on our calendar.
            self.time.take_gaps();
        }
        self.time.add_gaps(before);
        let (due, due_by) = by_others.unwrap_or((by_rule, DueBy::Rule));
        (base, due, due_by)
    }

    /// Due times of the first turn (C7) and of every later one (C8); at least the first.
    fn turn_clocks(&mut self, close_due: Stamp) -> Vec<TurnClock> {
        let case = self.case;
        let first = self.reply_moment(close_due);
        let late_lead = case
            .lead
            .as_ref()
            .and_then(|l| l.since.at())
            .is_some_and(|since| since > first);
        let due = if late_lead { close_due } else { first };
        let mut turns = Vec::with_capacity(case.turns.len().max(1));
        turns.push(TurnClock {
            due,
            asked_after_moment: false,
        });
        if case.turns.len() > 1 {
            let moment = self.rereply_moment(close_due);
            turns.extend(case.turns.iter().skip(1).map(|turn| {
                let asked_after_moment = turn.asked.is_some_and(|asked| asked > moment);
                TurnClock {
                    due: if asked_after_moment {
                        close_due
                    } else {
                        moment
                    },
                    asked_after_moment,
                }
            }));
        }
        turns
    }

    /// C7's moment, before it is known when the lead was given the case.
    fn reply_moment(&mut self, close_due: Stamp) -> Stamp {
        let lead = &self.rules().policy.clocks.C7;
        match self.case.facts.kind {
            Kind::Urgent | Kind::WasteSorting | Kind::Inspection => close_due,
            Kind::Ordinary => self.time.minus(close_due, lead.ordinary),
            Kind::CallUp => {
                let moment = self.time.minus(close_due, lead.call_up);
                if self.case.extended_to.is_some() {
                    return moment;
                }
                let base = self.time.counted_from_workday(self.case.received_at);
                moment.min(self.time.plus(base, lead.call_up_latest))
            }
        }
    }

    /// C8's moment, before it is known when the review was made.
    fn rereply_moment(&mut self, close_due: Stamp) -> Stamp {
        rereply_moment(&mut self.time, self.case.facts.kind, close_due)
    }

    /// Did the reply of a turn meet its own clock? One from before the desk knew counts as in time; one without a clock of
    /// its own stands as the one before it.
    fn in_time(&self, turns: &[TurnClock], index: usize) -> bool {
        let (Some(turn), Some(of_turn)) = (self.case.turns.get(index), turns.get(index)) else {
            return false;
        };
        match turn.reply {
            None => false,
            Some(Done::Before) => true,
            Some(Done::At(_)) if !turn.timed => index > 0 && self.in_time(turns, index - 1),
            Some(Done::At(at)) => at <= of_turn.due,
        }
    }

    /// W2 with S7 and S8.
    fn closed_late_answers(&self, due: Stamp, turns: &[TurnClock], dispatcher: Post) -> Answers {
        let case = self.case;
        let given_in_time =
            case.has(Already::Dispatched) || case.dispatched.as_ref().is_some_and(|m| m.at <= due);
        if !given_in_time {
            return Answers::Post(dispatcher);
        }
        let latest = case.turns.iter().rposition(|t| t.timed).unwrap_or(0);
        let office = self.in_time(turns, latest)
            || (latest > 0
                && turns.get(latest).is_some_and(|t| t.asked_after_moment)
                && self.in_time(turns, latest - 1));
        if office {
            Answers::Post(self.on_duty(due))
        } else {
            self.lead_answers(dispatcher)
        }
    }
}

//! What the boards ask of the store: reading them, and acts on the roster.

use super::{Desk, entry};
use crate::app::boards::Board;
use crate::app::boards::report::{Asked, Figures};
use crate::app::msg::{Msg, Read};
use crate::domain::command::{Context, RosterAct};
use crate::domain::ids::Number;
use crate::store::{ActError, StoreError};

impl Desk {
    pub(super) fn board(&mut self, board: Board) {
        let read = self.read(board);
        self.answer(read.map(|read| Msg::BoardLoaded(Box::new(read))));
    }

    fn read(&mut self, board: Board) -> Result<Read, StoreError> {
        Ok(match board {
            Board::Aftercare => Read::Aftercare(self.store.owing(self.clock.now())?),
            Board::Reconcile => Read::Reconcile(Box::new(self.store.ledger(self.clock.now())?)),
            Board::Forwarded => Read::Forwarded(Box::new(self.store.messages()?)),
            Board::Roster => Read::Roster(self.store.roster_facts()?),
            Board::Report(asked) => Read::Report(asked, self.figures(asked)?),
        })
    }

    /// Puts a forwarded message aside, or lets it wait again; what was dealt with meanwhile stays so, and the board shows it.
    pub(super) fn settle_message(&mut self, id: i64, aside: bool) {
        let done = if aside {
            self.store.put_aside(id, self.clock.now())
        } else {
            self.store.bring_back(id)
        };
        match done {
            Ok(_) => self.board(Board::Forwarded),
            Err(error) => self.send(self.failed(&error)),
        }
    }

    /// Says how many forwarded messages wait, where that has changed.
    pub(super) fn count_waiting(&mut self) {
        match self.store.messages_waiting() {
            Ok(waiting) if waiting == self.waiting => {}
            Ok(waiting) => {
                self.waiting = waiting;
                self.send(Msg::Waiting(waiting.0));
            }
            Err(error) => self.send(self.failed(&error)),
        }
    }

    fn figures(&mut self, asked: Asked) -> Result<Figures, StoreError> {
        let now = self.clock.now();
        Ok(match asked {
            Asked::Day(date) => Figures::Day(Box::new(self.store.day_summary(date, now)?)),
            Asked::Bulletin(period) => {
                Figures::Bulletin(Box::new(self.store.bulletin(period, now)?))
            }
            Asked::Ladder(month) => Figures::Ladder(Box::new(self.store.ladder(month, now)?)),
        })
    }

    pub(super) fn visit(&mut self, number: Number) {
        let found = self.store.any_row(&number, self.clock.now());
        self.answer(found.map(|row| Msg::Visited(number, row.map(entry).map(Box::new))));
    }

    pub(super) fn act_on_roster(&mut self, act: &RosterAct, context: &Context) {
        match self.store.act_on_roster(act, context) {
            Ok(committed) => {
                self.touched_roster();
                let facts = committed.facts;
                let read = self.snapshot();
                self.answer(read.map(|read| Msg::RosterActed {
                    facts,
                    read: Box::new(read),
                }));
            }
            Err(ActError::Refused(refusal)) => self.send(Msg::RosterRefused(refusal)),
            Err(ActError::Store(error)) => self.send(self.failed(&error)),
        }
    }
}

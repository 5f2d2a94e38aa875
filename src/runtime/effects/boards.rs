//! What the boards ask of the store: reading them, and acts on the roster.

use super::Desk;
use crate::app::boards::Board;
use crate::app::msg::{Msg, Read};
use crate::domain::command::{Context, RosterAct};
use crate::runtime::teller::roster;
use crate::store::{ActError, StoreError};

impl Desk {
    pub(super) fn board(&mut self, board: Board) {
        let read = self.read(board);
        self.answer(read.map(|read| Msg::BoardLoaded(Box::new(read))));
    }

    fn read(&mut self, board: Board) -> Result<Read, StoreError> {
        Ok(match board {
            Board::Roster => Read::Roster(self.store.roster_facts()?),
        })
    }

    pub(super) fn act_on_roster(&mut self, act: &RosterAct, context: &Context) {
        match self.store.act_on_roster(act, context) {
            Ok(committed) => {
                // The shift's own moments say whose day it is.
                if let Some(teller) = &mut self.teller {
                    teller.touched(None);
                }
                let facts = committed.facts;
                let now = self.clock.now();
                let roster = roster(&self.store, now);
                self.answer(roster.map(|roster| Msg::RosterActed { facts, roster }));
            }
            Err(ActError::Refused(refusal)) => self.send(Msg::RosterRefused(refusal)),
            Err(ActError::Store(error)) => self.send(self.failed(&error)),
        }
    }
}

//! Acts on cases, and new cases: what the writer decides on each, told in one answer.

use super::{Desk, entry};
use crate::app::effect::{Append, NewCase};
use crate::app::msg::{Done, Entry, Msg, Rejected};
use crate::domain::ids::Number;
use crate::store::{ActError, Committed, StoreError};

impl Desk {
    pub(super) fn append(&mut self, acts: Vec<Append>) {
        let (mut done, mut refused) = (Vec::new(), Vec::new());
        let mut failure = None;
        for act in acts {
            let (store, number) = (&mut self.store, &act.number);
            let result = match act.message {
                None => store.act(number, &act.act, &act.context, act.expected),
                Some(id) => store.act_for(id, number, &act.act, &act.context, act.expected),
            };
            failure = self.sort(act.number, result, &mut done, &mut refused);
            if failure.is_some() {
                break;
            }
        }
        self.decided(done, refused, failure);
    }

    pub(super) fn add(&mut self, case: NewCase) {
        let (mut done, mut refused) = (Vec::new(), Vec::new());
        let (store, number) = (&mut self.store, &case.number);
        let result = match case.message {
            None => store.add(number, case.received, &case.context),
            Some(id) => store.add_from(id, number, case.received, &case.context),
        };
        let failure = self.sort(case.number, result, &mut done, &mut refused);
        self.decided(done, refused, failure);
    }

    /// Puts an act's outcome where it belongs; a failure of the store is returned.
    fn sort(
        &mut self,
        number: Number,
        result: Result<Committed, ActError>,
        done: &mut Vec<Done>,
        refused: &mut Vec<Rejected>,
    ) -> Option<StoreError> {
        match result {
            Ok(committed) => {
                self.touched(&number);
                let version = committed.version;
                done.push(Done {
                    number,
                    entry: committed.row.map(|row| Entry { row, version }),
                    facts: committed.facts,
                });
                None
            }
            Err(ActError::Refused(refusal)) => match self.store.row(&number) {
                Ok(row) => {
                    refused.push(Rejected {
                        number,
                        refusal,
                        entry: row.map(entry),
                    });
                    None
                }
                Err(error) => Some(error),
            },
            Err(ActError::Store(error)) => Some(error),
        }
    }

    fn decided(&self, done: Vec<Done>, refused: Vec<Rejected>, failure: Option<StoreError>) {
        if failure.is_none() || !done.is_empty() || !refused.is_empty() {
            self.send(Msg::Decided { done, refused });
        }
        if let Some(error) = failure {
            self.send(self.failed(&error));
        }
    }
}

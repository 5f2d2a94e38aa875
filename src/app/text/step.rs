//! The next step of a case in words: what is to be done, by whom, by when, under which rule.

use super::{Texts, say};
use crate::domain::ids::{Post, Unit};
use crate::domain::step::{Step, Task};
use crate::domain::time::Stamp;

impl Texts {
    /// What is to be done, in as few words as a row of the queue has room for.
    #[must_use]
    pub fn task(&self, task: Task, unit: &str) -> String {
        match task {
            Task::Decide => say!(self, "step-decide"),
            Task::Sign => say!(self, "step-sign"),
            Task::Dispatch => say!(self, "step-dispatch"),
            Task::Lead => say!(self, "step-lead"),
            Task::PhoneSign => say!(self, "step-phone-sign", unit = unit),
            Task::Escalate => say!(self, "step-escalate"),
            Task::Report => say!(self, "step-report"),
            Task::Review => say!(self, "step-review"),
            Task::Close => say!(self, "step-close"),
            Task::CoAssign => say!(self, "step-co-assign", unit = unit),
            Task::DecideExtension => say!(self, "step-decide-extension"),
            Task::PhoneReply => say!(self, "step-phone-reply", unit = unit),
            Task::Contact => say!(self, "step-contact", unit = unit),
            Task::UnitSign => say!(self, "step-unit-sign", unit = unit),
            Task::Consult => say!(self, "step-consult", unit = unit),
            Task::Reply => say!(self, "step-reply", unit = unit),
            Task::Rereply => say!(self, "step-rereply", unit = unit),
            Task::FollowUp => say!(self, "step-follow-up", unit = unit),
            Task::Rework => say!(self, "step-rework", unit = unit),
            Task::DecideAppeal => say!(self, "step-decide-appeal"),
            Task::Appeal => say!(self, "step-appeal", unit = unit),
            Task::LookBack => say!(self, "step-look-back", unit = unit),
            Task::Rate => say!(self, "step-rate"),
        }
    }

    /// The step with who does it; `on_duty` is the post on duty. What a unit does names the unit in itself.
    #[must_use]
    pub fn step(&self, step: &Step, on_duty: Post) -> String {
        let unit = step.unit.as_ref().map_or("", Unit::as_str);
        let task = self.task(step.task, unit);
        match step.by.post(on_duty) {
            Some(post) => say!(self, "step-by", task = task, who = self.post(post)),
            None => task,
        }
    }

    /// The step with who, by when and under which rule.
    #[must_use]
    pub fn full_step(&self, step: &Step, on_duty: Post, now: Stamp) -> String {
        let due = match step.due {
            Some(due) => Some(say!(self, "step-due", due = self.dated(due, now))),
            None => step.task.is_at_once().then(|| say!(self, "step-at-once")),
        };
        let rule = step.rule().map(str::to_owned);
        [Some(self.step(step, on_duty)), due, rule]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

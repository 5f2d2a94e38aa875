//! Doing the next step of the case in hand: the sign itself, or the dialog of whatever it is. Marked cases are left alone:
//! each has a step of its own.

use super::{browse, dispatch, form, refuse, remind};
use crate::app::effect::Effect;
use crate::app::mode::Batch;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::domain::step::Task;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let Some(entry) = model.queue.selected() else {
        return refuse(model, Notice::NothingInHand);
    };
    let number = entry.row.number.clone();
    let Some(step) = model.step_of(&entry.row).cloned() else {
        return refuse(model, Notice::NoStep(number));
    };
    match step.task {
        Task::Decide => form::open_decision(model),
        Task::Sign => browse::carry_out(model, &[number], &Batch::Sign),
        Task::Dispatch | Task::Lead => dispatch::open_for(model, vec![number]),
        Task::PhoneSign | Task::PhoneReply => remind::open_about(model, step.unit.as_ref()),
        Task::Escalate
        | Task::Report
        | Task::Review
        | Task::Close
        | Task::DecideExtension
        | Task::Contact
        | Task::UnitSign
        | Task::Consult
        | Task::Reply
        | Task::Rereply
        | Task::FollowUp
        | Task::Rework
        | Task::DecideAppeal
        | Task::Appeal
        | Task::LookBack
        | Task::Rate => refuse(model, Notice::NoDialog(step.task)),
    }
}

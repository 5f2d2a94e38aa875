//! Doing the next step of the case in hand: the sign itself, or the dialog of whatever it is. Marked cases are left alone:
//! each has a step of its own.

use super::{acts, browse, dispatch, form, refuse};
use crate::app::acts::ActName;
use crate::app::effect::Effect;
use crate::app::mode::{Batch, Wanted};
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
        Task::Dispatch => dispatch::open_for(model, vec![number]),
        Task::PhoneSign | Task::PhoneReply => acts::open(model, Wanted::Act(ActName::Remind)),
        Task::Lead => act(model, ActName::Lead),
        Task::Escalate => act(model, ActName::Escalate),
        Task::Report => act(model, ActName::Report),
        Task::Review => act(model, ActName::Review),
        Task::Close => act(model, ActName::Close),
        Task::CoAssign => acts::open(model, Wanted::Help),
        Task::DecideExtension => act(model, ActName::DecideExtension),
        Task::Contact => act(model, ActName::Contact),
        Task::UnitSign => act(model, ActName::UnitSign),
        Task::Consult => act(model, ActName::Consult),
        Task::Reply | Task::Rereply => act(model, ActName::Reply),
        Task::FollowUp => act(model, ActName::FollowUp),
        Task::Rework => act(model, ActName::Rework),
        Task::DecideAppeal => act(model, ActName::DecideAppeal),
        Task::Appeal => act(model, ActName::Appeal),
        Task::LookBack => act(model, ActName::LookBack),
        Task::Rate => act(model, ActName::Rate),
    }
}

/// What a unit does is logged here too, in the dialog of that act.
fn act(model: &mut Model, name: ActName) -> Vec<Effect> {
    acts::open(model, Wanted::Step(name))
}

//! The plan of a row packed into bytes, and back.
//!
//! First how many units owe something, and their places among the row's units. Then the steps: one is the moment from which
//! on it holds, the place of its task counted from 1 (0: nothing is to be done), who does it, the place of the unit it is
//! about among the row's units, the place of its clock, and its due time where it has one; moments as microseconds,
//! little-endian. Called by `columns` alone.

use crate::domain::ids::{ClockId, Post, Unit};
use crate::domain::step::{Doer, Plan, Step, Task};
use crate::domain::time::Stamp;

/// Who does it.
const POST_A: u8 = 0;
const POST_B: u8 = 1;
const ON_DUTY: u8 = 2;
const UNIT: u8 = 3;

/// Stands for "none", and for a place that is too far out to be one.
const NONE: u8 = u8::MAX;

fn place<T: PartialEq>(of: &T, among: &[T]) -> u8 {
    let place = among.iter().position(|one| one == of);
    place.and_then(|p| u8::try_from(p).ok()).unwrap_or(NONE)
}

/// The steps one after the other.
pub(super) fn packed(plan: &Plan, units: &[Unit]) -> Vec<u8> {
    let owing: Vec<u8> = plan.owing().iter().map(|u| place(u, units)).collect();
    let mut bytes = Vec::with_capacity(1 + owing.len() + plan.steps().len() * 21);
    // More than that are no places of units either.
    bytes.push(u8::try_from(owing.len()).unwrap_or(NONE));
    bytes.extend(owing.iter().take(usize::from(NONE)));
    for (from, step) in plan.steps() {
        bytes.extend(from.micros().to_le_bytes());
        let Some(step) = step else {
            bytes.push(0);
            continue;
        };
        bytes.push(place(&step.task, Task::ALL).saturating_add(1));
        bytes.push(match &step.by {
            Doer::Post(Post::A) => POST_A,
            Doer::Post(Post::B) => POST_B,
            Doer::OnDuty => ON_DUTY,
            Doer::Unit(_) => UNIT,
        });
        bytes.push(step.unit.as_ref().map_or(NONE, |unit| place(unit, units)));
        bytes.push(step.clock.map_or(NONE, |id| place(&id, ClockId::ALL)));
        bytes.push(u8::from(step.due.is_some()));
        if let Some(due) = step.due {
            bytes.extend(due.micros().to_le_bytes());
        }
    }
    bytes
}

/// The plan; `None` when the bytes are none.
pub(super) fn unpacked(mut bytes: &[u8], units: &[Unit]) -> Option<Plan> {
    let mut owing = Vec::new();
    for _ in 0..byte(&mut bytes)? {
        owing.extend(units.get(usize::from(byte(&mut bytes)?)).cloned());
    }
    let mut steps = Vec::new();
    while !bytes.is_empty() {
        let from = moment(&mut bytes)?;
        let task = byte(&mut bytes)?;
        if task == 0 {
            steps.push((from, None));
            continue;
        }
        let by = byte(&mut bytes)?;
        let unit = units.get(usize::from(byte(&mut bytes)?)).cloned();
        let clock = ClockId::ALL.get(usize::from(byte(&mut bytes)?)).copied();
        let due = match byte(&mut bytes)? {
            0 => None,
            _ => Some(moment(&mut bytes)?),
        };
        let by = match by {
            POST_A => Doer::Post(Post::A),
            POST_B => Doer::Post(Post::B),
            ON_DUTY => Doer::OnDuty,
            UNIT => Doer::Unit(unit.clone()?),
            _ => return None,
        };
        let task = *Task::ALL.get(usize::from(task) - 1)?;
        steps.push((
            from,
            Some(Step {
                task,
                by,
                unit,
                due,
                clock,
            }),
        ));
    }
    Some(Plan::new(steps, owing))
}

fn byte(bytes: &mut &[u8]) -> Option<u8> {
    let (first, rest) = bytes.split_first()?;
    *bytes = rest;
    Some(*first)
}

fn moment(bytes: &mut &[u8]) -> Option<Stamp> {
    let (eight, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(Stamp::from_micros(i64::from_le_bytes(*eight)))
}

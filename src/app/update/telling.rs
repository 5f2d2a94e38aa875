//! What was told: the bell, what stays in view until somebody acknowledges it, and the buttons of notifications.

use super::{browse, refuse};
use crate::app::effect::Effect;
use crate::app::mode::{Mode, Question};
use crate::app::model::Model;
use crate::app::msg::Choice;
use crate::app::notice::{Notice, OnReport};
use crate::domain::command::Act;
use crate::domain::occasion::{Shift, Topic};
use crate::domain::telling::{Line, Telling};
use crate::domain::time::Span;

/// Something was told. The banners come with `InView`; here it rings. What the shift ends with is also said below, where no
/// case more urgent pushes it out of view.
pub(super) fn told(model: &mut Model, telling: &Telling) -> Vec<Effect> {
    let summary = Topic::Shift(Shift::Summary);
    if telling.banners.iter().any(|l| l.occasion.topic == summary) {
        model.notice = Some(Notice::Report(OnReport::Offered));
    }
    if model.muted || telling.banners.is_empty() {
        Vec::new()
    } else {
        vec![Effect::Bell]
    }
}

pub(super) fn notifying(model: &mut Model, trouble: Option<String>) -> Vec<Effect> {
    model.notify_trouble.clone_from(&trouble);
    // The first line says it too: it does not cover what went wrong with what somebody asked for.
    if trouble.is_some() && model.notice.as_ref().is_some_and(Notice::is_bad) {
        return vec![Effect::Bell];
    }
    say(model, Notice::Notifying(trouble))
}

pub(super) fn clock_jumped(model: &mut Model, by: i64) -> Vec<Effect> {
    say(model, Notice::ClockJumped(by))
}

/// Says something nobody asked for; what is bad rings.
fn say(model: &mut Model, notice: Notice) -> Vec<Effect> {
    if notice.is_bad() {
        return refuse(model, notice);
    }
    model.notice = Some(notice);
    Vec::new()
}

/// Takes the lines shown out of view.
pub(super) fn acknowledge(model: &mut Model) -> Vec<Effect> {
    let shown = model.screen().map_or(0, |s| usize::from(s.banners.height));
    let ids: Vec<i64> = model
        .in_view
        .lines
        .iter()
        .take(shown)
        .map(|l| l.id)
        .collect();
    if ids.is_empty() {
        return refuse(model, Notice::NothingInView);
    }
    vec![Effect::Acknowledge(ids)]
}

/// Takes everything out of view, after a question when some of it is not on the screen.
pub(super) fn acknowledge_all(model: &mut Model) -> Vec<Effect> {
    let shown = model.screen().map_or(0, |s| usize::from(s.banners.height));
    let count = model.in_view.count;
    if count <= shown {
        return acknowledge(model);
    }
    model.mode = Mode::Confirm(Question::AcknowledgeAll { count });
    Vec::new()
}

pub(super) fn mute(model: &mut Model) -> Vec<Effect> {
    model.muted = !model.muted;
    model.notice = Some(Notice::Muted(model.muted));
    Vec::new()
}

/// A button on a notification: whoever presses it has seen what it is about.
pub(super) fn chosen(model: &mut Model, line: &Line, choice: Choice) -> Vec<Effect> {
    let mut effects = vec![Effect::Acknowledge(vec![line.id])];
    let Some(number) = line.occasion.number.clone() else {
        if choice == Choice::Again {
            effects.push(Effect::RemindAgain(line.id));
        }
        return effects;
    };
    effects.extend(match choice {
        Choice::Sign => browse::on_these(model, &[number], |_, _| Ok(Act::Sign)),
        Choice::Dispatch => browse::on_these(model, &[number], browse::own_community),
        Choice::Again => {
            let Span::Minutes(minutes) = model.rules.policy.telling.again else {
                return effects;
            };
            model.notice = Some(Notice::Again(minutes * 60));
            vec![Effect::RemindAgain(line.id)]
        }
        Choice::Open if matches!(model.mode, Mode::Browse) => {
            model.queue.look_for("", &model.rules.policy);
            model.queue.select(&number);
            browse::open_page(model)
        }
        // Somebody is typing: what is typed is not taken away.
        Choice::Open => Vec::new(),
    });
    effects
}

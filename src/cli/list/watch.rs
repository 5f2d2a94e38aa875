//! `list --watch`: the list once, then a plain line for everything that happens to it, for screen readers and for pipes.
//! It reads and tells; who is to be reminded of what is the open desk's to say.

use std::collections::BTreeMap;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use serde_json::{Value, json};

use super::{Item, collect, next, shown, table};
use crate::app::countdown::{Face, Nearness, face};
use crate::app::text::{Texts, say};
use crate::cli::args::List;
use crate::cli::desk::Desk;
use crate::cli::failure;
use crate::cli::output::{Output, failed};
use crate::domain::ids::{Number, Post, Stage};
use crate::domain::queue::Row;
use crate::domain::step::Step;
use crate::domain::time::Stamp;
use crate::error::Failure;
use crate::store::{Store, watch};

/// The clock is looked at this often at the least.
const LONGEST: Duration = Duration::from_mins(1);

/// How urgent the next due time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    Calm,
    Near,
    Overdue,
}

/// What of a case is worth a line when it changes.
#[derive(Debug, PartialEq)]
struct Seen {
    stage: Stage,
    step: Option<Step>,
    urgency: Urgency,
}

/// What happened to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    New,
    Changed,
    Near,
    Overdue,
    Gone,
}

impl Change {
    const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Near => "near",
            Self::Overdue => "overdue",
            Self::Gone => "gone",
        }
    }
}

/// Lists, then tells until it is stopped or nobody reads any more.
///
/// # Errors
/// As `list`.
pub(super) fn run(desk: &Desk, args: &List, store: &mut Store) -> Result<(), Failure> {
    let said = |e| failure::store(&desk.texts, &e);
    let (knock, knocked) = mpsc::channel();
    let path = store.path().to_owned();
    let knock = move || {
        // Nobody waits any more only when this is over.
        let _ = knock.send(());
    };
    let _watch = watch(&path, knock).map_err(said)?;
    let mut seen: Option<BTreeMap<Number, Seen>> = None;
    loop {
        store.changes().map_err(said)?;
        let now = desk.now();
        let items = collect(desk, args, store, now)?;
        let near = Nearness::of(&desk.rules.policy.desk.near);
        let looked = items.iter().map(|item| {
            let row = &item.row;
            (row.number.clone(), look(row, near, now))
        });
        let looked: BTreeMap<Number, Seen> = looked.collect();
        match &seen {
            None => tell_all(desk, &items, now)?,
            Some(before) => {
                let changes = changes(before, &looked, &items);
                tell(desk, store, &changes, now)?;
            }
        }
        seen = Some(looked);
        let wait = until_next(desk, &items, near, now);
        match knocked.recv_timeout(wait) {
            Ok(()) | Err(RecvTimeoutError::Timeout) => {}
            // The watch lives as long as this does.
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        // A commit is told of several times.
        while knocked.try_recv().is_ok() {}
    }
}

fn look(row: &Row, near: Nearness, now: Stamp) -> Seen {
    let urgency = match row.next.as_ref().map(|cell| face(cell, now, near)) {
        Some(Face::Overdue { .. }) => Urgency::Overdue,
        Some(Face::Running { near: true, .. }) => Urgency::Near,
        Some(
            Face::Running { near: false, .. }
            | Face::Waiting
            | Face::Void
            | Face::Expired
            | Face::Met { .. }
            | Face::Late { .. },
        )
        | None => Urgency::Calm,
    };
    Seen {
        stage: row.stage(),
        step: row.plan.at(now).cloned(),
        urgency,
    }
}

/// How long nothing changes by time alone.
fn until_next(desk: &Desk, items: &[Item], near: Nearness, now: Stamp) -> Duration {
    let moments = items.iter().flat_map(|item| {
        let row = &item.row;
        let cell = row.next.as_ref();
        let begins = cell.and_then(|c| Some(near.begins(c.start?, c.due?)));
        let late = cell.and_then(|c| c.due).map(Stamp::just_after);
        [begins, late, row.plan.next_change(now)]
    });
    let next = moments.flatten().filter(|at| *at > now).min();
    let wait = next.and_then(|at| desk.clock.until(at));
    wait.unwrap_or(LONGEST).min(LONGEST)
}

fn changes<'a>(
    before: &BTreeMap<Number, Seen>,
    after: &BTreeMap<Number, Seen>,
    items: &'a [Item],
) -> Vec<(Change, Number, Option<&'a Item>)> {
    let gone = before.keys().filter(|number| !after.contains_key(number));
    let mut changes: Vec<_> = gone.map(|n| (Change::Gone, n.clone(), None)).collect();
    for item in items {
        let number = item.row.number.clone();
        let change = match (before.get(&number), after.get(&number)) {
            (None, _) => Some(Change::New),
            (Some(old), Some(new)) => change_of(old, new),
            (Some(_), None) => None,
        };
        changes.extend(change.map(|change| (change, number, Some(item))));
    }
    changes
}

fn change_of(old: &Seen, new: &Seen) -> Option<Change> {
    if old.stage != new.stage {
        return Some(Change::Changed);
    }
    // A limit that passes may bring another step with it: the line of the limit names that too.
    match new.urgency {
        Urgency::Near if old.urgency < Urgency::Near => Some(Change::Near),
        Urgency::Overdue if old.urgency < Urgency::Overdue => Some(Change::Overdue),
        Urgency::Calm | Urgency::Near | Urgency::Overdue => {
            (old.step != new.step).then_some(Change::Changed)
        }
    }
}

fn tell_all(desk: &Desk, items: &[Item], now: Stamp) -> Result<(), Failure> {
    let mut out = Output::new();
    if desk.json {
        for item in items {
            line_of_json(&mut out, Change::New, shown(item, desk, now))?;
        }
    } else {
        table(&mut out, &desk.texts, &desk.rules, items, now)?;
    }
    out.finish()
}

fn tell(
    desk: &Desk,
    store: &Store,
    changes: &[(Change, Number, Option<&Item>)],
    now: Stamp,
) -> Result<(), Failure> {
    let roster = desk.roster(store)?;
    let on_duty = roster.on_duty(&desk.rules, now.date());
    let mut out = Output::new();
    for (change, number, item) in changes {
        if desk.json {
            let value = item.map_or_else(
                || json!({ "number": number }),
                |item| shown(item, desk, now),
            );
            line_of_json(&mut out, *change, value)?;
        } else {
            out.line(in_words(&desk.texts, *change, number, *item, on_duty, now))?;
        }
    }
    out.finish()
}

fn line_of_json(out: &mut Output, change: Change, mut value: Value) -> Result<(), Failure> {
    if let Value::Object(fields) = &mut value {
        fields.insert("change".to_owned(), change.as_str().into());
    }
    let line = format!("{value}\n");
    let written = out.writer().write_all(line.as_bytes());
    written.map_err(|e| failed(&e))
}

fn in_words(
    texts: &Texts,
    change: Change,
    number: &Number,
    item: Option<&Item>,
    on_duty: Post,
    now: Stamp,
) -> String {
    let at = texts.moment(now.to_second());
    let Some(Item { row, .. }) = item else {
        return say!(texts, "watch-gone", at = at, number = number.as_str());
    };
    let step = row.plan.at(now);
    let step = step.map_or_else(
        || say!(texts, "step-none"),
        |step| texts.full_step(step, on_duty, now),
    );
    let limit = row
        .next
        .map_or_else(String::new, |cell| next(texts, &cell, now));
    let community = row
        .community
        .as_ref()
        .map_or_else(|| say!(texts, "unassigned"), ToString::to_string);
    match change {
        Change::New => say!(
            texts,
            "watch-new",
            at = at,
            number = number.as_str(),
            kind = texts.full_kind(row.kind),
            community = community,
            title = row.title.as_str(),
            step = step
        ),
        Change::Changed => say!(
            texts,
            "watch-changed",
            at = at,
            number = number.as_str(),
            stage = texts.stage(row.stage()),
            step = step
        ),
        Change::Near | Change::Overdue | Change::Gone => say!(
            texts,
            "watch-limit",
            at = at,
            number = number.as_str(),
            limit = limit,
            step = step
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::step::{Doer, Task};

    fn seen(stage: Stage, urgency: Urgency) -> Seen {
        Seen {
            stage,
            step: None,
            urgency,
        }
    }

    #[test]
    fn a_limit_is_told_when_it_comes_near_and_when_it_passes_once_each() {
        let at = |urgency| seen(Stage::AwaitingSign, urgency);
        let (calm, near, over) = (at(Urgency::Calm), at(Urgency::Near), at(Urgency::Overdue));
        assert_eq!(change_of(&calm, &near), Some(Change::Near));
        assert_eq!(change_of(&near, &near), None);
        assert_eq!(change_of(&near, &over), Some(Change::Overdue));
        assert_eq!(change_of(&calm, &over), Some(Change::Overdue));
        assert_eq!(change_of(&over, &over), None);
        // Another limit is the next one now, and it is far away.
        assert_eq!(change_of(&over, &calm), None);
    }

    #[test]
    fn what_was_done_is_told_before_how_urgent_it_is() {
        let before = seen(Stage::AwaitingSign, Urgency::Near);
        let after = seen(Stage::AwaitingDispatch, Urgency::Overdue);
        assert_eq!(change_of(&before, &after), Some(Change::Changed));
    }

    #[test]
    fn a_limit_that_passes_is_told_as_such_whatever_is_to_be_done_then() {
        let step = |task| Step {
            task,
            by: Doer::OnDuty,
            unit: None,
            due: None,
            clock: None,
        };
        let at = |task, urgency| Seen {
            step: Some(step(task)),
            ..seen(Stage::WithUnit, urgency)
        };
        let before = at(Task::PhoneSign, Urgency::Near);
        let after = at(Task::UnitSign, Urgency::Overdue);
        assert_eq!(change_of(&before, &after), Some(Change::Overdue));
        let calm = at(Task::UnitSign, Urgency::Near);
        assert_eq!(change_of(&before, &calm), Some(Change::Changed));
    }
}

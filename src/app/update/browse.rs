//! The queue and the case's page: moving, looking, and the acts on the case in hand or on the marked ones.

use std::collections::BTreeSet;

use super::{
    acts, aftercare, at_time, boards, confirm, dispatch, dossier, form, forwarded, help, journal,
    palette, privacy, reconcile, refuse, report, roster, search, step, suggest, telling, visit,
};
use crate::app::acts::ActName;
use crate::app::effect::{Append, Effect};
use crate::app::keymap::Action;
use crate::app::layout;
use crate::app::mode::{Batch, Mode, Question, Wanted};
use crate::app::model::Model;
use crate::app::msg::Entry;
use crate::app::notice::Notice;
use crate::app::text::Texts;
use crate::domain::command::{Act, Context};
use crate::domain::event::Assignment;
use crate::domain::ids::{Number, Role, Stage};

pub(super) fn act(model: &mut Model, texts: &Texts, action: Action) -> Vec<Effect> {
    match action {
        Action::Sign => on_meant(model, Batch::Sign),
        Action::SignAndDispatch => on_meant(model, Batch::SignAndDispatch),
        Action::Dispatch => dispatch::open(model),
        Action::Remind => acts::open(model, Wanted::Act(ActName::Remind)),
        Action::Acts => acts::open(model, Wanted::Menu),
        Action::Act(name) => acts::open(model, Wanted::Act(name)),
        Action::Decide => form::open_decision(model),
        Action::Undo => confirm::open_undo(model),
        Action::NextStep => step::open(model),
        Action::Suggestions => suggest::open(model),
        Action::NewCase => form::open_new(model),
        Action::AtTime => at_time::open(model),
        Action::Search => search::open(model),
        Action::Palette => palette::open(model, texts),
        Action::Help => help::open(model),
        Action::CopyNumber => copy_number(model),
        Action::Up => travel(model, -1),
        Action::Down => travel(model, 1),
        Action::PageUp => travel(model, -screenful(model)),
        Action::PageDown => travel(model, screenful(model)),
        Action::First => travel(model, isize::MIN),
        Action::Last => travel(model, isize::MAX),
        Action::Open => open_page(model),
        Action::Regroup => {
            let grouping = model.queue.grouping().next();
            model.queue.regroup(grouping, &model.rules.policy);
            Vec::new()
        }
        Action::Mark => {
            model.queue.toggle_mark();
            model.queue.step(1);
            Vec::new()
        }
        Action::MarkAll => {
            if model.queue.marks() == 0 {
                model.queue.mark_shown();
            } else {
                model.queue.unmark_all();
            }
            Vec::new()
        }
        Action::Theme => {
            model.settings.theme = model.settings.theme.next();
            Vec::new()
        }
        Action::Back => back(model),
        Action::Acknowledge => telling::acknowledge(model),
        Action::AcknowledgeAll => telling::acknowledge_all(model),
        Action::Mute => telling::mute(model),
        Action::Reveal => privacy::reveal(model),
        Action::ExportDossier => dossier::export(model, texts),
        Action::CopyVerdicts => dossier::copy_verdicts(model, texts),
        Action::Journal => journal::open(model),
        Action::Boards => boards::open(model),
        Action::Aftercare => aftercare::open(model),
        Action::Reconcile => reconcile::open(model),
        Action::Roster => roster::open(model),
        Action::Forwarded => forwarded::open(model),
        Action::DaySummary => report::open_day(model),
        Action::Bulletin => report::open_bulletin(model),
        Action::Ladder => report::open_ladder(model),
        Action::PreviousGroup => to_group(model, |here| here.checked_sub(1)),
        Action::NextGroup => to_group(model, |here| Some(here + 1)),
        Action::Group1 => to_group(model, |_| Some(0)),
        Action::Group2 => to_group(model, |_| Some(1)),
        Action::Group3 => to_group(model, |_| Some(2)),
        Action::Group4 => to_group(model, |_| Some(3)),
        Action::Group5 => to_group(model, |_| Some(4)),
        Action::Group6 => to_group(model, |_| Some(5)),
        // Keys of other modes, or dealt with before.
        Action::Quit
        | Action::SearchAll
        | Action::Accept
        | Action::Save
        | Action::NextField
        | Action::PreviousField
        | Action::NextValue
        | Action::PreviousValue
        | Action::ToggleAssist
        | Action::Unanswered
        | Action::Dismiss
        | Action::PreviousDay
        | Action::NextDay
        | Action::Take
        | Action::Keep
        | Action::Earlier
        | Action::Later
        | Action::WeekOrMonth
        | Action::StepDone
        | Action::ExcuseLapse
        | Action::ExportReport
        | Action::OtherSide
        | Action::TakeAsCase
        | Action::Attach
        | Action::ConfirmCall
        | Action::PutAside
        | Action::BringBack
        | Action::Swap
        | Action::StandIn
        | Action::HandOver
        | Action::TakeBack
        | Action::Skip
        | Action::Demo => Vec::new(),
    }
}

pub(super) fn on_meant(model: &mut Model, batch: Batch) -> Vec<Effect> {
    let numbers = model.meant().iter().map(|e| e.row.number.clone()).collect();
    do_to_all(model, numbers, batch)
}

/// Does something to each of these cases. Where marked ones are not on the screen it asks first: a mark is quickly set on
/// hundreds, and nobody remembers those that were scrolled away.
pub(super) fn do_to_all(model: &mut Model, numbers: Vec<Number>, batch: Batch) -> Vec<Effect> {
    let hidden = model.out_of_sight(&numbers);
    if hidden > 0 && numbers.iter().any(|n| model.queue.is_marked(n)) {
        model.mode = Mode::Confirm(Question::Batch {
            batch,
            numbers,
            hidden,
        });
        return Vec::new();
    }
    carry_out(model, &numbers, &batch)
}

/// The same without asking.
pub(super) fn carry_out(model: &mut Model, numbers: &[Number], batch: &Batch) -> Vec<Effect> {
    on_these(model, numbers, |model, entry| match batch {
        Batch::Sign => Ok(Act::Sign),
        Batch::SignAndDispatch => own_community(model, entry),
        Batch::Dispatch(units) => Ok(Act::Dispatch {
            units: units.clone(),
        }),
    })
}

/// Asks the writer for one act on each of these cases.
pub(super) fn on_these(
    model: &mut Model,
    numbers: &[Number],
    act: impl Fn(&Model, &Entry) -> Result<Act, Notice>,
) -> Vec<Effect> {
    let context = model.context();
    let mut appends = Vec::new();
    let mut refused = None;
    for number in numbers {
        let decided = match model.queue.find(number) {
            None => Err(Notice::Left(number.clone())),
            Some(_) if model.writing.contains(number) => Err(Notice::StillWriting(number.clone())),
            Some(entry) => act(model, entry).map(|act| (act, entry)),
        };
        match decided {
            Ok((act, entry)) => appends.push(Append {
                number: number.clone(),
                expected: Some(entry.version),
                act,
                context: Context {
                    at: model
                        .happened_at
                        .map_or(context.at, |t| t.of_case(entry.row.received)),
                    ..context.clone()
                },
                message: None,
            }),
            Err(notice) => {
                refused.get_or_insert(notice);
            }
        }
    }
    if appends.is_empty() {
        return refuse(model, refused.unwrap_or(Notice::NothingInHand));
    }
    let mut effects = send(model, appends);
    if let Some(notice) = refused {
        effects.extend(refuse(model, notice));
    }
    effects
}

/// Hands acts to the writer and remembers whose answer is awaited.
pub(super) fn send(model: &mut Model, appends: Vec<Append>) -> Vec<Effect> {
    let numbers: BTreeSet<Number> = appends.iter().map(|a| a.number.clone()).collect();
    model.writing.extend(numbers);
    vec![Effect::Append(appends)]
}

/// A dispatch to the case's own community; it counts as the sign where there is none (S4). Not for a case that somebody
/// has: it would take the lead from them unseen.
pub(super) fn own_community(model: &Model, entry: &Entry) -> Result<Act, Notice> {
    let is_with_somebody = match entry.row.stage() {
        Stage::AwaitingSign | Stage::AwaitingDispatch => !entry.row.units.is_empty(),
        Stage::WithUnit | Stage::AwaitingReview => true,
        // The writer refuses these, and says who ended it.
        Stage::Closed | Stage::Aftercare | Stage::Void => false,
    };
    if is_with_somebody {
        let (number, units) = (entry.row.number.clone(), entry.row.units.clone());
        return Err(Notice::AlreadyWith(number, units));
    }
    let community = entry.row.community.as_ref();
    community
        .and_then(|c| model.rules.policy.community(c.as_str()))
        .map(|c| Act::Dispatch {
            units: vec![Assignment {
                unit: c.unit.clone(),
                role: Role::Lead,
            }],
        })
        .ok_or_else(|| Notice::NoCommunity(entry.row.number.clone()))
}

fn copy_number(model: &mut Model) -> Vec<Effect> {
    let Some(entry) = model.queue.selected() else {
        return refuse(model, Notice::NothingInHand);
    };
    let number = entry.row.number.clone();
    let text = number.as_str().to_owned();
    model.notice = Some(Notice::Copied(number));
    vec![Effect::CopyText(text)]
}

/// Lines of a jump by a screen: one less than there are, so that the eye keeps a line.
fn screenful(model: &Model) -> isize {
    let height = model.screen().map_or(1, |screen| {
        match (model.on_page, screen.queue, screen.case) {
            (Some(_), _, Some(case)) | (None, None, Some(case)) => case.inside().height,
            (None, Some(queue), _) => layout::lines(queue).height,
            (Some(_), _, None) | (None, None, None) => 1,
        }
    });
    isize::try_from(height.saturating_sub(1))
        .unwrap_or(1)
        .max(1)
}

/// Moves the hand by so many cases, or the page by so many lines when the hand is there.
fn travel(model: &mut Model, by: isize) -> Vec<Effect> {
    if let Some(scroll) = &mut model.on_page {
        *scroll = scroll.saturating_add_signed(by);
    } else {
        match by {
            isize::MIN => model.queue.select_line(0),
            isize::MAX => model.queue.select_line(model.queue.lines().len()),
            by => model.queue.step(by),
        }
    }
    Vec::new()
}

pub(super) fn open_page(model: &mut Model) -> Vec<Effect> {
    if model.queue.selected().is_none() {
        return refuse(model, Notice::NothingInHand);
    }
    model.on_page = Some(0);
    Vec::new()
}

/// Leaves what was opened or set last: the page, the past time, the marks, the search.
fn back(model: &mut Model) -> Vec<Effect> {
    // What was shown on purpose on the page goes with it; beside the queue it is what was set last.
    if model.revealed.take().is_some() && model.on_page.is_none() {
        return Vec::new();
    }
    if model.on_page.take().is_some() {
        return visit::back(model);
    }
    if model.happened_at.take().is_some() {
        return Vec::new();
    }
    if model.queue.marks() > 0 {
        model.queue.unmark_all();
    } else if !model.queue.looked_for().is_empty() {
        model.queue.look_for("", &model.rules.policy);
    }
    Vec::new()
}

fn to_group(model: &mut Model, to: impl Fn(usize) -> Option<usize>) -> Vec<Effect> {
    let here = model.queue.group_at(model.queue.hand()).unwrap_or(0);
    let went = to(here).is_some_and(|place| model.queue.select_group(place));
    if went {
        Vec::new()
    } else {
        refuse(model, Notice::NoGroup)
    }
}

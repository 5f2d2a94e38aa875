//! The menu of acts, and the way to an act: the facts of the case are read first, so that what is shown and greyed is what is
//! on disk. What is typed meanwhile waits for what it is meant for.

use super::{act, browse, dispatch, refuse, remind};
use crate::app::acts::{ActName, Asking};
use crate::app::case_page::CasePage;
use crate::app::effect::Effect;
use crate::app::keymap::Action;
use crate::app::mode::{ActMenu, Batch, Mode, Wanted};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::domain::command::Context;
use crate::domain::ids::Number;

/// Asks for the menu, or for an act, on the case in hand.
pub(super) fn open(model: &mut Model, wanted: Wanted) -> Vec<Effect> {
    let Some(entry) = model.queue.selected() else {
        return refuse(model, Notice::NothingInHand);
    };
    // Those that need no facts keep their own ways: they may be meant for several cases.
    match wanted {
        Wanted::Act(ActName::Sign) => return browse::on_meant(model, Batch::Sign),
        Wanted::Act(ActName::Dispatch) => return dispatch::open(model),
        Wanted::Menu | Wanted::Act(_) | Wanted::Step(_) | Wanted::Help | Wanted::Excuse(_) => {}
    }
    model.act_of = Some((entry.row.number.clone(), wanted));
    Vec::new()
}

/// Goes on with what waited, when the facts are there.
pub(super) fn go_on(model: &mut Model) -> Vec<Effect> {
    let Some((number, wanted)) = model.act_of.clone() else {
        return Vec::new();
    };
    if model.queue.find(&number).is_none() {
        model.act_of = None;
        return refuse(model, Notice::Left(number));
    }
    if !is_read(model, &number) {
        return Vec::new();
    }
    model.act_of = None;
    match wanted {
        Wanted::Menu => {
            open_menu(model, number);
            Vec::new()
        }
        Wanted::Act(ActName::Remind) => remind::open(model, &number),
        Wanted::Act(name) => act::open(model, &number, name, false),
        Wanted::Step(name) => act::open(model, &number, name, true),
        Wanted::Help => dispatch::open_with_help(model, number),
        Wanted::Excuse(at) => act::open_excuse(model, &number, at),
    }
}

/// Are all facts of the case here, as they are on disk, and nothing on its way there?
fn is_read(model: &Model, number: &Number) -> bool {
    let version = model.queue.find(number).map(|e| e.version);
    let page = model.page_of(number);
    !model.writing.contains(number) && page.map(|p| p.version) == version
}

/// The page of a case, and the moment and name in which an act on it would be logged.
pub(super) fn at_hand<'a>(model: &'a Model, number: &Number) -> Option<(&'a CasePage, Context)> {
    let page = model.page_of(number)?;
    let context = model.context();
    let received = page.case.received_at;
    let at = model
        .happened_at
        .map_or(context.at, |t| t.of_case(received));
    Some((page, Context { at, ..context }))
}

fn open_menu(model: &mut Model, number: Number) {
    let acts = judged(model, &number);
    let in_hand = acts.iter().position(|(_, unable)| unable.is_none());
    model.mode = Mode::Acts(Box::new(ActMenu {
        number,
        acts,
        in_hand: in_hand.unwrap_or(0),
    }));
}

fn judged(model: &Model, number: &Number) -> Vec<(ActName, Option<crate::app::acts::Unable>)> {
    let Some((page, context)) = at_hand(model, number) else {
        return Vec::new();
    };
    let asking = Asking::new(page, &model.rules, &model.roster, &context);
    let judge = |name: &ActName| (*name, asking.unable(*name));
    ActName::ALL.iter().map(judge).collect()
}

/// The case was read anew while its menu is open: what is greyed follows, the hand stays.
pub(super) fn read_anew(model: &mut Model) {
    let Mode::Acts(menu) = &model.mode else {
        return;
    };
    let acts = judged(model, &menu.number);
    if let (Mode::Acts(menu), false) = (&mut model.mode, acts.is_empty()) {
        menu.acts = acts;
    }
}

pub(super) fn press(model: &mut Model, action: Option<Action>) -> Vec<Effect> {
    let Mode::Acts(menu) = &mut model.mode else {
        return Vec::new();
    };
    let last = menu.acts.len().saturating_sub(1);
    let here = menu.in_hand;
    match action {
        Some(Action::Up) => menu.in_hand = here.checked_sub(1).unwrap_or(last),
        Some(Action::Down) => menu.in_hand = if here >= last { 0 } else { here + 1 },
        Some(Action::First) => menu.in_hand = 0,
        Some(Action::Last) => menu.in_hand = last,
        Some(Action::PreviousGroup) => menu.in_hand = to_phase(menu, false),
        Some(Action::NextGroup) => menu.in_hand = to_phase(menu, true),
        Some(Action::Accept) => return choose(model, here),
        Some(Action::Act(name)) => {
            let place = menu.acts.iter().position(|(n, _)| *n == name);
            return place.map_or_else(Vec::new, |place| choose(model, place));
        }
        Some(Action::Back) => model.mode = Mode::Browse,
        Some(_) | None => {}
    }
    Vec::new()
}

/// The first act of the next phase, or of the one before.
fn to_phase(menu: &ActMenu, forward: bool) -> usize {
    let phase = |n: usize| menu.acts.get(n).map(|(name, _)| name.phase());
    let here = menu.in_hand;
    let begins = |n: &usize| *n == 0 || phase(*n) != phase(n - 1);
    let mut firsts = (0..menu.acts.len()).filter(begins);
    if forward {
        firsts.find(|n| *n > here).unwrap_or(0)
    } else {
        firsts.rfind(|n| *n < here).unwrap_or(0)
    }
}

/// Does an act of the menu; what cannot be done says why, and the menu stays.
pub(super) fn choose(model: &mut Model, place: usize) -> Vec<Effect> {
    let Mode::Acts(menu) = &mut model.mode else {
        return Vec::new();
    };
    let Some((name, unable)) = menu.acts.get(place).cloned() else {
        return Vec::new();
    };
    menu.in_hand = place;
    if let Some(unable) = unable {
        let number = menu.number.clone();
        return refuse(model, Notice::Unable(number, unable));
    }
    let number = menu.number.clone();
    model.mode = Mode::Browse;
    if !model.has_in_hand(&number) {
        return refuse(model, Notice::Left(number));
    }
    open(model, Wanted::Act(name))
}

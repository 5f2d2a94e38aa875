//! The mouse: a click puts the hand on a case, a second one opens it; in the lists of acts it does the act, in the lists of units
//! and suggestions a second one takes it, in a dialog it puts the hand on a field and turns a choice, on the footer it presses
//! the key, on the count of forwarded messages it opens their board; the wheel moves. It is never needed.

use super::{
    act, acts, aftercare, boards, dispatch, form, forwarded, palette, reconcile, report, roster,
    suggest, welcome,
};
use crate::app::effect::Effect;
use crate::app::layout;
use crate::app::mode::Mode;
use crate::app::model::Model;
use crate::app::queue::Line;
use crate::app::text::Texts;
use crate::app::view;

pub(super) fn click(model: &mut Model, texts: &Texts, column: u16, row: u16) -> Vec<Effect> {
    let Some(screen) = model.screen() else {
        return Vec::new();
    };
    if model.holds_back() {
        return Vec::new();
    }
    if screen.keys.holds(column, row) {
        let key = view::footer::hit(model, texts, screen.keys, column);
        return key.map_or_else(Vec::new, |key| super::press(model, texts, key));
    }
    if matches!(model.mode, Mode::Browse)
        && view::header::counts_messages(model, texts, column, row)
    {
        return forwarded::open(model);
    }
    match &model.mode {
        Mode::Browse | Mode::Search(_) => {}
        Mode::Acts(menu) => {
            let place = view::acts::hit(model.size, menu, column, row);
            return place.map_or_else(Vec::new, |place| acts::choose(model, place));
        }
        Mode::Act(form) => {
            if let Some(hit) = view::act::hit(model, texts, form, (column, row)) {
                act::click(model, hit);
            }
            return Vec::new();
        }
        Mode::Dispatch(picker) => {
            let place = view::dispatch::hit(model, texts, picker, (column, row));
            return place.map_or_else(Vec::new, |place| dispatch::click(model, place));
        }
        Mode::Remind(open) => {
            let place = view::remind::hit(model.size, open, (column, row));
            if let (Some(place), Mode::Remind(open)) = (place, &mut model.mode) {
                open.in_hand = place;
            }
            return Vec::new();
        }
        Mode::Suggestions(open) => {
            let place = view::suggest::hit(model, texts, open, (column, row));
            return place.map_or_else(Vec::new, |place| suggest::click(model, place));
        }
        Mode::NewCase(form) | Mode::Decide(form) => {
            if let Some(place) = view::form::hit(model, texts, form, (column, row)) {
                form::click(model, place);
            }
            return Vec::new();
        }
        Mode::Palette(palette) => {
            let place = view::palette::hit(model.size, palette, (column, row));
            return place.map_or_else(Vec::new, |place| palette::choose(model, texts, place));
        }
        Mode::Boards(_) => return boards::click(model, texts, column, row),
        Mode::Aftercare(_) => return aftercare::click(model, column, row),
        Mode::Reconcile(_) => return reconcile::click(model, column, row),
        Mode::Forwarded(_) => return forwarded::click(model, column, row),
        Mode::Report(_) => return report::click(model, texts, column, row),
        Mode::Roster(_) => return roster::click(model, column, row),
        Mode::Welcome(open) => {
            if let Some(place) = view::welcome::hit(model, texts, open, (column, row)) {
                welcome::click(model, place);
            }
            return Vec::new();
        }
        Mode::AtTime(_) | Mode::Confirm(_) | Mode::Help(_) | Mode::Journal(_) => {
            return Vec::new();
        }
    }
    if screen.case.is_some_and(|a| a.holds(column, row)) {
        if model.queue.selected().is_some() && matches!(model.mode, Mode::Browse) {
            model.on_page.get_or_insert(0);
        }
        return Vec::new();
    }
    let Some(lines) = screen.queue.map(layout::lines) else {
        return Vec::new();
    };
    if !lines.holds(column, row) {
        return Vec::new();
    }
    let line = model.top + usize::from(row - lines.y);
    match model.queue.lines().get(line) {
        Some(Line::Case(_)) => {}
        Some(Line::Title(group)) => {
            let group = *group;
            model.on_page = None;
            model.queue.select_group(group);
            return Vec::new();
        }
        None => return Vec::new(),
    }
    if model.queue.selected_line() == Some(line) && matches!(model.mode, Mode::Browse) {
        model.on_page = Some(0);
    } else {
        model.on_page = None;
        model.queue.select_line(line);
    }
    Vec::new()
}

/// Lines a notch of the wheel moves a page.
const NOTCH: isize = 3;

pub(super) fn scroll(model: &mut Model, notches: i16) -> Vec<Effect> {
    let by = isize::from(notches);
    match &mut model.mode {
        Mode::Help(help) => help.scroll = help.scroll.saturating_add_signed(by * NOTCH),
        Mode::Browse => match &mut model.on_page {
            Some(scroll) => *scroll = scroll.saturating_add_signed(by * NOTCH),
            None => model.queue.step(by),
        },
        Mode::Search(_) => model.queue.step(by),
        Mode::Acts(menu) => {
            let last = menu.acts.len().saturating_sub(1);
            menu.in_hand = menu.in_hand.saturating_add_signed(by).min(last);
        }
        Mode::Dispatch(picker) => picker.list.step(by),
        Mode::Palette(palette) => palette.list.step(by),
        Mode::Remind(remind) => remind.step(by),
        Mode::Suggestions(_) => suggest::step(model, by),
        Mode::NewCase(form) | Mode::Decide(form) if !form.sent => form.step(by),
        Mode::Act(form) if !form.sent => form.step(by),
        Mode::NewCase(_) | Mode::Decide(_) | Mode::Act(_) | Mode::AtTime(_) | Mode::Confirm(_) => {}
        Mode::Welcome(open) => open.step(by),
        Mode::Boards(_) => return boards::scroll(model, by),
        Mode::Aftercare(_) => return aftercare::scroll(model, by),
        Mode::Reconcile(_) => return reconcile::scroll(model, by),
        Mode::Forwarded(_) => return forwarded::scroll(model, by),
        Mode::Report(_) => return report::scroll(model, by),
        Mode::Roster(_) => roster::scroll(model, by),
        Mode::Journal(journal) => {
            journal.scroll = journal.scroll.saturating_add_signed(by * NOTCH);
        }
    }
    Vec::new()
}

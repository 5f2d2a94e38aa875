//! The reports on the screen: opening them, turning to another period or face, going down to a unit, a person and a case,
//! and writing them into files. What is logged from here stands in `ask`.

mod ask;

use super::{boards, refuse, visit};
use crate::app::boards::entry_at;
use crate::app::boards::report::{Asked, Entry, Face, Figures, ReportBoard, shown};
use crate::app::effect::{Effect, ReportExport};
use crate::app::key;
use crate::app::keymap::Action;
use crate::app::mode::{Mode, Wanted};
use crate::app::model::Model;
use crate::app::notice::{Notice, OnReport};
use crate::app::text::Texts;
use crate::app::view;
use crate::domain::occasion::{Shift, Topic};
use crate::domain::period::Period;

pub(super) use ask::{acted, failed, paste, refused};

/// Opens the summary of today, and takes the reminder to look at it out of view.
pub(super) fn open_day(model: &mut Model) -> Vec<Effect> {
    let asked = Asked::Day(model.now.date());
    open(model, asked, Some(Shift::Summary))
}

/// Opens the bulletin of this week, and takes the reminder to look at it out of view.
pub(super) fn open_bulletin(model: &mut Model) -> Vec<Effect> {
    let asked = Asked::Bulletin(Period::week_of(model.now.date()));
    open(model, asked, Some(Shift::Bulletin))
}

/// Opens the ladder of this month.
pub(super) fn open_ladder(model: &mut Model) -> Vec<Effect> {
    let asked = Asked::Ladder(Period::month_of(model.now.date()));
    open(model, asked, None)
}

fn open(model: &mut Model, asked: Asked, offered: Option<Shift>) -> Vec<Effect> {
    model.mode = Mode::Report(Box::new(ReportBoard::new(asked)));
    let offered = offered.map(Topic::Shift);
    let lines = model.in_view.lines.iter();
    let seen = lines.filter(|line| Some(line.occasion.topic) == offered);
    let seen: Vec<i64> = seen.map(|line| line.id).collect();
    let seen = (!seen.is_empty()).then_some(Effect::Acknowledge(seen));
    boards::read_again(model).into_iter().chain(seen).collect()
}

/// The figures that were asked for; those of a period that was left meanwhile are passed over.
pub(super) fn loaded(model: &mut Model, asked: Asked, figures: Figures) {
    let now = model.now;
    if let Mode::Report(board) = &mut model.mode
        && board.asked == asked
    {
        board.figures = Some((now, figures));
    }
}

pub(super) fn press(
    model: &mut Model,
    texts: &Texts,
    action: Option<Action>,
    key: key::Key,
) -> Vec<Effect> {
    let page = view::report::room(model, texts).max(1);
    let Mode::Report(board) = &mut model.mode else {
        return Vec::new();
    };
    if board.asking.is_some() {
        return ask::press(model, action, key);
    }
    if board.face.is_text() {
        if super::turn(&mut board.scroll, action, page) {
            return Vec::new();
        }
    } else {
        let mut place = board.in_hand(&board.entries());
        if super::turn(&mut place, action, page) {
            board.put_hand(place);
            return Vec::new();
        }
    }
    let (asked, today) = (board.asked, model.now.date());
    match action {
        Some(Action::Earlier) => return turn_to(model, asked.moved(false)),
        // What has not begun has no figures.
        Some(Action::Later) if asked.moved(true).period().first_day() <= today => {
            return turn_to(model, asked.moved(true));
        }
        Some(Action::WeekOrMonth) => return turn_to(model, asked.other_length(today)),
        Some(Action::OtherSide) => next_face(board),
        Some(Action::Open) => return open_entry(model),
        Some(Action::HandOver) => ask::hand_over(model),
        Some(Action::StepDone) => return ask::step_done(model),
        Some(Action::ExcuseLapse) => return excuse(model),
        Some(Action::ExportReport) => return export(model, texts),
        Some(Action::Back) => match board.face.above() {
            Some((face, hand)) => board.turn_to(face, Some(hand)),
            None => model.mode = Mode::Browse,
        },
        Some(_) | None => {}
    }
    Vec::new()
}

/// Turns to another period with the face that is up; a unit or a person is looked for there too.
fn turn_to(model: &mut Model, asked: Asked) -> Vec<Effect> {
    if let Mode::Report(board) = &mut model.mode {
        board.asked = asked;
        board.figures = None;
        board.scroll = 0;
    }
    boards::read_again(model).into_iter().collect()
}

fn next_face(board: &mut ReportBoard) {
    let faces = board.asked.faces();
    let here = faces.iter().position(|face| *face == board.face);
    let next = here.map_or(0, |here| (here + 1) % faces.len());
    if let Some(face) = faces.get(next) {
        board.turn_to(face.clone(), None);
    }
}

fn open_entry(model: &mut Model) -> Vec<Effect> {
    let Mode::Report(board) = &mut model.mode else {
        return Vec::new();
    };
    let Some(held) = board.held() else {
        return Vec::new();
    };
    let face = match held {
        Entry::Ranked(ranked) => Face::Unit(ranked.unit.clone()),
        Entry::Who(on_ladder) => Face::Who(on_ladder.who.clone()),
        Entry::Missed(_) | Entry::Overdue(_) | Entry::Tomorrow(_) | Entry::Lapse(_) => {
            let number = held.case().cloned();
            // The hand is on this line also when the figures are read anew meanwhile.
            let place = board.in_hand(&board.entries());
            board.put_hand(place);
            return number.map_or_else(Vec::new, |number| visit::open(model, &number));
        }
    };
    board.turn_to(face, None);
    Vec::new()
}

/// Opens the dialog that says that the lapse in hand was no neglect.
fn excuse(model: &mut Model) -> Vec<Effect> {
    let Mode::Report(board) = &mut model.mode else {
        return Vec::new();
    };
    let place = board.in_hand(&board.entries());
    board.put_hand(place);
    match board.held() {
        Some(Entry::Lapse(lapse)) => {
            let (number, at) = (lapse.number.clone(), lapse.at);
            visit::open_for(model, &number, Wanted::Excuse(at))
        }
        Some(
            Entry::Missed(_)
            | Entry::Overdue(_)
            | Entry::Tomorrow(_)
            | Entry::Ranked(_)
            | Entry::Who(_),
        )
        | None => refuse(model, Notice::Report(OnReport::NoLapseInHand)),
    }
}

fn export(model: &mut Model, texts: &Texts) -> Vec<Effect> {
    let Mode::Report(board) = &model.mode else {
        return Vec::new();
    };
    let Some((at, figures)) = &board.figures else {
        return refuse(model, Notice::Report(OnReport::NotRead));
    };
    let report = match figures {
        Figures::Day(summary) => texts.day_report(summary, *at),
        Figures::Bulletin(bulletin) => texts.bulletin_report(bulletin, *at),
        Figures::Ladder(ladder) => texts.ladder_report(ladder, *at),
    };
    vec![Effect::ExportReport(Box::new(ReportExport {
        name: texts.report_name(board.asked),
        report,
        language: texts.language(),
        folder: model.settings.exports.clone(),
    }))]
}

/// A click on a face turns to it; one on a line puts the hand there, a second one opens it.
pub(super) fn click(model: &mut Model, texts: &Texts, column: u16, row: u16) -> Vec<Effect> {
    let face = view::report::face_at(model, texts, column, row);
    let list = view::report::list(model, texts);
    let Mode::Report(board) = &mut model.mode else {
        return Vec::new();
    };
    if board.asking.is_some() {
        return Vec::new();
    }
    if let Some(face) = face {
        board.turn_to(face, None);
        return Vec::new();
    }
    if !list.holds(column, row) {
        return Vec::new();
    }
    let entries = board.entries();
    let in_hand = board.in_hand(&entries);
    let shown = shown(&entries);
    let room = usize::from(list.height);
    match entry_at(&shown, in_hand, room, usize::from(row - list.y)) {
        Some(place) if place == in_hand => open_entry(model),
        Some(place) => {
            board.put_hand(place);
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// The wheel moves the hand, or turns the text.
pub(super) fn scroll(model: &mut Model, by: isize) -> Vec<Effect> {
    let Mode::Report(board) = &mut model.mode else {
        return Vec::new();
    };
    if board.asking.is_some() {
        return Vec::new();
    }
    if board.face.is_text() {
        board.scroll = board.scroll.saturating_add_signed(by);
    } else {
        let place = board.in_hand(&board.entries());
        board.put_hand(place.saturating_add_signed(by));
    }
    Vec::new()
}

/// Keeps a text within what there is of it.
pub(super) fn limit(model: &mut Model, texts: &Texts) {
    let most = view::report::most(model, texts);
    if let Mode::Report(board) = &mut model.mode {
        board.scroll = board.scroll.min(most);
    }
}

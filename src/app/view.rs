//! The model as a frame. The only place that knows ratatui; called by `runtime`. One screen one file.

pub mod act;
pub mod acts;
pub mod aftercare;
mod banners;
pub mod boards;
pub mod case;
pub mod dispatch;
pub mod footer;
pub mod form;
pub mod forwarded;
pub mod header;
pub mod help;
pub mod journal;
mod month_grid;
pub mod palette;
mod pen;
mod prompt;
mod queue;
pub mod reconcile;
pub mod remind;
pub mod report;
pub mod roster;
mod skin;
pub mod suggest;
mod too_small;
pub mod welcome;

use ratatui::Frame;

use self::pen::Pen;
use self::skin::Skin;
use super::mode::Mode;
use super::model::Model;
use super::text::Texts;

/// Draws the model.
pub fn view(model: &Model, texts: &Texts, frame: &mut Frame<'_>) {
    let mut pen = Pen {
        buffer: frame.buffer_mut(),
        skin: Skin::of(&model.settings),
        cursor: None,
    };
    draw(model, texts, &mut pen);
    if let Some(cursor) = pen.cursor {
        frame.set_cursor_position(cursor);
    }
}

fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>) {
    let Some(screen) = model.screen() else {
        too_small::draw(model, texts, pen);
        return;
    };
    header::draw(model, texts, pen, screen.header);
    if let Some(area) = screen.queue {
        queue::draw(model, texts, pen, area);
    }
    if let Some(area) = screen.case {
        case::draw(model, texts, pen, area);
    }
    banners::draw(model, texts, pen, screen.banners);
    footer::draw_status(model, texts, pen, screen.status);
    footer::draw_keys(model, texts, pen, screen.keys);
    match &model.mode {
        Mode::Browse | Mode::Search(_) => {}
        Mode::Acts(menu) => acts::draw(model, texts, pen, menu),
        Mode::Act(form) => act::draw(model, texts, pen, form),
        Mode::Dispatch(picker) => dispatch::draw(model, texts, pen, picker),
        Mode::Suggestions(open) => suggest::draw(model, texts, pen, open),
        Mode::Remind(remind) => remind::draw(model, texts, pen, remind),
        Mode::NewCase(form) | Mode::Decide(form) => form::draw(model, texts, pen, form),
        Mode::AtTime(prompt) => prompt::draw_at_time(model, texts, pen, prompt),
        Mode::Confirm(question) => prompt::draw_question(model, texts, pen, question),
        Mode::Help(open) => help::draw(model, texts, pen, open),
        Mode::Palette(palette) => palette::draw(model, texts, pen, palette),
        Mode::Journal(journal) => journal::draw(model, texts, pen, journal),
        Mode::Boards(in_hand) => boards::draw(model, texts, pen, *in_hand),
        Mode::Aftercare(board) => aftercare::draw(model, texts, pen, board),
        Mode::Reconcile(board) => reconcile::draw(model, texts, pen, board),
        Mode::Forwarded(board) => forwarded::draw(model, texts, pen, board),
        Mode::Report(board) => report::draw(model, texts, pen, board),
        Mode::Roster(board) => roster::draw(model, texts, pen, board),
        Mode::Welcome(open) => welcome::draw(model, texts, pen, open),
    }
}

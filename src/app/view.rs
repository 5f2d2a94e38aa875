//! The model as a frame. The only place that knows ratatui; called by `runtime`. One screen one file.

pub mod act;
pub mod acts;
pub mod aftercare;
mod banners;
pub mod boards;
mod canvas;
pub mod case;
mod dial;
pub mod dispatch;
mod figure;
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

pub use self::canvas::{Canvas, looks_alike};
use self::canvas::{Ground, Scene};
use self::dial::Dial;
use self::pen::Pen;
use self::skin::Skin;
use super::layout::Screen;
use super::mode::Mode;
use super::model::Model;
use super::text::Texts;

/// Draws the model; what stands on the canvas already may stay.
pub fn view(model: &Model, texts: &Texts, canvas: &mut Canvas) {
    canvas.fit(model.size);
    let skin = Skin::of(&model.settings);
    let mut pen = Pen { canvas, skin };
    let Some(screen) = model.screen() else {
        pen.canvas.clear();
        too_small::draw(model, texts, &mut pen);
        return;
    };
    main_screen(model, texts, &mut pen, screen);
    if !matches!(model.mode, Mode::Browse | Mode::Search(_)) {
        over_it(model, texts, &mut pen);
        pen.canvas.cover();
    }
}

/// Lays out what may be looked at next, while nobody waits for a frame; on the screen nothing changes.
pub fn make_ready(model: &Model, texts: &Texts, canvas: &mut Canvas) {
    case::lay_out_ahead(model, texts, canvas);
}

/// Draws the model of which nothing but the present moment is another than when it was drawn last.
pub fn pass_time(model: &Model, texts: &Texts, canvas: &mut Canvas) {
    let skin = Skin::of(&model.settings);
    let Some(screen) = model.screen().filter(|_| canvas.counts_on(model.now)) else {
        return view(model, texts, canvas);
    };
    let mut pen = Pen { canvas, skin };
    if !go_on(model, texts, &mut pen) {
        pen.canvas.cover();
        return view(model, texts, canvas);
    }
    if pen.canvas.miscounts(screen.header, model) {
        header::draw(model, texts, &mut pen, screen.header);
    }
}

/// Writes the countdowns that stand on the canvas anew; false where that does not do.
fn go_on(model: &Model, texts: &Texts, pen: &mut Pen<'_>) -> bool {
    let Some(mut figures) = pen.canvas.lend_figures(model.now) else {
        return false;
    };
    let dial = Dial::of(model, texts, pen.skin);
    let all = figures
        .iter_mut()
        .flatten()
        .all(|figure| figure.go_on(&dial, pen));
    pen.canvas.take_figures(figures);
    all
}

fn main_screen(model: &Model, texts: &Texts, pen: &mut Pen<'_>, screen: Screen) {
    let seat = model.seat();
    let scene = Scene {
        ground: Ground {
            screen,
            skin: pen.skin,
            posts: (seat.post, seat.on_duty),
            date: model.now.date(),
        },
        columns: (
            model.queue.widest_number(),
            model.queue.grouping().by_step(),
        ),
        has_cases: !model.queue.lines().is_empty(),
    };
    let is_in_time = pen.canvas.counts_on(model.now);
    // What counts needs other room than it has: all is laid out anew.
    if !go_on(model, texts, pen) {
        pen.canvas.cover();
    }
    let stays = pen.canvas.begin(scene, model);
    if stays {
        for part in [screen.header, screen.banners, screen.status] {
            pen.canvas.wipe(part);
        }
    }
    header::draw(model, texts, pen, screen.header);
    if let Some(area) = screen.queue {
        queue::draw(model, texts, pen, area, stays);
    }
    if let Some(area) = screen.case
        && !(pen.canvas.has_page(model) && is_in_time)
    {
        case::draw(model, texts, pen, area, stays);
    }
    banners::draw(model, texts, pen, screen.banners);
    footer::draw_status(model, texts, pen, screen.status);
    if !pen.canvas.has_keys(screen.keys, model.scope()) {
        footer::draw_keys(model, texts, pen, screen.keys);
    }
}

/// Draws what lies over the main screen.
fn over_it(model: &Model, texts: &Texts, pen: &mut Pen<'_>) {
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

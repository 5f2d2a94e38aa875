//! What a message changes and what is to be done about it: one synchronous decision. Called by `runtime`.
//!
//! Nothing is shown as done before the writer says it is on disk. One file a mode below.

mod act;
mod acts;
mod aftercare;
mod answers;
mod at_time;
mod boards;
mod browse;
mod confirm;
mod dispatch;
mod dossier;
mod form;
mod forwarded;
mod help;
mod inbox;
mod journal;
mod mouse;
mod palette;
mod privacy;
mod reconcile;
mod remind;
mod report;
mod roster;
mod search;
mod step;
mod suggest;
mod telling;
mod visit;
mod welcome;

use super::boards::roster::Side;
use super::effect::Effect;
use super::key::{Code, Key};
use super::keymap::{self, Action};
use super::mode::Mode;
use super::model::{Model, Typed};
use super::msg::{Entry, Msg};
use super::notice::Notice;
use super::text::Texts;
use super::text_field::Fit;
use super::view;
use super::welcome::Step;
use crate::domain::ids::Number;

/// Takes in a message. The texts are for what is found or laid out by its words; nothing said is kept in them.
pub fn update(model: &mut Model, texts: &Texts, msg: Msg) -> Vec<Effect> {
    if msg.is_told() && !model.is_unseen(&msg) {
        model.news += 1;
    }
    let is_news = boards::is_news(&msg);
    if is_news {
        model.beside.clear();
    }
    let mut effects = match msg {
        Msg::Key(key) => press(model, texts, key),
        Msg::Pasted(text) => {
            let mut effects = paste(model, &text);
            if matches!(model.mode, Mode::Search(_)) {
                effects.extend(search::find(model));
            }
            effects
        }
        Msg::Clicked { column, row } => mouse::click(model, texts, column, row),
        Msg::Scrolled(notches) => mouse::scroll(model, notches),
        Msg::Resized { width, height } => {
            model.size = (width, height);
            Vec::new()
        }
        Msg::Woke(now) => {
            model.now = now;
            privacy::mask_again(model);
            // Time changes no line and no selection, but where the next step decides the groups.
            if model.queue.seen_from(model.seat(), &model.rules.policy) {
                model.keep_hand_visible();
            }
            return Vec::new();
        }
        Msg::Rested => {
            model.queue.make_ready(&model.rules.policy);
            return Vec::new();
        }
        Msg::Loaded(read) => answers::loaded(model, read),
        Msg::Decided { done, refused } => answers::decided(model, done, refused),
        Msg::LookedUp {
            typed,
            entries,
            total,
        } => search::found(model, typed, entries, total),
        Msg::CaseLoaded(file) => answers::case_loaded(model, *file),
        Msg::CaseMissing(number) => answers::case_missing(model, number),
        Msg::ChangedElsewhere(changes) => answers::changed_elsewhere(model, changes),
        Msg::RosterChanged(read) => roster::changed(model, read),
        Msg::RosterActed { facts, read } => roster::acted(model, &facts, *read),
        Msg::RosterRefused(refusal) => roster::refused(model, refusal),
        Msg::BoardLoaded(read) => {
            boards::loaded(model, *read);
            Vec::new()
        }
        Msg::Visited(number, entry) => visit::visited(model, number, entry),
        Msg::Suggested(found) => suggest::arrived(model, found),
        Msg::Found { typed, numbers } => search::found_besides(model, &typed, numbers),
        Msg::Exported(written) => dossier::written(model, written),
        Msg::Forwarded(message) => inbox::forwarded(model, &message),
        Msg::Waiting(count) => {
            model.waiting = count;
            Vec::new()
        }
        Msg::NotBackedUp(problem) => refuse(model, Notice::NotBackedUp(problem)),
        Msg::PhoneTrouble(problem) => refuse(model, Notice::PhoneTrouble(problem)),
        Msg::CameIn(files) => inbox::came_in(model, files),
        Msg::InboxTrouble(problem) => refuse(model, Notice::InboxTrouble(problem)),
        Msg::StoreFailed(problem) => answers::store_failed(model, problem),
        Msg::Told(telling) => telling::told(model, &telling),
        Msg::InView(view) => {
            model.in_view = *view;
            Vec::new()
        }
        Msg::Notifying(trouble) => telling::notifying(model, trouble),
        Msg::ClockJumped(by) => telling::clock_jumped(model, by),
        Msg::Chosen { line, choice } => telling::chosen(model, &line, choice),
        Msg::AnswersKept(kept) => welcome::kept(model, kept),
        Msg::NotificationTried(shown) => welcome::tried(model, shown),
        Msg::JournalLoaded { date, entries } => journal::loaded(model, date, entries),
    };
    model.queue.seen_from(model.seat(), &model.rules.policy);
    if is_news {
        effects.extend(boards::read_again(model));
    }
    effects.extend(visit::settle(model));
    privacy::mask_again(model);
    effects.extend(go_on(model, texts));
    model.keep_hand_visible();
    limit_scroll(model, texts);
    effects.extend(read_case(model));
    effects.extend(suggest::ask(model));
    effects
}

fn press(model: &mut Model, texts: &Texts, key: Key) -> Vec<Effect> {
    let action = keymap::action(model.scope(), key);
    // Nothing can be seen on a screen that is too small, so nothing is done blindly but leaving.
    if model.screen().is_none() && action != Some(Action::Quit) {
        return Vec::new();
    }
    if action == Some(Action::Quit) {
        return vec![Effect::Quit];
    }
    if model.holds_back() {
        hold_back(model, Typed::Key(key));
        return Vec::new();
    }
    // Not in the table, for it does nothing; but hands that want to leave press it.
    if key == Key::ctrl('c') {
        return refuse(model, Notice::HowToLeave);
    }
    // What was last said stays while the hand only moves.
    if !action.is_some_and(Action::only_moves) {
        model.notice = None;
    }
    act(model, texts, action, key)
}

/// Keys kept while the store is waited for; nobody types more in that time.
const TYPED_AHEAD: usize = 256;

fn hold_back(model: &mut Model, typed: Typed) {
    let waits = model.act_of.is_some() || model.looking_up;
    if typed == Typed::Key(Key::plain(Code::Esc)) && waits {
        // Whoever leaves before it is there did not mean the rest either.
        model.act_of = None;
        model.looking_up = false;
        model.typed_ahead.clear();
    } else if model.typed_ahead.len() < TYPED_AHEAD {
        model.typed_ahead.push_back(typed);
    }
}

/// Opens what waited for the store, then types what was typed meanwhile. Where something does not go, the rest is dropped:
/// it was meant for what did not come, and must not be read as commands.
fn go_on(model: &mut Model, texts: &Texts) -> Vec<Effect> {
    let mut effects = acts::go_on(model);
    loop {
        if effects.contains(&Effect::Bell) {
            model.typed_ahead.clear();
        }
        if model.holds_back() {
            return effects;
        }
        match model.typed_ahead.pop_front() {
            None => return effects,
            Some(Typed::Key(key)) => effects.extend(press(model, texts, key)),
            Some(Typed::Pasted(text)) => effects.extend(paste(model, &text)),
        }
        effects.extend(acts::go_on(model));
    }
}

fn act(model: &mut Model, texts: &Texts, action: Option<Action>, key: Key) -> Vec<Effect> {
    if action == Some(Action::Help) && !matches!(model.mode, Mode::Help(_)) {
        return help::open(model);
    }
    match model.mode {
        Mode::Browse => action.map_or_else(Vec::new, |a| browse::act(model, texts, a)),
        Mode::Search(_) => search::press(model, action, key),
        Mode::Acts(_) => acts::press(model, action),
        Mode::Act(_) => act::press(model, action, key),
        Mode::Dispatch(_) => dispatch::press(model, action, key),
        Mode::Remind(_) => remind::press(model, action),
        Mode::Suggestions(_) => suggest::press(model, action, key),
        Mode::NewCase(_) | Mode::Decide(_) => form::press(model, action, key),
        Mode::AtTime(_) => at_time::press(model, action, key),
        Mode::Confirm(_) => confirm::press(model, action),
        Mode::Help(_) => help::press(model, action),
        Mode::Palette(_) => palette::press(model, texts, action, key),
        Mode::Journal(_) => journal::press(model, action),
        Mode::Boards(_) => boards::press(model, texts, action),
        Mode::Aftercare(_) => aftercare::press(model, action),
        Mode::Reconcile(_) => reconcile::press(model, action),
        Mode::Forwarded(_) => forwarded::press(model, action),
        Mode::Report(_) => report::press(model, texts, action, key),
        Mode::Roster(_) => roster::press(model, action, key),
        Mode::Welcome(_) => welcome::press(model, action, key),
    }
}

fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.screen().is_none() {
        return Vec::new();
    }
    if model.holds_back() {
        hold_back(model, Typed::Pasted(text.to_owned()));
        return Vec::new();
    }
    let fit = match &mut model.mode {
        Mode::Act(form) => act::paste(form, text),
        Mode::Search(field) => {
            let fit = field.insert(text);
            model.queue.look_for(field.text(), &model.rules.policy);
            fit
        }
        Mode::Dispatch(picker) => {
            let fit = picker.list.field.insert(text);
            picker.list.narrow();
            fit
        }
        Mode::NewCase(form) | Mode::Decide(form) => form::paste(form, text),
        Mode::AtTime(prompt) => prompt.field.insert(text),
        Mode::Welcome(open) if open.step == Step::Name => open.name.insert(text),
        Mode::Palette(palette) => {
            let fit = palette.list.field.insert(text);
            palette.list.narrow();
            fit
        }
        Mode::Roster(board) => {
            let ask = board.asking.as_mut();
            ask.map_or_else(Fit::default, |ask| ask.field.insert(text))
        }
        Mode::Report(board) => report::paste(board, text),
        Mode::Suggestions(open) => suggest::paste(open, text),
        // A message or a page about a case: it fills the form of a new one.
        Mode::Browse => return form::open_pasted(model, text),
        // Pasted text is never read as commands.
        Mode::Acts(_)
        | Mode::Remind(_)
        | Mode::Confirm(_)
        | Mode::Help(_)
        | Mode::Journal(_)
        | Mode::Boards(_)
        | Mode::Aftercare(_)
        | Mode::Reconcile(_)
        | Mode::Forwarded(_)
        | Mode::Welcome(_) => Fit::default(),
    };
    say_fit(model, fit)
}

/// Says what became of a pasted text that did not go in as it was.
fn say_fit(model: &mut Model, fit: Fit) -> Vec<Effect> {
    if fit.left_out > 0 {
        return refuse(model, Notice::LeftOut(fit.left_out));
    }
    if fit.joined {
        model.notice = Some(Notice::LinesJoined);
    }
    Vec::new()
}

/// Reads the facts of the case in hand while its page is on the screen, and of the one that is being decided or whose undo
/// waits for them: one case at a time, so that a hand running down the queue leaves no queue of reads behind. When nothing
/// is awaited, the neighbours of the hand are read ahead.
fn read_case(model: &mut Model) -> Vec<Effect> {
    if model.reading.is_some() {
        return Vec::new();
    }
    let is_shown = model.screen().is_some_and(|s| s.case.is_some());
    let wanted = model.undo_of.as_ref().or_else(|| {
        let waiting = model.act_of.as_ref().map(|(number, _)| number);
        waiting.or_else(|| subject(&model.mode))
    });
    let entry = match wanted {
        Some(number) => model.queue.find(number),
        None if is_shown => model.queue.selected(),
        None => None,
    };
    let Some(entry) = entry else {
        return Vec::new();
    };
    if model.page.as_deref().is_some_and(|p| p.is_of(entry)) {
        return read_ahead(model).into_iter().collect();
    }
    let asked = (entry.row.number.clone(), entry.version);
    if let Some(at) = model.beside.iter().position(|p| p.is_of(entry)) {
        let page = model.beside.remove(at);
        let before = std::mem::replace(&mut model.page, page);
        answers::keep_beside(model, before);
        let mut effects = answers::page_is_there(model);
        effects.extend(read_ahead(model));
        return effects;
    }
    let is_under_way = model.reading_ahead.as_ref() == Some(&asked);
    model.reading = Some(asked.clone());
    if is_under_way {
        model.reading_ahead = None;
        return Vec::new();
    }
    vec![Effect::LoadCase(asked.0)]
}

/// Reads the case below the hand, or above it, while the hand is on the queue.
fn read_ahead(model: &mut Model) -> Option<Effect> {
    if model.reading_ahead.is_some() || !matches!(model.mode, Mode::Browse) {
        return None;
    }
    let is_there = |e: &Entry| {
        let pages = model.beside.iter().chain(&model.page);
        pages.into_iter().any(|p| p.is_of(e))
    };
    let missing = model.queue.neighbours().find(|e| !is_there(e))?;
    let number = missing.row.number.clone();
    model.reading_ahead = Some((number.clone(), missing.version));
    Some(Effect::ReadAhead(number))
}

/// The case whose facts a mode rests on.
fn subject(mode: &Mode) -> Option<&Number> {
    match mode {
        Mode::Decide(form) => form.number.as_ref(),
        Mode::Act(form) => Some(&form.number),
        Mode::Acts(menu) => Some(&menu.number),
        Mode::Browse
        | Mode::Search(_)
        | Mode::Dispatch(_)
        | Mode::Remind(_)
        | Mode::Suggestions(_)
        | Mode::NewCase(_)
        | Mode::AtTime(_)
        | Mode::Confirm(_)
        | Mode::Help(_)
        | Mode::Palette(_)
        | Mode::Journal(_)
        | Mode::Boards(_)
        | Mode::Aftercare(_)
        | Mode::Reconcile(_)
        | Mode::Forwarded(_)
        | Mode::Report(_)
        | Mode::Roster(_)
        | Mode::Welcome(_) => None,
    }
}

/// Keeps what is scrolled within what there is to see.
fn limit_scroll(model: &mut Model, texts: &Texts) {
    let Some(screen) = model.screen() else {
        return;
    };
    if let (Some(scroll), Some(area)) = (model.on_page, screen.case) {
        let most = view::case::height(model, texts, area)
            .saturating_sub(usize::from(area.inside().height));
        model.on_page = Some(scroll.min(most));
    }
    if let Mode::Journal(journal) = &model.mode {
        let most = view::journal::most(model, journal);
        if let Mode::Journal(journal) = &mut model.mode {
            journal.scroll = journal.scroll.min(most);
        }
    }
    report::limit(model, texts);
    if let Mode::Act(form) = &model.mode {
        let most = view::act::most(model, texts, form);
        if let Mode::Act(form) = &mut model.mode {
            form.scroll = form.scroll.min(most);
        }
    }
    if let Mode::Roster(board) = &model.mode
        && matches!(board.side, Side::Phones(_))
    {
        let most = view::roster::most(model, texts);
        if let Mode::Roster(board) = &mut model.mode
            && let Side::Phones(scroll) = &mut board.side
        {
            *scroll = (*scroll).min(most);
        }
    }
    if matches!(model.mode, Mode::Help(_)) {
        let most = view::help::most(model, texts);
        if let Mode::Help(help) = &mut model.mode {
            help.scroll = help.scroll.min(most);
        }
    }
}

/// Turns a page that is scrolled by lines; says whether the key was one for that.
fn turn(scroll: &mut usize, action: Option<Action>, page: usize) -> bool {
    *scroll = match action {
        Some(Action::Up) => scroll.saturating_sub(1),
        Some(Action::Down) => *scroll + 1,
        Some(Action::PageUp) => scroll.saturating_sub(page),
        Some(Action::PageDown) => *scroll + page,
        Some(Action::First) => 0,
        Some(Action::Last) => usize::MAX,
        Some(_) | None => return false,
    };
    true
}

/// Says that something did not go, with the bell.
fn refuse(model: &mut Model, notice: Notice) -> Vec<Effect> {
    model.notice = Some(notice);
    vec![Effect::Bell]
}

//! The whole state of the dashboard as owned plain data.
//!
//! Changed by `update` alone, read by `view`.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;

use super::act_form::ActForm;
use super::boards::report::Ask;
use super::case_page::CasePage;
use super::countdown::{self, Face, Nearness};
use super::key::Key;
use super::keymap::Scope;
use super::layout;
use super::mode::{Form, Mode, Wanted};
use super::msg::{Entry, Msg};
use super::notice::Notice;
use super::queue::{Line, Queue, Seat};
use super::welcome::Welcome;
use crate::domain::command::Context;
use crate::domain::ids::{Actor, Number, Post};
use crate::domain::queue::Row;
use crate::domain::roster::{Handler, Roster};
use crate::domain::rules::Rules;
use crate::domain::step::Step;
use crate::domain::suggest::Suggested;
use crate::domain::telling::InView;
use crate::domain::time::Stamp;

/// How the screen is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Light signs on dark ground.
    Dark,
    /// Dark signs on light ground.
    Light,
    /// No colour at all (`NO_COLOR`).
    None,
}

impl Theme {
    /// The theme after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::None,
            Self::None => Self::Dark,
        }
    }
}

/// What the user set before the desk opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The colours.
    pub theme: Theme,
    /// Draw with ASCII signs only, for terminals that show box signs two cells wide.
    pub ascii: bool,
    /// Show seconds; without them the screen changes once a minute.
    pub seconds: bool,
    /// Who sits here; none: the post on duty at the moment of the act.
    pub me: Option<Actor>,
    /// The person who sits here.
    pub person: Option<String>,
    /// The post whose reminders pop up here; none: both.
    pub watch: Option<Post>,
    /// Who sits at the posts, and how to reach them.
    pub handlers: Vec<Handler>,
    /// The shift is made up and runs so many times as fast as the clock; none: it is the real one.
    pub demo: Option<u32>,
    /// Where dossiers are written; none: beside the store.
    pub exports: Option<PathBuf>,
    /// Nobody has sat here before: who does is asked.
    pub first_start: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::Dark,
            ascii: false,
            seconds: true,
            me: None,
            person: None,
            watch: None,
            handlers: Vec::new(),
            demo: None,
            exports: None,
            first_start: false,
        }
    }
}

/// A past time as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastTime {
    /// The moment; the beginning of the minute where only that was given.
    pub at: Stamp,
    /// Given to the minute: it means some moment within it.
    pub to_minute: bool,
}

impl PastTime {
    /// The moment it means for a case: what happened in the minute of the receipt did not happen before it.
    #[must_use]
    pub fn of_case(self, received: Stamp) -> Stamp {
        let within = self.to_minute && received >= self.at && received < self.at.plus_minutes(1);
        if within { received } else { self.at }
    }
}

/// The citizen's name and number of one case, shown on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revealed {
    /// Which case.
    pub number: Number,
    /// When they are masked again by themselves.
    pub until: Stamp,
}

/// Something typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// A key.
    Key(Key),
    /// A paste.
    Pasted(String),
}

/// What was found about a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// At which version.
    pub version: u64,
    /// What is suggested.
    pub list: Vec<Suggested>,
}

/// What a case that is not in the queue is read for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Its page over the board, and what is to be opened there.
    Page(Option<Wanted>),
    /// Its page as it now stands: an act has just changed it.
    PageAgain,
    /// To stand in the queue again.
    Stay,
}

/// What is suggested, of the cases that were on the screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Advice {
    /// By case.
    pub found: HashMap<Number, Found>,
    /// The store was asked and has not answered.
    pub asked: bool,
}

impl Advice {
    /// Something has changed on which what was found may rest: it is shown until it has been looked at anew.
    pub fn outdate(&mut self) {
        for found in self.found.values_mut() {
            // No case has a version before its first fact.
            found.version = 0;
        }
    }
}

/// The state of the dashboard.
#[derive(Debug, Clone)]
pub struct Model {
    /// What the user set.
    pub settings: Settings,
    /// The revision in force.
    pub rules: Arc<Rules>,
    /// Who is on duty when.
    pub roster: Roster,
    /// The present moment.
    pub now: Stamp,
    /// Width and height of the terminal in cells.
    pub size: (u16, u16),
    /// The cases.
    pub queue: Queue,
    /// The first line of the queue on the screen; always that of a case.
    pub top: usize,
    /// What the keys mean.
    pub mode: Mode,
    /// The hand is on the case's page, scrolled by so many lines.
    pub on_page: Option<usize>,
    /// The board from which the page was opened: Esc goes back to it.
    pub beneath: Option<Box<Mode>>,
    /// A case that is shown although it is not in the queue any more, and the case that was in hand before: when its page is
    /// left it goes, and the hand goes back.
    pub guest: Option<(Number, Option<Number>)>,
    /// The case that the last act here took out of the queue, and the one that came into hand instead.
    pub gone: Option<(Number, Option<Number>)>,
    /// A case that is not in the queue and is being read, and what for.
    pub errand: Option<(Number, Errand)>,
    /// How much has been told that may be seen.
    pub news: u64,
    /// The case that was read last.
    pub page: Option<Box<CasePage>>,
    /// The pages of its neighbours, so that a move of the hand waits for no disk; dropped with every news.
    pub beside: VecDeque<Box<CasePage>>,
    /// Whose name and number are shown on purpose, and until when.
    pub revealed: Option<Revealed>,
    /// The case that is being read, with its version: the screen is not whole without it.
    pub reading: Option<(Number, u64)>,
    /// The neighbour that is being read ahead, with its version.
    pub reading_ahead: Option<(Number, u64)>,
    /// A new case that was keyed in and left before it was saved.
    pub draft: Option<Box<Form>>,
    /// An undo waits for the facts of this case.
    pub undo_of: Option<Number>,
    /// The menu, or an act, waits for the facts of this case as they are on disk.
    pub act_of: Option<(Number, Wanted)>,
    /// A number is being looked for among all cases.
    pub looking_up: bool,
    /// What was typed while the desk waited for the store: it is for what comes next.
    pub typed_ahead: VecDeque<Typed>,
    /// Dialogs of acts that were left before they were done.
    pub act_drafts: Vec<ActForm>,
    /// What was typed on a report and left before it was logged.
    pub ask_drafts: Vec<Ask>,
    /// When the next act happened; none: now.
    pub happened_at: Option<PastTime>,
    /// Cases whose acts the writer has not answered.
    pub writing: BTreeSet<Number>,
    /// What the status line says.
    pub notice: Option<Notice>,
    /// Whether the queue has been read.
    pub loaded: bool,
    /// What is suggested.
    pub advice: Advice,
    /// How many forwarded messages wait for somebody.
    pub waiting: usize,
    /// What was told and nobody has acknowledged yet.
    pub in_view: InView,
    /// The bell is silent.
    pub muted: bool,
    /// Why the desktop's notifications fail, while they do.
    pub notify_trouble: Option<String>,
}

impl Model {
    /// An empty desk; the runtime sends `Loaded` next.
    #[must_use]
    pub fn new(settings: Settings, rules: Arc<Rules>, size: (u16, u16), now: Stamp) -> Self {
        Self {
            // Whoever opens a made-up shift is told so before anything else.
            notice: settings.demo.map(Notice::Demo),
            mode: if settings.first_start {
                Mode::Welcome(Box::new(Welcome::of(settings.person.as_deref())))
            } else {
                Mode::Browse
            },
            settings,
            rules,
            roster: Roster::default(),
            now,
            size,
            queue: Queue::default(),
            top: 1,
            on_page: None,
            beneath: None,
            guest: None,
            gone: None,
            errand: None,
            news: 0,
            page: None,
            beside: VecDeque::new(),
            revealed: None,
            reading: None,
            reading_ahead: None,
            draft: None,
            undo_of: None,
            act_of: None,
            looking_up: false,
            typed_ahead: VecDeque::new(),
            act_drafts: Vec::new(),
            ask_drafts: Vec::new(),
            happened_at: None,
            writing: BTreeSet::new(),
            loaded: false,
            advice: Advice::default(),
            waiting: 0,
            in_view: InView::default(),
            muted: false,
            notify_trouble: None,
        }
    }

    /// Is the store's answer awaited, without which the screen is not whole?
    #[must_use]
    pub fn awaits_store(&self) -> bool {
        self.reading.is_some() || !self.writing.is_empty()
    }

    /// Does a message leave the screen as it is? A page that was read ahead does, and the moment until the next change.
    #[must_use]
    pub fn is_unseen(&self, msg: &Msg) -> bool {
        if let Msg::CaseLoaded(file) = msg {
            let awaited = self.reading.as_ref().map(|(number, _)| number);
            return awaited != Some(&file.number);
        }
        matches!(msg, Msg::Rested)
            || matches!(msg, Msg::Woke(now) if *now >= self.now && *now < self.next_change())
    }

    /// Does what is typed wait for the store, because it is meant for what comes next?
    #[must_use]
    pub fn holds_back(&self) -> bool {
        self.act_of.is_some()
            || self.looking_up
            || matches!(&self.mode, Mode::Act(form) if form.sent)
    }

    /// Which keys hold.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        self.mode.scope(self.on_page.is_some())
    }

    /// The parts of the screen; none when it is too small.
    #[must_use]
    pub const fn screen(&self) -> Option<layout::Screen> {
        layout::screen(self.size, self.on_page.is_some(), self.in_view.lines.len())
    }

    /// The case's page as read, when it is that of the case in hand.
    #[must_use]
    pub fn page_in_hand(&self) -> Option<&CasePage> {
        self.page_of(&self.queue.selected()?.row.number)
    }

    /// The page that was read last, when it is that of this case.
    #[must_use]
    pub fn page_of(&self, number: &Number) -> Option<&CasePage> {
        self.page.as_deref().filter(|p| p.number == *number)
    }

    /// Is this the case in hand?
    #[must_use]
    pub fn has_in_hand(&self, number: &Number) -> bool {
        self.queue
            .selected()
            .is_some_and(|e| e.row.number == *number)
    }

    /// Who looks at the queue: the post that sits here, else the one that is watched, else the one on duty.
    #[must_use]
    pub fn seat(&self) -> Seat {
        let on_duty = self.roster.on_duty(&self.rules, self.now.date());
        let me = match self.settings.me {
            Some(Actor::Post(post)) => Some(post),
            Some(Actor::Unit(_) | Actor::System) | None => None,
        };
        Seat {
            post: me.or(self.settings.watch).unwrap_or(on_duty),
            on_duty,
            now: self.now,
        }
    }

    /// What is suggested about a case, as far as it was looked at.
    #[must_use]
    pub fn suggestions(&self, number: &Number) -> &[Suggested] {
        self.advice.found.get(number).map_or(&[], |f| &f.list)
    }

    /// The next step of a case now, as far as anything is left to do.
    #[must_use]
    pub fn step_of<'a>(&self, row: &'a Row) -> Option<&'a Step> {
        row.plan.at(self.now)
    }

    /// Until when the citizen's name and number are shown: of the case in hand alone, on its page, for a while.
    #[must_use]
    pub fn shown_openly(&self) -> Option<Stamp> {
        let revealed = self.revealed.as_ref()?;
        let is_in_hand = self.has_in_hand(&revealed.number);
        let is_on_screen = self.screen().is_some_and(|s| s.case.is_some());
        (is_in_hand && is_on_screen && self.now < revealed.until).then_some(revealed.until)
    }

    /// Who acts, and when it happened.
    #[must_use]
    pub fn context(&self) -> Context {
        let at = self.happened_at.map_or(self.now, |t| t.at);
        let by = self
            .settings
            .me
            .clone()
            .unwrap_or_else(|| Actor::Post(self.roster.on_duty(&self.rules, at.date())));
        Context {
            at,
            now: self.now,
            by,
            person: self.settings.person.clone(),
            note: None,
        }
    }

    /// The cases an act is meant for: the marked ones, else the one in hand.
    #[must_use]
    pub fn meant(&self) -> Vec<&Entry> {
        let marked = self.queue.marked();
        if marked.is_empty() {
            self.queue.selected().into_iter().collect()
        } else {
            marked
        }
    }

    /// The lines of the queue that are on the screen.
    #[must_use]
    pub fn visible(&self) -> &[Line] {
        let Some(queue) = self.screen().and_then(|s| s.queue) else {
            return &[];
        };
        let height = usize::from(layout::lines(queue).height);
        let lines = self.queue.lines();
        let to = (self.top + height).min(lines.len());
        lines.get(self.top..to).unwrap_or(&[])
    }

    /// How many of these cases are not on the screen.
    #[must_use]
    pub fn out_of_sight(&self, numbers: &[Number]) -> usize {
        let seen: BTreeSet<&Number> = self
            .visible()
            .iter()
            .filter_map(|line| match line {
                Line::Case(slot) => self.queue.entry(*slot).map(|e| &e.row.number),
                Line::Title(_) => None,
            })
            .collect();
        numbers.iter().filter(|n| !seen.contains(n)).count()
    }

    /// Keeps the hand on the screen.
    pub fn keep_hand_visible(&mut self) {
        let Some(queue) = self.screen().and_then(|s| s.queue) else {
            return;
        };
        let height = usize::from(layout::lines(queue).height).max(1);
        let count = self.queue.lines().len();
        let hand = self.queue.hand();
        if hand < self.top {
            self.top = hand;
        } else if hand >= self.top + height {
            self.top = hand + 1 - height;
        }
        // No empty space below while there is something above.
        self.top = self.top.min(count.saturating_sub(height));
        // The border above the lines carries the title of the group that begins there.
        if matches!(
            self.queue.lines().get(self.top),
            Some(Line::Title(_)) | None
        ) {
            self.top += 1;
        }
    }

    /// From when on countdowns are close to due.
    #[must_use]
    pub fn nearness(&self) -> Nearness {
        Nearness::of(&self.rules.policy.desk.near)
    }

    /// The next moment at which something on the screen changes by itself. With seconds shown that is the next second;
    /// without, that of `next_turn`.
    #[must_use]
    pub fn next_change(&self) -> Stamp {
        if self.settings.seconds {
            self.now.to_second().plus_seconds(1)
        } else {
            self.next_turn()
        }
    }

    /// The next moment at which something else than figures that count seconds changes by itself: the next minute, or an
    /// earlier one at which a countdown comes near or passes its due time.
    #[must_use]
    pub fn next_turn(&self) -> Stamp {
        let due = self.queue.next_due(self.now).map(Stamp::just_after);
        [self.next_turn_of_rows(), due]
            .into_iter()
            .flatten()
            .fold(self.next_turn_of_rest(), Stamp::min)
    }

    /// The same for the cases on the screen: a countdown of one begins or comes near, one is overdue, or has another step.
    #[must_use]
    pub fn next_turn_of_rows(&self) -> Option<Stamp> {
        let nearness = self.nearness();
        let rows = self.visible().iter().filter_map(|line| match line {
            Line::Case(slot) => self.queue.entry(*slot).map(|e| &e.row),
            Line::Title(_) => None,
        });
        let turns = rows.flat_map(|row| row.cells.iter().flatten().chain(&row.next));
        let turns = turns.filter_map(|cell| match countdown::face(cell, self.now, nearness) {
            Face::Running { near: false, .. } => Some(nearness.begins(cell.start?, cell.due?)),
            Face::Running { near: true, .. } => cell.due.map(Stamp::just_after),
            Face::Waiting => cell.start,
            Face::Void
            | Face::Overdue { .. }
            | Face::Expired
            | Face::Met { .. }
            | Face::Late { .. } => None,
        });
        turns
            .chain(self.queue.next_step())
            .filter(|t| *t > self.now)
            .min()
    }

    /// The same for all else but the count of what is overdue: the next minute, something on the page.
    #[must_use]
    pub fn next_turn_of_rest(&self) -> Stamp {
        self.next_turn_of_page(self.page_in_hand())
    }

    /// The same for a page, if that were the one on the screen.
    #[must_use]
    pub fn next_turn_of_page(&self, page: Option<&CasePage>) -> Stamp {
        let minute = Stamp::from_unix((self.now.unix().div_euclid(60) + 1) * 60);
        let clocks = page.into_iter().flat_map(|p| &p.clocks);
        let dues = clocks.filter_map(|c| c.due).map(Stamp::just_after);
        dues.chain(self.shown_openly())
            .filter(|t| *t > self.now)
            .fold(minute, Stamp::min)
    }
}

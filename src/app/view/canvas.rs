//! The cells of the screen, kept from frame to frame, with what need not be drawn again: the lines of the queue and the
//! case's page that stand there already, and the countdowns, which are written anew by themselves while time alone passes.

mod written;

use std::sync::Arc;

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::Modifier;

use self::written::Written;
use super::case::Pages;
use super::figure::Figure;
use super::skin::{Ink, Skin};
use crate::app::keymap::Scope;
use crate::app::layout::{Area, Screen};
use crate::app::model::Model;
use crate::app::queue::Group;
use crate::domain::ids::Post;
use crate::domain::time::{Date, Stamp};

/// The screen as it is drawn, and as the terminal shows it.
#[derive(Debug, Default)]
pub struct Canvas {
    width: u16,
    lines: Vec<Written>,
    /// Where the terminal's cursor goes; none: it is hidden.
    pub(super) cursor: Option<Position>,
    /// Whether the terminal shows its cursor; none: nobody knows.
    has_cursor: Option<bool>,
    /// What stands and may stay; none: all is drawn anew.
    standing: Option<Standing>,
    /// The pages that were laid out.
    pub(super) pages: Pages,
}

/// As long as this is the same, a line of the queue looks the same wherever its own facts are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scene {
    pub ground: Ground,
    /// What its columns go by: how wide a number is, and whether the next step decides the groups.
    pub columns: (u16, bool),
    /// Is there a case to show?
    pub has_cases: bool,
}

/// What of it a page goes by too.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ground {
    pub screen: Screen,
    pub skin: Skin,
    /// For whom the next steps are shown, and who is on duty.
    pub posts: (Post, Post),
    pub date: Date,
}

/// What a line of the queue shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowFacts {
    /// None: there is none, below the last.
    pub line: Option<Stands>,
    pub in_hand: bool,
    pub marked: bool,
    /// How much is suggested.
    pub suggested: usize,
    /// Whether the writer has not answered.
    pub writing: bool,
}

/// What stands on a line of the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stands {
    /// The title of a group, with how many cases it has and when the first is due.
    Title(Group, usize, Option<Stamp>),
    /// A case in some state.
    Case(u64),
}

/// What a line of the case's page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PageFacts {
    pub indent: u16,
    pub text: String,
    pub ink: Ink,
    /// The cells it takes; none where they would have to be looked up, or something counts in it, which takes more or fewer
    /// as time passes.
    pub takes: Option<u16>,
    /// Something counts in it: another case's line counts from something else.
    pub counts: bool,
}

impl PageFacts {
    /// Its place on a line inside the border.
    pub(super) fn place(&self, whole: Area) -> Area {
        Area {
            x: whole.x + 1 + self.indent,
            width: whole.width.saturating_sub(2 + self.indent),
            ..whole
        }
    }
}

/// As long as this is the same, and no moment has come at which it changes by itself, a case's page has the same lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PageState {
    /// The state of the case.
    pub case: Option<u64>,
    /// Whether its page has been read.
    pub is_read: bool,
    /// Until when the citizen is shown openly.
    pub openly: Option<Stamp>,
    /// How much has been told.
    pub news: u64,
}

impl PageState {
    /// Of the case in hand.
    pub(super) fn in_hand(model: &Model) -> Self {
        Self {
            case: model.queue.selected_state(),
            is_read: model.page_in_hand().is_some(),
            openly: model.shown_openly(),
            news: model.news,
        }
    }
}

/// What stands on the canvas.
#[derive(Debug)]
struct Standing {
    scene: Scene,
    /// Which page, and how far it is scrolled, with the hand on it.
    page_state: Option<(PageState, Option<usize>)>,
    /// The lines of the queue, and those of the page, by line of the screen.
    rows: Vec<Option<RowFacts>>,
    page: Vec<Option<Arc<PageFacts>>>,
    /// Which keys are shown.
    keys: Option<Scope>,
    /// By line of the screen, so that a line that is wiped looks through its own alone.
    figures: Vec<Vec<Figure>>,
    moments: Moments,
}

/// When it was drawn, and until when which of it stands.
#[derive(Debug)]
struct Moments {
    drawn: Stamp,
    /// The next moments at which a line of the queue changes more than its figures, and at which anything else does.
    turn: Option<Stamp>,
    turn_of_rest: Stamp,
    /// When one more case of all is overdue, which the header counts.
    next_due: Option<Stamp>,
}

impl Moments {
    /// Of what is on the screen now.
    fn of(model: &Model) -> Self {
        Self {
            drawn: model.now,
            turn: model.next_turn_of_rows(),
            turn_of_rest: model.next_turn_of_rest(),
            next_due: model.queue.next_due(model.now),
        }
    }

    /// Has so little time passed that a line of the queue has changed no more than its figures?
    fn hold(&self, now: Stamp) -> bool {
        now >= self.drawn && self.turn.is_none_or(|turn| now < turn)
    }
}

/// Would a cell look the same in the style of another, as far as the desk sets one? Of a blank nothing but its ground is seen.
#[must_use]
pub fn looks_alike(cell: &Cell, other: &Cell) -> bool {
    let is_seen = |modifier: Modifier| !Modifier::BOLD.union(Modifier::DIM).contains(modifier);
    let has_ink = cell.symbol() != " " || is_seen(cell.modifier) || is_seen(other.modifier);
    let same_ink = || (cell.fg, cell.modifier) == (other.fg, other.modifier);
    cell.bg == other.bg && (!has_ink || same_ink())
}

impl Canvas {
    /// A canvas without a cell; it becomes as large as the model's screen when it is drawn on.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Its width and height in cells.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        let height = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        (self.width, height)
    }

    /// Makes it so large; what was there is gone where that is another size.
    pub(super) fn fit(&mut self, (width, height): (u16, u16)) {
        if self.size() == (width, height) {
            return;
        }
        self.width = width;
        self.lines = (0..height).map(|y| Written::blank(y, width)).collect();
        self.standing = None;
    }

    /// The terminal is blank: everything is sent anew.
    pub fn forget(&mut self) {
        self.has_cursor = None;
        self.lines.iter_mut().for_each(Written::forget);
    }

    /// Sends what has changed since the last time.
    ///
    /// # Errors
    /// Those of the terminal.
    pub fn show<B: Backend>(&mut self, backend: &mut B) -> Result<(), B::Error> {
        let mut changed = Vec::new();
        for line in &mut self.lines {
            line.changed(&mut changed);
        }
        let cell = |at: &Position| Some((at.x, at.y, self.cell(at.x, at.y)?));
        backend.draw(changed.iter().filter_map(cell))?;
        match self.cursor {
            Some(at) => {
                backend.set_cursor_position(at)?;
                if self.has_cursor != Some(true) {
                    backend.show_cursor()?;
                }
            }
            None if self.has_cursor != Some(false) => backend.hide_cursor()?,
            None => {}
        }
        self.has_cursor = Some(self.cursor.is_some());
        backend.flush()
    }

    /// A cell of it.
    #[must_use]
    pub fn cell(&self, x: u16, y: u16) -> Option<&Cell> {
        self.lines.get(usize::from(y))?.line.cell(Position { x, y })
    }

    /// Where the terminal's cursor goes; none: it is hidden.
    #[must_use]
    pub const fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// A line of it, to be written on from a column on.
    pub(super) fn line(&mut self, (x, y): (u16, u16)) -> Option<&mut Buffer> {
        let line = self.lines.get_mut(usize::from(y))?;
        line.touch(x, self.width);
        Some(&mut line.line).filter(|line| x < line.area.width)
    }

    /// The cells of a line, or of a part of it, to be written on.
    pub(super) fn cells(&mut self, line: Area) -> &mut [Cell] {
        let Some(written) = self.lines.get_mut(usize::from(line.y)) else {
            return &mut [];
        };
        let part = written.touch(line.x, line.x + line.width);
        &mut written.line.content[part]
    }

    /// Empties a part; the figures in it go with it.
    pub(super) fn wipe(&mut self, area: Area) {
        if let Some(standing) = &mut self.standing {
            let lines = standing.figures.iter_mut().skip(usize::from(area.y));
            for figures in lines.take(usize::from(area.height)) {
                figures.retain(|figure| !figure.is_in(area));
            }
        }
        self.blank(area);
    }

    /// Empties a part, and leaves its figures to whoever writes them.
    pub(super) fn blank(&mut self, area: Area) {
        let (from, to) = (area.x, area.x + area.width);
        let lines = self.lines.iter_mut().skip(usize::from(area.y));
        for line in lines.take(usize::from(area.height)) {
            line.wipe(from, to);
        }
    }

    /// Empties it: nothing may stay.
    pub(super) fn clear(&mut self) {
        self.standing = None;
        self.cursor = None;
        let whole = self.width;
        self.lines.iter_mut().for_each(|line| line.wipe(0, whole));
    }

    /// Says that a frame of that scene is drawn, and whether what the last one left may stay; else all is emptied.
    pub(super) fn begin(&mut self, scene: Scene, model: &Model) -> bool {
        // Also where lines stay: other cases may have been scrolled into sight.
        let moments = Moments::of(model);
        if let Some(standing) = &mut self.standing
            && standing.scene == scene
            && scene.has_cases
            && standing.moments.hold(model.now)
        {
            standing.moments = moments;
            self.cursor = None;
            return true;
        }
        self.clear();
        self.standing = Some(Standing {
            scene,
            page_state: None,
            rows: vec![None; self.lines.len()],
            page: vec![None; self.lines.len()],
            keys: None,
            figures: self.lines.iter().map(|_| Vec::new()).collect(),
            moments,
        });
        false
    }

    /// By what the page that stands goes, besides its case.
    pub(super) fn ground(&self) -> Option<Ground> {
        self.standing.as_ref().map(|s| s.scene.ground)
    }

    /// Has so little time passed since the last frame that figures alone have changed?
    pub(super) fn counts_on(&self, now: Stamp) -> bool {
        let moments = self.standing.as_ref().map(|s| &s.moments);
        moments.is_some_and(|m| m.hold(now) && now < m.turn_of_rest)
    }

    /// Are there more cases overdue than the header counts? It is emptied then, to be written.
    pub(super) fn miscounts(&mut self, header: Area, model: &Model) -> bool {
        let moments = self.standing.as_mut().map(|s| &mut s.moments);
        let Some(moments) = moments.filter(|m| m.next_due.is_some_and(|due| model.now > due))
        else {
            return false;
        };
        moments.next_due = model.queue.next_due(model.now);
        self.wipe(header);
        true
    }

    /// Does the page of the case in hand stand there already, as far as no moment has come at which it changes?
    pub(super) fn has_page(&mut self, model: &Model) -> bool {
        let state = (PageState::in_hand(model), model.on_page);
        let standing = self.standing.as_mut();
        standing.is_some_and(|s| s.page_state.replace(state) == Some(state))
    }

    /// Does a line of the queue stand there already? If not, it is emptied to be written.
    pub(super) fn has_row(&mut self, line: Area, facts: &RowFacts) -> bool {
        let rows = self.standing.as_mut().map(|s| &mut s.rows);
        let Some(row) = rows.and_then(|rows| rows.get_mut(usize::from(line.y))) else {
            return false;
        };
        if row.as_ref() == Some(facts) {
            return true;
        }
        if row.replace(facts.clone()).is_some() {
            self.wipe(line);
        }
        false
    }

    /// The same of a line of the page.
    pub(super) fn has_page_line(&mut self, line: Area, facts: &Arc<PageFacts>) -> bool {
        let lines = self.standing.as_mut().map(|s| &mut s.page);
        let Some(place) = lines.and_then(|lines| lines.get_mut(usize::from(line.y))) else {
            return false;
        };
        if !facts.counts && place.as_ref() == Some(facts) {
            return true;
        }
        if let Some(before) = place.replace(Arc::clone(facts)) {
            let written = before.place(line);
            let width = before.takes.unwrap_or(written.width).min(written.width);
            self.wipe(Area { width, ..written });
        }
        false
    }

    /// The same of the line with the keys of the moment.
    pub(super) fn has_keys(&mut self, line: Area, scope: Scope) -> bool {
        let Some(standing) = &mut self.standing else {
            return false;
        };
        let before = standing.keys.replace(scope);
        if before != Some(scope) {
            self.wipe(line);
        }
        before == Some(scope)
    }

    /// Keeps a figure that is written anew while it stands.
    pub(super) fn keep(&mut self, figure: Figure) {
        let figures = self.standing.as_mut().map(|s| &mut s.figures);
        if let Some(of_line) = figures.and_then(|f| f.get_mut(usize::from(figure.line()))) {
            of_line.push(figure);
        }
    }

    /// Lends the figures that stand, where lines may stay.
    pub(super) fn lend_figures(&mut self, now: Stamp) -> Option<Vec<Vec<Figure>>> {
        let standing = self.standing.as_mut().filter(|s| s.moments.hold(now))?;
        standing.moments.drawn = now;
        Some(std::mem::take(&mut standing.figures))
    }

    /// Takes back what it lent.
    pub(super) fn take_figures(&mut self, figures: Vec<Vec<Figure>>) {
        if let Some(standing) = &mut self.standing {
            standing.figures = figures;
        }
    }

    /// What stands is covered: the next frame is drawn anew.
    pub(super) fn cover(&mut self) {
        self.standing = None;
    }
}

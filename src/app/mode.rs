//! What the keys mean just now: one of a few modes, each with what it holds.
//!
//! Built and changed by `update`, read by `view`. Nothing typed in a mode is lost by a refusal or another size.

use std::collections::BTreeSet;

use super::act_form::ActForm;
use super::acts::{ActName, Unable};
use super::boards::aftercare::{AftercareBoard, Face};
use super::boards::forwarded::ForwardedBoard;
use super::boards::reconcile::ReconcileBoard;
use super::boards::report::{Asked, ReportBoard};
use super::boards::roster::RosterBoard;
use super::finder::{Finder, Indexed, Needle};
use super::keymap::{Action, Scope};
use super::layout::round;
use super::text_field::TextField;
use super::welcome::{self, Welcome};
use crate::domain::command::Act;
use crate::domain::event::Assignment;
use crate::domain::ids::{About, Community, FactId, Kind, Number, Unit};
use crate::domain::suggest::Suggested;
use crate::domain::telling::JournalRow;
use crate::domain::time::{Date, Stamp};

/// The modes.
#[derive(Debug, Clone)]
pub enum Mode {
    /// The first start on this computer.
    Welcome(Box<Welcome>),
    /// The queue, or the case's page when the hand is on it.
    Browse,
    /// Typing what to look for in the queue.
    Search(TextField),
    /// The menu of acts.
    Acts(Box<ActMenu>),
    /// The dialog of an act.
    Act(Box<ActForm>),
    /// Choosing the units of a dispatch.
    Dispatch(Box<Dispatch>),
    /// Logging a phone call to a unit.
    Remind(Remind),
    /// What is suggested about a case.
    Suggestions(Suggestions),
    /// Keying in a new case.
    NewCase(Box<Form>),
    /// Deciding kind and community of a case.
    Decide(Box<Form>),
    /// Saying when the next act happened.
    AtTime(AtTime),
    /// Asking before something is taken back, or done to cases nobody sees.
    Confirm(Question),
    /// The help page.
    Help(Help),
    /// The list of all acts.
    Palette(Box<Palette>),
    /// The journal of what was told.
    Journal(Box<Journal>),
    /// The menu of boards, with the place of the one in hand.
    Boards(usize),
    /// What is owed after the close.
    Aftercare(Box<AftercareBoard>),
    /// Where the desk and the platform disagree.
    Reconcile(Box<ReconcileBoard>),
    /// What a phone forwarded.
    Forwarded(Box<ForwardedBoard>),
    /// The summary of a day, a bulletin or the ladder.
    Report(Box<ReportBoard>),
    /// The month of duty.
    Roster(Box<RosterBoard>),
}

/// The help page.
#[derive(Debug, Clone)]
pub struct Help {
    /// The keys that stand first.
    pub about: Scope,
    /// How many lines are scrolled away above.
    pub scroll: usize,
    /// What it lies over, to which it goes back.
    pub behind: Box<Mode>,
}

impl Mode {
    /// Which keys hold.
    #[must_use]
    pub const fn scope(&self, on_page: bool) -> Scope {
        match self {
            Self::Welcome(open) => match open.step {
                welcome::Step::Post => Scope::WelcomePost,
                welcome::Step::Name => Scope::WelcomeName,
                welcome::Step::Ready => Scope::WelcomeReady,
            },
            Self::Browse if on_page => Scope::Case,
            Self::Browse => Scope::Queue,
            Self::Search(_) => Scope::Search,
            Self::Acts(_) => Scope::Acts,
            Self::Act(_) => Scope::Act,
            Self::Dispatch(_) => Scope::Dispatch,
            Self::Remind(_) => Scope::Remind,
            Self::Suggestions(open) if open.dismissal.is_some() => Scope::SuggestReason,
            Self::Suggestions(_) => Scope::Suggest,
            Self::NewCase(_) | Self::Decide(_) => Scope::Form,
            Self::AtTime(_) => Scope::AtTime,
            Self::Confirm(_) => Scope::Confirm,
            Self::Help(_) => Scope::Help,
            Self::Palette(_) => Scope::Palette,
            Self::Journal(_) => Scope::Journal,
            Self::Boards(_) => Scope::Boards,
            Self::Aftercare(board) if matches!(board.face, Face::Month) => Scope::AftercareMonth,
            Self::Aftercare(_) => Scope::Aftercare,
            Self::Reconcile(_) => Scope::Reconcile,
            Self::Forwarded(_) => Scope::Forwarded,
            Self::Report(board) if board.asking.is_some() => Scope::ReportAsk,
            Self::Report(board) => match board.asked {
                Asked::Day(_) => Scope::DaySummary,
                Asked::Bulletin(_) => Scope::Bulletin,
                Asked::Ladder(_) => Scope::Ladder,
            },
            Self::Roster(board) if board.asking.is_some() => Scope::RosterAsk,
            Self::Roster(_) => Scope::Roster,
        }
    }
}

/// The list of what is suggested about a case.
#[derive(Debug, Clone)]
pub struct Suggestions {
    /// The case.
    pub number: Number,
    /// The suggestion in hand, by its place.
    pub in_hand: usize,
    /// One is being dismissed.
    pub dismissal: Option<Dismissal>,
}

/// A suggestion that is being dismissed.
#[derive(Debug, Clone)]
pub struct Dismissal {
    /// Which one.
    pub of: Suggested,
    /// Why, as typed.
    pub reason: TextField,
    /// It was to be sent without a reason.
    pub is_empty: bool,
    /// Waiting for the writer.
    pub sent: bool,
}

/// The menu of acts.
#[derive(Debug, Clone)]
pub struct ActMenu {
    /// The case.
    pub number: Number,
    /// Every act, and why it cannot be done; none: it can.
    pub acts: Vec<(ActName, Option<Unable>)>,
    /// The one in hand.
    pub in_hand: usize,
}

/// What waits for the facts of a case before it can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// The menu of acts.
    Menu,
    /// An act.
    Act(ActName),
    /// The next step: an act of a unit is not logged by one key that means "go on".
    Step(ActName),
    /// The dispatch picker with the units that were asked for.
    Help,
    /// The excuse of the lapse of this moment.
    Excuse(Stamp),
}

/// A list that is narrowed by typing.
#[derive(Debug, Clone)]
pub struct Narrowed {
    /// What is typed.
    pub field: TextField,
    finder: Finder,
    texts: Vec<Indexed>,
    /// The places of the entries that are shown, in order.
    pub shown: Vec<usize>,
    /// The shown one in hand.
    pub in_hand: usize,
}

impl Narrowed {
    /// All entries, by the texts they can be found by.
    pub fn new<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut finder = Finder::default();
        let texts: Vec<Indexed> = texts.into_iter().map(|t| finder.index([t])).collect();
        Self {
            field: TextField::default(),
            finder,
            shown: (0..texts.len()).collect(),
            texts,
            in_hand: 0,
        }
    }

    /// What is typed has changed.
    pub fn narrow(&mut self) {
        let needle = Needle::new(self.field.text());
        self.shown = (0..self.texts.len())
            .filter(|i| {
                self.texts
                    .get(*i)
                    .is_some_and(|t| self.finder.finds(t, &needle))
            })
            .collect();
        self.in_hand = 0;
    }

    /// Moves the hand, down positive.
    pub fn step(&mut self, entries: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.in_hand = self.in_hand.saturating_add_signed(entries).min(last);
    }

    /// The place of the entry in hand.
    #[must_use]
    pub fn chosen(&self) -> Option<usize> {
        self.shown.get(self.in_hand).copied()
    }
}

/// The dispatch picker.
#[derive(Debug, Clone)]
pub struct Dispatch {
    /// The cases.
    pub numbers: Vec<Number>,
    /// Every unit: the cases' own communities first.
    pub units: Vec<Unit>,
    /// How many of them are the cases' own.
    pub own: usize,
    /// The units that are on the case already, by place; none for several cases.
    pub present: BTreeSet<usize>,
    /// The units as narrowed by typing; the one in hand will lead.
    pub list: Narrowed,
    /// The assisting units, by place.
    pub assisting: BTreeSet<usize>,
    /// A case that another window has changed since the picker showed its units: said before it is sent.
    pub changed: Option<Number>,
}

/// A phone call to a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remind {
    /// The case.
    pub number: Number,
    /// Its units with what each still owes.
    pub units: Vec<(Unit, About)>,
    /// The one in hand.
    pub in_hand: usize,
}

impl Remind {
    /// Moves the hand, down positive.
    pub fn step(&mut self, by: isize) {
        let last = self.units.len().saturating_sub(1);
        self.in_hand = self.in_hand.saturating_add_signed(by).min(last);
    }
}

/// A field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are those of the facts")]
pub enum Field {
    Number,
    Kind,
    Community,
    Title,
    Received,
    CloseDue,
    Address,
    Body,
    Reporter,
    Phone,
    Reason,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldProblem {
    /// It must not be empty.
    Empty,
    /// A number is 1 to 64 printable signs.
    BadNumber,
    /// The number is in the queue already.
    Taken,
    /// Not a time.
    NotATime,
    /// The receipt lies later than now.
    Future,
    /// The close time lies before the receipt.
    BeforeReceipt,
}

/// A form.
#[derive(Debug, Clone)]
pub struct Form {
    /// The case to be decided; none for a new one.
    pub number: Option<Number>,
    /// The kind chosen.
    pub kind: Kind,
    /// The communities to choose from.
    pub communities: Vec<Community>,
    /// The one chosen.
    pub community: Option<usize>,
    /// The fields that take text, in the order of the screen.
    pub texts: Vec<(Field, TextField)>,
    /// All fields in the order of the screen.
    pub order: &'static [Field],
    /// The one in hand, by its place in `order`.
    pub in_hand: usize,
    /// The choices that were guessed from a text and that nobody has looked at yet.
    pub guessed: Vec<Field>,
    /// The choices that somebody made, or that the text names outright: nothing is guessed for them any more.
    pub chosen: Vec<Field>,
    /// Something was guessed while somebody typed further below: it is shown before it is saved.
    pub unseen: bool,
    /// What was wrong at the last attempt.
    pub problems: Vec<(Field, FieldProblem)>,
    /// The forwarded message it was filled from.
    pub message: Option<i64>,
    /// Somebody has typed or chosen something.
    pub touched: bool,
    /// Waiting for the writer.
    pub sent: bool,
}

impl Form {
    /// The field in hand.
    #[must_use]
    pub fn field(&self) -> Field {
        self.order.get(self.in_hand).copied().unwrap_or(Field::Kind)
    }

    /// Moves the hand through the fields and round the ends.
    pub fn step(&mut self, by: isize) {
        self.in_hand = round(self.in_hand, by, self.order.len());
    }

    /// Is there something that would be lost with it? What came from a message waits there.
    #[must_use]
    pub fn is_worth_keeping(&self) -> bool {
        self.has_content() && (self.touched || self.message.is_none())
    }

    /// Has anything been keyed in or chosen?
    fn has_content(&self) -> bool {
        self.texts.iter().any(|(_, t)| !t.is_empty())
            || self.kind != Kind::Ordinary
            || self.community.is_some()
    }

    /// The text of a field; none for a choice.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<&TextField> {
        self.texts.iter().find(|(f, _)| *f == field).map(|(_, t)| t)
    }

    /// The text of a field, to be typed in.
    pub fn text_mut(&mut self, field: Field) -> Option<&mut TextField> {
        self.texts
            .iter_mut()
            .find(|(f, _)| *f == field)
            .map(|(_, t)| t)
    }

    /// What is typed in a field, without the spaces around it.
    #[must_use]
    pub fn typed(&self, field: Field) -> &str {
        self.text(field).map_or("", |t| t.text().trim())
    }

    /// What was wrong with a field.
    #[must_use]
    pub fn problem(&self, field: Field) -> Option<FieldProblem> {
        self.problems
            .iter()
            .find(|(f, _)| *f == field)
            .map(|(_, p)| *p)
    }

    /// The community chosen.
    #[must_use]
    pub fn chosen_community(&self) -> Option<&Community> {
        self.communities.get(self.community?)
    }
}

/// The prompt for a past time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AtTime {
    /// What is typed.
    pub field: TextField,
    /// What was wrong with it.
    pub problem: Option<AtProblem>,
}

/// What is wrong with a past time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtProblem {
    /// Not a time.
    NotATime,
    /// It has not come yet.
    Future(Stamp),
}

/// An act on every case that is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Batch {
    /// The street's sign.
    Sign,
    /// Sign and dispatch to each case's own community.
    SignAndDispatch,
    /// Dispatch to these units.
    Dispatch(Vec<Assignment>),
}

/// What is asked before it is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Take every reminder out of view, also those that are not on the screen?
    AcknowledgeAll {
        /// How many there are.
        count: usize,
    },
    /// Take back this fact?
    Undo {
        /// The case.
        number: Number,
        /// The fact's id.
        id: FactId,
        /// Its event's name.
        event: &'static str,
        /// When it happened.
        at: Stamp,
        /// Who did it.
        by: crate::domain::ids::Actor,
    },
    /// Do this to the case? Nothing is to be said about it, and a second Enter by mistake must not do it.
    Act {
        /// The case.
        number: Number,
        /// What it is called: the close, or what a unit is said to have done.
        name: ActName,
        /// The act.
        act: Act,
    },
    /// Do this to marked cases of which some are not on the screen?
    Batch {
        /// What to do.
        batch: Batch,
        /// The cases.
        numbers: Vec<Number>,
        /// How many of them are out of sight.
        hidden: usize,
    },
}

/// The list of all acts.
#[derive(Debug, Clone)]
pub struct Palette {
    /// The acts, with what is on their keys.
    pub actions: Vec<Action>,
    /// The acts as narrowed by typing.
    pub list: Narrowed,
}

/// The journal of a date.
#[derive(Debug, Clone)]
pub struct Journal {
    /// The date.
    pub date: Date,
    /// Its rows; none while they are being read.
    pub rows: Option<Vec<JournalRow>>,
    /// How many rows are scrolled away above.
    pub scroll: usize,
}

//! The one table of keys: which key does what in which mode, how it is called, and which are shown in the footer.
//!
//! Key handling, the footer, the help page and the palette all read it. Every act has a key that needs no letter, because
//! input methods swallow letters.

use super::key::{Code, Key};

/// Where a key is pressed. Keys of a scope that takes text are those the text field leaves over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The queue.
    Queue,
    /// The case's page, or the pane beside the queue.
    Case,
    /// Typing a search.
    Search,
    /// The dispatch picker.
    Dispatch,
    /// Choosing whom a phone call went to.
    Remind,
    /// The form of a new case, or of a case to be decided.
    Form,
    /// The prompt for a past time.
    AtTime,
    /// A question.
    Confirm,
    /// The help page.
    Help,
    /// The list of all acts.
    Palette,
    /// The journal of what was told.
    Journal,
}

impl Scope {
    /// All of them, in the order of the help page.
    pub const ALL: [Self; 11] = [
        Self::Queue,
        Self::Case,
        Self::Search,
        Self::Dispatch,
        Self::Remind,
        Self::Form,
        Self::AtTime,
        Self::Confirm,
        Self::Journal,
        Self::Help,
        Self::Palette,
    ];

    /// Do letters go into a text here? Then only keys that are no signs can act, and nothing is folded.
    #[must_use]
    pub const fn takes_text(self) -> bool {
        match self {
            Self::Search | Self::Dispatch | Self::Form | Self::AtTime | Self::Palette => true,
            Self::Queue
            | Self::Case
            | Self::Remind
            | Self::Confirm
            | Self::Journal
            | Self::Help => false,
        }
    }
}

macro_rules! actions {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        /// What a key can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $($(#[$meta])* $name),+ }

        impl Action {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
        }
    };
}

actions! {
    /// The street's sign.
    Sign,
    /// Opens the dispatch picker.
    Dispatch,
    /// Signs and dispatches to the case's own community.
    SignAndDispatch,
    /// Logs a phone reminder.
    Remind,
    /// Decides kind and community of a case.
    Decide,
    /// Takes back the last fact.
    Undo,
    /// Opens the form of a new case.
    NewCase,
    /// Sets the time at which the next act happened.
    AtTime,
    /// Opens the case's page.
    Open,
    /// Starts a search.
    Search,
    /// The next grouping.
    Regroup,
    /// Marks the case for acts on several.
    Mark,
    /// Marks every case shown, or none.
    MarkAll,
    /// Copies the case's number.
    CopyNumber,
    /// The help page.
    Help,
    /// The list of all acts.
    Palette,
    /// The next theme.
    Theme,
    /// Leaves the desk.
    Quit,
    /// One up.
    Up,
    /// One down.
    Down,
    /// A screen up.
    PageUp,
    /// A screen down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// To the group above.
    PreviousGroup,
    /// To the group below.
    NextGroup,
    /// To the first group shown.
    Group1,
    /// To the second group shown.
    Group2,
    /// To the third group shown.
    Group3,
    /// To the fourth group shown.
    Group4,
    /// To the fifth group shown.
    Group5,
    /// To the sixth group shown.
    Group6,
    /// Leaves what is open, then what is set.
    Back,
    /// Carries out what the mode is for.
    Accept,
    /// Saves the form.
    Save,
    /// The next field.
    NextField,
    /// The field before.
    PreviousField,
    /// The next value of a choice.
    NextValue,
    /// The value before.
    PreviousValue,
    /// Assisting unit, or not.
    ToggleAssist,
    /// The unit did not answer the phone.
    Unanswered,
    /// Takes the reminders shown out of view.
    Acknowledge,
    /// Takes all reminders out of view.
    AcknowledgeAll,
    /// The journal of what was told.
    Journal,
    /// Rings the bell, or not.
    Mute,
    /// The journal of the day before.
    PreviousDay,
    /// The journal of the day after.
    NextDay,
    /// Shows the citizen's name and number for a while, or masks them again.
    Reveal,
}

impl Action {
    /// Does it do nothing but move the hand?
    #[must_use]
    pub const fn only_moves(self) -> bool {
        matches!(
            self,
            Self::Up
                | Self::Down
                | Self::PageUp
                | Self::PageDown
                | Self::First
                | Self::Last
                | Self::PreviousGroup
                | Self::NextGroup
                | Self::Group1
                | Self::Group2
                | Self::Group3
                | Self::Group4
                | Self::Group5
                | Self::Group6
        )
    }
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// In which modes.
    pub scopes: &'static [Scope],
    /// The keys; the first is the one shown.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// Place in the footer, 1 first; 0 is not shown there.
    pub rank: u8,
}

const fn bind(scopes: &'static [Scope], keys: &'static [Key], action: Action, rank: u8) -> Binding {
    Binding {
        scopes,
        keys,
        action,
        rank,
    }
}

const fn key(code: Code) -> Key {
    Key::plain(code)
}

const ON_CASE: &[Scope] = &[Scope::Queue, Scope::Case];
const LISTS: &[Scope] = &[
    Scope::Queue,
    Scope::Case,
    Scope::Remind,
    Scope::Journal,
    Scope::Help,
];
/// Where there is more than a screen to look through.
const PAGES: &[Scope] = &[Scope::Queue, Scope::Case, Scope::Journal, Scope::Help];
const TYPED_LISTS: &[Scope] = &[Scope::Search, Scope::Dispatch, Scope::Palette];

/// The table.
pub const TABLE: &[Binding] = &[
    // Acts.
    bind(ON_CASE, &[Key::char('s'), Key::f(2)], Action::Sign, 1),
    bind(ON_CASE, &[Key::char('d'), Key::f(3)], Action::Dispatch, 2),
    bind(
        ON_CASE,
        &[Key::char('D'), Key::f(4)],
        Action::SignAndDispatch,
        3,
    ),
    bind(ON_CASE, &[Key::char('c'), Key::f(5)], Action::Remind, 4),
    bind(
        ON_CASE,
        &[Key::char('e'), Key::ctrl('e')],
        Action::Decide,
        12,
    ),
    bind(ON_CASE, &[Key::char('u'), Key::ctrl('z')], Action::Undo, 9),
    bind(ON_CASE, &[Key::char('@'), Key::f(8)], Action::AtTime, 10),
    bind(
        &[Scope::Queue],
        &[Key::char('n'), Key::ctrl('n')],
        Action::NewCase,
        8,
    ),
    // Looking.
    bind(&[Scope::Queue], &[key(Code::Enter)], Action::Open, 5),
    bind(
        &[Scope::Queue],
        &[Key::char('/'), Key::ctrl('f')],
        Action::Search,
        6,
    ),
    bind(
        &[Scope::Queue],
        &[key(Code::Tab), Key::f(6)],
        Action::Regroup,
        11,
    ),
    bind(
        &[Scope::Queue],
        &[Key::char(' '), Key::f(7)],
        Action::Mark,
        13,
    ),
    bind(
        &[Scope::Queue],
        &[Key::char('a'), Key::ctrl('a')],
        Action::MarkAll,
        0,
    ),
    bind(
        ON_CASE,
        &[Key::char('y'), Key::ctrl('y')],
        Action::CopyNumber,
        0,
    ),
    bind(
        &[Scope::Queue, Scope::Case, Scope::Help],
        &[Key::char('?'), Key::f(1)],
        Action::Help,
        7,
    ),
    bind(ON_CASE, &[Key::char(':'), Key::f(9)], Action::Palette, 0),
    bind(
        ON_CASE,
        &[Key::char('x'), Key::ctrl('x')],
        Action::Acknowledge,
        0,
    ),
    bind(
        ON_CASE,
        &[Key::char('X'), Key::f(12)],
        Action::AcknowledgeAll,
        0,
    ),
    bind(
        ON_CASE,
        &[Key::char('r'), Key::ctrl('r')],
        Action::Journal,
        0,
    ),
    bind(ON_CASE, &[Key::char('m'), Key::ctrl('o')], Action::Mute, 0),
    bind(ON_CASE, &[Key::char('t'), Key::ctrl('t')], Action::Theme, 0),
    bind(
        PAGES,
        &[Key::char('q'), Key::ctrl('q'), Key::f(10)],
        Action::Quit,
        14,
    ),
    bind(
        &[
            Scope::Search,
            Scope::Dispatch,
            Scope::Remind,
            Scope::Form,
            Scope::AtTime,
            Scope::Confirm,
            Scope::Palette,
        ],
        &[Key::ctrl('q'), Key::f(10)],
        Action::Quit,
        0,
    ),
    // What is known of the citizen, for a while.
    bind(
        ON_CASE,
        &[Key::char('P'), Key::ctrl('u')],
        Action::Reveal,
        0,
    ),
    // Moving.
    bind(LISTS, &[key(Code::Up), Key::char('k')], Action::Up, 0),
    bind(LISTS, &[key(Code::Down), Key::char('j')], Action::Down, 0),
    bind(TYPED_LISTS, &[key(Code::Up)], Action::Up, 0),
    bind(TYPED_LISTS, &[key(Code::Down)], Action::Down, 0),
    bind(
        PAGES,
        &[key(Code::PageUp), Key::ctrl('b')],
        Action::PageUp,
        0,
    ),
    bind(
        PAGES,
        &[key(Code::PageDown), Key::ctrl('d')],
        Action::PageDown,
        0,
    ),
    bind(PAGES, &[key(Code::Home), Key::char('g')], Action::First, 0),
    bind(PAGES, &[key(Code::End), Key::char('G')], Action::Last, 0),
    bind(
        &[Scope::Queue],
        &[key(Code::Left), Key::char('h')],
        Action::PreviousGroup,
        0,
    ),
    bind(
        &[Scope::Queue],
        &[key(Code::Right), Key::char('l')],
        Action::NextGroup,
        0,
    ),
    bind(
        &[Scope::Journal],
        &[key(Code::Left), Key::char('h')],
        Action::PreviousDay,
        1,
    ),
    bind(
        &[Scope::Journal],
        &[key(Code::Right), Key::char('l')],
        Action::NextDay,
        2,
    ),
    bind(&[Scope::Queue], &[Key::char('1')], Action::Group1, 0),
    bind(&[Scope::Queue], &[Key::char('2')], Action::Group2, 0),
    bind(&[Scope::Queue], &[Key::char('3')], Action::Group3, 0),
    bind(&[Scope::Queue], &[Key::char('4')], Action::Group4, 0),
    bind(&[Scope::Queue], &[Key::char('5')], Action::Group5, 0),
    bind(&[Scope::Queue], &[Key::char('6')], Action::Group6, 0),
    // Inside the modes.
    bind(
        &[
            Scope::Search,
            Scope::Dispatch,
            Scope::Remind,
            Scope::AtTime,
            Scope::Palette,
        ],
        &[key(Code::Enter)],
        Action::Accept,
        1,
    ),
    // Not Enter alone: a pasted line end must not answer a question.
    bind(
        &[Scope::Confirm],
        &[Key::char('y'), Key::f(2)],
        Action::Accept,
        1,
    ),
    bind(
        &[Scope::Form],
        &[Key::f(2), Key::ctrl('s')],
        Action::Save,
        1,
    ),
    bind(
        &[Scope::Form],
        &[key(Code::Tab), key(Code::Down), key(Code::Enter)],
        Action::NextField,
        2,
    ),
    bind(
        &[Scope::Form],
        &[key(Code::BackTab), key(Code::Up)],
        Action::PreviousField,
        0,
    ),
    // On a field that takes text, Left, Right and Space are the text's.
    bind(
        &[Scope::Form],
        &[key(Code::Right), Key::char(' '), key(Code::PageDown)],
        Action::NextValue,
        3,
    ),
    bind(
        &[Scope::Form],
        &[key(Code::Left), key(Code::PageUp)],
        Action::PreviousValue,
        0,
    ),
    bind(
        &[Scope::Dispatch],
        &[Key::char(' '), key(Code::Tab), Key::f(7)],
        Action::ToggleAssist,
        2,
    ),
    bind(
        &[Scope::Remind],
        &[Key::char('n'), Key::f(3)],
        Action::Unanswered,
        2,
    ),
    bind(
        &[Scope::Confirm],
        &[key(Code::Esc), Key::char('n')],
        Action::Back,
        2,
    ),
    bind(
        &[
            Scope::Queue,
            Scope::Case,
            Scope::Search,
            Scope::Dispatch,
            Scope::Remind,
            Scope::Form,
            Scope::AtTime,
            Scope::Journal,
            Scope::Help,
            Scope::Palette,
        ],
        &[key(Code::Esc)],
        Action::Back,
        15,
    ),
];

/// What a key does in a mode. Where commands are typed, full-width signs act as their ASCII twins; where text is typed, only
/// the ideographic space does.
#[must_use]
pub fn action(scope: Scope, pressed: Key) -> Option<Action> {
    let pressed = if scope.takes_text() && pressed.code != Code::Char('\u{3000}') {
        pressed
    } else {
        pressed.folded()
    };
    TABLE
        .iter()
        .find(|b| b.scopes.contains(&scope) && b.keys.contains(&pressed))
        .map(|b| b.action)
}

/// The lines of a mode that stand in the footer, in their order there.
#[must_use]
pub fn footer(scope: Scope) -> Vec<&'static Binding> {
    let mut lines: Vec<&Binding> = TABLE
        .iter()
        .filter(|b| b.rank > 0 && b.scopes.contains(&scope))
        .collect();
    lines.sort_by_key(|b| b.rank);
    lines
}

/// The lines of a mode, in the order of the table.
pub fn of(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |b| b.scopes.contains(&scope))
}

//! The table itself, one binding a line: acts first, then looking and moving, and the way back out of everything. What holds
//! inside the modes and on the boards stands beside it. The first key of a binding is the one shown. Called by `keymap` alone.

use super::{Action, Binding, Scope};
use crate::app::key::{Code, Key};

pub(super) const fn bind(
    scopes: &'static [Scope],
    keys: &'static [Key],
    action: Action,
    rank: u8,
) -> Binding {
    Binding {
        scopes,
        keys,
        action,
        rank,
    }
}

pub(super) const fn key(code: Code) -> Key {
    Key::plain(code)
}

const ON_CASE: &[Scope] = &[Scope::Queue, Scope::Case];
const LISTS: &[Scope] = &[
    Scope::Queue,
    Scope::Case,
    Scope::Remind,
    Scope::Suggest,
    Scope::Journal,
    Scope::Boards,
    Scope::Aftercare,
    Scope::AftercareMonth,
    Scope::Reconcile,
    Scope::Forwarded,
    Scope::DaySummary,
    Scope::Bulletin,
    Scope::Ladder,
    Scope::Roster,
    Scope::Help,
];
/// Where there is more than a screen to look through.
const PAGES: &[Scope] = &[
    Scope::Queue,
    Scope::Case,
    Scope::Journal,
    Scope::Aftercare,
    Scope::AftercareMonth,
    Scope::Reconcile,
    Scope::Forwarded,
    Scope::DaySummary,
    Scope::Bulletin,
    Scope::Ladder,
    Scope::Roster,
    Scope::Help,
];
/// The boards that show a month.
const MONTHS: &[Scope] = &[Scope::AftercareMonth, Scope::Roster];
const TYPED_LISTS: &[Scope] = &[Scope::Search, Scope::Dispatch, Scope::Palette];

/// The table.
pub(super) const TABLE: &[Binding] = &[
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
    bind(
        &[Scope::Queue],
        &[Key::char('o'), Key::ctrl('g')],
        Action::NextStep,
        8,
    ),
    bind(
        &[Scope::Case],
        &[key(Code::Enter), Key::char('o'), Key::ctrl('g')],
        Action::NextStep,
        1,
    ),
    bind(
        ON_CASE,
        &[Key::char('i'), Key::ctrl('l')],
        Action::Suggestions,
        9,
    ),
    bind(
        &[Scope::Suggest],
        &[Key::char('n'), Key::f(3)],
        Action::Dismiss,
        2,
    ),
    bind(
        &[Scope::Suggest, Scope::SuggestReason],
        &[key(Code::Enter)],
        Action::Accept,
        1,
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
        &[Scope::Search],
        &[Key::ctrl('f'), Key::f(3)],
        Action::SearchAll,
        2,
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
    bind(PAGES, &[Key::char('?'), Key::f(1)], Action::Help, 7),
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
    bind(ON_CASE, &[Key::char('b'), Key::f(11)], Action::Boards, 13),
    bind(
        &[Scope::Queue, Scope::Case, Scope::Boards],
        &[Key::char('z'), Key::ctrl('s')],
        Action::DaySummary,
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
            Scope::Acts,
            Scope::Act,
            Scope::Dispatch,
            Scope::Remind,
            Scope::Suggest,
            Scope::SuggestReason,
            Scope::Form,
            Scope::AtTime,
            Scope::Confirm,
            Scope::Palette,
            Scope::Boards,
            Scope::ReportAsk,
            Scope::RosterAsk,
        ],
        &[Key::ctrl('q'), Key::f(10)],
        Action::Quit,
        0,
    ),
    // What is known of the citizen, for a while; and of the case, for others.
    bind(
        ON_CASE,
        &[Key::char('P'), Key::ctrl('u')],
        Action::Reveal,
        0,
    ),
    bind(
        &[Scope::Case],
        &[Key::char('E'), Key::f(6)],
        Action::ExportDossier,
        0,
    ),
    bind(
        &[Scope::Case],
        &[Key::char('Y'), Key::f(7)],
        Action::CopyVerdicts,
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
    bind(
        MONTHS,
        &[key(Code::Left), Key::char('h')],
        Action::PreviousDay,
        0,
    ),
    bind(
        MONTHS,
        &[key(Code::Right), Key::char('l')],
        Action::NextDay,
        0,
    ),
    bind(&[Scope::Queue], &[Key::char('1')], Action::Group1, 0),
    bind(&[Scope::Queue], &[Key::char('2')], Action::Group2, 0),
    bind(&[Scope::Queue], &[Key::char('3')], Action::Group3, 0),
    bind(&[Scope::Queue], &[Key::char('4')], Action::Group4, 0),
    bind(&[Scope::Queue], &[Key::char('5')], Action::Group5, 0),
    bind(&[Scope::Queue], &[Key::char('6')], Action::Group6, 0),
];

/// The way back, after all else.
pub(super) const BACK: &[Binding] = &[
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
            Scope::Suggest,
            Scope::SuggestReason,
            Scope::Form,
            Scope::AtTime,
            Scope::Journal,
            Scope::Boards,
            Scope::Aftercare,
            Scope::AftercareMonth,
            Scope::Reconcile,
            Scope::Forwarded,
            Scope::DaySummary,
            Scope::Bulletin,
            Scope::Ladder,
            Scope::ReportAsk,
            Scope::Roster,
            Scope::RosterAsk,
            Scope::Help,
            Scope::Palette,
        ],
        &[key(Code::Esc)],
        Action::Back,
        13,
    ),
];

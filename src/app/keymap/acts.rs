//! The keys of the acts: those that stand beside the queue, the menu with one letter each, and the dialogs.
//!
//! In the menu a letter has its twin with Ctrl; where a terminal takes that for something else, or the letter is a capital,
//! an F-key. Called by `keymap` alone.

use super::table::{bind, key};
use super::{Action, Binding, Scope};
use crate::app::acts::ActName as Name;
use crate::app::key::{Code, Key};

const ON_CASE: &[Scope] = &[Scope::Queue, Scope::Case];
const MENU: &[Scope] = &[Scope::Acts];
const DIALOG: &[Scope] = &[Scope::Act];

/// The keys of the acts.
pub(super) const TABLE: &[Binding] = &[
    bind(ON_CASE, &[Key::char('.'), Key::ctrl('k')], Action::Acts, 5),
    bind(
        ON_CASE,
        &[Key::char('v'), Key::ctrl('v')],
        Action::Act(Name::UnitSign),
        0,
    ),
    bind(
        ON_CASE,
        &[Key::char('p'), Key::ctrl('p')],
        Action::Act(Name::Reply),
        0,
    ),
    bind(
        ON_CASE,
        &[Key::char('w'), Key::ctrl('w')],
        Action::Act(Name::Review),
        0,
    ),
    // The menu.
    bind(
        MENU,
        &[Key::char('s'), Key::f(2)],
        Action::Act(Name::Sign),
        0,
    ),
    bind(
        MENU,
        &[Key::char('d'), Key::f(3)],
        Action::Act(Name::Dispatch),
        0,
    ),
    bind(
        MENU,
        &[Key::char('v'), Key::ctrl('v')],
        Action::Act(Name::UnitSign),
        0,
    ),
    bind(
        MENU,
        &[Key::char('c'), Key::f(5)],
        Action::Act(Name::Remind),
        0,
    ),
    bind(
        MENU,
        &[Key::char('z'), Key::ctrl('z')],
        Action::Act(Name::Transfer),
        0,
    ),
    bind(
        MENU,
        &[Key::char('a'), Key::ctrl('a')],
        Action::Act(Name::CoAssign),
        0,
    ),
    bind(
        MENU,
        &[Key::char('l'), Key::ctrl('l')],
        Action::Act(Name::Lead),
        0,
    ),
    bind(
        MENU,
        &[Key::char('o'), Key::ctrl('o')],
        Action::Act(Name::Consult),
        0,
    ),
    bind(
        MENU,
        &[Key::char('t'), Key::ctrl('t')],
        Action::Act(Name::Contact),
        0,
    ),
    bind(
        MENU,
        &[Key::char('p'), Key::ctrl('p')],
        Action::Act(Name::Reply),
        0,
    ),
    bind(
        MENU,
        &[Key::char('w'), Key::ctrl('w')],
        Action::Act(Name::Review),
        0,
    ),
    bind(
        MENU,
        &[Key::char('x'), Key::ctrl('x')],
        Action::Act(Name::Extend),
        0,
    ),
    bind(
        MENU,
        &[Key::char('y'), Key::ctrl('y')],
        Action::Act(Name::DecideExtension),
        0,
    ),
    bind(
        MENU,
        &[Key::char('b'), Key::ctrl('b')],
        Action::Act(Name::Close),
        0,
    ),
    bind(
        MENU,
        &[Key::char('r'), Key::ctrl('r')],
        Action::Act(Name::Rate),
        0,
    ),
    bind(
        MENU,
        &[Key::char('f'), Key::ctrl('f')],
        Action::Act(Name::FollowUp),
        0,
    ),
    bind(
        MENU,
        &[Key::char('g'), Key::ctrl('g')],
        Action::Act(Name::Rework),
        0,
    ),
    bind(
        MENU,
        &[Key::char('u'), Key::ctrl('u')],
        Action::Act(Name::Appeal),
        0,
    ),
    bind(
        MENU,
        &[Key::char('U'), Key::f(4)],
        Action::Act(Name::DecideAppeal),
        0,
    ),
    bind(
        MENU,
        &[Key::char('h'), Key::f(6)],
        Action::Act(Name::LookBack),
        0,
    ),
    bind(
        MENU,
        &[Key::char('k'), Key::ctrl('k')],
        Action::Act(Name::Tag),
        0,
    ),
    bind(
        MENU,
        &[Key::char('n'), Key::ctrl('n')],
        Action::Act(Name::Note),
        0,
    ),
    bind(
        MENU,
        &[Key::char('e'), Key::ctrl('e')],
        Action::Act(Name::Amend),
        0,
    ),
    bind(
        MENU,
        &[Key::char('L'), Key::f(11)],
        Action::Act(Name::Link),
        0,
    ),
    bind(
        MENU,
        &[Key::char('m'), Key::f(8)],
        Action::Act(Name::Escalate),
        0,
    ),
    bind(
        MENU,
        &[Key::char('i'), Key::f(7)],
        Action::Act(Name::Report),
        0,
    ),
    bind(
        MENU,
        &[Key::char('j'), Key::f(9)],
        Action::Act(Name::Excuse),
        0,
    ),
    bind(
        MENU,
        &[Key::char('X'), Key::f(12)],
        Action::Act(Name::Void),
        0,
    ),
    bind(MENU, &[key(Code::Enter)], Action::Accept, 1),
    bind(MENU, &[key(Code::Up), key(Code::BackTab)], Action::Up, 0),
    bind(MENU, &[key(Code::Down), key(Code::Tab)], Action::Down, 0),
    bind(MENU, &[key(Code::Left)], Action::PreviousGroup, 0),
    bind(MENU, &[key(Code::Right)], Action::NextGroup, 0),
    bind(MENU, &[key(Code::Home)], Action::First, 0),
    bind(MENU, &[key(Code::End)], Action::Last, 0),
    bind(MENU, &[key(Code::Esc), Key::char('.')], Action::Back, 2),
    // The dialogs. Where text is typed, Left, Right and Space are the text's, and Enter too where it has several lines.
    bind(DIALOG, &[Key::f(2), Key::ctrl('s')], Action::Save, 1),
    bind(DIALOG, &[key(Code::Enter)], Action::Accept, 0),
    bind(DIALOG, &[key(Code::Tab)], Action::NextField, 2),
    bind(DIALOG, &[key(Code::BackTab)], Action::PreviousField, 0),
    bind(DIALOG, &[key(Code::Up)], Action::Up, 0),
    bind(DIALOG, &[key(Code::Down)], Action::Down, 0),
    bind(
        DIALOG,
        &[Key::char(' '), key(Code::Right)],
        Action::NextValue,
        3,
    ),
    bind(DIALOG, &[key(Code::Left)], Action::PreviousValue, 0),
    bind(DIALOG, &[key(Code::PageUp)], Action::PageUp, 0),
    bind(DIALOG, &[key(Code::PageDown)], Action::PageDown, 0),
    bind(DIALOG, &[Key::f(7)], Action::ToggleAssist, 0),
    bind(DIALOG, &[key(Code::Esc)], Action::Back, 4),
];

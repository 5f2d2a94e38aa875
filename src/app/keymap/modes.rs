//! The keys inside the modes that are opened over the queue: typing, choosing, forms. Called by `keymap` alone.

use super::table::{bind, key};
use super::{Action, Binding, Scope};
use crate::app::key::{Code, Key};

pub(super) const TABLE: &[Binding] = &[
    bind(
        &[
            Scope::Search,
            Scope::Dispatch,
            Scope::Remind,
            Scope::AtTime,
            Scope::Palette,
            Scope::Boards,
            Scope::ReportAsk,
            Scope::RosterAsk,
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
];

//! The keys of the first start. Called by `keymap` alone.

use super::table::{bind, key};
use super::{Action, Binding, Scope};
use crate::app::key::{Code, Key};

const ALL: &[Scope] = &[Scope::WelcomePost, Scope::WelcomeName, Scope::WelcomeReady];

pub(super) const TABLE: &[Binding] = &[
    bind(
        &[Scope::WelcomePost],
        &[key(Code::Up), Key::char('k')],
        Action::Up,
        0,
    ),
    bind(
        &[Scope::WelcomePost],
        &[key(Code::Down), Key::char('j')],
        Action::Down,
        0,
    ),
    bind(ALL, &[key(Code::Enter)], Action::Accept, 1),
    bind(
        &[Scope::WelcomeReady],
        &[Key::char('d'), Key::f(2)],
        Action::Demo,
        2,
    ),
    bind(ALL, &[key(Code::Esc)], Action::Skip, 3),
    bind(ALL, &[Key::ctrl('q'), Key::f(10)], Action::Quit, 0),
];

//! The keys of the boards and of what is asked on them. Called by `keymap` alone.

use super::table::{bind, key};
use super::{Action, Binding, Scope};
use crate::app::key::{Code, Key};

/// The boards that show a report.
const REPORTS: &[Scope] = &[Scope::DaySummary, Scope::Bulletin, Scope::Ladder];

pub(super) const TABLE: &[Binding] = &[
    bind(
        &[Scope::Boards],
        &[Key::char('a'), Key::f(2)],
        Action::Aftercare,
        2,
    ),
    bind(
        &[Scope::Boards],
        &[Key::char('c'), Key::f(3)],
        Action::Reconcile,
        3,
    ),
    bind(
        &[Scope::Boards],
        &[Key::char('t'), Key::f(5)],
        Action::Bulletin,
        5,
    ),
    bind(
        &[Scope::Boards],
        &[Key::char('w'), Key::f(6)],
        Action::Ladder,
        6,
    ),
    bind(
        &[
            Scope::Aftercare,
            Scope::AftercareMonth,
            Scope::Reconcile,
            Scope::Forwarded,
            Scope::DaySummary,
            Scope::Bulletin,
            Scope::Ladder,
        ],
        &[key(Code::Enter)],
        Action::Open,
        1,
    ),
    bind(
        &[
            Scope::Aftercare,
            Scope::AftercareMonth,
            Scope::Forwarded,
            Scope::DaySummary,
            Scope::Bulletin,
        ],
        &[key(Code::Tab), Key::f(6)],
        Action::OtherSide,
        2,
    ),
    bind(
        &[Scope::DaySummary],
        &[Key::char('o'), Key::f(4)],
        Action::HandOver,
        3,
    ),
    bind(
        &[Scope::Bulletin],
        &[Key::char('m'), Key::f(7)],
        Action::WeekOrMonth,
        3,
    ),
    bind(
        &[Scope::Ladder],
        &[Key::char('d'), Key::f(2)],
        Action::StepDone,
        2,
    ),
    bind(
        &[Scope::Ladder],
        &[Key::char('x'), Key::f(9)],
        Action::ExcuseLapse,
        3,
    ),
    bind(
        REPORTS,
        &[key(Code::Left), Key::char('h')],
        Action::Earlier,
        4,
    ),
    bind(
        REPORTS,
        &[key(Code::Right), Key::char('l')],
        Action::Later,
        5,
    ),
    bind(
        REPORTS,
        &[Key::char('E'), Key::f(8)],
        Action::ExportReport,
        6,
    ),
    bind(
        &[Scope::ReportAsk],
        &[key(Code::Tab), Key::f(6)],
        Action::NextValue,
        0,
    ),
    // What a phone forwarded; the letters are those of the queue where the act is the same.
    bind(
        &[Scope::Forwarded],
        &[Key::char('n'), Key::f(2)],
        Action::TakeAsCase,
        3,
    ),
    bind(
        &[Scope::Forwarded],
        &[Key::char('a'), Key::f(3)],
        Action::Attach,
        4,
    ),
    bind(
        &[Scope::Forwarded],
        &[Key::char('c'), Key::f(5)],
        Action::ConfirmCall,
        2,
    ),
    bind(
        &[Scope::Forwarded],
        &[Key::char('x'), Key::f(4)],
        Action::PutAside,
        5,
    ),
    bind(
        &[Scope::Forwarded],
        &[Key::char('u'), Key::ctrl('z')],
        Action::BringBack,
        6,
    ),
    bind(
        &[Scope::Boards],
        &[Key::char('f'), Key::f(8)],
        Action::Forwarded,
        7,
    ),
    bind(
        &[Scope::Queue, Scope::Case],
        &[Key::char('f')],
        Action::Forwarded,
        0,
    ),
    bind(
        &[Scope::Reconcile],
        &[Key::char('t'), Key::f(2)],
        Action::Take,
        2,
    ),
    bind(
        &[Scope::Reconcile],
        &[Key::char('n'), Key::f(3)],
        Action::Keep,
        3,
    ),
    bind(
        &[Scope::Boards],
        &[Key::char('d'), Key::f(4)],
        Action::Roster,
        4,
    ),
    bind(
        &[Scope::Boards],
        &[Key::char('r'), Key::ctrl('r')],
        Action::Journal,
        5,
    ),
    bind(
        &[Scope::Roster],
        &[Key::char('s'), Key::f(2)],
        Action::Swap,
        1,
    ),
    bind(
        &[Scope::Roster],
        &[Key::char('t'), Key::f(3)],
        Action::StandIn,
        2,
    ),
    bind(
        &[Scope::Roster],
        &[Key::char('o'), Key::f(4)],
        Action::HandOver,
        3,
    ),
    bind(
        &[Scope::Roster],
        &[Key::char('u'), Key::ctrl('z')],
        Action::TakeBack,
        4,
    ),
    bind(
        &[Scope::Roster],
        &[key(Code::Tab), Key::f(6)],
        Action::OtherSide,
        5,
    ),
    bind(
        &[Scope::RosterAsk],
        &[key(Code::Tab), Key::f(6)],
        Action::NextValue,
        2,
    ),
];

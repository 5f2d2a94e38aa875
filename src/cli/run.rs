//! The desk on the screen.

use std::sync::Arc;

use super::desk::Desk;
use crate::app::model::{Settings, Theme};
use crate::app::text::say;
use crate::config::{self, Folders};
use crate::domain::ids::Actor;
use crate::error::Failure;
use crate::runtime::{self, Opening, terminal};

/// Opens the desk.
///
/// # Errors
/// When there is no terminal, or the store fails.
pub fn run(desk: Desk) -> Result<(), Failure> {
    needs_terminal(&desk)?;
    let settings = settings(&desk, None)?;
    let store = desk.open_store()?;
    let phone = match &desk.config.phone {
        Some(settings) => Some((super::phone::of_config(settings), desk.open_store()?)),
        None => None,
    };
    let backups = super::backup::daily(&desk, store.path());
    runtime::run(Opening {
        store,
        rules: Arc::new(desk.rules),
        texts: desk.texts,
        settings,
        clock: desk.clock,
        away: desk.config.away,
        backups,
        inbox: desk.config.inbox,
        phone,
    })
}

/// Refuses where there is no terminal to open the desk on.
///
/// # Errors
/// When there is none.
pub(super) fn needs_terminal(desk: &Desk) -> Result<(), Failure> {
    if terminal::is_there() {
        return Ok(());
    }
    Err(Failure::usage(say!(desk.texts, "error-terminal"))
        .mend(say!(desk.texts, "error-terminal-mend")))
}

/// What the user set; `demo` is the speed of a made-up shift.
///
/// # Errors
/// When who sits here names nobody.
pub(super) fn settings(desk: &Desk, demo: Option<u32>) -> Result<Settings, Failure> {
    let plain = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    let config = &desk.config;
    Ok(Settings {
        theme: match config.theme {
            _ if plain => Theme::None,
            Some(config::Theme::Light) => Theme::Light,
            Some(config::Theme::Dark) | None => Theme::Dark,
        },
        ascii: config.ascii.unwrap_or(false),
        seconds: config.seconds.unwrap_or(true),
        me: desk.named_actor()?,
        person: desk.person(),
        watch: config.watch.unwrap_or(match config.me {
            Some(Actor::Post(post)) => Some(post),
            Some(Actor::Unit(_) | Actor::System) | None => None,
        }),
        handlers: config.handlers.clone(),
        demo,
        exports: config.exports.clone().or_else(Folders::documents),
    })
}

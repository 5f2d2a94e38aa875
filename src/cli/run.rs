//! The desk on the screen.

use std::sync::Arc;

use super::desk::Desk;
use super::failure;
use crate::app::model::{Settings, Theme};
use crate::app::text::say;
use crate::config::{self, Folders, Language};
use crate::domain::ids::Actor;
use crate::error::Failure;
use crate::runtime::{self, Left, Opening, terminal};

/// Opens the desk.
///
/// # Errors
/// When there is no terminal, or the store fails.
pub fn run(desk: Desk) -> Result<(), Failure> {
    needs_terminal(&desk)?;
    let mut settings = settings(&desk, None)?;
    let store = desk.open_store()?;
    // Whoever said in another way who sits here, or has a history, is asked nothing.
    let is_empty = store
        .is_empty()
        .map_err(|e| failure::store(&desk.texts, &e))?;
    let is_first = desk.is_untouched && settings.me.is_none() && is_empty;
    let settings_file = desk.config_file.clone().filter(|_| is_first);
    settings.first_start = settings_file.is_some();
    let phone = match &desk.config.phone {
        Some(settings) => Some((super::phone::of_config(settings), desk.open_store()?)),
        None => None,
    };
    let backups = super::backup::daily(&desk, store.path());
    let language = desk.texts.language();
    let left = runtime::run(Opening {
        store,
        rules: Arc::new(desk.rules),
        texts: desk.texts,
        settings,
        clock: desk.clock,
        away: desk.config.away,
        backups,
        inbox: desk.config.inbox,
        settings_file,
        phone,
    })?;
    match left {
        Left::Closed => Ok(()),
        Left::ForDemo => become_demo(language),
    }
}

/// The demo in the place of this program: threads that still listen to the terminal would take its keys.
fn become_demo(language: Language) -> Result<(), Failure> {
    let system = |e: std::io::Error| Failure::system(e.to_string());
    let program = std::env::current_exe().map_err(system)?;
    let mut demo = std::process::Command::new(program);
    demo.args(["demo", "--lang", language.word()]);
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        Err(system(demo.exec()))
    }
    #[cfg(not(unix))]
    {
        demo.status().map(|_| ()).map_err(system)
    }
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
        first_start: false,
    })
}

//! The terminal: taken over for the desk, and given back as it was, whatever ends the program.
//!
//! The guard sets raw mode, the alternate screen, bracketed paste and mouse; `restore` undoes all of it and may be called
//! any number of times: by the guard's drop, by the panic hook, before the program is suspended. Called by the loop of
//! `runtime`, and by `doctor` for what a terminal can do.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{self, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{
    self, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
};
use crossterm::{execute, queue};

/// Whether the terminal is taken over at present; the panic hook must not touch one that is not.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Is there a terminal on both ends?
#[must_use]
pub fn is_there() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Gives the terminal back when it goes out of scope.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal over, and sees to it that a panic gives it back before it speaks.
    ///
    /// # Errors
    /// What the system says; the terminal is as it was then.
    pub fn take() -> io::Result<Self> {
        restore_before_panics();
        enter()?;
        Ok(Self(()))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Takes the terminal over (again, after the program was suspended).
///
/// # Errors
/// What the system says; the terminal is as it was then.
pub fn enter() -> io::Result<()> {
    if TAKEN.swap(true, Ordering::SeqCst) {
        // Stopped without having been asked, so that nothing was given back: a shell may have changed the settings.
        let _ = terminal::disable_raw_mode();
    }
    let taken = terminal::enable_raw_mode().and_then(|()| {
        execute!(
            io::stdout(),
            EnterAlternateScreen,
            EnableBracketedPaste,
            EnableMouseCapture,
            Clear(ClearType::All)
        )
    });
    if taken.is_err() {
        restore();
    }
    taken
}

/// Is the terminal taken over at present?
#[must_use]
pub fn is_taken() -> bool {
    TAKEN.load(Ordering::SeqCst)
}

/// Gives the terminal back. Errors are passed over: a terminal that is gone needs nothing back.
pub fn restore() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let _ = give_back(&mut io::stdout());
    let _ = terminal::disable_raw_mode();
}

/// The signs that undo what [`enter`] asked for, in the opposite order.
fn give_back(out: &mut impl io::Write) -> io::Result<()> {
    queue!(
        out,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        Show,
        LeaveAlternateScreen
    )?;
    out.flush()
}

fn restore_before_panics() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            restore();
            before(info);
        }));
    });
}

/// How many colours the environment promises.
#[must_use]
pub fn colours() -> u32 {
    let says = |name: &str, what: &str| std::env::var(name).is_ok_and(|v| v.contains(what));
    if std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty()) || says("TERM", "dumb") {
        0
    } else if says("COLORTERM", "truecolor") || says("COLORTERM", "24bit") {
        1 << 24
    } else if says("TERM", "256color") {
        256
    } else {
        16
    }
}

/// How many cells the terminal draws a sign in: some set up for Chinese draw `─` in two, some that do not know Chinese draw
/// its signs in one. None when it does not say where its cursor is. Writes on the line the cursor stands on and wipes it
/// again.
#[must_use]
pub fn cells_of(sign: &str) -> Option<u16> {
    if !is_there() || terminal::enable_raw_mode().is_err() {
        return None;
    }
    let column = measured(sign);
    let _ = terminal::disable_raw_mode();
    column.ok()
}

fn measured(sign: &str) -> io::Result<u16> {
    let mut out = io::stdout();
    write!(out, "\r{sign}")?;
    out.flush()?;
    let column = cursor::position().map(|(column, _)| column);
    write!(out, "\r  \r")?;
    out.flush()?;
    column
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_taken_is_given_back() {
        let mut given = Vec::new();
        give_back(&mut given).unwrap();
        let given = String::from_utf8(given).unwrap();
        for mode in ["\x1b[?1049l", "\x1b[?2004l", "\x1b[?1000l", "\x1b[?25h"] {
            assert!(given.contains(mode), "{mode:?} not in {given:?}");
        }
    }
}

//! The terminal's events as the desk's messages. Started by `runtime`; decides nothing.

use std::io;
use std::time::Duration;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use super::signals;
use super::stream::{Stream, Woken};
use crate::app::key::{Code, Key};
use crate::app::msg::Msg;

/// For no time at all crossterm does not look even at what it has read already.
const A_GLANCE: Duration = Duration::from_micros(1);

/// Makes ready for reading: from now on a change of the terminal's size is noticed. Reads nothing.
///
/// # Errors
/// When there is no terminal to read.
pub fn make_ready() -> io::Result<()> {
    crossterm::event::poll(Duration::ZERO).map(drop)
}

/// Reads the terminal on a thread of its own, and takes in there what was typed, and whether more is there already, until the
/// terminal cannot be read any more or drawn on, which it says.
///
/// Nobody else may ask crossterm for events. Its reading waits for the rest of half a key, and never comes back from a
/// terminal that has vanished; here that holds up this thread and nothing else. The thread ends with the program.
///
/// # Errors
/// When the system starts no thread.
pub fn listen(
    type_in: impl Fn(Msg, bool) -> io::Result<()> + Send + 'static,
    stream: Stream,
) -> io::Result<()> {
    let end = End(stream);
    let read = move || {
        while let Ok(event) = crossterm::event::read() {
            let Some(msg) = message(event) else { continue };
            let woken =
                type_in(msg, is_more_there()).map_or_else(Woken::Undrawable, |()| Woken::Typed);
            // Nobody listens any more when the desk is closing.
            if end.0.send(woken).is_err() {
                return;
            }
        }
    };
    std::thread::Builder::new()
        .name("input".to_owned())
        .spawn(read)?;
    Ok(())
}

/// Is more there than the one event that was read? Reads nothing, so that half a key holds up nobody.
fn is_more_there() -> bool {
    signals::terminal_is_readable() || crossterm::event::poll(A_GLANCE).unwrap_or(false)
}

/// Says that the terminal is not read any more, and why.
struct End(Stream);

impl Drop for End {
    fn drop(&mut self) {
        let why = if std::thread::panicking() {
            Woken::Lost
        } else {
            Woken::Unreadable
        };
        // Nobody listens any more when the desk is closing.
        let _ = self.0.send(why);
    }
}

/// The message of an event; none for what the desk does not care about.
fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) => self::key(key).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Pasted(text)),
        Event::Resize(width, height) => Some(Msg::Resized { width, height }),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Msg::Clicked {
                column: mouse.column,
                row: mouse.row,
            }),
            MouseEventKind::ScrollDown => Some(Msg::Scrolled(1)),
            MouseEventKind::ScrollUp => Some(Msg::Scrolled(-1)),
            MouseEventKind::Down(MouseButton::Right | MouseButton::Middle)
            | MouseEventKind::Up(_)
            | MouseEventKind::Drag(_)
            | MouseEventKind::Moved
            | MouseEventKind::ScrollLeft
            | MouseEventKind::ScrollRight => None,
        },
        Event::FocusGained | Event::FocusLost => None,
    }
}

/// A press or its repetition; terminals that report releases too are not listened to for them.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let code = match event.code {
        KeyCode::Char(sign) if ctrl => Code::Char(sign.to_ascii_lowercase()),
        KeyCode::Char(sign) => Code::Char(sign),
        KeyCode::F(n) => Code::F(n),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Insert
        | KeyCode::Null
        | KeyCode::CapsLock
        | KeyCode::ScrollLock
        | KeyCode::NumLock
        | KeyCode::PrintScreen
        | KeyCode::Pause
        | KeyCode::Menu
        | KeyCode::KeypadBegin
        | KeyCode::Media(_)
        | KeyCode::Modifier(_) => return None,
    };
    Some(Key {
        code,
        ctrl,
        alt: event.modifiers.contains(KeyModifiers::ALT),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ctrl_makes_the_sign_small_and_releases_are_passed_over() {
        let pressed = KeyEvent::new(KeyCode::Char('S'), KeyModifiers::CONTROL);
        assert_eq!(key(pressed), Some(Key::ctrl('s')));
        let shifted = KeyEvent::new(KeyCode::Char('D'), KeyModifiers::SHIFT);
        assert_eq!(key(shifted), Some(Key::char('D')));
        let released = KeyEvent {
            kind: KeyEventKind::Release,
            ..pressed
        };
        assert_eq!(key(released), None);
    }
}

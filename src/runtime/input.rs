//! The terminal's events as the desk's messages. Called by the loop of `runtime`; decides nothing.

use std::io;
use std::time::Duration;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use super::stream::{Stream, Woken};
use crate::app::key::{Code, Key};
use crate::app::msg::Msg;

/// Reads the terminal on a thread of its own, until it cannot be read any more, which it says.
///
/// Nobody else may ask crossterm for events. Its reading waits for the rest of half a key, and never comes back from a
/// terminal that has vanished; here that holds up this thread and nothing else. The thread ends with the program.
///
/// A change of the terminal's size is noticed from the return on.
///
/// # Errors
/// When there is no terminal to read, or the system starts no thread.
pub fn listen(stream: Stream) -> io::Result<()> {
    // Reads nothing, but makes ready for reading and for news of the size.
    crossterm::event::poll(Duration::ZERO)?;
    let read = move || {
        while let Ok(event) = crossterm::event::read() {
            let told = message(event).map_or(Ok(()), |msg| stream.send(Woken::Typed(msg)));
            if told.is_err() {
                return;
            }
        }
        // Nobody listens any more when the desk is closing.
        let _ = stream.send(Woken::Unreadable);
    };
    std::thread::Builder::new()
        .name("input".to_owned())
        .spawn(read)?;
    Ok(())
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

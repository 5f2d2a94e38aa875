//! What keys are called: by the words of the language, or by what is printed on them.

use super::{Texts, say};
use crate::app::key::{Code, Key};

impl Texts {
    /// A key as the footer, the help page and the palette name it.
    #[must_use]
    pub fn key(&self, key: Key) -> String {
        let plain = match key.code {
            Code::Char(' ') => say!(self, "key-space"),
            Code::Char(sign) if key.ctrl => format!("^{}", sign.to_ascii_uppercase()),
            Code::Char(sign) => sign.to_string(),
            Code::F(n) => format!("F{n}"),
            Code::Enter => say!(self, "key-enter"),
            Code::Esc => "Esc".to_owned(),
            Code::Tab => "Tab".to_owned(),
            Code::BackTab => "Shift-Tab".to_owned(),
            Code::Backspace => say!(self, "key-backspace"),
            Code::Delete => say!(self, "key-delete"),
            Code::Left => say!(self, "key-left"),
            Code::Right => say!(self, "key-right"),
            Code::Up => say!(self, "key-up"),
            Code::Down => say!(self, "key-down"),
            Code::Home => "Home".to_owned(),
            Code::End => "End".to_owned(),
            Code::PageUp => "PgUp".to_owned(),
            Code::PageDown => "PgDn".to_owned(),
        };
        if key.alt {
            format!("Alt-{plain}")
        } else {
            plain
        }
    }
}

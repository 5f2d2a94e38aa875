//! A key as the desk understands it, whatever terminal sent it, and the full-width signs that stand for ASCII ones.
//!
//! Made by `runtime` from the terminal's events; read by `keymap` and `update`.

use crate::domain::text::ascii_twin;

/// Which key, without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names are those on the keys")]
pub enum Code {
    /// A sign, as typed: `S` for shift and s.
    Char(char),
    /// F1 to F12.
    F(u8),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
}

/// A pressed key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which one.
    pub code: Code,
    /// With Ctrl; the sign is then in lower case.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
        }
    }

    /// A sign.
    #[must_use]
    pub const fn char(sign: char) -> Self {
        Self::plain(Code::Char(sign))
    }

    /// A function key.
    #[must_use]
    pub const fn f(n: u8) -> Self {
        Self::plain(Code::F(n))
    }

    /// Ctrl and a sign.
    #[must_use]
    pub const fn ctrl(sign: char) -> Self {
        Self {
            code: Code::Char(sign),
            ctrl: true,
            alt: false,
        }
    }

    /// The key a command means, whatever an input method made of it. Not for text fields.
    #[must_use]
    pub fn folded(self) -> Self {
        match self.code {
            Code::Char(sign) => Self {
                code: Code::Char(pressed_for(sign)),
                ..self
            },
            Code::F(_)
            | Code::Enter
            | Code::Esc
            | Code::Tab
            | Code::BackTab
            | Code::Backspace
            | Code::Delete
            | Code::Left
            | Code::Right
            | Code::Up
            | Code::Down
            | Code::Home
            | Code::End
            | Code::PageUp
            | Code::PageDown => self,
        }
    }
}

/// The sign on the key that a Chinese input method sends `sign` for: full-width signs stand for their ASCII twins, and
/// Chinese punctuation for what is printed where it is typed. Not for what is kept: `、` in a text is no `/`.
#[must_use]
pub fn pressed_for(sign: char) -> char {
    match sign {
        '、' => '/',
        '。' => '.',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '《' | '〈' => '<',
        '》' | '〉' => '>',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '「' | '『' => '{',
        '」' | '』' => '}',
        '￥' => '$',
        '…' => '^',
        '—' => '_',
        '·' => '`',
        '×' => '*',
        other => ascii_twin(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_input_methods_send_stands_for_the_key_that_was_pressed() {
        let (sent, printed) = (
            "；：，。、？！“”‘’《》（）【】「」￥……——·～＠＃％＆＊＋－＝｜／＼ｓＤ７　",
            ";:,./?!\"\"''<>()[]{}$^^__`~@#%&*+-=|/\\sD7 ",
        );
        for (sent, printed) in sent.chars().zip(printed.chars()) {
            assert_eq!(Key::char(sent).folded(), Key::char(printed), "{sent}");
        }
        assert_eq!(sent.chars().count(), printed.chars().count());
    }
}

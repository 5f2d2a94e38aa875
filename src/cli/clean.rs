//! Texts from the command line, the environment and the settings pass the same filter as imported ones before they reach
//! the store.

use crate::domain::text;

/// A text of one line.
pub fn line(words: &str) -> String {
    text::line(words).text.into_owned()
}

/// A text of several lines.
pub fn lines(words: &str) -> String {
    text::lines(words).text.into_owned()
}

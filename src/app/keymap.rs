//! The one table of keys: which key does what in which mode, how it is called, and which are shown in the footer.
//!
//! Key handling, the footer, the help page and the palette all read it. Every act has a key that needs no letter, because
//! input methods swallow letters.

mod action;
mod acts;
mod boards;
mod modes;
mod scope;
mod table;
mod welcome;

use super::key::{Code, Key};
pub use action::Action;
pub use scope::Scope;

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// In which modes.
    pub scopes: &'static [Scope],
    /// The keys; the first is the one shown.
    pub keys: &'static [Key],
    /// What they do.
    pub action: Action,
    /// Place in the footer, 1 first; 0 is not shown there.
    pub rank: u8,
}

/// Every line of the table.
fn table() -> impl Iterator<Item = &'static Binding> {
    let parts = [
        table::TABLE,
        modes::TABLE,
        boards::TABLE,
        table::BACK,
        acts::TABLE,
        welcome::TABLE,
    ];
    parts.into_iter().flatten()
}

/// What a key does in a mode. Where commands are typed, full-width signs act as their ASCII twins; where text is typed, only
/// the ideographic space does.
#[must_use]
pub fn action(scope: Scope, pressed: Key) -> Option<Action> {
    let pressed = if scope.takes_text() && pressed.code != Code::Char('\u{3000}') {
        pressed
    } else {
        pressed.folded()
    };
    table()
        .find(|b| b.scopes.contains(&scope) && b.keys.contains(&pressed))
        .map(|b| b.action)
}

/// The lines of a mode that stand in the footer, in their order there.
#[must_use]
pub fn footer(scope: Scope) -> Vec<&'static Binding> {
    let mut lines: Vec<&Binding> = table()
        .filter(|b| b.rank > 0 && b.scopes.contains(&scope))
        .collect();
    lines.sort_by_key(|b| b.rank);
    lines
}

/// The lines of a mode, in the order of the table.
pub fn of(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    table().filter(move |b| b.scopes.contains(&scope))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_means_one_thing_where_it_is_pressed() {
        for scope in Scope::ALL {
            for binding in of(scope) {
                for key in binding.keys {
                    let does = action(scope, *key);
                    assert_eq!(does, Some(binding.action), "{key:?} in {scope:?}");
                }
            }
        }
    }
}

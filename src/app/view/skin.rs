//! Colours and signs: three themes over sixteen colours, and ASCII signs for terminals that draw others two cells wide.
//!
//! Nothing is told by colour alone: every ink that warns goes with a sign in the text. What is of less weight is drawn
//! dim rather than grey: the bright black of many palettes is their ground.

use ratatui::style::{Color, Modifier, Style};

use crate::app::model::{Settings, Theme};

/// What a text is, from which its colour follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Ink {
    Plain,
    Strong,
    /// What is done or of less weight.
    Dim,
    /// Borders.
    Line,
    /// Titles of groups and windows.
    Title,
    /// A clock close to due.
    Near,
    /// A clock past due, a refusal.
    Over,
    /// A case that waits for a decision.
    Flag,
    /// What is on disk.
    Good,
    /// A key in the footer.
    Key,
}

/// The signs the screen is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signs {
    pub hand: &'static str,
    pub mark: &'static str,
    pub over: &'static str,
    pub near: &'static str,
    pub decide: &'static str,
    pub met: &'static str,
    pub waiting: &'static str,
    pub void: &'static str,
    pub dot: &'static str,
    pub across: &'static str,
    pub down: &'static str,
    /// Top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// Left and right where a title begins within a box.
    pub tees: [&'static str; 2],
}

const BOX: Signs = Signs {
    hand: "▸",
    mark: "*",
    over: "!",
    near: "*",
    decide: "?",
    met: "✓",
    waiting: "…",
    void: "—",
    dot: " · ",
    across: "─",
    down: "│",
    corners: ["┌", "┐", "└", "┘"],
    tees: ["├", "┤"],
};

const ASCII: Signs = Signs {
    hand: ">",
    mark: "*",
    over: "!",
    near: "*",
    decide: "?",
    met: "v",
    waiting: "..",
    void: "-",
    dot: " - ",
    across: "-",
    down: "|",
    corners: ["+", "+", "+", "+"],
    tees: ["+", "+"],
};

/// How everything is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Skin {
    theme: Theme,
    pub ascii: bool,
    pub signs: Signs,
}

impl Skin {
    pub(super) const fn of(settings: &Settings) -> Self {
        Self {
            theme: settings.theme,
            ascii: settings.ascii,
            signs: if settings.ascii { ASCII } else { BOX },
        }
    }

    /// The colour of an ink; `in_hand` on the line the hand is on.
    pub(super) const fn style(self, ink: Ink, in_hand: bool) -> Style {
        let style = match self.theme {
            Theme::Dark => Self::dark(ink, in_hand),
            Theme::Light => Self::light(ink, in_hand),
            Theme::None => Self::plain(ink),
        };
        if in_hand {
            match (self.theme, ink) {
                // Red letters on blue cannot be read; the cell itself turns red.
                (Theme::Dark, Ink::Over) => style.bg(Color::Red),
                (Theme::Dark, _) => style.bg(Color::Blue),
                (Theme::Light, _) => style.bg(Color::Cyan),
                (Theme::None, _) => style.add_modifier(Modifier::REVERSED),
            }
        } else {
            style
        }
    }

    const fn dark(ink: Ink, in_hand: bool) -> Style {
        let style = Style::new();
        match ink {
            Ink::Plain if in_hand => style.fg(Color::White),
            Ink::Plain => style,
            Ink::Strong => style.fg(Color::White).add_modifier(Modifier::BOLD),
            Ink::Dim if in_hand => style.fg(Color::Gray),
            Ink::Dim | Ink::Line => style.add_modifier(Modifier::DIM),
            Ink::Title => style.fg(Color::Cyan),
            Ink::Near if in_hand => style.fg(Color::LightYellow).add_modifier(Modifier::BOLD),
            Ink::Near => style.fg(Color::LightYellow),
            Ink::Over if in_hand => style.fg(Color::White).add_modifier(Modifier::BOLD),
            Ink::Over => style.fg(Color::LightRed).add_modifier(Modifier::BOLD),
            Ink::Flag if in_hand => style.fg(Color::White).add_modifier(Modifier::BOLD),
            Ink::Flag => style.fg(Color::LightMagenta).add_modifier(Modifier::BOLD),
            Ink::Good => style.fg(Color::LightGreen),
            Ink::Key => style.fg(Color::LightCyan).add_modifier(Modifier::BOLD),
        }
    }

    const fn light(ink: Ink, in_hand: bool) -> Style {
        let style = Style::new();
        match ink {
            Ink::Plain if in_hand => style.fg(Color::Black),
            Ink::Plain => style,
            Ink::Strong => style.fg(Color::Black).add_modifier(Modifier::BOLD),
            Ink::Dim if in_hand => style.fg(Color::Black),
            Ink::Dim | Ink::Line => style.add_modifier(Modifier::DIM),
            Ink::Title => style.fg(Color::Blue),
            // Yellow cannot be read on white.
            Ink::Near => style.fg(Color::Magenta),
            Ink::Over => style.fg(Color::Red).add_modifier(Modifier::BOLD),
            Ink::Flag => style.fg(Color::Magenta).add_modifier(Modifier::BOLD),
            Ink::Good => style.fg(Color::Green),
            Ink::Key => style.fg(Color::Blue).add_modifier(Modifier::BOLD),
        }
    }

    const fn plain(ink: Ink) -> Style {
        let style = Style::new();
        match ink {
            Ink::Strong | Ink::Over | Ink::Flag | Ink::Key => style.add_modifier(Modifier::BOLD),
            Ink::Plain | Ink::Dim | Ink::Line | Ink::Title | Ink::Near | Ink::Good => style,
        }
    }

    /// A text of the locales with the signs this terminal can draw.
    pub(super) fn say(self, text: String) -> String {
        if !self.ascii || text.is_ascii() {
            return text;
        }
        let mut plain = String::with_capacity(text.len());
        for sign in text.chars() {
            match sign {
                '·' => plain.push('-'),
                '…' => plain.push_str(".."),
                '—' => plain.push('-'),
                '“' | '”' => plain.push('"'),
                '✓' => plain.push('v'),
                '▸' | '→' => plain.push('>'),
                other => plain.push(other),
            }
        }
        plain
    }
}

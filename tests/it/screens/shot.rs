//! A frame as text: its signs, and a letter for the ink of each cell.
//!
//! The cells are read as the view left them: the backend's own display adds notes behind wide signs, and the backend never
//! sees what lies under their second half.

use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use ratatui::{Frame, Terminal};
use unicode_width::UnicodeWidthStr as _;
use zhiban::app::model::Model;
use zhiban::app::text::Texts;
use zhiban::app::view::view;

pub struct Shot {
    buffer: Buffer,
    cursor: Option<Position>,
}

impl Shot {
    pub fn of(model: &Model, texts: &Texts) -> Self {
        let (width, height) = model.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        let mut buffer = Buffer::default();
        let draw = |frame: &mut Frame<'_>| {
            view(model, texts, frame);
            buffer = frame.buffer_mut().clone();
        };
        terminal.draw(draw).unwrap();
        let shown = terminal.backend().cursor_visible();
        let cursor = terminal.get_cursor_position().ok().filter(|_| shown);
        Self { buffer, cursor }
    }

    /// The cells of each line that begin a sign, with their columns.
    fn lines(&self) -> impl Iterator<Item = Vec<(u16, &Cell)>> {
        let area = self.buffer.area;
        (0..area.height).map(move |y| {
            let mut line = Vec::new();
            let mut x = 0;
            while x < area.width {
                let cell = &self.buffer[(x, y)];
                line.push((x, cell));
                x += u16::try_from(cell.symbol().width().max(1)).unwrap();
            }
            line
        })
    }

    pub fn signs(&self) -> String {
        self.text(|cell| cell.symbol().to_owned())
    }

    pub fn in_ink(&self) -> String {
        let ink = self.text(|cell| ink(cell).repeat(cell.symbol().width().max(1)));
        let cursor = self
            .cursor
            .map_or_else(|| "none".to_owned(), |at| format!("{},{}", at.x, at.y));
        format!("{}\n\n{ink}\n\ncursor: {cursor}", self.signs())
    }

    /// What stands together in one of these inks, with the line it is on.
    pub fn runs(&self, inks: &str) -> Vec<(String, String)> {
        let mut runs = Vec::new();
        for line in self.lines() {
            let whole: String = line.iter().map(|(_, cell)| cell.symbol()).collect();
            let mut run = String::new();
            for (_, cell) in &line {
                if inks.contains(&ink(cell)) {
                    run.push_str(cell.symbol());
                } else if !run.is_empty() {
                    runs.push((std::mem::take(&mut run), whole.clone()));
                }
            }
            if !run.is_empty() {
                runs.push((run, whole));
            }
        }
        runs
    }

    fn text(&self, of: impl Fn(&Cell) -> String) -> String {
        let lines = self.lines().map(|line| {
            let text: String = line.iter().map(|(_, cell)| of(cell)).collect();
            text.trim_end().to_owned()
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// No wide sign lies half under something else: a terminal would draw it over its neighbour, be that text or border.
    pub fn no_sign_is_split(&self) -> bool {
        let area = self.buffer.area;
        (0..area.height).all(|y| {
            (0..area.width).all(|x| {
                let wide = self.buffer[(x, y)].symbol().width() > 1;
                !wide
                    || self
                        .buffer
                        .cell((x + 1, y))
                        .is_some_and(|half| half.symbol() == " ")
            })
        })
    }
}

/// Capital letters for bold signs; what lies under the hand is told by its background alone.
fn ink(cell: &Cell) -> String {
    let letter = match (cell.bg, cell.fg) {
        (Color::Blue | Color::Cyan, Color::White | Color::Black) => 'h',
        (Color::Blue | Color::Cyan, _) => 'i',
        (Color::Red, _) => 'e',
        (_, Color::Reset) if cell.modifier.contains(Modifier::DIM) => '-',
        (_, Color::Reset) if cell.symbol() == " " => ' ',
        (_, Color::Reset) => '.',
        (_, Color::White | Color::Black) => 'w',
        (_, Color::LightRed | Color::Red) => 'r',
        (_, Color::LightYellow) => 'y',
        (_, Color::LightMagenta | Color::Magenta) => 'm',
        (_, Color::LightGreen | Color::Green) => 'g',
        (_, Color::Cyan | Color::Blue) => 't',
        (_, Color::LightCyan) => 'k',
        (_, other) => panic!("no letter for {other:?}"),
    };
    let letter = if cell.modifier.contains(Modifier::REVERSED) {
        'v'
    } else {
        letter
    };
    let bold = cell.modifier.contains(Modifier::BOLD);
    let letter = if bold {
        letter.to_ascii_uppercase()
    } else {
        letter
    };
    if bold && letter == '.' {
        "B".to_owned()
    } else {
        letter.to_string()
    }
}

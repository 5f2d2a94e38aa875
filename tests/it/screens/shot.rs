//! A frame as text: its signs, and a letter for the ink of each cell; and a terminal on which frame follows frame.

use std::num::NonZero;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr as _;
use vt100::Parser;
use zhiban::app::model::Model;
use zhiban::app::text::Texts;
use zhiban::app::view::{Canvas, make_ready, pass_time, view};
use zhiban::runtime::surface::Surface;

pub struct Shot {
    canvas: Canvas,
}

impl Shot {
    /// Of the model as a canvas shows it on which nothing stood.
    pub fn of(model: &Model, texts: &Texts) -> Self {
        let mut canvas = Canvas::new();
        view(model, texts, &mut canvas);
        Self { canvas }
    }

    /// The cells of each line that begin a sign, with their columns.
    fn lines(&self) -> impl Iterator<Item = Vec<(u16, &Cell)>> {
        let (width, height) = self.canvas.size();
        (0..height).map(move |y| {
            let mut line = Vec::new();
            let mut x = 0;
            while x < width {
                let cell = self.canvas.cell(x, y).unwrap();
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
            .canvas
            .cursor()
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
        let (width, height) = self.canvas.size();
        let symbol = |x, y| self.canvas.cell(x, y).map(Cell::symbol);
        (0..height).all(|y| {
            (0..width).all(|x| {
                let is_wide = symbol(x, y).is_some_and(|s| s.width() > 1);
                !is_wide || symbol(x + 1, y) == Some(" ")
            })
        })
    }
}

/// Frame after frame on one canvas, each drawn over the one before.
pub struct Film {
    canvas: Canvas,
    terminal: Parser,
    /// Its size; none of a canvas to which nothing was sent yet.
    sent: (u16, u16),
}

impl Film {
    pub fn new() -> Self {
        Self {
            canvas: Canvas::new(),
            terminal: Parser::default(),
            sent: (0, 0),
        }
    }

    /// Draws the model, of which perhaps only the present moment is another than in the frame before: what stayed on the
    /// canvas is what a frame of its own would show.
    pub fn draw(&mut self, model: &Model, texts: &Texts, only_time: bool) -> Shot {
        if self.canvas.size() != model.size {
            self.sent = (0, 0);
        }
        if only_time {
            pass_time(model, texts, &mut self.canvas);
        } else {
            view(model, texts, &mut self.canvas);
        }
        let alone = Shot::of(model, texts);
        let (width, height) = model.size;
        for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
            let (stands, meant) = (self.canvas.cell(x, y), alone.canvas.cell(x, y));
            assert!(
                stands == meant,
                "{x},{y}: {stands:?}, not {meant:?}, of\n{}",
                alone.signs()
            );
        }
        assert_eq!(self.canvas.cursor(), alone.canvas.cursor());
        make_ready(model, texts, &mut self.canvas);
        alone
    }

    /// A terminal to which frames were sent shows what one does to which the last of them alone was sent.
    pub fn compare(&mut self, model: &Model, texts: &Texts) {
        let (width, height) = model.size;
        let [rows, columns] = [height, width].map(|n| NonZero::new(n).unwrap());
        if self.sent != model.size {
            self.sent = model.size;
            self.terminal.screen_mut().set_size(rows, columns);
            self.terminal.process(b"\x1b[2J");
            self.canvas.forget();
        }
        send(&mut self.canvas, &mut self.terminal);
        let mut alone = Parser::new(rows, columns, 0);
        send(&mut Shot::of(model, texts).canvas, &mut alone);
        let (shown, meant) = (self.terminal.screen(), alone.screen());
        for (y, x) in (0..height).flat_map(|y| (0..width).map(move |x| (y, x))) {
            assert!(
                shown.cell(y, x).map(looks) == meant.cell(y, x).map(looks),
                "{x},{y} {:?} {:?} of\n{}\nbut\n{}",
                shown.cell(y, x).map(looks),
                meant.cell(y, x).map(looks),
                meant.contents(),
                shown.contents()
            );
        }
        assert_eq!(shown.hide_cursor(), meant.hide_cursor());
        if !meant.hide_cursor() {
            assert_eq!(shown.cursor_position(), meant.cursor_position());
        }
    }
}

/// What is seen of a cell: of a blank one its ground alone.
fn looks(cell: &vt100::Cell) -> (&str, vt100::Color, bool, Option<(vt100::Color, bool, bool)>) {
    let sign = cell.contents().trim();
    let ink = (cell.fgcolor(), cell.bold(), cell.dim());
    let ink = (!sign.is_empty()).then_some(ink);
    (sign, cell.bgcolor(), cell.inverse(), ink)
}

/// Sends what has changed on a canvas to a terminal.
fn send(canvas: &mut Canvas, terminal: &mut Parser) {
    let mut bytes = Vec::new();
    canvas.show(&mut Surface::new(&mut bytes)).unwrap();
    terminal.process(&bytes);
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

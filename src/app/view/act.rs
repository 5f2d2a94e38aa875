//! ```text
//! ┌ 转办 FZ26112300012 ──────────────────────────────────────┐
//! │ 南后街口电动车堵住消防通道                               │
//! │ 牵头 柳河社区，协办 城管办                                │
//! │ 转办、加批（C4）柳河社区：到 11-23 10:20，还剩 38 分      │
//! │ 单位     < 柳河社区 >                                     │
//! │▸转给     cgb_                                            │
//! │          ▸城管办                                          │
//! │ 理由                                    ! 不能空          │
//! │ F2 记下  Tab 下一项  空格 换值  Esc 返回                  │
//! └──────────────────────────────────────────────────────────┘
//! ```
//! What stands where is one list of lines, which the mouse asks too.

use super::pen::Pen;
use super::skin::{Ink, Skin};
use crate::app::act_form::{ActForm, Field, Finding, Value};
use crate::app::cells::{cells, cut, tail, wrap};
use crate::app::layout::{self, Area};
use crate::app::model::Model;
use crate::app::text::{Texts, say};
use crate::app::text_field::TextField;

/// Cells of the window.
const WIDTH: u16 = 76;
/// Cells of the names of the fields.
const LABEL: u16 = 12;
/// Lines of a long text in hand.
const TALL: usize = 5;
/// The least lines of what is to be read, where it is longer.
const READING: usize = 4;
/// Units shown at once.
const UNITS: usize = 5;

/// What lies under a click.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit {
    /// A field.
    Field(usize),
    /// A unit that was found.
    Unit {
        /// The field.
        field: usize,
        /// Its place among those shown.
        place: usize,
    },
}

/// A line of the dialog.
#[derive(Debug, Clone, Default)]
struct Line {
    /// What stands before the text, and in which ink.
    label: Option<(String, Ink)>,
    text: String,
    ink: Option<Ink>,
    /// The cell of the cursor in the text.
    cursor: Option<u16>,
    problem: Option<String>,
    hit: Option<Hit>,
    /// The line that must be seen.
    in_hand: bool,
}

impl Line {
    fn note(text: String, ink: Ink) -> Self {
        Self {
            text,
            ink: Some(ink),
            ..Self::default()
        }
    }
}

struct Writer<'a> {
    texts: &'a Texts,
    skin: Skin,
    form: &'a ActForm,
    /// Cells of a line.
    width: u16,
    lines: Vec<Line>,
}

/// All lines but the last, which the keys take, and how far what is to be read can be scrolled.
fn lines(model: &Model, texts: &Texts, form: &ActForm, inside: Area) -> (Vec<Line>, usize) {
    let skin = Skin::of(&model.settings);
    let width = inside.width.saturating_sub(2);
    let mut writer = Writer {
        texts,
        skin,
        form,
        width,
        lines: Vec::new(),
    };
    for (text, is_strong) in texts.act_notes(model, form) {
        writer.note(text, is_strong, TALL);
    }
    let above = writer.lines.len();
    for (place, field) in form.fields.iter().enumerate() {
        writer.field(place, field);
    }
    if let Some(outcome) = texts.act_outcome(form) {
        for line in wrap(&skin.say(outcome), width) {
            writer.lines.push(Line::note(line, Ink::Flag));
        }
    }
    let rest = writer.lines.split_off(above);
    let mut reading = Writer {
        lines: Vec::new(),
        ..writer
    };
    for (text, is_strong) in texts.act_reading(model, form) {
        reading.note(text, is_strong, usize::MAX);
    }
    let taken = above + rest.len() + 1;
    let room = usize::from(inside.height).saturating_sub(taken);
    let (reading, most) = reading.part(room.max(READING));
    let lines = [writer.lines, reading, rest].concat();
    (lines, most)
}

impl Writer<'_> {
    fn note(&mut self, text: String, is_strong: bool, most: usize) {
        let ink = if is_strong { Ink::Strong } else { Ink::Dim };
        let lines = wrap(&self.skin.say(text), self.width);
        let lines = lines.into_iter().take(most);
        self.lines.extend(lines.map(|l| Line::note(l, ink)));
    }

    /// So many of the lines as there is room for, from where they are scrolled to, and how far that can be. What lies above and
    /// below is counted.
    fn part(self, room: usize) -> (Vec<Line>, usize) {
        let all = self.lines.len();
        if all <= room {
            return (self.lines, 0);
        }
        let room = room - 1;
        let most = all - room;
        let above = self.form.scroll.min(most);
        let below = most - above;
        let mut lines: Vec<Line> = self.lines.into_iter().skip(above).take(room).collect();
        let more = say!(self.texts, "act-reading-more", above = above, below = below);
        lines.push(Line::note(self.skin.say(more), Ink::Near));
        (lines, most)
    }

    fn field(&mut self, place: usize, field: &Field) {
        let in_hand = place == self.form.in_hand;
        let problem = self.form.problem(field.slot);
        let first = Line {
            label: Some((
                self.texts.slot(field.slot),
                if in_hand { Ink::Key } else { Ink::Plain },
            )),
            problem: problem.map(|p| format!("! {}", self.texts.act_problem(p))),
            hit: Some(Hit::Field(place)),
            in_hand,
            ..Line::default()
        };
        let width = self.room(&first);
        match &field.value {
            Value::Tick(on) => {
                let sign = if *on { "[x]" } else { "[ ]" };
                let text = self.texts.slot(field.slot);
                self.lines.push(Line {
                    label: None,
                    text: format!("{sign} {text}"),
                    ink: Some(if in_hand { Ink::Key } else { Ink::Plain }),
                    ..first
                });
            }
            Value::Choice { picks, chosen } => {
                let pick = chosen.and_then(|n| picks.get(n));
                let text = pick.map_or_else(
                    || say!(self.texts, "act-not-chosen"),
                    |pick| self.texts.pick(pick),
                );
                self.lines.push(Line {
                    text: format!("< {} >", self.skin.say(text)),
                    ink: Some(Ink::Strong),
                    ..first
                });
            }
            Value::Text(text) if text.keeps_lines() && (in_hand || !text.is_empty()) => {
                self.long_text(&first, text, width);
            }
            Value::Text(text) => self.text(first, text, field, width),
            Value::Units(finding) => self.units(place, first, finding, width),
        }
    }

    /// Cells for the text of a line.
    fn room(&self, line: &Line) -> u16 {
        let problem = line.problem.as_ref().map_or(0, |p| cells(p) + 1);
        self.width.saturating_sub(LABEL + 1 + problem).max(8)
    }

    fn text(&mut self, first: Line, text: &TextField, field: &Field, width: u16) {
        let line = if first.in_hand {
            let (part, column) = text.window(width);
            Line {
                text: part.to_owned(),
                ink: Some(Ink::Strong),
                cursor: Some(column),
                ..first
            }
        } else {
            Line {
                text: tail(text.text(), width).to_owned(),
                ink: Some(Ink::Plain),
                ..first
            }
        };
        let hint = self.texts.slot_hint(self.form.act, field.slot);
        self.lines.push(match hint {
            // Emptied by hand, it is meant to be empty.
            Some(hint) if text.is_empty() && !field.is_changed() => Line {
                text: format!(" {}", cut(&hint, width.saturating_sub(1))),
                ink: Some(Ink::Dim),
                ..line
            },
            Some(_) | None => line,
        });
    }

    /// A text of several lines; of one that is longer than there is room the part around the cursor, or its beginning with
    /// the sign that there is more.
    fn long_text(&mut self, first: &Line, text: &TextField, width: u16) {
        let (lines, (row, column)) = text.folded(width);
        let (from, most) = if first.in_hand {
            (layout::first_shown(row, TALL), TALL)
        } else {
            (0, 2)
        };
        let goes_on = (!first.in_hand && lines.len() > most).then(|| most - 1);
        let shown = lines.into_iter().enumerate().skip(from).take(most);
        let (mut label, in_hand) = (first.label.clone(), first.in_hand);
        let mut problem = first.problem.clone();
        for (n, line) in shown {
            let has_cursor = in_hand && n == row;
            self.lines.push(Line {
                label: label.take().or_else(|| Some((String::new(), Ink::Plain))),
                text: if goes_on == Some(n) {
                    let more = self.skin.signs.waiting;
                    let room = width.saturating_sub(cells(more));
                    format!("{}{more}", cut(&line, room))
                } else {
                    line
                },
                ink: Some(if first.in_hand {
                    Ink::Strong
                } else {
                    Ink::Plain
                }),
                cursor: has_cursor.then_some(column),
                problem: problem.take(),
                hit: first.hit,
                in_hand: has_cursor,
            });
        }
    }

    fn units(&mut self, place: usize, first: Line, finding: &Finding, width: u16) {
        let names = |units: Vec<&str>| units.join(" ");
        let taken: Vec<&str> = finding
            .picked
            .iter()
            .filter_map(|n| finding.units.get(*n))
            .map(crate::domain::ids::Unit::as_str)
            .collect();
        if !first.in_hand {
            let meant = finding.meant();
            let meant = meant.into_iter().map(crate::domain::ids::Unit::as_str);
            let text = names(meant.collect());
            self.lines.push(Line {
                text: if text.is_empty() {
                    say!(self.texts, "act-no-unit-chosen")
                } else {
                    text
                },
                ink: Some(Ink::Plain),
                ..first
            });
            return;
        }
        let (part, column) = finding.list.field.window(width);
        self.lines.push(Line {
            text: part.to_owned(),
            ink: Some(Ink::Strong),
            cursor: Some(column),
            ..first
        });
        if !taken.is_empty() {
            let text = say!(self.texts, "act-taken", units = names(taken));
            for line in wrap(&text, width) {
                self.lines.push(Line {
                    label: Some((String::new(), Ink::Plain)),
                    ..Line::note(line, Ink::Flag)
                });
            }
        }
        let from = layout::first_shown(finding.list.in_hand, UNITS);
        let shown = finding.list.shown.iter().enumerate().skip(from).take(UNITS);
        for (n, unit) in shown {
            let Some(unit) = finding.units.get(*unit) else {
                continue;
            };
            let is_meant = finding.touched && n == finding.list.in_hand;
            let hand = if is_meant { self.skin.signs.hand } else { " " };
            self.lines.push(Line {
                label: Some((String::new(), Ink::Plain)),
                text: format!("{hand}{unit}"),
                ink: Some(if is_meant { Ink::Strong } else { Ink::Plain }),
                hit: Some(Hit::Unit {
                    field: place,
                    place: n,
                }),
                ..Line::default()
            });
        }
        let below = finding.list.shown.len().saturating_sub(from + UNITS);
        if let Some(last) = self.lines.last_mut().filter(|_| below > 0) {
            last.text
                .push_str(&say!(self.texts, "act-units-below", count = below));
        }
    }
}

/// How far what is to be read can be scrolled.
#[must_use]
pub fn most(model: &Model, texts: &Texts, form: &ActForm) -> usize {
    let inside = layout::popup(model.size, WIDTH, u16::MAX).inside();
    lines(model, texts, form, inside).1
}

/// The window, and its lines that are shown, each with its line of the screen.
fn laid(model: &Model, texts: &Texts, form: &ActForm) -> (Area, Vec<(Line, Area)>) {
    let inside = layout::popup(model.size, WIDTH, u16::MAX).inside();
    let (lines, _) = lines(model, texts, form, inside);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let area = layout::popup(model.size, WIDTH, height.saturating_add(3));
    let inside = area.inside();
    let room = inside.height.saturating_sub(1);
    let hand = lines.iter().rposition(|l| l.in_hand).unwrap_or(0);
    // What is in hand is seen with what stands right below it.
    let below = lines.len().saturating_sub(hand + 1).min(UNITS);
    let from = layout::first_shown(hand + below, usize::from(room)).min(hand);
    let places = (0..room).map(|row| inside.line(row));
    (area, lines.into_iter().skip(from).zip(places).collect())
}

/// What of the dialog lies at a cell.
#[must_use]
pub fn hit(model: &Model, texts: &Texts, form: &ActForm, (x, y): (u16, u16)) -> Option<Hit> {
    let (_, lines) = laid(model, texts, form);
    let line = lines.into_iter().find(|(_, place)| place.holds(x, y))?;
    line.0.hit
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, form: &ActForm) {
    let (area, lines) = laid(model, texts, form);
    let title = format!("{} {}", texts.act(form.act), form.number);
    let inside = pen.window(area, &title);
    for (line, place) in lines {
        draw_line(pen, &line, place);
    }
    let foot = inside.line(inside.height.saturating_sub(1));
    let width = foot.width.saturating_sub(2);
    let (text, ink) = if form.sent {
        (say!(texts, "form-sent"), Ink::Near)
    } else {
        (texts.act_hint(form), Ink::Dim)
    };
    let text = pen.skin.say(text);
    pen.put((foot.x + 1, foot.y), width, &text, ink);
}

fn draw_line(pen: &mut Pen<'_>, line: &Line, place: Area) {
    let mut x = place.x + 1;
    let end = place.x + place.width - 1;
    if line.in_hand {
        let hand = pen.skin.signs.hand;
        pen.put((place.x, place.y), 1, hand, Ink::Key);
    }
    if let Some((label, ink)) = &line.label {
        pen.put((x, place.y), LABEL, label, *ink);
        x += LABEL + 1;
    }
    let problem = line.problem.as_ref().map_or(0, |p| cells(p) + 1);
    let room = end.saturating_sub(x + problem);
    let ink = line.ink.unwrap_or(Ink::Plain);
    pen.put((x, place.y), room, &line.text, ink);
    if let Some(column) = line.cursor {
        pen.cursor_at((x + column, place.y));
    }
    if let Some(problem) = &line.problem {
        let width = cells(problem).min(end.saturating_sub(x));
        let at = end.saturating_sub(width);
        pen.put((at, place.y), width, problem, Ink::Over);
    }
}

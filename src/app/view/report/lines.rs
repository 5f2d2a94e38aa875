//! The lines of the lists: what was missed, what is open, the lapses of a unit or a person; with the heads of their columns
//! and, below, all that is known of the one in hand.

use super::{Row, Sheet, bulletin, ladder};
use crate::app::boards::report::{Entry, Face, ReportBoard};
use crate::app::cells::{cells, tail};
use crate::app::layout::Area;
use crate::app::text::{Texts, say};
use crate::app::view::pen::Pen;
use crate::app::view::skin::Ink;
use crate::domain::day_summary::{Missed, Open};
use crate::domain::ids::Revision;
use crate::domain::oversight::Lapse;
use crate::domain::time::Stamp;

/// Cells of a moment, of a rule with its clock, of the tail of a number, of how late it was, of who answers.
const TIME: u16 = 5;
const MOMENT: u16 = 11;
const RULE: u16 = 14;
const NUMBER: u16 = 13;
const LATE: u16 = 8;
const ANSWERS: u16 = 16;
const COMMUNITY: u16 = 12;
const STAGE: u16 = 10;
/// Rows below a list: it does not jump when the hand moves.
const BELOW: usize = 4;

/// A line being written from the left.
pub(super) struct Line<'p, 'a> {
    pen: &'p mut Pen<'a>,
    x: u16,
    y: u16,
    end: u16,
    held: bool,
}

impl<'p, 'a> Line<'p, 'a> {
    pub(super) fn new(pen: &'p mut Pen<'a>, at: Area, held: bool) -> Self {
        if held {
            pen.under_hand(at);
            pen.put_on((at.x, at.y), 1, pen.skin.signs.hand, Ink::Strong, true);
        }
        Self {
            pen,
            x: at.x + 1,
            y: at.y,
            end: at.x + at.width,
            held,
        }
    }

    /// What stands where there is nothing.
    pub(super) const fn void(&self) -> &'static str {
        self.pen.skin.signs.void
    }

    pub(super) const fn is_ascii(&self) -> bool {
        self.pen.skin.ascii
    }

    /// Writes a column of that width, with a sign where there is more of it, and leaves a gap.
    pub(super) fn put(&mut self, width: u16, text: &str, ink: Ink) {
        let room = width.min(self.end.saturating_sub(self.x));
        let text = self.pen.fitting(&self.pen.skin.say(text.to_owned()), room);
        self.pen
            .put_on((self.x, self.y), room, &text, ink, self.held);
        self.x += width + 1;
    }

    /// The same with the text at the right of the column.
    pub(super) fn put_right(&mut self, width: u16, text: &str, ink: Ink) {
        let pad = width.saturating_sub(cells(text));
        self.x += pad;
        self.put(width - pad, text, ink);
    }

    /// Writes what is left of the line.
    pub(super) fn rest(&mut self, text: &str, ink: Ink) {
        let room = self.end.saturating_sub(self.x + 1);
        self.put(room, text, ink);
    }
}

/// What stands above the list: whose it is, and the heads of the columns.
pub(super) fn top(sheet: &Sheet<'_>, board: &ReportBoard) -> Vec<Row> {
    let mut rows = match &board.face {
        Face::Ranking => return bulletin::heads(sheet, board),
        Face::Standings => return ladder::heads(sheet, board),
        Face::Unit(unit) => bulletin::unit(sheet, board, unit),
        Face::Who(who) => ladder::who(sheet, board, who),
        Face::Late | Face::Due | Face::Overview | Face::Groups | Face::Parts => Vec::new(),
    };
    if board.entries().is_empty() {
        return rows;
    }
    let texts = sheet.texts;
    let columns = match &board.face {
        Face::Late => vec![
            (TIME, say!(texts, "report-col-due")),
            (RULE, say!(texts, "report-col-verdict")),
            (NUMBER, say!(texts, "report-col-number")),
            (LATE, say!(texts, "board-late")),
            (ANSWERS, say!(texts, "report-col-answers")),
            (0, say!(texts, "report-col-title")),
        ],
        Face::Due => vec![
            (MOMENT, say!(texts, "report-col-due")),
            (RULE, say!(texts, "report-col-owed")),
            (NUMBER, say!(texts, "report-col-number")),
            (COMMUNITY, say!(texts, "report-col-community")),
            (STAGE, say!(texts, "report-col-stage")),
            (0, say!(texts, "report-col-title")),
        ],
        Face::Unit(_) | Face::Who(_) => vec![
            (MOMENT, say!(texts, "report-col-at")),
            (RULE + 2, say!(texts, "report-col-verdict")),
            (NUMBER, say!(texts, "report-col-number")),
            (LATE, say!(texts, "board-late")),
            (0, say!(texts, "report-col-title")),
        ],
        Face::Ranking | Face::Standings | Face::Overview | Face::Groups | Face::Parts => Vec::new(),
    };
    rows.push(heads(columns));
    rows
}

/// The heads of columns of these widths.
pub(super) fn heads(columns: Vec<(u16, String)>) -> Row {
    let mut x = 0;
    columns
        .into_iter()
        .map(|(width, text)| {
            let at = x;
            x += width + 1;
            (at, text, Ink::Dim)
        })
        .collect()
}

/// What is known of the line in hand.
pub(super) fn below(sheet: &Sheet<'_>, board: &ReportBoard, held: Option<&Entry<'_>>) -> Vec<Row> {
    let Some(held) = held else {
        return Vec::new();
    };
    let mut rows = match held {
        Entry::Missed(missed) => about_missed(sheet, missed),
        Entry::Overdue(open) | Entry::Tomorrow(open) => about_open(sheet, open),
        Entry::Lapse(lapse) => about_lapse(sheet, lapse),
        Entry::Ranked(ranked) => bulletin::how(sheet, board, ranked),
        Entry::Who(subject) => return ladder::steps(sheet, subject),
    };
    rows.resize(BELOW, Row::new());
    rows
}

fn subject(number: &str, title: &str) -> Row {
    let x = cells(number) + 1;
    vec![
        (0, number.to_owned(), Ink::Strong),
        (x, title.to_owned(), Ink::Strong),
    ]
}

fn about_missed(sheet: &Sheet<'_>, missed: &Missed) -> Vec<Row> {
    let texts = sheet.texts;
    let unit = missed.unit.as_ref().map_or("", |unit| unit.as_str());
    let verdict = late(texts, missed.due, missed.met, missed.late_seconds);
    let verdict = format!("{unit} {verdict}");
    let answers = texts.actors(&missed.answers);
    let mut rows = vec![subject(missed.number.as_str(), &missed.title)];
    rows.extend(sheet.wrapped(verdict.trim_start(), sheet.width, Ink::Over));
    rows.extend(grounds(sheet, &answers, &missed.because, &missed.revision));
    rows
}

/// Who answers, the facts that say so, and the revision it was judged by (T10).
fn grounds(
    sheet: &Sheet<'_>,
    answers: &str,
    because: &[(&'static str, Stamp)],
    revision: &Revision,
) -> Vec<Row> {
    let texts = sheet.texts;
    let answers = say!(texts, "board-answers", who = answers);
    let because = say!(texts, "board-because", facts = texts.grounds(because));
    let revision = say!(texts, "board-revision", revision = revision.short());
    let grounds = format!("{answers}  {because}  {revision}");
    sheet.wrapped(&grounds, sheet.width, Ink::Plain)
}

/// When it was due and by how much it was missed.
fn late(texts: &Texts, due: Stamp, met: Option<Stamp>, seconds: i64) -> String {
    let span = texts.span(seconds);
    let due = texts.moment(due.to_second());
    match met {
        Some(met) => {
            let met = texts.moment(met.to_second());
            say!(texts, "board-met-late", due = due, met = met, span = span)
        }
        None => say!(texts, "board-unmet", due = due, span = span),
    }
}

fn about_open(sheet: &Sheet<'_>, open: &Open) -> Vec<Row> {
    let texts = sheet.texts;
    let community = texts.community_or_none(open.community.as_ref());
    let kind = texts.full_kind(open.kind);
    let stage = texts.stage(open.stage);
    vec![
        subject(open.number.as_str(), &open.title),
        vec![(0, format!("{kind} · {community} · {stage}"), Ink::Plain)],
    ]
}

fn about_lapse(sheet: &Sheet<'_>, lapse: &Lapse) -> Vec<Row> {
    let texts = sheet.texts;
    let mut verdict = texts.judged(lapse);
    if let Some(seconds) = lapse.late_seconds {
        let late = late(texts, lapse.at, lapse.met, seconds);
        verdict = format!("{verdict}  {late}");
    }
    let ink = if lapse.excused.is_some() {
        Ink::Good
    } else {
        Ink::Over
    };
    let answers = texts.answerers(&lapse.answers);
    let mut rows = vec![subject(lapse.number.as_str(), &lapse.title)];
    rows.extend(sheet.wrapped(&verdict, sheet.width, ink));
    rows.extend(grounds(sheet, &answers, &lapse.because, &lapse.revision));
    rows
}

/// A line of the list that is up.
pub(super) fn entry(
    texts: &Texts,
    pen: &mut Pen<'_>,
    board: &ReportBoard,
    at: Area,
    entry: &Entry<'_>,
    held: bool,
) {
    let mut line = Line::new(pen, at, held);
    match entry {
        Entry::Missed(missed) => {
            line.put(TIME, &texts.time_of_day(missed.due.to_second()), Ink::Plain);
            let rule = format!("{:<3} {}", missed.rule, texts.clock(missed.rule));
            line.put(RULE, &rule, Ink::Plain);
            number(&mut line, missed.number.as_str());
            let late = format!("+{}", texts.compact(missed.late_seconds));
            line.put(LATE, &late, Ink::Over);
            line.put(ANSWERS, &texts.actors(&missed.answers), Ink::Plain);
            line.rest(&missed.title, Ink::Dim);
        }
        Entry::Overdue(open) | Entry::Tomorrow(open) => {
            let ink = if matches!(entry, Entry::Overdue(_)) {
                Ink::Over
            } else {
                Ink::Plain
            };
            line.put(MOMENT, &texts.moment(open.due), ink);
            let rule = format!("{:<3} {}", open.clock, texts.clock(open.clock));
            line.put(RULE, &rule, ink);
            number(&mut line, open.number.as_str());
            let community = texts.community_or_none(open.community.as_ref());
            line.put(COMMUNITY, &community, Ink::Plain);
            line.put(STAGE, &texts.stage(open.stage), Ink::Plain);
            line.rest(&open.title, Ink::Dim);
        }
        Entry::Lapse(lapse) => {
            line.put(MOMENT, &texts.moment(lapse.at), Ink::Plain);
            let ink = if lapse.excused.is_some() {
                Ink::Dim
            } else {
                Ink::Over
            };
            line.put(RULE + 2, &texts.short_verdict(lapse), ink);
            number(&mut line, lapse.number.as_str());
            let late = match (&lapse.excused, lapse.late_seconds) {
                (Some(_), _) => say!(texts, "board-excused"),
                (None, Some(seconds)) => format!("+{}", texts.compact(seconds)),
                (None, None) => String::new(),
            };
            line.put(LATE, &late, ink);
            line.rest(&lapse.title, Ink::Dim);
        }
        Entry::Ranked(ranked) => bulletin::line(texts, &mut line, board, ranked, at.width),
        Entry::Who(subject) => ladder::line(texts, &mut line, subject, at.width),
    }
}

fn number(line: &mut Line<'_, '_>, number: &str) {
    line.put(NUMBER, tail(number, NUMBER), Ink::Strong);
}

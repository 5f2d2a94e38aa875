//! The ladder of a month: everybody on it with how far each step is, and one of them.

use super::lines::{self, Line};
use super::{Row, Sheet};
use crate::app::boards::report::ReportBoard;
use crate::app::text::{Texts, say};
use crate::app::view::skin::Ink;
use crate::domain::oversight::{OfRung, OnLadder, Subject};

/// Cells of a name, of how far a step is, and of a gauge at the most.
const WHO: u16 = 17;
const RUNG: u16 = 13;
/// The same on lines shorter than this, where there are no gauges.
const SHORT_WHO: u16 = 15;
const PLAIN: u16 = 7;
const ROOMY: u16 = 70;
const GAUGE: u32 = 6;
/// Rows below the list: as many steps as there are.
const STEPS: usize = 4;

pub(super) fn heads(sheet: &Sheet<'_>, board: &ReportBoard) -> Vec<Row> {
    let texts = sheet.texts;
    let Some(ladder) = board.ladder() else {
        return Vec::new();
    };
    let rungs = ladder.subjects.iter().max_by_key(|s| s.steps.len());
    let mut columns = vec![(who_column(sheet.width), say!(texts, "report-col-who"))];
    columns.extend(
        rungs
            .into_iter()
            .flat_map(|s| s.steps.iter().filter(|rung| is_rung(rung)))
            .map(|rung| (column(sheet.width), texts.short_step(rung.step))),
    );
    columns.push((0, say!(texts, "report-col-standing")));
    vec![
        vec![(0, texts.last_in_short(ladder), Ink::Plain)],
        lines::heads(columns),
    ]
}

/// Does it count lapses? O2's counts months and stands with the words.
fn is_rung(rung: &OfRung) -> bool {
    rung.step != crate::domain::policy::Step::WeeklyStatement
}

const fn who_column(width: u16) -> u16 {
    if width < ROOMY { SHORT_WHO } else { WHO }
}

const fn column(width: u16) -> u16 {
    if width < ROOMY { PLAIN } else { RUNG }
}

pub(super) fn line(texts: &Texts, line: &mut Line<'_, '_>, subject: &OnLadder, width: u16) {
    line.put(who_column(width), &texts.subject(&subject.who), Ink::Strong);
    for rung in subject.steps.iter().filter(|rung| is_rung(rung)) {
        let numbers = format!("{}/{}", rung.count, rung.limit);
        let text = if width < ROOMY {
            numbers
        } else {
            format!("{} {numbers}", gauge(rung, line.is_ascii()))
        };
        line.put(column(width), &text, ink(rung));
    }
    let nearest = nearest(subject);
    let (text, ink) = nearest.map_or_else(
        || (String::new(), Ink::Dim),
        |rung| (texts.nearest_step(rung), ink(rung)),
    );
    line.rest(&text, ink);
}

/// How much of a step is filled.
fn gauge(rung: &OfRung, ascii: bool) -> String {
    let [full, empty] = if ascii { ["#", "."] } else { ["█", "░"] };
    let cells = rung.limit.min(GAUGE);
    let filled = rung.count.min(rung.limit) * cells / rung.limit.max(1);
    let count = |n: u32| usize::try_from(n).unwrap_or(0);
    full.repeat(count(filled)) + &empty.repeat(count(cells - filled))
}

const fn ink(rung: &OfRung) -> Ink {
    match (rung.reached, rung.done, rung.left) {
        (Some(_), None, _) => Ink::Over,
        (Some(_), Some(_), _) => Ink::Good,
        (None, _, 1) => Ink::Near,
        (None, _, _) if rung.count == 0 => Ink::Dim,
        (None, _, _) => Ink::Plain,
    }
}

/// The step that matters most: the furthest that was reached and is not carried out, else the nearest.
fn nearest(subject: &OnLadder) -> Option<&OfRung> {
    let open = |rung: &&OfRung| rung.reached.is_some() && rung.done.is_none();
    let ahead = |rung: &&OfRung| rung.reached.is_none() && rung.count > 0;
    let steps = || subject.steps.iter();
    steps()
        .rev()
        .find(open)
        .or_else(|| steps().filter(ahead).min_by_key(|rung| rung.left))
        .or_else(|| steps().rev().find(|rung| rung.reached.is_some()))
}

/// The steps of somebody, a row each.
pub(super) fn steps(sheet: &Sheet<'_>, subject: &OnLadder) -> Vec<Row> {
    let texts = sheet.texts;
    let mut rows: Vec<Row> = subject
        .steps
        .iter()
        .map(|rung| {
            let since = texts.period(rung.since);
            let words = say!(
                texts,
                "board-step",
                step = texts.ladder_step(rung.step),
                since = since,
                count = rung.count,
                limit = rung.limit
            );
            vec![(0, format!("{words}  {}", texts.standing(rung)), ink(rung))]
        })
        .collect();
    rows.resize(STEPS.max(rows.len()), Row::new());
    rows
}

/// One of those on the ladder.
pub(super) fn who(sheet: &Sheet<'_>, board: &ReportBoard, who: &Subject) -> Vec<Row> {
    let mut rows = vec![vec![(0, sheet.texts.subject(who), Ink::Title)]];
    if let Some(subject) = board.on_ladder(who) {
        let mut steps = steps(sheet, subject);
        steps.retain(|row| !row.is_empty());
        rows.extend(steps);
    }
    rows
}

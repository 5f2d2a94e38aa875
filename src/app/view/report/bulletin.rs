//! The bulletin of a week or a month: the units by place, one unit, and what the period was like besides.

use super::lines::Line;
use super::{Row, Sheet, blocks};
use crate::app::boards::report::ReportBoard;
use crate::app::cells::cells;
use crate::app::text::{Texts, say};
use crate::app::view::skin::Ink;
use crate::domain::ids::Unit;
use crate::domain::oversight::{Bulletin, Ranked};

/// Cells of a place, of how it changed, of a score, of a count.
const RANK: u16 = 4;
const MOVED: u16 = 4;
const SCORE: u16 = 5;
const COUNT: u16 = 5;
/// Cells of a unit's name at the least; where that is not left the first two counts go.
const UNIT: u16 = 12;
/// Rows of the bars.
const TALL: u32 = 4;
/// The counts: cases given, cases closed, and the five sorts of lapses.
const COUNTS: usize = 7;
const LAPSES: usize = 5;

/// Cells of a unit's name, and the first of the counts that are shown, on a line of that width.
fn columns(width: u16) -> (u16, usize) {
    let fixed = 1 + RANK + 1 + MOVED + 1 + 1 + SCORE + 1;
    let room = |counts: u16| width.saturating_sub(fixed + counts * (COUNT + 1) + 1);
    match room(7) {
        unit @ UNIT.. => (unit.min(24), 0),
        _ => (room(5).clamp(UNIT, 24), COUNTS - LAPSES),
    }
}

pub(super) fn heads(sheet: &Sheet<'_>, board: &ReportBoard) -> Vec<Row> {
    let Some(bulletin) = board.bulletin() else {
        return Vec::new();
    };
    let texts = sheet.texts;
    let total = say!(
        texts,
        "bulletin-notes",
        received = bulletin.total.counting.received,
        closed = bulletin.total.counting.closed,
        lapses = bulletin.total.counting.lapses
    );
    let (unit, first) = columns(sheet.width + 2);
    let mut row = vec![
        (0, say!(texts, "board-rank"), Ink::Dim),
        (RANK + 1, say!(texts, "board-moved"), Ink::Dim),
        (RANK + MOVED + 2, say!(texts, "report-col-unit"), Ink::Dim),
    ];
    let mut end = RANK + MOVED + 2 + unit + 1 + SCORE;
    let mut right = |text: String, end: u16| {
        row.push((end.saturating_sub(cells(&text)), text, Ink::Dim));
    };
    right(say!(texts, "report-col-score"), end);
    for head in texts.count_heads().into_iter().skip(first) {
        end += COUNT + 1;
        right(head, end);
    }
    vec![vec![(0, total, Ink::Plain)], row]
}

pub(super) fn line(
    texts: &Texts,
    line: &mut Line<'_, '_>,
    board: &ReportBoard,
    ranked: &Ranked,
    width: u16,
) {
    let (unit, first) = columns(width);
    let idle = ranked.rank.is_none();
    let plain = if idle { Ink::Dim } else { Ink::Plain };
    let rank = ranked.rank.map_or_else(String::new, |r| r.to_string());
    line.put_right(RANK - 1, &rank, Ink::Strong);
    let before = board
        .bulletin()
        .and_then(|b| b.before.iter().find(|b| b.unit == ranked.unit));
    let moved = if idle {
        line.void().to_owned()
    } else {
        texts.moved(ranked, before)
    };
    line.put(MOVED + 1, &moved, plain);
    line.put(unit, ranked.unit.as_str(), plain);
    let score = if idle {
        String::new()
    } else {
        ranked.score.to_string()
    };
    line.put_right(SCORE, &score, Ink::Strong);
    let f = &ranked.figures;
    let counts = [
        (f.given, plain),
        (f.handled, plain),
        (f.late_sign, Ink::Over),
        (f.late_reply, Ink::Over),
        (f.late_close, Ink::Over),
        (f.nonstandard, Ink::Over),
        (f.bad_rating, Ink::Over),
    ];
    for (count, ink) in counts.into_iter().skip(first) {
        let ink = if count == 0 { Ink::Dim } else { ink };
        line.put_right(COUNT, &count.to_string(), ink);
    }
}

/// How the score of a unit came about.
pub(super) fn how(sheet: &Sheet<'_>, board: &ReportBoard, ranked: &Ranked) -> Vec<Row> {
    let Some(bulletin) = board.bulletin() else {
        return Vec::new();
    };
    let how = sheet.texts.how(bulletin, ranked);
    let name = match ranked.rank {
        Some(_) => format!("{} {} = {how}", ranked.unit, ranked.score),
        None => format!("{} {}", ranked.unit, say!(sheet.texts, "bulletin-idle")),
    };
    let mut rows = sheet.wrapped(&name, sheet.width, Ink::Strong);
    rows.truncate(2);
    let weights = sheet.texts.weights(bulletin);
    rows.extend(sheet.wrapped(&weights, sheet.width, Ink::Dim));
    rows
}

/// One unit: its place, its score and its figures.
pub(super) fn unit(sheet: &Sheet<'_>, board: &ReportBoard, unit: &Unit) -> Vec<Row> {
    let texts = sheet.texts;
    let (Some(bulletin), Some(ranked)) = (board.bulletin(), board.ranked(unit)) else {
        return vec![vec![(0, unit.to_string(), Ink::Title)]];
    };
    let before = bulletin.before.iter().find(|b| b.unit == *unit);
    let place = match ranked.rank {
        Some(rank) => say!(
            texts,
            "board-unit-place",
            unit = unit.as_str(),
            rank = rank,
            score = ranked.score,
            moved = texts.moved(ranked, before)
        ),
        None => format!("{unit} {}", say!(texts, "bulletin-idle")),
    };
    let f = &ranked.figures;
    let work = say!(
        texts,
        "board-unit-work",
        given = f.given,
        handled = f.handled
    );
    let how = format!("{work}  {} = {}", ranked.score, texts.how(bulletin, ranked));
    let mut rows = vec![vec![(0, place, Ink::Title)]];
    rows.extend(sheet.wrapped(&how, sheet.width, Ink::Plain));
    rows
}

/// What the period was like besides the ranking.
pub(super) fn parts(sheet: &Sheet<'_>, bulletin: &Bulletin) -> Vec<Row> {
    let texts = sheet.texts;
    let mut rows = Vec::new();
    for (heading, lines) in texts.bulletin_remarks(bulletin) {
        rows.push(vec![(0, heading, Ink::Title)]);
        for line in lines {
            let wrapped = sheet.wrapped(&line, sheet.width.saturating_sub(1), Ink::Plain);
            rows.extend(wrapped.into_iter().map(|row| {
                let set_in = row.into_iter().map(|(x, text, ink)| (x + 1, text, ink));
                set_in.collect::<Row>()
            }));
        }
        rows.push(Row::new());
    }
    let compared = texts.totals_compared(bulletin).table();
    for table in std::iter::once(compared).chain(texts.bulletin_tables(bulletin)) {
        rows.extend(blocks::table(&table, sheet.width));
        rows.push(Row::new());
    }
    let by_day = texts.by_day(bulletin, true);
    if by_day.is_flat() {
        rows.pop();
    } else {
        rows.extend(blocks::bars(&by_day, TALL, sheet.width, sheet.skin.ascii));
    }
    rows
}

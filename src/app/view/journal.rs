//! ```text
//! ┌ 提醒记录 11-23 周一 ─────────────────────────────────────────────── 24 条 ┐
//! │ 09:38:40 09:38:40 已提醒  桌面 响铃 横幅  FZ26112300012 街道签收 还剩 5 分 │
//! └────────────────────────────────────────────────────────────────── 20/24 ─┘
//! ```
//! Its moment, when it was told, what came of it, by which means, and what it was.

use super::pen::Pen;
use super::skin::Ink;
use crate::app::layout::{self, Area};
use crate::app::mode::Journal;
use crate::app::model::Model;
use crate::app::text::{Texts, say};
use crate::domain::occasion::Outcome;
use crate::domain::telling::JournalRow;

/// Cells of a time, of an outcome, and of the means.
const TIME: u16 = 8;
const OUTCOME: u16 = 8;
const MEANS: u16 = 14;

fn area(model: &Model) -> Area {
    model
        .screen()
        .map_or_else(Area::default, |screen| layout::board(&screen, 110))
}

/// How far it can be scrolled.
#[must_use]
pub fn most(model: &Model, journal: &Journal) -> usize {
    let room = usize::from(area(model).inside().height.saturating_sub(1));
    journal
        .rows
        .as_ref()
        .map_or(0, Vec::len)
        .saturating_sub(room)
}

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, journal: &Journal) {
    let area = area(model);
    let title = say!(
        texts,
        "journal-title",
        date = texts.day(journal.date, model.now.date())
    );
    pen.clear(area);
    let count = journal.rows.as_ref().map_or(0, Vec::len);
    pen.frame(area, &title, &say!(texts, "journal-count", count = count));
    let inside = area.inside();
    let Some(rows) = journal.rows.as_ref().filter(|r| !r.is_empty()) else {
        let text = match journal.rows {
            None => say!(texts, "page-loading"),
            Some(_) => say!(texts, "journal-empty"),
        };
        pen.put((inside.x + 1, inside.y), inside.width, &text, Ink::Dim);
        return;
    };
    let columns = Columns::of(inside);
    columns.heads(texts, pen, inside.y);
    let room = usize::from(inside.height.saturating_sub(1));
    for (row, y) in rows
        .iter()
        .skip(journal.scroll)
        .take(room)
        .zip(inside.y + 1..)
    {
        columns.row(texts, pen, y, row);
    }
    if count > room {
        let [_, _, left, right] = pen.skin.signs.corners;
        let place = format!("{}/{count}", (journal.scroll + room).min(count));
        let line = area.line(area.height.saturating_sub(1));
        pen.edge(line, [left, right], "", &place, Ink::Dim);
    }
}

/// Where the columns begin.
struct Columns {
    at: u16,
    told: u16,
    outcome: u16,
    means: u16,
    what: u16,
    end: u16,
}

impl Columns {
    const fn of(inside: Area) -> Self {
        let at = inside.x + 1;
        let told = at + TIME + 1;
        let outcome = told + TIME + 1;
        let means = outcome + OUTCOME + 1;
        Self {
            at,
            told,
            outcome,
            means,
            what: means + MEANS + 1,
            end: inside.x + inside.width,
        }
    }

    fn heads(&self, texts: &Texts, pen: &mut Pen<'_>, y: u16) {
        for (x, text) in [
            (self.at, say!(texts, "journal-head-at")),
            (self.told, say!(texts, "journal-head-told")),
            (self.outcome, say!(texts, "journal-head-outcome")),
            (self.means, say!(texts, "journal-head-means")),
            (self.what, say!(texts, "journal-head-what")),
        ] {
            pen.put((x, y), self.end.saturating_sub(x), &text, Ink::Dim);
        }
    }

    fn row(&self, texts: &Texts, pen: &mut Pen<'_>, y: u16, row: &JournalRow) {
        let ink = match row.outcome {
            Outcome::Told => Ink::Plain,
            Outcome::Suppressed | Outcome::Coalesced | Outcome::Planned => Ink::Dim,
            Outcome::Missed | Outcome::Failed | Outcome::Unknown => Ink::Over,
            Outcome::ToldLate | Outcome::Telling => Ink::Near,
        };
        pen.put((self.at, y), TIME, &texts.time_of_day(row.occasion.at), ink);
        let told = row
            .told_at
            .map(|at| texts.time_of_day(at))
            .unwrap_or_default();
        pen.put((self.told, y), TIME, &told, ink);
        pen.put((self.outcome, y), OUTCOME, &texts.outcome(row.outcome), ink);
        pen.put((self.means, y), MEANS, &texts.means(&row.means), ink);
        let what = pen.skin.say(texts.journal_what(row));
        let room = self.end.saturating_sub(self.what);
        let what = pen.fitting(&what, room);
        pen.put((self.what, y), room, &what, ink);
    }
}

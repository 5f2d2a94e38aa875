//! A month as a calendar: the days of the week above, and in each day what the board puts there.

use chrono::Datelike as _;

use super::pen::Pen;
use super::skin::Ink;
use crate::app::model::Model;
use crate::app::month::{self, Grid};
use crate::app::text::Texts;
use crate::domain::time::Date;

/// What a board puts in a day: behind its number, and below it where there is room.
pub(super) type Day = [(String, Ink); 2];

pub(super) fn draw(
    model: &Model,
    texts: &Texts,
    pen: &mut Pen<'_>,
    grid: Grid,
    in_hand: Date,
    day: &dyn Fn(Date) -> Day,
) {
    let weeks = month::weeks(in_hand);
    for (n, date) in weeks.first().into_iter().flatten().enumerate() {
        let head = grid.cell(None, n);
        let name = texts.weekday(*date);
        pen.put(
            (head.x + 1, head.y),
            head.width.saturating_sub(1),
            &name,
            Ink::Dim,
        );
    }
    for (week, days) in weeks.iter().enumerate() {
        for (n, date) in days.iter().enumerate() {
            let cell = grid.cell(Some(week), n);
            if cell.height == 0 {
                continue;
            }
            let held = *date == in_hand;
            let [(what, ink), (more, more_ink)] = day(*date);
            let number = if month::is_same_month(*date, in_hand) {
                Ink::Plain
            } else {
                Ink::Dim
            };
            if held {
                pen.under_hand(cell.line(0));
                pen.put_on((cell.x, cell.y), 1, pen.skin.signs.hand, Ink::Strong, true);
            }
            // Today is marked whichever day is in hand.
            let sign = if *date == model.now.date() {
                pen.skin.signs.mark
            } else {
                " "
            };
            let text = format!("{:>2}{sign}", date.day());
            let x = pen.put_on((cell.x + 1, cell.y), 3, &text, number, held);
            let end = cell.x + cell.width;
            // With one line a day, what sort of day it is stands behind the rest.
            let x = pen.put_on((x, cell.y), end.saturating_sub(x), &what, ink, held);
            let (below, width) = if cell.height > 1 {
                ((cell.x + 2, cell.y + 1), cell.width.saturating_sub(2))
            } else {
                ((x, cell.y), end.saturating_sub(x))
            };
            pen.put_on(below, width, &more, more_ink, held && cell.height == 1);
        }
    }
}

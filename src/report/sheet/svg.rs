//! The charts of a page as inline SVG: no script, no outside file, readable in black and white.

use super::html::escaped;
use crate::domain::report::{Bars, Cell, Compared, Strip};

const WIDE: u32 = 720;
const TALL: u32 = 180;
/// Room below for labels, above for numbers, and at the left for the scale.
const BELOW: u32 = 22;
const ABOVE: u32 = 18;
const LEFT: u32 = 44;

/// Bars with their numbers.
pub(super) fn bars(bars: &Bars) -> String {
    let highest = bars.bars.iter().map(|(_, n)| *n).max().unwrap_or(0).max(1);
    let many = u32::try_from(bars.bars.len()).unwrap_or(u32::MAX).max(1);
    let step = f64::from(WIDE) / f64::from(many);
    let ground = f64::from(TALL - BELOW);
    let room = f64::from(TALL - BELOW - ABOVE);
    let mut svg = opened(&bars.heading);
    for (n, (label, count)) in (0u32..).zip(&bars.bars) {
        let height = room * f64::from(*count) / f64::from(highest);
        let (left, middle) = (step * f64::from(n), step * (f64::from(n) + 0.5));
        if *count > 0 {
            let (x, y, w) = (left + step * 0.14, ground - height, step * 0.72);
            let above = y - 4.0;
            svg.push_str(&format!(
                "<rect class=\"bar\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{height:.1}\"/>\
                 <text x=\"{middle:.1}\" y=\"{above:.1}\">{count}</text>"
            ));
        }
        let below = ground + 16.0;
        svg.push_str(&format!(
            "<text class=\"label\" x=\"{middle:.1}\" y=\"{below:.1}\">{}</text>",
            escaped(label)
        ));
    }
    closed(svg, ground)
}

/// Points against their limits: those within as dots, those beyond as crosses, each limit as a short line.
pub(super) fn strip(strip: &Strip) -> String {
    // What was late by hours stands at the top edge: the limits are to be seen beside what kept them.
    let limit = strip.points.iter().map(|p| p.limit).max().unwrap_or(0);
    let longest = strip.points.iter().map(|p| p.seconds.max(p.limit)).max();
    let longest = longest.unwrap_or(0).min(3 * limit);
    let longest = minutes(longest).max(1.0);
    let many = u32::try_from(strip.points.len()).unwrap_or(u32::MAX).max(1);
    let step = f64::from(WIDE - LEFT) / f64::from(many);
    let ground = f64::from(TALL - BELOW);
    let room = f64::from(TALL - BELOW - ABOVE);
    let height = |seconds: i64| ground - room * (minutes(seconds) / longest).min(1.0);
    let mut svg = opened(&strip.heading);
    for share in [0.0, 0.5, 1.0] {
        let (y, amount) = (ground - room * share, longest * share);
        let below = y + 4.0;
        svg.push_str(&format!(
            "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{WIDE}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>\
             <text class=\"scale\" x=\"{}\" y=\"{below:.1}\">{amount:.0}</text>",
            LEFT - 6
        ));
    }
    svg.push_str(&format!(
        "<text class=\"scale\" x=\"{}\" y=\"{}\">{}</text>",
        LEFT - 6,
        TALL - 6,
        escaped(&strip.unit)
    ));
    for (n, point) in (0u32..).zip(&strip.points) {
        let left = f64::from(LEFT) + step * f64::from(n);
        let (middle, right) = (left + step / 2.0, left + step);
        let (y, limit) = (height(point.seconds), height(point.limit));
        svg.push_str(&format!(
            "<line class=\"limit\" x1=\"{left:.1}\" x2=\"{right:.1}\" y1=\"{limit:.1}\" y2=\"{limit:.1}\"/>"
        ));
        let title = escaped(&point.label);
        if point.is_within() {
            svg.push_str(&format!(
                "<circle class=\"within\" cx=\"{middle:.1}\" cy=\"{y:.1}\" r=\"3\"><title>{title}</title></circle>"
            ));
        } else {
            let (x1, x2, y1, y2) = (middle - 4.0, middle + 4.0, y - 4.0, y + 4.0);
            svg.push_str(&format!(
                "<path class=\"beyond\" d=\"M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}M{x1:.1} {y2:.1}L{x2:.1} {y1:.1}\"><title>{title}</title></path>"
            ));
        }
    }
    closed(svg, ground)
}

/// Amounts lying beside each other, row by row: now as a full bar, before as a thin one below it, the numbers at the right.
pub(super) fn compared(compared: &Compared) -> String {
    const ROW: u32 = 25;
    const HEAD: u32 = 18;
    /// Where the bars begin and end, and where the three numbers end.
    const BARS: [u32; 2] = [150, 560];
    const NUMBERS: [u32; 3] = [610, 662, 716];
    let amounts = || {
        compared
            .rows
            .iter()
            .flat_map(|r| [r.now, r.before])
            .flatten()
    };
    let (least, most) = (amounts().min().unwrap_or(0), amounts().max().unwrap_or(0));
    let (least, most) = (least.min(0), most.max(least + 1).max(0));
    let x = |amount: i64| {
        let share = amount_of(amount - least) / amount_of(most - least).max(1.0);
        f64::from(BARS[0]) + f64::from(BARS[1] - BARS[0]) * share
    };
    let many = u32::try_from(compared.rows.len()).unwrap_or(u32::MAX);
    let tall = HEAD + ROW * many + 4;
    let mut svg = format!(
        "<svg viewBox=\"0 0 {WIDE} {tall}\" role=\"img\" aria-label=\"{}\">",
        escaped(&compared.heading)
    );
    let number = |svg: &mut String, class: &str, end: u32, y: u32, text: &str| {
        let text = escaped(text);
        svg.push_str(&format!(
            "<text class=\"{class}\" x=\"{end}\" y=\"{y}\">{text}</text>"
        ));
    };
    let [of, heads @ ..] = &compared.columns;
    svg.push_str(&format!(
        "<text class=\"label head\" x=\"0\" y=\"12\">{}</text>",
        escaped(of)
    ));
    for (end, head) in NUMBERS.into_iter().zip(heads) {
        number(&mut svg, "scale", end, 12, head);
    }
    for (row, top) in compared.rows.iter().zip((0..many).map(|n| HEAD + n * ROW)) {
        svg.push_str(&format!(
            "<text class=\"row\" x=\"0\" y=\"{}\">{}</text>",
            top + 15,
            escaped(&row.label)
        ));
        for (class, amount, y, height) in [
            ("bar", row.now, top + 4, 11),
            ("then", row.before, top + 16, 5),
        ] {
            if let Some(amount) = amount {
                let (left, right) = (x(amount.min(0)), x(amount.max(0)));
                let width = right - left;
                svg.push_str(&format!(
                    "<rect class=\"{class}\" x=\"{left:.1}\" y=\"{y}\" width=\"{width:.1}\" height=\"{height}\"/>"
                ));
            }
        }
        let said = |amount: Option<i64>| amount.map_or_else(|| "–".to_owned(), |n| n.to_string());
        let change = row
            .change()
            .map_or(Cell::Text("–".to_owned()), Cell::Change);
        let [now, before, changed] = NUMBERS;
        number(&mut svg, "value", now, top + 15, &said(row.now));
        number(&mut svg, "scale", before, top + 15, &said(row.before));
        number(&mut svg, "value", changed, top + 15, &change.text());
    }
    let zero = x(0);
    svg.push_str(&format!(
        "<line class=\"ground\" x1=\"{zero:.1}\" x2=\"{zero:.1}\" y1=\"{HEAD}\" y2=\"{tall}\"/></svg>"
    ));
    svg
}

/// An amount as far as a drawing needs it.
fn amount_of(n: i64) -> f64 {
    f64::from(i32::try_from(n).unwrap_or(i32::MAX))
}

fn minutes(seconds: i64) -> f64 {
    f64::from(i32::try_from(seconds).unwrap_or(i32::MAX)) / 60.0
}

fn opened(heading: &str) -> String {
    format!(
        "<svg viewBox=\"0 0 {WIDE} {TALL}\" role=\"img\" aria-label=\"{}\">",
        escaped(heading)
    )
}

fn closed(mut svg: String, ground: f64) -> String {
    svg.push_str(&format!(
        "<line class=\"ground\" x1=\"0\" x2=\"{WIDE}\" y1=\"{ground:.1}\" y2=\"{ground:.1}\"/></svg>"
    ));
    svg
}

//! The summary of a day: the day at a glance, by community and kind, and the handover below.

use super::blocks;
use super::{Row, Sheet};
use crate::app::cells::{cells, cut, wrap};
use crate::app::text::say;
use crate::app::view::skin::Ink;
use crate::domain::day_summary::{DaySummary, Timing};

/// From so many cells on the charts stand beside the figures.
const WIDE: u16 = 96;
/// Cells of the figures beside the charts, and of their columns.
const FIGURES: u16 = 55;
const LABEL: u16 = 11;
const COUNT: u16 = 8;
const SPAN: u16 = 10;
/// Below so many cells the columns stand closer.
const ROOMY: u16 = 56;
/// The bars are as high as there is room for, within these.
const LOWEST: u32 = 1;
const HIGHEST: u32 = 8;
/// Rows of the bars and of the strip besides the bars themselves.
const BESIDES: usize = 3;
/// Lines of the note that are shown.
const NOTE: usize = 2;

/// The day at a glance, in a place so many lines high.
pub(super) fn overview(sheet: &Sheet<'_>, day: &DaySummary, room: usize) -> Vec<Row> {
    let wide = sheet.width >= WIDE;
    let left = if wide { FIGURES } else { sheet.width };
    let mut rows = figures(sheet, day);
    rows.extend(dealings(sheet, day, left));
    let groups = wide.then(|| groups_beside(sheet, day));
    let width = if wide {
        sheet.width - FIGURES - 2
    } else {
        left
    };
    let mut strip = blocks::strip(&sheet.texts.sign_strip(day), width, sheet.skin.ascii);
    if day.sign_times.is_empty() {
        strip.push(vec![(1, say!(sheet.texts, "report-none"), Ink::Dim)]);
    }
    let beneath = groups.as_ref().map_or(0, |groups| groups.len() + 1);
    let taken = strip.len() + BESIDES + beneath + if wide { 1 } else { rows.len() };
    let tall = u32::try_from(room.saturating_sub(taken)).unwrap_or(LOWEST);
    let tall = tall.clamp(LOWEST, HIGHEST);
    let arrivals = sheet.texts.arrivals(day);
    let mut charts = blocks::bars(&arrivals, tall, width, sheet.skin.ascii);
    if wide {
        charts.push(Row::new());
    }
    charts.extend(strip);
    let Some(groups) = groups else {
        rows.extend(charts);
        return rows;
    };
    let mut rows = super::beside(rows, charts, FIGURES + 2);
    // On a large screen there is room for what stands on a face of its own too.
    if rows.len() + 1 + groups.len() <= room {
        rows.push(Row::new());
        rows.extend(groups);
    }
    rows
}

fn groups_beside(sheet: &Sheet<'_>, day: &DaySummary) -> Vec<Row> {
    let [communities, kinds] = sheet.texts.day_groups(day);
    let left = blocks::table(&communities, FIGURES);
    let right = blocks::table(&kinds, sheet.width.saturating_sub(FIGURES + 2));
    super::beside(left, right, FIGURES + 2)
}

/// Every step: how often, how much of it in time, how long it took.
fn figures(sheet: &Sheet<'_>, day: &DaySummary) -> Vec<Row> {
    let texts = sheet.texts;
    let closer = u16::from(sheet.width < ROOMY);
    let (count, span) = (COUNT - closer, SPAN - closer);
    let widths = [count, count, count, span, span];
    let line = |label: String, parts: [(String, Ink); 5], ink: Ink| {
        let mut row = vec![(0, label, ink)];
        let mut end = LABEL;
        for ((text, ink), width) in parts.into_iter().zip(widths) {
            end += width;
            row.push((end.saturating_sub(cells(&text)), text, ink));
        }
        row
    };
    let dim = |text: String| (text, Ink::Dim);
    let mut rows = vec![line(
        say!(texts, "report-col-step"),
        [
            dim(say!(texts, "report-col-done")),
            dim(say!(texts, "report-col-in-time")),
            dim(say!(texts, "report-col-too-late")),
            dim(say!(texts, "board-median")),
            dim(say!(texts, "board-worst")),
        ],
        Ink::Dim,
    )];
    for (label, timing) in [
        (say!(texts, "clock-street-sign"), day.sign),
        (say!(texts, "clock-dispatch"), day.dispatch),
        (say!(texts, "clock-unit-sign"), day.unit_sign),
        (say!(texts, "clock-reply"), day.reply),
        (say!(texts, "clock-close"), day.close),
    ] {
        rows.push(line(label, timed(sheet, timing), Ink::Plain));
    }
    let received = day.total.received.to_string();
    let at = (LABEL + count).saturating_sub(cells(&received));
    let open = say!(
        texts,
        "summary-open",
        open = day.open,
        overdue = day.overdue.len()
    );
    let row = vec![
        (0, say!(texts, "report-col-received"), Ink::Plain),
        (at, received, Ink::Strong),
        (LABEL + count + 4, open, Ink::Plain),
    ];
    rows.insert(1, row);
    rows
}

fn timed(sheet: &Sheet<'_>, timing: Timing) -> [(String, Ink); 5] {
    let late = timing.met - timing.in_time;
    let late = if late > 0 {
        (format!("{}{late}", sheet.skin.signs.over), Ink::Over)
    } else {
        ("0".to_owned(), Ink::Dim)
    };
    let span = |seconds: Option<i64>| {
        let text = seconds.map(|s| sheet.texts.countdown(s, true));
        (text.unwrap_or_default(), Ink::Plain)
    };
    [
        (timing.met.to_string(), Ink::Strong),
        (timing.in_time.to_string(), Ink::Plain),
        late,
        span(timing.median_seconds),
        span(timing.worst_seconds),
    ]
}

fn dealings(sheet: &Sheet<'_>, day: &DaySummary, width: u16) -> Vec<Row> {
    let lines = sheet.texts.day_in_short(day);
    let mut rows: Vec<Row> = lines
        .iter()
        .flat_map(|line| sheet.wrapped(line, width, Ink::Plain))
        .collect();
    if !day.calendar_gaps.is_empty() {
        let years: Vec<String> = day.calendar_gaps.iter().map(ToString::to_string).collect();
        let line = say!(sheet.texts, "report-gaps", years = years.join(" "));
        rows.extend(sheet.wrapped(&line, width, Ink::Near));
    }
    rows
}

/// By community and by kind: what was done, and how long signing and dispatching took.
pub(super) fn groups(sheet: &Sheet<'_>, day: &DaySummary) -> Vec<Row> {
    let done = sheet.texts.day_groups(day);
    let times = sheet.texts.timed_groups(day, true);
    let mut rows = Vec::new();
    for table in done
        .iter()
        .zip(&times)
        .flat_map(|(done, times)| [done, times])
    {
        rows.extend(blocks::table(table, sheet.width));
        rows.push(Row::new());
    }
    rows.pop();
    rows
}

/// Who takes over, and what was said to them.
pub(super) fn handover(sheet: &Sheet<'_>, day: &DaySummary) -> Vec<Row> {
    let texts = sheet.texts;
    let handover = &day.handover;
    let post = texts.post(handover.to);
    let (mut text, ink) = match handover.at {
        Some(at) => {
            let at = texts.moment(at.to_second());
            let text = say!(texts, "summary-handed-over", post = post, at = at);
            (text, Ink::Good)
        }
        None => {
            let text = say!(texts, "summary-not-handed-over", post = post);
            (text, Ink::Near)
        }
    };
    if handover.note.is_none() {
        text.push_str(&format!("  {}", say!(texts, "board-no-note")));
    }
    let heading = say!(texts, "summary-handover");
    let x = cells(&heading) + 1;
    let mut rows = vec![vec![(0, heading, Ink::Title), (x, text, ink)]];
    let note = handover.note.clone().unwrap_or_default();
    let note = wrap(&sheet.skin.say(note), sheet.width);
    let more = note.len() > NOTE;
    for (n, mut line) in note.into_iter().take(NOTE).enumerate() {
        if more && n + 1 == NOTE {
            let sign = sheet.skin.signs.waiting;
            let room = sheet.width.saturating_sub(cells(sign));
            line = format!("{}{sign}", cut(&line, room));
        }
        rows.push(vec![(0, line, Ink::Strong)]);
    }
    rows
}

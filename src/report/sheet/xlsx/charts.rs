//! The charts of a workbook: drawn by the spreadsheet from the typed cells they stand below.

use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartMarker, ChartMarkerType, ChartSeries,
    ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};

use crate::domain::report::{Bars, Block, Compared, Strip};

/// Points across.
const WIDE: u32 = 620;
/// Up to so many cases the scale has a line for each.
const FEW: u32 = 10;
const NOW: Color = Color::RGB(0x002F_5D8A);
const BEFORE: Color = Color::RGB(0x00B4_C3D2);
const LIMIT: Color = Color::RGB(0x008A_6D1D);

/// Puts the chart of a block below its table, which ends in row `last` of the sheet `name`; none for a table.
pub(super) fn insert(
    sheet: &mut Worksheet,
    name: &str,
    block: &Block,
    last: u32,
) -> Result<(), XlsxError> {
    let chart = match block {
        Block::Bars(bars) if !bars.is_flat() => of_bars(name, bars, last),
        Block::Compared(compared) => of_compared(name, compared, last),
        Block::Strip(strip) => of_strip(name, strip, last),
        Block::Bars(_) | Block::Table(_) | Block::Text { .. } => return Ok(()),
    };
    sheet.insert_chart(last + 2, 0, &chart)?;
    Ok(())
}

fn filled(colour: Color) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(colour));
    format
}

fn new(kind: ChartType, heading: &str) -> Chart {
    let mut chart = Chart::new(kind);
    let mut font = ChartFont::new();
    font.set_size(12);
    chart.title().set_name(heading).set_font(&font);
    chart.set_width(WIDE).set_height(260);
    chart
}

fn series<'a>(
    chart: &'a mut Chart,
    name: &str,
    column: u16,
    last: u32,
    colour: Color,
) -> &'a mut ChartSeries {
    chart
        .add_series()
        .set_name((name, 0, column))
        .set_categories((name, 1, 0, last, 0))
        .set_values((name, 1, column, last, column))
        .set_format(&mut filled(colour))
}

fn of_bars(name: &str, bars: &Bars, last: u32) -> Chart {
    let mut chart = new(ChartType::Column, &bars.heading);
    series(&mut chart, name, 1, last, NOW);
    chart.legend().set_hidden();
    let most = bars.bars.iter().map(|(_, height)| *height).max();
    if most.is_some_and(|most| most <= FEW) {
        // Of a few cases there are no halves.
        chart.y_axis().set_major_unit(1.0);
    }
    chart
}

/// Bars lie, so that names can be read; the first row stands at the top.
fn of_compared(name: &str, compared: &Compared, last: u32) -> Chart {
    let mut chart = new(ChartType::Bar, &compared.heading);
    series(&mut chart, name, 1, last, NOW);
    series(&mut chart, name, 2, last, BEFORE);
    chart.y_axis().set_reverse();
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.set_height(130 + 34 * last.min(24));
    chart
}

/// What each took as a bar, its limit as a stroke.
fn of_strip(name: &str, strip: &Strip, last: u32) -> Chart {
    let mut chart = new(ChartType::Column, &strip.heading);
    series(&mut chart, name, 1, last, NOW);
    let mut limits = Chart::new(ChartType::Line);
    let mut no_line = ChartFormat::new();
    no_line.set_no_line();
    let mut stroke = ChartMarker::new();
    stroke
        .set_type(ChartMarkerType::LongDash)
        .set_size(12)
        .set_format(&mut filled(LIMIT));
    series(&mut limits, name, 2, last, LIMIT)
        .set_format(&mut no_line)
        .set_marker(&stroke);
    chart.combine(&limits);
    chart.x_axis().set_hidden(true);
    chart.y_axis().set_num_format("[h]:mm");
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart
}

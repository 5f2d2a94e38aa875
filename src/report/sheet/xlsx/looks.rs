//! How the cells of a workbook look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The formats of the cells.
pub(super) struct Looks {
    pub title: Format,
    pub note: Format,
    pub part: Format,
    pub heading: Format,
    pub text: Format,
    pub number: Format,
    pub change: Format,
    pub share: Format,
    pub moment: Format,
    pub span: Format,
}

impl Looks {
    pub fn new() -> Self {
        let line = Color::RGB(0x00C9_D1D9);
        let cell = || {
            Format::new()
                .set_border(FormatBorder::Thin)
                .set_border_color(line)
                .set_align(FormatAlign::Top)
        };
        let head = || {
            cell()
                .set_bold()
                .set_background_color(Color::RGB(0x00EE_F2F6))
                .set_text_wrap()
        };
        // A number does not lean on the text beside it.
        let number = || cell().set_align(FormatAlign::Right).set_indent(1);
        Self {
            title: Format::new()
                .set_bold()
                .set_font_size(16)
                .set_align(FormatAlign::Center),
            note: Format::new()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_font_color(Color::RGB(0x0055_606B)),
            part: head(),
            heading: head().set_align(FormatAlign::Center),
            text: cell().set_text_wrap(),
            number: number().set_num_format("0"),
            change: number().set_num_format("+0;-0;0"),
            share: number().set_num_format("0.0%"),
            moment: cell()
                .set_num_format("yyyy-mm-dd hh:mm:ss")
                .set_align(FormatAlign::Center),
            span: number().set_num_format("[h]:mm:ss"),
        }
    }
}

//! ```text
//! 窗口太小：现在 50x12，至少 60x15
//! ```

use super::pen::Pen;
use super::skin::Ink;
use crate::app::cells::wrap;
use crate::app::layout::LEAST;
use crate::app::model::Model;
use crate::app::text::{Texts, say};

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>) {
    let (width, height) = model.size;
    let text = say!(
        texts,
        "too-small",
        width = width,
        height = height,
        least_width = LEAST.0,
        least_height = LEAST.1
    );
    for (y, line) in (0..height).zip(wrap(&text, width)) {
        pen.put((0, y), width, &line, Ink::Over);
    }
}

//! The model as a frame. The only place that knows ratatui; called by `runtime`.

use ratatui::Frame;

use super::model::Model;
use super::text::Texts;

/// Draws the model.
pub fn view(model: &Model, texts: &Texts, frame: &mut Frame<'_>) {
    let line = format!("{} {}", texts.moment(model.now), model.entries.len());
    frame.render_widget(ratatui::text::Line::from(line), frame.area());
}

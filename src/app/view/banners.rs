//! ```text
//!  ! FZ26112300012 街道签收 逾期 3 分 请签收
//!    FZ26112300009 单位签收 柳河社区 还剩 5 分 请电话催 柳河社区 签收            x 知道了
//! ```
//! Reminders that nobody has acknowledged, overdue ones first.

use super::dial::Dial;
use super::figure::{Figure, What};
use super::pen::Pen;
use super::skin::Ink;
use crate::app::cells::cells;
use crate::app::layout::Area;
use crate::app::model::Model;
use crate::app::text::{Texts, say};
use crate::domain::occasion::Topic;

/// On a line shorter than this its words come before the key that takes it away.
const NARROW: u16 = 80;

pub(super) fn draw(model: &Model, texts: &Texts, pen: &mut Pen<'_>, area: Area) {
    for (nth, line) in (0..area.height).zip(&model.in_view.lines) {
        let at = area.line(nth);
        write(model, texts, pen, at, nth);
        if let Some(due) = line.due {
            let far = Dial::of(model, texts, pen.skin).far(due);
            let what = What::Banner { nth, due };
            pen.keep(Figure::new(at, what, (&far, Ink::Plain), model));
        }
    }
}

/// Writes one of the reminders on its line.
pub(super) fn write(model: &Model, texts: &Texts, pen: &mut Pen<'_>, place: Area, nth: u16) {
    let Some(line) = model.in_view.lines.get(usize::from(nth)) else {
        return;
    };
    let shown = model.screen().map_or(0, |screen| screen.banners.height);
    let hidden = model.in_view.count.saturating_sub(usize::from(shown));
    let over = line.is_overdue(model.now);
    let ink = if over { Ink::Over } else { Ink::Near };
    let sign = if over {
        pen.skin.signs.over
    } else {
        pen.skin.signs.near
    };
    pen.put((place.x + 1, place.y), 1, sign, ink);
    let last = nth + 1 == shown;
    let behind = match (last, hidden) {
        (false, _) => String::new(),
        (true, 0) => say!(texts, "banner-hint"),
        // How many there are says more than by which key they go.
        (true, hidden) if place.width < NARROW => {
            say!(texts, "banner-more", count = hidden)
        }
        (true, hidden) => format!(
            "{}  {}",
            say!(texts, "banner-more", count = hidden),
            say!(texts, "banner-hint")
        ),
    };
    let told = texts.told(line, &model.rules, &model.roster, model.now);
    let to_do = texts.to_do(line, &model.rules.policy);
    let offer = match line.occasion.topic {
        Topic::Shift(shift) => texts.offer(shift),
        Topic::Clock(_) | Topic::Notice(_) => None,
    };
    let words = [Some(told), Some(to_do), offer];
    let words: Vec<String> = words.into_iter().flatten().collect();
    let text = pen.skin.say(words.join(" "));
    let room = place.width.saturating_sub(5 + cells(&behind));
    let text = pen.fitting(&text, room);
    let x = pen.put((place.x + 3, place.y), room, &text, ink);
    let rest = Area {
        x,
        width: (place.x + place.width).saturating_sub(x + 1),
        ..place
    };
    pen.put_right(rest, &behind, Ink::Dim);
}

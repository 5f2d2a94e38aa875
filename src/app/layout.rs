//! Where things stand on the screen, as plain arithmetic: the same answer for the view and for the mouse.
//!
//! ```text
//!  header                                                          1 line
//!  column heads                           │ pane, from 120 cells
//! ┌ group of the first shown line ───────┐ │ on: the case in hand
//! │ lines                                │ │
//! └──────────────────────────────────────┘ │
//!  reminders nobody has acknowledged                               0 to 3 lines
//!  status: what was last done or refused                           1 line
//!  keys of the moment                                              1 line
//! ```

/// A part of the screen in cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Area {
    /// From the left.
    pub x: u16,
    /// From the top.
    pub y: u16,
    /// Cells across.
    pub width: u16,
    /// Cells down.
    pub height: u16,
}

impl Area {
    /// Does the cell lie in it?
    #[must_use]
    pub const fn holds(&self, x: u16, y: u16) -> bool {
        x >= self.x && y >= self.y && x - self.x < self.width && y - self.y < self.height
    }

    /// What is left inside a border.
    #[must_use]
    pub const fn inside(&self) -> Self {
        Self {
            x: self.x + 1,
            y: self.y + 1,
            width: self.width.saturating_sub(2),
            height: self.height.saturating_sub(2),
        }
    }

    /// The line at a place from the top, one cell high.
    #[must_use]
    pub const fn line(&self, n: u16) -> Self {
        Self {
            x: self.x,
            y: self.y + n,
            width: self.width,
            height: 1,
        }
    }
}

/// The least that can be worked with.
pub const LEAST: (u16, u16) = (60, 15);
/// From here on the pane stands beside the queue.
pub const WIDE: u16 = 120;
/// Reminders shown at once, from this height on; below it one.
const BANNERS: u16 = 3;
const ROOMY: u16 = 20;
/// What the queue keeps beside the pane.
const QUEUE: u16 = 80;

/// The parts of the main screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// Date, duty, counts.
    pub header: Area,
    /// The queue with its column heads and border; none while the page covers it.
    pub queue: Option<Area>,
    /// The case in hand; none on a narrow screen while its page is shut.
    pub case: Option<Area>,
    /// Reminders that nobody has acknowledged; no line high when there are none.
    pub banners: Area,
    /// What was last done or refused.
    pub status: Area,
    /// The keys of the moment.
    pub keys: Area,
}

/// The parts of a screen of that size; none when it is too small to work with.
#[must_use]
pub const fn screen(size: (u16, u16), page_open: bool, reminders: usize) -> Option<Screen> {
    let (width, height) = size;
    if width < LEAST.0 || height < LEAST.1 {
        return None;
    }
    let whole = Area {
        x: 0,
        y: 0,
        width,
        height,
    };
    let most = if height < ROOMY { 1 } else { BANNERS };
    #[allow(clippy::cast_possible_truncation, reason = "three at the most")]
    let banners = if reminders < most as usize {
        reminders as u16
    } else {
        most
    };
    let body = Area {
        y: 1,
        height: height - 3 - banners,
        ..whole
    };
    let (queue, case) = if width >= WIDE {
        let share = width / 5 * 3;
        let queue = if share > QUEUE { share } else { QUEUE };
        let beside = Area {
            x: queue,
            width: width - queue,
            ..body
        };
        (
            Some(Area {
                width: queue,
                ..body
            }),
            Some(beside),
        )
    } else if page_open {
        (None, Some(body))
    } else {
        (Some(body), None)
    };
    Some(Screen {
        header: whole.line(0),
        queue,
        case,
        banners: Area {
            y: height - 2 - banners,
            height: banners,
            ..whole
        },
        status: whole.line(height - 2),
        keys: whole.line(height - 1),
    })
}

/// The lines of the queue inside its border.
#[must_use]
pub const fn lines(queue: Area) -> Area {
    Area {
        y: queue.y + 1,
        height: queue.height.saturating_sub(1),
        ..queue
    }
    .inside()
}

/// A column: its first cell from the left of the lines, and its width.
pub type Span = (u16, u16);

/// The columns of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// 件号; shortened to its tail when it does not fit.
    pub number: Span,
    /// 类.
    pub kind: Span,
    /// 事由.
    pub title: Span,
    /// The next step, where there is room for it.
    pub step: Option<Span>,
    /// Until when that is to be done, where the next step decides the groups.
    pub step_due: Option<Span>,
    /// The five countdowns; no cell wide where the next step takes their place.
    pub cells: [Span; 5],
}

/// Hand, mark and flag before each case.
pub const GUTTER: u16 = 3;
/// A countdown such as `+1:06:40`, and a gap.
const CELL: u16 = 9;
/// The tail of a number that a narrow screen shows.
const TAIL: u16 = 9;

/// The next step in words, and a gap.
const STEP: u16 = 3 * CELL;

/// The columns for lines of that width. `by_step` says that the queue is grouped by the next step: then that and
/// its own countdown take the place of all but the last where there is not room for all.
#[must_use]
pub fn columns(width: u16, widest_number: u16, by_step: bool) -> Columns {
    let wanted = widest_number.clamp(4, 24);
    let least = GUTTER + wanted + 1 + 5 + 24 + 5 * CELL;
    let roomy = width >= least;
    let due = if by_step { CELL } else { 0 };
    let both = width >= least + STEP + due;
    let cells = if both {
        5 * CELL + STEP + due
    } else {
        5 * CELL
    };
    let kind = if roomy { 4 } else { 2 };
    // The subject goes before a digit of the number, and a digit before one of a countdown.
    let left = width.saturating_sub(GUTTER + 1 + kind + 1 + cells);
    let number = if roomy {
        wanted
    } else {
        wanted.min(TAIL).min(left)
    };
    let kind_at = GUTTER + number + 1;
    let title_at = kind_at + kind + 1;
    let cells_at = width.saturating_sub(cells).max(title_at);
    let title = cells_at.saturating_sub(title_at + 1);
    let mut at = cells_at;
    let step = (both || by_step).then_some((at, STEP - 1));
    let step_due = by_step.then_some((at + STEP, CELL - 1));
    if both {
        at += STEP + due;
    }
    let mut shown = 0;
    let cells = [(); 5].map(|()| {
        shown += 1;
        let gives_way = by_step && !both && shown <= 4;
        let cell = (at, if gives_way { 0 } else { CELL - 1 });
        at += CELL;
        cell
    });
    Columns {
        number: (GUTTER, number),
        kind: (kind_at, kind),
        title: (title_at, title),
        step,
        step_due,
        cells,
    }
}

/// A box in the middle of the screen, as large as asked for and as there is room.
#[must_use]
pub fn popup(size: (u16, u16), width: u16, height: u16) -> Area {
    let width = width.min(size.0.saturating_sub(2));
    let height = height.min(size.1.saturating_sub(2));
    Area {
        x: (size.0 - width) / 2,
        y: (size.1 - height) / 2,
        width,
        height,
    }
}

/// What has to be left beside a board for the queue to be read there.
const BESIDE: u16 = 40;

/// A board: over the queue, but over neither the reminders nor what was last said. Where it would leave nothing but cut
/// words beside it, it takes the whole width.
#[must_use]
pub fn board(screen: &Screen, width: u16) -> Area {
    let whole = screen.header;
    let width = if whole.width < width.saturating_add(BESIDE) {
        whole.width
    } else {
        width
    };
    Area {
        x: (whole.width - width) / 2,
        y: whole.y + 1,
        width,
        height: screen.banners.y.saturating_sub(whole.y + 1),
    }
}

/// The first entry to show of a list, so that the one in hand is among `room`.
#[must_use]
pub const fn first_shown(in_hand: usize, room: usize) -> usize {
    if room == 0 {
        in_hand
    } else {
        (in_hand + 1).saturating_sub(room)
    }
}

/// The entries of a list that are shown in an area, the one in hand among them: the place of each, and its line.
#[must_use]
pub fn entries(area: Area, count: usize, in_hand: usize) -> Vec<(usize, Area)> {
    let from = first_shown(in_hand, usize::from(area.height));
    let lines = (0..area.height).map(|n| area.line(n));
    (from..count).zip(lines).collect()
}

/// The entry whose line holds a cell.
#[must_use]
pub fn entry_at(entries: &[(usize, Area)], (x, y): (u16, u16)) -> Option<usize> {
    let found = entries.iter().find(|(_, line)| line.holds(x, y));
    found.map(|(place, _)| *place)
}

/// The entry so many places on, round the ends.
#[must_use]
pub fn round(here: usize, by: isize, count: usize) -> usize {
    let count = count.max(1);
    let ahead = by.rem_euclid(count.cast_signed()).cast_unsigned();
    (here + ahead) % count
}

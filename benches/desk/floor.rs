//! The least a table with countdowns costs: ratatui alone over items in memory, drawn once a second and at every key.
//! `s` commits one row to a file before it is drawn.
//!
//! The bench starts itself as this program, so that both sides of a ratio run under the same terminal in the same round.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ratatui::Frame;
use ratatui::crossterm::event::{self, Event};
use ratatui::layout::Constraint;
use ratatui::style::{Color, Style};
use ratatui::widgets::{Block, Row, Table};
use rusqlite::Connection;

struct Item {
    number: String,
    title: String,
    /// In seconds after the start.
    due: u64,
}

/// Shows so many items until `q`; `j` and `k` move the hand, `s` writes to a new file at `store`.
pub fn run(count: usize, store: &Path) {
    let items: Vec<Item> = (0..count)
        .map(|i| Item {
            number: format!("FZ{i:011}"),
            title: format!("第{i}号件: 巷内下水管外溢, 路面积水难行"),
            due: (i as u64 * 7919) % 600_000 + 30,
        })
        .collect();
    let mut store = Store::Named(store.to_owned());
    let mut terminal = ratatui::init();
    let start = Instant::now();
    let (mut hand, mut top, mut written) = (0, 0, 0);
    loop {
        let passed = start.elapsed();
        terminal
            .draw(|frame| {
                let title = format!("floor, {written} written");
                draw(frame, title, &items, hand, &mut top, passed.as_secs());
            })
            .unwrap();
        let next_second = Duration::from_secs(passed.as_secs() + 1);
        if event::poll(next_second.saturating_sub(start.elapsed())).unwrap()
            && let Event::Key(key) = event::read().unwrap()
        {
            match key.code.as_char() {
                Some('j') => hand = (hand + 1).min(count - 1),
                Some('k') => hand = hand.saturating_sub(1),
                Some('s') => {
                    store.commit();
                    written += 1;
                }
                Some('q') => break,
                _ => {}
            }
        }
    }
    ratatui::restore();
}

/// Made at the first commit, so that who only looks does not pay for it.
enum Store {
    Named(PathBuf),
    Open(Connection),
}

impl Store {
    fn commit(&mut self) {
        if let Self::Named(path) = self {
            let conn = Connection::open(path).unwrap();
            let schema = "PRAGMA journal_mode = wal; PRAGMA synchronous = full; \
                CREATE TABLE IF NOT EXISTS e (n INTEGER PRIMARY KEY, body TEXT);";
            conn.execute_batch(schema).unwrap();
            *self = Self::Open(conn);
        }
        if let Self::Open(conn) = self {
            let mut insert = conn
                .prepare_cached("INSERT INTO e (body) VALUES (?1)")
                .unwrap();
            insert.execute(["x".repeat(300)]).unwrap();
        }
    }
}

fn draw(
    frame: &mut Frame<'_>,
    title: String,
    items: &[Item],
    hand: usize,
    top: &mut usize,
    passed: u64,
) {
    let height = usize::from(frame.area().height.saturating_sub(3));
    *top = (*top).clamp((hand + 1).saturating_sub(height), hand);
    let rows = items.iter().enumerate().skip(*top).take(height);
    let rows = rows.map(|(i, item)| {
        let left = item.due.saturating_sub(passed);
        let (hours, minutes, seconds) = (left / 3600, left / 60 % 60, left % 60);
        let row = Row::new([
            item.number.clone(),
            item.title.clone(),
            format!("{hours}:{minutes:02}:{seconds:02}"),
        ]);
        if i == hand {
            row.style(Style::new().bg(Color::Blue))
        } else {
            row
        }
    });
    let widths = [
        Constraint::Length(14),
        Constraint::Min(20),
        Constraint::Length(12),
    ];
    let table = Table::new(rows, widths)
        .header(Row::new(["number", "title", "left"]))
        .block(Block::bordered().title(title));
    frame.render_widget(table, frame.area());
}

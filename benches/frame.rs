//! What a frame costs inside the desk: the model's update and the view at 120x40 with 10,000 open cases, on a backend in
//! memory; the store's answers are taken in as they come.
//!
//! `cargo bench --bench frame`. `floor/…` is ratatui's own table with as many rows on the screen.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench that cannot go on says so by failing"
)]

mod made;

use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Constraint;
use ratatui::widgets::{Block, Row, Table};
use tempfile::TempDir;
use zhiban::app::effect::Effect;
use zhiban::app::key::{Code, Key};
use zhiban::app::model::{Model, Settings};
use zhiban::app::msg::Msg;
use zhiban::app::text::{Language, Texts};
use zhiban::app::update::update;
use zhiban::app::view::{Canvas, pass_time, view};
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;
use zhiban::runtime::clock::Clock;
use zhiban::runtime::effects;
use zhiban::store::Store;

const SIZE: (u16, u16) = (120, 40);

/// A desk without threads.
struct Desk {
    model: Model,
    texts: Texts,
    store: Store,
    clock: Clock,
    canvas: Canvas,
    terminal: TestBackend,
}

impl Desk {
    fn new(folder: &TempDir) -> Self {
        let now = made::now();
        let store = made::store(&folder.path().join("zhiban.db"), 10_000, false, now);
        let rules = Arc::new(Rules::builtin().unwrap());
        let mut desk = Self {
            model: Model::new(Settings::default(), rules, SIZE, now),
            texts: Texts::new(Language::Zh),
            store,
            clock: Clock::Fixed(now),
            canvas: Canvas::new(),
            terminal: TestBackend::new(SIZE.0, SIZE.1),
        };
        let loaded = effects::load(&mut desk.store, &desk.clock).unwrap();
        desk.take_in(loaded);
        desk.draw();
        desk
    }

    fn take_in(&mut self, msg: Msg) {
        for effect in update(&mut self.model, &self.texts, msg) {
            if let Effect::LoadCase(number) | Effect::ReadAhead(number) = effect {
                let page = effects::page(&mut self.store, &self.clock, number).unwrap();
                self.take_in(page);
            }
        }
    }

    fn draw(&mut self) {
        view(&self.model, &self.texts, &mut self.canvas);
        self.canvas.show(&mut self.terminal).unwrap();
    }

    fn wait(&mut self, now: Stamp) {
        self.take_in(Msg::Woke(now));
        pass_time(&self.model, &self.texts, &mut self.canvas);
        self.canvas.show(&mut self.terminal).unwrap();
    }

    fn press(&mut self, key: Key) {
        self.take_in(Msg::Key(key));
        self.draw();
    }
}

fn frames(c: &mut Criterion) {
    let folder = TempDir::new().unwrap();
    let mut desk = Desk::new(&folder);
    let mut group = c.benchmark_group("frame");
    let mut seconds = 0;
    group.bench_function("the next second", |b| {
        b.iter(|| {
            seconds += 1;
            desk.wait(made::now().plus_seconds(seconds));
        });
    });
    // There and back: at the end of the queue a key moves nothing.
    let mut keys = [Key::char('j'), Key::char('k')].into_iter().cycle();
    group.bench_function("a move", |b| {
        b.iter(|| keys.next().into_iter().for_each(|key| desk.press(key)));
    });
    let pages = [Key::plain(Code::PageDown), Key::plain(Code::PageUp)];
    let mut keys = pages.into_iter().cycle();
    group.bench_function("a page", |b| {
        b.iter(|| keys.next().into_iter().for_each(|key| desk.press(key)));
    });
    group.bench_function("another grouping", |b| {
        b.iter(|| desk.press(Key::plain(Code::Tab)));
    });
    desk.press(Key::char('/'));
    group.bench_function("a search letter, and its taking back", |b| {
        b.iter(|| {
            desk.press(Key::char('l'));
            desk.press(Key::plain(Code::Backspace));
        });
    });
    floor(&mut group);
    group.finish();
}

fn floor(group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>) {
    let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).unwrap();
    let mut passed = 0;
    group.bench_function("floor/a table, the next second", |b| {
        b.iter(|| {
            passed += 1;
            let rows = (0..37).map(|i| {
                let title = "巷内下水管外溢, 路面积水难行".to_owned();
                Row::new([format!("FZ{i:011}"), title, format!("{}", passed + i)])
            });
            let widths = [
                Constraint::Length(14),
                Constraint::Min(20),
                Constraint::Length(12),
            ];
            let table = Table::new(rows, widths).block(Block::bordered().title("floor"));
            terminal
                .draw(|frame| frame.render_widget(table, frame.area()))
                .unwrap();
        });
    });
}

criterion_group!(benches, frames);
criterion_main!(benches);

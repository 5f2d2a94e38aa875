//! What the store costs: the queue of a long-lived store, replay, one committed act.
//!
//! `cargo bench --bench store`. Every input is made here, the same at every run. `floor/…` is what `SQLite` and the JSON
//! alone take for the like, so that the ratio can be read off one run. Imports are measured by `intake`.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench that cannot go on says so by failing"
)]

mod made;

use std::collections::HashMap;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use made::Made;
use rusqlite::{Connection, params};
use tempfile::TempDir;
use zhiban::domain::command::{Act, Context};
use zhiban::domain::event::Event;
use zhiban::domain::ids::{Actor, Post};

fn queue(c: &mut Criterion) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("zhiban.db");
    let now = made::now();
    let mut store = made::store(&path, 10_000, true, now);
    assert_eq!(store.open_rows(now).unwrap().len(), 10_000);
    let mut group = c.benchmark_group("queue, 10,000 open beside 100,000 closed");
    group.bench_function("open_rows", |b| {
        b.iter(|| store.open_rows(now).unwrap());
    });
    drop(store);
    group.bench_function("open the store and open_rows", |b| {
        b.iter(|| made::open(&path, now).open_rows(now).unwrap());
    });
    group.finish();
}

/// 100,000 facts, and ten times as many to see that the time grows as they do.
fn replay(c: &mut Criterion) {
    let mut group = c.benchmark_group("replay");
    group.sample_size(10);
    for cases in [12_500, 125_000] {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("zhiban.db");
        let mut store = made::open(&path, made::now());
        made::fill(&mut store, cases, made::now(), |_| 8);
        let facts = cases * 8;
        group.bench_function(BenchmarkId::new("rebuild", facts), |b| {
            b.iter(|| store.rebuild().unwrap());
        });
        group.bench_function(
            BenchmarkId::new("floor/open, decode and fold", facts),
            |b| {
                b.iter(|| assert_eq!(folded(&path), (cases, facts)));
            },
        );
    }
    group.finish();
}

/// How many cases have been closed, and how many facts have been read: no less can be known of a log than how far each
/// case has come.
fn folded(path: &Path) -> (u32, u32) {
    let conn = Connection::open(path).unwrap();
    let mut select = conn
        .prepare("SELECT stream, at, kind, body FROM events ORDER BY mark")
        .unwrap();
    let mut rows = select.query([]).unwrap();
    let mut facts = 0;
    let mut last: HashMap<String, (i64, Event)> = HashMap::new();
    while let Some(row) = rows.next().unwrap() {
        let text = |n| row.get_ref(n).unwrap().as_str().unwrap();
        let mut json = serde_json::Deserializer::from_str(text(3));
        let event = Event::read(text(2), &mut json).unwrap().unwrap();
        let at = row.get(1).unwrap();
        facts += 1;
        match last.get_mut(text(0)) {
            Some(known) if known.0 > at => {}
            Some(known) => *known = (at, event),
            None => {
                last.insert(text(0).to_owned(), (at, event));
            }
        }
    }
    let closed = |(_, event): &&(i64, Event)| matches!(event, Event::Closed(_));
    let cases = last.values().filter(closed).count();
    (u32::try_from(cases).unwrap(), facts)
}

fn commit(c: &mut Criterion) {
    const CASES: u32 = 100_000;
    let folder = TempDir::new().unwrap();
    let now = made::now();
    let mut store = made::open(&folder.path().join("zhiban.db"), now);
    made::fill(&mut store, CASES, now, |_| 1);
    let mut group = c.benchmark_group("commit");
    let context = Context {
        at: now,
        now,
        by: Actor::Post(Post::A),
        person: None,
        note: None,
    };
    let mut next = 0..CASES;
    group.bench_function("sign", |b| {
        b.iter(|| {
            let number = Made::new(next.next().unwrap(), CASES, now).number();
            store.act(&number, &Act::Sign, &context, Some(1)).unwrap()
        });
    });
    let conn = Connection::open(folder.path().join("bare.db")).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = wal; PRAGMA synchronous = full; \
         CREATE TABLE e (n INTEGER PRIMARY KEY, body TEXT);",
    )
    .unwrap();
    let body = "x".repeat(300);
    let mut next = 0..u32::MAX;
    group.bench_function("floor/one insert", |b| {
        b.iter(|| {
            let mut insert = conn
                .prepare_cached("INSERT INTO e VALUES (?1, ?2)")
                .unwrap();
            insert.execute(params![next.next().unwrap(), body]).unwrap()
        });
    });
    group.finish();
}

criterion_group!(benches, queue, replay, commit);
criterion_main!(benches);

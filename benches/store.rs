//! What the store costs: the queue of a long-lived store, replay, a bulk import, one committed act.
//!
//! `cargo bench --bench store`. Every input is made here, the same at every run. `floor/…` is what `SQLite` alone takes
//! for the like, so that the ratio can be read off one run.
#![allow(clippy::disallowed_methods, reason = "a bench measures by the clock")]
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench that cannot go on says so by failing"
)]

use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use rusqlite::{Connection, params};
use tempfile::TempDir;
use zhiban::domain::command::{Act, Context};
use zhiban::domain::event::{
    Assignment, Closed, Dispatched, Event, Fact, PhoneReminded, Received, Replied, Reviewed,
    Signed, UnitSigned,
};
use zhiban::domain::ids::{About, Actor, Community, Kind, Number, Post, Role, Unit, Verdict};
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;
use zhiban::store::Store;

const COMMUNITIES: [&str; 6] = ["三坊七巷", "驿里", "灵响", "柳河", "小柳", "杨桥河南"];

fn now() -> Stamp {
    "2026-11-23T12:00".parse().unwrap()
}

fn number(i: u32) -> Number {
    Number::from(format!("FZ{i:011}"))
}

fn community(i: u32) -> &'static str {
    COMMUNITIES[i as usize % COMMUNITIES.len()]
}

fn fact(at: Stamp, event: Event) -> Fact {
    Fact {
        id: None,
        at,
        case: None,
        by: Actor::Post(Post::A),
        person: None,
        note: None,
        event,
    }
}

fn received(i: u32) -> Received {
    Received {
        community: Some(Community::from(community(i))),
        body:
            "来电人反映巷内下水管外溢多日, 路面积水, 老人小孩出行不便, 请尽快派人疏通并告知结果。"
                .to_owned(),
        address: format!("{}{}号", community(i), i % 300),
        reporter: "林女士".to_owned(),
        phone: format!("139{:08}", i % 90_000_000),
        channel: "12345".to_owned(),
        ..Received::new(
            Kind::Ordinary,
            format!("第{i}号件: 巷内下水管外溢, 路面积水难行"),
        )
    }
}

/// Cases come in every seven minutes up to this morning.
fn receipt(i: u32, of: u32) -> Stamp {
    now().plus_minutes(-60 - 7 * i64::from(of - i))
}

/// The eight facts of an ordinary case from receipt to close, or as many of them as are wanted.
fn history(i: u32, of: u32, facts: usize) -> Vec<Fact> {
    let t = receipt(i, of);
    let unit = Unit::from(format!("{}社区", community(i)));
    let events = [
        Event::Received(Box::new(received(i))),
        Event::Signed(Signed {}),
        Event::Dispatched(Dispatched {
            units: vec![Assignment {
                unit: unit.clone(),
                role: Role::Lead,
            }],
        }),
        Event::PhoneReminded(PhoneReminded {
            unit: unit.clone(),
            about: About::UnitSign,
            answered: true,
        }),
        Event::UnitSigned(UnitSigned { unit: unit.clone() }),
        Event::Replied(Replied {
            unit,
            text: "社区已联系物业疏通, 现场已恢复。".to_owned(),
            photos: 2,
            approved_by: None,
        }),
        Event::Reviewed(Reviewed {
            verdict: Verdict::Accepted,
            faults: Vec::new(),
        }),
        Event::Closed(Closed { reason: None }),
    ];
    let minutes = [0, 6, 14, 20, 25, 35, 40, 45];
    events
        .into_iter()
        .zip(minutes)
        .take(facts)
        .map(|(event, m)| fact(t.plus_minutes(m), event))
        .collect()
}

fn open(path: &Path) -> Store {
    Store::open(path, Rules::builtin().unwrap(), now()).unwrap()
}

fn fill(store: &mut Store, cases: std::ops::Range<u32>, facts: impl Fn(u32) -> Vec<Fact>) {
    let rows: Vec<(Number, u32)> = cases.map(|i| (number(i), i)).collect();
    store
        .receive(rows, |i, _, _| facts(i), now(), |_| ())
        .unwrap();
}

/// A store with 100,000 closed cases and 10,000 open ones that came in among and after them.
fn long_lived(path: &Path) {
    const OF: u32 = 110_000;
    let mut store = open(path);
    fill(&mut store, 0..OF, |i| {
        let is_open = i % 22 == 0 || i >= OF - 5_000;
        let mut facts = history(i, OF, 8);
        if is_open {
            facts.truncate(3);
        } else {
            facts.drain(1..7);
        }
        facts
    });
}

fn queue(c: &mut Criterion) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("zhiban.db");
    long_lived(&path);
    let mut group = c.benchmark_group("queue");
    let mut store = open(&path);
    println!("open rows: {}", store.open_rows(now()).unwrap().len());
    group.bench_function("open_rows 10k beside 100k", |b| {
        b.iter(|| store.open_rows(now()).unwrap());
    });
    drop(store);
    group.bench_function("open the store and open_rows", |b| {
        b.iter(|| open(&path).open_rows(now()).unwrap());
    });
    group.finish();
}

fn replay(c: &mut Criterion) {
    const CASES: u32 = 12_500;
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("zhiban.db");
    let mut store = open(&path);
    fill(&mut store, 0..CASES, |i| history(i, CASES, 8));
    let mut group = c.benchmark_group("replay");
    group.sample_size(20);
    group.bench_function("rebuild 100k events", |b| {
        b.iter(|| store.rebuild().unwrap());
    });
    group.bench_function("floor/read and decode 100k events", |b| {
        b.iter(|| {
            let conn = Connection::open(&path).unwrap();
            let mut select = conn
                .prepare("SELECT kind, body FROM events ORDER BY mark")
                .unwrap();
            let mut rows = select.query([]).unwrap();
            let mut count = 0;
            while let Some(row) = rows.next().unwrap() {
                let (kind, body) = (row.get_ref(0).unwrap(), row.get_ref(1).unwrap());
                let mut json = serde_json::Deserializer::from_str(body.as_str().unwrap());
                let event = Event::read(kind.as_str().unwrap(), &mut json);
                count += usize::from(event.unwrap().is_ok());
            }
            assert_eq!(count, 100_000);
        });
    });
    group.finish();
}

fn arrive(c: &mut Criterion) {
    const CASES: u32 = 10_000;
    let folder = TempDir::new().unwrap();
    let mut group = c.benchmark_group("receive");
    group.sample_size(20);
    let timed = |rounds: u64, run: &dyn Fn(&Path) -> Duration| -> Duration {
        (0..rounds)
            .map(|_| {
                let each = TempDir::new_in(folder.path()).unwrap();
                run(&each.path().join("zhiban.db"))
            })
            .sum()
    };
    group.bench_function("10k rows", |b| {
        b.iter_custom(|rounds| {
            timed(rounds, &|path| {
                let mut store = open(path);
                let start = Instant::now();
                fill(&mut store, 0..CASES, |i| history(i, CASES, 1));
                start.elapsed()
            })
        });
    });
    group.bench_function("floor/10k events in one batch", |b| {
        b.iter_custom(|rounds| {
            timed(rounds, &|path| {
                let mut conn = bare(path);
                let body = serde_json::to_string(&received(7)).unwrap();
                let start = Instant::now();
                let tx = conn.transaction().unwrap();
                {
                    let mut insert = tx.prepare("INSERT INTO e VALUES (?1, ?2, ?3)").unwrap();
                    for i in 0..CASES {
                        insert
                            .execute(params![i, number(i).as_str(), body])
                            .unwrap();
                    }
                }
                tx.commit().unwrap();
                start.elapsed()
            })
        });
    });
    group.finish();
}

fn bare(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = wal; PRAGMA synchronous = full; \
         CREATE TABLE e (n INTEGER PRIMARY KEY, stream TEXT, body TEXT);",
    )
    .unwrap();
    conn
}

fn commit(c: &mut Criterion) {
    const CASES: u32 = 100_000;
    let folder = TempDir::new().unwrap();
    let mut store = open(&folder.path().join("zhiban.db"));
    fill(&mut store, 0..CASES, |i| history(i, CASES, 1));
    let mut group = c.benchmark_group("commit");
    let context = Context {
        at: now(),
        now: now(),
        by: Actor::Post(Post::A),
        person: None,
        note: None,
    };
    let mut next = 0..CASES;
    group.bench_function("sign", |b| {
        b.iter(|| {
            let i = next.next().unwrap();
            store
                .act(&number(i), &Act::Sign, &context, Some(1))
                .unwrap()
        });
    });
    let conn = bare(&folder.path().join("bare.db"));
    let body = "x".repeat(300);
    let mut next = 0..u32::MAX;
    group.bench_function("floor/one insert", |b| {
        b.iter(|| {
            let i = next.next().unwrap();
            conn.prepare_cached("INSERT INTO e VALUES (?1, ?2, ?3)")
                .unwrap()
                .execute(params![i, number(i).as_str(), body])
                .unwrap()
        });
    });
    group.finish();
}

criterion_group!(benches, queue, replay, arrive, commit);
criterion_main!(benches);

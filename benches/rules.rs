//! What the rules cost: the clocks of one case, one question about working time, a fold of one case and of a whole log.
//!
//! `cargo bench --bench rules`. Inputs are made here, the same every time.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    reason = "a bench that cannot go on says so by failing"
)]

use std::collections::HashMap;
use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use zhiban::domain::case::Case;
use zhiban::domain::codec;
use zhiban::domain::event::{Event, Fact};
use zhiban::domain::ids::Number;
use zhiban::domain::reckon;
use zhiban::domain::roster::Roster;
use zhiban::domain::rules::{Reckoning, Rules};
use zhiban::domain::time::{Span, Stamp};

/// The life of an ordinary case: what it says, by whom, and how many minutes after the receipt.
const LIFE: [(i64, &str, &str); 10] = [
    (
        0,
        "system",
        r#""event":"received","kind":"ordinary","community":"柳河","title":"南后街路灯不亮","body":"晚上八点以后整条街都没有灯，老人出行不便，请尽快处理。","address":"南后街12号","reporter":"","phone":"","channel":"电话","close_due":null,"tags":["repeat"],"already":[]"#,
    ),
    (4, "post:A", r#""event":"signed""#),
    (
        12,
        "post:B",
        r#""event":"dispatched","units":[{"unit":"柳河社区","role":"lead"},{"unit":"城管办","role":"assist"}]"#,
    ),
    (
        15,
        "post:B",
        r#""event":"phone_reminded","unit":"柳河社区","about":"unit_sign","answered":true"#,
    ),
    (
        18,
        "unit:柳河社区",
        r#""event":"unit_signed","unit":"柳河社区""#,
    ),
    (
        20,
        "unit:城管办",
        r#""event":"unit_signed","unit":"城管办""#,
    ),
    (
        240,
        "unit:柳河社区",
        r#""event":"replied","unit":"柳河社区","text":"已通知产权单位更换灯具，今晚恢复照明。","photos":2,"approved_by":"书记""#,
    ),
    (
        260,
        "post:A",
        r#""event":"reviewed","verdict":"nonstandard","faults":["photos_missing"]"#,
    ),
    (
        420,
        "unit:柳河社区",
        r#""event":"replied","unit":"柳河社区","text":"已补充照片。","photos":4,"approved_by":"书记""#,
    ),
    (440, "post:A", r#""event":"reviewed","verdict":"accepted""#),
];

/// Two more for the case that the benches of one case look at: closed, and rated badly.
const AFTERMATH: [(i64, &str, &str); 2] = [
    (450, "post:A", r#""event":"closed""#),
    (2000, "system", r#""event":"rated","rating":"dissatisfied""#),
];

/// 2026-11-23T09:00+08:00.
const NINE: Stamp = Stamp::from_unix(1_795_395_600);

fn line(number: &str, received: Stamp, life: &(i64, &str, &str)) -> String {
    let (minutes, by, rest) = life;
    let at = received.plus_minutes(*minutes);
    format!(r#"{{"id":"{number}-{minutes}","at":"{at}","case":"{number}","by":"{by}",{rest}}}"#)
}

fn one_case() -> Vec<Fact> {
    let life = LIFE.iter().chain(&AFTERMATH);
    life.map(|step| codec::fact_from_line(&line("FZ26112300012", NINE, step)).unwrap())
        .collect()
}

/// A log of 10,000 cases with 10 facts each, the cases a minute apart.
fn log() -> Vec<String> {
    (0..10_000)
        .flat_map(|n| {
            let number = format!("FZ2611{n:07}");
            LIFE.iter()
                .map(move |step| line(&number, NINE.plus_minutes(n), step))
        })
        .collect()
}

fn from_row((envelope, kind, body): &(&Fact, &str, String)) -> Fact {
    let event = Event::read(kind, &mut serde_json::Deserializer::from_str(body));
    Fact {
        event: event.unwrap().unwrap(),
        id: envelope.id.clone(),
        at: envelope.at,
        case: envelope.case.clone(),
        by: envelope.by.clone(),
        person: None,
        note: None,
    }
}

fn clocks(c: &mut Criterion) {
    let rules = Rules::builtin().unwrap();
    let roster = Roster::default();
    let facts = one_case();
    let mut group = c.benchmark_group("clocks");
    for (name, facts) in [
        ("just received", &facts[..1]),
        ("with its unit", &facts[..6]),
        ("whole life", &facts[..]),
    ] {
        let case = Case::fold(facts, facts.last().unwrap().at).unwrap();
        group.bench_function(name, |b| {
            b.iter(|| reckon::clocks(black_box(&case), &rules, &roster));
        });
    }
    group.finish();
}

fn working_time(c: &mut Criterion) {
    let rules = Rules::builtin().unwrap();
    let mut time = Reckoning::new(&rules);
    let friday_night = NINE.plus_minutes(4 * 1440 + 14 * 60);
    let mut group = c.benchmark_group("working time");
    group.bench_function("is working time", |b| {
        b.iter(|| time.is_working_time(black_box(NINE)));
    });
    group.bench_function("counted from workday", |b| {
        b.iter(|| time.counted_from_workday(black_box(friday_night)));
    });
    group.bench_function("plus 1 working day", |b| {
        b.iter(|| time.plus(black_box(NINE), Span::WorkingDays(1)));
    });
    group.bench_function("counted from workday plus 7 working days", |b| {
        b.iter(|| {
            let base = time.counted_from_workday(black_box(friday_night));
            time.plus(base, Span::WorkingDays(7))
        });
    });
    group.bench_function("plus 3 hours of working time", |b| {
        b.iter(|| time.plus(black_box(NINE), Span::WorkingMinutes(180)));
    });
    group.finish();
}

fn fold(c: &mut Criterion) {
    let facts = one_case();
    let now = facts.last().unwrap().at;
    c.bench_function("fold of one case of 12 facts", |b| {
        b.iter(|| Case::fold(black_box(&facts), now));
    });
    let lines = log();
    let now = NINE.plus_minutes(1_000_000);
    let mut group = c.benchmark_group("log of 100,000 facts");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(10));
    group.bench_function("read and fold", |b| {
        b.iter(|| {
            let mut cases: HashMap<Number, Vec<Fact>> = HashMap::with_capacity(10_000);
            for line in &lines {
                let fact = codec::fact_from_line(line).unwrap();
                let number = fact.case.clone().unwrap();
                cases.entry(number).or_default().push(fact);
            }
            cases
                .values()
                .filter_map(|facts| Case::fold(facts, now))
                .filter(Case::is_open)
                .count()
        });
    });
    let facts: Vec<Vec<Fact>> = lines
        .chunks(LIFE.len())
        .map(|life| {
            life.iter()
                .map(|l| codec::fact_from_line(l).unwrap())
                .collect()
        })
        .collect();
    // As the store keeps a fact: the envelope apart, the event's own fields as JSON.
    let rows: Vec<Vec<(&Fact, &str, String)>> = facts
        .iter()
        .map(|life| {
            life.iter()
                .map(|f| (f, f.event.kind(), f.event.body_text().unwrap()))
                .collect()
        })
        .collect();
    group.bench_function("read from rows and fold", |b| {
        b.iter(|| {
            rows.iter()
                .filter_map(|life| {
                    let facts: Vec<Fact> = life.iter().map(from_row).collect();
                    Case::fold(&facts, now)
                })
                .filter(Case::is_open)
                .count()
        });
    });
    group.bench_function("fold alone", |b| {
        b.iter(|| {
            facts
                .iter()
                .filter_map(|f| Case::fold(f, now))
                .filter(Case::is_open)
                .count()
        });
    });
    group.finish();
}

criterion_group!(benches, clocks, working_time, fold);
criterion_main!(benches);

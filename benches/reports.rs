//! What the reports cost over a long-lived store: the summary of a day, the ranking of a month, the ladder.
//!
//! `cargo bench --bench reports`. The store is made here, the same at every run: cases every few minutes, some of them late,
//! sent back or rated, all closed but the last hundred. It is measured twice, the second time ten times as large, to see
//! that what a month costs does not grow with the years before it.
#![allow(clippy::disallowed_methods, reason = "a bench measures by the clock")]
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench that cannot go on says so by failing"
)]

mod made;

use std::time::{Duration, Instant};

use made::{Dice, Made};
use tempfile::TempDir;
use zhiban::domain::event::{Event, Fact, FollowedUp, LookedBack, Rated, Reviewed};
use zhiban::domain::ids::{Actor, Fault, Rating, Verdict};
use zhiban::domain::period::Period;
use zhiban::domain::time::Date;
use zhiban::store::Store;

/// A report, how long it may take in milliseconds, and how it is made.
type Report = (&'static str, Option<u32>, Box<dyn Fn(&mut Store)>);

const ROUNDS: usize = 15;
/// Cases that are still open.
const OPEN: u32 = 100;

/// A case of the list with what chance makes of it.
fn history(made: &Made, n: u32, is_closed: bool) -> Vec<Fact> {
    let mut dice = Dice::new(u64::from(n));
    let mut facts = made.history(if is_closed { 8 } else { 1 + dice.below(5) });
    let slow = 1 + i64::try_from(dice.below(12)).unwrap();
    let first = made.received;
    for fact in &mut facts {
        let minutes = fact.at.seconds_since(first) / 60;
        fact.at = first.plus_minutes(minutes * if dice.below(4) == 0 { slow } else { 1 });
    }
    let last = facts.iter().map(|f| f.at).max().unwrap_or(first);
    let after = |minutes, event| Fact {
        at: last.plus_minutes(minutes),
        by: Actor::System,
        event,
        ..facts[0].clone()
    };
    let mut more = Vec::new();
    if is_closed && dice.below(3) == 0 {
        let rating = [
            Rating::Satisfied,
            Rating::BasicallySatisfied,
            Rating::Dissatisfied,
        ][dice.below(3)];
        let reason = None;
        more.push(after(300, Event::Rated(Rated { rating, reason })));
        if rating == Rating::Dissatisfied {
            // What follows a bad rating was done, or the case would still be in the queue.
            more.push(after(330, Event::FollowedUp(FollowedUp {})));
            let stable = true;
            more.push(after(1800, Event::LookedBack(LookedBack { stable })));
        }
    }
    if is_closed && dice.below(10) == 0 {
        let mut sent_back = facts[6].clone();
        sent_back.at = facts[5].at.plus_minutes(1);
        sent_back.event = Event::Reviewed(Reviewed {
            verdict: Verdict::Nonstandard,
            faults: vec![Fault::PhotosMissing],
        });
        let mut again = facts[5].clone();
        again.at = facts[5].at.plus_minutes(2);
        more.extend([sent_back, again]);
    }
    facts.extend(more);
    facts
}

/// A store in which so many cases came in when they were received.
fn store(folder: &TempDir, closed: u32) -> Store {
    let now = made::now();
    let of = closed + OPEN;
    let first = Made::new(0, of, now).received;
    let mut store = made::open(&folder.path().join(format!("{closed}.db")), first);
    let all: Vec<u32> = (0..of).collect();
    for list in all.chunks(1000) {
        let rows = list.iter().map(|n| {
            let made = Made::new(*n, of, now);
            (made.number(), history(&made, *n, *n < closed))
        });
        let last = Made::new(*list.last().unwrap(), of, now).received;
        store
            .receive(rows.collect(), |facts, _, _| facts, last, |_| ())
            .unwrap();
    }
    store
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[ROUNDS / 2]
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn main() {
    let folder = TempDir::new().unwrap();
    let now = made::now();
    println!("medians of {ROUNDS} rounds in milliseconds, over 10,000 and 100,000 closed cases");
    let mut stores = [10_000, 100_000].map(|closed| store(&folder, closed));
    let period = |text: &str| -> Period { text.parse().unwrap() };
    let (month, week) = (period("2026-10"), period("2026-W47"));
    let bulletin = stores[1].bulletin(month, now).unwrap();
    let open = stores[1].open_rows(now).unwrap().len();
    assert!((OPEN as usize..OPEN as usize * 2).contains(&open), "{open}");
    assert!(bulletin.lapses.len() > 100 && bulletin.total.counting.closed > 1000);
    let reports: [Report; 5] = [
        (
            "day summary, today",
            Some(100),
            Box::new(move |s| drop(s.day_summary(now.date(), now).unwrap())),
        ),
        (
            "day summary, five weeks ago",
            Some(100),
            Box::new(move |s| drop(s.day_summary(date("2026-10-19"), now).unwrap())),
        ),
        (
            "bulletin of a week",
            None,
            Box::new(move |s| drop(s.bulletin(week, now).unwrap())),
        ),
        (
            "ranking of a month",
            Some(300),
            Box::new(move |s| drop(s.bulletin(month, now).unwrap())),
        ),
        (
            "ladder of a month",
            None,
            Box::new(move |s| drop(s.ladder(month, now).unwrap())),
        ),
    ];
    for (what, target, report) in reports {
        let [small, large] = stores
            .each_mut()
            .map(|store| median(|| report(store)).as_secs_f64() * 1e3);
        let target = target.map_or_else(String::new, |ms| format!(", target {ms}"));
        println!("{what}: {small:.1}, {large:.1}{target}");
    }
}

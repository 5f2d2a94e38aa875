//! Days of a random year, counted again by a plain walk through the exported log.

use std::collections::BTreeMap;

use serde_json::Value;
use zhiban::domain::day_summary::{DaySummary, Open, Steps, Timing};
use zhiban::domain::event::{Closed, Event, Rated, Received};
use zhiban::domain::ids::{Actor, ClockId, Kind, Post, Rating, Verdict};
use zhiban::domain::rules::Rules;
use zhiban::domain::time::parse_date;
use zhiban::store::Store;

use super::recount::{NOW, Story, stories, text};
use super::{fact, folder, given, lines, moment, reply_of, review, year};

/// The clocks of these rules that were met on a day: seconds from what they count from, and whether in time.
fn timing(stories: &[&Story], day: &str, rules: &[&str]) -> Timing {
    let mut times: Vec<(i64, bool)> = Vec::new();
    for story in stories {
        for clock in story.clocks() {
            let met = text(clock, "met");
            let judged = ["met", "late"].contains(&text(clock, "state"));
            if !rules.contains(&text(clock, "rule")) || !judged || !met.starts_with(day) {
                continue;
            }
            let asked = match text(clock, "rule") {
                // C7 runs from receipt, C8 from the verdict it answers.
                "C7" => story.received(),
                "C8" => {
                    let reviews = story.events("reviewed");
                    let before = reviews.filter(|f| text(f, "at") <= met);
                    text(before.last().unwrap(), "at")
                }
                _ => text(clock, "base"),
            };
            let seconds = moment(met).seconds_since(moment(asked)).max(0);
            times.push((seconds, moment(met) <= moment(text(clock, "due"))));
        }
    }
    times.sort_unstable();
    Timing {
        met: u32::try_from(times.len()).unwrap(),
        in_time: u32::try_from(times.iter().filter(|t| t.1).count()).unwrap(),
        median_seconds: times
            .get(times.len() / 2)
            .map(|upper| i64::midpoint(times[(times.len() - 1) / 2].0, upper.0)),
        worst_seconds: times.last().map(|t| t.0),
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap()
}

fn steps(stories: &[&Story], day: &str) -> Steps {
    let on_day = |f: &&Value| text(f, "at").starts_with(day);
    let met = |rules: &[&str]| timing(stories, day, rules).met;
    let received = |s: &&&Story| s.received().starts_with(day) && !s.is_void();
    let replies = stories
        .iter()
        .map(|s| s.events("replied").filter(on_day).count());
    Steps {
        received: count(stories.iter().filter(received).count()),
        signed: met(&["C1"]),
        dispatched: met(&["C2", "C2i"]),
        unit_signed: met(&["C3"]),
        replied: count(replies.sum()),
        closed: met(&["C6"]),
    }
}

/// What was done on the day, and how long it took.
fn check_work(found: &DaySummary, stories: &[Story], day: &str) {
    let all: Vec<&Story> = stories.iter().collect();
    assert_eq!(found.total, steps(&all, day), "{day}");
    assert_eq!(found.sign, timing(&all, day, &["C1"]), "{day}");
    assert_eq!(found.dispatch, timing(&all, day, &["C2", "C2i"]), "{day}");
    assert_eq!(found.unit_sign, timing(&all, day, &["C3"]), "{day}");
    assert_eq!(found.reply, timing(&all, day, &["C7", "C8"]), "{day}");
    assert_eq!(found.close, timing(&all, day, &["C6"]), "{day}");
    for group in &found.communities {
        let name = group.of.as_ref().map_or("", |c| c.as_str());
        let there = all.iter().filter(|s| s.said("community") == name);
        let there: Vec<&Story> = there.copied().collect();
        assert_eq!(group.steps, steps(&there, day), "{day} {name}");
        assert_eq!(group.sign, timing(&there, day, &["C1"]));
        assert_eq!(group.dispatch, timing(&there, day, &["C2", "C2i"]));
    }
    for group in &found.kinds {
        let of_kind = all.iter().filter(|s| s.said("kind") == group.of.as_str());
        let of_kind: Vec<&Story> = of_kind.copied().collect();
        assert_eq!(group.steps, steps(&of_kind, day), "{day} {}", group.of);
        assert_eq!(group.sign, timing(&of_kind, day, &["C1"]));
        assert_eq!(group.dispatch, timing(&of_kind, day, &["C2", "C2i"]));
    }
    let mut hours = vec![0u32; 24];
    let received = |s: &&&Story| s.received().starts_with(day) && !s.is_void();
    for story in all.iter().filter(received) {
        hours[story.received()[11..13].parse::<usize>().unwrap()] += 1;
    }
    assert_eq!(found.by_hour, hours, "{day}");
    let signs = found.sign_times.iter();
    let late = signs.filter(|s| s.seconds > s.limit).count();
    assert_eq!(found.sign_times.len(), found.sign.met as usize);
    assert_eq!(late, (found.sign.met - found.sign.in_time) as usize);
    let on_day = |f: &&Value| text(f, "at").starts_with(day);
    let facts = |kind| {
        let of_case =
            move |s: &&Story| -> Vec<Value> { s.events(kind).filter(on_day).cloned().collect() };
        all.iter().flat_map(of_case).collect::<Vec<Value>>()
    };
    let calls = facts("phone_reminded");
    let answered = calls.iter().filter(|c| c["answered"] == true);
    assert_eq!(found.calls as usize, calls.len(), "{day}");
    assert_eq!(found.calls_answered as usize, answered.count(), "{day}");
    let reviews = facts("reviewed");
    let accepted = reviews.iter().filter(|r| text(r, "verdict") == "accepted");
    assert_eq!(found.accepted as usize, accepted.count(), "{day}");
    let mut faults: BTreeMap<String, u32> = BTreeMap::new();
    let mut sent_back = 0;
    for back in all.iter().flat_map(|s| s.walk().sent_back) {
        if back.at.starts_with(day) {
            sent_back += 1;
            for fault in back.faults {
                *faults.entry(fault).or_default() += 1;
            }
        }
    }
    assert_eq!(found.nonstandard, sent_back, "{day}");
    let of_fault = found.faults.iter();
    let of_fault = of_fault.map(|(fault, n)| (fault.as_str().to_owned(), *n));
    assert_eq!(of_fault.collect::<BTreeMap<_, _>>(), faults, "{day}");
}

/// What was missed, by which rule, how late, and who answers.
fn check_missed(found: &DaySummary, stories: &[Story], day: &str) -> usize {
    let mut wanted: Vec<String> = Vec::new();
    for story in stories {
        for b in story
            .breaches()
            .iter()
            .filter(|b| text(b, "due").starts_with(day))
        {
            let (rule, late) = (text(b, "rule"), &b["late_seconds"]);
            wanted.push(format!("{} {rule} {late} {}", story.number, b["answers"]));
        }
    }
    let missed = found.breaches.iter().map(|b| {
        let answers = serde_json::to_string(&b.answers).unwrap();
        format!("{} {} {} {answers}", b.number, b.rule, b.late_seconds)
    });
    let mut missed: Vec<String> = missed.collect();
    missed.sort();
    wanted.sort();
    assert_eq!(missed, wanted, "{day}");
    wanted.len()
}

/// What was open at the end of the day, overdue by then, and due on the next.
fn check_left(found: &DaySummary, stories: &[Story], day: &str, rules: &Rules) {
    let tomorrow = parse_date(day).unwrap().succ_opt().unwrap().to_string();
    let (mut open, mut overdue, mut due) = (0, Vec::new(), Vec::new());
    for story in stories {
        let Some(shown) = story.at_the_end_of(day, rules) else {
            continue;
        };
        if ["closed", "void"].contains(&text(&shown, "stage")) {
            continue;
        }
        open += 1;
        let clocks = shown["clocks"].as_array().unwrap();
        // A window expires and is never owed.
        let owed = |c: &&Value| !["C4", "C9", "C10", "C12"].contains(&text(c, "rule"));
        let states = |state| {
            clocks
                .iter()
                .filter(owed)
                .filter(move |c| text(c, "state") == state)
        };
        if states("overdue").next().is_some() {
            overdue.push(story.number.clone());
        }
        if states("running").any(|c| text(c, "due").starts_with(&tomorrow)) {
            due.push(story.number.clone());
        }
    }
    let numbers = |of: &[Open]| {
        let mut numbers: Vec<String> = of.iter().map(|o| o.number.to_string()).collect();
        numbers.sort();
        numbers
    };
    assert_eq!(found.open, open, "{day}");
    assert_eq!(numbers(&found.overdue), overdue, "{day}");
    assert_eq!(numbers(&found.due_tomorrow), due, "{day}");
}

/// Every figure of some days of a year against the log.
pub fn check(store: &mut Store, stories: &[Story], days: &[&str]) {
    let rules = Rules::builtin().unwrap();
    let (mut signed, mut missed) = (0, 0);
    for day in days {
        let date = parse_date(day).unwrap();
        let found = store.day_summary(date, moment(NOW)).unwrap();
        check_work(&found, stories, day);
        missed += check_missed(&found, stories, day);
        check_left(&found, stories, day, &rules);
        signed += found.sign.met;
    }
    assert!(signed > 0 && missed > 0);
}

#[test]
fn days_are_what_the_log_says() {
    let folder = folder();
    let mut store = year(&folder.path().join("zhiban.db"), 260);
    let stories = stories(&lines(&store));
    let days: Vec<String> = (1..=28)
        .step_by(3)
        .map(|day| format!("2026-05-{day:02}"))
        .collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    check(&mut store, &stories, &days);
}

/// What is overdue must not hide what falls due: a follow-up that was never made, and the look-back of the same case.
#[test]
fn a_case_that_is_overdue_is_due_tomorrow_too() {
    let folder = folder();
    let received = moment("2026-03-02T09:00");
    let rules = Rules::builtin().unwrap();
    let mut store = Store::open(&folder.path().join("zhiban.db"), rules, received).unwrap();
    let post = || Actor::Post(Post::B);
    let case = Received::new(Kind::Ordinary, "路灯不亮");
    let rated = Event::Rated(Rated {
        rating: Rating::Dissatisfied,
        reason: None,
    });
    let at = |minutes| received.plus_minutes(minutes);
    let facts = vec![
        fact(received, Actor::System, Event::Received(Box::new(case))),
        fact(at(2), post(), given("柳河社区")),
        fact(at(60), post(), reply_of("柳河社区")),
        fact(at(70), post(), review(Verdict::Accepted, &[])),
        fact(at(80), post(), Event::Closed(Closed { reason: None })),
        fact(at(1500), Actor::System, rated),
    ];
    let row = vec![("B1".into(), facts)];
    store
        .receive(row, |facts, _, _| facts, received, |_| ())
        .unwrap();
    let summary = |store: &mut Store, day: &str| {
        let now = moment(&format!("{day}T21:50"));
        store.day_summary(parse_date(day).unwrap(), now).unwrap()
    };
    let found = summary(&mut store, "2026-06-02");
    let clocks = |of: &[Open]| of.iter().map(|o| o.clock).collect::<Vec<_>>();
    assert_eq!(clocks(&found.overdue), [ClockId::C11]);
    assert_eq!(clocks(&found.due_tomorrow), [ClockId::C13]);
    let before = summary(&mut store, "2026-06-01");
    assert_eq!(clocks(&before.overdue), [ClockId::C11]);
    assert!(before.due_tomorrow.is_empty());
}

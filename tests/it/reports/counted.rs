//! The weeks and months of a random year, counted again by a plain walk through the exported log.

use std::collections::{BTreeMap, BTreeSet};

use zhiban::domain::ids::Fault;
use zhiban::domain::oversight::{Bulletin, Totals};
use zhiban::domain::period::Period;
use zhiban::domain::time::Date;
use zhiban::store::Store;

use super::recount::{NOW, Story, stories, text};
use super::{folder, lines, moment, year};

const WEIGHTS: [(&str, i64); 6] = [
    ("handled", 1),
    ("late_sign", -2),
    ("late_reply", -3),
    ("late_close", -5),
    ("nonstandard", -3),
    ("bad_rating", -5),
];

type Figures = BTreeMap<String, BTreeMap<&'static str, i64>>;

/// The days of a period as the log writes them.
fn days(period: Period) -> BTreeSet<String> {
    let all = period.first_day().iter_days();
    all.take_while(|day| *day < period.day_after())
        .map(|day| day.to_string())
        .collect()
}

/// The ranking's figures, counted anew.
fn recounted(stories: &[Story], days: &BTreeSet<String>, first_day: &str) -> Figures {
    let holds = |at: &str| days.contains(&at[..10]);
    let mut figures = Figures::new();
    let mut add = |unit: &str, what: &'static str| {
        let of_unit = figures.entry(unit.to_owned()).or_default();
        *of_unit.entry(what).or_default() += 1;
    };
    for story in stories.iter().filter(|s| s.received() >= first_day) {
        let walk = story.walk();
        for (unit, _) in walk.given.iter().filter(|(_, at)| holds(at)) {
            add(unit, "given");
        }
        if story.events("closed").any(|f| holds(text(f, "at"))) {
            add(&walk.lead, "handled");
        }
        for (_, what, answers) in story.lapses().iter().filter(|(at, ..)| holds(at)) {
            for unit in answers.iter().filter_map(|a| a.strip_prefix("unit:")) {
                add(unit, what);
            }
        }
    }
    figures
}

/// The ranking of a period against the log; gives back which figures there were any of.
fn check_ranking(found: &Bulletin, wanted: &Figures) -> BTreeSet<String> {
    let period = found.period;
    let mut seen = BTreeSet::new();
    let mut scores: Vec<i64> = Vec::new();
    for ranked in &found.ranking {
        let json = serde_json::to_value(ranked.figures).unwrap();
        let own = wanted.get(ranked.unit.as_str());
        let own = own.cloned().unwrap_or_default();
        for (what, count) in json.as_object().unwrap() {
            let expected = own.get(what.as_str()).copied().unwrap_or(0);
            assert_eq!(count, expected, "{period} {} {what}", ranked.unit);
            if expected > 0 {
                seen.insert(what.clone());
            }
        }
        let points = WEIGHTS.map(|(what, w)| own.get(what).unwrap_or(&0) * w);
        let score = 100 + points.iter().sum::<i64>();
        assert_eq!(ranked.score, score, "{period} {}", ranked.unit);
        for (part, (what, weight)) in ranked.parts.iter().zip(WEIGHTS) {
            let count = own.get(what).copied().unwrap_or(0);
            assert_eq!((part.figure, part.weight), (what, weight));
            assert_eq!(
                (i64::from(part.count), part.points),
                (count, count * weight)
            );
        }
        if ranked.rank.is_some() {
            scores.push(ranked.score);
        }
    }
    for ranked in found.ranking.iter().filter(|r| r.rank.is_some()) {
        let better = scores.iter().filter(|s| **s > ranked.score).count();
        assert_eq!(ranked.rank, Some(u32::try_from(better + 1).unwrap()));
    }
    assert_eq!(scores.len(), wanted.len(), "{period}");
    seen
}

/// Everything together in the days of a period, whether ranked or not.
fn totals(stories: &[&Story], days: &BTreeSet<String>) -> Totals {
    let holds = |at: &str| days.contains(&at[..10]);
    let mut total = Totals::default();
    for story in stories {
        let stands = !story.is_void();
        total.counting.received += u32::from(stands && holds(story.received()));
        let mut closes = story.events("closed");
        total.counting.closed += u32::from(closes.any(|f| holds(text(f, "at"))));
        for (_, what, _) in story.lapses().iter().filter(|(at, ..)| holds(at)) {
            total.counting.lapses += 1;
            *match *what {
                "late_sign" => &mut total.late_sign,
                "late_reply" => &mut total.late_reply,
                "late_close" => &mut total.late_close,
                "nonstandard" => &mut total.nonstandard,
                _ => &mut total.bad_rating,
            } += 1;
        }
        let s = &mut total.satisfaction;
        match story.rating().filter(|(at, _)| holds(at)) {
            Some((_, "satisfied")) => s.satisfied += 1,
            Some((_, "basically_satisfied")) => s.basically_satisfied += 1,
            Some(_) => s.dissatisfied += 1,
            None => {}
        }
    }
    total
}

/// What the period was like against the log.
fn check_totals(found: &Bulletin, stories: &[Story], first_day: &str) {
    let period = found.period;
    let days_of = days(period);
    let all: Vec<&Story> = stories.iter().collect();
    assert_eq!(found.total, totals(&all, &days_of), "{period}");
    let before = totals(&all, &days(period.before(1)));
    assert_eq!(found.total_before, before, "{period}");
    let earlier = all.iter().filter(|s| s.received() < first_day);
    let touched = earlier.filter(|s| totals(&[s], &days_of) != Totals::default());
    assert_eq!(found.unranked as usize, touched.count(), "{period}");
    for group in &found.kinds {
        let of_kind = all.iter().filter(|s| s.said("kind") == group.of.as_str());
        let of_kind: Vec<&Story> = of_kind.copied().collect();
        assert_eq!(group.counting, totals(&of_kind, &days_of).counting);
    }
    for group in &found.communities {
        let name = group.of.as_ref().map_or("", |c| c.as_str());
        let there = all.iter().filter(|s| s.said("community") == name);
        let there: Vec<&Story> = there.copied().collect();
        assert_eq!(group.counting, totals(&there, &days_of).counting);
    }
    let kinds = found.kinds.iter().map(|g| g.counting.received);
    let communities = found.communities.iter().map(|g| g.counting.received);
    let received = found.total.counting.received;
    assert_eq!(
        (kinds.sum::<u32>(), communities.sum::<u32>()),
        (received, received)
    );
    let in_period = |at: &str| days_of.contains(&at[..10]);
    let mut faults: BTreeMap<String, u32> = BTreeMap::new();
    let mut by_day: BTreeMap<String, u32> = BTreeMap::new();
    for story in stories {
        for back in story.walk().sent_back {
            for fault in back.faults.into_iter().filter(|_| in_period(&back.at)) {
                *faults.entry(fault).or_default() += 1;
            }
        }
        for (at, ..) in story.lapses().iter().filter(|(at, ..)| in_period(at)) {
            *by_day.entry(at[..10].to_owned()).or_default() += 1;
        }
    }
    let of_fault = |(fault, count): &(Fault, u32)| (fault.as_str().to_owned(), *count);
    let found_faults: BTreeMap<String, u32> = found.faults.iter().map(of_fault).collect();
    assert_eq!(found_faults, faults, "{period}");
    let of_day = |(day, count): &(Date, u32)| (day.to_string(), *count);
    let mut found_days: BTreeMap<String, u32> = found.lapses_by_day().iter().map(of_day).collect();
    assert_eq!(found_days.len(), days_of.len());
    found_days.retain(|_, count| *count > 0);
    assert_eq!(found_days, by_day, "{period}");
}

/// The addresses with several cases against the log; gives back how many there were.
fn check_repeated(found: &Bulletin, stories: &[Story]) -> usize {
    let days_of = days(found.period);
    let mut places: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let in_period = |s: &&Story| !s.is_void() && days_of.contains(&s.received()[..10]);
    for story in stories.iter().filter(in_period) {
        let plain = |c: &char| c.is_alphanumeric();
        let address: String = story.said("address").chars().filter(plain).collect();
        if address.is_empty() {
            continue;
        }
        let place = (story.said("community").to_owned(), address);
        places.entry(place).or_default().push(story.number.clone());
    }
    places.retain(|_, numbers| numbers.len() > 1);
    let mut wanted: Vec<Vec<String>> = places.into_values().collect();
    let numbers = found.repeated.iter().map(|r| &r.cases);
    let mut repeated: Vec<Vec<String>> = numbers
        .map(|cases| cases.iter().map(ToString::to_string).collect())
        .collect();
    for numbers in wanted.iter_mut().chain(&mut repeated) {
        numbers.sort();
    }
    wanted.sort();
    repeated.sort();
    assert_eq!(repeated, wanted, "{}", found.period);
    wanted.len()
}

/// O3 against the log: how many lapses stand for each post and unit within the months of each step.
fn check_ladder(store: &mut Store, stories: &[Story], month: Period, first_day: &str) {
    let ladder = store.ladder(month, moment(NOW)).unwrap();
    let mut reached = 0;
    for subject in ladder.subjects.iter().filter(|s| s.who.person.is_none()) {
        let who = subject.who.to_string();
        for rung in &subject.steps {
            let (months, late_closes) = match rung.limit {
                3 if rung.step.as_str() == "office_statement" => (1, false),
                5 => (2, true),
                8 => (3, true),
                _ => continue,
            };
            let span: BTreeSet<String> = (0..months).flat_map(|m| days(month.before(m))).collect();
            let ranked = stories.iter().filter(|s| s.received() >= first_day);
            let lapses: Vec<_> = ranked.flat_map(Story::lapses).collect();
            let counts = |(at, what, answers): &&(String, &str, Vec<String>)| {
                let of_kind = match *what {
                    "late_sign" | "nonstandard" | "bad_rating" => true,
                    "late_close" => late_closes,
                    _ => false,
                };
                of_kind && span.contains(&at[..10]) && answers.contains(&who)
            };
            let count = lapses.iter().filter(counts).count();
            assert_eq!(rung.count as usize, count, "{month} {who} {}", rung.step);
            reached += usize::from(count >= rung.limit as usize);
        }
    }
    assert!(reached > 0, "{month}");
}

/// Every figure of the weeks and months of a year against the log.
pub fn check(store: &mut Store, stories: &[Story], first_day: &str) {
    let mut seen = BTreeSet::new();
    let mut repeated = 0;
    let months = (1..=11).map(|m| format!("2026-{m:02}"));
    let weeks = (2..=46).step_by(4).map(|w| format!("2026-W{w:02}"));
    for name in months.chain(weeks) {
        let period: Period = name.parse().unwrap();
        let found = store.bulletin(period, moment(NOW)).unwrap();
        let wanted = recounted(stories, &days(period), first_day);
        seen.extend(check_ranking(&found, &wanted));
        let before = recounted(stories, &days(period.before(1)), first_day);
        let ranked = found.before.iter().filter(|r| r.rank.is_some());
        assert_eq!(ranked.count(), before.len(), "{period}");
        check_totals(&found, stories, first_day);
        repeated += check_repeated(&found, stories);
    }
    // The year holds some of everything, so that nothing is equal by being absent.
    assert_eq!(seen.len(), 7, "{seen:?}");
    assert!(repeated > 0);
    for month in ["2026-03", "2026-07", "2026-10"] {
        check_ladder(store, stories, month.parse().unwrap(), first_day);
    }
}

#[test]
fn weeks_and_months_are_what_the_log_says() {
    let folder = folder();
    let mut store = year(&folder.path().join("zhiban.db"), 260);
    let stories = stories(&lines(&store));
    assert_eq!(stories.len(), 260);
    check(&mut store, &stories, "2026-01-05");
}

//! The figures of a random year, counted again by a plain walk through the exported log.
//!
//! The walk shares nothing with the reports but the clocks of `explain`, which have scenarios of their own: it keeps its own
//! notion of who leads, what was sent back and what was rated.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use zhiban::domain::codec::fact_from_line;
use zhiban::domain::event::Fact;
use zhiban::domain::ids::Number;
use zhiban::domain::period::Period;
use zhiban::domain::rules::Rules;
use zhiban::domain::show::{Language, show};
use zhiban::domain::suggest::Related;
use zhiban::domain::time::parse_date;

use super::{folder, lines, moment, year};

const NOW: &str = "2026-12-20T12:00:00+08:00";
const FIRST_DAY: &str = "2026-01-05";

/// One case of the log: its facts in order of time, and what `explain` says of it.
struct Story {
    number: String,
    facts: Vec<Value>,
    shown: Value,
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or("")
}

fn stories(log: &[Value]) -> Vec<Story> {
    let mut by_case: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in log.iter().filter(|l| l.get("event").is_some()) {
        by_case
            .entry(text(line, "case").to_owned())
            .or_default()
            .push(line.clone());
    }
    by_case
        .into_iter()
        .map(|(number, mut facts)| {
            // Times are all written at +08:00, so that they sort as text.
            facts.sort_by_key(|f| text(f, "at").to_owned());
            let known: Vec<Fact> = facts
                .iter()
                .map(|f| fact_from_line(&f.to_string()).unwrap())
                .collect();
            let rules = Rules::builtin().unwrap();
            let of = Number::from(number.as_str());
            let alone = Related::default();
            let shown = show(&known, &of, &rules, moment(NOW), Language::Zh, &alone).unwrap();
            Story {
                number,
                facts,
                shown,
            }
        })
        .collect()
}

/// A unit and a moment.
type UnitAt = (String, String);

impl Story {
    fn events<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Value> {
        self.facts.iter().filter(move |f| text(f, "event") == kind)
    }

    fn received(&self) -> &str {
        text(&self.facts[0], "at")
    }

    fn is_void(&self) -> bool {
        self.events("voided").next().is_some()
    }

    /// The unit that leads in the end, what was sent back (whose reply, when), and who was given the case when.
    fn walk(&self) -> (String, Vec<UnitAt>, Vec<UnitAt>) {
        let mut lead = String::new();
        let mut has_replied = false;
        let (mut sent_back, mut given) = (Vec::new(), Vec::new());
        for f in &self.facts {
            let at = text(f, "at").to_owned();
            match text(f, "event") {
                "dispatched" => {
                    let unit = text(&f["units"][0], "unit").to_owned();
                    given.push((unit.clone(), at));
                    lead = unit;
                }
                "transferred" => {
                    text(f, "to").clone_into(&mut lead);
                    has_replied = false;
                    given.push((lead.clone(), at));
                }
                "replied" if text(f, "unit") == lead => has_replied = true,
                "reviewed" if text(f, "verdict") == "nonstandard" && has_replied => {
                    sent_back.push((lead.clone(), at));
                }
                _ => {}
            }
        }
        (lead, sent_back, given)
    }

    /// The standing verdict of the citizen.
    fn rating(&self) -> Option<(&str, &str)> {
        let rated = self.events("rated").last()?;
        let upheld = self.events("appeal_decided").any(|f| f["upheld"] == true);
        let bad = text(rated, "rating") == "dissatisfied";
        (!(bad && upheld)).then(|| (text(rated, "at"), text(rated, "rating")))
    }

    fn breaches(&self) -> &[Value] {
        self.shown["breaches"].as_array().unwrap()
    }
}

type Figures = BTreeMap<String, BTreeMap<&'static str, i64>>;

/// The ranking's figures, counted anew.
fn recounted(stories: &[Story], month: &str) -> Figures {
    let mut figures = Figures::new();
    let mut add = |unit: &str, what: &'static str| {
        let of_unit = figures.entry(unit.to_owned()).or_default();
        *of_unit.entry(what).or_default() += 1;
    };
    for story in stories.iter().filter(|s| s.received() >= FIRST_DAY) {
        let (lead, sent_back, given) = story.walk();
        for (unit, _) in given.iter().filter(|(_, at)| at.starts_with(month)) {
            add(unit, "given");
        }
        for (unit, _) in sent_back.iter().filter(|(_, at)| at.starts_with(month)) {
            add(unit, "nonstandard");
        }
        let mut closes = story.events("closed");
        if closes.any(|f| text(f, "at").starts_with(month)) {
            add(&lead, "handled");
        }
        if let Some((at, "dissatisfied")) = story.rating()
            && at.starts_with(month)
        {
            add(&lead, "bad_rating");
        }
        for breach in story.breaches() {
            let what = match text(breach, "clock") {
                "unit_sign" => "late_sign",
                "reply" | "rereply" => "late_reply",
                "close" => "late_close",
                _ => continue,
            };
            if !text(breach, "due").starts_with(month) {
                continue;
            }
            for answers in breach["answers"].as_array().unwrap() {
                if let Some(unit) = answers.as_str().unwrap().strip_prefix("unit:") {
                    add(unit, what);
                }
            }
        }
    }
    figures
}

#[test]
fn each_months_ranking_is_what_the_log_says() {
    let folder = folder();
    let mut store = year(&folder.path().join("zhiban.db"), 260);
    let stories = stories(&lines(&store));
    assert_eq!(stories.len(), 260);
    let weights = [
        ("handled", 1),
        ("late_sign", -2),
        ("late_reply", -3),
        ("late_close", -5),
        ("nonstandard", -3),
        ("bad_rating", -5),
    ];
    let mut seen = BTreeSet::new();
    for month in 1..=11 {
        let month = format!("2026-{month:02}");
        let wanted = recounted(&stories, &month);
        let period: Period = month.parse().unwrap();
        let found = store.bulletin(period, moment(NOW)).unwrap();
        let mut scores: Vec<i64> = Vec::new();
        for ranked in &found.ranking {
            let json = serde_json::to_value(ranked.figures).unwrap();
            let own = wanted
                .get(ranked.unit.as_str())
                .cloned()
                .unwrap_or_default();
            for (what, count) in json.as_object().unwrap() {
                let expected = own.get(what.as_str()).copied().unwrap_or(0);
                assert_eq!(count, expected, "{month} {} {what}", ranked.unit);
                if expected > 0 {
                    seen.insert(what.clone());
                }
            }
            let points = weights
                .iter()
                .map(|(what, w)| own.get(what).unwrap_or(&0) * w);
            assert_eq!(
                ranked.score,
                100 + points.sum::<i64>(),
                "{month} {}",
                ranked.unit
            );
            if ranked.rank.is_some() {
                scores.push(ranked.score);
            }
        }
        let ranked = found.ranking.iter().filter(|r| r.rank.is_some());
        for ranked in ranked {
            let better = scores.iter().filter(|s| **s > ranked.score).count();
            assert_eq!(ranked.rank, Some(u32::try_from(better + 1).unwrap()));
        }
        assert_eq!(scores.len(), wanted.len(), "{month}");
    }
    // The year holds some of everything, so that nothing is equal by being absent.
    assert_eq!(seen.len(), 7, "{seen:?}");
}

#[test]
fn a_months_totals_are_what_the_log_says() {
    let folder = folder();
    let mut store = year(&folder.path().join("zhiban.db"), 260);
    let stories = stories(&lines(&store));
    let month = "2026-03";
    let found = store.bulletin(month.parse().unwrap(), moment(NOW)).unwrap();
    let count = |is: &dyn Fn(&Story) -> bool| stories.iter().filter(|s| is(s)).count();
    let received = |s: &Story| s.received().starts_with(month) && !s.is_void();
    assert_eq!(found.total.received as usize, count(&received));
    let closed = |s: &Story| s.events("closed").any(|f| text(f, "at").starts_with(month));
    assert_eq!(found.total.closed as usize, count(&closed));
    for group in &found.kinds {
        let of_kind = |s: &Story| received(s) && text(&s.facts[0], "kind") == group.of.as_str();
        assert_eq!(group.counting.received as usize, count(&of_kind));
    }
    for group in &found.communities {
        let name = group.of.as_ref().map_or("", |c| c.as_str());
        let there = |s: &Story| received(s) && text(&s.facts[0], "community") == name;
        assert_eq!(group.counting.received as usize, count(&there));
    }
    for (rating, number) in [
        ("satisfied", found.satisfaction.satisfied),
        (
            "basically_satisfied",
            found.satisfaction.basically_satisfied,
        ),
        ("dissatisfied", found.satisfaction.dissatisfied),
    ] {
        let rated = |s: &Story| {
            let standing = s.rating().filter(|(at, _)| at.starts_with(month));
            standing.is_some_and(|(_, r)| r == rating)
        };
        assert_eq!(number as usize, count(&rated), "{rating}");
    }
    let mut places: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for story in stories.iter().filter(|s| received(s)) {
        let place = |key| text(&story.facts[0], key).to_owned();
        let numbers = places
            .entry((place("community"), place("address")))
            .or_default();
        numbers.push(story.number.clone());
    }
    places.retain(|_, numbers| numbers.len() > 1);
    assert!(!places.is_empty());
    assert_eq!(found.repeated.len(), places.len());
    for repeated in &found.repeated {
        let community = repeated.community.as_ref().map_or("", |c| c.as_str());
        let numbers: Vec<String> = repeated.cases.iter().map(ToString::to_string).collect();
        assert_eq!(
            places[&(community.to_owned(), repeated.address.clone())],
            numbers
        );
    }
}

#[test]
fn the_days_are_what_the_log_says() {
    let folder = folder();
    let mut store = year(&folder.path().join("zhiban.db"), 260);
    let stories = stories(&lines(&store));
    let mut signed = 0;
    for day in (1..=28).step_by(3) {
        let day = format!("2026-05-{day:02}");
        let found = store
            .day_summary(parse_date(&day).unwrap(), moment(NOW))
            .unwrap();
        let mut times: Vec<i64> = Vec::new();
        let (mut in_time, mut missed, mut hours) = (0, 0, vec![0u32; 24]);
        let (mut calls, mut sent_back, mut received) = (0, 0, 0);
        for story in &stories {
            let today = |f: &&Value| text(f, "at").starts_with(&day);
            if story.received().starts_with(&day) && !story.is_void() {
                received += 1;
                hours[story.received()[11..13].parse::<usize>().unwrap()] += 1;
            }
            calls += story.events("phone_reminded").filter(today).count();
            sent_back += story
                .walk()
                .1
                .iter()
                .filter(|(_, at)| at.starts_with(&day))
                .count();
            let missed_today = |b: &&Value| text(b, "due").starts_with(&day);
            missed += story.breaches().iter().filter(missed_today).count();
            let clocks = story.shown["clocks"].as_array().unwrap();
            let sign = clocks.iter().find(|c| text(c, "rule") == "C1").unwrap();
            if text(sign, "met").starts_with(&day) {
                let at = |key| moment(text(sign, key));
                times.push(at("met").seconds_since(at("base")).max(0));
                in_time += u32::from(at("met") <= at("due"));
            }
        }
        times.sort_unstable();
        assert_eq!(found.total.received as usize, received, "{day}");
        assert_eq!(found.by_hour, hours, "{day}");
        assert_eq!(found.sign.met as usize, times.len(), "{day}");
        assert_eq!(found.sign.in_time, in_time, "{day}");
        assert_eq!(found.sign.worst_seconds, times.last().copied(), "{day}");
        assert_eq!(
            found.sign.median_seconds,
            times.get(times.len() / 2).copied()
        );
        assert_eq!(found.breaches.len(), missed, "{day}");
        assert_eq!(found.calls as usize, calls, "{day}");
        assert_eq!(found.nonstandard as usize, sent_back, "{day}");
        signed += times.len();
    }
    assert!(signed > 0);
}

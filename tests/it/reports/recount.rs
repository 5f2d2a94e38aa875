//! The exported log as plain stories, one a case, for counting again what the reports say.
//!
//! Shares nothing with the reports but the clocks of `explain`, which have scenarios of their own: it keeps its own notion
//! of who leads, what was sent back and what was rated.

use std::collections::BTreeMap;

use serde_json::Value;
use zhiban::domain::codec::fact_from_line;
use zhiban::domain::event::Fact;
use zhiban::domain::ids::Number;
use zhiban::domain::rules::Rules;
use zhiban::domain::show::{Keyed, Language, show};
use zhiban::domain::suggest::Related;

use super::moment;

pub const NOW: &str = "2026-12-20T12:00:00+08:00";

/// One case of the log: its facts in order of time, and what `explain` says of it at the end.
pub struct Story {
    pub number: String,
    pub facts: Vec<Value>,
    known: Vec<Fact>,
    shown: Value,
}

/// What was sent back: whose reply, when, and why.
pub struct SentBack {
    pub unit: String,
    pub at: String,
    pub faults: Vec<String>,
}

/// A walk through a case.
#[derive(Default)]
pub struct Walk {
    /// The unit that leads in the end.
    pub lead: String,
    pub sent_back: Vec<SentBack>,
    /// Who was given the case, and when.
    pub given: Vec<(String, String)>,
}

pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or("")
}

pub fn stories(log: &[Value]) -> Vec<Story> {
    let rules = Rules::builtin().unwrap();
    let mut by_case: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for line in log.iter().filter(|l| l.get("event").is_some()) {
        let case = by_case.entry(text(line, "case").to_owned());
        case.or_default().push(line.clone());
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
            let shown = explained(&known, &number, &rules, NOW).unwrap();
            Story {
                number,
                facts,
                known,
                shown,
            }
        })
        .collect()
}

fn explained(facts: &[Fact], number: &str, rules: &Rules, now: &str) -> Option<Value> {
    let alone = Related::default();
    let of = Number::from(number);
    let keyed = Keyed::new();
    show(facts, &keyed, &of, rules, moment(now), Language::Zh, &alone)
}

impl Story {
    pub fn events<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Value> {
        self.facts.iter().filter(move |f| text(f, "event") == kind)
    }

    pub fn received(&self) -> &str {
        text(&self.facts[0], "at")
    }

    /// What the platform said of it.
    pub fn said(&self, key: &str) -> &str {
        text(&self.facts[0], key)
    }

    pub fn is_void(&self) -> bool {
        self.events("voided").next().is_some()
    }

    pub fn walk(&self) -> Walk {
        let mut walk = Walk::default();
        let mut has_replied = false;
        for f in &self.facts {
            let at = text(f, "at").to_owned();
            match text(f, "event") {
                "dispatched" => {
                    let unit = text(&f["units"][0], "unit").to_owned();
                    walk.given.push((unit.clone(), at));
                    walk.lead = unit;
                }
                "transferred" => {
                    text(f, "to").clone_into(&mut walk.lead);
                    has_replied = false;
                    walk.given.push((walk.lead.clone(), at));
                }
                "replied" if text(f, "unit") == walk.lead => has_replied = true,
                "reviewed" if text(f, "verdict") == "nonstandard" && has_replied => {
                    let faults = f["faults"].as_array().unwrap().iter();
                    walk.sent_back.push(SentBack {
                        unit: walk.lead.clone(),
                        at,
                        faults: faults.map(|f| f.as_str().unwrap().to_owned()).collect(),
                    });
                }
                _ => {}
            }
        }
        walk
    }

    /// The standing verdict of the citizen: when, and which.
    pub fn rating(&self) -> Option<(&str, &str)> {
        let rated = self.events("rated").last()?;
        let upheld = self.events("appeal_decided").any(|f| f["upheld"] == true);
        let bad = text(rated, "rating") == "dissatisfied";
        (!(bad && upheld)).then(|| (text(rated, "at"), text(rated, "rating")))
    }

    pub fn breaches(&self) -> &[Value] {
        self.shown["breaches"].as_array().unwrap()
    }

    pub fn clocks(&self) -> &[Value] {
        self.shown["clocks"].as_array().unwrap()
    }

    /// Every lapse: when it counts, what it is, and who answers.
    pub fn lapses(&self) -> Vec<(String, &'static str, Vec<String>)> {
        let walk = self.walk();
        let mut lapses = Vec::new();
        for breach in self.breaches() {
            let what = match text(breach, "clock") {
                "street_sign" | "unit_sign" => "late_sign",
                "reply" | "rereply" => "late_reply",
                "close" => "late_close",
                _ => continue,
            };
            let answers = breach["answers"].as_array().unwrap().iter();
            let answers = answers.map(|a| a.as_str().unwrap().to_owned()).collect();
            lapses.push((text(breach, "due").to_owned(), what, answers));
        }
        for back in walk.sent_back {
            lapses.push((back.at, "nonstandard", vec![format!("unit:{}", back.unit)]));
        }
        if let Some((at, "dissatisfied")) = self.rating() {
            let answers = vec![format!("unit:{}", walk.lead)];
            lapses.push((at.to_owned(), "bad_rating", answers));
        }
        lapses
    }

    /// The case as `explain` had it at the end of a day; none while it was not there.
    pub fn at_the_end_of(&self, day: &str, rules: &Rules) -> Option<Value> {
        let end = format!("{day}T23:59:59.999999+08:00");
        explained(&self.known, &self.number, rules, &end)
    }
}

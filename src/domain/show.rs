//! A case in full as JSON: the answer of `show --json` and `explain --json`, to the letter of the contract.
//!
//! Called by `cli`; the case page reads the same parts.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::case::Case;
use super::clock::{Clock, DueBy};
use super::codec;
use super::event::{Event, Fact, Logged};
use super::history;
use super::ids::{Actor, ClockId, FactId, Number, State};
use super::policy::Bilingual;
use super::queue;
use super::reckon::{self, Clocks};
use super::reminder;
use super::roster::Roster;
use super::rules::Rules;
use super::step::{self, Step};
use super::suggest::{self, Related, Suggested};
use super::time::Stamp;
use super::verdict::{self, Breach, Evidence};

/// The language of the readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Language {
    /// Its tag (BCP 47), as documents and the texts' own folders are named by it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The word for it on a command line and in the settings.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The language of such a word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Zh, Self::En].into_iter().find(|l| l.word() == word)
    }

    /// The text in this language.
    #[must_use]
    pub fn of(self, text: &Bilingual) -> &str {
        match self {
            Self::Zh => &text.zh,
            Self::En => &text.en,
        }
    }
}

/// When and where facts were keyed, by their ids; a made-up history may say nothing of it.
pub type Keyed = BTreeMap<FactId, Map<String, Value>>;

/// When and where these were keyed.
#[must_use]
pub fn keyed(logged: &[Logged]) -> Keyed {
    let of = |l: &Logged| Some((l.fact.id.clone()?, codec::keyed_to_map(l)));
    logged.iter().filter_map(of).collect()
}

/// The case `number` with clocks, breaches, reminders and timeline as known at `now`; `None` when there is no such case
/// by then. `facts` may hold the facts of other cases and of the roster; what
/// is known of other cases in the store comes as `related`.
#[must_use]
pub fn show(
    facts: &[Fact],
    keyed: &Keyed,
    number: &Number,
    rules: &Rules,
    now: Stamp,
    language: Language,
    related: &Related,
) -> Option<Value> {
    let of_case = facts_of(facts, number);
    let standing = history::standing(of_case.iter().copied(), now);
    let case = Case::of_standing(&standing)?;
    let roster = Roster::fold(facts, now);
    let Clocks { list, gaps } = reckon::clocks(&case, rules, &roster);
    let evidence = Evidence {
        standing: &standing,
        case: &case,
        roster: &roster,
    };
    let breaches = verdict::breaches(evidence, &list, now);
    let reminders = reminder::reminders(&case, &list, rules, now);
    let close_due = list
        .iter()
        .find(|c| c.id == ClockId::C6)
        .and_then(|c| c.due);
    let plan = step::plan(&case, &list, rules);
    let next_step = plan.at(now).map(|s| step_json(s, rules, &roster, now));
    let suggestions: Vec<Value> = suggest::suggestions(&case, related, rules)
        .iter()
        .map(Suggested::to_json)
        .collect();
    let units: Vec<Value> = case
        .present()
        .map(|s| json!({ "unit": s.unit, "role": s.role }))
        .collect();
    let mut value = json!({
        "number": case.number,
        "kind": case.facts.kind,
        "community": case.facts.community,
        "stage": queue::stage(&case, &list),
        "tags": case.tags,
        "received": case.received_at,
        "close_due": close_due,
        "policy_revision": rules.revision(),
        "calendar_gaps": gaps,
        "units": units,
        "next_step": next_step,
        "suggestions": suggestions,
        "linked": linked(&case, related),
        "clocks": list.iter().map(|c| clock_json(c, rules, now, language)).collect::<Vec<_>>(),
        "breaches": breaches.iter().map(breach_json).collect::<Vec<_>>(),
        "reminders": reminders
            .iter()
            .map(|r| json!({ "clock": r.id.name(), "rule": r.id, "unit": r.unit, "at": r.at, "point": r.point }))
            .collect::<Vec<_>>(),
        "timeline": timeline(of_case, keyed, now),
    });
    if let (Value::Object(map), Ok(Value::Object(own))) =
        (&mut value, serde_json::to_value(&case.facts))
    {
        // The amended facts of the case beside what they lead to; what leads wins where both have a word.
        for (key, own) in own {
            map.entry(key).or_insert(own);
        }
    }
    Some(value)
}

/// The facts of a case. An undo may leave its case out: its target says which it is about.
fn facts_of<'a>(facts: &'a [Fact], number: &Number) -> Vec<&'a Fact> {
    let is_of_case = |f: &&Fact| f.case.as_ref() == Some(number);
    let named = facts.iter().filter(is_of_case);
    let mut ids: BTreeSet<&FactId> = named.filter_map(|f| f.id.as_ref()).collect();
    // An undo of an undo may stand before it, so each round reaches one further.
    loop {
        let known = ids.len();
        for fact in facts.iter().filter(|f| f.case.is_none()) {
            if takes_back(fact, &ids) {
                ids.extend(&fact.id);
            }
        }
        if ids.len() == known {
            break;
        }
    }
    let belongs = |f: &&Fact| is_of_case(f) || (f.case.is_none() && takes_back(f, &ids));
    facts.iter().filter(belongs).collect()
}

fn takes_back(fact: &Fact, ids: &BTreeSet<&FactId>) -> bool {
    if let Event::Undone(e) = &fact.event {
        ids.contains(&e.target)
    } else {
        false
    }
}

/// The other cases of the matter; of one that is only named by a link nothing else is known.
fn linked(case: &Case, related: &Related) -> Vec<Value> {
    let known = related
        .linked
        .iter()
        .map(|l| json!({ "number": l.number, "stage": l.stage, "title": l.title }));
    let is_unknown = |n: &&Number| related.linked.iter().all(|l| l.number != **n);
    let named = case.links.iter().filter(is_unknown);
    let named = named.map(|n| json!({ "number": n, "stage": null, "title": "" }));
    known.chain(named).collect()
}

/// One clock as JSON; a clock that has not started shows neither base nor due.
#[must_use]
pub fn clock_json(clock: &Clock, rules: &Rules, now: Stamp, language: Language) -> Value {
    let state = clock.state(now);
    let shown = |t: Option<Stamp>| if state == State::Waiting { None } else { t };
    json!({
        "clock": clock.id.name(),
        "rule": clock.id,
        "unit": clock.unit,
        "base": shown(clock.base),
        "due": shown(clock.due),
        "met": clock.met,
        "state": state,
        "answers": clock.answers.actors(),
        "reading": language.of(reading(clock, rules)),
    })
}

/// One step as JSON; whoever is on duty now stands for the post on duty.
fn step_json(step: &Step, rules: &Rules, roster: &Roster, now: Stamp) -> Value {
    let on_duty = roster.on_duty(rules, now.date());
    let by = match step.by.post(on_duty) {
        Some(post) => Some(Actor::Post(post)),
        None => step.unit.clone().map(Actor::Unit),
    };
    json!({
        "step": step.task,
        "by": by,
        "unit": step.unit,
        "due": step.due,
        "clock": step.clock.map(ClockId::name),
        "rule": step.rule(),
    })
}

/// How a clock's due time is read, by what set it.
#[must_use]
pub const fn reading<'a>(clock: &Clock, rules: &'a Rules) -> &'a Bilingual {
    let clocks = &rules.policy.clocks;
    match clock.due_by {
        DueBy::Rule => clocks.reading(clock.id),
        DueBy::Platform => &clocks.C6.by_platform,
        DueBy::Extension => &clocks.C6.by_extension,
    }
}

fn breach_json(breach: &Breach) -> Value {
    json!({
        "clock": breach.id.name(),
        "rule": breach.id,
        "unit": breach.unit,
        "due": breach.due,
        "met": breach.met,
        "late_seconds": breach.late_seconds,
        "answers": breach.answers.actors(),
        "because": breach.because.iter().map(|b| json!({ "event": b.event, "at": b.at })).collect::<Vec<_>>(),
    })
}

/// Every fact known by now in the order of the work, with when and where it was keyed; those taken back say so.
fn timeline(facts: Vec<&Fact>, keyed: &Keyed, now: Stamp) -> Vec<Value> {
    let known = history::known(facts, now);
    let undone = history::undone(&known);
    known
        .iter()
        .map(|fact| {
            // None of these types can refuse to become JSON; an empty object would only hide a broken one.
            let mut map = codec::fact_to_map(fact).unwrap_or_else(|_| Map::new());
            let keyed = fact.id.as_ref().and_then(|id| keyed.get(id));
            map.extend(keyed.cloned().unwrap_or_default());
            let taken_back = fact.id.as_ref().is_some_and(|id| undone.contains(id));
            if taken_back && !matches!(fact.event, Event::Received(_)) {
                map.insert("undone".to_owned(), true.into());
            }
            Value::Object(map)
        })
        .collect()
}

//! What holds of every history: whatever was keyed, in whatever order, and whenever one looks.
//!
//! `made_up` draws histories that no rule was asked about; `worked` draws acts and keeps what `decide` accepts.

mod made_up;
mod worked;

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::Value;
use zhiban::domain::case::Case;
use zhiban::domain::clock::DueBy;
use zhiban::domain::codec;
use zhiban::domain::event::{Event, Fact, Undone};
use zhiban::domain::history;
use zhiban::domain::ids::{Actor, ClockId, FactId, Number, State};
use zhiban::domain::reckon;
use zhiban::domain::roster::Roster;
use zhiban::domain::rules::{Reckoning, Rules};
use zhiban::domain::show::{Keyed, Language, show};
use zhiban::domain::suggest::Related;
use zhiban::domain::time::{Span, Stamp};

use made_up::{histories, moments};
use worked::{Step, acts};

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn rules() -> &'static Rules {
    static RULES: std::sync::OnceLock<Rules> = std::sync::OnceLock::new();
    RULES.get_or_init(|| Rules::builtin().unwrap())
}

fn number() -> Number {
    Number::from(made_up::CASE)
}

fn shown(facts: &[Fact], now: Stamp) -> Option<Value> {
    show(
        facts,
        &Keyed::new(),
        &number(),
        rules(),
        now,
        Language::En,
        &Related::default(),
    )
}

/// What is shown but for the list of facts, which also holds those taken back.
fn verdicts(facts: &[Fact], now: Stamp) -> Option<Value> {
    let mut value = shown(facts, now)?;
    value.as_object_mut().unwrap().remove("timeline");
    Some(value)
}

fn last(facts: &[Fact]) -> Stamp {
    facts.iter().map(|f| f.at).max().unwrap()
}

/// State of a clock as a word, with what identifies it.
fn states(value: &Value) -> Vec<(Value, String)> {
    let clocks = value["clocks"].as_array().unwrap().iter();
    clocks
        .map(|c| (c["rule"].clone(), c["state"].as_str().unwrap().to_owned()))
        .collect()
}

/// What is wrong with the breaches beside the clocks: they are the late and the overdue ones, windows aside.
fn assert_breaches_are_the_missed_clocks(value: &Value) {
    let key = |v: &Value| format!("{} {} {} {}", v["rule"], v["unit"], v["due"], v["met"]);
    let window = |v: &Value| matches!(v["rule"].as_str(), Some("C4" | "C9" | "C10" | "C12"));
    let missed = |v: &&Value| matches!(v["state"].as_str(), Some("late" | "overdue"));
    let clocks = value["clocks"].as_array().unwrap();
    let expected: Vec<String> = clocks
        .iter()
        .filter(missed)
        .filter(|c| !window(c))
        .map(key)
        .collect();
    let breaches = value["breaches"].as_array().unwrap();
    let found: Vec<String> = breaches.iter().map(key).collect();
    assert_eq!(found, expected);
    assert!(
        breaches
            .iter()
            .all(|b| b["late_seconds"].as_i64() > Some(0)),
        "{breaches:?}"
    );
    assert!(
        clocks
            .iter()
            .all(|c| !(window(c) && c["state"] == "overdue")),
        "a window is overdue"
    );
}

proptest! {
    #![proptest_config(config(120))]

    #[test]
    fn facts_in_any_order_give_the_same_case((facts, shuffled) in histories().prop_flat_map(|facts| {
        (Just(facts.clone()), Just(facts).prop_shuffle())
    })) {
        for now in moments(&facts) {
            prop_assert_eq!(shown(&shuffled, now), shown(&facts, now));
            prop_assert_eq!(Roster::fold(&shuffled, now), Roster::fold(&facts, now));
        }
    }

    #[test]
    fn time_that_passes_moves_no_clock(facts in histories(), before in 0i64..2_000_000, after in 0i64..9_000_000) {
        // Two moments with no fact between them: after the last fact, and in the widest gap.
        let mut times: Vec<Stamp> = facts.iter().map(|f| f.at).collect();
        times.sort();
        let gap = times.windows(2).max_by_key(|w| w[1].micros_since(w[0]));
        let end = last(&facts);
        let mut spans = vec![(end.plus_seconds(before), end.plus_seconds(before + after))];
        spans.extend(gap.map(|w| (w[0], w[1].plus_seconds(-1).max(w[0]))));
        for (earlier, later) in spans {
            let fold = |now| Case::fold(&facts, now).map(|case| reckon::clocks(&case, rules(), &Roster::fold(&facts, now)));
            prop_assert_eq!(fold(earlier), fold(later));
            let (Some(was), Some(is)) = (shown(&facts, earlier), shown(&facts, later)) else { continue };
            for (n, (was, is)) in states(&was).iter().zip(states(&is)).enumerate() {
                prop_assert_eq!(&was.0, &is.0);
                let rightly = match (was.1.as_str(), is.1.as_str()) {
                    (a, b) if a == b => true,
                    ("waiting", "running" | "overdue" | "expired") | ("running", "overdue" | "expired") => true,
                    _ => false,
                };
                prop_assert!(rightly, "clock {} went from {} to {}", n, was.1, is.1);
            }
            for (was, is) in was["clocks"].as_array().unwrap().iter().zip(is["clocks"].as_array().unwrap()) {
                if was["state"] != "waiting" {
                    prop_assert_eq!((&was["base"], &was["due"]), (&is["base"], &is["due"]));
                }
                prop_assert_eq!((&was["met"], &was["answers"]), (&is["met"], &is["answers"]));
            }
        }
    }

    #[test]
    fn a_breach_is_a_missed_obligation_and_nothing_else(facts in histories()) {
        for now in moments(&facts) {
            if let Some(value) = shown(&facts, now) {
                assert_breaches_are_the_missed_clocks(&value);
            }
        }
    }

    #[test]
    fn due_times_made_by_a_rule_are_never_before_their_base(facts in histories()) {
        for now in moments(&facts) {
            let Some(case) = Case::fold(&facts, now) else { continue };
            for clock in reckon::clocks(&case, rules(), &Roster::fold(&facts, now)).list {
                if clock.due_by == DueBy::Rule && !matches!(clock.id, ClockId::C7 | ClockId::C8) {
                    prop_assert!(clock.base <= clock.due, "{:?}", clock);
                    prop_assert_eq!(clock.base.is_some(), clock.due.is_some());
                }
                if clock.state(now) == State::Waiting {
                    prop_assert!(clock.met.is_none(), "{:?}", clock);
                }
            }
        }
    }

    #[test]
    fn an_undone_fact_is_as_if_it_had_never_been_logged(facts in histories(), pick in any::<prop::sample::Index>()) {
        let standing: BTreeSet<FactId> = history::standing(&facts, last(&facts)).iter().filter_map(|f| f.id.clone()).collect();
        let undoable: Vec<&Fact> = facts.iter().filter(|f| {
            !matches!(f.event, Event::Received(_) | Event::Undone(_)) && f.id.as_ref().is_some_and(|id| standing.contains(id))
        }).collect();
        prop_assume!(!undoable.is_empty());
        let target = pick.get(&undoable).id.clone().unwrap();
        let now = last(&facts).plus_seconds(60);
        let undo = Fact {
            id: Some(FactId::from("last")),
            at: now,
            case: Some(number()),
            by: Actor::System,
            person: None,
            note: None,
            event: Event::Undone(Undone { target: target.clone() }),
        };
        let without: Vec<Fact> = facts.iter().filter(|f| f.id.as_ref() != Some(&target)).cloned().collect();
        let with: Vec<Fact> = facts.iter().cloned().chain([undo]).collect();
        prop_assert_eq!(verdicts(&with, now), verdicts(&without, now));
    }

    #[test]
    fn a_fact_written_and_read_is_the_same_fact(facts in histories()) {
        let read: Vec<Fact> = facts.iter().map(|f| codec::fact_from_line(&line(f)).unwrap()).collect();
        prop_assert_eq!(read, facts);
    }
}

fn line(fact: &Fact) -> String {
    Value::Object(codec::fact_to_map(fact).unwrap()).to_string()
}

proptest! {
    #![proptest_config(config(100))]

    /// Nothing that was accepted makes a later decision or a fold fail, an export and import gives the same case, a refusal
    /// leaves nothing, and undoing the last act gives back the state before it.
    #[test]
    fn accepted_acts_can_be_exported_and_undone(steps in prop::collection::vec(acts(), 1..40)) {
        let mut desk = worked::Desk::open(rules());
        for step in &steps {
            let before = desk.clone();
            let Step { taken, act } = desk.take(step);
            if taken == 0 {
                prop_assert_eq!(&desk.facts, &before.facts, "{:?}", act);
                continue;
            }
            let imported: Vec<Fact> = desk.facts.iter().map(|f| codec::fact_from_line(&line(f)).unwrap()).collect();
            prop_assert_eq!(&imported, &desk.facts);
            let value = shown(&desk.facts, desk.now);
            prop_assert_eq!(&shown(&imported, desk.now), &value);
            assert_breaches_are_the_missed_clocks(&value.unwrap());
            prop_assert!(shown(&desk.facts, desk.now.plus_seconds(400 * 86_400)).is_some());
            if !step.is_undo() {
                let mut back = desk.clone();
                for _ in 0..taken {
                    prop_assert!(back.undo(), "{:?} cannot be undone", act);
                }
                prop_assert_eq!(verdicts(&back.facts, desk.now), verdicts(&before.facts, desk.now), "{:?}", act);
            }
        }
    }
}

/// A moment of 2023 to 2028, half of them years with calendar data.
fn any_moment() -> impl Strategy<Value = Stamp> {
    (1_672_502_400i64..1_861_891_200).prop_map(Stamp::from_unix)
}

proptest! {
    #![proptest_config(config(2_000))]

    #[test]
    fn working_days_on_and_back_is_where_one_was(t in any_moment(), days in 1u32..80) {
        let mut time = Reckoning::new(rules());
        prop_assume!(time.is_working_day(t.day_number()));
        let on = time.plus(t, Span::WorkingDays(days));
        prop_assert!(time.is_working_day(on.day_number()));
        prop_assert_eq!(on.time(), t.time());
        prop_assert_eq!(time.minus(on, Span::WorkingDays(days)), t);
        let back = time.minus(t, Span::WorkingDays(days));
        prop_assert_eq!(time.plus(back, Span::WorkingDays(days)), t);
    }

    #[test]
    fn a_count_begins_inside_the_duty_window_and_never_earlier(t in any_moment()) {
        let mut time = Reckoning::new(rules());
        let window = &rules().policy.time.duty_window;
        let base = time.counted_from(t);
        let workday = time.counted_from_workday(t);
        prop_assert!(t <= base && base <= workday);
        prop_assert!(window.from <= base.time() && base.time() < window.to);
        prop_assert!(time.is_working_day(workday.day_number()));
        prop_assert_eq!(time.counted_from(base), base);
        prop_assert_eq!(time.counted_from_workday(workday), workday);
        prop_assert!(base == t || base.micros_since(t) <= 10 * 3_600_000_000, "further than a night");
    }

    #[test]
    fn working_time_is_counted_as_if_second_by_second(t in any_moment(), minutes in 1i64..600) {
        let mut time = Reckoning::new(rules());
        let end = time.plus(t, Span::WorkingMinutes(minutes));
        // Working time between the two, a minute at a time: both ends lie on the same second of the minute but where an
        // interval begins or ends, so a minute of slack each.
        let mut counted = 0;
        let mut at = t;
        while at < end {
            counted += i64::from(time.is_working_time(at));
            at = at.plus_minutes(1);
        }
        prop_assert!((counted - minutes).abs() <= 1, "{} minutes counted, {} asked for, until {}", counted, minutes, end);
        prop_assert!(time.is_working_time(end.plus_seconds(-1)));
    }
}

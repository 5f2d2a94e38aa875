//! The regulation as scenarios: files that read like it, checked against the rules engine.
//!
//! `tests/fixtures/scenarios/*.txt`, one topic a file. A scene is
//!
//! ```text
//! # C1, 一 签收: signed within ten minutes of working time
//! 2026-11-23 09:00 system received ordinary 柳河      a fact: when, by whom, what (`script` knows the words)
//! 2026-11-23 09:08 post:A signed
//! now 2026-11-23 09:10                               the moment from which the scene is looked at
//! = C1 due 2026-11-23 09:10 met answers post:A       what must be so (`claim` knows the words)
//! ? post:B sign                                      an act that is only asked about
//! = refused already_done post:A 2026-11-23 09:08
//! ! post:B dispatch                                  an act that is carried out: its facts join the scene
//! ; a remark
//! ```
//!
//! A claim is checked against the facts above it. Every claim that does not hold is reported with its file, line and what
//! was found instead. Expected values are read off the rules by hand, never copied from the engine's answers.

mod claim;
mod scene;
mod script;

use std::fs;
use std::path::Path;

use zhiban::domain::rules::Rules;

use scene::Scene;

/// What a file of scenes came to.
#[derive(Default)]
struct Outcome {
    scenes: usize,
    claims: usize,
    failures: Vec<String>,
}

/// Plays the scenes of a text. `name` is what failures call it.
fn play(name: &str, text: &str, rules: &Rules) -> Outcome {
    let mut outcome = Outcome::default();
    let mut scene = Scene::new(rules);
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim_end();
        if line.is_empty() || line.starts_with(';') {
            continue;
        }
        if line.starts_with('#') {
            outcome.scenes += 1;
            scene = Scene::new(rules);
            continue;
        }
        outcome.claims += usize::from(line.starts_with('='));
        if let Err(problem) = scene.take(line) {
            outcome
                .failures
                .push(format!("{name}:{number}: {line}\n    {problem}"));
        }
    }
    outcome
}

#[test]
fn every_scene_comes_out_as_the_rules_say() {
    let rules = Rules::builtin().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/scenarios");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    let mut total = Outcome::default();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let outcome = play(&name, &fs::read_to_string(&file).unwrap(), &rules);
        total.scenes += outcome.scenes;
        total.claims += outcome.claims;
        total.failures.extend(outcome.failures);
    }
    let Outcome {
        scenes,
        claims,
        failures,
    } = total;
    println!("{scenes} scenes, {claims} claims");
    assert!(
        failures.is_empty(),
        "{} of {claims} claims fail\n\n{}\n",
        failures.len(),
        failures.join("\n")
    );
    assert!(
        scenes >= 400 && claims >= 1000,
        "only {scenes} scenes with {claims} claims were found"
    );
}

/// The scenes would be worth nothing if a wrong claim went unnoticed: each of these is wrong in one way.
#[test]
fn a_wrong_claim_is_found() {
    let rules = Rules::builtin().unwrap();
    let story = "# made up\n\
        2026-11-23 09:00 system received ordinary 柳河\n\
        2026-11-23 09:12 post:A signed\n\
        2026-11-23 09:20 post:B dispatched 柳河社区\n\
        now 2026-11-23 09:21\n";
    assert!(play("right", &format!("{story}= C1 base 2026-11-23 09:00 due 2026-11-23 09:10 late 2026-11-23 09:12 answers post:A\n= breaches C1\n= breach C1 due 2026-11-23 09:10 met 2026-11-23 09:12 late 120 answers post:A because signed\n= stage with_unit\n"), &rules).failures.is_empty());
    for wrong in [
        "= C1 base 2026-11-23 09:01",
        "= C1 due 2026-11-23 09:11",
        "= C1 met",
        "= C1 late 2026-11-23 09:13",
        "= C1 answers post:B",
        "= C1 answers post:A post:B",
        "= C2 unit:柳河社区",
        "= C3 城管办 running",
        "= C5 running",
        "= no C1",
        "= no breach",
        "= no breach C1",
        "= breaches",
        "= breaches C1 C2",
        "= breach C1 late 121",
        "= breach C1 unmet",
        "= breach C1 because dispatched",
        "= breach C2",
        "= stage closed",
        "= close_due 2026-11-24 09:01",
        "= tags repeat",
        "= gaps 2027",
        "= field kind urgent",
        "= reminders C1: arrival 2026-11-23 09:00",
        "= no reminders C1",
        "= on_duty 2026-11-23 B",
        "= day_off 2026-11-23",
        "= not_working_time 2026-11-23 09:00",
        "= 2026-11-23 09:00 + 1wd is 2026-11-25 09:00",
        "= counted_from 2026-11-23 07:29 is 2026-11-23 07:29",
        "? post:B sign\n= allowed",
        "? post:B sign\n= refused closed",
        "? post:B sign\n= refused already_done post:B 2026-11-23 09:12",
        "? unit:柳河社区 unit-sign\n= refused",
        "? unit:柳河社区 unit-sign\n= allowed replied",
        "= suggests repeat",
        "= next review",
        "= next unit_sign by post:B",
        "= next unit_sign due 2026-11-23 09:31",
        "= next -",
        "= whatever",
        "2026-11-23 09:30 post:A celebrated",
    ] {
        let outcome = play("wrong", &format!("{story}{wrong}\n"), &rules);
        assert_eq!(outcome.failures.len(), 1, "{wrong}: {:?}", outcome.failures);
    }
}

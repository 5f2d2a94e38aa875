//! Two windows and ten writers of the command line at once on one store: every act that was acknowledged is there once, nothing is
//! signed twice, no window shows what is no longer so.
//!
//! Two windows that sign one case: `pty together`; windows that make one store at once: `it store::files`.

use std::collections::BTreeMap;
use std::thread;

use super::chance::{Chance, seed};
use super::kills::assert_nothing_runs;
use super::office::{Office, counts};
use super::window::End;

/// What the hands at the windows press.
const KEYS: [&str; 4] = ["s", "j", "k", "j"];

/// One round: so many writers, each of whom tries to sign each of the cases and adds some of its own.
fn round(writers: usize, cases: usize, chance: &mut Chance) -> usize {
    let office = Office::empty();
    let mut list = "诉求编号,事件类型,诉求标题,登记时间,事件状态,事发区域\n".to_owned();
    for n in 0..cases {
        list += &format!("CRW{n:04},自处件,路灯不亮 {n},2026-11-23 09:00:00,待签收,柳河\n");
    }
    std::fs::write(office.path("list.csv"), list).unwrap();
    office.run(&["import", "list.csv"]);
    let mut windows = [
        office.open(&["--by", "post:A"]),
        office.open(&["--by", "post:B"]),
    ];
    let seeds: Vec<u64> = (0..writers).map(|_| chance.next()).collect();
    let signed: Vec<Vec<String>> = thread::scope(|scope| {
        let office = &office;
        let writers = seeds.iter().enumerate().map(|(writer, seed)| {
            scope.spawn(move || write(office, writer, cases, &mut Chance::new(*seed)))
        });
        let writers: Vec<_> = writers.collect();
        // Both at their keys meanwhile.
        while writers.iter().any(|w| !w.is_finished()) {
            for window in &mut windows {
                let drawn = window.frames();
                let key = *chance.one_of(&KEYS);
                window.press(key);
                window.wait_for("a frame", |w| w.frames() > drawn);
            }
        }
        writers.into_iter().map(|w| w.join().unwrap()).collect()
    });
    let mut by_command: BTreeMap<String, usize> = BTreeMap::new();
    for number in signed.into_iter().flatten() {
        *by_command.entry(number).or_default() += 1;
    }
    assert!(
        by_command.values().all(|times| *times == 1),
        "{by_command:?}"
    );
    let log = office.run(&["log", "export"]);
    let facts: Vec<serde_json::Value> = log
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    let count = |event: &str, number: &str| {
        let ours = facts
            .iter()
            .filter(|f| f["event"] == event && f["case"] == number);
        ours.count()
    };
    for n in 0..cases {
        assert_eq!(count("signed", &format!("CRW{n:04}")), 1);
    }
    for writer in 0..writers {
        for own in 0..3 {
            assert_eq!(count("received", &format!("OWN{writer:02}{own}")), 1);
        }
    }
    // The hands at the windows sign what is under them, also what writers added.
    let signed = facts.iter().filter(|f| f["event"] == "signed").count();
    let (sign, dispatch) = (writers * 3 + cases - signed, signed);
    let cells = |n: usize| u8::try_from(n).unwrap();
    for window in &mut windows {
        window.see(&counts(cells(sign), cells(dispatch), 0));
        window.press("q");
        assert_eq!(window.end_given_back(), End::Exit(0));
    }
    let doctor = office.try_run(&["doctor"]);
    assert!(doctor.status.success(), "{doctor:?}");
    assert_nothing_runs(&office);
    cases + writers * 3
}

/// Signs the cases in an order of its own, and gives those it was told that it had signed.
fn write(office: &Office, writer: usize, cases: usize, chance: &mut Chance) -> Vec<String> {
    let person = format!("写手{writer}");
    let mut left: Vec<usize> = (0..cases).collect();
    let mut signed = Vec::new();
    let mut own = 0;
    while !left.is_empty() {
        let n = left.swap_remove(chance.below(left.len()));
        let number = format!("CRW{n:04}");
        let output = office.try_run(&["sign", &number, "--person", &person]);
        match output.status.code() {
            Some(0) => signed.push(number),
            // Somebody was faster, and it is said who.
            Some(1) => assert!(
                String::from_utf8_lossy(&output.stderr).contains("街道签收"),
                "{output:?}"
            ),
            // It waited too long for the others: not done, and to be tried again.
            Some(3) => left.push(n),
            _ => panic!("{output:?}"),
        }
        if own < 3 {
            let number = format!("OWN{writer:02}{own}");
            let add = [
                "add",
                "--number",
                &number,
                "--kind",
                "ordinary",
                "--community",
                "驿里",
                "--title",
                "井盖松动",
            ];
            own += usize::from(office.try_run(&add).status.success());
        }
    }
    signed
}

fn run(rounds: usize, writers: usize, cases: usize) {
    let mut chance = Chance::new(seed());
    let acts: usize = (0..rounds)
        .map(|_| round(writers, cases, &mut chance))
        .sum();
    eprintln!(
        "crowd: {rounds} rounds of 2 windows and {writers} writers, {acts} acts, each there once, no window stale"
    );
}

#[test]
fn briefly() {
    run(1, 3, 4);
}

#[test]
#[ignore = "long: ten rounds of ten writers"]
fn at_length() {
    run(10, 10, 8);
}

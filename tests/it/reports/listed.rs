//! The same counts over a real list of a year, which is nobody's to commit: `ZHIBAN_YEAR=FILE cargo test --test it
//! a_list_of_a_year -- --ignored`.

use std::path::Path;

use zhiban::domain::arrival;
use zhiban::domain::draft::Draft;
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;
use zhiban::intake::{self, Reading};
use zhiban::store::Store;

use super::recount::{NOW, stories};
use super::{Dice, counted, days, folder, lines, moment, worked};

/// The drafts of a list with their moments of receipt, in that order.
fn drafts(list: &Path, rules: &Rules) -> Vec<(Stamp, Draft)> {
    let reading = Reading {
        policy: &rules.policy,
        mapping: None,
        now: moment(NOW),
    };
    let sheet = intake::read_file(list, &reading, &mut |_| ()).unwrap();
    let mut drafts: Vec<(Stamp, Draft)> = sheet
        .drafts
        .into_iter()
        .filter_map(|draft| {
            let facts = arrival::facts(&draft, &[], rules, moment(NOW));
            Some((facts.first()?.at, draft))
        })
        .collect();
    drafts.sort_by(|a, b| (a.0, &a.1.number).cmp(&(b.0, &b.1.number)));
    drafts
}

#[test]
#[ignore = "needs a list of 2026 that is not in here: ZHIBAN_YEAR=FILE"]
fn a_list_of_a_year_is_counted_right() {
    let list = std::env::var_os("ZHIBAN_YEAR").expect("ZHIBAN_YEAR=FILE names the list");
    let rules = Rules::builtin().unwrap();
    let drafts = drafts(Path::new(&list), &rules);
    assert!(drafts.len() > 100, "{}", drafts.len());
    // Some came in before the desk knew them.
    let first = drafts[10].0;
    let folder = folder();
    let path = folder.path().join("zhiban.db");
    let mut store = Store::open(&path, rules.clone(), first).unwrap();
    let mut dice = Dice(2026);
    for (received, draft) in drafts {
        let now = received.max(first);
        let mut facts = arrival::facts(&draft, &[], &rules, received);
        facts.truncate(1);
        facts.extend(worked(&mut dice, received));
        let row = vec![(draft.number, facts)];
        store
            .receive(row, |facts, _, _| facts, now, |_| ())
            .unwrap();
    }
    let stories = stories(&lines(&store));
    counted::check(&mut store, &stories, &first.date().to_string());
    let some = [
        "2026-01-12",
        "2026-03-20",
        "2026-06-30",
        "2026-09-08",
        "2026-11-10",
    ];
    days::check(&mut store, &stories, &some);
}

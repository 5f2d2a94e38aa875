//! T10: what a month came to stays, whatever weights and calendars come after it, and the report says by which it goes.

use std::path::Path;

use zhiban::domain::calendar::Listed;
use zhiban::domain::oversight::Bulletin;
use zhiban::domain::period::Period;
use zhiban::domain::policy::Policy;
use zhiban::domain::rules::Rules;
use zhiban::store::Store;

use super::{Dice, folder, history, moment, year};
use zhiban::domain::ids::Number;

const NOW: &str = "2026-12-20T12:00:00";

fn changed(from: &str, to: &str, listed: Listed) -> Rules {
    let text = Rules::builtin_policy();
    let new = text.replacen(from, to, 1);
    assert!(from == to || new != text, "{from}");
    Rules::new(Policy::from_toml(&new).unwrap(), listed)
}

fn bulletin(path: &Path, rules: Rules, period: &str) -> Bulletin {
    let mut store = Store::open(path, rules, moment(NOW)).unwrap();
    let period: Period = period.parse().unwrap();
    store.bulletin(period, moment(NOW)).unwrap()
}

#[test]
fn weights_of_today_leave_past_months_alone() {
    let folder = folder();
    let path = folder.path().join("zhiban.db");
    drop(year(&path, 60));
    let rules = Rules::builtin().unwrap();
    let old = rules.revision().clone();
    let before = bulletin(&path, rules, "2026-10");
    assert_eq!(before.revision, old);
    let listed = || Rules::builtin_calendar().unwrap();
    let dearer = || changed("late_sign = -2", "late_sign = -20", listed());
    let new = dearer().revision().clone();
    assert_ne!(new, old);

    // Nothing has come in under the new weights: the months that are over keep what they had.
    assert_eq!(bulletin(&path, dearer(), "2026-10"), before);
    let running = bulletin(&path, dearer(), "2026-12");
    assert!(running.running);
    assert_eq!(running.revision, new);
    assert_eq!(running.ranking[0].parts[1].weight, -20);

    // A case that comes in under them makes them those of its own month.
    let mut store = Store::open(&path, dearer(), moment(NOW)).unwrap();
    let facts = history(&mut Dice(7), moment("2026-12-20T11:00:00"));
    let row = vec![(Number::from("Z1"), facts)];
    store
        .receive(row, |f, _, _| f, moment(NOW), |_| ())
        .unwrap();
    drop(store);
    assert_eq!(bulletin(&path, dearer(), "2026-10"), before);
    let later = moment("2027-01-10T12:00:00");
    let mut store = Store::open(&path, Rules::builtin().unwrap(), later).unwrap();
    let december = store.bulletin("2026-12".parse().unwrap(), later).unwrap();
    assert_eq!(december.revision, new);
}

#[test]
fn days_off_of_today_leave_past_verdicts_alone() {
    let folder = folder();
    let path = folder.path().join("zhiban.db");
    drop(year(&path, 60));
    let before = bulletin(&path, Rules::builtin().unwrap(), "2026-10");
    let mut listed = Rules::builtin_calendar().unwrap();
    let days: Vec<String> = (12..=30).map(|d| format!("2026-10-{d},假,off\n")).collect();
    let days = format!("date,name,kind\n{}", days.concat());
    listed.merge(Listed::from_csv(&days).unwrap());
    let after = bulletin(&path, changed("", "", listed), "2026-10");
    assert!(!before.lapses.is_empty());
    assert_eq!(after, before);
}

#[test]
fn a_policy_older_than_the_ranking_goes_by_the_weights_built_in() {
    let text = Rules::builtin_policy();
    let (old, _) = text.split_once("[oversight]").unwrap();
    let rules = Rules::new(Policy::from_toml(old).unwrap(), Listed::default());
    assert_eq!(rules.policy.oversight, None);
    // Its name must not change by what was not in it.
    assert!(!rules.to_stored().to_string().contains("oversight"));
    let built_in = Rules::builtin().unwrap().oversight().unwrap();
    assert_eq!(rules.oversight().unwrap(), built_in);
}

#[test]
fn weights_that_make_no_sense_are_refused_by_key() {
    for (from, to, key) in [
        (
            "late_sign = -2",
            "late_sign = 2",
            "oversight.weights.late_sign",
        ),
        ("handled = 1", "handled = -1", "oversight.weights.handled"),
        (
            "last_months = 3",
            "last_months = 0",
            "oversight.last_months",
        ),
        ("limit = 5", "limit = 0", "oversight.ladder[1].limit"),
        ("months = 2", "months = 40", "oversight.ladder[1].months"),
        (
            "\"discipline\"",
            "\"accountability\"",
            "oversight.ladder[2].step",
        ),
    ] {
        let text = Rules::builtin_policy().replacen(from, to, 1);
        assert_eq!(Policy::from_toml(&text).unwrap_err().key, key);
    }
}

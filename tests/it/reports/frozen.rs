//! T10: what a month came to stays, whatever weights and calendars come after it, and the report says by which it goes.

use std::collections::BTreeSet;
use std::path::Path;

use zhiban::app::text::Texts;
use zhiban::domain::calendar::Listed;
use zhiban::domain::day_summary::DaySummary;
use zhiban::domain::oversight::Bulletin;
use zhiban::domain::period::Period;
use zhiban::domain::policy::Policy;
use zhiban::domain::report::Block;
use zhiban::domain::rules::Rules;
use zhiban::domain::show::Language;
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

/// Both at once: what is told of last month stays to the letter, on the bulletin, the ladder and the days, and each verdict
/// names the revision of its case; what came in since names the new one.
#[test]
fn every_verdict_names_the_revision_it_was_judged_by() {
    let folder = folder();
    let path = folder.path().join("zhiban.db");
    let come_in = |store: &mut Store, name: &str, first: &str| {
        for n in 0..12u8 {
            let received = moment(first).plus_minutes(i64::from(n) * 60);
            let facts = history(&mut Dice(n.into()), received);
            let row = vec![(Number::from(format!("{name}{n}")), facts)];
            store.receive(row, |f, _, _| f, received, |_| ()).unwrap();
        }
    };
    let mut store = year(&path, 90);
    come_in(&mut store, "O", "2026-12-02T08:10:00");
    drop(store);
    let old = Rules::builtin().unwrap().revision().clone();
    let told = |rules: Rules| {
        let mut store = Store::open(&path, rules, moment(NOW)).unwrap();
        let now = moment(NOW);
        let month = store.bulletin("2026-11".parse().unwrap(), now).unwrap();
        let ladder = store.ladder("2026-11".parse().unwrap(), now).unwrap();
        let days = month.lapses.iter().map(|lapse| lapse.at.date()).take(3);
        let days = days.collect::<Vec<_>>().into_iter();
        let days: Vec<DaySummary> = days.map(|d| store.day_summary(d, now).unwrap()).collect();
        (month, ladder, days)
    };
    let before = told(Rules::builtin().unwrap());
    let mut listed = Rules::builtin_calendar().unwrap();
    let off = (1..=30).map(|d| format!("2026-11-{d:02},假,off\n"));
    let off = format!("date,name,kind\n{}", off.collect::<String>());
    listed.merge(Listed::from_csv(&off).unwrap());
    let new = || changed("late_close = -5", "late_close = -50", listed.clone());
    let revision = new().revision().clone();
    let after = told(new());
    assert_eq!(after, before);
    let (month, ladder, days) = &after;
    assert_eq!((&month.revision, &ladder.revision), (&old, &old));
    assert!(month.lapses.len() > 5 && !days.is_empty());
    let on_ladder = ladder.subjects.iter().flat_map(|s| &s.lapses);
    let lapses = month.lapses.iter().chain(on_ladder).map(|l| &l.revision);
    let missed = days.iter().flat_map(|day| &day.breaches);
    let mut named = lapses.chain(missed.map(|b| &b.revision));
    assert!(named.all(|name| *name == old));
    assert!(ladder.last.iter().all(|month| month.revision == old));

    // What comes in under the new rules is judged by them, beside what is judged by the old ones.
    let now = moment("2026-12-28T12:00:00");
    let mut store = Store::open(&path, new(), moment(NOW)).unwrap();
    come_in(&mut store, "N", "2026-12-20T12:10:00");
    let december = store.bulletin("2026-12".parse().unwrap(), now).unwrap();
    for lapse in &december.lapses {
        let is_new = lapse.number.as_str().starts_with('N');
        let wanted = if is_new { &revision } else { &old };
        assert_eq!(&lapse.revision, wanted, "{}", lapse.number);
    }
    let named: BTreeSet<&str> = december
        .lapses
        .iter()
        .map(|l| l.revision.as_str())
        .collect();
    assert_eq!(named.len(), 2);
    assert_eq!(
        (&december.revision, &december.revision_before),
        (&revision, &old)
    );
    assert_eq!(told(new()).0, before.0);

    // Readers find it in words too: the full names in the notes, the short one beside each verdict.
    let texts = Texts::new(Language::Zh);
    let report = texts.bulletin_report(&december, now);
    for name in [&old, &revision] {
        assert!(report.notes.iter().any(|note| note.contains(name.as_str())));
    }
    let Some(Block::Table(table)) = report.blocks.last() else {
        panic!("{report:#?}");
    };
    for (row, lapse) in table.rows.iter().zip(&december.lapses) {
        assert_eq!(row.last(), Some(&lapse.revision.short().into()));
    }
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

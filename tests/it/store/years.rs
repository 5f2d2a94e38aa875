//! A case keeps its revision; data for a year that had none reaches the open cases that rest on it (T10).

use zhiban::domain::calendar::Listed;
use zhiban::domain::command::{Act, Context};
use zhiban::domain::event::Event;
use zhiban::domain::ids::{Actor, Post};
use zhiban::domain::policy::Policy;
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;
use zhiban::store::Store;

use super::{Desk, moment, number, received, rules};

fn rules_with_2027() -> Rules {
    let mut listed = Rules::builtin_calendar().unwrap();
    let days = "date,name,kind\n2027-01-01,元旦,off\n2027-01-02,元旦,off\n2027-01-03,元旦,off\n2027-02-06,春节,off\n";
    listed.merge(Listed::from_csv(days).unwrap());
    Rules::new(Policy::from_toml(Rules::builtin_policy()).unwrap(), listed)
}

fn open(desk: &Desk, rules: Rules, now: Stamp) -> Store {
    Store::open(&desk.path(), rules, now).unwrap()
}

fn add_at_years_end(store: &mut Store, n: u32) {
    let context = Context {
        at: moment("2026-12-31T10:00:00"),
        now: moment("2026-12-31T12:00:00"),
        by: Actor::Post(Post::A),
        person: None,
        note: None,
    };
    store
        .add(&number(n), received("驿里", "路灯不亮"), &context)
        .unwrap();
}

fn close_due(store: &mut Store, n: u32) -> Stamp {
    let rows = store.all_rows(moment("2027-01-01T08:00:00")).unwrap();
    let row = rows.into_iter().find(|(r, _)| r.number == number(n));
    row.unwrap().0.cells[4].unwrap().due.unwrap()
}

#[test]
fn a_new_years_days_off_reach_the_open_cases_alone() {
    let desk = Desk::new();
    let new_year = moment("2027-01-01T08:00:00");
    let mut store = open(&desk, rules(), moment("2026-12-31T12:00:00"));
    add_at_years_end(&mut store, 1);
    add_at_years_end(&mut store, 2);
    let close = Act::Close {
        unreviewed: true,
        reason: Some("平台已办结".to_owned()),
    };
    let context = Context {
        at: moment("2026-12-31T11:00:00"),
        now: moment("2026-12-31T12:00:00"),
        by: Actor::Post(Post::A),
        person: None,
        note: None,
    };
    store.act(&number(2), &close, &context, None).unwrap();
    // Friday, the first of January, by its weekday.
    assert_eq!(close_due(&mut store, 1), moment("2027-01-01T10:00:00"));
    drop(store);

    let mut store = open(&desk, rules_with_2027(), new_year);
    assert_eq!(close_due(&mut store, 1), moment("2027-01-04T10:00:00"));
    assert_eq!(close_due(&mut store, 2), moment("2027-01-01T10:00:00"));
    let facts = store.case_facts(&number(1)).unwrap();
    let adopted = facts.last().unwrap();
    assert!(matches!(adopted.fact.event, Event::RevisionAdopted(_)));
    assert_eq!(
        (adopted.fact.by.clone(), adopted.fact.at),
        (Actor::System, new_year)
    );
    assert_eq!(store.check().unwrap().problems, []);
    drop(store);

    let again = open(&desk, rules_with_2027(), new_year);
    assert_eq!(again.case_facts(&number(1)).unwrap(), facts);
}

#[test]
fn another_policy_reaches_new_cases_only() {
    let desk = Desk::new();
    let now = moment("2026-12-31T12:00:00");
    add_at_years_end(&mut open(&desk, rules(), now), 1);
    let text = Rules::builtin_policy();
    let changed = text.replacen("\"1wd\"", "\"2wd\"", 1);
    assert_ne!(changed, text);
    let other = Rules::new(
        Policy::from_toml(&changed).unwrap(),
        Rules::builtin_calendar().unwrap(),
    );
    let before = super::projection(&desk.path());
    let mut store = open(&desk, other, now);
    assert_eq!(super::projection(&desk.path()), before);
    add_at_years_end(&mut store, 2);
    store.rebuild().unwrap();
    let rows = super::projection(&desk.path());
    assert_eq!(rows["cases"].len(), 2);
    assert_eq!(rows["cases"][0], before["cases"][0]);
    assert_eq!(super::table(&desk.path(), "revisions").len(), 2);
}

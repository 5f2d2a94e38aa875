//! The log is never changed, and the projection is what it says.

use std::path::Path;

use rusqlite::Connection;
use zhiban::domain::command::Act;
use zhiban::domain::event::Fields;
use zhiban::domain::ids::Post;
use zhiban::store::Ailment;

use super::{Desk, act, add, by, number, projection, table, work_through};

#[test]
fn replay_gives_the_same_projection_row_by_row() {
    let desk = Desk::new();
    let mut store = desk.open();
    for n in 1..=6 {
        work_through(&mut store, n);
    }
    add(&mut store, 7, "11:00");
    let before = projection(&desk.path());
    assert_eq!(before["cases"].len(), 7);
    assert!(!before["verdicts"].is_empty());
    let indexes = indexes(&desk.path());
    assert!(indexes.len() > 5, "{indexes:?}");
    store.rebuild().unwrap();
    assert_eq!(projection(&desk.path()), before);
    assert_eq!(self::indexes(&desk.path()), indexes);
    let health = store.check().unwrap();
    assert_eq!((health.cases, health.open, health.problems), (7, 4, vec![]));
}

/// The indexes of the projection, by name.
fn indexes(store: &Path) -> Vec<(String, String)> {
    let conn = Connection::open(store).unwrap();
    let mut select = conn
        .prepare(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('cases', 'verdicts') \
             AND sql IS NOT NULL ORDER BY name",
        )
        .unwrap();
    let indexes = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    indexes.unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn a_projection_that_was_tampered_with_is_found_and_mended() {
    let desk = Desk::new();
    let mut store = desk.open();
    add(&mut store, 1, "09:00");
    add(&mut store, 2, "09:00");
    // Two and a half hours late: a verdict.
    act(&mut store, 2, &Act::Sign, "11:40");
    let tamper = Connection::open(desk.path()).unwrap();
    tamper
        .execute("UPDATE cases SET title = 'x' WHERE number LIKE '%1'", [])
        .unwrap();
    tamper
        .execute("DELETE FROM verdicts WHERE number LIKE '%2'", [])
        .unwrap();
    let found = store.check().unwrap().problems;
    assert_eq!(
        found,
        [
            Ailment::Projection(number(1)),
            Ailment::Projection(number(2))
        ]
    );
    store.rebuild().unwrap();
    assert_eq!(store.check().unwrap().problems, []);
}

#[test]
fn the_log_refuses_to_be_changed() {
    let desk = Desk::new();
    add(&mut desk.open(), 1, "09:00");
    let conn = Connection::open(desk.path()).unwrap();
    for sql in [
        "UPDATE events SET at = 0",
        "DELETE FROM events",
        "UPDATE revisions SET content = ''",
        "DELETE FROM revisions",
    ] {
        assert!(conn.execute(sql, []).is_err(), "{sql} went through");
    }
}

#[test]
fn numbers_of_a_desk_have_no_hole_even_after_refusals() {
    let desk = Desk::new();
    let mut store = desk.open();
    add(&mut store, 1, "09:00");
    act(&mut store, 1, &Act::Sign, "09:03");
    for _ in 0..3 {
        assert!(
            store
                .act(&number(1), &Act::Sign, &by(Post::B, "09:04"), None)
                .is_err()
        );
    }
    add(&mut store, 2, "09:10");
    let facts = [1, 2].map(|n| store.case_facts(&number(n)).unwrap());
    let counted: Vec<u64> = facts.iter().flatten().map(|l| l.n).collect();
    assert_eq!(counted, [1, 2, 3]);
    assert_eq!(store.check().unwrap().problems, []);
}

#[test]
fn citizens_stand_apart_from_the_log_and_can_be_erased() {
    let desk = Desk::new();
    let mut store = desk.open();
    add(&mut store, 1, "09:00");
    let amend = Act::Amend {
        fields: Fields {
            phone: Some("13900000002".to_owned()),
            ..Fields::default()
        },
        reason: None,
    };
    act(&mut store, 1, &amend, "09:02");
    for (name, rows) in [("events", table(&desk.path(), "events"))]
        .into_iter()
        .chain(projection(&desk.path()))
    {
        let text = format!("{rows:?}");
        for private in ["林女士", "13900000001", "13900000002"] {
            assert!(!text.contains(private), "{private} stands in {name}");
        }
    }
    let said = |store: &zhiban::store::Store| format!("{:?}", store.case_facts(&number(1)));
    assert!(said(&store).contains("林女士") && said(&store).contains("13900000002"));

    let conn = Connection::open(desk.path()).unwrap();
    conn.execute("DELETE FROM citizens", []).unwrap();
    assert!(!said(&store).contains("林女士") && !said(&store).contains("1390000000"));
    assert_eq!(store.check().unwrap().problems, []);
}

//! Backups, and putting one back.

use std::fs;

use zhiban::domain::command::Act;
use zhiban::store::{Failure, Store};

use super::{Desk, NOON, act, add, exported, moment, number, open, projection, work_through};

#[test]
fn a_backup_is_one_sound_file_with_everything() {
    let desk = Desk::new();
    let mut store = desk.open();
    work_through(&mut store, 1);
    let copy = desk.file("copy.db");
    store.backup(&copy).unwrap();
    let names: Vec<_> = fs::read_dir(desk.folder.path())
        .unwrap()
        .map(|f| f.unwrap().file_name().into_string().unwrap())
        .filter(|n| n.starts_with("copy"))
        .collect();
    assert_eq!(names, ["copy.db"]);
    let before = fs::read(&copy).unwrap();
    let again = store.backup(&copy).unwrap_err();
    assert!(matches!(again.kind, Failure::Exists));
    assert_eq!(fs::read(&copy).unwrap(), before);
    assert_eq!(exported(&open(&copy)), exported(&store));
}

#[test]
fn a_backup_comes_back_while_another_window_looks_on() {
    let desk = Desk::new();
    let mut store = desk.open();
    work_through(&mut store, 1);
    add(&mut store, 2, "09:00");
    let copy = desk.file("copy.db");
    store.backup(&copy).unwrap();
    let (rows, log) = (projection(&desk.path()), exported(&store));
    act(&mut store, 2, &Act::Sign, "09:05");
    add(&mut store, 4, "09:30");
    let later = exported(&store);

    let kept = Store::restore(&desk.path(), &copy, moment(NOON)).unwrap();
    let changes = store.changes().unwrap().unwrap();
    assert!(changes.replaced);
    assert_eq!(exported(&store), log);
    assert_eq!(projection(&desk.path()), rows);
    // What stood there before is not lost.
    assert_eq!(exported(&open(&kept.unwrap())), later);

    // Who goes on does so as a desk of its own: the numbers of the lost facts are not given twice.
    let signed = act(&mut store, 2, &Act::Sign, "09:06");
    assert_eq!(signed.facts[0].n, 1);
    assert!(!log.contains(&signed.facts[0].desk));
    assert_eq!(store.check().unwrap().problems, []);
    store.import_log(&mut later.as_bytes()).unwrap();
    assert_eq!(store.case_facts(&number(2)).unwrap().len(), 3);
}

#[test]
fn a_damaged_store_makes_way_for_a_backup_and_is_kept() {
    let desk = Desk::new();
    let mut store = desk.open();
    work_through(&mut store, 1);
    let copy = desk.file("copy.db");
    store.backup(&copy).unwrap();
    let log = exported(&store);
    drop(store);
    fs::write(desk.path(), "ruined").unwrap();
    let kept = Store::restore(&desk.path(), &copy, moment(NOON)).unwrap();
    assert_eq!(fs::read(kept.unwrap()).unwrap(), b"ruined");
    assert_eq!(exported(&desk.open()), log);
}

#[test]
fn a_backup_makes_a_store_where_there_is_none() {
    let desk = Desk::new();
    let mut store = desk.open();
    add(&mut store, 1, "09:00");
    let copy = desk.file("copy.db");
    store.backup(&copy).unwrap();
    let fresh = desk.file("new").join("zhiban.db");
    assert_eq!(Store::restore(&fresh, &copy, moment(NOON)).unwrap(), None);
    assert_eq!(exported(&open(&fresh)), exported(&store));
}

#[test]
fn what_is_no_sound_backup_changes_nothing() {
    let desk = Desk::new();
    let mut store = desk.open();
    work_through(&mut store, 1);
    let log = exported(&store);
    let copy = desk.file("copy.db");
    store.backup(&copy).unwrap();
    let mut bytes = fs::read(&copy).unwrap();
    for byte in &mut bytes[4096..12_288] {
        *byte = 0x5a;
    }
    fs::write(&copy, bytes).unwrap();
    let letter = desk.file("letter");
    fs::write(&letter, "no store").unwrap();
    for from in [&copy, &letter, &desk.file("nowhere"), &desk.path()] {
        let refused = Store::restore(&desk.path(), from, moment(NOON)).unwrap_err();
        assert_eq!(&refused.path, from, "{refused}");
        assert_eq!(exported(&store), log);
    }
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 5);
}

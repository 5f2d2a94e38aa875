//! Two desks whose logs were merged: what both did to a case is said with both names, at once and on the case's page.

use std::cell::RefCell;

use zhiban::app::inflow::{Became, CameIn};
use zhiban::app::msg::Msg;
use zhiban::domain::command::{Act, Context};
use zhiban::domain::event::Assignment;
use zhiban::domain::ids::{Actor, Number, Post, Role};
use zhiban::domain::rules::Rules;
use zhiban::store::{LogImported, Store};

use super::desk::Desk;
use super::{NARROW, WIDE, morning};

const CASE: &str = "FZ26112300012";

fn log(store: &Store) -> Vec<u8> {
    let mut log = Vec::new();
    store.export_log(&mut log, None).unwrap();
    log
}

fn act(store: &mut Store, act: &Act, post: Post, person: &str, minutes_ago: i64) {
    let context = Context {
        at: morning::now().plus_minutes(-minutes_ago),
        now: morning::now(),
        by: Actor::Post(post),
        person: Some(person.to_owned()),
        note: None,
    };
    store.act(&Number::from(CASE), act, &context, None).unwrap();
}

fn dispatch(unit: &str) -> Act {
    Act::Dispatch {
        units: vec![Assignment {
            unit: unit.into(),
            role: Role::Lead,
        }],
    }
}

/// The morning, of which another desk has a copy; both sign and dispatch one case, and this one takes in the other's log.
fn merged(store: &mut Store) -> LogImported {
    morning::fill(store);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let mut other = Store::open(&path, Rules::builtin().unwrap(), morning::now()).unwrap();
    other.import_log(&mut log(store).as_slice()).unwrap();
    act(store, &Act::Sign, Post::A, "陈工", 6);
    act(store, &dispatch("三坊七巷社区"), Post::A, "陈工", 4);
    act(&mut other, &Act::Sign, Post::B, "林工", 5);
    act(&mut other, &dispatch("城管办"), Post::B, "林工", 3);
    store.import_log(&mut log(&other).as_slice()).unwrap()
}

#[test]
fn what_both_desks_did_is_on_the_screen() {
    let done = RefCell::new(LogImported::default());
    let mut desk = Desk::filled(WIDE, |store| *done.borrow_mut() = merged(store));
    let done = done.into_inner();
    assert_eq!(done.clashes.len(), 2);
    let became = Became::Log {
        new: done.new,
        known: done.known,
        clashes: done.clashes,
    };
    let file = "b-desk.jsonl".to_owned();
    desk.arrives(Msg::CameIn(vec![CameIn { file, became }]));
    let said = "! FZ26112300012 两台都签收了：A 岗 陈工 11-23 09:35:27；B 岗 林工 11-23 09:36:27；还有 1 处";
    assert!(desk.screen().contains(said), "{}", desk.screen());
    desk.resize(NARROW);
    desk.select(CASE);
    desk.press("<enter>");
    screen!("merged_page", desk.screen());
}

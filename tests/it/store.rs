//! The store on real files: two windows on one desk, replay, the log out and in again, backups, and files that are no
//! store.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::TempDir;
use zhiban::domain::command::{Act, Context};
use zhiban::domain::event::{Assignment, Received};
use zhiban::domain::ids::{Actor, Community, Kind, Number, Post, Role, Unit};
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;
use zhiban::store::{Committed, Store};

mod acts;
mod alike;
mod copies;
mod daily;
mod damage;
mod files;
mod log;
mod others;
mod replay;
mod years;

const NOON: &str = "2026-11-23T12:00:00";

fn moment(text: &str) -> Stamp {
    text.parse().unwrap()
}

/// A moment of Monday, 2026-11-23.
fn at(time: &str) -> Stamp {
    moment(&format!("2026-11-23T{time}"))
}

fn rules() -> Rules {
    Rules::builtin().unwrap()
}

/// A folder with a store that is thrown away.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn path(&self) -> PathBuf {
        self.file("zhiban.db")
    }

    fn open(&self) -> Store {
        open(&self.path())
    }
}

fn open(path: &Path) -> Store {
    Store::open(path, rules(), moment(NOON)).unwrap()
}

fn by(post: Post, time: &str) -> Context {
    Context {
        at: at(time),
        now: moment(NOON),
        by: Actor::Post(post),
        person: None,
        note: None,
    }
}

fn number(n: u32) -> Number {
    Number::from(format!("FZ261123{n:05}"))
}

fn received(community: &str, title: &str) -> Received {
    Received {
        community: Some(Community::from(community)),
        address: "巷口".to_owned(),
        reporter: "林女士".to_owned(),
        phone: "13900000001".to_owned(),
        channel: "12345".to_owned(),
        ..Received::new(Kind::Ordinary, title)
    }
}

fn add(store: &mut Store, n: u32, time: &str) -> Committed {
    let case = received("柳河", "巷内下水管外溢");
    store.add(&number(n), case, &by(Post::A, time)).unwrap()
}

fn to(unit: &str) -> Act {
    Act::Dispatch {
        units: vec![Assignment {
            unit: Unit::from(unit),
            role: Role::Lead,
        }],
    }
}

fn act(store: &mut Store, n: u32, act: &Act, time: &str) -> Committed {
    store
        .act(&number(n), act, &by(Post::A, time), None)
        .unwrap()
}

/// A case from receipt to its accepted reply, and for odd numbers the close.
pub fn work_through(store: &mut Store, n: u32) {
    add(store, n, "08:40");
    act(store, n, &Act::Sign, "08:45");
    act(store, n, &to("柳河社区"), "08:50");
    act(store, n, &Act::UnitSign { unit: None }, "09:20");
    let reply = Act::Reply {
        unit: None,
        text: "已疏通".to_owned(),
        photos: 2,
        approved_by: None,
    };
    act(store, n, &reply, "10:00");
    let review = Act::Review {
        verdict: zhiban::domain::ids::Verdict::Accepted,
        faults: Vec::new(),
    };
    act(store, n, &review, "10:30");
    if n % 2 == 1 {
        let close = Act::Close {
            unreviewed: false,
            reason: None,
        };
        act(store, n, &close, "11:00");
    }
}

/// Every row of a table, as the file holds it.
fn table(path: &Path, name: &str) -> Vec<Vec<Value>> {
    let conn = Connection::open(path).unwrap();
    let mut select = conn
        .prepare(&format!("SELECT * FROM {name} ORDER BY 1, 2"))
        .unwrap();
    let width = select.column_count();
    let rows = select.query_map([], |row| (0..width).map(|i| row.get(i)).collect());
    rows.unwrap().collect::<Result<_, _>>().unwrap()
}

/// The whole projection, as the file holds it.
fn projection(path: &Path) -> BTreeMap<&'static str, Vec<Vec<Value>>> {
    ["cases", "verdicts"]
        .map(|name| (name, table(path, name)))
        .into()
}

fn exported(store: &Store) -> String {
    let mut out = Vec::new();
    store.export_log(&mut out, None).unwrap();
    String::from_utf8(out).unwrap()
}

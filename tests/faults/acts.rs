//! A program that works through cases on one store and says after each act how many facts are in it: what is recorded, killed
//! and cut off. It is a test of this binary, so that nothing has to be built for it, and does nothing unless it is asked to.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;
use zhiban::domain::command::{Act, Context};
use zhiban::domain::event::Received;
use zhiban::domain::ids::{Actor, Community, Kind, Number, Post, Verdict};
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;
use zhiban::store::Store;

use super::office::NOW;

/// Where the store is.
pub const STORE: &str = "ZHIBAN_FAULTS_STORE";
/// One of the following.
pub const HOW: &str = "ZHIBAN_FAULTS_HOW";
/// How many cases are worked through.
pub const CASES: &str = "ZHIBAN_FAULTS_CASES";

/// As the desk writes.
pub const BY_STORE: &str = "store";
/// By a connection of our own that syncs each commit as the store does.
pub const FULL: &str = "full";
/// By one that leaves the syncing of a commit to the next checkpoint.
pub const NORMAL: &str = "normal";

/// What is said before the count.
pub const SAID: &str = "facts: ";

pub fn now() -> Stamp {
    NOW.parse().unwrap()
}

pub fn rules() -> Rules {
    Rules::builtin().unwrap()
}

pub fn context(now: Stamp) -> Context {
    Context {
        at: now,
        now,
        by: Actor::Post(Post::A),
        person: None,
        note: None,
    }
}

pub fn number(n: usize) -> Number {
    Number::from(format!("CUT261123{n:05}"))
}

/// What is done on a case once it is there: all a case needs from its sign to its close.
pub fn life() -> Vec<Act> {
    vec![
        Act::Sign,
        Act::Dispatch { units: Vec::new() },
        Act::UnitSign { unit: None },
        Act::Reply {
            unit: None,
            text: "已疏通，附照片".to_owned(),
            photos: 2,
            approved_by: Some("张主任".to_owned()),
        },
        Act::Review {
            verdict: Verdict::Accepted,
            faults: Vec::new(),
        },
        Act::Close {
            unreviewed: false,
            reason: None,
        },
    ]
}

pub fn received(n: usize) -> Received {
    let communities = ["三坊七巷", "驿里", "灵响", "柳河", "小柳", "杨桥河南"];
    Received {
        community: Some(Community::from(communities[n % communities.len()])),
        reporter: "林女士".to_owned(),
        phone: format!("139{n:08}"),
        ..Received::new(Kind::ALL[n % Kind::ALL.len()], "巷内下水管外溢")
    }
}

/// Works through the cases, and tells after each act.
pub fn work(store: &mut Store, cases: usize, mut told: impl FnMut(&mut Store)) {
    for n in 0..cases {
        store.add(&number(n), received(n), &context(now())).unwrap();
        told(store);
        for act in life() {
            store.act(&number(n), &act, &context(now()), None).unwrap();
            told(store);
        }
    }
}

fn say(count: u64) {
    // One write a line, as a person's eye takes in one answer at a time.
    let line = format!("{SAID}{count}\n");
    std::io::stdout().write_all(line.as_bytes()).unwrap();
}

#[test]
fn writer() {
    let Some(path) = std::env::var_os(STORE).map(PathBuf::from) else {
        return;
    };
    let cases = std::env::var(CASES).unwrap().parse().unwrap();
    let how = std::env::var(HOW).unwrap();
    // Ends the harness's own line.
    println!();
    if how == BY_STORE {
        let mut store = Store::open(&path, rules(), now()).unwrap();
        work(
            &mut store,
            cases,
            |store| say(store.readable().facts as u64),
        );
    } else {
        copy_each(&path, cases, &how);
    }
}

/// Acts on a store elsewhere and copies what each act wrote into the store at `path`, in a transaction of its own.
fn copy_each(path: &Path, cases: usize, synchronous: &str) {
    let elsewhere = TempDir::new().unwrap();
    let source = elsewhere.path().join("zhiban.db");
    let mut store = Store::open(&source, rules(), now()).unwrap();
    drop(Store::open(path, rules(), now()).unwrap());
    let conn = Connection::open(path).unwrap();
    conn.pragma_update(None, "synchronous", synchronous)
        .unwrap();
    conn.execute("ATTACH ?1 AS theirs", [source.to_str().unwrap()])
        .unwrap();
    let copy = "BEGIN IMMEDIATE;
        INSERT OR IGNORE INTO revisions SELECT * FROM theirs.revisions;
        INSERT INTO events SELECT * FROM theirs.events WHERE mark > (SELECT coalesce(max(mark), 0) FROM main.events);
        INSERT INTO citizens SELECT * FROM theirs.citizens WHERE event > (SELECT coalesce(max(event), 0) FROM main.citizens);
        DELETE FROM cases; INSERT INTO cases SELECT * FROM theirs.cases;
        DELETE FROM verdicts; INSERT INTO verdicts SELECT * FROM theirs.verdicts;
        INSERT OR REPLACE INTO meta SELECT * FROM theirs.meta;
        COMMIT;";
    work(&mut store, cases, |_| {
        conn.execute_batch(copy).unwrap();
        let count = conn.query_row("SELECT count(*) FROM main.events", [], |r| r.get(0));
        say(count.unwrap());
    });
}

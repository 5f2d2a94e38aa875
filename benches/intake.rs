//! What an import costs, beside the least it could: `calamine` reading the cells, and one batched insert of as many events.
//!
//! `cargo bench --bench intake`. Each round does both in turn, so that a busy machine slows both down alike; the medians
//! and their ratio are printed.
#![allow(clippy::disallowed_methods, reason = "a bench measures by the clock")]
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench that cannot go on says so by failing"
)]

mod made;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use calamine::{Reader as _, Xlsx, open_workbook};
use rusqlite::{Connection, params};
use tempfile::TempDir;
use zhiban::domain::arrival;
use zhiban::domain::draft::Draft;
use zhiban::domain::event::Fact;
use zhiban::domain::rules::Rules;
use zhiban::intake::{self, Reading};

const ROWS: u32 = 10_000;
const ROUNDS: usize = 15;

fn main() {
    let folder = TempDir::new().unwrap();
    let list = folder.path().join("list.xlsx");
    std::fs::write(&list, made::sheet::workbook(ROWS)).unwrap();
    let bodies = bodies();
    let mut times: [Vec<Duration>; 5] = Default::default();
    for _ in 0..ROUNDS {
        let each = TempDir::new_in(folder.path()).unwrap();
        let mut drafts = Vec::new();
        let round = [
            timed(|| read_cells(&list)),
            timed(|| drafts = read_rows(&list)),
            timed(|| insert(bare_store(&each.path().join("bare.db")), &bodies)),
            timed(|| receive(drafts, &each.path().join("part.db"))),
            timed(|| import(&list, &each.path().join("whole.db"))),
        ];
        for (times, time) in times.iter_mut().zip(round) {
            times.push(time);
        }
    }
    let [cells, rows, inserted, received, whole] = times.map(median);
    println!("{ROWS} xlsx rows, medians of {ROUNDS} rounds in milliseconds");
    print("read: calamine alone, rows understood", cells, rows);
    print(
        "write: one batched insert, cases received",
        inserted,
        received,
    );
    print(
        "both: the two floors, the whole command",
        cells + inserted,
        whole,
    );
}

fn print(what: &str, floor: Duration, ours: Duration) {
    let ms = |d: Duration| d.as_secs_f64() * 1e3;
    let ratio = ours.as_secs_f64() / floor.as_secs_f64();
    println!(
        "{what}: {:.1}, {:.1}, ratio {ratio:.2}",
        ms(floor),
        ms(ours)
    );
}

fn timed(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// The command as a person would give it.
fn import(list: &Path, store: &Path) {
    let done = Command::new(env!("CARGO_BIN_EXE_zhiban"))
        .arg("import")
        .arg(list)
        .args(["--now", "2026-11-23T12:00", "--json"])
        .env("ZHIBAN_STORE", store)
        .env_remove("ZHIBAN_POLICY")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8(done.stdout).unwrap();
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["new"], ROWS, "{said}");
}

fn read_cells(list: &Path) {
    let mut book: Xlsx<_> = open_workbook(list).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(range.height(), ROWS as usize + 2);
}

fn read_rows(list: &Path) -> Vec<Draft> {
    let rules = Rules::builtin().unwrap();
    let reading = Reading {
        policy: &rules.policy,
        mapping: None,
        now: made::now(),
    };
    let sheet = intake::read_file(list, &reading, &mut |_| ()).unwrap();
    assert_eq!(
        (sheet.drafts.len(), sheet.problems.len()),
        (ROWS as usize, 0)
    );
    sheet.drafts
}

fn receive(drafts: Vec<Draft>, path: &Path) {
    let rows = drafts.into_iter().map(|d| (d.number.clone(), d)).collect();
    let now = made::now();
    let facts_of =
        |draft: Draft, known: &[Fact], rules: &Rules| arrival::facts(&draft, known, rules, now);
    let mut store = made::open(path, now);
    let arrived = store.receive(rows, facts_of, now, |_| ()).unwrap();
    assert_eq!(arrived.new.len(), ROWS as usize);
}

/// What the events of the rows hold, as the log keeps it.
fn bodies() -> Vec<String> {
    (0..ROWS)
        .map(|i| {
            let facts = made::Made::new(i, ROWS, made::now()).history(1);
            facts[0].event.body_text().unwrap()
        })
        .collect()
}

/// The events table without anything around it.
fn bare_store(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = wal; PRAGMA synchronous = full; \
         CREATE TABLE events (mark INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, desk TEXT NOT NULL, n INTEGER NOT NULL, \
         stream TEXT NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, \
         \"by\" TEXT NOT NULL, person TEXT, note TEXT, kind TEXT NOT NULL, body TEXT NOT NULL, body_version INTEGER NOT NULL, \
         UNIQUE (desk, n), UNIQUE (stream, version)) STRICT;",
    )
    .unwrap();
    conn
}

fn insert(mut conn: Connection, bodies: &[String]) {
    let at = made::now().micros();
    let tx = conn.transaction().unwrap();
    {
        let mut insert = tx
            .prepare("INSERT INTO events VALUES (?1, ?2, 'desk', ?1, ?3, 1, ?4, ?4, 'system', NULL, NULL, 'received', ?5, 1)")
            .unwrap();
        for (i, body) in (1_u32..).zip(bodies) {
            insert
                .execute(params![
                    i,
                    format!("id{i:034}"),
                    format!("FZ{i:011}"),
                    at,
                    body
                ])
                .unwrap();
        }
    }
    tx.commit().unwrap();
}

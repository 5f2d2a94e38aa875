//! A store as an older version of the program left it.

use std::fs;
use std::path::Path;

use rusqlite::{Connection, params};

/// What each version brought, as the program itself keeps it.
const STEPS: [&str; 10] = [
    include_str!("../../src/store/schema.sql"),
    include_str!("../../src/store/tellings.sql"),
    include_str!("../../src/store/steps.sql"),
    include_str!("../../src/store/boards.sql"),
    include_str!("../../src/store/reports.sql"),
    include_str!("../../src/store/alike.sql"),
    include_str!("../../src/store/forwarded.sql"),
    include_str!("../../src/store/dialled.sql"),
    include_str!("../../src/store/became.sql"),
    include_str!("../../src/store/erased.sql"),
];

/// The newest version there is.
pub const NEWEST: usize = STEPS.len();

/// Puts a store of that version with the same facts in the place of one; its projection is empty, as one is that an older
/// program made in another way.
pub fn make_old(store: &Path, version: usize) {
    let new = store.with_extension("new");
    fs::rename(store, &new).unwrap();
    let conn = Connection::open(store).unwrap();
    STEPS[..version]
        .iter()
        .for_each(|step| conn.execute_batch(step).unwrap());
    conn.execute("ATTACH ?1 AS new", params![new.to_str().unwrap()])
        .unwrap();
    conn.execute_batch(
        "INSERT INTO meta SELECT * FROM new.meta WHERE key IN ('desk', 'latest');
         INSERT INTO revisions SELECT * FROM new.revisions;
         INSERT INTO events SELECT * FROM new.events;
         INSERT INTO citizens (event, reporter, phone) SELECT event, reporter, phone FROM new.citizens;
         DETACH new;
         PRAGMA application_id = 0x7a62616e;",
    )
    .unwrap();
    conn.pragma_update(None, "user_version", i64::try_from(version).unwrap())
        .unwrap();
    conn.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))
        .unwrap();
    drop(conn);
    fs::remove_file(new).unwrap();
}

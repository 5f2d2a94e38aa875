//! Files that are no store, stores this program must not touch, and who may read them.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use zhiban::domain::forwarded::Became;
use zhiban::store::{Failure, Store};

use super::{Desk, NOON, add, moment, number, rules};

fn failure(path: &Path) -> (Failure, String) {
    let error = Store::open(path, rules(), moment(NOON)).unwrap_err();
    let line = error.to_string();
    assert_eq!(error.path, path);
    assert!(!line.contains('\n'), "{line}");
    (error.kind, line)
}

/// Names and bytes of everything in a folder.
fn listing(folder: &Path) -> Vec<(std::ffi::OsString, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap())
        .map(|f| (f.file_name(), fs::read(f.path()).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn a_store_of_a_newer_version_is_left_as_it_is() {
    let desk = Desk::new();
    add(&mut desk.open(), 1, "09:00");
    let conn = Connection::open(desk.path()).unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    drop(conn);
    let before = listing(desk.folder.path());
    let (kind, line) = failure(&desk.path());
    assert!(matches!(kind, Failure::NewerVersion { found: 99, .. }));
    assert!(
        line.contains("99") && line.contains("update zhiban"),
        "{line}"
    );
    assert_eq!(listing(desk.folder.path()), before);
}

#[test]
fn a_newer_version_that_only_the_wal_knows_of_is_refused_too() {
    let desk = Desk::new();
    add(&mut desk.open(), 1, "09:00");
    let conn = Connection::open(desk.path()).unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    let before = fs::read(desk.path()).unwrap();
    assert!(matches!(
        failure(&desk.path()).0,
        Failure::NewerVersion { found: 99, .. }
    ));
    assert_eq!(fs::read(desk.path()).unwrap(), before);
}

#[test]
fn what_is_no_store_is_left_as_it_is() {
    let desk = Desk::new();
    let text = desk.file("letter.txt");
    fs::write(
        &text,
        "not a database, and long enough to hold a header\n".repeat(9),
    )
    .unwrap();
    let short = desk.file("short");
    fs::write(&short, "x").unwrap();
    let foreign = desk.file("foreign.db");
    let conn = Connection::open(&foreign).unwrap();
    conn.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1);")
        .unwrap();
    drop(conn);
    let before = listing(desk.folder.path());
    for path in [&text, &short, &foreign] {
        assert!(matches!(failure(path).0, Failure::NotAStore), "{path:?}");
    }
    assert_eq!(listing(desk.folder.path()), before);
    assert!(matches!(
        failure(desk.folder.path()).0,
        Failure::NotAStore | Failure::Unreadable(_)
    ));
}

#[test]
fn a_path_that_cannot_be_made_is_one_clear_line() {
    let desk = Desk::new();
    fs::write(desk.file("file"), "x").unwrap();
    let below = desk.file("file").join("zhiban.db");
    assert!(matches!(failure(&below).0, Failure::Unreadable(_)));
}

#[test]
fn an_empty_file_becomes_a_store() {
    let desk = Desk::new();
    fs::write(desk.path(), "").unwrap();
    add(&mut desk.open(), 1, "09:00");
    assert_eq!(desk.open().case_facts(&super::number(1)).unwrap().len(), 1);
}

#[test]
fn windows_that_make_one_store_at_once_share_it() {
    for _ in 0..24 {
        let desk = Desk::new();
        std::thread::scope(|scope| {
            for n in 1..=4 {
                let desk = &desk;
                scope.spawn(move || add(&mut desk.open(), n, "09:00"));
            }
        });
        let health = desk.open().check().unwrap();
        assert_eq!((health.facts, health.problems), (4, vec![]));
    }
}

#[cfg(unix)]
mod rights {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    use zhiban::store::{ActError, Failure, Store};

    use super::super::{Desk, NOON, add, by, moment, number, received, rules};
    use zhiban::domain::ids::Post;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn only_the_owner_can_read_a_store() {
        let desk = Desk::new();
        let folder = desk.file("data");
        let path = folder.join("deeper").join("zhiban.db");
        let mut store = Store::open(&path, rules(), moment(NOON)).unwrap();
        add(&mut store, 1, "09:00");
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(path.parent().unwrap()), 0o700);
        for suffix in ["", "-wal", "-shm"] {
            let file = format!("{}{suffix}", path.display());
            assert_eq!(mode(Path::new(&file)), 0o600, "{file}");
        }
        store.backup(&desk.file("copy.db")).unwrap();
        assert_eq!(mode(&desk.file("copy.db")), 0o600);
        drop(store);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        drop(Store::open(&path, rules(), moment(NOON)).unwrap());
        assert_eq!(mode(&path), 0o600);
    }

    #[test]
    fn a_folder_that_was_there_keeps_its_rights() {
        let desk = Desk::new();
        fs::set_permissions(desk.folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        drop(desk.open());
        assert_eq!(mode(desk.folder.path()), 0o755);
    }

    #[test]
    fn a_store_that_cannot_be_written_can_be_read() {
        let desk = Desk::new();
        add(&mut desk.open(), 1, "09:00");
        fs::set_permissions(desk.path(), fs::Permissions::from_mode(0o400)).unwrap();
        if fs::OpenOptions::new().write(true).open(desk.path()).is_ok() {
            // The superuser may write everything; there is nothing to see then.
            return;
        }
        let mut store = desk.open();
        assert_eq!(store.case_facts(&number(1)).unwrap().len(), 1);
        let refused = store.add(&number(2), received("驿里", "x"), &by(Post::A, "09:00"));
        let Err(ActError::Store(error)) = refused else {
            panic!("a write to a read-only file went through");
        };
        assert!(matches!(error.kind, Failure::ReadOnly));
    }
}

#[cfg(unix)]
mod vanished {
    use std::fs;
    use std::path::Path;

    use zhiban::domain::command::Act;
    use zhiban::domain::ids::Post;
    use zhiban::store::{ActError, Failure, Store};

    use super::super::{Desk, NOON, add, by, moment, number, rules};

    /// The store's file is gone from under the window, one way or another: an act there must not be said to be done.
    #[test]
    fn an_act_on_a_store_that_was_moved_away_is_refused() {
        let removed = |path: &Path| fs::remove_dir_all(path.parent().unwrap()).unwrap();
        let replaced = |path: &Path| {
            let copy = path.with_extension("copy");
            fs::copy(path, &copy).unwrap();
            fs::rename(&copy, path).unwrap();
        };
        let renamed = |path: &Path| fs::rename(path, path.with_extension("old")).unwrap();
        let ways: [&dyn Fn(&Path); 3] = [&removed, &replaced, &renamed];
        for vanish in ways {
            let desk = Desk::new();
            let path = desk.file("data").join("zhiban.db");
            let mut store = Store::open(&path, rules(), moment(NOON)).unwrap();
            add(&mut store, 1, "09:00");
            vanish(&path);
            let refused = store.act(&number(1), &Act::Sign, &by(Post::A, "09:05"), None);
            let Err(ActError::Store(error)) = refused else {
                panic!("{refused:?}");
            };
            assert!(matches!(error.kind, Failure::Replaced), "{error}");
            assert!(error.to_string().contains("open zhiban anew"), "{error}");
            // What was opened can still be read, and saved.
            assert_eq!(store.case_facts(&number(1)).unwrap().len(), 1);
        }
    }
}

#[test]
fn an_older_store_learns_what_is_dialled_and_what_became_of_messages() {
    let desk = Desk::new();
    add(&mut desk.open(), 1, "09:00");
    let conn = Connection::open(desk.path()).unwrap();
    // As version 7 left it.
    conn.execute_batch(
        "DROP INDEX forwarded_settled;
         ALTER TABLE forwarded DROP COLUMN became;
         ALTER TABLE forwarded DROP COLUMN about;
         INSERT INTO forwarded (digest, came, sent, sender, text, settled) VALUES ('a', 1, 1, '12345', 'old', 2),
           ('b', 1, 1, '12345', 'waits', NULL);
         DROP INDEX citizens_by_dialled;
         ALTER TABLE citizens DROP COLUMN dialled;
         CREATE INDEX citizens_by_phone ON citizens (phone) WHERE phone <> '';
         DROP TABLE erased;
         PRAGMA user_version = 7;",
    )
    .unwrap();
    drop(conn);
    let mut store = desk.open();
    let found = store.cases_with_digits("13900000001").unwrap();
    assert_eq!(found, [number(1)]);
    let messages = store.messages().unwrap();
    assert_eq!(messages.count, 1);
    assert_eq!(messages.waiting[0].kept.message.text, "waits");
    let settled = messages.settled[0].settled.as_ref().unwrap();
    assert_eq!(settled.became, Became::Aside);
    assert!(store.bring_back(messages.settled[0].id).unwrap());
}

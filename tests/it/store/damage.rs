//! A store with a page of rubbish in it: what can still be read, and what `doctor` says about it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use rusqlite::Connection;
use zhiban::store::{Failure, Readable, Store};

use super::{Desk, NOON, add, moment, rules};

const CASES: usize = 60;
const PAGE: usize = 4096;

/// A store of many pages, in one file.
fn sound(desk: &Desk) -> Vec<u8> {
    let mut store = desk.open();
    for n in 1..=CASES {
        add(&mut store, u32::try_from(n).unwrap(), "09:00");
    }
    drop(store);
    let conn = Connection::open(desk.path()).unwrap();
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    drop(conn);
    fs::read(desk.path()).unwrap()
}

/// Puts the store there with one page, from 0, overwritten.
fn spoil(path: &Path, sound: &[u8], page: usize) {
    let mut bytes = sound.to_vec();
    bytes[page * PAGE..(page + 1) * PAGE].fill(0x5a);
    fs::write(path, bytes).unwrap();
}

/// How much an export writes of a store before it fails; none when the store cannot be opened.
fn exported(path: &Path) -> Option<(usize, Readable)> {
    let store = match Store::open(path, rules(), moment(NOON)) {
        Ok(store) => store,
        Err(error) => {
            assert!(matches!(error.kind, Failure::Corrupt(_)), "{error}");
            return None;
        }
    };
    let mut out = Vec::new();
    let whole = store.export_log(&mut out, None).is_ok();
    let text = String::from_utf8(out).unwrap();
    let facts = text.lines().filter(|l| l.contains("\"event\"")).count();
    let readable = store.readable();
    assert_eq!(readable, Readable { facts, whole });
    Some((facts, readable))
}

fn doctor(path: &Path) -> (Option<i32>, String) {
    let mut doctor = Command::from_std(std::process::Command::new(env!("CARGO_BIN_EXE_zhiban")));
    let home = path.parent().unwrap();
    let output = doctor
        .env_clear()
        .env("HOME", home)
        .env("ZHIBAN_NOW", NOON)
        .args(["--lang", "zh", "--store"])
        .arg(path)
        .arg("doctor")
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].map(|s| String::from_utf8(s).unwrap());
    (output.status.code(), said.concat())
}

#[test]
fn doctor_says_how_much_can_be_read_and_saved() {
    let desk = Desk::new();
    let sound = sound(&desk);
    // One page of each kind of outcome.
    let mut kinds = BTreeMap::new();
    for page in 1..sound.len() / PAGE {
        let path = desk.file(&format!("spoilt-{page}.db"));
        spoil(&path, &sound, page);
        let kind = match exported(&path) {
            None | Some((0, _)) => "一条记录也读不出".to_owned(),
            Some((facts, Readable { whole: true, .. })) => {
                assert_eq!(facts, CASES, "page {page}");
                format!("{facts} 条记录全都读得出")
            }
            Some(_) => "只有前 ".to_owned(),
        };
        kinds.entry(kind).or_insert(path);
    }
    assert_eq!(kinds.len(), 3, "{kinds:?}");
    for (kind, path) in kinds {
        let (code, said) = doctor(&path);
        assert_eq!(code, Some(3), "{said}");
        for told in [&kind, "损坏", "zhiban restore 备份文件 --yes"] {
            assert!(said.contains(told), "{told} is not in\n{said}");
        }
        assert!(!said.contains("运行 zhiban doctor"), "{said}");
    }
}

//! The arrows between the layers and the house rules that the compiler does not hold, read off the sources.
//!
//! The checker works on text: comments and the insides of strings are blanked first, items under `#[cfg(test)]` are cut
//! out. What it looks at is a path and a source, so that the tests at the end can show it bad ones.

mod code;

use std::fs;
use std::path::{Path, PathBuf};

/// A layer and the layers it may name; the rest may name any.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("store", &["domain"]),
    ("intake", &["domain"]),
    ("notify", &["domain"]),
    ("report", &["domain"]),
    ("app", &["domain"]),
    (
        "runtime",
        &[
            "domain", "store", "intake", "notify", "report", "app", "config", "error",
        ],
    ),
];

/// Everything that can stand on the far end of an arrow.
const LAYERS: &[&str] = &[
    "domain", "store", "intake", "notify", "report", "app", "runtime", "cli", "config", "error",
];

/// A crate or a part of the standard library, and the places that alone may name it.
const CONFINED: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("rusqlite_migration", &["store"]),
    ("ratatui", &["app/view", "runtime", "cli"]),
    ("crossterm", &["runtime", "cli"]),
    ("calamine", &["intake"]),
    ("notify_rust", &["notify"]),
    ("tokio", &["runtime", "cli", "notify"]),
];

/// What the core may not touch.
const NOT_IN_CORE: &[&str] = &[
    "std::fs",
    "std::io",
    "std::net",
    "std::env",
    "std::thread",
    "std::process",
];

/// Reading the clock, allowed in one file.
const CLOCK_READS: &[&str] = &["::now(", "::now_utc(", ".elapsed()"];
const CLOCK_FILE: &str = "runtime/clock.rs";

/// What ends the program instead of saying what is wrong. Strings are blank by then, hence the bare quotes.
const PANICS: &[&str] = &[
    ".unwrap()",
    ".expect(\"\"",
    ".expect(&",
    ".expect_err(",
    ".unwrap_err()",
    "panic!(",
    "unreachable!(",
    "unimplemented!(",
    "todo!(",
    "unsafe ",
];

const MOST_LINES: usize = 600;

/// One line a fault: where, and what.
fn faults(path: &str, source: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let lines = source.lines().count();
    if lines > MOST_LINES {
        faults.push(format!("{lines} lines, {MOST_LINES} at most"));
    }
    if !source.starts_with("//!") {
        faults.push("does not open with `//!`".to_owned());
    }
    let code = code::without_tests(&code::blank(source));
    faults.extend(arrows(path, &code));
    for (name, places) in CONFINED {
        if names(&code, name) && !places.iter().any(|place| is_under(path, place)) {
            faults.push(format!(
                "names `{name}`, which belongs to {}",
                places.join(", ")
            ));
        }
    }
    if is_under(path, "domain") || is_under(path, "app") {
        let touched = NOT_IN_CORE.iter().filter(|part| code.contains(*part));
        faults.extend(touched.map(|part| format!("names `{part}`")));
    }
    if path != CLOCK_FILE {
        let reads = CLOCK_READS.iter().filter(|read| code.contains(*read));
        faults.extend(reads.map(|read| format!("reads the clock: `{read}`")));
    }
    let panics = PANICS.iter().filter(|panic| code.contains(*panic));
    faults.extend(panics.map(|panic| format!("may end the program: `{panic}`")));
    faults
        .into_iter()
        .map(|fault| format!("src/{path}: {fault}"))
        .collect()
}

fn is_under(path: &str, place: &str) -> bool {
    path.strip_prefix(place)
        .is_some_and(|rest| rest.starts_with('/') || rest.starts_with(".rs"))
}

fn arrows(path: &str, code: &str) -> Vec<String> {
    let Some((layer, allowed)) = ARROWS.iter().find(|(layer, _)| is_under(path, layer)) else {
        return Vec::new();
    };
    let mut named: Vec<String> = top_level_names(path, code);
    named.sort();
    named.dedup();
    named
        .into_iter()
        .filter(|name| LAYERS.contains(&name.as_str()))
        .filter(|name| name != layer && !allowed.contains(&name.as_str()))
        .map(|name| format!("`{layer}` names `{name}`"))
        .collect()
}

/// The first segments of every path that starts at the crate's root, also of one that climbs there by `super`.
fn top_level_names(path: &str, code: &str) -> Vec<String> {
    let depth = depth(path);
    let mut found = Vec::new();
    for (root, _) in code
        .match_indices("crate::")
        .chain(code.match_indices("zhiban::"))
    {
        let starts_a_word = code[..root].chars().next_back().is_none_or(|c| !is_word(c));
        if starts_a_word {
            let after = code[root..].split_once("::").map_or("", |(_, rest)| rest);
            found.extend(first_segments(after));
        }
    }
    for (start, _) in code.match_indices("super::") {
        let climbs_on = code[..start].ends_with("super::");
        let mut rest = &code[start..];
        let mut steps = 0;
        while let Some(after) = rest.strip_prefix("super::") {
            (steps, rest) = (steps + 1, after);
        }
        if !climbs_on && steps >= depth {
            found.extend(first_segments(rest));
        }
    }
    found
}

/// How many modules below the crate's root the file's own module lies.
fn depth(path: &str) -> usize {
    let parts = path.split('/').count();
    if path.ends_with("/mod.rs") || path == "lib.rs" || path == "main.rs" {
        parts - 1
    } else {
        parts
    }
}

/// `a` of `a::b`; `a` and `c` of `{a::b, c::{d, e}}`.
fn first_segments(after: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| is_word(*c)).collect::<String>();
    let Some(group) = after.strip_prefix('{') else {
        return vec![word(after)];
    };
    let mut segments = Vec::new();
    let mut level = 0;
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => level += 1,
            '}' if level == 0 => {
                segments.push(word(group[start..at].trim_start()));
                break;
            }
            '}' => level -= 1,
            ',' if level == 0 => {
                segments.push(word(group[start..at].trim_start()));
                start = at + 1;
            }
            _ => {}
        }
    }
    segments
}

const fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Does a path in the code start with this crate?
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = &code[at + name.len()..];
        before.is_none_or(|c| !is_word(c) && c != ':' && c != '.')
            && (after.starts_with("::")
                || (after.starts_with(';') && code[..at].trim_end().ends_with("use")))
    })
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn the_sources_keep_the_arrows_and_the_house_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 20, "the sources were not found");
    files.sort();
    let faults: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let path = file
                .strip_prefix(&root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            faults(&path, &fs::read_to_string(file).unwrap())
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// The faults of a made-up file whose only fault may lie in `code`.
fn faults_of(path: &str, code: &str) -> String {
    faults(path, &format!("//! Made up.\n{code}\n")).join("\n")
}

#[test]
fn a_layer_that_points_the_wrong_way_is_found() {
    for (path, code) in [
        ("domain/case.rs", "use crate::store::Store;"),
        ("domain/case.rs", "fn f() { crate::app::model::f() }"),
        ("domain/case.rs", "use super::super::runtime::clock;"),
        ("domain/mod.rs", "use super::app;"),
        (
            "store/writer.rs",
            "use crate::{domain::case::Case, intake::{csv, json}};",
        ),
        ("intake/csv.rs", "use crate::store::Store;"),
        ("app/update.rs", "use crate::store::Committed;"),
        ("app/view/queue.rs", "use zhiban::runtime::clock::Clock;"),
        ("app.rs", "use crate::cli;"),
        ("runtime/mod.rs", "use crate::cli::run;"),
    ] {
        let found = faults_of(path, code);
        assert!(found.contains(" names `"), "{path}: {code}: {found:?}");
    }
}

#[test]
fn what_belongs_elsewhere_is_found() {
    for (path, code) in [
        ("app/update.rs", "use ratatui::Frame;"),
        ("app/viewer.rs", "use ratatui::Frame;"),
        ("app/view/queue.rs", "use crossterm::event::KeyCode;"),
        ("domain/codec.rs", "use rusqlite::types::ToSql;"),
        ("cli/list.rs", "fn f(c: &rusqlite::Connection) {}"),
        ("domain/policy.rs", "use std::fs;"),
        ("app/text.rs", "fn f() { std::env::var(\"LANG\"); }"),
        ("store/writer.rs", "fn f() { SystemTime::now(); }"),
        ("runtime/input.rs", "fn f() { std::time::Instant::now(); }"),
        ("cli/list.rs", "fn f() { x.unwrap(); }"),
        ("cli/list.rs", "fn f() { x.expect(\"it is there\"); }"),
        ("cli/list.rs", "fn f() { todo!() }"),
    ] {
        assert_ne!(faults_of(path, code), "", "{path}: {code}");
    }
    assert_ne!(faults("domain/case.rs", "use std::fmt;\n").join("\n"), "");
    assert_ne!(faults_of("domain/case.rs", &"\n".repeat(MOST_LINES)), "");
}

#[test]
fn what_is_right_is_left_alone() {
    for (path, code) in [
        (
            "domain/case.rs",
            "use super::event::Fact; use crate::domain::ids::Post;",
        ),
        (
            "domain/case.rs",
            "/// Not `crate::store`, nor x.unwrap().\nconst S: &str = \"crate::app::x panic!(\";",
        ),
        (
            "domain/case.rs",
            "const S: &str = r#\"a \" crate::store::x\"#; const C: char = '\"'; const D: &str = \"\";",
        ),
        (
            "domain/case.rs",
            "fn f<'a>(x: &'a str) -> &'a str { x }\n#[cfg(test)]\nmod tests { fn f() { x.unwrap(); crate::store::y() } }",
        ),
        (
            "store/writer.rs",
            "use rusqlite::Connection; use super::schema; use crate::domain::case::Case;",
        ),
        ("intake/csv.rs", "fn f(rows: &mut Rows) { rows.expect(7); }"),
        ("app/view/queue.rs", "use ratatui::Frame;"),
        ("app/view.rs", "use ratatui::Frame;"),
        ("runtime/clock.rs", "fn f() { SystemTime::now(); }"),
        ("runtime/input.rs", "fn f(clock: &Clock) { clock.now(); }"),
        (
            "cli/mod.rs",
            "use crate::runtime::clock::Clock; use crate::store::Store;",
        ),
    ] {
        assert_eq!(faults_of(path, code), "", "{path}: {code}");
    }
}

#[test]
fn code_after_a_test_item_still_counts() {
    let code = "#[cfg(test)]\nuse std::fs;\nfn f() { x.unwrap(); }";
    assert_ne!(faults_of("store/mod.rs", code), "");
    let code = "#[cfg(test)]\nmod tests { fn g() {} }\nfn f() { x.unwrap(); }";
    assert_ne!(faults_of("store/mod.rs", code), "");
}

//! A wrong policy, calendar or settings file, and stores that cannot be used: one clear line each, the exit code of the
//! contract, and not a byte on disk is changed, whatever the command.

use std::fs;

use rusqlite::Connection;

use super::{Desk, two_cases};

/// Commands of every kind that all need the rules and the store.
const COMMANDS: &[&str] = &[
    "list",
    "list --json",
    "show U1",
    "sign U1",
    "dispatch U1",
    "add --number Z1 --kind urgent --title x",
    "import list.csv",
    "swap 2026-12-01 A",
    "log export",
    "log export out.jsonl",
    "log import log.jsonl",
    "backup out.db",
    "doctor",
];

/// A desk that has been used, with files for every command.
fn used() -> Desk {
    let desk = two_cases();
    desk.write(
        "list.csv",
        "诉求编号,诉求标题,登记时间\nL1,路灯不亮,2026-11-23 09:00\n",
    );
    let log = desk.run("09:06", "log export").ends(0).out;
    desk.write("log.jsonl", log);
    desk
}

/// Every command ends with the code and one line that holds the words, and leaves all files as they were.
fn nothing_works(desk: &Desk, before_each: &str, code: i32, said: &[&str]) {
    let files = desk.files();
    for command in COMMANDS {
        desk.run("09:10", &format!("{before_each} {command}"))
            .ends(code)
            .complains(said);
        assert_eq!(desk.files(), files, "{command}");
    }
}

#[test]
fn the_commands_themselves_are_right() {
    let desk = used();
    for command in COMMANDS {
        desk.run("09:10", command).ends(0);
    }
}

#[test]
fn a_policy_with_a_wrong_value() {
    let desk = used();
    let policy =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/policy.toml")).unwrap();
    for (from, to, said) in [
        (
            "duty_window = \"07:30-22:00\"",
            "duty_window = \"22:00-07:30\"",
            &["time.duty_window", "22:00-07:30"][..],
        ),
        (
            "limit = \"10m\"",
            "limit = \"ten\"",
            &["clocks.C1.limit", "ten", "10m"],
        ),
        ("limit = \"10m\"", "limit = 10", &["clocks.C1.limit", "10"]),
        (
            "limit = \"10m\"",
            "limmit = \"10m\"",
            &["clocks.C1", "limmit", "limit"],
        ),
        ("\"thu\", \"sat\"]", "\"thu\"]", &["posts", "sat"]),
        (
            "name = \"驿里\"",
            "name = \"三坊七巷\"",
            &["communities", "三坊七巷"],
        ),
        (
            "post = \"B\"",
            "post = \"C\"",
            &["communities[3].post", "C"],
        ),
        ("schema = 1", "schema = 2", &["schema", "2", "1"]),
        ("[time]", "[time", &["line", "]"]),
    ] {
        desk.write("policy.toml", policy.replacen(from, to, 1));
        let said: Vec<&str> = ["policy.toml"].iter().chain(said).copied().collect();
        nothing_works(&desk, "--policy policy.toml", 2, &said);
    }
    let desk = desk.with("ZHIBAN_POLICY", "policy.toml");
    nothing_works(&desk, "", 2, &["policy.toml"]);
}

#[test]
fn a_calendar_file_with_a_wrong_line() {
    for (name, content, line) in [
        (
            "2027.csv",
            "date,name,kind\n2027-01-01,元旦,off\n2027-13-01,元旦,off\n",
            "3",
        ),
        ("2027.csv", "date,name,kind\n2027-01-01,元旦,holiday\n", "2"),
        ("2027.csv", "date,name,kind\n2027-01-01,元旦\n", "2"),
        ("2027.csv", "日期,名称\n2027-01-01,元旦\n", "1"),
        ("2027.csv", "", "1"),
        (
            "2027.json",
            "{\"year\":2027,\"days\":[\n{\"name\":\"元旦\",\"date\":\"2027-02-30\",\"isOffDay\":true}]}",
            "2",
        ),
        (
            "2027.json",
            "{\"year\":2027,\"days\":[\n{\"name\":\"元旦\",\"date\":\"2027-01-01\"}]}",
            "2",
        ),
        (
            "2027.json",
            "{\"year\":2027,\"days\":[\n\n{\"name\":\"元旦\",\"date\":\"2029-01-01\",\"isOffDay\":true}]}",
            "3",
        ),
        ("2027.json", "{\"year\":\n", "2"),
    ] {
        let desk = used();
        desk.write(&format!(".config/zhiban/calendar/{name}"), content);
        nothing_works(&desk, "", 2, &[name, &format!("line {line}")]);
    }
}

#[test]
fn a_wrong_setting() {
    for (content, said) in [
        ("me = \"post:C\"\n", &["me", "post:C", "post:A"][..]),
        ("theme = \"pink\"\n", &["theme", "pink", "dark"]),
        ("colour = 1\n", &["colour", "theme"]),
        ("lang = \"en\"\nme =\n", &["2"]),
    ] {
        let desk = used();
        desk.write(".config/zhiban/config.toml", content);
        let said: Vec<&str> = ["config.toml"].iter().chain(said).copied().collect();
        nothing_works(&desk, "", 2, &said);
    }
    let desk = used().with("ZHIBAN_CONFIG", "none.toml");
    nothing_works(&desk, "", 2, &["none.toml"]);
}

#[test]
fn a_store_of_a_newer_version() {
    let desk = used();
    desk.run("09:07", "backup newer.db").ends(0);
    let conn = Connection::open(desk.path("newer.db")).unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    drop(conn);
    nothing_works(
        &desk,
        "--store newer.db",
        3,
        &["newer.db", "99", "4", "更新"],
    );
    let files = desk.files();
    desk.run("09:10", "restore newer.db --yes")
        .ends(3)
        .complains(&["newer.db", "99"]);
    assert_eq!(desk.files(), files);
}

#[test]
fn a_file_that_is_no_store() {
    let desk = used();
    desk.write(
        "letter.txt",
        "not a database, and long enough to hold the header of one\n".repeat(4),
    );
    desk.write("short.db", "x");
    let conn = Connection::open(desk.path("foreign.db")).unwrap();
    conn.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1);")
        .unwrap();
    drop(conn);
    for name in ["letter.txt", "short.db", "foreign.db"] {
        nothing_works(&desk, &format!("--store {name}"), 3, &[name, "--store"]);
    }
}

#[test]
fn a_store_that_cannot_be_opened() {
    let desk = used();
    fs::create_dir(desk.path("folder")).unwrap();
    nothing_works(&desk, "--store folder", 3, &["folder"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        desk.run("09:07", "backup locked.db").ends(0);
        fs::set_permissions(desk.path("locked.db"), fs::Permissions::from_mode(0o000)).unwrap();
        // The superuser may read everything; there is nothing to see then.
        if fs::File::open(desk.path("locked.db")).is_err() {
            let said = desk.run("09:10", "--store locked.db list").ends(3);
            said.complains(&["locked.db"]);
        }
        fs::set_permissions(desk.path("locked.db"), fs::Permissions::from_mode(0o600)).unwrap();
    }
    let below_a_file = "--store list.csv/zhiban.db";
    for command in [
        "list",
        "show U1",
        "sign U1",
        "import list.csv",
        "log export",
        "backup out.db",
    ] {
        let said = desk
            .run("09:10", &format!("{below_a_file} {command}"))
            .ends(3);
        said.complains(&["list.csv/zhiban.db"]);
    }
}

#[test]
fn a_damaged_store() {
    let desk = used();
    desk.run("09:07", "backup cut.db").ends(0);
    let whole = fs::read(desk.path("cut.db")).unwrap();
    desk.write("cut.db", &whole[..whole.len() / 2]);
    let files = desk.files();
    for command in ["list", "show U1", "sign U1", "doctor"] {
        let said = desk
            .run("09:10", &format!("--store cut.db {command}"))
            .ends(3);
        said.complains(&["cut.db"]);
        assert_eq!(desk.read_bytes("cut.db"), files[&desk.path("cut.db")]);
    }
}

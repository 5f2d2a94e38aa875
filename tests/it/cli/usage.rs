//! Wrong usage and bad input: exit code 2, one line that names the option or field, the value, and what was expected; and
//! not even a store is made.

use std::path::Path;

use super::Desk;

#[test]
fn a_wrong_command_line_is_answered_in_one_line() {
    let desk = Desk::new();
    desk.play(
        "
        09:10 sgin N1 => 2 sgin | sign
        09:10 sign => 2 <CASE>
        09:10 sign N1 --too x => 2 --too
        09:10 dispatch N1 --to => 2 --to
        09:10 --json --json list => 2 --json
        09:10 sign N1 --by post:A --by post:B => 2 --by
        09:10 undo => 2 <CASE>
        09:10 undo N1 --roster => 2 --roster
        09:10 log => 2 export import
        09:10 explain => 2 --facts
        09:10 show => 2 <CASE>
        09:10 add --kind urgent --title x => 2 --number
        09:10 add --number N1 --kind urgent => 2 --title
        09:10 transfer N1 --from 柳河 => 2 --grounds
        09:10 stand-in 2026-12-01 --for A => 2 --by-post
        09:10 extend N1 request => 2 --reason
        09:10 extend N1 grant => 2 --close-due
        09:10 amend N1 => 2 FIELD=VALUE
        ",
    );
    assert!(desk.files().is_empty());
}

#[test]
fn help_is_a_command_as_well() {
    let desk = Desk::new();
    for (asked, as_option) in [
        ("help", "--help"),
        ("help log export", "log export --help"),
        ("--lang en help dispatch", "--lang en dispatch --help"),
    ] {
        let said = desk.run("09:10", asked).ends(0);
        let option = desk.run("09:10", as_option).ends(0);
        assert_eq!(said.out, option.out, "{asked}");
        assert!(said.out.lines().count() > 3, "{}", said.out);
    }
    desk.run("09:10", "help sgin").ends(2).complains(&["sgin"]);
    assert!(desk.files().is_empty());
}

#[test]
fn a_wrong_value_is_named_with_what_was_expected() {
    let desk = Desk::new();
    desk.play(
        "
        09:10 --lang fr list => 2 --lang | “fr” | zh en
        09:10 --now x list => 2 --now | “x” | 2026-11-23T09:00
        09:10 sign N1 --at 9点 => 2 --at | “9点” | 2026-11-23T09:00
        09:10 list --stage x => 2 --stage | “x” | awaiting-sign
        09:10 list --due-within soon => 2 --due-within | “soon” | 30m
        09:10 list --due-within 1wd => 2 --due-within | “1wd” | 30m
        09:10 rate N1 good => 2 “good” | satisfied basically-satisfied dissatisfied
        09:10 review N1 fine => 2 “fine” | accepted nonstandard
        09:10 review N1 nonstandard --fault typo => 2 --fault | “typo” | photos-missing
        09:10 tag N1 red => 2 “red” | unclear-duty
        09:10 remind N1 --about lunch => 2 --about | “lunch” | unit-sign
        09:10 excuse N1 lunch --reason x => 2 “lunch” | extension-office | rating | review
        09:10 dismiss N1 lunch --reason x => 2 “lunch” | sensitive
        09:10 extend N1 ask => 2 “ask” | request grant refuse
        09:10 appeal N1 drop => 2 “drop” | file uphold reject
        09:10 look-back N1 fine => 2 “fine” | stable unstable
        09:10 swap 2026-13-01 A => 2 “2026-13-01” | 2026-11-23
        09:10 swap 2026-12-01 C => 2 “C” | A B
        09:10 reply N1 --photos -1 => 2 --photos | “-1” | 0
        09:10 reply N1 --photos two => 2 --photos | “two” | 0
        09:10 add --number N1 --kind blue --title x => 2 --kind | “blue” | waste-sorting
        09:10 add --number N1 --kind urgent --title x --tag red => 2 --tag | “red” | at-risk
        09:10 add --number '' --kind urgent --title x => 2 --number | 64
        09:10 add --number N1 --kind urgent --title ' ' => 2 --title
        09:10 add --number N1 --kind urgent --title x --received soon => 2 --received | “soon”
        09:10 add --number N1 --kind urgent --title x --close-due 2026-11-23T09:00 => 2 --close-due | 2026-11-23 09:10
        09:10 amend N1 colour=red => 2 “colour” | title
        09:10 amend N1 title => 2 “title” | phone
        09:10 amend N1 title= => 2 title
        09:10 amend N1 kind=red => 2 kind | “red” | call_up
        09:10 amend N1 close_due=soon => 2 close_due | “soon”
        09:10 completions tcsh => 2 “tcsh” | bash
        09:10 demo --speed 0 => 2 --speed | “0” | 3600
        ",
    );
    assert!(desk.files().is_empty());
}

#[test]
fn a_name_outside_the_policy_is_named_with_the_known_ones() {
    let desk = Desk::new();
    desk.play(
        "
        09:10 dispatch N1 --to 火星 => 2 --to | “火星” | 三坊七巷社区 | 城管办
        09:10 dispatch N1 --assist 火星 => 2 --assist | “火星”
        09:10 unit-sign N1 --unit 火星 => 2 --unit | “火星”
        09:10 transfer N1 --from 火星 --grounds x => 2 --from | “火星”
        09:10 transfer N1 --from 柳河 --to 火星 --grounds x => 2 --to | “火星”
        09:10 co-assign N1 --unit 柳河 --add 城管办 火星 --grounds x => 2 --add | “火星”
        09:10 list --unit 火星 => 2 --unit | “火星”
        09:10 list --community 火星 => 2 --community | “火星” | 杨桥河南
        09:10 add --number N1 --kind urgent --title x --community 火星 => 2 --community | “火星” | 杨桥河南
        09:10 amend N1 community=火星 => 2 community | “火星” | 杨桥河南
        ",
    );
    assert!(desk.files().is_empty());
}

#[test]
fn files_that_are_not_there_are_named() {
    let desk = Desk::new();
    desk.play(
        "
        09:10 import none.csv => 2 none.csv
        09:10 import none.csv --map none.toml => 2 none.toml
        09:10 explain --facts none.jsonl => 2 none.jsonl
        09:10 log import none.jsonl => 2 none.jsonl
        09:10 restore none.db --yes => 2 none.db
        09:10 --policy none.toml list => 2 none.toml
        ",
    );
    assert!(desk.files().is_empty());
}

#[test]
fn the_desk_needs_a_terminal() {
    let desk = Desk::new();
    for line in ["", "run", "demo"] {
        desk.run("09:10", line).ends(2).complains(&["终端"]);
    }
    assert!(desk.files().is_empty());
}

#[test]
fn the_help_speaks_the_language_asked_for() {
    let desk = Desk::new();
    desk.run("", "--help")
        .ends(0)
        .shows(&["用法", "导入", "demo"]);
    desk.run("", "--lang en --help")
        .ends(0)
        .shows(&["Usage", "take in cases", "demo"]);
    desk.run("", "dispatch --help")
        .ends(0)
        .shows(&["--assist", "派发"]);
    let version = desk.run("", "--version").ends(0).out;
    assert_eq!(version, format!("zhiban {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_command_of_the_readme_is_known() {
    let desk = Desk::new();
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"));
    let readme = readme.unwrap();
    let commands = readme
        .lines()
        .filter_map(|l| l.trim().strip_prefix("zhiban "));
    let mut seen = 0;
    for line in commands {
        let line = line.split(" #").next().unwrap();
        let name = line.split(' ').next().unwrap();
        desk.run("", &format!("{name} --help")).ends(0);
        for option in line.split(' ').filter(|w| w.starts_with("--")) {
            desk.run("", &format!("{name} --help")).shows(&[option]);
        }
        if let Some(at) = line.split("--at ").nth(1) {
            assert!(at.parse::<zhiban::domain::time::Stamp>().is_ok(), "{line}");
        }
        seen += 1;
    }
    assert!(seen > 3, "{seen}");
}

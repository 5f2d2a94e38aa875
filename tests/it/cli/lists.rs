//! `import`, `add` and `list`: what goes in, what is left out, and what is shown of it.

use serde_json::{Value, json};

use super::{Desk, two_cases};

const LIST: &str = "\
诉求编号,事件类型,诉求标题,登记时间,事件状态,事发区域,地址描述,联系电话
L1,紧急件,消防通道被电动车堵住,2026-11-23 09:00:00,待签收,三坊七巷,样例路1号,13800000001
L2,自处件,巷内下水管外溢,2026-11-23 09:05:00,待签收,柳河,样例路2号,13800000002
L3,奇怪件,看不懂的类别,2026-11-23 09:06:00,待签收,不存在,样例路3号,13800000003
,自处件,没有编号,2026-11-23 09:07:00,待签收,柳河,样例路4号,13800000004
L5,自处件,没有时间,何时,待签收,柳河,样例路5号,
";

fn with_list() -> Desk {
    let desk = Desk::new();
    desk.write("list.csv", LIST);
    desk
}

fn counts(said: &Value) -> [u64; 6] {
    [
        "new",
        "amended",
        "confirmed",
        "differed",
        "unchanged",
        "skipped",
    ]
    .map(|k| said[k].as_u64().unwrap())
}

fn import(desk: &Desk, line: &str, code: i32) -> Value {
    let said = desk
        .run("09:08", &format!("import {line} --json"))
        .ends(code);
    serde_json::from_str(&said.out).unwrap()
}

fn numbers(list: &Value) -> Vec<&str> {
    let list = list.as_array().unwrap();
    list.iter().map(|c| c["number"].as_str().unwrap()).collect()
}

#[test]
fn a_newer_list_says_which_cases_it_moves_and_where_to() {
    let desk = with_list();
    desk.run("09:08", "import list.csv").ends(2);
    let moved = LIST.replace("待签收,柳河,样例路2号", "待签收,小柳,样例路2号");
    desk.write("newer.csv", &moved);
    let dry = desk.run("09:10", "import newer.csv --dry-run").ends(2);
    dry.shows(&["L2 按平台更正：小柳", "更正 1 件"]);
    let said = desk.run("09:10", "import newer.csv").ends(2);
    said.shows(&["L2 按平台更正：小柳", "更正 1 件"]);
    assert_eq!(desk.json("09:11", "show L2")["community"], json!("小柳"));
}

#[test]
fn an_import_names_the_columns_it_has_no_use_for() {
    let desk = Desk::new();
    desk.write(
        "list.csv",
        "件号,类别,事由,接件时间,社区,责任区\nU1,普通,路灯不亮,2026-11-23 09:00,柳河,东片\n",
    );
    desk.run("09:08", "import list.csv --dry-run")
        .ends(0)
        .shows(&["没有用到的列：责任区", "新增 1 件"]);
    let said = import(&desk, "list.csv", 0);
    assert_eq!(said["unread_columns"][0]["columns"], json!(["责任区"]));
    assert_eq!(desk.json("09:08", "show U1")["title"], json!("路灯不亮"));
}

#[test]
fn good_rows_go_in_and_bad_ones_are_named_by_row_column_and_value() {
    let desk = with_list();
    let said = desk
        .run("09:08", "import list.csv")
        .ends(2)
        .complains(&["2 行", "--problems"]);
    said.shows(&[
        "第 4 行 事件类型「奇怪件」",
        "第 4 行 事发区域「不存在」",
        "第 5 行 诉求编号",
        "第 6 行 登记时间「何时」",
        "新增 3 件",
    ]);
    let list = desk.json("09:08", "list");
    assert_eq!(numbers(&list), ["L3", "L1", "L2"]);
    assert_eq!(
        (&list[0]["kind"], &list[0]["community"]),
        (&"ordinary".into(), &Value::Null)
    );
    assert_eq!(desk.json("09:08", "show L3")["tags"], json!(["undecided"]));
}

#[test]
fn a_second_import_of_the_same_list_changes_nothing() {
    let desk = with_list();
    assert_eq!(counts(&import(&desk, "list.csv", 2)), [3, 0, 0, 0, 0, 2]);
    let log = desk.run("09:09", "log export").ends(0).out;
    assert_eq!(counts(&import(&desk, "list.csv", 2)), [0, 0, 0, 0, 3, 2]);
    assert_eq!(desk.run("09:09", "log export").ends(0).out, log);
}

#[test]
fn a_dry_run_tells_the_same_and_writes_nothing() {
    let desk = with_list();
    let before = desk.files();
    let told = import(&desk, "list.csv --dry-run", 2);
    assert_eq!(desk.files(), before);
    let done = import(&desk, "list.csv", 2);
    assert_eq!(
        (counts(&told), &told["problems"]),
        (counts(&done), &done["problems"])
    );
    assert_eq!(
        (&told["dry_run"], &done["dry_run"]),
        (&true.into(), &false.into())
    );
    assert_eq!(
        done["problems"][2],
        json!({ "file": "list.csv", "row": 5, "column": "诉求编号", "value": "", "problem": "不能空", "kept": false })
    );
}

#[test]
fn the_rows_left_out_are_written_mended_and_taken_in() {
    let desk = with_list();
    desk.run("09:08", "import list.csv --problems bad.csv")
        .ends(2);
    let bad = desk.read("bad.csv");
    assert!(
        bad.contains("没有编号") && bad.contains("何时") && !bad.contains("L1"),
        "{bad}"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // Citizens' numbers stand in it.
        let mode = desk
            .path("bad.csv")
            .metadata()
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let mended = bad
        .replace("\n,", "\nL4,")
        .replace("何时", "2026-11-23 09:07");
    desk.write("mended.csv", mended);
    assert_eq!(counts(&import(&desk, "mended.csv", 0)), [2, 0, 0, 0, 0, 0]);
    // Nor is a list overwritten by what is left of it.
    desk.run("09:09", "import list.csv --problems ./list.csv")
        .ends(2)
        .complains(&["list.csv"]);
    assert_eq!(desk.read("list.csv"), LIST);
}

#[test]
fn a_changed_row_amends_and_a_status_of_the_platform_confirms() {
    let desk = with_list();
    desk.run("09:08", "import list.csv").ends(2);
    desk.run("09:08", "sign L1").ends(0);
    let header = LIST.lines().next().unwrap();
    let rows = "L1,紧急件,消防通道被电动车堵住,2026-11-23 09:00:00,待派发,三坊七巷,样例路1号,13800000001\n\
                L2,自处件,巷内下水管外溢到路面,2026-11-23 09:05:00,待签收,柳河,样例路2号,13800000002";
    desk.write("later.csv", format!("{header}\n{rows}\n"));
    assert_eq!(counts(&import(&desk, "later.csv", 0)), [0, 1, 1, 0, 0, 0]);
    assert_eq!(
        desk.json("09:10", "show L2")["title"],
        "巷内下水管外溢到路面"
    );
    assert_eq!(counts(&import(&desk, "later.csv", 0)), [0, 0, 0, 0, 2, 0]);
}

#[test]
fn a_mapping_names_columns_and_words() {
    let desk = Desk::new();
    desk.write(
        "list.csv",
        "流水,何类,何事,何时,何处\nM1,火急,灯箱松脱,2026-11-23 09:00,南街片\n",
    );
    desk.run("09:08", "import list.csv")
        .ends(2)
        .complains(&["list.csv", "--map", "流水"]);
    desk.write(
        "map.toml",
        "[columns]\nnumber = \"流水\"\nkind = \"何类\"\ntitle = \"何事\"\nreceived = \"何时\"\ncommunity = \"何处\"\n\
         [kind]\n\"火急\" = \"urgent\"\n[community]\n\"南街片\" = \"驿里\"\n",
    );
    assert_eq!(
        counts(&import(&desk, "list.csv --map map.toml", 0)),
        [1, 0, 0, 0, 0, 0]
    );
    let case = desk.json("09:08", "show M1");
    assert_eq!(
        (&case["kind"], &case["community"]),
        (&"urgent".into(), &"驿里".into())
    );
    for (map, said) in [
        (
            "[columns]\nnumero = \"流水\"\n",
            &["map.toml", "numero", "number"][..],
        ),
        (
            "[columns]\nnumber = \"编号\"\nreceived = \"何时\"\n",
            &["list.csv", "编号", "流水"],
        ),
        (
            "[kind]\n\"火急\" = \"red\"\n",
            &["map.toml", "red", "urgent"],
        ),
        (
            "[community]\n\"南街片\" = \"火星\"\n",
            &["map.toml", "火星"],
        ),
        ("[columns\n", &["map.toml", "1"]),
    ] {
        desk.write("map.toml", map);
        desk.run("09:08", "import list.csv --map map.toml")
            .ends(2)
            .complains(said);
    }
}

#[test]
fn what_is_no_list_is_named_and_nothing_goes_in() {
    let desk = with_list();
    desk.write("empty.csv", "");
    desk.write("page.xls", "<html><body><table></table></body></html>");
    desk.write("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on");
    desk.write("broken.xlsx", b"PK\x03\x04 and so on");
    desk.write("broken.json", "[{\"number\": ");
    desk.write("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\0");
    for file in [
        "empty.csv",
        "page.xls",
        "old.xls",
        "broken.xlsx",
        "broken.json",
        "picture.png",
        "none.csv",
        ".",
    ] {
        // The good list beside it waits too: all of it is read before any of it is written.
        desk.run("09:08", &format!("import list.csv {file}"))
            .ends(2)
            .complains(&[file]);
    }
    assert!(!desk.path(".local").exists());
}

#[test]
fn the_same_list_in_another_format_changes_nothing() {
    let desk = with_list();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "南街街道诉求件导出").unwrap();
    for (row, line) in (1..).zip(LIST.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    desk.write("list.xlsx", book.save_to_buffer().unwrap());
    desk.write("list.gbk.csv", encoding_rs::GBK.encode(LIST).0);
    assert_eq!(counts(&import(&desk, "list.xlsx", 2)), [3, 0, 0, 0, 0, 2]);
    assert_eq!(
        counts(&import(&desk, "list.gbk.csv", 2)),
        [0, 0, 0, 0, 3, 2]
    );
    assert_eq!(counts(&import(&desk, "list.csv", 2)), [0, 0, 0, 0, 3, 2]);
}

#[test]
fn several_lists_go_in_together() {
    let desk = with_list();
    desk.write("more.json", r#"[{"number":"J1","kind":"urgent","community":"驿里","title":"灯箱","received":"2026-11-23T09:01:00+08:00"}]"#);
    let said = import(&desk, "list.csv more.json --problems bad.csv", 2);
    assert_eq!(counts(&said), [4, 0, 0, 0, 0, 2]);
    assert_eq!(desk.json("09:08", "show J1")["community"], "驿里");
}

#[test]
fn a_case_keyed_by_hand_keeps_everything_said_of_it() {
    let desk = Desk::new();
    desk.play(
        "
        09:08 add --number H1 --kind waste-sorting --community 驿里社区 --title 桶满 --received 2026-11-23T09:00 \
         --close-due 2026-11-23T12:00 --tag repeat --tag at-risk --tag repeat --body '第一句，第二句' --address 驿里弄 \
         --reporter 林女士 --phone 13900000001 --channel 来电 => 0 H1 | 待签收 | 11-23 09:10
        ",
    );
    let case = desk.json("09:08", "show H1 --unmasked");
    let said = |field: &str| case[field].clone();
    assert_eq!(said("kind"), "waste_sorting");
    assert_eq!(said("community"), "驿里");
    assert_eq!(said("received"), "2026-11-23T09:00:00+08:00");
    assert_eq!(said("close_due"), "2026-11-23T12:00:00+08:00");
    assert_eq!(said("tags"), json!(["repeat", "at_risk"]));
    for (field, value) in [
        ("body", "第一句，第二句"),
        ("address", "驿里弄"),
        ("reporter", "林女士"),
        ("phone", "13900000001"),
        ("channel", "来电"),
        ("title", "桶满"),
    ] {
        assert_eq!(said(field), value);
    }
}

#[test]
fn the_list_is_filtered() {
    let desk = two_cases();
    desk.play(
        "
        09:05 add --number C1 --kind call-up --community 驿里 --title 电梯反复停运 --phone 13900000009 => 0 C1
        09:06 add --number V1 --kind urgent --community 驿里 --title 重复登记 => 0 V1
        09:06 void V1 --reason 重复 => 0 V1
        09:07 dispatch N1 --assist 城管办 => 0 N1
        ",
    );
    for (filter, expected) in [
        ("", &["U1", "C1", "N1"][..]),
        ("--all", &["U1", "C1", "V1", "N1"]),
        ("--stage void", &["V1"]),
        ("--stage with-unit", &["N1"]),
        ("--stage awaiting_sign", &["U1", "C1"]),
        ("--community 驿里", &["C1"]),
        ("--community 驿里社区 --all", &["C1", "V1"]),
        ("--unit 城管办", &["N1"]),
        ("--unit 柳河", &["N1"]),
        ("--overdue", &["U1"]),
        ("--due-within 4m", &["U1", "C1"]),
        ("--due-within 1h", &["U1", "C1", "N1"]),
        ("--search dtff", &["C1"]),
        ("--search 电梯", &["C1"]),
        ("--search ylsq", &["C1"]),
        ("--search 13900000009", &["C1"]),
        ("--search n1", &["N1"]),
        ("--search 没有的", &[]),
        ("--stage with-unit --unit 柳河 --search 下水", &["N1"]),
    ] {
        let list = desk.json("09:11", &format!("list {filter}"));
        assert_eq!(numbers(&list), expected, "{filter}");
        let table = desk.run("09:11", &format!("list {filter}")).ends(0).out;
        let in_table = ["U1", "C1", "V1", "N1"]
            .into_iter()
            .filter(|n| table.contains(n));
        assert!(in_table.eq(expected.iter().copied()), "{filter}: {table}");
    }
    desk.run("09:11", "list --search 没有的")
        .ends(0)
        .shows(&["没有这样的件"]);
    desk.run("09:11", "list").ends(0).shows(&[
        "三坊七巷 · A 岗",
        "街道签收 逾期 1 分",
        "柳河 · B 岗",
        "单位签收 还有 6 分",
    ]);
}

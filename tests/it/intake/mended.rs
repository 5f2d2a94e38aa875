//! Rows that stayed out are written to a file, mended there, and go in.

use zhiban::intake::mend;

use super::{list, problems, try_read};

fn written(sheet: &zhiban::intake::Sheet) -> String {
    let mut out = Vec::new();
    mend::write(sheet, &mut out, "问题", &|p| {
        format!("{}：{:?}", p.column, p.what)
    })
    .unwrap();
    String::from_utf8(out).unwrap()
}

const LIST: &str = "明细\n件号,登记时间,标题,内容,备注\n\
    A1,2026-11-23 09:00,甲,好,\n\
    ,2026-11-23 09:00,\"=A(\"\"x\"\")\",\"一\n二\",乙\n\
    A3,昨天,\u{1b}[31m红,,丙\n";

#[test]
fn the_file_holds_what_stayed_out_and_why() {
    let sheet = list(LIST);
    assert_eq!(
        written(&sheet),
        "\u{feff}件号,登记时间,标题,内容,备注,问题\r\n\
         ,2026-11-23 09:00,\"'=A(\"\"x\"\")\",\"一\n二\",乙,件号：Missing\r\n\
         A3,昨天,红,,丙,\"登记时间：NotATime; 标题：ControlCharacters\"\r\n"
    );
}

#[test]
fn mended_rows_go_in_as_they_would_have() {
    let mend = written(&list(LIST))
        .replace("\r\n,2026", "\r\nA2,2026")
        .replace("昨天", "2026-11-22 09:00");
    let sheet = list(&mend);
    assert_eq!(sheet.problems, []);
    let drafts: Vec<(&str, &str, &str)> = sheet
        .drafts
        .iter()
        .map(|d| (d.number.as_str(), d.title.as_str(), d.body.as_str()))
        .collect();
    assert_eq!(drafts, [("A2", "=A(\"x\")", "一\n二"), ("A3", "红", "")]);
}

#[test]
fn what_is_still_wrong_comes_back_under_the_same_header() {
    let once = written(&list(LIST));
    let again = list(&once);
    assert_eq!(
        problems(&again),
        ["2 件号 Missing!", "3 登记时间 NotATime!"]
    );
    assert_eq!(written(&again).lines().next(), once.lines().next());
}

#[test]
fn rows_from_json_come_back_as_a_list() {
    let text = r#"[{"number":"A1","received":"昨天","title":"题"},{"received":"2026-11-23 09:00","body":"文"}]"#;
    let sheet = try_read(text.as_bytes(), None).unwrap();
    let mend = written(&sheet).replace("昨天", "2026-11-22 09:00");
    let again = list(&mend);
    assert_eq!(problems(&again), ["3 number Missing!"]);
    assert_eq!(again.drafts[0].title, "题");
}

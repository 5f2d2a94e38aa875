//! One list in every format and encoding gives the same drafts; what is no list is refused with its reason.

use encoding_rs::GB18030;
use proptest::prelude::*;
use zhiban::domain::draft::Draft;
use zhiban::domain::policy::Status;
use zhiban::intake::{Field, Format, IntakeError, Limit};

use super::{NOW, list, stamp, texts, try_read};

const LIST: &str = "诉求查询明细结果\r\n\
    诉求编号,事件类型,诉求标题,诉求内容,登记时间,事件状态,事发区域,联系电话,备注\r\n\
    FZ26112300001,自处件,\"巷口堆物，挡路\",\"第一行\r\n第二行\",2026-11-23 09:05:00,待签收,柳河,13800138000,x\r\n\
    \r\n\
    FZ26112300002,紧急件,电动车乱停,南后街口,2026-11-23 09:10:00,待签收,三坊七巷社区,13800138001,\r\n";

fn check(drafts: &[Draft]) {
    let [first, second] = drafts else {
        panic!("{drafts:?}");
    };
    assert_eq!(first.number.as_str(), "FZ26112300001");
    assert_eq!(first.row, 3);
    assert_eq!(first.title, "巷口堆物，挡路");
    assert_eq!(first.body, "第一行\n第二行");
    assert_eq!(first.received, stamp("2026-11-23T09:05"));
    assert_eq!(first.status, Some(Status::AwaitingSign));
    assert_eq!(first.community.as_ref().unwrap().as_str(), "柳河");
    // A blank line is a row too, as the spreadsheet counts.
    assert_eq!(second.row, 5);
    assert_eq!(second.community.as_ref().unwrap().as_str(), "三坊七巷");
}

#[test]
fn a_csv_in_every_encoding() {
    let utf16 = |big: bool| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(LIST.encode_utf16());
        let bytes = |u: u16| {
            if big {
                u.to_be_bytes()
            } else {
                u.to_le_bytes()
            }
        };
        units.flat_map(bytes).collect()
    };
    for bytes in [
        LIST.as_bytes().to_vec(),
        format!("\u{feff}{LIST}").into_bytes(),
        GB18030.encode(LIST).0.into_owned(),
        utf16(false),
        utf16(true),
    ] {
        let sheet = try_read(&bytes, None).unwrap();
        check(&sheet.drafts);
        assert_eq!(sheet.problems, []);
    }
}

#[test]
fn a_csv_under_every_delimiter_and_line_end() {
    for (delimiter, end) in [(',', "\n"), (';', "\r\n"), ('\t', "\r\n"), ('\t', "\r")] {
        let text = LIST
            .replace(',', &delimiter.to_string())
            .replace("\r\n", end);
        let sheet = list(&text);
        check(&sheet.drafts);
        assert_eq!(
            sheet.columns.first(),
            Some(&(Field::Number, "诉求编号".to_owned()))
        );
        assert_eq!(sheet.header.len(), 9);
    }
}

#[test]
fn our_own_json() {
    let one = r#"{"number":"X-1","received":"2026-11-23T09:05:00+08:00","kind":"urgent","community":"柳河",
        "title":"题","body":"一\n二","address":"柳河路1号","reporter":"市民","phone":"13800138000","channel":"电话",
        "close_due":"2026-11-23T10:05:00+08:00","tags":["repeat","sensitive"],"extra":{"a":1}}"#;
    for text in [
        one.to_owned(),
        format!("[{one}]"),
        format!("{{\"cases\":[{one}]}}"),
    ] {
        let sheet = list(&text);
        assert_eq!(sheet.problems, []);
        let [draft] = sheet.drafts.as_slice() else {
            panic!("{text}");
        };
        assert_eq!(draft.row, 1);
        assert_eq!(draft.body, "一\n二");
        assert_eq!(draft.kind_text, "urgent");
        assert!(draft.kind.is_some());
        assert_eq!(draft.close_due, Some(stamp("2026-11-23T10:05")));
        assert_eq!(draft.tags.len(), 2);
        assert_eq!(draft.status, None);
    }
}

#[test]
fn service_requests_after_open311() {
    let sheet = list(
        r#"[{"service_request_id":638344,"status":"closed","status_notes":"Duplicate.","service_name":"Sidewalk",
            "service_code":"006","description":"Damaged","agency_responsible":null,
            "requested_datetime":"2026-11-20T06:37:38-08:00","updated_datetime":"2026-11-20T09:00:00-08:00",
            "expected_datetime":"2026-11-25T06:37:38-08:00","address":"8TH AVE and JUDAH ST","media_url":null},
           {"service_request_id":"638345","status":"open","service_name":"Graffiti",
            "requested_datetime":"2026-11-20T06:37:38-08:00","updated_datetime":"2026-11-20T09:00:00-08:00"}]"#,
    );
    assert_eq!(sheet.problems, []);
    let [closed, open] = sheet.drafts.as_slice() else {
        panic!("{sheet:?}");
    };
    assert_eq!(closed.number.as_str(), "638344");
    assert_eq!(closed.received, stamp("2026-11-20T22:37:38"));
    assert_eq!(closed.closed, Some(stamp("2026-11-21T01:00")));
    assert_eq!(closed.status, Some(Status::Closed));
    assert_eq!(closed.close_due, Some(stamp("2026-11-25T22:37:38")));
    assert_eq!(
        (closed.title.as_str(), closed.body.as_str()),
        ("Sidewalk", "Damaged")
    );
    assert_eq!(closed.kind, None);
    // The time of the last change of an open request is no close.
    assert_eq!(
        (open.status, open.closed),
        (Some(Status::AwaitingSign), None)
    );
}

#[test]
fn what_is_no_list_is_refused_by_its_kind() {
    for (bytes, format) in [
        (&b""[..], Format::Empty),
        (b" \r\n", Format::Empty),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format::OldExcel),
        (b"<html><table>", Format::Html),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Format::Binary),
    ] {
        match try_read(bytes, None) {
            Err(IntakeError::NotAList(found)) => assert_eq!(found, format),
            other => panic!("{other:?}"),
        }
    }
    for bytes in [
        &b"PK\x03\x04garbage"[..],
        b"[1]",
        b"{\"cases\":3}",
        b"[{\"number\":",
    ] {
        assert!(
            matches!(try_read(bytes, None), Err(IntakeError::Broken { .. })),
            "{bytes:?}"
        );
    }
}

#[test]
fn a_list_without_a_header_says_what_is_missing_and_what_was_found() {
    let error = try_read(
        "流水号,诉求标题,登记时间\n1,题,2026-11-23 09:00\n".as_bytes(),
        None,
    )
    .unwrap_err();
    let IntakeError::NoHeader { missing, seen } = error else {
        panic!("{error:?}");
    };
    assert_eq!(missing, [Field::Number]);
    assert_eq!(seen, ["流水号", "诉求标题", "登记时间"]);
    let error = try_read("件号,标题\n1,题\n".as_bytes(), None).unwrap_err();
    assert_eq!(
        error.to_string(),
        "no header row: no column for received; found: 件号 标题; name them with --map"
    );
}

#[test]
fn the_header_is_looked_for_among_the_first_rows_only() {
    let rows = |titles: usize| format!("{}{LIST}", "区,街\n".repeat(titles));
    assert_eq!(list(&rows(18)).drafts.len(), 2);
    assert!(matches!(
        try_read(rows(19).as_bytes(), None),
        Err(IntakeError::NoHeader { .. })
    ));
}

#[test]
fn a_mapping_names_columns_and_words() {
    let text = "流水号,来件时间,紧急度,片区,办理状态,内容,说明\n\
        7,2026-11-23 09:00,加急工单,驿里片,流转中,题,文\n";
    let map = "[columns]\nnumber='流水号'\nreceived='来件时间'\nkind='紧急度'\ncommunity='片区'\nstatus='办理状态'\n\
        title='内容'\nbody='说明'\n[kind]\n'加急工单'='urgent'\n[status]\n'流转中'='in_progress'\n[community]\n'驿里片'='驿里'\n";
    let sheet = try_read(text.as_bytes(), Some(map)).unwrap();
    assert_eq!(sheet.problems, []);
    let draft = sheet.drafts.first().unwrap();
    assert_eq!(draft.status, Some(Status::InProgress));
    assert_eq!(draft.community.as_ref().unwrap().as_str(), "驿里");
    // `内容` is the text's alias, but the mapping gives it to the title.
    assert_eq!((draft.title.as_str(), draft.body.as_str()), ("题", "文"));

    let map = "[columns]\nnumber='流水号'\nreceived='来件时间'\nunit='主办'\n";
    match try_read(text.as_bytes(), Some(map)) {
        Err(IntakeError::NoSuchColumn { field, name, seen }) => {
            assert_eq!((field, name.as_str()), (Field::Unit, "主办"));
            assert_eq!(seen.len(), 7);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn too_many_rows_are_refused() {
    let mut text = String::from("件号,接件时间\n");
    text.push_str(&",\n".repeat(1_000_000));
    assert_eq!(list(&text).drafts.len(), 0, "lines with nothing in them");
    text.push_str(&"x,\n".repeat(100_001));
    assert!(matches!(
        try_read(text.as_bytes(), None),
        Err(IntakeError::TooLarge {
            what: Limit::Rows,
            most: 100_000
        })
    ));
}

#[test]
fn progress_is_told() {
    let rules = super::rules();
    let mut text = String::from("件号,接件时间\n");
    for i in 0..1000 {
        text.push_str(&format!("{i},2026-11-23 09:00\n"));
    }
    let mut told = Vec::new();
    let reading = zhiban::intake::Reading {
        policy: &rules.policy,
        mapping: None,
        now: stamp(NOW),
    };
    zhiban::intake::read(text.as_bytes(), &reading, &mut |p| {
        told.push((p.rows, p.expected));
    })
    .unwrap();
    assert_eq!(told, [(256, 1001), (512, 1001), (768, 1001), (1001, 1001)]);
}

fn is_clean(text: &str) -> bool {
    !text.chars().any(|c| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    })
}

fn assert_clean(bytes: &[u8]) {
    let Ok(sheet) = try_read(bytes, None) else {
        return;
    };
    for d in &sheet.drafts {
        for text in texts(d) {
            assert!(is_clean(text), "{text:?}");
        }
    }
    for p in &sheet.problems {
        assert!(is_clean(&p.value) && !p.value.contains('\n'));
    }
    for s in &sheet.skipped {
        assert!(s.cells.iter().all(|c| is_clean(c)));
    }
}

/// The bytes that mean something to one of the readers, so that chance meets them.
fn nasty() -> impl Strategy<Value = String> {
    "[\u{0}-\u{1f}\u{7f}-\u{9f}\u{202e}\u{feff}\",;\r\n\t=\\[\\]{}:0-9a-z三坊]{0,60}"
}

proptest! {
    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        assert_clean(&bytes);
        assert_clean(&[b"PK\x03\x04", bytes.as_slice()].concat());
        assert_clean(&[b"[", bytes.as_slice()].concat());
    }

    #[test]
    fn any_cells_come_out_clean(number in nasty(), title in nasty(), time in nasty(), body in any::<String>()) {
        assert_clean(format!("件号,标题,接件时间,内容\n{number},{title},2026-11-23 09:00,{body}\nA,{title},{time},\"{body}\"\n").as_bytes());
        let json = serde_json::json!([{"number": number, "title": title, "received": "2026-11-23 09:00", "body": body}]);
        assert_clean(json.to_string().as_bytes());
    }
}

//! Chance against everything that reads what others wrote: no panic, no hang, nothing harmful let through.
//!
//! Each target begins with sound inputs that are made here and has proptest change them. In an ordinary run each tries a few;
//! `ZHIBAN_FUZZ_SECONDS=600 cargo test --test it fuzz::csv -- --exact --nocapture` tries one for ten minutes and says how many.

mod chance;

use std::io::{Cursor, Read as _, Write as _};
use std::sync::OnceLock;

use encoding_rs::GB18030;
use proptest::prelude::*;
use proptest::sample::select;
use zhiban::domain::forwarded::Forwarded;
use zhiban::domain::pasted;
use zhiban::domain::policy::Policy;
use zhiban::domain::rules::Rules;
use zhiban::domain::text;
use zhiban::domain::time::Stamp;
use zhiban::intake::{Mapping, Reading, mend, read};
use zhiban::store::{Ailment, Store};

use crate::intake::texts;
use chance::{Change, changed, changes};

const NOW: &str = "2026-11-23T12:00";

const LIST: &str = "诉求查询明细结果\r\n诉求编号,事件类型,诉求标题,诉求内容,登记时间,事件状态,事发区域,联系电话,承办单位,答复内容,\
    满意度,办理结束时间,部门办理截止时间\r\n\
    FZ26112300001,自处件,\"巷口堆物，挡路\",\"第一行\r\n第二行 \"\"引\"\"\",2026-11-23 09:05:00,待签收,柳河,13800138000,,,,,\r\n\
    ,,,\r\n\
    =\"0012\",紧急件,电动车乱停,南后街口,2026/11/23 9:10,已办结,三坊七巷社区,0591-87550000,城管办,已处理,满意,2026-11-23 10:00,\r\n";

const JSON: &str = r#"{"cases":[{"number":"FZ26112300001","received":"2026-11-23T09:05:00+08:00","title":"巷口堆物","body":"第一行\n第二行",
    "kind":"ordinary","community":"柳河","phone":"13800138000","tags":["repeat","疑难件"],"close_due":null},
    {"number":2,"received":46023.5,"title":true,"extra":{"a":[1]}}]}"#;

const OPEN311: &str = r#"[{"service_request_id":"638344","status":"open","service_code":"006","service_name":"Sidewalk",
    "description":"blocked","requested_datetime":"2026-11-23T01:05:00Z","updated_datetime":"2026-11-23T02:05:00Z",
    "expected_datetime":"2026-11-24T01:05:00+00:00","address":"8TH AVE","agency_responsible":"柳河社区","status_notes":null},
    {"service_request_id":"638349","status":"closed","requested_datetime":"2026-11-22T01:05:00Z"}]"#;

const MAP: &str = "[columns]\nnumber = \"诉求编号\"\nreceived = [\"转办时间\", \"登记时间\"]\n[kind]\n\"加急工单\" = \"urgent\"\n\
    [status]\n\"流转中\" = \"in_progress\"\n[rating]\n\"非常好\" = \"satisfied\"\n[community]\n\"南街驿里片\" = \"驿里\"\n";

const MESSAGES: [&str; 4] = [
    "【12345】您有新的诉求件：FZ26112300031，类别：紧急件。标题：南后街电动车堵住消防通道；来电时间：2026年11月23日 9时5分，\
     办结时限：2026-11-23 10:05。地址：南后街12号，诉求人：林先生，联系电话：13800000001。请及时签收。",
    "诉求编号\tFZ26112300032\r\n诉求标题\t巷内下水管外溢\r\n所属社区\t驿里社区\r\n诉求内容\t第一行\r\n第二行",
    "柳河社区\n去电挂机\n2026-11-23 09:07:01\n通话 1分5秒 0591-87550001",
    "明天开会",
];

fn policy() -> &'static Policy {
    static POLICY: OnceLock<Policy> = OnceLock::new();
    POLICY.get_or_init(|| {
        let text = Rules::builtin_policy().replacen("phone = \"\"", "phone = \"0591-87550001\"", 1);
        Policy::from_toml(&text).unwrap()
    })
}

fn now() -> Stamp {
    NOW.parse().unwrap()
}

fn assert_clean(text: &str) {
    assert!(!text::lines(text).altered, "{text:?}");
}

/// Whatever a list is, what is read from it does no harm, and what could not go in can be written down and is no list less.
fn try_list(bytes: &[u8], mapping: Option<&Mapping>) {
    let reading = Reading {
        policy: policy(),
        mapping,
        now: now(),
    };
    let sheet = match read(bytes, &reading, &mut |_| {}) {
        Ok(sheet) => sheet,
        Err(e) => return assert_clean(&e.to_string()),
    };
    for d in &sheet.drafts {
        texts(d).for_each(assert_clean);
        assert!((1..=64).contains(&d.number.as_str().chars().count()));
    }
    for p in &sheet.problems {
        assert!(
            !text::line(&p.value).altered && !p.value.contains('\n'),
            "{p:?}"
        );
    }
    let kept = sheet.problems.iter().filter(|p| !p.kept).count();
    assert!(kept >= sheet.skipped.len(), "what stays out says why");
    if !sheet.skipped.is_empty() {
        let mut out = Vec::new();
        mend::write(&sheet, &mut out, "problem", &|p| p.column.clone()).unwrap();
        let again = read(
            &out,
            &Reading {
                mapping: None,
                ..reading
            },
            &mut |_| {},
        );
        if let Ok(again) = again {
            let rows = again.drafts.len() + again.skipped.len();
            assert!(
                rows <= sheet.skipped.len(),
                "{}",
                String::from_utf8_lossy(&out)
            );
        }
    }
}

#[test]
fn csv() {
    chance::run("csv", &changes(), |changes| {
        try_list(&changed(LIST.as_bytes(), changes), None);
    });
}

#[test]
fn gbk() {
    let seed = GB18030.encode(LIST).0;
    chance::run("gbk", &changes(), |changes| {
        try_list(&changed(&seed, changes), None);
    });
}

#[test]
fn json() {
    let inputs = (select(&[JSON, OPEN311][..]), changes());
    chance::run("json", &inputs, |(seed, changes)| {
        try_list(&changed(seed.as_bytes(), changes), None);
    });
}

/// A sound workbook: shared and own strings, numbers, dates, a formula, two sheets.
fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let date = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd hh:mm");
    book.add_worksheet().write(0, 0, "说明").unwrap();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(LIST.lines()) {
        for (column, cell) in (0..).zip(line.split(',')) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    let at = rust_xlsxwriter::ExcelDateTime::parse_from_str("2026-11-17T09:05:01").unwrap();
    sheet.write(9, 0, 26_112_300_001_f64).unwrap();
    sheet.write_datetime_with_format(9, 4, at, &date).unwrap();
    let formula = rust_xlsxwriter::Formula::new("=A1&B1").set_result("公式");
    sheet.write_formula(9, 2, formula).unwrap();
    sheet.write(10, 4, 46_343.5).unwrap();
    book.save_to_buffer().unwrap()
}

/// What a workbook consists of.
fn parts(book: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut parts = Vec::new();
    for i in 0..archive.len() {
        let mut entry = archive.by_index(i).unwrap();
        let (name, mut content) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut content).unwrap();
        parts.push((name, content));
    }
    parts
}

/// The workbook with one part changed, packed soundly, so that the changes get past the packing.
fn repacked(parts: &[(String, Vec<u8>)], which: usize, changes: &[Change]) -> Vec<u8> {
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (i, (name, content)) in parts.iter().enumerate() {
        to.start_file(name.as_str(), options).unwrap();
        let content = if i == which {
            changed(content, changes)
        } else {
            content.clone()
        };
        to.write_all(&content).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn xlsx() {
    let book = workbook();
    let parts = parts(&book);
    let inputs = (any::<prop::sample::Index>(), changes(), any::<bool>());
    chance::run("xlsx", &inputs, |(which, changes, inside)| {
        let bytes = if *inside {
            repacked(&parts, which.index(parts.len()), changes)
        } else {
            changed(&book, changes)
        };
        try_list(&bytes, None);
    });
}

#[test]
fn mapping() {
    chance::run("mapping", &changes(), |changes| {
        let written = String::from_utf8_lossy(&changed(MAP.as_bytes(), changes)).into_owned();
        match Mapping::from_toml(&written, policy()) {
            Ok(mapping) => try_list(LIST.as_bytes(), Some(&mapping)),
            Err(e) => assert_clean(&e.to_string()),
        }
    });
}

/// A text, pasted or forwarded: what is found is clean, and what has been read once reads the same again.
#[test]
fn pasted_text() {
    let inputs = (select(&MESSAGES[..]), changes());
    chance::run("text", &inputs, |(seed, changes)| {
        let bytes = changed(seed.as_bytes(), changes);
        let said = String::from_utf8_lossy(&bytes);
        let read = pasted::read(&said, policy());
        assert_clean(&read.whole);
        read.found.iter().for_each(|f| assert_clean(&f.text));
        assert_eq!(pasted::read(&read.whole, policy()), read);
        let sender = text::line(&said).text.into_owned();
        let forwarded = Forwarded::read(sender, read.whole, now(), policy());
        if let Some(number) = forwarded.number {
            assert_clean(number.as_str());
        }
    });
}

/// A log comes in whole or not at all, and what came in once is known the second time.
#[test]
fn log() {
    let seed = log_of_a_desk();
    chance::run("log", &changes(), |changes| {
        let folder = tempfile::tempdir().unwrap();
        let rules = Rules::builtin().unwrap();
        let mut store = Store::open(&folder.path().join("s.db"), rules, now()).unwrap();
        let log = changed(seed.as_bytes(), changes);
        let first = match store.import_log(&mut log.as_slice()) {
            Ok(first) => first,
            Err(e) => {
                assert_clean(&e.to_string());
                assert_eq!(store.readable().facts, 0);
                return;
            }
        };
        let second = store.import_log(&mut log.as_slice()).unwrap();
        assert_eq!((second.new, second.known), (0, first.new + first.known));
        assert!(store.readable().whole);
        let mut problems = store.check().unwrap().problems;
        // A changed desk or number leaves a hole, which the doctor is to tell of.
        problems.retain(|p| !matches!(p, Ailment::Gap { .. }));
        assert_eq!(problems, []);
    });
}

/// The log of a desk with one case of every act, and acts on the roster.
fn log_of_a_desk() -> String {
    let folder = tempfile::tempdir().unwrap();
    let rules = Rules::builtin().unwrap();
    let mut store = Store::open(&folder.path().join("s.db"), rules, now()).unwrap();
    crate::store::work_through(&mut store, 1);
    let mut log = Vec::new();
    store.export_log(&mut log, None).unwrap();
    String::from_utf8(log).unwrap()
}

//! Workbooks as Excel and web systems make them, and workbooks made to do harm.

use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use zhiban::intake::{IntakeError, Limit};

use super::{problems, stamp, try_read};

fn book(fill: impl Fn(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

fn header(sheet: &mut Worksheet, row: u32) {
    for (column, name) in (0..).zip([
        "诉求编号",
        "登记时间",
        "诉求标题",
        "联系电话",
        "部门办理截止时间",
    ]) {
        sheet.write(row, column, name).unwrap();
    }
}

#[test]
fn dates_serials_and_numbers_in_cells() {
    let bytes = book(|book| {
        let date = Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
        let sheet = book.add_worksheet();
        sheet
            .merge_range(0, 0, 0, 4, "诉求查询明细结果", &Format::new())
            .unwrap();
        header(sheet, 1);
        let at = ExcelDateTime::parse_from_str("2026-11-17T09:05:01").unwrap();
        sheet.write(2, 0, "A1").unwrap();
        sheet.write_datetime_with_format(2, 1, at, &date).unwrap();
        sheet.write(2, 2, "日期格").unwrap();
        sheet.write(2, 3, 13_800_138_000_f64).unwrap();
        sheet.write(4, 0, 26_112_300_001_f64).unwrap();
        sheet.write(4, 1, 46_343.5).unwrap();
        sheet
            .write_formula(
                4,
                2,
                rust_xlsxwriter::Formula::new("=A1&B1").set_result("公式的值"),
            )
            .unwrap();
        sheet
            .write_datetime_with_format(4, 4, ExcelDateTime::from_ymd(2026, 11, 30).unwrap(), &date)
            .unwrap();
        // A time of day alone is no moment.
        sheet.write(5, 0, "A3").unwrap();
        let time = ExcelDateTime::from_hms(9, 5, 0).unwrap();
        sheet
            .write_datetime_with_format(5, 1, time, &Format::new().set_num_format("hh:mm"))
            .unwrap();
    });
    let sheet = try_read(&bytes, None).unwrap();
    assert_eq!(problems(&sheet), ["6 登记时间 NotATime!"]);
    let [first, second] = sheet.drafts.as_slice() else {
        panic!("{sheet:?}");
    };
    assert_eq!(
        (first.row, first.received),
        (3, stamp("2026-11-17T09:05:01"))
    );
    assert_eq!(first.phone, "13800138000");
    assert_eq!(
        (second.row, second.received),
        (5, stamp("2026-11-17T12:00"))
    );
    assert_eq!(second.number.as_str(), "26112300001");
    assert_eq!(second.title, "公式的值");
    assert_eq!(second.close_due, Some(stamp("2026-11-30T00:00")));
}

#[test]
fn a_number_with_more_digits_than_a_workbook_keeps_stays_out() {
    let bytes = book(|book| {
        let sheet = book.add_worksheet();
        header(sheet, 0);
        for (row, number) in [(1, 261_123_000_010_001_f64), (2, 2_611_230_000_100_010.0)] {
            sheet.write(row, 0, number).unwrap();
            sheet.write(row, 1, "2026-11-17 09:05").unwrap();
        }
        sheet.write(3, 0, "2611230000100012").unwrap();
        sheet.write(3, 1, "2026-11-17 09:05").unwrap();
    });
    let sheet = try_read(&bytes, None).unwrap();
    assert_eq!(problems(&sheet), ["3 诉求编号 InexactNumber!"]);
    let numbers: Vec<&str> = sheet.drafts.iter().map(|d| d.number.as_str()).collect();
    assert_eq!(numbers, ["261123000010001", "2611230000100012"]);
}

#[test]
fn the_first_visible_sheet_with_a_header_counts() {
    let bytes = book(|book| {
        let hidden = book.add_worksheet();
        header(hidden, 0);
        hidden.set_hidden(true);
        let notes = book.add_worksheet();
        notes.write(0, 0, "说明").unwrap();
        notes.set_active(true);
        let cases = book.add_worksheet();
        header(cases, 3);
        cases.write(4, 0, "A1").unwrap();
        cases.write(4, 1, "2026-11-17 09:05").unwrap();
        let more = book.add_worksheet();
        header(more, 0);
        more.write(1, 0, "B1").unwrap();
    });
    let sheet = try_read(&bytes, None).unwrap();
    assert_eq!(sheet.drafts.len(), 1);
    assert_eq!(
        (sheet.drafts[0].row, sheet.drafts[0].number.as_str()),
        (5, "A1")
    );
}

#[test]
fn a_cell_in_the_last_corner_costs_nothing() {
    let bytes = book(|book| {
        let sheet = book.add_worksheet();
        header(sheet, 0);
        sheet.write(1, 0, "A1").unwrap();
        sheet.write(1, 1, "2026-11-17 09:05").unwrap();
        sheet.write(1_048_575, 16_383, "x").unwrap();
    });
    assert_eq!(try_read(&bytes, None).unwrap().drafts.len(), 1);
}

/// A workbook whose shared strings are `strings`, packed.
fn packed(strings: &[u8]) -> Vec<u8> {
    let sound = book(|book| header(book.add_worksheet(), 0));
    let mut from = zip::ZipArchive::new(Cursor::new(sound)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for i in 0..from.len() {
        let mut entry = from.by_index(i).unwrap();
        let name = entry.name().unwrap().into_owned();
        to.start_file(&*name, options).unwrap();
        if name.ends_with("sharedStrings.xml") {
            to.write_all(strings).unwrap();
        } else {
            std::io::copy(&mut entry, &mut to).unwrap();
        }
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn strings_that_are_not_there_set_no_memory_aside() {
    let bytes = packed(b"<sst count=\"1\" uniqueCount=\"99999999999999\"><si><t>x</t></si></sst>");
    let error = try_read(&bytes, None).unwrap_err();
    assert!(matches!(error, IntakeError::Broken { .. }), "{error}");
}

/// The workbook with another size declared for what unpacks to `size` bytes.
fn declaring(mut bytes: Vec<u8>, size: usize, declared: u32) -> Vec<u8> {
    let real = u32::try_from(size).unwrap().to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4)
        .filter(|i| bytes[*i..*i + 4] == real)
        .collect();
    assert!(places.len() >= 2, "in the entry and in the directory");
    for i in places {
        bytes[i..i + 4].copy_from_slice(&declared.to_le_bytes());
    }
    bytes
}

#[test]
fn a_bomb_is_refused_before_it_goes_off() {
    let strings = format!(
        "<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>",
        "x".repeat(123_457)
    );
    let bytes = packed(strings.as_bytes());
    let honest = declaring(bytes.clone(), strings.len(), 600 << 20);
    let error = try_read(&honest, None).unwrap_err();
    assert!(
        matches!(
            error,
            IntakeError::TooLarge {
                what: Limit::Unpacked,
                ..
            }
        ),
        "{error}"
    );
    let lying = declaring(bytes, strings.len(), 5000);
    let error = try_read(&lying, None).unwrap_err();
    assert!(error.to_string().contains("declared"), "{error}");
}

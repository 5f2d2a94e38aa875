//! The files: typed cells, nothing that acts, and the same figures in each.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use calamine::{Data, Reader as _, Xlsx, open_workbook};
use zhiban::domain::report::{
    Bars, Block, Cell, Column, Compared, Pair, Point, Report, Strip, Table,
};
use zhiban::report::sheet::{self, Format};

use super::{folder, moment};

/// What somebody could write to make a spreadsheet or a browser do things.
const NASTY: [&str; 7] = [
    "=HYPERLINK(\"http://x\",\"点\")",
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "＝1+1",
    "<script>alert(1)</script><img src=x onerror=\"y\">",
    "http://example.org/a|b\n# c",
];

fn report() -> Report {
    let column = |heading: &str| Column {
        heading: heading.to_owned(),
        width: 20,
    };
    let rows = NASTY.iter().map(|text| {
        vec![
            Cell::from(*text),
            Cell::Number(-3),
            Cell::Moment(moment("2026-11-23T09:03:05")),
            Cell::Span(400),
            Cell::Share(975),
            Cell::Empty,
        ]
    });
    Report {
        title: NASTY[5].to_owned(),
        notes: vec![NASTY[0].to_owned()],
        blocks: vec![
            Block::Table(Table {
                heading: "按类别/社区 [周]: '引号'".to_owned(),
                columns: ["=甲", "数", "时", "长", "率", "空"].map(column).to_vec(),
                rows: rows.collect(),
                empty: "无".to_owned(),
            }),
            Block::Bars(Bars {
                heading: NASTY[5].to_owned(),
                columns: [NASTY[0], NASTY[5]].map(str::to_owned),
                bars: vec![("09".to_owned(), 3), (NASTY[5].to_owned(), 0)],
                empty: NASTY[0].to_owned(),
            }),
            Block::Strip(Strip {
                heading: "用时".to_owned(),
                unit: "分".to_owned(),
                columns: [NASTY[0], NASTY[1], NASTY[2], NASTY[5]].map(str::to_owned),
                points: vec![
                    Point {
                        label: NASTY[5].to_owned(),
                        seconds: 300,
                        limit: 600,
                    },
                    Point {
                        label: "迟".to_owned(),
                        seconds: 900,
                        limit: 600,
                    },
                ],
                legend: ["按时".to_owned(), "逾时".to_owned()],
                empty: String::new(),
            }),
            Block::Compared(Compared {
                heading: NASTY[0].to_owned(),
                columns: [NASTY[5], NASTY[1], NASTY[2], NASTY[3]].map(str::to_owned),
                rows: vec![
                    Pair {
                        label: NASTY[5].to_owned(),
                        now: Some(-4),
                        before: Some(90),
                    },
                    Pair {
                        label: NASTY[0].to_owned(),
                        now: None,
                        before: None,
                    },
                ],
                empty: String::new(),
            }),
            Block::Text {
                heading: "交接".to_owned(),
                lines: NASTY.map(str::to_owned).to_vec(),
            },
        ],
    }
}

fn bytes(format: Format) -> Vec<u8> {
    let mut bytes = Vec::new();
    format.write(&report(), "zh-CN", &mut bytes).unwrap();
    bytes
}

#[test]
fn a_workbook_has_typed_cells_and_no_formula() {
    let folder = folder();
    let path = folder.path().join("a.xlsx");
    std::fs::write(&path, bytes(Format::Xlsx)).unwrap();
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let names = book.sheet_names();
    assert_eq!(names.len(), 5);
    for name in &names {
        let formulas = book.worksheet_formula(name).unwrap();
        assert!(formulas.cells().all(|(_, _, f)| f.is_empty()), "{name}");
    }
    let table = book.worksheet_range(&names[1]).unwrap();
    for (row, text) in (1..).zip(NASTY) {
        assert_eq!(table.get((row, 0)), Some(&Data::String(text.to_owned())));
        assert_eq!(table.get((row, 1)), Some(&Data::Float(-3.0)));
        assert!(matches!(table.get((row, 2)), Some(Data::DateTime(_))));
        assert!(matches!(table.get((row, 3)), Some(Data::DateTime(_))));
        assert_eq!(table.get((row, 4)), Some(&Data::Float(0.975)));
    }
}

#[test]
fn a_workbook_keeps_its_heading_in_view_and_prints_on_a4() {
    let bytes = bytes(Format::Xlsx);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for n in 0..zip.len() {
        let mut file = zip.by_index(n).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        if file.read_to_string(&mut text).is_ok() {
            parts.insert(name, text);
        }
    }
    let sheet = &parts["xl/worksheets/sheet2.xml"];
    for part in [
        "state=\"frozen\"",
        "paperSize=\"9\"",
        "fitToHeight=\"0\"",
        "<autoFilter",
    ] {
        assert!(sheet.contains(part), "{part}");
    }
    assert!(parts["xl/workbook.xml"].contains("_xlnm.Print_Titles"));
    // No link leads out of the file.
    assert!(
        !parts
            .values()
            .any(|p| p.contains("TargetMode=\"External\""))
    );
}

#[test]
fn csv_opens_right_and_nothing_acts() {
    let text = String::from_utf8(bytes(Format::Csv)).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    assert!(text.contains("\r\n"));
    let mut csv = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    // Of several tables each stands under its heading.
    let rows: Vec<csv::StringRecord> = csv.records().map(Result::unwrap).skip(1).collect();
    assert_eq!(&rows[0][0], "'=甲");
    for (row, text) in rows.iter().skip(1).zip(NASTY) {
        let acts = text.starts_with(['=', '+', '-', '@', '＝']);
        let wanted = if acts {
            format!("'{text}")
        } else {
            text.to_owned()
        };
        assert_eq!(&row[0], wanted);
        assert_eq!(
            row.iter().skip(1).collect::<Vec<_>>(),
            ["-3", "2026-11-23 09:03:05", "0:06:40", "97.5%", ""]
        );
    }
}

#[test]
fn a_page_stands_alone_and_holds_no_markup_of_others() {
    let page = String::from_utf8(bytes(Format::Html)).unwrap();
    assert_eq!(page.matches("<svg").count(), 3);
    for part in [
        "<script",
        "<img",
        "onerror=\"",
        "src=\"",
        "href=\"",
        "@import",
        "url(",
    ] {
        assert!(!page.contains(part), "{part}");
    }
    assert!(page.contains("@page { size: A4;"));
    assert!(page.contains("&lt;script&gt;alert(1)"));
}

#[test]
fn markdown_keeps_every_text_in_its_cell() {
    let text = String::from_utf8(bytes(Format::Markdown)).unwrap();
    let first = text.split("\n## ").nth(1).unwrap();
    let rows: Vec<&str> = first.lines().filter(|l| l.starts_with("| ")).collect();
    assert_eq!(rows.len(), NASTY.len() + 2);
    for row in rows {
        assert_eq!(row.replace("\\|", "").matches('|').count(), 7, "{row}");
    }
    assert!(!text.contains("<script"));
    assert!(!text.contains("\n# c"));
}

#[test]
fn lines_keep_within_the_terminal() {
    for columns in [20, 80] {
        for line in sheet::lines(&report(), Some(columns)) {
            assert!(sheet::width(&line) <= columns, "{line:?}");
        }
    }
}

#[test]
fn the_ending_says_the_format() {
    let of = |name: &str| Format::of(Path::new(name));
    assert_eq!(of("通报.XLSX"), Some(Format::Xlsx));
    assert_eq!(of("a.html"), Some(Format::Html));
    assert_eq!(of("a.md"), Some(Format::Markdown));
    assert_eq!(of("a.csv"), Some(Format::Csv));
    assert_eq!(of("a.docx"), None);
    assert_eq!(of("xlsx"), None);
}

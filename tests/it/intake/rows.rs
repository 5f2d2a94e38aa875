//! What is wrong with a row, whether it goes in all the same, and what of it.

use zhiban::domain::draft::ProblemKind::{
    BadNumber, BeforeReceipt, BrokenText, ControlCharacters, Future, Missing, NotATime, TooLong,
    TooManyCells, TwiceInFile, UnknownCommunity, UnknownKind, UnknownRating, UnknownStatus,
    UnknownTag, UnknownUnit,
};
use zhiban::domain::ids::{Kind, Rating, Unit};
use zhiban::domain::policy::Status;
use zhiban::intake::Sheet;

use super::{kinds, list, problems, stamp, try_read};

const HEADER: &str = "件号,登记时间,事件类型,事发区域,诉求标题,诉求内容,联系电话,事件状态,批转单位,部门办理截止时间,\
    答复内容,评价满意度,办结时间,标签";

/// A list of one row of these cells, in the order of the header.
fn row(cells: &[&str]) -> Sheet {
    let quoted: Vec<String> = cells
        .iter()
        .map(|c| format!("\"{}\"", c.replace('"', "\"\"")))
        .collect();
    list(&format!("{HEADER}\n{}\n", quoted.join(",")))
}

/// A row that is in order but for one cell.
fn with(column: &str, value: &str) -> Sheet {
    let place = HEADER.split(',').position(|h| h == column).unwrap();
    let mut cells = [
        "A1",
        "2026-11-23 09:05:00",
        "自处件",
        "柳河",
        "题",
        "文",
        "13800138000",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
    ];
    cells[place] = value;
    row(&cells)
}

#[test]
fn a_row_in_order() {
    let sheet = with("件号", "A1");
    assert_eq!(sheet.problems, []);
    assert_eq!(sheet.drafts.len(), 1);
}

#[test]
fn without_its_number_or_receipt_a_row_cannot_go_in() {
    for (column, value, what) in [
        ("件号", "", Missing),
        ("件号", "\u{200b}", Missing),
        ("件号", "A\u{1b}[31m1", BadNumber),
        ("件号", &"长".repeat(65), BadNumber),
        ("登记时间", "", Missing),
        ("登记时间", "昨天下午", NotATime),
    ] {
        let sheet = with(column, value);
        assert_eq!(kinds(&sheet), [what], "{column} {value}");
        assert!(sheet.drafts.is_empty() && !sheet.problems[0].kept);
        assert_eq!(sheet.problems[0].column, column);
        assert_eq!(
            (
                sheet.problems[0].row,
                sheet.skipped.len(),
                sheet.skipped[0].row
            ),
            (2, 1, 2)
        );
    }
}

#[test]
fn any_printable_number_will_do() {
    for (written, read) in [
        ("沪〔2026〕12345号-乙", "沪〔2026〕12345号-乙"),
        (" FZ26112300001 ", "FZ26112300001"),
        ("ＦＺ２６", "FZ26"),
        (&"长".repeat(64), &"长".repeat(64)),
    ] {
        let sheet = with("件号", written);
        assert_eq!(sheet.problems, [], "{written}");
        assert_eq!(sheet.drafts[0].number.as_str(), read);
    }
}

#[test]
fn every_problem_of_a_row_that_stays_out_is_said_at_once() {
    let sheet = row(&["", "昨天", "奇怪件", "东街", "题"]);
    assert_eq!(
        problems(&sheet),
        [
            "2 件号 Missing!",
            "2 登记时间 NotATime!",
            "2 事件类型 UnknownKind!",
            "2 事发区域 UnknownCommunity!"
        ]
    );
}

#[test]
fn the_first_of_two_rows_of_one_number_stays() {
    let sheet = list(
        "件号,接件时间,标题\nA1,明天,甲\nA1,2026-11-23 09:00,乙\nＡ１,2026-11-23 09:00,丙\nB2,2026-11-23 09:00,丁\n",
    );
    assert_eq!(
        problems(&sheet),
        ["2 接件时间 NotATime!", "4 件号 TwiceInFile!"]
    );
    assert_eq!(kinds(&sheet)[1], TwiceInFile);
    let titles: Vec<&str> = sheet.drafts.iter().map(|d| d.title.as_str()).collect();
    assert_eq!(titles, ["乙", "丁"]);
}

#[test]
fn a_receipt_ahead_of_the_clock_goes_in() {
    let sheet = with("登记时间", "2026-11-24 12:00:00");
    assert_eq!(kinds(&sheet), [Future]);
    assert!(sheet.problems[0].kept);
    assert_eq!(sheet.drafts[0].received, stamp("2026-11-24T12:00"));
}

#[test]
fn what_is_not_known_is_kept_and_said() {
    let sheet = with("事件类型", "奇怪件");
    assert_eq!(kinds(&sheet), [UnknownKind]);
    assert_eq!(
        (sheet.drafts[0].kind, sheet.drafts[0].kind_text.as_str()),
        (None, "奇怪件")
    );
    let sheet = with("事发区域", "不存在社区");
    assert_eq!(kinds(&sheet), [UnknownCommunity]);
    assert_eq!(sheet.drafts[0].community, None);
    assert_eq!(sheet.drafts[0].community_text, "不存在社区");
    let sheet = with("批转单位", "区园林中心");
    assert_eq!(kinds(&sheet), [UnknownUnit]);
    assert_eq!(sheet.drafts[0].unit, Some(Unit::from("区园林中心")));
    for (column, what) in [
        ("事件状态", UnknownStatus),
        ("评价满意度", UnknownRating),
        ("标签", UnknownTag),
    ] {
        let sheet = with(column, "甲乙丙");
        assert_eq!(kinds(&sheet), [what]);
        assert!(sheet.problems[0].kept && sheet.drafts.len() == 1);
    }
}

#[test]
fn an_empty_kind_or_community_is_for_a_person_to_decide_and_no_problem() {
    for column in ["事件类型", "事发区域"] {
        let sheet = with(column, " ");
        assert_eq!(sheet.problems, []);
        assert_eq!(sheet.drafts.len(), 1);
    }
}

#[test]
fn words_are_understood() {
    for (word, kind) in [
        ("自处件", Kind::Ordinary),
        ("紧急件", Kind::Urgent),
        ("垃圾分类件", Kind::WasteSorting),
        ("巡查走访件", Kind::Inspection),
        ("呼叫件", Kind::CallUp),
        ("call_up", Kind::CallUp),
    ] {
        assert_eq!(with("事件类型", word).drafts[0].kind, Some(kind));
    }
    for (word, rating) in [
        ("满意", Rating::Satisfied),
        ("基本满意", Rating::BasicallySatisfied),
        ("差评", Rating::Dissatisfied),
    ] {
        assert_eq!(with("评价满意度", word).drafts[0].rating, Some(rating));
    }
    for (word, status) in [
        ("待签收", Status::AwaitingSign),
        ("待派发", Status::AwaitingDispatch),
        ("已派发", Status::Dispatched),
        ("办理中", Status::InProgress),
        ("待审核", Status::AwaitingReview),
        ("已办结", Status::Closed),
    ] {
        assert_eq!(with("事件状态", word).drafts[0].status, Some(status));
    }
    assert_eq!(
        with("批转单位", "柳河").drafts[0].unit,
        Some(Unit::from("柳河社区"))
    );
}

#[test]
fn times_that_make_no_sense_are_left_out() {
    for (column, value, what) in [
        ("部门办理截止时间", "2020-01-01 00:00:00", BeforeReceipt),
        ("部门办理截止时间", "尽快", NotATime),
        ("办结时间", "2026-11-23 09:00", BeforeReceipt),
        ("办结时间", "2026-11-23 12:00:01", Future),
    ] {
        let sheet = with(column, value);
        assert_eq!(kinds(&sheet), [what], "{column} {value}");
        let draft = &sheet.drafts[0];
        assert_eq!((draft.close_due, draft.closed), (None, None));
    }
    let due = with("部门办理截止时间", "2026/11/30 9:05").drafts[0].close_due;
    assert_eq!(due, Some(stamp("2026-11-30T09:05")));
}

#[test]
fn texts_are_cleaned_and_bounded() {
    let sheet = with("诉求标题", "标题\u{1b}[2J\u{1b}]0;x\u{7}里有转义");
    assert_eq!(kinds(&sheet), [ControlCharacters]);
    assert_eq!(sheet.drafts[0].title, "标题里有转义");
    assert_eq!(sheet.problems[0].value, "标题里有转义");

    assert_eq!(with("诉求标题", "一\r\n二\t三").drafts[0].title, "一 二 三");
    assert_eq!(with("诉求内容", "一\r\n二\t三").drafts[0].body, "一\n二 三");
    assert_eq!(
        with("联系电话", "１３８００１３８０００").drafts[0].phone,
        "13800138000"
    );
    let formula = "=HYPERLINK(\"http://127.0.0.1\",\"点我\")";
    let sheet = with("诉求标题", formula);
    assert_eq!(
        (sheet.drafts[0].title.as_str(), sheet.problems.len()),
        (formula, 0)
    );

    let long = "长".repeat(501);
    let sheet = with("诉求标题", &long);
    assert_eq!(kinds(&sheet), [TooLong]);
    assert_eq!(sheet.drafts[0].title, "长".repeat(500));
    assert_eq!(sheet.drafts[0].body, format!("{long}\n文"));
    let sheet = with("诉求内容", &"长".repeat(20_001));
    assert_eq!(kinds(&sheet), [TooLong]);
    assert_eq!(sheet.drafts[0].body.chars().count(), 20_000);

    let mut broken = format!(
        "件号,接件时间,标题\nA1,2026-11-23 09:00,{}",
        "题".repeat(99)
    )
    .into_bytes();
    broken.push(0xe4);
    assert_eq!(kinds(&try_read(&broken, None).unwrap()), [BrokenText]);
}

#[test]
fn a_row_with_more_cells_than_the_header() {
    let sheet = list("件号,接件时间,标题\nA1,2026-11-23 09:00,甲,,乙\n");
    assert_eq!(kinds(&sheet), [TooManyCells]);
    assert_eq!(sheet.problems[0].value, "乙");
    assert_eq!(sheet.drafts.len(), 1);
}

#[test]
fn a_header_repeated_on_each_page_is_no_row() {
    let sheet = list("件号,接件时间\nA1,2026-11-23 09:00\n件号,接件时间\nA2,2026-11-23 09:00\n");
    assert_eq!((sheet.drafts.len(), sheet.problems.len()), (2, 0));
}

#[test]
fn of_two_columns_for_one_thing_the_filled_one_counts() {
    let sheet = list(
        "件号,接件时间,首次满意度,最终满意度\nA1,2026-11-23 09:00,满意,\nA2,2026-11-23 09:00,满意,差评\n",
    );
    let ratings: Vec<_> = sheet.drafts.iter().map(|d| d.rating.unwrap()).collect();
    assert_eq!(ratings, [Rating::Satisfied, Rating::Dissatisfied]);
}

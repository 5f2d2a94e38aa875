//! A list of cases as the platform exports it: a title row, the header, one row a case, everything as text.

use rust_xlsxwriter::{Format, Workbook};

use super::Made;

const HEADER: [&str; 14] = [
    "诉求编号",
    "诉求来源",
    "诉求类型",
    "事件类型",
    "诉求标题",
    "诉求内容",
    "登记时间",
    "事件状态",
    "街道名称",
    "事发区域",
    "地址描述",
    "联系人",
    "联系电话",
    "部门办理截止时间",
];

/// A workbook of so many rows.
pub fn workbook(rows: u32) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet
        .merge_range(0, 0, 0, 13, "诉求查询明细结果", &Format::new())
        .unwrap();
    let mut write = |row: u32, cells: [&str; 14]| {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    };
    write(1, HEADER);
    for i in 0..rows {
        let made = Made::new(i, rows, super::now());
        let received = made.received.to_string();
        let received = received[..19].replace('T', " ");
        write(
            i + 2,
            [
                &made.number,
                "12345",
                "投诉",
                "自处件",
                &made.title,
                &made.body,
                &received,
                "待签收",
                "南街街道",
                made.community,
                &made.address,
                "林女士",
                &made.phone,
                "",
            ],
        );
    }
    book.save_to_buffer().unwrap()
}

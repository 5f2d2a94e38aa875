//! Which column holds what: the header row, its aliases, and the mapping that may name others.
//!
//! Knows no row and no rule. Called by `rows`; `Field` also names what an error is about.

use crate::domain::text;
use std::fmt;

use serde::{Deserialize, Deserializer};

use super::cell::Cell;
use super::mapping::Mapping;

/// What a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the variants are the fields of a draft")]
pub enum Field {
    Number,
    Received,
    Kind,
    Community,
    Title,
    Body,
    Address,
    Reporter,
    Phone,
    Channel,
    CloseDue,
    Unit,
    Reply,
    Rating,
    Status,
    Closed,
    Tags,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 17] = [
        Self::Number,
        Self::Received,
        Self::Kind,
        Self::Community,
        Self::Title,
        Self::Body,
        Self::Address,
        Self::Reporter,
        Self::Phone,
        Self::Channel,
        Self::CloseDue,
        Self::Unit,
        Self::Reply,
        Self::Rating,
        Self::Status,
        Self::Closed,
        Self::Tags,
    ];

    /// Its name in JSON, in a mapping, and as a header of its own.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Received => "received",
            Self::Kind => "kind",
            Self::Community => "community",
            Self::Title => "title",
            Self::Body => "body",
            Self::Address => "address",
            Self::Reporter => "reporter",
            Self::Phone => "phone",
            Self::Channel => "channel",
            Self::CloseDue => "close_due",
            Self::Unit => "unit",
            Self::Reply => "reply",
            Self::Rating => "rating",
            Self::Status => "status",
            Self::Closed => "closed",
            Self::Tags => "tags",
        }
    }

    /// The headers real systems give it. Where a list has several, the earlier one counts: the moment the street got
    /// the case before the moment the citizen called, the last rating before the first.
    const fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Number => &[
                "诉求编号",
                "工单编号",
                "信件编号",
                "办件编号",
                "件号",
                "编号",
                "callId",
                "record_number",
                "service_request_id",
            ],
            Self::Received => &[
                "接件时间",
                "派单时间",
                "登记时间",
                "受理时间",
                "诉求时间",
                "来电时间",
                "信件时间",
                "createTime",
                "requested_datetime",
            ],
            Self::Kind => &["事件类型", "件类", "类别", "紧急程度"],
            Self::Community => &["属地社区", "所属社区", "事发区域", "社区"],
            Self::Title => &[
                "诉求标题",
                "工单标题",
                "信件标题",
                "诉求主题",
                "主题",
                "标题",
                "事由",
                "service_name",
            ],
            Self::Body => &["诉求内容", "主要内容", "内容", "contents", "description"],
            Self::Address => &["地址描述", "事发地", "报案地址", "地址"],
            Self::Reporter => &["联系人", "诉求人", "callerName"],
            Self::Phone => &[
                "联系电话",
                "诉求人手机号",
                "来电号码",
                "callerCellphone",
                "电话",
            ],
            Self::Channel => &["诉求来源", "来源渠道", "来源", "渠道"],
            Self::CloseDue => &[
                "部门办理截止时间",
                "办理截止时间",
                "办结时限",
                "截止时间",
                "承诺时间",
                "expected_datetime",
            ],
            Self::Unit => &[
                "承办单位",
                "批转单位",
                "受理部门",
                "办结单位",
                "agency_responsible",
            ],
            Self::Reply => &["答复内容", "处理结果", "公开答复内容", "status_notes"],
            Self::Rating => &["最终满意度", "评价满意度", "满意度", "首次满意度"],
            Self::Status => &["事件状态", "案件状态", "办件状态", "状态"],
            // GeoReport v2: of a closed request, `updated_datetime` is when it was closed.
            Self::Closed => &["办理结束时间", "办结时间", "updated_datetime"],
            Self::Tags => &["标签"],
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let name = String::deserialize(d)?;
        Self::ALL
            .into_iter()
            .find(|f| f.as_str() == name)
            .ok_or_else(|| {
                let expected = Self::ALL.map(Self::as_str).join(" ");
                serde::de::Error::custom(format!(
                    "`{name}` is not a field; expected one of: {expected}"
                ))
            })
    }
}

/// A header without what people vary: width, case, spaces, the star of a required column, a colon.
pub(super) fn key(header: &str) -> String {
    let cleaned = text::line(header);
    text::fold(&cleaned.text)
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '*' | ':'))
        .flat_map(char::to_lowercase)
        .collect()
}

/// A header row, understood.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// The header as it stands in the file, cleaned.
    pub header: Vec<String>,
    /// For each field its columns, the one that counts first.
    of: [Vec<usize>; Field::ALL.len()],
}

impl Columns {
    /// Reads a row as if it were the header.
    pub fn of_row(cells: &[Cell<'_>], mapping: Option<&Mapping>) -> Self {
        let mut ranked: Vec<(usize, usize, Field)> = Vec::new();
        let mut header: Vec<String> = Vec::with_capacity(cells.len());
        for (i, cell) in cells.iter().enumerate() {
            let name = text::line(&cell.text()).text.into_owned();
            let key = key(&name);
            header.push(name);
            if let Some((rank, field)) = meaning(&key, mapping) {
                ranked.push((rank, i, field));
            }
        }
        while header.last().is_some_and(String::is_empty) {
            header.pop();
        }
        ranked.sort_unstable();
        let mut of: [Vec<usize>; Field::ALL.len()] = Default::default();
        for (_, i, field) in ranked {
            if let Some(columns) = of.get_mut(field as usize) {
                columns.push(i);
            }
        }
        Self { header, of }
    }

    /// The columns of a field, the one that counts first.
    #[must_use]
    pub fn of(&self, field: Field) -> &[usize] {
        self.of.get(field as usize).map_or(&[], Vec::as_slice)
    }

    /// Is the field among the columns?
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        !self.of(field).is_empty()
    }

    /// Enough of the row reads as headers: the number, and when or what.
    #[must_use]
    pub fn is_header(&self) -> bool {
        self.has(Field::Number) && (self.has(Field::Received) || self.has(Field::Title))
    }

    /// How many cells read as headers.
    #[must_use]
    pub fn recognised(&self) -> usize {
        self.of.iter().filter(|c| !c.is_empty()).count()
    }

    /// The headers that no field knows.
    #[must_use]
    pub fn unread(&self) -> Vec<String> {
        let is_read = |place: &usize| self.of.iter().flatten().any(|taken| taken == place);
        let unread = self.header.iter().enumerate().filter(|(i, _)| !is_read(i));
        let named = unread.filter(|(_, name)| !name.is_empty());
        named.map(|(_, name)| name.clone()).collect()
    }

    /// The header of a field's first column, or the field's own name.
    #[must_use]
    pub fn name(&self, field: Field) -> &str {
        self.of(field)
            .first()
            .and_then(|i| self.header.get(*i))
            .map_or(field.as_str(), String::as_str)
    }
}

/// The field a header means, with how much it counts among several (the least counts most). What a mapping names is
/// taken out of the aliases: it knows better.
fn meaning(key: &str, mapping: Option<&Mapping>) -> Option<(usize, Field)> {
    if key.is_empty() {
        return None;
    }
    if let Some(found) = mapping.and_then(|m| m.column(key)) {
        return Some(found);
    }
    let free = |f: &Field| mapping.is_none_or(|m| !m.names(*f));
    Field::ALL.into_iter().filter(free).find_map(|field| {
        let mut names = std::iter::once(field.as_str()).chain(field.aliases().iter().copied());
        names
            .position(|n| n.to_lowercase() == key)
            .map(|rank| (rank, field))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(names: &[&'static str]) -> Columns {
        let cells: Vec<Cell<'static>> = names.iter().map(|n| Cell::Text((*n).into())).collect();
        Columns::of_row(&cells, None)
    }

    #[test]
    fn headers_are_matched_whatever_their_dress() {
        let c = columns(&["＊诉求编号：", " 登记 时间 ", "CALLERNAME", "备注", ""]);
        assert!(c.is_header());
        assert_eq!(c.of(Field::Number), [0]);
        assert_eq!(c.of(Field::Received), [1]);
        assert_eq!(c.of(Field::Reporter), [2]);
        assert_eq!(c.header.len(), 4);
        assert_eq!(c.unread(), ["备注"]);
    }

    #[test]
    fn of_several_columns_the_better_one_counts() {
        let c = columns(&["件号", "来电时间", "派单时间", "首次满意度", "最终满意度"]);
        assert_eq!(c.of(Field::Received), [2, 1]);
        assert_eq!(c.of(Field::Rating), [4, 3]);
        assert_eq!(c.name(Field::Received), "派单时间");
    }

    #[test]
    fn no_alias_means_two_fields() {
        let mut seen = std::collections::BTreeSet::new();
        for field in Field::ALL {
            for name in std::iter::once(field.as_str()).chain(field.aliases().iter().copied()) {
                assert_eq!(key(name), name.to_lowercase());
                assert!(seen.insert(name.to_lowercase()), "{name}");
            }
        }
    }

    #[test]
    fn a_title_row_is_no_header() {
        assert!(!columns(&["诉求查询明细结果", "", ""]).is_header());
        assert!(!columns(&["编号", "备注"]).is_header());
    }
}

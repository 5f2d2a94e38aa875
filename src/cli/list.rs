//! `list`: the queue as the screen orders it, filtered, as a table or as JSON.

mod watch;

use std::cmp::Reverse;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use super::args::List;
use super::desk::Desk;
use super::output::{self, Output};
use super::search::Search;
use super::{failure, names, report};
use crate::app::text::{Texts, say};
use crate::domain::case::Case;
use crate::domain::clock::Clock;
use crate::domain::event::{Fact, Received};
use crate::domain::ids::{ClockId, Community, Stage, State, Tag, Unit};
use crate::domain::queue::{Cell, Row};
use crate::domain::reckon;
use crate::domain::report::{Block, Cell as SheetCell, Column, Report, Table};
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::show::clock_json;
use crate::domain::time::Stamp;
use crate::error::Failure;
use crate::report::sheet;
use crate::store::Store;

/// What the options ask for, names looked up.
struct Filter {
    stage: Option<Stage>,
    community: Option<Community>,
    unit: Option<Unit>,
    overdue: bool,
    due_by: Option<Stamp>,
    all: bool,
}

/// A row with, where something asks for them, all clocks of its case and the rules it goes by.
struct Item {
    row: Row,
    folded: Option<Folded>,
}

/// Lists cases.
///
/// # Errors
/// A name the policy does not know, or the store's failure.
pub fn run(desk: &Desk, args: &List) -> Result<(), Failure> {
    report::check(desk, args.out.as_deref())?;
    // Before a store is made: a name nobody knows is refused.
    filter(desk, args, desk.now())?;
    let mut store = desk.open_store()?;
    if args.watch {
        return watch::run(desk, args, &mut store);
    }
    let now = desk.now();
    let items = collect(desk, args, &mut store, now)?;
    let list = || Value::Array(items.iter().map(|item| shown(item, desk, now)).collect());
    if let Some(target) = &args.out {
        let sheet = sheet(&desk.texts, &items, now);
        return report::write(desk, target, &sheet, || Ok(list()));
    }
    let mut out = Output::new();
    if desk.json {
        out.json(&list())?;
    } else {
        table(&mut out, &desk.texts, &desk.rules, &items, now)?;
    }
    out.finish()
}

/// The cases that are asked for, in the order of the screen.
fn collect(desk: &Desk, args: &List, store: &mut Store, now: Stamp) -> Result<Vec<Item>, Failure> {
    let filter = filter(desk, args, now)?;
    let search = args.search.as_deref();
    let search = search.map(|query| Search::new(query, store)).transpose();
    let mut search = search.map_err(|e| failure::store(&desk.texts, &e))?;
    let ended = filter.stage.is_some_and(Stage::is_ended);
    let rows = if filter.all || ended {
        store.all_rows(now)
    } else {
        store.open_rows(now)
    };
    let rows = rows.map_err(|e| failure::store(&desk.texts, &e))?;
    let folding = desk.json
        || args.out.is_some()
        || desk.unmasked
        || filter.overdue
        || filter.due_by.is_some();
    let roster = desk.roster(store)?;
    let mut items = Vec::new();
    for (mut row, _) in rows {
        if !filter.takes(&row) {
            continue;
        }
        let folded = if folding {
            fold(desk, store, &row, &roster)?
        } else {
            None
        };
        let clocks = folded.as_ref().map(|f| f.clocks.as_slice());
        let unmasked = folded.as_ref().filter(|_| desk.unmasked);
        if let Some(folded) = unmasked {
            row.title.clone_from(&folded.received.title);
        }
        if filter.takes_clocks(clocks, now)
            && search
                .as_mut()
                .is_none_or(|search| search.finds(&row, &desk.rules.policy))
        {
            items.push(Item { row, folded });
        }
    }
    items.sort_by_cached_key(|item| place(&desk.rules, &item.row));
    Ok(items)
}

fn filter(desk: &Desk, args: &List, now: Stamp) -> Result<Filter, Failure> {
    Ok(Filter {
        stage: args.stage,
        community: args
            .community
            .as_deref()
            .map(|c| names::community(desk, "--community", c))
            .transpose()?,
        unit: names::unit_if(desk, "--unit", args.unit.as_deref())?,
        overdue: args.overdue,
        due_by: args.due_within.map(|m| now.plus_minutes(m)),
        all: args.all,
    })
}

impl Filter {
    fn takes(&self, row: &Row) -> bool {
        let stage = row.stage();
        let asked = match self.stage {
            Some(asked) => asked == stage,
            None => self.all || !stage.is_ended(),
        };
        asked
            && self.community.is_none_or_same(row.community.as_ref())
            && self.unit.as_ref().is_none_or(|u| row.units.contains(u))
    }

    fn takes_clocks(&self, clocks: Option<&[Clock]>, now: Stamp) -> bool {
        let Some(clocks) = clocks else {
            return true;
        };
        let overdue = || clocks.iter().any(|c| c.state(now) == State::Overdue);
        let due_by = |by: Stamp| {
            let soon = |c: &&Clock| c.is_owed() && c.state(now) == State::Running;
            clocks
                .iter()
                .filter(soon)
                .any(|c| c.due.is_some_and(|due| due <= by))
        };
        (!self.overdue || overdue()) && self.due_by.is_none_or(due_by)
    }
}

/// Whether an option that names something lets a value pass.
trait Lets<T> {
    fn is_none_or_same(&self, value: Option<&T>) -> bool;
}

impl<T: PartialEq> Lets<T> for Option<T> {
    fn is_none_or_same(&self, value: Option<&T>) -> bool {
        self.is_none() || self.as_ref() == value
    }
}

/// What a case's facts add up to, as far as a list shows it or looks into it.
struct Folded {
    received: Received,
    clocks: Vec<Clock>,
    rules: std::sync::Arc<Rules>,
}

fn fold(
    desk: &Desk,
    store: &mut Store,
    row: &Row,
    roster: &Roster,
) -> Result<Option<Folded>, Failure> {
    let said = |e| failure::store(&desk.texts, &e);
    let logged = store.case_facts(&row.number).map_err(said)?;
    let facts: Vec<Fact> = logged.into_iter().map(|l| l.fact).collect();
    let Some(case) = Case::fold(&facts, desk.now()) else {
        return Ok(None);
    };
    let rules = store.rules_for(case.revision.as_ref()).map_err(said)?;
    let clocks = reckon::clocks(&case, &rules, roster).list;
    Ok(Some(Folded {
        received: case.facts,
        clocks,
        rules,
    }))
}

/// The order of the screen: communities as the policy has them, unassigned cases first, the most urgent case first in
/// its group; a case whose kind is undecided stands above the rest.
fn place(rules: &Rules, row: &Row) -> (usize, Reverse<bool>, i64, Stamp, String) {
    (
        group(rules, row),
        Reverse(row.tags.contains(&Tag::Undecided)),
        row.next
            .and_then(|cell| cell.due)
            .map_or(i64::MAX, Stamp::micros),
        row.received,
        row.number.to_string(),
    )
}

fn group(rules: &Rules, row: &Row) -> usize {
    let Some(community) = &row.community else {
        return 0;
    };
    let known = &rules.policy.communities;
    1 + known
        .iter()
        .position(|c| c.name == *community)
        .unwrap_or(known.len())
}

/// One case as the contract lists it.
fn shown(item: &Item, desk: &Desk, now: Stamp) -> Value {
    let row = &item.row;
    let language = desk.texts.language();
    let clocks: Vec<Value> = item
        .folded
        .iter()
        .flat_map(|f| {
            f.clocks
                .iter()
                .map(|c| clock_json(c, &f.rules, now, language))
        })
        .collect();
    json!({
        "number": row.number,
        "kind": row.kind,
        "community": row.community,
        "stage": row.stage(),
        "title": row.title,
        "next": row.next.map(|cell| json!({
            "clock": cell.id.name(), "due": cell.due, "state": cell.state(now),
        })),
        "clocks": clocks,
    })
}

fn table(
    out: &mut Output,
    texts: &Texts,
    rules: &Rules,
    items: &[Item],
    now: Stamp,
) -> Result<(), Failure> {
    let width = output::columns();
    let cells: Vec<[String; 4]> = items
        .iter()
        .map(|item| {
            [
                item.row.number.to_string(),
                texts.full_kind(item.row.kind),
                texts.stage(item.row.stage()),
                item.row
                    .next
                    .map_or_else(String::new, |c| next(texts, &c, now)),
            ]
        })
        .collect();
    let mut widths = [0; 4];
    for row in &cells {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let mut last = None;
    for (item, row) in items.iter().zip(&cells) {
        let community = &item.row.community;
        if last != Some(community) {
            last = Some(community);
            let post = community
                .as_ref()
                .and_then(|c| rules.policy.community(c.as_str()))
                .map(|c| format!(" · {}", texts.post(c.post)));
            let name = community
                .as_ref()
                .map_or_else(|| say!(texts, "unassigned"), ToString::to_string);
            out.line(format!("{name}{}", post.unwrap_or_default()))?;
        }
        let mut line = String::from(" ");
        for (cell, width) in row.iter().zip(widths) {
            line.push(' ');
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width())));
        }
        line.push(' ');
        line.push_str(&item.row.title);
        out.line(match width {
            Some(width) => sheet::cut(&line, width),
            None => line,
        })?;
    }
    if items.is_empty() {
        out.line(say!(texts, "list-empty"))?;
    }
    Ok(())
}

/// The cases as one table, for a file.
fn sheet(texts: &Texts, items: &[Item], now: Stamp) -> Report {
    let column = |heading: String, width: u16| Column { heading, width };
    let moment = |at: Option<Stamp>| at.map(Stamp::to_second).into();
    let rows = items.iter().map(|item| {
        let row = &item.row;
        let community = row.community.as_ref().map(Community::as_str);
        let units: Vec<&str> = row.units.iter().map(Unit::as_str).collect();
        let tags: Vec<String> = row.tags.iter().map(|tag| texts.tag(*tag)).collect();
        let close = item.folded.as_ref().and_then(|f| {
            let close = f.clocks.iter().find(|c| c.id == ClockId::C6);
            close.and_then(|c| c.due)
        });
        let separator = say!(texts, "list-separator");
        vec![
            row.number.as_str().into(),
            texts.full_kind(row.kind).into(),
            community.into(),
            texts.stage(row.stage()).into(),
            row.title.as_str().into(),
            row.address.as_str().into(),
            units.join(&separator).into(),
            tags.join(&separator).into(),
            moment(Some(row.received)),
            row.next.map(|cell| texts.clock(cell.id)).into(),
            moment(row.next.and_then(|cell| cell.due)),
            moment(close),
        ]
    });
    let rows: Vec<Vec<SheetCell>> = rows.collect();
    Report {
        title: say!(texts, "list-title", at = texts.full_moment(now.to_second())),
        notes: vec![say!(
            texts,
            "list-notes",
            count = u32::try_from(rows.len()).unwrap_or(u32::MAX)
        )],
        blocks: vec![Block::Table(Table {
            heading: say!(texts, "list-sheet"),
            columns: vec![
                column(say!(texts, "report-col-number"), 18),
                column(say!(texts, "report-col-kind"), 12),
                column(say!(texts, "report-col-community"), 12),
                column(say!(texts, "report-col-stage"), 10),
                column(say!(texts, "report-col-title"), 36),
                column(say!(texts, "report-col-address"), 28),
                column(say!(texts, "report-col-unit"), 18),
                column(say!(texts, "list-col-tags"), 14),
                column(say!(texts, "report-col-received"), 18),
                column(say!(texts, "report-col-owed"), 10),
                column(say!(texts, "report-col-due"), 18),
                column(say!(texts, "list-col-close-due"), 18),
            ],
            rows,
            empty: say!(texts, "list-empty"),
        })],
    }
}

/// What is owed next and how long there is for it.
fn next(texts: &Texts, cell: &Cell, now: Stamp) -> String {
    let clock = texts.clock(cell.id);
    let Some(due) = cell.due else {
        return clock;
    };
    let left = due.seconds_since(now);
    if left < 0 {
        say!(
            texts,
            "next-overdue",
            clock = clock,
            span = texts.span(left)
        )
    } else {
        say!(texts, "next-left", clock = clock, span = texts.span(left))
    }
}

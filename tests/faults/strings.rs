//! A million texts of somebody who means harm: escape sequences, control signs, marks that turn text around or hide it, orders to
//! the clipboard, formulas, markup, NUL, halves of signs, very long ones. Through every way in (csv, xlsx, JSON, pasted and
//! forwarded texts, logs, arguments), onto the screens, into notifications and into the exports: none of it is left.
//!
//! By changed bytes instead of chosen texts: `it fuzz`; every field of every export as a spreadsheet reads it: `it cli::exports`;
//! what a notification's daemon gets of it: `.ci/desktop` `day`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use ratatui::backend::TestBackend;
use serde_json::json;
use tempfile::TempDir;
use tokio::sync::mpsc::unbounded_channel;
use zhiban::app::effect::Effect;
use zhiban::app::key::{Code, Key};
use zhiban::app::model::{Model, Settings};
use zhiban::app::msg::Msg;
use zhiban::app::text::{Language, Texts};
use zhiban::app::update::update;
use zhiban::app::view::{Canvas, view};
use zhiban::domain::forwarded::Forwarded;
use zhiban::domain::pasted;
use zhiban::domain::rules::Rules;
use zhiban::intake::{Reading, read};
use zhiban::runtime::clock::Clock;
use zhiban::runtime::effects::{load, page};
use zhiban::runtime::teller::{Seat, Teller};
use zhiban::store::Store;

use super::acts::{now, rules};
use super::chance::{Chance, seed};
use super::office::Office;

/// Cases of one log, and hostile texts in each.
const CASES: usize = 200;
const TEXTS: usize = 8;

const PIECES: [&str; 40] = [
    "\u{1b}[2J",
    "\u{1b}[31m",
    "\u{1b}]0;x\u{7}",
    "\u{1b}]52;c;cm0gLXJm\u{7}",
    "\u{1b}]8;;http://x\u{1b}\\",
    "\u{1b}P",
    "\u{1b}c",
    "\u{9b}31m",
    "\u{9d}0;x\u{9c}",
    "\u{90}",
    "\0",
    "\u{7}",
    "\u{8}\u{8}",
    "\r",
    "\n",
    "\t",
    "\u{b}",
    "\u{c}",
    "\u{7f}",
    "\u{85}",
    "\u{202e}",
    "\u{202a}",
    "\u{2066}",
    "\u{2069}",
    "\u{200f}",
    "\u{61c}",
    "\u{200b}",
    "\u{2060}",
    "\u{feff}",
    "\u{2028}",
    "\u{e0041}",
    "=1+1",
    "@SUM(A1)",
    "<script>",
    "\"",
    ",",
    "|",
    "王某",
    "e\u{301}",
    "路灯不亮",
];

/// One such text.
fn hostile(chance: &mut Chance) -> String {
    let mut text = String::new();
    for _ in 0..=chance.below(6) {
        match chance.below(12) {
            0 => text.extend(char::from_u32(u32::try_from(chance.below(0xa0)).unwrap())),
            1 => text.extend(char::from_u32(
                u32::try_from(chance.below(0x11_0000)).unwrap(),
            )),
            2 if chance.percent(2) => text += &"长".repeat(chance.below(3000)),
            _ => text += *chance.one_of(&PIECES),
        }
    }
    text
}

/// What may never come through: it moves a cursor, gives an order, turns text around or hides.
const fn does_harm(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
            | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{feff}'
    )
}

fn assert_harmless(text: &str, of: &str) {
    let harm = text.chars().find(|c| does_harm(*c));
    assert_eq!(harm, None, "{of}: {text:?}");
}

/// The lists: the same texts as csv, as JSON with halves of signs, and now and then as a workbook.
fn through_lists(texts: &[String], rules: &Rules, with_workbook: bool) {
    let mut csv = csv::Writer::from_writer(Vec::new());
    let header = [
        "诉求编号",
        "事件类型",
        "诉求标题",
        "诉求内容",
        "登记时间",
        "事件状态",
        "事发区域",
        "地址描述",
        "联系电话",
    ];
    csv.write_record(header).unwrap();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(header) {
        sheet.write(0, column, name).unwrap();
    }
    let mut cases = Vec::new();
    for (row, four) in (1..).zip(texts.chunks_exact(4)) {
        let number = format!("F{row}{}", four[0]);
        let record = [
            &number,
            "自处件",
            &four[0],
            &four[1],
            "2026-11-23 09:00",
            &four[2],
            "柳河",
            &four[3],
            &four[1],
        ];
        csv.write_record(record).unwrap();
        for (column, cell) in (0..).zip(record) {
            sheet.write(row, column, cell).unwrap();
        }
        cases.push(json!({
            "number": number, "received": "2026-11-23T09:00:00+08:00", "title": four[0], "body": four[1], "address": four[2],
            "reporter": four[3], "phone": four[1], "channel": four[2], "kind": four[3], "community": four[0],
        }));
    }
    let json = json!({ "cases": cases })
        .to_string()
        .replace("王某", "\\ud800王\\udc00");
    let mut lists = vec![csv.into_inner().unwrap(), json.into_bytes()];
    if with_workbook {
        lists.push(book.save_to_buffer().unwrap());
    }
    let reading = Reading {
        policy: &rules.policy,
        mapping: None,
        now: now(),
    };
    for list in lists {
        // A list that is refused says so in clean words.
        let Ok(read) = read(&list, &reading, &mut |_| {})
            .map_err(|e| assert_harmless(&e.to_string(), "a list's refusal"))
        else {
            continue;
        };
        for d in &read.drafts {
            let reply = d.reply.as_deref().unwrap_or_default();
            for text in [
                d.number.as_str(),
                &d.title,
                &d.body,
                &d.address,
                &d.reporter,
                &d.phone,
                &d.channel,
                reply,
            ] {
                assert_harmless(text, "a list");
            }
        }
        for p in &read.problems {
            assert_harmless(&p.value, "a list's problem");
        }
    }
}

/// What is pasted into the queue, and what a phone forwards.
fn through_messages(texts: &[String], rules: &Rules) {
    for text in texts {
        let said = format!(
            "【12345】新的诉求件：FZ26112300077，标题：{text}；地址：{text}，联系电话：13800000001。"
        );
        let read = pasted::read(&said, &rules.policy);
        assert_harmless(&read.whole, "a pasted text");
        read.found
            .iter()
            .for_each(|f| assert_harmless(&f.text, "a pasted field"));
        let sender = zhiban::domain::text::line(text).text.into_owned();
        let forwarded = Forwarded::read(sender, read.whole, now(), &rules.policy);
        assert_harmless(
            &format!("{}{}", forwarded.sender, forwarded.text),
            "a forwarded text",
        );
    }
}

/// A log of cases whose every text is hostile.
fn log_of(texts: &[String]) -> String {
    let mut log = String::new();
    let mut n = 0;
    let mut fact = |case: &str, event: &str, by: &str, more: serde_json::Value| {
        n += 1;
        let mut fact = json!({
            "id": format!("01900000-0000-7000-8000-{n:012}"), "at": "2026-11-23T09:00:00+08:00", "case": case, "by": by,
            "event": event, "recorded_at": "2026-11-23T09:00:00+08:00", "desk": "abcdef0123456789", "n": n,
        });
        fact.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        writeln!(log, "{fact}").unwrap();
    };
    for (case, t) in texts.chunks_exact(TEXTS).enumerate() {
        let case = format!("S{case:05}");
        let received = json!({
            "kind": "ordinary", "community": "柳河", "title": t[0], "body": t[1], "address": t[2], "reporter": t[3], "phone": "",
            "channel": t[4], "close_due": null, "tags": [], "already": [], "person": t[5],
        });
        fact(&case, "received", "system", received);
        fact(
            &case,
            "dispatched",
            "post:B",
            json!({ "units": [{ "unit": "柳河社区", "role": "lead" }], "note": t[6] }),
        );
        let reply = json!({ "unit": "柳河社区", "text": t[7], "photos": 1, "approved_by": t[5] });
        fact(&case, "replied", "unit:柳河社区", reply);
    }
    log
}

/// Every cell of the screen: the queue, and the pages of some cases.
fn on_the_screens(store: &mut Store, texts: &Texts, chance: &mut Chance) -> usize {
    let clock = Clock::Fixed(now());
    let mut model = Model::new(Settings::default(), rules().into(), (120, 40), now());
    let loaded = load(store, &clock).unwrap();
    update(&mut model, texts, loaded);
    let mut screens = 0;
    let mut look = |model: &Model| {
        let mut canvas = Canvas::new();
        view(model, texts, &mut canvas);
        let mut terminal = TestBackend::new(model.size.0, model.size.1);
        canvas.show(&mut terminal).unwrap();
        for cell in terminal.buffer().content() {
            assert_harmless(cell.symbol(), "the screen");
        }
        screens += 1;
    };
    look(&model);
    for _ in 0..chance.below(10) {
        update(&mut model, texts, Msg::Key(Key::char('j')));
    }
    let mut effects = update(&mut model, texts, Msg::Key(Key::plain(Code::Enter)));
    while let Some(effect) = effects.pop() {
        if let Effect::LoadCase(number) | Effect::ReadAhead(number) = effect {
            let file = page(store, &clock, number).unwrap();
            effects.extend(update(&mut model, texts, file));
        }
    }
    for _ in 0..3 {
        look(&model);
        update(&mut model, texts, Msg::Key(Key::plain(Code::PageDown)));
    }
    screens
}

/// What a notification is made of: the subject, and the words around it.
fn in_a_notification(store: &mut Store, texts: &Texts) -> usize {
    let rules = rules();
    let (popups, mut waiting) = unbounded_channel();
    let seat = Seat {
        here: None,
        policy: rules.policy.telling.clone(),
        popups: Some(popups),
        caller: None,
        shown: store.in_view(now()).unwrap(),
    };
    let mut teller = Teller::new(store, Clock::Fixed(now()), seat).unwrap();
    let mut lines = 0;
    // It lays out a few cases at a time.
    for _ in 0..CASES {
        teller.work(store).unwrap();
        while let Ok(popup) = waiting.try_recv() {
            for line in &popup.lines {
                let told = texts.told(line, &rules, &popup.roster, now());
                for text in [&line.title, &told, &texts.to_do(line, &rules.policy)] {
                    assert_harmless(text, "a notification");
                }
            }
            lines += popup.lines.len();
        }
        if lines > 0 {
            return lines;
        }
    }
    panic!("nothing is told of so many cases");
}

/// The real program: an argument of its command line, and its exports of what the log brought.
fn through_the_program(log: &str, texts: &[String]) {
    let office = Office::empty();
    fs::write(office.path("log.jsonl"), log).unwrap();
    office.run(&["log", "import", "log.jsonl"]);
    // An argument holds no NUL.
    let title = texts[0].replace('\0', "\u{1b}");
    let added = office.try_run(&[
        "add",
        "--number",
        "ARG1",
        "--kind",
        "ordinary",
        "--community",
        "柳河",
        "--title",
        &title,
    ]);
    assert!(added.status.code().is_some_and(|c| c <= 2), "{added:?}");
    for ending in ["csv", "html", "md", "json"] {
        let name = format!("list.{ending}");
        office.run(&["list", "--all", "--out", &name]);
        let text = fs::read_to_string(office.path(&name)).unwrap();
        // A list for spreadsheets begins with a mark that says it is UTF-8, and ends its lines as they do.
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        assert_harmless(&text, &name);
        if ending == "csv" {
            let mut csv = csv::Reader::from_reader(text.as_bytes());
            let cells: Vec<String> = csv
                .records()
                .flat_map(|r| r.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
                .collect();
            let formula = cells.iter().find(|c| c.starts_with(['=', '+', '-', '@']));
            assert_eq!(formula, None);
        }
    }
    let show = office.run(&["show", "S00000"]);
    assert_harmless(&show, "show");
}

fn run(count: usize) {
    let mut chance = Chance::new(seed());
    let rules = rules();
    let screen_texts = Texts::new(Language::Zh);
    let (mut tried, mut screens, mut told, mut programs) = (0, 0, 0, 0);
    let mut ways = BTreeMap::new();
    for batch in 0.. {
        if tried >= count {
            break;
        }
        let texts: Vec<String> = (0..CASES * TEXTS).map(|_| hostile(&mut chance)).collect();
        through_lists(&texts, &rules, batch % 10 == 0);
        through_messages(&texts[..CASES], &rules);
        let folder = TempDir::new().unwrap();
        let mut store = Store::open(&folder.path().join("s.db"), rules.clone(), now()).unwrap();
        let log = log_of(&texts);
        let done = store.import_log(&mut log.as_bytes()).unwrap();
        assert_eq!(done.new, CASES * 3);
        screens += on_the_screens(&mut store, &screen_texts, &mut chance);
        told += in_a_notification(&mut store, &screen_texts);
        if batch % 40 == 0 {
            through_the_program(&log, &texts);
            programs += 1;
        }
        tried += texts.len();
        if tried % 64_000 == 0 {
            eprintln!("strings: {tried} so far");
        }
        *ways.entry("csv, JSON and log").or_insert(0) += texts.len();
        *ways.entry("pasted and forwarded").or_insert(0) += CASES;
    }
    eprintln!(
        "strings: {tried} texts {ways:?}, {screens} screens, {told} lines of notifications, {programs} times the program's exports; none came through"
    );
}

#[test]
fn briefly() {
    run(640);
}

#[test]
#[ignore = "long: a million texts"]
fn at_length() {
    run(1_000_000);
}

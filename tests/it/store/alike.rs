//! Which earlier case a case repeats (R7), and what linked cases add up to (R8 b). The letters are made up.

use std::path::Path;
use std::time::Instant;

use rstest::rstest;
use zhiban::domain::alike::Likeness;
use zhiban::domain::arrival;
use zhiban::domain::case::Case;
use zhiban::domain::command::{Act, Context};
use zhiban::domain::event::Received;
use zhiban::domain::ids::{Actor, Kind, Number, Post, Rating, Suggestion};
use zhiban::domain::suggest::{Reason, Related};
use zhiban::domain::time::Stamp;
use zhiban::intake::{self, Reading};
use zhiban::store::Store;

use super::{Desk, at, moment, rules};

const NIGHT: &str =
    "楼下烧烤店每晚十一点以后还在路边摆桌，油烟从窗户灌进来，老人孩子睡不着，请尽快处理。";
const NIGHT_AGAIN: &str = "再次反映：楼下烧烤店每晚十一点以后还在路边摆桌，油烟从窗户灌进来，老人孩子睡不着，上次说处理了，没有用。";
const SMOKE: &str = "烧烤店的油烟从窗户灌进来，晚上很晚了还在营业，希望有人管一管。";
const LIFT: &str = "三号楼电梯停了五天，物业说没有维修金，高层的老人下不了楼。";

struct Letter {
    community: &'static str,
    address: &'static str,
    phone: &'static str,
    body: &'static str,
}

const FIRST: Letter = Letter {
    community: "柳河",
    address: "柳河路12号",
    phone: "13900000001",
    body: NIGHT,
};

fn context(at: Stamp) -> Context {
    Context {
        at,
        now: at,
        by: Actor::Post(Post::A),
        person: None,
        note: None,
    }
}

fn add(store: &mut Store, number: &str, received: Stamp, letter: &Letter) {
    let received_fact = Received {
        community: Some(letter.community.into()),
        address: letter.address.to_owned(),
        phone: letter.phone.to_owned(),
        body: letter.body.to_owned(),
        ..Received::new(Kind::Ordinary, "油烟扰民")
    };
    let number = Number::from(number);
    store
        .add(&number, received_fact, &context(received))
        .unwrap();
}

fn related(store: &mut Store, number: &str, now: Stamp) -> Related {
    let facts = store.case_facts(&number.into()).unwrap();
    let case = Case::fold(facts.iter().map(|l| &l.fact), now).unwrap();
    store.related(&case, now).unwrap()
}

#[rstest]
#[case::same_phone(Letter { phone: FIRST.phone, body: LIFT, community: "驿里", address: "别处" }, Some(Likeness::Phone))]
#[case::same_text_from_elsewhere(Letter { phone: "", body: NIGHT, community: "柳河", address: "别处" }, Some(Likeness::Text(100)))]
#[case::same_text_with_more(Letter { phone: "", body: NIGHT_AGAIN, community: "柳河", address: "别处" }, Some(Likeness::Text(81)))]
#[case::same_place_and_matter(Letter { phone: "", body: SMOKE, community: "柳河", address: "柳河路１２号" }, Some(Likeness::Place(35)))]
#[case::same_matter_in_another_place(Letter { phone: "", body: SMOKE, community: "柳河", address: "别处" }, None)]
#[case::same_place_and_another_matter(Letter { phone: "", body: LIFT, community: "柳河", address: "柳河路12号" }, None)]
#[case::same_text_in_another_community(Letter { phone: "", body: NIGHT, community: "驿里", address: "别处" }, None)]
fn a_repeat_is_seen_by_phone_text_or_place(#[case] letter: Letter, #[case] by: Option<Likeness>) {
    let desk = Desk::new();
    let mut store = desk.open();
    add(&mut store, "FZ1", moment("2026-11-01T09:00:00"), &FIRST);
    add(&mut store, "FZ2", at("09:00:00"), &letter);
    let found = related(&mut store, "FZ2", at("10:00:00")).repeats;
    assert_eq!(found.as_ref().map(|a| a.by), by, "{found:?}");
    assert!(found.is_none_or(|a| a.number == "FZ1".into()));
    // The earlier one repeats nothing.
    assert_eq!(related(&mut store, "FZ1", at("10:00:00")).repeats, None);
}

#[rstest]
#[case::ninety_days_to_the_minute("2026-08-25T09:00:00", true)]
#[case::a_minute_more("2026-08-25T08:59:00", false)]
fn a_repeat_is_looked_for_within_ninety_days(#[case] first: &str, #[case] seen: bool) {
    let desk = Desk::new();
    let mut store = desk.open();
    add(&mut store, "FZ1", moment(first), &FIRST);
    add(&mut store, "FZ2", at("09:00:00"), &FIRST);
    let found = related(&mut store, "FZ2", at("10:00:00")).repeats;
    assert_eq!(found.is_some(), seen);
}

#[test]
fn a_suggestion_goes_when_it_is_taken_or_turned_down() {
    let desk = Desk::new();
    let mut store = desk.open();
    add(&mut store, "FZ1", moment("2026-11-01T09:00:00"), &FIRST);
    add(&mut store, "FZ2", at("09:00:00"), &FIRST);
    let list = store.suggested(&"FZ2".into(), at("10:00:00")).unwrap();
    assert_eq!(list.len(), 1);
    assert_eq!(list[0].suggestion, Suggestion::Repeat);
    assert!(matches!(&list[0].reasons[..], [Reason::Alike(a)] if a.number == "FZ1".into()));
    let dismiss = Act::Dismiss {
        suggestion: Suggestion::Repeat,
        reason: "不是同一件事".to_owned(),
    };
    store
        .act(&"FZ2".into(), &dismiss, &context(at("10:00:00")), None)
        .unwrap();
    let list = store.suggested(&"FZ2".into(), at("10:00:01")).unwrap();
    assert_eq!(list, []);
}

#[test]
fn cases_linked_by_either_are_one_matter() {
    let desk = Desk::new();
    let mut store = desk.open();
    for (number, community) in [("FZ1", "柳河"), ("FZ2", "驿里"), ("FZ3", "灵响")] {
        let letter = Letter {
            community,
            phone: "",
            body: LIFT,
            address: "",
        };
        add(&mut store, number, at("09:00:00"), &letter);
    }
    let link = |store: &mut Store, from: &str, to: &str| {
        let act = Act::Link { other: to.into() };
        store
            .act(&from.into(), &act, &context(at("09:10:00")), None)
            .unwrap()
    };
    link(&mut store, "FZ2", "FZ1");
    let second = link(&mut store, "FZ3", "FZ2");
    let found = related(&mut store, "FZ1", at("10:00:00"));
    assert_eq!((found.complaints, found.bad_ratings), (3, 0));
    let list = store.suggested(&"FZ1".into(), at("10:00:00")).unwrap();
    assert_eq!(list[0].suggestion, Suggestion::Report);
    assert_eq!(list[0].reasons, [Reason::Complaints(3)]);
    for (number, time) in [("FZ1", "09:20:00"), ("FZ3", "09:21:00")] {
        let close = Act::Close {
            unreviewed: true,
            reason: Some("已到场".to_owned()),
        };
        let rate = Act::Rate {
            rating: Rating::Dissatisfied,
            reason: None,
        };
        for act in [close, rate] {
            store
                .act(&number.into(), &act, &context(at(time)), None)
                .unwrap();
        }
    }
    assert_eq!(related(&mut store, "FZ2", at("10:00:00")).bad_ratings, 2);
    // A link that was taken back counts no more.
    let id = second.facts[0].fact.id.clone();
    let undo = Act::Undo { id };
    store
        .act(&"FZ3".into(), &undo, &context(at("10:00:00")), None)
        .unwrap();
    assert_eq!(related(&mut store, "FZ1", at("10:01:00")).complaints, 2);
}

/// Measures on a list of one's own: `ZHIBAN_REPEATS=FILE cargo test --test it repeats_of_a_list -- --ignored --nocapture`. The
/// last column of an xlsx, where it has one headed 真值, says which case a case repeats.
#[test]
#[ignore = "needs a list of the user's own"]
#[allow(clippy::disallowed_methods, reason = "a measurement of real time")]
fn repeats_of_a_list() {
    let file = std::env::var("ZHIBAN_REPEATS").unwrap();
    let truth = truth_of(Path::new(&file));
    let desk = Desk::new();
    let mut store = desk.open();
    let now = moment("2026-11-24T09:00:00");
    let rules = rules();
    let reading = Reading {
        policy: &rules.policy,
        mapping: None,
        now,
    };
    let drafts = intake::read_file(Path::new(&file), &reading, &mut |_| {})
        .unwrap()
        .drafts;
    let numbers: Vec<Number> = drafts.iter().map(|d| d.number.clone()).collect();
    let rows = drafts.into_iter().map(|d| (d.number.clone(), d)).collect();
    store
        .receive(
            rows,
            |d, known, rules| arrival::facts(&d, known, rules, now),
            now,
            |_| {},
        )
        .unwrap();
    let (mut right, mut wrong, mut slowest) = (0, Vec::new(), 0);
    let began = Instant::now();
    for number in &numbers {
        let one = Instant::now();
        let found = related(&mut store, number.as_str(), now).repeats;
        slowest = slowest.max(one.elapsed().as_micros());
        let Some(found) = found else { continue };
        if truth.get(number.as_str()).map(String::as_str) == Some(found.number.as_str()) {
            right += 1;
        } else {
            wrong.push(format!("{number} {} {:?}", found.number, found.by));
        }
    }
    let each = began.elapsed().as_micros() / numbers.len().max(1) as u128;
    println!(
        "{} cases, {} repeats; {right} found, {} others suggested; {each} us a case, {slowest} us the slowest",
        numbers.len(),
        truth.len(),
        wrong.len()
    );
    for w in &wrong {
        println!("  {w}");
    }
    assert!(!numbers.is_empty());
}

fn truth_of(file: &Path) -> std::collections::HashMap<String, String> {
    use calamine::{DataType, Reader, Xlsx, open_workbook};
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let mut rows = sheet.rows();
    let head = rows.next().unwrap();
    let column = |name: &str| {
        head.iter()
            .position(|c| c.as_string().as_deref() == Some(name))
    };
    let (Some(number), Some(truth)) = (column("诉求编号"), column("真值")) else {
        return std::collections::HashMap::new();
    };
    rows.map(|r| (r[number].to_string(), r[truth].to_string()))
        .filter(|(_, truth)| !truth.is_empty())
        .collect()
}

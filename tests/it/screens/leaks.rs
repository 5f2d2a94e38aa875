//! No screen, dialog, export or notice names a citizen: a case whose citizen is named in every field and in every text there
//! is, and a linked case that speaks of her, looked at through everything the desk can show.

use zhiban::app::model::Settings;
use zhiban::app::text::Language;
use zhiban::domain::command::{Act, Context};
use zhiban::domain::event::{Assignment, Differed, Event, Fact, Fields, Received};
use zhiban::domain::forwarded::Forwarded;
use zhiban::domain::ids::{
    Actor, Community, Fault, Kind, Number, Party, Post, Role, Tag, Unit, Verdict,
};
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;
use zhiban::store::Store;

use super::desk::Desk;
use super::{NARROW, WIDE, morning};

/// Hers, as they are given and as they are quoted; that of the linked case; and the name and number she had before.
const LEAKS: [&str; 10] = [
    "甄密",
    "甄　密",
    "甄阿姨",
    "13955557777",
    "139-5555-7777",
    "１３９５５５５７７７７",
    "139.5555.7777",
    "贾露露",
    "旧名氏",
    "13811112222",
];

const MARKED: &str = "FZ26112300055";
const LINKED: &str = "FZ26112300056";

/// Speaks of everybody, in every way.
const WORDS: &str = "甄密、甄　密（甄阿姨）13955557777、139-5555-7777、１３９５５５５７７７７、139.5555.7777，旧名氏13811112222，贾露露";

fn at(time: &str) -> Stamp {
    format!("2026-11-23T{time}").parse().unwrap()
}

fn received(reporter: &str, phone: &str, title: &str) -> Received {
    Received {
        community: Some(Community::from("柳河")),
        body: format!("我是{WORDS}"),
        address: format!("柳河路 8 号 {reporter}"),
        reporter: reporter.to_owned(),
        phone: phone.to_owned(),
        channel: format!("12345 {WORDS}"),
        ..Received::new(Kind::Ordinary, title)
    }
}

fn act(store: &mut Store, number: &str, act: &Act, time: &str) {
    let context = Context {
        at: at(time),
        now: morning::now(),
        by: Actor::Post(Post::A),
        person: None,
        note: Some(format!("备注 {WORDS}")),
    };
    store
        .act(&Number::from(number), act, &context, None)
        .unwrap();
}

fn said() -> String {
    format!("说 {WORDS}")
}

/// Both cases at work, late, sent back and not rated yet.
fn at_work(store: &mut Store) {
    morning::after_the_close(store);
    // What came in knew nothing of the other case.
    let hers = WORDS.replace("，贾露露", "反映漏水");
    let others = "贾露露反映漏水";
    for (number, reporter, phone, title, time) in [
        (MARKED, "旧名氏", "13811112222", hers.as_str(), "07:31:00"),
        (LINKED, "贾露露", "13955557777", others, "07:32:00"),
    ] {
        let context = Context {
            at: at(time),
            now: morning::now(),
            by: Actor::System,
            person: None,
            note: None,
        };
        store
            .add(
                &Number::from(number),
                received(reporter, phone, title),
                &context,
            )
            .unwrap();
    }
    let unit = Unit::from("柳河社区");
    let units = vec![Assignment {
        unit: unit.clone(),
        role: Role::Lead,
    }];
    let amended = Act::Amend {
        fields: Fields {
            reporter: Some("甄密".to_owned()),
            phone: Some("139 5555 7777".to_owned()),
            ..Fields::default()
        },
        reason: Some(said()),
    };
    act(store, MARKED, &amended, "08:01:00");
    act(store, MARKED, &Act::Dispatch { units }, "08:30:00");
    for tag in [Tag::Sensitive, Tag::Discipline, Tag::Difficult] {
        act(store, MARKED, &Act::Tag { tag }, "08:31:00");
    }
    let other = Number::from(LINKED);
    act(store, MARKED, &Act::Link { other }, "08:32:00");
    act(store, MARKED, &Act::Note { text: said() }, "08:33:00");
    let request = Act::RequestExtension {
        party: Party::Unit,
        reason: said(),
    };
    act(store, MARKED, &request, "08:34:00");
    act(
        store,
        MARKED,
        &Act::Escalate { to: Some(said()) },
        "08:35:00",
    );
    let reply = |unit| Act::Reply {
        unit: Some(unit),
        text: said(),
        photos: 1,
        approved_by: None,
    };
    act(store, MARKED, &reply(unit.clone()), "08:40:00");
    let review = Act::Review {
        verdict: Verdict::Nonstandard,
        faults: vec![Fault::Wording],
    };
    act(store, MARKED, &review, "08:50:00");
    act(store, MARKED, &reply(unit), "08:55:00");
    for (field, here, there) in [
        ("reporter", "甄密", "旧名氏"),
        ("phone", "13955557777", "13811112222"),
        ("unit", WORDS, WORDS),
    ] {
        let fact = Fact {
            id: None,
            at: at("09:00:00"),
            case: None,
            by: Actor::System,
            person: None,
            note: Some(said()),
            event: Event::Differed(Differed {
                field: field.to_owned(),
                here: here.to_owned(),
                there: there.to_owned(),
                taken: false,
            }),
        };
        let rows = vec![(Number::from(MARKED), fact)];
        let facts_of = |fact, _: &[Fact], _: &Rules| vec![fact];
        store
            .receive(rows, facts_of, morning::now(), |_| {})
            .unwrap();
    }
}

/// The same closed, rated badly and appealed against.
fn aftercare(store: &mut Store) {
    at_work(store);
    let accepted = Act::Review {
        verdict: Verdict::Accepted,
        faults: Vec::new(),
    };
    act(store, MARKED, &accepted, "09:05:00");
    let close = Act::Close {
        unreviewed: false,
        reason: None,
    };
    act(store, MARKED, &close, "09:06:00");
    let rating = zhiban::domain::ids::Rating::Dissatisfied;
    let rate = Act::Rate {
        rating,
        reason: Some(said()),
    };
    act(store, MARKED, &rate, "09:10:00");
    act(store, MARKED, &Act::FollowUp, "09:11:00");
    let appeal = Act::FileAppeal {
        approved_by: Some(said()),
        stamped: true,
    };
    act(store, MARKED, &appeal, "09:12:00");
}

fn hides(shown: &str, what: &str) {
    for leak in LEAKS {
        assert!(!shown.contains(leak), "{leak} after {what:?}:\n{shown}");
    }
}

/// From the case in hand to everything that there is.
const WAYS: [&str; 52] = [
    "",
    "<enter>",
    "<enter><end>",
    "d",
    "e",
    "c",
    "u",
    "@",
    ":",
    "?",
    "r",
    ".",
    "t",
    "p",
    "w",
    "v",
    ".a",
    ".b",
    ".e",
    ".f",
    ".g",
    ".h",
    ".i",
    ".j",
    ".k",
    ".l",
    ".m",
    ".n",
    ".o",
    ".t",
    ".u",
    ".U",
    ".x",
    ".y",
    ".z",
    ".L",
    ".X",
    ".r",
    "a",
    "bd",
    "bds",
    "ba",
    "ba<tab>",
    "bc",
    "bc<enter>",
    "z",
    "z<tab>",
    "z<tab><tab>",
    "zo",
    "bt",
    "bw",
    "bp",
];

fn is_masked_everywhere(fill: fn(&mut Store), language: Language, size: (u16, u16)) {
    for ways in WAYS {
        let mut desk = Desk::over(size, Settings::default(), language, fill);
        desk.told();
        desk.press(&format!("/{}<enter>", &MARKED[10..]));
        for keys in [ways, "<pagedown>", "<enter>"] {
            desk.press(keys);
            hides(&desk.screen(), ways);
        }
    }
}

#[test]
fn a_case_at_work_names_nobody_anywhere() {
    is_masked_everywhere(at_work, Language::Zh, (160, 50));
}

#[test]
fn a_case_after_its_close_names_nobody_anywhere() {
    is_masked_everywhere(aftercare, Language::En, NARROW);
}

#[test]
fn what_leaves_the_desk_names_nobody() {
    let mut desk = Desk::filled(WIDE, aftercare);
    desk.press(&format!("/{}<enter>", &MARKED[10..]));
    desk.press("<enter>EY");
    hides(&desk.copied.clone().unwrap(), "copied");
    desk.press("<esc><esc>zE");
    let mut files = Vec::new();
    for folder in ["dossiers", "reports"] {
        let folder = desk.folder().join(folder);
        let found = std::fs::read_dir(&folder).into_iter().flatten();
        files.extend(found.map(|f| f.unwrap().path()));
    }
    assert!(files.len() >= 2, "{files:?}");
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        hides(
            &String::from_utf8_lossy(&bytes),
            &file.display().to_string(),
        );
    }
}

#[test]
fn the_hand_shows_one_case_and_no_other() {
    let mut desk = Desk::filled(WIDE, at_work);
    desk.press(&format!("/{}<enter>P", &MARKED[10..]));
    let screen = desk.screen();
    assert!(screen.contains("甄密"), "{screen}");
    assert!(screen.contains("贾**"), "{screen}");
    // In the queue beside it and when it is left, everything is masked.
    desk.press("<esc><esc>");
    hides(&desk.screen(), "left");
}

#[test]
fn a_forwarded_message_names_nobody() {
    let mut desk = Desk::filled(WIDE, at_work);
    desk.forwards(&Forwarded {
        sent: at("09:40:00"),
        sender: "13955557777".to_owned(),
        text: format!("【平台】{MARKED} 甄密女士13955557777催办"),
        number: Some(Number::from(MARKED)),
        call: None,
    });
    desk.press("bp");
    let screen = desk.screen();
    assert!(!screen.contains("13955557777"), "{screen}");
}

//! The reports: their figures against an independent count, what is frozen, and the files they are written to.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;
use zhiban::domain::event::{
    AppealDecided, Appealed, Assignment, Closed, Dispatched, Event, Fact, PhoneReminded, Rated,
    Received, Replied, Reviewed, Signed, Transferred, UnitSigned, Voided,
};
use zhiban::domain::ids::{
    About, Actor, Community, Fault, Kind, Number, Post, Rating, Role, Unit, Verdict,
};
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;
use zhiban::store::Store;

mod counted;
mod days;
mod frozen;
mod ladder;
mod listed;
mod recount;
mod written;

const COMMUNITIES: [&str; 6] = ["三坊七巷", "驿里", "灵响", "柳河", "小柳", "杨桥河南"];
const UNITS: [&str; 8] = [
    "三坊七巷社区",
    "驿里社区",
    "灵响社区",
    "柳河社区",
    "小柳社区",
    "杨桥河南社区",
    "城管办",
    "综治办",
];

/// Numbers that look random and are the same at every run (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }

    fn one_in(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }

    fn minutes(&mut self, bound: u64) -> i64 {
        i64::try_from(self.below(bound)).unwrap()
    }

    fn of<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.below(of.len() as u64)).unwrap()]
    }
}

fn moment(text: &str) -> Stamp {
    text.parse().unwrap()
}

fn fact(at: Stamp, by: Actor, event: Event) -> Fact {
    Fact {
        id: None,
        at,
        case: None,
        by,
        person: None,
        note: None,
        event,
    }
}

fn unit(name: &str) -> Unit {
    Unit::from(name)
}

fn given(name: &str) -> Event {
    Event::Dispatched(Dispatched {
        units: vec![Assignment {
            unit: unit(name),
            role: Role::Lead,
        }],
    })
}

fn reply_of(name: &str) -> Event {
    Event::Replied(Replied {
        unit: unit(name),
        text: "已处理".to_owned(),
        photos: 1,
        approved_by: None,
    })
}

fn review(verdict: Verdict, faults: &[Fault]) -> Event {
    Event::Reviewed(Reviewed {
        verdict,
        faults: faults.to_vec(),
    })
}

/// What happens to a case by chance: late or not, sent back or not, rated or not, sometimes passed on or withdrawn.
fn history(dice: &mut Dice, received: Stamp) -> Vec<Fact> {
    let kinds = [
        Kind::Ordinary,
        Kind::Ordinary,
        Kind::Urgent,
        Kind::WasteSorting,
        Kind::CallUp,
    ];
    let mut case = Received::new(dice.of(&kinds), "路灯不亮");
    case.community = (!dice.one_in(12)).then(|| Community::from(dice.of(&COMMUNITIES)));
    case.address = format!("通湖路{}号", 1 + dice.below(9));
    let mut facts = vec![fact(
        received,
        Actor::System,
        Event::Received(Box::new(case)),
    )];
    facts.extend(worked(dice, received));
    facts
}

/// What is done on a case that came in.
fn worked(dice: &mut Dice, received: Stamp) -> Vec<Fact> {
    let post = Actor::Post(dice.of(&[Post::A, Post::B]));
    let mut facts = Vec::new();
    let mut at = received;
    let mut put = |at: Stamp, by: Actor, event: Event| facts.push(fact(at, by, event));
    at = at.plus_minutes(dice.minutes(16));
    put(at, post.clone(), Event::Signed(Signed {}));
    if dice.one_in(25) {
        let reason = "重复登记".to_owned();
        put(at, post, Event::Voided(Voided { reason }));
        return facts;
    }
    at = at.plus_minutes(dice.minutes(80));
    let mut lead = dice.of(&UNITS);
    put(at, post.clone(), given(lead));
    if dice.one_in(3) {
        let called = PhoneReminded {
            unit: unit(lead),
            about: About::UnitSign,
            answered: !dice.one_in(3),
        };
        put(
            at.plus_minutes(4),
            post.clone(),
            Event::PhoneReminded(called),
        );
    }
    at = at.plus_minutes(5 + dice.minutes(20));
    put(
        at,
        post.clone(),
        Event::UnitSigned(UnitSigned { unit: unit(lead) }),
    );
    if dice.one_in(6) {
        let to = dice.of(&UNITS);
        if to != lead {
            at = at.plus_minutes(dice.minutes(50));
            let passed = Transferred {
                from: unit(lead),
                to: Some(unit(to)),
                grounds: "不属本单位".to_owned(),
            };
            put(at, post.clone(), Event::Transferred(passed));
            lead = to;
        }
    }
    loop {
        at = at.plus_minutes(10 + dice.minutes(700));
        put(at, post.clone(), reply_of(lead));
        at = at.plus_minutes(5 + dice.minutes(60));
        if dice.one_in(3) {
            let faults = [dice.of(&[Fault::PhotosMissing, Fault::OffTheQuestion])];
            put(at, post.clone(), review(Verdict::Nonstandard, &faults));
        } else {
            put(at, post.clone(), review(Verdict::Accepted, &[]));
            break;
        }
    }
    if dice.one_in(10) {
        return facts;
    }
    at = at.plus_minutes(dice.minutes(900));
    put(at, post.clone(), Event::Closed(Closed { reason: None }));
    if dice.one_in(2) {
        at = at.plus_minutes(60 + dice.minutes(3000));
        let ratings = [
            Rating::Satisfied,
            Rating::BasicallySatisfied,
            Rating::Dissatisfied,
        ];
        let rating = dice.of(&ratings);
        let rated = Rated {
            rating,
            reason: None,
        };
        put(at, Actor::System, Event::Rated(rated));
        if rating == Rating::Dissatisfied && dice.one_in(2) {
            at = at.plus_minutes(dice.minutes(2000));
            let appeal = Appealed {
                approved_by: None,
                stamped: true,
            };
            put(at, post.clone(), Event::Appealed(appeal));
            let upheld = dice.one_in(2);
            let decided = Event::AppealDecided(AppealDecided { upheld });
            put(at.plus_minutes(600), post, decided);
        }
    }
    facts
}

/// A store in which each case of a random year came in when it was received, from `2026-01-05` on; some had come before.
fn year(path: &Path, cases: u32) -> Store {
    let mut dice = Dice(2026);
    let start = moment("2026-01-03T08:00");
    let step = 460_000 / i64::from(cases);
    let rules = Rules::builtin().unwrap();
    let mut store = Store::open(path, rules, moment("2026-01-05T07:30")).unwrap();
    for n in 0..cases {
        let received = start.plus_minutes(i64::from(n) * step + dice.minutes(300));
        let facts = history(&mut dice, received);
        let now = received.max(moment("2026-01-05T07:30"));
        let number = Number::from(format!("Y{n:05}"));
        let row = vec![(number, facts)];
        store
            .receive(row, |facts, _, _| facts, now, |_| ())
            .unwrap();
    }
    store
}

fn lines(store: &Store) -> Vec<Value> {
    let mut bytes = Vec::new();
    store.export_log(&mut bytes, None).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn folder() -> TempDir {
    TempDir::new().unwrap()
}

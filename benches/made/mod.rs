//! Made-up cases, the same at every run: as the rows of a platform's list, and as histories of facts for a store.
//!
//! Nothing in here is measured. Shared by the benches.
#![allow(dead_code, reason = "each bench takes what it needs")]

pub mod sheet;

use std::fmt::Write as _;
use std::path::Path;

use zhiban::domain::event::{
    Assignment, Closed, Dispatched, Event, Fact, PhoneReminded, Received, Replied, Reviewed,
    Signed, UnitSigned,
};
use zhiban::domain::ids::{About, Actor, Community, Kind, Number, Post, Role, Unit, Verdict};
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;
use zhiban::store::Store;

const COMMUNITIES: [&str; 6] = ["三坊七巷", "驿里", "灵响", "柳河", "小柳", "杨桥河南"];
const PLACES: [&str; 8] = [
    "南后街口",
    "文儒坊",
    "通湖路",
    "杨桥东路",
    "白马河边",
    "东街口",
    "澳门路",
    "乌山西路",
];
const MATTERS: [&str; 10] = [
    "下水管外溢",
    "电动车堵住消防通道",
    "夜间施工噪音扰民",
    "路灯不亮",
    "垃圾堆放多日无人清运",
    "楼道堆放杂物",
    "店家占道经营",
    "井盖松动",
    "树枝压住电线",
    "墙面渗水",
];
const DETAILS: [&str; 8] = [
    "来电人反映此事已有多日, 老人小孩出行不便",
    "曾向物业反映, 至今未见处理",
    "雨天路面积水难行, 车辆经过时溅湿行人",
    "附近居民多次劝说无效",
    "希望相关部门尽快派人到现场查看",
    "请在办结前回电告知结果",
    "此前也有邻居打过电话",
    "影响周边商户正常经营",
];

/// The present of every bench: a Monday noon.
pub fn now() -> Stamp {
    "2026-11-23T12:00".parse().unwrap()
}

/// Numbers that look random and are the same at every run (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % bound as u64).unwrap()
    }

    pub fn one_of<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// What the platform knows of a case.
pub struct Made {
    pub number: String,
    pub community: &'static str,
    pub title: String,
    pub body: String,
    pub address: String,
    pub phone: String,
    pub received: Stamp,
}

impl Made {
    /// Case `i` of `of`: they came in one every seven minutes until an hour before `until`.
    pub fn new(i: u32, of: u32, until: Stamp) -> Self {
        let mut dice = Dice::new(u64::from(i));
        let place = dice.one_of(&PLACES);
        let matter = dice.one_of(&MATTERS);
        let mut body = format!("{place}{matter}");
        for _ in 0..2 + dice.below(4) {
            let _ = write!(body, ", {}", dice.one_of(&DETAILS));
        }
        Self {
            number: format!("FZ{i:011}"),
            community: dice.one_of(&COMMUNITIES),
            title: format!("{place}{matter}"),
            body: body + "。",
            address: format!("{place}{}号", 1 + dice.below(300)),
            phone: format!("139{:08}", dice.below(100_000_000)),
            received: until.plus_minutes(-60 - 7 * i64::from(of - i)),
        }
    }

    pub fn number(&self) -> Number {
        Number::from(self.number.as_str())
    }

    /// The first `facts` of the eight facts of an ordinary case from receipt to close.
    pub fn history(&self, facts: usize) -> Vec<Fact> {
        let unit = Unit::from(format!("{}社区", self.community));
        let events = [
            Event::Received(Box::new(self.received())),
            Event::Signed(Signed {}),
            Event::Dispatched(Dispatched {
                units: vec![Assignment {
                    unit: unit.clone(),
                    role: Role::Lead,
                }],
            }),
            Event::PhoneReminded(PhoneReminded {
                unit: unit.clone(),
                about: About::UnitSign,
                answered: true,
            }),
            Event::UnitSigned(UnitSigned { unit: unit.clone() }),
            Event::Replied(Replied {
                unit,
                text: "社区已联系物业处理, 现场已恢复。".to_owned(),
                photos: 2,
                approved_by: None,
            }),
            Event::Reviewed(Reviewed {
                verdict: Verdict::Accepted,
                faults: Vec::new(),
            }),
            Event::Closed(Closed { reason: None }),
        ];
        let minutes = [0, 6, 14, 20, 25, 35, 40, 45];
        events
            .into_iter()
            .zip(minutes)
            .take(facts)
            .map(|(event, minutes)| Fact {
                id: None,
                at: self.received.plus_minutes(minutes),
                case: None,
                by: Actor::Post(Post::A),
                person: None,
                note: None,
                event,
            })
            .collect()
    }

    fn received(&self) -> Received {
        Received {
            kind: Kind::Ordinary,
            community: Some(Community::from(self.community)),
            title: self.title.clone(),
            close_due: None,
            tags: Vec::new(),
            body: self.body.clone(),
            address: self.address.clone(),
            reporter: "林女士".to_owned(),
            phone: self.phone.clone(),
            channel: "12345".to_owned(),
            already: Vec::new(),
            imported: None,
            revision: None,
        }
    }
}

/// Opens the store at `path`, or makes it.
pub fn open(path: &Path, now: Stamp) -> Store {
    Store::open(path, Rules::builtin().unwrap(), now).unwrap()
}

/// Takes in cases that came in until `now`, each with as many facts as `facts` says.
pub fn fill(store: &mut Store, of: u32, now: Stamp, facts: impl Fn(u32) -> usize) {
    let all: Vec<u32> = (0..of).collect();
    // A list at a time, as an office would: nothing grows without bound.
    for list in all.chunks(10_000) {
        let rows = list.iter().map(|i| {
            let made = Made::new(*i, of, now);
            (made.number(), (made, facts(*i)))
        });
        store
            .receive(
                rows.collect(),
                |(made, facts), _, _| made.history(facts),
                now,
                |_| (),
            )
            .unwrap();
    }
}

/// A store of so many open cases in every stage, and ten times as many closed ones around them where `is_old`.
pub fn store(path: &Path, open_cases: u32, is_old: bool, now: Stamp) -> Store {
    let every = if is_old { 11 } else { 1 };
    let mut store = open(path, now);
    fill(&mut store, open_cases * every, now, |i| {
        if i % every == 0 {
            1 + (i / every) as usize % 7
        } else {
            8
        }
    });
    store
}

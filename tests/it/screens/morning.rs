//! Monday, 2026-11-23 at 09:41:27: a dozen cases in every stage, on time and late.

use zhiban::domain::command::{Act, Context};
use zhiban::domain::event::{Assignment, Differed, Event, Fact, Imported, Received};
use zhiban::domain::ids::{
    About, Actor, Community, Fault, Kind, Number, Post, Rating, Role, Tag, Unit, Verdict,
};
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;
use zhiban::store::{PlatformList, Store};

pub fn now() -> Stamp {
    at("23T09:41:27")
}

fn at(day_and_time: &str) -> Stamp {
    format!("2026-11-{day_and_time}").parse().unwrap()
}

fn by(actor: Actor, time: &str) -> Context {
    Context {
        at: at(time),
        now: now(),
        by: actor,
        person: None,
        note: None,
    }
}

fn post(post: Post, time: &str) -> Context {
    by(Actor::Post(post), time)
}

struct Story<'a> {
    store: &'a mut Store,
    number: Number,
}

impl Story<'_> {
    fn act(&mut self, act: &Act, context: &Context) -> &mut Self {
        self.store.act(&self.number, act, context, None).unwrap();
        self
    }

    fn signed(&mut self, time: &str) -> &mut Self {
        self.act(&Act::Sign, &post(Post::A, time))
    }

    fn dispatched(&mut self, units: &[(&str, Role)], by: Post, time: &str) -> &mut Self {
        let units = units
            .iter()
            .map(|(unit, role)| Assignment {
                unit: Unit::from(*unit),
                role: *role,
            })
            .collect();
        self.act(&Act::Dispatch { units }, &post(by, time))
    }

    fn taken_by(&mut self, unit: &str, time: &str) -> &mut Self {
        let unit = Unit::from(unit);
        let act = Act::UnitSign {
            unit: Some(unit.clone()),
        };
        self.act(&act, &by(Actor::Unit(unit), time))
    }

    fn phoned(&mut self, unit: &str, time: &str) -> &mut Self {
        let act = Act::Remind {
            unit: Some(Unit::from(unit)),
            about: About::UnitSign,
            answered: true,
        };
        self.act(&act, &post(Post::B, time))
    }

    fn answered_by(&mut self, unit: &str, text: &str, time: &str) -> &mut Self {
        let unit = Unit::from(unit);
        let act = Act::Reply {
            unit: Some(unit.clone()),
            text: text.to_owned(),
            photos: 2,
            approved_by: Some("吴书记".to_owned()),
        };
        self.act(&act, &by(Actor::Unit(unit), time))
    }

    fn sent_back(&mut self, fault: Fault, time: &str) -> &mut Self {
        let act = Act::Review {
            verdict: Verdict::Nonstandard,
            faults: vec![fault],
        };
        self.act(&act, &post(Post::A, time))
    }
}

fn case<'a>(
    store: &'a mut Store,
    number: &str,
    kind: Kind,
    community: Option<&str>,
    (title, address): (&str, &str),
    time: &str,
) -> Story<'a> {
    let number = Number::from(number);
    let tags = if community.is_none() {
        vec![Tag::Undecided]
    } else {
        Vec::new()
    };
    let received = Received {
        community: community.map(Community::from),
        tags,
        body: format!("{title}，多次反映未见处理，请尽快到现场查看并答复。"),
        address: address.to_owned(),
        reporter: "林女士".to_owned(),
        phone: "13900000001".to_owned(),
        channel: "12345".to_owned(),
        ..Received::new(kind, title)
    };
    store
        .add(&number, received, &by(Actor::System, time))
        .unwrap();
    Story { store, number }
}

/// The cases and what was done with them.
pub fn fill(store: &mut Store) {
    let lead = Role::Lead;
    case(
        store,
        "FZ26112300012",
        Kind::Urgent,
        Some("三坊七巷"),
        ("南后街口电动车堵住消防通道", "南后街口"),
        "23T09:33:40",
    );
    case(
        store,
        "FZ26112300009",
        Kind::Ordinary,
        Some("三坊七巷"),
        ("巷内下水管外溢", "衣锦坊 12 号"),
        "23T08:41:00",
    )
    .signed("23T08:44:05")
    .dispatched(
        &[("三坊七巷社区", lead), ("城管办", Role::Assist)],
        Post::A,
        "23T09:36:00",
    );
    case(
        store,
        "FZ26112000087",
        Kind::CallUp,
        Some("三坊七巷"),
        ("文物保护单位旁违建", "文儒坊"),
        "20T16:12:00",
    )
    .signed("20T16:15:00")
    .dispatched(&[("城管办", lead)], Post::A, "20T16:40:00")
    .taken_by("城管办", "20T16:45:00");
    case(
        store,
        "FZ26112300021",
        Kind::WasteSorting,
        Some("驿里"),
        ("垃圾分类屋满溢无人清运", "驿里小区北门"),
        "23T08:58:12",
    )
    .signed("23T09:02:00")
    .dispatched(&[("驿里社区", lead)], Post::A, "23T09:04:30")
    .taken_by("驿里社区", "23T09:10:00");
    case(
        store,
        "FZ26112300017",
        Kind::Ordinary,
        Some("驿里"),
        ("电梯停运三天老人上不了楼", "驿里 3 座"),
        "23T09:28:02",
    );
    case(
        store,
        "FZ26112300002",
        Kind::Inspection,
        Some("灵响"),
        ("街区巡查发现店外经营", "灵响路 40 号"),
        "23T07:12:00",
    )
    .signed("23T07:49:00");
    case(
        store,
        "FZ26112300003",
        Kind::Ordinary,
        Some("柳河"),
        ("夜间施工噪音扰民", "柳河路 8 号"),
        "23T07:40:00",
    )
    .signed("23T08:15:30")
    .dispatched(&[("柳河社区", lead)], Post::B, "23T08:35:00")
    .phoned("柳河社区", "23T08:41:00")
    .taken_by("柳河社区", "23T08:52:20");
    case(
        store,
        "FZ26112100005",
        Kind::Ordinary,
        Some("小柳"),
        ("群租房充电线飞线下楼", "小柳 6 座 302"),
        "21T09:00:00",
    )
    .signed("21T09:10:00")
    .dispatched(&[("小柳社区", lead)], Post::B, "23T08:05:00")
    .taken_by("小柳社区", "23T08:20:00")
    .answered_by("小柳社区", "已约谈房东，当日拆除飞线。", "23T09:15:00")
    .sent_back(Fault::PhotosMissing, "23T09:30:00");
    case(
        store,
        "FZ26112200014",
        Kind::Ordinary,
        Some("杨桥河南"),
        ("河道栏杆松动", "杨桥河南岸步道"),
        "22T20:30:00",
    )
    .signed("22T20:41:00")
    .dispatched(&[("杨桥河南社区", lead)], Post::B, "23T07:50:00")
    .taken_by("杨桥河南社区", "23T07:58:00")
    .answered_by("杨桥河南社区", "已加固。", "23T09:20:00");
    case(
        store,
        "FZ26112300031",
        Kind::Ordinary,
        None,
        ("路灯不亮", "不详"),
        "23T09:40:10",
    );
}

/// One case with a citizen's long letter.
pub fn letter(store: &mut Store) {
    let lines: Vec<String> = (1..=14)
        .map(|n| format!("{n}. 夜市油烟扰民，持续到凌晨一点，住户多次与摊主交涉无果，请协调城管、环保和市场监管一并处理。"))
        .collect();
    let received = Received {
        community: Some(Community::from("驿里")),
        body: lines.join("\n"),
        address: "驿里东街口".to_owned(),
        reporter: "林女士".to_owned(),
        phone: "13900000001".to_owned(),
        channel: "12345".to_owned(),
        ..Received::new(Kind::Ordinary, "夜市油烟扰民")
    };
    let context = by(Actor::System, "23T09:36:00");
    store
        .add(&Number::from("FZ26112300041"), received, &context)
        .unwrap();
}

/// One case with this text.
pub fn with_body(store: &mut Store, body: &str) {
    let received = Received {
        community: Some(Community::from("驿里")),
        body: body.to_owned(),
        ..Received::new(Kind::Ordinary, "夜市油烟扰民")
    };
    let context = by(Actor::System, "23T09:36:00");
    store
        .add(&Number::from("FZ26112300041"), received, &context)
        .unwrap();
}

/// One case from a list whose words for kind and community nobody knows.
pub fn unknown_words(store: &mut Store) {
    let received = Received {
        kind: Kind::Ordinary,
        community: None,
        title: "夜市油烟扰民，持续到凌晨一点，住户多次与摊主交涉无果，请协调城管、环保和市场监管一并到场处理".to_owned(),
        close_due: None,
        tags: vec![Tag::Undecided],
        body: String::new(),
        address: "东街口".to_owned(),
        reporter: String::new(),
        phone: String::new(),
        channel: String::new(),
        already: Vec::new(),
        imported: Some(Imported {
            known_from: now(),
            unit: None,
            reply: None,
            rating: None,
            community: Some("东街街道东街社区".to_owned()),
            kind: Some("市容类".to_owned()),
        }),
        revision: None,
    };
    let context = by(Actor::System, "23T09:30:00");
    store
        .add(&Number::from("FZ26112300040"), received, &context)
        .unwrap();
}

/// Closed cases with all that a bad rating brings, one of them out of the queue, and the cases of the morning.
pub fn after_the_close(store: &mut Store) {
    fill(store);
    let closed = |store: &mut Store, number: &str, subject: (&str, &str), day: &str| {
        let time = |t: &str| format!("{day}T{t}");
        let kind = Kind::Ordinary;
        case(
            store,
            number,
            kind,
            Some("柳河"),
            subject,
            &time("08:00:00"),
        )
        .signed(&time("08:05:00"))
        .dispatched(&[("柳河社区", Role::Lead)], Post::B, &time("08:20:00"))
        .answered_by("柳河社区", "已处理。", &time("10:00:00"))
        .act(
            &Act::Review {
                verdict: Verdict::Accepted,
                faults: Vec::new(),
            },
            &post(Post::B, &time("10:20:00")),
        )
        .act(
            &Act::Close {
                unreviewed: false,
                reason: None,
            },
            &post(Post::B, &time("11:00:00")),
        );
    };
    let rated = |store: &mut Store, number: &str, time: &str, then: &[(Act, &str)]| {
        let number = Number::from(number);
        let rating = Rating::Dissatisfied;
        let mut story = Story { store, number };
        let reason = None;
        story.act(&Act::Rate { rating, reason }, &post(Post::B, time));
        for (act, time) in then {
            story.act(act, &post(Post::B, time));
        }
    };
    let appeal = Act::FileAppeal {
        approved_by: Some("吴书记".to_owned()),
        stamped: true,
    };
    closed(store, "FZ26111900101", ("楼道堆放杂物", "柳河 2 座"), "19");
    rated(
        store,
        "FZ26111900101",
        "22T15:00:00",
        &[(Act::Rework, "22T17:00:00")],
    );
    closed(store, "FZ26112000102", ("广场舞扰民", "柳河公园"), "20");
    rated(store, "FZ26112000102", "23T08:30:00", &[]);
    closed(store, "FZ26111800103", ("井盖异响", "柳河路口"), "18");
    // Looked back at and stable: out of the queue, but the appeal is open.
    rated(
        store,
        "FZ26111800103",
        "19T09:00:00",
        &[
            (Act::FollowUp, "19T10:00:00"),
            (Act::Rework, "19T12:00:00"),
            (appeal, "20T09:00:00"),
            (Act::LookBack { stable: true }, "22T09:00:00"),
        ],
    );
}

/// The morning with a third late sign of post A, on a case that is closed by now: the first step of the ladder is reached.
pub fn three_late_signs(store: &mut Store) {
    fill(store);
    case(
        store,
        "FZ26112300040",
        Kind::Ordinary,
        Some("驿里"),
        ("楼道灯不亮", "驿里 5 座"),
        "23T07:35:00",
    )
    .signed("23T08:30:00")
    .dispatched(&[("驿里社区", Role::Lead)], Post::A, "23T08:32:00")
    .taken_by("驿里社区", "23T08:36:00")
    .answered_by("驿里社区", "已换灯。", "23T08:50:00")
    .act(
        &Act::Review {
            verdict: Verdict::Accepted,
            faults: Vec::new(),
        },
        &post(Post::A, "23T09:00:00"),
    )
    .act(
        &Act::Close {
            unreviewed: false,
            reason: None,
        },
        &post(Post::A, "23T09:20:00"),
    );
}

/// What two lists of the platform said of the cases of the morning.
pub fn held_against_the_platform(store: &mut Store) {
    fill(store);
    let differs = |store: &mut Store, number: &str, field: &str, here: &str, there: &str| {
        let fact = Fact {
            id: None,
            at: at("23T09:40:00"),
            case: None,
            by: Actor::System,
            person: None,
            note: None,
            event: Event::Differed(Differed {
                field: field.to_owned(),
                here: here.to_owned(),
                there: there.to_owned(),
                taken: false,
            }),
        };
        let rows = vec![(Number::from(number), fact)];
        let facts_of = |fact, _: &[Fact], _: &Rules| vec![fact];
        store.receive(rows, facts_of, now(), |_| {}).unwrap();
    };
    differs(store, "FZ26112300009", "kind", "ordinary", "urgent");
    differs(store, "FZ26112300009", "community", "三坊七巷", "驿里");
    differs(
        store,
        "FZ26112300017",
        "status",
        "awaiting_sign",
        "in_progress",
    );
    let held = |numbers: &[&str], from: &str| -> Vec<(Number, Stamp)> {
        let held = numbers.iter().map(|n| (Number::from(*n), at(from)));
        held.chain([(Number::from("FZ26112300031"), at("23T09:40:10"))])
            .collect()
    };
    let list = PlatformList {
        at: at("23T09:40:30"),
        skipped: 2,
    };
    let numbers = [
        "FZ26112300002",
        "FZ26112300003",
        "FZ26112300009",
        "FZ26112300012",
        "FZ26112300021",
    ];
    store
        .remember_list(list, &held(&numbers, "23T07:00:00"))
        .unwrap();
}

/// One case in whose text the citizen names herself.
pub fn names_a_citizen(store: &mut Store) {
    let received = Received {
        community: Some(Community::from("驿里")),
        body: "我是林秀英，电话 13900000001，楼上漏水。".to_owned(),
        reporter: "林秀英".to_owned(),
        phone: "13900000001".to_owned(),
        ..Received::new(Kind::Ordinary, "楼上漏水")
    };
    let context = by(Actor::System, "23T09:36:00");
    store
        .add(&Number::from("FZ26112300042"), received, &context)
        .unwrap();
}

//! What a row becomes: a case that arrives, or what it changes, confirms and contradicts on a case the desk knows.

use zhiban::domain::arrival;
use zhiban::domain::case::Case;
use zhiban::domain::draft::Draft;
use zhiban::domain::event::{
    Amended, Assignment, Closed, Dispatched, Event, Fact, Fields, Rated, Received, Signed,
    Untagged, Voided,
};
use zhiban::domain::ids::{
    Actor, Already, ClockId, Community, Kind, Post, Rating, Role, Stage, State, Tag, Unit,
};
use zhiban::domain::policy::Status;
use zhiban::domain::reckon;
use zhiban::domain::roster::Roster;

use super::{NOW, list, rules, stamp};

const HEADER: &str = "件号,登记时间,事件类型,事发区域,诉求标题,诉求内容,联系电话,事件状态,批转单位,办结时限,答复内容,满意度,办结时间";
/// A case of this morning that nobody has signed.
const FRESH: &str = "A1,2026-11-23 09:05,自处件,柳河,题,文,138,待签收,,,,,";

fn draft(row: &str) -> Draft {
    let sheet = list(&format!("{HEADER}\n{row}\n"));
    sheet.drafts.into_iter().next().unwrap()
}

/// The fresh row with some cells changed, each given as `header=value`.
fn changed(cells: &[&str]) -> Draft {
    let mut row: Vec<&str> = FRESH.split(',').collect();
    for cell in cells {
        let (header, value) = cell.split_once('=').unwrap();
        row[HEADER.split(',').position(|h| h == header).unwrap()] = value;
    }
    draft(&row.join(","))
}

fn facts(draft: &Draft, history: &[Fact]) -> Vec<Fact> {
    arrival::facts(draft, history, &rules(), stamp(NOW))
}

/// A desk that knows one case.
struct Desk(Vec<Fact>);

impl Desk {
    fn with(draft: &Draft) -> Self {
        Self(facts(draft, &[]))
    }

    fn keyed(mut self, at: &str, event: Event) -> Self {
        self.0.push(Fact {
            id: Some(format!("id{}", self.0.len()).as_str().into()),
            at: stamp(at),
            case: Some("A1".into()),
            by: Actor::Post(Post::A),
            person: None,
            note: None,
            event,
        });
        self
    }

    fn signed(self) -> Self {
        self.keyed("2026-11-23T09:10", Event::Signed(Signed {}))
    }

    fn dispatched(self) -> Self {
        let units = vec![Assignment {
            unit: Unit::from("柳河社区"),
            role: Role::Lead,
        }];
        self.keyed("2026-11-23T09:20", Event::Dispatched(Dispatched { units }))
    }

    fn closed(self) -> Self {
        self.keyed("2026-11-23T10:00", Event::Closed(Closed { reason: None }))
    }

    fn amended(self, fields: Fields) -> Self {
        let reason = None;
        self.keyed(
            "2026-11-23T09:30",
            Event::Amended(Amended { fields, reason }),
        )
    }

    /// Imports the row and says what it added; the same row once more must add nothing.
    fn import(&mut self, draft: &Draft) -> Vec<String> {
        let new = facts(draft, &self.0);
        let said = new.iter().map(|f| say(&f.event)).collect();
        assert!(new.iter().all(|f| f.by == Actor::System));
        self.0.extend(new);
        assert_eq!(facts(draft, &self.0), [], "the same row twice");
        said
    }

    fn case(&self) -> Case {
        Case::fold(&self.0, stamp(NOW)).unwrap()
    }
}

fn say(event: &Event) -> String {
    match event {
        Event::Amended(e) => format!("amended {}", serde_json::to_string(&e.fields).unwrap()),
        Event::Confirmed(e) => format!("confirmed {}", e.what),
        Event::Differed(e) => format!("differed {}: {} here, {} there", e.field, e.here, e.there),
        other => other.kind().to_owned(),
    }
}

fn received(draft: &Draft) -> Received {
    match &facts(draft, &[])[0] {
        Fact {
            event: Event::Received(r),
            at,
            by: Actor::System,
            ..
        } if *at == draft.received => (**r).clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_fresh_row_is_received_and_nothing_else() {
    let draft = draft(FRESH);
    assert_eq!(facts(&draft, &[]).len(), 1);
    let received = received(&draft);
    assert_eq!(received.already, []);
    assert_eq!(received.imported, None);
    assert_eq!(received.tags, []);
    assert_eq!(
        (received.kind, received.community),
        (Kind::Ordinary, Some(Community::from("柳河")))
    );
}

#[test]
fn a_status_says_what_had_happened() {
    use Already::{Dispatched, Replied, Reviewed, Signed, UnitSigned};
    for (word, steps, stage) in [
        ("待派发", &[Signed][..], Stage::AwaitingDispatch),
        ("已派发", &[Signed, Dispatched], Stage::WithUnit),
        ("办理中", &[Signed, Dispatched, UnitSigned], Stage::WithUnit),
        (
            "待审核",
            &[Signed, Dispatched, UnitSigned, Replied],
            Stage::AwaitingReview,
        ),
        (
            "已办结",
            &[
                Signed,
                Dispatched,
                UnitSigned,
                Replied,
                Reviewed,
                Already::Closed,
            ],
            Stage::Closed,
        ),
    ] {
        let draft = changed(&[&format!("事件状态={word}")]);
        let received = received(&draft);
        assert_eq!(received.already, steps, "{word}");
        assert_eq!(received.imported.unwrap().known_from, stamp(NOW));
        assert_eq!(Desk::with(&draft).case().stage(), stage, "{word}");
    }
}

#[test]
fn a_close_with_its_time_is_a_fact_of_its_own() {
    let draft = changed(&[
        "事件状态=已办结",
        "办结时间=2026-11-23 11:00",
        "满意度=不满意",
        "批转单位=柳河社区",
        "答复内容=已办",
    ]);
    let facts = facts(&draft, &[]);
    let [arrived, closed] = facts.as_slice() else {
        panic!("{facts:?}");
    };
    assert_eq!(
        (closed.at, closed.event.kind()),
        (stamp("2026-11-23T11:00"), "closed")
    );
    let Event::Received(received) = &arrived.event else {
        panic!("{arrived:?}");
    };
    assert!(!received.already.contains(&Already::Closed));
    assert!(received.already.contains(&Already::Reviewed));
    let imported = received.imported.clone().unwrap();
    assert_eq!(imported.unit, Some(Unit::from("柳河社区")));
    assert_eq!(imported.reply.as_deref(), Some("已办"));
    assert_eq!(imported.rating, Some(Rating::Dissatisfied));
    assert_eq!(Desk::with(&draft).import(&draft), Vec::<String>::new());
}

#[test]
fn the_status_word_wins_over_what_the_other_cells_imply() {
    let draft = changed(&[
        "事件状态=待派发",
        "批转单位=柳河社区",
        "答复内容=已办",
        "办结时间=2026-11-23 11:00",
    ]);
    assert_eq!(facts(&draft, &[]).len(), 1);
    assert_eq!(received(&draft).already, [Already::Signed]);
}

#[test]
fn without_a_status_the_other_cells_speak_then_the_age() {
    let steps = |cells: &[&str]| {
        received(&changed(&[&["事件状态="], cells].concat()))
            .already
            .len()
    };
    assert_eq!(steps(&["办结时间=2026-11-23 11:00"]), 5);
    assert_eq!(steps(&["答复内容=已办"]), 4);
    assert_eq!(steps(&["批转单位=柳河社区"]), 2);
    assert_eq!(steps(&["登记时间=2026-11-22 11:59:59"]), 2);
    assert_eq!(steps(&["登记时间=2026-11-22 12:00:00"]), 0);
    assert_eq!(
        steps(&["登记时间=2020-01-01 12:00:00", "事件状态=待签收"]),
        0
    );
    let old = received(&changed(&["事件状态=", "登记时间=2026-11-20 12:00:00"]));
    assert!(old.imported.is_some());
}

#[test]
fn what_is_not_known_asks_for_a_decision() {
    let unknown = received(&changed(&["事件类型=奇怪件", "事发区域=东街"]));
    assert_eq!((unknown.kind, unknown.community), (Kind::Ordinary, None));
    assert_eq!(unknown.tags, [Tag::Undecided]);
    let imported = unknown.imported.unwrap();
    assert_eq!(imported.kind.as_deref(), Some("奇怪件"));
    assert_eq!(imported.community.as_deref(), Some("东街"));
    let empty = received(&changed(&["事件类型=", "事发区域="]));
    assert_eq!((empty.tags, empty.imported), (vec![Tag::Undecided], None));
}

#[test]
fn what_was_late_is_a_breach_from_the_instant_of_the_import_on() {
    let late = |at: &str| {
        let desk = Desk::with(&changed(&["事件类型=奇怪件"])).keyed(at, Event::Signed(Signed {}));
        let clocks = reckon::clocks(&desk.case(), &rules(), &Roster::default()).list;
        let sign = clocks.into_iter().find(|c| c.id == ClockId::C1).unwrap();
        assert!(sign.met > sign.due, "{sign:?}");
        sign.state(stamp(NOW))
    };
    assert_eq!(late("2026-11-23T11:59:59"), State::Void);
    assert_eq!(late(NOW), State::Late);
}

#[test]
fn changed_texts_and_close_times_are_taken_over() {
    let mut desk = Desk::with(&draft(FRESH)).signed();
    assert_eq!(
        desk.import(&changed(&[
            "诉求标题=新题",
            "联系电话=139",
            "诉求内容=",
            "办结时限=2026-11-25 09:05"
        ]))[0],
        r#"amended {"title":"新题","phone":"139","close_due":"2026-11-25T09:05:00+08:00"}"#
    );
    let case = desk.case();
    assert_eq!(
        (case.facts.title.as_str(), case.facts.body.as_str()),
        ("新题", "文")
    );
}

#[test]
fn what_a_person_put_right_stays_until_the_platform_says_something_new() {
    let mut desk = Desk::with(&draft(FRESH)).amended(Fields {
        title: Some("更正的题".to_owned()),
        close_due: Some(Some(stamp("2026-11-30T09:00"))),
        ..Fields::default()
    });
    assert_eq!(desk.import(&draft(FRESH)), Vec::<String>::new());
    assert_eq!(
        desk.import(&changed(&["诉求标题=平台新题"])),
        [r#"amended {"title":"平台新题"}"#]
    );
}

#[test]
fn kind_and_community_follow_the_platform_until_somebody_has_acted() {
    let other = changed(&["事件类型=紧急件", "事发区域=驿里"]);
    let mut fresh = Desk::with(&draft(FRESH));
    assert_eq!(
        fresh.import(&other),
        [r#"amended {"kind":"urgent","community":"驿里"}"#]
    );

    let mut signed = Desk::with(&draft(FRESH)).signed();
    let said = signed.import(&other);
    assert_eq!(
        said,
        [
            "differed kind: ordinary here, urgent there",
            "differed community: 柳河 here, 驿里 there",
            "differed status: awaiting_dispatch here, awaiting_sign there"
        ]
    );

    let mut decided = Desk::with(&draft(FRESH)).amended(Fields {
        kind: Some(Kind::CallUp),
        ..Fields::default()
    });
    assert_eq!(
        decided.import(&other),
        [
            "differed kind: call_up here, urgent there",
            r#"amended {"community":"驿里"}"#
        ]
    );

    // What was keyed in by hand was decided by a person.
    let mut by_hand = Desk::with(&draft(FRESH));
    by_hand.0[0].by = Actor::Post(Post::A);
    assert_eq!(
        by_hand.import(&other),
        [
            "differed kind: ordinary here, urgent there",
            "differed community: 柳河 here, 驿里 there"
        ]
    );
}

#[test]
fn what_was_undecided_is_decided_by_a_row_that_knows() {
    let unknown = changed(&["事件类型=奇怪件", "事发区域=东街"]);
    let mut desk = Desk::with(&unknown).signed().dispatched();
    let said = desk.import(&changed(&["事件类型=呼叫件", "事件状态=已派发"]));
    assert_eq!(
        said,
        [
            r#"amended {"kind":"call_up","community":"柳河"}"#,
            "untagged",
            "confirmed signed",
            "confirmed dispatched"
        ]
    );
    assert!(desk.case().tags.is_empty());

    let mut ordinary = Desk::with(&unknown);
    assert_eq!(ordinary.import(&changed(&["事发区域=东街"])), ["untagged"]);

    let untagged = Event::Untagged(Untagged {
        tag: Tag::Undecided,
    });
    let mut by_hand = Desk::with(&unknown).keyed("2026-11-23T09:30", untagged);
    assert_eq!(
        by_hand.import(&changed(&["事件类型=呼叫件", "事发区域=东街"])),
        ["differed kind: ordinary here, call_up there"]
    );
}

#[test]
fn steps_keyed_here_are_confirmed_once_each() {
    let mut desk = Desk::with(&draft(FRESH)).signed();
    assert_eq!(
        desk.import(&changed(&["事件状态=待派发"])),
        ["confirmed signed"]
    );
    let mut desk = Desk(desk.0).dispatched();
    assert_eq!(
        desk.import(&changed(&["事件状态=办理中"])),
        ["confirmed dispatched"]
    );
    let mut desk = Desk(desk.0).closed();
    assert_eq!(
        desk.import(&changed(&["事件状态=已办结", "办结时间=2026-11-23 10:01"])),
        ["confirmed closed"]
    );
    // An older list comes late: what was confirmed stays so.
    assert_eq!(desk.import(&draft(FRESH)), Vec::<String>::new());
}

#[test]
fn a_platform_that_is_behind_or_ahead_is_recorded_once() {
    let mut desk = Desk::with(&draft(FRESH)).signed().dispatched();
    assert_eq!(
        desk.import(&draft(FRESH)),
        ["differed status: with_unit here, awaiting_sign there"]
    );
    assert_eq!(
        desk.import(&changed(&["事件状态=待派发"])),
        [
            "confirmed signed",
            "differed status: with_unit here, awaiting_dispatch there"
        ]
    );
    for (word, there) in [
        ("待派发", "awaiting_dispatch"),
        ("已派发", "dispatched"),
        ("待审核", "awaiting_review"),
        ("已办结", "closed"),
    ] {
        let mut desk = Desk::with(&draft(FRESH));
        let said = desk.import(&changed(&[&format!("事件状态={word}")]));
        assert_eq!(
            said,
            [format!(
                "differed status: awaiting_sign here, {there} there"
            )]
        );
        assert_eq!(desk.case().stage(), Stage::AwaitingSign, "a row never acts");
    }
    let voided = Event::Voided(Voided {
        reason: "重复".to_owned(),
    });
    let mut desk = Desk::with(&draft(FRESH)).keyed("2026-11-23T09:30", voided);
    assert_eq!(
        desk.import(&draft(FRESH)),
        ["differed status: void here, awaiting_sign there"]
    );
}

#[test]
fn an_empty_status_contradicts_nothing() {
    let mut desk = Desk::with(&draft(FRESH)).signed().dispatched().closed();
    assert_eq!(desk.import(&changed(&["事件状态="])), Vec::<String>::new());
    assert_eq!(
        desk.import(&changed(&["事件状态=", "批转单位=柳河社区"])),
        ["confirmed signed", "confirmed dispatched"]
    );
}

#[test]
fn another_unit_another_receipt_and_a_new_rating_are_recorded() {
    let mut desk = Desk::with(&draft(FRESH)).signed().dispatched();
    let said = desk.import(&changed(&[
        "登记时间=2026-11-23 09:00",
        "事件状态=已派发",
        "批转单位=城管办",
    ]));
    assert_eq!(
        said,
        [
            "differed received: 2026-11-23T09:05:00+08:00 here, 2026-11-23T09:00:00+08:00 there",
            "confirmed signed",
            "confirmed dispatched",
            "differed unit: 柳河社区 here, 城管办 there"
        ]
    );
    let rated = changed(&["事件状态=已办结", "满意度=差评"]);
    let mut desk = Desk::with(&draft(FRESH)).signed().closed();
    assert_eq!(
        desk.import(&rated),
        [
            "confirmed signed",
            "confirmed closed",
            "differed rating:  here, dissatisfied there"
        ]
    );
    let mut desk = Desk::with(&draft(FRESH)).closed().keyed(
        "2026-11-23T11:00",
        Event::Rated(Rated {
            rating: Rating::Dissatisfied,
            reason: None,
        }),
    );
    assert_eq!(desk.import(&rated), ["confirmed closed"]);
}

#[test]
fn a_case_ahead_of_the_clock_arrives_once() {
    let ahead = changed(&["登记时间=2026-11-23 20:00"]);
    let mut desk = Desk::with(&ahead);
    assert_eq!(desk.import(&ahead), Vec::<String>::new());
    let said = desk.import(&changed(&["登记时间=2026-11-23 20:00", "诉求标题=新题"]));
    assert_eq!(said, [r#"amended {"title":"新题"}"#]);
    assert_eq!(desk.0[1].at, stamp("2026-11-23T20:00"));
}

#[test]
fn a_list_without_a_status_column_ages_into_no_contradiction() {
    let row = "件号,登记时间,标题\nA1,2026-11-23 09:05,题\n";
    let draft = list(row).drafts.into_iter().next().unwrap();
    let desk = Desk::with(&draft);
    let later = arrival::facts(&draft, &desk.0, &rules(), stamp("2026-11-30T12:00"));
    assert_eq!(later, []);
    assert_eq!(draft.status, None::<Status>);
}

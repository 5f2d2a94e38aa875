//! O2 and O3: how far each is from the next step, what counts and what does not, and what was carried out.

use zhiban::domain::command::{Context, RosterAct};
use zhiban::domain::event::{Event, Excused, Fact, Reviewed};
use zhiban::domain::ids::{Actor, Fault, Number, Post, Rating, Verdict};
use zhiban::domain::oversight::{Ladder, LapseKind, OnLadder, Subject};
use zhiban::domain::policy::Step;
use zhiban::domain::rules::Rules;
use zhiban::domain::time::Stamp;
use zhiban::store::Store;

use super::*;

const UNIT: &str = "柳河社区";

struct Scene {
    store: Store,
    cases: u32,
    _folder: TempDir,
}

impl Scene {
    fn new() -> Self {
        let folder = folder();
        let path = folder.path().join("zhiban.db");
        let now = moment("2026-01-05T07:30");
        let store = Store::open(&path, Rules::builtin().unwrap(), now).unwrap();
        Self {
            store,
            cases: 0,
            _folder: folder,
        }
    }

    /// A case of the unit that is in time throughout, with what `more` adds after its first reply.
    fn case(&mut self, received: &str, more: impl FnOnce(Stamp) -> Vec<Fact>) -> Number {
        self.cases += 1;
        let number = Number::from(format!("L{}", self.cases));
        let at = moment(received);
        let post = Actor::Post(Post::B);
        let mut case = Received::new(Kind::Ordinary, "路灯不亮");
        case.community = Some(Community::from("柳河"));
        let mut reply = fact(at.plus_minutes(30), Actor::Unit(unit(UNIT)), reply_of(UNIT));
        reply.person = Some("林某".to_owned());
        let mut facts = vec![
            fact(at, Actor::System, Event::Received(Box::new(case))),
            fact(at.plus_minutes(2), post.clone(), Event::Signed(Signed {})),
            fact(at.plus_minutes(5), post.clone(), given(UNIT)),
            fact(
                at.plus_minutes(8),
                post,
                Event::UnitSigned(UnitSigned { unit: unit(UNIT) }),
            ),
            reply,
        ];
        facts.extend(more(at.plus_minutes(40)));
        let row = vec![(number.clone(), facts)];
        self.store.receive(row, |f, _, _| f, at, |_| ()).unwrap();
        number
    }

    /// A case whose first reply is sent back and which is closed in time with its second.
    fn sent_back(&mut self, received: &str) -> Number {
        self.case(received, |at| {
            let post = Actor::Post(Post::B);
            vec![
                nonstandard(at),
                fact(at.plus_minutes(5), post.clone(), reply_of(UNIT)),
                fact(
                    at.plus_minutes(9),
                    post.clone(),
                    review(Verdict::Accepted, &[]),
                ),
                fact(
                    at.plus_minutes(12),
                    post,
                    Event::Closed(Closed { reason: None }),
                ),
            ]
        })
    }

    fn add(&mut self, number: &Number, facts: Vec<Fact>) {
        let now = facts.iter().map(|f| f.at).max().unwrap();
        let row = vec![(number.clone(), facts)];
        self.store.receive(row, |f, _, _| f, now, |_| ()).unwrap();
    }

    fn ladder(&mut self, month: &str, now: &str) -> Ladder {
        self.store
            .ladder(month.parse().unwrap(), moment(now))
            .unwrap()
    }
}

fn nonstandard(at: Stamp) -> Fact {
    let event = Event::Reviewed(Reviewed {
        verdict: Verdict::Nonstandard,
        faults: vec![Fault::PhotosMissing],
    });
    fact(at, Actor::Post(Post::B), event)
}

fn of<'a>(ladder: &'a Ladder, who: &str) -> &'a OnLadder {
    let found = ladder.subjects.iter().find(|s| s.who.to_string() == who);
    found.unwrap_or_else(|| panic!("no {who} in {ladder:#?}"))
}

fn rung(of: &OnLadder, step: Step) -> (u32, u32) {
    let found = of.steps.iter().find(|s| s.step == step).unwrap();
    (found.count, found.left)
}

#[test]
fn months_roll_and_each_step_has_its_own() {
    let mut scene = Scene::new();
    for received in [
        "2026-03-02T09:00",
        "2026-03-03T09:00",
        "2026-04-01T09:00",
        "2026-05-06T09:00",
    ] {
        scene.sent_back(received);
    }
    let march = scene.ladder("2026-03", "2026-03-20T12:00");
    let unit = of(&march, "unit:柳河社区");
    assert_eq!(rung(unit, Step::OfficeStatement), (2, 1));
    assert!(march.running);
    let april = scene.ladder("2026-04", "2026-05-20T12:00");
    let unit = of(&april, "unit:柳河社区");
    assert_eq!(rung(unit, Step::OfficeStatement), (1, 2));
    assert_eq!(rung(unit, Step::Accountability), (3, 2));
    let may = scene.ladder("2026-05", "2026-05-20T12:00");
    let unit = of(&may, "unit:柳河社区");
    assert_eq!(rung(unit, Step::OfficeStatement), (1, 2));
    assert_eq!(rung(unit, Step::Accountability), (2, 3));
    assert_eq!(rung(unit, Step::Discipline), (4, 4));
    assert_eq!(unit.lapses.len(), 4);
    // The person whose replies they were stands there too.
    assert_eq!(
        rung(of(&may, "unit:柳河社区/林某"), Step::Discipline),
        (4, 4)
    );
}

#[test]
fn an_excused_lapse_stays_in_the_ranking_and_leaves_the_ladder() {
    let mut scene = Scene::new();
    let first = scene.sent_back("2026-03-02T09:00");
    scene.sent_back("2026-03-03T09:00");
    let excused = Event::Excused(Excused {
        of: "review".to_owned(),
        unit: None,
        target: None,
        reason: "照片系统故障".to_owned(),
    });
    scene.add(
        &first,
        vec![fact(
            moment("2026-03-04T09:00"),
            Actor::Post(Post::A),
            excused,
        )],
    );
    let now = "2026-03-20T12:00";
    let ladder = scene.ladder("2026-03", now);
    let unit = of(&ladder, "unit:柳河社区");
    assert_eq!(rung(unit, Step::OfficeStatement), (1, 2));
    assert_eq!(unit.lapses.len(), 2);
    assert_eq!(
        unit.lapses[0].excused.as_ref().unwrap().reason,
        "照片系统故障"
    );
    let bulletin = scene
        .store
        .bulletin("2026-03".parse().unwrap(), moment(now))
        .unwrap();
    assert_eq!(bulletin.ranking[0].figures.nonstandard, 2);
}

#[test]
fn an_upheld_appeal_takes_its_case_out_at_once() {
    let mut scene = Scene::new();
    let number = scene.case("2026-03-02T09:00", |at| {
        let post = Actor::Post(Post::B);
        let rated = Rated {
            rating: Rating::Dissatisfied,
            reason: None,
        };
        vec![
            fact(at, post.clone(), review(Verdict::Accepted, &[])),
            fact(
                at.plus_minutes(5),
                post,
                Event::Closed(Closed { reason: None }),
            ),
            fact(at.plus_minutes(90), Actor::System, Event::Rated(rated)),
        ]
    });
    let bad = |ladder: &Ladder| {
        ladder
            .subjects
            .iter()
            .map(|s| s.lapses.len())
            .sum::<usize>()
    };
    let before = scene.ladder("2026-03", "2026-03-03T12:00");
    // The unit, and the person who replied.
    assert_eq!(bad(&before), 2);
    assert_eq!(before.subjects[0].lapses[0].kind, LapseKind::BadRating);
    let post = Actor::Post(Post::B);
    let appeal = Event::Appealed(Appealed {
        approved_by: Some("王主任".to_owned()),
        stamped: true,
    });
    let upheld = Event::AppealDecided(AppealDecided { upheld: true });
    let decided = vec![
        fact(moment("2026-03-03T13:00"), post.clone(), appeal),
        fact(moment("2026-03-04T09:00"), post, upheld),
    ];
    scene.add(&number, decided);
    assert_eq!(bad(&scene.ladder("2026-03", "2026-03-04T08:59")), 2);
    assert_eq!(bad(&scene.ladder("2026-03", "2026-03-04T09:00")), 0);
}

#[test]
fn a_shared_late_sign_counts_for_the_post_and_the_unit() {
    let mut scene = Scene::new();
    scene.cases += 1;
    let at = moment("2026-03-03T09:00");
    let mut dispatched = fact(at.plus_minutes(5), Actor::Post(Post::B), given(UNIT));
    dispatched.person = Some("陈某".to_owned());
    let mut case = Received::new(Kind::Ordinary, "路灯不亮");
    case.community = Some(Community::from("柳河"));
    let facts = vec![
        fact(at, Actor::System, Event::Received(Box::new(case))),
        fact(
            at.plus_minutes(2),
            Actor::Post(Post::B),
            Event::Signed(Signed {}),
        ),
        dispatched,
        fact(
            at.plus_minutes(40),
            Actor::Post(Post::B),
            Event::UnitSigned(UnitSigned { unit: unit(UNIT) }),
        ),
    ];
    let row = vec![(Number::from("S1"), facts)];
    scene.store.receive(row, |f, _, _| f, at, |_| ()).unwrap();
    let ladder = scene.ladder("2026-03", "2026-03-03T12:00");
    for who in ["unit:柳河社区", "post:B", "post:B/陈某"] {
        let lapses = &of(&ladder, who).lapses;
        assert_eq!(lapses.len(), 1, "{who}");
        assert_eq!(lapses[0].kind, LapseKind::LateSign);
        assert_eq!(lapses[0].late_seconds, Some(25 * 60));
    }
    // The post keyed the unit's sign; its handler is not the unit's.
    assert_eq!(ladder.subjects.len(), 3);
}

#[test]
fn a_step_that_was_carried_out_says_when() {
    let mut scene = Scene::new();
    for day in 2..=4 {
        scene.sent_back(&format!("2026-03-0{day}T09:00"));
    }
    let now = "2026-03-20T12:00";
    let reached = scene.ladder("2026-03", now);
    let step = &of(&reached, "unit:柳河社区").steps;
    let step = step
        .iter()
        .find(|s| s.step == Step::OfficeStatement)
        .unwrap();
    assert_eq!((step.left, step.done), (0, None));
    assert_eq!(step.reached, Some(moment("2026-03-04T09:40")));
    let act = RosterAct::StepDone {
        step: Step::OfficeStatement,
        who: "unit:柳河社区".parse::<Subject>().unwrap(),
    };
    let context = Context {
        at: moment("2026-03-19T15:00"),
        now: moment(now),
        by: Actor::Post(Post::A),
        person: None,
        note: None,
    };
    scene.store.act_on_roster(&act, &context).unwrap();
    let ladder = scene.ladder("2026-03", now);
    let step = &of(&ladder, "unit:柳河社区").steps;
    let step = step
        .iter()
        .find(|s| s.step == Step::OfficeStatement)
        .unwrap();
    assert_eq!(step.done, Some(moment("2026-03-19T15:00")));
    // Taken back, it was not carried out.
    let undo = RosterAct::Undo { id: None };
    let at = Context {
        at: moment(now),
        ..context
    };
    scene.store.act_on_roster(&undo, &at).unwrap();
    let ladder = scene.ladder("2026-03", now);
    assert!(
        of(&ladder, "unit:柳河社区")
            .steps
            .iter()
            .all(|s| s.done.is_none())
    );
}

#[test]
fn last_three_months_running_asks_for_a_statement() {
    let mut scene = Scene::new();
    for month in 1..=3 {
        scene.sent_back(&format!("2026-0{month}-12T09:00"));
        // Another unit that does well, so that somebody can be last.
        scene.cases += 1;
        let at = moment(&format!("2026-0{month}-13T09:00"));
        let mut case = Received::new(Kind::Ordinary, "井盖松动");
        case.community = Some(Community::from("驿里"));
        let facts = vec![
            fact(at, Actor::System, Event::Received(Box::new(case))),
            fact(at.plus_minutes(5), Actor::Post(Post::A), given("驿里社区")),
            fact(
                at.plus_minutes(6),
                Actor::Post(Post::A),
                Event::UnitSigned(UnitSigned {
                    unit: unit("驿里社区"),
                }),
            ),
            fact(
                at.plus_minutes(30),
                Actor::Post(Post::A),
                reply_of("驿里社区"),
            ),
            fact(
                at.plus_minutes(40),
                Actor::Post(Post::A),
                review(Verdict::Accepted, &[]),
            ),
            fact(
                at.plus_minutes(50),
                Actor::Post(Post::A),
                Event::Closed(Closed { reason: None }),
            ),
        ];
        let row = vec![(Number::from(format!("G{month}")), facts)];
        scene.store.receive(row, |f, _, _| f, at, |_| ()).unwrap();
    }
    let february = scene.ladder("2026-02", "2026-04-01T09:00");
    let unit = of(&february, "unit:柳河社区");
    assert_eq!(rung(unit, Step::WeeklyStatement), (2, 1));
    let march = scene.ladder("2026-03", "2026-04-01T09:00");
    let unit = of(&march, "unit:柳河社区");
    assert_eq!(rung(unit, Step::WeeklyStatement), (3, 0));
    assert!(march.last.iter().all(|month| month.units.len() == 1));

    // A month that still runs has nobody in the last place yet: until its end the months before it count.
    let months = |ladder: &Ladder| -> Vec<String> {
        let months = ladder.last.iter();
        months.map(|month| month.period.to_string()).collect()
    };
    let running = scene.ladder("2026-03", "2026-03-31T23:59:59");
    assert!(running.running);
    assert_eq!(months(&running), ["2026-02", "2026-01", "2025-12"]);
    assert_eq!(
        rung(of(&running, "unit:柳河社区"), Step::WeeklyStatement),
        (2, 1)
    );
    let over = scene.ladder("2026-03", "2026-04-01T00:00");
    assert_eq!(months(&over), ["2026-03", "2026-02", "2026-01"]);
    // What the three months came to stands through the next, which brings no lapse of its own to the ladder's first step.
    let april = scene.ladder("2026-04", "2026-04-20T12:00");
    assert_eq!(months(&april), ["2026-03", "2026-02", "2026-01"]);
    let unit = of(&april, "unit:柳河社区");
    assert_eq!(rung(unit, Step::WeeklyStatement), (3, 0));
    assert_eq!(rung(unit, Step::OfficeStatement), (0, 3));
    let weekly = unit.steps.iter().find(|s| s.step == Step::WeeklyStatement);
    assert_eq!(weekly.unwrap().reached, Some(moment("2026-04-01T00:00")));
}

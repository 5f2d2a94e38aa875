//! Histories that no rule was asked about: any facts about one case and the roster, in any order.

use std::collections::BTreeSet;

use proptest::prelude::*;
use zhiban::domain::event::{
    Amended, AppealDecided, Appealed, Assignment, Closed, CoAssignRequested, Consulted, Contacted,
    Dispatched, Event, ExtensionDecided, ExtensionRequested, Fact, Fields, FollowedUp, LookedBack,
    Noted, PhoneReminded, Rated, Received, Replied, Reviewed, Reworked, Signed, StoodIn, Swapped,
    Tagged, Transferred, Undone, UnitSigned, Untagged, Voided,
};
use zhiban::domain::ids::{
    About, Actor, Already, Community, FactId, Kind, Number, Party, Post, Rating, Role, Tag, Unit,
    Verdict,
};
use zhiban::domain::time::{Date, Stamp, date_from_number};

/// The one case of a history.
pub const CASE: &str = "FZ26112300012";

/// 2026-11-23T00:00+08:00, a Monday.
pub const MONDAY: Stamp = Stamp::from_unix(1_795_363_200);

/// Histories with a receipt, ids, and no two facts of one instant and one place in the order of the work.
pub fn histories() -> impl Strategy<Value = Vec<Fact>> {
    let facts = prop::collection::vec((minute(), actor(), event()), 0..24);
    (0i64..3 * 1440, receipt(), facts).prop_map(|(at, receipt, others)| {
        let received = MONDAY.plus_minutes(at);
        let mut taken = BTreeSet::new();
        let mut facts = Vec::new();
        let receipt = (0, Actor::System, receipt);
        for (minute, by, event) in [receipt].into_iter().chain(others) {
            let at = received.plus_minutes(minute);
            if taken.insert((at, event.rank())) {
                let id = FactId::from(format!("f{}", facts.len()));
                let case = (!event.is_of_roster()).then(|| Number::from(CASE));
                facts.push(Fact {
                    id: Some(id),
                    at,
                    case,
                    by,
                    person: None,
                    note: None,
                    event,
                });
            }
        }
        facts
    })
}

/// The moments worth looking at: each fact's, a second before, and long after.
pub fn moments(facts: &[Fact]) -> Vec<Stamp> {
    let mut moments: Vec<Stamp> = facts
        .iter()
        .flat_map(|f| [f.at.plus_seconds(-1), f.at])
        .collect();
    moments.extend(
        facts
            .iter()
            .map(|f| f.at)
            .max()
            .map(|t| t.plus_seconds(200 * 86_400)),
    );
    moments
}

/// Minutes after the receipt: close together, within days, or months on; now and then before it.
fn minute() -> impl Strategy<Value = i64> {
    prop_oneof![4 => 0i64..30, 3 => 0i64..600, 3 => 0i64..5 * 1440, 1 => 0i64..150 * 1440, 1 => -60i64..0]
}

pub fn actor() -> impl Strategy<Value = Actor> {
    prop_oneof![
        post().prop_map(Actor::Post),
        post().prop_map(Actor::Post),
        unit().prop_map(Actor::Unit),
        Just(Actor::System)
    ]
}

fn post() -> impl Strategy<Value = Post> {
    prop::sample::select(Post::ALL)
}

pub fn unit() -> impl Strategy<Value = Unit> {
    prop::sample::select(&["柳河社区", "城管办", "综治办"][..]).prop_map(Unit::from)
}

pub fn assignments() -> impl Strategy<Value = Vec<Assignment>> {
    prop::collection::vec((unit(), prop::sample::select(Role::ALL)), 1..3).prop_map(|units| {
        units
            .into_iter()
            .map(|(unit, role)| Assignment { unit, role })
            .collect()
    })
}

pub fn tag() -> impl Strategy<Value = Tag> {
    prop::sample::select(&[Tag::Repeat, Tag::Difficult, Tag::Rebound, Tag::AtRisk][..])
}

pub fn kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(Kind::ALL)
}

pub fn community() -> impl Strategy<Value = Option<Community>> {
    prop::sample::select(&[None, Some("柳河"), Some("三坊七巷")][..])
        .prop_map(|c| c.map(Community::from))
}

pub fn close_due() -> impl Strategy<Value = Stamp> {
    (0i64..20 * 1440).prop_map(|m| MONDAY.plus_minutes(m))
}

fn date() -> impl Strategy<Value = Date> {
    (0i64..7).prop_map(|d| date_from_number(MONDAY.day_number() + d))
}

fn receipt() -> impl Strategy<Value = Event> {
    let already = prop_oneof![
        6 => Just(Vec::new()),
        1 => (1..=Already::ALL.len()).prop_map(|n| Already::ALL[..n].to_vec()),
    ];
    let tags = prop::collection::vec(tag(), 0..2);
    (
        kind(),
        community(),
        prop::option::of(close_due()),
        tags,
        already,
    )
        .prop_map(|(kind, community, close_due, tags, already)| {
            Event::Received(Box::new(Received {
                kind,
                community,
                title: "路灯不亮".into(),
                close_due,
                tags,
                body: String::new(),
                address: String::new(),
                reporter: String::new(),
                phone: String::new(),
                channel: String::new(),
                already,
                imported: None,
                revision: None,
            }))
        })
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![4 => the_way_to_a_unit(), 4 => the_work(), 3 => the_end(), 2 => aside()]
}

fn the_way_to_a_unit() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Signed(Signed {})),
        assignments().prop_map(|units| Event::Dispatched(Dispatched { units })),
        assignments().prop_map(|units| Event::Dispatched(Dispatched { units })),
        unit().prop_map(|unit| Event::UnitSigned(UnitSigned { unit })),
        (unit(), prop::sample::select(About::ALL), any::<bool>()).prop_map(
            |(unit, about, answered)| Event::PhoneReminded(PhoneReminded {
                unit,
                about,
                answered
            })
        ),
        (unit(), prop::option::of(unit())).prop_map(|(from, to)| Event::Transferred(Transferred {
            from,
            to,
            grounds: String::new()
        })),
        (unit(), unit()).prop_map(|(unit, other)| {
            Event::CoAssignRequested(CoAssignRequested {
                unit,
                units: vec![other],
                grounds: String::new(),
            })
        }),
    ]
}

fn the_work() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Consulted(Consulted {})),
        prop::sample::select(Party::ALL).prop_map(|party| Event::ExtensionRequested(
            ExtensionRequested {
                party,
                reason: String::new()
            }
        )),
        prop::option::of(close_due()).prop_map(|close_due| {
            Event::ExtensionDecided(ExtensionDecided {
                granted: close_due.is_some(),
                close_due,
            })
        }),
        unit().prop_map(|unit| {
            Event::Replied(Replied {
                unit,
                text: String::new(),
                photos: 0,
                approved_by: None,
            })
        }),
        unit().prop_map(|unit| {
            Event::Replied(Replied {
                unit,
                text: String::new(),
                photos: 0,
                approved_by: None,
            })
        }),
        prop::sample::select(Verdict::ALL).prop_map(|verdict| Event::Reviewed(Reviewed {
            verdict,
            faults: Vec::new()
        })),
    ]
}

fn the_end() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Closed(Closed { reason: None })),
        prop::sample::select(Rating::ALL).prop_map(|rating| Event::Rated(Rated {
            rating,
            reason: None
        })),
        Just(Event::Rated(Rated {
            rating: Rating::Dissatisfied,
            reason: None
        })),
        Just(Event::FollowedUp(FollowedUp {})),
        Just(Event::Reworked(Reworked {})),
        Just(Event::Appealed(Appealed {
            approved_by: None,
            stamped: false
        })),
        any::<bool>().prop_map(|upheld| Event::AppealDecided(AppealDecided { upheld })),
        any::<bool>().prop_map(|stable| Event::LookedBack(LookedBack { stable })),
    ]
}

fn aside() -> impl Strategy<Value = Event> {
    prop_oneof![
        tag().prop_map(|tag| Event::Tagged(Tagged { tag })),
        tag().prop_map(|tag| Event::Untagged(Untagged { tag })),
        fields().prop_map(|fields| Event::Amended(Amended {
            fields,
            reason: None
        })),
        Just(Event::Voided(Voided {
            reason: String::new()
        })),
        Just(Event::Contacted(Contacted {})),
        Just(Event::Noted(Noted {
            text: "已电话".into()
        })),
        (0..24).prop_map(|n| Event::Undone(Undone {
            target: FactId::from(format!("f{n}"))
        })),
        (date(), post()).prop_map(|(date, post)| Event::Swapped(Swapped {
            date,
            post,
            reason: None
        })),
        (date(), post()).prop_map(|(date, absent)| {
            Event::StoodIn(StoodIn {
                date,
                absent,
                post: absent.other(),
                reason: None,
            })
        }),
    ]
}

pub fn fields() -> impl Strategy<Value = Fields> {
    prop_oneof![
        kind().prop_map(|kind| Fields {
            kind: Some(kind),
            ..Fields::default()
        }),
        community().prop_map(|c| Fields {
            community: Some(c),
            ..Fields::default()
        }),
        prop::option::of(close_due()).prop_map(|due| Fields {
            close_due: Some(due),
            ..Fields::default()
        }),
        Just(Fields {
            title: Some("南后街路灯不亮".into()),
            ..Fields::default()
        }),
    ]
}

//! What two desks did to one case without knowing of each other: both signed it, or dispatched it differently.
//!
//! A function of the logged facts alone, so that both desks say the same once their logs are merged, in whatever order. The
//! fold decides what counts (S4, S9); this says that there is something to talk about, and between whom. Pure; called by
//! `store` after a merge and by the case's page.

use super::event::{Assignment, Event, Logged};
use super::history;
use super::ids::Actor;
use super::time::Stamp;

/// What was done twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Both signed for the street.
    Signed,
    /// Both dispatched, to other units or in other roles.
    Dispatched,
}

impl What {
    /// The event's name.
    #[must_use]
    pub const fn event(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Dispatched => "dispatched",
        }
    }
}

/// What one desk did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// When it happened.
    pub at: Stamp,
    /// Who.
    pub by: Actor,
    /// The person.
    pub person: Option<String>,
    /// At which desk.
    pub desk: String,
    /// To whom it was dispatched.
    pub units: Vec<Assignment>,
}

/// Something that two desks did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What.
    pub what: What,
    /// What each desk did, by when.
    pub sides: Vec<Side>,
}

/// Later than every moment.
const ALWAYS: Stamp = Stamp::from_micros(i64::MAX);

/// What the desks that logged these facts of a case did twice.
#[must_use]
pub fn clashes(logged: &[Logged]) -> Vec<Clash> {
    let standing = history::standing(logged.iter().map(|l| &l.fact), ALWAYS);
    let stands = |l: &&Logged| standing.iter().any(|f| std::ptr::eq(*f, &raw const l.fact));
    let standing: Vec<&Logged> = logged.iter().filter(stands).collect();
    let signs = firsts(&standing, |e| matches!(e, Event::Signed(_)));
    let dispatches = firsts(&standing, |e| matches!(e, Event::Dispatched(_)));
    let mut found = Vec::new();
    if signs.len() > 1 {
        found.push(clash(What::Signed, &signs));
    }
    if differ(&dispatches, &standing) {
        found.push(clash(What::Dispatched, &dispatches));
    }
    found
}

/// The first such fact of each desk, by when it happened.
fn firsts<'a>(standing: &[&'a Logged], is_it: impl Fn(&Event) -> bool) -> Vec<&'a Logged> {
    let mut firsts: Vec<&Logged> = Vec::new();
    let mut by_number: Vec<&&Logged> = standing.iter().filter(|l| is_it(&l.fact.event)).collect();
    by_number.sort_by_key(|l| (&l.desk, l.n));
    for logged in by_number {
        if firsts.last().is_none_or(|last| last.desk != logged.desk) {
            firsts.push(logged);
        }
    }
    firsts.sort_by_key(|l| (l.fact.at, &l.desk));
    firsts
}

/// Do two desks' first dispatches differ, where the later one cannot have known of the earlier? It did where its desk had
/// logged something that only a unit on the case gives rise to, or where a unit had passed the case on in between.
fn differ(dispatches: &[&Logged], standing: &[&Logged]) -> bool {
    let knew = |earlier: &Logged, later: &Logged| {
        standing.iter().any(|l| {
            let by_hand = l.desk == later.desk && l.n < later.n && needs_unit(&l.fact.event);
            let passed_on = matches!(
                l.fact.event,
                Event::Transferred(_) | Event::CoAssignRequested(_)
            ) && (earlier.fact.at..=later.fact.at).contains(&l.fact.at);
            by_hand || passed_on
        })
    };
    let pairs = dispatches.iter().enumerate();
    let mut pairs = pairs.flat_map(|(n, a)| dispatches.iter().skip(n + 1).map(move |b| (*a, *b)));
    pairs.any(|(earlier, later)| sorted(earlier) != sorted(later) && !knew(earlier, later))
}

fn needs_unit(event: &Event) -> bool {
    matches!(
        event,
        Event::UnitSigned(_)
            | Event::PhoneReminded(_)
            | Event::Transferred(_)
            | Event::CoAssignRequested(_)
            | Event::Replied(_)
            | Event::Reviewed(_)
            | Event::Consulted(_)
    )
}

fn units(logged: &Logged) -> &[Assignment] {
    if let Event::Dispatched(e) = &logged.fact.event {
        &e.units
    } else {
        &[]
    }
}

fn sorted(logged: &Logged) -> Vec<String> {
    let units = units(logged).iter();
    let mut names: Vec<String> = units.map(|a| format!("{} {}", a.unit, a.role)).collect();
    names.sort();
    names
}

fn clash(what: What, firsts: &[&Logged]) -> Clash {
    let side = |l: &&Logged| Side {
        at: l.fact.at,
        by: l.fact.by.clone(),
        person: l.fact.person.clone(),
        desk: l.desk.clone(),
        units: units(l).to_vec(),
    };
    Clash {
        what,
        sides: firsts.iter().map(side).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::event::{Dispatched, Fact, Signed, Undone, UnitSigned};
    use super::super::ids::{FactId, Post, Role};
    use super::*;

    fn logged(desk: &str, n: u64, minute: i64, event: Event) -> Logged {
        let at = Stamp::from_unix(minute * 60);
        Logged {
            fact: Fact {
                id: Some(FactId::from(format!("{desk}{n}"))),
                at,
                case: None,
                by: Actor::Post(Post::A),
                person: Some(format!("person at {desk}")),
                note: None,
                event,
            },
            recorded_at: at,
            desk: desk.to_owned(),
            n,
            erased: None,
        }
    }

    fn signed() -> Event {
        Event::Signed(Signed {})
    }

    fn to(unit: &str, role: Role) -> Event {
        Event::Dispatched(Dispatched {
            units: vec![Assignment {
                unit: unit.into(),
                role,
            }],
        })
    }

    fn found(facts: &[Logged]) -> Vec<(What, Vec<String>)> {
        let sides = |c: &Clash| c.sides.iter().map(|s| s.desk.clone()).collect();
        clashes(facts).iter().map(|c| (c.what, sides(c))).collect()
    }

    #[test]
    fn two_desks_sign_and_dispatch_and_the_order_of_the_merge_does_not_matter() {
        let mut facts = vec![
            logged("b", 1, 2, signed()),
            logged("a", 1, 1, signed()),
            logged("b", 2, 4, to("柳河社区", Role::Lead)),
            logged("a", 2, 3, to("城管办", Role::Lead)),
        ];
        let both = vec!["a".to_owned(), "b".to_owned()];
        let all = vec![
            (What::Signed, both.clone()),
            (What::Dispatched, both.clone()),
        ];
        assert_eq!(found(&facts), all);
        facts.reverse();
        assert_eq!(found(&facts), all);
        // The same units in the same roles are no disagreement.
        facts[0] = logged("a", 2, 3, to("柳河社区", Role::Lead));
        assert_eq!(found(&facts), [(What::Signed, both)]);
    }

    #[test]
    fn what_was_taken_back_or_follows_from_the_other_is_none() {
        let undone = Event::Undone(Undone {
            target: FactId::from("b1".to_owned()),
        });
        let facts = [
            logged("a", 1, 1, signed()),
            logged("b", 1, 2, signed()),
            logged("b", 2, 3, undone),
            logged("a", 2, 4, to("城管办", Role::Lead)),
            logged(
                "b",
                3,
                5,
                Event::UnitSigned(UnitSigned {
                    unit: "城管办".into(),
                }),
            ),
            // Keyed by somebody who had logged the unit's sign.
            logged("b", 4, 6, to("柳河社区", Role::Lead)),
        ];
        assert_eq!(found(&facts), []);
    }

    #[test]
    fn one_desk_may_dispatch_again() {
        let facts = [
            logged("a", 1, 1, signed()),
            logged("a", 2, 4, to("城管办", Role::Lead)),
            logged("a", 3, 6, to("柳河社区", Role::Lead)),
        ];
        assert_eq!(found(&facts), []);
    }
}

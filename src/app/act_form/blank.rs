//! Which fields the dialog of an act has, and what stands in them when it opens. An act about which nothing is to be said
//! has none and is done at once.

use super::{ActForm, Field, Finding, Pick, Slot, Value};
use crate::app::acts::{ActName, lapses, others};
use crate::app::case_page::CasePage;
use crate::app::text_field::TextField;
use crate::domain::case::Case;
use crate::domain::clock::Clock;
use crate::domain::command::Act;
use crate::domain::event::{Event, Logged, Received, Replied};
use crate::domain::ids::{ClockId, Fault, Kind, Party, Rating, State, Tag, Unit, Verdict};
use crate::domain::privacy::Covered;
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::time::Stamp;

/// How an act begins.
#[derive(Debug)]
pub enum Opening {
    /// With its dialog.
    Form(ActForm),
    /// There is nothing to say about it.
    AtOnce(Act),
}

/// Begins an act on the case of a page. `rules` give the units and communities there are.
#[must_use]
pub fn open(act: ActName, page: &CasePage, rules: &Rules, roster: &Roster, now: Stamp) -> Opening {
    let case = &page.case;
    let fields = match act {
        ActName::Sign => return Opening::AtOnce(Act::Sign),
        ActName::Rework => return Opening::AtOnce(Act::Rework),
        // These have screens of their own, which `update` opens.
        ActName::Dispatch | ActName::Remind => Vec::new(),
        ActName::UnitSign => {
            let unsigned: Vec<Unit> = case
                .present()
                .filter(|s| s.signed.is_none())
                .map(|s| s.unit.clone())
                .collect();
            if let [only] = unsigned.as_slice() {
                let unit = Some(only.clone());
                return Opening::AtOnce(Act::UnitSign { unit });
            }
            vec![units_of(unsigned)]
        }
        ActName::Transfer => vec![
            units_of(present(case)),
            find(Slot::To, others_than(case, rules), false),
            text(Slot::Grounds),
        ],
        ActName::CoAssign => {
            let known = rules.policy.units();
            let absent = known.filter(|u| case.stay_of(u).is_none()).cloned();
            vec![
                units_of(present(case)),
                find(Slot::Units, absent.collect(), true),
                text(Slot::Grounds),
            ]
        }
        ActName::Lead => vec![find(Slot::To, others_than(case, rules), false)],
        ActName::Reply => vec![
            lines(Slot::Text, ""),
            text(Slot::Photos),
            text(Slot::ApprovedBy),
        ],
        ActName::Review => review(page),
        ActName::Extend => vec![
            choice(
                Slot::Party,
                Party::ALL.iter().copied().map(Pick::Party).collect(),
                Some(usize::from(!unit_may_ask(page, now))),
            ),
            text(Slot::Reason),
        ],
        ActName::DecideExtension => vec![
            yes_or_no(Slot::Decision, Pick::Granted),
            text(Slot::CloseDue),
        ],
        ActName::Close if case.latest_verdict() == Some(Some(Verdict::Accepted)) => {
            return Opening::AtOnce(Act::Close {
                unreviewed: false,
                reason: None,
            });
        }
        ActName::Close | ActName::Void => vec![text(Slot::Reason)],
        ActName::Rate => {
            let ratings = Rating::ALL.iter().copied().map(Pick::Rating).collect();
            // What the platform's list says stands there to be confirmed.
            let listed = case.facts.imported.as_ref().and_then(|i| i.rating);
            let listed = listed.filter(|_| !case.rated);
            let listed = listed.and_then(|r| Rating::ALL.iter().position(|k| *k == r));
            let rating = choice(Slot::Rating, ratings, listed);
            // A rating is changed with a reason only.
            let reason = case.rated.then(|| text(Slot::Reason));
            [rating].into_iter().chain(reason).collect()
        }
        ActName::FollowUp => vec![text(Slot::Cause)],
        ActName::Appeal => vec![text(Slot::ApprovedBy), tick(Slot::Stamped, false)],
        ActName::DecideAppeal => vec![yes_or_no(Slot::Decision, Pick::Upheld)],
        ActName::LookBack => vec![yes_or_no(Slot::Found, Pick::Stable)],
        ActName::Tag => Tag::ALL
            .iter()
            .map(|tag| tick(Slot::Tag(*tag), case.tags.contains(tag)))
            .collect(),
        ActName::Note => vec![lines(Slot::Text, "")],
        ActName::Amend => amend(&case.facts, &page.told(false).about, rules),
        ActName::Link => vec![text(Slot::Other)],
        ActName::Consult | ActName::Contact => vec![text(Slot::Said)],
        ActName::Escalate | ActName::Report => vec![text(Slot::Whom), text(Slot::Said)],
        ActName::Excuse => {
            let picks: Vec<Pick> = lapses(page, roster, now)
                .into_iter()
                .map(Pick::Lapse)
                .collect();
            let only = (picks.len() == 1).then_some(0);
            vec![choice(Slot::Lapse, picks, only), text(Slot::Reason)]
        }
    };
    let form = ActForm::new(page.number.clone(), act, fields);
    Opening::Form(ActForm {
        judged: judged(act, page),
        ..form
    })
}

/// The reply that an act judges.
fn judged(act: ActName, page: &CasePage) -> Option<Replied> {
    let reply = latest_reply(page, &page.facts).filter(|_| act == ActName::Review);
    reply.cloned()
}

/// Is the dialog about a reply that another one has taken the place of?
#[must_use]
pub fn is_outdated(form: &ActForm, page: &CasePage) -> bool {
    form.judged.is_some() && form.judged != judged(form.act, page)
}

fn text(slot: Slot) -> Field {
    filled(slot, "")
}

fn filled(slot: Slot, content: &str) -> Field {
    Field::new(slot, Value::Text(TextField::with(content)))
}

fn lines(slot: Slot, content: &str) -> Field {
    Field::new(slot, Value::Text(TextField::with_lines(content)))
}

fn tick(slot: Slot, on: bool) -> Field {
    Field::new(slot, Value::Tick(on))
}

fn choice(slot: Slot, picks: Vec<Pick>, chosen: Option<usize>) -> Field {
    Field::new(slot, Value::Choice { picks, chosen })
}

/// Nothing is chosen to begin with: nobody is given a verdict by haste.
fn yes_or_no(slot: Slot, pick: fn(bool) -> Pick) -> Field {
    choice(slot, vec![pick(true), pick(false)], None)
}

fn find(slot: Slot, units: Vec<Unit>, several: bool) -> Field {
    Field::new(slot, Value::Units(Box::new(Finding::new(units, several))))
}

fn units_of(units: Vec<Unit>) -> Field {
    let first = (!units.is_empty()).then_some(0);
    choice(
        Slot::Unit,
        units.into_iter().map(Pick::Unit).collect(),
        first,
    )
}

fn present(case: &Case) -> Vec<Unit> {
    case.units().cloned().collect()
}

fn others_than(case: &Case, rules: &Rules) -> Vec<Unit> {
    others(case, rules).cloned().collect()
}

/// Is the unit's window for an extension open (C9)?
fn unit_may_ask(page: &CasePage, now: Stamp) -> bool {
    let runs = |c: &Clock| c.id == ClockId::C9 && c.state(now) == State::Running;
    page.clocks.iter().any(runs)
}

/// The quality checklist. What the reply itself says of photos and approval is ticked already.
fn review(page: &CasePage) -> Vec<Field> {
    let reply = latest_reply(page, &page.facts);
    let photos = reply.is_some_and(|r| r.photos > 0);
    let approved = reply.is_some_and(|r| r.approved_by.is_some());
    vec![
        tick(Slot::Point(Fault::NotPointByPoint), false),
        tick(Slot::Point(Fault::LoopNotClosed), false),
        tick(Slot::Point(Fault::Wording), false),
        tick(Slot::Point(Fault::PhotosMissing), photos),
        tick(Slot::Point(Fault::ApprovalMissing), approved),
        tick(Slot::Besides(Fault::OffTheQuestion), false),
        tick(Slot::Besides(Fault::Other), false),
    ]
}

/// The reply that waits for its review: of these facts of the case the last one by the lead that stands.
#[must_use]
pub fn latest_reply<'a>(page: &CasePage, facts: &'a [Logged]) -> Option<&'a Replied> {
    let lead = page.case.lead_unit();
    let standing = facts.iter().filter(|l| !page.is_undone(&l.fact));
    let replies = standing.filter_map(|l| {
        let Event::Replied(reply) = &l.fact.event else {
            return None;
        };
        (Some(&reply.unit) == lead).then_some((l.fact.at, reply))
    });
    replies.max_by_key(|(at, _)| *at).map(|(_, reply)| reply)
}

/// A text with its citizen masked; what stands under the stars is kept unless it is typed anew.
fn masked(mut field: Field, plain: &str, shown: &str) -> Field {
    if plain == shown {
        return field;
    }
    field.covered = Covered::of(plain, shown);
    if field.covered.is_none()
        && let Value::Text(text) = &mut field.value
    {
        // What is typed takes its place.
        text.clear();
        field.was.clear();
    }
    field
}

/// What stands there is there to be changed. The citizen is not shown for it.
fn amend(facts: &Received, shown: &Received, rules: &Rules) -> Vec<Field> {
    let line = |slot, plain: &str, shown: &str| masked(filled(slot, shown), plain, shown);
    let kinds = Kind::ALL.iter().copied();
    let kind = Kind::ALL.iter().position(|k| *k == facts.kind);
    let mut communities: Vec<Pick> = vec![Pick::Community(None)];
    let known = rules.policy.communities.iter().map(|c| &c.name);
    communities.extend(known.map(|c| Pick::Community(Some(c.clone()))));
    let own = Pick::Community(facts.community.clone());
    if !communities.contains(&own) {
        communities.push(own.clone());
    }
    let community = communities.iter().position(|c| *c == own);
    let close_due = facts
        .close_due
        .map_or_else(String::new, |t| format!("{} {}", t.date(), t.time()));
    vec![
        choice(Slot::Kind, kinds.map(Pick::Kind).collect(), kind),
        choice(Slot::Community, communities, community),
        line(Slot::Title, &facts.title, &shown.title),
        filled(Slot::CloseDue, &close_due),
        line(Slot::Address, &facts.address, &shown.address),
        masked(lines(Slot::Body, &shown.body), &facts.body, &shown.body),
        line(Slot::Reporter, &facts.reporter, &shown.reporter),
        line(Slot::Phone, &facts.phone, &shown.phone),
        line(Slot::Channel, &facts.channel, &shown.channel),
        text(Slot::Reason),
    ]
}

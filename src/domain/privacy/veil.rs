//! Which words of a fact are free, and so may name a citizen: one list for what is shown and for what is erased.

use super::super::event::{Amended, Event, Fact, Fields, Imported, Received};

/// What a citizen gives of themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// The name.
    Name,
    /// The number.
    Phone,
    /// The address.
    Address,
    /// The letter.
    Letter,
}

/// What stands in the place of a citizen's words.
pub trait Veil {
    /// In the place of what the citizen gave.
    fn own(&self, what: Own, said: &str) -> String;
    /// In the place of what somebody wrote about the case.
    fn text(&self, said: &str) -> String;
    /// In the place of a name of the office or of a unit, which is to stay readable.
    fn official(&self, said: &str) -> String;
}

fn if_any(said: Option<&String>, veil: impl Fn(&str) -> String) -> Option<String> {
    said.map(|t| veil(t))
}

pub(super) fn received(veil: &impl Veil, e: &Received) -> Received {
    let text = |said: &str| veil.text(said);
    let imported = e.imported.as_ref().map(|i| Imported {
        reply: if_any(i.reply.as_ref(), text),
        community: if_any(i.community.as_ref(), text),
        kind: if_any(i.kind.as_ref(), text),
        ..i.clone()
    });
    Received {
        title: veil.text(&e.title),
        body: veil.own(Own::Letter, &e.body),
        address: veil.own(Own::Address, &e.address),
        reporter: veil.own(Own::Name, &e.reporter),
        phone: veil.own(Own::Phone, &e.phone),
        channel: veil.text(&e.channel),
        imported,
        ..e.clone()
    }
}

/// The fact with its free words veiled. What it bears on (times, units, verdicts) is as it was.
#[must_use]
pub fn veiled(veil: &impl Veil, fact: &Fact) -> Fact {
    Fact {
        note: if_any(fact.note.as_ref(), |t| veil.text(t)),
        event: event(veil, &fact.event),
        ..fact.clone()
    }
}

fn event(veil: &impl Veil, event: &Event) -> Event {
    let mut event = event.clone();
    let text = |said: &str| veil.text(said);
    let official = |said: &str| veil.official(said);
    match &mut event {
        Event::Received(e) => **e = received(veil, e),
        Event::Amended(e) => *e = amended(veil, e),
        Event::Differed(e) => {
            let (here, there) = (&e.here, &e.there);
            (e.here, e.there) = (field(veil, &e.field, here), field(veil, &e.field, there));
        }
        Event::Transferred(e) => e.grounds = text(&e.grounds),
        Event::CoAssignRequested(e) => e.grounds = text(&e.grounds),
        Event::Replied(e) => {
            e.text = text(&e.text);
            e.approved_by = if_any(e.approved_by.as_ref(), official);
        }
        Event::ExtensionRequested(e) => e.reason = text(&e.reason),
        Event::Closed(e) => e.reason = if_any(e.reason.as_ref(), text),
        Event::Rated(e) => e.reason = if_any(e.reason.as_ref(), text),
        Event::SuggestionDismissed(e) => e.reason = text(&e.reason),
        Event::Noted(e) => e.text = text(&e.text),
        Event::Voided(e) => e.reason = text(&e.reason),
        Event::Excused(e) => e.reason = text(&e.reason),
        Event::Swapped(e) => e.reason = if_any(e.reason.as_ref(), text),
        Event::StoodIn(e) => e.reason = if_any(e.reason.as_ref(), text),
        Event::Escalated(e) => e.to = if_any(e.to.as_ref(), official),
        Event::ReportedToPrincipal(e) => e.to = if_any(e.to.as_ref(), official),
        Event::Appealed(e) => e.approved_by = if_any(e.approved_by.as_ref(), official),
        // These say nothing in free words, or name people of the office for the ladder alone.
        Event::Signed(_)
        | Event::Dispatched(_)
        | Event::UnitSigned(_)
        | Event::PhoneReminded(_)
        | Event::Reviewed(_)
        | Event::ExtensionDecided(_)
        | Event::FollowedUp(_)
        | Event::Reworked(_)
        | Event::Consulted(_)
        | Event::Contacted(_)
        | Event::Linked(_)
        | Event::AppealDecided(_)
        | Event::LookedBack(_)
        | Event::Tagged(_)
        | Event::Untagged(_)
        | Event::Undone(_)
        | Event::Confirmed(_)
        | Event::RevisionAdopted(_)
        | Event::HandedOver(_)
        | Event::StepDone(_) => {}
    }
    event
}

/// The value of a field by its name.
pub(super) fn field(veil: &impl Veil, name: &str, said: &str) -> String {
    match name {
        "reporter" => veil.own(Own::Name, said),
        "phone" => veil.own(Own::Phone, said),
        "address" => veil.own(Own::Address, said),
        "body" => veil.own(Own::Letter, said),
        _ => veil.text(said),
    }
}

fn amended(veil: &impl Veil, e: &Amended) -> Amended {
    let fields = &e.fields;
    let text = |said: &str| veil.text(said);
    Amended {
        fields: Fields {
            title: if_any(fields.title.as_ref(), text),
            body: if_any(fields.body.as_ref(), |t| veil.own(Own::Letter, t)),
            address: if_any(fields.address.as_ref(), |t| veil.own(Own::Address, t)),
            reporter: if_any(fields.reporter.as_ref(), |t| veil.own(Own::Name, t)),
            phone: if_any(fields.phone.as_ref(), |t| veil.own(Own::Phone, t)),
            channel: if_any(fields.channel.as_ref(), text),
            ..fields.clone()
        },
        reason: if_any(e.reason.as_ref(), text),
    }
}

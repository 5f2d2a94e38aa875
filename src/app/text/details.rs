//! What a fact says besides its name: units, verdicts, reasons, in words. For the case's page and for `show`.

use super::{Texts, say};
use crate::domain::event::{Amended, Event, Imported};
use crate::domain::ids::{ClockId, Unit};
use crate::domain::suggest::Linked;

impl Texts {
    /// What a fact says besides its name; what was undone, by the fact's id.
    #[must_use]
    pub fn details(&self, event: &Event) -> Vec<String> {
        let unit = |u: &Unit| u.as_str().to_owned();
        match event {
            Event::Dispatched(e) => e
                .units
                .iter()
                .map(|a| format!("{}({})", a.unit, self.role(a.role)))
                .collect(),
            Event::UnitSigned(e) => vec![unit(&e.unit)],
            Event::PhoneReminded(e) => {
                vec![
                    unit(&e.unit),
                    self.about(e.about),
                    self.answered(e.answered),
                ]
            }
            Event::Transferred(e) => {
                let to = e.to.as_ref().map_or("?", |u| u.as_str());
                vec![format!("{} > {to}", e.from), e.grounds.clone()]
            }
            Event::CoAssignRequested(e) => {
                let mut parts = vec![unit(&e.unit)];
                parts.extend(e.units.iter().map(unit));
                parts.push(e.grounds.clone());
                parts
            }
            Event::Replied(e) => {
                let mut parts = vec![unit(&e.unit), e.text.clone()];
                parts.push(say!(self, "page-photos", count = e.photos));
                if let Some(who) = &e.approved_by {
                    parts.push(say!(self, "page-approved", who = who.as_str()));
                }
                parts
            }
            Event::Reviewed(e) => [self.verdict(e.verdict)]
                .into_iter()
                .chain(e.faults.iter().map(|f| self.fault(*f)))
                .collect(),
            Event::ExtensionRequested(e) => vec![self.party(e.party), e.reason.clone()],
            Event::ExtensionDecided(e) => vec![match e.close_due.filter(|_| e.granted) {
                Some(at) => say!(self, "page-granted", at = self.full_moment(at)),
                None => say!(self, "page-not-granted"),
            }],
            Event::Closed(e) => e.reason.iter().cloned().collect(),
            Event::Rated(e) => [self.rating(e.rating)]
                .into_iter()
                .chain(e.reason.clone())
                .collect(),
            Event::Escalated(e) => e.to.iter().cloned().collect(),
            Event::ReportedToPrincipal(e) => e.to.iter().cloned().collect(),
            Event::Linked(e) => vec![e.other.as_str().to_owned()],
            Event::SuggestionDismissed(e) => {
                vec![self.suggestion(e.suggestion), e.reason.clone()]
            }
            Event::Appealed(e) => {
                let approved = match &e.approved_by {
                    Some(who) => say!(self, "page-approved", who = who.as_str()),
                    None => say!(self, "page-not-approved"),
                };
                let stamped = if e.stamped {
                    say!(self, "page-stamped")
                } else {
                    say!(self, "page-not-stamped")
                };
                vec![approved, stamped]
            }
            Event::AppealDecided(e) if e.upheld => vec![say!(self, "page-upheld")],
            Event::AppealDecided(_) => vec![say!(self, "page-not-upheld")],
            Event::LookedBack(e) if e.stable => vec![say!(self, "page-stable")],
            Event::LookedBack(_) => vec![say!(self, "page-unstable")],
            Event::Tagged(e) => vec![self.tag(e.tag)],
            Event::Untagged(e) => vec![self.tag(e.tag)],
            Event::Noted(e) => vec![e.text.clone()],
            Event::Amended(e) => self.amended(e),
            Event::Voided(e) => vec![e.reason.clone()],
            Event::Excused(e) => {
                let unit = e.unit.as_ref().map(unit);
                let of = [self.excusable(&e.of)].into_iter().chain(unit);
                of.chain([e.reason.clone()]).collect()
            }
            Event::Confirmed(e) if Event::KINDS.contains(&e.what.as_str()) => {
                vec![self.event(&e.what)]
            }
            Event::Confirmed(e) => vec![self.differing_field(&e.what)],
            Event::Differed(e) => self.difference(e),
            Event::Undone(e) => vec![e.target.as_str().to_owned()],
            Event::Swapped(e) => [e.date.to_string(), self.post(e.post)]
                .into_iter()
                .chain(e.reason.clone())
                .collect(),
            Event::StoodIn(e) => {
                let post = format!("{} > {}", self.post(e.absent), self.post(e.post));
                [e.date.to_string(), post]
                    .into_iter()
                    .chain(e.reason.clone())
                    .collect()
            }
            Event::HandedOver(e) => vec![e.date.to_string(), self.post(e.to)],
            Event::StepDone(e) => vec![e.step.clone(), e.who.clone()],
            Event::Received(_)
            | Event::Signed(_)
            | Event::FollowedUp(_)
            | Event::Reworked(_)
            | Event::Consulted(_)
            | Event::Contacted(_)
            | Event::RevisionAdopted(_) => Vec::new(),
        }
    }

    /// What was excused: a clock, a rating or a review.
    pub(super) fn excusable(&self, of: &str) -> String {
        let clock = ClockId::ALL.iter().find(|id| id.name() == of);
        match (clock, of) {
            (Some(id), _) => self.clock(*id),
            (None, "rating") => self.event("rated"),
            (None, "review") => self.event("reviewed"),
            (None, other) => other.to_owned(),
        }
    }

    /// The new values; of the citizen's name and number only that they are new.
    fn amended(&self, e: &Amended) -> Vec<String> {
        let fields = &e.fields;
        let mut parts = Vec::new();
        parts.extend(fields.kind.map(|k| self.full_kind(k)));
        if let Some(community) = &fields.community {
            parts.push(
                community
                    .as_ref()
                    .map_or_else(|| say!(self, "page-unassigned"), |c| c.as_str().to_owned()),
            );
        }
        if let Some(due) = fields.close_due {
            let due = due.map_or_else(|| "?".to_owned(), |t| self.full_moment(t));
            parts.push(format!("{} {due}", say!(self, "page-close-due")));
        }
        parts.extend(
            [
                &fields.title,
                &fields.address,
                &fields.body,
                &fields.channel,
            ]
            .into_iter()
            .flatten()
            .cloned(),
        );
        if fields.reporter.is_some() {
            parts.push(say!(self, "label-reporter"));
        }
        if fields.phone.is_some() {
            parts.push(say!(self, "label-phone"));
        }
        parts.extend(e.reason.clone());
        parts
    }

    /// Another case of the same matter, in one line.
    #[must_use]
    pub fn linked(&self, other: &Linked) -> String {
        say!(
            self,
            "page-linked",
            number = other.number.as_str(),
            stage = self.stage(other.stage),
            title = other.title.as_str()
        )
    }

    /// Did a unit that was phoned answer?
    pub(in crate::app) fn answered(&self, answered: bool) -> String {
        if answered {
            say!(self, "page-answered")
        } else {
            say!(self, "page-unanswered")
        }
    }

    /// What the platform's list said of the work before the desk knew the case, and that it does not say when.
    pub fn platform_said(&self, imported: &Imported) -> Vec<String> {
        let reply = imported.reply.as_ref();
        let reply = reply.map(|reply| say!(self, "page-row-reply", reply = reply.as_str()));
        let rating = imported
            .rating
            .map(|rating| say!(self, "page-row-rating", rating = self.rating(rating)));
        reply.into_iter().chain(rating).collect()
    }
}

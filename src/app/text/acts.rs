//! The words of the acts: their names, the labels of their fields, what stands above a dialog and what it comes to.

use super::{Texts, say};
use crate::app::act_form::{ActForm, Pick, Problem, Slot, Value, faults, latest_reply};
use crate::app::acts::{ActName, Lapse, Phase, Unable};
use crate::app::case_page::{CasePage, Told};
use crate::app::model::Model;
use crate::domain::clock::Clock;
use crate::domain::ids::{ClockId, Fault, State, Verdict};
use crate::domain::time::Stamp;

impl Texts {
    /// An act, as the menu and the palette name it.
    #[must_use]
    pub fn act(&self, name: ActName) -> String {
        match name {
            ActName::Sign => say!(self, "act-sign"),
            ActName::Dispatch => say!(self, "act-dispatch"),
            ActName::UnitSign => say!(self, "act-unit-sign"),
            ActName::Remind => say!(self, "act-remind"),
            ActName::Transfer => say!(self, "act-transfer"),
            ActName::CoAssign => say!(self, "act-co-assign"),
            ActName::Lead => say!(self, "act-lead"),
            ActName::Consult => say!(self, "act-consult"),
            ActName::Contact => say!(self, "act-contact"),
            ActName::Reply => say!(self, "act-reply"),
            ActName::Review => say!(self, "act-review"),
            ActName::Extend => say!(self, "act-extend"),
            ActName::DecideExtension => say!(self, "act-decide-extension"),
            ActName::Close => say!(self, "act-close"),
            ActName::Rate => say!(self, "act-rate"),
            ActName::FollowUp => say!(self, "act-follow-up"),
            ActName::Rework => say!(self, "act-rework"),
            ActName::Appeal => say!(self, "act-appeal"),
            ActName::DecideAppeal => say!(self, "act-decide-appeal"),
            ActName::LookBack => say!(self, "act-look-back"),
            ActName::Tag => say!(self, "act-tag"),
            ActName::Note => say!(self, "act-note"),
            ActName::Amend => say!(self, "act-amend"),
            ActName::Link => say!(self, "act-link"),
            ActName::Escalate => say!(self, "act-escalate"),
            ActName::Report => say!(self, "act-report"),
            ActName::Excuse => say!(self, "act-excuse"),
            ActName::Void => say!(self, "act-void"),
        }
    }

    /// A part of a case's life.
    #[must_use]
    pub fn phase(&self, phase: Phase) -> String {
        match phase {
            Phase::FirstHour => say!(self, "phase-first-hour"),
            Phase::Work => say!(self, "phase-work"),
            Phase::Answer => say!(self, "phase-answer"),
            Phase::Aftercare => say!(self, "phase-aftercare"),
            Phase::Beside => say!(self, "phase-beside"),
        }
    }

    /// Why an act cannot be done.
    #[must_use]
    pub fn unable(&self, unable: &Unable, now: Stamp) -> String {
        match unable {
            Unable::Refused(refusal) => self.refusal(refusal, now),
            Unable::NoUnit => say!(self, "unable-no-unit"),
            Unable::NoOtherUnit => say!(self, "unable-no-other-unit"),
            Unable::NothingToExcuse => say!(self, "unable-nothing-to-excuse"),
        }
    }

    /// The label of a field.
    #[must_use]
    pub fn slot(&self, slot: Slot) -> String {
        match slot {
            Slot::Unit => say!(self, "slot-unit"),
            Slot::To => say!(self, "slot-to"),
            Slot::Units => say!(self, "slot-units"),
            Slot::Grounds => say!(self, "slot-grounds"),
            Slot::Text => say!(self, "slot-text"),
            Slot::Photos => say!(self, "slot-photos"),
            Slot::ApprovedBy => say!(self, "slot-approved-by"),
            Slot::Stamped => say!(self, "slot-stamped"),
            Slot::Point(fault) => self.quality(fault),
            Slot::Besides(fault) => say!(self, "slot-besides", fault = self.fault(fault)),
            Slot::Party => say!(self, "slot-party"),
            Slot::Reason => say!(self, "field-reason"),
            Slot::Decision => say!(self, "slot-decision"),
            Slot::CloseDue => say!(self, "field-close-due"),
            Slot::Rating => say!(self, "slot-rating"),
            Slot::Cause => say!(self, "slot-cause"),
            Slot::Whom => say!(self, "slot-whom"),
            Slot::Said => say!(self, "slot-said"),
            Slot::Found => say!(self, "slot-found"),
            Slot::Tag(tag) => self.tag(tag),
            Slot::Other => say!(self, "slot-other"),
            Slot::Lapse => say!(self, "slot-lapse"),
            Slot::Kind => say!(self, "field-kind"),
            Slot::Community => say!(self, "field-community"),
            Slot::Title => say!(self, "field-title"),
            Slot::Address => say!(self, "field-address"),
            Slot::Body => say!(self, "field-body"),
            Slot::Reporter => say!(self, "field-reporter"),
            Slot::Phone => say!(self, "field-phone"),
            Slot::Channel => say!(self, "slot-channel"),
        }
    }

    /// A point of the quality checklist: the fault it would be, turned round.
    fn quality(&self, fault: Fault) -> String {
        match fault {
            Fault::NotPointByPoint => say!(self, "point-by-point"),
            Fault::LoopNotClosed => say!(self, "point-loop-closed"),
            Fault::Wording => say!(self, "point-wording"),
            Fault::PhotosMissing => say!(self, "point-photos"),
            Fault::ApprovalMissing => say!(self, "point-approval"),
            Fault::OffTheQuestion | Fault::Other => self.fault(fault),
        }
    }

    /// What stands in an empty field.
    #[must_use]
    pub fn slot_hint(&self, act: ActName, slot: Slot) -> Option<String> {
        let hint = match (act, slot) {
            (_, Slot::Photos) => say!(self, "hint-photos"),
            (ActName::Reply, Slot::ApprovedBy) => say!(self, "hint-approved-by"),
            (ActName::Appeal, Slot::ApprovedBy) => say!(self, "hint-appeal-approved-by"),
            (ActName::DecideExtension, Slot::CloseDue) => say!(self, "hint-new-close-due"),
            (_, Slot::CloseDue) => say!(self, "field-by-rule"),
            (ActName::Escalate, Slot::Whom) => say!(self, "hint-escalate"),
            (ActName::Report, Slot::Whom) => say!(self, "hint-optional"),
            (ActName::Consult, Slot::Said) => say!(self, "hint-said-consult"),
            (ActName::Contact, Slot::Said) => say!(self, "hint-said-contact"),
            (_, Slot::Said) => say!(self, "hint-said-up"),
            (
                ActName::Amend,
                Slot::Reporter
                | Slot::Phone
                | Slot::Title
                | Slot::Address
                | Slot::Body
                | Slot::Channel,
            ) => say!(self, "hint-unchanged"),
            (ActName::Amend, Slot::Reason) => say!(self, "hint-amend-reason"),
            (ActName::Close, Slot::Reason) => say!(self, "hint-unreviewed"),
            _ => return None,
        };
        Some(hint)
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn act_problem(&self, problem: Problem) -> String {
        match problem {
            Problem::Empty => say!(self, "field-empty"),
            Problem::NotChosen => say!(self, "problem-not-chosen"),
            Problem::NotACount => say!(self, "problem-not-a-count"),
            Problem::NotATime => say!(self, "field-not-a-time"),
            Problem::OverAlready => say!(self, "problem-over-already"),
            Problem::Refused => say!(self, "problem-refused"),
            Problem::NoSuchUnit => say!(self, "dispatch-none"),
            Problem::BadNumber => say!(self, "field-bad-number"),
            Problem::NotGoneThrough => say!(self, "problem-not-gone-through"),
            Problem::Masked => say!(self, "problem-masked"),
        }
    }

    /// A value to choose.
    #[must_use]
    pub fn pick(&self, pick: &Pick) -> String {
        match pick {
            Pick::Unit(unit) => unit.as_str().to_owned(),
            Pick::Party(party) => self.party(*party),
            Pick::Granted(true) => say!(self, "pick-granted"),
            Pick::Granted(false) => say!(self, "page-not-granted"),
            Pick::Upheld(true) => say!(self, "page-upheld"),
            Pick::Upheld(false) => say!(self, "page-not-upheld"),
            Pick::Stable(true) => say!(self, "page-stable"),
            Pick::Stable(false) => say!(self, "page-unstable"),
            Pick::Rating(rating) => self.rating(*rating),
            Pick::Kind(kind) => self.full_kind(*kind),
            Pick::Community(Some(community)) => community.as_str().to_owned(),
            Pick::Community(None) => say!(self, "field-unassigned"),
            Pick::Lapse(lapse) => self.lapse(lapse),
        }
    }

    fn lapse(&self, lapse: &Lapse) -> String {
        let what = match lapse.of {
            "rating" => self.event("rated"),
            "review" => self.verdict(Verdict::Nonstandard),
            clock => self.excusable(clock),
        };
        let unit = lapse.unit.as_ref().map_or("", |u| u.as_str());
        format!("{what} {unit} {}", self.moment(lapse.at)).replace("  ", " ")
    }

    /// What the dialog says above its fields, and whether it is of weight: the subject, who has the case, the windows and
    /// limits that bear on the act, and for a review the answer itself.
    #[must_use]
    pub fn act_notes(&self, model: &Model, form: &ActForm) -> Vec<(String, bool)> {
        let Some(page) = model.page_of(&form.number) else {
            return Vec::new();
        };
        let told = page.told(model.shown_openly().is_some());
        let mut notes = vec![(told.about.title.clone(), true)];
        let units: Vec<String> = page
            .case
            .present()
            .map(|s| format!("{} {}", self.role(s.role), s.unit))
            .collect();
        if !units.is_empty() {
            notes.push((self.listed(units.into_iter()), false));
        }
        let clocks = page.clocks.iter();
        let of_act = clocks.filter(|c| form.act.clocks().contains(&c.id));
        let pending = of_act.filter(|c| c.is_pending() && c.due.is_some());
        notes.extend(pending.map(|c| (self.window(c, model), false)));
        if form.act == ActName::DecideExtension {
            let windows = page.clocks.iter();
            notes.extend(windows.filter_map(|c| Some((self.asked_within(c)?, false))));
        }
        notes.extend(self.about_act(page, form.act).map(|n| (n, false)));
        notes
    }

    /// What is to be read before the fields can be filled: for a review what the citizen asks and what was answered.
    #[must_use]
    pub fn act_reading(&self, model: &Model, form: &ActForm) -> Vec<(String, bool)> {
        let page = model.page_of(&form.number);
        let Some(page) = page.filter(|_| form.act == ActName::Review) else {
            return Vec::new();
        };
        let told = page.told(model.shown_openly().is_some());
        let asked = &told.about.body;
        let mut reading = Vec::new();
        if !asked.is_empty() {
            reading.push((say!(self, "note-asked", text = asked.as_str()), false));
        }
        reading.extend(self.reply_notes(page, &told));
        reading
    }

    fn about_act(&self, page: &CasePage, act: ActName) -> Option<String> {
        match act {
            ActName::Void => Some(say!(self, "note-void")),
            ActName::Close => Some(say!(self, "note-close")),
            ActName::DecideExtension => Some(say!(self, "note-decide-extension")),
            ActName::Lead => Some(say!(self, "note-lead")),
            ActName::Amend => Some(say!(self, "note-amend")),
            // R6: a department to its leader in charge, a community to its secretary.
            ActName::Escalate => {
                let lead = page.case.lead_unit()?;
                let mut communities = page.rules.policy.communities.iter();
                Some(if communities.any(|c| c.unit == *lead) {
                    say!(self, "note-escalate-community", unit = lead.as_str())
                } else {
                    say!(self, "note-escalate-department", unit = lead.as_str())
                })
            }
            ActName::Sign
            | ActName::Dispatch
            | ActName::UnitSign
            | ActName::Remind
            | ActName::Transfer
            | ActName::CoAssign
            | ActName::Consult
            | ActName::Contact
            | ActName::Reply
            | ActName::Review
            | ActName::Extend
            | ActName::Rate
            | ActName::FollowUp
            | ActName::Rework
            | ActName::Appeal
            | ActName::DecideAppeal
            | ActName::LookBack
            | ActName::Tag
            | ActName::Note
            | ActName::Link
            | ActName::Report
            | ActName::Excuse => None,
        }
    }

    /// Whether an extension was asked for while its window was open (C9, C10).
    fn asked_within(&self, clock: &Clock) -> Option<String> {
        let is_asking = matches!(clock.id, ClockId::C9 | ClockId::C10);
        let met = clock.met.filter(|_| is_asking)?;
        let clock_name = format!("{} {}", clock.id, self.clock(clock.id));
        let (met, due) = (self.moment(met), self.moment(clock.due?));
        Some(if clock.met > clock.due {
            say!(
                self,
                "note-asked-late",
                clock = clock_name,
                met = met,
                due = due
            )
        } else {
            say!(
                self,
                "note-asked-in-time",
                clock = clock_name,
                met = met,
                due = due
            )
        })
    }

    /// A limit with the time that is left.
    fn window(&self, clock: &Clock, model: &Model) -> String {
        let due = clock.due.unwrap_or(model.now);
        let unit = clock.unit.as_ref().map_or("", |u| u.as_str());
        let what = format!("{} {} {unit}", clock.id, self.clock(clock.id));
        let what = what.trim().to_owned();
        let due_at = self.dated(due, model.now);
        let span = self.span(due.seconds_since(model.now));
        match clock.state(model.now) {
            State::Expired => say!(self, "note-expired", clock = what, due = due_at),
            State::Overdue => say!(
                self,
                "note-overdue",
                clock = what,
                due = due_at,
                late = span
            ),
            State::Waiting | State::Running | State::Met | State::Late | State::Void => {
                say!(
                    self,
                    "note-running",
                    clock = what,
                    due = due_at,
                    left = span
                )
            }
        }
    }

    /// The answer that is judged.
    fn reply_notes(&self, page: &CasePage, told: &Told) -> Vec<(String, bool)> {
        let Some(reply) = latest_reply(page, &told.facts) else {
            // A reply that came with the platform's list.
            let listed = told.about.imported.as_ref().and_then(|i| i.reply.as_ref());
            let said = listed.map(|r| say!(self, "page-row-reply", reply = r.as_str()));
            return said.into_iter().map(|said| (said, true)).collect();
        };
        let approved = reply.approved_by.as_ref().map_or_else(
            || say!(self, "note-not-approved"),
            |who| say!(self, "page-approved", who = who.as_str()),
        );
        let photos = say!(self, "page-photos", count = reply.photos);
        let mut notes = vec![(format!("{} · {photos} · {approved}", reply.unit), false)];
        if !reply.text.is_empty() {
            notes.push((reply.text.clone(), true));
        }
        notes
    }

    /// What the dialog comes to as it stands, where that is not plain from its fields: the verdict of a checklist.
    #[must_use]
    pub fn act_outcome(&self, form: &ActForm) -> Option<String> {
        if form.act != ActName::Review || !form.has_content() {
            return None;
        }
        let faults = faults(form);
        if faults.is_empty() {
            return Some(say!(self, "outcome-accepted"));
        }
        let faults = faults.iter().map(|f| self.fault(*f)).collect::<Vec<_>>();
        Some(say!(
            self,
            "outcome-nonstandard",
            faults = self.listed(faults.into_iter())
        ))
    }

    /// The keys of a dialog, by the field in hand.
    #[must_use]
    pub fn act_hint(&self, form: &ActForm) -> String {
        match form.field().map(|f| &f.value) {
            Some(Value::Text(text)) if text.keeps_lines() => say!(self, "act-hint-lines"),
            Some(Value::Text(_)) | None => say!(self, "act-hint-text"),
            Some(Value::Choice { .. }) => say!(self, "act-hint-choice"),
            Some(Value::Tick(_)) => say!(self, "act-hint-tick"),
            Some(Value::Units(finding)) if finding.several => say!(self, "act-hint-units"),
            Some(Value::Units(_)) => say!(self, "act-hint-unit"),
        }
    }
}

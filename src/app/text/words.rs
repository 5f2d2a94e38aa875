//! The words for the domain's vocabularies.

use super::{Texts, say};
use crate::domain::draft::ProblemKind;
use crate::domain::ids::{
    About, Actor, Already, ClockId, Fault, Kind, Party, Post, Rating, Role, Stage, State,
    Suggestion, Tag, Verdict,
};

impl Texts {
    /// A post.
    #[must_use]
    pub fn post(&self, post: Post) -> String {
        say!(self, "actor-post", post = post.as_str())
    }

    /// Who did something.
    #[must_use]
    pub fn actor(&self, actor: &Actor) -> String {
        match actor {
            Actor::Post(post) => self.post(*post),
            Actor::Unit(unit) => unit.as_str().to_owned(),
            Actor::System => say!(self, "actor-system"),
        }
    }

    /// Who did something, with the person's name where one is known.
    #[must_use]
    pub fn who(&self, actor: &Actor, person: Option<&str>) -> String {
        let actor = self.actor(actor);
        match person {
            Some(person) => say!(self, "actor-with-person", actor = actor, person = person),
            None => actor,
        }
    }

    /// A kind in at most four cells.
    #[must_use]
    pub fn kind(&self, kind: Kind) -> String {
        match kind {
            Kind::Ordinary => say!(self, "kind-ordinary"),
            Kind::Urgent => say!(self, "kind-urgent"),
            Kind::WasteSorting => say!(self, "kind-waste-sorting"),
            Kind::Inspection => say!(self, "kind-inspection"),
            Kind::CallUp => say!(self, "kind-call-up"),
        }
    }

    /// A kind in full.
    #[must_use]
    pub fn full_kind(&self, kind: Kind) -> String {
        match kind {
            Kind::Ordinary => say!(self, "kind-full-ordinary"),
            Kind::Urgent => say!(self, "kind-full-urgent"),
            Kind::WasteSorting => say!(self, "kind-full-waste-sorting"),
            Kind::Inspection => say!(self, "kind-full-inspection"),
            Kind::CallUp => say!(self, "kind-full-call-up"),
        }
    }

    /// A tag.
    #[must_use]
    pub fn tag(&self, tag: Tag) -> String {
        match tag {
            Tag::Discipline => say!(self, "tag-discipline"),
            Tag::Repeat => say!(self, "tag-repeat"),
            Tag::Difficult => say!(self, "tag-difficult"),
            Tag::Sensitive => say!(self, "tag-sensitive"),
            Tag::Rebound => say!(self, "tag-rebound"),
            Tag::UnclearDuty => say!(self, "tag-unclear-duty"),
            Tag::AtRisk => say!(self, "tag-at-risk"),
            Tag::Undecided => say!(self, "tag-undecided"),
        }
    }

    /// A stage.
    #[must_use]
    pub fn stage(&self, stage: Stage) -> String {
        match stage {
            Stage::AwaitingSign => say!(self, "stage-awaiting-sign"),
            Stage::AwaitingDispatch => say!(self, "stage-awaiting-dispatch"),
            Stage::WithUnit => say!(self, "stage-with-unit"),
            Stage::AwaitingReview => say!(self, "stage-awaiting-review"),
            Stage::Closed => say!(self, "stage-closed"),
            Stage::Aftercare => say!(self, "stage-aftercare"),
            Stage::Void => say!(self, "stage-void"),
        }
    }

    /// A unit's role.
    #[must_use]
    pub fn role(&self, role: Role) -> String {
        match role {
            Role::Lead => say!(self, "role-lead"),
            Role::Assist => say!(self, "role-assist"),
        }
    }

    /// A verdict on a reply.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> String {
        match verdict {
            Verdict::Accepted => say!(self, "verdict-accepted"),
            Verdict::Nonstandard => say!(self, "verdict-nonstandard"),
        }
    }

    /// A fault of a reply.
    #[must_use]
    pub fn fault(&self, fault: Fault) -> String {
        match fault {
            Fault::NotPointByPoint => say!(self, "fault-not-point-by-point"),
            Fault::LoopNotClosed => say!(self, "fault-loop-not-closed"),
            Fault::OffTheQuestion => say!(self, "fault-off-the-question"),
            Fault::Wording => say!(self, "fault-wording"),
            Fault::PhotosMissing => say!(self, "fault-photos-missing"),
            Fault::ApprovalMissing => say!(self, "fault-approval-missing"),
            Fault::Other => say!(self, "fault-other"),
        }
    }

    /// A citizen's rating.
    #[must_use]
    pub fn rating(&self, rating: Rating) -> String {
        match rating {
            Rating::Satisfied => say!(self, "rating-satisfied"),
            Rating::BasicallySatisfied => say!(self, "rating-basically-satisfied"),
            Rating::Dissatisfied => say!(self, "rating-dissatisfied"),
        }
    }

    /// What a call was about.
    #[must_use]
    pub fn about(&self, about: About) -> String {
        match about {
            About::UnitSign => say!(self, "about-unit-sign"),
            About::Reply => say!(self, "about-reply"),
            About::Close => say!(self, "about-close"),
        }
    }

    /// Who asks for an extension.
    #[must_use]
    pub fn party(&self, party: Party) -> String {
        match party {
            Party::Unit => say!(self, "party-unit"),
            Party::Office => say!(self, "party-office"),
        }
    }

    /// A step that happened before the desk knew the case.
    #[must_use]
    pub fn already(&self, step: Already) -> String {
        match step {
            Already::Signed => say!(self, "already-signed"),
            Already::Dispatched => say!(self, "already-dispatched"),
            Already::UnitSigned => say!(self, "already-unit-signed"),
            Already::Replied => say!(self, "already-replied"),
            Already::Reviewed => say!(self, "already-reviewed"),
            Already::Closed => say!(self, "already-closed"),
        }
    }

    /// A suggestion.
    #[must_use]
    pub fn suggestion(&self, suggestion: Suggestion) -> String {
        match suggestion {
            Suggestion::Repeat => say!(self, "suggestion-repeat"),
            Suggestion::Sensitive => say!(self, "suggestion-sensitive"),
            Suggestion::UnclearDuty => say!(self, "suggestion-unclear-duty"),
            Suggestion::Report => say!(self, "suggestion-report"),
            Suggestion::Escalate => say!(self, "suggestion-escalate"),
            Suggestion::Consult => say!(self, "suggestion-consult"),
            Suggestion::Lead => say!(self, "suggestion-lead"),
        }
    }

    /// What a clock asks for.
    #[must_use]
    pub fn clock(&self, id: ClockId) -> String {
        match id {
            ClockId::C1 => say!(self, "clock-street-sign"),
            ClockId::C2 | ClockId::C2i => say!(self, "clock-dispatch"),
            ClockId::C3 => say!(self, "clock-unit-sign"),
            ClockId::C4 => say!(self, "clock-transfer"),
            ClockId::C5 => say!(self, "clock-consult"),
            ClockId::C6 => say!(self, "clock-close"),
            ClockId::C7 => say!(self, "clock-reply"),
            ClockId::C8 => say!(self, "clock-rereply"),
            ClockId::C9 => say!(self, "clock-extension-unit"),
            ClockId::C10 => say!(self, "clock-extension-office"),
            ClockId::C11 => say!(self, "clock-follow-up"),
            ClockId::C12 => say!(self, "clock-appeal"),
            ClockId::C13 => say!(self, "clock-look-back"),
        }
    }

    /// How a clock stands.
    #[must_use]
    pub fn state(&self, state: State) -> String {
        match state {
            State::Waiting => say!(self, "state-waiting"),
            State::Running => say!(self, "state-running"),
            State::Met => say!(self, "state-met"),
            State::Late => say!(self, "state-late"),
            State::Overdue => say!(self, "state-overdue"),
            State::Expired => say!(self, "state-expired"),
            State::Void => say!(self, "state-void"),
        }
    }

    /// What happened, by the event's name in the log; a name no version knows is shown as it is.
    #[must_use]
    pub fn event(&self, kind: &str) -> String {
        match kind {
            "received" => say!(self, "event-received"),
            "signed" => say!(self, "event-signed"),
            "dispatched" => say!(self, "event-dispatched"),
            "unit_signed" => say!(self, "event-unit-signed"),
            "phone_reminded" => say!(self, "event-phone-reminded"),
            "transferred" => say!(self, "event-transferred"),
            "co_assign_requested" => say!(self, "event-co-assign-requested"),
            "replied" => say!(self, "event-replied"),
            "reviewed" => say!(self, "event-reviewed"),
            "extension_requested" => say!(self, "event-extension-requested"),
            "extension_decided" => say!(self, "event-extension-decided"),
            "closed" => say!(self, "event-closed"),
            "rated" => say!(self, "event-rated"),
            "followed_up" => say!(self, "event-followed-up"),
            "reworked" => say!(self, "event-reworked"),
            "consulted" => say!(self, "event-consulted"),
            "contacted" => say!(self, "event-contacted"),
            "escalated" => say!(self, "event-escalated"),
            "reported_to_principal" => say!(self, "event-reported-to-principal"),
            "linked" => say!(self, "event-linked"),
            "suggestion_dismissed" => say!(self, "event-suggestion-dismissed"),
            "appealed" => say!(self, "event-appealed"),
            "appeal_decided" => say!(self, "event-appeal-decided"),
            "looked_back" => say!(self, "event-looked-back"),
            "tagged" => say!(self, "event-tagged"),
            "untagged" => say!(self, "event-untagged"),
            "noted" => say!(self, "event-noted"),
            "amended" => say!(self, "event-amended"),
            "voided" => say!(self, "event-voided"),
            "undone" => say!(self, "event-undone"),
            "excused" => say!(self, "event-excused"),
            "confirmed" => say!(self, "event-confirmed"),
            "differed" => say!(self, "event-differed"),
            "revision_adopted" => say!(self, "event-revision-adopted"),
            "swapped" => say!(self, "event-swapped"),
            "stood_in" => say!(self, "event-stood-in"),
            "handed_over" => say!(self, "event-handed-over"),
            "step_done" => say!(self, "event-step-done"),
            other => other.to_owned(),
        }
    }

    /// What is wrong with a cell of an import.
    #[must_use]
    pub fn problem(&self, kind: ProblemKind) -> String {
        match kind {
            ProblemKind::Missing => say!(self, "problem-missing"),
            ProblemKind::NotATime => say!(self, "problem-not-a-time"),
            ProblemKind::TwiceInFile => say!(self, "problem-twice-in-file"),
            ProblemKind::BadNumber => say!(self, "problem-bad-number"),
            ProblemKind::InexactNumber => say!(self, "problem-inexact-number"),
            ProblemKind::UnknownKind => say!(self, "problem-unknown-kind"),
            ProblemKind::UnknownCommunity => say!(self, "problem-unknown-community"),
            ProblemKind::UnknownStatus => say!(self, "problem-unknown-status"),
            ProblemKind::UnknownRating => say!(self, "problem-unknown-rating"),
            ProblemKind::UnknownUnit => say!(self, "problem-unknown-unit"),
            ProblemKind::UnknownTag => say!(self, "problem-unknown-tag"),
            ProblemKind::BrokenText => say!(self, "problem-broken-text"),
            ProblemKind::BeforeReceipt => say!(self, "problem-before-receipt"),
            ProblemKind::ControlCharacters => say!(self, "problem-control-characters"),
            ProblemKind::TooManyCells => say!(self, "problem-too-many-cells"),
            ProblemKind::TooLong => say!(self, "problem-too-long"),
            ProblemKind::Future => say!(self, "problem-future"),
        }
    }
}

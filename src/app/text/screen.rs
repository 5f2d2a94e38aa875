//! The words of the screen that depend on a value: acts, modes, groups, notices, problems of fields.

use super::{Texts, say};
use crate::app::keymap::{Action, Scope};
use crate::app::mode::{AtProblem, Batch, Field, FieldProblem};
use crate::app::notice::{Deed, Notice};
use crate::app::queue::{Group, Grouping};
use crate::domain::event::Assignment;
use crate::domain::ids::Role;
use crate::domain::policy::Policy;
use crate::domain::text::says_enough;
use crate::domain::time::{Date, Stamp};

impl Texts {
    /// What an act does, in full: for the help page and the palette.
    #[must_use]
    pub fn action(&self, action: Action) -> String {
        let group = |place: i64| say!(self, "action-group", place = place);
        match action {
            Action::Sign => say!(self, "action-sign"),
            Action::Dispatch => say!(self, "action-dispatch"),
            Action::SignAndDispatch => say!(self, "action-sign-and-dispatch"),
            Action::Remind => say!(self, "action-remind"),
            Action::Acts => say!(self, "action-acts"),
            Action::Act(name) => self.act(name),
            Action::Decide => say!(self, "action-decide"),
            Action::Undo => say!(self, "action-undo"),
            Action::NextStep => say!(self, "action-next-step"),
            Action::Suggestions => say!(self, "action-suggestions"),
            Action::Dismiss => say!(self, "action-dismiss"),
            Action::NewCase => say!(self, "action-new-case"),
            Action::AtTime => say!(self, "action-at-time"),
            Action::Skip => say!(self, "action-skip"),
            Action::Demo => say!(self, "action-demo"),
            Action::Open => say!(self, "action-open"),
            Action::Search => say!(self, "action-search"),
            Action::SearchAll => say!(self, "action-search-all"),
            Action::Regroup => say!(self, "action-regroup"),
            Action::Mark => say!(self, "action-mark"),
            Action::MarkAll => say!(self, "action-mark-all"),
            Action::CopyNumber => say!(self, "action-copy-number"),
            Action::Help => say!(self, "action-help"),
            Action::Palette => say!(self, "action-palette"),
            Action::Theme => say!(self, "action-theme"),
            Action::Quit => say!(self, "action-quit"),
            Action::Up => say!(self, "action-up"),
            Action::Down => say!(self, "action-down"),
            Action::PageUp => say!(self, "action-page-up"),
            Action::PageDown => say!(self, "action-page-down"),
            Action::First => say!(self, "action-first"),
            Action::Last => say!(self, "action-last"),
            Action::PreviousGroup => say!(self, "action-previous-group"),
            Action::NextGroup => say!(self, "action-next-group"),
            Action::Group1 => group(1),
            Action::Group2 => group(2),
            Action::Group3 => group(3),
            Action::Group4 => group(4),
            Action::Group5 => group(5),
            Action::Group6 => group(6),
            Action::Back => say!(self, "action-back"),
            Action::Accept => say!(self, "action-accept"),
            Action::Save => say!(self, "action-save"),
            Action::NextField => say!(self, "action-next-field"),
            Action::PreviousField => say!(self, "action-previous-field"),
            Action::NextValue => say!(self, "action-next-value"),
            Action::PreviousValue => say!(self, "action-previous-value"),
            Action::ToggleAssist => say!(self, "action-toggle-assist"),
            Action::Unanswered => say!(self, "action-unanswered"),
            Action::Acknowledge => say!(self, "action-acknowledge"),
            Action::AcknowledgeAll => say!(self, "action-acknowledge-all"),
            Action::Journal => say!(self, "action-journal"),
            Action::Mute => say!(self, "action-mute"),
            Action::PreviousDay => say!(self, "action-previous-day"),
            Action::NextDay => say!(self, "action-next-day"),
            Action::Boards => say!(self, "action-boards"),
            Action::Roster => say!(self, "action-roster"),
            Action::Forwarded => say!(self, "action-forwarded"),
            Action::TakeAsCase => say!(self, "action-take-as-case"),
            Action::Attach => say!(self, "action-attach"),
            Action::ConfirmCall => say!(self, "action-confirm-call"),
            Action::PutAside => say!(self, "action-put-aside"),
            Action::BringBack => say!(self, "action-bring-back"),
            Action::DaySummary => say!(self, "action-day-summary"),
            Action::Bulletin => say!(self, "action-bulletin"),
            Action::Ladder => say!(self, "action-ladder"),
            Action::Earlier => say!(self, "action-earlier"),
            Action::Later => say!(self, "action-later"),
            Action::WeekOrMonth => say!(self, "action-week-or-month"),
            Action::StepDone => say!(self, "action-step-done"),
            Action::ExcuseLapse => say!(self, "action-excuse-lapse"),
            Action::ExportReport => say!(self, "action-export-report"),
            Action::Aftercare => say!(self, "action-aftercare"),
            Action::Reconcile => say!(self, "action-reconcile"),
            Action::Take => say!(self, "action-take"),
            Action::Keep => say!(self, "action-keep"),
            Action::OtherSide => say!(self, "action-other-side"),
            Action::Swap => say!(self, "action-swap"),
            Action::StandIn => say!(self, "action-stand-in"),
            Action::HandOver => say!(self, "action-hand-over"),
            Action::TakeBack => say!(self, "action-take-back"),
            Action::Reveal => say!(self, "action-reveal"),
            Action::ExportDossier => say!(self, "action-export-dossier"),
            Action::CopyVerdicts => say!(self, "action-copy-verdicts"),
        }
    }

    /// An act in a word or two, for the footer; none for one that is not shown there.
    #[must_use]
    pub fn short_action(&self, action: Action) -> Option<String> {
        Some(match action {
            Action::Sign => say!(self, "short-sign"),
            Action::Dispatch => say!(self, "short-dispatch"),
            Action::SignAndDispatch => say!(self, "short-sign-and-dispatch"),
            Action::Remind => say!(self, "short-remind"),
            Action::Acts => say!(self, "short-acts"),
            Action::Decide => say!(self, "short-decide"),
            Action::Undo => say!(self, "short-undo"),
            Action::NextStep => say!(self, "short-next-step"),
            Action::Suggestions => say!(self, "short-suggestions"),
            Action::Dismiss => say!(self, "short-dismiss"),
            Action::NewCase => say!(self, "short-new-case"),
            Action::AtTime => say!(self, "short-at-time"),
            Action::Skip => say!(self, "short-skip"),
            Action::Demo => say!(self, "short-demo"),
            Action::Open => say!(self, "short-open"),
            Action::Search => say!(self, "short-search"),
            Action::SearchAll => say!(self, "short-search-all"),
            Action::Regroup => say!(self, "short-regroup"),
            Action::Mark => say!(self, "short-mark"),
            Action::Help => say!(self, "short-help"),
            Action::Quit => say!(self, "short-quit"),
            Action::Back => say!(self, "short-back"),
            Action::Accept => say!(self, "short-accept"),
            Action::Save => say!(self, "short-save"),
            Action::NextField => say!(self, "short-next-field"),
            Action::NextValue => say!(self, "short-next-value"),
            Action::ToggleAssist => say!(self, "short-toggle-assist"),
            Action::Unanswered => say!(self, "short-unanswered"),
            Action::Acknowledge => say!(self, "short-acknowledge"),
            Action::PreviousDay => say!(self, "short-previous-day"),
            Action::NextDay => say!(self, "short-next-day"),
            Action::Boards => say!(self, "short-boards"),
            Action::Roster => say!(self, "action-roster"),
            Action::Forwarded => say!(self, "action-forwarded"),
            Action::TakeAsCase => say!(self, "short-take-as-case"),
            Action::Attach => say!(self, "short-attach"),
            Action::ConfirmCall => say!(self, "short-confirm-call"),
            Action::PutAside => say!(self, "short-put-aside"),
            Action::BringBack => say!(self, "short-bring-back"),
            Action::DaySummary => say!(self, "action-day-summary"),
            Action::Bulletin => say!(self, "action-bulletin"),
            Action::Ladder => say!(self, "action-ladder"),
            Action::Earlier => say!(self, "short-earlier"),
            Action::Later => say!(self, "short-later"),
            Action::WeekOrMonth => say!(self, "short-week-or-month"),
            Action::StepDone => say!(self, "short-step-done"),
            Action::ExcuseLapse => say!(self, "short-excuse-lapse"),
            Action::ExportReport => say!(self, "short-export-report"),
            Action::Aftercare => say!(self, "action-aftercare"),
            Action::Reconcile => say!(self, "action-reconcile"),
            Action::Take => say!(self, "short-take"),
            Action::Keep => say!(self, "short-keep"),
            Action::Journal => say!(self, "action-journal"),
            Action::OtherSide => say!(self, "short-other-side"),
            Action::Swap => say!(self, "short-swap"),
            Action::StandIn => say!(self, "short-stand-in"),
            Action::HandOver => say!(self, "short-hand-over"),
            Action::TakeBack => say!(self, "short-take-back"),
            Action::Act(_)
            | Action::MarkAll
            | Action::CopyNumber
            | Action::Palette
            | Action::Theme
            | Action::Up
            | Action::Down
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last
            | Action::PreviousGroup
            | Action::NextGroup
            | Action::Group1
            | Action::Group2
            | Action::Group3
            | Action::Group4
            | Action::Group5
            | Action::Group6
            | Action::PreviousField
            | Action::PreviousValue
            | Action::AcknowledgeAll
            | Action::Reveal
            | Action::ExportDossier
            | Action::CopyVerdicts
            | Action::Mute => return None,
        })
    }

    /// A mode, as the heading of its keys.
    #[must_use]
    pub fn scope(&self, scope: Scope) -> String {
        match scope {
            Scope::WelcomePost => say!(self, "scope-welcome"),
            Scope::WelcomeName => say!(self, "scope-welcome-name"),
            Scope::WelcomeReady => say!(self, "scope-welcome-ready"),
            Scope::Queue => say!(self, "scope-queue"),
            Scope::Case => say!(self, "scope-case"),
            Scope::Search => say!(self, "scope-search"),
            Scope::Acts => say!(self, "scope-acts"),
            Scope::Act => say!(self, "scope-act"),
            Scope::Dispatch => say!(self, "scope-dispatch"),
            Scope::Remind => say!(self, "scope-remind"),
            Scope::Suggest => say!(self, "scope-suggest"),
            Scope::SuggestReason => say!(self, "scope-suggest-reason"),
            Scope::Form => say!(self, "scope-form"),
            Scope::AtTime => say!(self, "scope-at-time"),
            Scope::Confirm => say!(self, "scope-confirm"),
            Scope::Help => say!(self, "scope-help"),
            Scope::Palette => say!(self, "scope-palette"),
            Scope::Journal => say!(self, "scope-journal"),
            Scope::Boards => say!(self, "scope-boards"),
            Scope::Aftercare => say!(self, "action-aftercare"),
            Scope::AftercareMonth => say!(self, "scope-aftercare-month"),
            Scope::Reconcile => say!(self, "action-reconcile"),
            Scope::Forwarded => say!(self, "action-forwarded"),
            Scope::DaySummary => say!(self, "action-day-summary"),
            Scope::Bulletin => say!(self, "action-bulletin"),
            Scope::Ladder => say!(self, "action-ladder"),
            Scope::ReportAsk => say!(self, "scope-report-ask"),
            Scope::Roster => say!(self, "action-roster"),
            Scope::RosterAsk => say!(self, "scope-roster-ask"),
        }
    }

    /// A way of grouping.
    #[must_use]
    pub fn grouping(&self, grouping: Grouping) -> String {
        match grouping {
            Grouping::Community => say!(self, "grouping-community"),
            Grouping::Mine => say!(self, "grouping-mine"),
            Grouping::Waiting => say!(self, "grouping-waiting"),
            Grouping::Due => say!(self, "grouping-due"),
            Grouping::Unit => say!(self, "grouping-unit"),
            Grouping::Stage => say!(self, "grouping-stage"),
        }
    }

    /// The title of a group.
    #[must_use]
    pub fn group(&self, group: &Group, policy: &Policy, today: Date) -> String {
        match group {
            Group::Decide => say!(self, "group-decide"),
            Group::Community(place) => {
                policy
                    .communities
                    .get(*place)
                    .map_or_else(String::new, |c| {
                        say!(
                            self,
                            "group-community",
                            community = c.name.as_str(),
                            post = self.post(c.post)
                        )
                    })
            }
            Group::OtherCommunity(community) => community.as_str().to_owned(),
            Group::Mine => say!(self, "group-mine"),
            Group::Theirs(post) => say!(self, "group-theirs", post = self.post(*post)),
            Group::AtUnits => say!(self, "group-at-units"),
            Group::Owing(units) => {
                let units: Vec<String> = units
                    .iter()
                    .map(|(_, unit)| match policy.phone(unit) {
                        "" => unit.to_string(),
                        phone => say!(self, "unit-phone", unit = unit.as_str(), phone = phone),
                    })
                    .collect();
                let units = units.join(&say!(self, "list-separator"));
                say!(self, "group-owing", units = units)
            }
            Group::WithUs => say!(self, "group-with-us"),
            Group::NoStep => say!(self, "group-no-step"),
            Group::Day(date) => self.day(*date, today),
            Group::NothingDue => say!(self, "group-nothing-due"),
            Group::Unit(place) => policy
                .units()
                .nth(*place)
                .map_or_else(String::new, |u| u.as_str().to_owned()),
            Group::OtherUnit(unit) => unit.as_str().to_owned(),
            Group::NoUnit => say!(self, "group-no-unit"),
            Group::Stage(stage) => self.stage(*stage),
        }
    }

    /// A unit that is waited for, with the number to phone.
    /// The status line.
    #[must_use]
    pub fn notice(&self, notice: &Notice, now: Stamp) -> String {
        match notice {
            Notice::Did {
                number,
                deed: Deed::Undone(event),
                ..
            } => say!(
                self,
                "notice-undid",
                number = number.as_str(),
                event = self.event(event)
            ),
            Notice::Did { number, deed, at } => say!(
                self,
                "notice-did",
                number = number.as_str(),
                what = self.deed(deed),
                at = self.dated(*at, now)
            ),
            Notice::DidMany { deed, count } => say!(
                self,
                "notice-did-many",
                what = self.deed(deed),
                count = *count
            ),
            Notice::Refused {
                done: 0,
                refused: 1,
                number,
                refusal,
            } => say!(
                self,
                "notice-refused",
                number = number.as_str(),
                why = self.refusal(refusal, now)
            ),
            Notice::Refused {
                done,
                refused,
                number,
                refusal,
            } => say!(
                self,
                "notice-refused-some",
                done = *done,
                refused = *refused,
                number = number.as_str(),
                why = self.refusal(refusal, now)
            ),
            Notice::Unable(number, unable) => say!(
                self,
                "notice-refused",
                number = number.as_str(),
                why = self.unable(unable, now)
            ),
            Notice::ActDraftKept(name) => {
                say!(self, "notice-act-draft-kept", act = self.act(*name))
            }
            Notice::ActDraftBack(name) => {
                say!(self, "notice-act-draft-back", act = self.act(*name))
            }
            Notice::AnotherReply => say!(self, "notice-another-reply"),
            Notice::ChangedMeanwhile(number) => {
                say!(self, "notice-changed-meanwhile", number = number.as_str())
            }
            Notice::Failed(problem) => {
                say!(self, "notice-failed", problem = problem.as_str())
            }
            Notice::Left(number) => say!(self, "notice-left", number = number.as_str()),
            Notice::NothingInHand => say!(self, "notice-nothing-in-hand"),
            Notice::StillWriting(number) => {
                say!(self, "notice-still-writing", number = number.as_str())
            }
            Notice::NoCommunity(number) => {
                say!(self, "notice-no-community", number = number.as_str())
            }
            Notice::AlreadyWith(number, units) if units.is_empty() => {
                say!(self, "notice-already-dispatched", number = number.as_str())
            }
            Notice::AlreadyWith(number, units) => say!(
                self,
                "notice-already-with",
                number = number.as_str(),
                units = self.listed(units.iter().map(|u| u.as_str().to_owned()))
            ),
            Notice::NoUnit(number) => say!(self, "notice-no-unit", number = number.as_str()),
            Notice::NothingToUndo(number) => {
                say!(self, "notice-nothing-to-undo", number = number.as_str())
            }
            Notice::NothingSuggested(number) => {
                say!(self, "notice-nothing-suggested", number = number.as_str())
            }
            Notice::NoStep(number) => say!(self, "notice-no-step", number = number.as_str()),
            Notice::NoGroup => say!(self, "notice-no-group"),
            Notice::Demo(speed) => say!(self, "notice-demo", speed = *speed),
            Notice::DraftKept => say!(self, "notice-draft-kept"),
            Notice::Pasted {
                found,
                guessed,
                joined,
            } => {
                let said = if *found == 0 {
                    say!(self, "notice-pasted-nothing")
                } else {
                    say!(self, "notice-pasted", found = *found, guessed = *guessed)
                };
                if *joined {
                    said + &say!(self, "notice-pasted-joined")
                } else {
                    said
                }
            }
            Notice::LeftOut(signs) => say!(self, "notice-left-out", signs = *signs),
            Notice::GuessedFirst => say!(self, "notice-guessed-first"),
            Notice::LinesJoined => say!(self, "notice-lines-joined"),
            Notice::DraftBack => say!(self, "notice-draft-back"),
            Notice::Exported(folder, files) => say!(
                self,
                "notice-exported",
                folder = folder.as_str(),
                files = files.join(&say!(self, "list-separator"))
            ),
            Notice::Report(said) => self.on_report(said),
            Notice::NotExported(problem) => {
                say!(self, "notice-export-failed", problem = problem.as_str())
            }
            Notice::VerdictsCopied(number) => {
                say!(self, "notice-verdicts-copied", number = number.as_str())
            }
            Notice::NothingLate(number) => {
                say!(self, "notice-nothing-late", number = number.as_str())
            }
            Notice::NotRead(number) => say!(self, "notice-not-read", number = number.as_str()),
            Notice::AskedAgain => say!(self, "notice-asked-again"),
            Notice::HowToLeave => say!(self, "notice-how-to-leave"),
            Notice::Copied(number) => say!(self, "notice-copied", number = number.as_str()),
            Notice::NotFound(typed) if !says_enough(typed) => say!(self, "notice-says-too-little"),
            Notice::NotFound(typed) => say!(self, "notice-not-found", typed = typed.as_str()),
            Notice::FoundMore { shown, total } => say!(
                self,
                "notice-found-more",
                shown = i64::try_from(*shown).unwrap_or(i64::MAX),
                total = i64::try_from(*total).unwrap_or(i64::MAX)
            ),
            Notice::Missing(number) => say!(self, "notice-missing", number = number.as_str()),
            Notice::ClockJumped(by) if *by < 0 => {
                say!(self, "notice-clock-back", span = self.span(*by))
            }
            Notice::ClockJumped(by) => say!(self, "notice-clock-ahead", span = self.span(*by)),
            Notice::Notifying(None) => say!(self, "notice-notify-works"),
            // Why is in the journal, and `doctor` says what to do: there is no room for it here.
            Notice::Notifying(Some(_)) => say!(self, "notice-notify-failed"),
            Notice::Again(seconds) => say!(self, "notice-again", span = self.span(*seconds)),
            Notice::Phone(said) => self.on_phone(said),
            Notice::Forwarded(message) => {
                let what = self.forwarded(message);
                say!(self, "notice-forwarded", what = what)
            }
            Notice::NotBackedUp(problem) => {
                say!(self, "notice-not-backed-up", problem = problem.as_str())
            }
            Notice::PhoneTrouble(problem) => {
                say!(self, "phone-trouble", problem = problem.as_str())
            }
            Notice::CameIn(files) => self.inflow(files, now),
            Notice::InboxTrouble(problem) => {
                say!(self, "inbox-trouble", problem = problem.as_str())
            }
            Notice::NothingInView => say!(self, "notice-nothing-in-view"),
            Notice::RosterDid(event, date) => say!(
                self,
                "notice-roster-did",
                what = self.event(event),
                date = date.format("%m-%d").to_string()
            ),
            Notice::ConfirmedByList => say!(self, "notice-confirmed-by-list"),
            Notice::NothingOfDay(date) => say!(
                self,
                "notice-nothing-of-day",
                date = date.format("%m-%d").to_string()
            ),
            Notice::DutyChanged(date, post) => say!(
                self,
                "notice-duty-changed",
                date = format!("{} {}", date.format("%m-%d"), self.weekday(*date)),
                post = self.post(*post)
            ),
            Notice::Muted(true) => say!(self, "notice-muted"),
            Notice::Muted(false) => say!(self, "notice-unmuted"),
        }
    }

    fn deed(&self, deed: &Deed) -> String {
        match deed {
            Deed::Event(kind) | Deed::Undone(kind) => self.event(kind),
            Deed::UnitSigned(unit) => say!(self, "deed-unit-signed", unit = unit.as_str()),
            Deed::Outcome(event) => {
                let name = self.event(event.kind());
                // What it says comes first among its details; faults and reasons are on the page.
                match self.details(event).into_iter().next() {
                    Some(said) => say!(self, "deed-outcome", event = name, said = said),
                    None => name,
                }
            }
            Deed::Reminded(call) => say!(
                self,
                "deed-reminded",
                unit = call.unit.as_str(),
                about = say!(self, "remind-about", about = self.about(call.about)),
                answered = self.answered(call.answered)
            ),
            Deed::Settled { taken: true } => say!(self, "short-take"),
            Deed::Settled { taken: false } => say!(self, "short-keep"),
            Deed::Dispatched(units) => {
                let units = self.units(units);
                say!(self, "deed-dispatched", units = units)
            }
        }
    }

    /// An act on several cases.
    #[must_use]
    pub fn batch(&self, batch: &Batch) -> String {
        match batch {
            Batch::Sign => self.action(Action::Sign),
            Batch::SignAndDispatch => self.action(Action::SignAndDispatch),
            Batch::Dispatch(units) => {
                let units = self.units(units);
                say!(self, "batch-dispatch", units = units)
            }
        }
    }

    /// Units, and of those that do not lead their role.
    #[must_use]
    pub fn units(&self, units: &[Assignment]) -> String {
        self.listed(units.iter().map(|a| match a.role {
            Role::Lead => a.unit.as_str().to_owned(),
            Role::Assist => format!("{}({})", a.unit, self.role(a.role)),
        }))
    }

    pub(super) fn listed(&self, words: impl Iterator<Item = String>) -> String {
        words
            .collect::<Vec<_>>()
            .join(&say!(self, "list-separator"))
    }

    /// The name of a field of a form.
    #[must_use]
    pub fn field(&self, field: Field) -> String {
        match field {
            Field::Number => say!(self, "field-number"),
            Field::Kind => say!(self, "field-kind"),
            Field::Community => say!(self, "field-community"),
            Field::Title => say!(self, "field-title"),
            Field::Received => say!(self, "field-received"),
            Field::CloseDue => say!(self, "field-close-due"),
            Field::Address => say!(self, "field-address"),
            Field::Body => say!(self, "field-body"),
            Field::Reporter => say!(self, "field-reporter"),
            Field::Phone => say!(self, "field-phone"),
            Field::Reason => say!(self, "field-reason"),
        }
    }

    /// What is wrong with a field.
    #[must_use]
    pub fn field_problem(&self, problem: FieldProblem) -> String {
        match problem {
            FieldProblem::Empty => say!(self, "field-empty"),
            FieldProblem::BadNumber => say!(self, "field-bad-number"),
            FieldProblem::Taken => say!(self, "field-taken"),
            FieldProblem::NotATime => say!(self, "field-not-a-time"),
            FieldProblem::Future => say!(self, "field-future"),
            FieldProblem::BeforeReceipt => say!(self, "field-before-receipt"),
        }
    }

    /// What is wrong with a past time.
    #[must_use]
    pub fn at_problem(&self, problem: AtProblem) -> String {
        match problem {
            AtProblem::NotATime => say!(self, "at-time-not-a-time"),
            AtProblem::Future(at) => say!(self, "at-time-future", at = self.moment(at)),
        }
    }
}

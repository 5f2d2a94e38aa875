//! The table "Acts: when they are allowed", fact by fact: may this happen to a case in this state?
//!
//! Called by `decide` for what is being keyed and, to see whether a change of the past spoils it, for what was.

use super::case::{Case, Done};
use super::decide::{Did, Refusal};
use super::event::{Amended, Dispatched, Event, Fact, Fields};
use super::ids::{Already, Role, Tag, Unit, Verdict};
use super::lookback;

/// May the event happen now? `standing` are the facts that made the case, for saying who did what when.
///
/// # Errors
/// The refusal.
pub fn permit(case: &Case, standing: &[&Fact], event: &Event) -> Result<(), Refusal> {
    let table = Table { case, standing };
    match event {
        Event::Signed(_) => table.open().and_then(|()| table.unsigned()),
        Event::Dispatched(e) => table.open().and_then(|()| dispatchable(e)),
        Event::UnitSigned(e) => table.open().and_then(|()| table.unit_unsigned(&e.unit)),
        Event::PhoneReminded(e) => table.open().and_then(|()| table.on_case(&e.unit)),
        Event::Transferred(e) => table.open().and_then(|()| table.on_case(&e.from)),
        Event::CoAssignRequested(e) => table.open().and_then(|()| table.on_case(&e.unit)),
        Event::Replied(e) => table.open().and_then(|()| table.leads(&e.unit)),
        Event::Reviewed(_) => table.open().and_then(|()| table.unreviewed()),
        Event::Closed(e) => table.open().and_then(|()| {
            if e.reason.is_some() {
                Ok(())
            } else {
                table.accepted()
            }
        }),
        Event::ExtensionDecided(e) if e.granted && e.close_due.is_none() => {
            Err(Refusal::NoCloseDue)
        }
        Event::ExtensionDecided(e) if e.close_due.is_some_and(|due| due <= case.received_at) => {
            let received = case.received_at;
            Err(Refusal::CloseDueBeforeReceipt { received })
        }
        Event::ExtensionRequested(_) | Event::ExtensionDecided(_) | Event::Voided(_) => {
            table.open()
        }
        Event::Rated(e) => {
            table.closed()?;
            if case.rated && e.reason.is_none() {
                Err(Refusal::NeedsReason)
            } else {
                Ok(())
            }
        }
        Event::FollowedUp(_) | Event::Reworked(_) | Event::Appealed(_) => {
            table.not_void()?;
            if case.standing_bad_ratings().next().is_some() {
                Ok(())
            } else {
                Err(Refusal::NoBadRating)
            }
        }
        Event::AppealDecided(_) => {
            table.not_void()?;
            if case.has_open_appeal() {
                Ok(())
            } else {
                Err(Refusal::NoOpenAppeal)
            }
        }
        Event::LookedBack(_) => {
            table.not_void()?;
            if lookback::rounds(case).is_empty() {
                Err(Refusal::NoLookBack)
            } else {
                Ok(())
            }
        }
        Event::Tagged(e) => table
            .not_void()
            .and_then(|()| changes(!case.tags.contains(&e.tag))),
        Event::Untagged(e) => table
            .not_void()
            .and_then(|()| changes(case.tags.contains(&e.tag))),
        Event::Linked(e) if e.other == case.number => Err(Refusal::SameCase),
        Event::Amended(e) => table.not_void().and_then(|()| table.amendable(e)),
        Event::Consulted(_)
        | Event::Contacted(_)
        | Event::Escalated(_)
        | Event::ReportedToPrincipal(_)
        | Event::Linked(_)
        | Event::SuggestionDismissed(_)
        | Event::Noted(_)
        | Event::Excused(_) => table.not_void(),
        // Nobody keys these; history and the desk itself do.
        Event::Received(_)
        | Event::Undone(_)
        | Event::Confirmed(_)
        | Event::Differed(_)
        | Event::RevisionAdopted(_)
        | Event::Swapped(_)
        | Event::StoodIn(_)
        | Event::HandedOver(_)
        | Event::StepDone(_) => Ok(()),
    }
}

fn changes(changes: bool) -> Result<(), Refusal> {
    if changes {
        Ok(())
    } else {
        Err(Refusal::TagUnchanged)
    }
}

/// R3: at most one lead, every unit once.
fn dispatchable(e: &Dispatched) -> Result<(), Refusal> {
    if e.units.is_empty() {
        return Err(Refusal::NoUnits);
    }
    let leads = e.units.iter().filter(|u| u.role == Role::Lead).count();
    let twice = e
        .units
        .iter()
        .enumerate()
        .any(|(n, u)| e.units.iter().skip(n + 1).any(|other| other.unit == u.unit));
    if leads > 1 || twice {
        Err(Refusal::OneLead)
    } else {
        Ok(())
    }
}

struct Table<'a> {
    case: &'a Case,
    standing: &'a [&'a Fact],
}

impl Table<'_> {
    fn did(&self, is_it: impl Fn(&Event) -> bool) -> Option<Did> {
        self.standing
            .iter()
            .rev()
            .find(|f| is_it(&f.event))
            .map(|f| Did::of(f))
    }

    fn not_void(&self) -> Result<(), Refusal> {
        match &self.case.voided {
            None => Ok(()),
            Some(m) => {
                let plain = Did {
                    event: "voided",
                    by: m.by.clone(),
                    person: None,
                    at: m.at,
                };
                Err(Refusal::Void(
                    self.did(|e| matches!(e, Event::Voided(_))).unwrap_or(plain),
                ))
            }
        }
    }

    fn open(&self) -> Result<(), Refusal> {
        self.not_void()?;
        if self.case.is_closed() {
            return Err(Refusal::Closed(self.did(|e| matches!(e, Event::Closed(_)))));
        }
        Ok(())
    }

    fn closed(&self) -> Result<(), Refusal> {
        self.not_void()?;
        if self.case.is_closed() {
            Ok(())
        } else {
            Err(Refusal::NotClosed(self.case.stage()))
        }
    }

    fn unsigned(&self) -> Result<(), Refusal> {
        if let Some(mark) = &self.case.signed {
            // The sign, or the dispatch that counted as one (S4).
            let first = self.standing.iter().find(|f| {
                f.at == mark.at && matches!(f.event, Event::Signed(_) | Event::Dispatched(_))
            });
            let plain = Did {
                event: "signed",
                by: mark.by.clone(),
                person: None,
                at: mark.at,
            };
            return Err(Refusal::AlreadyDone(first.map_or(plain, |f| Did::of(f))));
        }
        if self.case.has(Already::Signed) {
            Err(Refusal::AlreadyBefore)
        } else {
            Ok(())
        }
    }

    fn on_case(&self, unit: &Unit) -> Result<(), Refusal> {
        if self.case.stay_of(unit).is_some() {
            Ok(())
        } else {
            Err(Refusal::NotOnCase(unit.clone()))
        }
    }

    fn unit_unsigned(&self, unit: &Unit) -> Result<(), Refusal> {
        self.on_case(unit)?;
        match self.case.stay_of(unit).and_then(|s| s.signed) {
            None => Ok(()),
            Some(Done::Before) => Err(Refusal::AlreadyBefore),
            Some(Done::At(at)) => {
                // The sign itself, or the reply that counted as one (S4).
                let is_it = |e: &Event| {
                    matches!(e, Event::UnitSigned(e) if e.unit == *unit)
                        || matches!(e, Event::Replied(e) if e.unit == *unit)
                };
                let first = self.standing.iter().find(|f| f.at == at && is_it(&f.event));
                Err(first.map_or(Refusal::AlreadyBefore, |f| Refusal::AlreadyDone(Did::of(f))))
            }
        }
    }

    fn leads(&self, unit: &Unit) -> Result<(), Refusal> {
        let lead = self.case.lead_unit();
        if lead == Some(unit) {
            return Ok(());
        }
        Err(Refusal::NotLead {
            unit: unit.clone(),
            lead: lead.cloned(),
        })
    }

    fn unreviewed(&self) -> Result<(), Refusal> {
        match self.case.latest_verdict() {
            None => Err(Refusal::NoReply),
            Some(None) => Ok(()),
            Some(Some(_)) => Err(Refusal::AlreadyReviewed(
                self.did(|e| matches!(e, Event::Reviewed(_))),
            )),
        }
    }

    fn accepted(&self) -> Result<(), Refusal> {
        match self.case.latest_verdict() {
            None => Err(Refusal::NoReply),
            Some(Some(Verdict::Accepted)) => Ok(()),
            Some(None | Some(Verdict::Nonstandard)) => Err(Refusal::NotAccepted),
        }
    }

    fn amendable(&self, e: &Amended) -> Result<(), Refusal> {
        if !self.changes_anything(&e.fields) {
            return Err(Refusal::NothingChanged);
        }
        let signed = self.case.signed.is_some() || self.case.has(Already::Signed);
        let weighty =
            e.fields.kind.is_some() || e.fields.community.is_some() || e.fields.close_due.is_some();
        let reasoned = e.reason.as_ref().is_some_and(|r| !r.trim().is_empty());
        if signed && weighty && !reasoned {
            Err(Refusal::NeedsReason)
        } else {
            Ok(())
        }
    }

    fn changes_anything(&self, new: &Fields) -> bool {
        fn differs<T: PartialEq>(new: Option<&T>, old: &T) -> bool {
            new.is_some_and(|new| new != old)
        }
        let old = &self.case.facts;
        // To name the kind a case was given for want of a better decides it (the tag `undecided` goes).
        let decides = new.kind.is_some() && self.case.tags.contains(&Tag::Undecided);
        decides
            || differs(new.kind.as_ref(), &old.kind)
            || differs(new.community.as_ref(), &old.community)
            || differs(new.title.as_ref(), &old.title)
            || differs(new.body.as_ref(), &old.body)
            || differs(new.address.as_ref(), &old.address)
            || differs(new.reporter.as_ref(), &old.reporter)
            || differs(new.phone.as_ref(), &old.phone)
            || differs(new.channel.as_ref(), &old.channel)
            || differs(new.close_due.as_ref(), &old.close_due)
    }
}

//! Facts to a case. Total: history is never refused (S3); what a rule says changes nothing, changes nothing.
//!
//! Called by `store` and `explain`, and by `decide` to look at the state as of a moment.

use std::collections::{BTreeMap, BTreeSet};

use super::case::{BadRating, Case, Done, HelpAsked, Lead, Mark, Stay, Turn, Visit};
use super::event::{Amended, Differed, Dispatched, Event, Fact, Received, Reviewed, Transferred};
use super::history;
use super::ids::{About, Actor, Already, Number, Party, Post, Rating, Role, Unit, Verdict};
use super::privacy;
use super::reconcile::Difference;
use super::time::Stamp;

impl Case {
    /// The case its facts make, as known at `now`; `None` without a `received` fact. Facts of the roster are passed over.
    #[must_use]
    pub fn fold<'a>(facts: impl IntoIterator<Item = &'a Fact>, now: Stamp) -> Option<Self> {
        let all: Vec<&Fact> = facts.into_iter().collect();
        let mut case = Self::made_of(&history::standing(all.iter().copied(), now))?;
        // What was taken back is shown as well.
        case.citizens = privacy::citizens(all);
        Some(case)
    }

    /// The same from facts that `history` has already put in order.
    #[must_use]
    pub fn of_standing(standing: &[&Fact]) -> Option<Self> {
        let mut case = Self::made_of(standing)?;
        case.citizens = privacy::citizens(standing.iter().copied());
        Some(case)
    }

    fn made_of(standing: &[&Fact]) -> Option<Self> {
        let mut case = standing.iter().find_map(|f| match (&f.event, &f.case) {
            (Event::Received(e), Some(number)) => Some(Self::received(number.clone(), f.at, e)),
            _ => None,
        })?;
        for fact in standing {
            case.evolve(fact);
        }
        Some(case)
    }

    fn received(number: Number, at: Stamp, facts: &Received) -> Self {
        let already = implied(&facts.already);
        let mut case = Self {
            number,
            received_at: at,
            facts: facts.clone(),
            citizens: Vec::new(),
            revision: facts.revision.clone(),
            tags: facts.tags.iter().copied().collect(),
            already,
            signed: None,
            dispatched: None,
            last_dispatch_by: None,
            reminded: Vec::new(),
            chased: Vec::new(),
            stays: Vec::new(),
            lead: None,
            turns: Vec::new(),
            help_asked: None,
            unit_requests: Vec::new(),
            office_request: None,
            extension_requested: None,
            extension_decided: None,
            extended_to: None,
            consults: Vec::new(),
            closed: None,
            voided: None,
            bad_ratings: Vec::new(),
            rated: false,
            rating: None,
            follow_ups: Vec::new(),
            reworks: Vec::new(),
            appeals: Vec::new(),
            appeal_decisions: Vec::new(),
            visits: Vec::new(),
            transfers: 0,
            contacted: false,
            escalated: false,
            reported: false,
            links: BTreeSet::new(),
            dismissed: BTreeSet::new(),
            confirmed: BTreeSet::new(),
            differences: BTreeMap::new(),
            kept: BTreeSet::new(),
        };
        case.take_in_the_past();
        case
    }

    /// What had happened before the desk knew: who had the case and how far it was.
    fn take_in_the_past(&mut self) {
        let unit = self.facts.imported.as_ref().and_then(|i| i.unit.clone());
        if let (Some(unit), true) = (unit, self.has(Already::Dispatched)) {
            let signed = self.has(Already::UnitSigned).then_some(Done::Before);
            self.stays.push(Stay {
                unit,
                role: Role::Lead,
                since: Done::Before,
                given_by: None,
                signed,
                window_used: None,
                left: None,
            });
            self.lead = Some(Lead {
                stay: 0,
                since: Done::Before,
            });
            self.turns.push(Turn::new(None, true));
        }
        if self.has(Already::Replied) {
            let verdict = self.has(Already::Reviewed).then_some(Verdict::Accepted);
            self.turns = vec![Turn {
                asked: None,
                timed: true,
                reply: Some(Done::Before),
                verdict,
            }];
        }
        // A bad rating of which nobody knows when it came starts no clock; until a person logs it, the two sides differ (R9).
        if let Some(imported) = &self.facts.imported
            && imported.rating == Some(Rating::Dissatisfied)
        {
            let difference = Difference {
                here: String::new(),
                there: Rating::Dissatisfied.as_str().to_owned(),
                at: imported.known_from,
            };
            self.differences.insert("rating".to_owned(), difference);
        }
    }

    /// Takes in one fact. Facts come in the order of S3.
    #[allow(
        clippy::too_many_lines,
        reason = "one arm a fact, none left to a wildcard"
    )]
    pub fn evolve(&mut self, fact: &Fact) {
        let at = fact.at;
        // Steps of the work count only while it goes on (S10, S16).
        let open = self.is_open();
        match &fact.event {
            Event::Signed(_) if open => self.sign(fact),
            Event::Dispatched(e) if open => self.dispatch(fact, e),
            Event::UnitSigned(e) if open => {
                self.sign_unit(&e.unit, at);
            }
            // Kept by unit, not by stay: in the instant of a transfer the call is taken first (S3) and still counts (S8).
            Event::PhoneReminded(e) if open => {
                let calls = match e.about {
                    About::UnitSign => &mut self.reminded,
                    About::Reply | About::Close => &mut self.chased,
                };
                calls.push((e.unit.clone(), at));
            }
            Event::CoAssignRequested(e) if open => {
                if let Some(stay) = self.present_stay(&e.unit) {
                    stay.window_used.get_or_insert(at);
                    self.help_asked = Some(HelpAsked {
                        by: e.unit.clone(),
                        units: e.units.clone(),
                    });
                }
            }
            Event::Transferred(e) if open => self.transfer(fact, e),
            Event::Consulted(_) if open => self.consults.push(at),
            Event::ExtensionRequested(e) if open => {
                self.extension_requested = Some(at);
                match e.party {
                    Party::Unit => self.unit_requests.push(at),
                    Party::Office => {
                        self.office_request.get_or_insert(at);
                    }
                }
            }
            Event::ExtensionDecided(e) if self.voided.is_none() => {
                self.extension_decided = Some(at);
                if let (true, Some(due)) = (e.granted, e.close_due) {
                    self.extended_to = Some(due);
                }
            }
            Event::Replied(e) if open => self.reply(&e.unit, at),
            Event::Reviewed(e) if open => self.review(e, at),
            Event::Closed(_) if self.voided.is_none() => {
                self.closed.get_or_insert_with(|| mark(fact));
            }
            Event::Rated(e) if self.voided.is_none() => {
                self.rated = true;
                self.rating = Some(e.rating);
                if e.rating == Rating::Dissatisfied {
                    self.bad_ratings.push(BadRating {
                        at,
                        id: fact.id.clone(),
                        upheld: None,
                    });
                }
            }
            Event::FollowedUp(_) if self.voided.is_none() => self.follow_ups.push(at),
            Event::Reworked(_) if self.voided.is_none() => self.reworks.push(at),
            Event::Appealed(_) if self.voided.is_none() => self.appeals.push(at),
            Event::AppealDecided(e) if self.voided.is_none() => {
                self.appeal_decisions.push(at);
                if let (true, Some(rating)) = (e.upheld, self.bad_ratings.last_mut()) {
                    rating.upheld.get_or_insert(at);
                }
            }
            Event::LookedBack(e) if self.voided.is_none() => self.visits.push(Visit {
                at,
                stable: e.stable,
            }),
            Event::RevisionAdopted(e) if open => self.revision = Some(e.revision.clone()),
            Event::Contacted(_) => self.contacted = true,
            Event::Escalated(_) => self.escalated = true,
            Event::ReportedToPrincipal(_) => self.reported = true,
            Event::Linked(e) => {
                self.links.insert(e.other.clone());
            }
            Event::SuggestionDismissed(e) => {
                self.dismissed.insert(e.suggestion);
            }
            Event::Confirmed(e) => {
                self.confirmed.insert(e.what.clone());
                self.differences.remove(&e.what);
                self.kept.remove(&e.what);
            }
            Event::Differed(e) => self.differ(fact, e),
            Event::Tagged(e) => {
                self.tags.insert(e.tag);
            }
            Event::Untagged(e) => {
                self.tags.remove(&e.tag);
            }
            Event::Amended(e) => self.amend(e),
            Event::Voided(_) => {
                self.voided.get_or_insert_with(|| mark(fact));
            }
            // Steps after the end, and facts that change no case.
            Event::Received(_)
            | Event::Signed(_)
            | Event::Dispatched(_)
            | Event::UnitSigned(_)
            | Event::PhoneReminded(_)
            | Event::CoAssignRequested(_)
            | Event::Transferred(_)
            | Event::Consulted(_)
            | Event::ExtensionRequested(_)
            | Event::ExtensionDecided(_)
            | Event::Replied(_)
            | Event::Reviewed(_)
            | Event::Closed(_)
            | Event::Rated(_)
            | Event::FollowedUp(_)
            | Event::Reworked(_)
            | Event::Appealed(_)
            | Event::AppealDecided(_)
            | Event::LookedBack(_)
            | Event::RevisionAdopted(_)
            | Event::Noted(_)
            | Event::Undone(_)
            | Event::Excused(_)
            | Event::Swapped(_)
            | Event::StoodIn(_)
            | Event::HandedOver(_)
            | Event::StepDone(_) => {}
        }
    }

    fn sign(&mut self, fact: &Fact) {
        if !self.has(Already::Signed) {
            self.signed.get_or_insert_with(|| mark(fact));
        }
    }

    fn dispatch(&mut self, fact: &Fact, e: &Dispatched) {
        self.sign(fact);
        let first = self.dispatched.is_none();
        self.dispatched.get_or_insert_with(|| mark(fact));
        self.last_dispatch_by = Some(fact.by.clone());
        self.help_asked = None;
        for assignment in &e.units {
            self.give(
                &assignment.unit,
                assignment.role,
                fact.at,
                post_of(&fact.by),
            );
        }
        // A row that knew when the case was dispatched, but not when what followed happened.
        let listed = self.facts.already.contains(&Already::Dispatched);
        if first && !listed {
            self.take_in_what_followed();
        }
    }

    /// What had happened on a dispatch of known time before the desk knew.
    fn take_in_what_followed(&mut self) {
        let signed = self.has(Already::UnitSigned);
        let replied = self.has(Already::Replied);
        let verdict = self.has(Already::Reviewed).then_some(Verdict::Accepted);
        if signed && let Some(stay) = self.lead.as_ref().and_then(|l| self.stays.get_mut(l.stay)) {
            stay.signed = Some(Done::Before);
        }
        if replied && let Some(turn) = self.turns.first_mut() {
            turn.reply = Some(Done::Before);
            turn.verdict = verdict;
        }
    }

    /// Gives a unit the case or another role on it (S9, S17).
    fn give(&mut self, unit: &Unit, role: Role, at: Stamp, given_by: Option<Post>) {
        let index = self
            .stays
            .iter()
            .position(|s| s.left.is_none() && s.unit == *unit)
            .unwrap_or_else(|| {
                self.stays.push(Stay {
                    unit: unit.clone(),
                    role,
                    since: Done::At(at),
                    given_by,
                    signed: None,
                    window_used: None,
                    left: None,
                });
                self.stays.len() - 1
            });
        let leads = self.lead.as_ref().is_some_and(|l| l.stay == index);
        match role {
            Role::Lead if !leads => {
                self.step_down();
                self.lead = Some(Lead {
                    stay: index,
                    since: Done::At(at),
                });
                self.turns = vec![Turn::new(None, true)];
            }
            Role::Assist if leads => self.step_down(),
            Role::Lead | Role::Assist => {}
        }
        if let Some(stay) = self.stays.get_mut(index) {
            stay.role = role;
        }
    }

    /// Nobody leads any more; what the former lead did goes with it (S17).
    fn step_down(&mut self) {
        if let Some(stay) = self.lead.take().and_then(|l| self.stays.get_mut(l.stay)) {
            stay.role = Role::Assist;
        }
        self.turns.clear();
    }

    fn present_stay(&mut self, unit: &Unit) -> Option<&mut Stay> {
        self.stays
            .iter_mut()
            .find(|s| s.left.is_none() && s.unit == *unit)
    }

    fn sign_unit(&mut self, unit: &Unit, at: Stamp) -> bool {
        self.present_stay(unit).is_some_and(|stay| {
            stay.signed.get_or_insert(Done::At(at));
            true
        })
    }

    /// A unit passes the case on. One that was not on it can only come from history; whom it names has the case all the
    /// same.
    fn transfer(&mut self, fact: &Fact, e: &Transferred) {
        let was_on = self.sign_unit(&e.from, fact.at);
        let led = was_on && self.lead_unit() == Some(&e.from);
        if led {
            self.step_down();
        }
        if let Some(stay) = self.present_stay(&e.from) {
            stay.window_used.get_or_insert(fact.at);
            stay.left = Some(fact.at);
            stay.role = if led { Role::Lead } else { stay.role };
        }
        self.transfers += 1;
        let role = if led || (!was_on && self.lead.is_none()) {
            Role::Lead
        } else {
            Role::Assist
        };
        let Some(to) = &e.to else { return };
        // A transfer by an assisting unit leaves the lead alone, also when it is to the lead (S17).
        if role == Role::Lead || self.lead_unit() != Some(to) {
            let before = self.last_dispatch_by.as_ref().and_then(post_of);
            self.give(to, role, fact.at, post_of(&fact.by).or(before));
        }
    }

    fn reply(&mut self, unit: &Unit, at: Stamp) {
        if !self.sign_unit(unit, at) || self.lead_unit() != Some(unit) {
            return;
        }
        // It went on without them.
        self.help_asked = None;
        // A reply nobody asked for changes nothing (S17).
        if let Some(turn) = self.turns.last_mut() {
            turn.reply.get_or_insert(Done::At(at));
        }
    }

    fn review(&mut self, e: &Reviewed, at: Stamp) {
        let Some(index) = self.turns.iter().rposition(|t| t.reply.is_some()) else {
            return;
        };
        let Some(turn) = self.turns.get_mut(index) else {
            return;
        };
        let first = turn.verdict.is_none();
        turn.verdict = Some(e.verdict);
        // Only the first verdict on a reply starts a clock (S7); a later one asks again without one.
        if e.verdict == Verdict::Nonstandard && index + 1 == self.turns.len() {
            self.turns.push(Turn::new(Some(at), first));
        }
    }

    /// An import says where the platform's list differs; a person says what becomes of it (R9).
    fn differ(&mut self, fact: &Fact, e: &Differed) {
        let field = e.field.clone();
        self.kept.remove(&field);
        if fact.by == Actor::System && !e.taken {
            let difference = Difference {
                here: e.here.clone(),
                there: e.there.clone(),
                at: fact.at,
            };
            self.differences.insert(field, difference);
            return;
        }
        self.differences.remove(&field);
        if !e.taken {
            self.kept.insert(field);
        }
    }

    fn amend(&mut self, e: &Amended) {
        let new = &e.fields;
        let facts = &mut self.facts;
        replace(&mut facts.kind, new.kind.as_ref());
        replace(&mut facts.community, new.community.as_ref());
        replace(&mut facts.title, new.title.as_ref());
        replace(&mut facts.body, new.body.as_ref());
        replace(&mut facts.address, new.address.as_ref());
        replace(&mut facts.reporter, new.reporter.as_ref());
        replace(&mut facts.phone, new.phone.as_ref());
        replace(&mut facts.channel, new.channel.as_ref());
        replace(&mut facts.close_due, new.close_due.as_ref());
    }
}

fn replace<T: Clone>(slot: &mut T, new: Option<&T>) {
    if let Some(new) = new {
        slot.clone_from(new);
    }
}

fn mark(fact: &Fact) -> Mark {
    Mark {
        at: fact.at,
        by: fact.by.clone(),
    }
}

fn post_of(actor: &Actor) -> Option<Post> {
    match actor {
        Actor::Post(post) => Some(*post),
        Actor::Unit(_) | Actor::System => None,
    }
}

/// The steps of the list with those that must have gone before them; a unit need not have signed for a case to be closed,
/// but then its clock is no longer owed either.
fn implied(already: &[Already]) -> BTreeSet<Already> {
    let last = already.iter().max();
    Already::ALL
        .iter()
        .copied()
        .filter(|step| last.is_some_and(|last| step <= last))
        .collect()
}

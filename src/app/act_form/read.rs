//! What a dialog adds up to: the acts it asks for, or what is wrong with its fields.
//!
//! Whether the acts are allowed is not asked here; the writer decides that.

use super::{ActForm, Field, Pick, Problem, Slot, Value};
use crate::app::acts::{ActName, to_lead};
use crate::app::typed_time::read_time;
use crate::domain::command::Act;
use crate::domain::event::Fields;
use crate::domain::ids::{Fault, Number, Unit, Verdict};
use crate::domain::text::ascii_twin;
use crate::domain::time::Stamp;

/// What a dialog asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The acts, in order.
    pub acts: Vec<Act>,
    /// What is said about them besides.
    pub note: Option<String>,
}

/// The longest number in signs.
const NUMBER_LIMIT: usize = 64;

/// Reads a dialog whose act is said to happen `at` a moment.
///
/// # Errors
/// What is wrong with which field.
pub fn read(form: &ActForm, now: Stamp, at: Stamp) -> Result<Planned, Vec<(Slot, Problem)>> {
    let mut reader = Reader {
        form,
        now,
        at,
        problems: Vec::new(),
    };
    let acts = reader.acts();
    // A follow-up names the cause (R10); of what else was said no dialog but these asks.
    let note = if form.act == ActName::FollowUp {
        reader.needed(Slot::Cause)
    } else {
        reader.optional(Slot::Said)
    };
    if reader.problems.is_empty() {
        Ok(Planned { acts, note })
    } else {
        Err(reader.problems)
    }
}

/// The faults that the checklist of a review says as it stands; none: the reply is accepted.
#[must_use]
pub fn faults(form: &ActForm) -> Vec<Fault> {
    let fault = |slot: Slot| {
        if let Slot::Point(fault) = slot {
            return (!form.is_ticked(slot)).then_some(fault);
        }
        if let Slot::Besides(fault) = slot {
            return form.is_ticked(slot).then_some(fault);
        }
        None
    };
    let mut faults: Vec<Fault> = form.fields.iter().filter_map(|f| fault(f.slot)).collect();
    faults.sort();
    faults
}

struct Reader<'a> {
    form: &'a ActForm,
    now: Stamp,
    at: Stamp,
    problems: Vec<(Slot, Problem)>,
}

impl Reader<'_> {
    fn acts(&mut self) -> Vec<Act> {
        let act = match self.form.act {
            ActName::Sign => Some(Act::Sign),
            ActName::Consult => Some(Act::Consult),
            ActName::Contact => Some(Act::Contact),
            ActName::FollowUp => Some(Act::FollowUp),
            ActName::Rework => Some(Act::Rework),
            // These have screens of their own.
            ActName::Dispatch | ActName::Remind => None,
            ActName::UnitSign => self.unit().map(|unit| Act::UnitSign { unit: Some(unit) }),
            ActName::Transfer => self.transfer(),
            ActName::CoAssign => self.co_assign(),
            ActName::Lead => self.one_needed(Slot::To).map(to_lead),
            ActName::Reply => self.photos().map(|photos| Act::Reply {
                unit: None,
                text: self.form.typed(Slot::Text).to_owned(),
                photos,
                approved_by: self.optional(Slot::ApprovedBy),
            }),
            ActName::Review => self.review(),
            ActName::Extend => self.extend(),
            ActName::DecideExtension => self.decide_extension(),
            ActName::Close => self.needed(Slot::Reason).map(|reason| Act::Close {
                unreviewed: true,
                reason: Some(reason),
            }),
            ActName::Rate => self.rate(),
            ActName::Appeal => self.needed(Slot::ApprovedBy).map(|who| Act::FileAppeal {
                approved_by: Some(who),
                stamped: self.form.is_ticked(Slot::Stamped),
            }),
            ActName::DecideAppeal => self.decide_appeal(),
            ActName::LookBack => self.look_back(),
            ActName::Tag => return self.tags(),
            ActName::Note => self.needed(Slot::Text).map(|text| Act::Note { text }),
            ActName::Amend => Some(self.amend()),
            ActName::Link => self.number().map(|other| Act::Link { other }),
            ActName::Escalate => Some(Act::Escalate {
                to: self.optional(Slot::Whom),
            }),
            ActName::Report => Some(Act::Report {
                to: self.optional(Slot::Whom),
            }),
            ActName::Excuse => self.excuse(),
            ActName::Void => self.needed(Slot::Reason).map(|reason| Act::Void { reason }),
        };
        act.into_iter().collect()
    }

    fn wrong<T>(&mut self, slot: Slot, problem: Problem) -> Option<T> {
        self.problems.push((slot, problem));
        None
    }

    fn optional(&self, slot: Slot) -> Option<String> {
        Some(self.form.typed(slot).to_owned()).filter(|t| !t.is_empty())
    }

    fn needed(&mut self, slot: Slot) -> Option<String> {
        let typed = self.optional(slot);
        typed.or_else(|| self.wrong(slot, Problem::Empty))
    }

    fn chosen(&mut self, slot: Slot) -> Option<Pick> {
        let chosen = self.form.chosen(slot).cloned();
        chosen.or_else(|| self.wrong(slot, Problem::NotChosen))
    }

    fn unit(&mut self) -> Option<Unit> {
        let Pick::Unit(unit) = self.chosen(Slot::Unit)? else {
            return None;
        };
        Some(unit)
    }

    /// The units found in a field; what is typed and finds none is a mistake.
    fn found(&mut self, slot: Slot) -> Option<Vec<Unit>> {
        let Some(Value::Units(finding)) = self.form.value(slot) else {
            return None;
        };
        if finding.touched && finding.list.shown.is_empty() {
            return self.wrong(slot, Problem::NoSuchUnit);
        }
        Some(finding.meant().into_iter().cloned().collect())
    }

    fn one_needed(&mut self, slot: Slot) -> Option<Unit> {
        let found = self.found(slot)?.into_iter().next();
        found.or_else(|| self.wrong(slot, Problem::NotChosen))
    }

    fn transfer(&mut self) -> Option<Act> {
        let (from, to) = (self.unit(), self.found(Slot::To));
        let grounds = self.needed(Slot::Grounds);
        Some(Act::Transfer {
            from: from?,
            to: to?.into_iter().next(),
            grounds: grounds?,
        })
    }

    fn co_assign(&mut self) -> Option<Act> {
        let (unit, units) = (self.unit(), self.found(Slot::Units));
        if units.as_ref().is_some_and(Vec::is_empty) {
            self.wrong::<()>(Slot::Units, Problem::NotChosen);
        }
        let grounds = self.needed(Slot::Grounds);
        Some(Act::CoAssign {
            unit: unit?,
            units: units?,
            grounds: grounds?,
        })
    }

    fn photos(&mut self) -> Option<u32> {
        let typed: String = self
            .form
            .typed(Slot::Photos)
            .chars()
            .map(ascii_twin)
            .collect();
        if typed.is_empty() {
            return Some(0);
        }
        let count = typed.parse().ok();
        count.or_else(|| self.wrong(Slot::Photos, Problem::NotACount))
    }

    fn review(&mut self) -> Option<Act> {
        if !self.form.has_content() {
            let first = Slot::Point(Fault::NotPointByPoint);
            return self.wrong(first, Problem::NotGoneThrough);
        }
        let faults = faults(self.form);
        let verdict = if faults.is_empty() {
            Verdict::Accepted
        } else {
            Verdict::Nonstandard
        };
        Some(Act::Review { verdict, faults })
    }

    fn extend(&mut self) -> Option<Act> {
        let party = self.chosen(Slot::Party);
        let reason = self.needed(Slot::Reason);
        let (Pick::Party(party), reason) = (party?, reason?) else {
            return None;
        };
        Some(Act::RequestExtension { party, reason })
    }

    fn decide_appeal(&mut self) -> Option<Act> {
        let Pick::Upheld(upheld) = self.chosen(Slot::Decision)? else {
            return None;
        };
        Some(Act::DecideAppeal { upheld })
    }

    fn look_back(&mut self) -> Option<Act> {
        let Pick::Stable(stable) = self.chosen(Slot::Found)? else {
            return None;
        };
        Some(Act::LookBack { stable })
    }

    fn decide_extension(&mut self) -> Option<Act> {
        let Pick::Granted(granted) = self.chosen(Slot::Decision)? else {
            return None;
        };
        let close_due = if granted {
            let typed = self.needed(Slot::CloseDue)?;
            let due = self.time(Slot::CloseDue, &typed)?;
            if due <= self.at {
                return self.wrong(Slot::CloseDue, Problem::OverAlready);
            }
            Some(due)
        } else if self.optional(Slot::CloseDue).is_some() {
            return self.wrong(Slot::CloseDue, Problem::Refused);
        } else {
            None
        };
        Some(Act::DecideExtension { granted, close_due })
    }

    fn time(&mut self, slot: Slot, typed: &str) -> Option<Stamp> {
        let read = read_time(typed, self.now).map(|t| t.at);
        read.or_else(|| self.wrong(slot, Problem::NotATime))
    }

    fn rate(&mut self) -> Option<Act> {
        let rating = self.chosen(Slot::Rating);
        let asks_why = self.form.value(Slot::Reason).is_some();
        let reason = if asks_why {
            Some(self.needed(Slot::Reason)?)
        } else {
            None
        };
        let Pick::Rating(rating) = rating? else {
            return None;
        };
        Some(Act::Rate { rating, reason })
    }

    /// One act for each tag that was ticked or unticked.
    fn tags(&mut self) -> Vec<Act> {
        let changed = self.form.fields.iter().filter(|f| f.is_changed());
        let acts: Vec<Act> = changed
            .filter_map(|f| {
                let Slot::Tag(tag) = f.slot else { return None };
                Some(if self.form.is_ticked(f.slot) {
                    Act::Tag { tag }
                } else {
                    Act::Untag { tag }
                })
            })
            .collect();
        if acts.is_empty()
            && let Some(first) = self.form.fields.first()
        {
            self.wrong::<()>(first.slot, Problem::NotChosen);
        }
        acts
    }

    /// What was changed in the dialog, and nothing else: what another window amended meanwhile stays.
    fn amend(&mut self) -> Act {
        let form = self.form;
        let is_new = |slot: Slot| {
            let field = form.fields.iter().find(|f| f.slot == slot);
            field.is_some_and(Field::is_changed)
        };
        let mut fields = Fields {
            address: self.changed(Slot::Address),
            body: self.changed(Slot::Body),
            reporter: self.changed(Slot::Reporter),
            phone: self.changed(Slot::Phone),
            channel: self.changed(Slot::Channel),
            ..Fields::default()
        };
        if is_new(Slot::Title) {
            fields.title = self
                .needed(Slot::Title)
                .and_then(|_| self.changed(Slot::Title));
        }
        if is_new(Slot::Kind)
            && let Some(Pick::Kind(kind)) = form.chosen(Slot::Kind)
        {
            fields.kind = Some(*kind);
        }
        if is_new(Slot::Community)
            && let Some(Pick::Community(community)) = form.chosen(Slot::Community)
        {
            fields.community = Some(community.clone());
        }
        if is_new(Slot::CloseDue) {
            // Emptied, it is the rule's again.
            let due = self.optional(Slot::CloseDue);
            fields.close_due = Some(due.and_then(|typed| self.time(Slot::CloseDue, &typed)));
        }
        Act::Amend {
            fields,
            reason: self.optional(Slot::Reason),
        }
    }

    /// What a field that was changed is to hold.
    fn changed(&mut self, slot: Slot) -> Option<String> {
        let field = self.form.fields.iter().find(|f| f.slot == slot)?;
        if !field.is_changed() {
            return None;
        }
        let meant = field.meant();
        meant.or_else(|| self.wrong(slot, Problem::Masked))
    }

    fn number(&mut self) -> Option<Number> {
        let typed = self.needed(Slot::Other)?;
        let typed: String = typed.chars().map(ascii_twin).collect();
        let is_number =
            typed.chars().count() <= NUMBER_LIMIT && !typed.contains(char::is_whitespace);
        if is_number {
            Some(Number::from(typed))
        } else {
            self.wrong(Slot::Other, Problem::BadNumber)
        }
    }

    fn excuse(&mut self) -> Option<Act> {
        let lapse = self.chosen(Slot::Lapse);
        let reason = self.needed(Slot::Reason);
        let (Pick::Lapse(lapse), reason) = (lapse?, reason?) else {
            return None;
        };
        Some(Act::Excuse {
            of: lapse.of.to_owned(),
            unit: lapse.unit,
            target: lapse.target,
            reason,
        })
    }
}

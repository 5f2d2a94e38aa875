//! The reports in words: figures in, a format-free report out. For files, the terminal and the boards alike.
//!
//! Counts nothing. Called by `cli` and the boards.

mod board;
mod bulletin;
mod day;
mod ladder;
mod lists;

use std::collections::BTreeMap;

use super::{Texts, say};
use crate::domain::ids::{Actor, Community, Fault, Revision};
use crate::domain::oversight::{Answerer, Lapse, LapseKind, Subject};
use crate::domain::period::Period;
use crate::domain::policy::Step;
use crate::domain::report::{Cell, Column};
use crate::domain::time::Stamp;

/// A column of a width.
fn column(heading: String, width: u16) -> Column {
    Column { heading, width }
}

impl Texts {
    /// A period by name.
    #[must_use]
    pub fn period(&self, period: Period) -> String {
        let (from, to) = (period.first_day(), period.last_day());
        match period {
            Period::Day(day) => format!("{} {}", day.format("%Y-%m-%d"), self.weekday(day)),
            Period::Week(_) => say!(
                self,
                "report-week",
                name = period.to_string(),
                from = from.format("%m-%d").to_string(),
                to = to.format("%m-%d").to_string()
            ),
            Period::Month(_) => say!(self, "report-month", name = period.to_string()),
        }
    }

    /// What a lapse is.
    #[must_use]
    pub fn lapse_kind(&self, kind: LapseKind) -> String {
        match kind {
            LapseKind::LateSign => say!(self, "lapse-late-sign"),
            LapseKind::LateReply => say!(self, "lapse-late-reply"),
            LapseKind::LateClose => say!(self, "lapse-late-close"),
            LapseKind::Nonstandard => say!(self, "lapse-nonstandard"),
            LapseKind::BadRating => say!(self, "lapse-bad-rating"),
        }
    }

    /// A step that follows from lapses.
    #[must_use]
    pub fn ladder_step(&self, step: Step) -> String {
        match step {
            Step::WeeklyStatement => say!(self, "ladder-step-weekly-statement"),
            Step::OfficeStatement => say!(self, "ladder-step-office-statement"),
            Step::Accountability => say!(self, "ladder-step-accountability"),
            Step::Discipline => say!(self, "ladder-step-discipline"),
        }
    }

    /// Somebody on the ladder.
    #[must_use]
    pub fn subject(&self, subject: &Subject) -> String {
        self.who(&subject.actor, subject.person.as_deref())
    }

    fn joined(&self, parts: impl IntoIterator<Item = String>) -> String {
        let parts: Vec<String> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        parts.join(&say!(self, "list-separator"))
    }

    pub(in crate::app) fn actors(&self, actors: &[Actor]) -> String {
        self.joined(actors.iter().map(|a| self.actor(a)))
    }

    pub(in crate::app) fn answerers(&self, answers: &[Answerer]) -> String {
        self.joined(
            answers
                .iter()
                .map(|a| self.who(&a.actor, a.person.as_deref())),
        )
    }

    pub(in crate::app) fn community_or_none(&self, community: Option<&Community>) -> String {
        community.map_or_else(|| say!(self, "unassigned"), ToString::to_string)
    }

    pub(in crate::app) fn grounds(&self, because: &[(&'static str, Stamp)]) -> String {
        self.joined(
            because.iter().map(|(event, at)| {
                format!("{} {}", self.event(event), self.moment(at.to_second()))
            }),
        )
    }

    /// How a lapse is judged: by which rule and how late, or with which faults; and whether it is excused.
    pub(in crate::app) fn judged(&self, lapse: &Lapse) -> String {
        let mut words = vec![match lapse.rule {
            Some(rule) => format!("{rule} {}", self.lapse_kind(lapse.kind)),
            None => self.lapse_kind(lapse.kind),
        }];
        words.extend(lapse.faults.iter().map(|fault| self.fault(*fault)));
        if !lapse.ranked {
            words.push(say!(self, "report-unranked"));
        }
        if let Some(excuse) = &lapse.excused {
            words.push(say!(
                self,
                "report-excused",
                by = self.actor(&excuse.by),
                reason = excuse.reason.as_str()
            ));
        }
        self.joined(words)
    }

    fn fault_counts(&self, faults: &[(Fault, u32)]) -> Vec<String> {
        let line = |(fault, count): &(Fault, u32)| {
            say!(
                self,
                "report-count",
                what = self.fault(*fault),
                count = *count
            )
        };
        faults.iter().map(line).collect()
    }

    /// The columns of [`Texts::lapse_row`].
    fn lapse_columns(&self) -> Vec<Column> {
        vec![
            column(say!(self, "report-col-at"), 18),
            column(say!(self, "report-col-number"), 18),
            column(say!(self, "report-col-title"), 30),
            column(say!(self, "report-col-verdict"), 26),
            column(say!(self, "report-col-late"), 11),
            column(say!(self, "report-col-answers"), 22),
            column(say!(self, "report-col-because"), 40),
            column(say!(self, "report-col-revision"), 10),
        ]
    }

    fn lapse_row(&self, lapse: &Lapse) -> Vec<Cell> {
        vec![
            lapse.at.to_second().into(),
            lapse.number.as_str().into(),
            lapse.title.as_str().into(),
            self.judged(lapse).into(),
            lapse.late_seconds.map_or(Cell::Empty, Cell::Span),
            self.answerers(&lapse.answers).into(),
            self.grounds(&lapse.because).into(),
            lapse.revision.short().into(),
        ]
    }

    /// The revision that a report goes by and those by which its verdicts were given, each with how many (T10).
    fn judged_by<'a>(
        &self,
        own: &'a Revision,
        verdicts: impl Iterator<Item = &'a Revision>,
    ) -> String {
        let mut counts = BTreeMap::from([(own, 0)]);
        for revision in verdicts {
            *counts.entry(revision).or_insert(0) += 1;
        }
        let named = counts.into_iter().map(|(revision, count)| {
            say!(
                self,
                "report-judged-by",
                revision = revision.as_str(),
                count = count
            )
        });
        say!(self, "report-judged", revisions = self.joined(named))
    }

    /// What the figures rest on: whether the period still runs, and years without calendar data.
    fn foundations(&self, running: bool, now: Stamp, gaps: &[i32]) -> Vec<String> {
        let at = self.full_moment(now.to_second());
        let mut notes = vec![if running {
            say!(self, "report-running", at = at)
        } else {
            say!(self, "report-made", at = at)
        }];
        if !gaps.is_empty() {
            let years: Vec<String> = gaps.iter().map(ToString::to_string).collect();
            notes.push(say!(self, "report-gaps", years = years.join(" ")));
        }
        notes
    }
}

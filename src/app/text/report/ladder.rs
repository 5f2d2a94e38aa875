//! The accountability ladder in words (O2, O3).

use std::collections::BTreeMap;

use super::column;
use crate::app::text::{Texts, say};
use crate::domain::oversight::{Ladder, Lapse, LastPlace, OfRung, OnLadder};
use crate::domain::report::{Block, Cell, Report, Table};
use crate::domain::time::Stamp;

impl Texts {
    /// The ladder as a report.
    #[must_use]
    pub fn ladder_report(&self, ladder: &Ladder, now: Stamp) -> Report {
        let mut notes = vec![say!(
            self,
            "ladder-notes",
            revision = ladder.revision.short()
        )];
        notes.extend(self.foundations(ladder.running, now, &[]));
        let lapses = ladder.subjects.iter().flat_map(|s| &s.lapses);
        let of_case = |lapse: &Lapse| (lapse.number.clone(), lapse.at, lapse.kind, lapse.rule);
        // A lapse that several share is one verdict.
        let verdicts: BTreeMap<_, _> = lapses.map(|l| (of_case(l), &l.revision)).collect();
        notes.push(self.judged_by(&ladder.revision, verdicts.into_values()));
        let mut blocks = vec![
            Block::Table(self.standings(ladder)),
            Block::Text {
                heading: say!(self, "ladder-last"),
                lines: self.last_places(ladder),
            },
        ];
        for subject in ladder.subjects.iter().filter(|s| !s.lapses.is_empty()) {
            // A person who did all of what their post or unit answers for has the same list: it stands once, under both.
            let same = |other: &&OnLadder| {
                other.who.actor == subject.who.actor && other.lapses == subject.lapses
            };
            let same: Vec<&OnLadder> = ladder.subjects.iter().filter(same).collect();
            if same.first().is_some_and(|first| first.who != subject.who) {
                continue;
            }
            let who = self.joined(same.iter().map(|s| self.subject(&s.who)));
            blocks.push(Block::Table(Table {
                heading: say!(self, "ladder-cases", who = who),
                columns: self.lapse_columns(),
                rows: subject.lapses.iter().map(|l| self.lapse_row(l)).collect(),
                empty: String::new(),
            }));
        }
        Report {
            title: say!(self, "ladder-title", period = self.period(ladder.period)),
            notes,
            blocks,
        }
    }

    fn standings(&self, ladder: &Ladder) -> Table {
        let rows = ladder.subjects.iter().flat_map(|subject| {
            subject.steps.iter().map(|step| {
                vec![
                    self.subject(&subject.who).into(),
                    self.ladder_step(step.step).into(),
                    self.period(step.since).into(),
                    step.count.into(),
                    step.limit.into(),
                    self.standing(step).into(),
                ]
            })
        });
        Table {
            heading: say!(self, "ladder-standings"),
            columns: vec![
                column(say!(self, "report-col-who"), 20),
                column(say!(self, "report-col-follows"), 18),
                column(say!(self, "report-col-since"), 12),
                column(say!(self, "report-col-count"), 8),
                column(say!(self, "report-col-limit"), 8),
                column(say!(self, "report-col-standing"), 42),
            ],
            rows: rows.collect::<Vec<Vec<Cell>>>(),
            empty: say!(self, "ladder-nobody"),
        }
    }

    pub(in crate::app) fn standing(&self, step: &OfRung) -> String {
        match (step.reached, step.done) {
            (Some(_), Some(done)) => {
                say!(self, "ladder-done", at = self.full_moment(done.to_second()))
            }
            (Some(at), None) => say!(
                self,
                "ladder-reached",
                at = self.full_moment(at.to_second())
            ),
            (None, _) => say!(self, "ladder-left", left = step.left),
        }
    }

    /// The units in the last place, by month (O2).
    fn last_places(&self, ladder: &Ladder) -> Vec<String> {
        let running = ladder.running.then(|| say!(self, "ladder-last-running"));
        let months = ladder.last.iter().map(|month| {
            say!(
                self,
                "ladder-last-month",
                month = self.period(month.period),
                who = self.last_of(month),
                revision = month.revision.short()
            )
        });
        running.into_iter().chain(months).collect()
    }

    pub(super) fn last_of(&self, month: &LastPlace) -> String {
        if month.units.is_empty() {
            return say!(self, "report-none");
        }
        self.joined(month.units.iter().map(ToString::to_string))
    }
}

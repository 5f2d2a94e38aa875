//! The lists beside the queue in words: what follows a close, the platform's list, the duty roster, the reminder journal.

use super::column;
use crate::app::text::{Texts, say};
use crate::domain::aftercare::{Duty, Owing};
use crate::domain::ids::{Number, Post, Unit};
use crate::domain::reconcile::Ledger;
use crate::domain::report::{Block, Cell, Report, Table};
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::telling::JournalRow;
use crate::domain::time::{Date, Stamp};

impl Texts {
    /// What is owed after the close, in the order given.
    #[must_use]
    pub fn aftercare_report(&self, owed: &[(&Owing, &Duty)], now: Stamp) -> Report {
        let rows = owed.iter().map(|(owing, duty)| {
            vec![
                self.when(duty.when(now)).into(),
                duty.due.map(Stamp::to_second).into(),
                owing.number().as_str().into(),
                duty.what.rule().into(),
                self.owed(duty.what).into(),
                duty.unit.as_ref().map(Unit::as_str).into(),
                duty.since.to_second().into(),
                owing.row.title.as_str().into(),
            ]
        });
        let table = Table {
            heading: say!(self, "action-aftercare"),
            columns: vec![
                column(say!(self, "report-col-when"), 10),
                column(say!(self, "report-col-due"), 18),
                column(say!(self, "report-col-number"), 18),
                column(say!(self, "report-col-rule"), 8),
                column(say!(self, "report-col-owed"), 14),
                column(say!(self, "report-col-unit"), 18),
                column(say!(self, "report-col-begun"), 18),
                column(say!(self, "report-col-title"), 36),
            ],
            rows: rows.collect(),
            empty: say!(self, "aftercare-empty"),
        };
        self.alone(table, now)
    }

    /// Where the desk and the platform's list disagree.
    #[must_use]
    pub fn reconcile_report(&self, ledger: &Ledger, now: Stamp) -> Report {
        let differing = ledger.differing.iter().map(|d| {
            vec![
                d.about.number.as_str().into(),
                self.differing_field(&d.field).into(),
                self.differing_value(&d.field, &d.here).into(),
                self.differing_value(&d.field, &d.there).into(),
                d.at.to_second().into(),
                d.about.title.as_str().into(),
            ]
        });
        let only_here = ledger.only_here.iter().map(|o| {
            vec![
                o.about.number.as_str().into(),
                o.received.to_second().into(),
                o.list.at.to_second().into(),
                o.about.title.as_str().into(),
            ]
        });
        let steps = ledger.unconfirmed.iter().flat_map(|case| {
            case.steps.iter().map(|(what, at, by)| {
                vec![
                    case.about.number.as_str().into(),
                    self.event(what).into(),
                    at.to_second().into(),
                    self.actor(by).into(),
                    case.about.title.as_str().into(),
                ]
            })
        });
        let number = || column(say!(self, "report-col-number"), 18);
        let title = || column(say!(self, "report-col-title"), 36);
        let listed = || column(say!(self, "report-col-listed"), 18);
        let table = |heading, columns, rows: Vec<Vec<Cell>>| {
            let empty = say!(self, "report-none");
            Block::Table(Table {
                heading,
                columns,
                rows,
                empty,
            })
        };
        let list = match &ledger.list {
            None => say!(self, "reconcile-no-list"),
            Some(list) => {
                let at = self.full_moment(list.at.to_second());
                say!(self, "reconcile-list", at = at, rows = list.rows)
            }
        };
        let mut notes = vec![list];
        if ledger.more_unconfirmed > 0 {
            let count = ledger.more_unconfirmed;
            notes.push(say!(self, "reconcile-more-unconfirmed", count = count));
        }
        notes.extend(self.foundations(false, now, &[]));
        Report {
            title: say!(self, "action-reconcile"),
            notes,
            blocks: vec![
                table(
                    say!(self, "reconcile-differing"),
                    vec![
                        number(),
                        column(say!(self, "report-col-field"), 12),
                        column(say!(self, "reconcile-here"), 20),
                        column(say!(self, "reconcile-there"), 20),
                        listed(),
                        title(),
                    ],
                    differing.collect(),
                ),
                table(
                    say!(self, "reconcile-only-here"),
                    vec![
                        number(),
                        column(say!(self, "report-col-received"), 18),
                        listed(),
                        title(),
                    ],
                    only_here.collect(),
                ),
                table(
                    say!(self, "reconcile-unconfirmed"),
                    vec![
                        number(),
                        column(say!(self, "report-col-step"), 14),
                        column(say!(self, "report-col-at"), 18),
                        column(say!(self, "report-col-who"), 18),
                        title(),
                    ],
                    steps.collect(),
                ),
            ],
        }
    }

    /// Who is on duty on each of these days, and what was changed about it.
    #[must_use]
    pub fn roster_report(
        &self,
        roster: &Roster,
        rules: &Rules,
        days: &[Date],
        now: Stamp,
    ) -> Report {
        let month = days.first().map(|day| day.format("%Y-%m").to_string());
        let rows = days.iter().map(|day| {
            let week = Roster::by_week(rules, *day);
            let swapped = roster.swap(*day).is_some();
            let stand_ins = Post::ALL.iter().filter_map(|absent| {
                let post = roster.stand_in(*day, *absent)?;
                Some(say!(
                    self,
                    "roster-stands-in",
                    absent = self.post(*absent),
                    post = self.post(post)
                ))
            });
            let handover = roster.handovers.get(day);
            let entry = rules.calendar.entry(*day).map(|entry| entry.name.as_str());
            vec![
                day.to_string().into(),
                self.weekday(*day).into(),
                self.day_kind(&rules.calendar, *day).into(),
                entry.into(),
                self.post(roster.on_duty(rules, *day)).into(),
                swapped.then(|| self.post(week)).into(),
                self.joined(stand_ins).into(),
                handover.map(|h| self.post(h.to)).into(),
                handover.and_then(|h| h.note.clone()).into(),
            ]
        });
        let table = Table {
            heading: say!(self, "roster-title", month = month.unwrap_or_default()),
            columns: vec![
                column(say!(self, "report-col-day"), 12),
                column(say!(self, "report-col-weekday"), 8),
                column(say!(self, "report-col-day-kind"), 10),
                column(say!(self, "report-col-holiday"), 12),
                column(say!(self, "report-col-on-duty"), 8),
                column(say!(self, "report-col-by-week"), 10),
                column(say!(self, "report-col-stand-in"), 12),
                column(say!(self, "report-col-handed-to"), 10),
                column(say!(self, "roster-note"), 20),
            ],
            rows: rows.collect(),
            empty: say!(self, "report-none"),
        };
        self.alone(table, now)
    }

    /// The reminder journal of a date.
    #[must_use]
    pub fn journal_report(&self, rows: &[JournalRow], date: Date, now: Stamp) -> Report {
        let rows = rows.iter().map(|row| {
            vec![
                row.occasion.at.to_second().into(),
                self.outcome(row.outcome).into(),
                row.told_at.map(Stamp::to_second).into(),
                self.means(&row.means).into(),
                row.occasion.number.as_ref().map(Number::as_str).into(),
                self.journal_matter(row).into(),
                row.due.map(Stamp::to_second).into(),
                row.acknowledged.map(Stamp::to_second).into(),
            ]
        });
        let table = Table {
            heading: say!(self, "journal-title", date = date.to_string()),
            columns: vec![
                column(say!(self, "journal-head-at"), 18),
                column(say!(self, "journal-head-outcome"), 12),
                column(say!(self, "journal-head-told"), 18),
                column(say!(self, "journal-head-means"), 14),
                column(say!(self, "report-col-number"), 18),
                column(say!(self, "journal-head-what"), 36),
                column(say!(self, "report-col-due"), 18),
                column(say!(self, "report-col-acknowledged"), 18),
            ],
            rows: rows.collect(),
            empty: say!(self, "journal-empty"),
        };
        self.alone(table, now)
    }

    /// One table as a report of its own.
    fn alone(&self, table: Table, now: Stamp) -> Report {
        Report {
            title: table.heading.clone(),
            notes: self.foundations(false, now, &[]),
            blocks: vec![Block::Table(table)],
        }
    }
}

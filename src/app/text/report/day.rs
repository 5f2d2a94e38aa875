//! The day's summary in words.

use super::column;
use crate::app::text::{Texts, say};
use crate::domain::day_summary::{DaySummary, Done, Open, Timing};
use crate::domain::period::Period;
use crate::domain::report::{Bars, Block, Cell, Point, Report, Strip, Table};
use crate::domain::time::Stamp;

impl Texts {
    /// The summary of a day as a report.
    #[must_use]
    pub fn day_report(&self, summary: &DaySummary, now: Stamp) -> Report {
        let mut notes = vec![say!(
            self,
            "summary-notes",
            post = self.post(summary.on_duty),
            received = summary.total.received,
            signed = summary.total.signed,
            dispatched = summary.total.dispatched,
            closed = summary.total.closed
        )];
        notes.extend(self.foundations(summary.running, now, &summary.calendar_gaps));
        notes.push(self.judged_by(
            &summary.revision,
            summary.breaches.iter().map(|b| &b.revision),
        ));
        let [communities, kinds] = self.day_groups(summary);
        let [community_times, kind_times] = self.timed_groups(summary, false);
        Report {
            title: say!(
                self,
                "summary-title",
                day = self.period(Period::Day(summary.date))
            ),
            notes,
            blocks: vec![
                Block::Table(self.timings(summary)),
                Block::Table(communities),
                Block::Table(community_times),
                Block::Table(kinds),
                Block::Table(kind_times),
                Block::Bars(self.arrivals(summary)),
                Block::Strip(self.sign_strip(summary)),
                Block::Text {
                    heading: say!(self, "summary-dealings"),
                    lines: self.dealings(summary),
                },
                self.handover(summary),
                Block::Table(self.open_cases(
                    say!(
                        self,
                        "summary-due-tomorrow",
                        post = self.post(summary.handover.to)
                    ),
                    &summary.due_tomorrow,
                )),
                Block::Table(self.open_cases(say!(self, "summary-overdue"), &summary.overdue)),
                Block::Table(self.breaches_of_day(summary)),
            ],
        }
    }

    /// What was done by community and by kind.
    pub(in crate::app) fn day_groups(&self, summary: &DaySummary) -> [Table; 2] {
        let [communities, kinds] = self.group_names(summary);
        [
            self.steps_of(
                say!(self, "report-by-community"),
                &communities,
                &summary.communities,
            ),
            self.steps_of(say!(self, "report-by-kind"), &kinds, &summary.kinds),
        ]
    }

    /// How long signing and dispatching took by community and by kind; under `short` heads for a screen.
    pub(in crate::app) fn timed_groups(&self, summary: &DaySummary, short: bool) -> [Table; 2] {
        let [communities, kinds] = self.group_names(summary);
        let by_community = [
            say!(self, "report-times-by-community"),
            say!(self, "report-col-community"),
        ];
        let by_kind = [
            say!(self, "report-times-by-kind"),
            say!(self, "report-col-kind"),
        ];
        [
            self.times_of(by_community, &communities, &summary.communities, short),
            self.times_of(by_kind, &kinds, &summary.kinds, short),
        ]
    }

    fn group_names(&self, summary: &DaySummary) -> [Vec<String>; 2] {
        let communities = summary.communities.iter();
        let communities = communities.map(|d| self.community_or_none(d.of.as_ref()));
        let kinds = summary.kinds.iter().map(|d| self.full_kind(d.of));
        [communities.collect(), kinds.collect()]
    }

    /// The cases received in each hour.
    pub(in crate::app) fn arrivals(&self, summary: &DaySummary) -> Bars {
        Bars {
            heading: say!(self, "summary-by-hour"),
            columns: [
                say!(self, "report-col-hour"),
                say!(self, "report-col-received"),
            ],
            bars: by_hour(&summary.by_hour),
            empty: say!(self, "report-none"),
        }
    }

    fn timings(&self, summary: &DaySummary) -> Table {
        let row = |what: String, timing: &Timing| {
            vec![
                what.into(),
                timing.met.into(),
                timing.in_time.into(),
                (timing.met - timing.in_time).into(),
                timing.median_seconds.map_or(Cell::Empty, Cell::Span),
                timing.worst_seconds.map_or(Cell::Empty, Cell::Span),
            ]
        };
        Table {
            heading: say!(self, "summary-timings"),
            columns: vec![
                column(say!(self, "report-col-step"), 16),
                column(say!(self, "report-col-done"), 8),
                column(say!(self, "report-col-in-time"), 8),
                column(say!(self, "report-col-too-late"), 8),
                column(say!(self, "report-col-median"), 12),
                column(say!(self, "report-col-worst"), 12),
            ],
            rows: vec![
                row(say!(self, "clock-street-sign"), &summary.sign),
                row(say!(self, "clock-dispatch"), &summary.dispatch),
                row(say!(self, "clock-unit-sign"), &summary.unit_sign),
                row(say!(self, "clock-reply"), &summary.reply),
                row(say!(self, "clock-close"), &summary.close),
            ],
            empty: String::new(),
        }
    }

    fn breaches_of_day(&self, summary: &DaySummary) -> Table {
        let rows = summary.breaches.iter().map(|breach| {
            vec![
                breach.due.to_second().into(),
                breach.number.as_str().into(),
                breach.title.as_str().into(),
                format!("{} {}", breach.rule, self.clock(breach.rule)).into(),
                Cell::Span(breach.late_seconds),
                self.actors(&breach.answers).into(),
                self.grounds(&breach.because).into(),
                breach.revision.short().into(),
            ]
        });
        Table {
            heading: say!(self, "summary-breaches"),
            columns: self.lapse_columns(),
            rows: rows.collect(),
            empty: say!(self, "summary-no-breaches"),
        }
    }

    fn handover(&self, summary: &DaySummary) -> Block {
        let handover = &summary.handover;
        let logged = match handover.at {
            Some(at) => say!(
                self,
                "summary-handed-over",
                post = self.post(handover.to),
                at = self.moment(at.to_second())
            ),
            None => say!(
                self,
                "summary-not-handed-over",
                post = self.post(handover.to)
            ),
        };
        Block::Text {
            heading: say!(self, "summary-handover"),
            lines: [Some(logged), handover.note.clone()]
                .into_iter()
                .flatten()
                .collect(),
        }
    }

    fn open_cases(&self, heading: String, cases: &[Open]) -> Table {
        let rows = cases.iter().map(|open| {
            vec![
                open.due.to_second().into(),
                open.number.as_str().into(),
                self.full_kind(open.kind).into(),
                self.community_or_none(open.community.as_ref()).into(),
                self.stage(open.stage).into(),
                self.clock(open.clock).into(),
                open.title.as_str().into(),
            ]
        });
        Table {
            heading,
            columns: vec![
                column(say!(self, "report-col-due"), 18),
                column(say!(self, "report-col-number"), 18),
                column(say!(self, "report-col-kind"), 12),
                column(say!(self, "report-col-community"), 12),
                column(say!(self, "report-col-stage"), 10),
                column(say!(self, "report-col-owed"), 10),
                column(say!(self, "report-col-title"), 36),
            ],
            rows: rows.collect(),
            empty: say!(self, "report-none"),
        }
    }

    fn steps_of<T>(&self, heading: String, names: &[String], done: &[Done<T>]) -> Table {
        let rows = names.iter().zip(done).map(|(name, d)| {
            let s = d.steps;
            let counts = [
                s.received,
                s.signed,
                s.dispatched,
                s.unit_signed,
                s.replied,
                s.closed,
            ];
            let mut row: Vec<Cell> = vec![name.as_str().into()];
            row.extend(counts.map(Cell::from));
            row
        });
        Table {
            columns: vec![
                column(heading.clone(), 16),
                column(say!(self, "report-col-received"), 8),
                column(say!(self, "clock-street-sign"), 8),
                column(say!(self, "clock-dispatch"), 8),
                column(say!(self, "clock-unit-sign"), 10),
                column(say!(self, "clock-reply"), 8),
                column(say!(self, "clock-close"), 8),
            ],
            heading,
            rows: rows.collect::<Vec<_>>(),
            empty: say!(self, "report-none"),
        }
    }

    fn times_of<T>(
        &self,
        [heading, first]: [String; 2],
        names: &[String],
        done: &[Done<T>],
        short: bool,
    ) -> Table {
        let of_clock = |timing: &Timing| {
            let span = |seconds: Option<i64>| seconds.map_or(Cell::Empty, Cell::Span);
            [
                timing.met.into(),
                timing.in_time.into(),
                span(timing.median_seconds),
                span(timing.worst_seconds),
            ]
        };
        let rows = names.iter().zip(done).map(|(name, d)| {
            let times = of_clock(&d.sign).into_iter().chain(of_clock(&d.dispatch));
            std::iter::once(name.as_str().into()).chain(times).collect()
        });
        let mut columns = vec![column(first, 14)];
        let steps = [
            (say!(self, "clock-street-sign"), say!(self, "head-sign")),
            (say!(self, "clock-dispatch"), say!(self, "head-dispatch")),
        ];
        for (step, shortly) in steps {
            let of_step = |what: String| {
                if short {
                    what
                } else {
                    say!(self, "report-of-step", step = step.as_str(), what = what)
                }
            };
            columns.push(column(if short { shortly } else { step.clone() }, 9));
            columns.push(column(of_step(say!(self, "report-col-in-time")), 12));
            columns.push(column(of_step(say!(self, "board-median")), 12));
            columns.push(column(of_step(say!(self, "board-worst")), 12));
        }
        Table {
            heading,
            columns,
            rows: rows.collect::<Vec<_>>(),
            empty: say!(self, "report-none"),
        }
    }

    /// The street's signs against their limits.
    pub(in crate::app) fn sign_strip(&self, summary: &DaySummary) -> Strip {
        let points = summary.sign_times.iter().map(|sign| Point {
            label: format!("{} {}", self.moment(sign.base.to_second()), sign.number),
            seconds: sign.seconds,
            limit: sign.limit,
        });
        Strip {
            heading: say!(self, "summary-sign-times"),
            unit: say!(self, "unit-minute"),
            columns: [
                say!(self, "report-col-number"),
                say!(self, "report-col-took"),
                say!(self, "report-col-limit-of"),
                say!(self, "report-col-standing-of"),
            ],
            points: points.collect(),
            empty: say!(self, "report-none"),
            legend: [
                say!(self, "report-col-in-time"),
                say!(self, "report-col-too-late"),
            ],
        }
    }

    /// Replies, reviews, calls and reminders in short.
    fn dealings(&self, summary: &DaySummary) -> Vec<String> {
        let mut lines = vec![
            self.replies(summary),
            self.calls(summary),
            say!(
                self,
                "summary-open",
                open = summary.open,
                overdue = count(&summary.overdue)
            ),
        ];
        lines.extend(self.fault_counts(&summary.faults));
        lines.extend(self.told_counts(summary));
        lines
    }

    /// The same in as few lines as can be.
    pub(in crate::app) fn day_in_short(&self, summary: &DaySummary) -> Vec<String> {
        let replies = std::iter::once(self.replies(summary));
        let faults = self.fault_counts(&summary.faults);
        let calls = std::iter::once(self.calls(summary));
        vec![
            self.joined(replies.chain(faults)),
            self.joined(calls.chain(self.told_counts(summary))),
        ]
    }

    fn replies(&self, summary: &DaySummary) -> String {
        say!(
            self,
            "summary-replies",
            replied = summary.total.replied,
            accepted = summary.accepted,
            nonstandard = summary.nonstandard
        )
    }

    fn calls(&self, summary: &DaySummary) -> String {
        say!(
            self,
            "summary-calls",
            calls = summary.calls,
            answered = summary.calls_answered
        )
    }

    /// The reminders by what came of them; none on a day without any.
    fn told_counts(&self, summary: &DaySummary) -> Option<String> {
        let told = summary.told.iter().map(|told| {
            say!(
                self,
                "report-count",
                what = self.outcome(told.outcome),
                count = told.count
            )
        });
        let told = self.joined(told);
        (!told.is_empty()).then(|| say!(self, "summary-told", told = told))
    }
}

fn count(cases: &[Open]) -> u32 {
    u32::try_from(cases.len()).unwrap_or(u32::MAX)
}

/// The hours from the first with a case to the last; the duty window's at the least.
fn by_hour(hours: &[u32]) -> Vec<(String, u32)> {
    let busy = |(_, n): &(usize, &u32)| **n > 0;
    let first = hours
        .iter()
        .enumerate()
        .find(busy)
        .map_or(7, |(h, _)| h.min(7));
    let last = hours
        .iter()
        .enumerate()
        .rfind(busy)
        .map_or(21, |(h, _)| h.max(21));
    (0..)
        .zip(hours)
        .filter(|(hour, _)| (first..=last).contains(hour))
        .map(|(hour, n)| (format!("{hour:02}"), *n))
        .collect()
}

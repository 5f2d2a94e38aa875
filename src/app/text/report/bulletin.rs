//! The weekly and monthly bulletin in words (O1).

use super::column;
use crate::app::text::{Texts, say};
use crate::domain::oversight::{Bulletin, Counting, OfGroup, Part, Ranked, Totals};
use crate::domain::period::Period;
use crate::domain::report::{Bars, Block, Cell, Compared, Pair, Report, Table};
use crate::domain::time::Stamp;

impl Texts {
    /// A bulletin as a report.
    #[must_use]
    pub fn bulletin_report(&self, bulletin: &Bulletin, now: Stamp) -> Report {
        let mut notes = vec![
            say!(
                self,
                "bulletin-notes",
                received = bulletin.total.counting.received,
                closed = bulletin.total.counting.closed,
                lapses = bulletin.total.counting.lapses
            ),
            self.weights(bulletin),
        ];
        if bulletin.revision_before != bulletin.revision {
            let before = bulletin.revision_before.short();
            notes.push(say!(self, "bulletin-weights-before", revision = before));
        }
        if let Some(day) = bulletin.first_day {
            notes.push(say!(
                self,
                "bulletin-first-day",
                day = day.to_string(),
                count = bulletin.unranked
            ));
        }
        notes.extend(self.foundations(bulletin.running, now, &bulletin.calendar_gaps));
        notes.push(self.judged_by(
            &bulletin.revision,
            bulletin.lapses.iter().map(|l| &l.revision),
        ));
        let [communities, kinds, repeated] = self.bulletin_tables(bulletin);
        Report {
            title: say!(
                self,
                "bulletin-title",
                period = self.period(bulletin.period)
            ),
            notes,
            blocks: vec![
                Block::Table(self.ranking(bulletin)),
                Block::Compared(self.scores_compared(bulletin)),
                Block::Table(self.scores(bulletin)),
                Block::Compared(self.totals_compared(bulletin)),
                Block::Bars(self.by_day(bulletin, false)),
                Block::Text {
                    heading: say!(self, "bulletin-satisfaction"),
                    lines: vec![self.satisfied(bulletin)],
                },
                Block::Table(communities),
                Block::Table(kinds),
                Block::Table(repeated),
                Block::Text {
                    heading: say!(self, "bulletin-faults"),
                    lines: self.faults_or_none(bulletin),
                },
                Block::Table(Table {
                    heading: say!(self, "bulletin-lapses"),
                    columns: self.lapse_columns(),
                    rows: bulletin.lapses.iter().map(|l| self.lapse_row(l)).collect(),
                    empty: say!(self, "report-none"),
                }),
            ],
        }
    }

    fn faults_or_none(&self, bulletin: &Bulletin) -> Vec<String> {
        if bulletin.faults.is_empty() {
            vec![say!(self, "report-none")]
        } else {
            self.fault_counts(&bulletin.faults)
        }
    }

    /// The weights and the revision they come from.
    pub(in crate::app) fn weights(&self, bulletin: &Bulletin) -> String {
        let parts = bulletin.ranking.first().map_or(&[][..], |r| &r.parts);
        let weights = parts
            .iter()
            .map(|part| format!("{} {:+}", self.figure(part.figure), part.weight));
        say!(
            self,
            "bulletin-weights",
            base = bulletin.base,
            weights = self.joined(weights),
            revision = bulletin.revision.short()
        )
    }

    fn figure(&self, figure: &str) -> String {
        match figure {
            "handled" => say!(self, "report-col-handled"),
            "late_sign" => say!(self, "lapse-late-sign"),
            "late_reply" => say!(self, "lapse-late-reply"),
            "late_close" => say!(self, "lapse-late-close"),
            "nonstandard" => say!(self, "lapse-nonstandard"),
            "bad_rating" => say!(self, "lapse-bad-rating"),
            other => other.to_owned(),
        }
    }

    fn ranking(&self, bulletin: &Bulletin) -> Table {
        let rows = bulletin.ranking.iter().map(|ranked| {
            let f = ranked.figures;
            let before = bulletin.before.iter().find(|b| b.unit == ranked.unit);
            let mut row: Vec<Cell> = vec![
                ranked.rank.into(),
                self.moved(ranked, before).into(),
                ranked.unit.as_str().into(),
                if ranked.rank.is_some() {
                    ranked.score.into()
                } else {
                    Cell::Empty
                },
            ];
            let counts = [
                f.given,
                f.handled,
                f.late_sign,
                f.late_reply,
                f.late_close,
                f.nonstandard,
                f.bad_rating,
            ];
            row.extend(counts.map(Cell::from));
            row
        });
        Table {
            heading: say!(self, "bulletin-ranking"),
            columns: vec![
                column(say!(self, "report-col-rank"), 6),
                column(say!(self, "report-col-change"), 10),
                column(say!(self, "report-col-unit"), 18),
                column(say!(self, "report-col-score"), 8),
                column(say!(self, "report-col-given"), 8),
                column(say!(self, "report-col-handled"), 8),
                column(say!(self, "lapse-late-sign"), 10),
                column(say!(self, "lapse-late-reply"), 10),
                column(say!(self, "lapse-late-close"), 10),
                column(say!(self, "lapse-nonstandard"), 8),
                column(say!(self, "lapse-bad-rating"), 8),
            ],
            rows: rows.collect(),
            empty: say!(self, "report-none"),
        }
    }

    /// How a unit's place changed against the period before.
    pub(in crate::app) fn moved(&self, ranked: &Ranked, before: Option<&Ranked>) -> String {
        match (ranked.rank, before.and_then(|b| b.rank)) {
            (None, _) => say!(self, "bulletin-idle"),
            (Some(_), None) => say!(self, "bulletin-new"),
            (Some(now), Some(then)) if now < then => format!("↑{}", then - now),
            (Some(now), Some(then)) if now > then => format!("↓{}", now - then),
            (Some(_), Some(_)) => "=".to_owned(),
        }
    }

    fn compared(&self, heading: String, of: String, rows: Vec<Pair>) -> Compared {
        let columns = [
            of,
            say!(self, "report-col-this-period"),
            say!(self, "report-col-period-before"),
            say!(self, "report-col-change"),
        ];
        Compared {
            heading,
            columns,
            rows,
            empty: say!(self, "report-none"),
        }
    }

    /// The scores of the units beside those of the period before.
    fn scores_compared(&self, bulletin: &Bulletin) -> Compared {
        let score = |r: &Ranked| r.rank.map(|_| r.score);
        let pairs = bulletin.ranking.iter().map(|ranked| {
            let before = bulletin.before.iter().find(|b| b.unit == ranked.unit);
            Pair {
                label: ranked.unit.to_string(),
                now: score(ranked),
                before: before.and_then(score),
            }
        });
        let rows = pairs.filter(|p| p.now.or(p.before).is_some()).collect();
        let of = say!(self, "report-col-unit");
        self.compared(say!(self, "bulletin-score-chart"), of, rows)
    }

    /// What the period came to beside the one before.
    pub(in crate::app) fn totals_compared(&self, bulletin: &Bulletin) -> Compared {
        let figures = |t: &Totals| {
            [
                t.counting.received,
                t.counting.closed,
                t.late_sign,
                t.late_reply,
                t.late_close,
                t.nonstandard,
                t.bad_rating,
            ]
        };
        let labels = [
            say!(self, "report-col-received"),
            say!(self, "report-col-handled"),
            say!(self, "lapse-late-sign"),
            say!(self, "lapse-late-reply"),
            say!(self, "lapse-late-close"),
            say!(self, "lapse-nonstandard"),
            say!(self, "lapse-bad-rating"),
        ];
        let (now, before) = (figures(&bulletin.total), figures(&bulletin.total_before));
        let counts = labels.into_iter().zip(now.into_iter().zip(before));
        let rows = counts.map(|(label, (now, before))| Pair {
            label,
            now: Some(now.into()),
            before: Some(before.into()),
        });
        let of = say!(self, "report-col-figure");
        self.compared(say!(self, "bulletin-compared"), of, rows.collect())
    }

    /// The lapses of each day; of a month, and where it is to be `short`, under the days' numbers alone.
    pub(in crate::app) fn by_day(&self, bulletin: &Bulletin, short: bool) -> Bars {
        let short = short || matches!(bulletin.period, Period::Month(_));
        let days = bulletin.lapses_by_day().into_iter();
        let bars = days.map(|(day, count)| {
            let label = if short {
                day.format("%-d").to_string()
            } else {
                format!("{} {}", day.format("%m-%d"), self.weekday(day))
            };
            (label, count)
        });
        Bars {
            heading: say!(self, "bulletin-by-day"),
            columns: [
                say!(self, "report-col-day"),
                say!(self, "report-col-lapses"),
            ],
            bars: bars.collect(),
            empty: say!(self, "report-none"),
        }
    }

    /// How each score came about.
    fn scores(&self, bulletin: &Bulletin) -> Table {
        let ranked = bulletin.ranking.iter().filter(|r| r.rank.is_some());
        let rows = ranked.map(|ranked| {
            vec![
                ranked.unit.as_str().into(),
                ranked.score.into(),
                self.how(bulletin, ranked).into(),
            ]
        });
        Table {
            heading: say!(self, "bulletin-scores"),
            columns: vec![
                column(say!(self, "report-col-unit"), 18),
                column(say!(self, "report-col-score"), 8),
                column(say!(self, "report-col-how"), 70),
            ],
            rows: rows.collect(),
            empty: say!(self, "report-none"),
        }
    }

    /// How the score of a unit came about.
    pub(in crate::app) fn how(&self, bulletin: &Bulletin, ranked: &Ranked) -> String {
        let counts = |part: &&Part| part.count > 0;
        let parts = ranked.parts.iter().filter(counts).map(|part| {
            let weight = match part.weight {
                ..0 => format!("({})", part.weight),
                0.. => part.weight.to_string(),
            };
            let figure = self.figure(part.figure);
            format!("{figure} {}×{weight}={:+}", part.count, part.points)
        });
        let base = std::iter::once(bulletin.base.to_string());
        self.joined(base.chain(parts))
    }

    /// Satisfaction, why replies were nonstandard, and what the figures rest on, each under its heading.
    pub(in crate::app) fn bulletin_remarks(
        &self,
        bulletin: &Bulletin,
    ) -> [(String, Vec<String>); 2] {
        [
            (
                say!(self, "bulletin-satisfaction"),
                vec![self.satisfied(bulletin)],
            ),
            (
                say!(self, "bulletin-faults"),
                vec![self.joined(self.faults_or_none(bulletin))],
            ),
        ]
    }

    /// By community, by kind, and the addresses with several cases.
    pub(in crate::app) fn bulletin_tables(&self, bulletin: &Bulletin) -> [Table; 3] {
        [
            self.countings(
                say!(self, "report-by-community"),
                &bulletin.communities,
                |community| self.community_or_none(community.as_ref()),
            ),
            self.countings(say!(self, "report-by-kind"), &bulletin.kinds, |kind| {
                self.full_kind(*kind)
            }),
            self.repeated(bulletin),
        ]
    }

    fn satisfied(&self, bulletin: &Bulletin) -> String {
        let s = bulletin.total.satisfaction;
        match s.rate() {
            Some(rate) => say!(
                self,
                "bulletin-satisfaction-line",
                rated = s.rated(),
                satisfied = s.satisfied,
                basically = s.basically_satisfied,
                dissatisfied = s.dissatisfied,
                rate = Cell::Share(rate).text()
            ),
            None => say!(self, "bulletin-unrated"),
        }
    }

    fn countings<T>(
        &self,
        heading: String,
        groups: &[OfGroup<T>],
        name: impl Fn(&T) -> String,
    ) -> Table {
        let rows = groups.iter().map(|group| {
            let Counting {
                received,
                closed,
                lapses,
            } = group.counting;
            vec![
                name(&group.of).into(),
                received.into(),
                closed.into(),
                lapses.into(),
            ]
        });
        Table {
            columns: vec![
                column(heading.clone(), 18),
                column(say!(self, "report-col-received"), 8),
                column(say!(self, "clock-close"), 8),
                column(say!(self, "report-col-lapses"), 10),
            ],
            heading,
            rows: rows.collect(),
            empty: say!(self, "report-none"),
        }
    }

    fn repeated(&self, bulletin: &Bulletin) -> Table {
        let rows = bulletin.repeated.iter().map(|repeated| {
            let numbers = repeated.cases.iter().map(ToString::to_string);
            vec![
                self.community_or_none(repeated.community.as_ref()).into(),
                repeated.address.as_str().into(),
                u32::try_from(repeated.cases.len())
                    .unwrap_or(u32::MAX)
                    .into(),
                self.joined(numbers).into(),
            ]
        });
        Table {
            heading: say!(self, "bulletin-repeated"),
            columns: vec![
                column(say!(self, "report-col-community"), 14),
                column(say!(self, "report-col-address"), 30),
                column(say!(self, "report-col-cases"), 8),
                column(say!(self, "report-col-number"), 50),
            ],
            rows: rows.collect(),
            empty: say!(self, "report-none"),
        }
    }
}

//! The words of the reports on the screen: titles, faces, what is asked and what is said about it.

use crate::app::boards::report::{Asked, Face, Head};
use crate::app::notice::OnReport;
use crate::app::text::{Texts, say};
use crate::domain::day_summary::DaySummary;
use crate::domain::occasion::Shift;
use crate::domain::oversight::{Ladder, Lapse, OfRung};
use crate::domain::policy::Step;
use crate::domain::time::Stamp;

impl Texts {
    fn asked(&self, asked: Asked) -> String {
        match asked {
            Asked::Day(_) => say!(self, "action-day-summary"),
            Asked::Bulletin(_) => say!(self, "action-bulletin"),
            Asked::Ladder(_) => say!(self, "action-ladder"),
        }
    }

    /// The title of a report's board.
    #[must_use]
    pub fn board_title(&self, asked: Asked) -> String {
        format!("{} {}", self.asked(asked), self.period(asked.period()))
    }

    /// How a report's files are called.
    #[must_use]
    pub fn report_name(&self, asked: Asked) -> String {
        format!("{}-{}", self.asked(asked), asked.period())
    }

    /// Until when the figures go, for a period that still runs.
    #[must_use]
    pub fn as_of(&self, at: Stamp) -> String {
        say!(
            self,
            "board-as-of",
            at = self.moment(Stamp::from_unix(at.unix().div_euclid(60) * 60))
        )
    }

    /// A face of a report that stands beside others.
    #[must_use]
    pub fn face(&self, face: &Face, day: Option<&DaySummary>) -> String {
        let (late, due) = day.map_or((0, 0), |day| {
            (
                day.breaches.len(),
                day.overdue.len() + day.due_tomorrow.len(),
            )
        });
        match face {
            Face::Overview => say!(self, "face-overview"),
            Face::Late => say!(self, "face-late", count = late),
            Face::Due => say!(self, "face-due", count = due),
            Face::Groups => say!(self, "face-groups"),
            Face::Ranking => say!(self, "bulletin-ranking"),
            Face::Parts => say!(self, "face-parts"),
            Face::Standings => say!(self, "ladder-standings"),
            Face::Unit(unit) => unit.to_string(),
            Face::Who(who) => self.subject(who),
        }
    }

    /// The heading above some lines of a list.
    #[must_use]
    pub fn list_head(&self, head: Head, day: Option<&DaySummary>) -> String {
        match head {
            Head::None => String::new(),
            Head::Overdue => say!(self, "summary-overdue"),
            Head::Tomorrow => {
                let to = day.map_or_else(String::new, |day| self.post(day.handover.to));
                say!(self, "summary-due-tomorrow", post = to)
            }
        }
    }

    /// A step of the ladder in a few cells.
    #[must_use]
    pub fn short_step(&self, step: Step) -> String {
        match step {
            Step::WeeklyStatement => say!(self, "ladder-short-weekly-statement"),
            Step::OfficeStatement => say!(self, "ladder-short-office-statement"),
            Step::Accountability => say!(self, "ladder-short-accountability"),
            Step::Discipline => say!(self, "ladder-short-discipline"),
        }
    }

    /// How far the step is that matters most for somebody.
    #[must_use]
    pub fn nearest_step(&self, rung: &OfRung) -> String {
        let step = self.short_step(rung.step);
        match (rung.reached, rung.done) {
            (Some(_), Some(_)) => say!(self, "board-step-done", step = step),
            (Some(_), None) => say!(self, "board-step-reached", step = step),
            (None, _) => say!(self, "board-step-left", step = step, left = rung.left),
        }
    }

    /// The units in the last place, by month, on one line.
    #[must_use]
    pub fn last_in_short(&self, ladder: &Ladder) -> String {
        let months = ladder.last.iter();
        let months = months.map(|month| format!("{} {}", month.period, self.last_of(month)));
        let months: Vec<String> = months.collect();
        format!("{} {}", say!(self, "ladder-last"), months.join("  "))
    }

    /// The heads of the counts of a ranking, in a few cells each.
    #[must_use]
    pub fn count_heads(&self) -> [String; 7] {
        [
            say!(self, "board-given"),
            say!(self, "board-handled"),
            say!(self, "board-late-sign"),
            say!(self, "board-late-reply"),
            say!(self, "board-late-close"),
            say!(self, "board-nonstandard"),
            say!(self, "board-bad-rating"),
        ]
    }

    /// What a lapse is and by which rule, in a few cells.
    #[must_use]
    pub fn short_verdict(&self, lapse: &Lapse) -> String {
        let kind = self.lapse_kind(lapse.kind);
        match lapse.rule {
            Some(rule) => format!("{rule} {kind}"),
            None => kind,
        }
    }

    /// Something said about a report.
    #[must_use]
    pub fn on_report(&self, said: &OnReport) -> String {
        match said {
            OnReport::Offered => {
                let offer = self.offer(Shift::Summary).unwrap_or_default();
                format!("{} {offer}", say!(self, "shift-summary"))
            }
            OnReport::NotRead => say!(self, "page-loading"),
            OnReport::NoteKept => say!(self, "notice-note-kept"),
            OnReport::StepLogged(who, step) => say!(
                self,
                "notice-step-logged",
                who = self.subject(who),
                step = self.ladder_step(*step)
            ),
            OnReport::StepDoneBefore(who, step, at) => say!(
                self,
                "notice-step-done-before",
                who = self.subject(who),
                step = self.ladder_step(*step),
                at = self.moment(at.to_second())
            ),
            OnReport::StepNotReached(who, step, left) => say!(
                self,
                "notice-step-not-reached",
                who = self.subject(who),
                step = self.ladder_step(*step),
                left = *left
            ),
            OnReport::NoLapseInHand => say!(self, "notice-no-lapse-in-hand"),
        }
    }
}

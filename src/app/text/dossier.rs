//! A case in words as a document: for an appeal, or for the talk about who answers. The verdicts with their evidence come
//! first, because that is what is asked; how each time was reckoned follows.
//!
//! Called by `update` (a key on the page) and by `zhiban show --out`. Lays nothing out: `report` does.

use super::{Texts, say};
use crate::app::case_page::{CasePage, Told};
use crate::domain::case::Stay;
use crate::domain::clock::{Answers, Clock};
use crate::domain::document::{Block, Document, Finding, Part, Row, Table, Tone};
use crate::domain::event::{Event, Logged};
use crate::domain::ids::State;
use crate::domain::queue;
use crate::domain::roster::Roster;
use crate::domain::show;
use crate::domain::time::Stamp;
use crate::domain::verdict::{Because, Breach};

/// What a dossier is made from.
#[derive(Debug, Clone, Copy)]
pub struct Dossier<'a> {
    /// The case.
    pub page: &'a CasePage,
    /// Who was on duty when.
    pub roster: &'a Roster,
    /// The moment it is looked at from.
    pub now: Stamp,
    /// With the citizen's name and number.
    pub openly: bool,
}

impl Texts {
    /// The dossier of a case.
    #[must_use]
    pub fn dossier(&self, of: Dossier<'_>) -> Document {
        let told = of.page.told(of.openly);
        let part = |title, blocks| Part { title, blocks };
        let parts = vec![
            part(say!(self, "dossier-about"), self.about_case(of, &told)),
            part(say!(self, "page-breaches"), self.verdicts(of, &told)),
            part(say!(self, "page-clocks"), self.clock_table(of)),
            part(say!(self, "page-timeline"), self.event_table(of, &told)),
        ];
        Document {
            language: self.language(),
            title: say!(self, "dossier-title", number = of.page.number.as_str()),
            lead: vec![told.about.title.clone()],
            parts,
            foot: self.foot(of),
        }
    }

    /// The verdicts with their evidence as plain text; none when nothing was late.
    #[must_use]
    pub fn verdict_text(&self, of: Dossier<'_>) -> Option<String> {
        let told = of.page.told(of.openly);
        let findings = self.findings(of, &told, true);
        if findings.is_empty() {
            return None;
        }
        let mut lines = vec![
            say!(self, "dossier-title", number = of.page.number.as_str()),
            told.about.title.clone(),
            say!(self, "dossier-as-of", at = self.full_moment(of.now)),
        ];
        for finding in findings {
            lines.push(String::new());
            lines.push(finding.head);
            lines.extend(finding.lines.into_iter().map(|line| format!("  {line}")));
        }
        lines.push(String::new());
        Some(lines.join("\n"))
    }

    fn about_case(&self, of: Dossier<'_>, told: &Told) -> Vec<Block> {
        let (case, about) = (&of.page.case, &told.about);
        let community = about
            .community
            .as_ref()
            .map_or_else(|| say!(self, "page-unassigned"), |c| c.as_str().to_owned());
        let due = of
            .page
            .clocks
            .iter()
            .find(|c| c.id == crate::domain::ids::ClockId::C6)
            .and_then(|c| c.due);
        let tags: Vec<String> = case.tags.iter().map(|t| self.tag(*t)).collect();
        let already: Vec<String> = case.already.iter().map(|a| self.already(*a)).collect();
        let pairs = [
            (say!(self, "dossier-kind"), self.full_kind(about.kind)),
            (
                say!(self, "dossier-stage"),
                self.stage(queue::stage(case, &of.page.clocks)),
            ),
            (
                say!(self, "page-received"),
                self.full_moment(case.received_at),
            ),
            (say!(self, "page-community"), community),
            (
                say!(self, "page-close-due"),
                due.map(|t| self.full_moment(t)).unwrap_or_default(),
            ),
            (say!(self, "page-channel"), about.channel.clone()),
            (say!(self, "page-reporter"), about.reporter.clone()),
            (say!(self, "page-phone"), about.phone.clone()),
            (say!(self, "label-tags"), tags.join(" ")),
            (say!(self, "dossier-already"), already.join(" ")),
            (say!(self, "page-address"), about.address.clone()),
        ];
        let units = case.stays.iter().map(|stay| self.stay(stay, of.now));
        let units = units.map(|unit| (say!(self, "dossier-unit"), unit));
        let linked = told.linked.iter().map(|other| {
            let stage = self.stage(other.stage);
            let other = format!("{} {stage} {}", other.number, other.title);
            (say!(self, "label-linked"), other)
        });
        let pairs = pairs.into_iter().chain(units).chain(linked);
        let pairs = pairs.filter(|(_, value)| !value.is_empty());
        let mut blocks = vec![Block::Pairs(pairs.collect())];
        if !about.body.is_empty() {
            blocks.push(Block::Text(about.body.clone()));
        }
        blocks
    }

    fn verdicts(&self, of: Dossier<'_>, told: &Told) -> Vec<Block> {
        let findings = self.findings(of, told, false);
        if findings.is_empty() {
            vec![Block::Line(say!(self, "dossier-nothing-late"))]
        } else {
            vec![Block::Findings(findings)]
        }
    }

    /// In full, with the reading and a line for each fact, where they stand alone; in a dossier the readings stand below the
    /// table of clocks, and what the facts say in the table of what happened.
    fn findings(&self, of: Dossier<'_>, told: &Told, alone: bool) -> Vec<Finding> {
        let breaches = of.page.breaches(of.roster, of.now);
        breaches
            .iter()
            .map(|breach| self.finding(of, told, breach, alone))
            .collect()
    }

    fn finding(&self, of: Dossier<'_>, told: &Told, breach: &Breach, alone: bool) -> Finding {
        let head = self.breach(breach);
        let answers = self.answers(&breach.answers);
        let clocks = &of.page.clocks;
        let clock = clocks
            .iter()
            .find(|c| c.id == breach.id && c.unit == breach.unit && c.due == Some(breach.due));
        let when = |at| {
            if alone {
                self.full_moment(at)
            } else {
                self.dated(at, of.now)
            }
        };
        let met = breach.met.map_or_else(
            || say!(self, "dossier-unmet"),
            |t| say!(self, "page-met", met = when(t)),
        );
        let mut times = Vec::new();
        if let Some(base) = clock.and_then(|c| c.base) {
            times.push(self.base(breach.id, &when(base)));
        }
        times.push(say!(self, "page-due", due = when(breach.due)));
        times.push(met);
        let times = times.join(&say!(self, "list-separator"));
        let sections = self.sections(breach.id);
        let mut lines = vec![format!("{sections} · {times}")];
        lines.extend(self.why(breach));
        if let Some(clock) = clock.filter(|_| alone) {
            let reading = self.language().of(show::reading(clock, &of.page.rules));
            lines.push(say!(self, "dossier-reading", reading = reading));
        }
        let facts = breach
            .because
            .iter()
            .map(|because| self.evidence(because, &told.facts, when(because.at), alone));
        if alone {
            lines.extend(facts.map(|fact| say!(self, "dossier-evidence", fact = fact)));
        } else if !breach.because.is_empty() {
            let facts = facts.collect::<Vec<_>>().join("  ·  ");
            lines.push(say!(self, "dossier-evidence", fact = facts));
        }
        Finding {
            head: format!("{head} · {answers}"),
            lines,
        }
    }

    /// The fact a verdict rests on, with who did it and, in full, what it says; of the roster its name alone.
    fn evidence(&self, because: &Because, facts: &[Logged], at: String, in_full: bool) -> String {
        let is_it = |l: &&Logged| l.fact.event.kind() == because.event && l.fact.at == because.at;
        let mut parts = vec![at];
        match facts.iter().find(is_it) {
            Some(logged) => {
                let fact = &logged.fact;
                parts.push(self.who(&fact.by, fact.person.as_deref()));
                parts.push(self.event(because.event));
                if in_full {
                    parts.extend(self.said(&fact.event, facts));
                }
            }
            None => parts.push(self.event(because.event)),
        }
        parts.join(" ")
    }

    fn clock_table(&self, of: Dossier<'_>) -> Vec<Block> {
        let mut readings: Vec<String> = Vec::new();
        let mut rows = Vec::new();
        for clock in &of.page.clocks {
            rows.push(self.clock_row(clock, of.now));
            let reading = self.language().of(show::reading(clock, &of.page.rules));
            let note = format!("{} {reading}", clock.id);
            if !readings.contains(&note) {
                readings.push(note);
            }
        }
        let head = vec![
            say!(self, "dossier-clock"),
            say!(self, "dossier-section"),
            say!(self, "label-base"),
            say!(self, "label-due"),
            say!(self, "label-met"),
            say!(self, "dossier-state"),
            say!(self, "label-answers"),
        ];
        vec![Block::Table(Table { head, rows }), Block::Notes(readings)]
    }

    fn clock_row(&self, clock: &Clock, now: Stamp) -> Row {
        let state = clock.state(now);
        let shown = |t: Option<Stamp>| {
            t.filter(|_| state != State::Waiting)
                .map_or_else(String::new, |t| self.dated(t, now))
        };
        let mut name = self.clock(clock.id);
        if let Some(unit) = &clock.unit {
            name.push(' ');
            name.push_str(unit.as_str());
        }
        let tone = match state {
            State::Late | State::Overdue if !clock.id.is_window() => Tone::Bad,
            State::Waiting
            | State::Running
            | State::Met
            | State::Late
            | State::Overdue
            | State::Expired
            | State::Void => Tone::Plain,
        };
        Row {
            cells: vec![
                format!("{} {name}", clock.id),
                self.sections(clock.id),
                shown(clock.base),
                shown(clock.due),
                clock.met.map_or_else(String::new, |t| self.dated(t, now)),
                self.state(state),
                self.answering(&clock.answers),
            ],
            tone,
        }
    }

    /// One stay of a unit.
    fn stay(&self, stay: &Stay, now: Stamp) -> String {
        let role = self.role(stay.role);
        let mut text = format!("{} {role} {}", stay.unit, self.signed(stay.signed, now));
        if let Some(left) = stay.left {
            let left = say!(self, "page-unit-left", at = self.dated(left, now));
            text.push_str(&format!(" {left}"));
        }
        text
    }

    fn event_table(&self, of: Dossier<'_>, told: &Told) -> Vec<Block> {
        let mut facts: Vec<&Logged> = told.facts.iter().collect();
        facts.sort_by_key(|l| (l.fact.at, l.fact.event.rank()));
        let rows = facts.into_iter().map(|logged| {
            let fact = &logged.fact;
            let undone = of.page.is_undone(fact) && !matches!(fact.event, Event::Received(_));
            let mut says = self.said(&fact.event, &told.facts);
            says.extend(fact.note.clone());
            if undone {
                says.push(say!(self, "page-undone"));
            }
            says.extend(self.keyed(logged, &told.facts, &of.page.desk, of.now));
            Row {
                cells: vec![
                    self.dated(fact.at, of.now),
                    self.who(&fact.by, fact.person.as_deref()),
                    self.event(fact.event.kind()),
                    says.join(" · "),
                ],
                tone: if undone { Tone::Struck } else { Tone::Plain },
            }
        });
        let head = vec![
            say!(self, "dossier-at"),
            say!(self, "dossier-who"),
            say!(self, "dossier-event"),
            say!(self, "dossier-says"),
        ];
        vec![Block::Table(Table {
            head,
            rows: rows.collect(),
        })]
    }

    fn foot(&self, of: Dossier<'_>) -> Vec<String> {
        let mut foot = vec![
            say!(self, "dossier-as-of", at = self.full_moment(of.now)),
            say!(
                self,
                "dossier-basis",
                revision = of.page.rules.revision().as_str()
            ),
        ];
        foot.push(if of.openly {
            say!(self, "dossier-openly")
        } else {
            say!(self, "dossier-masked")
        });
        if !of.page.gaps.is_empty() {
            let years: Vec<String> = of.page.gaps.iter().map(ToString::to_string).collect();
            foot.push(say!(self, "page-gaps", years = years.join(" ")));
        }
        foot
    }

    /// Who answers, without a verb.
    fn answering(&self, answers: &Answers) -> String {
        let actors = answers.actors();
        let names: Vec<String> = actors.iter().map(|a| self.actor(a)).collect();
        names.join(&say!(self, "list-separator"))
    }
}

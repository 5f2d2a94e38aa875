//! The parts of a case's page: what it is about, its units, its clocks with how they are read, breaches, and what happened.

use super::super::dial::{Dial, counts};
use super::super::figure::{Counting, Piece};
use super::super::skin::Ink;
use super::PageLines;
use crate::app::case_page::{CasePage, Told};
use crate::app::model::Model;
use crate::app::queue::needs_decision;
use crate::app::text::{Texts, say};
use crate::domain::clock::Clock;
use crate::domain::event::Logged;
use crate::domain::ids::Unit;
use crate::domain::queue::{Cell, Row};
use crate::domain::show;
use crate::domain::time::Stamp;
use crate::domain::verdict::Breach;

/// A text of more lines than this is begun above and stands whole at the end, so that it does not push the clocks away.
const SHORT: usize = 6;

pub(super) struct Body<'a> {
    pub model: &'a Model,
    pub texts: &'a Texts,
    pub row: &'a Row,
    pub page: &'a CasePage,
    pub dial: Dial<'a>,
    /// The words of others, masked unless they are shown on purpose.
    pub told: &'a Told,
    /// Until when they are.
    pub openly: Option<Stamp>,
}

impl Body<'_> {
    pub(super) fn write(&self, out: &mut PageLines) {
        if let Some(until) = self.openly {
            let line = say!(
                self.texts,
                "page-openly",
                until = self.texts.time_of_day(until)
            );
            out.add(0, line, Ink::Near);
        }
        out.add(0, self.told.about.title.clone(), Ink::Strong);
        super::next_step(self.row, self.model, self.texts, out);
        for clash in &self.page.clashes {
            let line = self.texts.clash(clash, self.model.now);
            out.add(0, line, Ink::Near);
        }
        let text = out.wrapped(&self.told.about.body);
        let is_long = text.len() > SHORT;
        self.about(out);
        if is_long {
            out.keep(text.iter().take(SHORT - 1).cloned());
            out.add(0, say!(self.texts, "page-text-below"), Ink::Dim);
        } else {
            out.keep(text.iter().cloned());
        }
        self.suggestions(out);
        self.units(out);
        self.clocks(out);
        self.breaches(out);
        self.timeline(out);
        if is_long {
            out.part(&say!(self.texts, "page-text"));
            out.keep(text);
        }
    }

    fn when(&self, at: Stamp) -> String {
        self.texts.dated(at, self.model.now)
    }

    fn about(&self, out: &mut PageLines) {
        let texts = self.texts;
        let case = &self.page.case;
        let facts = &self.told.about;
        let tags: Vec<String> = case.tags.iter().map(|t| texts.tag(*t)).collect();
        out.add(0, tags.join(" "), Ink::Flag);
        if needs_decision(self.row) {
            out.add(0, say!(texts, "page-decide"), Ink::Flag);
        }
        if let Some(imported) = &facts.imported {
            if let Some(word) = &imported.kind {
                out.add(
                    0,
                    say!(texts, "page-row-kind", word = word.as_str()),
                    Ink::Flag,
                );
            }
            if let Some(word) = &imported.community {
                let line = say!(texts, "page-row-community", word = word.as_str());
                out.add(0, line, Ink::Flag);
            }
            for line in texts.platform_said(imported) {
                out.add(0, line, Ink::Plain);
            }
        }
        let community = facts
            .community
            .as_ref()
            .map_or_else(|| say!(texts, "page-unassigned"), |c| c.as_str().to_owned());
        let close_due = facts.close_due.map(|t| self.when(t)).unwrap_or_default();
        for (label, value) in [
            (
                say!(texts, "page-received"),
                texts.full_moment(case.received_at),
            ),
            (say!(texts, "page-community"), community),
            (say!(texts, "page-close-due"), close_due),
            (say!(texts, "page-address"), facts.address.clone()),
            (say!(texts, "page-reporter"), facts.reporter.clone()),
            (say!(texts, "page-phone"), facts.phone.clone()),
            (say!(texts, "page-channel"), facts.channel.clone()),
        ] {
            if !value.is_empty() {
                out.add(0, format!("{label} {value}"), Ink::Plain);
            }
        }
        for other in &self.told.linked {
            out.add(0, texts.linked(other), Ink::Plain);
        }
        if !case.already.is_empty() {
            let steps: Vec<String> = case.already.iter().map(|a| texts.already(*a)).collect();
            let line = say!(texts, "page-already", steps = steps.join(" "));
            out.add(0, line, Ink::Dim);
        }
        if self.row.unconfirmed {
            out.add(0, say!(texts, "page-unconfirmed"), Ink::Dim);
        }
        if !self.page.gaps.is_empty() {
            let years: Vec<String> = self.page.gaps.iter().map(ToString::to_string).collect();
            out.add(
                0,
                say!(texts, "page-gaps", years = years.join(" ")),
                Ink::Near,
            );
        }
    }

    fn suggestions(&self, out: &mut PageLines) {
        let list = self.model.suggestions(&self.page.number);
        if list.is_empty() {
            return;
        }
        out.part(&say!(self.texts, "page-suggestions"));
        for suggested in list {
            let name = self.texts.suggestion(suggested.suggestion);
            let reasons = self.texts.reasons(&suggested.reasons, self.model.now);
            let line = say!(
                self.texts,
                "page-suggested",
                name = name,
                rule = suggested.rule(),
                reasons = reasons
            );
            out.add(0, line, Ink::Flag);
        }
    }

    fn units(&self, out: &mut PageLines) {
        let (texts, stays) = (self.texts, &self.page.case.stays);
        if stays.is_empty() {
            return;
        }
        out.part(&say!(texts, "page-units"));
        for stay in stays {
            let signed = texts.signed(stay.signed, self.model.now);
            let mut line = format!("{} {} {signed}", stay.unit, texts.role(stay.role));
            if let Some(left) = stay.left {
                line.push(' ');
                line.push_str(&say!(texts, "page-unit-left", at = self.when(left)));
            }
            let phone = self.page.rules.policy.phone(&stay.unit);
            if !phone.is_empty() {
                line.push(' ');
                line.push_str(phone);
            }
            let ink = if stay.left.is_some() {
                Ink::Dim
            } else {
                Ink::Plain
            };
            out.add(0, line, ink);
            if stay.left.is_none() {
                self.clocks_of(out, &stay.unit);
            }
        }
    }

    /// The clocks of a unit's present stay beside it: what it owes and for how long.
    fn clocks_of(&self, out: &mut PageLines, unit: &Unit) {
        let mut beside: Vec<&Clock> = Vec::new();
        for clock in &self.page.clocks {
            if clock.unit.as_ref() == Some(unit) {
                // An earlier stay, or an earlier round, has its own clock above.
                beside.retain(|c| c.id != clock.id);
                beside.push(clock);
            }
        }
        let mut pieces = Vec::new();
        for clock in beside {
            let dot = if pieces.is_empty() {
                ""
            } else {
                out.skin.signs.dot
            };
            let name = self.texts.clock(clock.id);
            pieces.push(Piece::Said(format!("{dot}{} {name} ", clock.id)));
            pieces.push(Piece::Clock(Cell::of(clock)));
        }
        out.count(3, Counting(pieces), Some(Ink::Dim), &self.dial);
    }

    fn clocks(&self, out: &mut PageLines) {
        out.part(&say!(self.texts, "page-clocks"));
        for clock in &self.page.clocks {
            self.clock(out, clock);
        }
    }

    fn clock(&self, out: &mut PageLines, clock: &Clock) {
        let texts = self.texts;
        let signs = out.skin.signs;
        let mut head = format!("{} {} ", clock.id, texts.clock(clock.id));
        if let Some(unit) = &clock.unit {
            head.push_str(unit.as_str());
            head.push(' ');
        }
        let pieces = vec![Piece::Said(head), Piece::Clock(Cell::of(clock))];
        out.count(0, Counting(pieces), None, &self.dial);
        let mut parts = vec![texts.sections(clock.id)];
        if let Some(base) = clock.base.filter(|_| clock.start.is_some()) {
            parts.push(texts.base(clock.id, &self.when(base)));
        }
        if let Some(due) = clock.due.filter(|_| clock.start.is_some()) {
            parts.push(say!(texts, "page-due", due = self.when(due)));
        }
        if let Some(met) = clock.met {
            parts.push(say!(texts, "page-met", met = self.when(met)));
        }
        parts.push(texts.answers(&clock.answers));
        out.add(3, parts.join(signs.dot), Ink::Dim);
        let reading = texts.language().of(show::reading(clock, &self.page.rules));
        out.add(3, reading.to_owned(), Ink::Dim);
    }

    fn breaches(&self, out: &mut PageLines) {
        let breaches = self.page.breaches(&self.model.roster, self.model.now);
        if breaches.is_empty() {
            return;
        }
        out.part(&say!(self.texts, "page-breaches"));
        for breach in &breaches {
            self.breach(out, breach);
        }
    }

    fn breach(&self, out: &mut PageLines, breach: &Breach) {
        let texts = self.texts;
        let dot = out.skin.signs.dot;
        let of_it = |c: &&Clock| {
            (c.id, c.unit.as_ref(), c.due) == (breach.id, breach.unit.as_ref(), Some(breach.due))
        };
        let clock = self.page.clocks.iter().find(of_it);
        let grows = clock.is_some_and(|c| counts(&Cell::of(c), self.model.now));
        let head = if grows {
            Piece::Breach(breach.clone())
        } else {
            Piece::Said(texts.breach(breach))
        };
        let answers = format!("{dot}{}", texts.answers(&breach.answers));
        let pieces = vec![head, Piece::Said(answers)];
        out.count(0, Counting(pieces), Some(Ink::Over), &self.dial);
        let facts: Vec<String> = breach
            .because
            .iter()
            .map(|b| {
                say!(
                    texts,
                    "page-because-fact",
                    at = self.when(b.at),
                    event = texts.event(b.event)
                )
            })
            .collect();
        if let Some(why) = texts.why(breach) {
            out.add(3, why, Ink::Dim);
        }
        if !facts.is_empty() {
            let facts = facts.join(dot);
            out.add(3, say!(texts, "page-because", facts = facts), Ink::Dim);
        }
    }

    fn timeline(&self, out: &mut PageLines) {
        out.part(&say!(self.texts, "page-timeline"));
        let mut facts: Vec<&Logged> = self.told.facts.iter().collect();
        facts.sort_by_key(|l| (l.fact.at, l.fact.event.rank()));
        for logged in facts {
            self.fact(out, logged);
        }
    }

    fn fact(&self, out: &mut PageLines, logged: &Logged) {
        let (texts, fact) = (self.texts, &logged.fact);
        let undone = self.page.is_undone(fact);
        let mut parts = vec![
            self.when(fact.at),
            texts.who(&fact.by, fact.person.as_deref()),
            texts.event(fact.event.kind()),
        ];
        parts.extend(texts.said(&fact.event, &self.told.facts));
        let (facts, desk) = (&self.told.facts, &self.page.desk);
        parts.extend(texts.keyed(logged, facts, desk, self.model.now));
        if undone {
            parts.push(say!(texts, "page-undone"));
        }
        parts.extend(fact.note.clone());
        let ink = if undone { Ink::Dim } else { Ink::Plain };
        out.hang(3, &parts.join(" "), ink);
    }
}

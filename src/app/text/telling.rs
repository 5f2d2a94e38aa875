//! What is told, in words: one line for a banner or a list, and what to do about it.
//!
//! Holds nothing of a citizen but the case's subject. Used by the banners, the popups and the journal.

use super::{Texts, say};
use crate::app::keymap::{self, Action, Scope};
use crate::domain::ids::{ClockId, Unit};
use crate::domain::occasion::{Absence, Notice, Outcome, Shift, Topic};
use crate::domain::policy::Policy;
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::telling::{JournalRow, Line};
use crate::domain::time::Stamp;

impl Texts {
    /// What it is about and how long is left: `FZ26112300012 单位签收 柳河社区 还剩 5 分`.
    #[must_use]
    pub fn told(&self, line: &Line, rules: &Rules, roster: &Roster, now: Stamp) -> String {
        let mut words = Vec::new();
        words.extend(line.occasion.number.as_ref().map(ToString::to_string));
        words.push(match line.occasion.topic {
            Topic::Clock(ClockId::C1) if line.occasion.point == "arrival" => {
                let kind = line.kind.map_or_else(String::new, |k| self.full_kind(k));
                say!(self, "tell-arrival", kind = kind)
            }
            Topic::Clock(id) => self.clock(id),
            Topic::Notice(notice) => self.notice_name(notice),
            Topic::Shift(shift) => self.shift(shift, line, rules, roster),
        });
        words.extend(line.occasion.unit.as_ref().map(ToString::to_string));
        if line.occasion.point == "again" {
            words.push(say!(self, "tell-again"));
        }
        words.extend(line.due.map(|due| {
            if line.is_expired(now) {
                let over = now.to_second().seconds_since(due.to_second());
                say!(self, "tell-expired", span = self.span(over))
            } else {
                self.left(due, now)
            }
        }));
        let mut text = words.join(" ");
        if line.repeated {
            text.push_str(&say!(self, "tell-repeated"));
        }
        text
    }

    /// What to do about it.
    #[must_use]
    pub fn to_do(&self, line: &Line, policy: &Policy) -> String {
        let unit = line.occasion.unit.as_ref();
        let name = unit.map_or("", Unit::as_str);
        let phone = match unit.map(|u| policy.phone(u)) {
            None | Some("") => String::new(),
            Some(phone) => say!(self, "todo-phone", phone = phone),
        };
        match line.occasion.topic {
            Topic::Clock(id) => match id {
                ClockId::C1 => say!(self, "todo-C1"),
                ClockId::C2 | ClockId::C2i => say!(self, "todo-C2"),
                ClockId::C3 => say!(self, "todo-C3", unit = name, phone = phone),
                ClockId::C4 => say!(self, "todo-C4"),
                ClockId::C5 => say!(self, "todo-C5", unit = name),
                ClockId::C6 => say!(self, "todo-C6"),
                // Nobody has the case yet: there is nobody to ask.
                ClockId::C7 | ClockId::C8 if name.is_empty() => say!(self, "todo-C2"),
                ClockId::C7 => say!(self, "todo-C7", unit = name, phone = phone),
                ClockId::C8 => say!(self, "todo-C8", unit = name, phone = phone),
                ClockId::C9 => say!(self, "todo-C9", unit = name),
                ClockId::C10 => say!(self, "todo-C10"),
                ClockId::C11 => say!(self, "todo-C11", unit = name, phone = phone),
                ClockId::C12 => say!(self, "todo-C12", unit = name),
                ClockId::C13 => say!(self, "todo-C13"),
            },
            Topic::Notice(Notice::Review) => say!(self, "todo-review"),
            Topic::Notice(Notice::Report) => say!(self, "todo-report"),
            Topic::Notice(Notice::Escalate) => say!(self, "todo-escalate"),
            Topic::Notice(Notice::Undecided) => say!(self, "todo-undecided"),
            Topic::Shift(_) => {
                let (open, over) = line.counts;
                say!(self, "shift-open", open = open, over = over)
            }
        }
    }

    /// By which key what a moment of the shift is about can be seen. For the desk alone: a popup stands over other windows, where
    /// that key means something else.
    #[must_use]
    pub fn offer(&self, shift: Shift) -> Option<String> {
        let key = |scope, action| {
            let mut keys = keymap::of(scope).filter(|binding| binding.action == action);
            let first = keys.next()?.keys.first()?;
            Some(self.key(*first))
        };
        match shift {
            Shift::Day => None,
            Shift::Handover | Shift::Summary => {
                let key = key(Scope::Queue, Action::DaySummary)?;
                Some(say!(self, "shift-see-summary", key = key))
            }
            Shift::Bulletin => {
                let menu = key(Scope::Queue, Action::Boards)?;
                let board = key(Scope::Boards, Action::Bulletin)?;
                let keys = format!("{menu} {board}");
                Some(say!(self, "shift-see-bulletin", key = keys))
            }
        }
    }

    /// How long is left until a due time, or since it.
    #[must_use]
    pub fn left(&self, due: Stamp, now: Stamp) -> String {
        match due.to_second().seconds_since(now.to_second()) {
            0 => say!(self, "tell-due"),
            left if left > 0 => say!(self, "tell-left", span = self.span(left)),
            over => say!(self, "tell-over", span = self.span(over)),
        }
    }

    /// A notice by its name.
    #[must_use]
    pub fn notice_name(&self, notice: Notice) -> String {
        match notice {
            Notice::Review => say!(self, "notice-name-review"),
            Notice::Report => say!(self, "notice-name-report"),
            Notice::Escalate => say!(self, "notice-name-escalate"),
            Notice::Undecided => say!(self, "notice-name-undecided"),
        }
    }

    fn shift(&self, shift: Shift, line: &Line, rules: &Rules, roster: &Roster) -> String {
        let day = line.occasion.at.date();
        let post = |day| self.post(roster.on_duty(rules, day));
        match shift {
            Shift::Day => say!(self, "shift-day", post = post(day)),
            Shift::Handover => {
                let tomorrow = day.succ_opt().unwrap_or(day);
                say!(self, "shift-handover", post = post(tomorrow))
            }
            Shift::Summary => say!(self, "shift-summary"),
            Shift::Bulletin => say!(self, "shift-bulletin"),
        }
    }

    /// Why nobody was there.
    #[must_use]
    pub fn absence(&self, absence: Absence) -> String {
        match absence {
            Absence::NotRunning => say!(self, "absence-not-running"),
            Absence::Asleep => say!(self, "absence-asleep"),
        }
    }

    /// What came of something, in a word.
    #[must_use]
    pub fn outcome(&self, outcome: Outcome) -> String {
        match outcome {
            Outcome::Telling => say!(self, "outcome-telling"),
            Outcome::Told => say!(self, "outcome-told"),
            Outcome::ToldLate => say!(self, "outcome-told-late"),
            Outcome::Coalesced => say!(self, "outcome-coalesced"),
            Outcome::Suppressed => say!(self, "outcome-suppressed"),
            Outcome::Missed => say!(self, "outcome-missed"),
            Outcome::Failed => say!(self, "outcome-failed"),
            Outcome::Unknown => say!(self, "outcome-unknown"),
            Outcome::Planned => say!(self, "outcome-planned"),
        }
    }

    /// A reminder point by its label: words where it is a word, else the label itself.
    fn point(&self, label: &str) -> String {
        match label {
            "arrival" => say!(self, "point-arrival"),
            "start" => say!(self, "point-start"),
            "half" => say!(self, "point-half"),
            "day_start" => say!(self, "point-day-start"),
            "due" => say!(self, "point-due"),
            "again" => say!(self, "tell-again"),
            other => other.to_owned(),
        }
    }

    /// By which means it was told.
    #[must_use]
    pub fn means(&self, means: &str) -> String {
        let words: Vec<String> = means
            .split_whitespace()
            .map(|word| match word {
                "desktop" => say!(self, "means-desktop"),
                "desktop_failed" => say!(self, "means-desktop-failed"),
                "banner" => say!(self, "means-banner"),
                "digest" => say!(self, "means-digest"),
                "command" => say!(self, "means-command"),
                "command_failed" => say!(self, "means-command-failed"),
                other => other.to_owned(),
            })
            .collect();
        words.join(" ")
    }

    /// What a row of the journal was about: number, topic, unit, point, and why it failed.
    #[must_use]
    pub fn journal_what(&self, row: &JournalRow) -> String {
        let number = row.occasion.number.as_ref().map(ToString::to_string);
        let words = number.into_iter().chain([self.journal_matter(row)]);
        let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        words.join(" ")
    }

    /// The same without the number.
    #[must_use]
    pub fn journal_matter(&self, row: &JournalRow) -> String {
        let occasion = &row.occasion;
        let mut words = Vec::new();
        words.push(match occasion.topic {
            Topic::Clock(id) => format!("{id} {}", self.clock(id)),
            Topic::Notice(notice) => self.notice_name(notice),
            Topic::Shift(Shift::Day) => say!(self, "journal-day"),
            Topic::Shift(Shift::Handover) => say!(self, "journal-handover"),
            Topic::Shift(Shift::Summary) => say!(self, "shift-summary"),
            Topic::Shift(Shift::Bulletin) => say!(self, "shift-bulletin"),
        });
        words.extend(occasion.unit.as_ref().map(ToString::to_string));
        words.push(self.point(&occasion.point));
        if row.attempt > 1 {
            words.push(say!(self, "tell-repeated"));
        }
        words.extend(
            row.reason
                .split("; ")
                .map(|why| match why.parse::<Absence>() {
                    Ok(absence) => self.absence(absence),
                    Err(_) => why.to_owned(),
                }),
        );
        words.retain(|word| !word.is_empty());
        words.join(" ")
    }
}

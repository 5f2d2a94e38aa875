//! What a notification says, with which buttons, and which earlier one it replaces.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::voice::Voice;
use super::{Popup, span_seconds};
use crate::app::text::{Texts, say};
use crate::domain::ids::{ClockId, Kind};
use crate::domain::occasion::{Outcome, Topic};
use crate::domain::roster::Roster;
use crate::domain::telling::Line;
use crate::domain::time::Stamp;
use crate::notify::{Trouble, Urgency, Words};

/// Lines of a notification that lists several.
const LISTED: usize = 6;

/// Why a notification was not shown, in words.
#[must_use]
pub fn trouble(texts: &Texts, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Silent(patience) => say!(texts, "notify-silent", seconds = patience.as_secs()),
        Trouble::Failed(problem) => problem.clone(),
    }
}

impl Voice {
    pub(super) fn words(&self, popup: &Popup) -> Words {
        match (popup.lines.as_slice(), popup.absence) {
            ([line], None) => self.one(line, &popup.roster),
            (lines, _) => self.several(lines, popup),
        }
    }

    fn one(&self, line: &Line, roster: &Roster) -> Words {
        let rules = &self.speaker.rules;
        let now = self.speaker.clock.exact();
        let mut body = self.speaker.texts.to_do(line, &rules.policy);
        if !line.title.is_empty() {
            body = format!("{}\n{body}", line.title);
        }
        Words {
            summary: self.speaker.texts.told(line, rules, roster, now),
            body,
            urgency: urgency(line, now),
            key: key(line),
            actions: self.actions(line),
        }
    }

    fn several(&self, lines: &[Line], popup: &Popup) -> Words {
        let texts = &self.speaker.texts;
        let rules = &self.speaker.rules;
        let now = self.speaker.clock.exact();
        let count = lines.len();
        let over = lines.iter().filter(|l| l.is_overdue(now)).count();
        let missed = lines.iter().filter(|l| l.outcome == Outcome::Missed);
        let missed = missed.count();
        let summary = match popup.absence.filter(|_| missed > 0) {
            Some(why) => say!(
                texts,
                "tell-missed",
                count = missed,
                why = texts.absence(why)
            ),
            None if over > 0 => say!(texts, "tell-several-over", count = count, over = over),
            None => say!(texts, "tell-several", count = count),
        };
        let mut body: Vec<String> = lines
            .iter()
            .take(LISTED)
            .map(|line| {
                let told = texts.told(line, rules, &popup.roster, now);
                format!("{told} {}", texts.to_do(line, &rules.policy))
            })
            .collect();
        if count > LISTED {
            body.push(say!(texts, "tell-more", count = count - LISTED));
        }
        let most = lines.iter().map(|l| urgency(l, now));
        Words {
            summary,
            body: body.join("\n"),
            urgency: most.max_by_key(|u| *u as u8).unwrap_or(Urgency::Normal),
            key: key_of_all(lines),
            actions: Vec::new(),
        }
    }

    fn actions(&self, line: &Line) -> Vec<(String, String)> {
        let texts = &self.speaker.texts;
        let mut actions = Vec::new();
        let mut add = |name: &str, label: String| actions.push((name.to_owned(), label));
        if line.occasion.number.is_some() {
            match line.occasion.topic {
                Topic::Clock(ClockId::C1) => add("sign", say!(texts, "button-sign")),
                Topic::Clock(ClockId::C2 | ClockId::C2i) if line.community.is_some() => {
                    add("dispatch", say!(texts, "button-dispatch"));
                }
                Topic::Clock(_) | Topic::Notice(_) | Topic::Shift(_) => {}
            }
            add("default", say!(texts, "button-open"));
        }
        let again = span_seconds(self.speaker.rules.policy.telling.again);
        let label = say!(texts, "button-again", span = texts.span(again));
        add("again", label);
        actions
    }
}

/// One notification for a case and a clock: the next point takes its place.
fn key(line: &Line) -> String {
    let occasion = &line.occasion;
    let number = occasion.number.as_ref().map_or("", |n| n.as_str());
    let unit = occasion.unit.as_ref().map_or("", |u| u.as_str());
    format!("{number}/{}/{unit}", occasion.topic)
}

/// A list takes the place of an earlier one of the very same clocks; any other may hold what nobody has seen yet.
fn key_of_all(lines: &[Line]) -> String {
    if let [line] = lines {
        return key(line);
    }
    let mut keys: Vec<String> = lines.iter().map(key).collect();
    keys.sort();
    let mut hasher = DefaultHasher::new();
    keys.hash(&mut hasher);
    format!("{:x}", hasher.finish())
}

fn urgency(line: &Line, now: Stamp) -> Urgency {
    match line.occasion.topic {
        Topic::Clock(_) if line.is_overdue(now) => Urgency::Critical,
        Topic::Clock(ClockId::C1 | ClockId::C2 | ClockId::C2i | ClockId::C3) => Urgency::Critical,
        Topic::Clock(_) if line.kind.is_some_and(Kind::is_in_hours) => Urgency::Critical,
        Topic::Clock(_) => Urgency::Normal,
        Topic::Notice(_) | Topic::Shift(_) => Urgency::Low,
    }
}

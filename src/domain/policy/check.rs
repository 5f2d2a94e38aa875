//! What makes a policy usable beyond its shape: every day in a season, every weekday carried once, every name once.

use std::collections::BTreeSet;

use super::super::text;
use super::super::time::Span;
use super::forms::{MonthDay, Weekday};
use super::{BadPolicy, Oversight, Policy, SCHEMA, bad};

impl Policy {
    pub(super) fn check(&self) -> Result<(), BadPolicy> {
        if self.schema != SCHEMA {
            return Err(bad(
                "schema",
                format!("{} found; expected {SCHEMA}", self.schema),
            ));
        }
        self.check_hours()?;
        self.check_duty()?;
        self.check_units()?;
        self.check_spans()?;
        self.check_telling()?;
        self.check_privacy()?;
        self.check_suggest()?;
        self.check_words()?;
        self.oversight.as_ref().map_or(Ok(()), Oversight::check)?;
        let communities: Vec<_> = self.communities.iter().map(|c| c.name.clone()).collect();
        self.pasted.iter().try_for_each(|p| p.check(&communities))?;
        self.check_texts()
    }

    /// Names and readings are shown, and stand in facts: the policy of a log from elsewhere must not reach a terminal with
    /// what no fact may bring there. They are refused rather than cleaned, because a revision is named by its content.
    fn check_texts(&self) -> Result<(), BadPolicy> {
        let texts = serde_json::to_value(self).map_err(|e| bad("policy", e.to_string()))?;
        match text::harmful(&texts) {
            Some(key) => Err(bad(
                key,
                "holds control characters, an escape sequence or marks that reorder text; expected plain text",
            )),
            None => Ok(()),
        }
    }

    fn check_hours(&self) -> Result<(), BadPolicy> {
        for (i, season) in self.time.office_hours.iter().enumerate() {
            for pair in season.intervals.windows(2) {
                if let [a, b] = pair
                    && a.to > b.from
                {
                    return Err(bad(
                        format!("time.office_hours[{i}].intervals"),
                        format!(
                            "`{b}` begins before `{a}` ends; expected intervals in order, without overlap"
                        ),
                    ));
                }
            }
            if season.intervals.is_empty() {
                return Err(bad(
                    format!("time.office_hours[{i}].intervals"),
                    "empty; expected at least one interval",
                ));
            }
        }
        let mut date = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
        for _ in 0..366 {
            let day = MonthDay {
                month: chrono::Datelike::month(&date),
                day: chrono::Datelike::day(&date),
            };
            if !self.time.office_hours.iter().any(|s| s.holds(day)) {
                return Err(bad(
                    "time.office_hours",
                    format!("{day} lies in no season; expected every day of the year in one"),
                ));
            }
            date = date.succ_opt().unwrap_or(date);
        }
        Ok(())
    }

    fn check_duty(&self) -> Result<(), BadPolicy> {
        for day in (0..7).map(Weekday) {
            let carriers = self
                .posts
                .values()
                .filter(|p| p.duty.contains(&day))
                .count();
            if carriers != 1 {
                return Err(bad(
                    "posts",
                    format!("`{day}` is carried by {carriers} posts; expected exactly one (D1)"),
                ));
            }
        }
        Ok(())
    }

    fn check_units(&self) -> Result<(), BadPolicy> {
        if self.communities.is_empty() {
            return Err(bad("communities", "empty; expected at least one (D2)"));
        }
        let communities = self
            .communities
            .iter()
            .map(|c| ("communities", c.name.as_str(), &c.unit));
        let departments = self
            .departments
            .iter()
            .map(|d| ("departments", d.name.as_str(), &d.name));
        let mut seen = BTreeSet::new();
        for (key, name, unit) in communities.chain(departments) {
            if name.trim().is_empty() || unit.as_str().trim().is_empty() {
                return Err(bad(
                    key,
                    "an empty name; expected the name of a community or department",
                ));
            }
            let fresh = seen.insert(name) & (name == unit.as_str() || seen.insert(unit.as_str()));
            if !fresh {
                return Err(bad(
                    key,
                    format!("`{name}` stands twice; expected every name once"),
                ));
            }
        }
        Ok(())
    }

    fn check_spans(&self) -> Result<(), BadPolicy> {
        let c = &self.clocks;
        for (key, span) in [
            ("clocks.C7.ordinary", c.C7.ordinary),
            ("clocks.C7.call_up", c.C7.call_up),
            ("clocks.C8.ordinary", c.C8.ordinary),
            ("clocks.C8.call_up", c.C8.call_up),
            ("desk.unsigned_for", self.desk.unsigned_for),
            ("desk.near.minutes", self.desk.near.minutes),
            ("desk.near.hours", self.desk.near.hours),
            ("desk.near.days", self.desk.near.days),
        ] {
            if !matches!(span, Span::Minutes(_) | Span::WorkingDays(_)) {
                return Err(bad(
                    key,
                    format!(
                        "`{span}` found; expected minutes, hours, days or working days, e.g. 30m or 1wd"
                    ),
                ));
            }
        }
        Ok(())
    }

    fn check_telling(&self) -> Result<(), BadPolicy> {
        let t = &self.telling;
        for (key, span) in [
            ("telling.again", t.again),
            ("telling.away", t.away),
            ("telling.review.every", t.review.every),
            ("telling.review.before_rereply", t.review.before_rereply),
            ("telling.undecided_every", t.undecided_every),
        ] {
            if !matches!(span, Span::Minutes(_)) {
                return Err(bad(
                    key,
                    format!("`{span}` found; expected minutes, hours or days, e.g. 30m"),
                ));
            }
        }
        for (key, seconds) in [
            ("telling.popup_seconds", t.popup_seconds),
            ("telling.patience_seconds", t.patience_seconds),
        ] {
            if !(1..=60).contains(&seconds) {
                return Err(bad(key, format!("{seconds} found; expected 1 to 60")));
            }
        }
        Ok(())
    }

    fn check_privacy(&self) -> Result<(), BadPolicy> {
        let privacy = self.privacy();
        for (key, found, most) in [
            ("privacy.shown_seconds", privacy.shown_seconds, 600),
            (
                "privacy.anonymise_after_days",
                privacy.anonymise_after_days,
                36_500,
            ),
        ] {
            if !(1..=most).contains(&found) {
                return Err(bad(key, format!("{found} found; expected 1 to {most}")));
            }
        }
        Ok(())
    }

    fn check_suggest(&self) -> Result<(), BadPolicy> {
        let Some(suggest) = &self.suggest else {
            return Ok(());
        };
        let repeat = suggest.repeat;
        for (key, percent) in [
            ("suggest.repeat.text", repeat.text),
            ("suggest.repeat.place", repeat.place),
        ] {
            if !(1..=100).contains(&percent) {
                return Err(bad(key, format!("{percent} found; expected 1 to 100")));
            }
        }
        if repeat.text_at_place > repeat.text {
            return Err(bad(
                "suggest.repeat.text_at_place",
                format!(
                    "{} found; expected no more than `text`, {}",
                    repeat.text_at_place, repeat.text
                ),
            ));
        }
        if !(1..=366).contains(&repeat.days) {
            let problem = format!("{} found; expected 1 to 366", repeat.days);
            return Err(bad("suggest.repeat.days", problem));
        }
        let report = suggest.report;
        for (key, is_zero) in [
            ("suggest.report.transfers", report.transfers == 0),
            ("suggest.report.complaints", report.complaints == 0),
            ("suggest.report.bad_ratings", report.bad_ratings == 0),
        ] {
            if is_zero {
                return Err(bad(key, "0 found; expected 1 or more"));
            }
        }
        if suggest.sensitive.iter().any(|w| w.trim().is_empty()) {
            return Err(bad(
                "suggest.sensitive",
                "an empty word; it would be found in every text",
            ));
        }
        Ok(())
    }

    fn check_words(&self) -> Result<(), BadPolicy> {
        let lists = [
            (
                "words.kind",
                self.words.kind.values().flatten().collect::<Vec<_>>(),
            ),
            (
                "words.rating",
                self.words.rating.values().flatten().collect(),
            ),
            (
                "words.status",
                self.words.status.values().flatten().collect(),
            ),
        ];
        for (key, words) in lists {
            let mut seen = BTreeSet::new();
            if let Some(word) = words.into_iter().find(|w| !seen.insert(w.as_str())) {
                return Err(bad(
                    key,
                    format!("`{word}` stands twice; expected every word once"),
                ));
            }
        }
        Ok(())
    }
}

//! Section `[oversight]`: the weights of the ranking and the steps of the ladder (O1-O3, section 六 督查).

use serde::{Deserialize, Serialize};

use super::super::ids::vocabulary;
use super::{BadPolicy, bad};

vocabulary! {
    /// A step that follows from lapses (O2, O3). Its token stands in `step_done`.
    Step, "step" {
        WeeklyStatement = "weekly_statement",
        OfficeStatement = "office_statement",
        Accountability = "accountability",
        Discipline = "discipline",
    }
}

/// Section `[oversight]`. That of the rules in force at a period's end decides it (T10), whatever revision a case goes by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Oversight {
    /// The points everybody begins with.
    pub base: i64,
    /// Points for each of what is counted.
    pub weights: Weights,
    /// O2: last in so many monthly rankings running.
    pub last_months: u32,
    /// O3, from the first step to the last.
    pub ladder: Vec<Rung>,
}

/// O1: points for each; what is wrong takes points away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the fields are the figures of the ranking")]
pub struct Weights {
    pub handled: i64,
    pub late_sign: i64,
    pub late_reply: i64,
    pub late_close: i64,
    pub nonstandard: i64,
    pub bad_rating: i64,
}

/// One step of the ladder (O3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    /// What follows.
    pub step: Step,
    /// Within so many calendar months running.
    pub months: u32,
    /// From so many lapses on.
    pub limit: u32,
    /// Whether late closes count beside late signs, bad ratings and nonstandard replies.
    pub late_closes: bool,
}

/// The longest look back that anybody needs.
const MOST_MONTHS: u32 = 12;
const MOST_POINTS: i64 = 1000;

impl Oversight {
    pub(super) fn check(&self) -> Result<(), BadPolicy> {
        let w = &self.weights;
        for (key, points, range) in [
            ("base", self.base, 0..=MOST_POINTS),
            ("weights.handled", w.handled, 0..=MOST_POINTS),
            ("weights.late_sign", w.late_sign, -MOST_POINTS..=0),
            ("weights.late_reply", w.late_reply, -MOST_POINTS..=0),
            ("weights.late_close", w.late_close, -MOST_POINTS..=0),
            ("weights.nonstandard", w.nonstandard, -MOST_POINTS..=0),
            ("weights.bad_rating", w.bad_rating, -MOST_POINTS..=0),
        ] {
            if !range.contains(&points) {
                return Err(bad(
                    format!("oversight.{key}"),
                    format!(
                        "{points} found; expected {} to {}",
                        range.start(),
                        range.end()
                    ),
                ));
            }
        }
        check_months("last_months", self.last_months)?;
        if self.ladder.is_empty() {
            return Err(bad(
                "oversight.ladder",
                "empty; expected at least one step (O3)",
            ));
        }
        for (i, rung) in self.ladder.iter().enumerate() {
            check_months(&format!("ladder[{i}].months"), rung.months)?;
            if rung.limit == 0 {
                return Err(bad(
                    format!("oversight.ladder[{i}].limit"),
                    "0 found; expected 1 or more",
                ));
            }
            let again = self.ladder.iter().take(i).any(|r| r.step == rung.step);
            if again || rung.step == Step::WeeklyStatement {
                return Err(bad(
                    format!("oversight.ladder[{i}].step"),
                    format!(
                        "`{}` found; expected each of office_statement accountability discipline once",
                        rung.step
                    ),
                ));
            }
        }
        Ok(())
    }

    /// How many months the steps of the ladder reach back at the most.
    #[must_use]
    pub fn ladder_months(&self) -> u32 {
        self.ladder.iter().map(|r| r.months).max().unwrap_or(1)
    }
}

fn check_months(key: &str, months: u32) -> Result<(), BadPolicy> {
    if (1..=MOST_MONTHS).contains(&months) {
        return Ok(());
    }
    Err(bad(
        format!("oversight.{key}"),
        format!("{months} found; expected 1 to {MOST_MONTHS}"),
    ))
}

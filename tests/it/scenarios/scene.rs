//! A scene as it is played: the facts so far, the moment, and the answer to the last act.

use serde_json::Value;
use zhiban::domain::command::Context;
use zhiban::domain::decide::{self, Decision, Did, Refusal};
use zhiban::domain::event::{Event, Fact};
use zhiban::domain::ids::{FactId, Number};
use zhiban::domain::roster::Roster;
use zhiban::domain::rules::Rules;
use zhiban::domain::show::{Keyed, Language, show};
use zhiban::domain::suggest::Related;
use zhiban::domain::time::Stamp;

use super::claim;
use super::script::{self, Asked, CASE};

/// The events an act makes, or the refusal's name with the one who stands in the way.
pub type Answer = Result<Vec<&'static str>, (String, Option<Did>)>;

/// The state of a scene between two lines.
pub struct Scene<'a> {
    pub rules: &'a Rules,
    facts: Vec<Fact>,
    now: Option<Stamp>,
    decision: Option<Decision>,
}

impl<'a> Scene<'a> {
    pub const fn new(rules: &'a Rules) -> Self {
        Self {
            rules,
            facts: Vec::new(),
            now: None,
            decision: None,
        }
    }

    /// Takes the next line; the error says what is wrong with it, or what was found instead of what it claims.
    pub fn take(&mut self, line: &str) -> Result<(), String> {
        if let Some(claim) = line.strip_prefix('=') {
            return claim::check(self, claim.trim());
        }
        if let Some(asked) = line.strip_prefix('?') {
            self.decision = Some(self.decide(asked)?.0);
            return Ok(());
        }
        if let Some(asked) = line.strip_prefix('!') {
            return self.carry_out(asked);
        }
        if let Some(now) = line.strip_prefix("now ") {
            self.now = Some(now.parse().map_err(|e| format!("{e}"))?);
            return Ok(());
        }
        self.facts.push(script::fact(line)?);
        Ok(())
    }

    /// The moment looked at: the one given, else that of the last fact.
    pub fn now(&self) -> Result<Stamp, String> {
        let last = self.facts.iter().map(|f| f.at).max();
        self.now
            .or(last)
            .ok_or_else(|| "the scene has no moment yet".to_owned())
    }

    fn decide(&self, line: &str) -> Result<(Decision, Asked, Context), String> {
        let (asked, context) = script::act(line, self.now()?)?;
        let decision = match &asked {
            Asked::OfCase(act) => {
                let of_case: Vec<Fact> = self
                    .facts
                    .iter()
                    .filter(|f| f.case.is_some())
                    .cloned()
                    .collect();
                decide::decide(&of_case, act, &context, self.rules)
            }
            Asked::OfRoster(act) => {
                let of_roster: Vec<Fact> = self
                    .facts
                    .iter()
                    .filter(|f| f.case.is_none())
                    .cloned()
                    .collect();
                decide::decide_roster(&of_roster, act, &context, self.rules)
            }
        };
        Ok((decision, asked, context))
    }

    fn carry_out(&mut self, line: &str) -> Result<(), String> {
        let (decision, asked, context) = self.decide(line)?;
        let events = decision.map_err(|refusal| format!("refused: {refusal:?}"))?;
        for event in events {
            self.facts.push(Fact {
                id: Some(FactId::from(format!("f{}", self.facts.len() + 1))),
                at: context.at,
                case: matches!(asked, Asked::OfCase(_)).then(|| Number::from(CASE)),
                by: context.by.clone(),
                person: context.person.clone(),
                note: context.note.clone(),
                event,
            });
        }
        Ok(())
    }

    /// The answer to the last act: the events it makes, or the refusal's name with the one who did it.
    pub fn answer(&self) -> Result<Answer, String> {
        match self.decision.as_ref().ok_or("no act was asked about")? {
            Ok(events) => Ok(Ok(events.iter().map(Event::kind).collect())),
            Err(refusal) => Ok(Err((snake(refusal), did(refusal)))),
        }
    }

    /// What `explain --json` says; none when there is no such case.
    pub fn shown(&self) -> Result<Option<Value>, String> {
        Ok(show(
            &self.facts,
            &Keyed::new(),
            &Number::from(CASE),
            self.rules,
            self.now()?,
            Language::En,
            &Related::default(),
        ))
    }

    pub fn roster(&self) -> Result<Roster, String> {
        Ok(Roster::fold(&self.facts, self.now()?))
    }
}

/// `AlreadyDone(…)` as `already_done`.
fn snake(refusal: &Refusal) -> String {
    let name: String = format!("{refusal:?}")
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    name.char_indices()
        .fold(String::new(), |mut snake, (at, c)| {
            if c.is_ascii_uppercase() && at > 0 {
                snake.push('_');
            }
            snake.push(c.to_ascii_lowercase());
            snake
        })
}

#[allow(clippy::wildcard_enum_match_arm, reason = "most refusals name nobody")]
fn did(refusal: &Refusal) -> Option<Did> {
    match refusal {
        Refusal::AlreadyDone(did) | Refusal::Void(did) | Refusal::LaterFact(did) => {
            Some(did.clone())
        }
        Refusal::Closed(did) | Refusal::AlreadyReviewed(did) | Refusal::Changed(did) => did.clone(),
        _ => None,
    }
}

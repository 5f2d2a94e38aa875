//! The words of a scene: a line of facts or of an act, taken apart.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use zhiban::domain::codec;
use zhiban::domain::command::{Act, Context, RosterAct};
use zhiban::domain::event::{Assignment, Fact, Fields};
use zhiban::domain::ids::{About, Actor, FactId, Number, Party, Role, Unit};
use zhiban::domain::time::{Stamp, parse_date};

/// The case every scene is about.
pub const CASE: &str = "FZ26112300012";

type Outcome<T> = Result<T, String>;

/// A line's words: those of the form `key=value` apart from the others.
pub struct Words<'a> {
    plain: Vec<&'a str>,
    options: BTreeMap<&'a str, &'a str>,
}

impl<'a> Words<'a> {
    pub fn of(line: &'a str) -> Self {
        let (options, plain) = line
            .split_whitespace()
            .partition::<Vec<_>, _>(|w| w.contains('='));
        let options = options
            .into_iter()
            .filter_map(|w| w.split_once('='))
            .collect();
        Self { plain, options }
    }

    fn next(&mut self, what: &str) -> Outcome<&'a str> {
        if self.plain.is_empty() {
            return Err(format!("{what} is missing"));
        }
        Ok(self.plain.remove(0))
    }

    fn option(&mut self, key: &str) -> Option<&'a str> {
        self.options.remove(key)
    }

    fn actor(&mut self) -> Option<&'a str> {
        let first = self.plain.first().copied()?;
        let is_actor =
            first == "system" || first.starts_with("post:") || first.starts_with("unit:");
        is_actor.then(|| self.plain.remove(0))
    }

    fn all_used(&self) -> Outcome<()> {
        if self.plain.is_empty() && self.options.is_empty() {
            Ok(())
        } else {
            Err(format!(
                "not understood: {:?} {:?}",
                self.plain, self.options
            ))
        }
    }
}

fn split(list: &str) -> Vec<&str> {
    list.split(',').collect()
}

/// `lead:X`, `assist:X`, or `X` alone for the lead.
fn assignment(word: &str) -> (&str, &str) {
    match word.split_once(':') {
        Some((role, unit)) => (role, unit),
        None => ("lead", word),
    }
}

/// A word that stands for nothing: `-`, or `nobody`.
fn some(word: &str) -> Option<&str> {
    (word != "-" && word != "nobody").then_some(word)
}

/// A fact from `DATE TIME BY EVENT …`, by way of the JSON that `explain` reads.
pub fn fact(line: &str) -> Outcome<Fact> {
    let mut words = Words::of(line);
    let at = format!("{} {}", words.next("the date")?, words.next("the time")?);
    let by = words.actor().unwrap_or("system");
    let event = words.next("the event")?;
    let mut map = Map::new();
    map.insert("at".into(), at.into());
    map.insert("by".into(), by.into());
    map.insert("event".into(), event.into());
    for key in ["id", "person", "note"] {
        if let Some(value) = words.option(key) {
            map.insert(key.into(), value.into());
        }
    }
    if !matches!(event, "swapped" | "stood_in" | "handed_over" | "step_done") {
        map.insert(
            "case".into(),
            some(words.option("case").unwrap_or(CASE)).into(),
        );
    }
    if let Value::Object(body) = body(event, &mut words)? {
        map.extend(body);
    }
    words.all_used()?;
    codec::fact_from_line(&Value::Object(map).to_string()).map_err(|e| e.to_string())
}

fn body(event: &str, words: &mut Words<'_>) -> Outcome<Value> {
    Ok(match event {
        "received" => {
            let (kind, community) = (words.next("the kind")?, words.next("the community")?);
            let mut body = json!({ "kind": kind, "community": some(community), "title": words.option("title").unwrap_or("路灯不亮") });
            body["close_due"] = words.option("close_due").into();
            body["tags"] = words.option("tags").map_or_else(Vec::new, split).into();
            body["already"] = words.option("already").map_or_else(Vec::new, split).into();
            body
        }
        "dispatched" => {
            let mut units = Vec::new();
            while let Ok(word) = words.next("") {
                let (role, unit) = assignment(word);
                units.push(json!({ "unit": unit, "role": role }));
            }
            json!({ "units": units })
        }
        "unit_signed" | "replied" => json!({ "unit": words.next("the unit")? }),
        "phone_reminded" => json!({
            "unit": words.next("the unit")?,
            "about": words.option("about").unwrap_or("unit_sign"),
            "answered": words.option("answered") != Some("no"),
        }),
        "transferred" => {
            let (from, _, to) = (
                words.next("the unit")?,
                words.next("->")?,
                words.next("the new unit")?,
            );
            json!({ "from": from, "to": some(to), "grounds": "不属本单位" })
        }
        "co_assign_requested" => {
            let (unit, _, add) = (
                words.next("the unit")?,
                words.next("+")?,
                words.next("the units asked for")?,
            );
            json!({ "unit": unit, "units": split(add), "grounds": "需共同办理" })
        }
        "reviewed" => {
            json!({ "verdict": words.next("the verdict")?, "faults": words.option("faults").map_or_else(Vec::new, split) })
        }
        "extension_requested" => json!({ "party": words.next("the party")?, "reason": "需协调" }),
        "extension_decided" => match words.next("granted or refused")? {
            "granted" => json!({ "granted": true, "close_due": words.next("the new close time")? }),
            _ => json!({ "granted": false }),
        },
        "rated" => json!({ "rating": words.next("the rating")? }),
        "appealed" => {
            json!({ "approved_by": words.option("approved_by"), "stamped": words.option("stamped") == Some("yes") })
        }
        "appeal_decided" => json!({ "upheld": words.next("upheld or rejected")? == "upheld" }),
        "looked_back" => json!({ "stable": words.next("stable or unstable")? == "stable" }),
        "tagged" | "untagged" => json!({ "tag": words.next("the tag")? }),
        "noted" => json!({ "text": words.next("the text")? }),
        "undone" => json!({ "target": words.next("the id")? }),
        "linked" => json!({ "other": words.next("the number")? }),
        "suggestion_dismissed" => {
            json!({ "suggestion": words.next("the suggestion")?, "reason": "不是" })
        }
        "swapped" => json!({ "date": words.next("the date")?, "post": words.next("the post")? }),
        "stood_in" => {
            json!({ "date": words.next("the date")?, "for": words.option("for"), "post": words.option("post") })
        }
        "amended" => json!({ "fields": fields(words) }),
        "excused" => json!({ "of": words.next("what")?, "reason": "不可抗力" }),
        _ => json!({}),
    })
}

fn fields(words: &mut Words<'_>) -> Value {
    let mut fields = Map::new();
    for key in ["kind", "community", "title", "address", "close_due"] {
        if let Some(value) = words.option(key) {
            fields.insert(key.into(), some(value).into());
        }
    }
    Value::Object(fields)
}

/// An act on the case, or on the roster.
pub enum Asked {
    OfCase(Act),
    OfRoster(RosterAct),
}

/// An act and its context from `[BY] ACT …`.
pub fn act(line: &str, now: Stamp) -> Outcome<(Asked, Context)> {
    let mut words = Words::of(line);
    let by: Actor = words
        .actor()
        .unwrap_or("post:A")
        .parse()
        .map_err(|e| format!("{e}"))?;
    let at = words
        .option("at")
        .map_or(Ok(now), str::parse)
        .map_err(|e| format!("{e}"))?;
    let context = Context {
        at,
        now,
        by,
        person: None,
        note: None,
    };
    let name = words.next("the act")?;
    let reason = words.option("reason").map(str::to_owned);
    let asked = match roster_act(name, reason.as_ref(), &mut words)? {
        Some(act) => Asked::OfRoster(act),
        None => Asked::OfCase(case_act(name, reason, &mut words)?),
    };
    words.all_used()?;
    Ok((asked, context))
}

fn roster_act(
    name: &str,
    reason: Option<&String>,
    words: &mut Words<'_>,
) -> Outcome<Option<RosterAct>> {
    if !matches!(name, "swap" | "stand-in" | "handover") {
        return Ok(None);
    }
    let reason = reason.cloned();
    let date = parse_date(words.next("the date")?).map_err(|e| e.to_string())?;
    Ok(Some(match name {
        "swap" => RosterAct::Swap {
            date,
            post: read(words.next("the post")?)?,
            reason,
        },
        "stand-in" => RosterAct::StandIn {
            date,
            absent: read(words.option("for").unwrap_or_default())?,
            post: read(words.option("post").unwrap_or_default())?,
            reason,
        },
        _ => RosterAct::HandOver { date, reason },
    }))
}

fn read<T: std::str::FromStr<Err: std::fmt::Display>>(word: &str) -> Outcome<T> {
    word.parse().map_err(|e: T::Err| e.to_string())
}

#[allow(clippy::too_many_lines, reason = "one line an act")]
fn case_act(name: &str, reason: Option<String>, words: &mut Words<'_>) -> Outcome<Act> {
    let unit = |word: &str| Unit::from(word);
    let given = reason.clone().unwrap_or_default();
    Ok(match name {
        "sign" => Act::Sign,
        "dispatch" => {
            let mut units = Vec::new();
            while let Ok(word) = words.next("") {
                let (role, name) = assignment(word);
                units.push(Assignment {
                    unit: unit(name),
                    role: read::<Role>(role)?,
                });
            }
            Act::Dispatch { units }
        }
        "unit-sign" => Act::UnitSign {
            unit: words.next("").ok().map(unit),
        },
        "remind" => Act::Remind {
            unit: words.next("").ok().map(unit),
            about: words.option("about").map_or(Ok(About::UnitSign), read)?,
            answered: true,
        },
        "transfer" => {
            let (from, _, to) = (
                words.next("the unit")?,
                words.next("->")?,
                words.next("the new unit")?,
            );
            Act::Transfer {
                from: unit(from),
                to: some(to).map(unit),
                grounds: "不属本单位".into(),
            }
        }
        "co-assign" => {
            let (asking, _, add) = (
                words.next("the unit")?,
                words.next("+")?,
                words.next("the units asked for")?,
            );
            let units = split(add).into_iter().map(unit).collect();
            Act::CoAssign {
                unit: unit(asking),
                units,
                grounds: "需共同办理".into(),
            }
        }
        "reply" => {
            let unit = words.next("").ok().map(unit);
            Act::Reply {
                unit,
                text: "已处理".into(),
                photos: 1,
                approved_by: None,
            }
        }
        "review" => Act::Review {
            verdict: read(words.next("the verdict")?)?,
            faults: Vec::new(),
        },
        "extend" => match words.next("request, grant or refuse")? {
            "request" => Act::RequestExtension {
                party: read::<Party>(words.next("the party")?)?,
                reason: given,
            },
            "grant" => Act::DecideExtension {
                granted: true,
                close_due: words.option("close_due").map(read).transpose()?,
            },
            _ => Act::DecideExtension {
                granted: false,
                close_due: None,
            },
        },
        "close" => Act::Close {
            unreviewed: words.next("").is_ok(),
            reason,
        },
        "rate" => Act::Rate {
            rating: read(words.next("the rating")?)?,
            reason,
        },
        "follow-up" => Act::FollowUp,
        "rework" => Act::Rework,
        "consult" => Act::Consult,
        "contact" => Act::Contact,
        "escalate" => Act::Escalate { to: None },
        "report" => Act::Report { to: None },
        "link" => Act::Link {
            other: Number::from(words.next("the number")?),
        },
        "dismiss" => Act::Dismiss {
            suggestion: read(words.next("the suggestion")?)?,
            reason: given,
        },
        "appeal" => match words.next("file, uphold or reject")? {
            "file" => Act::FileAppeal {
                approved_by: words.option("approved_by").map(str::to_owned),
                stamped: words.option("stamped") == Some("yes"),
            },
            decision => Act::DecideAppeal {
                upheld: decision == "uphold",
            },
        },
        "look-back" => Act::LookBack {
            stable: words.next("stable or unstable")? == "stable",
        },
        "tag" => Act::Tag {
            tag: read(words.next("the tag")?)?,
        },
        "untag" => Act::Untag {
            tag: read(words.next("the tag")?)?,
        },
        "note" => Act::Note {
            text: words.next("the text")?.into(),
        },
        "amend" => {
            let fields: Fields =
                serde_json::from_value(fields(words)).map_err(|e| e.to_string())?;
            Act::Amend { fields, reason }
        }
        "void" => Act::Void { reason: given },
        "excuse" => Act::Excuse {
            of: words.next("what")?.into(),
            unit: None,
            target: None,
            reason: given,
        },
        "undo" => Act::Undo {
            id: words.next("").ok().map(FactId::from),
        },
        other => return Err(format!("no act `{other}`")),
    })
}

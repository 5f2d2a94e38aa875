//! `--map`: a TOML file that names the columns and words of a list the built-in aliases do not know.
//!
//! ```toml
//! [columns]              # field = header, or several headers, the one that counts first
//! number = "流水号"
//! received = ["转办时间", "来件时间"]
//! [kind]                 # the list's word = ours
//! "加急工单" = "urgent"
//! [status]
//! "流转中" = "in_progress"
//! [rating]
//! "非常好" = "satisfied"
//! [community]
//! "南街驿里片" = "驿里"
//! ```
//!
//! Made by `cli`; asked by `columns` and `rows`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::columns::{Field, key};
use crate::domain::ids::{Community, Kind, Rating};
use crate::domain::policy::{Policy, Status};
use crate::domain::text;

/// A mapping that cannot be used. One line: key, value, what was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{key}: {problem}")]
pub struct BadMapping {
    /// The key, dotted, or the line.
    pub key: String,
    /// The value found and what was expected.
    pub problem: String,
}

/// Names of columns and meanings of words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    columns: BTreeMap<Field, Vec<String>>,
    /// What the list's words for kinds mean.
    pub kind: BTreeMap<String, Kind>,
    /// What its status words mean.
    pub status: BTreeMap<String, Status>,
    /// What its ratings mean.
    pub rating: BTreeMap<String, Rating>,
    /// What its names of places mean.
    pub community: BTreeMap<String, Community>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    columns: BTreeMap<Field, Names>,
    #[serde(default)]
    kind: BTreeMap<String, Kind>,
    #[serde(default)]
    status: BTreeMap<String, Status>,
    #[serde(default)]
    rating: BTreeMap<String, Rating>,
    #[serde(default)]
    community: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "expected a header or a list of headers in quotes"
)]
enum Names {
    One(String),
    Several(Vec<String>),
}

fn bad(key: impl Into<String>, problem: impl Into<String>) -> BadMapping {
    BadMapping {
        key: clean(&key.into()),
        problem: clean(&problem.into()),
    }
}

fn one_line(message: &str) -> String {
    message.lines().collect::<Vec<_>>().join("; ")
}

/// What the mapping says is shown where it does not fit the list.
fn clean(said: &str) -> String {
    text::line(said).text.into_owned()
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// Key, value and what was expected.
    pub fn from_toml(written: &str, policy: &Policy) -> Result<Self, BadMapping> {
        let table: toml::Table = toml::from_str(written).map_err(|e: toml::de::Error| {
            let before = e.span().and_then(|s| written.get(..s.start));
            let line = before.map_or(1, |b| b.matches('\n').count() + 1);
            bad(format!("line {line}"), one_line(e.message()))
        })?;
        let written: Written = serde_path_to_error::deserialize(table).map_err(|e| {
            let key = e.path().to_string();
            bad(key, one_line(e.inner().message()))
        })?;
        let mut columns = BTreeMap::new();
        let mut claimed: BTreeMap<String, Field> = BTreeMap::new();
        for (field, names) in written.columns {
            let names = match names {
                Names::One(name) => vec![clean(&name)],
                Names::Several(names) => names.iter().map(|name| clean(name)).collect(),
            };
            for name in &names {
                if key(name).is_empty() {
                    return Err(bad(
                        format!("columns.{field}"),
                        "empty; expected the header as it stands in the list",
                    ));
                }
                if let Some(other) = claimed.insert(key(name), field) {
                    return Err(bad(
                        format!("columns.{field}"),
                        format!("`{name}` is given to `{other}` too; expected each header once"),
                    ));
                }
            }
            columns.insert(field, names);
        }
        let mut community = BTreeMap::new();
        for (word, name) in written.community {
            let Some(found) = policy.community(&name) else {
                let known: Vec<&str> = policy.communities.iter().map(|c| c.name.as_str()).collect();
                return Err(bad(
                    format!("community.{word}"),
                    format!(
                        "`{name}` is not a community of the policy; expected one of: {}",
                        known.join(" ")
                    ),
                ));
            };
            community.insert(word_key(&word), found.name.clone());
        }
        Ok(Self {
            columns,
            kind: folded(written.kind),
            status: folded(written.status),
            rating: folded(written.rating),
            community,
        })
    }

    /// Does it name the columns of the field?
    pub(super) fn names(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
    }

    /// The field of a header, with its place among the field's headers. Takes the header's [`key`].
    pub(super) fn column(&self, wanted: &str) -> Option<(usize, Field)> {
        self.columns.iter().find_map(|(field, names)| {
            let place = names.iter().position(|n| key(n) == wanted)?;
            Some((place, *field))
        })
    }

    /// The fields it names, with the headers it names for them.
    pub(super) fn columns(&self) -> impl Iterator<Item = (Field, &[String])> {
        self.columns.iter().map(|(f, names)| (*f, names.as_slice()))
    }
}

/// A word as it is looked up: cleaned, full-width signs folded.
pub(super) fn word_key(word: &str) -> String {
    text::fold(&text::line(word).text).trim().to_owned()
}

fn folded<T>(words: BTreeMap<String, T>) -> BTreeMap<String, T> {
    words.into_iter().map(|(w, t)| (word_key(&w), t)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rules::Rules;

    fn read(toml: &str) -> Result<Mapping, String> {
        let rules = Rules::builtin().unwrap();
        Mapping::from_toml(toml, &rules.policy).map_err(|e| e.to_string())
    }

    #[test]
    fn names_columns_and_words() {
        let m = read(
            "[columns]\nnumber = \"流水号\"\nreceived = [\"转办时间\", \"来件时间\"]\n\
             [kind]\n\"加急工单\" = \"urgent\"\n[status]\n\"流转中\" = \"in_progress\"\n\
             [community]\n\"南街驿里片\" = \"驿里社区\"\n",
        )
        .unwrap();
        assert_eq!(m.column("来件时间"), Some((1, Field::Received)));
        assert!(m.names(Field::Number) && !m.names(Field::Title));
        assert_eq!(m.kind.get("加急工单"), Some(&Kind::Urgent));
        assert_eq!(m.status.get("流转中"), Some(&Status::InProgress));
        assert_eq!(
            m.community.get("南街驿里片"),
            Some(&Community::from("驿里"))
        );
    }

    #[test]
    fn says_what_is_wrong_with_key_and_expectation() {
        for (toml, wanted) in [
            ("[colums]\nnumber = \"x\"", "colums"),
            (
                "[columns]\nnumbr = \"x\"",
                "`numbr` is not a field; expected one of: number",
            ),
            ("[columns]\nnumber = 3", "columns.number: expected a header"),
            ("[columns]\nnumber = \"\"", "columns.number: empty"),
            (
                "[columns]\nnumber = \"甲\"\ntitle = \"甲\"",
                "columns.title: `甲` is given to `number` too",
            ),
            (
                "[kind]\n\"特\" = \"urgnt\"",
                "kind.特: kind: `urgnt` is not known; expected one of: ordinary",
            ),
            (
                "[status]\n\"特\" = \"open\"",
                "status.特: unknown variant `open`",
            ),
            (
                "[columns]\nnumber = \"甲\\u202e\\u0007\"\ntitle = \"甲\"",
                "columns.title: `甲` is given to `number` too",
            ),
            (
                "[community]\n\"东\" = \"东街\"",
                "community.东: `东街` is not a community of the policy; expected one of: 三坊七巷",
            ),
            ("[columns\n", "line 1: "),
        ] {
            let said = read(toml).unwrap_err();
            assert!(said.contains(wanted), "{toml:?} said {said:?}");
            assert_eq!(said.lines().count(), 1);
        }
    }
}

//! What a user sets once: who sits here, language, look; and, in `folders`, where that and the store lie.
//!
//! Reads files; writes one when nobody has set anything before (`first`). Called by `cli` at the start of every command.

mod first;
mod folders;

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use crate::domain::ids::{Actor, Post};
use crate::domain::roster::Handler;
use crate::domain::rules::BadRules;
use crate::domain::text::line;

pub use first::{settings, write_new};
pub use folders::Folders;

/// The colours of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
}

/// The language of everything said.
pub use crate::domain::show::Language;

/// The user's settings; what is absent takes its default where it is used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// Who acts when `--by` says nothing.
    pub me: Option<Actor>,
    /// The person who acts when `--person` says nothing.
    pub person: Option<String>,
    /// Language.
    pub lang: Option<Language>,
    /// Colours.
    pub theme: Option<Theme>,
    /// Borders of ASCII signs, for terminals that draw box signs wide.
    pub ascii: Option<bool>,
    /// Whether countdowns show seconds.
    pub seconds: Option<bool>,
    /// Whose reminders pop up: a post's, or those of both (inner none).
    #[allow(
        clippy::option_option,
        reason = "not set, both and one are three things"
    )]
    pub watch: Option<Option<Post>>,
    /// Who sits at the posts.
    pub handlers: Vec<Handler>,
    /// The command for somebody away from the desk: a program and its own arguments.
    pub away: Vec<String>,
    /// Where dossiers are written.
    pub exports: Option<PathBuf>,
    /// The folder whose files are taken in.
    pub inbox: Option<PathBuf>,
    /// The folder of the daily copies of the store.
    pub backups: Option<PathBuf>,
    /// How many daily copies are kept; 0: none is made.
    pub keep_backups: Option<usize>,
    /// The listener for what a phone forwards; none: nobody listens.
    pub phone: Option<Phone>,
}

/// The listener for what a phone forwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// Address and port.
    pub listen: SocketAddr,
    /// What the phone shows with every message.
    pub token: String,
    /// The key of the app's signature.
    pub secret: String,
    /// Who may connect; empty: anybody.
    pub allow: Vec<IpAddr>,
}

/// What is wrong with a file of settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It cannot be read: what the system says.
    Unreadable(String),
    /// It is not TOML: line and what the parser says.
    Syntax {
        /// Line, from 1.
        line: usize,
        /// What the parser says.
        problem: String,
    },
    /// A key nobody knows, with the known ones.
    UnknownKey(String),
    /// A value that does not fit its key.
    Value {
        /// The key.
        key: &'static str,
        /// What was found.
        found: String,
        /// What was expected.
        expected: &'static str,
    },
    /// A calendar file with a wrong line, or one that is no calendar.
    Calendar(BadRules),
}

/// A file of settings that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadFile {
    /// Which file.
    pub file: PathBuf,
    /// What is wrong with it.
    pub fault: Fault,
}

/// The keys of the settings file.
pub const KEYS: [&str; 14] = [
    "me",
    "person",
    "lang",
    "theme",
    "ascii",
    "seconds",
    "watch",
    "away",
    "handlers",
    "inbox",
    "phone",
    "exports",
    "backups",
    "keep_backups",
];

impl Config {
    /// Reads settings from TOML.
    ///
    /// # Errors
    /// Names the key and what was expected.
    pub fn from_toml(text: &str) -> Result<Self, Fault> {
        let table: toml::Table = text.parse().map_err(|e: toml::de::Error| Fault::Syntax {
            line: e.span().map_or(1, |s| {
                text.get(..s.start).unwrap_or("").matches('\n').count() + 1
            }),
            problem: e.message().to_owned(),
        })?;
        let mut config = Self::default();
        for (key, value) in &table {
            config.set(key, value)?;
        }
        Ok(config)
    }

    fn set(&mut self, key: &str, value: &toml::Value) -> Result<(), Fault> {
        let wrong = |key, expected| Fault::Value {
            key,
            found: value.to_string(),
            expected,
        };
        let text = value.as_str();
        match key {
            "me" => {
                let expected = r#""post:A", "post:B", "unit:NAME""#;
                let actor = text.and_then(|t| t.parse().ok());
                match actor {
                    Some(actor @ (Actor::Post(_) | Actor::Unit(_))) => self.me = Some(actor),
                    Some(Actor::System) | None => return Err(wrong("me", expected)),
                }
            }
            "person" => {
                let person = text.filter(|t| !t.trim().is_empty());
                let person = person.ok_or_else(|| wrong("person", r#""NAME""#))?;
                self.person = Some(person.trim().to_owned());
            }
            "lang" => {
                let lang = text.and_then(Language::of_word);
                self.lang = Some(lang.ok_or_else(|| wrong("lang", r#""zh", "en""#))?);
            }
            "theme" => {
                self.theme = Some(match text {
                    Some("dark") => Theme::Dark,
                    Some("light") => Theme::Light,
                    _ => return Err(wrong("theme", r#""dark", "light""#)),
                });
            }
            "watch" => {
                self.watch = Some(match text {
                    Some("A") => Some(Post::A),
                    Some("B") => Some(Post::B),
                    Some("both") => None,
                    _ => return Err(wrong("watch", r#""A", "B", "both""#)),
                });
            }
            "away" => {
                let words = value
                    .as_array()
                    .map(|words| words.iter().map(|w| w.as_str()));
                let words: Option<Vec<&str>> = words.and_then(Iterator::collect);
                let named = |words: &Vec<&str>| words.first().is_some_and(|w| !w.trim().is_empty());
                let expected = r#"["PROGRAM", "ARGUMENT", ...]"#;
                let words = words.filter(named).ok_or_else(|| wrong("away", expected))?;
                self.away = words.into_iter().map(str::to_owned).collect();
            }
            "backups" => {
                let folder = text.map(PathBuf::from).filter(|p| p.is_absolute());
                let folder = folder.ok_or_else(|| wrong("backups", r#""/FOLDER""#))?;
                self.backups = Some(folder);
            }
            "keep_backups" => {
                let count = value.as_integer().filter(|n| (0..=3650).contains(n));
                let count = count.and_then(|n| usize::try_from(n).ok());
                let expected = "a number from 0 (no daily backup) to 3650";
                self.keep_backups = Some(count.ok_or_else(|| wrong("keep_backups", expected))?);
            }
            "exports" => {
                let folder = text.map(PathBuf::from).filter(|p| p.is_absolute());
                let folder = folder.ok_or_else(|| wrong("exports", r#""/FOLDER""#))?;
                self.exports = Some(folder);
            }
            "phone" => {
                let expected = r#"[phone] listen = "IP:PORT", token of 16 signs or more, secret of 12, allow = ["IP"]"#;
                // What was found is not said: it holds the token.
                self.phone = Some(phone(value).ok_or_else(|| Fault::Value {
                    key: "phone",
                    found: "[phone]".to_owned(),
                    expected,
                })?);
            }
            "inbox" => {
                // A path from somewhere depends on where the desk is opened.
                let folder = text.map(PathBuf::from).filter(|p| p.is_absolute());
                let folder = folder.ok_or_else(|| wrong("inbox", r#""/FOLDER""#))?;
                self.inbox = Some(folder);
            }
            "handlers" => {
                let expected = r#"[[handlers]] post = "A", name = "NAME", phone = "NUMBER""#;
                let each = value.as_array().map(|list| list.iter().map(handler));
                let each: Option<Vec<Handler>> = each.and_then(Iterator::collect);
                self.handlers = each.ok_or_else(|| wrong("handlers", expected))?;
            }
            "ascii" => {
                let on = value.as_bool();
                self.ascii = Some(on.ok_or_else(|| wrong("ascii", "true, false"))?);
            }
            "seconds" => {
                let on = value.as_bool();
                self.seconds = Some(on.ok_or_else(|| wrong("seconds", "true, false"))?);
            }
            _ => return Err(Fault::UnknownKey(key.to_owned())),
        }
        Ok(())
    }
}

/// Somebody at a post: `post` and `name`, and `phone` where there is one; shown on the screen, so cleaned here.
fn handler(value: &toml::Value) -> Option<Handler> {
    let table = value.as_table()?;
    let known = |key: &String| matches!(key.as_str(), "post" | "name" | "phone");
    let text = |key| {
        table
            .get(key)
            .map(|value| Some(line(value.as_str()?).text.into_owned()))
    };
    let name = text("name")??;
    let phone = text("phone").unwrap_or(Some(String::new()))?;
    let post = table.get("post")?.as_str()?.parse().ok()?;
    (table.keys().all(known) && !name.is_empty()).then_some(Handler { post, name, phone })
}

/// The shortest token, and the shortest secret, in signs.
const TOKEN: usize = 16;
const SECRET: usize = 12;

fn phone(value: &toml::Value) -> Option<Phone> {
    let table = value.as_table()?;
    let known = ["listen", "token", "secret", "allow"];
    if table.keys().any(|k| !known.contains(&k.as_str())) {
        return None;
    }
    let long = |key, least| {
        let text = table.get(key)?.as_str()?;
        (text.chars().count() >= least).then(|| text.to_owned())
    };
    let allow = match table.get("allow") {
        None => Some(Vec::new()),
        Some(list) => list
            .as_array()?
            .iter()
            .map(|a| a.as_str()?.parse().ok())
            .collect(),
    };
    Some(Phone {
        listen: table.get("listen")?.as_str()?.parse().ok()?,
        token: long("token", TOKEN)?,
        secret: long("secret", SECRET)?,
        allow: allow?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::Post;

    #[test]
    fn settings_are_read() {
        let config = Config::from_toml("me = \"post:B\"\nlang = \"en\"\nseconds = false").unwrap();
        assert_eq!(config.me, Some(Actor::Post(Post::B)));
        assert_eq!(config.lang, Some(Language::En));
        assert_eq!(config.seconds, Some(false));
        assert_eq!(config.theme, None);
    }

    #[test]
    fn the_command_for_somebody_away_is_a_list_of_words() {
        let config = Config::from_toml(r#"away = ["sms", "--to", "13800000000"]"#).unwrap();
        assert_eq!(config.away, ["sms", "--to", "13800000000"]);
        assert!(Config::from_toml("lang = \"zh\"").unwrap().away.is_empty());
        for wrong in [
            r#"away = "sms""#,
            "away = []",
            r#"away = [""]"#,
            r#"away = ["sms", 1]"#,
        ] {
            let refused = Config::from_toml(wrong);
            assert!(
                matches!(refused, Err(Fault::Value { key: "away", .. })),
                "{wrong}"
            );
        }
    }

    #[test]
    fn those_who_sit_at_the_posts_are_read() {
        let text = "[[handlers]]\npost = \"A\"\nname = \" 陈工 \"\nphone = \"0591-1\"\n[[handlers]]\npost = \"B\"\nname = \"林工\"";
        let handlers = Config::from_toml(text).unwrap().handlers;
        let said: Vec<_> = handlers
            .iter()
            .map(|h| (h.post, h.name.as_str(), h.phone.as_str()))
            .collect();
        assert_eq!(said, [(Post::A, "陈工", "0591-1"), (Post::B, "林工", "")]);
        for wrong in [
            "handlers = \"陈工\"",
            "[[handlers]]\nname = \"陈工\"",
            "[[handlers]]\npost = \"C\"\nname = \"陈工\"",
            "[[handlers]]\npost = \"A\"\nname = \"\"",
            "[[handlers]]\npost = \"A\"\nname = \"陈工\"\nphone = 591",
            "[[handlers]]\npost = \"A\"\nname = \"陈工\"\nmobile = \"1\"",
        ] {
            let refused = Config::from_toml(wrong);
            assert!(
                matches!(
                    refused,
                    Err(Fault::Value {
                        key: "handlers",
                        ..
                    })
                ),
                "{wrong}"
            );
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(
            Config::from_toml("colour = 1"),
            Err(Fault::UnknownKey("colour".to_owned()))
        );
        assert!(matches!(
            Config::from_toml("theme = \"pink\""),
            Err(Fault::Value { key: "theme", .. })
        ));
        assert!(matches!(
            Config::from_toml("me = \"post:A\"\nlang ="),
            Err(Fault::Syntax { line: 2, .. })
        ));
    }
}

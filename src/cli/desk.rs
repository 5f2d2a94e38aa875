//! What every command starts from: settings, language, rules and clock, read and checked before the store is touched.
//!
//! Made once in `cli::main`. Opens the store on demand and settles who acts.

use std::path::{Path, PathBuf};

use super::args::Global;
use super::{clean, failure, names, values};
use crate::app::text::{Texts, say};
use crate::config::{BadFile, Config, Folders, Language};
use crate::domain::event::Fact;
use crate::domain::ids::{Actor, Party};
use crate::domain::policy::{BadPolicy, Policy};
use crate::domain::roster::Roster;
use crate::domain::rules::Rules;
use crate::domain::time::Stamp;
use crate::error::Failure;
use crate::runtime::clock::Clock;
use crate::store::Store;

/// Settings, language, rules and clock of this run.
#[derive(Debug)]
pub struct Desk {
    /// The texts.
    pub texts: Texts,
    /// The user's settings.
    pub config: Config,
    /// Where they stand, or would.
    pub config_file: Option<PathBuf>,
    /// Whether nobody has set anything yet.
    pub is_untouched: bool,
    /// The clock.
    pub clock: Clock,
    /// How many times as fast `ZHIBAN_SPEED` lets it run.
    pub speed: Option<u32>,
    /// The moment `--now` names.
    pub named_now: Option<Stamp>,
    /// The revision in force.
    pub rules: Rules,
    /// Whether to answer in JSON.
    pub json: bool,
    /// Whether citizens' names and numbers are shown as they are.
    pub unmasked: bool,
    /// The party `extend` names by `--by unit|office`.
    pub party: Option<Party>,
    by: Option<String>,
    person: Option<String>,
    store: Option<PathBuf>,
}

/// The language of the environment: English where the locale says so, else Chinese.
#[must_use]
pub fn language_of_environment() -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    match locale {
        Some(l) if l.to_ascii_lowercase().starts_with("en") => Language::En,
        Some(_) | None => Language::Zh,
    }
}

impl Desk {
    /// Reads and checks everything but the store.
    ///
    /// # Errors
    /// The file, key and value that are wrong; nothing was changed on disk.
    pub fn set_up(mut global: Global, party: Option<Party>) -> Result<Self, Failure> {
        let asked = global.lang.as_deref().and_then(Language::of_word);
        let named = std::env::var_os("ZHIBAN_CONFIG").filter(|v| !v.is_empty());
        let folders = Folders::find(named.as_deref().map(Path::new));
        let config = folders
            .as_ref()
            .map_or(Ok(Config::default()), Folders::config);
        let (config, fault) = match config {
            Ok(config) => (config, None),
            Err(fault) => (Config::default(), Some(fault)),
        };
        let language = asked
            .or(config.lang)
            .unwrap_or_else(language_of_environment);
        // They take long beside the rest of a start, so they are read while the rules and the store are. Where there is no
        // thread for it they are read when they are needed.
        let texts = Texts::new(language);
        let to_be_read = texts.clone();
        let reading = std::thread::Builder::new().name("texts".to_owned());
        let _ = reading.spawn(move || to_be_read.read());
        let rules = read_rules(global.policy.as_deref(), folders.as_ref());
        if let Some(fault) = fault {
            return Err(failure::bad_file(&texts, &fault));
        }
        let by = global.by.pop();
        if !global.by.is_empty() {
            return Err(Failure::usage(say!(texts, "usage-once", option = "--by")));
        }
        let rules = rules.map_err(|e| e.in_words(&texts))?;
        let speed = std::env::var("ZHIBAN_SPEED").ok().filter(|v| !v.is_empty());
        let speed = speed
            .map(|s| self::speed(&texts, "ZHIBAN_SPEED", &s))
            .transpose()?;
        Ok(Self {
            clock: Clock::new(global.now, speed),
            speed,
            named_now: global.now,
            rules,
            json: global.json,
            unmasked: global.unmasked,
            party,
            by,
            person: global.person.filter(|p| !p.trim().is_empty()),
            store: global.store,
            texts,
            config,
            is_untouched: folders.as_ref().is_some_and(Folders::is_untouched),
            config_file: folders.map(|f| f.config),
        })
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Stamp {
        self.clock.now()
    }

    /// Where the store lies.
    ///
    /// # Errors
    /// When none is named and the user has no home.
    pub fn store_path(&self) -> Result<PathBuf, Failure> {
        self.store
            .clone()
            .or_else(Folders::default_store)
            .ok_or_else(|| {
                Failure::usage(say!(self.texts, "error-no-home"))
                    .mend(say!(self.texts, "error-no-home-mend"))
            })
    }

    /// Opens the store, or makes it.
    ///
    /// # Errors
    /// The store's failure.
    pub fn open_store(&self) -> Result<Store, Failure> {
        let path = self.store_path()?;
        Store::open(&path, self.rules.clone(), self.now())
            .map_err(|e| failure::store(&self.texts, &e))
    }

    /// The person who acts, where one is known.
    #[must_use]
    pub fn person(&self) -> Option<String> {
        let person = self.person.as_ref().or(self.config.person.as_ref())?;
        Some(clean::line(person)).filter(|p| !p.is_empty())
    }

    /// Who acts, as far as a command line or a setting says so: `--by`, `ZHIBAN_BY`, then `me`.
    ///
    /// # Errors
    /// When a word names nobody.
    pub fn named_actor(&self) -> Result<Option<Actor>, Failure> {
        let environment = std::env::var("ZHIBAN_BY").ok().filter(|v| !v.is_empty());
        let word = self.by.clone().map(|w| ("--by", w));
        match word.or_else(|| environment.map(|w| ("ZHIBAN_BY", w))) {
            Some((option, word)) => self.actor_of(option, &word).map(Some),
            None => self.config.me.as_ref().map_or(Ok(None), |me| {
                self.actor_of("me", &me.to_string()).map(Some)
            }),
        }
    }

    fn actor_of(&self, option: &str, word: &str) -> Result<Actor, Failure> {
        match values::actor(word) {
            Ok(Actor::Unit(unit)) => names::unit(self, option, unit.as_str()).map(Actor::Unit),
            Ok(actor @ (Actor::Post(_) | Actor::System)) => Ok(actor),
            Err(_) => Err(Failure::usage(say!(
                self.texts,
                "error-actor",
                option = option,
                value = word
            ))),
        }
    }

    /// Who acts at a moment: the one named, else the post on duty then (D1).
    ///
    /// # Errors
    /// When a word names nobody, or the store fails.
    pub fn actor(&self, store: &Store, at: Stamp) -> Result<Actor, Failure> {
        match self.named_actor()? {
            Some(actor) => Ok(actor),
            None => {
                let roster = self.roster(store)?;
                Ok(Actor::Post(roster.on_duty(&self.rules, at.date())))
            }
        }
    }

    /// The roster as known now.
    ///
    /// # Errors
    /// The store's failure.
    pub fn roster(&self, store: &Store) -> Result<Roster, Failure> {
        let facts = self.roster_facts(store)?;
        Ok(Roster::fold(&facts, self.now()))
    }

    /// The facts of the roster.
    ///
    /// # Errors
    /// The store's failure.
    pub fn roster_facts(&self, store: &Store) -> Result<Vec<Fact>, Failure> {
        let logged = store
            .roster_facts()
            .map_err(|e| failure::store(&self.texts, &e))?;
        Ok(logged.into_iter().map(|l| l.fact).collect())
    }
}

/// Why the rules cannot be read, before there are texts to say it in.
enum Unusable {
    /// What is built in is broken, which a test rules out.
    Builtin(String),
    /// A policy that the system does not hand out.
    Unreadable(PathBuf, std::io::Error),
    /// A policy at fault.
    Policy(PathBuf, BadPolicy),
    /// A calendar at fault.
    Calendar(BadFile),
}

impl Unusable {
    fn in_words(self, texts: &Texts) -> Failure {
        match self {
            Self::Builtin(problem) => Failure::system(problem),
            Self::Unreadable(file, problem) => failure::unreadable(texts, &file, &problem),
            Self::Policy(file, problem) => Failure::usage(say!(
                texts,
                "error-policy",
                file = file.display().to_string(),
                problem = problem.to_string()
            ))
            .mend(say!(texts, "error-policy-mend")),
            Self::Calendar(problem) => failure::bad_file(texts, &problem),
        }
    }
}

/// The policy that is named, or the built-in one, with the calendar.
fn read_rules(policy: Option<&Path>, folders: Option<&Folders>) -> Result<Rules, Unusable> {
    let policy = match policy {
        Some(file) => {
            let text = std::fs::read_to_string(file)
                .map_err(|e| Unusable::Unreadable(file.to_owned(), e))?;
            Policy::from_toml(&text).map_err(|e| Unusable::Policy(file.to_owned(), e))?
        }
        None => Policy::builtin().map_err(|e| Unusable::Builtin(e.to_string()))?,
    };
    let listed = match folders {
        Some(folders) => folders.calendar().map_err(Unusable::Calendar)?,
        None => Rules::builtin_calendar().map_err(|e| Unusable::Builtin(e.to_string()))?,
    };
    Ok(Rules::new(policy, listed))
}

/// How many times as fast the clock is to run.
///
/// # Errors
/// Names the option and what was expected.
pub fn speed(texts: &Texts, option: &str, word: &str) -> Result<u32, Failure> {
    match word.parse() {
        Ok(speed @ 1..=3600) => Ok(speed),
        Ok(_) | Err(_) => Err(Failure::usage(say!(
            texts,
            "error-speed",
            option = option,
            value = word
        ))),
    }
}

//! The commands and options as clap knows them. Data only: what a command does stands in its own file.
//!
//! Texts of the help come from the locales (`help`); a test checks that none is missing.

pub mod acts;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{
    ArgAction, Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum,
};

use self::acts::{ActCommand, ExtendStep, Said};
use super::values;
use crate::domain::ids::{Kind, Number, Party, Stage, Tag};
use crate::domain::period::Period;
use crate::domain::reconcile::FIELDS;
use crate::domain::time::{Date, Stamp, parse_date};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "zhiban",
    version,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    args_conflicts_with_subcommands = false
)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands and options for this environment.
pub fn command() -> clap::Command {
    in_this_environment(Cli::command())
}

/// What a command line says. The name alone, which opens the desk, is read without setting up some fifty commands, which
/// takes long beside the rest of a start.
///
/// # Errors
/// What clap says of it.
pub fn parse(words: &[OsString]) -> Result<Cli, clap::Error> {
    if words.len() == 1 {
        let name = clap::Command::new("zhiban").version(env!("CARGO_PKG_VERSION"));
        let bare = Global::augment_args(name.disable_help_flag(true).disable_version_flag(true));
        let matches = in_this_environment(bare).try_get_matches_from(words);
        // What is wrong is said by the whole command line, in the same words as always.
        if let Ok(global) = matches.and_then(|m| Global::from_arg_matches(&m)) {
            let command = None;
            return Ok(Cli { global, command });
        }
    }
    Cli::from_arg_matches(&command().try_get_matches_from(words)?)
}

/// A variable that is set to nothing is not set.
fn in_this_environment(command: clap::Command) -> clap::Command {
    command.mut_args(|arg| {
        let is_empty = |name| std::env::var_os(name).is_some_and(|value| value.is_empty());
        if arg.get_env().is_some_and(is_empty) {
            arg.env(None::<&'static str>)
        } else {
            arg
        }
    })
}

/// Options that stand before or after the command.
#[derive(Debug, Args)]
pub struct Global {
    #[arg(long, global = true, value_name = "FILE", env = "ZHIBAN_STORE")]
    pub store: Option<PathBuf>,
    #[arg(long, global = true, value_name = "FILE", env = "ZHIBAN_POLICY")]
    pub policy: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG", value_parser = ["zh", "en"])]
    pub lang: Option<String>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, global = true)]
    pub unmasked: bool,
    /// Several, because `extend` names its party by the same option. `ZHIBAN_BY` is read where the actor is settled.
    #[arg(long, global = true, value_name = "WHO", action = ArgAction::Append)]
    pub by: Vec<String>,
    #[arg(long, global = true, value_name = "NAME", env = "ZHIBAN_PERSON")]
    pub person: Option<String>,
    #[arg(long, global = true, value_name = "TIME", env = "ZHIBAN_NOW")]
    pub now: Option<Stamp>,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    pub help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    pub version: Option<bool>,
}

/// Every command.
#[derive(Debug, Subcommand)]
pub enum Command {
    Run,
    Demo(Demo),
    Import(Import),
    Inbox(Inbox),
    Add(Add),
    #[command(flatten)]
    Act(ActCommand),
    List(List),
    Show(Show),
    Explain(Explain),
    #[command(subcommand)]
    Log(Log),
    Anonymise(Anonymise),
    Backup(Backup),
    Restore(Restore),
    Reminders(Reminders),
    Aftercare(Aftercare),
    Reconcile(Reconcile),
    Roster(Roster),
    Summary(Summary),
    Bulletin(Bulletin),
    Oversight(Oversight),
    Phone(Phone),
    Pair,
    Doctor(Doctor),
    Completions(Completions),
    Man(Man),
    Help(Help),
}

impl Cli {
    /// Takes the party of `extend CASE request --by unit|office` out of the words that name the actor.
    pub fn take_party(&mut self) -> Option<Party> {
        let Some(Command::Act(ActCommand::Extend {
            step: ExtendStep::Request,
            ..
        })) = self.command
        else {
            return None;
        };
        let place = self
            .global
            .by
            .iter()
            .position(|w| w.parse::<Party>().is_ok())?;
        self.global.by.remove(place).parse().ok()
    }
}

#[derive(Debug, Args)]
pub struct Reminders {
    /// Default: today.
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub date: Option<Date>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Aftercare {
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Without a case: what is open. With one: settles a field of it.
#[derive(Debug, Args)]
pub struct Reconcile {
    #[arg(value_name = "CASE", value_parser = values::number, requires = "field")]
    pub case: Option<Number>,
    #[arg(value_name = "FIELD", value_parser = FIELDS, requires = "side")]
    pub field: Option<String>,
    #[arg(value_name = "SIDE")]
    pub side: Option<Side>,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    #[arg(long, value_name = "FILE", conflicts_with = "case")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub said: Said,
}

/// Whose value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Side {
    /// The platform's.
    Take,
    /// The one here.
    Keep,
}

#[derive(Debug, Args)]
pub struct Roster {
    /// Default: this month.
    #[arg(value_name = "MONTH", value_parser = values::month)]
    pub month: Option<Period>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Summary {
    /// Default: today.
    #[arg(value_name = "DATE", value_parser = parse_date)]
    pub date: Option<Date>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Bulletin {
    /// Default: this week.
    #[arg(value_name = "WEEK|MONTH")]
    pub period: Option<Period>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Oversight {
    /// Default: this month.
    #[arg(value_name = "MONTH", value_parser = values::month)]
    pub period: Option<Period>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Demo {
    /// Default: that of `ZHIBAN_SPEED`, else 60.
    #[arg(long, value_name = "N")]
    pub speed: Option<String>,
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long, value_name = "FILE")]
    pub map: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub problems: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Inbox {
    /// Default: the one of the settings.
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long)]
    pub watch: bool,
}

#[derive(Debug, Args)]
pub struct Add {
    #[arg(long, value_name = "N", value_parser = values::number)]
    pub number: Number,
    #[arg(long, value_parser = values::token::<Kind>(Kind::ALL.iter().map(|k| k.as_str())))]
    pub kind: Kind,
    #[arg(long, value_name = "NAME")]
    pub community: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub title: String,
    #[arg(long, value_name = "TIME")]
    pub received: Option<Stamp>,
    #[arg(long, value_name = "TIME")]
    pub close_due: Option<Stamp>,
    #[arg(long = "tag", value_parser = values::token::<Tag>(Tag::ALL.iter().map(|t| t.as_str())))]
    pub tags: Vec<Tag>,
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    pub body: String,
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    pub address: String,
    #[arg(
        long,
        value_name = "NAME",
        default_value = "",
        hide_default_value = true
    )]
    pub reporter: String,
    #[arg(long, value_name = "N", default_value = "", hide_default_value = true)]
    pub phone: String,
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    pub channel: String,
}

#[derive(Debug, Args)]
pub struct List {
    #[arg(long, value_parser = values::token::<Stage>(Stage::ALL.iter().map(|s| s.as_str())))]
    pub stage: Option<Stage>,
    #[arg(long, value_name = "NAME")]
    pub community: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub unit: Option<String>,
    #[arg(long)]
    pub overdue: bool,
    /// In minutes.
    #[arg(long, value_name = "30m", value_parser = values::minutes)]
    pub due_within: Option<i64>,
    #[arg(long)]
    pub all: bool,
    #[arg(long, value_name = "TEXT")]
    pub search: Option<String>,
    #[arg(long, conflicts_with = "out")]
    pub watch: bool,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "CASE", value_parser = values::number)]
    pub case: Number,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Explain {
    #[arg(long, value_name = "FILE")]
    pub facts: PathBuf,
}

#[derive(Debug, Subcommand)]
pub enum Log {
    Export {
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
        #[arg(long, value_name = "TIME")]
        since: Option<Stamp>,
    },
    Import {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct Anonymise {
    /// In minutes; by default the policy's age.
    #[arg(long, value_name = "365d", value_parser = values::minutes)]
    pub older_than: Option<i64>,
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Args)]
pub struct Backup {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct Restore {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Args)]
pub struct Phone {
    #[arg(long)]
    pub serve: bool,
    #[arg(long, value_name = "N", group = "deal", conflicts_with = "serve")]
    pub settle: Option<i64>,
    #[arg(long, value_name = "N", group = "deal", conflicts_with = "serve")]
    pub confirm: Option<i64>,
    #[arg(long, value_name = "N", group = "deal", conflicts_with = "serve")]
    pub attach: Option<i64>,
    #[arg(long, value_name = "N", group = "deal", conflicts_with = "serve")]
    pub back: Option<i64>,
    #[arg(long, value_name = "CASE", requires = "deal")]
    pub case: Option<Number>,
}

#[derive(Debug, Args)]
pub struct Doctor {
    /// Read a pasted text instead, and say what is found in it.
    #[arg(long, value_name = "FILE")]
    pub text: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Help {
    #[arg(value_name = "COMMAND")]
    pub about: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_name = "SHELL", value_parser = clap::builder::EnumValueParser::<clap_complete::Shell>::new())]
    pub shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub struct Man {
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

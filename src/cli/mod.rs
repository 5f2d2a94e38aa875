//! The command line: everything the screen can do, for scripts and tests, and the JSON contract.
//!
//! Joins the core to the world as `runtime` does: reads arguments and files, calls the store, prints. Decides no rule.
//! Called by `main` alone.

mod act;
mod add;
mod aftercare;
mod anonymise;
mod args;
mod backup;
mod clean;
mod demo;
mod desk;
mod doctor;
mod explain;
mod failure;
mod file;
mod help;
mod import;
mod inbox;
mod list;
mod log;
mod man;
mod names;
mod output;
mod page;
mod phone;
mod reconcile;
mod reminders;
mod report;
mod roster;
mod run;
mod search;
mod show;
mod usage;
mod values;

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use self::args::Command;
use self::desk::Desk;
use crate::domain::text;
use crate::error::Failure;

/// Runs the program and returns its exit code.
#[must_use]
pub fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    match carry_out(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::from(failure.exit as u8)
        }
    }
}

/// Says on standard error what went wrong. Nobody can be told when that is closed too.
fn complain(failure: &Failure) {
    // It may name what stood in a file or on the command line: none of that reaches the terminal as a command to it.
    let said = failure.to_string();
    let line = text::lines(&said).text;
    if !line.is_empty() {
        let _ = writeln!(std::io::stderr(), "{line}");
    }
}

fn carry_out(words: &[OsString]) -> Result<(), Failure> {
    let mut cli = match args::parse(words) {
        Ok(cli) => cli,
        Err(error) => return usage::answer(&error, words),
    };
    if let Some(Command::Help(args)) = &cli.command {
        return usage::asked(&args.about, words);
    }
    let party = cli.take_party();
    let desk = Desk::set_up(cli.global, party)?;
    match cli.command {
        None | Some(Command::Run) => run::run(desk),
        Some(Command::Demo(args)) => demo::run(desk, &args),
        Some(Command::Import(args)) => import::run(&desk, &args),
        Some(Command::Inbox(args)) => inbox::run(&desk, args),
        Some(Command::Add(args)) => add::run(&desk, args),
        Some(Command::Act(act)) => act::run(&desk, act),
        Some(Command::List(args)) => list::run(&desk, &args),
        Some(Command::Show(args)) => show::run(&desk, &args),
        Some(Command::Explain(args)) => explain::run(&desk, &args),
        Some(Command::Log(args)) => log::run(&desk, &args),
        Some(Command::Anonymise(args)) => anonymise::run(&desk, &args),
        Some(Command::Backup(args)) => backup::backup(&desk, &args),
        Some(Command::Restore(args)) => backup::restore(&desk, &args),
        Some(Command::Reminders(args)) => reminders::run(&desk, &args),
        Some(Command::Aftercare(args)) => aftercare::run(&desk, &args),
        Some(Command::Reconcile(args)) => reconcile::run(&desk, args),
        Some(Command::Roster(args)) => roster::run(&desk, &args),
        Some(Command::Summary(args)) => report::summary(&desk, &args),
        Some(Command::Bulletin(args)) => report::bulletin(&desk, &args),
        Some(Command::Oversight(args)) => report::oversight(&desk, &args),
        Some(Command::Phone(args)) => phone::run(&desk, &args),
        Some(Command::Pair) => phone::pair(&desk),
        Some(Command::Doctor(args)) => doctor::run(&desk, &args),
        Some(Command::Completions(args)) => help::completions(&desk, &args),
        Some(Command::Man(args)) => man::run(&desk, &args),
        Some(Command::Help(args)) => usage::asked(&args.about, words),
    }
}

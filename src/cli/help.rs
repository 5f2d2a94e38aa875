//! The help in the user's language: the command tree with its texts from the locales, and shell completions from it.
//!
//! A text stands under `help-COMMAND` (`help-log-export`), `help-arg-COMMAND-ARGUMENT`, or `help-arg-ARGUMENT` where
//! commands share it, `help-examples-COMMAND` (a command a line, what it does behind two spaces), and `help-more-COMMAND`.

use clap::{Arg, Command};

use super::args::{self, Completions};
use super::desk::Desk;
use super::output::{self, Output};
use crate::app::text::{Texts, say};
use crate::error::Failure;

/// The command tree with its texts.
#[must_use]
pub fn command(texts: &Texts) -> Command {
    dressed(args::command(), texts, "").version(env!("CARGO_PKG_VERSION"))
}

fn dressed(command: Command, texts: &Texts, path: &str) -> Command {
    let name = if path.is_empty() { "zhiban" } else { path };
    let mut dressed = command
        .help_template(say!(texts, "help-template"))
        .subcommand_help_heading(say!(texts, "help-heading-commands"))
        .subcommand_value_name(say!(texts, "help-value-command"))
        .next_line_help(false);
    if let Some(about) = texts.lookup(&format!("help-{name}")) {
        dressed = dressed.about(about);
    }
    if let Some(examples) = texts.lookup(&format!("help-examples-{name}")) {
        let mut shown = say!(texts, "help-heading-examples");
        shown.extend(examples.lines().map(|line| format!("\n  {line}")));
        if let Some(more) = texts.lookup(&format!("help-more-{name}")) {
            shown.push_str(&format!("\n\n{more}"));
        }
        dressed = dressed.after_help(shown);
    }
    dressed = dressed.mut_args(|arg| explained(arg, texts, name));
    dressed.mut_subcommands(|sub| {
        let path = match path {
            "" => sub.get_name().to_owned(),
            _ => format!("{path}-{}", sub.get_name()),
        };
        self::dressed(sub, texts, &path)
    })
}

/// The part of a text's key that names a command, of its name with all before it (`zhiban-log-export`).
#[must_use]
pub fn key(name: &str) -> &str {
    name.strip_prefix("zhiban-").unwrap_or(name)
}

fn explained(arg: Arg, texts: &Texts, name: &str) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    let text = texts
        .lookup(&format!("help-arg-{name}-{id}"))
        .or_else(|| texts.lookup(&format!("help-arg-{id}")));
    let heading = if arg.is_positional() {
        say!(texts, "help-heading-arguments")
    } else if arg.is_global_set() || matches!(id.as_str(), "version") {
        say!(texts, "help-heading-global")
    } else {
        say!(texts, "help-heading-options")
    };
    let arg = arg.help_heading(heading);
    let Some(mut text) = text else {
        return arg;
    };
    // clap's own remarks on values and variables are English; these are signs alone.
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .map(|v| v.get_name().to_owned())
        .collect();
    if arg.get_action().takes_values() && !values.is_empty() {
        text.push_str(&format!(" [{}]", values.join("|")));
    }
    if let Some(variable) = arg.get_env() {
        text.push_str(&format!(" [{}]", variable.to_string_lossy()));
    }
    let arg = arg.help(text).hide_env(true);
    if arg.get_action().takes_values() {
        arg.hide_possible_values(true).hide_default_value(true)
    } else {
        arg
    }
}

/// Prints the completions of a shell.
///
/// # Errors
/// When the output cannot be written.
pub fn completions(desk: &Desk, args: &Completions) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command(&desk.texts), "zhiban", &mut script);
    let mut out = Output::new();
    std::io::Write::write_all(out.writer(), &script).map_err(|e| output::failed(&e))?;
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Cli;
    use crate::config::Language;
    use clap::CommandFactory as _;

    fn texts_missing(command: &Command, texts: &Texts, path: &str, missing: &mut Vec<String>) {
        let name = if path.is_empty() { "zhiban" } else { path };
        if texts.lookup(&format!("help-{name}")).is_none() {
            missing.push(format!("help-{name}"));
        }
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str().replace('_', "-");
            let keys = [format!("help-arg-{name}-{id}"), format!("help-arg-{id}")];
            if keys.iter().all(|k| texts.lookup(k).is_none()) {
                missing.push(keys.join(" | "));
            }
        }
        for sub in command.get_subcommands() {
            let path = if path.is_empty() {
                sub.get_name().to_owned()
            } else {
                format!("{path}-{}", sub.get_name())
            };
            texts_missing(sub, texts, &path, missing);
        }
    }

    #[test]
    fn every_command_and_option_is_explained_in_both_languages() {
        for language in [Language::Zh, Language::En] {
            let texts = Texts::new(language);
            let mut missing = Vec::new();
            texts_missing(&Cli::command(), &texts, "", &mut missing);
            assert!(missing.is_empty(), "{language:?}: {missing:#?}");
        }
    }

    /// The words of a line as a shell takes them apart.
    fn words(line: &str) -> Vec<String> {
        let mut words = Vec::new();
        for (i, part) in line.split('"').enumerate() {
            if i % 2 == 1 {
                words.push(part.to_owned());
            } else {
                words.extend(part.split_whitespace().map(str::to_owned));
            }
        }
        words
    }

    fn wrong_examples(command: &Command, texts: &Texts, path: &str, wrong: &mut Vec<String>) {
        let key = format!("help-examples-{}", path.replace(' ', "-"));
        let Some(examples) = texts.lookup(&key) else {
            wrong.push(format!("{key} is missing"));
            return;
        };
        let start = match path {
            "zhiban" => "zhiban".to_owned(),
            _ => format!("zhiban {path}"),
        };
        for line in examples.lines() {
            let words = words(line.split("  ").next().unwrap_or_default());
            if !words.join(" ").starts_with(&start) {
                wrong.push(format!("{key} is of another command: {line}"));
            }
            if let Err(error) = args::command().try_get_matches_from(words) {
                wrong.push(format!("{key}: {line}: {error}"));
            }
        }
        for sub in command.get_subcommands() {
            let path = match path {
                "zhiban" => sub.get_name().to_owned(),
                _ => format!("{path} {}", sub.get_name()),
            };
            wrong_examples(sub, texts, &path, wrong);
        }
    }

    #[test]
    fn every_command_has_an_example_that_is_taken() {
        for language in [Language::Zh, Language::En] {
            let texts = Texts::new(language);
            let mut wrong = Vec::new();
            wrong_examples(&Cli::command(), &texts, "zhiban", &mut wrong);
            assert!(wrong.is_empty(), "{language:?}: {wrong:#?}");
        }
    }

    #[test]
    fn the_definitions_hold_together() {
        Cli::command().debug_assert();
        command(&Texts::new(Language::Zh)).debug_assert();
    }
}

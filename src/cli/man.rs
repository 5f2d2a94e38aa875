//! `man`: the pages of the manual, one a command, from the definitions and texts that `--help` is made of.
//!
//! For packages, and for whoever installs without one. Decides nothing; what stands in a page stands in the locales.

use std::path::Path;

use clap::Command;
use clap_mangen::Man as Page;
use clap_mangen::roff::{Roff, roman};

use super::args::Man;
use super::desk::Desk;
use super::{failure, help};
use crate::app::text::{Texts, say};
use crate::error::Failure;

/// Writes every page into the folder, over those of an earlier version.
///
/// # Errors
/// When the folder or a page cannot be written.
pub fn run(desk: &Desk, args: &Man) -> Result<(), Failure> {
    let unwritable = |path: &Path, e: &std::io::Error| failure::unwritable(&desk.texts, path, e);
    std::fs::create_dir_all(&args.folder).map_err(|e| unwritable(&args.folder, &e))?;
    for (name, text) in pages(&desk.texts) {
        let file = args.folder.join(format!("{name}.1"));
        std::fs::write(&file, text).map_err(|e| unwritable(&file, &e))?;
    }
    Ok(())
}

/// Every page by its name: `zhiban`, `zhiban-sign`, `zhiban-log-export`.
fn pages(texts: &Texts) -> Vec<(String, String)> {
    let mut root = help::command(texts);
    root.build();
    let mut pages = Vec::new();
    add(&root, texts, &mut pages);
    pages
}

fn add(command: &Command, texts: &Texts, pages: &mut Vec<(String, String)>) {
    let name = command.get_display_name().unwrap_or("zhiban").to_owned();
    let text = page(command, texts, &name);
    pages.push((name, text));
    for sub in command.get_subcommands() {
        add(sub, texts, pages);
    }
}

fn page(command: &Command, texts: &Texts, name: &str) -> String {
    let man = Page::new(command.clone())
        .title(name.to_uppercase())
        // Quoted, so that the words behind it keep their places: a date would make each build another package.
        .date("\"\"")
        .source(concat!("zhiban ", env!("CARGO_PKG_VERSION")))
        .manual(say!(texts, "man-manual"));
    // Written to memory, which takes everything.
    let drawn = |section: &dyn Fn(&mut Vec<u8>) -> std::io::Result<()>| {
        let mut bytes = Vec::new();
        section(&mut bytes).map_or_else(
            |_| String::new(),
            |()| String::from_utf8_lossy(&bytes).into_owned(),
        )
    };
    let mut sections = vec![
        // Ragged on the right: between Chinese signs there is nothing to stretch.
        drawn(&|w| man.render_title(w)) + ".ad l\n.nh\n",
        drawn(&|w| man.render_name_section(w))
            .replace(".SH NAME", &format!(".SH {}", say!(texts, "man-name"))),
        drawn(&|w| man.render_synopsis_section(w)).replace(
            ".SH SYNOPSIS",
            &format!(".SH {}", say!(texts, "man-synopsis")),
        ),
        // A long choice of words has no other place to be broken at.
        drawn(&|w| man.render_options_section(w)).replace('|', "|\\:"),
    ];
    if command.has_subcommands() {
        let heading = say!(texts, "help-heading-commands");
        sections.push(drawn(&|w| man.render_subcommands_section(w)).replace(
            &format!(".SH {heading}"),
            &format!(".SH {}", heading.to_uppercase()),
        ));
    }
    let key = help::key(name);
    for (heading, text) in [
        (
            say!(texts, "man-examples"),
            texts.lookup(&format!("help-examples-{key}")),
        ),
        (
            say!(texts, "man-notes"),
            texts.lookup(&format!("help-more-{key}")),
        ),
    ] {
        sections.extend(text.map(|text| as_it_stands(&heading, &text)));
    }
    if !name.contains('-') {
        for (heading, text) in [
            (say!(texts, "man-exit"), say!(texts, "man-exit-codes")),
            (say!(texts, "man-files"), say!(texts, "man-files-list")),
        ] {
            sections.push(as_it_stands(&heading, &text));
        }
    }
    // Each section brings the same preamble along; once is enough.
    let preamble = Roff::new().render();
    let bare = sections
        .iter()
        .map(|s| s.strip_prefix(&preamble).unwrap_or(s));
    preamble.clone() + &bare.collect::<String>()
}

/// A section whose lines stay as they are.
fn as_it_stands(heading: &str, text: &str) -> String {
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    roff.control("nf", []);
    for line in text.lines() {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
    roff.render()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Language;

    #[test]
    fn every_command_has_a_page_with_its_options_and_examples() {
        for language in [Language::Zh, Language::En] {
            let texts = Texts::new(language);
            let pages = pages(&texts);
            let page = |name: &str| {
                let found = pages.iter().find(|(n, _)| n == name);
                &found.unwrap_or_else(|| panic!("no page {name}")).1
            };
            for listed in ["zhiban\\-dispatch", "zhiban\\-log", "zhiban\\-man"] {
                assert!(page("zhiban").contains(listed), "{listed}");
            }
            assert!(page("zhiban-dispatch").contains("\\-\\-assist"));
            assert!(page("zhiban-import").contains("流水号"));
            for (name, text) in &pages {
                assert!(
                    text.contains(&format!(".SH {}\n", say!(texts, "man-name"))),
                    "{name}"
                );
                let examples = format!(".SH {}\n.nf\nzhiban", say!(texts, "man-examples"));
                assert!(text.contains(&examples), "{name}");
            }
        }
    }
}

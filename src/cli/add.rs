//! `add`: a case keyed in by hand.

use super::args::Add;
use super::desk::Desk;
use super::output::Output;
use super::{clean, failure, names, show};
use crate::app::text::say;
use crate::domain::command::Context;
use crate::domain::event::Received;
use crate::error::Failure;

/// Takes in a case.
///
/// # Errors
/// A wrong name, title or close time, a number that is known already, or the store's failure.
pub fn run(desk: &Desk, args: Add) -> Result<(), Failure> {
    let number = args.number;
    let community = args
        .community
        .as_deref()
        .filter(|c| !c.trim().is_empty())
        .map(|c| names::community(desk, "--community", c))
        .transpose()?;
    let now = desk.now();
    let at = args.received.unwrap_or(now);
    let title = clean::line(&args.title);
    if title.is_empty() {
        return Err(wrong(
            desk,
            "--title",
            "",
            say!(desk.texts, "expected-text"),
        ));
    }
    if let Some(due) = args.close_due.filter(|due| *due < at) {
        let received = desk.texts.full_moment(at);
        let problem = say!(desk.texts, "expected-after-receipt", received = received);
        return Err(wrong(desk, "--close-due", &due.to_string(), problem));
    }
    let mut tags = args.tags;
    tags.sort_unstable();
    tags.dedup();
    let received = Received {
        community,
        close_due: args.close_due,
        tags,
        body: clean::lines(&args.body),
        address: clean::line(&args.address),
        reporter: clean::line(&args.reporter),
        phone: clean::line(&args.phone),
        channel: clean::line(&args.channel),
        ..Received::new(args.kind, title)
    };
    let mut store = desk.open_store()?;
    let context = Context {
        at,
        now,
        by: desk.actor(&store, now)?,
        person: desk.person(),
        note: None,
    };
    let done = store
        .add(&number, received, &context)
        .map_err(|e| failure::act(desk, None, &e))?;
    let mut out = Output::new();
    if desk.json {
        out.json(&show::value(desk, &mut store, &number)?)?;
    } else {
        out.line(super::act::report(desk, &store, &number, &done)?)?;
    }
    out.finish()
}

fn wrong(desk: &Desk, option: &str, value: &str, problem: String) -> Failure {
    Failure::usage(say!(
        desk.texts,
        "error-value",
        option = option,
        value = value,
        problem = problem
    ))
}

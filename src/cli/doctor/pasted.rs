//! `doctor --text`: what the policy's patterns find in a pasted text, to try them out. Touches no store.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use serde_json::json;

use crate::app::text::say;
use crate::cli::desk::Desk;
use crate::cli::failure;
use crate::cli::output::Output;
use crate::domain::pasted;
use crate::error::Failure;

/// The longest text that is looked at, in bytes.
const MOST: u64 = 1 << 20;

/// Says what is found in a file, or in standard input.
///
/// # Errors
/// When it cannot be read.
pub(super) fn report(desk: &Desk, file: &Path) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    let read = if file == Path::new("-") {
        io::stdin().lock().take(MOST).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|f| f.take(MOST).read_to_end(&mut bytes))
    };
    read.map_err(|e| failure::unreadable(&desk.texts, file, &e))?;
    let read = pasted::read(&String::from_utf8_lossy(&bytes), &desk.rules.policy);
    let kind = read
        .kind
        .as_ref()
        .map(|k| (desk.texts.full_kind(k.value), &k.word, k.is_guess));
    let community = read.community.as_ref();
    let community = community.map(|c| (c.value.as_str().to_owned(), &c.word, c.is_guess));
    let mut out = Output::new();
    if desk.json {
        let found = read.found.iter();
        let found: Vec<_> = found
            .map(|f| json!({ "part": f.part.as_str(), "text": f.text, "pattern": f.pattern }))
            .collect();
        out.json(&json!({
            "found": found,
            "kind": read.kind.as_ref().map(|k| json!({ "value": k.value, "word": k.word, "guess": k.is_guess })),
            "community": read.community.as_ref().map(
                |c| json!({ "value": c.value, "word": c.word, "guess": c.is_guess })
            ),
        }))?;
        return out.finish();
    }
    for found in &read.found {
        let (part, text, pattern) = (
            found.part.as_str(),
            found.text.as_str(),
            found.pattern.as_str(),
        );
        out.line(say!(
            desk.texts,
            "doctor-text-found",
            part = part,
            text = text,
            pattern = pattern
        ))?;
    }
    for (part, read) in [("kind", kind), ("community", community)] {
        if let Some((value, word, true)) = read {
            out.line(say!(
                desk.texts,
                "doctor-text-guess",
                part = part,
                value = value,
                word = word.as_str()
            ))?;
        }
    }
    if read.found.is_empty() && read.kind.is_none() && read.community.is_none() {
        out.line(say!(desk.texts, "doctor-text-nothing"))?;
    }
    out.finish()
}

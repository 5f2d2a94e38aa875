//! What to do about a damaged store: how much of it can still be read, how to save that, and how to put a backup back.
//!
//! Called by `doctor`, which must not send people to itself.

use std::path::Path;

use serde_json::{Value, json};

use super::{Desk, Finding, bad, failure, told};
use crate::app::text::say;
use crate::error::Failure;
use crate::store::{self, Store, StoreError};

/// Reports a store that failed because it is damaged, and ends the command with its failure; any other is returned at once.
/// There is no store where it cannot even be opened.
pub(super) fn report(
    desk: &Desk,
    path: &Path,
    store: Option<&Store>,
    error: &StoreError,
    findings: &mut Vec<Finding>,
) -> Result<(Value, Result<(), Failure>), Failure> {
    let failure = failure::store(&desk.texts, error);
    let store::Failure::Corrupt(problem) = &error.kind else {
        return Err(failure);
    };
    let shown = path.display().to_string();
    findings.push(bad(say!(
        desk.texts,
        "doctor-damaged",
        path = shown.as_str(),
        problem = problem.as_str()
    )));
    let readable = advise(desk, path, store, findings);
    let value =
        json!({ "path": shown, "exists": true, "problems": [problem], "readable": readable });
    // Its mend would send here.
    let failure = Failure {
        mend: None,
        ..failure
    };
    Ok((value, Err(failure)))
}

/// Says what can be read and what to do, and gives it for the JSON: how many facts, and whether those are all.
pub(super) fn advise(
    desk: &Desk,
    path: &Path,
    store: Option<&Store>,
    findings: &mut Vec<Finding>,
) -> Value {
    let texts = &desk.texts;
    let readable = store.map(Store::readable).unwrap_or_default();
    let (facts, whole) = (readable.facts, readable.whole);
    let saved = match (facts, whole) {
        (facts, true) => say!(texts, "doctor-readable-all", facts = facts),
        (0, false) => say!(texts, "doctor-readable-none"),
        (facts, false) => say!(texts, "doctor-readable-some", facts = facts),
    };
    findings.push(told(saved));
    let shown = path.display().to_string();
    findings.push(told(say!(texts, "doctor-restore", path = shown)));
    json!({ "facts": facts, "whole": whole })
}

//! A store that failed, in the user's language: what happened, and the mend.

use super::Failure;
use crate::app::text::{Texts, say};
use crate::store::{self, StoreError};

/// What a store's failure comes to.
pub fn of_store(texts: &Texts, error: &StoreError) -> Failure {
    let file = error.path.display().to_string();
    let said = |message: String, mend: String| {
        let said = say!(
            texts,
            "error-store",
            file = file.as_str(),
            problem = message
        );
        Failure::system(said).mend(mend)
    };
    match &error.kind {
        store::Failure::Unreadable(e) => said(
            say!(texts, "store-unreadable", problem = e.to_string()),
            say!(texts, "store-unreadable-mend"),
        ),
        store::Failure::NotAStore => said(
            say!(texts, "store-not-a-store"),
            say!(texts, "store-not-a-store-mend"),
        ),
        store::Failure::NewerVersion { found, known } => said(
            say!(texts, "store-newer", found = *found, known = *known),
            say!(texts, "store-newer-mend"),
        ),
        store::Failure::Replaced => said(
            say!(texts, "store-replaced"),
            say!(texts, "store-replaced-mend"),
        ),
        store::Failure::Busy { seconds } => said(
            say!(texts, "store-busy", seconds = *seconds),
            say!(texts, "store-busy-mend"),
        ),
        store::Failure::ReadOnly => said(
            say!(texts, "store-read-only"),
            say!(texts, "store-read-only-mend"),
        ),
        store::Failure::Full => said(say!(texts, "store-full"), say!(texts, "store-full-mend")),
        store::Failure::Io(problem) => said(
            say!(texts, "store-io", problem = problem.as_str()),
            say!(texts, "store-io-mend"),
        ),
        store::Failure::Corrupt(problem) => said(
            say!(texts, "store-corrupt", problem = problem.as_str()),
            say!(texts, "store-corrupt-mend"),
        ),
        store::Failure::UnknownRevision(revision) => said(
            say!(texts, "store-revision", revision = revision.as_str()),
            say!(texts, "store-revision-mend"),
        ),
        store::Failure::BadRevision(problem) => said(
            say!(texts, "store-corrupt", problem = problem.to_string()),
            say!(texts, "store-corrupt-mend"),
        ),
        store::Failure::Exists => Failure::usage(say!(texts, "error-exists", file = file))
            .mend(say!(texts, "error-exists-mend")),
        store::Failure::OldSqlite { found } => said(
            say!(texts, "store-sqlite", found = found.as_str()),
            say!(texts, "store-sqlite-mend"),
        ),
        store::Failure::Database(problem) => said(
            say!(texts, "store-database", problem = problem.as_str()),
            say!(texts, "store-database-mend"),
        ),
    }
}

//! Notices that the store's files changed, whoever changed them.
//!
//! It only knocks: [`super::Store::changes_since`] finds out whether there is anything new. Called by `runtime`.

use std::path::Path;

use super::StoreError;

/// Watching stops when this is dropped.
#[derive(Debug)]
pub struct Watch;

/// Calls `knock`, from a thread of its own, within a second of any write to the store at `path`.
///
/// # Errors
/// When no thread can be started.
pub fn watch(path: &Path, knock: impl FnMut() + Send + 'static) -> Result<Watch, StoreError> {
    let _ = (path, knock);
    todo!()
}

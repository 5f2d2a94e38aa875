//! Notices that the store's files were written, whoever wrote them.
//!
//! It only knocks; [`super::Store::changes`] finds out whether there is anything new. Called by `runtime`.

use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::{Failure, StoreError};

/// Behind a watch that works, in case it misses something; seldom, because the desk sleeps when nothing happens.
const SELDOM: Duration = Duration::from_secs(30);
/// Where the system cannot watch the folder.
const OFTEN: Duration = Duration::from_secs(1);
/// When to knock after a write, each from the one before. A commit is several writes, so the first waits for quiet; and it
/// is there to be read only once the disk has it, of which nobody is told, so the others follow, for a slow disk too.
const AFTER: [Duration; 5] = [
    Duration::from_millis(10),
    Duration::from_millis(50),
    Duration::from_millis(200),
    Duration::from_secs(1),
    Duration::from_secs(4),
];
/// A writer that never pauses is reported after so many writes.
const ENOUGH: usize = 100;

/// Watching stops when this is dropped.
#[derive(Debug)]
pub struct Watch {
    _watcher: Option<RecommendedWatcher>,
    _open: Sender<()>,
}

/// Calls `knock`, from a thread of its own, soon after any write to the store at `path` and a few times more, and
/// as often at the beginning.
///
/// # Errors
/// When no thread can be started.
pub fn watch(path: &Path, mut knock: impl FnMut() + Send + 'static) -> Result<Watch, StoreError> {
    let (open, writes) = mpsc::channel();
    let watcher = watch_folder(path, open.clone()).ok();
    let patience = if watcher.is_some() { SELDOM } else { OFTEN };
    let thread = move || {
        // As after a write: there may have been one that nobody watched, and that the disk has not yet.
        let mut after = AFTER.iter();
        let mut unreported = 0;
        loop {
            let wait = after.next().map_or(patience, |wait| patience.min(*wait));
            match writes.recv_timeout(wait) {
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) => {}
                Ok(()) => {
                    after = AFTER.iter();
                    unreported += 1;
                    if unreported < ENOUGH {
                        continue;
                    }
                }
            }
            unreported = 0;
            knock();
        }
    };
    std::thread::Builder::new()
        .name("store-watch".to_owned())
        .spawn(thread)
        .map_err(|e| Failure::Unreadable(e).at(path))?;
    Ok(Watch {
        _watcher: watcher,
        _open: open,
    })
}

/// Watches the folder, because the WAL comes and goes.
fn watch_folder(path: &Path, wrote: Sender<()>) -> notify::Result<RecommendedWatcher> {
    let path = path.canonicalize().map_err(notify::Error::io)?;
    let name = path.file_name().unwrap_or_default().to_owned();
    let folder = path.parent().unwrap_or(&path).to_owned();
    let is_of_store = move |p: &std::path::PathBuf| {
        p.file_name().is_some_and(|n| {
            n == name || n.as_encoded_bytes() == [name.as_encoded_bytes(), b"-wal"].concat()
        })
    };
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|e| !e.kind.is_access() && e.paths.iter().any(&is_of_store)) {
            // The receiver is gone only when nobody wants to know any more.
            let _ = wrote.send(());
        }
    })?;
    watcher.watch(&folder, RecursiveMode::NonRecursive)?;
    Ok(watcher)
}

//! The thread that sweeps the inbox while the desk is open: at every change in the folder, and now and then without one,
//! because network folders tell nobody of theirs.

use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::Inbox;
use crate::app::msg::Msg;
use crate::runtime::stream::{Stream, Woken};

/// Between two looks without a change.
const SELDOM: Duration = Duration::from_secs(5);
/// After a change, until the look.
const SOON: Duration = Duration::from_millis(300);

/// Sweeps as long as the desk is open, and says what came in. The thread ends with the program: a sweep can be cut short
/// at any moment.
///
/// # Errors
/// When the system starts no thread.
pub fn watch(inbox: Inbox, stream: Stream) -> std::io::Result<()> {
    std::thread::Builder::new()
        .name("inbox".to_owned())
        .spawn(move || keep(inbox, &stream))?;
    Ok(())
}

fn keep(mut inbox: Inbox, stream: &Stream) {
    let (knock, changes) = mpsc::channel();
    let mut watcher = None;
    let mut trouble = None;
    loop {
        let sweep = inbox.sweep();
        // A folder that was not there, or comes back on another stick, is watched anew.
        if !inbox.path().is_dir() {
            watcher = None;
        } else if watcher.is_none() {
            watcher = watch_folder(inbox.path(), knock.clone()).ok();
        }
        let mut msgs = Vec::new();
        if !sweep.came_in.is_empty() {
            msgs.push(Msg::CameIn(sweep.came_in));
        }
        // Said once, not at every look.
        let found = sweep.trouble.map(|failure| failure.to_string());
        if found != trouble {
            msgs.extend(found.clone().map(Msg::InboxTrouble));
            trouble = found;
        }
        for msg in msgs {
            if stream.send(Woken::Answer(msg)).is_err() {
                return;
            }
        }
        // What cannot be done now is not tried all the time.
        let wait = inbox.wait().filter(|_| trouble.is_none());
        let wait = wait.unwrap_or(SELDOM).clamp(SOON, SELDOM);
        if changes.recv_timeout(wait).is_ok() {
            // Files come in swarms; one that is being written to all the time holds up nothing.
            let _ = changes.recv_timeout(SOON);
            while changes.try_recv().is_ok() {}
        }
    }
}

fn watch_folder(folder: &Path, changed: Sender<()>) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|e| !e.kind.is_access()) {
            // Nobody wants to know any more when the desk is closing.
            let _ = changed.send(());
        }
    })?;
    watcher.watch(folder, RecursiveMode::NonRecursive)?;
    Ok(watcher)
}

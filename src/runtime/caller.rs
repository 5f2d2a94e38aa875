//! Calls somebody who is away from the desk: runs the user's own command, one call after the other, on a thread of its own.
//!
//! What it is run for was claimed by the store's thread, which is told when it has ended. Called by `runtime`.

use std::sync::{Arc, mpsc};

use super::effects::Wish;
use crate::app::text::{Texts, say};
use crate::domain::telling::Unanswered;
use crate::domain::time::Stamp;
use crate::notify::{Trouble, away};

/// Starts the thread; it ends when nobody can ask it any more.
///
/// # Errors
/// When the system starts none.
pub fn start(
    command: Vec<String>,
    texts: Arc<Texts>,
    calls: mpsc::Receiver<Unanswered>,
    store: mpsc::Sender<Wish>,
) -> std::io::Result<()> {
    let run = move || {
        for call in calls {
            let done = away::run(&command, &arguments(&call));
            let failed = done.err().map(|trouble| in_words(&texts, trouble));
            let ended = Wish::Called {
                id: call.id,
                failed,
            };
            if store.send(ended).is_err() {
                return;
            }
        }
    };
    std::thread::Builder::new()
        .name("caller".to_owned())
        .spawn(run)?;
    Ok(())
}

fn in_words(texts: &Texts, trouble: Trouble) -> String {
    match trouble {
        Trouble::Silent(patience) => say!(texts, "away-silent", seconds = patience.as_secs()),
        Trouble::Failed(problem) => say!(texts, "away-failed", problem = problem),
    }
}

/// The case's number, the clock's name and the due time; empty where there is none. Nothing of a citizen.
fn arguments(call: &Unanswered) -> Vec<String> {
    let occasion = &call.occasion;
    vec![
        occasion
            .number
            .as_ref()
            .map_or_else(String::new, ToString::to_string),
        occasion.topic.name().to_owned(),
        call.due
            .map(Stamp::to_second)
            .map_or_else(String::new, |due| due.to_string()),
    ]
}

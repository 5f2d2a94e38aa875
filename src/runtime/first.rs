//! What the first start asks for: the settings file, and a test notification, as `doctor` sends one too.
//!
//! Each on a thread of its own, so that neither a slow disk nor a service that hangs holds the desk up.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::popups;
use super::stream::{Stream, Woken};
use crate::app::msg::Msg;
use crate::app::text::{Texts, say};
use crate::app::welcome::Answers;
use crate::config;
use crate::notify::desktop::{self, Desktop, Server};
use crate::notify::{Trouble, Urgency, Words};

/// Writes the answers into the file; answered with `AnswersKept`.
pub fn keep(file: PathBuf, answers: Answers, texts: Arc<Texts>, desk: Stream) {
    answer(texts, desk, move |texts| {
        let post = answers.sitting.post();
        let text = config::settings(texts.language(), post, answers.person.as_deref());
        let kept = config::write_new(&file, &text).map(|()| file.display().to_string());
        Msg::AnswersKept(kept.map_err(|e| {
            if e.kind() == ErrorKind::AlreadyExists && file.exists() {
                say!(texts, "welcome-exists")
            } else {
                e.to_string()
            }
        }))
    });
}

/// Shows a test notification; answered with `NotificationTried`.
pub fn try_notification(patience: Duration, texts: Arc<Texts>, desk: Stream) {
    answer(texts, desk, move |texts| {
        let shown = test(texts, patience).map(|server| server.name);
        Msg::NotificationTried(shown.map_err(|trouble| popups::trouble(texts, &trouble)))
    });
}

/// Sends what the work comes to; where the system starts no thread, the desk goes on without.
fn answer(texts: Arc<Texts>, desk: Stream, work: impl FnOnce(&Texts) -> Msg + Send + 'static) {
    let run = move || {
        // Nobody listens any more when the desk has closed.
        let _ = desk.send(Woken::Answer(work(&texts)));
    };
    let _ = std::thread::Builder::new()
        .name("first".to_owned())
        .spawn(run);
}

/// Shows a test notification, and says who showed it.
///
/// # Errors
/// When there is no service, or it stays silent.
pub fn test(texts: &Texts, patience: Duration) -> Result<Server, Trouble> {
    let server = desktop::server(patience)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|e| Trouble::Failed(e.to_string()))?;
    // Nobody presses a button on it.
    let (pressed, _) = tokio::sync::mpsc::unbounded_channel();
    let words = Words {
        summary: say!(texts, "doctor-test-summary"),
        body: say!(texts, "doctor-test-body"),
        urgency: Urgency::Normal,
        key: "test".to_owned(),
        actions: Vec::new(),
    };
    runtime.block_on(async { Desktop::new(patience, pressed).show(&words).await })?;
    Ok(server)
}

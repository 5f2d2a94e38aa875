//! The desktop's notification service, by way of notify-rust.
//!
//! Every call is bounded: a service that is stopped never answers. The body may take markup, so what is not ours is escaped.

use std::collections::{HashMap, VecDeque};
use std::sync::mpsc;
use std::time::Duration;

use notify_rust::{Notification, NotificationHandle, NotificationResponse};
use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::{Trouble, Urgency, Words};

/// Notifications whose buttons are listened to; the oldest gives way.
const LISTENED: usize = 20;

/// What a notification server says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Name and version.
    pub name: String,
    /// What it can do, in its own words: `actions`, `body`, `body-markup`…
    pub capabilities: Vec<String>,
}

/// A button somebody pressed on a notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressed {
    /// The notification's key.
    pub key: String,
    /// The button's inner name; `default` for the notification itself.
    pub action: String,
}

/// The way to the service.
#[derive(Debug)]
pub struct Desktop {
    patience: Duration,
    /// The id of the last notification of each key.
    shown: HashMap<String, u32>,
    listening: VecDeque<(String, JoinHandle<()>)>,
    pressed: UnboundedSender<Pressed>,
}

impl Desktop {
    /// A way that waits so long for each answer; buttons are told to `pressed`.
    #[must_use]
    pub fn new(patience: Duration, pressed: UnboundedSender<Pressed>) -> Self {
        Self {
            patience,
            shown: HashMap::new(),
            listening: VecDeque::new(),
            pressed,
        }
    }

    /// Shows a notification, in the place of the one of the same key. Must be called inside a tokio runtime.
    ///
    /// # Errors
    /// When the service fails or stays silent.
    pub async fn show(&mut self, words: &Words) -> Result<(), Trouble> {
        let mut notification = Notification::new();
        notification
            .appname("zhiban")
            .summary(&words.summary)
            .body(&escaped(&words.body))
            .urgency(urgency(words.urgency));
        for (name, label) in &words.actions {
            notification.action(name, label);
        }
        if let Some(id) = self.shown.get(&words.key) {
            notification.id(*id);
        }
        let shown = timeout(self.patience, notification.show_async()).await;
        let handle = match shown {
            Err(_) => return Err(Trouble::Silent(self.patience)),
            Ok(Err(e)) => return Err(Trouble::Failed(e.to_string())),
            Ok(Ok(handle)) => handle,
        };
        let id = handle.id();
        // A service that was started anew counts anew: the id is this notification's now, whoever had it before.
        self.shown.retain(|_, other| *other != id);
        self.shown.insert(words.key.clone(), id);
        self.forget(&words.key);
        if !words.actions.is_empty() {
            self.listen(words.key.clone(), handle);
        }
        Ok(())
    }

    /// Listens no more to the buttons of the notification whose place another one took: both have the same id, and a press
    /// is to be heard once.
    fn forget(&mut self, key: &str) {
        self.listening.retain(|(of, task)| {
            if of == key {
                task.abort();
            }
            of != key
        });
    }

    fn listen(&mut self, key: String, handle: NotificationHandle) {
        let pressed = self.pressed.clone();
        let of = key.clone();
        let wait = async move {
            handle
                .wait_for_action_async(|response: &NotificationResponse| {
                    let action = match response {
                        NotificationResponse::Default => "default".to_owned(),
                        NotificationResponse::Action(name) => name.clone(),
                        NotificationResponse::Reply(_) | NotificationResponse::Closed(_) => return,
                    };
                    // Nobody listens any more when the desk is closing.
                    let _ = pressed.send(Pressed {
                        key: key.clone(),
                        action,
                    });
                })
                .await;
        };
        self.listening.push_back((of, tokio::spawn(wait)));
        if self.listening.len() > LISTENED
            && let Some((_, oldest)) = self.listening.pop_front()
        {
            oldest.abort();
        }
    }
}

/// Asks the service who it is and what it can do. Blocks for at most `patience`.
///
/// # Errors
/// When the service fails or stays silent.
pub fn server(patience: Duration) -> Result<Server, Trouble> {
    let (tell, told) = mpsc::channel();
    // Nobody waits any more once patience is over.
    ask_for(move |server| drop(tell.send(server)));
    told.recv_timeout(patience)
        .unwrap_or(Err(Trouble::Silent(patience)))
}

/// The same without an end to patience: the answer may never come.
#[must_use]
pub fn ask_server() -> oneshot::Receiver<Result<Server, Trouble>> {
    let (tell, told) = oneshot::channel();
    // Nobody waits any more when the desk is closing.
    ask_for(move |server| drop(tell.send(server)));
    told
}

/// The library's asking cannot be given up; a thread of its own can be left waiting.
fn ask_for(told: impl FnOnce(Result<Server, Trouble>) + Send + 'static) {
    // Where the system starts no thread, `told` is dropped, and whoever waits knows that there is no answer.
    let _ = std::thread::Builder::new()
        .name("notify-server".to_owned())
        .spawn(move || told(ask()));
}

fn ask() -> Result<Server, Trouble> {
    let failed = |e: notify_rust::error::Error| Trouble::Failed(e.to_string());
    let about = notify_rust::get_server_information().map_err(failed)?;
    let capabilities = notify_rust::get_capabilities().map_err(failed)?;
    Ok(Server {
        name: format!("{} {}", about.name, about.version),
        capabilities,
    })
}

const fn urgency(urgency: Urgency) -> notify_rust::Urgency {
    match urgency {
        Urgency::Low => notify_rust::Urgency::Low,
        Urgency::Normal => notify_rust::Urgency::Normal,
        Urgency::Critical => notify_rust::Urgency::Critical,
    }
}

/// Text as text, where the service may read markup.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_subject_stays_text() {
        assert_eq!(escaped("<b>A&B</b>"), "&lt;b&gt;A&amp;B&lt;/b&gt;");
    }
}

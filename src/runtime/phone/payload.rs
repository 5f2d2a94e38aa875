//! What the forwarding app sends: a form with its own names, or JSON as its template has it. Texts leave here cleaned.

use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::domain::text;
use crate::domain::time::Stamp;

/// The longest text that is kept, in signs.
const MOST_TEXT: usize = 4000;
const MOST_SENDER: usize = 64;

/// A message as it was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Message {
    pub from: String,
    pub text: String,
    /// When the phone got it, as the template says it: hours before the timestamp where forwarding was late.
    pub received: String,
    /// Milliseconds since 1970, as written: the signature covers these very signs.
    pub timestamp: String,
    pub sign: String,
}

impl Message {
    /// The moment of the timestamp; 1970 where it is none, which no window lets pass.
    pub(super) fn sent(&self) -> Stamp {
        let millis: i64 = self.timestamp.parse().unwrap_or(0);
        Stamp::from_micros(millis.saturating_mul(1000))
    }

    /// When the phone got it, else when it was sent on; by the phone's clock.
    pub(super) fn got(&self) -> Stamp {
        let written = self.received.trim().replacen(' ', "T", 1);
        written.parse().unwrap_or_else(|_| self.sent())
    }

    /// The same for the same text of the same sender on the same day: forwarding doubles, also with a new timestamp.
    pub(super) fn digest(&self) -> String {
        let mut hash = Sha256::new();
        for part in [&self.from, &self.text, &self.got().date().to_string()] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        let digest = hash.finalize();
        digest.iter().fold(String::new(), |mut hex, b| {
            hex.push_str(&format!("{b:02x}"));
            hex
        })
    }
}

/// Reads a body; none when it is no message.
pub(super) fn read(body: &[u8]) -> Option<Message> {
    let mut message = Message::default();
    if body.trim_ascii_start().starts_with(b"{") {
        let Ok(Value::Object(object)) = serde_json::from_slice(body) else {
            return None;
        };
        for (key, value) in &object {
            match value {
                Value::String(text) => set(&mut message, key, text),
                Value::Number(number) => set(&mut message, key, &number.to_string()),
                Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => {}
            }
        }
    } else {
        for (key, value) in form_urlencoded::parse(body) {
            set(&mut message, &key, &value);
        }
    }
    (!message.from.is_empty() && !message.text.is_empty() && !message.timestamp.is_empty())
        .then_some(message)
}

fn set(message: &mut Message, key: &str, value: &str) {
    let short = |value: &str, most| text::cut(value, most).0.to_owned();
    match key {
        "from" => message.from = short(&text::line(value).text, MOST_SENDER),
        "content" | "text" => {
            let said = text::lines(value).text;
            let (kept, is_cut) = text::cut(&said, MOST_TEXT);
            kept.clone_into(&mut message.text);
            // Whoever reads it sees that there was more.
            if is_cut {
                message.text.push('…');
            }
        }
        "received" => message.received = short(value, 40),
        "timestamp" | "ts" => message.timestamp = short(value, 20),
        "sign" => message.sign = short(value, 200),
        // The template may send more than is asked for.
        _ => {}
    }
}

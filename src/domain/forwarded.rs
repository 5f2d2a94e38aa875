//! Texts and calls that a phone forwarded: what they are about, as far as their words say. Hints, never facts: forwarding can
//! be late by hours, doubled or lost, so that nothing rests on the phone's times (the platform's or a handler's do).
//!
//! Pure; made by `runtime::phone`, kept by `store`, shown by `cli`.

use super::ids::{Number, Unit};
use super::pasted;
use super::policy::{Part, Policy};
use super::time::Stamp;

/// A message, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forwarded {
    /// Who sent it, or who was called.
    pub sender: String,
    /// Its text, cleaned.
    pub text: String,
    /// The moment the phone says it was sent on.
    pub sent: Stamp,
    /// The case it is about.
    pub number: Option<Number>,
    /// The call it tells of.
    pub call: Option<Call>,
}

/// A finished call from the desk's phone to a unit: evidence for a phone reminder (W1), until somebody confirms it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The unit of that number.
    pub unit: Unit,
    /// How long it was; zero when nobody answered.
    pub seconds: u32,
}

/// A message as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its place in the store.
    pub id: i64,
    /// When it came in here.
    pub came: Stamp,
    /// The message.
    pub message: Forwarded,
}

impl Forwarded {
    /// Understands a message. `sender` and `text` are cleaned already.
    #[must_use]
    pub fn read(sender: String, text: String, sent: Stamp, policy: &Policy) -> Self {
        let number = pasted::read(&text, policy);
        let number = number.of(Part::Number).map(|n| Number::from(n.to_owned()));
        let call = call(&sender, &text, policy);
        Self {
            sender,
            text,
            sent,
            number,
            call,
        }
    }
}

/// The words by which the forwarding app names an outgoing call that has ended.
const OUTGOING: &str = "去电挂机";

fn call(sender: &str, text: &str, policy: &Policy) -> Option<Call> {
    if !text.contains(OUTGOING) {
        return None;
    }
    let unit = policy.units().find(|unit| {
        let phone = digits(policy.phone(unit));
        phone.len() >= 7 && (digits(sender).ends_with(&phone) || digits(text).contains(&phone))
    })?;
    Some(Call {
        unit: unit.clone(),
        seconds: seconds(text).unwrap_or(0),
    })
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The number before the word for seconds; minutes before it count as well.
fn seconds(text: &str) -> Option<u32> {
    let before = |mark: &str| -> Option<u32> {
        let (before, _) = text.split_once(mark)?;
        let number: Vec<char> = before
            .trim_end()
            .chars()
            .rev()
            .take_while(char::is_ascii_digit)
            .collect();
        number.iter().rev().collect::<String>().parse().ok()
    };
    let seconds = before("秒")?;
    let minutes = before("分钟").or_else(|| before("分")).unwrap_or(0);
    minutes.checked_mul(60)?.checked_add(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rules::Rules;

    fn policy() -> Policy {
        let text = Rules::builtin_policy().replacen("phone = \"\"", "phone = \"0591-87550001\"", 1);
        Policy::from_toml(&text).unwrap()
    }

    fn read(sender: &str, text: &str) -> Forwarded {
        Forwarded::read(
            sender.to_owned(),
            text.to_owned(),
            Stamp::from_unix(0),
            &policy(),
        )
    }

    #[test]
    fn a_text_is_a_hint_on_the_case_it_names() {
        let read = read("12345", "请尽快签收FZ26112300031");
        assert_eq!(read.number.unwrap().as_str(), "FZ26112300031");
        assert_eq!(read.call, None);
    }

    #[test]
    fn a_finished_call_to_a_units_number_is_evidence() {
        let read = read(
            "059187550001",
            "社区值班\n去电挂机\n2026-11-23 09:07:01\n通话 1分5秒",
        );
        assert_eq!(read.call.unwrap().seconds, 65);
        let strange = super::tests::read("13800000001", "去电挂机 通话 65秒");
        assert_eq!(strange.call, None, "of no unit");
    }
}

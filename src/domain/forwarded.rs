//! Texts and calls that a phone forwarded: what they are about, as far as their words say. Hints, never facts: forwarding can
//! be late by hours, doubled or lost, so that nothing rests on the phone's times (the platform's or a handler's do).
//!
//! Pure; made by `runtime::phone`, kept by `store`, shown by `app` and `cli`.

use super::case::Case;
use super::clock::Clock;
use super::command::Act;
use super::event::{Event, Fact};
use super::ids::{About, ClockId, Number, Unit, vocabulary};
use super::pasted;
use super::policy::{Part, Policy};
use super::privacy::{Citizen, Mask};
use super::time::Stamp;

/// A message, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forwarded {
    /// Who sent it, or who was called.
    pub sender: String,
    /// Its text, cleaned.
    pub text: String,
    /// When the phone says it got it, else when it says it sent it on.
    pub sent: Stamp,
    /// The case it is about.
    pub number: Option<Number>,
    /// The call it tells of.
    pub call: Option<Call>,
}

impl Forwarded {
    /// As it may be shown: masked are the citizen whom the policy's patterns find in the text, and every phone number. Of a
    /// call to a unit the one who is named sits there.
    #[must_use]
    pub fn masked(&self, policy: &Policy) -> Self {
        let mask = if self.call.is_some() {
            Mask::default()
        } else {
            let found = pasted::read(&self.text, policy);
            let said = |part| found.of(part).unwrap_or_default().to_owned();
            Mask::of(&[Citizen {
                name: said(Part::Reporter),
                phone: said(Part::Phone),
            }])
        };
        Self {
            sender: mask.text(&self.sender),
            text: mask.text(&self.text),
            ..self.clone()
        }
    }
}

/// A finished call from the desk's phone to a unit: evidence for a phone reminder (W1), until somebody confirms it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The unit of that number.
    pub unit: Unit,
    /// How long it was; zero when nobody answered.
    pub seconds: u32,
}

vocabulary! {
    /// What became of a message.
    Became, "became" {
        /// A case was keyed in from it.
        Case = "case",
        /// It stands as a note on a case.
        Note = "note",
        /// It was confirmed as a phone reminder.
        Reminder = "reminder",
        /// It was put aside.
        Aside = "aside",
    }
}

/// How a message was dealt with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// What became of it.
    pub became: Became,
    /// On which case.
    pub about: Option<Number>,
    /// When.
    pub at: Stamp,
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
    /// How it was dealt with; none while it waits.
    pub settled: Option<Settled>,
}

/// A message that waits, with what the desk knows of its matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The message.
    pub kept: Kept,
    /// What it is about.
    pub matter: Matter,
}

/// The messages as the board shows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Messages {
    /// Those that wait, the newest first.
    pub waiting: Vec<Waiting>,
    /// How many wait, shown or not.
    pub count: usize,
    /// Those that were dealt with, the latest first.
    pub settled: Vec<Kept>,
}

/// What a message is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// No case that is here: it may be of a new one.
    Draft,
    /// A case that is here, with its subject as it is shown.
    Case(Number, String),
    /// A call to a unit, with what the unit owed by then, the most urgent first.
    Call(Vec<Owed>),
}

impl Matter {
    /// What a call may have been a reminder of.
    #[must_use]
    pub fn owed(&self) -> &[Owed] {
        match self {
            Self::Call(owed) => owed,
            Self::Draft | Self::Case(..) => &[],
        }
    }
}

/// What a unit owed when it was called: what the call may have been a reminder of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// On which case.
    pub number: Number,
    /// Its subject, as it is shown.
    pub title: String,
    /// What.
    pub about: About,
    /// By when.
    pub due: Option<Stamp>,
    /// A reminder of this unit is logged for about that time: when.
    pub logged: Option<Stamp>,
}

/// A reminder logged within so many seconds of a call is taken to be that call.
const SAME_CALL: i64 = 10 * 60;

/// What a unit owed on a case at the moment of a call, by all the facts that are logged; none when it owed nothing. `case`
/// and `clocks` are as of that moment.
#[must_use]
pub fn owed(
    case: &Case,
    clocks: &[Clock],
    facts: &[Fact],
    unit: &Unit,
    called: Stamp,
) -> Option<Owed> {
    let stay = case.stay_of(unit).filter(|_| case.is_open())?;
    let pending = |wanted: &[ClockId], whose: Option<&Unit>| {
        let of_unit = |c: &&Clock| whose.is_none() || c.unit.as_ref() == whose;
        let found = clocks
            .iter()
            .filter(|c| wanted.contains(&c.id))
            .filter(of_unit);
        found.filter(|c| c.is_owed()).min_by_key(|c| c.due)
    };
    let (about, clock) = if stay.signed.is_none() {
        (About::UnitSign, pending(&[ClockId::C3], Some(unit)))
    } else if case.lead_unit() == Some(unit) {
        let reply = pending(&[ClockId::C7, ClockId::C8], None)?;
        (About::Reply, Some(reply))
    } else {
        return None;
    };
    let reminded = facts
        .iter()
        .filter(|f| matches!(&f.event, Event::PhoneReminded(e) if e.unit == *unit));
    let near = reminded.filter(|f| f.at.seconds_since(called).abs() <= SAME_CALL);
    Some(Owed {
        number: case.number.clone(),
        title: String::new(),
        about,
        due: clock.and_then(|c| c.due),
        logged: near.map(|f| f.at).max(),
    })
}

impl Kept {
    /// When the call was, as far as can be: the phone's own word, but never later than the message came in here.
    #[must_use]
    pub fn called(&self) -> Stamp {
        self.message.told_of().min(self.came)
    }

    /// The call as a phone reminder of what the unit owed (W1); one that nobody answered counts as such. None for a text.
    #[must_use]
    pub fn reminder(&self, about: About) -> Option<Act> {
        let call = self.message.call.as_ref()?;
        Some(Act::Remind {
            unit: Some(call.unit.clone()),
            about,
            answered: call.seconds > 0,
        })
    }

    /// The message's own words in one line: what a reminder rests on.
    #[must_use]
    pub fn evidence(&self) -> String {
        self.message.text.replace('\n', " ")
    }

    /// The message as a note on a case: who sent it, when by the phone, and its words.
    #[must_use]
    pub fn note(&self) -> Act {
        let message = &self.message;
        let (date, time) = (message.sent.date(), message.sent.time().seconds());
        let sent = format!("{date} {:02}:{:02}", time / 3600, time / 60 % 60);
        Act::Note {
            text: format!("{} {sent}\n{}", message.sender, message.text),
        }
    }
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

    /// The moment a call's text tells of, to the second; else the one it was sent on at, which may be hours later.
    #[must_use]
    pub fn told_of(&self) -> Stamp {
        let written = self.text.match_indices("20").find_map(|(at, _)| {
            let (date, time) = self.text.get(at..at + 19)?.split_once(' ')?;
            format!("{date}T{time}").parse().ok()
        });
        written.unwrap_or(self.sent)
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

/// The number before the word for seconds; minutes before it count as well. The app itself writes `65s`.
fn seconds(text: &str) -> Option<u32> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let mut short = words.filter_map(|w| w.strip_suffix('s'));
    let is_length = |w: &&str| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit());
    if let Some(length) = short.rfind(is_length) {
        return length.parse().ok();
    }
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
    fn whom_a_text_names_as_the_citizen_is_masked_wherever_they_stand() {
        let said = "诉求人：赵某，联系电话：13800000001。赵某再次来电，地址：柳河路5号";
        let told = read("13800000001", said).masked(&policy());
        assert_eq!(
            told.text,
            "诉求人：赵**，联系电话：138****0001。赵**再次来电，地址：柳河路5号"
        );
        assert_eq!(told.sender, "138****0001");
    }

    #[test]
    fn a_finished_call_to_a_units_number_is_evidence() {
        let read = read(
            "059187550001",
            "社区值班\n去电挂机\n2026-11-23 09:07:01\n通话 1分5秒",
        );
        assert_eq!(read.call.as_ref().unwrap().seconds, 65);
        assert_eq!(read.told_of(), "2026-11-23T09:07:01".parse().unwrap());
        let strange = super::tests::read("13800000001", "去电挂机 通话 65秒");
        assert_eq!(strange.call, None, "of no unit");
    }

    #[test]
    fn the_apps_own_words_give_length_and_time() {
        let read = read(
            "059187550001",
            "联系人：柳河社区\n通话日期：2026-11-23 09:07:01\n通话时长：65s\n类型：去电挂机",
        );
        assert_eq!(read.call.as_ref().unwrap().seconds, 65);
        assert_eq!(read.told_of(), "2026-11-23T09:07:01".parse().unwrap());
        let unanswered = super::tests::read("059187550001", "联系人：柳河\n类型：去电挂机");
        assert_eq!(unanswered.call.as_ref().unwrap().seconds, 0);
        assert_eq!(unanswered.told_of(), unanswered.sent);
    }

    #[test]
    fn a_phone_that_is_ahead_says_no_later_than_it_came() {
        let message = read("059187550001", "2026-11-23 09:07:01 去电挂机 通话时长：65s");
        let came: Stamp = "2026-11-23T09:05:00".parse().unwrap();
        let kept = Kept {
            id: 1,
            came,
            message,
            settled: None,
        };
        assert_eq!(kept.called(), came);
    }
}

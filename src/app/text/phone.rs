//! The words for what a phone forwarded. The citizen is masked in all of them.

use super::{Texts, say};
use crate::app::notice::OnPhone;
use crate::domain::forwarded::{Became, Forwarded};

impl Texts {
    /// What became of a forwarded message.
    #[must_use]
    pub fn became(&self, became: Became) -> String {
        match became {
            Became::Case => say!(self, "became-case"),
            Became::Note => say!(self, "became-note"),
            Became::Reminder => say!(self, "became-reminder"),
            Became::Aside => say!(self, "became-aside"),
        }
    }

    /// What is said about forwarded messages.
    #[must_use]
    pub(super) fn on_phone(&self, said: &OnPhone) -> String {
        match said {
            OnPhone::Filled {
                came,
                found,
                guessed,
            } => say!(
                self,
                "phone-filled",
                came = self.moment(*came),
                found = *found,
                guessed = *guessed
            ),
            OnPhone::DraftFirst => say!(self, "phone-draft-first"),
            OnPhone::NoCall => say!(self, "phone-no-call"),
            OnPhone::OwedNothing(unit) => {
                say!(self, "phone-owed-nothing", unit = unit.as_str())
            }
            OnPhone::NoCase => say!(self, "phone-no-case"),
            OnPhone::IsFact => say!(self, "phone-is-fact"),
            OnPhone::PutAside => say!(self, "phone-put-aside"),
            OnPhone::WaitsAgain => say!(self, "phone-waits-again"),
        }
    }

    /// A message, masked, in one line: what it is evidence of, or what it says.
    #[must_use]
    pub fn forwarded(&self, message: &Forwarded) -> String {
        let text = message.text.replace('\n', " ");
        let (from, text) = (message.sender.as_str(), text.as_str());
        match (&message.call, &message.number) {
            (Some(call), _) => say!(
                self,
                "phone-call",
                unit = call.unit.as_str(),
                seconds = call.seconds,
                at = self.moment(message.told_of())
            ),
            (None, Some(number)) => say!(
                self,
                "phone-hint",
                number = number.as_str(),
                from = from,
                text = text
            ),
            (None, None) => say!(self, "phone-text", from = from, text = text),
        }
    }
}

//! What the status line says, as data: the last thing done, refused or failed. Put into words by `text`.

use super::acts::{ActName, Unable};
use super::inflow::CameIn;
use crate::domain::decide::Refusal;
use crate::domain::event::{Assignment, Event, PhoneReminded};
use crate::domain::forwarded::Forwarded;
use crate::domain::ids::{Number, Post, Unit};
use crate::domain::oversight::Subject;
use crate::domain::policy::Step;
use crate::domain::time::{Date, Stamp};

/// What an act did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// An event of that name.
    Event(&'static str),
    /// The case was given to these units.
    Dispatched(Vec<Assignment>),
    /// A unit signed.
    UnitSigned(Unit),
    /// A unit was phoned.
    Reminded(PhoneReminded),
    /// An event that says one of several things: a verdict, a decision, a rating, a tag.
    Outcome(Box<Event>),
    /// A disagreement with the platform was settled: its value taken over, or the one here kept.
    Settled {
        /// Taken over?
        taken: bool,
    },
    /// An event of that name was taken back.
    Undone(&'static str),
}

/// Something said about a report on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnReport {
    /// The summary of the day can be looked at.
    Offered,
    /// The figures are still being read.
    NotRead,
    /// What was typed is kept.
    NoteKept,
    /// A step of the ladder is logged as carried out.
    StepLogged(Subject, Step),
    /// It was logged before, at that moment.
    StepDoneBefore(Subject, Step, Stamp),
    /// No step is reached; so many lapses are left to the nearest.
    StepNotReached(Subject, Step, u32),
    /// No lapse is in hand.
    NoLapseInHand,
}

/// Something said about what a phone forwarded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnPhone {
    /// It fills the form of a new case; when it came, and how much was found and guessed.
    Filled {
        /// When it came in here.
        came: Stamp,
        /// How much was found in it.
        found: usize,
        /// How many choices were guessed by its words.
        guessed: usize,
    },
    /// Another new case was left before it was saved: that one first.
    DraftFirst,
    /// What is in hand is no call.
    NoCall,
    /// The unit that was called owed nothing by then.
    OwedNothing(Unit),
    /// It names no case that is here.
    NoCase,
    /// It became a fact: that is taken back on the case.
    IsFact,
    /// It is put aside.
    PutAside,
    /// It waits again.
    WaitsAgain,
}

/// Something said to the person at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// One act is on disk.
    Did {
        /// The case.
        number: Number,
        /// What was done.
        deed: Deed,
        /// When it is said to have happened.
        at: Stamp,
    },
    /// Acts on several cases are on disk.
    DidMany {
        /// What was done to each of them.
        deed: Deed,
        /// On how many cases.
        count: usize,
    },
    /// Something was refused.
    Refused {
        /// How many acts were done all the same.
        done: usize,
        /// How many were refused.
        refused: usize,
        /// The first refused case.
        number: Number,
        /// Why.
        refusal: Refusal,
    },
    /// An act cannot be done.
    Unable(Number, Unable),
    /// The dialog of an act was left, and can be gone on with.
    ActDraftKept(ActName),
    /// It is back.
    ActDraftBack(ActName),
    /// The case of the dialog changed elsewhere.
    ChangedMeanwhile(Number),
    /// The reply that is being judged is another by now.
    AnotherReply,
    /// The store failed.
    Failed(String),
    /// A case changed elsewhere and left the queue while the hand was on it.
    Left(Number),
    /// No case is in hand.
    NothingInHand,
    /// The writer has not answered yet.
    StillWriting(Number),
    /// The case has no community to be dispatched to.
    NoCommunity(Number),
    /// The case was dispatched before, to these units as far as they are known, and is left with them.
    AlreadyWith(Number, Vec<Unit>),
    /// The case has no unit to phone.
    NoUnit(Number),
    /// There is nothing to take back.
    NothingToUndo(Number),
    /// Nothing is suggested about the case.
    NothingSuggested(Number),
    /// Nothing is left to do on the case.
    NoStep(Number),
    /// No group of that place.
    NoGroup,
    /// The shift is made up and runs so many times as fast as the clock.
    Demo(u32),
    /// A new case was left before it was saved, and can be gone on with.
    DraftKept,
    /// It is back.
    DraftBack,
    /// A pasted text fills the form of a new case.
    Pasted {
        /// How much was found in it.
        found: usize,
        /// How many choices were guessed by its words.
        guessed: usize,
        /// Its line ends became spaces.
        joined: bool,
    },
    /// A choice was guessed from what was typed: it is looked at before it is saved.
    GuessedFirst,
    /// So many signs of a pasted text found no room.
    LeftOut(usize),
    /// The line ends of a pasted text became spaces.
    LinesJoined,
    /// A number is on the clipboard.
    Copied(Number),
    /// Files are written: the folder and their names.
    Exported(String, Vec<String>),
    /// They are not, and why.
    NotExported(String),
    /// The verdicts of a case are on the clipboard.
    VerdictsCopied(Number),
    /// Nothing of the case was late.
    NothingLate(Number),
    /// The case is still being read.
    NotRead(Number),
    /// The first start was left before its end: it comes again.
    AskedAgain,
    /// Ctrl-C does not leave the desk; what does.
    HowToLeave,
    /// No case has a number that ends like this, or this in it.
    NotFound(String),
    /// More cases were found than are shown: those with the highest numbers.
    FoundMore {
        /// How many are shown.
        shown: usize,
        /// How many there are.
        total: usize,
    },
    /// The case is not in the store any more.
    Missing(Number),
    /// The clock jumped by so many seconds, back negative.
    ClockJumped(i64),
    /// The desktop's notifications fail, and why; none: they work again.
    Notifying(Option<String>),
    /// Told again after so many seconds.
    Again(i64),
    /// There is no reminder to acknowledge.
    NothingInView,
    /// A phone forwarded a message.
    Forwarded(Box<Forwarded>),
    /// The store could not be copied at the end of the shift, and why.
    NotBackedUp(String),
    /// Why nobody listens to the phone.
    PhoneTrouble(String),
    /// Files of the inbox were dealt with.
    CameIn(Vec<CameIn>),
    /// Why the inbox cannot be taken in just now.
    InboxTrouble(String),
    /// The bell is silent, or not any more.
    Muted(bool),
    /// An act on the roster is on disk: an event of that name, about that day.
    RosterDid(&'static str, Date),
    /// A step of ours waits for the platform's next list; nobody settles that here.
    ConfirmedByList,
    /// Nothing stands about that day that could be taken back.
    NothingOfDay(Date),
    /// Something about a report.
    Report(OnReport),
    /// Something about what a phone forwarded.
    Phone(OnPhone),
    /// Another window gave a day near at hand to this post.
    DutyChanged(Date, Post),
}

impl OnReport {
    const fn is_bad(&self) -> bool {
        match self {
            Self::Offered | Self::NoteKept | Self::StepLogged(..) => false,
            Self::NotRead
            | Self::StepDoneBefore(..)
            | Self::StepNotReached(..)
            | Self::NoLapseInHand => true,
        }
    }
}

impl OnPhone {
    const fn is_bad(&self) -> bool {
        match self {
            Self::Filled { .. } | Self::PutAside | Self::WaitsAgain => false,
            Self::DraftFirst
            | Self::NoCall
            | Self::OwedNothing(_)
            | Self::NoCase
            | Self::IsFact => true,
        }
    }
}

impl Notice {
    /// Does it say that something did not go as wished?
    #[must_use]
    pub fn is_bad(&self) -> bool {
        match self {
            Self::Report(said) => said.is_bad(),
            Self::Phone(said) => said.is_bad(),
            Self::CameIn(files) => files
                .iter()
                .any(|f| f.needs_care() || !f.clashes().is_empty()),
            Self::Did { .. }
            | Self::DidMany { .. }
            | Self::Demo(_)
            | Self::DraftKept
            | Self::ActDraftKept(_)
            | Self::ActDraftBack(_)
            | Self::DraftBack
            | Self::Pasted { .. }
            | Self::LinesJoined
            | Self::Forwarded(_)
            | Self::Copied(_)
            | Self::Exported(..)
            | Self::VerdictsCopied(_)
            | Self::Notifying(None)
            | Self::Again(_)
            | Self::RosterDid(..)
            | Self::AskedAgain
            | Self::Muted(_) => false,
            Self::Refused { .. }
            | Self::Failed(_)
            | Self::Unable(..)
            | Self::ChangedMeanwhile(_)
            | Self::AnotherReply
            | Self::Left(_)
            | Self::NothingInHand
            | Self::StillWriting(_)
            | Self::NoCommunity(_)
            | Self::AlreadyWith(..)
            | Self::NoUnit(_)
            | Self::NothingToUndo(_)
            | Self::NoGroup
            | Self::NotFound(_)
            | Self::LeftOut(_)
            | Self::GuessedFirst
            | Self::FoundMore { .. }
            | Self::NotExported(_)
            | Self::NothingLate(_)
            | Self::NotRead(_)
            | Self::NoStep(_)
            | Self::NothingSuggested(_)
            | Self::Missing(_)
            | Self::ClockJumped(_)
            | Self::Notifying(Some(_))
            | Self::NothingInView
            | Self::InboxTrouble(_)
            | Self::NotBackedUp(_)
            | Self::PhoneTrouble(_)
            | Self::NothingOfDay(_)
            | Self::ConfirmedByList
            | Self::DutyChanged(..)
            | Self::HowToLeave => true,
        }
    }
}

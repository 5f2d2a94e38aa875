//! The names of all that a key can do. What each does is decided in `update`, how it is called in `text`.

use crate::app::acts::ActName;

macro_rules! actions {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        /// What a key can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[$meta])* $name,)+
            /// An act on the case in hand.
            Act(ActName),
        }
    };
}

actions! {
    /// The street's sign.
    Sign,
    /// Opens the dispatch picker.
    Dispatch,
    /// Signs and dispatches to the case's own community.
    SignAndDispatch,
    /// Logs a phone reminder.
    Remind,
    /// The menu of acts on the case in hand.
    Acts,
    /// Decides kind and community of a case.
    Decide,
    /// Does the next step of the case in hand.
    NextStep,
    /// What is suggested about the case in hand.
    Suggestions,
    /// Dismisses the suggestion in hand.
    Dismiss,
    /// Takes back the last fact.
    Undo,
    /// Opens the form of a new case.
    NewCase,
    /// Sets the time at which the next act happened.
    AtTime,
    /// Opens the case's page.
    Open,
    /// Starts a search.
    Search,
    /// Looks among all cases, closed ones too.
    SearchAll,
    /// The next grouping.
    Regroup,
    /// Marks the case for acts on several.
    Mark,
    /// Marks every case shown, or none.
    MarkAll,
    /// Copies the case's number.
    CopyNumber,
    /// The help page.
    Help,
    /// The list of all acts.
    Palette,
    /// The next theme.
    Theme,
    /// Leaves the first start and goes on to the desk.
    Skip,
    /// Leaves the desk for a made-up shift.
    Demo,
    /// Leaves the desk.
    Quit,
    /// One up.
    Up,
    /// One down.
    Down,
    /// A screen up.
    PageUp,
    /// A screen down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// To the group above.
    PreviousGroup,
    /// To the group below.
    NextGroup,
    /// To the first group shown.
    Group1,
    /// To the second group shown.
    Group2,
    /// To the third group shown.
    Group3,
    /// To the fourth group shown.
    Group4,
    /// To the fifth group shown.
    Group5,
    /// To the sixth group shown.
    Group6,
    /// Leaves what is open, then what is set.
    Back,
    /// Carries out what the mode is for.
    Accept,
    /// Saves the form.
    Save,
    /// The next field.
    NextField,
    /// The field before.
    PreviousField,
    /// The next value of a choice.
    NextValue,
    /// The value before.
    PreviousValue,
    /// Assisting unit, or not.
    ToggleAssist,
    /// The unit did not answer the phone.
    Unanswered,
    /// Takes the reminders shown out of view.
    Acknowledge,
    /// Takes all reminders out of view.
    AcknowledgeAll,
    /// The journal of what was told.
    Journal,
    /// Rings the bell, or not.
    Mute,
    /// The journal of the day before.
    PreviousDay,
    /// The journal of the day after.
    NextDay,
    /// The menu of boards.
    Boards,
    /// What is owed after the close.
    Aftercare,
    /// Where the desk and the platform disagree.
    Reconcile,
    /// Takes the platform's value over.
    Take,
    /// Keeps what stands here.
    Keep,
    /// The summary of a day.
    DaySummary,
    /// The bulletin of a week or a month.
    Bulletin,
    /// The accountability ladder.
    Ladder,
    /// The period before.
    Earlier,
    /// The period after.
    Later,
    /// The bulletin of the week, or of the month.
    WeekOrMonth,
    /// Logs that a step of the ladder was carried out.
    StepDone,
    /// Says that the lapse in hand was no neglect.
    ExcuseLapse,
    /// Writes the report into files.
    ExportReport,
    /// What a phone forwarded.
    Forwarded,
    /// Keys in the case a message is about.
    TakeAsCase,
    /// Puts a message on its case as a note.
    Attach,
    /// Confirms a call as a phone reminder.
    ConfirmCall,
    /// Puts a message aside.
    PutAside,
    /// Lets a message wait again.
    BringBack,
    /// The month of duty.
    Roster,
    /// To the other side of a board.
    OtherSide,
    /// Gives a day's duty to the other post.
    Swap,
    /// Logs that one post stands in for the other.
    StandIn,
    /// Hands over what is open.
    HandOver,
    /// Takes back what was logged of a day.
    TakeBack,
    /// Shows the citizen's name and number for a while, or masks them again.
    Reveal,
    /// Writes the case's dossier into files.
    ExportDossier,
    /// Copies the verdicts of the case with their evidence.
    CopyVerdicts,
}

impl Action {
    /// Does it do nothing but move the hand?
    #[must_use]
    pub const fn only_moves(self) -> bool {
        matches!(
            self,
            Self::Up
                | Self::Down
                | Self::PageUp
                | Self::PageDown
                | Self::First
                | Self::Last
                | Self::PreviousGroup
                | Self::NextGroup
                | Self::Group1
                | Self::Group2
                | Self::Group3
                | Self::Group4
                | Self::Group5
                | Self::Group6
        )
    }
}

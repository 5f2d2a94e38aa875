//! The scopes: where a key is pressed, and whether letters go into a text there. Read by everything about keys.

/// Where a key is pressed. Keys of a scope that takes text are those the text field leaves over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// The first start: who sits here.
    WelcomePost,
    /// The first start: the name.
    WelcomeName,
    /// The first start: what came of it.
    WelcomeReady,
    /// The queue.
    Queue,
    /// The case's page, or the pane beside the queue.
    Case,
    /// Typing a search.
    Search,
    /// The dispatch picker.
    Dispatch,
    /// The menu of acts.
    Acts,
    /// The dialog of an act.
    Act,
    /// Choosing whom a phone call went to.
    Remind,
    /// What is suggested about a case.
    Suggest,
    /// The reason of a dismissal.
    SuggestReason,
    /// The form of a new case, or of a case to be decided.
    Form,
    /// The prompt for a past time.
    AtTime,
    /// A question.
    Confirm,
    /// The help page.
    Help,
    /// The list of all acts.
    Palette,
    /// The journal of what was told.
    Journal,
    /// The menu of boards.
    Boards,
    /// What is owed after the close, as a list.
    Aftercare,
    /// The same as a month.
    AftercareMonth,
    /// Where the desk and the platform disagree.
    Reconcile,
    /// What a phone forwarded.
    Forwarded,
    /// The summary of a day.
    DaySummary,
    /// The bulletin of a week or a month.
    Bulletin,
    /// The accountability ladder.
    Ladder,
    /// What is said of an act on a report.
    ReportAsk,
    /// The month of duty.
    Roster,
    /// What is said of an act on the roster.
    RosterAsk,
}

impl Scope {
    /// All of them, in the order of the help page.
    pub const ALL: [Self; 29] = [
        Self::Queue,
        Self::Case,
        Self::Search,
        Self::Acts,
        Self::Act,
        Self::Dispatch,
        Self::Remind,
        Self::Suggest,
        Self::SuggestReason,
        Self::Form,
        Self::AtTime,
        Self::Confirm,
        Self::Boards,
        Self::Forwarded,
        Self::DaySummary,
        Self::Bulletin,
        Self::Ladder,
        Self::ReportAsk,
        Self::Aftercare,
        Self::AftercareMonth,
        Self::Reconcile,
        Self::Roster,
        Self::RosterAsk,
        Self::Journal,
        Self::Help,
        Self::Palette,
        Self::WelcomePost,
        Self::WelcomeName,
        Self::WelcomeReady,
    ];

    /// Do letters go into a text here? Then only keys that are no signs can act, and nothing is folded.
    #[must_use]
    pub const fn takes_text(self) -> bool {
        match self {
            Self::Search
            | Self::Act
            | Self::Dispatch
            | Self::Form
            | Self::AtTime
            | Self::Palette
            | Self::SuggestReason
            | Self::ReportAsk
            | Self::RosterAsk
            | Self::WelcomeName => true,
            Self::Queue
            | Self::Case
            | Self::Acts
            | Self::Remind
            | Self::Suggest
            | Self::Confirm
            | Self::Journal
            | Self::Boards
            | Self::Aftercare
            | Self::AftercareMonth
            | Self::Reconcile
            | Self::Forwarded
            | Self::DaySummary
            | Self::Bulletin
            | Self::Ladder
            | Self::Roster
            | Self::Help
            | Self::WelcomePost
            | Self::WelcomeReady => false,
        }
    }
}

//! The acts as clap knows them, one variant a command. Data only; `act` carries them out.

use clap::{Args, Subcommand, ValueEnum};

use crate::cli::values;
use crate::domain::ids::{About, FactId, Fault, Number, Post, Rating, Suggestion, Tag, Verdict};
use crate::domain::oversight::Subject;
use crate::domain::policy::Step;
use crate::domain::time::{Date, Stamp, parse_date};

/// What every act takes besides its own arguments.
#[derive(Debug, Clone, Args)]
pub struct Said {
    /// When it happened; default now.
    #[arg(long, value_name = "TIME")]
    pub at: Option<Stamp>,
    /// A free remark.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// One case.
#[derive(Debug, Clone, Args)]
pub struct One {
    #[arg(value_name = "CASE", value_parser = values::number)]
    pub case: Number,
    #[command(flatten)]
    pub said: Said,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExtendStep {
    Request,
    Grant,
    Refuse,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AppealStep {
    File,
    Uphold,
    Reject,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Visit {
    Stable,
    Unstable,
}

/// The acts on cases and on the roster.
#[derive(Debug, Subcommand)]
pub enum ActCommand {
    Sign {
        #[arg(required = true, value_name = "CASE", value_parser = values::number)]
        cases: Vec<Number>,
        #[command(flatten)]
        said: Said,
    },
    Dispatch {
        #[command(flatten)]
        one: One,
        #[arg(long, value_name = "UNIT")]
        to: Option<String>,
        #[arg(long, value_name = "UNIT")]
        assist: Vec<String>,
    },
    UnitSign {
        #[command(flatten)]
        one: One,
        #[arg(long, value_name = "UNIT")]
        unit: Option<String>,
    },
    Remind {
        #[command(flatten)]
        one: One,
        #[arg(long, value_name = "UNIT")]
        unit: Option<String>,
        #[arg(long, default_value = "unit-sign", value_parser = values::token::<About>(About::ALL.iter().map(|a| a.as_str())))]
        about: About,
        #[arg(long)]
        unanswered: bool,
    },
    Transfer {
        #[command(flatten)]
        one: One,
        #[arg(long, value_name = "UNIT")]
        from: String,
        #[arg(long, value_name = "TEXT")]
        grounds: String,
        #[arg(long, value_name = "UNIT")]
        to: Option<String>,
    },
    CoAssign {
        #[command(flatten)]
        one: One,
        #[arg(long, value_name = "UNIT")]
        unit: String,
        #[arg(long, value_name = "UNIT", required = true, num_args = 1..)]
        add: Vec<String>,
        #[arg(long, value_name = "TEXT")]
        grounds: String,
    },
    Excuse {
        #[command(flatten)]
        one: One,
        #[arg(value_name = "CLOCK", value_parser = values::excusable())]
        of: String,
        #[arg(long, value_name = "UNIT")]
        unit: Option<String>,
        #[arg(long, value_name = "FACT", value_parser = values::fact_id())]
        id: Option<FactId>,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Reply {
        #[command(flatten)]
        one: One,
        #[arg(long, value_name = "UNIT")]
        unit: Option<String>,
        #[arg(
            long,
            value_name = "TEXT",
            default_value = "",
            hide_default_value = true
        )]
        text: String,
        #[arg(
            long,
            value_name = "N",
            default_value_t = 0,
            allow_negative_numbers = true,
            value_parser = str::parse::<u32>
        )]
        photos: u32,
        #[arg(long, value_name = "NAME")]
        approved_by: Option<String>,
    },
    Review {
        #[command(flatten)]
        one: One,
        #[arg(value_name = "VERDICT", value_parser = values::token::<Verdict>(Verdict::ALL.iter().map(|v| v.as_str())))]
        verdict: Verdict,
        #[arg(long = "fault", value_name = "FAULT", value_parser = values::token::<Fault>(Fault::ALL.iter().map(|f| f.as_str())))]
        faults: Vec<Fault>,
    },
    /// `--by unit|office` names the party, `--by post:…|unit:…` the actor.
    Extend {
        #[command(flatten)]
        one: One,
        #[arg(value_name = "STEP")]
        step: ExtendStep,
        #[arg(long, value_name = "TEXT", required_if_eq("step", "request"))]
        reason: Option<String>,
        #[arg(long, value_name = "TIME", required_if_eq("step", "grant"))]
        close_due: Option<Stamp>,
    },
    Close {
        #[command(flatten)]
        one: One,
        #[arg(long)]
        unreviewed: bool,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    Rate {
        #[command(flatten)]
        one: One,
        #[arg(value_name = "RATING", value_parser = values::token::<Rating>(Rating::ALL.iter().map(|r| r.as_str())))]
        rating: Rating,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    FollowUp(One),
    Rework(One),
    Consult(One),
    Contact(One),
    Escalate {
        #[command(flatten)]
        one: One,
        #[arg(long, value_name = "WHOM")]
        to: Option<String>,
    },
    Report {
        #[command(flatten)]
        one: One,
        #[arg(long, value_name = "WHOM")]
        to: Option<String>,
    },
    Link {
        #[command(flatten)]
        one: One,
        #[arg(value_name = "OTHER", value_parser = values::number)]
        other: Number,
    },
    Dismiss {
        #[command(flatten)]
        one: One,
        #[arg(value_name = "SUGGESTION", value_parser = values::token::<Suggestion>(Suggestion::ALL.iter().map(|s| s.as_str())))]
        suggestion: Suggestion,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Appeal {
        #[command(flatten)]
        one: One,
        #[arg(value_name = "STEP")]
        step: AppealStep,
        #[arg(long, value_name = "NAME")]
        approved_by: Option<String>,
        #[arg(long)]
        stamped: bool,
    },
    LookBack {
        #[command(flatten)]
        one: One,
        #[arg(value_name = "FOUND")]
        found: Visit,
    },
    Tag {
        #[command(flatten)]
        one: One,
        #[arg(value_name = "TAG", value_parser = values::token::<Tag>(Tag::ALL.iter().map(|t| t.as_str())))]
        tag: Tag,
    },
    Untag {
        #[command(flatten)]
        one: One,
        #[arg(value_name = "TAG", value_parser = values::token::<Tag>(Tag::ALL.iter().map(|t| t.as_str())))]
        tag: Tag,
    },
    Note {
        #[command(flatten)]
        one: One,
        #[arg(value_name = "TEXT")]
        text: String,
    },
    Amend {
        #[command(flatten)]
        one: One,
        #[arg(required = true, value_name = "FIELD=VALUE")]
        fields: Vec<String>,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    Void {
        #[command(flatten)]
        one: One,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Undo {
        #[arg(value_name = "CASE", required_unless_present = "roster", value_parser = values::number)]
        case: Option<Number>,
        #[arg(long, value_name = "FACT", value_parser = values::fact_id())]
        id: Option<FactId>,
        /// Takes back the last swap, stand-in or handover instead.
        #[arg(long, conflicts_with = "case")]
        roster: bool,
        #[command(flatten)]
        said: Said,
    },
    Swap {
        #[arg(value_name = "DATE", value_parser = parse_date)]
        date: Date,
        #[arg(value_name = "POST", value_parser = post())]
        post: Post,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        #[command(flatten)]
        said: Said,
    },
    StandIn {
        #[arg(value_name = "DATE", value_parser = parse_date)]
        date: Date,
        #[arg(long = "for", value_name = "POST", value_parser = post())]
        absent: Post,
        #[arg(long = "by-post", value_name = "POST", value_parser = post())]
        post: Post,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        #[command(flatten)]
        said: Said,
    },
    /// A step of accountability that was carried out.
    Step {
        #[arg(value_name = "STEP", value_parser = values::token::<Step>(Step::ALL.iter().map(|s| s.as_str())))]
        step: Step,
        #[arg(value_name = "WHO", value_parser = values::subject)]
        who: Subject,
        #[command(flatten)]
        said: Said,
    },
    Handover {
        #[arg(value_name = "DATE", value_parser = parse_date)]
        date: Option<Date>,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        #[command(flatten)]
        said: Said,
    },
}

fn post() -> impl clap::builder::TypedValueParser<Value = Post> {
    values::token::<Post>(Post::ALL.iter().map(|p| p.as_str()))
}

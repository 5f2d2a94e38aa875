//! The rules of the duty desk as pure functions: facts in, verdicts out.
//!
//! Nothing in here reads a clock, a file or a terminal: time is always an argument. The store, the screen and the
//! command line all call in; nothing in here calls out. A test checks that arrow.

pub mod aftercare;
pub mod agenda;
pub mod alike;
pub mod arrival;
pub mod calendar;
pub mod case;
pub mod clash;
pub mod clock;
pub mod codec;
pub mod command;
pub mod day_summary;
pub mod decide;
pub mod document;
pub mod draft;
pub mod event;
pub mod evolve;
pub mod forwarded;
pub mod history;
pub mod ids;
pub mod lookback;
pub mod occasion;
pub mod oversight;
pub mod pasted;
pub mod period;
pub mod permit;
pub mod policy;
pub mod privacy;
pub mod propose;
pub mod queue;
pub mod reckon;
pub mod reconcile;
pub mod reminder;
pub mod report;
pub mod roster;
pub mod rules;
pub mod schedule;
pub mod show;
pub mod step;
pub mod suggest;
pub mod telling;
pub mod text;
pub mod time;
pub mod verdict;

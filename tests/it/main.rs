//! Everything that is tested from outside, in one binary so that it is linked once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a test that cannot go on says so by failing"
)]

mod architecture;
mod cli;
mod fuzz;
mod intake;
mod journal;
mod properties;
mod reports;
mod scenarios;
mod screens;
mod shift;
mod store;

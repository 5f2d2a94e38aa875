//! zhiban (值班): the duty desk of a sub-district office in a terminal.
//!
//! `domain` holds the rules and depends on nothing; `store`, `intake`, `report` and `app` depend on `domain` alone; `runtime` and
//! `cli` join them to the world. A test checks these arrows.

pub mod app;
pub mod cli;
pub mod config;
pub mod domain;
pub mod error;
pub mod intake;
pub mod notify;
pub mod report;
pub mod runtime;
pub mod store;

//! Reports as files and as text: a format-free report in, the bytes of one format out.
//!
//! Knows no store, no clock and no language: every word comes with the report. Called by `cli` and `runtime`.

pub mod sheet;

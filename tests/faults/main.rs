//! Faults: what is keyed in is never lost and the program ends clean, whatever happens to it, the disk, the clock or the
//! terminal. Each part is a file; each has a short run, which every `cargo test` makes, and a long one:
//!
//! ```text
//! cargo test --test faults -- --ignored --nocapture --test-threads 1 [PART]
//! ```
//!
//! - `cuts`: power cuts at 10,000 points of recorded runs, with a control that must fail.
//! - `kills`: `kill -9` a thousand times, at moments of chance and at writes and syncs.
//! - `errors`: every call on the store's files fails in turn; full, read-only, held and rotten stores.
//! - `year`: a year of shifts with a desk that is closed, asleep, killed; the journal's books and the log balance.
//! - `jumps`: clock jumps, sleep, tiny windows, signals and vanishing terminals in every mode.
//! - `crowd`: two windows and ten writers at once on one store.
//! - `strings`: a million hostile texts through every way in, onto the screens and into the exports.
//!
//! `ZHIBAN_FAULTS_SEED` gives other faults than the usual ones.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by failing"
)]

#[path = "../it/journal/accounts.rs"]
mod accounts;
mod acts;
mod chance;
mod crowd;
mod cuts;
mod disk;
mod errors;
mod jumps;
mod kills;
#[allow(dead_code, reason = "the terminal's own tests use all of it")]
#[path = "../pty/office.rs"]
mod office;
mod old;
mod strings;
#[allow(dead_code, reason = "the journal's own tests use all of it")]
#[path = "../it/journal/window.rs"]
mod teller;
mod trace;
#[allow(dead_code, reason = "the terminal's own tests use all of it")]
#[path = "../pty/window.rs"]
mod window;
mod year;

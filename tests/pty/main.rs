//! The real binary in a pseudo-terminal: what a person at the desk sees, and what is left behind however it ends.
//!
//! Nothing here sleeps: every wait is for something on the parsed screen, or for the program to stop or end, with a bound
//! that a busy machine keeps too.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by failing"
)]

mod acts;
mod endings;
mod first;
mod life;
mod office;
mod phone;
mod refusals;
mod together;
mod vanishing;
mod window;

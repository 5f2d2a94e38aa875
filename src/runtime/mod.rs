//! The shell around the pure desk: the clock, the terminal, the store's thread, and the one stream of messages.
//!
//! The only place with a clock, threads, channels and the terminal. Decides no rule and knows no screen. Called by `cli`.

pub mod clock;
pub mod terminal;

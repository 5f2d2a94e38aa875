//! The desk on the screen: `run`, and `demo` over a throwaway store.

use super::args::Demo;
use super::desk::Desk;
use crate::error::Failure;

/// Opens the desk.
///
/// # Errors
/// When there is no terminal, or the store fails.
pub fn run(_desk: Desk) -> Result<(), Failure> {
    Ok(())
}

/// Opens the desk over a made-up shift.
///
/// # Errors
/// As [`run`].
pub fn demo(_desk: Desk, _args: &Demo) -> Result<(), Failure> {
    Ok(())
}

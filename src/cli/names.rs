//! Names of units and communities from the command line, looked up in the policy.
//!
//! A name outside the policy is wrong usage: the line names the option, the value and the known names.

use super::desk::Desk;
use crate::app::text::say;
use crate::domain::ids::{Community, Unit};
use crate::error::Failure;

/// The unit of that name; a community's short name means its unit.
///
/// # Errors
/// When the policy knows no such unit.
pub fn unit(desk: &Desk, option: &str, name: &str) -> Result<Unit, Failure> {
    let policy = &desk.rules.policy;
    policy.unit(name.trim()).cloned().ok_or_else(|| {
        let known: Vec<&str> = policy.units().map(Unit::as_str).collect();
        Failure::usage(say!(
            desk.texts,
            "error-unit",
            option = option,
            value = name,
            known = known.join(" ")
        ))
        .mend(say!(desk.texts, "error-unit-mend"))
    })
}

/// Several units.
///
/// # Errors
/// As [`unit()`].
pub fn units(desk: &Desk, option: &str, names: &[String]) -> Result<Vec<Unit>, Failure> {
    names.iter().map(|n| unit(desk, option, n)).collect()
}

/// The unit of that name, where one is given.
///
/// # Errors
/// As [`unit()`].
pub fn unit_if(desk: &Desk, option: &str, name: Option<&str>) -> Result<Option<Unit>, Failure> {
    name.map(|n| unit(desk, option, n)).transpose()
}

/// The community of that short name, or of its unit's name.
///
/// # Errors
/// When the policy knows no such community.
pub fn community(desk: &Desk, option: &str, name: &str) -> Result<Community, Failure> {
    let policy = &desk.rules.policy;
    match policy.community(name.trim()) {
        Some(known) => Ok(known.name.clone()),
        None => {
            let known: Vec<&str> = policy.communities.iter().map(|c| c.name.as_str()).collect();
            Err(Failure::usage(say!(
                desk.texts,
                "error-community",
                option = option,
                value = name,
                known = known.join(" ")
            ))
            .mend(say!(desk.texts, "error-unit-mend")))
        }
    }
}

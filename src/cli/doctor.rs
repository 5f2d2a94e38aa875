//! `doctor`: whether store, calendar and terminal are fit for the day's work.
//!
//! Looks before it touches: a store that is not there yet is not made.

mod damage;
mod pasted;

use std::io::IsTerminal as _;
use std::path::Path;
use std::time::Duration;

use chrono::Datelike as _;
use serde_json::{Value, json};

use super::args::Doctor;
use super::desk::Desk;
use super::failure;
use super::output::Output;
use crate::app::text::{Texts, say};
use crate::error::{Exit, Failure};
use crate::notify::Trouble;
use crate::runtime::{first, popups, terminal};
use crate::store::{Ailment, Health, Store, daily_copies};

/// One line of the report.
struct Finding {
    /// Whether it is as it should be; none when it is only told.
    good: Option<bool>,
    text: String,
}

fn told(text: String) -> Finding {
    Finding { good: None, text }
}

fn good(text: String) -> Finding {
    Finding {
        good: Some(true),
        text,
    }
}

fn bad(text: String) -> Finding {
    Finding {
        good: Some(false),
        text,
    }
}

/// Examines everything and reports.
///
/// # Errors
/// When the store cannot be opened or is damaged.
pub fn run(desk: &Desk, args: &Doctor) -> Result<(), Failure> {
    if let Some(file) = &args.text {
        return pasted::report(desk, file);
    }
    let path = desk.store_path()?;
    let mut findings = Vec::new();
    let (store, verdict) = examine_store(desk, &path, &mut findings)?;
    let backups = examine_backups(desk, &path, &mut findings);
    findings.extend(examine_secrets(desk));
    let calendar = examine_calendar(desk, &mut findings);
    let terminal = examine_terminal(desk, &mut findings);
    let notification = examine_notification(desk, &mut findings);
    let mut out = Output::new();
    if desk.json {
        out.json(&json!({ "store": store, "backups": backups, "calendar": calendar, "terminal": terminal, "notification": notification }))?;
    } else {
        for finding in &findings {
            let mark = match finding.good {
                Some(true) => say!(desk.texts, "doctor-good"),
                Some(false) => say!(desk.texts, "doctor-bad"),
                None => say!(desk.texts, "doctor-told"),
            };
            out.line(format!("{mark} {}", finding.text))?;
        }
    }
    out.finish()?;
    verdict
}

/// The token and the secret of the phone stand in the settings, which others on this computer should not read.
#[cfg(unix)]
fn examine_secrets(desk: &Desk) -> Option<Finding> {
    use std::os::unix::fs::PermissionsExt as _;
    let file = desk.config_file.as_deref()?;
    desk.config.phone.as_ref()?;
    let mode = std::fs::metadata(file).ok()?.permissions().mode();
    let shown = file.display().to_string();
    (mode & 0o077 != 0).then(|| bad(say!(desk.texts, "doctor-secrets", file = shown)))
}

#[cfg(not(unix))]
const fn examine_secrets(_: &Desk) -> Option<Finding> {
    None
}

/// What is found of the store, and how the command ends for it.
fn examine_store(
    desk: &Desk,
    path: &Path,
    findings: &mut Vec<Finding>,
) -> Result<(Value, Result<(), Failure>), Failure> {
    let texts = &desk.texts;
    let shown = path.display().to_string();
    if !path.exists() {
        findings.push(told(say!(texts, "doctor-no-store", path = shown.as_str())));
        return Ok((json!({ "path": shown, "exists": false }), Ok(())));
    }
    let mut store = match Store::open(path, desk.rules.clone(), desk.now()) {
        Ok(store) => store,
        Err(error) => return damage::report(desk, path, None, &error, findings),
    };
    let said = |e| failure::store(texts, &e);
    let mut health = match store.check() {
        Ok(health) => health,
        Err(error) => return damage::report(desk, path, Some(&store), &error, findings),
    };
    let mut rebuilt = false;
    if is_mendable(&health) {
        store.rebuild().map_err(said)?;
        health = store.check().map_err(said)?;
        rebuilt = true;
    }
    let text = say!(
        texts,
        "doctor-store",
        path = shown.as_str(),
        facts = health.facts,
        cases = health.cases,
        open = health.open
    );
    let sound = health.problems.is_empty();
    findings.push(if sound { good(text) } else { bad(text) });
    if rebuilt {
        findings.push(told(say!(texts, "doctor-rebuilt")));
    }
    let problems: Vec<String> = health.problems.iter().map(|p| ailment(texts, p)).collect();
    findings.extend(problems.iter().cloned().map(bad));
    let written = store.try_writing().map_err(said);
    findings.push(match &written {
        Ok(()) => good(say!(texts, "doctor-writable")),
        Err(failure) => bad(failure.message.clone()),
    });
    let network = store.network_file_system();
    if let Some(system) = &network {
        findings.push(bad(say!(texts, "doctor-network", system = system.as_str())));
    }
    if !sound {
        damage::advise(desk, path, Some(&store), findings);
    }
    let value = json!({
        "path": shown, "exists": true, "facts": health.facts, "cases": health.cases, "open": health.open,
        "writable": written.is_ok(), "problems": problems, "rebuilt": rebuilt, "network_file_system": network,
    });
    let verdict = if sound && written.is_ok() {
        Ok(())
    } else {
        Err(Failure::said(Exit::System))
    };
    Ok((value, verdict))
}

fn ailment(texts: &Texts, ailment: &Ailment) -> String {
    match ailment {
        Ailment::File(problem) => say!(texts, "doctor-file", problem = problem.as_str()),
        Ailment::Projection(number) => say!(texts, "doctor-projection", number = number.as_str()),
        Ailment::Gap { desk, after, found } => say!(
            texts,
            "doctor-gap",
            desk = desk.as_str(),
            after = *after,
            found = *found
        ),
        Ailment::Fact(problem) => say!(texts, "doctor-fact", problem = problem.as_str()),
    }
}

/// A projection can be made anew from the log; anything else cannot.
fn is_mendable(health: &Health) -> bool {
    let is_projection = |a: &Ailment| matches!(a, Ailment::Projection(_));
    !health.problems.is_empty() && health.problems.iter().all(is_projection)
}

/// The daily copies: the latest, and how many.
fn examine_backups(desk: &Desk, store: &Path, findings: &mut Vec<Finding>) -> Value {
    let texts = &desk.texts;
    let Some(settings) = super::backup::daily(desk, store) else {
        findings.push(told(say!(texts, "doctor-no-backups-wanted")));
        return Value::Null;
    };
    let folder = settings.folder.display().to_string();
    let shifts = match daily_copies(&settings.folder) {
        Ok(shifts) => shifts,
        Err(error) => {
            findings.push(bad(failure::store(texts, &error).message));
            return json!({ "folder": folder });
        }
    };
    findings.push(match shifts.last() {
        Some(last) => good(say!(
            texts,
            "doctor-backups",
            folder = folder.as_str(),
            count = shifts.len(),
            last = last.to_string()
        )),
        None => told(say!(texts, "doctor-no-backup", folder = folder.as_str())),
    });
    json!({ "folder": folder, "count": shifts.len(), "last": shifts.last().map(ToString::to_string) })
}

/// Year after year from this one: how far the published days reach (T2).
fn examine_calendar(desk: &Desk, findings: &mut Vec<Finding>) -> Value {
    let texts = &desk.texts;
    let years = &desk.rules.calendar.listed().years;
    let this = desk.now().date().year();
    let shown: Vec<String> = years.iter().map(ToString::to_string).collect();
    let text = say!(texts, "doctor-calendar", years = shown.join(" "));
    let covers = years.contains(&this);
    findings.push(if covers { good(text) } else { bad(text) });
    let missing: Vec<i32> = [this, this + 1]
        .into_iter()
        .filter(|y| !years.contains(y))
        .collect();
    for year in &missing {
        findings.push(told(say!(
            texts,
            "doctor-calendar-missing",
            year = year.to_string()
        )));
    }
    findings.push(told(say!(
        texts,
        "doctor-revision",
        revision = desk.rules.revision().as_str()
    )));
    json!({ "years": years, "missing": missing, "revision": desk.rules.revision() })
}

fn examine_terminal(desk: &Desk, findings: &mut Vec<Finding>) -> Value {
    let texts = &desk.texts;
    if !std::io::stdout().is_terminal() || !std::io::stdin().is_terminal() {
        findings.push(told(say!(texts, "doctor-no-terminal")));
        return json!({ "terminal": false });
    }
    let (width, height) = crossterm::terminal::size().unwrap_or((0, 0));
    let size = say!(texts, "doctor-size", width = width, height = height);
    findings.push(if width >= 80 && height >= 24 {
        good(size)
    } else {
        bad(size)
    });
    let colours = terminal::colours();
    findings.push(told(say!(texts, "doctor-colours", colours = colours)));
    let wide = terminal::cells_of("─").map(|cells| cells > 1);
    match wide {
        Some(true) => findings.push(bad(say!(texts, "doctor-wide"))),
        Some(false) => findings.push(good(say!(texts, "doctor-narrow"))),
        None => {}
    }
    let chinese = terminal::cells_of("值").map(|cells| cells == 2);
    match chinese {
        Some(true) => findings.push(good(say!(texts, "doctor-chinese"))),
        Some(false) => findings.push(bad(say!(texts, "doctor-chinese-narrow"))),
        None => {}
    }
    json!({
        "terminal": true, "width": width, "height": height, "colours": colours, "wide_box_signs": wide,
        "wide_chinese_signs": chinese,
    })
}

/// Sends a test notification, and says who shows it and what it can do.
fn examine_notification(desk: &Desk, findings: &mut Vec<Finding>) -> Value {
    let texts = &desk.texts;
    let seconds = desk.rules.policy.telling.patience_seconds;
    let patience = Duration::from_secs(u64::from(seconds));
    let trouble = match first::test(texts, patience) {
        Ok(server) => {
            findings.push(good(say!(
                texts,
                "doctor-notified",
                server = server.name.as_str()
            )));
            let able = server.capabilities.join(" ");
            findings.push(told(say!(texts, "doctor-notify-can", able = able)));
            if !server.capabilities.iter().any(|c| c == "actions") {
                findings.push(told(say!(texts, "doctor-notify-no-buttons")));
            }
            return json!({
                "shown": true, "server": server.name, "capabilities": server.capabilities, "problem": null,
            });
        }
        Err(trouble) => trouble,
    };
    let problem = popups::trouble(texts, &trouble);
    findings.push(bad(say!(
        texts,
        "doctor-notify-failed",
        problem = problem.as_str()
    )));
    findings.push(told(match trouble {
        Trouble::Silent(_) => say!(texts, "doctor-notify-silent-mend"),
        Trouble::Failed(_) => say!(texts, "doctor-notify-mend"),
    }));
    json!({ "shown": false, "server": null, "capabilities": [], "problem": problem })
}

//! The user's own command, run for somebody who is away from the desk.
//!
//! Off unless the user sets one. It gets the number, the topic and the due time as arguments and nothing of a citizen; no
//! shell reads it; it is ended when it takes too long.

use std::process::{Command, Stdio};
use std::time::Duration;

use super::Trouble;

/// How long the command may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often it is asked meanwhile whether it has ended.
const BEATS: u32 = 200;

/// Runs the command with further arguments and waits for its end. Blocks: for a thread of its own.
///
/// # Errors
/// When it cannot be started, fails, or takes too long.
pub fn run(command: &[String], arguments: &[String]) -> Result<(), Trouble> {
    let failed = |e: std::io::Error| Trouble::Failed(e.to_string());
    let Some((program, own)) = command.split_first() else {
        return Ok(());
    };
    let mut child = Command::new(program)
        .args(own)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(failed)?;
    for _ in 0..BEATS {
        match child.try_wait().map_err(failed)? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => return Err(Trouble::Failed(status.to_string())),
            None => std::thread::sleep(PATIENCE / BEATS),
        }
    }
    // It may have ended by itself meanwhile.
    let _ = child.kill();
    let _ = child.wait();
    Err(Trouble::Silent(PATIENCE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|w| (*w).to_owned()).collect()
    }

    #[cfg(unix)]
    #[test]
    fn the_arguments_reach_the_command_as_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        let command = words(&[
            "sh",
            "-c",
            r#"printf '%s|' "$@" > "$0""#,
            out.to_str().unwrap(),
        ]);
        run(&command, &words(&["FZ1", "C3; rm -rf x", "$HOME"])).unwrap();
        assert_eq!(
            std::fs::read_to_string(out).unwrap(),
            "FZ1|C3; rm -rf x|$HOME|"
        );
    }

    #[test]
    fn a_command_that_fails_or_is_not_there_says_so() {
        assert!(matches!(
            run(&words(&["false"]), &[]),
            Err(Trouble::Failed(_))
        ));
        let missing = run(&words(&["no-such-command-here"]), &[]);
        assert!(matches!(missing, Err(Trouble::Failed(_))));
        assert_eq!(run(&[], &[]), Ok(()));
    }
}

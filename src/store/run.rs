//! One run of the desk: a file beside the store, locked as long as the program lives.
//!
//! The system takes the lock away when the program dies, however it dies, so that another window knows a telling that nobody
//! will finish. Called by `journal` and `runtime`.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::files;

/// A running desk; its file goes with it.
#[derive(Debug)]
pub struct Run {
    id: String,
    path: PathBuf,
    _locked: File,
}

impl Run {
    /// Begins a run on the store at `store`.
    ///
    /// # Errors
    /// What the system says.
    pub fn begin(store: &Path) -> io::Result<Self> {
        let id = Uuid::now_v7().simple().to_string();
        let path = file_of(store, &id);
        files::fresh(&path)?;
        let file = OpenOptions::new().write(true).open(&path)?;
        file.try_lock()?;
        Ok(Self {
            id,
            path,
            _locked: file,
        })
    }

    /// Its name in the journal.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        // A file that stays behind is taken away by the next desk.
        let _ = std::fs::remove_file(&self.path);
    }
}

fn file_of(store: &Path, id: &str) -> PathBuf {
    files::beside(store, &format!(".run-{id}"))
}

/// Has the run of that name ended? Its file is taken away then.
pub(super) fn has_ended(store: &Path, id: &str) -> bool {
    let path = file_of(store, id);
    let file = match OpenOptions::new().write(true).open(&path) {
        Ok(file) => file,
        Err(e) => return e.kind() == io::ErrorKind::NotFound,
    };
    match file.try_lock() {
        Ok(()) => {
            // Whether or not it can be taken away, nobody holds it.
            let _ = std::fs::remove_file(&path);
            true
        }
        Err(TryLockError::WouldBlock | TryLockError::Error(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_known_to_be_over_once_its_lock_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("zhiban.db");
        let run = Run::begin(&store).unwrap();
        let id = run.id().to_owned();
        assert!(!has_ended(&store, &id));
        drop(run);
        assert!(has_ended(&store, &id));
        // As after kill -9: the file is there, the lock is not.
        File::create(file_of(&store, "dead")).unwrap();
        assert!(has_ended(&store, "dead"));
        assert!(!file_of(&store, "dead").exists());
    }
}

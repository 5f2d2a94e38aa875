//! The folders of settings, calendars and data, and reading what lies there.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::{BadFile, Config, Fault};
use crate::domain::calendar::Listed;
use crate::domain::rules::Rules;

/// Where settings and data lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// The settings file.
    pub config: PathBuf,
    /// Whether the settings file was named, so that it must be there.
    pub named: bool,
    /// The user's own calendar files.
    pub calendar: PathBuf,
}

impl Folders {
    /// The user's folders; `named` (`ZHIBAN_CONFIG`) is a settings file, or a folder with `config.toml` in it. `None`
    /// when nothing is named and the user has no home.
    #[must_use]
    pub fn find(named: Option<&Path>) -> Option<Self> {
        let (config, must) = match named {
            Some(path) if path.is_dir() => (path.join("config.toml"), false),
            Some(path) => (path.to_owned(), true),
            None => {
                let base = etcetera::choose_base_strategy().ok()?;
                (base.config_dir().join("zhiban").join("config.toml"), false)
            }
        };
        let calendar = config.parent().unwrap_or(Path::new(".")).join("calendar");
        Some(Self {
            config,
            named: must,
            calendar,
        })
    }

    /// Has nobody set anything yet?
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        !self.named && !self.config.exists()
    }

    /// The default store, in the user's data folder; `None` when the user has no home.
    #[must_use]
    pub fn default_store() -> Option<PathBuf> {
        let base = etcetera::choose_base_strategy().ok()?;
        Some(base.data_dir().join("zhiban").join("zhiban.db"))
    }

    /// A folder of our own in the user's documents; `None` when there are none.
    #[must_use]
    pub fn documents() -> Option<PathBuf> {
        let home = etcetera::home_dir().ok()?;
        let named = ["文档", "Documents"].map(|name| home.join(name));
        let documents = named.into_iter().find(|folder| folder.is_dir())?;
        Some(documents.join("zhiban"))
    }

    /// The user's settings; the defaults when there is no file and none was named.
    ///
    /// # Errors
    /// The file and what is wrong with it.
    pub fn config(&self) -> Result<Config, BadFile> {
        let bad = |fault| BadFile {
            file: self.config.clone(),
            fault,
        };
        match std::fs::read_to_string(&self.config) {
            Ok(text) => Config::from_toml(&text).map_err(bad),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound && !self.named => {
                Ok(Config::default())
            }
            Err(e) => Err(bad(Fault::Unreadable(e.to_string()))),
        }
    }

    /// The built-in calendar with the user's own files on top, in the order of their names.
    ///
    /// # Errors
    /// The file, and the line that is wrong.
    pub fn calendar(&self) -> Result<Listed, BadFile> {
        let mut listed = Rules::builtin_calendar().map_err(|e| BadFile {
            file: self.calendar.clone(),
            fault: Fault::Calendar(e),
        })?;
        for file in self.calendar_files()? {
            let bad = |fault| BadFile {
                file: file.clone(),
                fault,
            };
            let text = std::fs::read_to_string(&file)
                .map_err(|e| bad(Fault::Unreadable(e.to_string())))?;
            let read = if file
                .extension()
                .is_some_and(|e| e.eq_ignore_ascii_case("json"))
            {
                Listed::from_holiday_cn(&text)
            } else {
                Listed::from_csv(&text)
            };
            listed.merge(read.map_err(|e| bad(Fault::Calendar(e.into())))?);
        }
        Ok(listed)
    }

    fn calendar_files(&self) -> Result<Vec<PathBuf>, BadFile> {
        let bad = |e: std::io::Error| BadFile {
            file: self.calendar.clone(),
            fault: Fault::Unreadable(e.to_string()),
        };
        let entries = match std::fs::read_dir(&self.calendar) {
            Ok(entries) => entries,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(e) => return Err(bad(e)),
        };
        let mut files = Vec::new();
        for entry in entries {
            let path = entry.map_err(bad)?.path();
            let is_calendar = path
                .extension()
                .is_some_and(|e| e.eq_ignore_ascii_case("csv") || e.eq_ignore_ascii_case("json"));
            if is_calendar {
                files.push(path);
            }
        }
        files.sort();
        Ok(files)
    }
}

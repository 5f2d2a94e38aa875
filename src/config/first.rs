//! Writes the settings of a first start, and never over any that are there.

use std::io::{self, Write as _};
use std::path::Path;

use super::Language;
use crate::domain::ids::Post;

/// The settings file of whoever sits at a post, or of who leads both.
#[must_use]
pub fn settings(language: Language, post: Option<Post>, person: Option<&str>) -> String {
    let remark = match language {
        Language::Zh => "# 值班台的设置，各项写法见 README。改了下次打开生效。",
        Language::En => {
            "# The desk's settings; the README says what may stand here. Read when the desk opens."
        }
    };
    let mut table = toml::Table::new();
    match post {
        Some(post) => table.insert("me".to_owned(), format!("post:{post}").into()),
        None => table.insert("watch".to_owned(), "both".into()),
    };
    if let Some(person) = person {
        table.insert("person".to_owned(), person.into());
    }
    format!("{remark}\n{table}")
}

/// Writes a file for its owner alone, whole or not at all.
///
/// # Errors
/// `AlreadyExists` when there is one, and whatever the system says.
pub fn write_new(file: &Path, text: &str) -> io::Result<()> {
    let folder = file
        .parent()
        .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
    std::fs::create_dir_all(folder)?;
    // Made readable by nobody else, and put in its place by one step that fails where something stands.
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    new.write_all(text.as_bytes())?;
    new.as_file().sync_all()?;
    new.persist_noclobber(file).map_err(|e| e.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::domain::ids::Actor;

    #[test]
    fn what_is_written_is_read_as_it_was_answered() {
        for language in [Language::Zh, Language::En] {
            for person in [None, Some("林工"), Some("O\"Brien \\ 林\u{3000}工")] {
                let text = settings(language, Some(Post::B), person);
                let config = Config::from_toml(&text).unwrap();
                assert_eq!(config.me, Some(Actor::Post(Post::B)));
                assert_eq!(config.person.as_deref(), person);
                assert_eq!(config.watch, None);
            }
            let leader = Config::from_toml(&settings(language, None, None)).unwrap();
            assert_eq!((leader.me, leader.watch), (None, Some(None)));
        }
    }

    #[test]
    fn a_file_that_is_there_is_left_alone() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("a/b/config.toml");
        write_new(&file, "seconds = false\n").unwrap();
        let again = write_new(&file, "seconds = true\n").unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "seconds = false\n");
        let left = std::fs::read_dir(file.parent().unwrap()).unwrap().count();
        assert_eq!(left, 1, "what was begun is gone");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = file.metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}

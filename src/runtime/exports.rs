//! Writing dossiers and reports where a person finds them: one file a format, whole or not at all, readable by its owner
//! alone, and never over a file that is there.
//!
//! Called by the store's thread (`effects`), so that the screen waits for no disk.

use std::fs::DirBuilder;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::app::effect::{Export, ReportExport};
use crate::app::msg::Exported;
use crate::domain::ids::Number;
use crate::domain::time::Stamp;
use crate::report::{Format, sheet};

/// The folders beside the store where dossiers and reports go when the user has named none.
const DOSSIERS: &str = "dossiers";
const REPORTS: &str = "reports";

/// Files of one name; nobody makes more.
const MOST: usize = 100;

/// The formats in which reports are sent around, with the ends of their files' names.
const SENT: [(sheet::Format, &str); 3] = [
    (sheet::Format::Xlsx, "xlsx"),
    (sheet::Format::Html, "html"),
    (sheet::Format::Markdown, "md"),
];

/// A file before it is written: how its name ends, and what stands in it.
type File = (&'static str, Vec<u8>);

/// Writes a dossier in every format; `store` is where the store lies.
///
/// # Errors
/// What the system says; no file is left behind half written.
pub fn dossier(export: &Export, store: &Path, now: Stamp) -> io::Result<Exported> {
    let files = Format::ALL.map(|format| {
        let text = format.write(&export.document);
        (format.extension(), text.into_bytes())
    });
    let folder = folder(export.folder.as_ref(), store, DOSSIERS);
    named(&folder, write(&folder, &stem(&export.number, now), &files))
}

/// Writes a report in the formats in which it is sent around.
///
/// # Errors
/// As [`dossier`].
pub fn report(export: &ReportExport, store: &Path) -> io::Result<Exported> {
    let language = export.language.tag();
    let mut files = Vec::new();
    for (format, ending) in SENT {
        let mut bytes = Vec::new();
        format.write(&export.report, language, &mut bytes)?;
        files.push((ending, bytes));
    }
    let folder = folder(export.folder.as_ref(), store, REPORTS);
    named(&folder, write(&folder, &export.name, &files))
}

/// With the folder in what the system says.
fn named(folder: &Path, written: io::Result<Exported>) -> io::Result<Exported> {
    written.map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", seen_from_home(folder))))
}

fn folder(asked: Option<&PathBuf>, store: &Path, beside: &str) -> PathBuf {
    let there = || store.parent().unwrap_or(Path::new(".")).join(beside);
    asked.cloned().unwrap_or_else(there)
}

fn write(folder: &Path, stem: &str, files: &[File]) -> io::Result<Exported> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    let stem = free(folder, stem, files)?;
    let mut names = Vec::new();
    for (ending, bytes) in files {
        let mut file = NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        let name = format!("{stem}.{ending}");
        file.persist_noclobber(folder.join(&name))
            .map_err(|e| e.error)?;
        names.push(name);
    }
    Ok(Exported {
        folder: seen_from_home(folder),
        files: names,
    })
}

/// The case and the moment. A number is whatever a platform writes; in a file's name only plain signs stay.
fn stem(number: &Number, now: Stamp) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let number: String = number.as_str().chars().map(plain).collect();
    let seconds = now.time().seconds();
    format!(
        "{number}-{}-{:02}{:02}{:02}",
        now.date().format("%m%d"),
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// The stem, with a number behind it while there are files of that name.
fn free(folder: &Path, stem: &str, files: &[File]) -> io::Result<String> {
    let taken = |stem: &String| {
        let mut names = files.iter().map(|(ending, _)| format!("{stem}.{ending}"));
        names.any(|name| folder.join(name).exists())
    };
    let further = (2..MOST).map(|n| format!("{stem}-{n}"));
    std::iter::once(stem.to_owned())
        .chain(further)
        .find(|stem| !taken(stem))
        .ok_or_else(|| io::ErrorKind::AlreadyExists.into())
}

/// A path as people write it, with `~` for their home.
fn seen_from_home(path: &Path) -> String {
    let home = etcetera::home_dir().ok();
    match home.and_then(|home| path.strip_prefix(home).ok().map(Path::to_owned)) {
        Some(below) => Path::new("~").join(below).display().to_string(),
        None => path.display().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::Document;
    use crate::domain::show::Language;

    fn export(folder: Option<PathBuf>) -> Export {
        Export {
            number: Number::from("../FZ 1"),
            document: Document {
                language: Language::Zh,
                title: "卷宗".to_owned(),
                lead: Vec::new(),
                parts: Vec::new(),
                foot: Vec::new(),
            },
            folder,
        }
    }

    #[test]
    fn files_are_their_owners_and_none_is_overwritten() {
        let home = tempfile::TempDir::new().unwrap();
        let store = home.path().join("zhiban.db");
        let now: Stamp = "2026-11-23T09:41:27+08:00".parse().unwrap();
        let first = dossier(&export(None), &store, now).unwrap();
        assert_eq!(
            first.files,
            ["---FZ-1-1123-094127.html", "---FZ-1-1123-094127.md"]
        );
        let folder = home.path().join("dossiers");
        let html = std::fs::read_to_string(folder.join(&first.files[0])).unwrap();
        assert!(html.contains("<h1>卷宗</h1>"));
        std::fs::write(folder.join(&first.files[0]), "mine").unwrap();
        let second = dossier(&export(Some(folder.clone())), &store, now).unwrap();
        assert_eq!(second.files[1], "---FZ-1-1123-094127-2.md");
        let kept = std::fs::read_to_string(folder.join(&first.files[0])).unwrap();
        assert_eq!(kept, "mine");
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 4);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |p: &Path| p.metadata().unwrap().permissions().mode() & 0o777;
            assert_eq!(mode(&folder), 0o700);
            assert_eq!(mode(&folder.join(&second.files[0])), 0o600);
        }
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_said() {
        let home = tempfile::TempDir::new().unwrap();
        let file = home.path().join("file");
        std::fs::write(&file, "").unwrap();
        let now = Stamp::from_unix(0);
        let below = file.join("below");
        let failed = dossier(&export(Some(below.clone())), &file, now).unwrap_err();
        assert!(failed.to_string().contains(&below.display().to_string()));
    }
}

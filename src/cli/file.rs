//! Files that a command writes. They hold citizens' names and numbers, so nobody but their owner can read them.
//!
//! Called by `log export` and `import --problems`.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use super::failure;
use crate::app::text::Texts;
use crate::error::Failure;

/// Writes a file, whole or not at all: under another name beside it until it is whole. What is no plain file (a pipe, a
/// device) is written to as it is.
///
/// # Errors
/// What `content` says, or what the system does.
pub fn write<T>(
    texts: &Texts,
    target: &Path,
    content: impl FnOnce(&mut dyn Write) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let unwritable = |e: &io::Error| failure::unwritable(texts, target, e);
    if target.metadata().is_ok_and(|m| !m.is_file()) {
        let file = File::options().write(true).open(target);
        return fill(file.map_err(|e| unwritable(&e))?, content, unwritable).map(|(done, _)| done);
    }
    let folder = target.parent().filter(|f| !f.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    // Asked first, because the temporary file's own error would name a file nobody asked for.
    folder.metadata().map_err(|e| unwritable(&e))?;
    let beside = tempfile::NamedTempFile::new_in(folder);
    let (done, beside) = fill(beside.map_err(|e| unwritable(&e))?, content, unwritable)?;
    // Otherwise a power cut may leave an empty file in the place of the one that was there.
    let synced = beside.as_file().sync_all();
    synced.map_err(|e| unwritable(&e))?;
    beside.persist(target).map_err(|e| unwritable(&e.error))?;
    Ok(done)
}

fn fill<T, F: Write>(
    file: F,
    content: impl FnOnce(&mut dyn Write) -> Result<T, Failure>,
    unwritable: impl Fn(&io::Error) -> Failure,
) -> Result<(T, F), Failure> {
    let mut buffer = BufWriter::new(file);
    let done = content(&mut buffer)?;
    let file = buffer.into_inner().map_err(|e| unwritable(e.error()))?;
    Ok((done, file))
}

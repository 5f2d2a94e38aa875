//! The store's files: readable by their owner only, still the same ones, and a warning when they lie on a network file
//! system.
//!
//! The one place with file modes and file identities. Called when a store is opened, written or copied.

use std::ffi::OsString;
use std::fs::{DirBuilder, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// A file beside another: `zhiban.db` and `-wal` give `zhiban.db-wal`.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// Copies of a store beside it that a restore has kept; see [`before`].
pub(super) fn kept_beside(path: &Path) -> io::Result<Vec<PathBuf>> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    };
    let begins = before(path);
    let begins = begins.file_name().unwrap_or_default().as_encoded_bytes();
    let mut found = Vec::new();
    for entry in folder.read_dir()? {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(begins) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// How the names of such copies begin.
pub(super) fn before(path: &Path) -> PathBuf {
    beside(path, ".before-")
}

/// Makes an empty file 0600 if there is none, and its folder 0700 if there is none; an existing file loses what rights
/// others had on it. `SQLite` gives its `-wal` and `-shm` the rights of the file itself.
pub(super) fn claim(path: &Path) -> io::Result<()> {
    if let Some(parent) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
        folder(parent)?;
    }
    match fresh(path) {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
            close_to_others(path);
            Ok(())
        }
        made => made,
    }
}

/// Makes a folder 0700 where there is none.
pub(super) fn folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes the names of a folder's files last: without it a power cut may undo a rename that was told of. A file system that
/// syncs no folders keeps its names itself.
pub(super) fn sync_folder_of(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let folder = path.parent().filter(|f| !f.as_os_str().is_empty());
        let synced = std::fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all();
        match synced.map_err(|e| (e.kind(), e)) {
            Err((io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported, _)) | Ok(()) => Ok(()),
            Err((_, e)) => Err(e),
        }
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        Ok(())
    }
}

/// Makes an empty file 0600 where there is none.
pub(super) fn fresh(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// Takes others' rights away. A file of somebody else stays as it is: whether it can be used shows when it is used.
fn close_to_others(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for file in ["", "-wal", "-shm"].map(|suffix| beside(path, suffix)) {
            let Ok(meta) = file.metadata() else { continue };
            let mut rights = meta.permissions();
            if rights.mode() & 0o077 != 0 {
                rights.set_mode(rights.mode() & !0o077);
                let _ = std::fs::set_permissions(&file, rights);
            }
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// Which file a path led to when it was asked: device and inode, where the system has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Identity(Option<(u64, u64)>);

impl Identity {
    /// The file a path leads to now.
    pub(super) fn of(path: &Path) -> Self {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            Self(path.metadata().ok().map(|m| (m.dev(), m.ino())))
        }
        #[cfg(not(unix))]
        {
            let _ = path;
            Self(None)
        }
    }
}

/// File systems whose locks and shared memory do not reach other machines.
const NETWORK: [&str; 14] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "ceph",
    "glusterfs",
    "lustre",
    "fuse.sshfs",
    "fuse.glusterfs",
    "fuse.rclone",
    "davfs",
];

/// The network file system a path lies on, where the system lists its mounts.
pub(super) fn network_file_system(path: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mounts").ok()?;
    let path = path.canonicalize().ok()?;
    mounts
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(' ').skip(1);
            let at = PathBuf::from(fields.next()?.replace("\\040", " "));
            Some((at, fields.next()?))
        })
        .filter(|(at, _)| path.starts_with(at))
        // The deepest mount holds the file; of two on one folder the later.
        .max_by_key(|(at, _)| at.components().count())
        .map(|(_, kind)| kind)
        .filter(|kind| NETWORK.contains(kind))
        .map(str::to_owned)
}

//! Folders and files that only their owner may read: they hold customers' words, password hashes and keys.

use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io::Result;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// Creates a folder, and those above it, where they are missing. One that is there stays as its owner wants it.
pub(super) fn create_private(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    fs::set_permissions(folder, Permissions::from_mode(0o700))
}

/// Makes a new, empty file. `SQLite` takes it for a new database and gives the files beside it the same mode.
pub(super) fn create_private_file(path: &Path) -> Result<()> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map(drop)
}

//! Bytes beside the database: files named after their SHA-256, and files that still arrive.
//!
//! A blob never changes, so that it can be linked into backups. It is put in place, synced and under its name, before a
//! row points at it, and removed only after no row does. Everything here blocks; callers keep it off the async threads.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Result, Write};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use sha2::{Digest as _, Sha256};

use super::copy::sync_folder;
use super::private::create_private;
use crate::clock::Timestamp;
use crate::fault::Fault;

/// Name of the folder inside the data folder and inside backups.
pub const FOLDER: &str = "files";
/// Folder inside it for files that are still arriving.
const ARRIVING: &str = "arriving";
/// Bytes read at once when a file is hashed.
const CHUNK: usize = 64 << 10;
/// Numbers the temporary copies, so that no two share a name.
static WHOLES: AtomicU64 = AtomicU64::new(0);

/// A SHA-256: the name of a blob.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// The digest of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

/// Text that is not 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADigest;

impl FromStr for Digest {
    type Err = NotADigest;

    fn from_str(text: &str) -> std::result::Result<Self, NotADigest> {
        let mut bytes = [0; 32];
        let whole = text.len() == 64 && text.bytes().all(|digit| digit.is_ascii_hexdigit());
        for (at, byte) in bytes.iter_mut().enumerate() {
            let pair = text.get(2 * at..2 * at + 2).filter(|_| whole).ok_or(NotADigest)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| NotADigest)?;
        }
        Ok(Self(bytes))
    }
}

impl ToSql for Digest {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.as_slice().into())
    }
}

impl FromSql for Digest {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        <[u8; 32]>::column_result(value).map(Self)
    }
}

/// The blobs of a data folder.
#[derive(Debug, Clone)]
pub struct Blobs {
    folder: PathBuf,
}

impl Blobs {
    /// The blobs below the data folder `data`; nothing is made before it is needed.
    #[must_use]
    pub fn new(data: &Path) -> Self {
        Self { folder: data.join(FOLDER) }
    }

    /// Path of a blob, if it exists.
    #[must_use]
    pub fn path(&self, digest: Digest) -> PathBuf {
        let name = digest.to_string();
        self.folder.join(&name[..2]).join(&name[2..])
    }

    /// Path of the file that arrives under `name`.
    #[must_use]
    pub fn arriving(&self, name: &str) -> PathBuf {
        self.folder.join(ARRIVING).join(name)
    }

    /// Begins to write a part of an arriving file at any offset. The disk allocates space as it is written.
    pub fn part(&self, name: &str, offset: u64) -> Result<Part> {
        create_private(&self.folder.join(ARRIVING))?;
        // A power cut may have taken the file, and a backup holds none: then its parts come again.
        let mut options = OpenOptions::new();
        let file = options.write(true).create(true).truncate(false).mode(0o600).open(self.arriving(name))?;
        Ok(Part { file, offset, length: 0, hash: Sha256::new() })
    }

    /// Copies a file that has arrived completely; `None` if it is gone. Whoever still writes into what
    /// arrived does not reach the copy.
    pub fn whole(&self, name: &str) -> Result<Option<Whole>> {
        let mut from = match File::open(self.arriving(name)) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            opened => opened?,
        };
        let number = WHOLES.fetch_add(1, Ordering::Relaxed);
        let path = self.arriving(&format!("whole-{number}"));
        let mut copy = fresh_file(&path)?;
        let mut whole = Whole { path, digest: Digest([0; 32]) };
        let mut hash = Sha256::new();
        let mut chunk = vec![0; CHUNK];
        loop {
            match from.read(&mut chunk)? {
                0 => break,
                read => {
                    hash.update(&chunk[..read]);
                    copy.write_all(&chunk[..read])?;
                }
            }
        }
        copy.sync_all()?;
        whole.digest = Digest(hash.finalize().into());
        Ok(Some(whole))
    }

    /// Moves a complete file to its final name. The same bytes may be there already; backups share them.
    pub fn place(&self, whole: Whole) -> Result<()> {
        let to = self.path(whole.digest);
        self.make_shard(&to)?;
        if !to.try_exists()? {
            fs::rename(&whole.path, &to)?;
        }
        drop(whole);
        self.sync_shard(&to)
    }

    /// Stores small bytes at once.
    pub fn put(&self, bytes: &[u8]) -> Result<Digest> {
        let digest = Digest::of(bytes);
        let path = self.arriving(&format!("blob-{digest}"));
        create_private(&self.folder.join(ARRIVING))?;
        let mut file = fresh_file(&path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        let to = self.path(digest);
        self.make_shard(&to)?;
        fs::rename(&path, &to)?;
        self.sync_shard(&to)?;
        Ok(digest)
    }

    fn make_shard(&self, blob: &Path) -> Result<()> {
        create_private(blob.parent().unwrap_or(&self.folder))
    }

    fn sync_shard(&self, blob: &Path) -> Result<()> {
        sync_folder(blob.parent().unwrap_or(&self.folder))?;
        sync_folder(&self.folder)
    }

    /// Removes a blob; one that is gone already is no failure.
    pub fn remove(&self, digest: Digest) -> Result<()> {
        remove_if_there(&self.path(digest))
    }

    /// Removes a file that has its place, or that will not arrive any more.
    pub fn abandon(&self, name: &str) -> Result<()> {
        remove_if_there(&self.arriving(name))
    }

    /// Names of files that began to arrive before `time`.
    pub fn arriving_since(&self, time: SystemTime) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for path in entries(&self.folder.join(ARRIVING))? {
            if fs::metadata(&path)?.modified()? < time
                && let Some(name) = path.file_name().and_then(|name| name.to_str())
            {
                names.push(name.to_owned());
            }
        }
        Ok(names)
    }

    /// Blobs on the shard `number` that were put there, or brought back, before `time`.
    pub fn shard(&self, number: u8, time: SystemTime) -> Result<Vec<Digest>> {
        let first = format!("{number:02x}");
        let mut found = Vec::new();
        for path in entries(&self.folder.join(&first))? {
            let rest = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if let Ok(digest) = format!("{first}{rest}").parse()
                && fs::metadata(&path)?.modified()? < time
            {
                found.push(digest);
            }
        }
        Ok(found)
    }
}

/// A part of a file that arrives, as it is written.
#[derive(Debug)]
pub struct Part {
    file: File,
    offset: u64,
    /// Bytes written so far.
    pub length: u64,
    hash: Sha256,
}

impl Part {
    /// Writes what comes next.
    pub fn append(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all_at(bytes, self.offset + self.length)?;
        self.hash.update(bytes);
        self.length += bytes.len() as u64;
        Ok(())
    }

    /// Syncs what was written; its digest.
    pub fn finish(self) -> Result<Digest> {
        self.file.sync_data()?;
        Ok(Digest(self.hash.finalize().into()))
    }
}

/// A file that has arrived, in a copy that nobody else has open: what is stored is exactly what was hashed and checked. Removed
/// when dropped unless it was placed.
#[derive(Debug)]
pub struct Whole {
    /// Path of the temporary copy.
    pub path: PathBuf,
    /// SHA-256 of its bytes.
    pub digest: Digest,
}

impl Drop for Whole {
    fn drop(&mut self) {
        // If this fails it is swept later.
        drop(fs::remove_file(&self.path));
    }
}

/// Gives every blob of the data folder or backup `from` to `to`: linked where one disk holds both, else copied and synced.
/// What `to` has already stays; how many came.
pub fn share(from: &Path, to: &Path) -> Result<u64> {
    let (from, to) = (from.join(FOLDER), to.join(FOLDER));
    let mut came = 0;
    must_be(&from, fs::Metadata::is_dir, "folder")?;
    for shard in entries(&from)?.into_iter().filter(|path| !path.ends_with(ARRIVING)) {
        must_be(&shard, fs::Metadata::is_dir, "folder")?;
        let target = to.join(shard.file_name().unwrap_or_default());
        create_private(&target)?;
        for blob in entries(&shard)? {
            must_be(&blob, fs::Metadata::is_file, "file")?;
            came += u64::from(give(&blob, &target.join(blob.file_name().unwrap_or_default()))?);
        }
        sync_folder(&target)?;
    }
    if came > 0 {
        sync_folder(&to)?;
    }
    Ok(came)
}

/// A backup may come from anywhere: nothing in it may lead out of it. What is gone since it was listed is not looked at.
fn must_be(path: &Path, is: fn(&fs::Metadata) -> bool, kind: &str) -> Result<()> {
    match fs::symlink_metadata(path) {
        Ok(found) if !is(&found) => {
            let message =
                format!("{} is not a plain {kind}; nothing else is taken from a backup", path.display());
            Err(std::io::Error::new(ErrorKind::InvalidData, message))
        }
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Counts every blob as put there now, so that those without a row stay for a while.
pub fn touch(data: &Path, now: Timestamp) -> Result<()> {
    let now = UNIX_EPOCH + Duration::from_millis(u64::try_from(now.0).unwrap_or(0));
    for shard in entries(&data.join(FOLDER))?.into_iter().filter(|path| !path.ends_with(ARRIVING)) {
        for blob in entries(&shard)? {
            OpenOptions::new().write(true).open(blob)?.set_modified(now)?;
        }
    }
    Ok(())
}

fn give(blob: &Path, target: &Path) -> Result<bool> {
    match fs::hard_link(blob, target) {
        Ok(()) => return Ok(true),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(false),
        // Removed since the folder was read: no row points at it any more.
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(_) => {}
    }
    let half = target.with_extension("half");
    remove_if_there(&half)?;
    let copied = new_file(&half).and_then(|mut copy| {
        std::io::copy(&mut File::open(blob)?, &mut copy)?;
        copy.sync_all()
    });
    if let Err(error) = copied {
        remove_if_there(&half)?;
        return if error.kind() == ErrorKind::NotFound { Ok(false) } else { Err(error) };
    }
    fs::rename(&half, target)?;
    Ok(true)
}

/// What a failing disk means for whoever wanted to store something.
#[must_use]
pub fn fault(error: &std::io::Error) -> Fault {
    tracing::error!(%error, "a file could not be stored or read");
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Fault::unavailable("storage_full"),
        _ => Fault::unavailable("storage_unavailable"),
    }
}

fn new_file(path: &Path) -> Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// A new file in place of one that a crash left.
fn fresh_file(path: &Path) -> Result<File> {
    match new_file(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            fs::remove_file(path)?;
            new_file(path)
        }
        made => made,
    }
}

fn remove_if_there(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Entries of a folder; empty if there is no folder.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        found => found?.map(|entry| Ok(entry?.path())).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_have_one_spelling() {
        let digest = Digest::of(b"");
        let text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(digest.to_string(), text);
        assert_eq!(text.parse(), Ok(digest));
        for wrong in
            ["", "e3", &text[1..], &format!("{text}0"), &text.replace('e', "é"), &text.replace('e', "+")]
        {
            assert_eq!(wrong.parse::<Digest>(), Err(NotADigest), "{wrong}");
        }
    }

    #[test]
    fn a_file_arrives_in_any_order_and_lies_under_its_digest() {
        let folder = tempfile::tempdir().expect("a folder");
        let blobs = Blobs::new(folder.path());
        for (offset, bytes) in [(3, b"def"), (0, b"abc")] {
            let mut part = blobs.part("u_1", offset).expect("open");
            part.append(&bytes[..1]).and_then(|()| part.append(&bytes[1..])).expect("written");
            assert_eq!((part.length, part.finish().expect("synced")), (3, Digest::of(bytes)));
        }
        let digest = Digest::of(b"abcdef");
        for _ in 0..2 {
            let whole = blobs.whole("u_1").expect("readable").expect("there");
            assert_eq!(whole.digest, digest);
            blobs.place(whole).expect("placed");
            assert_eq!(fs::read(blobs.path(digest)).expect("there"), b"abcdef");
        }
        drop(blobs.whole("u_1").expect("readable"));
        let left = entries(&folder.path().join(FOLDER).join(ARRIVING)).expect("readable");
        assert_eq!(left, [blobs.arriving("u_1")]);
        assert!(blobs.part("../u_1/x", 1).is_err());
        assert!(blobs.whole("u_2").expect("readable").is_none());
        assert_eq!(blobs.put(b"abcdef").expect("the same bytes again"), digest);
        blobs.remove(digest).expect("removed");
        blobs.remove(digest).expect("gone already");
        assert!(!blobs.path(digest).exists());
    }

    #[test]
    fn backups_share_blobs_and_leave_out_what_is_not_whole() {
        let (desk, copy) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let blobs = Blobs::new(desk.path());
        let digest = blobs.put(b"tea").expect("stored");
        blobs.part("u_1", 3).expect("open");
        assert_eq!(share(desk.path(), copy.path()).expect("shared"), 1);
        assert_eq!(share(desk.path(), copy.path()).expect("shared"), 0);
        blobs.remove(digest).expect("removed");
        let kept = Blobs::new(copy.path());
        assert_eq!(fs::read(kept.path(digest)).expect("kept"), b"tea");
        assert!(!kept.arriving("u_1").exists());
    }

    #[test]
    fn nothing_in_a_backup_leads_out_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let secret = folder.path().join("secret");
        fs::write(&secret, b"not yours").unwrap();
        let shard = |name: &str| folder.path().join(name).join(FOLDER).join("e3");
        for (name, link) in [
            ("file", &|at: &Path| std::os::unix::fs::symlink(&secret, at.join("e3b0")) as Result<()>),
            ("shard", &|at: &Path| std::os::unix::fs::symlink(folder.path(), at.join("../aa"))),
        ] as [(&str, &dyn Fn(&Path) -> Result<()>); 2]
        {
            fs::create_dir_all(shard(name)).unwrap();
            fs::write(shard(name).join("plain"), b"").unwrap();
            link(&shard(name)).unwrap();
            let target = folder.path().join("desk");
            fs::create_dir_all(target.join(FOLDER)).unwrap();
            let refused = share(&folder.path().join(name), &target).unwrap_err();
            assert!(refused.to_string().contains("is not a plain"), "{refused}");
        }
        assert_eq!(fs::read(&secret).unwrap(), b"not yours");
    }
}

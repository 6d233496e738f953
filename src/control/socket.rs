//! The socket's file: private from its first moment, and reachable however long the data folder's path is.

use std::fs::{self, File, Permissions};
use std::io::{Error, ErrorKind, Result};
use std::os::fd::AsRawFd;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixListener as StdListener;
use std::path::{Path, PathBuf};

use rustix::io::FdFlags;
use rustix::net::{AddressFamily, SocketAddrUnix, SocketType};
use tokio::net::{UnixListener, UnixStream};

use super::FILE_NAME;

/// Longest path taken as it is, in bytes. The kernel has room for 107 on Linux and 103 elsewhere (`unix(7)`).
const PATH_BYTES: usize = 100;

/// Peers that may wait to be accepted.
const BACKLOG: i32 = 64;

/// Listens in `folder`, whose lock the caller holds: a socket found there belongs to nobody any more.
pub(super) fn listen(folder: &Path) -> Result<UnixListener> {
    let file = folder.join(FILE_NAME);
    match fs::remove_file(&file) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let socket = rustix::net::socket(AddressFamily::UNIX, SocketType::STREAM, None)?;
    rustix::io::fcntl_setfd(&socket, FdFlags::CLOEXEC)?;
    let near = Near::new(folder)?;
    rustix::net::bind(&socket, &SocketAddrUnix::new(&near.path)?)?;
    // A bound socket that does not listen refuses everybody, so there is no moment in which it is open to others.
    fs::set_permissions(&file, Permissions::from_mode(0o600))?;
    rustix::net::listen(&socket, BACKLOG)?;
    let listener = StdListener::from(socket);
    listener.set_nonblocking(true)?;
    UnixListener::from_std(listener)
}

/// Connects to whoever listens in `folder`; `None` if nobody does.
pub(super) async fn connect(folder: &Path) -> Result<Option<UnixStream>> {
    if !folder.join(FILE_NAME).exists() {
        return Ok(None);
    }
    let near = Near::new(folder)?;
    match UnixStream::connect(&near.path).await {
        Ok(stream) => Ok(Some(stream)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::ConnectionRefused) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A path to the socket that is short enough for the kernel.
struct Near {
    path: PathBuf,
    /// Open while a path through `/proc/self/fd` is in use.
    _folder: Option<File>,
}

impl Near {
    fn new(folder: &Path) -> Result<Self> {
        let path = folder.join(FILE_NAME);
        if path.as_os_str().len() <= PATH_BYTES {
            return Ok(Self { path, _folder: None });
        }
        let open = File::open(folder)?;
        let through = PathBuf::from(format!("/proc/self/fd/{}", open.as_raw_fd()));
        if !through.is_dir() {
            let message = format!(
                "the path {} is too long for a Unix socket ({PATH_BYTES} bytes); use a data folder with a shorter path",
                path.display()
            );
            return Err(Error::new(ErrorKind::InvalidInput, message));
        }
        Ok(Self { path: through.join(FILE_NAME), _folder: Some(open) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_its_owner_may_connect_and_a_stale_file_does_not_matter() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(connect(folder.path()).await.expect("no error").is_none(), "there is no socket");
        let first = listen(folder.path()).expect("listens");
        let mode = fs::metadata(folder.path().join(FILE_NAME)).expect("the socket").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert!(connect(folder.path()).await.expect("no error").is_some());
        drop(first);
        assert!(
            connect(folder.path()).await.expect("no error").is_none(),
            "nobody listens at the stale file"
        );
        let _second = listen(folder.path()).expect("takes the stale file's place");
        assert!(connect(folder.path()).await.expect("no error").is_some());
    }

    #[tokio::test]
    async fn a_long_path_is_reached_through_the_open_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let long = folder.path().join("d".repeat(120)).join("e".repeat(120));
        fs::create_dir_all(&long).expect("a deep folder");
        let _listener = listen(&long).expect("listens");
        assert!(connect(&long).await.expect("no error").is_some());
        let mode = fs::metadata(long.join(FILE_NAME)).expect("the socket").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

//! What becomes of a data folder when it is opened: held once, readable by its owner alone, and left as it is if it is not ours.

use std::path::Path;

use rusqlite::Connection;
use servicedesk::clock::{HandClock, Timestamp};
use servicedesk::entropy::SeededEntropy;
use servicedesk::storage::follower::Followers;
use servicedesk::storage::lock::LockError;
use servicedesk::storage::{self, DATABASE_FILE, Limits, OpenError};

use super::{open_with, store};

#[tokio::test]
async fn the_epoch_stays_until_a_restore() {
    let first = store();
    let (epoch, keys) = (first.db.meta().log_epoch.clone(), first.db.meta().token_key);
    assert_eq!(epoch.len(), 16);
    let folder = first.close();
    let (db, thread) = open_with(folder.path(), Limits::default(), false).expect("opens again");
    assert_eq!((&db.meta().log_epoch, db.meta().token_key), (&epoch, keys));
    drop(db);
    thread.join().expect("the writer ends well");
    // Other random bytes than those of the first opening.
    let clock = HandClock::starting_at(Timestamp(1_772_353_900_000));
    let entropy = SeededEntropy::shared(99);
    let (db, _thread) =
        storage::open(folder.path(), Limits::default(), clock, &entropy, true, Followers::default())
            .expect("opens");
    assert_ne!(db.meta().log_epoch, epoch);
    assert_eq!(db.meta().token_key, keys, "sessions outlive a restore");
}

#[test]
fn a_folder_is_open_once() {
    let first = store();
    let second = open_with(first.folder.path(), Limits::default(), false);
    let error = second.expect_err("the folder is held");
    assert!(matches!(error, OpenError::Lock(LockError::Held(_))), "{error}");
    assert!(error.to_string().ends_with("is in use by a running servicedesk"), "{error}");
    let folder = first.close();
    assert!(open_with(folder.path(), Limits::default(), false).is_ok());
}

/// Opens what lies in `folder` and demands that it is refused and left as it is, byte by byte.
fn refused(folder: &Path) -> OpenError {
    let file = folder.join(DATABASE_FILE);
    let before = std::fs::read(&file).expect("the file");
    let error = open_with(folder, Limits::default(), false).expect_err("refused");
    assert!(std::fs::read(&file).expect("the file") == before, "the file is untouched");
    error
}

#[test]
fn a_newer_database_is_refused_and_left_alone() {
    let folder = store().close();
    #[expect(clippy::disallowed_methods, reason = "plays a newer version")]
    let newer = Connection::open(folder.path().join(DATABASE_FILE)).expect("opens");
    newer.pragma_update(None, "user_version", 99).expect("writes");
    newer.close().expect("closes");
    let error = refused(folder.path());
    assert!(matches!(error, OpenError::Newer { found: 99, .. }), "{error}");
    assert!(error.to_string().contains("install the newer version again"), "{error}");
}

#[test]
fn a_foreign_file_is_refused_and_left_alone() {
    for make in [
        |conn: &Connection| conn.execute_batch("CREATE TABLE t (a); INSERT INTO t VALUES (1)"),
        |conn: &Connection| conn.execute_batch("PRAGMA user_version = 2; CREATE TABLE settings (a)"),
        |conn: &Connection| conn.execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (a)"),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        #[expect(clippy::disallowed_methods, reason = "plays another program")]
        let foreign = Connection::open(folder.path().join(DATABASE_FILE)).expect("opens");
        make(&foreign).expect("writes");
        foreign.close().expect("closes");
        let error = refused(folder.path());
        assert!(matches!(error, OpenError::Foreign), "{error:?}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join(DATABASE_FILE), "not a database at all, ".repeat(400)).expect("writes");
    assert!(matches!(refused(folder.path()), OpenError::Foreign));
}

#[test]
fn only_the_owner_may_read_a_new_folder() {
    use std::os::unix::fs::PermissionsExt;
    let above = tempfile::tempdir().expect("a folder");
    let folder = above.path().join("desk");
    let (db, thread) = open_with(&folder, Limits::default(), false).expect("a new database");
    let mode = |path: &Path| std::fs::metadata(path).expect("is there").permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for name in ["", "-wal", "-shm"] {
        assert_eq!(mode(&folder.join(format!("{DATABASE_FILE}{name}"))), 0o600, "{name}");
    }
    drop(db);
    thread.join().expect("the writer ends well");
}

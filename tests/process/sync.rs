//! A disk that can be watched, slowed and broken: every sync of a desk goes through a library loaded before the system's.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The library's file, and the files through which it is told and tells.
#[derive(Debug, Clone)]
pub struct Disk {
    library: String,
    log: PathBuf,
    flag: PathBuf,
}

impl Disk {
    /// Compiles the library into `folder`.
    pub fn new(folder: &Path) -> Self {
        let library = folder.join("slow_sync.so");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/slow_sync.c");
        let built = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o"])
            .arg(&library)
            .args([source, "-ldl"])
            .status()
            .expect("a C compiler; building servicedesk needs one, too");
        assert!(built.success());
        let library = library.to_str().expect("UTF-8").to_owned();
        Self { library, log: folder.join("syncs"), flag: folder.join("syncs-fail") }
    }

    /// What a desk on this disk must find in its environment; each sync takes `ms` at least.
    pub fn variables<'a>(&'a self, ms: &'a str) -> [(&'a str, &'a str); 4] {
        let text = |path: &'a Path| path.to_str().expect("UTF-8");
        [
            ("LD_PRELOAD", &self.library),
            ("SYNC_LOG", text(&self.log)),
            ("SYNC_FAILS", text(&self.flag)),
            ("SYNC_MS", ms),
        ]
    }

    /// How often the write-ahead log was synced so far: once for each commit.
    pub fn commits_synced(&self) -> usize {
        let log = std::fs::read_to_string(&self.log).unwrap_or_default();
        log.lines().filter(|name| *name == "desk.sqlite-wal").count()
    }

    /// Lets every sync fail.
    pub fn fail(&self) {
        std::fs::write(&self.flag, "").expect("writes");
    }

    /// Lets syncs succeed again.
    pub fn mend(&self) {
        std::fs::remove_file(&self.flag).expect("it failed before");
    }
}

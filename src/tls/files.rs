//! Certificates that somebody else renews: two files, read at the start, on SIGHUP, and when they changed.
//!
//! Files are looked at, not watched by the system: it costs nothing, and works with every way in which tools replace them. A
//! pair that does not fit (one file is new, the other not yet) leaves the old certificate in place.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;

use super::Resolver;
use super::pem::{self, TlsError};
use super::validity::Validity;
use crate::clock::SharedClock;
use crate::config::Tls as Settings;

/// Between two looks at the files.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// Days before its end from which the log warns of a certificate at each reading.
pub(crate) const WARN_DAYS: i64 = 14;

/// What tells two states of a file apart: when and how long it was written, and which file it is.
type Stamp = Option<(i64, i64, u64, u64)>;

/// The two files.
#[derive(Debug)]
pub(super) struct Files {
    certificate: PathBuf,
    private_key: PathBuf,
    clock: SharedClock,
    resolver: Arc<Resolver>,
}

impl Files {
    pub(super) fn new(settings: &Settings, clock: SharedClock, resolver: Arc<Resolver>) -> Self {
        Self {
            certificate: settings.certificate.clone(),
            private_key: settings.private_key.clone(),
            clock,
            resolver,
        }
    }

    /// Reads the files and shows what is in them.
    pub(super) fn load(&self) -> Result<(), TlsError> {
        let loaded = pem::from_files(&self.certificate, &self.private_key)?;
        self.resolver.show(loaded.certificate);
        self.tell(loaded.validity);
        Ok(())
    }

    fn tell(&self, validity: Validity) {
        let (until, days) = (validity.until, validity.days_left(self.clock.now()));
        if days < 0 {
            tracing::warn!(%until, "the certificate has ended; browsers refuse it");
        } else if days < WARN_DAYS {
            tracing::warn!(%until, days, "the certificate ends soon");
        } else {
            tracing::info!(%until, "https shows the certificate of tls.certificate");
        }
    }

    fn stamps(&self) -> [Stamp; 2] {
        [stamp(&self.certificate), stamp(&self.private_key)]
    }

    /// Reads again when told to or when a file changed; for ever.
    pub(super) async fn watch(self, reload: &Notify) {
        let mut seen = self.stamps();
        loop {
            let next_look = self.clock.tick().plus(LOOK_EVERY);
            let told = tokio::select! {
                () = reload.notified() => true,
                () = self.clock.sleep_until(next_look) => false,
            };
            let now = self.stamps();
            if !told && now == seen {
                continue;
            }
            seen = now;
            if let Err(error) = self.load() {
                let cause = std::error::Error::source(&error).map(ToString::to_string);
                tracing::error!(%error, cause, "the certificate is not read anew; the one before stays");
            }
        }
    }
}

fn stamp(path: &Path) -> Stamp {
    let file = fs::metadata(path).ok()?;
    Some((file.mtime(), file.mtime_nsec(), file.size(), file.ino()))
}

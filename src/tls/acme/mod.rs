//! Certificates that the desk gets and renews itself (ACME, RFC 8555), proving each name on its own https listener
//! (TLS-ALPN-01, RFC 8737).
//!
//! A failing authority never stops the desk: what it has is shown, http goes on, and the next try comes later each time.

mod http;
mod kept;
mod order;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use tokio_rustls::rustls::RootCertStore;

use super::Resolver;
use super::pem::{self, Loaded, TlsError};
use super::validity::Validity;
use crate::clock::{SharedClock, Timestamp};
use crate::config::Tls as Settings;

/// Longest time that one certificate may take, all waiting included.
const PATIENCE: Duration = Duration::from_mins(5);

/// Wait after a first failure, doubled with each further one: five tries in the first hour, which is what Let's Encrypt
/// allows for a name.
const FIRST_WAIT: Duration = Duration::from_mins(2);

/// Longest wait after a failure.
const LONGEST_WAIT: Duration = Duration::from_hours(6);

/// Between two looks at the calendar; the wall clock may be set meanwhile.
const LOOK_EVERY: Duration = Duration::from_hours(1);

/// One desk's dealings with its authority.
#[derive(Debug)]
pub(super) struct Acme {
    domains: Vec<String>,
    contact: Option<String>,
    directory: String,
    roots: Arc<RootCertStore>,
    folder: PathBuf,
    clock: SharedClock,
    resolver: Arc<Resolver>,
}

/// The certificate in the data folder, if it is of these settings.
pub(super) fn kept(settings: &Settings, data: &Path) -> Option<Loaded> {
    kept::certificate(&data.join(kept::FOLDER), settings.acme_directory.url(), &names(settings))
}

fn names(settings: &Settings) -> Vec<String> {
    settings.acme_domains.iter().map(|domain| domain.name().to_owned()).collect()
}

impl Acme {
    pub(super) fn new(
        settings: &Settings,
        data: &Path,
        clock: SharedClock,
        resolver: Arc<Resolver>,
    ) -> Result<Self, TlsError> {
        Ok(Self {
            domains: names(settings),
            contact: settings.acme_contact.email().map(|email| format!("mailto:{email}")),
            directory: settings.acme_directory.url().to_owned(),
            roots: Arc::new(pem::roots("tls.acme_roots", &settings.acme_roots)?),
            folder: data.join(kept::FOLDER),
            clock,
            resolver,
        })
    }

    /// Shows the certificate that is kept and gets a new one whenever it is time; for ever.
    pub(super) async fn renew(self) {
        let mut validity = None;
        if let Some(loaded) = kept::certificate(&self.folder, &self.directory, &self.domains) {
            validity = Some(self.show(loaded));
        }
        let mut failures = 0;
        loop {
            if self.is_due(validity) {
                match self.get().await {
                    Ok(loaded) => {
                        failures = 0;
                        validity = Some(self.show(loaded));
                    }
                    Err(error) => {
                        let wait = wait_after(failures);
                        failures += 1;
                        self.tell(&error, wait);
                        self.sleep(wait).await;
                        continue;
                    }
                }
            }
            self.sleep(LOOK_EVERY).await;
        }
    }

    fn is_due(&self, validity: Option<Validity>) -> bool {
        validity.is_none_or(|validity| validity.renew_at() <= self.clock.now())
    }

    /// One certificate from the authority, kept in the data folder.
    async fn get(&self) -> anyhow::Result<Loaded> {
        tracing::info!(authority = %self.directory, "asking for a certificate");
        let got = tokio::time::timeout(PATIENCE, order::certificate(self)).await;
        self.resolver.end_proofs();
        let text = got.map_err(|_| anyhow::anyhow!("no certificate within {} s", PATIENCE.as_secs()))??;
        let loaded = pem::from_text(text.as_bytes())
            .ok_or_else(|| anyhow::anyhow!("the authority sent something that is no certificate"))?;
        kept::keep_certificate(&self.folder, &self.directory, &self.domains, &text)?;
        Ok(loaded)
    }

    fn show(&self, loaded: Loaded) -> Validity {
        let (until, renewed_at) = (loaded.validity.until, loaded.validity.renew_at());
        self.resolver.show(loaded.certificate);
        tracing::info!(%until, %renewed_at, "https shows a certificate of the authority");
        loaded.validity
    }

    fn tell(&self, error: &anyhow::Error, wait: Duration) {
        let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
        let next_try_at: Timestamp = self.clock.now().plus(wait);
        let shown = if self.resolver.has_certificate() { "the one before" } else { "none; http goes on" };
        tracing::error!(
            authority = %self.directory,
            cause = causes.join(": "),
            shown,
            %next_try_at,
            "no certificate from the authority; doctor and docs/operations.md say what it needs"
        );
    }

    async fn sleep(&self, time: Duration) {
        self.clock.sleep_until(self.clock.tick().plus(time)).await;
    }
}

fn wait_after(failures: u32) -> Duration {
    FIRST_WAIT.saturating_mul(2_u32.saturating_pow(failures)).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end_at_six_hours() {
        let minutes: Vec<u64> = (0..9).map(|failures| wait_after(failures).as_secs() / 60).collect();
        assert_eq!(minutes, [2, 4, 8, 16, 32, 64, 128, 256, 360]);
        assert_eq!(wait_after(u32::MAX), LONGEST_WAIT);
    }
}

//! The certificate that https shows: whether there is one, and how long it holds.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::finding::{Finding, chain};
use crate::clock::Timestamp;
use crate::config::Config;
use crate::tls;

/// Days before its end from which a certificate that others renew is warned of.
const SOON_DAYS: i64 = 14;

/// Looks at what a start would show; nothing where https is off.
pub(super) fn check(now: Timestamp, data: &Path, config: &Config) -> Option<Finding> {
    const ABOUT: &str = "certificate";
    config.tls.listen.address()?;
    let is_own = !config.tls.acme_domains.is_empty();
    let advice = if is_own {
        "let port 443 of each name in tls.acme_domains reach tls.listen, and read the desk's log"
    } else {
        "renew the files of tls.certificate and tls.private_key; the desk reads them anew by itself"
    };
    Some(match tls::check(&config.tls, data) {
        Err(error) => Finding::fail(ABOUT, chain(&error), "mend the file, or the setting that names it"),
        Ok(None) => Finding::warn(ABOUT, "there is none yet; the desk answers by http", advice),
        Ok(Some(validity)) => {
            let (until, days) = (validity.until, validity.days_left(now));
            let late = if is_own { validity.renew_at() < now.minus(ONE_DAY) } else { days < SOON_DAYS };
            if days < 0 {
                Finding::fail(ABOUT, format!("ended on {until}"), advice)
            } else if now < validity.from {
                Finding::fail(ABOUT, format!("holds from {}, which is to come", validity.from), advice)
            } else if late {
                Finding::warn(ABOUT, format!("ends on {until}, in {days} days"), advice)
            } else {
                Finding::ok(ABOUT, format!("holds until {until}, {days} days"))
            }
        }
    })
}

/// Whether others on this machine can read the key; nothing where they cannot, or where the desk keeps its own.
pub(super) fn key(config: &Config) -> Option<Finding> {
    const OTHERS: u32 = 0o007;
    config.tls.listen.address()?;
    let file = &config.tls.private_key;
    let mode = file.metadata().ok()?.permissions().mode() & 0o777;
    (config.tls.acme_domains.is_empty() && mode & OTHERS != 0).then(|| {
        let text = format!("everybody on this machine can read {} (mode {mode:o})", file.display());
        Finding::warn("key", text, format!("chmod o-rwx {}", file.display()))
    })
}

/// A renewal may fail for a day without anybody having to know.
const ONE_DAY: std::time::Duration = std::time::Duration::from_hours(24);

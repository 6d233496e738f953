//! What the machine gives: time and file descriptors.

use std::path::Path;

use rustix::process::{Resource, getrlimit};

use super::finding::Finding;
use crate::clock::Timestamp;
use crate::config::Config;
use crate::control::Status;
use crate::storage::{DATABASE_FILE, event_log, pragmas};

/// No desk is older than this version's first release; a clock before it was never set.
const EARLIEST: Timestamp = Timestamp(1_761_955_200_000);

/// Seconds by which the newest event may lie ahead: clocks are corrected by small steps all the time.
const AHEAD_SECONDS: i64 = 5;

/// Descriptors for everything that is no connection.
const BESIDE: u64 = 256;

/// Whether time moves forward and is set at all.
pub(super) fn clock(now: Timestamp, data: &Path) -> Finding {
    const ABOUT: &str = "clock";
    let advice = "set the clock and keep it set (systemd-timesyncd, chrony)";
    if now < EARLIEST {
        return Finding::fail(ABOUT, format!("says {now}, which has long passed"), advice);
    }
    let file = data.join(DATABASE_FILE);
    let newest = if file.exists() {
        pragmas::open_to_inspect(&file).and_then(|conn| event_log::newest_at(&conn)).ok().flatten()
    } else {
        None
    };
    match newest.map(|newest| (newest.0 - now.0) / 1_000) {
        Some(ahead) if ahead > AHEAD_SECONDS => Finding::fail(
            ABOUT,
            format!("says {now}, {ahead} s before the newest event of this desk"),
            advice,
        ),
        _ => Finding::ok(ABOUT, now),
    }
}

/// Whether everybody's word about addresses is taken; nothing where it is not.
pub(super) fn proxies(config: &Config) -> Option<Finding> {
    let wide = config.server.wide_proxies()?;
    Some(Finding::warn("proxies", wide, "name the proxy's own address in server.trusted_proxies"))
}

/// Whether as many connections can be held as are configured.
pub(super) fn descriptors(status: Option<&Status>, config: &Config) -> Finding {
    const ABOUT: &str = "descriptors";
    let wanted = config.server.descriptors() + BESIDE;
    // A desk raises its own limit as far as it may.
    let granted = status.map_or_else(|| getrlimit(Resource::Nofile).maximum, |status| status.descriptors);
    match granted {
        Some(granted) if granted < wanted => Finding::warn(
            ABOUT,
            format!("{granted} files may be open, {wanted} are needed for server.max_connections"),
            "raise the limit (LimitNOFILE= in a systemd unit, `ulimit -Hn`), or lower server.max_connections",
        ),
        Some(granted) => Finding::ok(ABOUT, format!("{granted} files may be open, {wanted} are needed")),
        None => Finding::ok(ABOUT, "without limit"),
    }
}

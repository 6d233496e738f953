//! The data folder: who may read it, the room around it, and the database in it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::finding::{Finding, chain};
use super::{search, views};
use crate::config::Config;
use crate::domain::clocks;
use crate::domain::clocks::policy::{Policy, name_of};
use crate::flows::routing::rules::{RuleSet, rule_set};
use crate::storage::{DATABASE_FILE, backup, event_log, follower, meta, migrate, pragmas};

/// Looks at the folder and all that is in it.
pub(super) fn check(data: &Path, config: &Config) -> Vec<Finding> {
    if !data.is_dir() {
        let text = format!("{} does not exist", data.display());
        return vec![Finding::fail(
            "data folder",
            text,
            "name it with --data; `servicedesk serve` makes a new one",
        )];
    }
    let mut findings = vec![private(data), disk(data, config)];
    if data.join(DATABASE_FILE).exists() {
        findings.push(database(&data.join(DATABASE_FILE)));
        findings.extend(followers(&data.join(DATABASE_FILE)));
        findings.extend(search::check(&data.join(DATABASE_FILE), config));
        findings.extend(views::check(&data.join(DATABASE_FILE)));
        findings.extend(policies(&data.join(DATABASE_FILE)));
        findings.extend(rules(&data.join(DATABASE_FILE)));
    } else {
        findings.push(Finding::ok("database", "is not there yet; `servicedesk serve` makes it"));
    }
    findings
}

/// The folder holds customers' words and keys: only its owner may look inside.
fn private(data: &Path) -> Finding {
    const ABOUT: &str = "data folder";
    let mode = fs::metadata(data).map(|folder| folder.permissions().mode() & 0o777);
    match mode {
        Ok(0o700 | 0o500) => Finding::ok(ABOUT, format!("{} is its owner's alone", data.display())),
        Ok(mode) => Finding::warn(
            ABOUT,
            format!("{} is open to other users of this machine (mode {mode:03o})", data.display()),
            format!("chmod 700 {}", data.display()),
        ),
        Err(error) => Finding::fail(ABOUT, error, "run doctor as the user who runs the desk"),
    }
}

/// A backup or an upgrade needs as much room again as the database has.
fn disk(data: &Path, config: &Config) -> Finding {
    const ABOUT: &str = "disk";
    const MIB: u64 = 1 << 20;
    let free = match rustix::fs::statvfs(data) {
        Ok(stat) => stat.f_bavail.saturating_mul(stat.f_frsize),
        Err(error) => return Finding::fail(ABOUT, error, "look whether the disk is mounted"),
    };
    let keep = config.storage.disk_free_min.bytes();
    let database = fs::metadata(data.join(DATABASE_FILE)).map_or(0, |file| file.len());
    let text = format!("{} MiB free", free / MIB);
    if free < keep {
        let advice = format!(
            "make room: below storage.disk_free_min ({} MiB) the desk is not ready, and full it stores nothing",
            keep / MIB
        );
        Finding::fail(ABOUT, text, advice)
    } else if free < keep + database {
        let advice =
            format!("make room: the database has {} MiB, and an upgrade copies it first", database / MIB);
        Finding::warn(ABOUT, text, advice)
    } else {
        Finding::ok(ABOUT, text)
    }
}

fn database(file: &Path) -> Finding {
    const ABOUT: &str = "database";
    let restore = "stop the desk and restore the newest good backup";
    let version = pragmas::open_to_inspect(file).map_err(Into::into).and_then(|conn| migrate::check(&conn));
    let version = match version {
        Ok(version) => version,
        Err(error) => return Finding::fail(ABOUT, chain(&error), restore),
    };
    if let Err(error) = backup::check_integrity(file) {
        return Finding::fail(ABOUT, chain(&error), restore);
    }
    if version < migrate::newest() {
        let text = format!("is whole; schema {version} becomes {} at the next start", migrate::newest());
        return Finding::ok(ABOUT, text);
    }
    Finding::ok(ABOUT, format!("is whole, schema {version}"))
}

/// How far the readers of the log are behind it; `None` while there are none, or where the database cannot be read.
fn followers(file: &Path) -> Option<Finding> {
    const ABOUT: &str = "followers";
    /// Events that wait while nobody waits for them: more tells of a follower that is stuck.
    const BEHIND: i64 = 10_000;
    let read = || -> rusqlite::Result<(Vec<follower::Cursor>, Option<Vec<u8>>, i64)> {
        let conn = pragmas::open_to_inspect(file)?;
        Ok((follower::cursors(&conn)?, meta::read(&conn, "log_epoch")?, event_log::head(&conn)?))
    };
    let (cursors, epoch, head) = read().ok().filter(|(cursors, ..)| !cursors.is_empty())?;
    let lag = |cursor: &follower::Cursor| {
        let counts = epoch.as_deref() == Some(cursor.epoch.as_bytes());
        if counts { head - cursor.position } else { head }
    };
    let each: Vec<String> =
        cursors.iter().map(|cursor| format!("{} {} behind", cursor.name, lag(cursor))).collect();
    let text = format!("of {head} events: {}", each.join(", "));
    if cursors.iter().any(|cursor| lag(cursor) > BEHIND) {
        let advice = "start the desk and look again; where the number stays, its log line says what fails";
        return Some(Finding::warn(ABOUT, text, advice));
    }
    Some(Finding::ok(ABOUT, text))
}

/// Policies that can no longer be read, which promise nothing; `None` while there are none at all, or where the database cannot be read.
fn policies(file: &Path) -> Option<Finding> {
    const ABOUT: &str = "sla policies";
    let read = || -> rusqlite::Result<_> { clocks::store::policies(&pragmas::open_to_inspect(file)?) };
    let all = read().ok().filter(|all| !all.is_empty())?;
    let is_wrong = |kept: &&clocks::store::Kept| Policy::stored(&kept.document).is_none();
    let wrong: Vec<String> = all.iter().filter(is_wrong).map(|kept| name_of(&kept.document)).collect();
    if wrong.is_empty() {
        return Some(Finding::ok(ABOUT, format!("{} can be read", all.len())));
    }
    let text = format!("cannot be read and promise nothing: {}", wrong.join(", "));
    Some(Finding::warn(ABOUT, text, "write them anew in the settings of the workbench, or delete them there"))
}

/// Rules of the routing that are skipped; `None` while there are no rules, or where the database cannot be read.
fn rules(file: &Path) -> Option<Finding> {
    const ABOUT: &str = "routing rules";
    let set = pragmas::open_to_inspect(file).ok().and_then(|conn| rule_set(&conn).ok());
    let RuleSet { rules, .. } = set.filter(|set| !set.rules.is_empty())?;
    let broken: Vec<String> = rules
        .iter()
        .filter_map(|(rule, problem)| {
            problem.as_ref().map(|it| format!("“{}” ({}: {})", rule.name, it.path, it.why))
        })
        .collect();
    if broken.is_empty() {
        return Some(Finding::ok(ABOUT, format!("{} read", rules.len())));
    }
    let text = format!("{} of {} are skipped: {}", broken.len(), rules.len(), broken.join(", "));
    Some(Finding::warn(ABOUT, text, "mend them in the workbench under Settings, Routing"))
}

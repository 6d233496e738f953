//! Bringing a database of any age to the schema of this version, after a snapshot of the file.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode};
use rusqlite_migration::{M, Migrations};

use super::private::create_private;
use super::{OpenError, copy};
use crate::clock::Timestamp;

/// Marks the file as ours (`PRAGMA application_id`): the letters "sdsk".
const APPLICATION_ID: i32 = 0x7364_736b;

/// Every schema change, in order; append only.
const STEPS: &[&str] = &[
    include_str!("migrations/0001_desk.sql"),
    include_str!("migrations/0002_idempotency_keys.sql"),
    include_str!("migrations/0003_erase_journal.sql"),
    include_str!("migrations/0004_faces.sql"),
    include_str!("migrations/0005_files.sql"),
    include_str!("migrations/0006_blocks.sql"),
    include_str!("migrations/0007_mentions.sql"),
    include_str!("migrations/0008_agent_devices.sql"),
    include_str!("migrations/0009_token_expiry.sql"),
    include_str!("migrations/0010_upload_clients.sql"),
    include_str!("migrations/0011_lineage.sql"),
    include_str!("migrations/0012_label_givers.sql"),
    include_str!("migrations/0013_contact_fields.sql"),
    include_str!("migrations/0014_causes.sql"),
    include_str!("migrations/0015_imported.sql"),
    include_str!("migrations/0016_snoozes_in_log.sql"),
    include_str!("migrations/0017_followers.sql"),
    include_str!("migrations/0018_list_indexes.sql"),
    include_str!("migrations/0019_triage.sql"),
    include_str!("migrations/0020_roles.sql"),
    include_str!("migrations/0021_presence.sql"),
    include_str!("migrations/0022_routing.sql"),
    include_str!("migrations/0023_routing_rules.sql"),
    include_str!("migrations/0024_calendars.sql"),
    include_str!("migrations/0025_clocks.sql"),
    include_str!("migrations/0026_views.sql"),
    include_str!("migrations/0027_tickets.sql"),
    include_str!("migrations/0028_merges.sql"),
    include_str!("migrations/0029_search.sql"),
    include_str!("migrations/0030_imports.sql"),
    include_str!("migrations/0031_macros.sql"),
    include_str!("migrations/0032_push.sql"),
    include_str!("migrations/0033_knowledge.sql"),
    include_str!("migrations/0034_bot.sql"),
    include_str!("migrations/0035_learning.sql"),
];

/// The schema version of this build.
#[must_use]
pub fn newest() -> i32 {
    i32::try_from(STEPS.len()).unwrap_or(i32::MAX)
}

/// The schema version of the database behind `conn`; 0 for an empty file.
pub fn version(conn: &Connection) -> rusqlite::Result<i32> {
    conn.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Refuses a database of a newer version or of another program.
pub fn check(conn: &Connection) -> Result<i32, OpenError> {
    let version = version(conn).map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => OpenError::Foreign,
        _ => error.into(),
    })?;
    let application: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    // Ours is marked before its first table is made.
    if application != APPLICATION_ID && (version > 0 || has_tables(conn)?) {
        return Err(OpenError::Foreign);
    }
    if version > newest() {
        return Err(OpenError::Newer { found: version, known: newest() });
    }
    Ok(version)
}

fn has_tables(conn: &Connection) -> rusqlite::Result<bool> {
    conn.query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema)", [], |row| row.get(0))
}

/// Runs the missing migrations. A database that has data is first copied to `snapshots`; at most `kept` copies stay.
/// Returns the snapshot, if one was made.
pub fn run(
    conn: &mut Connection,
    snapshots: &Path,
    kept: usize,
    now: Timestamp,
) -> Result<Option<PathBuf>, OpenError> {
    let version = check(conn)?;
    if version == newest() {
        return Ok(None);
    }
    let snapshot = if version > 0 {
        create_private(snapshots)?;
        let stamp = now.to_string().replace([':', '.'], "-");
        let path = snapshots.join(format!("before-schema-{:04}-{stamp}.sqlite", newest()));
        copy::vacuum_into(conn, &path)?;
        prune(snapshots, kept)?;
        tracing::info!(from = version, to = newest(), snapshot = %path.display(), "upgrading the database");
        Some(path)
    } else {
        None
    };
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    Migrations::new(STEPS.iter().copied().map(M::up).collect()).to_latest(conn)?;
    Ok(snapshot)
}

/// Removes the oldest snapshots; names sort by time within one schema version.
fn prune(snapshots: &Path, kept: usize) -> std::io::Result<()> {
    let mut files: Vec<PathBuf> = fs::read_dir(snapshots)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("before-schema-"))
        })
        .collect();
    files.sort();
    let surplus = files.len().saturating_sub(kept.max(1));
    files.drain(..surplus).try_for_each(fs::remove_file)
}

//! Removes files that nothing needs: uploads that were not finished, files that no message shows, bytes that no row
//! points at.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio_util::sync::CancellationToken;

use crate::domain::files::store;
use crate::fault::Fault;
use crate::flows::Desk;
use crate::flows::files::uploads::Files;
use crate::ids::UploadId;
use crate::storage::blobs::Digest;

/// Rows handled in one transaction.
const BATCH: usize = 100;
/// Time between two sweeps.
const SWEEP_EVERY: Duration = Duration::from_mins(1);
/// Bytes without a row stay this long: a backup that is put back may point at them.
const ORPHAN_STAYS: Duration = Duration::from_hours(24 * 30);
/// An arriving file has its row after this time.
const ARRIVING_STAYS: Duration = Duration::from_mins(10);

/// Sweeps until `stop` is cancelled.
pub async fn run(desk: Desk, files: Files, stop: CancellationToken) {
    let mut shard = 0_u8;
    loop {
        if let Err(fault) = sweep(&desk, &files, shard).await {
            tracing::warn!(code = fault.code, "files could not be removed; trying again later");
        }
        // Every shard is looked through in some hours.
        shard = shard.wrapping_add(1);
        let next = desk.clock.sleep_until(desk.clock.tick().plus(SWEEP_EVERY));
        tokio::select! {
            () = next => {}
            () = stop.cancelled() => return,
        }
    }
}

async fn sweep(desk: &Desk, files: &Files, shard: u8) -> Result<(), Fault> {
    while remove_rows(desk, files).await? {}
    while remove_blobs(desk, files).await? {}
    remove_unfinished(desk, files).await?;
    remove_orphans(desk, files, shard).await
}

/// Uploads whose time is over and files that no message shows; whether there may be more.
async fn remove_rows(desk: &Desk, files: &Files) -> Result<bool, Fault> {
    let stays = files.limits.unused_kept.duration();
    let removed = desk.db.write(move |unit| {
        let (conn, now) = (unit.conn(), unit.now());
        let uploads = store::expired(conn, now, BATCH)?;
        uploads.iter().try_for_each(|id| store::remove_upload(conn, *id))?;
        let unused = store::unused(conn, now.minus(stays), BATCH)?;
        unused.iter().try_for_each(|id| store::remove(conn, *id))?;
        let full = uploads.len() == BATCH || unused.len() == BATCH;
        Ok((uploads, full))
    });
    let (uploads, full) = removed.await?;
    files.on_disk(move |blobs| uploads.iter().try_for_each(|id| blobs.abandon(&id.to_string()))).await?;
    Ok(full)
}

/// Bytes whose rows went; whether there may be more.
async fn remove_blobs(desk: &Desk, files: &Files) -> Result<bool, Fault> {
    let removals = desk.db.read(|conn| Ok(store::removals(conn, BATCH)?)).await?;
    for digest in &removals {
        remove_blob(desk, files, *digest).await?;
    }
    Ok(removals.len() == BATCH)
}

/// Removes a blob that no row points at. The file goes before the note that it should, so that a sweep after a crash tries
/// again.
async fn remove_blob(desk: &Desk, files: &Files, digest: Digest) -> Result<(), Fault> {
    let _held = files.blob_lock.lock().await;
    if !desk.db.read(move |conn| Ok(store::is_used(conn, digest)?)).await? {
        files.on_disk(move |blobs| blobs.remove(digest)).await?;
    }
    desk.db.write(move |unit| Ok(store::removed(unit.conn(), digest)?)).await
}

/// What arrived of uploads that have no row any more: a crash came between, or their sender was erased.
async fn remove_unfinished(desk: &Desk, files: &Files) -> Result<(), Fault> {
    let before = before(desk, ARRIVING_STAYS);
    for name in files.on_disk(move |blobs| blobs.arriving_since(before)).await? {
        let wanted = match name.parse::<UploadId>() {
            Ok(id) => desk.db.read(move |conn| Ok(store::is_arriving(conn, id)?)).await?,
            Err(_) => false,
        };
        if !wanted {
            files.on_disk(move |blobs| blobs.abandon(&name)).await?;
        }
    }
    Ok(())
}

/// Bytes that never had a row, or lost it with a backup that was put back.
async fn remove_orphans(desk: &Desk, files: &Files, shard: u8) -> Result<(), Fault> {
    let before = before(desk, ORPHAN_STAYS);
    for digest in files.on_disk(move |blobs| blobs.shard(shard, before)).await? {
        remove_blob(desk, files, digest).await?;
    }
    Ok(())
}

/// The time of files on disk, so long ago.
fn before(desk: &Desk, ago: Duration) -> SystemTime {
    let now = u64::try_from(desk.clock.now().0).unwrap_or(0);
    UNIX_EPOCH + Duration::from_millis(now).saturating_sub(ago)
}
